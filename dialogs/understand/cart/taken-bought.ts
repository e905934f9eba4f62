/** Whether what is told of goods buys them: by a verb, agreed to, closed with "then", or told in full. */

import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { TakenSaid } from './taken-said.ts';
import type { Found, ThingReader, ThingSaid } from './thing-said.ts';

/** A thing that is bought, and all that is said of it. */
export interface Item {
  readonly family: readonly Product[];
  /** The one of them that was shown or is spoken of. */
  readonly card: Product;
  readonly said: ThingSaid;
  readonly isNamed: boolean;
  /** It was shown, or is spoken of. */
  readonly isShown: boolean;
  /** "That", beside something that is named. */
  readonly isPointed?: true;
}

/** Where such words stand: one thing is looked at, its form was asked, or the question before was whether it is there. */
export interface Standing {
  readonly isLooked: boolean;
  readonly isAsked: boolean;
  readonly isRetold: boolean;
}

interface Judged {
  readonly things: Pick<ThingReader, 'isOnlyCalled'>;
  readonly bestOf: (item: Item) => Found | undefined;
  /** Whether it is told in which of its colours, packs or sizes. */
  readonly tellsForm: (item: Item) => boolean;
}

export const createBuying = ({ things, bestOf, tellsForm }: Judged) => {
  return { isBought };

  function isBought(said: TakenSaid, items: readonly Item[], { isLooked, isAsked, isRetold }: Standing): boolean {
    const { agreed, closes, polite, isDefinite } = said;
    // 要黑色夹克, 要黑色的 of a list: such goods are wished for, and none of them is called so.
    const isWish = said.isHan && said.verb === 'wish' && !isAsked && !(agreed || closes || polite);
    if (isWish && items.every(item => item.isNamed && isFormAlone(item.said))) return false;
    if (items.some(item => item.isPointed)) return true;
    const verb = said.verb === 'sure' || (said.verb === 'wish' && (isLooked || items.some(item => item.isNamed)));
    // 那就普洱吧, of a list that holds one.
    if (said.settles && closes && items.length === 1 && items.every(isChosen)) return true;
    const counted = items.some(item => countOf(item) !== undefined);
    const forms = items.every(tellsForm);
    const isTold = items.every(
      item => tellsForm(item) || item.isNamed || (items.length > 1 && item.said.terms.length > 0),
    );
    if (verb || isAsked) return isTold || counted;
    const complete = items.every(isComplete);
    if (items.length > 1)
      return (complete && (agreed || items.some(tellsForm))) || (forms && (isDefinite || agreed)) || counted;
    // "K green one": agreed to in a nod.
    const closed = agreed || closes || polite || (said.nods === true && isLooked);
    const isWhole = complete && items.every(hasSizes) && (isLooked || items.some(item => item.isNamed));
    if (isWhole && (closed || !isRetold)) return true;
    if (counted) return isLooked ? isTold || closed : isTold && agreed;
    // "Ok, the puzzle then", of the one that is looked at.
    const pointed = isLooked && (closes || agreed) && isDefinite && items.every(item => item.said.terms.length > 0);
    return pointed || ((isLooked || items.some(item => item.isNamed)) && forms && closed);
  }

  function isChosen({ isNamed, isShown, said }: Item): boolean {
    return isNamed && isShown && things.isOnlyCalled(said);
  }
  function isFormAlone({ terms, numbers, letters }: ThingSaid): boolean {
    return numbers.length + letters.length === 0 && terms.length > 0 && terms.every(isForm);
  }
  function countOf(item: Item): number | undefined {
    return bestOf(item)?.count;
  }
  function hasSizes({ card }: Item): boolean {
    return (valuesOf(card, 'size') ?? []).some(size => /^(?:\d{2}(?:\.5)?|x*[sml]|xs)$/.test(size));
  }
  /** In which size, where it comes in sizes, and in which colour, where it comes in several. */
  function isComplete(item: Item): boolean {
    const best = bestOf(item);
    if (!best || (hasSizes(item) && best.size === undefined)) return false;
    const colours = new Set(item.family.flatMap(p => valuesOf(p, 'colour') ?? []));
    const told = item.said.terms.some(term => item.family.some(p => !term.is(p)));
    return colours.size < 2 || told;
  }
};

const isForm = ({ isKind, isColour }: ThingSaid['terms'][number]): boolean => isKind === true || isColour === true;
