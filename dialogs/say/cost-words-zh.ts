/** Answers to short questions of money. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney, type Money } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { abroadZh } from './sent-abroad.ts';
import { dayNamed, formatDay, type Words } from './words.ts';

const hasLeft = ({ status }: Order): boolean => status === 'shipped' || status === 'delivered';
const isFree = ({ minor }: Money): boolean => minor === 0;
const rule = (freeFrom: Money | null): string => (freeFrom ? `优惠后商品满${formatMoney(freeFrom)}包邮。` : '');
/** How far the cart is from that. */
const toGo = (freeFrom: Money | null, missing: Money): string =>
  `还差${formatMoney(missing)}就包邮${freeFrom ? `（优惠后商品满${formatMoney(freeFrom)}）` : ''}。`;
const day = (at: Date): string => dayNamed(at, 'zh');

/** How each order came to what it came to. */
const paidZh = {
  total: ({ number, total, shipping }: Order): string =>
    `订单 ${number} 一共${formatMoney(total)}，${isFree(shipping) ? '免运费' : `其中运费${formatMoney(shipping)}`}`,
  cost: ({ number, total, shipping }: Order): string =>
    `订单 ${number} ${isFree(shipping) ? '免运费' : `运费${formatMoney(shipping)}`}，一共${formatMoney(total)}`,
  included: ({ number, total, shipping }: Order): string =>
    `订单 ${number} 一共付了${formatMoney(total)}，${isFree(shipping) ? '免运费' : `其中运费${formatMoney(shipping)}`}`,
};

export const costWordsZh = {
  'delivery-of': ({ asks, of, name, shipping, total, freeFrom, missing, abroad }) => {
    const it = of === 'cart' ? '购物车' : of === 'these' ? '这些一起买' : inLanguage(name!, 'zh');
    if (abroad)
      return abroad.fee && abroad.total
        ? `${formatMoney(abroad.goods)}不含运费，寄到${abroad.place}运费${formatMoney(abroad.fee)}，${of === 'cart' ? '' : `${it}`}一共${formatMoney(abroad.total)}。`
        : `${formatMoney(abroad.goods)}不含运费，寄到${abroad.place ?? '境外'}的运费另算。`;
    if (asks === 'cost' && missing)
      return `${it}运费${formatMoney(shipping)}，一共${formatMoney(total)}。${toGo(freeFrom, missing)}`;
    if (asks === 'cost')
      return `${it}${isFree(shipping) ? '免运费' : `运费${formatMoney(shipping)}`}，一共${formatMoney(total)}。${rule(freeFrom)}`;
    if (isFree(shipping)) return `包邮的，${it}免运费，一共${formatMoney(total)}。`;
    return of === 'cart'
      ? `购物车合计${formatMoney(total)}，已含运费${formatMoney(shipping)}。${rule(freeFrom)}`
      : `不包邮，${it}运费${formatMoney(shipping)}，一共${formatMoney(total)}。${rule(freeFrom)}`;
  },
  'delivery-each': ({ asks, fee, freeFrom, of, free, to }) => {
    const names = free.map(p => `${inLanguage(p.name, 'zh')}（${formatMoney(p.price)}）`).join('和');
    const which =
      of === 0 || !freeFrom
        ? ''
        : free.length === 0
          ? '这几款单买都要运费。'
          : free.length === of
            ? '这几款都够，免运费。'
            : `这里面${free.length > 2 ? `${free.length}款` : names}够，免运费。`;
    const home = `中国大陆运费每单${formatMoney(fee)}${freeFrom ? `，优惠后商品满${formatMoney(freeFrom)}包邮` : ''}。`;
    if (asks === 'included' && of > 0 && free.length === of && freeFrom && !to)
      return `包邮的，这几款在中国大陆都免运费（优惠后商品满${formatMoney(freeFrom)}包邮）。`;
    const lead = asks === 'included' ? '标的价格不含运费。' : '';
    if (to?.fee && to.place) return `${lead}寄到${to.place}运费每单${formatMoney(to.fee)}。`;
    return `${lead}${home}${which}`;
  },
  'all-would-cost': ({ count, total, abroad }) =>
    `购物车还是空的。这${count === 2 ? '两' : count}款一起买，${abroad ? abroadZh(abroad) : `含运费一共${formatMoney(total)}`}。只要其中一款的话，告诉我是哪款。`,
  'with-offer': ({ saves, total, abroad }) =>
    `用上给您的优惠（减${formatMoney(saves)}），${abroad ? abroadZh(abroad) : `一共${formatMoney(total)}`}。`,
  'cart-with': ({ product, total, abroad }) =>
    `${inLanguage(product.name, 'zh')}（${formatMoney(product.price)}）还没放进去，加上它${abroad ? abroadZh(abroad) : `一共${formatMoney(total)}`}。`,
  'orders-cost': ({ asks, orders, total }) => {
    const each = `${asks === 'included' ? '是的，' : ''}${orders.map(paidZh[asks]).join('；')}。`;
    return orders.length > 1 ? `${each}${orders.length}单合计${formatMoney(total)}。` : each;
  },
  'order-arrival': ({ order, is, arrives, by, leaves }) => {
    const { number, placedAt, shipment } = order;
    if (is === 'here')
      return `订单 ${number} ${shipment?.deliveredAt ? `${formatDay(shipment.deliveredAt, 'zh')}` : ''}已经送达。`;
    if (is === 'none') return `订单 ${number} ${order.status === 'cancelled' ? '已取消' : '已退货'}，没有在途的包裹。`;
    if (is === 'overdue' && shipment)
      return `订单 ${number} 原本预计${formatDay(shipment.expectedAt, 'zh')}前送到，现在还没有签收记录，可以请同事查一下。`;
    if (is === 'coming' && shipment) {
      const coming = `订单 ${number} 已经在路上，预计${formatDay(shipment.expectedAt, 'zh')}前送到`;
      if (!by) return `${coming}。`;
      return by.comes === 'not' ? `${coming}，${day(by.day)}前恐怕到不了。` : `能，${coming}，赶得上${day(by.day)}。`;
    }
    const placed = `订单 ${number}（${formatDay(placedAt, 'zh')}下单）还没有发出`;
    if (is === 'late' || !arrives) return `${placed}${is === 'late' ? '，比平常慢了' : ''}，可以请同事查一下。`;
    if (leaves?.is === 'past') return `${placed}，按说${day(leaves.day)}就该发出了，可以请同事催一下。`;
    const goes = leaves
      ? {
          today: '，按下单的时间，今天就该发出',
          tomorrow: '，按下单的时间，明天发出',
        }[leaves.is]
      : '';
    const when =
      arrives.from.getTime() === arrives.to.getTime()
        ? day(arrives.from)
        : `${day(arrives.from)}到${day(arrives.to)}之间`;
    const held = by
      ? {
          surely: `，赶得上${day(by.day)}，不过不能保证`,
          perhaps: `，${day(by.day)}前有可能到，但说不准`,
          not: `，${day(by.day)}前恐怕到不了`,
        }[by.comes]
      : '，具体哪天不能保证';
    return `${placed}${goes}，预计${when}送到${held}。`;
  },
  'order-wrap': ({ order }) =>
    hasLeft(order)
      ? `订单 ${order.number} 已经发出，没法再包装了。下次下单前在购物车里勾选礼品包装就行。`
      : `礼品包装要在下单前在购物车里勾选。订单 ${order.number} 已经下单，还能不能加包装要问一下同事。`,
  'order-to-place': ({ order, place, fee, days }) =>
    `新订单寄到${place}要${days.from === days.to ? days.to : `${days.from} 到 ${days.to}`} 天${fee ? `，运费${formatMoney(fee)}` : ''}。${
      hasLeft(order)
        ? `订单 ${order.number} ${order.status === 'delivered' ? '已经送达了' : '已经发出了'}。`
        : `订单 ${order.number} 已经下单，还能不能改寄到那里要问一下同事。`
    }`,
} satisfies Partial<Words>;
