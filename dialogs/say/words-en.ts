import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { parseBudget } from '../../knowledge/profile/budget.ts';
import { attributeText } from './attribute-text.ts';
import { openingTime } from './opening-time.ts';
import { promotionWordsEn, unlockEn } from './promotion-words-en.ts';
import { categoryName, formatDay, formatTime, type Labels, nameOf, type Wording, type Words } from './words.ts';

const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const preference = (p: Pick<StatedPreference, 'slot' | 'value' | 'polarity' | 'quote'>, wording: Wording): string => {
  if (p.slot === 'budget') {
    const budget = parseBudget(p.value);
    if (!budget) return p.quote;
    const amount = formatMoney({ minor: budget.minor, currency: wording.shop.currency });
    return budget.bound === 'max' ? `a budget up to ${amount}` : `from ${amount}`;
  }
  if (p.slot === 'recipient') return `a gift for ${p.value}`;
  if (p.slot === 'category')
    return p.polarity === 'dislike'
      ? `no ${categoryName(p.value, wording).toLowerCase()}`
      : categoryName(p.value, wording).toLowerCase();
  if (p.slot === 'size') return `size ${p.value.toUpperCase()}`;
  if (p.slot === 'product') return nameOf(asId<ProductId>(p.value), wording);
  return p.polarity === 'dislike' ? `not ${p.value}` : p.value;
};

/** How long it will take, where somebody is there to say so by. */
const wait = (seconds: number | null | undefined): string => {
  if (seconds === null || seconds === undefined) return '';
  return seconds <= 60 ? ', which takes about a minute' : `, which takes about ${Math.ceil(seconds / 60)} minutes`;
};

export const english: Words = {
  ...promotionWordsEn,
  greeting: (p, w) =>
    `${p.returning ? 'Welcome back' : 'Hello'}${p.name ? `, ${p.name.split(' ')[0]}` : ''}! I'm the assistant of ${inLanguage(w.shop.name, 'en')}, an automated one. Ask me about products, orders, delivery or returns, or tell me what you're looking for.`,
  thanks: () => `You're welcome! Anything else I can do?`,
  'all-right': () => `All right. I'm here if you need anything else.`,
  goodbye: () => 'Goodbye, and thanks for stopping by.',
  help: () =>
    'I\'m an automated assistant. I can answer questions about delivery, returns and payment, find products ("waterproof running shoes under 80"), check an order, start a return, and look whether there is a deal for you. Say "a person" at any time to reach our staff.',
  cancelled: p =>
    p.what === 'queue'
      ? `All right, you're no longer in the queue. I'm back.`
      : p.what
        ? `All right, I've stopped that. Nothing was changed.`
        : `There's nothing to cancel. What can I do for you?`,
  answer: p => p.passage.text,
  'part-unknown': p => `About “${p.asked}”: I don't know that one, and I won't guess.`,
  'dont-know': p =>
    p.nearest.length > 0
      ? `I don't know that one, and I won't guess. These pages come closest, or I can get you a person.`
      : `I don't know that one, and I won't guess. Shall I get you a person?`,
  unclear: () =>
    `I didn't quite get that. Could you say it another way? I can look for products, check an order, or get you a person.`,
  stuck: () =>
    `I'm not getting any further by myself, sorry. A colleague can take over, or tell me in a few words what it is about: a product, an order, a return?`,
  orders: p =>
    p.orders.length === 1 ? 'Here is your latest order:' : `Here are your latest ${p.orders.length} orders:`,
  order: p => {
    const { status, shipment, number } = p.order;
    if (status === 'delivered') {
      return `Order ${number} was delivered${shipment?.deliveredAt ? ` on ${formatDay(shipment.deliveredAt, 'en')}` : ''}.`;
    }
    if (status === 'shipped' && shipment) {
      return `Order ${number} is on its way with ${shipment.carrier}, expected by ${formatDay(shipment.expectedAt, 'en')}.`;
    }
    return `Order ${number}: ${labelsEn.statuses[status]}.`;
  },
  'no-orders': () => `You have no orders with us yet.`,
  'order-not-found': () =>
    `I can't find an order with that number and e-mail. Please check both; the number is on your confirmation e-mail.`,
  products: (p, w) => {
    if (p.heading === 'nearest') return '';
    const left = p.relaxed.filter(isNamed);
    const relaxed =
      left.length > 0
        ? ` I found nothing with ${list(left.map(key => relaxedName(key, w)))}, so that is left out.`
        : '';
    if (p.heading === 'search') {
      const one = p.found.length === 1;
      if (p.relaxed.includes('text')) {
        return `Nothing here matches your words exactly; ${one ? 'this comes' : 'these come'} closest.${relaxed}`;
      }
      const budget = p.budget ? ` and ${one ? 'costs' : 'cost'} ${formatMoney(p.budget)} or less` : '';
      return `${one ? 'This one fits' : `These ${p.found.length} fit`}${budget}.${relaxed}`;
    }
    const budget = p.budget ? `, at ${formatMoney(p.budget)} or less` : '';
    if (p.heading === 'popular')
      return `These are what others buy most${budget}. Tell me what you like and I'll get closer.${relaxed}`;
    return `Picked for you${budget}:${relaxed}`;
  },
  'nothing-found': (p, w) =>
    p.budget
      ? `I have nothing that fits for ${formatMoney(p.budget)} or less. Should we look a little wider?`
      : `I have nothing that fits that. ${shelves(w)}Could you describe it another way?`,
  'not-sold': (p, w) =>
    p.nearest
      ? `We don't sell that (“${p.what}”). What comes nearest on our shelves:`
      : `We don't sell that (“${p.what}”). ${shelves(w)}`.trim(),
  product: (p, w) => {
    const name = inLanguage(p.product.name, 'en');
    if (p.aspect === 'stock') {
      if (p.product.stock === null) return `${name} can be ordered.`;
      return p.product.stock === 0
        ? `${name} is sold out at the moment.`
        : `${name} is in stock: ${p.product.stock} left, at ${formatMoney(p.product.price)}.`;
    }
    return `${name}, ${formatMoney(p.product.price)}. ${inLanguage(p.product.description, w.language)}`;
  },
  comparison: (p, w) => {
    const [first, second] = p.products.map(one => inLanguage(one.name, 'en'));
    const price =
      p.cheaper.by.minor === 0
        ? `Both cost ${formatMoney(p.products[0].price)}.`
        : `${nameOf(p.cheaper.product, w)} costs ${formatMoney(p.cheaper.by)} less.`;
    const rows = p.differs.flatMap(d => {
      const label = labelsEn.attribute[d.attribute];
      const side = (values: readonly string[]): string =>
        values.length > 0 ? attributeText(d.attribute, values, 'en') : '–';
      return label ? [`- ${label}: ${side(d.first)} / ${side(d.second)}`] : [];
    });
    const table = rows.length > 0 ? `\nOnly the first / only the second has:\n${rows.join('\n')}` : '';
    return `${first}: ${formatMoney(p.products[0].price)}. ${second}: ${formatMoney(p.products[1].price)}. ${price}${table}`;
  },
  again: p => {
    const gone =
      p.missing > 0
        ? ` ${p.missing === 1 ? 'One thing' : `${p.missing} things`} of it can't be had at the moment.`
        : '';
    return p.products.length === 0
      ? `What you bought in order ${p.order.number} can't be had at the moment.`
      : `This is what you bought in order ${p.order.number}, at today's prices.${gone} Shall I put it in your cart?`;
  },
  'again-unknown': p =>
    p.signedIn
      ? `You have no earlier order that I could repeat. What was it that you'd like?`
      : `I can see earlier orders only when you're signed in. What was it? I'll look for it.`,
  'which-product': () => `Which product do you mean? Give me its name, or the number in the list.`,
  cart: p => {
    const deals = (p.deals ?? []).map(d => `“${inLanguage(d.name, 'en')}” (−${formatMoney(d.saves)})`).join(', ');
    return `Your cart comes to ${formatMoney(p.total)}, delivery included.${deals ? ` Taken off already: ${deals}.` : ''}`;
  },
  'add-on': ({ plan }) => {
    const what = plan.add
      .map(a => `${a.quantity > 1 ? `${a.quantity} × ` : ''}${inLanguage(a.product.name, 'en')}`)
      .join(' and ');
    const deal = plan.reaches.map(name => inLanguage(name, 'en')).join(' and ');
    const then = `You'd pay ${formatMoney(plan.after)} instead of ${formatMoney(plan.before)}`;
    if (plan.extra.minor > 0)
      return `Worth a thought: with ${what} (${formatMoney(plan.price)}) you'd reach “${deal}”. ${then}: only ${formatMoney(plan.extra)} more for all of it.`;
    const less = { ...plan.extra, minor: -plan.extra.minor };
    return plan.extra.minor === 0
      ? `With ${what} (${formatMoney(plan.price)}) you'd reach “${deal}” and pay nothing more: ${formatMoney(plan.after)} either way.`
      : `With ${what} (${formatMoney(plan.price)}) you'd reach “${deal}”. ${then}: ${formatMoney(less)} less.`;
  },
  'no-add-on': p =>
    p.reason === 'buying-less-is-cheaper'
      ? `I looked at what you could add: it would cost you more than it brings, so I'd leave the cart as it is.`
      : p.reason === 'nothing-near'
        ? `No deal is close enough that adding something would pay off.`
        : `Nothing I could add would be worth it to you.`,
  'to-free-delivery': p => {
    if (!p.from) return `There's no amount from which this shop delivers free; delivery is ${formatMoney(p.fee)}.`;
    if (p.isEmpty) return `Your cart is empty; delivery is free from ${formatMoney(p.from)} of goods after discounts.`;
    return p.missing
      ? `Your cart is ${formatMoney(p.missing)} short of free delivery, which starts at ${formatMoney(p.from)} of goods after discounts; as it is, delivery is ${formatMoney(p.fee)}.`
      : 'Your cart ships free already.';
  },
  'new-total': p => `Your total is now ${formatMoney(p.total)}, delivery included.`,
  'cart-empty': () => 'Your cart is empty.',
  'added-to-cart': p => `${inLanguage(p.product.name, 'en')} is in your cart.`,
  'out-of-stock': p => `${inLanguage(p.product.name, 'en')} has just sold out, so I couldn't add it.`,
  offer: (p, w) =>
    p.unprompted
      ? `By the way, there's a deal for you: ${gain(p.offer)}.`
      : p.cartMoved
        ? `Yes, your deal stands: ${gain(p.offer)} for the goods on the card. When you apply it, it's worked out for your cart as it is.`
        : `Yes, there's a deal for you: ${gain(p.offer)}${p.adds ? ` if you add ${list(p.adds.map(id => nameOf(id, w)))}` : ''}. With delivery you'd pay ${formatMoney(p.offer.priced.total)}.`,
  'no-offer': p => {
    const free = p.freeShippingFrom ? ` Delivery is free from ${formatMoney(p.freeShippingFrom)}.` : '';
    switch (p.reason) {
      case 'no-consent':
        return `You've switched personal offers off, so the normal prices apply.${free} Say "switch offers on" to change that.`;
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
        return `There's no extra deal at the moment; the prices shown are our prices.${free}`;
    }
  },
  'offer-applied': p => {
    const done = `Done: ${gain(p.offer)}. Your total is now ${formatMoney(p.total)}.`;
    if (!p.cappedAt) return done;
    return `${done} The ${formatMoney(p.cappedAt)} I promised you stands; what you've added since gets no more off.`;
  },
  'offer-declined': () => `No problem, I won't bring it up again.`,
  'offer-refused': (p, w) =>
    ({
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
    })[p.reason],
  'why-offer': (p, w) => {
    const facts = p.factsUsed.filter(f => f.forWhom === 'self').map(f => preference(f, w));
    const said = facts.length > 0 ? ` What you told me (${list(facts)}) chose the products.` : '';
    const { givenBy } = p.offer.because;
    if (givenBy !== undefined)
      return `${givenBy} of our customer care gave it to you to put something right; it was not chosen automatically.`;
    const how =
      p.offer.because.model === 'default'
        ? 'It is the standard deal that your cart qualifies for.'
        : p.offer.because.explored
          ? 'Some offers are drawn at random among those you qualify for, so that we learn which ones help; this is one of them.'
          : 'It was chosen because your basket qualifies and we expect it to be worth it for both of us, judging by your orders and visits here, never by sensitive traits.';
    return `${how}${said} You can switch personal offers off at any time.`;
  },
  'counter-offer': (p, w) =>
    `For the same goods that's my best, but for more I can do more: take ${formatMoney(p.offer.priced.subtotal)} of goods, as on the card, and you get ${gain(p.offer)}; with delivery you'd pay ${formatMoney(p.offer.priced.total)}. My first offer stands too until ${formatTime(p.standing.expiresAt, 'en', w.shop)}; you can use one of the two.`,
  'no-better-deal': (p, w) =>
    `${gain(p.offer).replace(/^./, c => c.toUpperCase())} is the best I can do; asking again won't change it. It stands until ${formatTime(p.offer.expiresAt, 'en', w.shop)}, and there's no hurry before that.`,
  'about-me': p => {
    const offers = p.consent.personalOffers ? 'Personal offers are on.' : 'Personal offers are off.';
    const orders = p.orders > 0 ? ` I can also see your orders here.` : '';
    return p.facts.length > 0
      ? `This is what you've told me, and when. Say "forget" with any of it, or "forget everything".${orders} ${offers}`
      : `You haven't told me anything that I keep.${orders} ${offers}`;
  },
  noted: (p, w) => `Noted: ${list(p.facts.map(f => preference(f, w)))}.`,
  forgotten: p =>
    p.count === 0
      ? `There's nothing to forget: I keep nothing about that.`
      : p.all
        ? `Done. I've forgotten everything you told me.`
        : `Done, I've forgotten that.`,
  'which-to-forget': () => `Which of these should I forget?`,
  'opted-out': () => `Personal offers are off. You get the normal prices and the deals everybody gets.`,
  'opted-in': () => `Personal offers are on again.`,
  sorry: () =>
    `I'm sorry about that. Shall I get you a person, or would you tell me what went wrong so that I can look?`,
  'sorry-first': () => `I'm sorry for the trouble.`,
  queued: p =>
    p.position === 1
      ? `I've asked a colleague to take over; you're next in line${wait(p.expectedSeconds)}. Say "cancel" to carry on with me.`
      : `I've asked a colleague to take over; you're number ${p.position} in line${wait(p.expectedSeconds)}. Say "cancel" to carry on with me.`,
  'still-queued': p =>
    `I've passed that on. You're number ${p.position} in line${wait(p.expectedSeconds)}. Say "cancel" to carry on with me.`,
  'desk-closed': (p, w) =>
    `${p.opensAt ? `My colleagues are back on ${openingTime(p.opensAt, w.language, p.timeZone)} (${p.timeZone}).` : 'None of my colleagues is here at the moment.'} Leave an e-mail address or a phone number and they'll get back to you; meanwhile I'm here.`,
  'contact-noted': p => `Thank you. My colleagues will get back to you at ${p.contact.value}.`,
  unavailable: () =>
    `I can't look that up right now; it's our fault, not yours. Please try again in a minute, or ask for a person.`,
  'message-cut': () => `Your message was very long, so I read only the beginning.`,
  'ask-order-number': () => `What's the order number? It's on your confirmation e-mail.`,
  'ask-email': p => `And the e-mail address used for order ${p.number}?`,
  'ask-which-order': () => `Which order is it about?`,
  'ask-which-lines': p => `What would you like to send back from order ${p.order.number}? You can say "all".`,
  'ask-reason': (p, w) =>
    `${list(p.lines.map(l => `${l.quantity} × ${nameOf(l.product, w)}`))} from order ${p.order.number}. What's the reason? (too small, damaged, changed my mind, …)`,
  'return-preview': p => `You'd get ${formatMoney(p.refund)} back. Shall I start the return?`,
  'return-done': p =>
    `Your return is registered under ${p.id}: ${formatMoney(p.refund)} will be refunded once the goods are with us. The label comes by e-mail.`,
  'cancel-preview': p => {
    const freed =
      p.freed.length > 0 ? ` ${list(p.freed.map(n => `“${inLanguage(n, 'en')}”`))} can be used again afterwards.` : '';
    const kept = p.kept.length > 0 ? ` ${list(p.kept.map(n => `“${inLanguage(n, 'en')}”`))} counts as used.` : '';
    return `Order ${p.order.number} hasn't left yet. If I cancel it you get back all you paid: ${formatMoney(p.refund)}.${freed}${kept} Shall I cancel it?`;
  },
  'cancel-done': p => `Order ${p.order.number} is cancelled. ${formatMoney(p.refund)} goes back to the way you paid.`,
  'cancel-refused': p =>
    ({
      shipped: `Order ${p.order.number} is already on its way, so it can no longer be cancelled. Once it is there you can send it back.`,
      delivered: `Order ${p.order.number} has been delivered, so it can no longer be cancelled; it can be returned instead.`,
      returned: `Order ${p.order.number} has been returned already, so there's nothing left to cancel.`,
      'already-cancelled': `Order ${p.order.number} was cancelled before; there's nothing more to do.`,
      'order-changed': `Order ${p.order.number} changed just now, so I didn't cancel it. Please try again.`,
    })[p.reason],
  'back-to': p => `Back to ${flowsEn[p.flow]}:`,
  'set-aside': p =>
    `I've put ${flowsEn[p.flow]} aside; nothing was changed. Just say so when you want to go on with it.`,
  'return-refused': p =>
    ({
      'not-delivered': `Order ${p.order.number} hasn't been delivered yet, so there's nothing to return.`,
      'too-late': `Order ${p.order.number} is past the ${p.days} days in which it could be returned. If something broke, a person can look at the warranty.`,
      'already-returned': `Everything in order ${p.order.number} has already been returned.`,
      cancelled: `Order ${p.order.number} was cancelled, so there's nothing to return.`,
    })[p.reason],
};

const flowsEn = {
  return: 'your return',
  'cancel-order': 'cancelling your order',
  'guest-order': 'finding your order',
} as const;

/** What the shopper gets out of a deal; the value of a gift is no discount. */
const gain = ({ kind, saves }: Pick<Offer, 'kind' | 'saves'>): string => {
  if (kind === 'gift') return `a free gift worth ${formatMoney(saves)}`;
  if (kind === 'free-shipping') return `free delivery, which saves you ${formatMoney(saves)}`;
  return `${formatMoney(saves)} off`;
};

/** Whom it is for and what for only steer the ranking: no product is made "with" them. */
const isNamed = (key: string): boolean => !/^(recipient|occasion):|^(text|budget-min)$/.test(key);

const shelves = ({ shop }: Wording): string =>
  shop.categories.length > 0
    ? `We sell ${list(shop.categories.slice(0, 8).map(c => inLanguage(c.name, 'en').toLowerCase()))}. `
    : '';

const relaxedName = (key: string, wording: Wording): string => {
  const value = key.includes(':') ? key.slice(key.indexOf(':') + 1) : key;
  return wording.shop.categories.some(c => c.key === value) ? categoryName(value, wording).toLowerCase() : value;
};

export const labelsEn: Labels = {
  intents: {
    recommend: 'Recommend something',
    deals: 'Any deals?',
    'order-status': 'Where is my order?',
    'start-return': 'Return something',
    'cancel-order': 'Cancel an order',
    reorder: 'Buy it again',
    help: 'What can you do?',
    person: 'Talk to a person',
    'view-cart': 'Show my cart',
    'why-offer': 'Why this offer?',
    'about-me': 'What do you know about me?',
    'forget-all': 'Forget everything',
    'opt-out': 'No personal offers',
    'opt-in': 'Switch offers on',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
  },
  apply: 'Apply',
  decline: 'No thanks',
  add: 'Add to cart',
  person: 'Talk to a person',
  details: 'Details',
  startReturn: 'Return',
  gift: 'free gift',
  soldOut: 'Sold out',
  inStock: 'In stock',
  onlyLeft: count => `Only ${count} left`,
  steps: ['Placed', 'Packed', 'Shipped', 'Delivered'],
  statuses: {
    placed: 'placed, we are packing it next',
    packed: 'packed and waiting for the carrier',
    shipped: 'on its way',
    delivered: 'delivered',
    cancelled: 'cancelled',
    returned: 'returned',
  },
  saves: amount => `You save ${amount}`,
  expires: when => `Valid until ${when}`,
  givenBy: name => `Given to you by ${name} of our customer care, not chosen automatically.`,
  personalised: 'Personalised offer, chosen with your activity here. Say "no personal offers" to switch them off.',
  attribute: {
    colour: 'Colour',
    size: 'Sizes',
    material: 'Material',
    feature: 'Features',
    occasion: 'For',
    recipient: 'Gift for',
  },
  notes: {
    'more-than-bought': 'You asked to return more than is left of the order; this covers what is left.',
    'gift-to-return': 'Please send the free gift back too: what you keep no longer earns it.',
    'gift-deducted':
      'What you keep no longer earns the free gift: its price is taken off the refund, and you get it back when the gift comes back.',
    'discount-taken-back': 'What you keep no longer earns your deal, so the discount on it is taken off the refund.',
    'code-stays-used': 'The code stays used: codes come back only when an order is cancelled before it ships.',
    'falls-below-threshold':
      'What you keep no longer reaches the threshold of your deal. The part of the discount that belongs to what goes back is taken off this refund; nothing more is taken back.',
    'below-free-shipping': 'What you keep is less than ships free; you are not charged for shipping afterwards.',
    'shipping-refunded': 'The delivery fee is refunded too.',
    'everything-returned': 'With this the whole order goes back.',
  },
  deduction: {
    discount: amount => `${amount} of the discount is taken back: what you keep no longer earns it.`,
    shipping: amount => `${amount} of delivery is taken back: what you keep no longer earns free delivery.`,
    gift: (amount, gift) => `The free gift (${gift}) is taken off at ${amount}; send it back and you get that too.`,
  },
  reason: (reason, wording) => {
    switch (reason.kind) {
      case 'bought-with':
        return `Because you bought or viewed ${nameOf(reason.because, wording)}`;
      case 'similar-shoppers':
        return 'Liked by shoppers with a similar taste';
      case 'buy-again':
        return reason.timesBought === 1 ? 'You bought it before' : `You bought it ${reason.timesBought} times`;
      case 'stated':
        return `You said: ${reason.slot === 'category' ? categoryName(reason.value, wording) : reason.value}`;
      case 'popular':
        return 'Popular right now';
    }
  },
};
