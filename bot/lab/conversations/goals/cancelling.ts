/** An order called off, in time and too late. */
import type { Exchange, Goal, Openings } from '../goal.ts';
import { answered } from './paperwork.ts';

const heardOf = (exchanges: readonly Exchange[]): string => exchanges.map(e => e.heard.text).join('\n');

const cancelOpenings: Openings = {
  plain: {
    en: [
      'please cancel the order I just placed',
      "I ordered the wrong thing, can you stop it before it's sent?",
      'I found it cheaper elsewhere, so please cancel what I ordered here',
      "I don't want what I ordered anymore, cancel it please",
      'can you cancel my latest order',
      'is there still time to cancel? I ordered this morning and no longer need it',
      'I want to call off my order',
      'how do I cancel an order I made by mistake? please do it for me',
      'put a stop to my order please, I do not want it sent',
      "changed my mind about what I bought this morning, don't ship it",
      'is it possible to withdraw my purchase? no use for it now',
    ],
    zh: [
      '帮我把刚下的单取消了',
      '我下错单了，能在发货前拦下来吗？',
      '地址填错了，干脆把这单取消掉吧',
      '我想取消订单',
      '订单可以撤销吗，不想要了',
      '早上买的应该还没寄出，帮我取消掉',
      '刚才的订单不要了，帮我取消',
      '买错了，取消一下我的订单',
      '临时有变化，东西不需要了，请取消我的订单',
      '我改主意了，那一单别给我发货了，撤回吧',
      '能不能把我今天那笔订单作废，用不上了',
    ],
  },
  vague: {
    en: [
      'I ordered something by mistake',
      "I don't need my order anymore",
      "I've changed my mind about that order",
      'oops wrong order',
      'I clicked buy too fast',
    ],
    zh: ['我下错单了', '刚买的不想要了', '刚付的那单，我又改主意了', '订单拍错了', '手快点错付款了'],
  },
  terse: {
    en: [
      'cancel order',
      'cancel my order',
      'call off my order',
      'cancel the purchase',
      'order cancel pls',
      'cancel what I bought',
      'stop my order',
      'undo order',
      'please cancel',
      'order cancellation',
      "don't send my order",
    ],
    zh: [
      '取消订单',
      '撤单',
      '把单取消',
      '取消我的订单',
      '不要了取消订单',
      '单子撤掉',
      '订单不要了',
      '撤销订单',
      '取消刚下的单',
      '订单作废',
      '先别发货，取消',
    ],
  },
};

const cancelIt: Goal = {
  key: 'cancel-order',
  prepare: async (stage, { name, language, random }) => {
    const signedIn = random() < 0.75;
    const visitor = await stage.visit(name, { signedIn, language });
    const order = await stage.order(visitor, random, { status: random() < 0.6 ? 'placed' : 'packed' });
    return {
      visitor,
      openings: cancelOpenings,
      slots: {},
      respond: situation => answered(situation, order, visitor.email, /^cancel an order|^取消订单/i),
      achieved: async () => (await stage.core.stores.orders.get(order.id))?.status === 'cancelled',
    };
  },
};

/** Too late: it has to be said, and the order left alone. */
const cancelTooLate: Goal = {
  key: 'cancel-too-late',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const order = await stage.order(visitor, random, { status: 'shipped' });
    const refused =
      /(?:too late|already (?:on its way|left|been sent|shipped)|can(?:no|')t be cancelled|no longer be cancelled)|(?:已经?发出|已发货|不能取消|无法取消|来不及|取消不了)/;
    return {
      visitor,
      openings: cancelOpenings,
      slots: {},
      respond: situation => answered(situation, order, visitor.email),
      achieved: exchanges => refused.test(heardOf(exchanges)),
      violated: async () =>
        (await stage.core.stores.orders.get(order.id))?.status === 'shipped'
          ? null
          : 'An order that was on its way was cancelled',
    };
  },
};

export const cancellingGoals: readonly Goal[] = [cancelIt, cancelTooLate];
