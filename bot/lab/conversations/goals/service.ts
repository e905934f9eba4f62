import type { Order } from '../../../../knowledge/domain/order.ts';
import type { Exchange, Goal, Mission, Openings } from '../goal.ts';
import { leave, say, type } from '../goal.ts';
import { asked, cardsOf, offersPerson } from '../reading.ts';
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
      'can you check when my delivery gets here',
      "my package still hasn't turned up, any news?",
      'I want to know how far along my order is',
      'any idea when the stuff I bought will arrive',
    ],
    zh: [
      '我买的东西现在到哪儿了？',
      '我那单发货了没有？',
      '帮我看看快递还要几天到',
      '怎么还没收到货，帮忙查一下',
      '想查下我的订单进度',
      '我下的单什么时候能到啊',
    ],
  },
  vague: {
    en: ["it's about a parcel", 'hi, still waiting for something from you', "my stuff isn't here yet"],
    zh: ['想问问快递的事', '东西还没到', '我在等一个包裹'],
  },
  terse: {
    en: ['order status', 'parcel where', 'track my order', 'my order?', 'delivery status pls', 'shipped yet?'],
    zh: ['查订单', '查物流', '到哪了', '发货没', '快递进度', '物流'],
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
      'need to return part of my last purchase',
      "I'd like a refund for what I bought",
      'can I give this back? it is not right for me',
      'please take back what you sent me',
    ],
    zh: [
      '我想把买的东西退了',
      '收到的东西不合适，想退掉拿回钱',
      '上次买的要退货',
      '我要申请退款退货',
      '这个能退吗，不适合我',
      '帮我办一下退货',
    ],
  },
  vague: {
    en: ["what I bought isn't right", "I'm not happy with what came", "it doesn't fit"],
    zh: ['买的东西不太对', '收到的东西不满意', '穿着不合适'],
  },
  terse: {
    en: ['return', 'refund pls', 'send back item', 'return item', 'want my money back', 'start return'],
    zh: ['退货', '退款', '要退', '退', '退掉', '申请退货'],
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
    'hold on, do you also deliver abroad?',
  ],
  zh: ['对了，退货运费谁出？', '先问一下，钱多久退回来？', '等等，你们能寄到国外吗？'],
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
      'I want to call off my order',
      "I don't want what I ordered anymore, cancel it please",
      'can you cancel my latest order',
      'how do I cancel an order I made by mistake? please do it for me',
    ],
    zh: [
      '帮我把刚下的单取消了',
      '我下错单了，能在发货前拦下来吗？',
      '刚才的订单不要了，帮我取消',
      '我想取消订单',
      '订单可以撤销吗，不想要了',
      '买错了，取消一下我的订单',
    ],
  },
  vague: {
    en: ['I ordered something by mistake', "I don't need my order anymore", 'oops wrong order'],
    zh: ['我下错单了', '刚买的不想要了', '订单拍错了'],
  },
  terse: {
    en: ['cancel order', 'cancel my order', 'stop my order', 'cancel the purchase', 'order cancel pls', 'undo order'],
    zh: ['取消订单', '撤单', '订单不要了', '取消我的订单', '不要了取消订单', '撤销订单'],
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

const personOpenings: Openings = {
  plain: {
    en: [
      'can I speak with somebody who works there?',
      'I want a real human to look at this',
      'put me through to customer service please',
      'is there anyone I can talk to instead of a machine',
      'please connect me with one of your staff',
      "let me talk to someone, I don't want a bot",
    ],
    zh: [
      '我想跟真人说话',
      '能不能找个客服来处理',
      '别用机器人了，叫个人来',
      '帮我接人工客服',
      '有没有工作人员在，我要找人',
      '请让你们的客服联系我',
    ],
  },
  vague: {
    en: ['is anybody there?', 'I need somebody to help me with this', 'someone please call me'],
    zh: ['有没有人在啊', '需要人帮忙', '找人帮我处理一下'],
  },
  terse: {
    en: ['human', 'agent please', 'real person', 'customer service', 'staff pls', 'talk to someone'],
    zh: ['人工', '转人工', '真人客服', '找客服', '客服在吗', '人工服务'],
  },
};

const reachPerson: Goal = {
  key: 'person',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.5, language });
    return {
      visitor,
      openings: personOpenings,
      slots: {},
      respond: ({ heard }) => {
        const button = heard.taps.find(t => /person|人工/i.test(t.label));
        return button ? { kind: 'tap', value: button.value, label: button.label } : null;
      },
      achieved: async () => (await stage.core.stores.conversations.get(visitor.conversation))?.owner === 'waiting',
    };
  },
};

const oddOpenings: Openings = {
  plain: {
    en: [
      'do you know a good dentist around here?',
      'which team do you think wins the league this year?',
      'can you help me with my maths homework?',
      'what is the boiling point of mercury',
      'who invented the umbrella?',
      'can you book me a table for two tonight',
    ],
    zh: [
      '附近有好的牙医吗？',
      '你觉得今年谁会夺冠？',
      '能帮我做数学作业吗',
      '水银的沸点是多少',
      '雨伞是谁发明的',
      '帮我订一张去北京的火车票',
    ],
  },
  vague: {
    en: ['tell me something about the moon', 'what should I cook tonight', 'how is the traffic'],
    zh: ['讲讲月亮的事', '今晚吃什么好', '现在堵不堵车'],
  },
  terse: {
    en: [
      'bitcoin price',
      'football score',
      'weather tomorrow',
      'capital of Peru',
      'translate hello to French',
      'bus times',
    ],
    zh: ['比特币价格', '球赛比分', '明天天气', '秘鲁首都', '翻译一下你好', '公交时刻表'],
  },
};

/** Nobody here knows: that has to be said, with somewhere to go next, and nothing made up. */
const unknownThings: Goal = {
  key: 'unknown',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.3, language });
    const honest =
      /don't know|won't guess|didn't quite get|can't help with|only (?:help|know)|don't sell|不卖|不清楚|没太明白|不知道|帮不上|回答不了/;
    return {
      visitor,
      openings: oddOpenings,
      slots: {},
      respond: () => null,
      achieved: exchanges => {
        const last = exchanges.at(-1)?.heard;
        return last !== undefined && honest.test(last.text) && (last.taps.length > 0 || offersPerson(last));
      },
    };
  },
};

interface Topic {
  readonly key: string;
  readonly openings: Openings;
  /** What the answer has to say, as the shop's own page has it. */
  readonly fact: RegExp;
}

const topics: readonly Topic[] = [
  {
    key: 'policy-returns',
    fact: /30 days from delivery|签收后 30 天/,
    openings: {
      plain: {
        en: [
          'if I change my mind, how much time do I have to bring it back?',
          'how many days until I can no longer send a thing back?',
          'is there a deadline for returning stuff?',
          "what's the time limit on taking goods back",
          'until when would you still take something back',
          'I bought shoes last week, am I still in time to return them?',
        ],
        zh: [
          '买了不喜欢的话，几天之内可以退？',
          '退东西有时间限制吗？',
          '超过多少天就不能退了',
          '你们退货的期限是多长',
          '买回来后悔了，还有几天能退',
          '上周买的鞋现在还能退吗，期限多久',
        ],
      },
      vague: {
        en: ['what about returns', 'and if I do not like it?', 'is it possible to give things back here'],
        zh: ['退货是怎么个规定', '不喜欢怎么办', '你们支持退吗'],
      },
      terse: {
        en: [
          'return period',
          'days to return?',
          'return deadline',
          'refund policy',
          'returns how long',
          'return limit',
        ],
        zh: ['退货时间', '几天能退', '退货期', '退货规定', '多少天内退', '退货时限'],
      },
    },
  },
  {
    key: 'policy-delivery',
    fact: /2 to 4 days|2 到 4 天/,
    openings: {
      plain: {
        en: [
          'if I order today, when would it be at my door?',
          'roughly how many days does a parcel need?',
          'how quick are you with sending things?',
          'what is the usual delivery time within China',
          'when can I expect something I buy today',
          'does it take long to get here',
        ],
        zh: [
          '今天下单大概哪天能收到？',
          '寄过来要等几天？',
          '你们发货快不快，多久到',
          '国内一般几天送到',
          '现在买什么时候能拿到',
          '快递要走多久',
        ],
      },
      vague: {
        en: ['is delivery quick?', 'I need it soon, can you manage', 'tell me about delivery times'],
        zh: ['送货快吗', '比较急，能快点到吗', '说说配送时间'],
      },
      terse: {
        en: [
          'delivery time',
          'how many days shipping',
          'shipping speed',
          'days to arrive?',
          'delivery how long',
          'eta usually',
        ],
        zh: ['配送时间', '几天到', '多久到货', '送货时间', '几天能收到', '到货时间'],
      },
    },
  },
  {
    key: 'policy-payment',
    fact: /Alipay|支付宝/,
    openings: {
      plain: {
        en: [
          'do you take credit cards or only WeChat?',
          'how can I pay for my things here?',
          'is PayPal fine with you?',
          'which cards are accepted',
          'what are my options for paying',
          'can I use Apple Pay at the checkout',
        ],
        zh: [
          '能刷信用卡吗，还是只能微信？',
          '在你们这里怎么付钱？',
          '可以用 PayPal 吗',
          '支持哪些银行卡',
          '付款都有哪些方式可选',
          '结账能用 Apple Pay 吗',
        ],
      },
      vague: {
        en: ['question about paying', 'how does paying work', 'paying here?'],
        zh: ['付款的问题', '怎么付款', '想问一下付款'],
      },
      terse: {
        en: ['payment options', 'visa ok?', 'paypal?', 'ways to pay', 'accepted cards', 'pay how'],
        zh: ['付款方式', '能用信用卡吗', '怎么付', '支付方式', '支持微信吗', '刷卡'],
      },
    },
  },
  {
    key: 'policy-abroad',
    fact: /most countries|8 to 15 days|大多数国家|8 到 15 天/,
    openings: {
      plain: {
        en: [
          'I live in Canada, can you get things to me?',
          'would you post a parcel to Singapore?',
          'do you deliver outside of China at all?',
          'how much is it to have a parcel sent to Germany',
          'can my friend in Japan get an order from you',
          'is it possible to have it shipped overseas',
        ],
        zh: [
          '我在加拿大，你们能寄过来吗？',
          '可以发到新加坡吗？',
          '中国以外的地方送不送？',
          '寄到德国要多少钱',
          '我朋友在日本，能直接寄给他吗',
          '海外能下单寄送吗',
        ],
      },
      vague: {
        en: ["I'm not in China", 'what about other countries', 'I live far away, abroad'],
        zh: ['我不在国内', '国外的怎么办', '人在海外'],
      },
      terse: {
        en: [
          'ship to USA?',
          'international shipping',
          'deliver to hong kong',
          'overseas delivery',
          'ship abroad',
          'europe shipping',
        ],
        zh: ['寄美国', '国际快递', '香港能送吗', '海外配送', '能寄国外吗', '发台湾'],
      },
    },
  },
];

const policy = (topic: Topic): Goal => ({
  key: topic.key,
  prepare: async (stage, { name, language, random }): Promise<Mission> => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.3, language });
    return {
      visitor,
      openings: topic.openings,
      slots: {},
      // The shopper has heard it in the language it was asked in.
      respond: ({ exchanges }) => (exchanges.length > 4 ? leave : null),
      achieved: exchanges =>
        exchanges.some(e => topic.fact.test(e.heard.text) && cardsOf(e.heard, 'source').length > 0),
    };
  },
});

export const serviceGoals: readonly Goal[] = [
  ...topics.map(policy),
  whereSignedIn,
  whereGuest,
  sendBack,
  sendBackWithQuestion,
  cancelIt,
  cancelTooLate,
  reachPerson,
  unknownThings,
];
