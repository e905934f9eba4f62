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
          'say it turns out wrong, how late can I still get my money back?',
          "what's the time limit on taking goods back",
          'until when would you still take something back',
          'buying this now for a birthday in three weeks, could it still go back after that?',
          'is there a deadline for returning stuff?',
          'I bought shoes last week, am I still in time to return them?',
          'what is the cut-off date for refunds after I receive my parcel',
          'how long after it arrives may I still hand something back?',
          'do I get two weeks to decide, or longer, before returns close?',
        ],
        zh: [
          '买了不喜欢的话，几天之内可以退？',
          '退东西有时间限制吗？',
          '下个月才送人，到时候不合适还来得及退不',
          '你们退货的期限是多长',
          '买回来后悔了，还有几天能退',
          '到手以后多久之内反悔都行？',
          '超过多少天就不能退了',
          '上周买的鞋现在还能退吗，期限多久',
          '签收完最多能放几天再决定要不要留',
          '收到货之后最晚什么时候还可以退？',
          '是七天无理由吗，还是能退更久',
        ],
      },
      vague: {
        en: [
          'what about returns',
          'and if I do not like it?',
          'can I change my mind later?',
          'is it possible to give things back here',
          'how does sending things back work with you',
        ],
        zh: ['退货是怎么个规定', '不喜欢怎么办', '买完反悔行不行', '你们支持退吗', '退换货方面有啥要求'],
      },
      terse: {
        en: [
          'return period',
          'days to return?',
          'cooling off period',
          'refund policy',
          'returns how long',
          'how long to decide',
          'return deadline',
          'return limit',
          'time limit refunds',
          'return window',
          'last day to return?',
        ],
        zh: [
          '退货时间',
          '几天能退',
          '几天犹豫期',
          '退货规定',
          '多少天内退',
          '多久之内能反悔',
          '退货期',
          '退货时限',
          '最迟哪天退',
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
          'my trip starts next week, would something bought now get here before then?',
          'what is the usual delivery time within China',
          'when can I expect something I buy today',
          'from clicking buy to holding it in my hands, how long is that?',
          'how quick are you with sending things?',
          'does it take long to get here',
          'is it a matter of days or weeks before a purchase shows up?',
          "I'm in Chengdu, how long till a package reaches me?",
          'how soon after paying do goods normally get delivered',
        ],
        zh: [
          '今天下单大概哪天能收到？',
          '寄过来要等几天？',
          '下周要出门，现在拍来得及拿到吗',
          '国内一般几天送到',
          '现在买什么时候能拿到',
          '从付款到拿在手里，前后大概要多长时间',
          '你们发货快不快，多久到',
          '快递要走多久',
          '是两三天的事，还是得等一两个礼拜才送来',
          '寄到成都正常要多长时间',
          '付完款一般隔几天送上门',
        ],
      },
      vague: {
        en: [
          'is delivery quick?',
          'I need it soon, can you manage',
          "I'm impatient, how long is the wait",
          'tell me about delivery times',
          'will I have to wait long for it',
        ],
        zh: ['送货快吗', '比较急，能快点到吗', '我性子急，要等多久啊', '说说配送时间', '买了要等很久才到吗'],
      },
      terse: {
        en: [
          'delivery time',
          'how many days shipping',
          'when would it come',
          'days to arrive?',
          'delivery how long',
          'typical wait for parcels',
          'shipping speed',
          'eta usually',
          'speed of postage',
          'transit time',
          'how fast do you deliver',
        ],
        zh: [
          '配送时间',
          '几天到',
          '要等多久',
          '送货时间',
          '几天能收到',
          '路上几天',
          '多久到货',
          '到货时间',
          '送达要多久',
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
          "I don't do online banking, what other ways are there to give you the money?",
          'which cards are accepted',
          'what are my options for paying',
          'my wallet holds a Visa and not much else, will that do?',
          'is PayPal fine with you?',
          'can I use Apple Pay at the checkout',
          'which apps can I use to send you the money',
          "I haven't got WeChat, how else can I settle the bill?",
          'would a Mastercard from a foreign bank go through',
        ],
        zh: [
          '能刷信用卡吗，还是只能微信？',
          '在你们这里怎么付钱？',
          '手里只有一张 Visa，买东西能用吗',
          '支持哪些银行卡',
          '付款都有哪些方式可选',
          '哪些 App 可以用来给你们结账',
          '可以用 PayPal 吗',
          '结账能用 Apple Pay 吗',
          '除了扫码还有啥办法把钱给你们',
          '我没绑微信，还能用别的什么付',
          '花呗或者储蓄卡可以买单吗',
        ],
      },
      vague: {
        en: [
          'question about paying',
          'how does paying work',
          'how do you want the money?',
          'paying here?',
          'not sure how I am supposed to pay',
        ],
        zh: ['付款的问题', '怎么付款', '你们收钱都认什么', '想问一下付款', '钱怎么给你们'],
      },
      terse: {
        en: [
          'payment options',
          'visa ok?',
          'amex?',
          'ways to pay',
          'accepted cards',
          'wechat okay?',
          'paypal?',
          'pay how',
          'debit card fine?',
          'alipay accepted?',
          'methods of payment',
        ],
        zh: [
          '付款方式',
          '能用信用卡吗',
          '能刷Visa吗',
          '支付方式',
          '支持微信吗',
          '银联行吗',
          '怎么付',
          '刷卡',
          '花呗能用不',
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
          "I'm spending the year in Brazil, is there any way to get your goods over there?",
          'how much is it to have a parcel sent to Germany',
          'can my friend in Japan get an order from you',
          'what does it cost and how long does it take to reach New Zealand?',
          'do you deliver outside of China at all?',
          'is it possible to have it shipped overseas',
          'can a package from you cross the border to Vietnam',
          'my sister moved to Australia, will your courier go there?',
          'which foreign destinations do you send orders to',
        ],
        zh: [
          '我在加拿大，你们能寄过来吗？',
          '可以发到新加坡吗？',
          '人在巴西工作，有办法收到你们的东西吗',
          '寄到德国要多少钱',
          '我朋友在日本，能直接寄给他吗',
          '往新西兰邮一件要多久，贵不贵',
          '中国以外的地方送不送？',
          '海外能下单寄送吗',
          '我妈在越南，买了能给她送过去不',
          '我在澳洲留学，买了能邮到学校吗',
          '都能发往哪些国家',
        ],
      },
      vague: {
        en: [
          "I'm not in China",
          'what about other countries',
          'I moved to Europe, can I still buy from you?',
          'I live far away, abroad',
          'my address is in another country',
        ],
        zh: ['我不在国内', '国外的怎么办', '人搬到欧洲去了，还能买吗', '人在海外', '收货地址在国外'],
      },
      terse: {
        en: [
          'ship to USA?',
          'international shipping',
          'post to Brazil',
          'overseas delivery',
          'ship abroad',
          'outside china?',
          'deliver to hong kong',
          'europe shipping',
          'courier to NZ',
          'postage to UK',
          'worldwide delivery?',
        ],
        zh: [
          '寄美国',
          '国际快递',
          '新西兰送不送',
          '海外配送',
          '能寄国外吗',
          '韩国收得到吗',
          '香港能送吗',
          '发台湾',
          '国际件能发不',
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
