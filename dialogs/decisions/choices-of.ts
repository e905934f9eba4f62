/** What there is to choose of goods: colours, sizes, materials, who makes them, and what each costs. */
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { ChoiceSlot } from '../understand/product/choice-asked.ts';
import { type Draft, suggest } from './draft.ts';
import { addable } from './page-says.ts';
import { unitPrice } from './unit-price.ts';

/** Each size that is to be had, the least first: what one costs beside another. */
export const inAllSizes = (focus: Product, family: readonly Product[]): readonly Product[] => {
  const sizes = family.filter(p => p.stock !== 0 && (valuesOf(p, 'size')?.length ?? 0) > 0);
  return sizes.length > 1 ? sizes.toSorted((a, b) => a.price.minor - b.price.minor) : [focus];
};

/** What it costs in each colour that is to be had, the least first; the rest of its form is that of the one asked about. */
export const colourPrices = (focus: Product, family: readonly Product[]): Draft => {
  const sizes = (product: Product): string => (valuesOf(product, 'size') ?? []).join();
  const coloured = family.filter(
    p => p.stock !== 0 && (valuesOf(p, 'colour')?.length ?? 0) > 0 && sizes(p) === sizes(focus),
  );
  const each = coloured.length > 1 ? coloured.toSorted((a, b) => a.price.minor - b.price.minor) : [focus];
  const of = each.map(product => ({ product, values: [formatMoney(product.price)] }));
  return {
    parts: [{ kind: 'product-choices', slot: 'price', of, others: [], byColour: true }],
    memory: { failures: 0, focus: focus.id, ...(each.length > 1 ? { shown: each.map(p => p.id) } : {}) },
    suggestions: [...addable(focus), ...suggest('deals')],
  };
};

/** Cards of one model in its other forms. */
const formsShown = 4;

/** What each of them comes in; of one product also its like in the other colours or sizes. */
export const choicesOf = (products: readonly Product[], slot: ChoiceSlot, family: readonly Product[]): Draft => {
  const [first, second] = products;
  const only = second ? undefined : first;
  const own = (product: Product): readonly string[] =>
    slot === 'price'
      ? [formatMoney(product.price)]
      : slot === 'brand'
        ? product.brand
          ? [product.brand]
          : []
        : (valuesOf(product, slot) ?? []);
  const isOther = (p: Product): boolean => p.stock !== 0 && own(p).join() !== '' && own(p).join() !== own(only!).join();
  const others = only && slot !== 'price' && own(only).length > 0 ? family.filter(isOther) : [];
  return {
    parts: [
      {
        kind: 'product-choices',
        slot,
        of: products.map(product => {
          const per = slot === 'price' ? unitPrice(product) : undefined;
          return { product, values: [...new Set([product, ...others].flatMap(own))], ...(per ? { per } : {}) };
        }),
        others: others.slice(0, formsShown),
      },
    ],
    memory: {
      failures: 0,
      ...(only ? { focus: only.id } : {}),
      // "The second one" counts in the cards; the one that was asked about has none.
      ...(others.length > 0 ? { shown: others.slice(0, formsShown).map(p => p.id) } : {}),
    },
    suggestions: [...(only ? addable(only) : []), ...suggest('deals')],
  };
};
