/**
 * What became of a decision. A purchase is joined when it arrives; no purchase is a zero only when the window is over. An
 * order counts for the offer it was placed with, else for the latest decision before it. An outcome with an order is looked
 * at again, every hour while its window is open and every day until the time for returns has passed, and what was
 * cancelled or came back is taken off.
 *
 * Learned from when the window is over, though: until then only purchases can be known, and who learned from them at once
 * would take every new deal for a success. Exactly once: an outcome is written to its impression by one conditional write
 * that files it under a UTC day, and that day's sums are computed anew from all impressions filed there and replaced if
 * nobody was faster. A crash between the two leaves a day to be summed again, never one that counts double.
 */
import type { ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Impression } from '../../../knowledge/domain/offer.ts';
import type { Order, ReturnRequest } from '../../../knowledge/domain/order.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { Stores } from '../../../knowledge/ports.ts';

export type OutcomeStores = Pick<Stores, 'impressions' | 'orders' | 'returns' | 'products' | 'learning'>;

export interface JoinCounts {
  /** Outcomes written for the first time. */
  readonly joined: number;
  /** Outcomes that were found changed: another order, one cancelled, goods that came back. */
  readonly corrected: number;
  /** Days whose sums were replaced. */
  readonly days: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const batch = 500;
const ordersOfOne = 200;
/** One outcome moves its cell by at most this many times the margin at stake: a single huge order is no pattern. */
const mostResidual = 4;
const rounds = 12;

type Outcome = NonNullable<Impression['outcome']>;
const nothing: Outcome = { bought: false, revenueMinor: 0, marginMinor: 0, discountMinor: 0 };

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** When an impression's window closes: it is due then, unless a purchase is known sooner. */
const windowEnd = (impression: Impression): number => (impression.windowEndsAt ?? (impression.dueAt as Date)).getTime();

/** Orders that are the outcome of `impression`, among all decisions and orders of its shopper. Pure. */
const ordersOf = (
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
const earned = (
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

/** Everything to be known by `now`: purchases that arrived, and outcomes that are due. Safe in several processes at once and at any moment. */
export const joinOutcomes = async ({
  stores,
  shop,
  now,
}: {
  readonly stores: OutcomeStores;
  readonly shop: Shop;
  readonly now: Date;
}): Promise<JoinCounts> => {
  const counts = { joined: 0, corrected: 0, days: 0 };
  const write = async (shopper: ShopperId, impressions: readonly Impression[]): Promise<string[]> => {
    const days: string[] = [];
    for (const { impression, outcome } of await outcomesOf(stores, shop, shopper, impressions)) {
      const result = joinResult(impression, outcome, shop, now);
      if (!result || !(await stores.impressions.join(impression.id, impression.dueAt as Date, result))) continue;
      written += 1;
      if (!impression.outcome) counts.joined += 1;
      else if (!isSame(impression.outcome, outcome)) counts.corrected += 1;
      if (result.learned) days.push(result.learned.day);
    }
    return days;
  };
  let written = 0;

  for (const shopper of await newBuyers(stores.orders, now)) {
    const lately = await stores.impressions.recent(shopper, new Date(now.getTime() - longestWindow));
    await write(
      shopper,
      lately.filter(i => i.dueAt !== undefined && windowEnd(i) > now.getTime()),
    );
  }
  for (;;) {
    const due = await stores.impressions.due(now, batch);
    const days = new Set<string>();
    const byShopper = new Map<ShopperId, Impression[]>();
    for (const i of due) byShopper.set(i.shopper, [...(byShopper.get(i.shopper) ?? []), i]);
    written = 0;
    for (const [shopper, impressions] of byShopper) {
      for (const d of await write(shopper, impressions)) days.add(d);
    }
    for (const d of unsummed(stores.learning, now, shop)) days.add(d);
    for (const d of days) if (await sumDay(stores, d)) counts.days += 1;
    if (due.length < batch || written === 0) return counts;
  }
};

/** No campaign's window is longer; a purchase of a decision before it is joined when that window closes. */
const longestWindow = 31 * day;
/** Another process's clock may be behind, and its order arrive after those of its own time were read. */
const clockSkew = 10 * 60_000;

/** Until when each process has read, and the orders of the skew before, which it reads once more. */
const ordersRead = new WeakMap<
  OutcomeStores['orders'],
  { readonly until: number; readonly ids: ReadonlySet<string> }
>();

/** Who ordered since this process looked last; the first time, in the days before: somebody may have died over them. */
const newBuyers = async (orders: OutcomeStores['orders'], now: Date): Promise<Set<ShopperId>> => {
  const before = ordersRead.get(orders) ?? { until: now.getTime() - 3 * day, ids: new Set() };
  const from = Math.min(before.until, now.getTime()) - clockSkew;
  const buyers = new Set<ShopperId>();
  const ids = new Set<string>();
  for await (const order of orders.stream(new Date(from))) {
    if (!before.ids.has(order.id)) buyers.add(order.shopper);
    if (order.placedAt.getTime() >= now.getTime() - clockSkew) ids.add(order.id);
  }
  ordersRead.set(orders, { until: now.getTime(), ids });
  return buyers;
};

const lastSummed = new WeakMap<OutcomeStores['learning'], string>();

/**
 * Days that somebody may have filed outcomes under and died before summing: today and the day before on every new day, and
 * the first time this process looks all that returns may have corrected.
 */
const unsummed = (learning: OutcomeStores['learning'], now: Date, shop: Pick<Shop, 'returnDays'>): string[] => {
  const today = dayOf(now);
  const last = lastSummed.get(learning);
  if (last === today) return [];
  lastSummed.set(learning, today);
  const days = last === undefined ? shop.returnDays + 2 : 2;
  return Array.from({ length: days }, (_, back) => dayOf(new Date(now.getTime() - back * day)));
};

const isSame = (a: Outcome, b: Outcome): boolean =>
  a.bought === b.bought &&
  a.revenueMinor === b.revenueMinor &&
  a.marginMinor === b.marginMinor &&
  a.discountMinor === b.discountMinor;

/** What is to be written now; null: nothing that was not known. */
const joinResult = (
  impression: Impression,
  outcome: Outcome,
  shop: Shop,
  now: Date,
): Parameters<OutcomeStores['impressions']['join']>[2] | null => {
  const end = windowEnd(impression);
  const windowEndsAt = new Date(end);
  const at = now.getTime();
  if (at < end) {
    const isDue = (impression.dueAt as Date).getTime() <= at;
    if (!isDue && isSame(impression.outcome ?? nothing, outcome)) return null;
    // The time of the next look is also what makes a write conditional on this one.
    return { outcome, windowEndsAt, dueAt: new Date(Math.min(end, at + hour)) };
  }
  const { expected } = impression;
  const residual = expected
    ? Math.max(
        -mostResidual,
        Math.min(mostResidual, (outcome.marginMinor - expected.marginMinor) / expected.scaleMinor),
      )
    : 0;
  const learned = expected ? { learned: { day: impression.learned?.day ?? dayOf(now), residual } } : {};
  const settled = end + (shop.returnDays + 1) * day;
  const wasBought = outcome.bought || (impression.outcome?.bought ?? false);
  return wasBought && at < settled
    ? { outcome, ...learned, windowEndsAt, dueAt: new Date(Math.min(settled, at + day)) }
    : { outcome, ...learned };
};

const outcomesOf = async (
  stores: OutcomeStores,
  shop: Shop,
  shopper: ShopperId,
  impressions: readonly Impression[],
): Promise<{ impression: Impression; outcome: Outcome }[]> => {
  const first = Math.min(...impressions.map(i => i.at.getTime()));
  const orders = (await stores.orders.ofShopper(shopper, ordersOfOne)).filter(o => o.placedAt.getTime() >= first);
  if (orders.length === 0) return impressions.map(impression => ({ impression, outcome: nothing }));
  const decisions = await stores.impressions.recent(shopper, new Date(first));
  const products = await stores.products.many([...new Set(orders.flatMap(o => o.lines.map(l => l.product)))]);
  const costs = new Map(products.map(p => [p.id, p.cost?.minor]));
  const results: { impression: Impression; outcome: Outcome }[] = [];
  for (const impression of impressions) {
    let outcome = nothing;
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

/**
 * Sums a day anew and replaces what is stored; read before the impressions, so that a sum never replaces a fuller one. False:
 * there is nothing to sum, or others were faster every time.
 */
export const sumDay = async (stores: Pick<OutcomeStores, 'learning' | 'impressions'>, id: string): Promise<boolean> => {
  for (let round = 0; round < rounds; round++) {
    const version = (await stores.learning.get(id))?.version ?? 0;
    const cells = await stores.impressions.learnedOn(id);
    if (version === 0 && cells.length === 0) return false;
    if (await stores.learning.replace({ id, version, cells })) return true;
  }
  return false;
};
