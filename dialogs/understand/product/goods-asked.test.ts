import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { asksForGoods, asksWhetherSold, asksWhichAreSo } from './goods-asked.ts';

test.each([
  'do you carry any harps?',
  'I need an umbrella for my sister',
  'could you find me a rice cooker please',
  'any candles perhaps?',
  'hi, are there any wool blankets',
  '店里有没有雨伞',
  '要台灯',
  '雨伞怎么卖',
  '想买一把雨伞',
])('%s asks for goods', text => {
  expect(asksForGoods(fold(text))).toBe(true);
});

test.each(['do you sell laptops?', 'hi, do you guys carry gaming chairs', '你们卖笔记本电脑吗'])(
  '%s asks whether it is sold',
  text => {
    expect(asksWhetherSold(fold(text))).toBe(true);
  },
);

test.each(['do you sell gift cards', 'do you sell my data', 'do you carry out returns', '你们卖会员吗'])(
  '%s is not about goods',
  text => {
    expect(asksWhetherSold(fold(text))).toBe(false);
  },
);

test.each([
  'do you have any deals',
  'I want a refund for my order',
  'I need a person',
  'do you have a size chart',
  'I would like a receipt',
  'show me a better price',
  'there is a hole in my coat',
  '一共多少钱',
  '这个多少钱',
  '运费多少钱',
  '有没有优惠',
  '想换货',
  '要人工',
  '有没有实体店',
])('%s asks for something else', text => {
  expect(asksForGoods(fold(text))).toBe(false);
});

test.each([
  '哪个护肤品没香精',
  '哪款面霜不含酒精',
  'which of your teas are caffeine free',
  'what shoes are waterproof',
])('which of a kind are so: %s', text => expect(asksWhichAreSo(fold(text))).toBe(true));
test.each(['哪个快递没有周末送', '哪种支付方式没有手续费', 'which should I take', '哪个好'])('not: %s', text =>
  expect(asksWhichAreSo(fold(text))).toBe(false),
);
