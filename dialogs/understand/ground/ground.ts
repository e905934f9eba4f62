/** What lies before the shopper: what a short question that names nothing is asked of. */
import type { OfferId, ProductId } from '../../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

export type Ground =
  | { readonly kind: 'nothing' }
  /** Several things, none of them spoken of since. */
  | { readonly kind: 'list'; readonly products: readonly ProductId[] }
  /** The one that is looked at, or the only one that was shown. */
  | { readonly kind: 'one'; readonly product: ProductId }
  /** What it holds, or a code or a deal on it, was told of or changed just now, by `last`; and it holds something. */
  | { readonly kind: 'cart'; readonly last: Intent }
  /** A deal was offered just now. */
  | { readonly kind: 'offer'; readonly offer: OfferId }
  /** What of an order could be bought again was laid out just now. */
  | { readonly kind: 'again'; readonly products: readonly ProductId[] }
  /** The order that was told of just now. */
  | { readonly kind: 'order'; readonly number: string }
  /** Deals or their rules were told of just now. */
  | { readonly kind: 'deals' }
  /** Something of the shop's pages, or that no page tells it. */
  | { readonly kind: 'page' }
  /** What was wished for is not sold. */
  | { readonly kind: 'unsold'; readonly what: string };

export type GroundKind = Ground['kind'];

const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'change-quantity', 'view-cart']);
const ofDeals: ReadonlySet<Intent> = new Set([
  'deals',
  'better-deal',
  'promotion-question',
  'apply-code',
  'apply-offer',
  'decline-offer',
  'why-offer',
]);
const ofOrders: ReadonlySet<Intent> = new Set(['order-status', 'start-return', 'cancel-order']);

/** Of the message before this one. */
const isJustNow = (at: number | undefined, { turns }: ConversationMemory): boolean =>
  at !== undefined && turns - at <= 1;

/** The goods that were shown or spoken of, whatever was said since. */
export const goodsBefore = ({
  focus,
  shown,
}: Pick<ConversationMemory, 'focus' | 'shown'>): Extract<Ground, { kind: 'nothing' | 'one' | 'list' }> => {
  if (focus !== undefined) return { kind: 'one', product: focus };
  const [first, ...others] = shown;
  if (first === undefined) return { kind: 'nothing' };
  return others.length === 0 ? { kind: 'one', product: first } : { kind: 'list', products: shown };
};

/** A deal is offered on the cart as well; `hasCart`: it holds something. While a flow waits, that is what is spoken of. */
export const isOfCart = ({ kind }: Ground, { waits }: Pick<ConversationMemory, 'waits'>, hasCart: boolean): boolean =>
  hasCart && waits === undefined && (kind === 'cart' || kind === 'offer');

/** By what was said last; `hasCart`: the cart holds something. */
export const groundOf = (memory: ConversationMemory, hasCart: boolean): Ground => {
  const { lastIntent, offer, offerAt, orderTold, missing, shown } = memory;
  if (missing && isJustNow(missing.at, memory)) return { kind: 'unsold', what: missing.what };
  if (offer !== undefined && isJustNow(offerAt, memory)) return { kind: 'offer', offer };
  if (lastIntent === 'reorder' && shown.length > 0) return { kind: 'again', products: shown };
  if (lastIntent && ofOrders.has(lastIntent) && orderTold && isJustNow(orderTold.at, memory))
    return { kind: 'order', number: orderTold.number };
  if (lastIntent && ofCart.has(lastIntent) && hasCart) return { kind: 'cart', last: lastIntent };
  if (lastIntent && ofDeals.has(lastIntent)) return hasCart ? { kind: 'cart', last: lastIntent } : { kind: 'deals' };
  if (lastIntent === 'question') return { kind: 'page' };
  return goodsBefore(memory);
};
