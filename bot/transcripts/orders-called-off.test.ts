/** The order that was told of: called off among remarks, kept after all, when it leaves and comes, and its money once it is cancelled. */
import { describe, expect, test } from 'vitest';
import { modelOrder } from '../testing/model-order.ts';
import { ownerIn } from '../testing/own-order.ts';
import { lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);
const who = ownerIn(shop, model, { name: 'called-off', above: 930_000, arrivesAfter: 3 });
/** The shop's clock stands at 18:00 in Shanghai, after the hour until which orders leave the same day. */
const placed = async (daysAgo: number): Promise<Talk> => {
  const talk = await who('Little Crab', daysAgo, 'placed');
  const [{ shipment: _, ...order } = model.order] = await shop.core.stores.orders.ofShopper(talk.shopper, 1);
  await shop.core.stores.orders.put([order]);
  return talk;
};
const placedNow = () => placed(0);
const asked = { en: 'where is my order', zh: '我的订单到哪了' };

describe('called off among remarks', () => {
  test.each([
    [asked.zh, '算了 取消吧 我去别家买'],
    [asked.zh, '太慢了 取消算了'],
    [asked.zh, '等不及了，帮我取消，我去超市买'],
    [asked.en, "forget it, cancel it, I'll buy elsewhere"],
    [asked.en, 'too slow. cancel then'],
    [asked.en, "just cancel everything, I'll get it in a store"],
  ])('it is asked before it is done: %s, %s', async (first, says) => {
    const talk = await placedNow();
    const { text, suggestions } = await lastOf(talk, [first, says]);
    expect(text).toMatch(/Shall I cancel it\?|确认取消这个订单吗/);
    expect(suggestions).toHaveLength(2);
    const [order] = await shop.core.stores.orders.ofShopper(talk.shopper, 1);
    expect(order!.status).toBe('placed');
  });

  test.each([
    [asked.zh, '算了'],
    [asked.en, 'never mind'],
  ])('giving up alone calls nothing off: %s, %s', async (first, says) => {
    expect((await lastOf(await placedNow(), [first, says])).text).not.toMatch(/Shall I cancel|确认取消/);
  });
});

describe('kept after all', () => {
  test.each([
    ['cancel my order', "wait no, keep it. don't cancel!!"],
    ['cancel my order', "no don't cancel it, I still want it"],
    ['取消订单', '等等 别取消 我还要'],
  ])('%s, %s', async (first, says) => {
    const talk = await placedNow();
    expect((await lastOf(talk, [first, says])).text).toMatch(/Nothing was changed|没有做任何更改/);
    const isThere = await talk.say(first === '取消订单' ? '到底取消了没' : 'did you cancel it or is it still on?');
    expect(isThere.text).toMatch(/packing|正在准备/);
    expect(isThere.text).not.toMatch(/Shall I cancel|确认取消/);
  });

  test('and what was cancelled is told as that', async () => {
    const says = ['cancel my order', 'yes', 'did you cancel it or is it still on?'];
    expect((await lastOf(await placedNow(), says)).text).toMatch(/: cancelled/);
  });
});

describe('when it leaves, and whether it comes by a day', () => {
  test.each([
    [[asked.zh, '今天能发货吗 我着急用'], /WY-93\d+.*还没有发出.*明天发出/],
    [[asked.zh, '今天能发货吗 我着急用', '我是问我这单！今天到底发不发'], /WY-93\d+.*明天发出/],
    [[asked.zh, '周五前能到吗', '那今天发得出去吗'], /WY-93\d+.*明天发出/],
    [[asked.en, 'is it going out today or not??'], /WY-93\d+.*should leave us tomorrow/],
    [[asked.en, 'will you ship it today?'], /WY-93\d+.*should leave us tomorrow/],
    [[asked.en, 'the sunscreen one, ordered today. when will it arrive, i need it by friday'], /27 Nov is possible/],
    [[asked.en, 'will it be here by friday?', 'so not sure by friday??'], /27 Nov is possible/],
    [[asked.zh, '周六之前我要用 赶得上不'], /11月28日周六前有可能到/],
  ])('%j', async (says, told) => {
    const { text } = await lastOf(await placedNow(), says);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/Ordered now|现在下单|没有查到|won't guess/);
  });

  test('what should have left already is not promised', async () => {
    const { text } = await lastOf(await placed(3), [asked.en, 'when are you sending it?']);
    expect(text).toMatch(/should have on Sun 22 Nov/);
    expect(text).not.toMatch(/today|tomorrow/);
  });
});

describe('the money, once it is cancelled', () => {
  test.each([
    ['cancel my order', 'yes', 'how long until i get the money'],
    ['cancel my order', 'yes', 'how long until'],
    ['取消订单', '好的', '钱多久退回来'],
    ['取消订单', '好的', '我问退款几天到账'],
    ['取消订单', '好的', '多久到账'],
  ])('comes back the same day, and nothing has to be sent for it: %s, %s, %s', async (...says) => {
    const { text } = await lastOf(await placedNow(), says);
    expect(text).toMatch(/same day|当天退回/);
    expect(text).not.toMatch(/Shanghai|上海|没有可退/);
  });

  test.each([
    ['cancel my order', 'yes', 'is it on my card today?'],
    ['取消订单', '好的', '今天能到账吗'],
  ])('and is no parcel: %s, %s, %s', async (...says) => {
    expect((await lastOf(await placedNow(), says)).text).toMatch(/goes back to the way you paid|原路退回/);
  });
});
