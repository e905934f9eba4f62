import type { ReplyPart } from '../../reply.ts';

/**
 * Which parts of a reply a language model may put in other words. `never`: prices, deals, codes, carts, orders, refunds,
 * places in a line, consent and what was noted are said as they are. The compiler counts the kinds, so that a new one
 * has to be decided on here.
 */
export const mayRephrase = {
  // It opens a conversation: nobody waits for it, and the tone file has a say in it.
  greeting: 'never',
  thanks: 'rephrase',
  'all-right': 'rephrase',
  goodbye: 'rephrase',
  help: 'never',
  // Who is talking is said plainly.
  identity: 'never',
  'shop-talk': 'never',
  cancelled: 'rephrase',
  answer: 'rephrase',
  'part-unknown': 'rephrase',
  'page-says-no-more': 'never',
  'no-more-to-tell': 'never',
  'dont-know': 'rephrase',
  unclear: 'rephrase',
  'which-topic': 'never',
  orders: 'never',
  order: 'never',
  'no-orders': 'rephrase',
  'claim-of': 'never',
  'claim-which': 'never',
  'claim-wish': 'never',
  'order-not-found': 'rephrase',
  products: 'rephrase',
  'nothing-found': 'rephrase',
  product: 'rephrase',
  // A reason is a fact about the shopper and the model.
  'why-product': 'never',
  'which-product': 'rephrase',
  cart: 'never',
  'add-on': 'never',
  'no-add-on': 'never',
  'to-free-delivery': 'never',
  'new-total': 'never',
  'which-size': 'never',
  'cart-empty': 'rephrase',
  'added-to-cart': 'rephrase',
  'removed-from-cart': 'never',
  'quantity-changed': 'never',
  'which-to-change': 'rephrase',
  'too-few-left': 'never',
  'which-to-remove': 'rephrase',
  // A yes or a no about goods is said as their attributes have it.
  'product-answer': 'never',
  'product-says': 'never',
  'each-says': 'never',
  'each-comes': 'never',
  'each-in-stock': 'never',
  'each-size': 'never',
  'sizes-of-kinds': 'never',
  'less-than': 'never',
  'least-of': 'never',
  apart: 'never',
  'only-of-kind': 'never',
  pick: 'never',
  'compare-with': 'never',
  'more-orders': 'never',
  'pick-open': 'never',
  'how-good': 'never',
  'no-medical-advice': 'never',
  'product-choices': 'never',
  'by-degree': 'never',
  'made-for': 'never',
  'out-of-stock': 'never',
  offer: 'never',
  'no-offer': 'never',
  'offer-applied': 'never',
  'offer-declined': 'rephrase',
  'offer-refused': 'never',
  'deal-terms': 'never',
  'deal-fact': 'never',
  'deal-covers': 'never',
  'deals-together': 'never',
  'deal-combines': 'never',
  stacking: 'never',
  'which-deal': 'never',
  'deals-running': 'never',
  'deals-of-kind': 'never',
  'deal-trace': 'never',
  'ask-code': 'never',
  'code-applied': 'never',
  'code-waiting': 'never',
  'code-removed': 'never',
  'no-code-on-cart': 'never',
  'why-offer': 'never',
  'no-better-deal': 'never',
  'counter-offer': 'never',
  'about-me': 'never',
  noted: 'never',
  forgotten: 'never',
  'changed-mind': 'never',
  'which-to-forget': 'never',
  'opted-out': 'never',
  'opted-in': 'never',
  'ask-forget': 'never',
  sorry: 'rephrase',
  'own-spend': 'never',
  'refund-state': 'never',
  'no-return': 'never',
  'own-warranty': 'never',
  'own-paid': 'never',
  'own-parts': 'never',
  'delivery-of': 'never',
  'delivery-each': 'never',
  'all-would-cost': 'never',
  'with-offer': 'never',
  'orders-cost': 'never',
  'order-arrival': 'never',
  'order-wrap': 'never',
  'order-to-place': 'never',
  'orders-sum': 'never',
  'own-invoice': 'never',
  'own-refund': 'never',
  'own-unseen': 'never',
  'others-order': 'never',
  'to-others': 'never',
  'number-meant': 'never',
  'own-address': 'never',
  'delivery-told': 'never',
  queued: 'never',
  'still-queued': 'never',
  'desk-closed': 'never',
  'contact-noted': 'never',
  unavailable: 'never',
  'message-cut': 'never',
  'ask-order-number': 'rephrase',
  'ask-email': 'never',
  'ask-which-order': 'rephrase',
  'not-in-orders': 'never',
  'ask-which-lines': 'never',
  'return-window': 'never',
  'ask-reason': 'never',
  'return-preview': 'never',
  'opened-by-person': 'never',
  'exchange-by-person': 'never',
  'number-lost': 'rephrase',
  'return-done': 'never',
  'return-refused': 'never',
  'change-too-late': 'never',
  comparison: 'never',
  'would-cost': 'never',
  'adds-up': 'never',
  'with-wrap': 'never',
  'figure-checked': 'never',
  advice: 'never',
  'order-would-cost': 'never',
  again: 'never',
  'again-unknown': 'rephrase',
  'cancel-preview': 'never',
  'cancel-done': 'never',
  'cancel-refused': 'never',
  'not-sold': 'never',
  'no-cure': 'rephrase',
  'price-now': 'never',
  'comes-off': 'never',
  'list-comes-off': 'never',
  'with-one-more': 'never',
  'deal-catch': 'never',
  'no-catch': 'never',
  'cancel-no-catch': 'never',
  'deal-valid': 'never',
  'return-terms': 'never',
  'cancel-until': 'never',
  'price-valid': 'never',
  'deal-and-code': 'never',
  'one-code': 'never',
  'no-code-on-order': 'never',
  'order-saved': 'never',
  'order-closed': 'never',
  'why-again': 'never',
  'why-order': 'never',
  'why-returnable': 'never',
  'why-number': 'never',
  'better-of-kind': 'never',
  'of-what': 'never',
  'how-to-order': 'never',
  'spend-counting': 'never',
  'yours-to-tick': 'never',
  'sign-in-for-refund': 'never',
  'yours-to-unsubscribe': 'never',
  stuck: 'never',
  'what-for': 'never',
  'sorry-first': 'rephrase',
  'offer-person': 'rephrase',
  'back-to': 'never',
  'in-turn': 'never',
  'on-to': 'never',
  'set-aside': 'never',
} as const satisfies Readonly<Record<ReplyPart['kind'], 'never' | 'rephrase'>>;

/** One part of a reply in the template's words. */
export interface Spoken {
  readonly kind: ReplyPart['kind'];
  readonly text: string;
}

export interface Stretch {
  /** Positions in the reply: from, and up to but not including. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Shorter than this there is nothing to put in other words. */
const worthwhile = 12;

/** The longest row of neighbouring parts that may be put in other words, as one text; null: there is none. */
export const stretchOf = (spoken: readonly Spoken[]): Stretch | null => {
  let best: Stretch | null = null;
  for (let from = 0; from < spoken.length; from++) {
    let to = from;
    while (to < spoken.length && mayRephrase[spoken[to]!.kind] === 'rephrase') to++;
    if (to === from) continue;
    const text = spoken
      .slice(from, to)
      .map(s => s.text)
      .filter(Boolean)
      .join('\n\n');
    if (text.length >= worthwhile && text.length > (best?.text.length ?? 0)) best = { from, to, text };
    from = to;
  }
  return best;
};
