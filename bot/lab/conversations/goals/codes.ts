/** A code that holds, and one that does not. */
import type { Goal, Openings } from '../goal.ts';
import { say } from '../goal.ts';
import { asked } from '../reading.ts';
import { type Phrases, pick } from '../wording.ts';
import { goodsBetween } from './picking.ts';

const codeOpenings: Openings = {
  plain: {
    en: [
      'I was given the code {code}, can you take it off my cart?',
      'please use {code} on what I have in my basket',
      'I have {code} left over from a promotion, deduct it from what I owe please',
      'my discount code is {code}, enter it for me',
      'got {code} from a friend, does it work?',
      'the podcast I listen to mentioned {code}, I want that discount on my order',
      "here's my voucher: {code}",
      'how do I make {code} count on this order? put it in please',
      'I saw no box for {code} on the payment page, can you do it for me?',
      'the newsletter told me to quote {code} at checkout, could you apply it?',
      'coupon {code} came with my last parcel, please add it to what I am buying',
    ],
    zh: [
      '我有个优惠码{code}，帮我用上',
      '购物车用一下这个码：{code}',
      '我领了一张券，编号{code}，麻烦在这单上抵掉',
      '把{code}加到我的订单上',
      '我的折扣码是{code}，帮我输入',
      '小红书上看到的{code}，想在这次买东西时使用',
      '朋友给了我{code}，能用吗',
      '{code}这个券码怎么用？帮我用掉',
      '付款页找不到填码的地方，{code}你替我弄上可以吗',
      '短信里收到一个{code}，麻烦给我抵扣一下',
      '结算的时候想用{code}减点钱，你帮我操作下',
    ],
  },
  vague: {
    en: [
      'I have a voucher',
      'where does my discount code go?',
      "I've been told I can get a reduction with a promo code, what do I do with it?",
      "there's a code I got",
      'got a coupon lying around, how do I redeem it',
    ],
    zh: ['我有张券', '优惠码填哪里', '别人转给我一个折扣码，该怎么弄', '有个码想用', '手上有张优惠代码，要怎么使用'],
  },
  terse: {
    en: [
      '{code}',
      'use {code}',
      'discount code {code}',
      'voucher {code}',
      'enter {code}',
      'coupon {code}',
      'code {code}',
      'redeem {code}',
      'try {code}',
      'apply {code} pls',
      'promo {code}',
    ],
    zh: [
      '{code}',
      '用{code}',
      '折扣码 {code}',
      '码：{code}',
      '输入{code}',
      '使用一下{code}',
      '优惠码{code}',
      '兑换{code}',
      '{code}减一下',
      '{code}能抵吗',
      '我有券 {code}',
    ],
  },
};

const givesCode = (code: string): Phrases => ({
  en: [`it's ${code}`, code, `${code} is what I was sent`, `the code is ${code}`, `here you go: ${code}`],
  zh: [`是${code}`, code, `收到的是${code}`, `码是${code}`, `给你：${code}`],
});

const goodCode: Goal = {
  key: 'code',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    await stage.fillCart(visitor, [goodsBetween(stage, random, 210, 420)]);
    const code = 'WILD20';
    return {
      visitor,
      openings: codeOpenings,
      slots: { code },
      wantsDeals: true,
      respond: ({ heard }) => (asked(heard) === 'code' ? say(givesCode(code)) : null),
      achieved: async exchanges => {
        const cart = await stage.core.stores.carts.ofShopper(visitor.shopper);
        return (cart?.codes ?? []).includes(code) && exchanges.some(e => e.heard.text.includes('¥20'));
      },
    };
  },
};

const badCodes = [
  { code: 'SAVE50', why: /don't know (?:that|the) code|unknown|没有这个优惠码|不存在/i },
  { code: 'WILD20', why: /¥\d+(?:\.\d+)? more|差|再(?:加|买|满)|条件|condition/i },
] as const;

const badCode: Goal = {
  key: 'code-refused',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    await stage.fillCart(visitor, [goodsBetween(stage, random, 40, 150)]);
    const { code, why } = pick(badCodes, random);
    return {
      visitor,
      openings: codeOpenings,
      slots: { code },
      wantsDeals: true,
      respond: ({ heard }) => (asked(heard) === 'code' ? say(givesCode(code)) : null),
      achieved: exchanges => exchanges.some(e => why.test(e.heard.text)),
      violated: exchanges =>
        exchanges.some(e => /is on your cart \(.*off\. Your total|已(?:使用|生效)[^。]*立减/.test(e.heard.text))
          ? `The code ${code} was said to count, which it does not`
          : null,
    };
  },
};

export const codeGoals: readonly Goal[] = [goodCode, badCode];
