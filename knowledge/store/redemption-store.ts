import type { Db } from 'mongodb';
import type { PromotionId, RedemptionId } from '../domain/ids.ts';
import type { Redemption } from '../domain/offer.ts';
import { heldOf, type PoolBooks, promiseText, readPromise } from '../domain/pool.ts';
import type { Books, PoolStore, RedemptionStore } from '../ports/promotions.ts';
import { type Documents, insertOnce, type Stored } from './document.ts';
import { type Hold, holdText, type Pool, poolStore, readHold } from './pool-store.ts';
import { type Found, holdOf, isMoneyOut, lifeOf, outOf, readRedemption, redemptions } from './redemption-life.ts';

const unfinishedStates = { $in: ['pending', 'reserved'] };

/**
 * The protocol of house.md section 4, over a promotion's money and any further pools. Why it balances:
 * - only the caller that made an attempt may take its holds, once: a second claim of a pending redemption starts a new
 *   attempt, after which the first one's steps match nothing. Otherwise a hold taken late, after another caller had
 *   committed the same attempt and dropped its hold, could never be told from a hold that was not dropped yet;
 * - `released` and `committed` are final for an attempt, so its holds can be refunded or dropped at any later time, by
 *   anybody, in each pool by itself, and the write that does so needs the hold to be there;
 * - a committed attempt whose order is cancelled is given back by holds of its own, named after the cancelling try. Only
 *   that try puts them there, and before the order is cancelled by that very try, one conditional write that a newer try
 *   or the sweeper fences off by counting on. So once the order is cancelled they are all there, none comes later, and
 *   refunding them is again a write that needs the hold to be there. Those of any other try are dropped;
 * - a promise is a mark like a hold, and says itself how much it is and until when. Making it is one write per pool;
 *   applying its quote makes it a hold, letting go makes the hold that promise again, each in one write: its money is at no
 *   moment where somebody else could have it. Only being used, or its time, gives it back for good.
 */
export const redemptionStore = (
  db: Db,
): RedemptionStore & { books(promotion: PromotionId): Promise<Books>; readonly pools: PoolStore } => {
  const documents: Documents = db.collection<Stored>('redemptions');
  const promotions: Documents = db.collection<Stored>('promotions');
  const pools = poolStore(db);

  const find = async (redemption: RedemptionId): Promise<Found | null> => {
    const found = await documents.findOne({ _id: redemption });
    return found && readRedemption(found);
  };

  const foundOf = async (ids: readonly string[]): Promise<Map<string, Found>> => {
    const wanted = [...new Set(ids)];
    const found = new Map<string, Found>();
    for (let i = 0; i < wanted.length; i += 1000) {
      for await (const document of documents.find({ _id: { $in: wanted.slice(i, i + 1000) } })) {
        const one = readRedemption(document);
        found.set(one.redemption.id, one);
      }
    }
    return found;
  };

  /** Of every pool, or of one, the holds that stand in it, each with the life it is of. */
  const openHolds = async (
    filter?: { promotion: string } | { pool: string },
  ): Promise<{ hold: Hold; life: Redemption }[]> => {
    const holds = (await pools.open('holds', filter)).map(readHold);
    if (holds.length === 0) return [];
    const found = await foundOf(holds.map(h => h.redemption));
    return holds.flatMap(hold => {
      const one = found.get(hold.redemption);
      const life = one && lifeOf(one, hold.attempt);
      return life ? [{ hold, life }] : [];
    });
  };

  /** What one hold of a finished life deserves; those of a cancelling try on a committed life are left to its order. */
  const settleHold = async (hold: Hold, life: Redemption): Promise<void> => {
    if (life.state !== 'released' && life.state !== 'committed') return;
    if (life.state === 'committed' && hold.cancel !== undefined) return;
    if (isMoneyOut(hold, life)) await pools.refund(life, holdText(hold));
    else await pools.drop(life, holdText(hold));
  };

  /** A new life, unless somebody was faster. The hold of the one before is refunded at once, or by the sweeper. */
  const startOver = async (known: Redemption, claim: Stored): Promise<Redemption | null> => {
    const replaced = ['offer', 'code', 'cart', 'bounds', 'promise', 'heldMinor'] as const;
    const unset = [...replaced.filter(field => claim[field] === undefined), 'order', 'cancelledBy'];
    const renewed = await documents.findOneAndUpdate(
      { _id: known.id, attempt: known.attempt, state: known.state },
      {
        $set: {
          amount: claim.amount,
          expiresAt: claim.expiresAt,
          state: 'pending',
          ...Object.fromEntries(replaced.flatMap(f => (claim[f] === undefined ? [] : [[f, claim[f]]]))),
        },
        $unset: Object.fromEntries(unset.map(field => [field, ''])),
        $inc: { attempt: 1 },
        $push: {
          earlier: {
            attempt: known.attempt,
            minor: known.amount.minor,
            ...(known.bounds ? { bounds: known.bounds } : {}),
            ...(known.heldMinor === undefined ? {} : { heldMinor: known.heldMinor }),
            ...(known.promise === undefined ? {} : { promise: known.promise }),
            ...(known.cancelledBy === undefined ? {} : { cancelledBy: known.cancelledBy }),
          },
        } as never,
      },
      { returnDocument: 'after' },
    );
    if (!renewed) return null;
    await pools.refund(known, holdOf(known, known.cancelledBy));
    return readRedemption(renewed).redemption;
  };

  const release = async (redemption: RedemptionId, attempt: number): Promise<boolean> => {
    const released = await documents.findOneAndUpdate(
      { _id: redemption, attempt, state: unfinishedStates },
      { $set: { state: 'released' } },
      { returnDocument: 'after' },
    );
    const found = released ? readRedemption(released) : await find(redemption);
    const life = found && lifeOf(found, attempt);
    if (life?.state !== 'released' || life.cancelledBy !== undefined) return false;
    await pools.refund(life, holdOf(life));
    return life.attempt === found?.redemption.attempt;
  };

  /**
   * One pool's part of a hold: the promise where it stands, else what is free. A life that a crash ended may still have the
   * promise as its own hold: it is made to give it back first.
   */
  const draw = async <T extends string>(
    redemption: Redemption,
    pool: Pool,
    takeFree: () => Promise<T>,
  ): Promise<T | 'held' | Exclude<Awaited<ReturnType<typeof pools.redeem>>, 'absent'>> => {
    const { promise } = redemption;
    if (promise === undefined) return takeFree();
    const hold = holdOf(redemption);
    const moved = await pools.redeem(pool, hold, promise, heldOf(redemption));
    if (moved !== 'absent') return moved;
    const where = 'promotion' in pool ? pool : { pool: pool.bound.pool };
    for (const { hold: left, life } of await openHolds(where)) {
      if (left.redemption === redemption.id && left.attempt !== redemption.attempt) await settleHold(left, life);
    }
    const again = await pools.redeem(pool, hold, promise, heldOf(redemption));
    return again === 'absent' ? takeFree() : again;
  };

  return {
    promise: async ({ offer, minor, bounds = [] }, now) => {
      const promise = promiseText(offer, minor);
      const own = await pools.takeFrom(offer.promotion, 'promises', promise, minor, now);
      if (own !== 'held') return own;
      for (const bound of bounds) {
        const drawn = await pools.take(bound, 'promises', promise, minor);
        if (drawn === 'held') continue;
        await pools.giveBack(offer.promotion, bounds, promise);
        return drawn;
      }
      return 'promised';
    },

    unpromise: async ({ offer, minor, bounds = [] }) => {
      await pools.giveBack(offer.promotion, bounds, promiseText(offer, minor));
    },

    lapsePromises: now => pools.lapse(now),

    claim: async claim => {
      const first: Redemption = { ...claim, state: 'pending', attempt: 1 };
      const document = redemptions.write(first);
      for (;;) {
        if (await insertOnce(documents, { ...document })) return first;
        const known = (await find(claim.id))?.redemption;
        if (!known) continue;
        if (known.state === 'committed' || known.state === 'reserved') return known;
        const renewed = await startOver(known, document);
        if (renewed) return renewed;
      }
    },

    hold: async (redemption, now, promised = false) => {
      // Whoever reserved or committed holds the money already; taking it here again could not be told apart later.
      if (redemption.state === 'reserved' || redemption.state === 'committed') return 'held';
      if (redemption.state === 'released') {
        throw new Error(
          `Redemption "${redemption.id}" attempt ${redemption.attempt} is released: claim it again first`,
        );
      }
      const hold = holdOf(redemption);
      const minor = heldOf(redemption);
      if (!Number.isSafeInteger(minor) || minor < 0) {
        throw new RangeError(`A held amount is a whole number of minor units from 0, got ${minor}`);
      }
      const own = await draw(redemption, { promotion: redemption.promotion }, () =>
        pools.takeFrom(redemption.promotion, 'holds', hold, minor, promised ? undefined : now),
      );
      if (own !== 'held') return own;
      for (const bound of redemption.bounds ?? []) {
        const drawn = await draw(redemption, { bound }, () => pools.take(bound, 'holds', hold, minor));
        if (drawn !== 'held') return drawn;
      }
      return 'held';
    },

    reserve: async (redemption, attempt, expiresAt) => {
      const updated = await documents.updateOne(
        { _id: redemption, attempt, state: 'pending' },
        { $set: { state: 'reserved', expiresAt } },
      );
      if (updated.matchedCount === 1) return true;
      const known = (await find(redemption))?.redemption;
      return known?.state === 'reserved' && known.attempt === attempt;
    },

    commit: async (redemption, attempt, order) => {
      const committed = await documents.findOneAndUpdate(
        { _id: redemption, attempt, state: 'reserved' },
        { $set: { state: 'committed', order } },
        { returnDocument: 'after' },
      );
      const known = committed ? readRedemption(committed).redemption : (await find(redemption))?.redemption;
      if (known?.state !== 'committed' || known.attempt !== attempt || known.order !== order) return false;
      await pools.drop(known, holdOf(known));
      return true;
    },

    release,

    noteCancel: async (redemption, order, by) => {
      const known = (await find(redemption))?.redemption;
      if (known?.state !== 'committed' || known.order !== order) return false;
      await pools.note(known, holdOf(known, by));
      return true;
    },

    cancel: async (redemption, order, by) => {
      const cancelled = await documents.findOneAndUpdate(
        { _id: redemption, state: 'committed', order },
        { $set: { state: 'released', cancelledBy: by } },
        { returnDocument: 'after' },
      );
      const known = cancelled ? readRedemption(cancelled).redemption : (await find(redemption))?.redemption;
      if (known?.order !== order || known.state !== 'released' || known.cancelledBy !== by) return false;
      await pools.drop(known, holdOf(known));
      await pools.refund(known, holdOf(known, by));
      return true;
    },

    openCancels: async limit =>
      (await openHolds())
        .flatMap(({ hold, life }) =>
          life.state === 'committed' && hold.cancel !== undefined ? [{ redemption: life, by: hold.cancel }] : [],
        )
        .slice(0, limit),

    dropCancel: async (redemption, by) => {
      await pools.drop(redemption, holdOf(redemption, by));
    },

    get: async redemption => (await find(redemption))?.redemption ?? null,

    many: async ids => {
      if (ids.length === 0) return [];
      return [...(await foundOf(ids)).values()].map(f => f.redemption);
    },

    unfinished: async (now, limit) => {
      const late = await documents
        .find({ state: unfinishedStates, expiresAt: { $lte: now } })
        .limit(limit)
        .toArray();
      const result = late.map(d => readRedemption(d).redemption);
      if (result.length >= limit) return result;
      for (const { hold, life } of await openHolds()) {
        const left = life.state === 'released' || (life.state === 'committed' && hold.cancel === undefined);
        if (left && !result.some(r => r.id === life.id && r.attempt === life.attempt)) result.push(life);
      }
      return result.slice(0, limit);
    },

    settle: async redemption => {
      const found = await find(redemption.id);
      const life = found && lifeOf(found, redemption.attempt);
      if (!life || life.state === 'pending' || life.state === 'reserved') return;
      await settleHold({ redemption: life.id, attempt: life.attempt }, life);
      if (life.cancelledBy === undefined) return;
      for (const hold of (await pools.open('holds')).map(readHold)) {
        if (hold.cancel === undefined || hold.redemption !== life.id || hold.attempt !== life.attempt) continue;
        await settleHold(hold, life);
      }
    },

    books: async promotion => {
      const pool = await promotions.findOne({ _id: promotion }, { projection: { capMinor: 1, remainingMinor: 1 } });
      if (!pool) throw new Error(`No promotion "${promotion}" to balance the books of`);
      let committedMinor = 0;
      for await (const document of documents.find({ promotion, state: 'committed' })) {
        committedMinor += readRedemption(document).redemption.amount.minor;
      }
      // A committed redemption whose hold is not dropped yet counts once, as committed.
      const held = (await openHolds({ promotion })).reduce((sum, one) => sum + outOf(one), 0);
      const promised = (await pools.open('promises', { promotion })).map(readPromise);
      const promisedMinor = promised.reduce((sum, { minor }) => sum + minor, 0);
      return {
        capMinor: Number(pool.capMinor),
        remainingMinor: Number(pool.remainingMinor),
        committedMinor,
        heldMinor: held + promisedMinor,
        promisedMinor,
      };
    },

    pools: {
      usage: pools.usage,
      books: async (pool): Promise<PoolBooks> => {
        const usage = (await pools.usage([pool])).get(pool) ?? { usedMinor: 0, uses: 0 };
        let committedMinor = 0;
        let committedUses = 0;
        for await (const document of documents.find({ 'bounds.pool': pool, state: 'committed' })) {
          committedMinor += readRedemption(document).redemption.amount.minor;
          committedUses += 1;
        }
        const holds = await openHolds({ pool });
        const promised = (await pools.open('promises', { pool })).map(readPromise);
        const heldMinor = [...holds.map(outOf), ...promised.map(p => p.minor)].reduce((a, b) => a + b, 0);
        const heldUses = holds.filter(({ hold, life }) => isMoneyOut(hold, life)).length + promised.length;
        return { ...usage, committedMinor, committedUses, heldMinor, heldUses };
      },
    },
  };
};
