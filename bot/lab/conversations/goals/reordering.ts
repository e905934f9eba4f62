/** The same as last time. */
import { isSellable } from '../../../../knowledge/domain/product.ts';
import type { Goal, Openings } from '../goal.ts';
import { say } from '../goal.ts';
import { cardsOf } from '../reading.ts';
import { type Phrases, pick } from '../wording.ts';
import { inCart, take } from './picking.ts';
import { nameIn } from './wishes.ts';

const reorderOpenings: Openings = {
  plain: {
    en: [
      'I want to get the same things as in my last order once more',
      'could you put my previous purchase in the cart again?',
      'I would like to reorder what I bought last time',
      'repeat what I ordered before',
      "let's do my last order one more time",
      'please place the same order for me as last time',
      "I've run out of what I bought last time, same again please",
      'can I have another one of what I bought recently',
      'that thing I ordered from you the other week, I want to buy it again',
      'my last order was great, send me an identical one',
      'please fill my basket with exactly what I got from you before',
    ],
    zh: [
      '上次买的再来一份',
      '把我之前买过的再加到购物车',
      '我要复购上一次的商品',
      '跟上一单一样，再下一次',
      '我想再买一遍之前买的东西',
      '帮我把上次订单里的东西重新买一下',
      '上回那个用完了，再买一次一样的',
      '之前那单再来一次',
      '之前拍过的那个很好用，还想再要一个',
      '按我最近那笔订单原样再给我加一份',
      '前阵子在你家买的挺好，想再囤点同款',
    ],
  },
  vague: {
    en: [
      'same as last time',
      'the usual please',
      "I'd like some more of that one from before",
      'I liked what I got before, want it again',
      'running low on what I got from you',
    ],
    zh: ['跟上次一样', '老样子', '还要以前那个', '之前买的还想要', '上次那个快用完了'],
  },
  terse: {
    en: [
      'reorder',
      'buy again',
      'same as my last order',
      'reorder last',
      'order again',
      'rebuy',
      'same again',
      'repeat order',
      'another of my last purchase',
      'order same thing',
      'previous order again',
    ],
    zh: [
      '再来一单',
      '复购',
      '再买上次的',
      '回购',
      '照旧再来',
      '重复上一单',
      '再买一次',
      '重新下一单',
      '老订单再下一遍',
      '照上次下单',
      '同款再来一份',
    ],
  },
};

const agreed: Phrases = {
  en: ['yes', 'yes please', 'yeah, put it in', 'ok add it', 'yes, that one'],
  zh: ['好的', '可以', '好，加购物车', '对，加上', '嗯就它'],
};

const reorder: Goal = {
  key: 'reorder',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const shelf = stage.products.filter(p => isSellable(p) && (p.stock === null || p.stock > 10));
    const product = pick(shelf, random);
    await stage.order(visitor, random, { status: 'delivered', products: [product] });
    return {
      visitor,
      openings: reorderOpenings,
      slots: {},
      respond: situation => {
        const shown = cardsOf(situation.heard, 'product');
        const place = shown.findIndex(c => c.id === product.id);
        const card = shown[place];
        if (card) return take(card, place, situation);
        if (/\?\s*$|？\s*$/.test(situation.heard.text) && situation.heard.text.includes(nameIn(product.name, language)))
          return say(agreed);
        return null;
      },
      achieved: () => inCart(stage, visitor, id => id === product.id),
    };
  },
};

export const reorderGoals: readonly Goal[] = [reorder];
