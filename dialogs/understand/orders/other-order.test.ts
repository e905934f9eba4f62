import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { otherOrderMeant, thingOfOrder } from './other-order.ts';
import { insistsOnHarm, tellsFaultOfTold } from './trouble-told.ts';

const told: Pick<ConversationMemory, 'orderTold' | 'lastIntent' | 'turns'> = {
  orderTold: { at: 1, number: 'WY-1' },
  lastIntent: 'order-status',
  turns: 2,
};

test.each([
  ["that's not it. i'm waiting for something newer", 'newer'],
  ["don't you see another order", 'newer'],
  ['no the newest one', 'newer'],
  ['there should be a newer order', 'newer'],
  ['不是这个，我还有一单更新的', 'newer'],
  ['thats not the kettle order, look again', 'other'],
  ['no thats old. theres nothing newer?', 'newer'],
  ['没有新的吗', 'newer'],
  ['不是保温杯，那个早收到了', 'other'],
  ['这单早就到了', 'other'],
  ['wrong order', 'other'],
  ['which order are you looking at', 'other'],
  ["that's an old one", 'other'],
  ['不是这单，是耳机那单', 'other'],
  ['你查错了吧', 'other'],
])('after an order was told, “%s” means the %s one', (said, meant) =>
  expect(otherOrderMeant(fold(said), told)).toBe(meant),
);

test.each([
  'cancel it',
  "that's the wrong size",
  "that's not it working?",
  'i want to return this order',
  'when will it arrive',
  'how old is this',
  '收到了谢谢',
  '什么时候到',
  '不是这个颜色',
  '这单我要退',
])('“%s” turns no order down', said => expect(otherOrderMeant(fold(said), told)).toBeUndefined());

test('and nothing does where no order was told', () => {
  expect(otherOrderMeant('not that one, something newer', { lastIntent: 'product-search', turns: 2 })).toBeUndefined();
  expect(otherOrderMeant('wrong order', { ...told, turns: 9 })).toBeUndefined();
});

test.each([
  ['thats not the kettle order', 'kettle'],
  ['不是这单，是耳机那单', '耳机'],
  ['not the last order', null],
  ['the right one please', null],
])('%s: of %s', (said, thing) => expect(thingOfOrder(fold(said))).toBe(thing));

test.each(["leather's coming unglued too actually", 'it was crackling from the start', '鞋底开胶了', '耳机一直有杂音'])(
  'after an order was told, “%s” is wrong with what it held',
  said => {
    expect(tellsFaultOfTold(fold(said), told)).toBe(true);
    expect(tellsFaultOfTold(fold(said), { lastIntent: 'product-search', turns: 2 })).toBe(false);
  },
);
test.each(['what if it is broken?', 'i need new ones, mine are broken', '坏了怎么退', 'show me one that is not torn'])(
  'but not: %s',
  said => expect(tellsFaultOfTold(fold(said), told)).toBe(false),
);

test('harm that is insisted on after a complaint', () => {
  expect(insistsOnHarm('but i had a reaction', { complainedAt: 1, turns: 3 })).toBe(true);
  expect(insistsOnHarm('but i had a reaction', { turns: 3 })).toBe(false);
  expect(insistsOnHarm('my reaction time is slow', { complainedAt: 1, turns: 2 })).toBe(false);
});
