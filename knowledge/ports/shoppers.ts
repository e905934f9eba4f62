/** Who shops: persons, what they said of themselves, their carts and what they looked at. */
import type { CartId, FactId, OfferId, ProductId, ShopperId } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';
import type { BrowseEvent, Cart, CartLine, MentionTally, ProductMention, ProductRating } from '../domain/order.ts';
import type { Consent, ProfileFact, Shopper } from '../domain/shopper.ts';

export interface ShopperStore {
  get(id: ShopperId): Promise<Shopper | null>;
  put(shoppers: readonly Shopper[]): Promise<void>;
  /** For importers: those who are there keep what they chose; returns how many were new. */
  insertMissing(shoppers: readonly Shopper[]): Promise<number>;
  /** Inserts unless there; returns what is stored. */
  ensure(shopper: Shopper): Promise<Shopper>;
  setConsent(id: ShopperId, consent: Partial<Consent>): Promise<void>;
  setLanguage(id: ShopperId, language: Language): Promise<void>;
  sample(count: number): Promise<Shopper[]>;
}

export interface FactStore {
  /** Not superseded, not expired, newest first. */
  active(shopper: ShopperId, now: Date): Promise<ProfileFact[]>;
  /** The same of all shoppers, in no order, for training. */
  stream(now: Date): AsyncIterable<ProfileFact>;
  /** Inserts; each new fact supersedes the older ones named in `supersedes`. */
  add(facts: readonly { readonly fact: ProfileFact; readonly supersedes: readonly FactId[] }[]): Promise<void>;
  /** Deletes for good; returns how many. */
  forget(shopper: ShopperId, ids: readonly FactId[]): Promise<number>;
  forgetAll(shopper: ShopperId): Promise<number>;
}

export interface CartStore {
  get(id: CartId): Promise<Cart | null>;
  ofShopper(shopper: ShopperId): Promise<Cart | null>;
  ensure(id: CartId, shopper: ShopperId, now: Date): Promise<Cart>;
  /**
   * Replaces lines and offer if the stored version is `version`; null: somebody was faster. An absent offer is taken
   * off, and so is what the lines were before; codes, gifts and turns that are absent stay as they are.
   */
  change(
    id: CartId,
    version: number,
    next: {
      lines: readonly CartLine[];
      offer?: OfferId | undefined;
      codes?: readonly string[] | undefined;
      gifts?: Cart['gifts'] | undefined;
      turns?: Cart['turns'] | undefined;
      was?: Cart['was'] | undefined;
    },
    now: Date,
  ): Promise<Cart | null>;
}

export interface BrowseStore {
  add(events: readonly BrowseEvent[]): Promise<void>;
  recent(shopper: ShopperId, limit: number): Promise<BrowseEvent[]>;
  /** Deletes for good; returns how many. */
  forgetAll(shopper: ShopperId): Promise<number>;
  stream(): AsyncIterable<BrowseEvent>;
}

export interface RatingStore {
  /** One of each shopper and product: the latest counts, in whatever order they come. Returns how many shoppers and products were new. */
  put(ratings: readonly ProductRating[]): Promise<number>;
  /** Newest first. */
  ofShopper(shopper: ShopperId): Promise<ProductRating[]>;
  /** False: there was none. */
  remove(shopper: ShopperId, product: ProductId): Promise<boolean>;
  /** Deletes all of a shopper's for good; returns how many. */
  forgetAll(shopper: ShopperId): Promise<number>;
  /** Every rating, in no order, for training. */
  stream(): AsyncIterable<ProductRating>;
}

export interface MentionStore {
  /** Idempotent by turn: a repeated turn adds nothing. */
  add(mentions: readonly ProductMention[]): Promise<void>;
  /** Newest first. */
  recent(shopper: ShopperId, limit: number): Promise<ProductMention[]>;
  /** Deletes for good what a shopper asked about and was shown; returns how many. */
  forgetAll(shopper: ShopperId): Promise<number>;
  /** Of those of the products that came up at all. */
  tally(products: readonly ProductId[]): Promise<MentionTally[]>;
  /** Every mention, in no order, for training. */
  stream(): AsyncIterable<ProductMention>;
}
