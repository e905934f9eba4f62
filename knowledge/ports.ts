/**
 * What the other rooms may ask of a store. `knowledge/store/open.ts` gives the one implementation, on the `mongodb`
 * driver; whether it talks to a cluster or to the embedded server is known to nobody else.
 *
 * Every write is one conditional, idempotent operation; expected refusals are returned, faults are thrown.
 */
import type { Article } from './domain/article.ts';
import type { PromotionCode } from './domain/code.ts';
import type { Conversation, DeskPart, Owner, TranscriptEntry } from './domain/conversation.ts';
import type {
  Agent,
  Approval,
  Availability,
  Canned,
  Correction,
  DeskEvent,
  DeskSettings,
  Note,
  Ticket,
} from './domain/desk.ts';
import type {
  AgentId,
  ArticleId,
  CampaignId,
  CartId,
  ConversationId,
  FactId,
  ImpressionId,
  OfferId,
  OrderId,
  ProductId,
  PromotionId,
  RedemptionId,
  ReturnId,
  ShopperId,
  TicketId,
} from './domain/ids.ts';
import type { Language } from './domain/language.ts';
import type { CellSums, DaySums, Learned, Pace } from './domain/learning.ts';
import type { Money } from './domain/money.ts';
import type { Impression, Offer, OfferState, Redemption } from './domain/offer.ts';
import type { BrowseEvent, Cart, CartLine, Order, OrderStatus, ReturnRequest, Shipment } from './domain/order.ts';
import type { PoolBooks, PoolBound, PoolUsage } from './domain/pool.ts';
import type { Product } from './domain/product.ts';
import type { Campaign, Promotion } from './domain/promotion.ts';
import type { Shop } from './domain/shop.ts';
import type { Consent, ProfileFact, Shopper } from './domain/shopper.ts';

export interface ShopStore {
  get(): Promise<Shop | null>;
  put(shop: Shop): Promise<void>;
  /** A secret made once and kept: the first caller's `make()` wins. */
  secret(name: string, make: () => string): Promise<string>;
}

export interface ProductStore {
  all(): Promise<Product[]>;
  /** Fresh from the database, in the order asked; unknown ids are left out. */
  many(ids: readonly ProductId[]): Promise<Product[]>;
  put(products: readonly Product[]): Promise<void>;
  /**
   * Takes `quantity` from a counted stock in one conditional write that also notes `by` ("<order>#<quantity>", $push to
   * `takes`), so that repeating it takes once; false: not enough left. Uncounted stock: always true, nothing noted.
   */
  take(id: ProductId, quantity: number, by: string): Promise<boolean>;
  /** Undoes the take noted as `by` ($inc and $pull in one write); harmless when there is none. */
  giveBack(id: ProductId, quantity: number, by: string): Promise<void>;
  /** The order stands: drops the note and keeps the stock taken. False: counted, but no such note. */
  settleTake(id: ProductId, by: string): Promise<boolean>;
  /**
   * Notes `by` on a counted stock that was taken and settled before, so that `giveBack` can undo it once. Only the try
   * of cancelling that `by` names may, and only before it cancels; false: there already, or not counted.
   */
  noteTaken(id: ProductId, by: string): Promise<boolean>;
  /** Notes a crash may have left behind, for the sweeper. */
  openTakes(limit: number): Promise<{ readonly product: ProductId; readonly by: string }[]>;
}

export interface ArticleStore {
  all(): Promise<Article[]>;
  get(id: ArticleId): Promise<Article | null>;
  put(articles: readonly Article[]): Promise<void>;
}

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
  /** Inserts; each new fact supersedes the older ones named in `supersedes`. */
  add(facts: readonly { readonly fact: ProfileFact; readonly supersedes: readonly FactId[] }[]): Promise<void>;
  /** Deletes for good; returns how many. */
  forget(shopper: ShopperId, ids: readonly FactId[]): Promise<number>;
  forgetAll(shopper: ShopperId): Promise<number>;
}

export interface OrderStore {
  /** Newest first. */
  ofShopper(shopper: ShopperId, limit: number): Promise<Order[]>;
  byNumber(number: string): Promise<Order | null>;
  get(id: OrderId): Promise<Order | null>;
  /** False: an order with this id is there already, nothing written. */
  insert(order: Order): Promise<boolean>;
  /** Upserts by id, for seeding and importers; returns how many were new. */
  put(orders: readonly Order[]): Promise<number>;
  setStatus(id: OrderId, from: readonly OrderStatus[], to: OrderStatus, shipment?: Shipment): Promise<boolean>;
  /**
   * A try of cancelling, by number; every try before it can no longer succeed. Null: the order is in none of `from`.
   * Also how the sweeper fences off a try that died.
   */
  beginCancel(id: OrderId, from: readonly OrderStatus[]): Promise<number | null>;
  /** Cancelled, if no newer try was begun and the order is still in `from`: the one write that decides. */
  cancel(id: OrderId, from: readonly OrderStatus[], by: number): Promise<boolean>;
  /** Every order, oldest first, for training and reports. */
  stream(from?: Date): AsyncIterable<Order>;
}

export interface ReturnStore {
  insert(request: ReturnRequest): Promise<boolean>;
  ofOrder(order: OrderId): Promise<ReturnRequest[]>;
  get(id: ReturnId): Promise<ReturnRequest | null>;
  /** Every return, oldest first, for training and reports. */
  stream(): AsyncIterable<ReturnRequest>;
}

export interface CartStore {
  get(id: CartId): Promise<Cart | null>;
  ofShopper(shopper: ShopperId): Promise<Cart | null>;
  ensure(id: CartId, shopper: ShopperId, now: Date): Promise<Cart>;
  /**
   * Replaces lines and offer if the stored version is `version`; null: somebody was faster. An absent offer is taken
   * off; codes and gifts that are absent stay as they are.
   */
  change(
    id: CartId,
    version: number,
    next: {
      lines: readonly CartLine[];
      offer?: OfferId | undefined;
      codes?: readonly string[] | undefined;
      gifts?: Cart['gifts'] | undefined;
    },
    now: Date,
  ): Promise<Cart | null>;
}

export interface BrowseStore {
  add(events: readonly BrowseEvent[]): Promise<void>;
  recent(shopper: ShopperId, limit: number): Promise<BrowseEvent[]>;
  stream(): AsyncIterable<BrowseEvent>;
}

export interface LivePromotion extends Promotion {
  /** Money left in its pool, minor units. */
  readonly remainingMinor: number;
}

export interface PromotionStore {
  campaigns(): Promise<Campaign[]>;
  putCampaigns(campaigns: readonly Campaign[]): Promise<void>;
  /** Active, within dates; with what is left of each pool. */
  live(now: Date): Promise<LivePromotion[]>;
  get(id: PromotionId): Promise<LivePromotion | null>;
  all(): Promise<LivePromotion[]>;
  /** Inserts with a full pool, or updates the rule and keeps the pool's balance. */
  put(promotions: readonly Promotion[]): Promise<void>;
  setActive(id: PromotionId, active: boolean): Promise<boolean>;
  /**
   * For pricing carts: at most a second older than what is stored, never older than what this process wrote, and read
   * again when one of `wanted` is not in it. No balances: those are looked up, and held, by themselves.
   */
  rules(wanted: readonly PromotionId[]): Promise<PromotionRules>;
  /** Money left in the pools of these, minor units; unknown ids are left out. */
  balances(ids: readonly PromotionId[]): Promise<ReadonlyMap<PromotionId, number>>;
}

/** The rules of all promotions and the budgets of their campaigns, as a cart needs them. */
export interface PromotionRules {
  readonly promotions: ReadonlyMap<PromotionId, Promotion>;
  readonly budgets: ReadonlyMap<CampaignId, Money>;
}

export interface OfferStore {
  insert(offer: Offer): Promise<void>;
  get(id: OfferId): Promise<Offer | null>;
  /** Quoted or held and not expired, newest first. */
  open(shopper: ShopperId, now: Date): Promise<Offer[]>;
  /** In whatever state, newest first. */
  ofShopper(shopper: ShopperId, limit: number): Promise<Offer[]>;
  /** One conditional write; false when the offer was not in `from`. */
  transition(
    id: OfferId,
    from: readonly OfferState[],
    to: OfferState,
    set?: { redemption?: RedemptionId; order?: OrderId; expiresAt?: Date; priced?: Offer['priced']; saves?: Money },
  ): Promise<boolean>;
  /** One of a negotiation was used: the offers made beside it lapse, as was said when they were made. */
  lapseBeside(used: OfferId): Promise<void>;
  /**
   * By promotion, what the quotes that stand and are not held yet have promised: `savesMinor` if every one of them is taken,
   * declined ones too as they still apply, `expectedMinor` weighed with the probability of buying that each was made with.
   */
  quotes(now: Date): Promise<
    {
      readonly campaign: CampaignId;
      readonly promotion: PromotionId;
      readonly savesMinor: number;
      readonly expectedMinor: number;
    }[]
  >;
  /** Quoted or held past `expiresAt`. */
  overdue(now: Date, limit: number): Promise<Offer[]>;
}

export interface ImpressionStore {
  insert(impression: Impression): Promise<void>;
  put(impressions: readonly Impression[]): Promise<void>;
  recent(shopper: ShopperId, since: Date): Promise<Impression[]>;
  /** Of every account of one device, newest first. */
  recentOnDevice(device: string, since: Date): Promise<Impression[]>;
  /** Those whose outcome is to be looked for by now, longest due first. */
  due(now: Date, limit: number): Promise<Impression[]>;
  /** Writes the outcome if the impression is still due at `dueAt`; false: somebody was faster. Due again at `result.dueAt`, if given. */
  join(
    id: ImpressionId,
    dueAt: Date,
    result: { outcome: NonNullable<Impression['outcome']>; learned?: Learned; dueAt?: Date; windowEndsAt?: Date },
  ): Promise<boolean>;
  /** Sums over every impression learned from on that UTC day. */
  learnedOn(day: string): Promise<CellSums[]>;
  /** How many were decided after `from` and until `to`. */
  countSince(from: Date, to: Date): Promise<number>;
  answer(id: ImpressionId, answer: NonNullable<Impression['answer']>): Promise<void>;
  byOffer(offer: OfferId): Promise<Impression | null>;
  stream(): AsyncIterable<Impression>;
}

/** What was learned online, by UTC day of joining. */
export interface LearningStore {
  /** From that day on, in no particular order. */
  since(day: string): Promise<DaySums[]>;
  get(day: string): Promise<DaySums | null>;
  /** Writes `next` with version + 1 if the stored version is `next.version` (0: none stored); false: somebody was faster. */
  replace(next: DaySums): Promise<boolean>;
}

/** Shadow prices of budgets, one per campaign. */
export interface PacingStore {
  all(): Promise<Pace[]>;
  /** Writes `next` with version + 1 if the stored version is `next.version` (0: none stored); false: somebody was faster. */
  move(next: Pace): Promise<boolean>;
}

/**
 * The money protocol, one conditional write per step (house.md section 4). Orchestrated by dialogs/offers/redeem.ts;
 * a crash between any two steps is repaired by its sweeper. Invariant: cap - remaining = committed + open holds.
 */
export interface RedemptionStore {
  /**
   * Inserts as pending, or returns the reserved or committed one that is there. A released one starts a new life with
   * attempt + 1; so does a pending one, whose former claimer's steps then match nothing: one claimer, one hold.
   */
  claim(redemption: Omit<Redemption, 'state' | 'attempt'>): Promise<Redemption>;
  /**
   * Takes the amount from the promotion's pool, then from each of its bounds' pools in their order, unless this attempt's
   * hold is there already; what was taken before a refusal goes back with `release`. Only for what `claim` gave
   * this caller as pending. A reserved or committed one is held already: nothing is written. `promised`: a quote made
   * while the promotion ran is honoured, so `active` and the dates are not asked again; the pool always is.
   */
  hold(redemption: Redemption, now: Date, promised?: boolean): Promise<'held' | 'not-active' | PoolBound['refusal']>;
  reserve(id: RedemptionId, attempt: number, expiresAt: Date): Promise<boolean>;
  /** reserved -> committed with its order, then the hold is dropped; true also when it was committed to this order before. */
  commit(id: RedemptionId, attempt: number, order: OrderId): Promise<boolean>;
  /** pending or reserved -> released for this attempt, then the hold is refunded; repeating it is harmless. */
  release(id: RedemptionId, attempt: number): Promise<boolean>;
  /**
   * Puts into every pool what the cancelling try `by` of this order will give back; false: not committed to this order.
   * Only by the try itself, and before the order is cancelled.
   */
  noteCancel(id: RedemptionId, order: OrderId, by: number): Promise<boolean>;
  /** committed -> released, once the order is cancelled by that try; then what was noted is refunded. Repeating is harmless. */
  cancel(id: RedemptionId, order: OrderId, by: number): Promise<boolean>;
  /** What cancelling tries noted on redemptions that are still committed, for the sweeper: the order decides. */
  openCancels(limit: number): Promise<{ readonly redemption: Redemption; readonly by: number }[]>;
  /** Takes away what a try noted that can't succeed any more. */
  dropCancel(redemption: Redemption, by: number): Promise<void>;
  get(id: RedemptionId): Promise<Redemption | null>;
  many(ids: readonly RedemptionId[]): Promise<Redemption[]>;
  /** Pending or reserved past `expiresAt`, and released or committed ones whose hold is still in the pool. */
  unfinished(now: Date, limit: number): Promise<Redemption[]>;
  /** Drops or refunds the hold a crash left behind, according to the redemption's state. */
  settle(redemption: Redemption): Promise<void>;
}

/** The pools beside the promotions' own: campaigns, days, shoppers, codes, uses. */
export interface PoolStore {
  /** What is drawn from each; a pool that nobody drew from is left out. */
  usage(pools: readonly string[]): Promise<ReadonlyMap<string, PoolUsage>>;
  books(pool: string): Promise<PoolBooks>;
}

export interface CodeStore {
  /** Inserts those that are not there; returns which were new. */
  insert(codes: readonly PromotionCode[]): Promise<PromotionCode[]>;
  many(ids: readonly string[]): Promise<PromotionCode[]>;
  ofPromotion(promotion: PromotionId, limit: number): Promise<PromotionCode[]>;
  setActive(id: string, active: boolean): Promise<boolean>;
  /** Counts one more wrong try by `who` within the window that `now` lies in; returns how many that makes. */
  countTry(who: string, now: Date, windowMilliseconds: number): Promise<number>;
  /** Takes one counted try back: the code was known. */
  forgiveTry(who: string, now: Date, windowMilliseconds: number): Promise<void>;
  /** Forgets the tries of windows that ended before. */
  pruneTries(before: Date): Promise<number>;
}

/** What a promotion's pool and its redemptions say; they must agree. */
export interface Books {
  readonly capMinor: number;
  readonly remainingMinor: number;
  readonly committedMinor: number;
  readonly heldMinor: number;
}

export interface ConversationStore {
  ensure(conversation: Conversation): Promise<Conversation>;
  get(id: ConversationId): Promise<Conversation | null>;
  latestOf(shopper: ShopperId): Promise<Conversation | null>;
  touch(id: ConversationId, language: Language, now: Date): Promise<void>;
  /** Compare-and-set on owner and version; null: somebody was faster. */
  setOwner(
    id: ConversationId,
    from: Owner,
    version: number,
    to: Owner,
    now: Date,
    reason?: string,
  ): Promise<Conversation | null>;
  /** Conversations waiting for a person, longest first. */
  waiting(): Promise<Conversation[]>;
  /**
   * The one write of every change at the desk: owner, its part and the waiting time together, compare-and-set on owner
   * and version. Without `desk` the part is removed, without `waitingSince` nobody waits. Null: somebody was faster.
   */
  handOver(
    id: ConversationId,
    from: Pick<Conversation, 'owner' | 'version'>,
    next: { readonly owner: Owner; readonly desk?: DeskPart | undefined; readonly waitingSince?: Date | undefined },
    now: Date,
  ): Promise<Conversation | null>;
  /** Conversations a person has, latest words first. */
  owned(): Promise<Conversation[]>;
  /** How many each agent has. */
  loads(): Promise<ReadonlyMap<AgentId, number>>;
  /** Those that wait or that a person has, by id and version alone. */
  atDesk(): Promise<Pick<Conversation, 'id' | 'version'>[]>;
  /** Conversations of the bot, latest words first. */
  ofBot(limit: number): Promise<Conversation[]>;
  noteWords(
    id: ConversationId,
    /** Without `preview` the one before stands. */
    words: { readonly seq: number; readonly from: TranscriptEntry['from']; readonly preview?: string },
    now: Date,
  ): Promise<void>;
  /** True the first time since the conversation became this agent's ticket. */
  markReplied(id: ConversationId, agent: AgentId): Promise<boolean>;
  /** Where a connector reaches the shopper now. */
  refer(id: ConversationId, reference: string): Promise<void>;
}

export interface TranscriptStore {
  /** Numbers and appends; an activity id that is there already returns its number and writes nothing. */
  append(entry: Omit<TranscriptEntry, 'seq'>): Promise<number>;
  /**
   * Like `append`, but only if `allowed` still says so when its number is tried: what it reads was true at a moment when
   * everything before that number was written. Null: not allowed, nothing written.
   */
  appendIf(entry: Omit<TranscriptEntry, 'seq'>, allowed: () => Promise<boolean>): Promise<number | null>;
  after(conversation: ConversationId, seq: number, limit: number): Promise<TranscriptEntry[]>;
  /** The entry of this activity. */
  get(conversation: ConversationId, activityId: string): Promise<TranscriptEntry | null>;
  last(conversation: ConversationId): Promise<number>;
}

export interface InboxStore {
  /** False: this activity was seen before. */
  insertOnce(id: string, now: Date): Promise<boolean>;
  /**
   * Like `insertOnce`, but the delivery stays open until it is settled: whoever accepted it may die before it is answered.
   * `note` is JSON text with what is needed to take it up again. False: accepted before, whether open or settled.
   */
  accept(id: string, note: string, now: Date): Promise<boolean>;
  /** True from `accept` to `settle`. */
  isOpen(id: string): Promise<boolean>;
  settle(id: string): Promise<void>;
  /** Open ones accepted before, oldest first. */
  unsettled(before: Date, limit: number): Promise<{ readonly id: string; readonly note: string }[]>;
  prune(before: Date): Promise<number>;
}

/** Bot state as JSON text, guarded by eTag: a stale write throws StaleStateError. '*' overwrites; none inserts only. */
export interface StateStore {
  read(keys: readonly string[]): Promise<Record<string, { json: string; eTag: string }>>;
  write(key: string, json: string, eTag: string | undefined): Promise<string>;
  delete(keys: readonly string[]): Promise<void>;
}

/** One turn at a time per conversation across processes; a lease, renewed by the holder. */
export interface LockStore {
  take(name: string, owner: string, now: Date, leaseMilliseconds: number): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
  /** Frees everything: only for a process that knows all former holders to be gone, since it brought the database up. */
  clear(): Promise<void>;
}

export interface TicketStore {
  /** False: there already. */
  insert(ticket: Ticket): Promise<boolean>;
  get(id: TicketId): Promise<Ticket | null>;
  /** Fills in fields; those given as first* only where they are missing. */
  update(id: TicketId, set: Partial<Omit<Ticket, 'id' | 'conversation' | 'corrections' | 'goodwill'>>): Promise<void>;
  addGoodwill(id: TicketId, given: Ticket['goodwill'][number]): Promise<void>;
  addCorrection(id: TicketId): Promise<void>;
  /** One conditional write; false: it was closed before. */
  close(id: TicketId, at: Date, reason: NonNullable<Ticket['closeReason']>): Promise<boolean>;
  /** The shopper's rating; false: rated before, or no such ticket of theirs. */
  rate(id: TicketId, shopper: ShopperId, rating: number): Promise<boolean>;
  /** Newest first. */
  ofConversation(id: ConversationId): Promise<Ticket[]>;
  recent(limit: number): Promise<Ticket[]>;
  /** Opened within [from, to), for reports. */
  between(from: Date, to: Date): Promise<Ticket[]>;
  /** Not closed. */
  open(): Promise<Ticket[]>;
}

export interface AgentStore {
  all(): Promise<Agent[]>;
  get(id: AgentId): Promise<Agent | null>;
  byLogin(login: string): Promise<Agent | null>;
  /** False: the login is taken. */
  insert(agent: Agent): Promise<boolean>;
  /** The first of all, under an id that is always the same so that of several one is it; false: somebody is there. */
  insertFirst(agent: Agent): Promise<boolean>;
  update(
    id: AgentId,
    set: Partial<Pick<Agent, 'name' | 'role' | 'languages' | 'departments' | 'capacity' | 'goodwillCap' | 'active'>>,
  ): Promise<Agent | null>;
  setAvailability(id: AgentId, availability: Availability, capacity?: number): Promise<Agent | null>;
  /** Takes the invitation away and ends all sessions; with `invitation` only if that very one is still open. */
  setPassword(id: AgentId, password: string, invitation?: string): Promise<Agent | null>;
  invite(id: AgentId, invitation: NonNullable<Agent['invitation']>): Promise<Agent | null>;
  byInvitation(hash: string): Promise<Agent | null>;
}

/** What staff write among themselves and the shop's decisions about the desk. Nothing here ever reaches a channel. */
export interface DeskStore {
  settings(): Promise<DeskSettings | null>;
  putSettings(settings: DeskSettings): Promise<void>;
  canned(): Promise<Canned[]>;
  putCanned(canned: Canned): Promise<void>;
  deleteCanned(id: string): Promise<void>;
  /** False: there already. */
  addNote(note: Note): Promise<boolean>;
  notes(conversation: ConversationId): Promise<Note[]>;
  insertApproval(approval: Approval): Promise<boolean>;
  approval(id: string): Promise<Approval | null>;
  openApprovals(): Promise<Approval[]>;
  /** Null: decided before. */
  decideApproval(
    id: string,
    decision: Pick<Approval, 'decidedBy' | 'decidedAt' | 'note'> & { readonly state: 'approved' | 'refused' },
  ): Promise<Approval | null>;
  insertCorrection(correction: Correction): Promise<boolean>;
  correction(id: string): Promise<Correction | null>;
  corrections(state: Correction['state'], limit: number): Promise<Correction[]>;
  correctionsOf(conversation: ConversationId): Promise<Correction[]>;
  countCorrections(from: Date, to: Date): Promise<number>;
  /** Null: decided before. */
  decideCorrection(id: string, state: 'published' | 'dismissed', article?: ArticleId): Promise<Correction | null>;
  /**
   * Takes `minor` from what may be given under `pool`, at most `cap` in all, in one conditional write noted as `by`:
   * repeating it takes once. False: not enough left.
   */
  takeGoodwill(pool: string, minor: number, cap: number, by: string): Promise<boolean>;
  giveBackGoodwill(pool: string, minor: number, by: string): Promise<void>;
  goodwillTaken(pool: string): Promise<number>;
  goodwillTakes(pool: string): Promise<{ readonly by: string; readonly minor: number }[]>;
}

/** What happens at the desk, for every console of every process. */
export interface DeskEventStore {
  /**
   * Numbers and appends in the order given; an event told before under the same `once` keeps its number. Numbers have no
   * gap at any moment, so who has read up to one has missed nothing.
   */
  append(events: readonly (Omit<DeskEvent, 'seq'> & { readonly once: string })[]): Promise<DeskEvent[]>;
  after(seq: number, limit: number): Promise<DeskEvent[]>;
  last(): Promise<number>;
  /** The oldest number kept; 0: none. */
  first(): Promise<number>;
  prune(before: Date): Promise<number>;
}

/** The processes and consoles that are there: rows that are rewritten while somebody is alive and forgotten after. */
export interface PresenceStore {
  beat(id: string, what: string, now: Date): Promise<void>;
  has(id: string): Promise<boolean>;
  /** Rows with this prefix rewritten since. */
  alive(prefix: string, since: Date): Promise<{ readonly id: string; readonly what: string }[]>;
  leave(id: string): Promise<void>;
  prune(before: Date): Promise<number>;
}

/** Sentences as numbers, for what words alone don't show; its work may be done on another thread. English only, as far as known. */
export interface SentenceEncoder {
  /** Numbers a sentence. */
  readonly width: number;
  /** Row i holds `width` numbers of unit length for text i. */
  encode(texts: readonly string[]): Promise<Float32Array>;
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
  books(promotion: PromotionId): Promise<Books>;
  /** Resolves if a trivial command is answered. */
  ping(): Promise<void>;
  /** "embedded" with its folder, or the server's host; never with credentials. */
  readonly describe: string;
  close(): Promise<void>;
}

/** A promotion of this campaign, found in one pass; campaigns are few. */
export const campaignOf = (campaigns: readonly Campaign[], id: CampaignId): Campaign | undefined =>
  campaigns.find(c => c.id === id);
