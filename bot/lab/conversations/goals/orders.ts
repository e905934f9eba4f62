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
      'please track my order for me',
      "my package still hasn't turned up, any news?",
      'I want to know how far along my order is',
      'is my purchase still with you or already with the courier?',
      'can you check when my delivery gets here',
      'any idea when the stuff I bought will arrive',
      'I was expecting my order by now, where has it got to?',
      'could you give me an update on my shipment?',
      "I paid days ago and nothing has come, what's going on with it?",
    ],
    zh: [
      '我买的东西现在到哪儿了？',
      '我那单发货了没有？',
      '帮我查一下物流信息',
      '怎么还没收到货，帮忙查一下',
      '想查下我的订单进度',
      '我的快递是不是卡在路上了，几天没更新',
      '帮我看看快递还要几天到',
      '我下的单什么时候能到啊',
      '请问我的订单今天会派送吗',
      '下单好几天了一点动静都没有，怎么回事',
      '麻烦看下我的货走到哪一步了',
    ],
  },
  vague: {
    en: [
      "it's about a parcel",
      'hi, still waiting for something from you',
      "I was hoping it'd be here by today",
      "my stuff isn't here yet",
      'I keep checking the door and nothing has come',
    ],
    zh: ['想问问快递的事', '东西还没到', '我买的那个怎么还没动静', '我在等一个包裹', '等了好久了，我的货呢'],
  },
  terse: {
    en: [
      'order status',
      'parcel where',
      'where has my order got to',
      'my order?',
      'delivery status pls',
      'on its way yet?',
      'track my order',
      'shipped yet?',
      'check my shipment',
      'tracking info',
      'eta of my parcel',
    ],
    zh: [
      '查订单',
      '查物流',
      '包裹在哪',
      '发货没',
      '快递进度',
      '我的货几时到',
      '到哪了',
      '物流',
      '查下快递',
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
      'I would like to return my order please, what do I have to do?',
      "I'd like a refund for what I bought",
      'can I give this back? it is not right for me',
      'the parcel came but I am not satisfied, I want to return it for a refund',
      'need to return part of my last purchase',
      'please take back what you sent me',
      'it turned out to be unsuitable, could you take it back and refund me?',
      "I've had a delivery I don't want to keep, can you arrange the return?",
      'could you start a return for the order that came the other day',
    ],
    zh: [
      '我想把买的东西退了',
      '收到的东西不合适，想退掉拿回钱',
      '前天签收的商品我想退回去，怎么操作？',
      '我要申请退款退货',
      '这个能退吗，不适合我',
      '到货后发现不好用，麻烦给我退货',
      '上次买的要退货',
      '帮我办一下退货',
      '这次买的不满意，我要退给你们，把款返还给我',
      '前几天收到的那单不想留了，走退货流程吧',
      '东西我寄回给你们，把钱退我',
    ],
  },
  vague: {
    en: [
      "what I bought isn't right",
      "I'm not happy with what came",
      "it arrived but I don't want it after all",
      "it doesn't fit",
      "I'd rather not keep this",
    ],
    zh: ['买的东西不太对', '收到的东西不满意', '买来发现用不着，咋整', '穿着不合适', '货到手了，可我不想留着'],
  },
  terse: {
    en: [
      'return',
      'refund pls',
      'return my order',
      'return item',
      'want my money back',
      'need a refund',
      'send back item',
      'start return',
      'take my item back',
      'returning stuff I bought',
      'return and refund',
    ],
    zh: [
      '退货',
      '退款',
      '东西退回',
      '退',
      '退掉',
      '办退货',
      '要退',
      '申请退货',
      '退收到的货',
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
    'before that, is there a deadline for returns?',
    'hold on, do you also deliver abroad?',
    'sorry to interrupt, which ways of paying do you take?',
  ],
  zh: [
    '对了，退货运费谁出？',
    '先问一下，钱多久退回来？',
    '我想先了解下，退货最晚几天内要办？',
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

export const orderGoals: readonly Goal[] = [
  whereSignedIn,
  whereGuest,
  sendBack,
  sendBackWithQuestion,
  cancelIt,
  cancelTooLate,
];
