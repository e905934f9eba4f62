import { isSellable, type Product } from '../../../../knowledge/domain/product.ts';
import type { Random } from '../../../../knowledge/domain/random.ts';
import type { Exchange, Goal, Openings } from '../goal.ts';
import { leave, say, tap, type } from '../goal.ts';
import { asked, cardsOf } from '../reading.ts';
import type { Stage } from '../stage.ts';
import { type Phrases, pick } from '../wording.ts';

/** Outside the category deals and between two prices, so that it is known what a code has to do. */
const goodsBetween = (stage: Stage, random: Random, low: number, high: number): Product =>
  pick(
    stage.products.filter(
      p =>
        isSellable(p) &&
        p.category !== 'tea-coffee' &&
        p.category !== 'skincare' &&
        p.price.minor >= low * 100 &&
        p.price.minor <= high * 100,
    ),
    random,
  );

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

const dealOpenings: Openings = {
  plain: {
    en: [
      'what is the best price you can do on my cart?',
      'is there some way to get this cheaper?',
      'can you do any better on the price of these things?',
      "before I pay, is there a discount I'm missing?",
      'how can I save some money on this purchase',
      'is there a coupon going that would fit what I am ordering?',
      'are there any promotions I could use for this?',
      'do I get anything off if I buy today',
      'I would buy all of this right now if it cost a bit less, what can you offer?',
      'could you knock a bit off the total for me?',
      'anything going that would bring my bill down?',
    ],
    zh: [
      '我购物车里的最低能多少钱？',
      '有没有办法便宜一点？',
      '我想把这些都买了，你这边能给什么优惠？',
      '付款前问下，还有没有折扣我没用到',
      '怎么买最划算',
      '想问下现在有没有优惠券可以领来用在这单上',
      '有什么促销我能用上的？',
      '今天买有优惠没',
      '东西都挑好了，就差个好价钱，能少收点吗',
      '这一车东西能给我打几折？',
      '帮我看看这单还能省多少',
    ],
  },
  vague: {
    en: [
      'this is a bit expensive',
      'hmm, pricey',
      "money's tight this month, can the price move at all?",
      'I like saving money',
      "it's more than I wanted to spend",
    ],
    zh: ['有点贵啊', '价格有点高', '这个月手头紧，价格上能照顾一下吗', '想省点钱', '总价超我预算了'],
  },
  terse: {
    en: [
      'discount?',
      'best price',
      'any coupons?',
      'any offers',
      'sale?',
      'special price?',
      'promo?',
      'deals pls',
      'save me money',
      'money off?',
      'cheaper?',
    ],
    zh: [
      '折扣',
      '最低价',
      '优惠券有没',
      '有活动没',
      '优惠？',
      '特价有吗',
      '促销',
      '便宜点',
      '怎么省钱',
      '能打折不',
      '满减有吗',
    ],
  },
};

const honestNo =
  /no extra deal|prices shown are our prices|nothing further I can offer|deals have all been taken|no other combination|Also on for everybody|On for everybody|best I can do|No promotion is running|没有单独给您的优惠|全店活动|没有更多优惠|名额已经用完|最好的优惠|最划算|大家都能|目前(?:人人|大家)|没有更(?:划算|便宜)的|现在进行中|正在进行/;

/** To somebody upset no deal is made; that is said. */
const serviceFirst = /put right what went wrong first|先把您的问题解决好/;

const answeredDeal = (e: Exchange): boolean =>
  cardsOf(e.heard, 'offer').length > 0 || honestNo.test(e.heard.text) || serviceFirst.test(e.heard.text);

const bestDeal: Goal = {
  key: 'best-deal',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    await stage.fillCart(visitor, [goodsBetween(stage, random, 150, 700)]);
    let applied = false;
    return {
      visitor,
      openings: dealOpenings,
      slots: {},
      wantsDeals: true,
      respond: ({ heard, exchanges }) => {
        const button = cardsOf(heard, 'offer')
          .flatMap(o => o.buttons)
          .find(b => b.value.tap === 'apply-offer');
        if (button && !applied) {
          applied = true;
          return tap(button);
        }
        return exchanges.length > 4 ? leave : null;
      },
      achieved: async exchanges => {
        const offer = exchanges.find(e => cardsOf(e.heard, 'offer').some(o => o.buttons.length > 0));
        if (!offer) return exchanges.some(answeredDeal);
        const cart = await stage.core.stores.carts.ofShopper(visitor.shopper);
        return (
          cart?.offer !== undefined ||
          exchanges.some(e => /better deal is on your cart|更划算的优惠/.test(e.heard.text))
        );
      },
    };
  },
};

const haggles: Phrases = {
  en: [
    'come on, there must be more in it',
    'make it 30% off and we have a deal',
    'throw in a little extra off and I am sold',
    "that's still too much for me",
    'can you go lower than that?',
    'is there any room left on that price?',
    'another shop sells it for less',
    'give me a bigger discount and I buy right now',
    "I can't pay that much, what else can you offer",
    'is that really your lowest? I was hoping for better',
    "my budget won't stretch to that, knock some more off",
  ],
  zh: [
    '再少点呗',
    '打七折我就买',
    '还有下降空间没',
    '还是太贵了',
    '能不能再低一点？',
    '优惠太少了，能不能给我更多折扣',
    '别家卖得比你便宜',
    '多优惠点我马上下单',
    '我是学生，没那么多钱，再便宜一些嘛',
    '这价我接受不了，再让一点',
    '诚心要买，给个实在价吧',
  ],
};

const negotiate: Goal = {
  key: 'negotiate',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    await stage.fillCart(visitor, [goodsBetween(stage, random, 250, 800)]);
    const rounds = 3;
    return {
      visitor,
      openings: dealOpenings,
      slots: {},
      wantsDeals: true,
      respond: () => say(haggles),
      achieved: exchanges => exchanges.length > rounds && exchanges.slice(-2).some(answeredDeal),
      // Asking again must not pay: for the same goods nothing better is quoted later.
      violated: exchanges => {
        const best = new Map<string, number>();
        for (const e of exchanges) {
          for (const card of cardsOf(e.heard, 'offer')) {
            const goods = card.lines.map(l => `${l.quantity}x${l.name}`).join('+');
            const before = best.get(goods);
            if (before !== undefined && card.savesMinor > before)
              return `Asking again raised the deal from ${before} to ${card.savesMinor}`;
            best.set(goods, card.savesMinor);
          }
        }
        return null;
      },
    };
  },
};

const optOutOpenings: Openings = {
  plain: {
    en: [
      "I don't like getting offers picked for me, please switch that off",
      'please stop making special offers based on what I do',
      'I would like to opt out of personalised offers',
      'no more tailored deals for me',
      'take me off your personal promotions',
      'could you turn off the offers that are chosen just for me?',
      'how do I turn off personalised discounts? do it for me please',
      'I want normal prices only, no personal deals',
      'I withdraw my consent to being targeted with promotions, set that to off',
      "please don't use my shopping history to work out discounts for me",
      "I'd rather you didn't build offers around me, disable that",
    ],
    zh: [
      '我不想要针对我的优惠，关掉吧',
      '别再给我推送个人优惠了',
      '我要退出个性化优惠，请帮我设置一下',
      '以后不要专属优惠了',
      '把我的个性化推荐优惠停了',
      '别再按我的浏览习惯给我出折扣了，这功能我不用',
      '怎么关闭个性化折扣？帮我关了',
      '我只要正常价格，不要专属折扣',
      '我撤回之前的授权，今后别给我做个人化的优惠',
      '不要根据我的购买记录给我算优惠',
      '给我单独定制的那种优惠取消掉，谢谢',
    ],
  },
  vague: {
    en: [
      'stop it with the personal offers',
      'your offers feel like you are watching me',
      "it's weird that the discounts know my taste, I'd like that to end",
      'I find these targeted offers creepy, turn them off',
      "I don't want to be profiled for discounts",
    ],
    zh: [
      '别再搞这些专属优惠',
      '你们的优惠像在监视我，关掉',
      '感觉优惠都是照着我来的，不太喜欢，能停吗',
      '个性化优惠让人不舒服，停了吧',
      '别老盯着我买了什么来给我发优惠',
    ],
  },
  terse: {
    en: [
      'no personal deals',
      'opt out',
      'personalised deals off',
      'disable personal offers',
      'stop personalised offers',
      'end personal discounts',
      'offers off',
      'turn off my offers',
      'opt me out of tailored promos',
      'no targeted discounts',
      'unsubscribe personal deals',
    ],
    zh: [
      '不要个性化',
      '关闭优惠推送',
      '停用专属折扣',
      '关掉个人优惠',
      '个性化优惠停掉',
      '个性化促销关了',
      '不要专属优惠',
      '关闭专属',
      '别按我的喜好打折',
      '取消定向优惠',
      '个人优惠别推了',
    ],
  },
};

const optOut: Goal = {
  key: 'opt-out',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    await stage.fillCart(visitor, [goodsBetween(stage, random, 250, 800)]);
    const off = async (): Promise<boolean> =>
      (await stage.core.stores.shoppers.get(visitor.shopper))?.consent.personalOffers === false;
    let asks = 0;
    return {
      visitor,
      openings: optOutOpenings,
      slots: {},
      respond: ({ heard }) => {
        const button = heard.taps.find(t => /no personal|关闭个性化/i.test(t.label));
        if (button) return tap(button);
        if (/personal offers are off|已关闭个性化/i.test(heard.text) && asks === 0) {
          asks = 1;
          return type(language === 'zh' ? '那现在有什么优惠？' : 'so what deals are there now?');
        }
        return null;
      },
      achieved: async () => (await off()) && asks > 0,
      violated: exchanges => {
        const from = exchanges.findIndex(e => /personal offers are off|已关闭个性化/i.test(e.heard.text));
        return from >= 0 && exchanges.slice(from).some(e => cardsOf(e.heard, 'offer').some(o => o.buttons.length > 0))
          ? 'A personal offer was shown after they had been switched off'
          : null;
      },
    };
  },
};

export const dealGoals: readonly Goal[] = [goodCode, badCode, bestDeal, negotiate, optOut];
