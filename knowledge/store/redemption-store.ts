import type { Db } from 'mongodb';
import { z } from 'zod';
import type { CartId, OfferId, OrderId, PromotionId, RedemptionId, ShopperId } from '../domain/ids.ts';
import type { Redemption } from '../domain/offer.ts';
import type { Books, RedemptionStore } from '../ports.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, money } from './fields.ts';

/** What earlier attempts were about, so that a hold one of them left behind is refunded with its own amount. */
interface Lives {
  readonly earlier?: readonly { readonly attempt: number; readonly minor: number }[];
}

const redemptions = shape<Redemption & Lives>(
  'redemptions',
  z.object({
    id: id<RedemptionId>(),
    promotion: id<PromotionId>(),
    shopper: id<ShopperId>(),
    offer: id<OfferId>(),
    cart: id<CartId>().optional(),
    amount: money,
    state: z.enum(['pending', 'reserved', 'committed', 'released']),
    attempt: count.min(1),
    expiresAt: date,
    order: id<OrderId>().optional(),
    earlier: z.array(z.object({ attempt: count, minor: count })).optional(),
  }),
);

interface Found extends Required<Lives> {
  readonly redemption: Redemption;
}

const read = (document: Stored): Found => {
  const { earlier = [], ...redemption } = redemptions.read(document);
  return { redemption, earlier };
};

const holdOf = (redemption: RedemptionId, attempt: number): string => `${redemption}#${attempt}`;

const parseHold = (hold: string): { redemption: string; attempt: number } => {
  const at = hold.lastIndexOf('#');
  return { redemption: hold.slice(0, at), attempt: Number(hold.slice(at + 1)) };
};

/** The attempt as it was: itself, or an earlier one, which is always a released one. */
const lifeOf = ({ redemption, earlier }: Found, attempt: number): Redemption | undefined => {
  if (attempt === redemption.attempt) return redemption;
  const life = earlier.find(l => l.attempt === attempt);
  return life && { ...redemption, attempt, state: 'released', amount: { ...redemption.amount, minor: life.minor } };
};

const unfinishedStates = { $in: ['pending', 'reserved'] };

/**
 * The protocol of house.md section 4. Why it balances:
 * - only the caller that made an attempt may take its hold, once: a second claim of a pending redemption starts a new
 *   attempt, after which the first one's steps match nothing. Otherwise a hold taken late, after another caller had
 *   committed the same attempt and dropped its hold, could never be told from a hold that was not dropped yet;
 * - `released` and `committed` are final for an attempt, so its hold can be refunded or dropped at any later time, by
 *   anybody, and the write that does so needs the hold to be there.
 */
export const redemptionStore = (db: Db): RedemptionStore & { books(promotion: PromotionId): Promise<Books> } => {
  const documents: Documents = db.collection<Stored>('redemptions');
  const promotions: Documents = db.collection<Stored>('promotions');

  const find = async (redemption: RedemptionId): Promise<Found | null> => {
    const found = await documents.findOne({ _id: redemption });
    return found && read(found);
  };

  const refund = async (life: Redemption): Promise<void> => {
    const hold = holdOf(life.id, life.attempt);
    await promotions.updateOne(
      { _id: life.promotion, holds: hold },
      { $inc: { remainingMinor: life.amount.minor }, $pull: { holds: hold } as never },
    );
  };

  const dropHold = async (life: Redemption): Promise<void> => {
    const hold = holdOf(life.id, life.attempt);
    await promotions.updateOne({ _id: life.promotion, holds: hold }, { $pull: { holds: hold } as never });
  };

  /** Of every promotion, or of one, the holds in its pool. */
  const openHolds = async (filter: { _id?: string }): Promise<{ hold: string; life: Redemption | undefined }[]> => {
    const pools = await promotions.find(filter, { projection: { holds: 1 } }).toArray();
    const holds = pools.flatMap(p => (Array.isArray(p.holds) ? (p.holds as string[]) : []));
    if (holds.length === 0) return [];
    const ids = [...new Set(holds.map(h => parseHold(h).redemption))];
    const found = new Map<string, Found>();
    for (let i = 0; i < ids.length; i += 1000) {
      for await (const document of documents.find({ _id: { $in: ids.slice(i, i + 1000) } })) {
        const one = read(document);
        found.set(one.redemption.id, one);
      }
    }
    return holds.map(hold => {
      const { redemption, attempt } = parseHold(hold);
      const one = found.get(redemption);
      return { hold, life: one && lifeOf(one, attempt) };
    });
  };

  /** A new life, unless somebody was faster. The hold of the one before is refunded at once, or by the sweeper. */
  const startOver = async (known: Redemption, claim: Stored): Promise<Redemption | null> => {
    const optional = { cart: claim.cart, order: undefined };
    const unset = Object.fromEntries(Object.entries(optional).flatMap(([k, v]) => (v === undefined ? [[k, '']] : [])));
    const renewed = await documents.findOneAndUpdate(
      { _id: known.id, attempt: known.attempt, state: known.state },
      {
        $set: {
          offer: claim.offer,
          amount: claim.amount,
          expiresAt: claim.expiresAt,
          state: 'pending',
          ...(claim.cart === undefined ? {} : { cart: claim.cart }),
        },
        $unset: unset,
        $inc: { attempt: 1 },
        $push: { earlier: { attempt: known.attempt, minor: known.amount.minor } } as never,
      },
      { returnDocument: 'after' },
    );
    if (!renewed) return null;
    await refund(known);
    return read(renewed).redemption;
  };

  const release = async (redemption: RedemptionId, attempt: number): Promise<boolean> => {
    await documents.updateOne({ _id: redemption, attempt, state: unfinishedStates }, { $set: { state: 'released' } });
    const found = await find(redemption);
    const life = found && lifeOf(found, attempt);
    if (life?.state !== 'released') return false;
    await refund(life);
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
      const hold = holdOf(redemption.id, redemption.attempt);
      const { minor } = redemption.amount;
      if (!Number.isSafeInteger(minor) || minor < 0) {
        throw new RangeError(`A held amount is a whole number of minor units from 0, got ${minor}`);
      }
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
        if (taken.matchedCount === 1) return 'held';
        const pool = await promotions.findOne({ _id: redemption.promotion });
        if (Array.isArray(pool?.holds) && pool.holds.includes(hold)) return 'held';
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
      await documents.updateOne(
        { _id: redemption, attempt, state: 'reserved' },
        { $set: { state: 'committed', order } },
      );
      const known = (await find(redemption))?.redemption;
      if (known?.state !== 'committed' || known.attempt !== attempt || known.order !== order) return false;
      await dropHold(known);
      return true;
    },

    release,

    get: async redemption => (await find(redemption))?.redemption ?? null,

    unfinished: async (now, limit) => {
      const late = await documents
        .find({ state: unfinishedStates, expiresAt: { $lte: now } })
        .limit(limit)
        .toArray();
      const result = late.map(d => read(d).redemption);
      if (result.length >= limit) return result;
      for (const { life } of await openHolds({})) {
        if (life && (life.state === 'released' || life.state === 'committed')) result.push(life);
      }
      return result.slice(0, limit);
    },

    settle: async redemption => {
      const found = await find(redemption.id);
      const life = found && lifeOf(found, redemption.attempt);
      if (life?.state === 'released') await refund(life);
      if (life?.state === 'committed') await dropHold(life);
    },

    books: async promotion => {
      const pool = await promotions.findOne({ _id: promotion }, { projection: { capMinor: 1, remainingMinor: 1 } });
      if (!pool) throw new Error(`No promotion "${promotion}" to balance the books of`);
      let committedMinor = 0;
      for await (const document of documents.find({ promotion, state: 'committed' })) {
        committedMinor += read(document).redemption.amount.minor;
      }
      // A committed redemption whose hold is not dropped yet counts once, as committed.
      const held = (await openHolds({ _id: promotion })).filter(h => h.life?.state !== 'committed');
      return {
        capMinor: Number(pool.capMinor),
        remainingMinor: Number(pool.remainingMinor),
        committedMinor,
        heldMinor: held.reduce((sum, h) => sum + (h.life?.amount.minor ?? 0), 0),
      };
    },
  };
};
