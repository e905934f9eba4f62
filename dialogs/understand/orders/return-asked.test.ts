import { describe, expect, test } from 'vitest';
import { asksOwnReturn, ordersReturn, wantsToReturn } from './return-asked.ts';

describe('what is wrong with a thing, and whether it can go back, is a wish to return it', () => {
  test.each([
    '穿上跟麻袋似的,能退吗',
    '套身上活像个粽子,可以退不',
    '这包跟地摊货一样,能不能退',
    '上身显胖,退得了吗',
    '耳机戴着硌耳朵,给退吗?',
    '颜色和图片差太多,色差大,能退货吗',
    '裤子太短了怎么退',
    'it fits like a tent, can i send it back?',
    'makes me look like a sofa. can it go back?',
    'the boots pinch, can i return them',
    "they're nothing like the photo, will you take them back?",
  ])('%s', text => expect(wantsToReturn(text)).toBe(true));
});

describe('a rule that is asked about is a question', () => {
  test.each([
    '衣服能退吗',
    '可以退货吗',
    '拆开了不喜欢还能退吗',
    '穿过一次觉得不合适能退吗',
    '我想要一件像风衣一样的外套',
    'can i return it if it is too big?',
    'can i return sale items',
    'i opened it and it is too small, can i return it',
    'something like a tent',
    '退款多久到账',
    '买了不合脚能退吗',
    '要是买回来太大能不能退',
  ])('%s', text => expect(wantsToReturn(text)).toBe(false));
});

describe('a return that is ordered', () => {
  test.each([
    'i want to return the blue band from 28226',
    "i'd like to send back the shoes",
    'return the band from wy-28226',
    'maybe just return it then',
    '退之前买的小熊书包',
    '我要退上次买的那个外套',
  ])('%s', text => expect(ordersReturn(text)).toBe(true));
  test.each([
    'do i need to return the box',
    'if i want to return it how do i do it',
    'i want to return it, can i?',
    'i want to return to the jackets',
    "i don't want to return anything",
    '退之前买的东西要多久',
    '退之前买的茶可以吗',
    '怎么退上次买的茶',
  ])('%s is none', text => expect(ordersReturn(text)).toBe(false));
});

test('of an order of one’s own its days are asked about', () => {
  expect(asksOwnReturn('the band from that order, can I still return it? opened it though')).toBe(true);
  expect(asksOwnReturn('can I return things from a sale?')).toBe(false);
});
