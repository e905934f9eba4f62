/** What comes next, or can be done now. */
import { formatMoney } from '../../../knowledge/domain/money.ts';
import type { Matter } from '../../matter.ts';
import { shelves as shelvesEn } from '../phrases-en.ts';
import { shelves as shelvesZh } from '../phrases-zh.ts';
import { formatDay, formatTime } from '../words.ts';
import { carrierOf, insteadIn, lacksIn, nameIn, type OfMatters, sizesIn, toPayEn, toPayZh } from './phrases.ts';

type Of<K extends Matter['about']> = Extract<Matter, { about: K }>;

const orderEn = ({ order, days }: Of<'order'>): string => {
  const { number, shipment } = order;
  switch (order.status) {
    case 'placed':
      return `Nothing for you to do: order ${number} gets packed and goes to the carrier, and from then on you find its tracking number here. Until it leaves it can be cancelled.`;
    case 'packed':
      return `Nothing for you to do: the carrier fetches order ${number}, and from then on you find its tracking number here.`;
    case 'shipped':
      return `Nothing for you to do: ${carrierOf(order)} brings order ${number}${shipment ? `, by ${formatDay(shipment.expectedAt, 'en')} as it looks now` : ''}. From the day it comes you have ${days} days to send anything back.`;
    case 'delivered':
      return `Order ${number} has arrived, so that's all. If something isn't right, it can go back within ${days} days of its delivery.`;
    case 'cancelled':
    case 'returned':
      return `Nothing more comes with order ${number}. Ask me about its money if it isn't with you yet.`;
  }
};
const orderZh = ({ order, days }: Of<'order'>): string => {
  const { number, shipment } = order;
  switch (order.status) {
    case 'placed':
      return `您不用做什么：订单 ${number} 接下来打包、交给快递，发出后在这里就能查到运单号。发出之前还可以取消。`;
    case 'packed':
      return `您不用做什么：快递来取订单 ${number}，之后在这里就能查到运单号。`;
    case 'shipped':
      return `您不用做什么：${carrierOf(order)}会把订单 ${number} 送到${shipment ? `，目前看是${formatDay(shipment.expectedAt, 'zh')}前` : ''}。签收后 ${days} 天内都可以退。`;
    case 'delivered':
      return `订单 ${number} 已经送到，没有别的步骤了。有不合适的，送达后 ${days} 天内可以退。`;
    case 'cancelled':
    case 'returned':
      return `订单 ${number} 没有后续步骤了。钱还没到的话可以问我。`;
  }
};

const flowEn = (of: Of<'flow'>): string => {
  const refund = of.refund ? formatMoney(of.refund) : '';
  const [number = ''] = of.numbers;
  switch (of.asks) {
    case 'number':
      return `Give me the order number, then the e-mail address it was placed with, and I show you the order. Without the number a colleague can find it.`;
    case 'email':
      return `Give me the e-mail address, and I show you order ${number}.`;
    case 'which-order':
      return of.flow === 'cancel-order'
        ? `Choose the order; then I tell you what comes back, and you say yes or no.`
        : `Choose the order, then the things and the reason; then I tell you what comes back, and you say yes or no.`;
    case 'lines':
      return `Name the things, then the reason; then I tell you what comes back, and you say yes or no.`;
    case 'reason':
      return `After the reason I tell you what comes back, and you say yes or no.`;
    case 'return':
      return `Say yes and the return is registered: the label comes by e-mail, and ${refund} goes back once we have it.`;
    case 'cancel':
      return `Say yes and order ${number} is cancelled and ${refund} goes back; say no and it's sent as planned.`;
  }
};
const flowZh = (of: Of<'flow'>): string => {
  const refund = of.refund ? formatMoney(of.refund) : '';
  const [number = ''] = of.numbers;
  switch (of.asks) {
    case 'number':
      return '先告诉我订单号，再说下单邮箱，我就把订单给您看。没有订单号的话，同事也能帮您找。';
    case 'email':
      return `告诉我下单邮箱，我就把订单 ${number} 给您看。`;
    case 'which-order':
      return of.flow === 'cancel-order'
        ? '先选订单，我告诉您退多少钱，您再确认。'
        : '先选订单，再选商品、说原因，我告诉您退多少钱，您再确认。';
    case 'lines':
      return '先说退哪几样，再说原因，我告诉您退多少钱，您再确认。';
    case 'reason':
      return '说完原因，我告诉您退多少钱，您再确认。';
    case 'return':
      return `您确认后退货就登记，退货标签发到邮箱，收到商品后退${refund}。`;
    case 'cancel':
      return `您说“好”，订单 ${number} 就取消，${refund}退回；说“不”，就照常发货。`;
  }
};

export const nextEn: OfMatters = {
  nothing: () => `Tell me what you're looking for, or ask me about an order, delivery or returns.`,
  goods: of =>
    of.found.length === 1
      ? `Say “add it” and it goes into your cart, or ask me more about it.`
      : `Say a number, and I tell you more about that one or put it in your cart. Or tell me what it should be like instead.`,
  product: of => {
    const sizes = sizesIn(of.sizes, 'en');
    return `If you like the ${nameIn(of.product, 'en')}, ${sizes ? `tell me your size (${sizes})` : 'say “add it”'} and it goes into your cart. Or ask me more about it.`;
  },
  lacks: of => {
    const instead = insteadIn(of, 'en');
    return instead
      ? `Which would you like instead: ${instead}? Or I look for something else in ${lacksIn(of, 'en')}.`
      : `Shall I look for another one that is ${lacksIn(of, 'en')}?`;
  },
  compared: () =>
    `Tell me which of the two, and it goes into your cart. Or tell me what it's for, and I'll say which suits it better.`,
  cart: of => `Open the cart and choose “Check out”: you pay ${toPayEn(of)}. Or tell me what else you need.`,
  offer: ({ offer, is, before }, w) =>
    is === 'offered'
      ? `Tap “Apply” and you pay ${formatMoney(offer.priced.total)} instead of ${formatMoney(before)}; then open the cart and choose “Check out”, by ${formatTime(offer.expiresAt, 'en', w.shop)}.`
      : is === 'applied'
        ? `It's on. Open the cart and choose “Check out”: you pay ${formatMoney(offer.priced.total)}.`
        : `Open the cart and choose “Check out”: you pay ${formatMoney(before)}. Or tell me what else you need.`,
  code: of => `It's on. Open the cart and choose “Check out”: you pay ${formatMoney(of.total)}.`,
  deals: of =>
    of.cart
      ? `Nothing to do for the deals. Open the cart and choose “Check out”: you pay ${toPayEn(of.cart)}.`
      : `Tell me what you're looking for; the deals come off by themselves.`,
  order: orderEn,
  flow: flowEn,
  again: of =>
    `Say yes and ${of.products.length === 1 ? 'it goes' : `these ${of.products.length} go`} into your cart, ${formatMoney(of.total)} for one of each; then you check out there.`,
  page: of => (of.more ? `What our page says next: ${of.more}` : `That's all of it. Anything else you'd like to know?`),
  unknown: () => `A colleague can tell you: shall I get you one? Or ask me something else.`,
  unclear: () => `Tell me in a few words what it's about: a product, an order, or a rule of the shop?`,
  else: () => `Tell me what you'd like to do. Or shall I get you a colleague?`,
  trouble: of =>
    of.order
      ? `A colleague can look into order ${of.order.number} with you: shall I get you one? Meanwhile I can look where it is.`
      : `A colleague can look into it: shall I get you one? Or tell me what went wrong.`,
  unsold: (_of, w) => `${shelvesEn(w)}Is there something of that I can look for?`,
  asked: () => `Say yes and I do it, say no and everything stays as it is.`,
};

export const nextZh: OfMatters = {
  nothing: () => '告诉我您想找什么，或者问问订单、配送、退货。',
  goods: of =>
    of.found.length === 1
      ? '说“加购物车”就放进去，想多了解可以接着问。'
      : '说第几款，我给您细说或加购物车；想要别的样子，也告诉我。',
  product: of => {
    const sizes = sizesIn(of.sizes, 'zh');
    return `喜欢${nameIn(of.product, 'zh')}的话，${sizes ? `告诉我尺码（${sizes}）` : '说“加购物车”'}就放进购物车；想多了解也可以接着问。`;
  },
  lacks: of => {
    const instead = insteadIn(of, 'zh');
    return instead
      ? `换成哪一种好：${instead}？或者我找找别的${lacksIn(of, 'zh')}款。`
      : `要我找找别的${lacksIn(of, 'zh')}款吗？`;
  },
  compared: () => '告诉我要哪一款，就放进购物车；或者说说用来做什么，我说哪款更合适。',
  cart: of => `打开购物车点“结算”就行，${toPayZh(of)}；还想看别的也告诉我。`,
  offer: ({ offer, is, before }, w) =>
    is === 'offered'
      ? `点“使用优惠”，就付${formatMoney(offer.priced.total)}（原本${formatMoney(before)}）；再打开购物车点“结算”，${formatTime(offer.expiresAt, 'zh', w.shop)}前有效。`
      : is === 'applied'
        ? `优惠已经用上，打开购物车点“结算”就行，付${formatMoney(offer.priced.total)}。`
        : `打开购物车点“结算”就行，付${formatMoney(before)}；还想看别的也告诉我。`,
  code: of => `优惠码已经用上，打开购物车点“结算”就行，付${formatMoney(of.total)}。`,
  deals: of =>
    of.cart ? `活动不用您操作，打开购物车点“结算”就行，${toPayZh(of.cart)}。` : '告诉我您想找什么，活动会自动减。',
  order: orderZh,
  flow: flowZh,
  again: of =>
    `您说“好”，${of.products.length === 1 ? '它' : `这${of.products.length}样`}就放进购物车，各一件${formatMoney(of.total)}，再结算。`,
  page: of => (of.more ? `后面是这样写的：${of.more}` : '就是这些了，还想了解什么？'),
  unknown: () => '同事可以告诉您，要为您转人工吗？也可以问我别的。',
  unclear: () => '简单说说是什么事：商品、订单，还是店里的规定？',
  else: () => '告诉我您想做什么，或者为您转人工？',
  trouble: of =>
    of.order
      ? `同事可以帮您查订单 ${of.order.number}，要为您转人工吗？我也可以先看看它到哪了。`
      : '同事可以帮您查，要为您转人工吗？或者说说出了什么问题。',
  unsold: (_of, w) => `${shelvesZh(w)}有要我帮您找的吗？`,
  asked: () => '您说“好”我就办，说“不”就一切照旧。',
};
