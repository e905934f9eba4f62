import type { Db } from 'mongodb';
import { z } from 'zod';
import type { CartId, OfferId, OrderId, PromotionId, RedemptionId, ShopperId } from '../domain/ids.ts';
import type { Redemption } from '../domain/offer.ts';
import type { PoolBooks } from '../domain/pool.ts';
import type { Books, PoolStore, RedemptionStore } from '../ports/promotions.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, money, text } from './fields.ts';
import { type Hold, holdText, poolStore, readHold } from './pool-store.ts';

const bounds = z.array(
  z.object({
    pool: text.min(1),
    minor: count.optional(),
    uses: count.optional(),
    refusal: z.enum(['budget-spent', 'limit-reached', 'code-used']),
  }),
);

/** What earlier attempts were about, so that a hold one of them left behind is refunded with its own amount, where it lies. */
interface Lives {
  readonly earlier?: readonly {
    readonly attempt: number;
    readonly minor: number;
    readonly bounds?: z.output<typeof bounds> | undefined;
    readonly cancelledBy?: number | undefined;
  }[];
}

const redemptions = shape<Redemption & Lives>(
  'redemptions',
  z.object({
    id: id<RedemptionId>(),
    promotion: id<PromotionId>(),
    shopper: id<ShopperId>(),
    offer: id<OfferId>().optional(),
    code: text.optional(),
    cart: id<CartId>().optional(),
    amount: money,
    bounds: bounds.optional(),
    state: z.enum(['pending', 'reserved', 'committed', 'released']),
    attempt: count.min(1),
    expiresAt: date,
    order: id<OrderId>().optional(),
    cancelledBy: count.optional(),
    earlier: z
      .array(
        z.object({
          attempt: count,
          minor: count,
          bounds: bounds.optional(),
          cancelledBy: count.optional(),
        }),
      )
      .optional(),
  }),
);

interface Found extends Required<Lives> {
  readonly redemption: Redemption;
}

const read = (document: Stored): Found => {
  const { earlier = [], ...redemption } = redemptions.read(document);
  return { redemption, earlier };
};

const holdOf = ({ id, attempt }: Pick<Redemption, 'id' | 'attempt'>, cancel?: number): string =>
  holdText({ redemption: id, attempt, ...(cancel === undefined ? {} : { cancel }) });

/** The attempt as it was: itself, or an earlier one, which is always a released one. */
const lifeOf = ({ redemption, earlier }: Found, attempt: number): Redemption | undefined => {
  if (attempt === redemption.attempt) return redemption;
  const life = earlier.find(l => l.attempt === attempt);
  if (!life) return undefined;
  const { bounds: _b, cancelledBy: _c, order: _o, ...rest } = redemption;
  return {
    ...rest,
    attempt,
    state: 'released',
    amount: { ...redemption.amount, minor: life.minor },
    ...(life.bounds ? { bounds: life.bounds } : {}),
    ...(life.cancelledBy === undefined ? {} : { cancelledBy: life.cancelledBy }),
  };
};

/** What a hold found in a pool stands for now: money out, or money that the commit counts already. */
const isMoneyOut = (hold: Hold, life: Redemption): boolean =>
  hold.cancel === undefined
    ? life.state !== 'committed' && life.cancelledBy === undefined
    : life.state === 'released' && life.cancelledBy === hold.cancel;

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
 *   refunding them is again a write that needs the hold to be there. Those of any other try are dropped.
 */
export const redemptionStore = (
  db: Db,
): RedemptionStore & { books(promotion: PromotionId): Promise<Books>; readonly pools: PoolStore } => {
  const documents: Documents = db.collection<Stored>('redemptions');
  const promotions: Documents = db.collection<Stored>('promotions');
  const pools = poolStore(db);

  const find = async (redemption: RedemptionId): Promise<Found | null> => {
    const found = await documents.findOne({ _id: redemption });
    return found && read(found);
  };

  const foundOf = async (ids: readonly string[]): Promise<Map<string, Found>> => {
    const wanted = [...new Set(ids)];
    const found = new Map<string, Found>();
    for (let i = 0; i < wanted.length; i += 1000) {
      for await (const document of documents.find({ _id: { $in: wanted.slice(i, i + 1000) } })) {
        const one = read(document);
        found.set(one.redemption.id, one);
      }
    }
    return found;
  };

  /** Of every pool, or of one, the holds that stand in it, each with the life it is of. */
  const openHolds = async (
    filter?: { promotion: string } | { pool: string },
  ): Promise<{ hold: Hold; life: Redemption }[]> => {
    const holds = (await pools.open(filter)).map(readHold);
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
    const replaced = ['offer', 'code', 'cart', 'bounds'] as const;
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
            ...(known.cancelledBy === undefined ? {} : { cancelledBy: known.cancelledBy }),
          },
        } as never,
      },
      { returnDocument: 'after' },
    );
    if (!renewed) return null;
    await pools.refund(known, holdOf(known, known.cancelledBy));
    return read(renewed).redemption;
  };

  const release = async (redemption: RedemptionId, attempt: number): Promise<boolean> => {
    const released = await documents.findOneAndUpdate(
      { _id: redemption, attempt, state: unfinishedStates },
      { $set: { state: 'released' } },
      { returnDocument: 'after' },
    );
    const found = released ? read(released) : await find(redemption);
    const life = found && lifeOf(found, attempt);
    if (life?.state !== 'released' || life.cancelledBy !== undefined) return false;
    await pools.refund(life, holdOf(life));
    return life.attempt === found?.redemption.attempt;
  };

  return {
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
      const { minor } = redemption.amount;
      if (!Number.isSafeInteger(minor) || minor < 0) {
        throw new RangeError(`A held amount is a whole number of minor units from 0, got ${minor}`);
      }
      const drawFromPools = async () => {
        for (const bound of redemption.bounds ?? []) {
          const drawn = await pools.take(bound, hold, minor);
          if (drawn !== 'held') return drawn;
        }
        return 'held' as const;
      };
      const running = promised ? {} : { active: true, startsAt: { $lte: now }, endsAt: { $gt: now } };
      for (;;) {
        const taken = await promotions.updateOne(
          {
            _id: redemption.promotion,
            ...running,
            remainingMinor: { $gte: minor },
            holds: { $ne: hold },
          },
          { $inc: { remainingMinor: -minor }, $push: { holds: hold } as never },
        );
        if (taken.matchedCount === 1) return drawFromPools();
        const pool = await promotions.findOne({ _id: redemption.promotion });
        if (Array.isArray(pool?.holds) && pool.holds.includes(hold)) return drawFromPools();
        if (!pool) return 'not-active';
        if (!promised && !(pool.active === true && pool.startsAt <= now && pool.endsAt > now)) return 'not-active';
        if (Number(pool.remainingMinor) < minor) return 'budget-spent';
        // A refund arrived between the two: try again.
      }
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
      const known = committed ? read(committed).redemption : (await find(redemption))?.redemption;
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
      const known = cancelled ? read(cancelled).redemption : (await find(redemption))?.redemption;
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
      const result = late.map(d => read(d).redemption);
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
      for (const hold of (await pools.open()).map(readHold)) {
        if (hold.cancel === undefined || hold.redemption !== life.id || hold.attempt !== life.attempt) continue;
        await settleHold(hold, life);
      }
    },

    books: async promotion => {
      const pool = await promotions.findOne({ _id: promotion }, { projection: { capMinor: 1, remainingMinor: 1 } });
      if (!pool) throw new Error(`No promotion "${promotion}" to balance the books of`);
      let committedMinor = 0;
      for await (const document of documents.find({ promotion, state: 'committed' })) {
        committedMinor += read(document).redemption.amount.minor;
      }
      // A committed redemption whose hold is not dropped yet counts once, as committed.
      const out = (await openHolds({ promotion })).filter(({ hold, life }) => isMoneyOut(hold, life));
      return {
        capMinor: Number(pool.capMinor),
        remainingMinor: Number(pool.remainingMinor),
        committedMinor,
        heldMinor: out.reduce((sum, { life }) => sum + life.amount.minor, 0),
      };
    },

    pools: {
      usage: pools.usage,
      books: async (pool): Promise<PoolBooks> => {
        const usage = (await pools.usage([pool])).get(pool) ?? { usedMinor: 0, uses: 0 };
        let committedMinor = 0;
        let committedUses = 0;
        for await (const document of documents.find({ 'bounds.pool': pool, state: 'committed' })) {
          committedMinor += read(document).redemption.amount.minor;
          committedUses += 1;
        }
        const out = (await openHolds({ pool })).filter(({ hold, life }) => isMoneyOut(hold, life));
        const heldMinor = out.reduce((sum, { life }) => sum + life.amount.minor, 0);
        return { ...usage, committedMinor, committedUses, heldMinor, heldUses: out.length };
      },
    },
  };
};
