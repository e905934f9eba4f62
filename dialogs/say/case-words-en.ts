/** What is told of a shopper's own case: deliveries to a place or by a day, and orders held against a rule. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { lineName } from '../../knowledge/domain/order.ts';
import { dayNamed, formatDate, formatDay, type Words } from './words.ts';

const hourEn = (hour: number): string => (hour < 12 ? `${hour} am` : hour === 12 ? 'noon' : `${hour - 12} pm`);
const named = (at: Date): string => dayNamed(at, 'en');

export const caseWordsEn = {
  'delivery-told': p => {
    const days = p.days.from === p.days.to ? `about ${p.days.to} days` : `${p.days.from} to ${p.days.to} days`;
    const where =
      p.place === undefined
        ? 'Orders within mainland China'
        : `Orders to ${p.place}${p.region ? ` (${p.region})` : ''}`;
    const costs = p.cost
      ? `Delivery costs ${formatMoney(p.cost.fee)}${p.cost.freeFrom ? `, nothing from ${formatMoney(p.cost.freeFrom)}` : ''}. `
      : '';
    // In the order in which it is mostly asked.
    const before = p.place === undefined ? costs : '';
    const takes = `${before}${where} ${p.atMost ? `usually take ${days} (in general ${p.atMost.from} to ${p.atMost.to} days)` : `take ${days}`}${p.fee ? `, and delivery costs ${formatMoney(p.fee)} per order` : ''}.${p.place === undefined || costs === '' ? '' : ` ${costs.trim()}`}`;
    const [first, last] = [p.arrives.from, p.arrives.to];
    const between =
      first.getTime() === last.getTime() ? `about ${named(last)}` : `between ${named(first)} and ${named(last)}`;
    const when = p.ordered ? `Ordered on ${named(p.ordered)}` : 'Ordered now';
    if (p.orderBy && p.by) {
      const hour = p.orderBy.hour === undefined ? '' : ` before ${hourEn(p.orderBy.hour)} (China time)`;
      return p.orderBy.isOver
        ? `${takes} To be on the safe side for ${named(p.by.day)} it would have had to be ordered by ${named(p.orderBy.day)}${hour}; ordered now it should come ${between}.`
        : `${takes} To have it by ${named(p.by.day)}, order by ${named(p.orderBy.day)}${hour} at the latest. That should do, but no day can be promised.`;
    }
    if (p.by)
      return {
        surely: `${takes} ${when} it should be there ${between}, so yes, in time for ${named(p.by.day)}; no day can be promised, though.`,
        perhaps: `${takes} ${when} it should be there ${between}: it may be there by ${named(p.by.day)}, but don't count on it.`,
        not: `${takes} ${when} it should be there ${between}: too late for ${named(p.by.day)}, I'm afraid.`,
      }[p.by.comes];
    return `${takes} ${when} it should be there ${between}.`;
  },
  'orders-sum': ({ paid, count, from, to }) => {
    const when = from
      ? to
        ? `Between ${formatDay(from, 'en')} and ${formatDay(to, 'en')}`
        : `Since ${formatDay(from, 'en')}`
      : 'So far';
    if (count === 0) return `${when} you have placed no order that was paid for.`;
    return `${when} you have placed ${count === 1 ? 'one order' : `${count} orders`} and paid ${formatMoney(paid)} ${count === 1 ? 'for it' : 'in all'}, delivery included; cancelled and returned ones are not counted.`;
  },
  'own-paid': ({ order, line, said, dearest, now }) => {
    const paid = line?.paid ?? order.total;
    if (dearest && line)
      return `The dearest was ${inLanguage(lineName(line), 'en')}: ${line.quantity > 1 ? `${line.quantity} for ` : ''}${formatMoney(line.paid)}, in order ${order.number} of ${formatDate(order.placedAt, 'en')}.`;
    const lead =
      said === undefined ? '' : said.minor === paid.minor || said.minor === order.total.minor ? 'Yes: ' : 'No: ';
    const whole = `order ${order.number} of ${formatDay(order.placedAt, 'en')} came to ${formatMoney(order.total)}`;
    return line
      ? `${lead}${lead ? 'you' : 'You'} paid ${formatMoney(line.paid)} for ${line.quantity > 1 ? `${line.quantity} × ` : ''}${inLanguage(lineName(line), 'en')}; ${whole} in all.${now ? ` ${now.minor * line.quantity === line.paid.minor ? 'It still costs' : 'Today it costs'} ${formatMoney(now)}.` : ''}`
      : `${lead}${lead ? 'o' : 'O'}${whole.slice(1)}, delivery included.`;
  },
  'own-parts': ({ order: { number, subtotal, discount, shipping, total } }) =>
    `Order ${number}: the goods ${formatMoney(subtotal)}, ${discount.minor > 0 ? `${formatMoney(discount)} off by deals` : 'no deal'}, delivery ${shipping.minor > 0 ? formatMoney(shipping) : 'free'}, ${formatMoney(total)} in all.`,
  'own-invoice': ({ order, until, isOver }) =>
    isOver
      ? `For order ${order.number} of ${formatDate(order.placedAt, 'en')} a fapiao (invoice) could be asked for until ${formatDate(until, 'en')}; that is over. A colleague can tell you whether anything can still be done.`
      : `For order ${order.number} of ${formatDay(order.placedAt, 'en')} you can still ask for a fapiao (invoice) until ${formatDay(until, 'en')}.`,
  'own-address': ({ order }) =>
    `Which address order ${order.number} goes to I can't see here; it stands in the order itself.`,
  'own-unseen': () =>
    'How it stands with your own order I can tell once you are signed in, or with its number and the e-mail address you used.',
  'others-order': () =>
    'An order placed with another account I can look up with its order number and the e-mail address it was placed with: send me both. Without them a colleague can look for it: shall I get you one?',
  'to-others': () => 'Yes, it can go to somebody else.',
  'own-refund': ({ order, line, refund }) =>
    line
      ? `You'd get back what you paid for it: ${formatMoney(refund)} for ${inLanguage(lineName(line), 'en')} (order ${order.number}).`
      : `For all of order ${order.number} you'd get back ${formatMoney(refund)}; for single things what you paid for each.`,
} satisfies Partial<Words>;
