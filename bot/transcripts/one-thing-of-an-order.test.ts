/** One thing of an order of one's own: called off alone, sent back while the rest stays, told by what it is or that it does not fit. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'one-thing');

const statusOf = async (talk: Talk): Promise<string[]> =>
  (await shop.core.stores.orders.ofShopper(talk.shopper, 5)).map(({ status }) => status);

const grinder = { en: 'Pocket hand grinder', zh: '手摇磨豆机' };
const things = ['children’s sunscreen', 'Workbench chore jacket', 'Pocket hand grinder'] as const;
const teas = [
  'Dianhong golden black tea, 250',
  'Roasted buckwheat tea, 100',
  'Roasted buckwheat tea, 250',
  'Thumbprint mug',
] as const;

describe('one thing of an order that has not left is called off by a colleague alone, and that is said', () => {
  test.each([
    [['show me my orders', 'cancel the newest one, but only the grinder']],
    [['remove the grinder from my order please']],
    [['cancel the grinder but keep the rest']],
    [['cancel my order', 'no not the whole order, only the grinder!']],
    [['take the grinder out of my order']],
    [['订单里的磨豆机不要了']],
    [['把磨豆机从订单里去掉']],
    [['我的订单', '磨豆机取消掉,其他的照发']],
    [['取消订单', '不是整单 就取消磨豆机']],
    [['取消订单', '只取消磨豆机行不行']],
  ])('%j', async says => {
    const { talk, numbers } = await owner({ status: 'placed', ago: 1, things });
    const answer = await lastOf(talk, says);
    const isHan = /\p{Script=Han}/u.test(says.join(''));
    expect(answer.text).toContain(numbers[0]);
    expect(answer.text).toContain(isHan ? grinder.zh : grinder.en);
    expect(answer.text).toMatch(isHan ? /只能整单取消/ : /only be cancelled as a whole/);
    // Nothing is offered for sale, and nothing was done.
    expect(cardsOfType(answer, 'product')).toEqual([]);
    expect(await statusOf(talk)).toEqual(['placed']);
    const next = await talk.say(isHan ? '好的' : 'yes');
    expect(next.text).toMatch(isHan ? /人工客服/ : /colleague/);
    expect(await statusOf(talk)).toEqual(['placed']);
  });

  test.each(['remove the grinder from my order', '订单里的磨豆机不要了'])(
    'the only thing of it is all of it: %s',
    async text => {
      const { talk } = await owner({ status: 'placed', ago: 1, things: ['Pocket hand grinder'] });
      const answer = await talk.say(text);
      expect(answer.text).toContain('¥299');
      expect(answer.text).toMatch(/Shall I cancel it|确认取消/);
    },
  );

  test.each(['take the jacket out of my order please', '订单里的外套不要了'])('what left is told: %s', async text => {
    const { talk } = await owner({ status: 'shipped', ago: 2, things });
    expect((await talk.say(text)).text).toMatch(/already on its way|已经发出/);
  });

  test('and what is in the cart is taken out of the cart', async () => {
    const talk = await shop.talkTo();
    const answer = await lastOf(talk, ['add the thumbprint mug, sage', 'remove the mug from my order']);
    expect(answer.text).toContain('out of your cart');
  });
});

describe('in a return what is named of the order is what goes back', () => {
  test.each([
    [
      ['I want to return something', 'only the small tea and the big buckwheat tin, keep the rest'],
      ['100 g', '250 g'],
      ['Dianhong', 'mug'],
    ],
    [['return my order', "I'll keep the mug, send back everything else"], ['Dianhong', '100 g', '250 g'], ['mug']],
    [['I want to return something', 'the dianhong and the small buckwheat'], ['Dianhong', '100 g'], ['mug']],
    [['我要退货', '只退小包苦荞茶和滇红,其他留着'], ['滇红', '100 克'], ['马克杯']],
    [
      ['我要退货', '苦荞那两个'],
      ['100 克', '250 克礼罐'],
      ['滇红', '马克杯'],
    ],
  ])('%j', async (says, chosen, left) => {
    const { talk } = await owner({ status: 'delivered', ago: 8, things: teas });
    const answer = await lastOf(talk, says);
    for (const one of chosen) expect(answer.text).toContain(one);
    for (const one of left) expect(answer.text).not.toContain(one);
    expect(answer.text).toMatch(/What's the reason|退货原因/);
  });

  test("which two of three teas is asked, and nothing is sold to whoever says it's the return", async () => {
    const { talk } = await owner({ status: 'delivered', ago: 8, things: teas });
    const answer = await lastOf(talk, ['I want to return something', "no i don't want to buy, the RETURN. two teas"]);
    expect(answer.text).toMatch(/^Which of these/);
    expect(answer.text).not.toContain('mug');
  });

  test.each([
    ['I want to return something', 'what is the mug made of?'],
    ['I want to return something', 'do you have another mug in blue?'],
  ])('%s, %s chooses nothing', async (...says) => {
    const { talk } = await owner({ status: 'delivered', ago: 8, things: ['Workbench chore jacket', 'Thumbprint mug'] });
    expect((await lastOf(talk, says)).text).toContain('What would you like to send back');
  });

  test.each([
    [['我想退货', '普洱那个,喝着有股霉味'], '要退几件'],
    [['I want to return something', "the pu'er, it tastes mouldy"], 'How many of the 3'],
  ])('of an order of one thing only how many is asked: %j', async (says, asked) => {
    const { talk } = await owner(
      { status: 'delivered', ago: 8, things: ['Baoshan single-origin coffee', 'Longjing green tea'] },
      { status: 'delivered', ago: 10, things: [['Ripe pu’er, 2018, 50', 3]] },
    );
    expect((await lastOf(talk, says)).text).toContain(asked);
    // Why was told already.
    const next = await talk.say(says[0]!.startsWith('I') ? 'two' : '全部,三包都退');
    expect(next.text).toMatch(/Shall I start the return|确认办理退货/);
  });
});

describe('what does not fit is something that is worn', () => {
  test.each([
    [["I want to return something from my last order, it doesn't fit"]],
    [['I want to return something, it does not fit me']],
    [['我要退最近一单的东西,尺码不合适']],
    [['I want to return the sunscreen', 'no wait, sunscreen doesn\'t "fit" lol.. I mean the clothes one']],
    [['我要退防晒', '不是防晒 我是说衣服']],
  ])('%j', async says => {
    const { talk } = await owner(
      { status: 'delivered', ago: 8, things: ['Workbench chore jacket', 'Thumbprint mug'] },
      { status: 'delivered', ago: 9, things: ['children’s sunscreen'] },
    );
    const answer = await lastOf(talk, says);
    const said = answer.text + JSON.stringify(answer.cards);
    expect(said).toMatch(/chore jacket|工装外套/);
    expect(said).not.toMatch(/sunscreen|防晒/);
  });
});
