import { describe, expect, test } from 'vitest';
import { asId, type OfferId } from '../../knowledge/domain/ids.ts';
import { type Answer, cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';
import { treatedGuests } from '../testing/treated-guests.ts';

const shop = talkingShop();

/** What lies before the shopper, in either language. */
const before = {
  nothing: { en: [], zh: [] },
  list: { en: ['waterproof running shoes'], zh: ['防水跑鞋'] },
  one: {
    en: ['waterproof running shoes', 'tell me about the Kerbside rain runner'],
    zh: ['防水跑鞋', '路沿雨跑鞋介绍一下'],
  },
  shoe: { en: ['add the Kerbside rain runner in oat to my cart'], zh: ['把野渡 路沿雨跑鞋 燕麦色加入购物车'] },
  jacket: {
    en: ['add the Plum Rain shell in cherry red to my cart'],
    zh: ['把野渡 梅雨硬壳外套 樱桃红加入购物车'],
  },
  code: {
    en: ['add the Plum Rain shell in cherry red to my cart', 'apply code WILD20'],
    zh: ['把野渡 梅雨硬壳外套 樱桃红加入购物车', '用优惠码WILD20'],
  },
  abroad: {
    en: ['do you deliver to Germany?', 'add the Plum Rain shell in cherry red to my cart'],
    zh: ['能寄到德国吗', '把野渡 梅雨硬壳外套 樱桃红加入购物车'],
  },
  page: { en: ['how long do I have to return something?'], zh: ['多久之内可以退货'] },
} as const;

type Before = keyof typeof before;
/** Asked of what lies there, what is told, and what would be of something else. */
type Row = readonly [on: Before, says: string, tells: RegExp, not?: RegExp];

const english: readonly Row[] = [
  ['jacket', 'any discount?', /^Off your cart already: “¥30 off every ¥300” \(−¥30\)\. That makes ¥329 in all/],
  ['code', 'any discount?', /“Code WILD20.*\(−¥20\).*\(−¥30\), ¥50 in all\. That makes ¥309 in all/],
  ['abroad', 'any discount?', /¥329 for the goods and ¥120 for delivery to Germany: ¥449 in all/, /free from/],
  ['shoe', 'how much do I save?', /^Nothing comes off your cart so far: ¥91 in all with ¥12 delivery/],
  ['jacket', 'how much do I save?', /\(−¥30\).*¥329/],
  ['code', 'how much do I save?', /¥50 in all\. That makes ¥309/],
  ['one', 'how much do I save?', /^Nothing comes off the Wild Yonder Kerbside rain runner/],
  ['one', 'is this the best price?', /^¥79 is the shop's price for the Wild Yonder Kerbside/, /^Yes, there's a deal/],
  ['jacket', 'is this the best price?', /^Your cart has .*\(−¥30\) off its ¥359 already/],
  ['list', 'is this the best price?', /^Of the list, this comes off by itself: .*Bogwalker.*\(−¥30\)/],
  [
    'one',
    "what's the catch?",
    /^No catch: the Wild Yonder Kerbside rain runner.* is ¥79, delivery is ¥12, free from ¥199.*30 days/,
  ],
  ['list', "what's the catch?", /^No catch: the prices you see/],
  ['jacket', "what's the catch?", /^No catch: .*¥359, less “¥30 off every ¥300”/],
  ['abroad', "what's the catch?", /delivery to Germany is ¥120/, /free/],
  ['code', "what's the catch?", /code WILD20 is ¥20 off.*¥199 or more.*once per shopper.*Valid until.*One code/],
  ['page', "what's the catch?", /30 days/, /catch”/],
  ['nothing', "what's the catch?", /\?$/],
  ['one', 'how long is it valid?', /is ¥79 today\. That price has no end date/, /cm/],
  ['jacket', 'how long is it valid?', /is ¥359 today/, /Length/],
  ['code', 'how long is it valid?', /^Code WILD20 is valid until \d+ \w+ 2027/],
  ['page', 'how long is it valid?', /30 days/],
  ['code', 'can I use it together with a code?', /^One code counts on an order, and WILD20 is on your cart/],
  ['list', 'can I use it together with a code?', /^A code goes together with/, /Codes/],
  ['one', 'will it be cheaper next week?', /is ¥79 now.*[\s\S]*7 days/],
  ['code', 'will it be cheaper next week?', /is ¥359 now[\s\S]*Code WILD20 is valid until/],
  [
    'one',
    'what if I buy one more?',
    /^2 × Wild Yonder Kerbside rain runner.*: ¥158, and nothing comes off\. That makes ¥170.*now it is ¥91/,
  ],
  ['jacket', 'what if I buy one more?', /¥718, less .*\(−¥60\).*gift worth ¥39.*That makes ¥658/],
  ['code', 'what if I buy one more?', /\(−¥20\).*\(−¥60\).*That makes ¥638.*now it is ¥309/],
  ['page', 'what if I buy one more?', /¥30 off every ¥300/, /free one too/],
  ['one', 'is there anything better?', /Above the Wild Yonder Kerbside.*\(¥79\) in price .*¥479/],
  ['nothing', 'is there anything better?', /^Better than what\?/],
  ['page', 'why this one?', /^Which one do you mean\?/, /offer/],
];

const chinese: readonly Row[] = [
  ['jacket', '有折扣吗', /^购物车已经享受“每满 300 减 30”减¥30，包邮，一共¥329/],
  ['code', '有折扣吗', /共减¥50，包邮，一共¥309/],
  ['abroad', '有折扣吗', /寄到德国运费¥120，一共¥449/, /包邮，一共/],
  ['shoe', '能省多少', /^购物车目前还没有减免：加运费¥12，一共¥91/],
  ['code', '能省多少', /共减¥50/, /运费是多少/],
  ['one', '能省多少', /路沿雨跑鞋.*目前没有自动减的活动/, /不敢确定/],
  ['one', '这是最低价吗', /路沿雨跑鞋.*标价就是¥79/, /^有的/],
  ['one', '有什么限制条件吗', /^没有别的限制：.*¥79，运费¥12，满¥199包邮，签收后30天内都可以退/],
  ['jacket', '有什么限制条件吗', /¥359，享受“每满 300 减 30”减¥30/],
  ['code', '有什么限制条件吗', /优惠码 WILD20，全场立减20元，订单满199元可用，每人限1次/],
  ['page', '有什么限制条件吗', /30 天/],
  ['one', '有效期到什么时候', /今天是¥79，这个价格没有截止日期/, /不敢确定/],
  ['code', '有效期到什么时候', /^优惠码 WILD20 有效期到2027年/],
  ['code', '能和优惠码一起用吗', /^一单只能用一个优惠码，WILD20/],
  ['one', '过几天会降价吗', /现在是¥79.*[\s\S]*7 天/, /全店活动/],
  ['one', '再买一个会更便宜吗', /2 件，商品¥158，没有减免，加运费¥12，一共¥170；现在是¥91，单件不会更便宜/],
  ['jacket', '再买一个会更便宜吗', /商品¥718.*减¥60.*一共¥658/],
  ['one', '有没有更好的', /高一档的有：.*¥479/, /不敢确定/],
  ['nothing', '有没有更好的', /^您想比什么更好/, /亚麻/],
  ['page', '为什么是这个', /^您指的是哪一个/, /优惠/],
];

describe.each([
  ['en', english],
  ['zh', chinese],
] as const)('a short question of prices and deals is one of what lies before the shopper, in %s', (language, rows) => {
  test.each(rows.map(([on, says, tells, not]) => ({ on, says, tells, not })))('$on: $says', async row => {
    const { on, says, tells, not } = row;
    const { text } = await lastOf(await shop.talkTo(), [...before[on][language], says]);
    expect(text).toMatch(tells);
    if (not) expect(text).not.toMatch(not);
  });
});

/** A guest no campaign holds out who has a jacket in the cart and was made a deal. */
const withDeal = async (language: 'en' | 'zh'): Promise<{ talk: Talk; offer: OfferId; answer: Answer }> => {
  for await (const talk of treatedGuests(shop)) {
    const answer = await lastOf(talk, [...before.jacket[language], language === 'zh' ? '有优惠吗' : 'any deals?']);
    const [card] = cardsOfType(answer, 'offer');
    if (card) return { talk, offer: asId<OfferId>(card.id), answer };
  }
  throw new Error('A hundred guests asked for a deal in vain');
};

describe('of a deal that was made', () => {
  test.each([
    ['en', "what's the catch?", /^No small print beyond this: “.*Valid until .*doesn't go together with a code/],
    ['en', 'how long is it valid?', /^Your deal “.*” is valid until 24 November 2026/],
    ['en', 'can I use it together with a code?', /^No, “.*” doesn't go together with a code/],
    ['en', 'why this one?', /deal|offers|chosen/],
    ['zh', '有什么限制条件吗', /^条件就这些：“.*有效期到2026年11月24日.*不能和优惠码一起用/],
    ['zh', '有效期到什么时候', /有效期到2026年11月24日/],
    ['zh', '能和优惠码一起用吗', /^不能，“.*”不能和优惠码叠加/],
  ] as const)('%s: %s, before and after "no thanks"', async (language, says, tells) => {
    const { talk, offer } = await withDeal(language);
    expect((await talk.say(says)).text).toMatch(tells);
    await talk.tap({ tap: 'decline-offer', offer });
    expect((await talk.say(says)).text).toMatch(tells);
    // Nothing was taken by asking.
    expect((await shop.core.stores.offers.get(offer))?.state).not.toBe('held');
  });

  test.each([
    ['en', 'any discount?', /The deal from before still stands until/],
    ['en', 'is this the best price?', /The deal from before still stands until/],
    ['en', 'how much do I save?', /The deal from before still stands until/],
    ['zh', '有折扣吗', /刚才的优惠还在/],
    ['zh', '能省多少', /刚才的优惠还在/],
  ] as const)('%s: %s, after "no thanks": it is not denied, and can be had', async (language, says, tells) => {
    const { talk, offer } = await withDeal(language);
    await talk.tap({ tap: 'decline-offer', offer });
    const answer = await talk.say(says);
    expect(answer.text).toMatch(tells);
    expect(cardsOfType(answer, 'offer')[0]?.buttons).toHaveLength(2);
    await talk.tap({ tap: 'apply-offer', offer });
    expect((await shop.core.stores.offers.get(offer))?.state).toBe('held');
  });

  test.each([
    ['en', 'how much do I save?', /^Off your cart already: .* and .*, ¥\d[\d.]* in all\. That makes ¥/],
    ['en', 'how long is it valid?', /It's on your cart; order by then/],
    ['zh', '能省多少', /^购物车已经享受.*共减¥/],
    ['zh', '用这个优惠能省多少', /减¥/],
  ] as const)('%s: %s, once it is on the cart', async (language, says, tells) => {
    const { talk, offer } = await withDeal(language);
    await talk.tap({ tap: 'apply-offer', offer });
    expect((await talk.say(says)).text).toMatch(tells);
  });

  test('is not taken by asking what it saves', async () => {
    const { talk, offer } = await withDeal('zh');
    const { text } = await talk.say('用这个优惠能省多少');
    expect(text).not.toMatch(/已使用/);
    expect((await shop.core.stores.offers.get(offer))?.state).toBe('quoted');
  });
});

/** Of an order of the shopper's own, or of what was bought. */
const ofOrders: readonly (readonly [says: readonly string[], tells: RegExp, not?: RegExp])[] = [
  [['where is my order?', 'how much do I save?'], /^(?:Nothing|¥\d[\d.]*) came off order WY-\d+: you paid ¥/],
  [['where is my order?', 'is this the best price?'], /^You paid ¥.* for order WY-\d+[\s\S]*7 days/],
  [['where is my order?', 'can I use it together with a code?'], /^No, a code can't be put on order WY-/],
  [['where is my order?', 'why this one?'], /^Because order WY-\d+ of .* is your latest/, /offer/],
  [['where is my order?', 'what if I buy one more?'], /^Order WY-\d+ is placed, so nothing can be added/],
  [
    ['buy the same as last time again', 'any discount?'],
    /^(?:The \w+ together|Nothing comes off|\w.*): ?.*¥/,
    /Yes, there's a deal/,
  ],
  [['buy the same as last time again', 'why this one?'], /^Because you bought .* asked for the same again/],
  [["I'd like to return something", 'how long is it valid?'], /^You have 30 days from delivery/],
  [["I'd like to return something", "what's the catch?"], /^You have 30 days from delivery/],
  [["I'd like to return something", 'why this one?'], /^Because these are the orders that have arrived/],
  [['我的订单到哪了', '能省多少'], /^订单 WY-\d+/, /全店活动/],
  [['我的订单到哪了', '为什么是这个'], /是您最近的一单/, /优惠/],
  [['我要退货', '有效期到什么时候'], /^签收后30天内都可以退/],
  [['上次买的再来一份', '为什么是这个'], /^因为这.*您.*买过的/],
];

test.each(ofOrders.map(([says, tells, not]) => ({ says, tells, not })))('of an order: $says', async row => {
  const { says, tells, not } = row;
  const { text } = await lastOf(await shop.talkTo('s-0004'), says);
  expect(text).toMatch(tells);
  if (not) expect(text).not.toMatch(not);
});
