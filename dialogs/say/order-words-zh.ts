import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { lineName, type Order } from '../../knowledge/domain/order.ts';
import type { NoneOfOrders, RefundLate } from '../order-parts.ts';
import { labelsZh } from './labels-zh.ts';
import { formatDate, formatDay, nameOf, type Words } from './words.ts';

const noneZh: Readonly<Record<NoneOfOrders, string>> = {
  'under-way': '没有还在路上的订单，',
  'of-days': '那时候您没有下过单。',
  before: '再往前没有别的订单了。',
  'of-number': '您的订单里没有这个号码。',
  newer: '这个账号下没有更新的订单。没登录时下的单，或者用别的账号下的单，这里看不到，可以请同事帮您查。',
  other: '这个账号下没有别的订单。没登录时下的单，或者用别的账号下的单，这里看不到，可以请同事帮您查。',
  'just-now':
    '这个账号下没有刚刚下的单。付款没有成功的话，订单就没有生成；没登录时下的，或者用别的账号下的，这里看不到，可以请同事帮您查。',
  'not-told': '那可能是下面的某一单，这个账号下的其他订单：',
};

const mostInIt = 3;
/** What an order holds, by name. */
const inItZh = ({ lines }: Order): string => {
  const names = lines.filter(line => !line.gift).map(line => inLanguage(lineName(line), 'zh'));
  return names.length > mostInIt ? `${names.slice(0, mostInIt).join('、')}等${names.length}样` : names.join('、');
};

const undone: ReadonlySet<Order['status']> = new Set(['cancelled', 'returned']);
const eachZh = ({ number, placedAt, total, status }: Order): string =>
  `${number}（${formatDay(placedAt, 'zh')}${undone.has(status) ? `，${labelsZh.statuses[status]}` : ''}）${formatMoney(total)}`;

const lineZh = (line: Order['lines'][number]): string =>
  `${inLanguage(lineName(line), 'zh')}${line.quantity > 1 ? ` × ${line.quantity}` : ''}`;
/** That the money should have been there, where it was told when the goods came. */
const lateZh = ({ came, days, due }: RefundLate): string =>
  `退件${formatDay(came, 'zh')}签收的话，${days}个工作日到${formatDay(due, 'zh')}已经过了`;

export const orderWordsZh = {
  orders: p => {
    if (p.holding !== undefined) return `“${p.holding}”在您的${p.orders.length === 1 ? '这个' : '这几个'}订单里：`;
    const [latest] = p.orders;
    if (p.each) return `您的${p.orders.length}个订单，金额已含运费：${p.orders.map(eachZh).join('；')}。`;
    if (p.coming) return `您有${p.orders.length}个订单正在路上：`;
    const said = latest
      ? `最近一单 ${latest.number}（${formatDay(latest.placedAt, 'zh')}下单${p.contents ? `：${inItZh(latest)}` : ''}）${labelsZh.statuses[latest.status]}。`
      : '';
    if (p.none === 'not-told') return noneZh[p.none];
    if (p.none) return `${noneZh[p.none]}${p.none === 'under-way' ? '最近几单都在这里：' : said}`;
    return `${said}这是您最近的${p.orders.length}个订单：`;
  },
  order: p => {
    const { status, shipment, number } = p.order;
    if (p.contents)
      return `订单 ${number}（${formatDay(p.order.placedAt, 'zh')}下单，${labelsZh.statuses[status]}）里有：${p.order.lines.map(lineZh).join('、')}。`;
    if (p.carrier && shipment)
      return `订单 ${number} 由${shipment.carrier}${status === 'shipped' ? '配送' : '送达'}，运单号 ${shipment.tracking}${status === 'shipped' ? `，预计${formatDay(shipment.expectedAt, 'zh')}送达` : ''}。`;
    const left = p.sent && shipment ? `${formatDay(shipment.shippedAt, 'zh')}从仓库发出。` : '';
    if (status === 'delivered') {
      return `订单 ${number} 已${shipment?.deliveredAt ? `于${formatDay(shipment.deliveredAt, 'zh')}` : ''}送达。${left}`;
    }
    if (status === 'shipped' && shipment) {
      return `订单 ${number} 已由${shipment.carrier}发出，预计${formatDay(shipment.expectedAt, 'zh')}前送到。${left}`;
    }
    return `订单 ${number}：${labelsZh.statuses[status]}。${p.sent && !shipment ? '还没有发出。' : ''}`;
  },
  'claim-of': p =>
    `${p.what ? `“${p.what}”在订单 ${p.order.number} 里` : `是订单 ${p.order.number}`}${p.order.shipment?.deliveredAt ? `，${formatDay(p.order.shipment.deliveredAt, 'zh')}送达` : ''}${p.past === undefined ? '。您想要补发还是退款？我转给同事处理。' : `，已经超过${p.past}天，怎么处理要请同事看看。要为您转人工吗？`}`,
  'claim-which': p =>
    `${p.what ? `您最近的订单里没有看到“${p.what}”。` : ''}是哪一单的呢？告诉我订单号，或者说想补发还是退款，由同事接着办。`,
  'claim-wish': p =>
    `好的，${p.order ? `订单 ${p.order.number} ` : ''}${p.wish === 'money' ? '退款' : '补发'}的要求我会转达。`,
  'claim-when': ({ wish }) =>
    wish === 'money' ? '退款由同事发起，之后到账时间是：' : '补发的什么时候寄出由同事确认，寄出后和普通订单一样：',
  'no-orders': () =>
    '您这个账号下没有看到订单。要是没登录时下的单，或者用的是别的账号，换那个账号登录，或者把订单号和下单邮箱告诉我。',
  'change-too-late': ({ order: { number, shipment, status }, days }) =>
    `订单 ${number} ${status === 'shipped' ? `已经发出${shipment ? `，预计${formatDay(shipment.expectedAt, 'zh')}前送到` : ''}` : '已经打包'}，里面的东西不能再改、也不能去掉了。收到后 ${days} 天内可以只退不要的那件，取件费由我们付。`,
  'order-not-found': p =>
    p.signedIn
      ? '这个账号下没有这个订单号。要是用别的账号下的单，登录那个账号就能看到；也可以请同事帮您找，要为您转人工吗？'
      : '没有找到与该订单号和邮箱相符的订单，请核对后再试；订单号在确认邮件里。手边没有的话，同事可以帮您找，要为您转人工吗？',
  'ask-order-number': () => '请告诉我订单号，它在确认邮件里。',
  'ask-email': p => `订单 ${p.number} 下单时用的邮箱是？`,
  'not-in-orders': p =>
    p.number === undefined
      ? `您的订单里没有找到“${p.what}”，会不会是在别的账号下买的？${p.listed ? '能退的订单有这些：' : ''}`
      : `订单 ${p.number} 里没有找到“${p.what}”。`,
  'refund-state': ({ order: { number, status, total }, request, isDue }) => {
    if (!request)
      return status === 'cancelled'
        ? isDue
          ? `订单 ${number} 已取消，${formatMoney(total)}原路退回，按说早该到账了。要是还没收到，同事可以帮您查，要为您转人工吗？`
          : `订单 ${number} 已取消，${formatMoney(total)}原路退回。`
        : `订单 ${number} 的状态是“${labelsZh.statuses[status]}”，退款到了哪一步这里查不到，同事可以帮您查。`;
    const refund = formatMoney(request.refund);
    return {
      requested: `订单 ${number} 的退货（编号${request.id}）已于${formatDay(request.requestedAt, 'zh')}登记，我们还没有收到寄回的商品；收到后退款${refund}。`,
      received: `订单 ${number} 的退货（编号${request.id}）我们已经收到，${refund}正在退款。`,
      refunded: `订单 ${number} 的退货（编号${request.id}）已经办完，${refund}已原路退回。`,
      refused: `订单 ${number} 的退货（编号${request.id}）没有通过，没有退款。原因可以请同事帮您看看。`,
    }[request.status];
  },
  'own-warranty': ({ order, line, until, isOver }) =>
    until === undefined
      ? `“${inLanguage(lineName(line), 'zh')}”（订单 ${order.number}，${formatDay(order.placedAt, 'zh')}下单）适用哪种保修期，页面上没有明确写，可以转人工确认。`
      : `“${inLanguage(lineName(line), 'zh')}”是${formatDate(order.placedAt, 'zh')}下单的（${order.number}），保修${isOver ? '已于' : '到'}${formatDate(until, 'zh')}${isOver ? '到期' : '为止'}。`,
  'number-meant': ({ said, order }) =>
    `您的订单里没有 ${said} 这个号码，您说的应该是 ${order.number}（${formatDay(order.placedAt, 'zh')}下单：${inItZh(order)}）。`,
  'no-return': ({ late }) =>
    late
      ? `您的订单没有登记过退货，所以我这里查不到退款。${lateZh(late)}，要请同事核实，要为您转人工吗？`
      : '您的订单没有登记过退货，所以没有正在办理的退款。要是已经把商品寄回了，同事可以帮您查。',
  'sign-in-for-refund': ({ late }) =>
    `${late ? `${lateZh(late)}。` : ''}您还没有登录，退到哪一步了我这里看不到；${late ? '同事可以凭订单号帮您查，要为您转人工吗？' : '登录后再问我，或者带上订单号转人工查。'}`,
  'return-window': p =>
    `${p.line ? `“${inLanguage(lineName(p.line), 'zh')}”在订单 ${p.order.number} 里，` : `订单 ${p.order.number} `}已${p.order.shipment?.deliveredAt ? `于${formatDay(p.order.shipment.deliveredAt, 'zh')}` : ''}送达，${formatDay(p.until, 'zh')}前都可以退。${p.offers ? '现在给您办理退货吗？' : ''}`,
  'ask-which-order': () => '是哪一个订单？',
  'ask-which-lines': ({ order, among = [] }, w) => {
    const [only, ...others] = among;
    if (!only) return `订单 ${order.number} 里要退哪些商品？也可以说“全部”。`;
    return others.length > 0
      ? `订单 ${order.number} 里要退的是哪些：${among.map(one => nameOf(one.product, w)).join('、')}？也可以说“全部”。`
      : `订单 ${order.number} 的${nameOf(only.product, w)}共 ${only.quantity} 件，要退几件？也可以说“全部”。`;
  },
  'ask-reason': (p, w) =>
    `订单 ${p.order.number}：${p.lines.map(l => `${nameOf(l.product, w)} × ${l.quantity}`).join('、')}。退货原因是什么？（尺码偏小、有破损、不想要了……）`,
  'return-preview': p => `可退${formatMoney(p.refund)}。确认办理退货吗？`,
  'number-lost': p =>
    `${p.what === 'email' ? '没有下单时用的邮箱，我这里打不开这个订单。' : '没有订单号我这里打不开订单，它写在确认邮件里。'}同事可以帮您查到，要为您转人工吗？`,
  'opened-by-person': p =>
    `${p.rule}所以我没有登记退货，也不能答应退款。如果用着不适或有质量问题，同事可以帮您看看，要为您转人工吗？`,
  'exchange-by-person': ({ of, size, colour }) => {
    const what = of ? `订单 ${of.order.number} 的“${inLanguage(lineName(of.line), 'zh')}”` : '';
    const forms = [...(colour ? [`“${colour}”`] : []), ...(size === undefined ? [] : [`${size.toUpperCase()}码`])];
    const into = forms.length === 0 ? '' : `换${forms.join('、')}，`;
    return `${what}${into ? `${what ? '，' : ''}${into}` : what ? '，' : ''}换货由同事为您办理，我还没有登记任何退货或退款。要帮您转接同事吗？想退款的话，说“我要退货”就行。`;
  },
  'return-done': p => `退货已登记，编号${p.id}。收到商品后退款${formatMoney(p.refund)}，退货标签会发到邮箱。`,
  'return-refused': p =>
    ({
      'not-delivered': `订单 ${p.order.number} 还没有送达，暂时不能退货；送达后 ${p.days} 天内可以退。`,
      'too-late': `${p.latest ? '目前没有还能退的订单，最近送达的一单 ' : '订单 '}${p.order.number}（${formatDay(p.order.placedAt, 'zh')}下单：${p.line ? inLanguage(lineName(p.line), 'zh') : inItZh(p.order)}）已超过${p.days}天退货期。如果有质量问题，可以转人工看看保修。`,
      'already-returned': `订单 ${p.order.number} 已经全部退货。`,
      cancelled: `订单 ${p.order.number} 已取消，没有可退的商品。`,
    })[p.reason],
  'cancel-preview': p => {
    const quoted = (names: typeof p.freed): string => names.map(n => `“${inLanguage(n, 'zh')}”`).join('、');
    const freed = p.freed.length > 0 ? `取消后${quoted(p.freed)}可以再次使用。` : '';
    const kept = p.kept.length > 0 ? `${quoted(p.kept)}视为已使用。` : '';
    return p.again
      ? `好的，那就取消订单 ${p.order.number}，全额退款${formatMoney(p.refund)}。${freed}${kept}回复“好的”就为您取消。`
      : `订单 ${p.order.number} 还没有发出，取消后全额退款${formatMoney(p.refund)}。${freed}${kept}确认取消这个订单吗？`;
  },
  'cancel-done': p => `订单 ${p.order.number} 已取消，${formatMoney(p.refund)}将原路退回。`,
  'cancel-part': ({ order, line }) => {
    const what = line ? `“${inLanguage(lineName(line), 'zh')}”` : '其中一件';
    if (order?.status === 'packed')
      return `订单 ${order.number} 已经打包，${what}没法单独拿出来了。可以收到后只退这一件，也可以说“取消整单”。要请同事再看看吗？`;
    return `${order ? `订单 ${order.number} ` : '订单'}在这里只能整单取消，所以我什么都没有取消。只去掉${what}的话，打包之前同事可以帮您改单，要为您转人工吗？`;
  },
  'cancel-refused': p =>
    ({
      shipped: `订单 ${p.order.number} 已经发出，不能取消了；收到后可以退货。`,
      delivered: `订单 ${p.order.number}（${formatDay(p.order.placedAt, 'zh')}下单）已经送达，不能取消了，可以改办退货。要取消的是别的订单，把订单号告诉我。`,
      'past-return': `订单 ${p.order.number}（${formatDay(p.order.placedAt, 'zh')}下单）已经送达，不能取消了，退货期也已经过了。要取消的是别的订单，把订单号告诉我。`,
      returned: `订单 ${p.order.number} 已经退货，没有可取消的了。`,
      'cancelled-for-good': `订单 ${p.order.number} 已经取消，恢复不了。说“再买一次”，我按现在的价格把同样的商品找给您。`,
      'already-cancelled': `订单 ${p.order.number} 之前就已经取消了，无需再操作。`,
      'order-changed': `订单 ${p.order.number} 刚刚有变化，没有取消，请再试一次。`,
    })[p.reason],
} satisfies Partial<Words>;
