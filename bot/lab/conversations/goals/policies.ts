import type { Goal, Mission, Openings } from '../goal.ts';
import { leave } from '../goal.ts';
import { cardsOf } from '../reading.ts';

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
          'how long is your return period?',
          "what's the time limit on taking goods back",
          'until when would you still take something back',
          "I'm often away, so how many days do I get for sending a purchase back?",
          'is there a deadline for returning stuff?',
          'I bought shoes last week, am I still in time to return them?',
          'if something is not right for me, within what time do I have to return it?',
          'how long after it arrives may I still hand something back?',
          'do I get two weeks to decide, or longer, before returns close?',
        ],
        zh: [
          '买了不喜欢的话，几天之内可以退？',
          '退东西有时间限制吗？',
          '退货的时间是怎么规定的，能给几天？',
          '你们退货的期限是多长',
          '买回来后悔了，还有几天能退',
          '我经常出差，收到货半个月后再退可不可以',
          '超过多少天就不能退了',
          '上周买的鞋现在还能退吗，期限多久',
          '请问从收货算起，有多少天的退货时间',
          '收到货之后最晚什么时候还可以退？',
          '是七天无理由吗，还是能退更久',
        ],
      },
      vague: {
        en: [
          'what about returns',
          'and if I do not like it?',
          "what happens if it's not right for me?",
          'is it possible to give things back here',
          'how does sending things back work with you',
        ],
        zh: ['退货是怎么个规定', '不喜欢怎么办', '拿到手不合适咋办', '你们支持退吗', '退换货方面有啥要求'],
      },
      terse: {
        en: [
          'return period',
          'days to return?',
          'return policy',
          'refund policy',
          'returns how long',
          'how many days for returns',
          'return deadline',
          'return limit',
          'returns time frame',
          'return window',
          'last day to return?',
        ],
        zh: [
          '退货时间',
          '几天能退',
          '退货政策',
          '退货规定',
          '多少天内退',
          '退货期限多久',
          '退货期',
          '退货时限',
          '超几天不给退',
          '无理由退货几天',
          '退货截止',
        ],
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
          'how long does shipping take?',
          'what is the usual delivery time within China',
          'when can I expect something I buy today',
          'I need it for a party on Saturday, how many days do you take to deliver?',
          'how quick are you with sending things?',
          'does it take long to get here',
          'what should I reckon with, in days, until my parcel is delivered?',
          "I'm in Chengdu, how long till a package reaches me?",
          'how soon after paying do goods normally get delivered',
        ],
        zh: [
          '今天下单大概哪天能收到？',
          '寄过来要等几天？',
          '你们的配送一般需要多少天？',
          '国内一般几天送到',
          '现在买什么时候能拿到',
          '周末聚会要用，下单后几天能送达',
          '你们发货快不快，多久到',
          '快递要走多久',
          '请问快递大概几个工作日到',
          '寄到成都正常要多长时间',
          '付完款一般隔几天送上门',
        ],
      },
      vague: {
        en: [
          'is delivery quick?',
          'I need it soon, can you manage',
          'how soon could I have it?',
          'tell me about delivery times',
          'will I have to wait long for it',
        ],
        zh: ['送货快吗', '比较急，能快点到吗', '一般什么时候能送来', '说说配送时间', '买了要等很久才到吗'],
      },
      terse: {
        en: [
          'delivery time',
          'how many days shipping',
          'shipping time?',
          'days to arrive?',
          'delivery how long',
          'how long to get here',
          'shipping speed',
          'eta usually',
          'arrival in how many days',
          'transit time',
          'how fast do you deliver',
        ],
        zh: [
          '配送时间',
          '几天到',
          '快递几天',
          '送货时间',
          '几天能收到',
          '下单多久送到',
          '多久到货',
          '到货时间',
          '配送要几日',
          '物流时效',
          '发货到收货几天',
        ],
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
          'which payment methods work in your shop?',
          'which cards are accepted',
          'what are my options for paying',
          'can I pay with Alipay or by bank card?',
          'is PayPal fine with you?',
          'can I use Apple Pay at the checkout',
          'when I check out, what can I pay with?',
          "I haven't got WeChat, how else can I settle the bill?",
          'would a Mastercard from a foreign bank go through',
        ],
        zh: [
          '能刷信用卡吗，还是只能微信？',
          '在你们这里怎么付钱？',
          '你们家接受什么支付方式？',
          '支持哪些银行卡',
          '付款都有哪些方式可选',
          '建行的卡能在你们这儿付款不',
          '可以用 PayPal 吗',
          '结账能用 Apple Pay 吗',
          '下单以后用什么付款，支付宝微信都行吗',
          '我没绑微信，还能用别的什么付',
          '花呗或者储蓄卡可以买单吗',
        ],
      },
      vague: {
        en: [
          'question about paying',
          'how does paying work',
          'what can I pay with',
          'paying here?',
          'not sure how I am supposed to pay',
        ],
        zh: ['付款的问题', '怎么付款', '买单怎么弄', '想问一下付款', '钱怎么给你们'],
      },
      terse: {
        en: [
          'payment options',
          'visa ok?',
          'payment types',
          'ways to pay',
          'accepted cards',
          'credit card possible?',
          'paypal?',
          'pay how',
          'mastercard?',
          'alipay accepted?',
          'methods of payment',
        ],
        zh: [
          '付款方式',
          '能用信用卡吗',
          '可以扫码付吗',
          '支付方式',
          '支持微信吗',
          '收什么卡',
          '怎么付',
          '刷卡',
          '储蓄卡能用吗',
          '支付宝行不',
          '有哪些支付渠道',
        ],
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
          'do parcels from you go overseas too?',
          'how much is it to have a parcel sent to Germany',
          'can my friend in Japan get an order from you',
          'my address is in France, can I still order and how long would it take?',
          'do you deliver outside of China at all?',
          'is it possible to have it shipped overseas',
          'could I have something sent to my parents in Malaysia?',
          'my sister moved to Australia, will your courier go there?',
          'which foreign destinations do you send orders to',
        ],
        zh: [
          '我在加拿大，你们能寄过来吗？',
          '可以发到新加坡吗？',
          '你们支持国际配送吗？',
          '寄到德国要多少钱',
          '我朋友在日本，能直接寄给他吗',
          '我住在法国，下单能送到家吗，几天到',
          '中国以外的地方送不送？',
          '海外能下单寄送吗',
          '想寄给马来西亚的亲戚，可以发吗',
          '我在澳洲留学，买了能邮到学校吗',
          '都能发往哪些国家',
        ],
      },
      vague: {
        en: [
          "I'm not in China",
          'what about other countries',
          'would it work if I live overseas?',
          'I live far away, abroad',
          'my address is in another country',
        ],
        zh: ['我不在国内', '国外的怎么办', '我住国外，能买吗', '人在海外', '收货地址在国外'],
      },
      terse: {
        en: [
          'ship to USA?',
          'international shipping',
          'delivery to France',
          'overseas delivery',
          'ship abroad',
          'foreign shipping?',
          'deliver to hong kong',
          'europe shipping',
          'send to Korea',
          'postage to UK',
          'worldwide delivery?',
        ],
        zh: [
          '寄美国',
          '国际快递',
          '法国能送吗',
          '海外配送',
          '能寄国外吗',
          '送国外不',
          '香港能送吗',
          '发台湾',
          '邮寄海外',
          '日本能邮吗',
          '跨境配送',
        ],
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

export const policyGoals: readonly Goal[] = topics.map(policy);
