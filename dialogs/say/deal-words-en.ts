import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { ReplyPart } from '../reply.ts';
import { gain, list, preference } from './phrases-en.ts';
import { unlockEn } from './promotion-words-en.ts';
import { abroadEn } from './sent-abroad.ts';
import { formatTime, nameOf, type Wording, type Words } from './words.ts';

type Offered = Extract<ReplyPart, { kind: 'offer' }>;

/** A deal that was asked for, with what is to be paid then. */
const offered = (p: Offered, w: Wording): string => {
  const { priced, basket, expiresAt } = p.offer;
  const named = (goods: Offered['adds']): string =>
    list((goods ?? []).map(({ product, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${nameOf(product, w)}`));
  const takes = p.takes && p.lead !== 'named' ? ` if you take ${named(p.takes)}` : '';
  const adds = p.adds ? ` if you add ${named(p.adds)}` : takes;
  const goods = basket[0] && p.lead === 'named' ? nameOf(basket[0].product, w) : undefined;
  const leads = {
    also: "There's a deal for you as well",
    but: "But there's a deal for you",
    named: goods ? `For the ${goods} there's a deal for you` : "There's a deal for you as well",
    stands: `The deal from before still stands until ${formatTime(expiresAt, 'en', w.shop)}`,
  };
  const alone = p.cartNow ? `; your cart alone comes to ${formatMoney(p.cartNow)}` : '';
  const pays = p.abroad ? `You'd pay ${abroadEn(p.abroad)}` : `With delivery you'd pay ${formatMoney(priced.total)}`;
  const replaces = p.replaces
    ? ` It counts in place of ${list(p.replaces.map(name => `“${inLanguage(name, 'en')}”`))}.`
    : '';
  return `${p.lead ? leads[p.lead] : "Yes, there's a deal for you"}: ${gain(p.offer)}${adds}. ${pays}${alone}.${replaces}`;
};

export const dealWordsEn = {
  offer: (p, w) =>
    p.unprompted
      ? `By the way, there's a deal for you: ${gain(p.offer)}.`
      : p.cartMoved
        ? `Yes, your deal stands: ${gain(p.offer)} for the goods on the card. When you apply it, it's worked out for your cart as it is.`
        : offered(p, w),
  'no-offer': p => {
    const free = p.freeShippingFrom ? ` Delivery is free from ${formatMoney(p.freeShippingFrom)}.` : '';
    switch (p.reason) {
      case 'no-consent':
        return p.again
          ? `I mean that personal offers are off in your account, so there is none just for you. Say "switch offers on" and they are back.`
          : `You've switched personal offers off, so the normal prices apply.${free} Say "switch offers on" to change that.`;
      case 'capped':
        return `There's nothing further I can offer for now.${free}`;
      case 'budget-spent':
        return `The current deals have all been taken.${free}`;
      case 'service-first':
        return `Let's put right what went wrong first; after that I'll gladly look for a deal.`;
      case 'none-shown':
        return `I haven't made you an offer yet.`;
      case 'not-now':
      case 'none-eligible':
      case 'no-uplift':
      case 'no-model':
        return p.beside
          ? `Beyond what is on for everybody there's no extra deal at the moment.${p.again ? '' : free}`
          : `There's no extra deal at the moment; the prices shown are our prices.${free}`;
    }
  },
  'offer-applied': (p, w) => {
    const added = p.added ? `${list(p.added.map(id => nameOf(id, w)))} is in your cart too, ` : '';
    const done = `Done: ${added}${gain(p.offer)}. Your total is now ${p.abroad ? abroadEn(p.abroad) : formatMoney(p.total)}.`;
    if (!p.cappedAt) return done;
    return `${done} The ${formatMoney(p.cappedAt)} I promised you stands; what you've added since gets no more off.`;
  },
  'offer-declined': p =>
    p.taken
      ? `Done: the deal (${gain(p.taken)}) is off your cart again.${p.total ? ` Your total is now ${p.abroad ? abroadEn(p.abroad) : formatMoney(p.total)}.` : ''}`
      : `No problem, I won't bring it up again.`,
  'offer-refused': (p, w) =>
    (p.code === undefined ? '' : `Code ${p.code}: `) +
    {
      'unknown-offer': `I don't have that offer on record, so I can't apply it.`,
      'not-yours': `That offer was made to someone else, so it can't be applied here.`,
      expired: `That offer has expired.`,
      'already-redeemed': `You've already used that offer; it counts once.`,
      'already-held': `That offer is already on your cart.`,
      'budget-spent': `I'm sorry: the last of these deals was taken before yours.`,
      'not-active': `That promotion isn't running.`,
      'conditions-not-met':
        p.offer?.kind === 'free-shipping' && !p.unlock
          ? `Delivery is free for this cart already, so there's nothing left to take off.`
          : `Your cart doesn't meet the condition of this offer yet.${p.unlock ? ` ${unlockEn(p.unlock, w)}` : ''}`.trim(),
      'first-order-only': `That deal is for a first order only, and you've ordered before.`,
      'not-for-shopper': `That deal isn't meant for this account.`,
      'below-margin': `That deal can't be used on these products.`,
      'out-of-stock': `Something in your cart is sold out, so the offer can't be applied.`,
      'empty-cart': `Your cart is empty; add something first and the offer can be applied.`,
      'currency-mismatch': `That offer is in another currency than your cart.`,
      'cart-changed': `Your cart changed in the meantime. Please try again.`,
      'better-deal-applies': `A better deal is on your cart already, and on this cart the two can't both count.`,
      'excluded-by-group': `That deal can't be combined with the ones on your cart.`,
      'limit-reached': `That deal has been used as often as it may be.`,
      'unknown-code': `I don't know that code. Please check how it's written.`,
      'code-used': `That code has been used already.`,
      'outside-hours': `That deal only counts at certain hours, and this isn't one of them.`,
      'makes-order-free': `With the deals already on your cart, that one would leave nothing to pay, so it isn't added.`,
      'too-many-tries': `That's a lot of codes that don't exist. Please wait a few minutes before the next one.`,
    }[p.reason],
  'why-offer': (p, w) => {
    const facts = p.factsUsed.filter(f => f.forWhom === 'self').map(f => preference(f, w));
    const said = facts.length > 0 ? ` What you told me (${list(facts)}) chose the products.` : '';
    const { givenBy } = p.offer.because;
    if (givenBy !== undefined)
      return `${givenBy} of our customer care gave it to you to put something right; it was not chosen automatically.`;
    const how =
      p.offer.because.model === 'default'
        ? 'It is the standard deal that the purchase on its card qualifies for.'
        : p.offer.because.explored
          ? 'Some offers are drawn at random among those you qualify for, so that we learn which ones help; this is one of them.'
          : 'It was chosen because your basket qualifies and we expect it to be worth it for both of us, judging by your orders and visits here, never by sensitive traits.';
    return `${how}${said} You can switch personal offers off at any time.`;
  },
  'none-for-cart': p =>
    p.asked === 'first-order'
      ? `There's no first-order deal for this cart.`
      : `There's no code that would do more for this cart: what is on counts by itself.`,
  'next-step': p =>
    `${formatMoney(p.missing)} more of goods and ${p.isFurther ? 'another ' : ''}${formatMoney(p.off)} comes off (“${inLanguage(p.name, 'en')}”).`,
  'counter-offer': (p, w) =>
    `For the same goods that's my best, but for more I can do more: take ${formatMoney(p.offer.priced.subtotal)} of goods, as on the card, and you get ${gain(p.offer)}; ${p.abroad ? `you'd pay ${abroadEn(p.abroad)}` : `with delivery you'd pay ${formatMoney(p.offer.priced.total)}`}. My first offer stands too until ${formatTime(p.standing.expiresAt, 'en', w.shop)}; you can use one of the two.`,
  'no-better-deal': (p, w) =>
    `${gain(p.offer).replace(/^./, c => c.toUpperCase())} is the best I can do; asking again won't change it. It stands until ${formatTime(p.offer.expiresAt, 'en', w.shop)}, and there's no hurry before that.`,
} satisfies Partial<Words>;
