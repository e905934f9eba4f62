import { inLanguage, type Localized } from '../../knowledge/domain/language.ts';
import { formatMoney, toMajor } from '../../knowledge/domain/money.ts';
import type { DealTold } from '../offers/rules/tell-deal.ts';
import type { PricedNow, PricePart } from '../price-parts.ts';
import { abroadZh } from './sent-abroad.ts';
import { formatDay, type Words } from './words.ts';

const zh = (text: Localized): string => inLanguage(text, 'zh');
const quoted = (name: Localized): string => `“${zh(name)}”`;

const offOf = ({ deals }: Pick<PricedNow, 'deals'>): string =>
  deals
    .map(d =>
      d.gift ? `${quoted(d.name)}送赠品（价值${formatMoney(d.saves)}）` : `${quoted(d.name)}减${formatMoney(d.saves)}`,
    )
    .join('，');

const paid = ({ abroad, shipping, total }: Pick<PricedNow, 'shipping' | 'total' | 'abroad'>): string =>
  abroad
    ? abroadZh(abroad)
    : shipping.minor === 0
      ? `包邮，一共${formatMoney(total)}`
      : `加运费${formatMoney(shipping)}，一共${formatMoney(total)}`;

const nameIn = ({ lines }: Pick<PricedNow, 'lines'>): string => (lines[0] ? zh(lines[0].product.name) : '');
const counted = ['', '一', '两', '三', '四', '五', '六'];
const allOf = ({ lines }: Pick<PricedNow, 'lines'>): string =>
  lines.length === 1 ? nameIn({ lines }) : `这${counted[lines.length] ?? lines.length}样一起`;

const best = '，目前没有比这更低的了';

const comesOff = ({ of, asked, priced, isBest }: Extract<PricePart, { kind: 'comes-off' }>): string => {
  const off = offOf(priced);
  const inAll = priced.deals.filter(deal => !deal.gift).length > 1 ? `，共减${formatMoney(priced.off)}` : '';
  if (of === 'cart') {
    if (!off)
      return asked === 'best-price'
        ? `这是店里的标价，购物车目前没有自动减的活动：${paid(priced)}${isBest ? best : ''}。`
        : `购物车目前还没有减免：${paid(priced)}。`;
    return asked === 'best-price'
      ? `购物车里的商品${formatMoney(priced.before)}，已经享受${off}${inAll}，${paid(priced)}${isBest ? best : ''}。`
      : `购物车已经享受${off}${inAll}，${paid(priced)}。`;
  }
  const what = of === 'one' ? nameIn(priced) : allOf(priced);
  if (!off)
    return asked === 'best-price'
      ? `${what}的标价就是${formatMoney(priced.before)}，目前没有自动减的活动，${paid(priced)}${isBest ? best : ''}。`
      : `${what}目前没有自动减的活动：${formatMoney(priced.before)}，${paid(priced)}。`;
  return `${what}${formatMoney(priced.before)}，自动享受${off}${inAll}，${paid(priced)}${asked === 'best-price' && isBest ? best : ''}。`;
};

const payable = ({ abroad, total }: PricedNow) => (abroad ? (abroad.total ?? abroad.goods) : total);
const isCheaper = (now: PricedNow, after: PricedNow): boolean =>
  toMajor(after.off) / toMajor(after.before) > toMajor(now.off) / toMajor(now.before) + 0.0005;

const withOneMore = (p: Extract<PricePart, { kind: 'with-one-more' }>): string => {
  const { now, after, of } = p;
  const quantity = after.lines.find(line => line.product.id === p.product.id)?.quantity ?? 2;
  const fresh = after.deals.filter(deal => !now.deals.some(one => one.promotion === deal.promotion));
  if (p.beside)
    return `${zh(p.product.name)}${quantity === 2 ? '买第二件' : '再买一件'}的话${offOf({ deals: fresh })}，${paid(after)}。`;
  const off = offOf(after);
  const rest = of === 'cart' && after.lines.length > 1 ? '加上购物车里其他的' : '';
  const each = isCheaper(now, after)
    ? '，平均每件更划算'
    : of === 'one' || after.lines.length === 1
      ? '，单件不会更便宜'
      : '';
  return `${zh(p.product.name)} ${quantity} 件${rest}，商品${formatMoney(after.before)}，${off || '没有减免'}，${paid(after)}；现在是${formatMoney(payable(now))}${each}。`;
};

const terms = (deal: DealTold): string => `${zh(deal.says)}${zh(deal.often) ? `，${zh(deal.often)}` : ''}`;

export const priceWordsZh = {
  'comes-off': comesOff,
  'list-comes-off': p =>
    p.of.length === 0
      ? '这几款都是店里的标价，目前没有自动减的活动。'
      : `这几款里自动减的有：${p.of.map(priced => `${nameIn(priced)}${offOf(priced)}`).join('；')}${p.isAll ? '' : '；其他的没有减'}。`,
  'with-one-more': withOneMore,
  'deal-catch': ({ meant: { deal, code, withCode, isOffer } }) =>
    [
      `条件就这些：${code ? `优惠码 ${code}` : quoted(deal.name)}，${terms(deal)}，有效期到${zh(deal.ends)}`,
      code
        ? withCode
          ? ''
          : '，一单只能用一个码'
        : withCode
          ? '，可以和优惠码一起用'
          : isOffer
            ? '，不能和优惠码一起用'
            : '',
      '。',
    ].join(''),
  'no-catch': p => {
    const free = p.freeFrom ? `，满${formatMoney(p.freeFrom)}包邮` : '';
    const delivery = p.sendsTo
      ? p.sendsTo.fee
        ? `寄到${p.sendsTo.place}运费${formatMoney(p.sendsTo.fee)}`
        : '寄到境外的运费另算'
      : p.priced && p.priced.shipping.minor === 0
        ? '包邮'
        : `运费${formatMoney(p.fee)}${free}`;
    const back = `签收后${p.returnDays}天内都可以退`;
    if (!p.priced) return `没有别的限制：价格就是页面上的价格，${delivery}，${back}。`;
    const off = offOf(p.priced);
    const price =
      p.of === 'one'
        ? `${nameIn(p.priced)}就是${formatMoney(p.priced.before)}`
        : p.of === 'cart'
          ? `购物车里的商品${formatMoney(p.priced.before)}`
          : `${allOf(p.priced)}${formatMoney(p.priced.before)}`;
    return `没有别的限制：${price}${off ? `，享受${off}` : ''}，${delivery}，${back}。`;
  },
  'cancel-no-catch': p =>
    `没有限制：订单 ${p.order.number} 还没发出，取消不收费，付的${formatMoney(p.refund)}全部退给您。`,
  'return-terms': p => `签收后${p.days}天内都可以退，没有别的条件；登记之前我会先告诉您能退多少。`,
  'cancel-until': p => `发货之前都可以取消，订单 ${p.order.number} 还没发出。发出以后就只能签收后${p.days}天内退货了。`,
  'deal-valid': ({ meant: { deal, code, onCart, isOffer } }) => {
    const what = code ? `优惠码 ${code} ` : quoted(deal.name);
    const hours = deal.hours ? `，${zh(deal.hours)}` : '';
    return `${what}有效期到${zh(deal.ends)}${hours}。${onCart && (isOffer || code) ? '已经在您的购物车里了，在这之前下单就能享受。' : ''}`;
  },
  'price-valid': p => {
    const price = p.product
      ? `${zh(p.product.name)}今天是${formatMoney(p.product.price)}，这个价格没有截止日期，以后会不会变我没法保证。`
      : '这些是今天的价格，没有截止日期，以后会不会变我没法保证。';
    const until = p.until ? `全店活动到${zh(p.until)}。` : '';
    const keeps =
      p.keeps === undefined
        ? ''
        : p.keeps === 'some'
          ? '如果您问的是保质期，商品页面上都写着。'
          : `如果您问的是${zh(p.keeps.name)}：${zh(p.keeps.value)}。`;
    return `${price}${until}${keeps}`;
  },
  'deal-and-code': ({ meant: { deal, onCart, withCode } }) =>
    withCode
      ? `可以，${quoted(deal.name)}能和优惠码一起用。`
      : `不能，${onCart ? '购物车里的' : ''}${quoted(deal.name)}不能和优惠码叠加；两个都有的话，购物车会自动用更划算的那个。`,
  'one-code': p => `一单只能用一个优惠码，${p.code} 已经在购物车里了；再输别的码，会用更划算的那个。`,
  'no-code-on-order': p =>
    `不行，${p.order ? `订单 ${p.order.number} ` : '订单'}已经提交，不能再用优惠码了；优惠码要在付款前放进购物车。`,
  'order-saved': ({ order, asked }) => {
    const off = order.discount.minor > 0;
    if (asked === 'saved')
      return off
        ? `订单 ${order.number} 优惠了${formatMoney(order.discount)}，实付${formatMoney(order.total)}。`
        : `订单 ${order.number} 没有用到优惠，实付${formatMoney(order.total)}。`;
    return `订单 ${order.number} 实付${formatMoney(order.total)}，${off ? `其中优惠了${formatMoney(order.discount)}` : '是下单当天的价格，没有用到优惠'}。`;
  },
  'order-closed': p => `订单 ${p.order.number} 已经提交，不能再往里加；再买的话要另下一单。`,
  'why-again': p =>
    `因为${p.count === 1 ? '这件' : `这${counted[p.count] ?? p.count}样`}是您${p.number ? `在订单 ${p.number} 里买过的` : '以前买过的'}，您说要再来一份。`,
  'why-order': (p, w) =>
    p.how === 'only-open'
      ? `因为您的订单里只有 ${p.order.number} 还没发出。`
      : `因为 ${p.order.number}（${formatDay(p.order.placedAt, w.language)}）是您最近的一单。`,
  'why-returnable': p => `因为这些订单已经签收，还在${p.days}天退货期内。`,
  'why-number': () => '您还没有登录，我要凭订单号才能查到您的订单；登录以后就不用报订单号了。',
  'better-of-kind': p => {
    const name = zh(p.product.name);
    if (p.above.length > 0)
      return `要看您最在意哪一点。比${name}（${formatMoney(p.product.price)}）高一档的有：${p.above.map(one => `${zh(one.name)}，${formatMoney(one.price)}`).join('；')}。您最看重什么？`;
    return p.others > 0
      ? `${name}（${formatMoney(p.product.price)}）已经是同类里价位最高的了，其他的更便宜。您希望它哪里更好？`
      : `同类的我们只有${name}这一款。您希望它哪里更好？我看看有没有接近的。`;
  },
  'of-what': p =>
    ({
      why: '您指的是哪一个？',
      catch: '您问的是什么的条件：优惠、想买的商品，还是订单？',
      valid: '您问的是什么的有效期：优惠、价格，还是退货期限？',
      better: '您想比什么更好？说说用途，我帮您找。',
      saved: '您想算哪样能省多少？告诉我想买什么，我帮您算。',
      price: '您问的是哪个价格？',
      more: '您想再买一个哪样？',
    })[p.asked],
} satisfies Partial<Words>;
