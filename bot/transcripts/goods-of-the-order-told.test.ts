/** The thing of the order that was told of is what is meant: in a trouble, an exchange, a return, or asked about. */
import { describe, expect, test } from 'vitest';
import { modelOrder } from '../testing/model-order.ts';
import { buyerIn } from '../testing/own-order.ts';
import { cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);
const whoBought = buyerIn(shop, model, { name: 'told-goods', above: 960_000 });
const registered = async ({ shopper }: Talk): Promise<number> => {
  const orders = await shop.core.stores.orders.ofShopper(shopper, 5);
  const returns = await Promise.all(orders.map(order => shop.core.stores.returns.ofOrder(order.id)));
  return returns.flat().length;
};

const bears = () =>
  whoBought([10, 'Humming top', 'Little Bear school bag'], [14, 'Terraced fields puzzle', 'Odd Bear']);
const bags = () => whoBought([10, 'Half-moon', 'Humming top'], [12, 'Thumbprint mug']);
const shoes = (daysAgo = 10) => whoBought([daysAgo, 'Schoolyard running shoe'], [80, 'Workbench']);
const teas = () =>
  whoBought([6, 'Dianhong golden black tea, 250', 'Roasted buckwheat tea, 250', 'Roasted buckwheat tea, 50']);

describe('what came broken or wrong', () => {
  test.each([
    [["where's my stuff", 'the bear is damaged, one ear came off. want a new one'], /“Oddbear Odd Bear/],
    [['the odd bear came with a torn ear'], /“Oddbear Odd Bear/],
  ])('by its own name, and not by a word of another: %j', async (says, told) => {
    const { text } = await lastOf(await bears(), says);
    expect(text).toMatch(told);
    expect(text).not.toContain('school bag');
  });

  test('put right it starts no return', async () => {
    const talk = await bears();
    const says = [
      "where's my stuff",
      'the bear is damaged, one ear came off. want a new one',
      'no! not the bag. the ODD BEAR, the pink plush from the other order',
    ];
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(/new one or your money back/);
    expect(text).not.toMatch(/send back|Which order/);
  });

  test.each([
    ['你们发错颜色了 我要的是黑色给我发了白色', '是那个单肩包 我要黑的', /补发还是退款/],
    ['发错货了', '马克杯 要绿色的那个', /补发还是退款/],
    ['you sent me the wrong colour', 'the shoulder bag. I ordered black', /new one or your money back/],
  ])('what is named next is of that, and nothing is looked for: %s, %s', async (first, says, told) => {
    const answer = await lastOf(await bags(), [first, says]);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'product')).toHaveLength(0);
  });

  test('a tap on the order goes on with it', async () => {
    const talk = await bags();
    const cards = cardsOfType(await talk.say('发错货了，给我补发一个'), 'order');
    const [{ value }] = cards.flatMap(card => card.buttons) as [(typeof cards)[number]['buttons'][number]];
    const { text } = await talk.tap(value);
    expect(text).toMatch(/补发的要求我会转达|补发还是退款/);
    expect(text).not.toMatch(/要退哪些/);
  });

  test.each([['I want to return something', 'the bear', "not send back, REPLACE the bear, it's broken"]])(
    'another one wished for is no money back: %s, %s, %s',
    async (...says) => {
      const talk = await bears();
      expect((await lastOf(talk, says)).text).toMatch(/registered nothing/);
      expect(await registered(talk)).toBe(0);
    },
  );

  test.each([
    ['我上次买的东西想退货', '那个茶叶打开有股霉味，怎么办', /照片.*转人工/su],
    ['I want to return my last order', 'the tea smells mouldy, what can i do', /photograph.*colleague/s],
  ])('spoiled goods whose days are over are no matter of returning: %s, %s', async (first, says, told) => {
    const { text } = await lastOf(await whoBought([90, 'Jasmine pearls, 250']), [first, says]);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/return number|退货编号/);
  });

  test.each([
    [
      ['whats in my newest order then', 'eye cream gave me a rash. can i still give it back'],
      /sorry.*don't use.*past the 30 days/s,
    ],
    [['跑鞋那双还能退吗', '那眼霜呢 用了过敏脸红'], /抱歉.*停止使用.*超过30天/su],
  ])('what did harm comes before the days: %j', async (says, told) => {
    const talk = await whoBought([80, 'Schoolyard running shoe', 'Late Shift eye cream']);
    expect((await lastOf(talk, says)).text).toMatch(told);
  });

  test.each([
    ['cancel my last order pls', 'what? it never arrived at my door!'],
    ['where is my order', "I didn't get it"],
    ['我的订单到哪了', '可是我没收到啊'],
    ['取消我的订单', '什么？根本没送到我家啊'],
  ])('what is marked as delivered and did not come is traced: %s, %s', async (...says) => {
    const { text } = await lastOf(await whoBought([20, 'Baoshan single-origin coffee, 10']), says);
    expect(text).toMatch(/traced|追查/);
  });
});

describe('an exchange that was spoken of', () => {
  test.each([
    ['i ordered the wrong size, can i exchange', "the school shoe. it's too small for my son, need one size up"],
    ['买小了 能换吗', '跑鞋，儿子穿小了一码，要大一码'],
  ])('is of what was bought: %s, %s', async (...says) => {
    const answer = await lastOf(await shoes(), says);
    expect(answer.text).toMatch(/An exchange is arranged by a colleague|换货由同事为您办理/);
    expect(cardsOfType(answer, 'product')).toHaveLength(0);
    expect((await lastOf(await shoes(40), says)).text).toMatch(/past the 30 days|超过30天/);
  });
});

describe('a return', () => {
  test.each([
    ['算了那退了吧', ['我上一单到哪了', '那个滇红能退吗'], /滇红金芽红茶 250 克礼罐 × 1/],
    ['ok then return it', ['can I still return the golden black tea?'], /1 × .*Dianhong/],
  ])('is of the one thing that was spoken of: %s', async (says, before, told) => {
    expect((await lastOf(await teas(), [...before, says])).text).toMatch(told);
  });

  test.each([
    ['actually also the 250g buckwheat tea from the same order', /1 × .*buckwheat tea, 250 g/],
    ['and the small buckwheat tea as well please', /1 × .*buckwheat tea, 50 g/],
  ])('goes on with one more of the order, which is not sold again: %s', async (says, told) => {
    const talk = await teas();
    const begun = ['I want to return something', 'the dianhong tea, havent opened it', 'changed my mind', 'yes'];
    const answer = await lastOf(talk, [...begun, says]);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'product')).toHaveLength(0);
    expect(await registered(talk)).toBe(1);
  });

  test.each([
    ['I want to return something', '250 g buckwheat', /^1 × .*buckwheat tea, 250 g[^,]*from/],
    ['我要退货', '250克苦荞', /黑苦荞茶 250 克礼罐 × 1。/],
  ])('by its pack and a word of its name, alone: %s, %s', async (first, says, told) => {
    const { text } = await lastOf(await teas(), [first, says]);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/Dianhong|滇红/);
  });
});

describe('what is asked of a thing of it', () => {
  test.each([
    ["hi, where's my parcel", 'cleanser, is it good for oily skin?', /Skin: all kinds/],
    ['我的订单到哪了', '那个洁面乳敏感肌能用吗', /洁面乳/],
  ])('is told of that, and nothing is bought again: %s, %s', async (first, says, told) => {
    const { text } = await lastOf(await whoBought([14, 'Rice water gentle cleanser, 100', 'Moss barrier']), [
      first,
      says,
    ]);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/today's prices|Which product|哪一款/);
  });
});

test.each(['hey what did i buy in the last months', '我这几个月都买了啥'])(
  'what was bought is told of orders: %s',
  async says => {
    const answer = await lastOf(await whoBought([9, 'Sheepfold fleece'], [60, 'Odd Bear']), [says]);
    expect(cardsOfType(answer, 'order')).toHaveLength(2);
  },
);
