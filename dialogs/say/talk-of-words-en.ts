import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { inSize } from '../../knowledge/domain/order.ts';
import { hurryEn } from './matters/hurry.ts';
import { misreadEn } from './matters/misread.ts';
import { nextEn } from './matters/next.ts';
import { inCartEn, nameIn, sentenceOf, sizesIn, toPayEn, wishesEn } from './matters/phrases.ts';
import { plainlyEn } from './matters/plainly.ts';
import { whyEn } from './matters/why.ts';
import { formatTime, type Words } from './words.ts';

/** What is said of what was told before. */
export const talkOfWordsEn = {
  'why-told': ({ of }, w) => sentenceOf(whyEn, of, w),
  'told-plainly': ({ of }, w) => sentenceOf(plainlyEn, of, w),
  'told-next': ({ of }, w) => sentenceOf(nextEn, of, w),
  misread: ({ of }, w) => sentenceOf(misreadEn, of, w),
  'no-hurry': ({ of }, w) => sentenceOf(hurryEn, of, w),
  'none-of-these': ({ of }) =>
    of.about === 'goods' && of.found.length > 1
      ? `None of these? Tell me what should be different: the price, the colour, the kind?`
      : of.about === 'compared'
        ? `Neither of the two? Tell me what should be different: the price, the colour, the kind?`
        : of.about === 'product' && of.others.length > 0
          ? `Not that one, then. Would you like ${of.others
              .slice(0, 2)
              .map(one => `the ${nameIn(one, 'en')}`)
              .join(' or ')} instead? Or what should be different?`
          : `Not that one, then. Tell me what should be different: the price, the colour, the kind?`,
  'which-to-take': ({ of }) =>
    of.about === 'compared'
      ? `Which of the two, the ${nameIn(of.products[0], 'en')} or the ${nameIn(of.products[1], 'en')}?`
      : `Which one would you like? Say its number, from 1 to ${of.found.length}, and it goes into your cart.`,
  'ask-to-add': ({ product, sizes }) =>
    `Shall I put the ${nameIn(product, 'en')} (${formatMoney(product.price)}) in your cart?${sizesIn(sizes, 'en') ? ` It comes in sizes ${sizesIn(sizes, 'en')}: which is yours?` : ''}`,
  'ask-to-take-out': ({ product, size }) =>
    `Shall I take the ${inLanguage(inSize(product.name, size), 'en')} out of your cart again?`,
  'ask-deal-off': ({ saves, total, code, offer }) =>
    `Shall I take ${code === undefined ? `the ${offer ? 'deal' : 'discount'}` : `code ${code}`} (${formatMoney(saves)} off) off your cart again? With it you pay ${formatMoney(total)}.`,
  'let-be': ({ of }, w) => {
    switch (of.about) {
      case 'cart':
        return `All right. ${of.product || of.count === 1 ? `${inCartEn(of).replace(/^./, c => c.toUpperCase())} stays` : 'Everything stays'} in your cart (${toPayEn(of)}).`;
      case 'code':
        return `All right. Code ${of.code} stays on your cart: you pay ${formatMoney(of.total)}.`;
      case 'offer':
        return of.is === 'applied'
          ? `All right. The deal stays on your cart: you pay ${formatMoney(of.offer.priced.total)}.`
          : of.is === 'offered'
            ? `All right, the deal isn't applied. It stays open until ${formatTime(of.offer.expiresAt, 'en', w.shop)}, should you want it.`
            : `All right. Your cart stays as it is: you pay ${formatMoney(of.before)}.`;
      case 'trouble':
        return `I'm sorry that it went like that. If you like, a colleague looks into ${of.order ? `order ${of.order.number}` : 'it'}; just say so.`;
    }
  },
  'cart-kept': ({ cart, offer, bye }, w) =>
    `${bye ? "You're welcome! " : ''}Your cart (${cart.count === 1 ? 'one thing' : `${cart.count} things`}, ${toPayEn(cart)}) is kept: open it and choose “Check out” when you like.${offer ? ` Your deal (${formatMoney(offer.saves)} off) waits until ${formatTime(offer.expiresAt, 'en', w.shop)}.` : ''}`,
  'fresh-start': ({ forgotten, cart }, w) =>
    `Fresh start${forgotten.length > 0 ? `: your search (${wishesEn(forgotten, w)}) is forgotten` : ''}.${cart ? ` Your cart stays (${cart.count === 1 ? 'one thing' : `${cart.count} things`}, ${toPayEn(cart)}).` : ''} What can I do for you?`,
  'flow-left': ({ how, flow, order, refund }) => {
    const number = order?.number ?? '';
    const stays =
      flow === 'cancel-order'
        ? order
          ? `order ${number} is not cancelled${refund ? `, and the ${formatMoney(refund)} could still come back until it leaves` : ''}`
          : 'no order is cancelled'
        : flow === 'return'
          ? order
            ? `nothing of order ${number} goes back${refund ? ` yet (${formatMoney(refund)})` : ' yet'}`
            : 'no return is registered'
          : 'no order was looked up';
    return how === 'bye'
      ? `You're welcome. As it is, ${stays}. Goodbye, and say so any time if you want to go on.`
      : flow === 'guest-order'
        ? `No hurry: the number stands in the e-mail that confirmed the order. Give it to me when you have it at hand, or a colleague looks for it.`
        : `No hurry: ${stays}. Say so when you've made up your mind.`;
  },
} satisfies Partial<Words>;
