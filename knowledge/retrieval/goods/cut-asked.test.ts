import { expect, test } from 'vitest';
import type { Product } from '../../domain/product.ts';
import { workOf } from '../../language/least-work.test-helper.ts';
import { isAboutChild } from '../../profile/sensitive.ts';
import { fold } from '../text/fold.ts';
import { type Cut, cutAsked } from './cut-asked.ts';
import { genderOf } from './for-whom.ts';

const cuts: [says: string, cut: Cut | undefined][] = [
  ["I'm a guy, need running shoes", { wanted: 'men' }],
  ["no, men's", { wanted: 'men' }],
  ['something for a man in his 30s', { wanted: 'men' }],
  ['我180斤男，想买跑鞋', { wanted: 'men' }],
  ['男的 40码起', { wanted: 'men' }],
  ['换男款的', { wanted: 'men' }],
  ["it's for a woman", { wanted: 'women' }],
  ["not women's", { unwanted: ['women'] }],
  ["that's a women's shoe", { unwanted: ['women'] }],
  ["men's, not women's", { wanted: 'men', unwanted: ['women'] }],
  ['不要女款的了', { unwanted: ['women'] }],
  ['女款不要', { unwanted: ['women'] }],
  ['not for kids', { wanted: 'adult' }],
  ['不要童款', { wanted: 'adult' }],
  ["that's for grown-ups", undefined],
  ["men's or women's, either", undefined],
  ['男女都行', undefined],
  ['给女儿买', undefined],
  ['送男朋友', undefined],
  ['给8岁男生买双鞋', undefined],
  ['给上小学的男生买书包', undefined],
  ['十二岁女生穿的外套', undefined],
  ['小男生的书包', undefined],
  ['给28岁男生买双鞋', { wanted: 'men' }],
  ['女王蜂蜜', undefined],
  ['hi guys, any shoes?', undefined],
  ['man, that is a lot of money', undefined],
];
test.each(cuts)('%s', (says, cut) => expect(cutAsked(fold(says))).toEqual(cut));

test('what the shopper is says nothing of a present', () => {
  expect(cutAsked("i'm a guy, a gift for a friend", true)).toBeUndefined();
  expect(cutAsked("i'm a guy, women's shoes for a friend", true)).toEqual({ wanted: 'women' });
});

test.each([
  'for my 6 yo',
  'a six year old girl',
  "she's six",
  'he is 7.',
  'size 116',
  '6岁',
  '上小学的男生',
  '小男生的书包',
])('%s is a child', says => {
  expect(isAboutChild(says)).toBe(true);
});
test.each(["she's one of them", "he's two metres tall", "i'm six foot", 'size 42', 'she is 65'])('%s is none', says => {
  expect(isAboutChild(says)).toBe(false);
});

test('long text is read in no time', () => {
  for (const part of ["i'm a ", 'not the ', '男', 'these are all ', '小学', '一岁', '小男'] as const) {
    const long = part.repeat(2_500).slice(0, 10_000);
    expect(workOf(() => [cutAsked(long), isAboutChild(long)], 30)).toBeLessThan(30);
  }
});

test.each([
  [{ en: "Men's rain jacket", zh: '男士雨衣' }, undefined, 'men'],
  [{ en: 'Lady Grey tea', zh: '仕女伯爵茶' }, undefined, undefined],
  [{ en: 'Trail shoe' }, ['woman'], 'women'],
  [{ en: 'Trail shoe', zh: '男女同款跑鞋' }, undefined, undefined],
  [{ en: 'Gents watch' }, undefined, 'men'],
] as const)('%j of %j is made for %s', (name, gender, whom) =>
  expect(genderOf({ name, attributes: gender ? { gender } : {} } as unknown as Product)).toBe(whom),
);
