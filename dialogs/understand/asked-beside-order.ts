/** What is asked beside an order that is read as a whole: 小菜刀黑色那把吧 要磨不, "the knife in black. Does it rust?". */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { takesAnyForm } from './cart/another-of-it.ts';
import type { Group } from './clause-groups.ts';
import { hasFormOfQuestion } from './intent/settled-intent.ts';
import { takesIt } from './product/focus-talk.ts';
import { kindOf } from './request-kinds.ts';
import type { Request } from './several-requests.ts';
import { inAskingForm } from './text/chinese-slips.ts';
import { clausesOf } from './text/clauses-asked.ts';

const mostClauses = 5;
const mostAsked = 3;

/** What is done by it has nothing to do with what goes in. */
const ofDeals: ReadonlySet<Intent> = new Set(['deals', 'promotion-question', 'apply-offer', 'person']);
const askedOf: ReadonlySet<Intent> = new Set(['question', 'product-details', 'stock', 'product-search']);
/** 带过海关没问题吧 agrees to nothing. */
const merelySaid: ReadonlySet<Intent> = new Set(['unclear', 'yes', 'no']);
/** Three words, and no "ok?". */
const saysSomething = /[a-z]{2,}(?:[^a-z]+[a-z]+){2}|\p{Script=Han}{3}/iu;

/** 戴着不舒服可以退吧: said to be told so. */
const supposesSo = /(?:可以|能|会|行|包|没问题|没事|来得及|够).{0,8}吧[。.! ]*$/u;

/** What a clause asks or does beside the order; undefined: it tells something, or is of the order. */
const askedIn = (
  text: string,
  of: ProductId | undefined,
  alone: (text: string, of?: ProductId) => Understanding,
): Understanding | undefined => {
  const folded = inAskingForm(fold(text));
  if (takesAnyForm(folded)) return undefined;
  const asks = hasFormOfQuestion(folded) || supposesSo.test(folded);
  const meant = alone(text, asks ? of : undefined);
  if (meant.plainly || (ofDeals.has(meant.intent) && kindOf(meant, true) !== undefined)) return meant;
  if (!asks) return undefined;
  // "Any discount on that?" takes no offer.
  if (meant.intent === 'apply-offer' || (meant.confidence < sureOfOther && ofDiscount.test(folded)))
    return { ...meant, intent: 'deals' };
  if (askedOf.has(meant.intent)) return meant;
  // What nobody here knows is told to be so.
  return merelySaid.has(meant.intent) && saysSomething.test(text) ? { ...meant, intent: 'question' } : undefined;
};

/** "The green one then. Could someone phone her?": what goes in, whatever is made of the rest; undefined: it isn't sure. */
export const onlyOrder = (
  [only, ...others]: readonly Pick<Group, 'kind' | 'last'>[],
  alone: (text: string) => Understanding,
): string | undefined => {
  if (only?.kind !== 'add' || others.length > 0) return undefined;
  const { ordered, isOneOrder } = alone(only.last);
  return ordered || isOneOrder || takesIt(fold(only.last)) ? only.last : undefined;
};

const sureOfOther = 0.5;
const ofDiscount = /\b(?:discounts?|deals?|offers?)\b|优惠|折扣|打折/u;

/** The order as it was read, and then what is asked beside it; empty: it is all of the message. */
export const withAsked = (
  turn: Turn,
  order: Request,
  of: ProductId | undefined,
  understand: (part: Turn, of?: ProductId) => Understanding,
): readonly Request[] => {
  const clauses = clausesOf(turn.text);
  if (clauses.length < 2 || clauses.length > mostClauses) return [];
  const alone = (text: string, product?: ProductId): Understanding => understand({ ...turn, text }, product);
  const asked = clauses.flatMap(({ text }) => {
    const understanding = askedIn(text, of, alone);
    return understanding ? [{ text, understanding }] : [];
  });
  if (asked.length === 0 || asked.length > mostAsked) return [];
  return [
    order,
    ...asked.map(({ text, understanding }, i) => ({
      turn: { ...turn, id: `${turn.id}.${i + 2}` as Turn['id'], text },
      understanding,
    })),
  ];
};
