/** Repairs what time or a crash left half done; safe to run in several processes at once and at any moment. */
import { asId, type CartId } from '../../../knowledge/domain/ids.ts';
import type { Redemption } from '../../../knowledge/domain/offer.ts';
import { lockOf, settleCancel } from './cancel.ts';
import { finishOrUndo } from './finish-order.ts';
import { cartIdOf, dealsOf, type LedgerStores, redemptionOfOffer, withCart } from './ledger.ts';
import { readTakeNote } from './order-stock.ts';

export interface SweepCounts {
  /** Offers that lapsed unused. */
  readonly offersExpired: number;
  /** Reservations given back to their pools. */
  readonly released: number;
  /** Orders whose commit or stock a crash had left open. */
  readonly completed: number;
  /** Holds that outlived their redemption. */
  readonly settled: number;
  /** Quotes nobody took, whose money went back to the pools. */
  readonly promisesLapsed: number;
  /** Stock taken for orders that were never placed, or that were cancelled. */
  readonly stockGivenBack: number;
  /** Tries of cancelling an order that a crash had interrupted, given back or taken away. */
  readonly cancelsSettled: number;
  /** Left for the next run: somebody is at work on that cart. */
  readonly busy: number;
}

const batch = 200;

type Counts = { -readonly [K in keyof SweepCounts]: number };

export const sweep = async ({
  stores,
  now,
}: {
  readonly stores: LedgerStores;
  readonly now: Date;
}): Promise<SweepCounts> => {
  const counts: Counts = {
    offersExpired: 0,
    released: 0,
    completed: 0,
    settled: 0,
    promisesLapsed: 0,
    stockGivenBack: 0,
    cancelsSettled: 0,
    busy: 0,
  };
  await sweepRedemptions(stores, now, counts);
  await sweepCancels(stores, now, counts);
  await sweepStock(stores, now, counts);
  await sweepOffers(stores, now, counts);
  // Last: what the others let go of is a promise again, and its time may be over.
  counts.promisesLapsed = await stores.redemptions.lapsePromises(now);
  await stores.codes.pruneTries(now);
  return counts;
};

const sweepRedemptions = async (stores: LedgerStores, now: Date, counts: Counts): Promise<void> => {
  for (const redemption of await stores.redemptions.unfinished(now, batch)) {
    if (redemption.state === 'released' || redemption.state === 'committed') {
      await stores.redemptions.settle(redemption);
      counts.settled += 1;
      continue;
    }
    counts[await underCart(stores, redemption, now)] += 1;
  }
};

/** A reservation past its time: completed if its order stands, else given back. The attempt seen is the attempt released. */
const underCart = async (
  stores: LedgerStores,
  redemption: Redemption,
  now: Date,
): Promise<'released' | 'completed' | 'busy'> => {
  const repair = async (): Promise<'released' | 'completed'> => {
    const orders = await stores.orders.ofShopper(redemption.shopper, 50);
    const order = orders.find(
      o =>
        o.status !== 'cancelled' &&
        dealsOf(o).some(d => d.redemption === redemption.id && d.offer === redemption.offer),
    );
    if (order && (await finishOrUndo(stores, order, now)).kind === 'placed') return 'completed';
    await stores.redemptions.release(redemption.id, redemption.attempt);
    return 'released';
  };
  if (!redemption.cart) return repair();
  return (await withCart({ stores, cart: redemption.cart, now, wait: false }, repair)) ?? 'busy';
};

const sweepCancels = async (stores: LedgerStores, now: Date, counts: Counts): Promise<void> => {
  for (const { redemption, by } of await stores.redemptions.openCancels(batch)) {
    const order = redemption.order ? await stores.orders.get(redemption.order) : null;
    const repair = async (): Promise<'cancelsSettled'> => {
      const outcome = order ? await settleCancel(stores, order.id, by, now) : 'dropped';
      if (outcome === 'dropped') await stores.redemptions.dropCancel(redemption, by);
      return 'cancelsSettled';
    };
    const done = order ? await withCart({ stores, cart: lockOf(order), now, wait: false }, repair) : await repair();
    counts[done ?? 'busy'] += 1;
  }
};

const sweepStock = async (stores: LedgerStores, now: Date, counts: Counts): Promise<void> => {
  for (const note of await stores.products.openTakes(batch)) {
    const { order: id, quantity, cancel } = readTakeNote(note.by);
    const cart = cartIdOf(id) ?? asId<CartId>(`order:${id}`);
    const repair = async (): Promise<'completed' | 'stockGivenBack' | 'cancelsSettled'> => {
      if (cancel !== undefined) {
        const outcome = await settleCancel(stores, id, cancel, now);
        if (outcome === 'dropped') await stores.products.settleTake(note.product, note.by);
        return 'cancelsSettled';
      }
      const order = await stores.orders.get(id);
      if (order && order.status !== 'cancelled') {
        const outcome = await finishOrUndo(stores, order, now);
        return outcome.kind === 'placed' ? 'completed' : 'stockGivenBack';
      }
      await stores.products.giveBack(note.product, quantity, note.by);
      return 'stockGivenBack';
    };
    counts[(await withCart({ stores, cart, now, wait: false }, repair)) ?? 'busy'] += 1;
  }
};

const sweepOffers = async (stores: LedgerStores, now: Date, counts: Counts): Promise<void> => {
  for (const offer of await stores.offers.overdue(now, batch)) {
    const redemption = await stores.redemptions.get(redemptionOfOffer(offer, undefined));
    const used = redemption?.offer === offer.id && redemption.state === 'committed';
    const to = used ? 'redeemed' : 'expired';
    const set = used && redemption.order ? { order: redemption.order, redemption: redemption.id } : undefined;
    if ((await stores.offers.transition(offer.id, ['quoted', 'held'], to, set)) && !used) counts.offersExpired += 1;
  }
};
