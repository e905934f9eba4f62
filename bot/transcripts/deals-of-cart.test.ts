/** Questions about one's own cart and its deals are answered of that cart: first-order deals, codes, the next step, the gift, what counts. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';
import { treatedGuest } from '../testing/treated-guests.ts';

/** Noon in the shop: the evening deal is not on. */
const noon = Date.parse('2026-11-25T04:00:00Z');

const shop = talkingShop({ clock: () => new Date(noon) });

/** A guest whom no campaign holds out, with these in the cart. */
const withCart = async (...puts: readonly string[]): Promise<Talk> => {
  const talk = await treatedGuest(shop);
  for (const text of puts) await talk.say(text);
  return talk;
};

const kettleEn = 'add Emberpan Swan-neck electric kettle, chalk white';
const kettleZh = '鹅颈电水壶 粉白 加购';
const overGiftEn = [
  kettleEn,
  'add Emberpan Small Vegetable knife, chestnut',
  'add the Sunday Egg non-stick pan slate grey',
];
const overGiftZh = ['余烬 小菜刀 栗棕加购', kettleZh, '周日煎蛋不粘锅石板灰加购'];

describe('a first-order deal or a code is looked up for the cart', () => {
  test.each([
    [kettleEn, 'have a code for new customers?'],
    [kettleEn, 'do you have a promo code for new customers'],
    [kettleEn, 'any coupon i can use?'],
    [kettleEn, 'which code could i use for this cart'],
    [kettleEn, "it's my first order, do i get something off?"],
    [kettleZh, '有优惠码吗 我记得新人有减'],
    [kettleZh, '首单能用吗'],
    [kettleZh, '新人优惠能不能减'],
    [kettleZh, '有没有券可以用'],
    [kettleZh, '那用最便宜的方式帮我算 我是新用户'],
  ])('%s: %s', async (put, says) => {
    const talk = await withCart(put);
    const answer = await talk.say(says);
    expect(answer.text).toMatch(/¥299/);
    expect(answer.text).not.toMatch(/Ask me again|放进购物车再问|不敢确定|can't say|页面/);
    expect(cardsOfType(answer, 'product')).toEqual([]);
    // Either the deal there is, with its card, or that there is none.
    if (cardsOfType(answer, 'offer').length === 0)
      expect(answer.text).toMatch(/no first-order deal|no code|首单优惠|优惠码|There's no|没有/i);
  });

  test('beside the cart it is told once what comes off it', async () => {
    const talk = await withCart(kettleZh);
    const answer = await talk.say('看看购物车 首单能用吗');
    expect(answer.text).not.toContain('不敢确定');
    expect(answer.text.match(/¥299/g)).toHaveLength(1);
    expect(cardsOfType(answer, 'cart')).toHaveLength(1);
  });
});

describe('how much is missing from the next step', () => {
  test.each([
    ['滤杯白色来一个', '差多少到满减', /^再买¥171的商品，就能减¥30/],
    [kettleZh, '还差多少能再减30', /^再买¥271的商品，就能再减¥30/],
    [kettleZh, '这样一共多少 再算算能不能凑满减', /购物车合计¥299[\s\S]*再买¥271的商品，就能再减¥30/],
    [
      'add the white coffee dripper',
      'how much do i have to add to get 30 off',
      /^¥171 more of goods and ¥30 comes off/,
    ],
    [kettleEn, 'how much more for another 30 off?', /^¥271 more of goods and another ¥30 comes off/],
    [kettleEn, 'how far am i from the next discount', /^¥271 more of goods and another ¥30 comes off/],
  ] as const)('%s: %s', async (put, says, hears) => {
    const talk = await withCart(put);
    const { text } = await talk.say(says);
    expect(text).toMatch(hears);
    expect(text).not.toContain('不敢确定');
  });
});

test.each([
  [overGiftEn, 'what gift is that? can i choose', /“Saltpetal Deckhand hand cream, 30 ml”[\s\S]*choose it in the cart/],
  [overGiftEn, 'the gift over 499! what is it', /“Saltpetal Deckhand hand cream, 30 ml”/],
  [overGiftEn, 'which gift do i get', /“Saltpetal Deckhand hand cream, 30 ml”/],
  [overGiftZh, '送的是什么啊 能选吗', /“盐瓣 水手护手霜 30 毫升”[\s\S]*购物车里选/],
  [overGiftZh, '赠品是啥', /“盐瓣 水手护手霜 30 毫升”/],
] as const)('the gift of the cart: %s %s', async (puts, says, hears) => {
  const talk = await withCart(...puts);
  await talk.say(/\p{Script=Han}/u.test(says) ? '一共多少' : 'total?');
  const answer = await talk.say(says);
  expect(answer.text).toMatch(hears);
  expect(answer.text).not.toMatch(/can't say|不敢确定|For example|例如/);
  expect(cardsOfType(answer, 'product')).toEqual([]);
});

test.each([
  [kettleEn, 'is the 30 off and my free delivery both counted?', /“¥30 off every ¥300”: counts, worth ¥30[\s\S]*¥299/],
  [kettleZh, '满减和包邮都算进去了吗', /“每满 300 减 30”：已生效，省¥30[\s\S]*¥299/],
] as const)('what counts on the cart: %s: %s', async (put, says, hears) => {
  const talk = await withCart(put);
  expect((await talk.say(says)).text).toMatch(hears);
});

test.each([
  [
    'Page clip reading light in yellow, put it in the cart',
    "why is delivery included, isn't it free only from 199?",
    /^Delivery is ¥12 for your cart: ¥81 in all/,
  ],
  ['第一公里入门跑鞋 墨黑 43码来一双', '不是满199包邮吗 怎么还有运费', /^购物车运费¥12，一共¥141/],
] as const)('why there is delivery in the total: %s: %s', async (put, says, hears) => {
  const talk = await withCart(put);
  expect((await talk.say(says)).text).toMatch(hears);
});

test.each([
  ['power bank slate grey', 'how much are two of them? any deals on that?'],
  ['远归充电宝 石板灰', '两个多少钱 有活动没'],
])('a deal that is asked for beside so many is for so many: %s: %s', async (thing, says) => {
  const talk = await withCart(thing);
  const answer = await talk.say(says);
  expect(answer.text).toMatch(/¥278/);
  expect(answer.text).not.toMatch(/free delivery, which|免运费，立省|¥139/);
});
