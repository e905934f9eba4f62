/** The shelf of the policy that learns: every read and write goes through the real stores, as it does in a turn. */

import type { BudgetState } from '../../dialogs/offers/choose/choose-input.ts';
import { budgetStates } from '../../dialogs/offers/choose/pacing.ts';
import { promiseOffer } from '../../dialogs/offers/choose/promise.ts';
import { priceCart } from '../../dialogs/offers/combine/price.ts';
import { redemptionIdOf } from '../../dialogs/offers/ledger/ledger.ts';
import { refundPreview } from '../../dialogs/offers/ledger/refund.ts';
import { asId, type CampaignId, type ReturnId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { Impression, Offer } from '../../knowledge/domain/offer.ts';
import type { Order, OrderDeal } from '../../knowledge/domain/order.ts';
import type { Limits } from '../../knowledge/domain/promotion.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { commitDeal } from './money.ts';
import { committedMinor, orderOf, type Purchase, type Running, type Shelf } from './shelf.ts';
import type { LabWorld } from './world.ts';

/**
 * The bot shares what runs with the turns of one second; with a visit every minute or two the lab shares for longer. A
 * budget is looked at more often: what it says of the money left is as old as this.
 */
const runningMilliseconds = { paced: 30 * 60_000, free: 24 * 3_600_000 };
const writtenTogether = 400;
const lapsedTogether = 500;

export class StoreShelf implements Shelf {
  readonly #world: LabWorld;
  readonly #stores: Stores;
  #running: { readonly until: number; readonly read: Running } | undefined;
  #orders: Order[] = [];

  constructor(world: LabWorld, stores: Stores) {
    this.#world = world;
    this.#stores = stores;
  }

  async running(now: Date): Promise<Running> {
    if (!this.#running || now.getTime() >= this.#running.until) {
      const { budget } = this.#world.campaign;
      const [all, pacing] = await Promise.all([
        this.#stores.promotions.all(),
        budget ? this.#budgets(now) : new Map<CampaignId, BudgetState>(),
      ]);
      this.#running = {
        until: now.getTime() + runningMilliseconds[budget ? 'paced' : 'free'],
        read: { live: all.filter(p => p.active && p.startsAt <= now && p.endsAt > now), pacing },
      };
    }
    return this.#running.read;
  }

  async #budgets(now: Date): Promise<Running['pacing']> {
    const [all, campaigns, paces, quotes] = await Promise.all([
      this.#stores.promotions.all(),
      this.#stores.promotions.campaigns(),
      this.#stores.pacing.all(),
      this.#stores.offers.quotes(now),
    ]);
    return budgetStates(campaigns, all, paces, quotes);
  }

  async recent(shopper: ShopperId, since: Date): Promise<readonly Impression[]> {
    return this.#stores.impressions.recent(shopper, since);
  }

  async show(impression: Impression, offer: Offer | undefined): Promise<boolean> {
    if (offer && !(await promiseOffer(this.#stores, offer, this.#world.shop, impression.at))) return false;
    await this.#stores.impressions.insert(impression);
    return true;
  }

  async redeem(offer: Offer, purchase: Purchase): Promise<boolean> {
    const quoted = (await this.#stores.offers.get(offer.id)) ?? offer;
    if (!(await commitDeal(this.#stores, this.#world, quoted, { order: orderOf(purchase), at: purchase.at })))
      return false;
    await this.#stores.offers.transition(offer.id, ['quoted', 'held'], 'redeemed', { order: orderOf(purchase) });
    const impression = await this.#stores.impressions.byOffer(offer.id);
    if (impression) await this.#stores.impressions.answer(impression.id, 'redeemed');
    await this.#place(purchase, offer);
    return true;
  }

  async sell(purchase: Purchase): Promise<void> {
    await this.#place(purchase, undefined);
  }

  async giveBack(purchase: Purchase, now: Date): Promise<void> {
    await this.flush();
    const order = await this.#stores.orders.get(orderOf(purchase));
    if (!order) throw new Error(`No order ${orderOf(purchase)} to return`);
    const lines = order.lines.filter(l => !l.gift).map(({ product, quantity }) => ({ product, quantity }));
    const { refund } = refundPreview(order, [], lines);
    await this.#stores.returns.insert({
      id: asId<ReturnId>(`return-${purchase.visit}`),
      order: order.id,
      shopper: purchase.shopper,
      lines,
      reason: 'changed-mind',
      refund,
      status: 'refunded',
      requestedAt: now,
    });
  }

  async spentMinor(): Promise<number> {
    return committedMinor(this.#stores);
  }

  async close(): Promise<void> {
    await this.#stores.close();
  }

  /** Orders are written some hundred at a time: nobody asks for them before outcomes are joined. */
  async flush(): Promise<void> {
    const orders = this.#orders;
    this.#orders = [];
    if (orders.length > 0) await this.#stores.orders.put(orders);
  }

  /** What the shop's sweep does with quotes that nobody took: their money goes back to the pools. */
  async lapse(now: Date): Promise<void> {
    for (;;) {
      const overdue = await this.#stores.offers.overdue(now, lapsedTogether);
      await Promise.all(overdue.map(offer => this.#stores.offers.transition(offer.id, ['quoted'], 'expired')));
      if (overdue.length < lapsedTogether) break;
    }
    await this.#stores.redemptions.lapsePromises(now);
  }

  async #place(purchase: Purchase, offer: Offer | undefined): Promise<void> {
    const priced = offer?.priced ?? priceCart({ lines: purchase.basket, shop: this.#world.shop });
    const id = orderOf(purchase);
    this.#orders.push({
      id,
      number: `LAB-${id}`,
      shopper: purchase.shopper,
      lines: priced.lines.map(line => ({ ...line, title: {} })),
      currency: 'CNY',
      subtotal: priced.subtotal,
      discount: priced.discount,
      shipping: priced.shipping,
      total: priced.total,
      status: 'placed',
      placedAt: purchase.at,
      ...(offer
        ? { offer: offer.id, promotion: offer.promotion, deals: dealsOf(offer, limitsOf(this.#world, offer)) }
        : {}),
      source: 'lab',
    });
    if (this.#orders.length >= writtenTogether) await this.flush();
  }
}

const limitsOf = (world: LabWorld, offer: Offer): Limits | undefined =>
  world.promotions.find(p => p.id === offer.promotion)?.limits;

const dealsOf = (offer: Offer, limits: Limits | undefined): OrderDeal[] => {
  const { promotion, shopper, id, kind, rule, saves, priced } = offer;
  const redemption = redemptionIdOf({ promotion, limits, shopper, offer: id });
  const deal = {
    promotion,
    kind,
    offer: id,
    saves,
    redemption,
    rule: rule ?? { conditions: [], action: { kind: 'free-shipping' } },
  };
  return [
    { ...deal, offMinor: priced.lines.map(l => l.discount.minor), shippingOffMinor: priced.shippingDiscount.minor },
  ];
};

/** What every run starts from in a database of its own. */
export const stock = async (world: LabWorld, stores: Stores): Promise<void> => {
  await stores.shop.put(world.shop);
  await stores.products.put(world.products);
  await stores.promotions.putCampaigns([world.campaign]);
  await stores.promotions.put(world.promotions);
};
