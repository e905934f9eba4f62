/** What is asked of all the goods before the shopper at once: in which colour and size each comes, what it is made of, whether it can be had. */
import type { StatedPreference } from '../../../../knowledge/domain/preference.ts';
import { inStock, type Product } from '../../../../knowledge/domain/product.ts';
import { kindsCalled } from '../../../../knowledge/retrieval/goods/detail-kinds.ts';
import { pageLines } from '../../../../knowledge/retrieval/goods/page-lines.ts';
import { valuesOf } from '../../../../knowledge/retrieval/goods/product-match.ts';
import type { GoodBefore, GoodsBefore } from '../../../goods-before.ts';
import type { Understanding } from '../../../turn.ts';
import { choicesOf } from '../../choices-of.ts';
import { type Draft, say, suggest } from '../../draft.ts';
import { eachSays } from '../../each-says.ts';
import { answerOf } from '../../yes-or-no.ts';
import type { DecideOfGoods } from './goods-table.ts';

type Wish = Pick<StatedPreference, 'slot' | 'value'>;

const coloursAsked = ({ askedColours = [] }: Understanding): readonly Wish[] =>
  askedColours.map(value => ({ slot: 'colour', value }));

const sold = (forms: readonly Product[]): readonly Product[] => forms.filter(form => inStock(form));
const comesIn = (forms: readonly Product[], slot: Wish['slot']): readonly string[] => [
  ...new Set(forms.flatMap(form => valuesOf(form, slot) ?? [])),
];

export const inColour: DecideOfGoods = ({ goods, focus }, _turn, understanding, _facts) => {
  const asked = coloursAsked(understanding);
  if (asked.length === 0) return undefined;
  const [only, ...others] = goods;
  if (!only || (focus && others.length > 0)) return undefined;
  if (others.length === 0) return answerOf(only.product, asked, only.forms, [], []);
  const isSo = (forms: readonly Product[]): boolean =>
    forms.some(form => asked.every(({ slot, value }) => valuesOf(form, slot)?.includes(value) ?? false));
  const hasColours = ({ forms }: GoodBefore): boolean => comesIn(forms, 'colour').length > 0;
  const of = goods.filter(({ product, forms }) => isSo([product, ...sold(forms)]));
  const not = goods.filter(one => !of.includes(one) && hasColours(one));
  const without = goods.filter(one => !hasColours(one));
  const pick = ({ product, forms }: GoodBefore): Product =>
    [product, ...sold(forms)].find(form => isSo([form])) ?? product;
  return {
    parts: [
      {
        kind: 'each-comes',
        asked,
        of: of.map(pick),
        not: not.map(one => one.product),
        without: without.map(one => one.product),
      },
    ],
    memory: { failures: 0, ...(of.length === 1 && of[0] ? { focus: pick(of[0]).id } : {}) },
  };
};

/** How big it is, of what comes in no sizes. */
const measuresOf = (product: Product) => {
  const lines = pageLines(product, 'en');
  return (product.details ?? []).filter((_, i) =>
    lines[i]?.detail?.names.some(name => {
      const kinds = kindsCalled(name);
      return kinds.has('capacity') || kinds.has('measurements');
    }),
  );
};
const mostMeasures = 2;

/** Of one pack the others on sale are its sizes too, the least first. */
const packsOf = ({ product, forms }: GoodBefore): readonly Product[] => {
  const isPack = (form: Product): boolean => (valuesOf(form, 'size') ?? []).length === 1;
  return isPack(product)
    ? forms
        .filter(form => isPack(form) && (form.id === product.id || inStock(form)))
        .toSorted((a, b) => a.price.minor - b.price.minor)
    : [];
};

export const whichSizes: DecideOfGoods = ({ goods, focus }) => {
  const meant = focus ? goods.filter(one => one.product.id === focus.id) : goods;
  const of = meant.map(one => {
    const sizes = valuesOf(one.product, 'size') ?? [];
    return {
      product: one.product,
      sizes,
      packs: packsOf(one),
      measures: sizes.length > 0 ? [] : measuresOf(one.product).slice(0, mostMeasures),
    };
  });
  // What the page of the one that is looked at names is told with its other forms.
  const [only, ...others] = of;
  if (focus && only && others.length === 0 && only.sizes.length > 1) return undefined;
  return { ...say({ kind: 'each-size', of }), memory: { failures: 0 } };
};

const isFood = (product: Product): boolean => /^(?:tea|coffee)/u.test(product.attributes.type?.[0] ?? '');

export const madeOf: DecideOfGoods = ({ goods, focus, from }, _turn, { language }, facts) => {
  if (focus) return undefined;
  const products = goods.map(one => one.product);
  // That coffee is made of coffee tells nobody anything.
  const inWords = products.every(isFood)
    ? eachSays(products, [{ kind: 'contents', words: '', terms: [] }], facts, language)
    : undefined;
  const told = inWords?.parts.some(part => part.kind === 'each-says' && part.of.length > 0) ? inWords : undefined;
  if (from === 'shown' && !told && !products.every(isFood)) return undefined;
  const draft = told ?? choicesOf(products, 'material', []);
  const parts =
    from === 'orders'
      ? draft.parts.map(part => (part.kind === 'product-choices' ? { ...part, areBought: true as const } : part))
      : draft.parts;
  return { ...draft, parts, memory: { failures: 0 } };
};

export const inStockNow: DecideOfGoods = ({ goods, focus }) => {
  if (focus) return undefined;
  const [only, ...others] = goods.map(one => one.product);
  const draft: Draft =
    only && others.length === 0
      ? say({ kind: 'product', product: only, aspect: 'stock', ...(sizes(only) > 1 ? { ofAllSizes: true } : {}) })
      : say({ kind: 'each-in-stock', of: goods.map(one => one.product) });
  return { ...draft, memory: { failures: 0 }, suggestions: suggest('deals') };
};
const sizes = (product: Product): number => (valuesOf(product, 'size') ?? []).length;

/** None of them lies before anybody, and one is to be named. */
export const whichOne = (_goods?: GoodsBefore): Draft => ({
  ...say({ kind: 'which-product' }),
  suggestions: suggest('recommend'),
});
