/** What is told of a shopper's own case: deliveries to a place or by a day, and orders held against a rule. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { lineName } from '../../knowledge/domain/order.ts';
import { dayNamed, formatDate, formatDay, type Words } from './words.ts';

const hourZh = (hour: number): string =>
  hour < 12 ? `上午${hour}点` : hour === 12 ? '中午12点' : `下午${hour - 12}点`;
const named = (at: Date): string => dayNamed(at, 'zh');

export const caseWordsZh = {
  'delivery-told': p => {
    const days = p.days.from === p.days.to ? `${p.days.to} 天左右` : `${p.days.from} 到 ${p.days.to} 天`;
    const where = p.place === undefined ? '中国大陆' : `寄到${p.place}${p.region ? `（${p.region}）` : ''}`;
    const costs = p.cost
      ? `运费 ${formatMoney(p.cost.fee)}${p.cost.freeFrom ? `，满 ${formatMoney(p.cost.freeFrom)} 包邮` : ''}。`
      : '';
    // In the order in which it is mostly asked.
    const before = p.place === undefined ? costs : '';
    const takes = `${before}${where}一般 ${days}${p.atMost ? `（全国 ${p.atMost.from} 到 ${p.atMost.to} 天）` : ''}${p.fee ? `，运费每单 ${formatMoney(p.fee)}` : ''}。${p.place === undefined ? '' : costs}`;
    const [first, last] = [p.arrives.from, p.arrives.to];
    const between = first.getTime() === last.getTime() ? `${named(last)}前后` : `${named(first)}到${named(last)}之间`;
    const when = p.ordered ? `${named(p.ordered)}下单` : '现在下单';
    if (p.orderBy && p.by) {
      const hour = p.orderBy.hour === undefined ? '' : `${hourZh(p.orderBy.hour)}前`;
      return p.orderBy.isOver
        ? `${takes}想稳妥赶上${named(p.by.day)}，本来要在${named(p.orderBy.day)}${hour}下单；现在下单，预计${between}送到。`
        : `${takes}要赶上${named(p.by.day)}，最晚${named(p.orderBy.day)}${hour}下单比较稳妥，具体哪天到不能保证。`;
    }
    if (p.by)
      return {
        surely: `${takes}${when}，预计${between}送到，应该赶得上${named(p.by.day)}，不过具体哪天到不能保证。`,
        perhaps: `${takes}${when}，预计${between}送到：${named(p.by.day)}前有可能到，但不保险。`,
        not: `${takes}${when}，预计${between}送到，${named(p.by.day)}前恐怕赶不上。`,
      }[p.by.comes];
    return `${takes}${when}，预计${between}送到。`;
  },
  'orders-sum': ({ paid, count, from, to }) => {
    const when = from
      ? to
        ? `${formatDay(from, 'zh')}到${formatDay(to, 'zh')}`
        : `${formatDay(from, 'zh')}到现在`
      : '到现在为止';
    return count === 0
      ? `${when}您没有付过款的订单。`
      : `${when}您一共下了${count}单，付了${formatMoney(paid)}，已含运费；取消和退货的订单不算在内。`;
  },
  'own-paid': ({ order, line, said, dearest, now }) => {
    const paid = line?.paid ?? order.total;
    if (dearest && line)
      return `最贵的是${inLanguage(lineName(line), 'zh')}，${line.quantity > 1 ? `${line.quantity} 件` : ''}付了${formatMoney(line.paid)}（订单 ${order.number}，${formatDate(order.placedAt, 'zh')}下单）。`;
    const lead =
      said === undefined ? '' : said.minor === paid.minor || said.minor === order.total.minor ? '对的：' : '不是：';
    const whole = `订单 ${order.number}（${formatDay(order.placedAt, 'zh')}下单）一共付了${formatMoney(order.total)}`;
    return line
      ? `${lead}${inLanguage(lineName(line), 'zh')}${line.quantity > 1 ? ` ${line.quantity} 件` : ''}您付了${formatMoney(line.paid)}；${whole}。${now ? `${now.minor * line.quantity === line.paid.minor ? '现在还是' : '现在售价'}${formatMoney(now)}。` : ''}`
      : `${lead}${whole}，已含运费。`;
  },
  'own-parts': ({ order: { number, subtotal, discount, shipping, total } }) =>
    `订单 ${number}：商品 ${formatMoney(subtotal)}，${discount.minor > 0 ? `优惠减 ${formatMoney(discount)}` : '没有优惠'}，${shipping.minor > 0 ? `运费 ${formatMoney(shipping)}` : '免运费'}，一共付了 ${formatMoney(total)}。`,
  'own-invoice': ({ order, until, isOver }) =>
    isOver
      ? `订单 ${order.number}（${formatDate(order.placedAt, 'zh')}下单）的发票可以申请到${formatDate(until, 'zh')}，已经过期了。还能不能补，可以转人工问问。`
      : `订单 ${order.number}（${formatDay(order.placedAt, 'zh')}下单）还能开发票，可以申请到${formatDay(until, 'zh')}。`,
  'own-address': ({ order }) => `订单 ${order.number} 填的哪个地址，我这里看不到，打开订单就能看到。`,
  'own-unseen': () => '您自己那一单的情况，登录后我就能看到；没有账号的话，告诉我订单号和下单用的邮箱。',
  'others-order': () =>
    '用别的账号下的单，凭订单号和下单用的邮箱我也能查：把这两样发给我就行。手边没有的话，同事可以帮您找，要为您转人工吗？',
  'to-others': () => '可以，能直接寄给别人。',
  'own-refund': ({ order, line, refund }) =>
    line
      ? `退的是您实际付的钱：${inLanguage(lineName(line), 'zh')}退${formatMoney(refund)}（订单 ${order.number}）。`
      : `订单 ${order.number} 整单退是${formatMoney(refund)}；只退其中几件，就退那几件实际付的钱。`,
} satisfies Partial<Words>;
