import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { parseBudget } from '../../knowledge/profile/budget.ts';
import { attributeText } from './attribute-text.ts';
import { openingTime } from './opening-time.ts';
import { promotionWordsZh, unlockZh } from './promotion-words-zh.ts';
import { chineseValue } from './values-zh.ts';
import { categoryName, formatDay, formatTime, type Labels, nameOf, type Wording, type Words } from './words.ts';

const preference = (p: Pick<StatedPreference, 'slot' | 'value' | 'polarity' | 'quote'>, wording: Wording): string => {
  if (p.slot === 'budget') {
    const budget = parseBudget(p.value);
    if (!budget) return p.quote;
    const amount = formatMoney({ minor: budget.minor, currency: wording.shop.currency });
    return budget.bound === 'max' ? `预算${amount}以内` : `${amount}以上`;
  }
  if (p.slot === 'recipient') return `送${chineseValue(p.value)}的礼物`;
  const value =
    p.slot === 'category'
      ? categoryName(p.value, wording)
      : p.slot === 'product'
        ? nameOf(asId<ProductId>(p.value), wording)
        : p.slot === 'size'
          ? `${p.value.toUpperCase()}码`
          : chineseValue(p.value);
  return p.polarity === 'dislike' ? `不要${value}` : value;
};

/** 有人在线时才说得出大概要等多久。 */
const wait = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '' : `，预计等待约${Math.max(1, Math.ceil(seconds / 60))}分钟`;

export const chinese: Words = {
  ...promotionWordsZh,
  greeting: (p, w) =>
    `${p.name ? `${p.name}，` : ''}${p.returning ? '欢迎回来' : '您好'}！我是${inLanguage(w.shop.name, 'zh')}的智能客服（自动回复）。商品、订单、配送、退换都可以问我，也可以直接告诉我您想找什么。`,
  thanks: () => '不客气！还有什么可以帮您？',
  'all-right': () => '好的，有需要随时告诉我。',
  goodbye: () => '再见，欢迎下次光临。',
  help: () =>
    '我可以回答配送、退换货和付款问题，帮您找商品（例如“三百元以内的防水跑鞋”），查订单，办理退货，看看有没有适合您的优惠。随时说“转人工”就能联系客服人员。',
  cancelled: p =>
    p.what === 'queue'
      ? '好的，已退出排队，继续由我为您服务。'
      : p.what
        ? '好的，已停止，没有做任何更改。'
        : '没有需要取消的事项。您想做什么？',
  answer: p => p.passage.text,
  'part-unknown': p => `至于“${p.asked}”，这个我不清楚，不想乱猜。`,
  'dont-know': p =>
    p.nearest.length > 0
      ? '这个问题我不清楚，不想乱猜。下面的页面最接近，也可以为您转人工。'
      : '这个问题我不清楚，不想乱猜。需要为您转人工吗？',
  unclear: () => '不好意思，我没太明白。能换个说法吗？我可以找商品、查订单，或者为您转人工。',
  stuck: () => '抱歉，我这边没能帮上忙。可以让人工客服接手，或者用几个字告诉我是关于什么：商品、订单，还是退货？',
  orders: p => `这是您最近的${p.orders.length}个订单：`,
  order: p => {
    const { status, shipment, number } = p.order;
    if (status === 'delivered') {
      return `订单 ${number} 已${shipment?.deliveredAt ? `于${formatDay(shipment.deliveredAt, 'zh')}` : ''}送达。`;
    }
    if (status === 'shipped' && shipment) {
      return `订单 ${number} 已由${shipment.carrier}发出，预计${formatDay(shipment.expectedAt, 'zh')}前送到。`;
    }
    return `订单 ${number}：${labelsZh.statuses[status]}。`;
  },
  'no-orders': () => '您还没有订单。',
  'order-not-found': () => '没有找到与该订单号和邮箱相符的订单，请核对后再试；订单号在确认邮件里。',
  products: (p, w) => {
    if (p.heading === 'nearest') return '';
    const budget = p.budget ? `${formatMoney(p.budget)}以内` : '';
    const left = p.relaxed.filter(isNamed);
    const relaxed =
      left.length > 0 ? `没有完全符合“${left.map(key => relaxedName(key, w)).join('、')}”的，所以放宽了这一项。` : '';
    if (p.heading === 'search' && p.relaxed.includes('text'))
      return `没有和您说的完全一致的，这${p.found.length}款最接近。${relaxed}`;
    if (p.heading === 'search')
      return `为您找到${p.found.length}款${budget ? `${budget}的商品` : '合适的商品'}。${relaxed}`;
    if (p.heading === 'popular') return `${budget}大家买得最多的是这些，告诉我您的喜好，我可以推荐得更准。${relaxed}`;
    return `为您挑选${budget ? `（${budget}）` : ''}：${relaxed}`;
  },
  'nothing-found': (p, w) =>
    p.budget
      ? `${formatMoney(p.budget)}以内没有合适的，要不要放宽一点预算？`
      : `没有找到合适的商品。${shelves(w)}换个说法试试？`,
  'not-sold': (p, w) =>
    p.nearest ? `我们不卖“${p.what}”，店里比较接近的有这些：` : `我们不卖“${p.what}”。${shelves(w)}`,
  product: (p, w) => {
    const name = inLanguage(p.product.name, 'zh');
    if (p.aspect === 'stock') {
      if (p.product.stock === null) return `${name}可以下单。`;
      return p.product.stock === 0
        ? `${name}目前缺货。`
        : `${name}有货，还剩${p.product.stock}件，售价${formatMoney(p.product.price)}。`;
    }
    return `${name}，${formatMoney(p.product.price)}。${inLanguage(p.product.description, w.language)}`;
  },
  comparison: (p, w) => {
    const [first, second] = p.products.map(one => inLanguage(one.name, 'zh'));
    const price =
      p.cheaper.by.minor === 0
        ? `两款价格一样，都是${formatMoney(p.products[0].price)}。`
        : `${nameOf(p.cheaper.product, w)}便宜${formatMoney(p.cheaper.by)}。`;
    const rows = p.differs.flatMap(d => {
      const label = labelsZh.attribute[d.attribute];
      const side = (values: readonly string[]): string =>
        values.length > 0 ? attributeText(d.attribute, values, 'zh') : '—';
      return label ? [`- ${label}：${side(d.first)} / ${side(d.second)}`] : [];
    });
    const table = rows.length > 0 ? `\n各自独有的（前者 / 后者）：\n${rows.join('\n')}` : '';
    return `${first}：${formatMoney(p.products[0].price)}；${second}：${formatMoney(p.products[1].price)}。${price}${table}`;
  },
  again: p => {
    const gone = p.missing > 0 ? `其中${p.missing}件暂时买不到。` : '';
    return p.products.length === 0
      ? `订单 ${p.order.number} 里的商品暂时都买不到了。`
      : `这是您在订单 ${p.order.number} 里买的，价格以现在为准。${gone}要加入购物车吗？`;
  },
  'again-unknown': p =>
    p.signedIn
      ? '您还没有可以再买一次的订单。想要哪件商品？我来找。'
      : '登录后才能看到以前的订单。您之前买的是什么？我来帮您找。',
  'which-product': () => '您指的是哪一款？告诉我名称或列表里的序号就行。',
  cart: p => {
    const deals = (p.deals ?? []).map(d => `“${inLanguage(d.name, 'zh')}”（省${formatMoney(d.saves)}）`).join('、');
    return `购物车合计${formatMoney(p.total)}，已含运费${deals ? `，已享${deals}` : ''}。`;
  },
  'add-on': ({ plan }) => {
    const what = plan.add
      .map(a => `${inLanguage(a.product.name, 'zh')}${a.quantity > 1 ? `${a.quantity}件` : ''}`)
      .join('和');
    const deal = plan.reaches.map(name => inLanguage(name, 'zh')).join('、');
    const then = `总价从${formatMoney(plan.before)}变为${formatMoney(plan.after)}`;
    if (plan.extra.minor > 0)
      return `凑单建议：再加${what}（${formatMoney(plan.price)}），就能享受“${deal}”，${then}，只多付${formatMoney(plan.extra)}。`;
    const less = { ...plan.extra, minor: -plan.extra.minor };
    return plan.extra.minor === 0
      ? `凑单建议：再加${what}（${formatMoney(plan.price)}），就能享受“${deal}”，一分钱不用多付，仍是${formatMoney(plan.after)}。`
      : `凑单建议：再加${what}（${formatMoney(plan.price)}），就能享受“${deal}”，${then}，反而少付${formatMoney(less)}。`;
  },
  'no-add-on': p =>
    p.reason === 'buying-less-is-cheaper'
      ? '我算过了，现在凑单反而多花钱，不如不凑。'
      : p.reason === 'nothing-near'
        ? '离下一档优惠还比较远，不建议为了优惠凑单。'
        : '没有合适的商品可以凑单，不用为了优惠多买。',
  'to-free-delivery': p => {
    if (!p.from) return `本店没有满额包邮，运费${formatMoney(p.fee)}。`;
    if (p.isEmpty) return `您的购物车还是空的；优惠后商品满${formatMoney(p.from)}包邮。`;
    return p.missing
      ? `还差${formatMoney(p.missing)}就包邮（优惠后商品满${formatMoney(p.from)}），现在下单运费${formatMoney(p.fee)}。`
      : '您的购物车已经包邮了。';
  },
  'new-total': p => `现在合计${formatMoney(p.total)}，已含运费。`,
  'cart-empty': () => '您的购物车是空的。',
  'added-to-cart': p => `${inLanguage(p.product.name, 'zh')}已加入购物车。`,
  'out-of-stock': p => `${inLanguage(p.product.name, 'zh')}刚刚售罄，没能加入购物车。`,
  offer: (p, w) =>
    p.unprompted
      ? `对了，给您一个优惠：${gain(p.offer)}。`
      : p.cartMoved
        ? `给您的优惠还在：卡片上的商品${gain(p.offer)}，使用时会按您现在的购物车计算。`
        : `有的，给您的优惠：${p.adds ? `再加${p.adds.map(id => nameOf(id, w)).join('和')}，` : ''}${gain(p.offer)}，含运费共${formatMoney(p.offer.priced.total)}。`,
  'no-offer': p => {
    const free = p.freeShippingFrom ? `满${formatMoney(p.freeShippingFrom)}包邮。` : '';
    switch (p.reason) {
      case 'no-consent':
        return `您已关闭个性化优惠，按正常价格购买。${free}想重新开启请说“开启优惠”。`;
      case 'capped':
        return `目前没有更多优惠可以给您了。${free}`;
      case 'budget-spent':
        return `目前的优惠名额已经用完。${free}`;
      case 'service-first':
        return '先把您的问题解决好，之后我再帮您看优惠。';
      case 'none-shown':
        return '我还没有给过您优惠。';
      case 'not-now':
      case 'none-eligible':
      case 'no-uplift':
      case 'no-model':
        return `目前没有额外优惠，标价就是我们的售价。${free}`;
    }
  },
  'offer-applied': p => {
    const done = `已使用优惠：${gain(p.offer)}，现在合计${formatMoney(p.total)}。`;
    if (!p.cappedAt) return done;
    return `${done}答应您的${formatMoney(p.cappedAt)}照样减；后来加的商品没有更多优惠了。`;
  },
  'offer-declined': () => '好的，不再提了。',
  'offer-refused': (p, w) =>
    ({
      'unknown-offer': '系统里没有这个优惠，无法使用。',
      'not-yours': '这个优惠是给其他顾客的，不能在这里使用。',
      expired: '这个优惠已过期。',
      'already-redeemed': '这个优惠您已经用过了，只能用一次。',
      'already-held': '这个优惠已经在您的购物车里了。',
      'budget-spent': '抱歉，名额刚刚被用完。',
      'not-active': '该活动目前没有进行。',
      'conditions-not-met':
        p.offer?.kind === 'free-shipping' && !p.unlock
          ? '这个购物车已经包邮，无需再使用。'
          : `购物车还没有达到这个优惠的条件。${unlockZh(p.unlock, w)}`,
      'first-order-only': '这个优惠仅限首次下单使用，您之前已经下过单了。',
      'not-for-shopper': '这个优惠不适用于您的账号。',
      'below-margin': '这些商品不能使用该优惠。',
      'out-of-stock': '购物车里有商品售罄，无法使用优惠。',
      'empty-cart': '购物车是空的，先加入商品再使用优惠吧。',
      'currency-mismatch': '优惠与购物车的币种不同。',
      'cart-changed': '购物车刚刚有变化，请再试一次。',
      'better-deal-applies': '购物车里已经有更划算的优惠，这一单两者不能同时生效。',
      'excluded-by-group': '这个优惠不能和购物车里的优惠叠加。',
      'limit-reached': '这个优惠的使用次数已达上限。',
      'unknown-code': '没有这个优惠码，请检查一下有没有输错。',
      'code-used': '这个优惠码已经用过了。',
      'outside-hours': '这个优惠只在特定时段有效，现在不在时段内。',
      'makes-order-free': '加上已有的优惠，这一单就不用付钱了，所以不能再叠加。',
      'too-many-tries': '连续输错优惠码次数太多了，请过几分钟再试。',
    })[p.reason],
  'why-offer': (p, w) => {
    const facts = p.factsUsed.filter(f => f.forWhom === 'self').map(f => preference(f, w));
    const said = facts.length > 0 ? `商品是按您说过的（${facts.join('、')}）挑的。` : '';
    const { givenBy } = p.offer.because;
    if (givenBy !== undefined) return `这是客服${givenBy}为了弥补给您带来的不便而赠予您的，并非系统自动推荐。`;
    const how =
      p.offer.because.model === 'default'
        ? '这是您的购物车符合条件的标准优惠。'
        : p.offer.because.explored
          ? '有些优惠是在您符合条件的里面随机抽取的，用来了解哪种真正有用；这就是其中之一。'
          : '您的购物篮符合条件，根据您在本店的订单和浏览，我们认为它对双方都划算；从不使用敏感信息。';
    return `${how}${said}您可以随时关闭个性化优惠。`;
  },
  'counter-offer': (p, w) =>
    `同样的商品没法再便宜了；如果多买一些，像卡片上这样买够${formatMoney(p.offer.priced.subtotal)}，可享${gain(p.offer)}，含运费共${formatMoney(p.offer.priced.total)}。之前的优惠在${formatTime(p.standing.expiresAt, 'zh', w.shop)}前依然有效，两个优惠任选其一。`,
  'no-better-deal': (p, w) =>
    `${gain(p.offer)}，这已经是最好的优惠了，再问也不会变。有效期至${formatTime(p.offer.expiresAt, 'zh', w.shop)}。`,
  'about-me': p => {
    const offers = p.consent.personalOffers ? '个性化优惠：已开启。' : '个性化优惠：已关闭。';
    const orders = p.orders > 0 ? '我也能看到您在本店的订单。' : '';
    return p.facts.length > 0
      ? `这些是您告诉过我的内容和时间。说“忘掉”加其中一项，或“全部忘掉”即可删除。${orders}${offers}`
      : `您没有告诉过我需要记住的内容。${orders}${offers}`;
  },
  noted: (p, w) => `记下了：${p.facts.map(f => preference(f, w)).join('、')}。`,
  forgotten: p =>
    p.count === 0 ? '没有可以忘掉的内容。' : p.all ? '好的，您说过的我已全部忘掉。' : '好的，已经忘掉了。',
  'which-to-forget': () => '要我忘掉哪一条？',
  'opted-out': () => '已关闭个性化优惠。您仍享受正常价格和人人都有的优惠。',
  'opted-in': () => '个性化优惠已重新开启。',
  sorry: () => '非常抱歉给您带来不便。需要为您转人工吗？或者告诉我哪里出了问题，我来查一下。',
  'sorry-first': () => '非常抱歉给您添麻烦了。',
  queued: p =>
    p.position === 1
      ? `已为您呼叫人工客服，您排在第一位${wait(p.expectedSeconds)}。说“取消”可以继续由我服务。`
      : `已为您呼叫人工客服，您排在第${p.position}位${wait(p.expectedSeconds)}。说“取消”可以继续由我服务。`,
  'still-queued': p => `已转达。您目前排在第${p.position}位${wait(p.expectedSeconds)}。说“取消”可以继续由我服务。`,
  'desk-closed': (p, w) =>
    `${p.opensAt ? `人工客服将于${openingTime(p.opensAt, w.language, p.timeZone)}（${p.timeZone}）上线。` : '现在没有人工客服在线。'}请留下邮箱或电话，我们会尽快联系您；这期间有问题也可以问我。`,
  'contact-noted': p => `好的，客服会通过 ${p.contact.value} 联系您。`,
  unavailable: () => '现在暂时查不到，是我们的问题。请稍后再试，或转人工。',
  'message-cut': () => '您的消息很长，我只读了开头部分。',
  'ask-order-number': () => '请告诉我订单号，它在确认邮件里。',
  'ask-email': p => `订单 ${p.number} 下单时用的邮箱是？`,
  'ask-which-order': () => '是哪一个订单？',
  'ask-which-lines': p => `订单 ${p.order.number} 里要退哪些商品？也可以说“全部”。`,
  'ask-reason': (p, w) =>
    `订单 ${p.order.number}：${p.lines.map(l => `${nameOf(l.product, w)} × ${l.quantity}`).join('、')}。退货原因是什么？（尺码偏小、有破损、不想要了……）`,
  'return-preview': p => `可退${formatMoney(p.refund)}。确认办理退货吗？`,
  'return-done': p => `退货已登记，编号${p.id}。收到商品后退款${formatMoney(p.refund)}，退货标签会发到邮箱。`,
  'cancel-preview': p => {
    const quoted = (names: typeof p.freed): string => names.map(n => `“${inLanguage(n, 'zh')}”`).join('、');
    const freed = p.freed.length > 0 ? `取消后${quoted(p.freed)}可以再次使用。` : '';
    const kept = p.kept.length > 0 ? `${quoted(p.kept)}视为已使用。` : '';
    return `订单 ${p.order.number} 还没有发出，取消后全额退款${formatMoney(p.refund)}。${freed}${kept}确认取消这个订单吗？`;
  },
  'cancel-done': p => `订单 ${p.order.number} 已取消，${formatMoney(p.refund)}将原路退回。`,
  'cancel-refused': p =>
    ({
      shipped: `订单 ${p.order.number} 已经发出，不能取消了；收到后可以退货。`,
      delivered: `订单 ${p.order.number} 已经送达，不能取消了，可以改办退货。`,
      returned: `订单 ${p.order.number} 已经退货，没有可取消的了。`,
      'already-cancelled': `订单 ${p.order.number} 之前就已经取消了，无需再操作。`,
      'order-changed': `订单 ${p.order.number} 刚刚有变化，没有取消，请再试一次。`,
    })[p.reason],
  'back-to': p => `我们接着${flowsZh[p.flow]}：`,
  'set-aside': p => `${flowsZh[p.flow]}先放一放，没有做任何更改；想继续时说一声就好。`,
  'return-refused': p =>
    ({
      'not-delivered': `订单 ${p.order.number} 还没有送达，暂时不能退货。`,
      'too-late': `订单 ${p.order.number} 已超过${p.days}天退货期。如果有质量问题，可以转人工看看保修。`,
      'already-returned': `订单 ${p.order.number} 已经全部退货。`,
      cancelled: `订单 ${p.order.number} 已取消，没有可退的商品。`,
    })[p.reason],
};

const flowsZh = {
  return: '办理退货',
  'cancel-order': '取消订单',
  'guest-order': '查询订单',
} as const;

/** What the shopper gets out of a deal; the value of a gift is no discount. */
const gain = ({ kind, saves }: Pick<Offer, 'kind' | 'saves'>): string => {
  if (kind === 'gift') return `赠品一份（价值${formatMoney(saves)}）`;
  if (kind === 'free-shipping') return `免运费，立省${formatMoney(saves)}`;
  return `立减${formatMoney(saves)}`;
};

/** Whom it is for and what for only steer the ranking: no product is made "with" them. */
const isNamed = (key: string): boolean => !/^(recipient|occasion):|^(text|budget-min)$/.test(key);

const shelves = ({ shop }: Wording): string =>
  shop.categories.length > 0
    ? `我们卖${shop.categories
        .slice(0, 8)
        .map(c => inLanguage(c.name, 'zh'))
        .join('、')}。`
    : '';

const relaxedName = (key: string, wording: Wording): string => {
  const value = key.includes(':') ? key.slice(key.indexOf(':') + 1) : key;
  return wording.shop.categories.some(c => c.key === value) ? categoryName(value, wording) : chineseValue(value);
};

export const labelsZh: Labels = {
  intents: {
    recommend: '给我推荐',
    deals: '有优惠吗？',
    'order-status': '我的订单到哪了？',
    'start-return': '我要退货',
    'cancel-order': '取消订单',
    reorder: '再买一次',
    help: '你能做什么？',
    person: '转人工',
    'view-cart': '看看购物车',
    'why-offer': '为什么给我这个优惠？',
    'about-me': '你知道我什么？',
    'forget-all': '全部忘掉',
    'opt-out': '关闭个性化优惠',
    'opt-in': '开启优惠',
    cancel: '取消',
    yes: '好的',
    no: '不用了',
  },
  apply: '使用优惠',
  decline: '不用了',
  add: '加入购物车',
  person: '转人工',
  details: '详情',
  startReturn: '退货',
  gift: '赠品',
  soldOut: '已售罄',
  inStock: '有货',
  onlyLeft: count => `仅剩${count}件`,
  steps: ['已下单', '已打包', '已发货', '已送达'],
  statuses: {
    placed: '已下单，正在准备',
    packed: '已打包，等待快递取件',
    shipped: '运输中',
    delivered: '已送达',
    cancelled: '已取消',
    returned: '已退货',
  },
  saves: amount => `立省${amount}`,
  expires: when => `有效期至${when}`,
  givenBy: name => `由客服${name}赠予您，并非系统自动推荐。`,
  personalised: '个性化优惠，依据您在本店的活动生成。说“关闭个性化优惠”即可停用。',
  attribute: { colour: '颜色', size: '尺码', material: '材质', feature: '特点', occasion: '适合', recipient: '送给' },
  notes: {
    'more-than-bought': '申请退货的数量多于剩余数量，已按剩余数量计算。',
    'gift-to-return': '保留的商品已不满足赠品条件，请将赠品一并退回。',
    'gift-deducted': '保留的商品已不满足赠品条件，退款中会扣除赠品价格；退回赠品后再退还。',
    'discount-taken-back': '保留的商品已达不到优惠条件，这部分优惠会从退款中扣回。',
    'code-stays-used': '优惠码视为已使用；只有发货前取消订单，优惠码才会退回。',
    'falls-below-threshold': '保留的商品低于优惠门槛。退款已扣除退回商品所享受的那部分优惠，不会再另外扣款。',
    'below-free-shipping': '保留的商品低于包邮金额，不会补收运费。',
    'shipping-refunded': '运费一并退还。',
    'everything-returned': '至此整单商品全部退回。',
  },
  deduction: {
    discount: amount => `保留的商品已达不到优惠条件，扣回优惠${amount}。`,
    shipping: amount => `保留的商品已达不到包邮优惠的条件，扣回运费${amount}。`,
    gift: (amount, gift) => `赠品“${gift}”按${amount}从退款中扣除，退回赠品后会再退还。`,
  },
  reason: (reason, wording) => {
    switch (reason.kind) {
      case 'bought-with':
        return `因为您买过或看过${nameOf(reason.because, wording)}`;
      case 'similar-shoppers':
        return '口味相近的顾客喜欢';
      case 'buy-again':
        return `您买过${reason.timesBought}次`;
      case 'stated':
        return `您说过：${reason.slot === 'category' ? categoryName(reason.value, wording) : chineseValue(reason.value)}`;
      case 'popular':
        return '大家常买';
    }
  },
};
