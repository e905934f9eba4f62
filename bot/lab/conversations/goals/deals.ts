/** Which deals there are, and haggling. */
import type { Exchange, Goal, Openings } from '../goal.ts';
import { leave, say, tap } from '../goal.ts';
import { cardsOf } from '../reading.ts';
import type { Phrases } from '../wording.ts';
import { goodsBetween } from './picking.ts';

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

export const dealGoals: readonly Goal[] = [bestDeal, negotiate];
