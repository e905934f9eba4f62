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
          'how long after it arrives may I still hand something back?',
          "what's the time limit on taking goods back",
          'until when would you still take something back',
          'do I get two weeks to decide, or longer, before returns close?',
          'is there a deadline for returning stuff?',
          'I bought shoes last week, am I still in time to return them?',
        ],
        zh: [
          '买了不喜欢的话，几天之内可以退？',
          '退东西有时间限制吗？',
          '收到货之后最晚什么时候还可以退？',
          '你们退货的期限是多长',
          '买回来后悔了，还有几天能退',
          '是七天无理由吗，还是能退更久',
          '超过多少天就不能退了',
          '上周买的鞋现在还能退吗，期限多久',
        ],
      },
      vague: {
        en: [
          'what about returns',
          'and if I do not like it?',
          'how does sending things back work with you',
          'is it possible to give things back here',
        ],
        zh: ['退货是怎么个规定', '不喜欢怎么办', '退换货方面有啥要求', '你们支持退吗'],
      },
      terse: {
        en: [
          'return period',
          'days to return?',
          'return window',
          'refund policy',
          'returns how long',
          'last day to return?',
          'return deadline',
          'return limit',
        ],
        zh: ['退货时间', '几天能退', '无理由退货几天', '退货规定', '多少天内退', '退货截止', '退货期', '退货时限'],
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
          "I'm in Chengdu, how long till a package reaches me?",
          'what is the usual delivery time within China',
          'when can I expect something I buy today',
          'how soon after paying do goods normally get delivered',
          'how quick are you with sending things?',
          'does it take long to get here',
        ],
        zh: [
          '今天下单大概哪天能收到？',
          '寄过来要等几天？',
          '寄到成都正常要多长时间',
          '国内一般几天送到',
          '现在买什么时候能拿到',
          '付完款一般隔几天送上门',
          '你们发货快不快，多久到',
          '快递要走多久',
        ],
      },
      vague: {
        en: [
          'is delivery quick?',
          'I need it soon, can you manage',
          'will I have to wait long for it',
          'tell me about delivery times',
        ],
        zh: ['送货快吗', '比较急，能快点到吗', '买了要等很久才到吗', '说说配送时间'],
      },
      terse: {
        en: [
          'delivery time',
          'how many days shipping',
          'transit time',
          'days to arrive?',
          'delivery how long',
          'how fast do you deliver',
          'shipping speed',
          'eta usually',
        ],
        zh: ['配送时间', '几天到', '物流时效', '送货时间', '几天能收到', '发货到收货几天', '多久到货', '到货时间'],
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
          "I haven't got WeChat, how else can I settle the bill?",
          'which cards are accepted',
          'what are my options for paying',
          'would a Mastercard from a foreign bank go through',
          'is PayPal fine with you?',
          'can I use Apple Pay at the checkout',
        ],
        zh: [
          '能刷信用卡吗，还是只能微信？',
          '在你们这里怎么付钱？',
          '我没绑微信，还能用别的什么付',
          '支持哪些银行卡',
          '付款都有哪些方式可选',
          '花呗或者储蓄卡可以买单吗',
          '可以用 PayPal 吗',
          '结账能用 Apple Pay 吗',
        ],
      },
      vague: {
        en: ['question about paying', 'how does paying work', 'not sure how I am supposed to pay', 'paying here?'],
        zh: ['付款的问题', '怎么付款', '钱怎么给你们', '想问一下付款'],
      },
      terse: {
        en: [
          'payment options',
          'visa ok?',
          'alipay accepted?',
          'ways to pay',
          'accepted cards',
          'methods of payment',
          'paypal?',
          'pay how',
        ],
        zh: ['付款方式', '能用信用卡吗', '支付宝行不', '支付方式', '支持微信吗', '有哪些支付渠道', '怎么付', '刷卡'],
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
          'my sister moved to Australia, will your courier go there?',
          'how much is it to have a parcel sent to Germany',
          'can my friend in Japan get an order from you',
          'which foreign destinations do you send orders to',
          'do you deliver outside of China at all?',
          'is it possible to have it shipped overseas',
        ],
        zh: [
          '我在加拿大，你们能寄过来吗？',
          '可以发到新加坡吗？',
          '我在澳洲留学，买了能邮到学校吗',
          '寄到德国要多少钱',
          '我朋友在日本，能直接寄给他吗',
          '都能发往哪些国家',
          '中国以外的地方送不送？',
          '海外能下单寄送吗',
        ],
      },
      vague: {
        en: [
          "I'm not in China",
          'what about other countries',
          'my address is in another country',
          'I live far away, abroad',
        ],
        zh: ['我不在国内', '国外的怎么办', '收货地址在国外', '人在海外'],
      },
      terse: {
        en: [
          'ship to USA?',
          'international shipping',
          'postage to UK',
          'overseas delivery',
          'ship abroad',
          'worldwide delivery?',
          'deliver to hong kong',
          'europe shipping',
        ],
        zh: ['寄美国', '国际快递', '日本能邮吗', '海外配送', '能寄国外吗', '跨境配送', '香港能送吗', '发台湾'],
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
