/** What is told, in short, of orders and of a cart that a short question is asked of. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { BoughtBefore, OrderPart, OrderStand } from '../order-parts.ts';
import { labelsZh } from './labels-zh.ts';
import { formatDate, formatDay, type Words } from './words.ts';

type Stands = Extract<OrderPart, { kind: 'orders-stand' }>;
type Standing<Is extends OrderStand['is']> = Extract<OrderStand, { is: Is }>;

const namesOf = (products: readonly Product[]): string => products.map(({ name }) => inLanguage(name, 'zh')).join('、');

const whereZh = ({ status, shipment }: Order): string => {
  if (status === 'delivered') return `${shipment?.deliveredAt ? `${formatDay(shipment.deliveredAt, 'zh')}` : ''}已送达`;
  if (status === 'shipped' && shipment)
    return `由${shipment.carrier}运输中，预计${formatDay(shipment.expectedAt, 'zh')}送达`;
  return `${labelsZh.statuses[status]}${status === 'placed' ? '，还没有发出' : ''}`;
};
const overZh = ({ order, reason }: Standing<'over'>): string => (reason === 'too-late' ? '已过退货期' : whereZh(order));

const cameZh = ({ order: { shipment } }: OrderStand): string =>
  shipment?.deliveredAt ? `${formatDay(shipment.deliveredAt, 'zh')}送达` : '已送达';

const returnZh = (stand: OrderStand, days: number): string => {
  const { order } = stand;
  switch (stand.is) {
    case 'open':
      return `订单 ${order.number} 还没有发出，现在取消全额退${formatMoney(stand.refund)}；送达后 ${days} 天内也可以退。`;
    case 'coming':
      return `订单 ${order.number} ${whereZh(order)}；送达后 ${days} 天内可以退。`;
    case 'returnable':
      return `订单 ${order.number}（${cameZh(stand)}）${formatDay(stand.until, 'zh')}前可以退。`;
    case 'over':
      return stand.reason === 'too-late'
        ? `订单 ${order.number} 已超过 ${days} 天退货期。`
        : `订单 ${order.number} ${whereZh(order)}，没有可退的商品。`;
  }
};
const rank: Readonly<Record<OrderStand['is'], number>> = { returnable: 0, open: 1, coming: 2, over: 3 };

const refundZh = (stand: OrderStand): string => {
  const { order } = stand;
  const pieces = order.lines.length > 1 ? '；只退其中几件，就退那几件实际付的钱' : '';
  switch (stand.is) {
    case 'open':
      return `订单 ${order.number} 还没有发出，取消的话全额退${formatMoney(stand.refund)}，原路退回。`;
    case 'coming':
      return `订单 ${order.number} 送达后整单退是${formatMoney(order.total)}${pieces}。`;
    case 'returnable':
      return `订单 ${order.number} 整单退是${formatMoney(stand.refund)}${
        stand.refund.minor === order.total.minor && order.shipping.minor > 0
          ? `（含运费${formatMoney(order.shipping)}）`
          : ''
      }${pieces}。`;
    case 'over':
      return `订单 ${order.number} ${overZh(stand)}，没有可退的金额了。`;
  }
};

const exchangeZh = (stand: OrderStand, days: number): string => {
  const { order } = stand;
  if (stand.is === 'returnable')
    return `订单 ${order.number}（${cameZh(stand)}）${formatDay(stand.until, 'zh')}前都可以换。`;
  if (order.status === 'placed')
    return `订单 ${order.number} 还没有打包，可以请同事帮您改，也可以取消后按想要的尺码重新下单。`;
  return stand.is === 'over'
    ? `订单 ${order.number} ${overZh(stand)}，不能换了。`
    : `订单 ${order.number} 还没有送达，送达后 ${days} 天内可以换。`;
};

const standsZh = ({ asked, stands, days }: Stands): string => {
  const each: Readonly<Record<Stands['asked'], (stand: OrderStand) => string>> = {
    return: stand => returnZh(stand, days),
    refund: refundZh,
    where: ({ order }) => `订单 ${order.number} ${whereZh(order)}。`,
    address: ({ order }) =>
      order.status === 'placed'
        ? `可以，订单 ${order.number} 还没有打包，地址还能改。`
        : `订单 ${order.number} ${whereZh(order)}。`,
    exchange: stand => exchangeZh(stand, days),
  };
  const inTurn = asked === 'return' ? [...stands].sort((a, b) => rank[a.is] - rank[b.is]) : stands;
  return inTurn.map(each[asked]).join('');
};

const inOrdersZh = (orders: readonly Order[]): string =>
  orders.map(({ number, placedAt }) => `${number}（${formatDate(placedAt, 'zh')}）`).join('、');

const boughtZh = (things: readonly BoughtBefore[], of: string | undefined): string => {
  const found = things.filter(({ orders }) => orders.length > 0);
  const missing = things.filter(({ orders }) => orders.length === 0);
  const names = (some: readonly BoughtBefore[]): string => some.map(({ name }) => inLanguage(name, 'zh')).join('、');
  if (of !== undefined)
    return found.length === 0
      ? `这些都在订单 ${of} 里，别的订单里没有。`
      : `买过：${found.map(({ name, orders }) => `${inLanguage(name, 'zh')}在订单 ${inOrdersZh(orders)}里也有`).join('；')}。${missing.length > 0 ? `${names(missing)}只在订单 ${of} 里。` : ''}`;
  if (found.length === 0)
    return things.length === 1 ? `没买过，您的订单里没有${names(things)}。` : `这 ${things.length} 款您都没买过。`;
  const each = found.map(({ name, orders, other }) =>
    other
      ? `不是这一款，是${inLanguage(other, 'zh')}，在订单 ${inOrdersZh(orders)}里`
      : `${inLanguage(name, 'zh')}在订单 ${inOrdersZh(orders)}里`,
  );
  return `买过：${each.join('；')}。${missing.length > 0 ? '其余的没有买过。' : ''}`;
};

export const standWordsZh = {
  'orders-stand': standsZh,
  'bought-before': ({ things, of }) => boughtZh(things, of),
  'opened-rule': ({ rule }) => rule,
  'return-if': ({ days }) => `签收后 ${days} 天内都还能退。说“我要退货”，把订单号和下单用的邮箱告诉我，我帮您查。`,
  'cancel-needs': () => '要取消订单，需要订单号和下单用的邮箱。',
  'not-ordered-yet': ({ products, about }) =>
    about === 'where'
      ? `${namesOf(products)}还在购物车里，没有下单，所以还没有发货。要查以前的订单，请把订单号告诉我。`
      : '还没有下单：购物车里的商品会寄到您结算时填写的地址。',
  'still-in-cart': ({ products }) =>
    `没有做任何改动，${namesOf(products)}还在购物车里。${products.length === 1 ? '要移出的话，说“从购物车里删掉”就行。' : '要移出哪一件，告诉我就行。'}`,
  'cart-refund': ({ things, shipping, total }) => {
    const each = things.map(
      ({ product, quantity, paid }) =>
        `${inLanguage(product.name, 'zh')}${quantity > 1 ? ` × ${quantity}` : ''}退${formatMoney(paid)}`,
    );
    const all =
      shipping.minor > 0
        ? `；全部退回是${formatMoney(total)}，含运费${formatMoney(shipping)}`
        : things.length > 1
          ? `；全部退回是${formatMoney(total)}`
          : '';
    return `还没有下单。按现在的购物车买下再退的话，${each.join('、')}${all}。`;
  },
  'price-back': ({ product: { name, price } }) =>
    `${inLanguage(name, 'zh')}现价${formatMoney(price)}：按这个价买，退货就退这么多，用了优惠的话要减去它分摊的部分。`,
  'one-size': ({ product }) => `${inLanguage(product.name, 'zh')}只有一种规格。`,
} satisfies Partial<Words>;
