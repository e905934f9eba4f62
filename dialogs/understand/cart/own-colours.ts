/** 黑色钢笔和黄色本子各要一个, "the black pen and a yellow notebook": each thing in the colour that stands before it, and in no other. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import type { FactSlot } from '../../../knowledge/domain/shopper.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { Ordered } from './ordered.ts';

const joins = /^(?:的|色的?|[ -])?$/u;
const kinds: ReadonlySet<FactSlot> = new Set(['product', 'category']);

/** `folded`: the whole order. */
export const inOwnColours = (
  ordered: Ordered,
  folded: string,
  { mentions }: Pick<Vocabulary, 'mentions'>,
  { products, byId }: Pick<CatalogueView, 'products' | 'byId'>,
): Ordered => {
  if (ordered.lines.length < 2) return ordered;
  const words = mentions(folded);
  const bound = words.flatMap((word, i) => {
    const colour = word.meanings.find(one => one.slot === 'colour');
    const thing = words[i + 1];
    const isNext = colour !== undefined && thing !== undefined && joins.test(folded.slice(word.end, thing.start));
    const kind = isNext ? thing.meanings.filter(one => kinds.has(one.slot)).at(-1) : undefined;
    return colour && kind ? [{ colour: colour.value, kind }] : [];
  });
  if (bound.length === 0) return ordered;
  const coloursOf = (product: Product): readonly string[] =>
    bound.flatMap(({ colour, kind }) => (valuesOf(product, kind.slot)?.includes(kind.value) ? [colour] : []));
  const isIn = (product: Product, colours: readonly string[]): boolean =>
    colours.some(colour => valuesOf(product, 'colour')?.includes(colour));
  const lines = ordered.lines.flatMap(line => {
    const product = byId.get(line.product);
    const colours = product ? coloursOf(product) : [];
    if (!product || colours.length === 0 || isIn(product, colours)) return [line];
    const family = familyOf(product);
    const isThere = ordered.lines.some(other => {
      const one = byId.get(other.product);
      return one !== undefined && familyOf(one) === family && isIn(one, colours);
    });
    const form = isThere
      ? undefined
      : products.find(one => isSellable(one) && familyOf(one) === family && isIn(one, colours));
    return form ? [{ ...line, product: form.id }] : [];
  });
  return lines.length > 0 ? { ...ordered, lines } : ordered;
};
