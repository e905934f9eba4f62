import type { Order } from '../../../../knowledge/domain/order.ts';
import type { Exchange, Goal, Openings } from '../goal.ts';
import { say, type } from '../goal.ts';
import { asked, cardsOf } from '../reading.ts';
import type { Phrases } from '../wording.ts';
import { answered } from './paperwork.ts';

const heardOf = (exchanges: readonly Exchange[]): string => exchanges.map(e => e.heard.text).join('\n');

const showsStatus = (exchanges: readonly Exchange[], order: Order): boolean =>
  exchanges.some(
    ({ heard }) =>
      cardsOf(heard, 'order').some(card => card.number === order.number && card.status === order.status) &&
      asked(heard) === null,
  );

const whereOpenings: Openings = {
  plain: {
    en: [
      "where's my parcel at the moment?",
      'has my order been sent out yet?',
      'when will the courier be at my place with my things?',
      "my package still hasn't turned up, any news?",
      'I want to know how far along my order is',
      'the site said thanks for buying and since then silence, is it on its way?',
      'can you check when my delivery gets here',
      'any idea when the stuff I bought will arrive',
      'could you look up whether my box has left the warehouse',
      'could you give me an update on my shipment?',
      "I paid days ago and nothing has come, what's going on with it?",
    ],
    zh: [
      '我买的东西现在到哪儿了？',
      '我那单发货了没有？',
      '快递小哥啥时候能把我的东西送来',
      '怎么还没收到货，帮忙查一下',
      '想查下我的订单进度',
      '付完钱就没消息了，我那件现在在哪一站',
      '帮我看看快递还要几天到',
      '我下的单什么时候能到啊',
      '帮我瞅一眼我的包裹出库没有',
      '下单好几天了一点动静都没有，怎么回事',
      '麻烦看下我的货走到哪一步了',
    ],
  },
  vague: {
    en: [
      "it's about a parcel",
      'hi, still waiting for something from you',
      'still nothing in my letterbox from you',
      "my stuff isn't here yet",
      'I keep checking the door and nothing has come',
    ],
    zh: ['想问问快递的事', '东西还没到', '天天盼着，怎么还不见送来', '我在等一个包裹', '等了好久了，我的货呢'],
  },
  terse: {
    en: [
      'order status',
      'parcel where',
      "where's my stuff",
      'my order?',
      'delivery status pls',
      'dispatched?',
      'track my order',
      'shipped yet?',
      'package update',
      'tracking info',
      'eta of my parcel',
    ],
    zh: [
      '查订单',
      '查物流',
      '在哪一站了',
      '发货没',
      '快递进度',
      '寄出了吗',
      '到哪了',
      '物流',
      '包裹动态',
      '我的快递呢',
      '订单状态',
    ],
  },
};

const whereSignedIn: Goal = {
  key: 'order-status',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const order = await stage.order(visitor, random, {
      status: random() < 0.6 ? 'shipped' : 'packed',
      lines: 1 + Math.floor(random() * 2),
    });
    return {
      visitor,
      openings: whereOpenings,
      slots: {},
      respond: situation => answered(situation, order, visitor.email, /where is my order|订单到哪/i),
      achieved: exchanges => showsStatus(exchanges, order),
    };
  },
};

const whereGuest: Goal = {
  key: 'order-status-guest',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: false, language });
    const order = await stage.order(visitor, random, { status: 'shipped' });
    const other = await stage.order({ shopper: visitor.shopper, email: `other-${visitor.email}` }, random, {
      status: 'shipped',
    });
    // Somebody tries the number of another person first now and then.
    const tries = random() < 0.3;
    let tried = false;
    return {
      visitor,
      openings: whereOpenings,
      slots: {},
      respond: situation => {
        if (tries && !tried && asked(situation.heard) === 'order-number') return type(other.number);
        if (/can't find an order|没有找到/.test(situation.heard.text)) {
          tried = true;
          return say(whereOpenings.plain);
        }
        return answered(situation, order, visitor.email, /where is my order|订单到哪/i);
      },
      achieved: exchanges => showsStatus(exchanges, order),
      violated: exchanges =>
        exchanges.some(e => cardsOf(e.heard, 'order').some(card => card.number === other.number))
          ? `The order ${other.number} of somebody else was shown`
          : null,
    };
  },
};

const returnOpenings: Openings = {
  plain: {
    en: [
      'I want to send something back',
      "hi, the thing I got doesn't suit me, how do I get rid of it and get my money back?",
      "I opened the box and it's not for me, how do I post it to you and get paid back?",
      "I'd like a refund for what I bought",
      'can I give this back? it is not right for me',
      'what I got is the wrong size, please collect it and reimburse me',
      'need to return part of my last purchase',
      'please take back what you sent me',
      "I won't be keeping what arrived yesterday, what do I do with it?",
      "I've had a delivery I don't want to keep, can you arrange the return?",
      'could you start a return for the order that came the other day',
    ],
    zh: [
      '我想把买的东西退了',
      '收到的东西不合适，想退掉拿回钱',
      '刚拆开就发现不是我想要的，不打算要了，怎么寄还给你们',
      '我要申请退款退货',
      '这个能退吗，不适合我',
      '昨天到的货我用不上，能安排快递上门取走吗',
      '上次买的要退货',
      '帮我办一下退货',
      '尺寸买错了，到手的这件你们收回去，钱还我行吗',
      '前几天收到的那单不想留了，走退货流程吧',
      '东西我寄回给你们，把钱退我',
    ],
  },
  vague: {
    en: [
      "what I bought isn't right",
      "I'm not happy with what came",
      'I regret this buy, will you take it off my hands',
      "it doesn't fit",
      "I'd rather not keep this",
    ],
    zh: [
      '买的东西不太对',
      '收到的东西不满意',
      '拆开一看有点后悔了，能收回去吗',
      '穿着不合适',
      '货到手了，可我不想留着',
    ],
  },
  terse: {
    en: [
      'return',
      'refund pls',
      'give it back',
      'return item',
      'want my money back',
      'take it back pls',
      'send back item',
      'start return',
      'not keeping it',
      'returning stuff I bought',
      'return and refund',
    ],
    zh: [
      '退货',
      '退款',
      '想寄回去',
      '退',
      '退掉',
      '钱退我',
      '要退',
      '申请退货',
      '收到的不要了',
      '退货退款',
      '我要退东西',
    ],
  },
};

const returned = (order: Order, stage: Parameters<Goal['prepare']>[0]) => async (): Promise<boolean> => {
  const [made] = await stage.core.stores.returns.ofOrder(order.id);
  return made !== undefined && made.lines.length === order.lines.length && made.refund.minor <= order.total.minor;
};

const sendBack: Goal = {
  key: 'return',
  prepare: async (stage, { name, language, random }) => {
    const signedIn = random() < 0.75;
    const visitor = await stage.visit(name, { signedIn, language });
    const order = await stage.order(visitor, random, {
      status: 'delivered',
      lines: 1 + Math.floor(random() * 2),
    });
    return {
      visitor,
      openings: returnOpenings,
      slots: {},
      respond: situation => answered(situation, order, visitor.email, /^return something|^我要退货/i),
      achieved: returned(order, stage),
    };
  },
};

const sideQuestions: Phrases = {
  en: [
    'by the way, who pays for sending it back?',
    'quick one first: when do I get my money?',
    'one thing before we go on, how many days does delivery usually take?',
    'hold on, do you also deliver abroad?',
    'sorry to interrupt, which ways of paying do you take?',
  ],
  zh: [
    '对了，退货运费谁出？',
    '先问一下，钱多久退回来？',
    '顺便打听下，平时下单几天能送到？',
    '等等，你们能寄到国外吗？',
    '插一句，你们家能用哪些方式付款？',
  ],
};

/** A question on the side in the middle of a return, which must be answered and the return gone on with. */
const sendBackWithQuestion: Goal = {
  key: 'return-with-aside',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const order = await stage.order(visitor, random, { status: 'delivered', lines: 2 });
    let asides = 0;
    const when = random() < 0.5 ? 'which-things' : 'confirm';
    return {
      visitor,
      openings: returnOpenings,
      slots: {},
      respond: situation => {
        if (asides === 0 && asked(situation.heard) === when) {
          asides = 1;
          return say(sideQuestions);
        }
        return answered(situation, order, visitor.email, /^return something|^我要退货/i);
      },
      achieved: async exchanges =>
        (await returned(order, stage)()) &&
        (asides === 0 || exchanges.some(e => cardsOf(e.heard, 'source').length > 0)),
    };
  },
};

const cancelOpenings: Openings = {
  plain: {
    en: [
      'please cancel the order I just placed',
      "I ordered the wrong thing, can you stop it before it's sent?",
      "I paid for something a moment ago and regret it, please don't let it go out",
      "I don't want what I ordered anymore, cancel it please",
      'can you cancel my latest order',
      'turns out we already have one at home, so scrap what I bought today',
      'I want to call off my order',
      'how do I cancel an order I made by mistake? please do it for me',
      'could you pull my order back before the courier picks it up?',
      "changed my mind about what I bought this morning, don't ship it",
      'is it possible to withdraw my purchase? no use for it now',
    ],
    zh: [
      '帮我把刚下的单取消了',
      '我下错单了，能在发货前拦下来吗？',
      '家里人已经买过了，我今天拍的那个就别发了',
      '我想取消订单',
      '订单可以撤销吗，不想要了',
      '刚付完款就后悔了，能不能把单子撤掉把钱还我',
      '刚才的订单不要了，帮我取消',
      '买错了，取消一下我的订单',
      '趁还没出库，帮我把那笔订单截住',
      '我改主意了，那一单别给我发货了，撤回吧',
      '能不能把我今天那笔订单作废，用不上了',
    ],
  },
  vague: {
    en: [
      'I ordered something by mistake',
      "I don't need my order anymore",
      "I've had second thoughts about what I just paid for",
      'oops wrong order',
      'I clicked buy too fast',
    ],
    zh: ['我下错单了', '刚买的不想要了', '冲动下单了，有点后悔', '订单拍错了', '手快点错付款了'],
  },
  terse: {
    en: [
      'cancel order',
      'cancel my order',
      'scrap my order',
      'cancel the purchase',
      'order cancel pls',
      'void the purchase',
      'stop my order',
      'undo order',
      'pull my order',
      'order cancellation',
      "don't send my order",
    ],
    zh: [
      '取消订单',
      '撤单',
      '拦下我的单',
      '取消我的订单',
      '不要了取消订单',
      '别给我寄了',
      '订单不要了',
      '撤销订单',
      '刚拍的取消掉',
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

export const orderGoals: readonly Goal[] = [
  whereSignedIn,
  whereGuest,
  sendBack,
  sendBackWithQuestion,
  cancelIt,
  cancelTooLate,
];
