import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTalkingShop, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;

/** Noon in the shop: the evening deal is not on. */
const noon = new Date('2026-11-25T04:00:00Z');

beforeAll(async () => {
  shop = await openTalkingShop({ clock: () => noon });
});

afterAll(async () => {
  await shop.close();
});

type Line = readonly [says: string, hears: RegExp];

const conversations: readonly (readonly [situation: string, lines: readonly Line[]])[] = [
  [
    'a question about a promotion is answered from its rule, with its name and the day it ends, and so are those after it',
    [
      [
        'can I combine the ¥30 off every ¥300 with a code?',
        /^Yes, “Codes” and “¥30 off every ¥300” can be used on one order: “Codes” is taken off first/,
      ],
      [
        'what counts towards the ¥300?',
        /^Everything in the shop counts towards “¥30 off every ¥300”: .*until .*Beijing time/,
      ],
      ['does it include shoes?', /^Yes: everything in the shop counts/],
      ['until when is it?', /^“¥30 off every ¥300” is valid until \d+ \w+ 20\d\d.* \(Beijing time\)/],
      ['how often can I use it?', /at most 50 times per shopper/],
      ['what if I return one?', /taken off that refund, never more than the refund/],
      ['how does the ¥30 off every ¥300 deal work?', /¥300 of goods: ¥30 off, ¥270 to pay\./],
    ],
  ],
  [
    '关于活动的问题按正在进行的规则回答，带活动名称和截止时间',
    [
      ['满300减30和优惠券能一起用吗', /^可以一起用：先算“优惠码”，“每满 300 减 30”按剩下的金额计算/],
      ['哪些商品参加满减', /^全店商品都参加“每满 300 减 30”.*北京时间/],
      ['满减活动到什么时候', /^“每满 300 减 30”有效期至20\d\d年\d+月\d+日/],
      ['限几次', /每人限50次/],
      ['如果退一件呢', /从这笔退款里扣回/],
      ['满减怎么算', /商品750元：减60元，实付690元/],
      ['第二件半价和优惠码能同时用吗', /^不能一起用/],
      ['护肤折扣包括外套吗', /^外套不参加。只有护肤参加/],
    ],
  ],
  [
    'a question that may mean several promotions asks which',
    [
      ['until when is the promotion?', /^Which deal do you mean\?/],
      ['活动到什么时候', /^您问的是哪个活动？/],
    ],
  ],
  [
    'discounts in general: what the groups of the shop allow',
    [
      ['can discounts be combined?', /- “Codes”: one of them, together with “Storewide spend and save”/],
      ['优惠可以叠加吗', /- “优惠码”：只用一个，可以和“全店满减”/],
    ],
  ],
  [
    'a code is taken, waits for goods, counts, explains itself and goes',
    [
      ['apply code WILD20', /^Code WILD20 .* waits, because your cart is empty/],
      ['show me jackets over 250', /fit/],
      ['add the first one to my cart', /is in your cart/],
      ['WILD20', /^Code WILD20 is on your cart .*: ¥20 off\. Your total is now ¥/],
      ["why didn't my code work?", /“Code WILD20: ¥20 off from ¥199” \(code WILD20\): counts, worth ¥20\./],
      [
        'why is the gift not applied?',
        /“A small gift from ¥499”: not used, because your cart does not meet its condition yet\. Add ¥\d+.* more and it applies\./,
      ],
      ['why is the skincare deal not applied?', /not used, because/],
      ['remove code WILD20', /^Code WILD20 is off your cart\. Your total is now ¥/],
      ['why did code NOPE99 not work?', /^I don't know that code/],
      ['I have a code', /what is the code/],
    ],
  ],
  [
    'of two codes each is told what it does, or why not',
    [
      [
        'use codes WILD20 and NOPE99',
        /^Code WILD20 .* waits, because your cart is empty[\s\S]*Code NOPE99: I don't know/,
      ],
      ['show me jackets over 250', /fit/],
      ['add the first one to my cart', /is in your cart/],
      [
        'use code WILD20 and FIRST15',
        /^Code WILD20 \(.*\) is on your cart and waits, because [\s\S]*Code FIRST15 is on your cart .* off\. Your total is now ¥/,
      ],
      ['can I use WILD20 and FIRST15 together?', /^No: of .* an order takes one/],
      [
        'remove codes WILD20 and FIRST15',
        /^Code WILD20 is off your cart\.\s+Code FIRST15 is off your cart\. Your total/,
      ],
    ],
  ],
  [
    '两个码：各自说明生效了没有、为什么',
    [
      ['用WILD20和NOPE99两个码', /^优惠码 WILD20（.*）已放进购物车，暂时没生效[\s\S]*优惠码 NOPE99：没有这个优惠码/],
      ['给我看看250元以上的外套', /款/],
      ['把第一个加入购物车', /已加入购物车/],
      ['用WILD20和FIRST15两个码', /^优惠码 WILD20（.*暂时没生效[\s\S]*优惠码 FIRST15 已使用.*现在合计¥/],
      ['去掉优惠码WILD20和FIRST15', /^优惠码 WILD20 已去掉。\s+优惠码 FIRST15 已去掉。现在合计/],
    ],
  ],
  [
    '优惠码：输入、生效、为什么没生效、去掉',
    [
      ['给我看看外套', /款/],
      ['把第一个加入购物车', /已加入购物车/],
      ['我有优惠码 FIRST15', /^优惠码 FIRST15 已使用.*现在合计¥/],
      [
        '为什么满减没生效',
        /“每满 300 减 30”：没有用上，购物车还没达到条件。再买¥[\d.]+就可以用了。|“每满 300 减 30”：已生效/,
      ],
      ['还差多少可以享受满赠', /“满 499 元赠小礼”：没有用上.*再买¥/],
      ['去掉优惠码FIRST15', /^优惠码 FIRST15 已去掉/],
      ['优惠码ABCD99用不了', /没有这个优惠码/],
    ],
  ],
];

describe.each(conversations)('%s', (_, lines) => {
  test('is heard', async () => {
    const talk = await shop.talkTo();
    for (const [says, hears] of lines) {
      const answer = await talk.say(says);
      expect(answer.text, says).toMatch(hears);
    }
  });
});

test('a choice among promotions is a tap that asks the same question again', async () => {
  const talk = await shop.talkTo();
  const asked = await talk.say('until when is the promotion?');
  expect(asked.suggestions).toContain('¥30 off every ¥300');
  const answer = await talk.tap({ tap: 'say', text: 'Until when is “¥30 off every ¥300” valid?' });
  expect(answer.text).toMatch(/^“¥30 off every ¥300” is valid until/);
});

test('a code nobody typed is not told, whatever is asked', async () => {
  const talk = await shop.talkTo();
  for (const words of [
    'any deals?',
    'which codes are there',
    'what are the rules of the code',
    'can I combine a code with the sale',
    '有什么优惠码',
  ]) {
    const answer = await talk.say(words);
    expect(JSON.stringify([answer.text, answer.suggestions]), words).not.toMatch(/WILD20|FIRST15|SORRY/);
  }
});

test('the cart shown is the cart that is paid: the total after a code and the one asked for agree', async () => {
  const talk = await shop.talkTo();
  await talk.say('show me jackets over 250');
  await talk.say('add the first one to my cart');
  const applied = await talk.say('WILD20');
  const total = /total is now (¥[\d.,]+\d)/.exec(applied.text)?.[1];
  expect(total).toBeDefined();
  expect((await talk.say('show my cart')).text).toContain(total);
});
