import type { Db } from 'mongodb';
import type { Redemption } from '../domain/offer.ts';
import { heldOf, overBound, type PoolBound, type PoolUsage, promiseWith, readPromise } from '../domain/pool.ts';
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

/** What stands in a pool: the holds of redemptions, and what is promised to quotes. */
export type Mark = 'holds' | 'promises';

const marksOf = (document: Stored | null, mark: Mark): string[] =>
  Array.isArray(document?.[mark]) ? (document[mark] as string[]) : [];

const usageOf = (document: Stored | null): PoolUsage => ({
  usedMinor: Number(document?.usedMinor ?? 0),
  uses: Number(document?.uses ?? 0),
});

type Life = Pick<Redemption, 'id' | 'attempt' | 'promotion' | 'amount' | 'heldMinor' | 'promise' | 'bounds'>;

/** A promotion's own pool, or one of those beside it. */
export type Pool = { readonly promotion: string } | { readonly bound: PoolBound };

/**
 * The writes on pools: a promotion's money, which counts down in its own document, and the others, which count up in
 * documents made by their first use. Every one names its mark, a hold or a promise, moves the money in the same write, and
 * does nothing when the pool is not as it expects.
 */
export const poolStore = (db: Db) => {
  const promotions: Documents = db.collection<Stored>('promotions');
  const pools: Documents = db.collection<Stored>('pools');

  /** Takes `minor` and one use unless that would go over the bound; what is there already is held. */
  const take = async (
    bound: PoolBound,
    mark: Mark,
    text: string,
    minor: number,
  ): Promise<'held' | PoolBound['refusal']> => {
    const empty = overBound(bound, { usedMinor: 0, uses: 0 }, minor);
    if (empty) return empty;
    for (;;) {
      try {
        await pools.updateOne(
          {
            _id: bound.pool,
            [mark]: { $ne: text },
            ...(bound.minor === undefined ? {} : { usedMinor: { $lte: bound.minor - minor } }),
            ...(bound.uses === undefined ? {} : { uses: { $lte: bound.uses - 1 } }),
          },
          { $inc: { usedMinor: minor, uses: 1 }, $push: { [mark]: text } as never },
          { upsert: true },
        );
        return 'held';
      } catch (error) {
        // The pool is there and did not match: full, or ours already.
        if (!isDuplicate(error)) throw error;
      }
      const known = await pools.findOne({ _id: bound.pool });
      if (marksOf(known, mark).includes(text)) return 'held';
      const over = known && overBound(bound, usageOf(known), minor);
      if (over) return over;
      // Something was given back between the two: try again.
    }
  };

  /** Takes `minor` from a promotion's money; asked for `running`, only while it runs. */
  const takeFrom = async (
    promotion: string,
    mark: Mark,
    text: string,
    minor: number,
    running?: Date,
  ): Promise<'held' | 'not-active' | 'budget-spent'> => {
    const now = running;
    for (;;) {
      const taken = await promotions.updateOne(
        {
          _id: promotion,
          ...(now ? { active: true, startsAt: { $lte: now }, endsAt: { $gt: now } } : {}),
          remainingMinor: { $gte: minor },
          [mark]: { $ne: text },
        },
        { $inc: { remainingMinor: -minor }, $push: { [mark]: text } as never },
      );
      if (taken.matchedCount === 1) return 'held';
      const pool = await promotions.findOne({ _id: promotion });
      if (marksOf(pool, mark).includes(text)) return 'held';
      if (!pool) return 'not-active';
      if (now && !(pool.active === true && pool.startsAt <= now && pool.endsAt > now)) return 'not-active';
      if (Number(pool.remainingMinor) < minor) return 'budget-spent';
      // A refund arrived between the two: try again.
    }
  };

  /**
   * Makes a promise a hold in one write, with what is held beyond it taken from the pool. 'absent': no such promise here,
   * nothing written.
   */
  const redeem = async (
    pool: Pool,
    hold: string,
    promise: string,
    heldMinor: number,
  ): Promise<'held' | 'absent' | PoolBound['refusal']> => {
    const more = heldMinor - readPromise(promise).minor;
    const marks = { promises: promise, holds: { $ne: hold } };
    const change = { $pull: { promises: promise } as never, $push: { holds: hold } as never };
    for (;;) {
      let known: Stored | null;
      let refusal: PoolBound['refusal'] | null;
      if ('promotion' in pool) {
        const room = more > 0 ? { remainingMinor: { $gte: more } } : {};
        const $inc = { remainingMinor: -more };
        const moved = await promotions.updateOne({ _id: pool.promotion, ...marks, ...room }, { $inc, ...change });
        if (moved.matchedCount === 1) return 'held';
        known = await promotions.findOne({ _id: pool.promotion });
        refusal = Number(known?.remainingMinor ?? 0) < more ? 'budget-spent' : null;
      } else {
        const { bound } = pool;
        const limited = more > 0 && bound.minor !== undefined;
        const room = limited ? { usedMinor: { $lte: Number(bound.minor) - more } } : {};
        const $inc = { usedMinor: more };
        const moved = await pools.updateOne({ _id: bound.pool, ...marks, ...room }, { $inc, ...change });
        if (moved.matchedCount === 1) return 'held';
        known = await pools.findOne({ _id: bound.pool });
        refusal = limited && usageOf(known).usedMinor + more > Number(bound.minor) ? bound.refusal : null;
      }
      if (marksOf(known, 'holds').includes(hold)) return 'held';
      if (!marksOf(known, 'promises').includes(promise)) return 'absent';
      if (refusal) return refusal;
    }
  };

  const keysOf = (life: Pick<Life, 'bounds'>): string[] => (life.bounds ?? []).map(b => b.pool);

  /**
   * Gives what this hold took back to every pool where it stands: to the promise it came from, which stands again and lapses
   * in its time, else for good.
   */
  const refund = async (life: Life, hold: string): Promise<void> => {
    const minor = readHold(hold).cancel === undefined ? heldOf(life) : life.amount.minor;
    const keys = keysOf(life);
    if (life.promise !== undefined) {
      // What an order used and gave back is what is promised again.
      const promise = readHold(hold).cancel === undefined ? life.promise : promiseWith(life.promise, minor);
      const less = minor - readPromise(promise).minor;
      const where = { holds: hold, promises: { $ne: promise } };
      const change = { $pull: { holds: hold } as never, $push: { promises: promise } as never };
      await promotions.updateOne({ _id: life.promotion, ...where }, { $inc: { remainingMinor: less }, ...change });
      if (keys.length > 0) {
        await pools.updateMany({ _id: { $in: keys }, ...where }, { $inc: { usedMinor: -less }, ...change });
      }
    }
    const $pull = { holds: hold } as never;
    await promotions.updateOne({ _id: life.promotion, holds: hold }, { $inc: { remainingMinor: minor }, $pull });
    if (keys.length === 0) return;
    await pools.updateMany({ _id: { $in: keys }, holds: hold }, { $inc: { usedMinor: -minor, uses: -1 }, $pull });
  };

  /** Takes this hold away and leaves what the redemption used; what was held beyond it goes back. */
  const drop = async (life: Life, hold: string): Promise<void> => {
    const $pull = { holds: hold } as never;
    const rest = readHold(hold).cancel === undefined ? heldOf(life) - life.amount.minor : 0;
    const back = (field: string, minor: number) => (minor === 0 ? { $pull } : { $pull, $inc: { [field]: minor } });
    await promotions.updateOne({ _id: life.promotion, holds: hold }, back('remainingMinor', rest));
    const keys = keysOf(life);
    if (keys.length > 0) await pools.updateMany({ _id: { $in: keys }, holds: hold }, back('usedMinor', -rest));
  };

  /** Puts a hold into every pool of a redemption that has taken its money already, so that it can be refunded. */
  const note = async (life: Life, hold: string): Promise<void> => {
    const $push = { holds: hold } as never;
    await promotions.updateOne({ _id: life.promotion, holds: { $ne: hold } }, { $push });
    const keys = keysOf(life);
    if (keys.length > 0) await pools.updateMany({ _id: { $in: keys }, holds: { $ne: hold } }, { $push });
  };

  /** The documents where such a mark stands, of both kinds of pools when no filter is given. */
  const marked = async (mark: Mark, filter?: { promotion: string } | { pool: string }) => {
    const some = { [mark]: { $gt: '' } };
    const projection = { projection: { [mark]: 1 } };
    const inPromotions = !filter || 'promotion' in filter;
    const inPools = !filter || 'pool' in filter;
    const [ofPromotions, ofPools] = await Promise.all([
      inPromotions
        ? promotions.find(filter && 'promotion' in filter ? { _id: filter.promotion } : some, projection).toArray()
        : [],
      inPools ? pools.find(filter && 'pool' in filter ? { _id: filter.pool } : some, projection).toArray() : [],
    ]);
    return { ofPromotions, ofPools };
  };

  /** Gives promises back for good, in one document and one write; only those that all still stand there. */
  const giveUp = async (documents: Documents, _id: string, promises: readonly string[]): Promise<boolean> => {
    const minor = promises.reduce((sum, text) => sum + readPromise(text).minor, 0);
    const $inc = documents === promotions ? { remainingMinor: minor } : { usedMinor: -minor, uses: -promises.length };
    const change = { $inc, $pullAll: { promises: [...promises] } as never };
    return (await documents.updateOne({ _id, promises: { $all: [...promises] } }, change)).matchedCount === 1;
  };

  return {
    take,
    takeFrom,
    redeem,
    refund,
    drop,
    note,
    /** Gives a promise back to every pool where it stands. */
    giveBack: async (promotion: string, bounds: readonly PoolBound[], promise: string): Promise<void> => {
      await giveUp(promotions, promotion, [promise]);
      for (const { pool } of bounds) await giveUp(pools, pool, [promise]);
    },
    /** Gives back the promises whose time is over, wherever they stand; returns how many quotes they were made to. */
    lapse: async (now: Date): Promise<number> => {
      const { ofPromotions, ofPools } = await marked('promises');
      const lapsed = new Set<string>();
      for (const [documents, found] of [[promotions, ofPromotions] as const, [pools, ofPools] as const]) {
        for (const document of found) {
          const over = marksOf(document, 'promises').filter(text => readPromise(text).expiresAt <= now);
          if (over.length === 0) continue;
          // One of them was applied in the very moment: each by itself then.
          if (!(await giveUp(documents, document._id, over))) {
            for (const text of over) await giveUp(documents, document._id, [text]);
          }
          for (const text of over) lapsed.add(text);
        }
      }
      return lapsed.size;
    },
    /** The marks that stand in these documents. */
    open: async (mark: Mark, filter?: { promotion: string } | { pool: string }): Promise<string[]> => {
      const { ofPromotions, ofPools } = await marked(mark, filter);
      return [...new Set([...ofPromotions, ...ofPools].flatMap(d => marksOf(d, mark)))];
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
