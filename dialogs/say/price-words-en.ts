import { inLanguage, type Localized } from '../../knowledge/domain/language.ts';
import { formatMoney, toMajor } from '../../knowledge/domain/money.ts';
import type { DealTold } from '../offers/rules/tell-deal.ts';
import type { PricedNow, PricePart } from '../price-parts.ts';
import { list } from './phrases-en.ts';
import { abroadEn } from './sent-abroad.ts';
import { formatDay, type Words } from './words.ts';

const en = (text: Localized): string => inLanguage(text, 'en');
const quoted = (name: Localized): string => `“${en(name)}”`;
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** "“¥30 off every ¥300” (−¥30)"; a gift by its name. */
const offOf = ({ deals }: Pick<PricedNow, 'deals'>): string =>
  list(
    deals.map(d =>
      d.gift
        ? `${quoted(d.name)} (a gift worth ${formatMoney(d.saves)})`
        : `${quoted(d.name)} (−${formatMoney(d.saves)})`,
    ),
  );

/** What is paid in the end. */
const paid = ({ abroad, shipping, total }: Pick<PricedNow, 'shipping' | 'total' | 'abroad'>): string =>
  abroad
    ? abroadEn(abroad)
    : shipping.minor === 0
      ? `${formatMoney(total)} in all, delivery is free`
      : `${formatMoney(total)} in all with ${formatMoney(shipping)} delivery`;

const nameIn = ({ lines }: PricedNow): string => (lines[0] ? en(lines[0].product.name) : '');
const counted = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
const allOf = ({ lines }: PricedNow): string =>
  lines.length === 1 ? nameIn({ lines } as PricedNow) : `the ${counted[lines.length] ?? lines.length} together`;

const best = ' Lower than that I have nothing for it at the moment.';

const comesOff = ({ of, asked, priced, isBest }: Extract<PricePart, { kind: 'comes-off' }>): string => {
  const off = offOf(priced);
  const cash = priced.deals.filter(deal => !deal.gift);
  const inAll = cash.length > 1 ? `, ${formatMoney(priced.off)} in all` : '';
  if (of === 'cart') {
    if (!off)
      return asked === 'best-price'
        ? `These are the shop's prices, and no deal takes anything off your cart by itself yet: ${paid(priced)}.${isBest ? best : ''}`
        : `Nothing comes off your cart so far: ${paid(priced)}.`;
    return asked === 'best-price'
      ? `Your cart has ${off} off its ${formatMoney(priced.before)} already${inAll}: ${paid(priced)}.${isBest ? best : ''}`
      : `Off your cart already: ${off}${inAll}. That makes ${paid(priced)}.`;
  }
  const what = of === 'one' ? nameIn(priced) : allOf(priced);
  if (!off)
    return asked === 'best-price'
      ? `${formatMoney(priced.before)} is the shop's price for ${of === 'one' ? `the ${what}` : what}, and nothing comes off it by itself: ${paid(priced)}.${isBest ? best : ''}`
      : `Nothing comes off ${of === 'one' ? `the ${what}` : what} by itself at the moment: ${formatMoney(priced.before)}, so ${paid(priced)}.`;
  return `${capital(what)}: ${formatMoney(priced.before)}, less ${off}${inAll}, which comes off by itself. That makes ${paid(priced)}.${asked === 'best-price' && isBest ? best : ''}`;
};

const withOneMore = (p: Extract<PricePart, { kind: 'with-one-more' }>): string => {
  const { now, after, of } = p;
  const name = en(p.product.name);
  const quantity = after.lines.find(line => line.product.id === p.product.id)?.quantity ?? 2;
  const fresh = after.deals.filter(deal => !now.deals.some(one => one.promotion === deal.promotion));
  if (p.beside)
    return `With ${quantity === 2 ? 'a second' : 'one more'} ${name}, ${offOf({ deals: fresh })} ${fresh.length > 1 ? 'come' : 'comes'} off: ${paid(after)}.`;
  const off = offOf(after);
  const total = `${quantity} × ${name}${of === 'cart' && after.lines.length > 1 ? ' and the rest of your cart' : ''}: ${formatMoney(after.before)}${off ? `, less ${off}` : ', and nothing comes off'}. That makes ${paid(after)}`;
  const each = isCheaper(now, after)
    ? ' Yes, it gets cheaper by the piece.'
    : of === 'one' || after.lines.length === 1
      ? ' By the piece it gets no cheaper.'
      : '';
  return `${total}; now it is ${formatMoney(payable(now))}.${each}`;
};

const payable = ({ abroad, total }: PricedNow) => (abroad ? (abroad.total ?? abroad.goods) : total);
/** A greater share of the price comes off; delivery left aside. */
const isCheaper = (now: PricedNow, after: PricedNow): boolean =>
  toMajor(after.off) / toMajor(after.before) > toMajor(now.off) / toMajor(now.before) + 0.0005;

const terms = (deal: DealTold): string => `${en(deal.says)}${en(deal.often) ? `; ${en(deal.often)}` : ''}`;
const besideCode = (withCode: boolean, isOffer: boolean): string =>
  withCode ? 'A code counts beside it.' : isOffer ? "It doesn't go together with a code." : '';

export const priceWordsEn = {
  'comes-off': comesOff,
  'list-comes-off': p =>
    p.of.length === 0
      ? "The prices on the list are the shop's, and nothing comes off any of them by itself."
      : `Of the list, this comes off by itself: ${p.of.map(priced => `${nameIn(priced)} ${offOf(priced)}`).join('; ')}.${p.isAll ? '' : ' Nothing comes off the rest.'}`,
  'with-one-more': withOneMore,
  'deal-catch': ({ meant: { deal, code, withCode, isOffer } }) =>
    [
      `No small print beyond this: ${code ? `code ${code}` : quoted(deal.name)} is ${lower(terms(deal))}.`,
      `Valid until ${en(deal.ends)}.`,
      code ? (withCode ? '' : 'One code counts on an order.') : besideCode(withCode, isOffer),
    ]
      .filter(Boolean)
      .join(' '),
  'no-catch': p => {
    const free = p.freeFrom ? `, free from ${formatMoney(p.freeFrom)}` : '';
    const delivery = p.sendsTo
      ? p.sendsTo.fee
        ? `delivery to ${p.sendsTo.place} is ${formatMoney(p.sendsTo.fee)}`
        : 'delivery abroad comes on top'
      : p.priced && p.priced.shipping.minor === 0
        ? 'delivery is free'
        : `delivery is ${formatMoney(p.fee)}${free}`;
    const back = `you have ${p.returnDays} days from delivery to send ${p.of === 'one' ? 'it' : 'anything'} back`;
    if (!p.priced) return `No catch: the prices you see are what the goods cost, ${delivery}, and ${back}.`;
    const off = offOf(p.priced);
    const price =
      p.of === 'one'
        ? `the ${nameIn(p.priced)} is ${formatMoney(p.priced.before)}`
        : p.of === 'cart'
          ? `the goods in your cart are ${formatMoney(p.priced.before)}`
          : `${allOf(p.priced)} are ${formatMoney(p.priced.before)}`;
    return `No catch: ${price}${off ? `, less ${off}` : ''}, ${delivery}, and ${back}.`;
  },
  'cancel-no-catch': p =>
    `None: order ${p.order.number} hasn't left yet, so cancelling costs nothing and you get back all you paid, ${formatMoney(p.refund)}.`,
  'return-terms': p =>
    `You have ${p.days} days from delivery; within them that is all it takes, and I show you what you get back before anything is registered.`,
  'cancel-until': p =>
    `As long as it hasn't left our warehouse, and order ${p.order.number} hasn't. Once it's on its way it can only come back as a return, within ${p.days} days from delivery.`,
  'deal-valid': ({ meant: { deal, code, onCart, isOffer } }) => {
    const what = code ? `Code ${code}` : isOffer ? `Your deal ${quoted(deal.name)}` : quoted(deal.name);
    const hours = deal.hours ? ` It holds ${en(deal.hours)}.` : '';
    return `${what} is valid until ${en(deal.ends)}.${hours}${onCart && (isOffer || code) ? " It's on your cart; order by then and it counts." : ''}`;
  },
  'price-valid': p => {
    const price = p.product
      ? `The ${en(p.product.name)} is ${formatMoney(p.product.price)} today. That price has no end date; whether it changes later I can't promise.`
      : "These are today's prices. They have no end date; whether they change later I can't promise.";
    const until = p.until ? ` What is on for everybody runs until ${en(p.until)}.` : '';
    const keeps =
      p.keeps === undefined
        ? ''
        : p.keeps === 'some'
          ? ' If you mean how long it keeps: their pages say so.'
          : ` If you mean how long it keeps: ${lower(en(p.keeps.name))} ${en(p.keeps.value)}.`;
    return `${price}${until}${keeps}`;
  },
  'deal-and-code': ({ meant: { deal, onCart, withCode } }) =>
    withCode
      ? `Yes, ${quoted(deal.name)} counts beside a code.`
      : `No, ${quoted(deal.name)}${onCart ? ', which is on your cart,' : ''} doesn't go together with a code; with both your cart takes whichever leaves you less to pay.`,
  'one-code': p =>
    `One code counts on an order, and ${p.code} is on your cart; enter another and the better of the two counts.`,
  'no-code-on-order': p =>
    `No, a code can't be put on ${p.order ? `order ${p.order.number}, which is placed already` : 'an order that is placed already'}; it goes into the cart before you pay.`,
  'order-saved': ({ order, asked }) => {
    const off = order.discount.minor > 0;
    const sum = off
      ? `${formatMoney(order.discount)} came off order ${order.number}: you paid ${formatMoney(order.total)}.`
      : `Nothing came off order ${order.number}: you paid ${formatMoney(order.total)}.`;
    return asked === 'saved'
      ? sum
      : `You paid ${formatMoney(order.total)} for order ${order.number}${off ? `, with ${formatMoney(order.discount)} off` : ', the prices of that day with nothing off'}.`;
  },
  'order-closed': p =>
    `Order ${p.order.number} is placed, so nothing can be added to it; one more would be an order of its own.`,
  'why-again': p =>
    `Because you bought ${p.count === 1 ? 'it' : p.count === 2 ? 'both' : `all ${counted[p.count] ?? p.count}`}${p.number ? ` in order ${p.number}` : ' before'}, and asked for the same again.`,
  'why-order': (p, w) =>
    p.how === 'only-open'
      ? `Because order ${p.order.number} is the only one of yours that hasn't left yet.`
      : `Because order ${p.order.number} of ${formatDay(p.order.placedAt, w.language)} is your latest.`,
  'why-returnable': p =>
    `Because these are the orders that have arrived and are still within their ${p.days} days to return.`,
  'why-number': () =>
    "You're not signed in, so the number is how I find your order. Sign in, and I see your orders without it.",
  'better-of-kind': p => {
    const name = en(p.product.name);
    if (p.above.length > 0)
      return `That depends on what it has to do better. Above the ${name} (${formatMoney(p.product.price)}) in price there ${p.above.length === 1 ? 'is' : 'are'} ${list(p.above.map(one => `the ${en(one.name)}, ${formatMoney(one.price)}`))}. What matters most to you?`;
    return p.others > 0
      ? `The ${name} is the one at the top of its kind here, at ${formatMoney(p.product.price)}; the others cost less. What would it have to do better?`
      : `The ${name} is the only one of its kind that we have. What would it have to do better? I'll see what comes near.`;
  },
  'of-what': p =>
    ({
      why: 'Which one do you mean?',
      catch: 'The conditions of what: a deal, something you want to buy, or an order?',
      valid: 'How long what holds: a deal, a price, or the days for sending something back?',
      better: "Better than what? Tell me what it's for, and I'll look for it.",
      saved: 'What you save on what: tell me what you have in mind, and I work it out.',
      price: 'Which price do you mean?',
      more: 'One more of which?',
    })[p.asked],
} satisfies Partial<Words>;
