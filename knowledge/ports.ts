/**
 * What the other rooms may ask of a store. `knowledge/store/open.ts` gives the one implementation, on the `mongodb`
 * driver; whether it talks to a cluster or to the embedded server is known to nobody else.
 *
 * Every write is one conditional, idempotent operation; expected refusals are returned, faults are thrown.
 */
import type { PromotionId } from './domain/ids.ts';
import type { ConversationStore, InboxStore, LockStore, StateStore, TranscriptStore } from './ports/conversations.ts';
import type { AgentStore, DeskEventStore, DeskStore, PresenceStore, TicketStore } from './ports/desk.ts';
import type { ArticleCheckStore, GapStore } from './ports/knowledge.ts';
import type { ImpressionStore, LearningStore, PacingStore } from './ports/learning.ts';
import type { OrderStore, ReturnStore } from './ports/orders.ts';
import type { Books, CodeStore, OfferStore, PoolStore, PromotionStore, RedemptionStore } from './ports/promotions.ts';
import type { ArticleStore, ProductStore, ShopStore } from './ports/shop.ts';
import type { BrowseStore, CartStore, FactStore, MentionStore, RatingStore, ShopperStore } from './ports/shoppers.ts';

/** Sentences as numbers, for what words alone don't show; its work may be done on another thread. English only, as far as known. */
export interface SentenceEncoder {
  /** Numbers a sentence. */
  readonly width: number;
  /** One vector of unit length a text, in order. */
  encode(texts: readonly string[]): Promise<Float32Array[]>;
  /** With what a tuned encoder works on; absent: this one can't be tuned. */
  encodeDeep?(texts: readonly string[]): Promise<DeepVector[]>;
}

export interface DeepVector {
  /** As `encode` gives it. */
  readonly vector: Float32Array;
  /** What the encoder had read before its last steps. */
  readonly deep: Float32Array;
}

export interface Stores {
  readonly shop: ShopStore;
  readonly products: ProductStore;
  readonly articles: ArticleStore;
  readonly shoppers: ShopperStore;
  readonly facts: FactStore;
  readonly orders: OrderStore;
  readonly returns: ReturnStore;
  readonly carts: CartStore;
  readonly browsing: BrowseStore;
  readonly ratings: RatingStore;
  readonly mentions: MentionStore;
  readonly promotions: PromotionStore;
  readonly offers: OfferStore;
  readonly impressions: ImpressionStore;
  readonly learning: LearningStore;
  readonly pacing: PacingStore;
  readonly redemptions: RedemptionStore;
  readonly pools: PoolStore;
  readonly codes: CodeStore;
  readonly conversations: ConversationStore;
  readonly transcripts: TranscriptStore;
  readonly inbox: InboxStore;
  readonly state: StateStore;
  readonly locks: LockStore;
  readonly tickets: TicketStore;
  readonly agents: AgentStore;
  readonly desk: DeskStore;
  readonly deskEvents: DeskEventStore;
  readonly presence: PresenceStore;
  readonly gaps: GapStore;
  readonly articleChecks: ArticleCheckStore;
  books(promotion: PromotionId): Promise<Books>;
  /** Resolves if a trivial command is answered. */
  ping(): Promise<void>;
  /** "embedded" with its folder, or the server's host; never with credentials. */
  readonly describe: string;
  close(): Promise<void>;
}
