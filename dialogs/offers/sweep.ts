/** Repairs what time or a crash left half done; safe to run in several processes at once and at any moment. */
import type { Redemption } from '../../knowledge/domain/offer.ts';
import { finishOrUndo, readTakeNote } from './checkout.ts';
import { cartIdOf, type LedgerStores, redemptionIdOf, withCart } from './ledger.ts';

export interface SweepCounts {
  /** Offers that lapsed unused. */
  readonly offersExpired: number;
  /** Reservations given back to their pool. */
  readonly released: number;
  /** Orders whose commit or stock a crash had left open. */
  readonly completed: number;
  /** Holds that outlived their redemption. */
  readonly settled: number;
  /** Stock taken for orders that were never placed. */
  readonly stockGivenBack: number;
  /** Left for the next run: somebody is at work on that cart. */
  readonly busy: number;
}

const batch = 200;

export const sweep = async ({
  stores,
  now,
}: {
  readonly stores: LedgerStores;
  readonly now: Date;
}): Promise<SweepCounts> => {
  const counts = { offersExpired: 0, released: 0, completed: 0, settled: 0, stockGivenBack: 0, busy: 0 };

  for (const redemption of await stores.redemptions.unfinished(now, batch)) {
    if (redemption.state === 'released' || redemption.state === 'committed') {
      await stores.redemptions.settle(redemption);
      counts.settled += 1;
      continue;
    }
    const outcome = await underCart(stores, redemption, now);
    counts[outcome] += 1;
  }

  for (const note of await stores.products.openTakes(batch)) {
    const { order: id, quantity } = readTakeNote(note.by);
    const cart = cartIdOf(id);
    if (!cart) continue;
    const outcome = await withCart({ stores, cart, now, wait: false }, async () => {
      const order = await stores.orders.get(id);
      if (order && order.status !== 'cancelled') {
        const outcome = await finishOrUndo(stores, order, now);
        return outcome.kind === 'placed' ? ('completed' as const) : ('stockGivenBack' as const);
      }
      await stores.products.giveBack(note.product, quantity, note.by);
      return 'stockGivenBack' as const;
    });
    counts[outcome ?? 'busy'] += 1;
  }

  for (const offer of await stores.offers.overdue(now, batch)) {
    const redemption = await stores.redemptions.get(redemptionIdOf(offer));
    const used = redemption?.offer === offer.id && redemption.state === 'committed';
    const to = used ? 'redeemed' : 'expired';
    const set = used && redemption.order ? { order: redemption.order, redemption: redemption.id } : undefined;
    if ((await stores.offers.transition(offer.id, ['quoted', 'held'], to, set)) && !used) counts.offersExpired += 1;
  }
  return counts;
};

/** A reservation past its time: completed if its order stands, else given back. The attempt seen is the attempt released. */
const underCart = async (
  stores: LedgerStores,
  redemption: Redemption,
  now: Date,
): Promise<'released' | 'completed' | 'busy'> => {
  const repair = async (): Promise<'released' | 'completed'> => {
    const orders = await stores.orders.ofShopper(redemption.shopper, 50);
    const order = orders.find(o => o.offer === redemption.offer && o.status !== 'cancelled');
    if (order && (await finishOrUndo(stores, order, now)).kind === 'placed') return 'completed';
    await stores.redemptions.release(redemption.id, redemption.attempt);
    return 'released';
  };
  if (!redemption.cart) return repair();
  return (await withCart({ stores, cart: redemption.cart, now, wait: false }, repair)) ?? 'busy';
};
