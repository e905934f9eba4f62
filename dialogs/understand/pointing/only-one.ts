/** "How heavy is the telescope", "the duffel you have": the only one that is sold of what is named so. Takes folded text. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import { asksOfThing } from '../product/thing-asked.ts';
import type { ShopReader } from '../shop-reader.ts';

const definite = /\b(?:the|your|that|this) ((?:[a-z'-]+ ?){1,4})/g;
const whereto = /\b(?:over|in|into|on|onto|under|behind|around|against|at|through|from|by|off|for) $/;

const apart = /\b(?:diff(?:erences?)? between|differ) (?:all )?$/;

export const createOnlyOne = ({ view, names, vocabulary }: Pick<ShopReader, 'view' | 'names' | 'vocabulary'>) => {
  const withoutColours = (folded: string): string =>
    vocabulary
      .mentions(folded)
      .filter(m => m.meanings.some(one => one.slot === 'colour'))
      .reduce((text, m) => text.slice(0, m.start) + ' '.repeat(m.end - m.start) + text.slice(m.end), folded);

  /** "How heavy is the telescope", "is the wok induction": the only one that is sold of what is named so. */
  const onlyOne = (folded: string, prefer: readonly ProductId[]): readonly ProductId[] => {
    for (const match of folded.matchAll(definite)) {
      const words = withoutColours(match[1]!).trim().split(/ +/);
      // "Over the shoulder", of a bag on the table, is no other bag.
      if (prefer.length > 0 && whereto.test(folded.slice(0, match.index))) continue;
      // "The difference between your knives" is asked of several.
      if (apart.test(folded.slice(0, match.index))) continue;
      for (let n = words.length; n > 0; n--) {
        const found = names.like(words.slice(0, n).join(' '), prefer, true);
        if (found.length === 1) return found;
      }
    }
    return [];
  };

  /** "The duffel you have", of a backpack on the table: nothing there is one, and one alone is sold. */
  const namesElsewhere = (folded: string, list: readonly Product[], prefer: readonly ProductId[]): boolean => {
    if (!asksOfThing(folded)) return false;
    const [only] = onlyOne(folded, prefer).flatMap(id => view.byId.get(id) ?? []);
    const said = [...folded.matchAll(definite)].flatMap(match =>
      vocabulary
        .mentions(match[1]!)
        .flatMap(({ meanings }) => meanings.flatMap(({ slot, value }) => (slot === 'product' ? [value] : []))),
    );
    const isSaid = (product: Product): boolean =>
      valuesOf(product, 'product')?.some(kind => said.includes(kind)) ?? false;
    return only !== undefined && isSaid(only) && !list.some(one => names.areOneModel(one.id, only.id) || isSaid(one));
  };

  return { onlyOne, namesElsewhere };
};
