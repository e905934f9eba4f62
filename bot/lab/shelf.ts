/**
 * Where a run keeps what happens: the impressions a decision looks back on, and the money. Three of them, the same questions:
 * in memory for rehearsals and where no budget can run out, in memory with the real redemption ledger for policies that do
 * not learn, and through the real stores altogether (`store-shelf.ts`) for the one that does.
 */

import type { BudgetState } from '../../dialogs/offers/choose/choose-input.ts';
import type { BasketLine } from '../../dialogs/offers/combine/basket.ts';
import { asId, type CampaignId, type OrderId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { Impression, Offer } from '../../knowledge/domain/offer.ts';
import type { LivePromotion } from '../../knowledge/ports/promotions.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { commitDeal } from './money.ts';
import type { LabWorld } from './world.ts';

export interface Purchase {
  readonly shopper: ShopperId;
  readonly basket: readonly BasketLine[];
  readonly at: Date;
  /** Names the cart and the order; one per visit. */
  readonly visit: string;
}

/** What runs, and what the budget says to a decision made now. */
export interface Running {
  readonly live: readonly LivePromotion[];
  readonly pacing: ReadonlyMap<CampaignId, BudgetState>;
}

export interface Shelf {
  running(now: Date): Promise<Running>;
  /** Newest first. */
  recent(shopper: ShopperId, since: Date): Promise<readonly Impression[]>;
  /**
   * The decision's record, and the offer if the shopper sees one. False: its money was promised to others meanwhile, so
   * nothing is shown and nothing recorded.
   */
  show(impression: Impression, offer: Offer | undefined): Promise<boolean>;
  /** The deal is used on an order; false: its money was not there any more. */
  redeem(offer: Offer, purchase: Purchase): Promise<boolean>;
  /** An order without a deal. */
  sell(purchase: Purchase): Promise<void>;
  /** All of an order comes back. */
  giveBack(purchase: Purchase, now: Date): Promise<void>;
  /** Discount money given for good so far, minor units. */
  spentMinor(): Promise<number>;
  close(): Promise<void>;
}

/** How long back a decision looks, as in dialogs/gather. */
export const lookBackDays = 30;

/** What is promised and neither used nor lapsed; minor units. */
class Promises {
  readonly #standing = new Map<string, { readonly minor: number; readonly until: number }>();
  #sum = 0;

  make(offer: Offer): void {
    this.#standing.set(offer.id, { minor: offer.saves.minor, until: offer.expiresAt.getTime() });
    this.#sum += offer.saves.minor;
  }

  keep(offer: Offer): void {
    const one = this.#standing.get(offer.id);
    if (one && this.#standing.delete(offer.id)) this.#sum -= one.minor;
  }

  /** They were made in the order of their expiry. */
  standing(now: Date): number {
    for (const [id, one] of this.#standing) {
      if (one.until > now.getTime()) break;
      this.#standing.delete(id);
      this.#sum -= one.minor;
    }
    return this.#sum;
  }
}

class MemoryShelf implements Shelf {
  protected readonly world: LabWorld;
  readonly #seen = new Map<ShopperId, Impression[]>();
  readonly #promises = new Promises();
  readonly #live: readonly LivePromotion[];
  protected spent = 0;

  constructor(world: LabWorld, history: readonly Impression[]) {
    this.world = world;
    this.#live = world.promotions.map(p => ({ ...p, remainingMinor: p.cap.minor }));
    for (const impression of history) this.#keep(impression);
  }

  async running(now: Date): Promise<Running> {
    const { campaign } = this.world;
    const pacing = new Map<CampaignId, BudgetState>();
    if (campaign.budget) {
      const leftMinor = campaign.budget.minor - this.spent - this.#promises.standing(now);
      pacing.set(campaign.id, { price: 0, leftMinor });
    }
    return { live: this.#live, pacing };
  }

  async recent(shopper: ShopperId, since: Date): Promise<readonly Impression[]> {
    return (this.#seen.get(shopper) ?? []).filter(i => i.at >= since).reverse();
  }

  async show(impression: Impression, offer: Offer | undefined): Promise<boolean> {
    this.#keep(impression);
    if (offer) this.#promises.make(offer);
    return true;
  }

  async redeem(offer: Offer, purchase: Purchase): Promise<boolean> {
    if (!(await this.pay(offer, purchase))) return false;
    this.spent += offer.saves.minor;
    this.#promises.keep(offer);
    const all = this.#seen.get(offer.shopper) ?? [];
    const at = all.findIndex(i => i.offer === offer.id);
    if (at >= 0) all[at] = { ...all[at]!, answer: 'redeemed' };
    return true;
  }

  async sell(_purchase: Purchase): Promise<void> {}
  async giveBack(_purchase: Purchase): Promise<void> {}

  async spentMinor(): Promise<number> {
    return this.spent;
  }

  async close(): Promise<void> {}

  protected async pay(offer: Offer, _purchase: Purchase): Promise<boolean> {
    return this.spent + offer.saves.minor <= (this.world.campaign.budget?.minor ?? Number.POSITIVE_INFINITY);
  }

  #keep({ why: _, ...impression }: Impression): void {
    const all = this.#seen.get(impression.shopper);
    if (all) all.push(impression);
    else this.#seen.set(impression.shopper, [impression]);
  }
}

/** No database at all: the pilot, and trying a policy out before it runs. `history` in time order. */
export const rehearsalShelf = (world: LabWorld, history: readonly Impression[] = []): Shelf =>
  new MemoryShelf(world, history);

class LedgerShelf extends MemoryShelf {
  readonly #stores: Stores;

  constructor(world: LabWorld, history: readonly Impression[], stores: Stores) {
    super(world, history);
    this.#stores = stores;
  }

  override async spentMinor(): Promise<number> {
    return committedMinor(this.#stores);
  }

  override async close(): Promise<void> {
    await this.#stores.close();
  }

  protected override async pay(offer: Offer, purchase: Purchase): Promise<boolean> {
    return commitDeal(this.#stores, this.world, offer, { order: orderOf(purchase), at: purchase.at });
  }
}

/** Decisions look back in memory; money goes through the redemption ledger of a database of its own. */
export const ledgerShelf = (world: LabWorld, history: readonly Impression[], stores: Stores): Shelf =>
  new LedgerShelf(world, history, stores);

/** From the books, not from what the run believes; throws when they do not balance. */
export const committedMinor = async (stores: Pick<Stores, 'promotions' | 'books'>): Promise<number> => {
  let committed = 0;
  for (const { id } of await stores.promotions.all()) {
    const books = await stores.books(id);
    if (books.capMinor - books.remainingMinor !== books.committedMinor + books.heldMinor) {
      throw new Error(`The books of ${id} do not balance: ${JSON.stringify(books)}`);
    }
    committed += books.committedMinor;
  }
  return committed;
};

export const orderOf = (purchase: Purchase): OrderId => asId<OrderId>(`cart-${purchase.visit}.v1`);
