import { expect, test } from 'vitest';
import { makeDemoShop } from '../../demo/shop.ts';
import type { Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import { askedIn } from './page-asked.ts';
import { pageSays } from './page-says.ts';

const [any] = makeDemoShop({ seed: 7, now: new Date('2026-11-24T00:00:00Z'), shoppers: 5, impressions: 10 }).products;
/** A product of which nothing is known but its page. */
const withPage = (description: Product['description']): Product => ({
  ...any!,
  name: { en: 'It' },
  description,
  attributes: {},
  details: [],
});

const kindsIn = (text: string) => askedIn(fold(text)).flatMap(one => one.kind ?? []);

test.each([
  ['how many litres is it', 'It holds 20l and stands alone.'],
  ['how heavy is it', 'It is small. It weighs nothing much at 500g.'],
  ['how heavy is it', 'Only 2kg.'],
  ['how wide is it', 'It is 30cm across.'],
  ['how bright is it', 'It gives 400lm.'],
])('"%s" is answered by a unit that stands close to its number: %s', (asks, says) => {
  const product = withPage({ en: says });
  expect(pageSays(product, askedIn(asks), 'en').open).toEqual([]);
});

test.each([
  ['第1个吗 能调90度?', []],
  ['那第四个175 140斤 男 穿l还是xl', []],
  ['那就它了 有肩带吗', ['肩带']],
  ['最后那个防水吗', ['防水']],
  ["does it have a hood, men's size m", ['hood']],
  ["i'm 175 cm, 70 kg, does it have a hood", ['hood']],
])('which one, who wears it and what they measure is asked of no page: %s', (text, asked) => {
  const words = askedIn(fold(text)).flatMap(one => (one.kind ? [] : [one.words]));
  expect(words).toEqual(asked);
});

test.each([
  ['能带上飞机吗', 'zh', '一万毫安时，任何航班都能带。'],
  ['can i take it on a plane', 'en', 'Allowed on any flight.'],
] as const)('“%s” is answered by what is said of flights', (text, language, says) => {
  const product = withPage({ [language]: says });
  expect(pageSays(product, askedIn(fold(text)), language)).toEqual({ said: [says], open: [] });
});

test('a network is no weight', () => {
  const product = withPage({ en: 'It has 5G.' });
  expect(pageSays(product, askedIn('how heavy is it'), 'en').said).toEqual([]);
});

test.each([
  ['这个包多大', ['capacity', 'measurements']],
  ['孩子多大能玩', ['age']],
  ['适合多大的孩子', ['age']],
  ['多大年纪可以用', []],
  ['他多大', []],
  ['is it ground coffee or whole bean', ['grind']],
  ['how does it hold on wet ground', []],
  ['does it touch the ground', []],
  ['does it survive -15', ['temperature']],
  ['a 2-3 person tent', []],
  ['do you have size 8 - 10', []],
])('"%s" asks for %j', (text, kinds) => expect(kindsIn(text).filter(kind => kind !== 'battery')).toEqual(kinds));

test.each([
  ['how heavy is it', 'en', 'Steel burrs, and twenty grams done before the water boils.'],
  ['多重', 'zh', '不锈钢磨芯，水开之前磨好二十克。'],
] as const)('what it grinds is not what it weighs: %s', (asks, language, says) => {
  const product = withPage({ [language]: says });
  expect(pageSays(product, askedIn(asks), language).said).toEqual([]);
});

test.each([
  ['and can it float lol', ['float']],
  ['泡沫多不多', ['泡沫']],
  ['三脚架包不包含', ['三脚架']],
  ['线轮要另外买吗', ['线轮']],
])('what is said around it is not asked: %s', (text, words) =>
  expect(askedIn(fold(text)).map(one => one.words)).toEqual(words),
);

test.each([
  ['能点多久', ['battery']],
  ['how hot should the water be', ['brewing']],
  ['does it take long', ['duration']],
  ['does it take long to arrive', []],
])('"%s" asks for kinds %j', (text, kinds) => expect(kindsIn(text)).toEqual(kinds));
