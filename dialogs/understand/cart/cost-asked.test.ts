import { describe, expect, test } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { workOf } from '../../../knowledge/language/least-work.test-helper.ts';
import { type CostContext, costAsked } from './cost-asked.ts';

const id = (name: string): ProductId => asId<ProductId>(name);
const [parka, mug, kettle, flask] = ['parka', 'mug', 'kettle', 'flask'].map(id) as [
  ProductId,
  ProductId,
  ProductId,
  ProductId,
];
const called: readonly [RegExp, readonly ProductId[]][] = [
  [/mug|马克杯/u, [mug]],
  [/kettle|手冲壶/u, [kettle]],
  [/bag|包包/u, [id('tote'), id('pouch')]],
  [/first/, [id('first-mile-black'), id('first-mile-red')]],
];
const context = (memory: Partial<CostContext['memory']> = {}): CostContext => ({
  memory: { shown: [], ...memory },
  thingNamed: words => called.find(([name]) => name.test(words))?.[1] ?? [],
  inFormOf: (product, words) => (/\bred\b|红色/u.test(words) ? id(`${product}-red`) : product),
});
const list = { shown: [parka, mug, kettle] };

describe('what is to be added up', () => {
  test.each<[string, Partial<CostContext['memory']>, string]>([
    ['what would two of the first one cost with delivery?', list, '2 parka'],
    ['how much for the first and the third together?', list, '1 parka, 1 kettle'],
    ['total for two of the first and three of the second', list, '2 parka, 3 mug'],
    ['what do the first two cost altogether', list, '1 parka, 1 mug'],
    ['how much are both of them', { shown: [parka, flask] }, '1 parka, 1 flask'],
    ['how much is it with shipping', { shown: [], focus: parka }, '1 parka'],
    ['how much would 3 of these be?', { shown: [], focus: parka }, '3 parka'],
    ['how much for two mugs and the kettle, delivered?', {}, '2 mug, 1 kettle'],
    ['the mug, in red. how much is it with delivery', {}, '1 mug-red'],
    ['kettle, two of them, what is the total', {}, '2 kettle'],
    ['第一个两件一共多少钱含运费', list, '2 parka'],
    ['第一个和第三个一起多少钱', list, '1 parka, 1 kettle'],
    ['马克杯和手冲壶一起买多少钱', {}, '1 mug, 1 kettle'],
    ['马克杯和手冲壶各两个多少钱', {}, '2 mug, 2 kettle'],
    ['买三个马克杯到手价多少', {}, '3 mug'],
    ['不是手冲壶,是马克杯,买两个多少钱', {}, '2 mug'],
    ['这个加运费多少钱', { shown: [], focus: parka }, '1 parka'],
    ['手冲壶呢 加一起多少', { shown: [], focus: mug }, '1 mug, 1 kettle'],
    ['and if i order three?', { shown: [], sum: [{ product: mug, quantity: 1 }] }, '3 mug'],
    ['那五件呢', { shown: [], sum: [{ product: mug, quantity: 1 }] }, '5 mug'],
    ['with delivery?', { shown: [], sum: [{ product: mug, quantity: 2 }] }, '2 mug'],
  ])('%s', (text, memory, lines) => {
    const asked = costAsked(text, context(memory));
    expect(asked && 'lines' in asked && asked.lines.map(l => `${l.quantity} ${l.product}`).join(', ')).toBe(lines);
  });

  test.each<[string, Partial<CostContext['memory']>, object]>([
    ['how much for two bags?', {}, { which: ['tote', 'pouch'], each: 2 }],
    ['两个包包一共多少钱', {}, { which: ['tote', 'pouch'], each: 2 }],
    ['how much for 2 of these?', list, { which: list.shown }],
  ])('it is not clear of which: %s', (text, memory, asked) => {
    expect(costAsked(text, context(memory))).toEqual(asked);
  });

  test.each([
    ['if my order is 150 yuan what would the total be?', 150],
    ['say i spend 650 what comes off', 650],
    ['2 pairs at 469 each, what would i pay', 938],
    ['我买650减多少', 650],
    ['if my order is 150, what do i pay with delivery?', 150],
    ['a 90 yuan order with delivery?', 90],
    ['买150块的东西一共要付多少', 150],
  ])('of an amount: %s', (text, amount) => {
    expect(costAsked(text, context())).toEqual({ amount });
  });
});

test.each<[string, Partial<CostContext['memory']>]>([
  ['how much is the first one?', list],
  ['how much is delivery?', { shown: [], focus: parka }],
  ['how much do i have to spend for the gift', list],
  ['how much does it cost to return two jackets', { shown: [], focus: parka }],
  ['what did my order cost with delivery', list],
  ['two of the first please', list],
  ['add three mugs', {}],
  ['how much does it weigh', { shown: [], focus: parka }],
  ['mugs under 50', {}],
  ['第一个多少钱', list],
  ['运费多少钱', { shown: [], focus: parka }],
  ['满多少减多少', list],
  ['how much is delivery for an order of 5', list],
  ['how much for the mug or the kettle with delivery', {}],
  ['马克杯还是手冲壶,加运费多少钱', {}],
  ['退两件运费多少钱', list],
  ['来两个马克杯', {}],
  ['两百块以内的马克杯', {}],
  ['and three?', list],
])('no sum: %s', (text, memory) => {
  expect(costAsked(text, context(memory))).toBeUndefined();
});

test('a long message full of counts takes no time', () => {
  const text = 'how much for two of the first '.repeat(300);
  expect(workOf(() => costAsked(text.slice(0, 160), context(list)), 30)).toBeLessThan(30);
});
