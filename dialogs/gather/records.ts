/** What is stored of this shopper and this conversation, as far as the turn needs it. */
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { BrowseEvent, Cart, Order } from '../../knowledge/domain/order.ts';
import type { ProfileFact, Shopper } from '../../knowledge/domain/shopper.ts';
import type { ShopperSignal } from '../../models/types.ts';
import type { ConversationMemory } from '../memory.ts';
import { mostOrdersRead } from '../orders-then.ts';
import { proveOrder } from '../prove-order.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { asksOfDeals } from '../understand/ground/asks.ts';
import { asksOwnOrders } from './asked-on-ground.ts';
import type { Attempts } from './attempts.ts';
import { speaksOfOwn } from './bought-meant.ts';
import { readKept } from './kept.ts';
import { asksOfOrder } from './matter.ts';
import { offerMeant, orderClaim } from './meant.ts';
import { readsOwnOrders } from './own-orders.ts';
import { readSignals } from './signals.ts';
import { fresh, stranger } from './unstored.ts';
import { searching, shopping, wantsOrders } from './wanted.ts';

/** So many messages on it may be told which order goods are in that came broken, or not at all. */
const claimLasts = 3;
/** The latest looks at products: what was looked at this minute counts in this minute's list. */
const looksRead = 50;

/** What is left out has not been read; no cart is null. */
export interface KnownFacts {
  readonly conversation?: Conversation | undefined;
  readonly cart?: Cart | null | undefined;
}

export interface Records {
  readonly shopper: Shopper;
  readonly conversation: Conversation;
  readonly profile: readonly ProfileFact[];
  /** Newest first, also of who is not signed in: of them nothing is told. */
  readonly orders: readonly Order[];
  readonly cart: Cart | null;
  readonly openOffers: readonly Offer[];
  /** The offer that was tapped or named; null: none was, or there is none. */
  readonly namedOffer: Offer | null;
  readonly order: Awaited<ReturnType<typeof proveOrder>> | null;
  /** The conversations that wait for a person, first come first. */
  readonly queue: readonly Conversation[];
  /** The latest looks and what came up beside; empty for whoever agreed to no profile. */
  readonly looks: readonly BrowseEvent[];
  readonly beside: readonly ShopperSignal[];
  readonly kept: TurnFacts['kept'] | null;
}

/** Reads side by side whatever does not wait for another; what is `known` is not read again. */
export const readRecords = async (
  turn: Turn,
  understanding: Understanding,
  memory: ConversationMemory,
  { stores, models }: Pick<DialogServices, 'stores' | 'models'>,
  known: KnownFacts,
  { attempt, unavailable }: Attempts,
): Promise<Records> => {
  const { intent } = understanding;
  const now = turn.at;
  const offerId = offerMeant(turn, memory);
  const [storedShopper, storedConversation, profile, orders, cart, openOffers, order, waiting, browsed, signals, kept] =
    await Promise.all([
      attempt('shopper', () => stores.shoppers.get(turn.shopper), null),
      known.conversation ?? attempt('conversation', () => stores.conversations.get(turn.conversation), null),
      attempt('profile', () => stores.facts.active(turn.shopper, now), []),
      wantsOrders(intent) ||
      understanding.missing ||
      // What is asked may be asked of an order that was told.
      (turn.signedIn && understanding.ask !== undefined) ||
      understanding.slow ||
      (turn.signedIn && understanding.awaits) ||
      understanding.claims ||
      understanding.own ||
      (turn.signedIn && understanding.ask === 'show-more') ||
      (turn.signedIn && understanding.ask !== undefined && memory.orderTold !== undefined) ||
      (turn.signedIn && memory.claim !== undefined && memory.turns - memory.claim.at <= claimLasts) ||
      readsOwnOrders(turn, understanding, memory) ||
      (turn.signedIn && understanding.ask !== undefined && asksOfDeals.has(understanding.ask)) ||
      asksOfOrder(understanding, memory) ||
      asksOwnOrders(turn, understanding) ||
      (turn.signedIn && speaksOfOwn(understanding.said ?? ''))
        ? attempt('orders', () => stores.orders.ofShopper(turn.shopper, mostOrdersRead), [])
        : [],
      known.cart === undefined ? attempt('cart', () => stores.carts.ofShopper(turn.shopper), null) : known.cart,
      attempt('offers', () => stores.offers.open(turn.shopper, now), []),
      intent === 'order-status'
        ? attempt('orders', () => proveOrder(orderClaim(turn, understanding), turn, stores.orders), null)
        : null,
      intent === 'person' || intent === 'yes' || intent === 'complaint'
        ? attempt('queue', () => stores.conversations.waiting(), [])
        : [],
      shopping.has(intent) || intent === 'why-product'
        ? attempt('browsing', () => stores.browsing.recent(turn.shopper, looksRead), [])
        : [],
      models.current().recommender.readsSignals === true && (searching.has(intent) || intent === 'why-product')
        ? attempt('signals', () => readSignals(stores, turn.shopper), [])
        : [],
      intent === 'about-me' ? attempt('kept', () => readKept(stores, turn.shopper), null) : null,
    ]);
  const shopper = storedShopper ?? stranger(turn, understanding, !unavailable.includes('shopper'));
  const conversation = storedConversation ?? fresh(turn, understanding);
  // Mostly the offer meant is one that stands, which was read with the others.
  const standing = openOffers.find(offer => offer.id === offerId);
  const namedOffer = standing ?? (offerId ? await attempt('offers', () => stores.offers.get(offerId), null) : null);
  const queue =
    conversation.owner === 'waiting' && waiting.length === 0
      ? await attempt('queue', () => stores.conversations.waiting(), [])
      : waiting;
  // Who agreed to no profile is not known by looks and questions either.
  const [looks, beside] = shopper.consent.profile ? [browsed, signals] : [[], []];
  return { shopper, conversation, profile, orders, cart, openOffers, namedOffer, order, queue, looks, beside, kept };
};

/** The queue as the shopper counts it: their own place when waiting, else how many are before them. */
export const queuePosition = ({ id }: Conversation, waiting: readonly Conversation[]): number => {
  const place = waiting.findIndex(one => one.id === id);
  return place >= 0 ? place + 1 : waiting.length;
};
