import { expect, test } from 'vitest';
import type { ProductId } from '../../domain/ids.ts';
import type { Product } from '../../domain/product.ts';
import { createFamilies } from './families.ts';

const product = (
  id: string,
  name: Product['name'],
  colour: readonly string[],
  more: Partial<Product> = {},
): Product => ({
  id: id as ProductId,
  name,
  description: { en: '' },
  category: 'things',
  attributes: colour.length > 0 ? { colour } : {},
  price: { minor: 1_000, currency: 'CNY' },
  stock: 5,
  hidden: false,
  addedAt: new Date(0),
  ...more,
});
const idsOf = (products: readonly Product[]): string[] => products.map(p => p.id);

test.each<[string, Product['name'], Product['name']]>([
  ['behind a comma', { en: 'Tempo 3 road shoe, cherry red' }, { en: 'Tempo 3 road shoe, slate grey' }],
  ['by a name of the shop’s own', { en: 'Tempo 3 road shoe, clear sky' }, { en: 'Tempo 3 road shoe, chalk' }],
  ['among the words', { en: 'RED METAL LANTERN' }, { en: 'GREY METAL LANTERN' }],
  ['at the end, in Chinese', { zh: '岭兔 多口袋马甲 樱桃红' }, { zh: '岭兔 多口袋马甲 石板灰' }],
])('one model in two colours, told %s', (_, one, other) => {
  const [a, b] = [product('a', one, ['red']), product('b', other, ['grey'])];
  const families = createFamilies([a, b]);
  expect(families.keyOf(a)).toBe(families.keyOf(b));
  expect(idsOf(families.otherColours(a))).toEqual(['b']);
});

test('another brand, category or model is no colour of it', () => {
  const shoe = product('shoe', { en: 'Tempo road shoe, red' }, ['red']);
  const others = [
    product('brand', { en: 'Tempo road shoe, blue' }, ['blue'], { brand: 'Other' }),
    product('category', { en: 'Tempo road shoe, blue' }, ['blue'], { category: 'socks' }),
    product('model', { en: 'Tempo trail shoe, blue' }, ['blue']),
    product('size', { en: 'Tempo road shoe, large' }, ['red']),
  ];
  expect(createFamilies([shoe, ...others]).otherColours(shoe)).toEqual([]);
});

test('a colour that is sold out can be spoken of, and is not offered; a hidden one is neither', () => {
  const one = product('one', { en: 'Mug, red' }, ['red']);
  const families = createFamilies([
    one,
    product('gone', { en: 'Mug, blue' }, ['blue'], { stock: 0 }),
    product('hidden', { en: 'Mug, green' }, ['green'], { hidden: true }),
  ]);
  expect(idsOf(families.of(one))).toEqual(['one', 'gone']);
  expect(families.otherColours(one)).toEqual([]);
});

test('a name that is nothing but its colour stays a name', () => {
  const [red, blue] = [product('r', { en: 'Red' }, ['red']), product('b', { en: 'Blue' }, ['blue'])];
  expect(createFamilies([red, blue]).otherColours(red)).toEqual([]);
});

test.each<[string, Partial<Product>, Partial<Product>]>([
  ['by size as well', { name: { en: 'Mug, 300 ml, white' } }, { name: { en: 'Mug, 500 ml, green' } }],
  ['by sort', { name: { en: 'White tea 50 g' } }, { name: { en: 'Green tea 50 g' } }],
  ['by sort, with a size behind a comma', { name: { en: 'White tea, 50 g' } }, { name: { en: 'Green tea, 50 g' } }],
  ['by price as well', { price: { minor: 1_000, currency: 'CNY' } }, { price: { minor: 2_000, currency: 'CNY' } }],
  ['by material as well', { attributes: { material: ['wool'] } }, { attributes: { material: ['cotton'] } }],
])('what differs %s is no colour of it', (_, one, other) => {
  const of = (id: string, colour: string, { attributes, ...more }: Partial<Product>): Product => {
    const plain = product(id, { en: `Mug, ${colour}` }, [colour], more);
    return { ...plain, attributes: { ...attributes, ...plain.attributes } };
  };
  const [white, green] = [of('white', 'white', one), of('green', 'green', other)];
  expect(createFamilies([white, green]).otherColours(white)).toEqual([]);
});

test('the same size in another colour is one', () => {
  const [red, blue] = [
    product('r', { en: 'Mug, 300 ml, red' }, ['red']),
    product('b', { en: 'Mug, 300 ml, blue' }, ['blue']),
  ];
  expect(idsOf(createFamilies([red, blue]).otherColours(red))).toEqual(['b']);
});
