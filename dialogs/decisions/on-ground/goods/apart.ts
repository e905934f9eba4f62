/** "What's the difference?": how the goods before the shopper differ, by what their pages list. */
import { type Detail, inStock, type Product } from '../../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../../knowledge/retrieval/goods/product-match.ts';
import type { GoodBefore } from '../../../goods-before.ts';
import { compare } from '../../compare.ts';
import { type Draft, say, suggest } from '../../draft.ts';
import { addable } from '../../page-says.ts';
import { pagesOf } from '../../pages-of.ts';
import type { DecideOfGoods } from './goods-table.ts';
import { areAlike, nameOfDetail, tellingOf, textOfDetail } from './telling.ts';

const mostApart = 3;
/** Names of details that most of the pages list and that differ, in the order of the first page. */
const apartBy = (products: readonly Product[]): readonly string[] => {
  const names = [...new Set(products.flatMap(product => tellingOf(product).map(nameOfDetail)))];
  const textsBy = (name: string): readonly string[] =>
    products.flatMap(product =>
      tellingOf(product)
        .filter(one => nameOfDetail(one) === name)
        .map(textOfDetail),
    );
  return names
    .map((name, place) => ({ name, place, listed: textsBy(name).length, apart: new Set(textsBy(name)).size }))
    .filter(({ listed, apart }) => apart > 1 && listed > 1)
    .toSorted((a, b) => b.listed - a.listed || b.apart - a.apart || a.place - b.place)
    .slice(0, mostApart)
    .toSorted((a, b) => a.place - b.place)
    .map(({ name }) => name);
};

/** What it is held against where nothing else lies there: the nearest in price. */
const nearestOf = ({ product, kin }: GoodBefore): Product | undefined =>
  kin
    .filter(one => one.meets)
    .map(one => one.product)
    .toSorted(
      (a, b) => Math.abs(a.price.minor - product.price.minor) - Math.abs(b.price.minor - product.price.minor),
    )[0];

/** `takes`: it is the one to take, with what its page lists for it. */
export const onlyOfKind = ({ product, forms }: GoodBefore, takes?: readonly Detail[]): Draft => {
  const onSale = [product, ...forms.filter(form => form.id !== product.id && inStock(form))];
  const all = (slot: 'colour' | 'size'): string[] => [
    ...new Set(onSale.flatMap(form => valuesOf(form, slot)?.[0] ?? [])),
  ];
  const sizes = valuesOf(product, 'size') ?? [];
  return {
    ...say({
      kind: 'only-of-kind',
      product,
      colours: all('colour'),
      sizes: sizes.length > 1 ? sizes : all('size'),
      ...(takes ? { takes } : {}),
    }),
    memory: { failures: 0, focus: product.id },
    suggestions: takes ? addable(product) : suggest('deals'),
  };
};

export const whatsTheDifference: DecideOfGoods = ({ goods, focus, from }, _turn, { language }, { cartProducts }) => {
  const first = focus ? goods.find(one => one.product.id === focus.id) : goods[0];
  if (!first) return undefined;
  const others = goods.filter(one => one !== first);
  const [second, ...more] = others;
  if (!second) {
    const [one, other, ...rest] = new Set(cartProducts);
    if (from === 'shown' && one && other && rest.length === 0) return compare(one, other, language);
    if (from === 'orders') return { ...say({ kind: 'compare-with', product: first.product }), memory: { failures: 0 } };
    const nearest = nearestOf(first);
    return nearest ? compare(first.product, nearest, language) : onlyOfKind(first);
  }
  if (more.length === 0) return compare(first.product, second.product, language);
  const products = [first, ...others].map(one => one.product);
  const alike = areAlike(products);
  const by = alike ? apartBy(products) : [];
  return {
    ...say({
      kind: 'apart',
      alike,
      of: products.map(product => ({
        product,
        details: by.flatMap(name => tellingOf(product).find(one => nameOfDetail(one) === name) ?? []),
        text: pagesOf([product], language, 1)[0]?.text ?? '',
      })),
    }),
    memory: { failures: 0 },
    suggestions: suggest('deals'),
  };
};
