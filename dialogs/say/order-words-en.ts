import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { lineName, type Order } from '../../knowledge/domain/order.ts';
import type { NoneOfOrders, RefundLate } from '../order-parts.ts';
import { labelsEn } from './labels-en.ts';
import { list } from './phrases-en.ts';
import { formatDate, formatDay, nameOf, type Words } from './words.ts';

const noneEn: Readonly<Record<NoneOfOrders, string>> = {
  'under-way': 'None of your orders is on its way any more.',
  'of-days': 'You placed no order then.',
  before: 'There is no order before that one.',
  'of-number': 'None of your orders has that number.',
  newer:
    'I see no newer order on this account. One placed as a guest or with another account does not show here; a colleague can look for it.',
  other:
    'I see no other order on this account. One placed as a guest or with another account does not show here; a colleague can look for it.',
  'just-now':
    'I see no order placed just now on this account. If the payment did not go through, there is none; one placed as a guest or with another account does not show here, but a colleague can look for it.',
  'not-told': 'Then it may be one of these, the other orders on this account.',
};

const either = (names: readonly string[]): string => [names.slice(0, -1).join(', '), names.at(-1)].join(' or ');

const mostInIt = 3;
/** What an order holds, by name. */
const inItEn = ({ lines }: Order): string => {
  const names = lines.filter(line => !line.gift).map(line => inLanguage(lineName(line), 'en').split(', ')[0]!);
  const more = names.length - mostInIt;
  return more > 0 ? `${names.slice(0, mostInIt).join(', ')} and ${more} more` : list(names);
};

const undone: ReadonlySet<Order['status']> = new Set(['cancelled', 'returned']);
const eachEn = ({ number, placedAt, total, status }: Order): string =>
  `${number} of ${formatDay(placedAt, 'en')}${undone.has(status) ? ` (${labelsEn.statuses[status]})` : ''}, ${formatMoney(total)}`;

const lineEn = (line: Order['lines'][number]): string =>
  `${line.quantity > 1 ? `${line.quantity} × ` : ''}${inLanguage(lineName(line), 'en')}`;
/** That the money should have been there, where it was told when the goods came. */
const lateEn = ({ came, days, due }: RefundLate): string =>
  `If your parcel reached us on ${formatDay(came, 'en')}, the ${days} working days for the refund were over on ${formatDay(due, 'en')}`;

export const orderWordsEn = {
  orders: p => {
    if (p.holding !== undefined)
      return p.orders.length === 1
        ? `“${p.holding}” is in this order of yours:`
        : `“${p.holding}” is in these orders of yours:`;
    const none = p.none && noneEn[p.none];
    const [latest] = p.orders;
    if (p.each)
      return `Your ${p.orders.length === 1 ? 'order' : `${p.orders.length} orders`}, delivery included: ${p.orders.map(eachEn).join('; ')}.`;
    if (p.coming) return `These ${p.orders.length} orders of yours are on their way:`;
    const said = latest
      ? ` The last one, ${latest.number} of ${formatDay(latest.placedAt, 'en')}${p.contents ? ` (${inItEn(latest)})` : ''}: ${labelsEn.statuses[latest.status]}.`
      : '';
    if (p.none === 'not-told') return none!;
    if (none) return p.none === 'under-way' ? `${none} The latest:` : `${none}${said}`;
    return p.orders.length === 1
      ? `Here is your latest order.${said}`
      : `Here are your latest ${p.orders.length} orders.${said}`;
  },
  order: p => {
    const { status, shipment, number } = p.order;
    if (p.contents)
      return `Order ${number} of ${formatDay(p.order.placedAt, 'en')} (${labelsEn.statuses[status]}) holds ${list(p.order.lines.map(lineEn))}.`;
    if (p.carrier && shipment)
      return `Order ${number} ${status === 'shipped' ? 'is coming' : 'came'} with ${shipment.carrier}, tracking number ${shipment.tracking}${status === 'shipped' ? `; it is expected by ${formatDay(shipment.expectedAt, 'en')}` : ''}.`;
    const left = p.sent && shipment ? ` It left us on ${formatDay(shipment.shippedAt, 'en')}.` : '';
    if (status === 'delivered') {
      return `Order ${number} was delivered${shipment?.deliveredAt ? ` on ${formatDay(shipment.deliveredAt, 'en')}` : ''}.${left}`;
    }
    if (status === 'shipped' && shipment) {
      return `Order ${number} is on its way with ${shipment.carrier}, expected by ${formatDay(shipment.expectedAt, 'en')}.${left}`;
    }
    return `Order ${number}: ${labelsEn.statuses[status]}.${p.sent && !shipment ? ' It has not left us.' : ''}`;
  },
  'claim-of': p =>
    `${p.what ? `I see “${p.what}” in order ${p.order.number}` : `That is order ${p.order.number}`}${p.order.shipment?.deliveredAt ? `, delivered on ${formatDay(p.order.shipment.deliveredAt, 'en')}` : ''}. ${
      p.past === undefined
        ? 'Would you rather have a new one or your money back? I pass it on to a colleague.'
        : `That is more than ${p.past} days ago, so a colleague has to look at what can be done: shall I get you one?`
    }`,
  'claim-which': p =>
    `${p.what ? `I don't see “${p.what}” in your latest orders.` : ''} Which order is it about? Tell me its number, or whether you want a new one or your money back, and a colleague takes it from there.`.trim(),
  'claim-wish': p =>
    `${p.wish === 'money' ? 'Your money back' : 'A new one'}${p.order ? `, for order ${p.order.number}` : ''}: I pass that on.`,
  'claim-when': ({ wish }) =>
    wish === 'money'
      ? `A colleague sets the refund going; from then on:`
      : `A colleague settles when the new one leaves; from then on it travels like any order:`,
  'no-orders': () =>
    `I see no order under this account. If you ordered as a guest or with another account, sign in with that one, or give me the order number and the e-mail address you used.`,
  'change-too-late': ({ order: { number, shipment, status }, days }) =>
    `Order ${number} is ${status === 'shipped' ? `on its way${shipment ? `, expected by ${formatDay(shipment.expectedAt, 'en')}` : ''}` : 'packed'}, so nothing in it can be changed or taken out any more. Once it is there you have ${days} days to send back just what you don't want, and we pay the courier.`,
  'order-not-found': p =>
    p.signedIn
      ? `I see no order with that number on this account. If it was placed with another account, that one can open it here; or a colleague can look for it: shall I get you one?`
      : `I can't find an order with that number and e-mail. Please check both; the number is on your confirmation e-mail. Without them at hand a colleague can look for it: shall I get you one?`,
  'ask-order-number': () => `What's the order number? It's on your confirmation e-mail.`,
  'ask-email': p => `And the e-mail address used for order ${p.number}?`,
  'not-in-orders': p => {
    if (p.number !== undefined) return `I don't see “${p.what}” in order ${p.number}.`;
    return `I don't see “${p.what}” in your orders. Was it bought with another account?${p.listed ? ' These can still go back:' : ''}`;
  },
  'ask-which-order': () => `Which order is it about?`,
  'ask-which-lines': ({ order, among = [] }, w) => {
    const [only, ...others] = among;
    if (!only) return `What would you like to send back from order ${order.number}? You can say "all".`;
    return others.length > 0
      ? `Which of these from order ${order.number} shall go back: ${either(among.map(one => nameOf(one.product, w)))}? You can say "all".`
      : `How many of the ${only.quantity} × ${nameOf(only.product, w)} from order ${order.number} would you like to send back? You can say "all".`;
  },
  'ask-reason': (p, w) =>
    `${list(p.lines.map(l => `${l.quantity} × ${nameOf(l.product, w)}`))} from order ${p.order.number}. What's the reason? (too small, damaged, changed my mind, …)`,
  'refund-state': ({ order: { number, status, total }, request, isDue }) => {
    if (!request)
      return status === 'cancelled'
        ? isDue
          ? `Order ${number} was cancelled, and ${formatMoney(total)} should have been back the way you paid by now. If it isn't there, a colleague can trace it: shall I get you one?`
          : `Order ${number} was cancelled: ${formatMoney(total)} goes back to the way you paid.`
        : `Order ${number} is marked as ${labelsEn.statuses[status]}. How far its refund is I can't see here; a colleague can look it up.`;
    const refund = formatMoney(request.refund);
    return {
      requested: `The return from order ${number} was registered on ${formatDay(request.requestedAt, 'en')} (${request.id}) and the goods haven't reached us yet; ${refund} will be refunded once they do.`,
      received: `The goods from order ${number} have reached us (return ${request.id}), and ${refund} is being refunded.`,
      refunded: `The return from order ${number} (${request.id}) is done: ${refund} went back to the way you paid.`,
      refused: `The return from order ${number} (${request.id}) was refused, so nothing is refunded. A colleague can tell you why.`,
    }[request.status];
  },
  'own-warranty': ({ order, line, until, isOver }) =>
    until === undefined
      ? `Which warranty time counts for “${inLanguage(lineName(line), 'en')}” (order ${order.number} of ${formatDay(order.placedAt, 'en')}) our page doesn't say plainly; a colleague can tell you.`
      : `“${inLanguage(lineName(line), 'en')}” was ordered on ${formatDate(order.placedAt, 'en')} (${order.number}): its warranty ${isOver ? 'ran' : 'runs'} until ${formatDate(until, 'en')}.`,
  'number-meant': ({ said, order }) =>
    `None of your orders has the number ${said}; I take it you mean ${order.number} of ${formatDay(order.placedAt, 'en')} (${inItEn(order)}).`,
  'no-return': ({ late }) =>
    late
      ? `No return is registered for your orders here, so I see no refund. ${lateEn(late)}: a colleague has to look into it, shall I get you one?`
      : `No return is registered for your orders, so no refund is under way. If you did send something back, a colleague can look it up.`,
  'sign-in-for-refund': ({ late }) =>
    `${late ? `${lateEn(late)}. ` : ''}You aren't signed in, so I can't see how far your refund is. ${late ? 'A colleague can look it up by the order number: shall I get you one?' : 'Sign in and ask me again, or have a colleague look it up by the order number.'}`,
  'return-window': p =>
    `${p.line ? `“${inLanguage(lineName(p.line), 'en')}” is in order ${p.order.number}, which` : `Order ${p.order.number}`} was delivered${p.order.shipment?.deliveredAt ? ` on ${formatDay(p.order.shipment.deliveredAt, 'en')}` : ''}: it can come back until ${formatDay(p.until, 'en')}.${p.offers ? ' Shall I start the return?' : ''}`,
  'return-preview': p => `You'd get ${formatMoney(p.refund)} back. Shall I start the return?`,
  'number-lost': p =>
    `${p.what === 'email' ? "Without the e-mail address it was ordered with I can't open the order here." : "Without the number I can't open the order here; it stands in the confirmation e-mail."} A colleague can look it up with you: shall I get you one?`,
  'opened-by-person': p =>
    `${p.rule} So I've registered no return and can't promise a refund. If it did you harm or is faulty, a colleague can look at it: shall I get you one?`,
  'exchange-by-person': ({ of, size, colour }) => {
    const forms = [...(size === undefined ? [] : [`size ${size.toUpperCase()}`]), ...(colour ? [`“${colour}”`] : [])];
    const into = forms.length > 0 ? ` for ${list(forms)}` : '';
    const what = of ? `“${inLanguage(lineName(of.line), 'en')}” from order ${of.order.number}` : '';
    return `${what ? `That is ${what}${into ? `,${into}` : ''}. ` : ''}An exchange${what ? '' : into} is arranged by a colleague, so I've registered nothing and no refund is under way. Shall I get you one? Or say “return it” if you'd rather have the money.${what && !into ? ' Tell me the size or colour that it should be.' : ''}`;
  },
  'return-done': p =>
    `Your return is registered under ${p.id}: ${formatMoney(p.refund)} will be refunded once the goods are with us. The label comes by e-mail.`,
  'return-refused': p =>
    ({
      'not-delivered': `Order ${p.order.number} hasn't been delivered yet, so there's nothing to return. Once it is there, you have ${p.days} days to send it back.`,
      'too-late': `${p.latest ? 'None of your orders can go back any more: the latest that came, ' : 'Order '}${p.order.number} of ${formatDay(p.order.placedAt, 'en')} (${p.line ? inLanguage(lineName(p.line), 'en') : inItEn(p.order)})${p.latest ? ',' : ''} is past the ${p.days} days in which it could be returned. If something broke, a person can look at the warranty.`,
      'already-returned': `Everything in order ${p.order.number} has already been returned.`,
      cancelled: `Order ${p.order.number} was cancelled, so there's nothing to return.`,
    })[p.reason],
  'cancel-preview': p => {
    const freed =
      p.freed.length > 0 ? ` ${list(p.freed.map(n => `“${inLanguage(n, 'en')}”`))} can be used again afterwards.` : '';
    const kept = p.kept.length > 0 ? ` ${list(p.kept.map(n => `“${inLanguage(n, 'en')}”`))} counts as used.` : '';
    return p.again
      ? `Then I cancel order ${p.order.number} and you get back ${formatMoney(p.refund)}.${freed}${kept} A yes, and it's done.`
      : `Order ${p.order.number} hasn't left yet. If I cancel it you get back all you paid: ${formatMoney(p.refund)}.${freed}${kept} Shall I cancel it?`;
  },
  'cancel-done': p => `Order ${p.order.number} is cancelled. ${formatMoney(p.refund)} goes back to the way you paid.`,
  'cancel-part': ({ order, line }) => {
    const what = line ? `“${inLanguage(lineName(line), 'en')}”` : 'one thing';
    if (order?.status === 'packed')
      return `Order ${order.number} is packed already, so ${line ? what : 'nothing'} can${line ? "'t" : ''} be taken out any more. Let it come and send that one thing back, or say “cancel the whole order”. A colleague can also look at it: shall I get you one?`;
    return `${order ? `Order ${order.number}` : 'An order'} can only be cancelled as a whole here, so I've cancelled nothing. To take out only ${what}, a colleague can change the order until it is packed: shall I get you one?`;
  },
  'cancel-refused': p =>
    ({
      shipped: `Order ${p.order.number} is already on its way, so it can no longer be cancelled. Once it is there you can send it back.`,
      delivered: `Order ${p.order.number} (${formatDay(p.order.placedAt, 'en')}) has been delivered, so it can no longer be cancelled; it can be returned instead.`,
      'past-return': `Order ${p.order.number} (${formatDay(p.order.placedAt, 'en')}) has been delivered, so it can no longer be cancelled, and the days in which it could be returned are over too.`,
      returned: `Order ${p.order.number} has been returned already, so there's nothing left to cancel.`,
      'already-cancelled': `Order ${p.order.number} was cancelled before; there's nothing more to do.`,
      'cancelled-for-good': `Order ${p.order.number} is cancelled already, and I can't bring it back. Say “order it again” and I lay out the same things for you at today's prices.`,
      'order-changed': `Order ${p.order.number} changed just now, so I didn't cancel it. Please try again.`,
    })[p.reason],
} satisfies Partial<Words>;
