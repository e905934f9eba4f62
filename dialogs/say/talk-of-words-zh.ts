import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { inSize } from '../../knowledge/domain/order.ts';
import { hurryZh } from './matters/hurry.ts';
import { misreadZh } from './matters/misread.ts';
import { nextZh } from './matters/next.ts';
import { inCartZh, nameIn, sentenceOf, sizesIn, toPayZh, wishesZh } from './matters/phrases.ts';
import { plainlyZh } from './matters/plainly.ts';
import { whyZh } from './matters/why.ts';
import { formatTime, type Words } from './words.ts';

/** What is said of what was told before. */
export const talkOfWordsZh = {
  'why-told': ({ of }, w) => sentenceOf(whyZh, of, w),
  'told-plainly': ({ of }, w) => sentenceOf(plainlyZh, of, w),
  'told-next': ({ of }, w) => sentenceOf(nextZh, of, w),
  misread: ({ of }, w) => sentenceOf(misreadZh, of, w),
  'no-hurry': ({ of }, w) => sentenceOf(hurryZh, of, w),
  'none-of-these': ({ of }) =>
    of.about === 'goods' && of.found.length > 1
      ? '这几款都不合适吗？说说想换成什么样的：价格、颜色，还是种类？'
      : of.about === 'compared'
        ? '这两款都不合适吗？说说想换成什么样的：价格、颜色，还是种类？'
        : of.about === 'product' && of.others.length > 0
          ? `那就不看这款了。要看看别的吗，比如${of.others
              .slice(0, 2)
              .map(one => nameIn(one, 'zh'))
              .join('、')}？或者说说想换成什么样的。`
          : '那就不看这款了。说说想换成什么样的：价格、颜色，还是种类？',
  'which-to-take': ({ of }) =>
    of.about === 'compared'
      ? `要哪一款，${nameIn(of.products[0], 'zh')}还是${nameIn(of.products[1], 'zh')}？`
      : `要哪一款？说第几款就行（1 到 ${of.found.length}），我帮您放进购物车。`,
  'ask-to-add': ({ product, sizes }) =>
    `要把${nameIn(product, 'zh')}（${formatMoney(product.price)}）放进购物车吗？${sizesIn(sizes, 'zh') ? `尺码有${sizesIn(sizes, 'zh')}，您穿多大？` : ''}`,
  'ask-to-take-out': ({ product, size }) => `要把${inLanguage(inSize(product.name, size), 'zh')}从购物车里拿掉吗？`,
  'ask-deal-off': ({ saves, total, code, offer }) =>
    `要取消${code === undefined ? (offer ? '这个优惠' : '优惠') : `优惠码 ${code}`}（减${formatMoney(saves)}）吗？用着它您付${formatMoney(total)}。`,
  'let-be': ({ of }, w) => {
    switch (of.about) {
      case 'cart':
        return `好的，${of.product || of.count === 1 ? inCartZh(of) : '里面的东西都'}留在购物车里，${toPayZh(of)}。`;
      case 'code':
        return `好的，优惠码 ${of.code} 还在用，您付${formatMoney(of.total)}。`;
      case 'offer':
        return of.is === 'applied'
          ? `好的，优惠还在用，您付${formatMoney(of.offer.priced.total)}。`
          : of.is === 'offered'
            ? `好的，优惠先不用。到${formatTime(of.offer.expiresAt, 'zh', w.shop)}前都有效，想用随时说。`
            : `好的，购物车就这样，您付${formatMoney(of.before)}。`;
      case 'trouble':
        return `很抱歉给您带来这样的体验。需要的话，同事可以帮您查${of.order ? `订单 ${of.order.number}` : ''}，说一声就行。`;
    }
  },
  'cart-kept': ({ cart, offer, bye }, w) =>
    `${bye ? '不客气！' : ''}购物车（${cart.count === 1 ? '1件' : `${cart.count}件`}，${toPayZh(cart)}）给您留着，想下单时打开点“结算”就行。${offer ? `您的优惠（减${formatMoney(offer.saves)}）到${formatTime(offer.expiresAt, 'zh', w.shop)}前都有效。` : ''}`,
  'fresh-start': ({ forgotten, cart }, w) =>
    `好的，重新开始${forgotten.length > 0 ? `，“${wishesZh(forgotten, w)}”不再找了` : ''}。${cart ? `购物车还在（${cart.count === 1 ? '1件' : `${cart.count}件`}，${toPayZh(cart)}）。` : ''}您想看点什么？`,
  'flow-left': ({ how, flow, order, refund }) => {
    const number = order?.number ?? '';
    const stays =
      flow === 'cancel-order'
        ? order
          ? `订单 ${number} 没有取消${refund ? `，发出之前还可以取消，退回${formatMoney(refund)}` : ''}`
          : '没有取消任何订单'
        : flow === 'return'
          ? order
            ? `订单 ${number} 还没有登记退货${refund ? `（可退${formatMoney(refund)}）` : ''}`
            : '还没有登记退货'
          : '还没有查任何订单';
    return how === 'bye'
      ? `不客气！${stays}，想接着办随时说。再见！`
      : flow === 'guest-order'
        ? '不着急，订单号写在确认邮件里，找到了再告诉我；也可以请同事帮您找。'
        : `不着急，${stays}。想好了再告诉我。`;
  },
} satisfies Partial<Words>;
