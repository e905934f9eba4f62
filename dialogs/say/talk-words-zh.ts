import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import type { Verdict } from '../../knowledge/retrieval/pages/limits.ts';
import { openingTime } from './opening-time.ts';
import { flowsZh, shelves, wait, withoutYes } from './phrases-zh.ts';
import { smallTalkZh } from './small-talk-zh.ts';
import { formatDay, type Words } from './words.ts';

const missingOrder = ({ number, status, shipment }: Order): string =>
  status === 'delivered'
    ? `订单 ${number} 显示${shipment?.deliveredAt ? `${formatDay(shipment.deliveredAt, 'zh')}` : ''}已送达。`
    : `订单 ${number} 还没有显示送达。`;

/** How a rule's limit is said to hold for what the shopper told. */
const verdictsZh: Readonly<Record<Verdict, (said: string, sizes: readonly string[]) => string>> = {
  within: said => `${said}还在期限内`,
  beyond: said => `${said}已经超过期限了`,
  'at-limit': said => `${said}正好在期限边上，要看具体哪天`,
  enough: said => `${said}够了`,
  'too-little': said => `${said}还不够`,
  overdue: said => `${said}已经超过说好的时间了`,
  'sent-yesterday': said => `${said}下的单当天已经发出`,
  'sent-today': said => `${said}下的单今天发出`,
  'sent-tomorrow': said => `${said}下的单明天早上发出`,
  size: (said, sizes) => `${said}对应 ${sizes.join(' 或 ')}`,
  'no-size': said => `${said}不在这几个码里`,
  'foot-size': (said, [fits, short]) => `${said}，${fits} 码够长${short === undefined ? '' : `，${short} 码不够`}`,
  'size-measures': (said, [span]) => `${said} 码适合胸围 ${span} 厘米`,
  'by-chest': () => '尺码是按胸围分的，光看身高体重定不了，量一下胸围告诉我就行',
  listed: said => `可以，${said}也在内`,
  'not-listed': said => `没有${said}，页面列出的是这些`,
  there: said => `${said}有`,
  'not-there': said => `${said}没有`,
  'place-not-listed': said => `${said}所在的地区不在页面列出的范围内，能不能寄、运费多少都没有写，可以转人工确认`,
  'place-not-listed-again': said =>
    `页面没有列出${said}所在的地区，运费和天数都没有写，我不敢乱说。要帮您转人工问问吗？`,
};

export const talkWordsZh = {
  greeting: (p, w) =>
    `${p.name ? `${p.name}，` : ''}${p.returning ? '欢迎回来' : '您好'}！我是${inLanguage(w.shop.name, 'zh')}的智能客服（自动回复）。商品、订单、配送、退换都可以问我，也可以直接告诉我您想找什么。`,
  thanks: () => '不客气！还有什么可以帮您？',
  'all-right': () => '好的，有需要随时告诉我。',
  goodbye: p => (p.night ? '晚安，欢迎下次光临。' : '再见，欢迎下次光临。'),
  help: () =>
    '我可以回答配送、退换货和付款问题，帮您找商品（例如“三百元以内的防水跑鞋”），查订单，办理退货，看看有没有适合您的优惠。随时说“转人工”就能联系客服人员。',
  identity: (_p, w) =>
    `我是${inLanguage(w.shop.name, 'zh')}的智能客服，是程序在回复，不是真人。答案都来自本店的页面、订单和规则。想找工作人员，说“转人工”就行。`,
  'shop-talk': (p, w) =>
    ({
      shelves: () => `${shelves(w)}告诉我您想找什么、给谁用，我来挑合适的。`,
      trust: () =>
        `可以理解您的顾虑。${inLanguage(w.shop.name, 'zh')}的退换、付款、配送和门店都有页面写明，我按页面回答，您可以随便问；想找工作人员，说“转人工”就行。`,
      feeling: () => '抱抱您，希望快点好起来。要是想买点小东西让自己舒服一点，我可以推荐几样。',
      glad: () => '恭喜恭喜！想买点什么庆祝一下，告诉我，我来找。',
      treat: () => '对自己好一点是应该的，看看这些：',
      haggle: () => '我这里不能改价，只能用店里设好的优惠。',
      'sale-soon': () => '以后有没有活动我说不准，现在有的是这些：',
      'price-watch': () => '降价了我没法主动通知您。',
      'code-refused': () =>
        '这个我改不了：本店不认或者已经过期的券码，不管什么时候领到的，在这里都用不了。可以让人工客服帮您看看。',
      'add-on-refused': () => '不好意思打扰您了，不会再让您凑单了。',
      exception: () => '规定上的事我没法破例，但可以请同事看看您的情况再定。要为您转人工吗？',
      'other-account': () =>
        '这里只能看到当前登录账号的订单。用下单的那个账号登录就能查，或者把订单号和下单邮箱一起发给我；也可以转人工帮您找。',
      'by-phone': () =>
        '凭手机号我这里查不了：订单要用订单号加下单邮箱来查，登录下单的账号也能看到。都没有的话，可以转人工帮您找。',
      'same-prices': () =>
        p.again
          ? '不会的：标价人人一样，不会给您卖得更贵。'
          : '商品标价人人一样，不会因人加价；全店活动也是人人都有。不一样的是个性化优惠：由程序依据每个人在本店的活动决定给不给，只会减价，不会涨价。不想要的话，说“关闭个性化优惠”即可停用。',
      'offers-off': () =>
        '可以关。个性化优惠由程序依据您在本店的活动生成，说“关闭个性化优惠”就停用；关了以后仍是正常价格，人人都有的活动照样能用。',
      chat: () => '哈哈，我只是个程序，不吃饭也不睡觉，笑话也讲不好；不过店里有什么我都清楚。要不要我给您找点好玩的？',
      'other-trade': () =>
        '这个我帮不上忙，我只是店里的客服。找商品、查订单、配送和退换的问题可以问我，也可以为您转人工。',
      ...smallTalkZh,
    })[p.about](p.again === true),
  cancelled: p =>
    p.what === 'queue'
      ? '好的，已退出排队，继续由我为您服务。'
      : p.what
        ? '好的，已停止，没有做任何更改。'
        : '好的，没有做任何改动。还有什么可以帮您？',
  answer: p =>
    p.passage.verdict?.is === 'place-not-listed-again'
      ? verdictsZh[p.passage.verdict.is](p.passage.verdict.said, [])
      : p.passage.verdict
        ? `${verdictsZh[p.passage.verdict.is](p.passage.verdict.said, p.passage.verdict.sizes ?? [])}：${withoutYes(p.passage.text)}`
        : p.passage.hedged
          ? `您问的可能是这个：${withoutYes(p.passage.text)}`
          : p.passage.text,
  'part-unknown': p => `“${p.asked}”这一点，我这里没有查到。`,
  'page-says-no-more': p =>
    p.passage.unsaid !== undefined
      ? p.again
        ? `关于“${p.passage.unsaid}”，我还是没有查到，得请人工客服告诉您。`
        : `关于“${p.passage.unsaid}”，我们的页面没有写，我不敢乱说。要帮您转人工问问吗？`
      : p.passage.hedged
        ? `“${inLanguage(p.passage.article.title, 'zh')}”这一页只写了刚才那些，更细的我不敢乱说。要帮您转人工问问吗？`
        : `就像刚才说的：${withoutYes(p.passage.text)}`,
  'no-more-to-tell': p =>
    p.of === 'goods'
      ? '没有比刚才那些更接近的了。您最看重哪一点？也可以为您转人工。'
      : p.isNear
        ? '我能查到的就是刚才那些，可能不是您想问的。是下面这个吗？不是的话可以转人工问问。'
        : '我能查到的就是刚才那些，别的不敢乱说。要帮您转人工问问吗？',
  'dont-know': p =>
    p.nearest.length > 0
      ? '这个我没有查到，不敢乱说。下面的页面比较接近，也可以转人工问问。'
      : '这个我没有查到，不敢乱说。要帮您转人工问问吗？',
  'no-medical-advice': () =>
    '我不能提供医疗建议，商品对健康有没有作用，也不该由我来说。请咨询医生或药师；成分方面可以为您转人工确认。',
  'which-topic': () => '不太确定您的意思，是想问下面的问题吗？不是的话，换个说法，或者为您转人工。',
  unclear: () => '不好意思，我没太明白。能换个说法吗？我可以找商品、查订单，或者为您转人工。',
  'what-for': p =>
    p.plain
      ? '好的。您想要什么样的？说说有什么要求，我来看看。'
      : '谢谢您告诉我，这类私人情况我不会记录。您想找什么？说说有什么要求，我来看看有哪些合适。',
  'no-cure': () => '抱歉，这个毛病我这里没有查到更多办法。可以走保修，也可以退换，或者请人工客服帮您看看。',
  'price-now': p =>
    p.product
      ? `${inLanguage(p.product.name, 'zh')}现在是${formatMoney(p.product.price)}，以后会不会变，我没法保证。`
      : '页面上显示的就是现在的价格，以后会不会变，我没法保证。',
  'yours-to-unsubscribe': p =>
    p.again
      ? '除了刚才说的，短信和邮件我这里真的办不了，人工客服可以帮您处理，要帮您转吗？'
      : '短信和邮件我没法替您退订，我这里能关的只有聊天里的个性化优惠；页面上没写的，可以转人工帮您处理。',
  'how-to-order': p =>
    p.inCart
      ? '您选的商品已经在购物车里了。打开购物车点“结算”，填好信息、付款就可以；结算前不会扣款。'
      : '步骤是这样的：先告诉我想要哪一款（名称、颜色或第几个都行），我帮您加进购物车，也可以点商品下面的“加入购物车”；再打开购物车点“结算”，填好信息、付款就可以。',
  'spend-counting': p =>
    p.again
      ? '一年就是从今天往回数十二个月：今天下的单，算到明年今天为止，到期自动不再计入。'
      : '按最近十二个月滚动累计，不按自然年算，年底也不清零；每笔订单从下单那天起算一年内有效。',
  'yours-to-tick': () => '勾选这一步我没法替您操作，付款前在购物车里勾上就行。',
  stuck: () => '抱歉，我这边没能帮上忙。可以让人工客服接手，或者用几个字告诉我是关于什么：商品、订单，还是退货？',
  sorry: p =>
    ({
      complaint: '非常抱歉给您带来不便。需要为您转人工吗？或者告诉我哪里出了问题，我来查一下。',
      told: '非常抱歉。能怎么处理，可以请同事帮您看看，需要为您转人工吗？',
      missing: `非常抱歉。${p.order ? missingOrder(p.order) : ''}同事可以帮您追查，补发或退款。要为您转人工吗？`,
      slow: `非常抱歉让您久等了。${p.order ? '' : '告诉我订单号，我来查到哪了；也可以为您转人工。'}`,
      manners: '非常抱歉，快递员不该这样对待您。',
      harmed: '非常抱歉，这不应该发生。请先停止使用。不管退货期过没过，这件事都需要同事和您一起处理，要为您转人工吗？',
      harm: '非常抱歉，这不应该发生。请先停止使用。这件事需要同事和您一起处理，要为您转人工吗？也可以办理退货。',
    })[p.about],
  'own-spend': p =>
    `${p.within === 'this-year' ? '今年' : '最近十二个月'}您的订单一共付了${formatMoney(p.paid)}${p.isRegular ? '，您已经是我们的熟客（VIP）' : p.asksRegular ? `，目前还不是熟客（VIP）${p.toGo ? `，还差${formatMoney(p.toGo)}` : ''}` : ''}。`,
  'offer-person': p =>
    p.to === 'hurry'
      ? '我这边催不了件，同事可以联系承运商去催。需要为您转人工客服吗？'
      : '需要为您转人工客服吗？如果不用，换个说法，我再试试。',
  'goes-back': () => '那就可以退。',
  'sorry-first': () => '非常抱歉给您添麻烦了。',
  queued: p =>
    `已为您呼叫人工客服，前面说的同事都能看到，您排在第${p.position === 1 ? '一' : p.position}位${wait(p.expectedSeconds)}。${p.asksWait && (p.expectedSeconds ?? null) === null ? '要等多久现在还说不准，同事会直接在这里回复您。' : ''}说“取消”可以继续由我服务。`,
  'still-queued': p =>
    p.leaves
      ? `您还在排队，是第${p.position}位${wait(p.expectedSeconds)}；不等了的话，说“取消”就行。`
      : p.again && !p.asksWait
        ? `这条也转达了，您还是排在第${p.position}位${wait(p.expectedSeconds)}。`
        : `${p.asksWait && (p.expectedSeconds ?? null) === null ? '还要等多久，现在说不准。' : '已转达给人工客服。'}您目前排在第${p.position}位${wait(p.expectedSeconds)}。说“取消”可以继续由我服务。`,
  'desk-closed': (p, w) =>
    `${p.opensAt ? `人工客服将于${openingTime(p.opensAt, w.language, p.timeZone)}（${p.timeZone}）上线。` : '现在没有人工客服在线。'}请留下邮箱或电话，我们会尽快联系您；这期间有问题也可以问我。`,
  'contact-noted': p => `好的，客服会通过 ${p.contact.value} 联系您。`,
  unavailable: () => '现在暂时查不到，是我们的问题。请稍后再试，或转人工。',
  'message-cut': () => '您的消息很长，我只读了开头部分。',
  'back-to': p => `我们接着${flowsZh[p.flow]}：`,
  'in-turn': p => `先${p.flows.map(flow => flowsZh[flow]).join('，再')}。`,
  'on-to': p => `接下来${flowsZh[p.flow]}：`,
  'set-aside': p => `${flowsZh[p.flow]}先放一放，没有做任何更改；想继续时说一声就好。`,
} satisfies Partial<Words>;
