/** Rules held against the shopper's own case: a delivery to a place or by a day, sums, and an order of one's own. */
import { describe, expect, test } from 'vitest';
import type { OrderStatus } from '../../knowledge/domain/order.ts';
import { answersOfShop } from '../testing/answers.ts';
import { modelOrder } from '../testing/model-order.ts';
import { ownerIn } from '../testing/own-order.ts';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

describe('a delivery to the place, and by the day, that is named', () => {
  const { each } = answersOfShop();
  each([
    [
      ['how long does shipping to Sydney take, and what does it cost?'],
      /Sydney take 8 to 15 days.*¥120/s,
      /2 to 4 days/,
    ],
    [['how long to Chengdu?', 'can it be there by the 31st of december?'], /should be there between.*in time for/s],
    [['多久能到广州', '那乌鲁木齐呢'], /乌鲁木齐（新疆）一般 5 到 7 天/],
    [['我在柏林，多久到？', '从这边退货运费谁出'], /海外退货邮费自理/, /中国大陆退货免费/],
    [['我人在德国，多久能到', '我说国内农村送不送'], /中国大陆一般 2 到 4 天|不另加价/, /8 到 15 天/],
    [['how long to Toronto?', 'who pays the tax, me?'], /not included in our prices/],
  ]);
});

describe('sums of the shopper’s own', () => {
  const { each } = answersOfShop();
  each([
    [['Is 169 enough for free delivery?'], /¥169 isn't enough.*¥181/s],
    [['169够包邮吗'], /不够包邮.*¥181/s],
    [['那我买两个59的杯子要运费吗'], /¥118.*¥130/s],
    [['how much then for a 169 jacket to hong kong altogether'], /¥45.*¥214/s],
    [['add the thumbprint mug in navy', 'with gift wrap, whats the total?'], /¥9 per parcel: ¥80 in all/],
    [['add the thumbprint mug in navy', 'with gift wrap, whats the total?', 'so 80 all together yes?'], /^Yes, ¥80/],
    [['指印马克杯藏青色加购物车', '加上运费一共71对吧'], /对的，合计¥71/],
    [['指印马克杯藏青色加购物车', '加上运费一共81对吧'], /不是，一共 ¥71/],
  ]);
});

describe('an order of one’s own', () => {
  const shop = talkingShop();
  const model = modelOrder(shop);
  const owner = ownerIn(shop, model, { name: 'own-case', above: 870_000, arrivesAfter: 3 });

  test.each<[string, number, OrderStatus, readonly string[], RegExp]>([
    [
      'softshell',
      2,
      'shipped',
      ['I got the wrong colour softshell, can it still be stopped?'],
      /already on its way.*no longer be cancelled/s,
    ],
    ['softshell', 2, 'shipped', ['is anything on its way to me?'], /is on its way with/],
    ['softshell', 20, 'delivered', ['is anything on its way to me?'], /None of your orders is on its way/],
    ['softshell', 20, 'delivered', ['the softshell i bought, can it still go back?'], /it can come back until/],
    [
      'Pace band',
      60,
      'delivered',
      ['the band i bought, still under guarantee?', 'and could i still return it'],
      /is past the 30 days/,
    ],
    ['Pace band', 60, 'delivered', ['我买的手环还在保修吗', '发票还能补开吗'], /还能开发票，可以申请到/],
    ['Pace band', 120, 'delivered', ['我买的手环还在保修吗', '发票还能补开吗'], /已经过期了/],
    ['notebook', 60, 'delivered', ['is the notebook i bought still under warranty'], /doesn't say plainly/],
    ['softshell', 2, 'shipped', ['我买的软壳外套现在还能取消吗'], /已经发出，不能取消/],
    ['softshell', 2, 'shipped', ['我有东西在路上吗', '要是不想要 退的话截止到哪天'], /送达后 30 天内可以退/],
  ])('%s, %i days ago, %s: %j', async (thing, daysAgo, status, says, hears) => {
    expect((await lastOf(await owner(thing, daysAgo, status), says)).text).toMatch(hears);
  });

  test.each([
    [['我上一单还能取消吗'], /打包前都可以取消|订单号/],
    [['the shell i bought, can it still go back?'], /sign|order number/i],
  ])('a guest is told what it takes: %j', async (says, hears) => {
    expect((await lastOf(await shop.talkTo(), says)).text).toMatch(hears);
  });
});
