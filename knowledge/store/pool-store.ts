import type { Db } from 'mongodb';
import type { Redemption } from '../domain/offer.ts';
import { overBound, type PoolBound, type PoolUsage } from '../domain/pool.ts';
import { type Documents, isDuplicate, type Stored } from './document.ts';

/** A hold as it stands in a pool: whose, of which attempt, and for a cancelled order the number of the cancelling try. */
export interface Hold {
  readonly redemption: string;
  readonly attempt: number;
  readonly cancel?: number;
}

/** "<redemption>#<attempt>", or "<redemption>#<attempt>~<try>" for what a cancelled order gives back. */
export const holdText = ({ redemption, attempt, cancel }: Hold): string =>
  cancel === undefined ? `${redemption}#${attempt}` : `${redemption}#${attempt}~${cancel}`;

export const readHold = (text: string): Hold => {
  const at = text.lastIndexOf('#');
  const [attempt, cancel] = text.slice(at + 1).split('~');
  return {
    redemption: text.slice(0, at),
    attempt: Number(attempt),
    ...(cancel === undefined ? {} : { cancel: Number(cancel) }),
  };
};

export const holdsOf = (document: Stored): string[] =>
  Array.isArray(document.holds) ? (document.holds as string[]) : [];

const usageOf = (document: Stored | null): PoolUsage => ({
  usedMinor: Number(document?.usedMinor ?? 0),
  uses: Number(document?.uses ?? 0),
});

type Life = Pick<Redemption, 'id' | 'attempt' | 'promotion' | 'amount' | 'bounds'>;

/**
 * The writes on pools: a promotion's money, which counts down in its own document, and the others, which count up in
 * documents made by their first use. Every one names its hold and does nothing when the hold is not as it expects.
 */
export const poolStore = (db: Db) => {
  const promotions: Documents = db.collection<Stored>('promotions');
  const pools: Documents = db.collection<Stored>('pools');

  /** Takes `minor` and one use unless that would go over the bound; a hold that is there already is held. */
  const take = async (bound: PoolBound, hold: string, minor: number): Promise<'held' | PoolBound['refusal']> => {
    const empty = overBound(bound, { usedMinor: 0, uses: 0 }, minor);
    if (empty) return empty;
    for (;;) {
      try {
        await pools.updateOne(
          {
            _id: bound.pool,
            holds: { $ne: hold },
            ...(bound.minor === undefined ? {} : { usedMinor: { $lte: bound.minor - minor } }),
            ...(bound.uses === undefined ? {} : { uses: { $lte: bound.uses - 1 } }),
          },
          { $inc: { usedMinor: minor, uses: 1 }, $push: { holds: hold } as never },
          { upsert: true },
        );
        return 'held';
      } catch (error) {
        // The pool is there and did not match: full, or ours already.
        if (!isDuplicate(error)) throw error;
      }
      const known = await pools.findOne({ _id: bound.pool });
      if (known && holdsOf(known).includes(hold)) return 'held';
      const over = known && overBound(bound, usageOf(known), minor);
      if (over) return over;
      // Something was given back between the two: try again.
    }
  };

  const keysOf = (life: Life): string[] => (life.bounds ?? []).map(b => b.pool);

  /** Gives the amount and the use of this hold back to every pool where it stands. */
  const refund = async (life: Life, hold: string): Promise<void> => {
    const $pull = { holds: hold } as never;
    const { minor } = life.amount;
    await promotions.updateOne({ _id: life.promotion, holds: hold }, { $inc: { remainingMinor: minor }, $pull });
    const keys = keysOf(life);
    if (keys.length === 0) return;
    await pools.updateMany({ _id: { $in: keys }, holds: hold }, { $inc: { usedMinor: -minor, uses: -1 }, $pull });
  };

  /** Takes this hold away and leaves what it took. */
  const drop = async (life: Life, hold: string): Promise<void> => {
    const $pull = { holds: hold } as never;
    await promotions.updateOne({ _id: life.promotion, holds: hold }, { $pull });
    const keys = keysOf(life);
    if (keys.length > 0) await pools.updateMany({ _id: { $in: keys }, holds: hold }, { $pull });
  };

  /** Puts a hold into every pool of a redemption that has taken its money already, so that it can be refunded. */
  const note = async (life: Life, hold: string): Promise<void> => {
    const $push = { holds: hold } as never;
    await promotions.updateOne({ _id: life.promotion, holds: { $ne: hold } }, { $push });
    const keys = keysOf(life);
    if (keys.length > 0) await pools.updateMany({ _id: { $in: keys }, holds: { $ne: hold } }, { $push });
  };

  return {
    take,
    refund,
    drop,
    note,
    /** The holds of these documents, of both kinds of pools when no filter is given. */
    open: async (filter?: { promotion: string } | { pool: string }): Promise<string[]> => {
      const some = { holds: { $gt: '' } };
      const projection = { projection: { holds: 1 } };
      const inPromotions = !filter || 'promotion' in filter;
      const inPools = !filter || 'pool' in filter;
      const found = await Promise.all([
        inPromotions
          ? promotions.find(filter && 'promotion' in filter ? { _id: filter.promotion } : some, projection).toArray()
          : [],
        inPools ? pools.find(filter && 'pool' in filter ? { _id: filter.pool } : some, projection).toArray() : [],
      ]);
      return [...new Set(found.flat().flatMap(holdsOf))];
    },
    usage: async (keys: readonly string[]): Promise<Map<string, PoolUsage>> => {
      if (keys.length === 0) return new Map();
      const found = await pools
        .find({ _id: { $in: [...new Set(keys)] } }, { projection: { usedMinor: 1, uses: 1 } })
        .toArray();
      return new Map(found.map(d => [d._id, usageOf(d)]));
    },
  };
};
