/** Which turns need which reads, by what they want. */
import type { Intent } from '../turn.ts';

/** Turns that speak about things to buy: products are shown and an offer may be decided. */
export const shopping: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'stock',
  'recommend',
  'deals',
  'better-deal',
  'view-cart',
  'state-preference',
  'unclear',
]);
export const searching: ReadonlySet<Intent> = new Set([
  'product-search',
  'recommend',
  'state-preference',
  'unclear',
  'product-details',
  'stock',
]);
/** Where a thing that is not sold may have been asked for. */
export const wishing: ReadonlySet<Intent> = new Set([...searching, 'question', 'add-to-cart']);
/** Taken for a question about deals on a likeness alone: no word of one is in it. */
export const soundsLikeDeal = (intent: Intent, text: string): boolean =>
  (intent === 'deals' || intent === 'better-deal') &&
  !/deal|offer|discount|pric|cheap|sale|promo|code|coupon|voucher|off\b|save|less|lower|better|more|优惠|折|便宜|活动|券|减|价|少|低|贵|划算|促销/i.test(
    text,
  );
export const answering: ReadonlySet<Intent> = new Set(['question', 'unclear', 'promotion-question']);
export const speaksOfPromotions: ReadonlySet<Intent> = new Set(['promotion-question', 'deals', 'better-deal']);

/** What was bought matters to whoever buys, and to whoever asks about it. */
export const wantsOrders = (intent: Intent): boolean =>
  shopping.has(intent) ||
  ['why-product', 'greeting', 'order-status', 'start-return', 'cancel-order', 'about-me', 'reorder'].includes(intent);
