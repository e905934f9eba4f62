import { expect, test } from 'vitest';
import { askedBesideOrder, speaksOfComing, speaksOfPlacing } from './orders-asked.ts';
import { goodsOfOwnOrder } from './return-asked.ts';

test.each([
  ['今天到的订单在哪', 'coming'],
  ['昨天该到的快递在哪', 'coming'],
  ['it should have come yesterday', 'coming'],
  ['the jacket I ordered was supposed to be here yesterday', 'coming'],
  ['does my order come today?', 'coming'],
  ["where's the order I placed yesterday", 'placing'],
  ['昨天的订单到哪了', 'placing'],
  ['上周的订单还没到', 'placing'],
  ['昨天买的到了吗', 'placing'],
  ["yesterday's order hasn't arrived", 'placing'],
  ['where is my order', 'neither'],
  ['我的快递到哪了', 'neither'],
])('%s: the day is that of %s', (text, what) =>
  expect([speaksOfComing(text), speaksOfPlacing(text)]).toEqual([what === 'coming', what === 'placing']),
);

test.each([
  ["where's my parcel, is that alright", undefined],
  ["where is order WY-20418, I'll refuse it at the door, is that fine?", "I'll refuse it at the door"],
  ['where is my order', undefined],
])('%s: asked beside the order: %s', (text, asked) => expect(askedBesideOrder(text)).toBe(asked));

test.each([
  ['can I still return the band from that order?', 'band'],
  ['上一单里的外套还能退吗', '外套'],
  ['the kettle i got from you is leaking', 'kettle'],
  ['my rain jacket I ordered from you has a hole', 'rain jacket'],
  ['the order I got from you', null],
  ['上一单里的东西还能退吗', null],
  ['can I return the rest of my order', null],
  ['can I return it from my last order', null],
])('%s: of an order of one’s own: %s', (text, goods) => expect(goodsOfOwnOrder(text)).toBe(goods));
