import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney, subtract } from '../../knowledge/domain/money.ts';
import { inSize } from '../../knowledge/domain/order.ts';
import { wishInWords } from '../../knowledge/profile/describe.ts';
import { adviceEn } from './advice.ts';
import { attributeText } from './attribute-text.ts';
import { byDegreeEn } from './by-degree.ts';
import { comparisonEn } from './comparison.ts';
import { eachComesEn } from './each-comes.ts';
import { insteadEn } from './instead.ts';
import { labelsEn } from './labels-en.ts';
import { madeForEn } from './made-for.ts';
import { modelsEn } from './models-told.ts';
import {
  inRange,
  isNamed,
  list,
  nearestTo,
  none,
  saidByPages,
  shelves,
  sizedFirst,
  toldOfThem,
  unprovedOfThem,
} from './phrases-en.ts';
import { productAnswerEn } from './product-answers.ts';
import { productChoicesEn } from './product-choices.ts';
import { eachSaysEn, productSaysEn } from './product-says.ts';
import { abroadEn } from './sent-abroad.ts';
import { madeForKids } from './unsaid.ts';
import { piecesEn, piecesOverEn, wholeSetEn } from './whole-set.ts';
import { whomForEn } from './whom-for.ts';
import type { Words } from './words.ts';

export const shoppingWordsEn = {
  products: (p, w) => {
    if (p.heading === 'nearest') return '';
    if (p.heading === 'unsaid')
      return p.found.length === 1
        ? `Its page doesn't say that; this is the one we have.`
        : `Their pages don't say that; these are the ones we have.`;
    const left = p.relaxed.filter(isNamed);
    const unproved = unprovedOfThem(p.relaxed);
    const told = p.relaxed.includes('text') ? '' : toldOfThem(p.relaxed, p.found.length);
    const missed = list(left.map(none));
    const apart = left.filter(key => !p.instead?.gained.includes(key));
    const droppedOf = (keys: readonly string[]): string =>
      keys.length > 0 ? ` I found none ${list(keys.map(none))}, so that is left out.` : '';
    const dropped = droppedOf(left);
    const sized = p.sized ? sizedFirst(p.sized, p.found.length) : '';
    const grownUp = p.grownUp
      ? p.found.length === 1
        ? " It isn't made for children."
        : ' None of these is made for children.'
      : '';
    const says = grownUp + saidByPages(p.says ?? [], p.found.length) + sized;
    const within = p.beyond && p.budget ? `what costs ${formatMoney(p.budget)} or less` : undefined;
    const nearest = p.relaxed.includes('text') ? undefined : nearestTo(p.relaxed, p.found.length, within, p.sized);
    const relaxed =
      unproved + told + dropped + says !== ''
        ? told + says + unproved + dropped
        : p.relaxed.includes('unmarked:vegan')
          ? ` Where a page doesn't say “vegan”, it names no material that comes from an animal.`
          : '';
    if (p.heading === 'search') {
      const one = p.found.length === 1;
      if (p.lacks !== undefined)
        return `No others are said to be “${p.lacks}”. Of that kind there ${one ? 'is this one' : 'are these'} besides what you have seen.`;
      if (p.wholeSet)
        return wholeSetEn(
          p.wholeSet,
          p.found.map(one => one.product),
        );
      if (p.only) return `This is the only one we have of that kind, so there is no other to tell it from.${relaxed}`;
      if (p.byPrice && !p.relaxed.includes('text'))
        return `${p.byPrice === 'least' ? 'The cheapest' : 'The most expensive'} that fits is the ${inLanguage(p.found[0]!.product.name, 'en')}, at ${formatMoney(p.found[0]!.product.price)}.${one ? '' : ' The others follow it in price.'}${relaxed}`;
      if (p.relaxed.includes('around') && p.around)
        return `Nothing like that costs around ${formatMoney(p.around)}; ${one ? 'this comes' : 'these come'} nearest in price.${relaxed}`;
      const price = p.between ? inRange(p.between) : p.budget && `${formatMoney(p.budget)} or less`;
      if (p.relaxed.includes('off-price') && price)
        return `Nothing like that costs ${price}; ${one ? 'this comes' : 'these come'} nearest in price.${relaxed}`;
      if (p.relaxed.includes('text')) {
        return `Nothing here matches your words exactly; ${one ? 'this comes' : 'these come'} closest.${relaxed}`;
      }
      if (p.beyond && p.budget && left.length > 0)
        return `At ${formatMoney(p.budget)} or less I found none ${missed}: that starts at ${formatMoney(p.beyond.price)}, with the ${inLanguage(p.beyond.name, 'en')}. ${one ? 'This one stays' : `These ${p.found.length} stay`} within your budget.${unproved}${told}`;
      // Its card stands beside the others.
      const dearer =
        p.beyond && p.budget
          ? ` The ${inLanguage(p.beyond.name, 'en')} is nearer to the rest of what you said, at ${formatMoney(p.beyond.price)}.`
          : '';
      const budget = price ? ` and ${one ? 'costs' : 'cost'} ${price}` : '';
      const pieces = p.pieces ? piecesEn(p.pieces) : '';
      const around = p.around ? `, at around ${formatMoney(p.around)}` : '';
      const forWhom = p.forWhom ? ` as something for ${wishInWords(p.forWhom, 'en', w.shop)}` : '';
      if (nearest && p.beyond && p.budget)
        return `${nearest}. The ${inLanguage(p.beyond.name, 'en')} is, at ${formatMoney(p.beyond.price)}.${unproved}${dropped}`;
      if (p.instead && !nearest)
        return `${insteadEn({ found: p.found, instead: p.instead }, price ? ` for ${price}` : '')}${told}${says}${unproved}${droppedOf(apart)}`;
      // No child fits into what is made for grown-ups.
      if (p.otherAge || left.includes(madeForKids)) {
        const lacking = p.otherAge ? 'listed for a child of that age' : 'made for children';
        const rest = `${told}${says}${unproved}${droppedOf(left.filter(key => key !== madeForKids))}`;
        return `I found none ${lacking}; ${one ? 'this one comes' : `these ${p.found.length} come`} nearest${price ? `, at ${price}` : ''}.${rest}${dearer}`;
      }
      const counted = nearest ? undefined : modelsEn(p, forWhom, budget);
      if (counted) return `${counted}${pieces}${relaxed}${dearer}`;
      const alone = p.ofKind ? `; it's the only one of its kind we have` : '';
      if (nearest) return `${nearest}${budget}.${relaxed}${dearer}`;
      const fits = `${one ? 'his one fits' : `hese ${p.found.length} fit`}${forWhom}${around}${budget}${alone}.${pieces}`;
      return left.length > 0
        ? `I found none ${missed}; apart from that t${fits}${told}${says}${unproved}${dearer}`
        : `T${fits}${relaxed}${dearer}`;
    }
    const budget = p.budget ? `, at ${formatMoney(p.budget)} or less` : '';
    if (p.relaxed.includes('around') && p.around)
      return `Nothing like that costs around ${formatMoney(p.around)}; nearest in price:${relaxed}`;
    if (p.heading === 'newest')
      return `${p.found.length === 1 ? 'This came' : `These ${p.found.length} came`} in last${budget}.${relaxed}`;
    if (p.heading === 'popular')
      return `These are what others buy most${budget}. Tell me what you like and I'll get closer.${relaxed}`;
    return `Picked for you${budget}:${relaxed}`;
  },
  'nothing-found': (p, w) =>
    p.budget
      ? `${p.others ? 'No others that fit' : 'I have nothing that fits'} for ${formatMoney(p.budget)} or less${p.beyond ? `; ${p.others ? 'the next' : 'the least'} is ${formatMoney(p.beyond.price)}, for the ${inLanguage(p.beyond.name, 'en')}${p.pieces ? piecesOverEn(p.pieces) : ''}` : ''}. Should we look a little wider?`
      : p.others
        ? `No others: that is all there is. Apart from what you have seen I have nothing of that kind. What else may I look for?`
        : `I have nothing that fits that. ${shelves(w)}Could you describe it another way?`,
  'not-sold': (p, w) =>
    p.still
      ? `We don't sell “${p.what}” of any sort, I'm afraid. May I show you something else?`
      : p.nearest
        ? `We don't sell that (“${p.what}”). What comes nearest on our shelves:`
        : `We don't sell that (“${p.what}”). ${p.beside ? '' : shelves(w)}`.trim(),
  product: (p, w) => {
    const name = inLanguage(p.product.name, 'en');
    if (p.aspect === 'stock') {
      if (p.product.stock === null) return `${name} can be ordered.`;
      return p.product.stock === 0
        ? `${name} is sold out at the moment.`
        : `${name} is in stock: ${p.product.stock} left${p.ofAllSizes ? ' in all sizes together' : ''}, at ${formatMoney(p.product.price)}.`;
    }
    return `${name}, ${formatMoney(p.product.price)}. ${inLanguage(p.product.description, w.language)}`;
  },
  comparison: comparisonEn,
  again: p => {
    const gone =
      p.missing > 0
        ? ` ${p.missing === 1 ? 'One thing' : `${p.missing} things`} of it can't be had at the moment.`
        : '';
    return p.products.length === 0
      ? `What you bought in order ${p.order.number} can't be had at the moment.`
      : p.colour === 'other'
        ? `This is what you bought in order ${p.order.number}, in the colour you asked for.${gone} Shall I put it in your cart?`
        : p.colour === 'none'
          ? `It doesn't come in that colour: this is what you bought in order ${p.order.number}.${gone} Shall I put it in your cart as it is?`
          : `This is what you bought in order ${p.order.number}, at today's prices.${gone} Shall I put it in your cart?`;
  },
  'again-unknown': p =>
    p.signedIn
      ? p.ofKind
        ? `I see nothing of that kind among your orders. What should it be like? I'll look for it.`
        : `You have no earlier order that I could repeat. What was it that you'd like?`
      : `I can see earlier orders only when you're signed in. What was it? I'll look for it.`,
  'why-product': (p, w) => {
    const name = p.beside ? `I'd take the ${inLanguage(p.product.name, 'en')}` : inLanguage(p.product.name, 'en');
    const asked = [...new Set(p.fits.filter(f => f.slot !== 'recipient').map(f => wishInWords(f, 'en', w.shop)))];
    const forWhom = p.fits.find(f => f.slot === 'recipient');
    const fits = [...(forWhom ? [`something for ${wishInWords(forWhom, 'en', w.shop)}`] : []), ...asked];
    const asFits = fits.length > 0 ? ` You asked for ${list(fits)}, and it is that.` : '';
    // "Liked by …" as a card says it, as the end of a sentence.
    const reason = p.reason ? ` ${labelsEn.reason(p.reason, w).replace(/[.]?$/, '.')}` : '';
    return asFits || reason
      ? `${name}:${asFits}${reason}`
      : `${name}: it comes closest to the words you used. Nothing I know of you had a part in it.`;
  },
  'which-product': p =>
    p.of && p.of.length > 1
      ? `Which of these would you like${p.quantity ? ` ${p.quantity} of` : ''}? Its colour, its size or its place in the list will do.`
      : `Which product do you mean? Give me its name, or the number in the list.`,
  cart: p => {
    const named = (gift: boolean, worth: (amount: string) => string): string =>
      (p.deals ?? [])
        .filter(d => (d.gift ?? false) === gift)
        .map(d => `“${inLanguage(d.name, 'en')}” (${worth(formatMoney(d.saves))})`)
        .join(', ');
    const off = named(false, amount => `−${amount}`);
    const gifts = named(true, amount => `a gift worth ${amount}`);
    return `Your cart comes to ${p.abroad ? abroadEn(p.abroad) : `${formatMoney(p.total)}, delivery included`}.${off ? ` Taken off already: ${off}.` : ''}${gifts ? ` Comes with it: ${gifts}.` : ''}${p.ordering ? ' To order, open the cart in the shop and choose “Check out”.' : ''}`;
  },
  'with-wrap': ({ fee, total }) =>
    `With gift wrapping, at ${formatMoney(fee)} per parcel: ${formatMoney(total)} in all.`,
  'figure-checked': ({ said, is, total }) =>
    is === null
      ? `Not quite: it comes to ${formatMoney(total)} in all.`
      : `Yes, ${formatMoney(said)} ${{ total: 'in all', delivery: 'for the delivery', wrap: 'for the wrapping' }[is]}${is === 'total' ? '' : `; ${formatMoney(total)} in all`}.`,
  'adds-up': ({ terms: [one, other], total, isRight }) =>
    `${isRight ? 'Yes' : 'Not quite'}: ${formatMoney(one)} and ${formatMoney(other)} make ${formatMoney(total)}.`,
  'would-cost': p => {
    const goods = p.lines.map(
      l => `${l.quantity > 1 ? `${l.quantity} × ` : ''}${inLanguage(l.product.name, 'en')}: ${formatMoney(l.price)}`,
    );
    const off = p.deals.filter(d => !d.gift).map(d => `“${inLanguage(d.name, 'en')}” (−${formatMoney(d.saves)})`);
    const gifts = p.deals.filter(d => d.gift).map(d => `“${inLanguage(d.name, 'en')}” (worth ${formatMoney(d.saves)})`);
    return [
      ...(p.short ? [`Only ${p.short.left} of the ${inLanguage(p.short.product.name, 'en')} are left.`] : []),
      ...(p.hour === undefined ? [] : [`Ordered at ${p.hour} by the shop's clock:`]),
      `${goods.join('; ')}.`,
      ...(off.length > 0 ? [`Taken off by itself: ${off.join(', ')}.`] : []),
      ...(gifts.length > 0 ? [`Comes with it: ${gifts.join(', ')}.`] : []),
      p.abroad
        ? p.abroadFor
          ? `If it can be sent there, delivery costs ${formatMoney(p.abroadFor.fee)}: ${formatMoney(p.abroadFor.total)} in all.`
          : `${formatMoney(p.goods)} in all; delivery to where you are comes on top.`
        : `${p.shipping.minor === 0 ? 'Delivery is free' : `Delivery costs ${formatMoney(p.shipping)}`}: ${formatMoney(p.total)} in all.`,
      ...(p.asksOff && p.deals.length === 0 ? ['Nothing comes off for that by itself.'] : []),
    ].join(' ');
  },
  'order-would-cost': p => {
    const { deals = [] } = p;
    const off = deals.filter(d => !d.gift).map(d => `“${inLanguage(d.name, 'en')}” (−${formatMoney(d.saves)})`);
    const gifts = deals.filter(d => d.gift).map(d => `“${inLanguage(d.name, 'en')}”`);
    const by = off.length > 0 ? `, less ${list(off)}` : '';
    const beside = [
      ...(gifts.length > 0 ? [`${list(gifts)} comes with it.`] : []),
      ...(p.deals && p.deals.length === 0 ? ['No deal on all goods takes anything off that.'] : []),
      ...(p.deals === undefined
        ? ['Deals on the goods come off that.']
        : p.others
          ? ['A deal on certain goods may come on top.']
          : []),
    ].join(' ');
    if (p.abroadFor)
      return `Goods for ${formatMoney(p.goods)}${by}, and ${formatMoney(p.abroadFor.fee)} for the delivery, come to ${formatMoney(p.abroadFor.total)}. ${beside}`.trim();
    if (p.ofDelivery && !p.abroad && p.freeFrom && (by === '' || p.shipping.minor === 0))
      return p.shipping.minor === 0
        ? `${formatMoney(p.goods)} is enough: delivery is free from ${formatMoney(p.freeFrom)}.`
        : `${formatMoney(p.goods)} isn't enough for free delivery, which starts at ${formatMoney(p.freeFrom)}: with ${formatMoney(p.shipping)} delivery it comes to ${formatMoney(p.total)}.`;
    if (p.abroad)
      return `Goods for ${formatMoney(p.goods)}${by} come to ${formatMoney(subtract(p.total, p.shipping))}; delivery to where you are comes on top. ${beside}`.trim();
    if (p.shipping.minor === 0 && by === '')
      return `${formatMoney(p.total)} in all: delivery is free from ${formatMoney(p.freeFrom ?? p.goods)}. ${beside}`.trim();
    const free = p.freeFrom ? `; it's free from ${formatMoney(p.freeFrom)}` : '';
    return p.shipping.minor === 0
      ? `Goods for ${formatMoney(p.goods)}${by} come to ${formatMoney(p.total)} in all, delivery free. ${beside}`.trim()
      : `${formatMoney(p.goods)}${by} and ${formatMoney(p.shipping)} delivery come to ${formatMoney(p.total)}${free}. ${beside}`.trim();
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
  'new-total': p =>
    `Your total is now ${p.abroad ? abroadEn(p.abroad) : `${formatMoney(p.total)}, delivery included`}.`,
  'which-size': p =>
    p.now === undefined
      ? `Which size of it would you like? It comes in ${attributeText('size', p.sizes, 'en')}.`
      : `Yes, it is only in your cart: which size would you like instead of ${p.now.toUpperCase()}? It comes in ${attributeText('size', p.sizes, 'en')}.`,
  'cart-empty': p =>
    p.toCount
      ? `Your cart is empty. Put in what you want, and I'll work out how much is missing and what comes off.`
      : p.ordering
        ? `Your cart is empty. Tell me what to put in; then open the cart in the shop and choose “Check out”.`
        : `Your cart is empty. Tell me what to put in, by its name or its place in the list.`,
  'added-to-cart': p =>
    p.inCart !== undefined
      ? `That's ${p.inCart} × ${inLanguage(inSize(p.product.name, p.size), 'en')} in your cart now.`
      : p.quantity === undefined
        ? `${inLanguage(inSize(p.product.name, p.size), 'en')} is in your cart.`
        : `${p.quantity} × ${inLanguage(inSize(p.product.name, p.size), 'en')} are in your cart.`,
  'quantity-changed': p => `That's ${p.quantity} × ${inLanguage(p.product.name, 'en')} in your cart now.`,
  'removed-from-cart': p => {
    const names = list(p.products.map(product => inLanguage(product.name, 'en')));
    return p.quantity === undefined
      ? `${names} ${p.products.length === 1 ? 'is' : 'are'} out of your cart.`
      : `I took ${p.quantity} × ${names} out of your cart.`;
  },
  'which-to-remove': p =>
    `Which of these should go? In your cart: ${list(p.products.map(product => inLanguage(product.name, 'en')))}.`,
  'which-to-change': p =>
    `How many of which? In your cart: ${list(p.products.map(product => inLanguage(product.name, 'en')))}.`,
  'too-few-left': p =>
    `There ${p.left === 1 ? 'is' : 'are'} only ${p.left} of ${inLanguage(p.product.name, 'en')} left, so I ${p.beside ? (p.left === 1 ? 'left it out' : 'left those out') : 'left your cart as it was'}.`,
  'product-answer': productAnswerEn,
  'product-says': productSaysEn,
  'each-says': eachSaysEn,
  'each-comes': eachComesEn,
  'product-choices': productChoicesEn,
  'by-degree': byDegreeEn,
  advice: adviceEn,
  'made-for': madeForEn,
  'whom-for': whomForEn,
  'out-of-stock': p => `${inLanguage(p.product.name, 'en')} has just sold out, so I couldn't add it.`,
} satisfies Partial<Words>;
