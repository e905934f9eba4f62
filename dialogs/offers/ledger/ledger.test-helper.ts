/** Stores that die between two writes, and what must hold of the books whenever one looks. */
import { expect } from 'vitest';
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import type { PoolBooks } from '../../../knowledge/domain/pool.ts';
import type { Books } from '../../../knowledge/ports/promotions.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import type { LedgerStores } from './ledger.ts';

/** The promotion's money, which must agree with its redemptions. */
export const balancedPromotion = async (stores: Stores, id: PromotionId): Promise<Books> => {
  const books = await stores.books(id);
  expect(books.capMinor - books.remainingMinor).toBe(books.committedMinor + books.heldMinor);
  return books;
};

/** A pool, which must agree with the redemptions that draw from it. */
export const balancedPool = async (stores: Stores, pool: string): Promise<PoolBooks> => {
  const books = await stores.pools.books(pool);
  expect({ pool, minor: books.usedMinor, uses: books.uses }).toEqual({
    pool,
    minor: books.committedMinor + books.heldMinor,
    uses: books.committedUses + books.heldUses,
  });
  return books;
};

/** The stores, dying at the n-th write: before it is done, or just after, when its answer is lost. */
export const dyingAt = (
  stores: Stores,
  n: number,
  answerLost: boolean,
): { stores: LedgerStores; died: () => boolean } => {
  let writes = 0;
  const reads = new Set([
    'get',
    'many',
    'all',
    'ofShopper',
    'byNumber',
    'unfinished',
    'overdue',
    'openTakes',
    'open',
    'openCancels',
    'rules',
    'balances',
  ]);
  const wrap = <T extends object>(store: T): T =>
    new Proxy(store, {
      get: (target, name, receiver) => {
        const method = Reflect.get(target, name, receiver);
        if (typeof method !== 'function' || reads.has(String(name))) return method;
        return async (...input: unknown[]) => {
          writes += 1;
          if (writes > n || (writes === n && !answerLost)) throw new Error('killed');
          const result = await method.apply(target, input);
          if (writes === n) {
            writes += 1;
            throw new Error('killed');
          }
          return result;
        };
      },
    });
  const { offers, promotions, redemptions, pools, codes, carts, products, orders, shoppers, locks } = stores;
  return {
    stores: {
      pools,
      shoppers,
      codes: wrap(codes),
      offers: wrap(offers),
      promotions: wrap(promotions),
      redemptions: wrap(redemptions),
      carts: wrap(carts),
      products: wrap(products),
      orders: wrap(orders),
      locks: wrap(locks),
    },
    died: () => writes >= n,
  };
};
