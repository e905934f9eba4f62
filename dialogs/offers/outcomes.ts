/**
 * What became of a decision, joined when its window is over: no order is a zero only then. An order counts for the offer
 * it was placed with, else for the latest decision before it. An outcome with an order is looked at once more after the
 * time for returns, and what came back is taken off.
 *
 * Learned from exactly once: an outcome is written to its impression by one conditional write that files it under a UTC
 * day, and that day's sums are computed anew from all impressions filed there and replaced if nobody was faster. A crash
 * between the two leaves a day to be summed again, never one that counts double.
 */
import type { ShopperId } from '../../knowledge/domain/ids.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Stores } from '../../knowledge/ports.ts';

export type OutcomeStores = Pick<Stores, 'impressions' | 'orders' | 'returns' | 'products' | 'learning'>;

export interface JoinCounts {
  /** Outcomes written for the first time. */
  readonly joined: number;
  /** Outcomes corrected after the time for returns. */
  readonly settled: number;
  /** Days whose sums were replaced. */
  readonly days: number;
}

const day = 86_400_000;
const batch = 500;
const ordersRead = 200;
/** One outcome moves its cell by at most this many times the margin at stake: a single huge order is no pattern. */
const mostResidual = 4;
const rounds = 12;

type Outcome = NonNullable<Impression['outcome']>;

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** When an impression's window closes: first due then; what is joined is asked about the same window again. */
const windowEnd = (impression: Impression): number => (impression.windowEndsAt ?? (impression.dueAt as Date)).getTime();

/** Orders that are the outcome of `impression`, among all decisions and orders of its shopper. Pure. */
export const ordersOf = (
  impression: Pick<Impression, 'id' | 'at' | 'offer' | 'treatment'>,
  until: number,
  decisions: readonly Pick<Impression, 'id' | 'at' | 'offer' | 'treatment'>[],
  orders: readonly Order[],
): Order[] => {
  const shown = new Map(
    decisions.flatMap(d => (d.offer && d.treatment !== 'control' ? [[d.offer as string, d.id]] : [])),
  );
  return orders.filter(order => {
    if (order.status === 'cancelled') return false;
    const at = order.placedAt.getTime();
    if (at < impression.at.getTime() || at >= until) return false;
    const offers = [order.offer, ...(order.deals ?? []).map(d => d.offer)].filter(o => o !== undefined);
    const owner = offers.map(o => shown.get(o)).find(id => id !== undefined);
    if (owner !== undefined) return owner === impression.id;
    const later = decisions.some(d => d.at.getTime() <= at && d.at.getTime() > impression.at.getTime());
    return !later;
  });
};

/** What an order earned and gave away, net of what came back; minor units. Goods of unknown cost earn nothing. */
export const earned = (
  order: Order,
  returns: readonly ReturnRequest[],
  costOf: (product: Order['lines'][number]['product']) => number | undefined,
  shop: Pick<Shop, 'shippingFee'>,
): { revenueMinor: number; marginMinor: number; discountMinor: number } => {
  const back = new Map<string, number>();
  let refunded = 0;
  for (const request of returns) {
    if (request.status === 'refused') continue;
    refunded += request.refund.minor;
    for (const { product, quantity } of request.lines) back.set(product, (back.get(product) ?? 0) + quantity);
  }
  let paid = 0;
  let cost = 0;
  for (const line of order.lines) {
    paid += line.paid.minor;
    const returned = Math.min(line.quantity, back.get(line.product) ?? 0);
    back.set(line.product, (back.get(line.product) ?? 0) - returned);
    cost += (costOf(line.product) ?? line.unitPrice.minor) * (line.quantity - returned);
  }
  // Shipping paid for is a cost passed on; shipping that a deal took off is the shop's.
  const waived = order.deals
    ? order.deals.reduce((sum, d) => sum + d.shippingOffMinor, 0)
    : order.offer && order.shipping.minor === 0 && order.discount.minor === 0
      ? shop.shippingFee.minor
      : 0;
  const kept = paid - Math.min(paid, refunded);
  return { revenueMinor: kept, marginMinor: kept - cost - waived, discountMinor: order.discount.minor + waived };
};

/** All outcomes that are due by `now`. Safe in several processes at once and at any moment. */
export const joinOutcomes = async ({
  stores,
  shop,
  now,
}: {
  readonly stores: OutcomeStores;
  readonly shop: Shop;
  readonly now: Date;
}): Promise<JoinCounts> => {
  const counts = { joined: 0, settled: 0, days: 0 };
  for (;;) {
    const due = await stores.impressions.due(now, batch);
    const days = new Set<string>();
    const byShopper = new Map<ShopperId, Impression[]>();
    for (const i of due) byShopper.set(i.shopper, [...(byShopper.get(i.shopper) ?? []), i]);
    let progressed = 0;
    for (const [shopper, impressions] of byShopper) {
      const results = await outcomesOf(stores, shop, shopper, impressions);
      for (const { impression, outcome } of results) {
        const result = joinResult(impression, outcome, shop, now);
        if (!(await stores.impressions.join(impression.id, impression.dueAt as Date, result))) continue;
        progressed += 1;
        if (impression.outcome) counts.settled += 1;
        else counts.joined += 1;
        if (result.learned) days.add(result.learned.day);
      }
    }
    for (const d of unsummed(stores.learning, now)) days.add(d);
    for (const d of days) if (await sumDay(stores, d)) counts.days += 1;
    if (due.length < batch || progressed === 0) return counts;
  }
};

const lastSummed = new WeakMap<OutcomeStores['learning'], string>();

/**
 * Days that somebody may have filed outcomes under and died before summing: today and the day before, the first time this
 * process looks and again on every new day.
 */
const unsummed = (learning: OutcomeStores['learning'], now: Date): string[] => {
  const today = dayOf(now);
  if (lastSummed.get(learning) === today) return [];
  lastSummed.set(learning, today);
  return [today, dayOf(new Date(now.getTime() - day))];
};

const joinResult = (
  impression: Impression,
  outcome: Outcome,
  shop: Shop,
  now: Date,
): Parameters<OutcomeStores['impressions']['join']>[2] => {
  const { expected } = impression;
  const residual = expected
    ? Math.max(
        -mostResidual,
        Math.min(mostResidual, (outcome.marginMinor - expected.marginMinor) / expected.scaleMinor),
      )
    : 0;
  const learned = expected ? { learned: { day: impression.learned?.day ?? dayOf(now), residual } } : {};
  const dueAt = impression.dueAt as Date;
  return impression.outcome || !outcome.bought
    ? { outcome, ...learned }
    : { outcome, ...learned, windowEndsAt: dueAt, dueAt: new Date(dueAt.getTime() + (shop.returnDays + 1) * day) };
};

const outcomesOf = async (
  stores: OutcomeStores,
  shop: Shop,
  shopper: ShopperId,
  impressions: readonly Impression[],
): Promise<{ impression: Impression; outcome: Outcome }[]> => {
  const first = Math.min(...impressions.map(i => i.at.getTime()));
  const orders = (await stores.orders.ofShopper(shopper, ordersRead)).filter(o => o.placedAt.getTime() >= first);
  const none: Outcome = { bought: false, revenueMinor: 0, marginMinor: 0, discountMinor: 0 };
  if (orders.length === 0) return impressions.map(impression => ({ impression, outcome: none }));
  const decisions = await stores.impressions.recent(shopper, new Date(first));
  const products = await stores.products.many([...new Set(orders.flatMap(o => o.lines.map(l => l.product)))]);
  const costs = new Map(products.map(p => [p.id, p.cost?.minor]));
  const results: { impression: Impression; outcome: Outcome }[] = [];
  for (const impression of impressions) {
    let outcome = none;
    for (const order of ordersOf(impression, windowEnd(impression), decisions, orders)) {
      const got = earned(order, await stores.returns.ofOrder(order.id), id => costs.get(id), shop);
      outcome = {
        bought: true,
        revenueMinor: outcome.revenueMinor + got.revenueMinor,
        marginMinor: outcome.marginMinor + got.marginMinor,
        discountMinor: outcome.discountMinor + got.discountMinor,
      };
    }
    results.push({ impression, outcome });
  }
  return results;
};

/** Sums a day anew and replaces what is stored; read before the impressions, so that a sum never replaces a fuller one. */
export const sumDay = async (stores: Pick<OutcomeStores, 'learning' | 'impressions'>, id: string): Promise<boolean> => {
  for (let round = 0; round < rounds; round++) {
    const version = (await stores.learning.get(id))?.version ?? 0;
    const cells = await stores.impressions.learnedOn(id);
    if (await stores.learning.replace({ id, version, cells })) return true;
  }
  return false;
};
