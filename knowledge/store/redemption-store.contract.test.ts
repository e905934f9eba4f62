import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type CartId, type OrderId, type PromotionId } from '../domain/ids.ts';
import { type Random, seededRandom } from '../domain/random.ts';
import type { Books } from '../ports/promotions.ts';
import type { Stores } from '../ports.ts';
import { aClaim, aPromotion, later, now } from './contract-fixtures.ts';
import { type OpenedServer, testServers, times } from './contract-servers.ts';

const balance = (books: Books): number =>
  books.capMinor - books.remainingMinor - books.committedMinor - books.heldMinor;
const order = (id: string): OrderId => asId(id);
const promotion = (id: string): PromotionId => asId(id);
/** The process stops here: nothing after it runs. */
class Crash extends Error {}

/** What dialogs' sweeper does, with the reading (`unfinished`) and the acting as late apart as the caller wants. */
const sweep = async (stores: Stores, at: Date): Promise<number> => {
  const found = await stores.redemptions.unfinished(at, 1000);
  for (const one of found) {
    if (one.state === 'pending' || one.state === 'reserved') await stores.redemptions.release(one.id, one.attempt);
    else await stores.redemptions.settle(one);
  }
  return found.length;
};

/** Claim to commit as a caller walks it; `step` may throw Crash between any two writes. */
const redeem = async (
  stores: Stores,
  who: { promotion: string; shopper: string; minor: number },
  step: () => void | Promise<void>,
  end: 'commit' | 'release' | 'reserve',
): Promise<'committed' | 'released' | 'reserved' | 'refused'> => {
  const { redemptions } = stores;
  const claim = await redemptions.claim(aClaim(who.promotion, who.shopper, who.minor));
  await step();
  if (claim.state === 'committed') return 'committed';
  if (claim.state === 'pending') {
    if ((await redemptions.hold(claim, now)) !== 'held') {
      await step();
      await redemptions.release(claim.id, claim.attempt);
      return 'refused';
    }
    await step();
    if (!(await redemptions.reserve(claim.id, claim.attempt, later(30)))) {
      await step();
      await redemptions.release(claim.id, claim.attempt);
      return 'refused';
    }
    await step();
  }
  if (end === 'reserve') return 'reserved';
  if (end === 'release') return (await redemptions.release(claim.id, claim.attempt)) ? 'released' : 'refused';
  const paid = await redemptions.commit(claim.id, claim.attempt, order(`order-${who.shopper}`));
  return paid ? 'committed' : 'refused';
};

describe.each(testServers())('the money protocol on $name', server => {
  let stores: Stores;
  let opened: OpenedServer;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  const fresh = async (id: string, capMinor: number): Promise<void> => {
    await stores.promotions.put([aPromotion(id, capMinor)]);
  };

  it('200 shoppers at once redeem a pool for 140: exactly 140 hold it, and the books balance at every step', async () => {
    await fresh('rush', 140 * 700);
    const claims = await times(200, i => stores.redemptions.claim(aClaim('rush', `s${i}`, 700)));
    const held = await times(200, i => stores.redemptions.hold(claims[i]!, now));
    expect(held.filter(h => h === 'held')).toHaveLength(140);
    expect(held.filter(h => h === 'budget-spent')).toHaveLength(60);
    expect(await stores.books(promotion('rush'))).toEqual({
      capMinor: 98_000,
      remainingMinor: 0,
      committedMinor: 0,
      heldMinor: 98_000,
      promisedMinor: 0,
    });
    const committed = await times(200, async i => {
      const { id, attempt } = claims[i]!;
      if (held[i] !== 'held') return stores.redemptions.release(id, attempt).then(() => false);
      await stores.redemptions.reserve(id, attempt, later(30));
      return stores.redemptions.commit(id, attempt, order(`o${i}`));
    });
    expect(committed.filter(Boolean)).toHaveLength(140);
    expect(await stores.books(promotion('rush'))).toMatchObject({ committedMinor: 98_000, heldMinor: 0 });
    expect(await stores.redemptions.unfinished(now, 10)).toEqual([]);
  });

  it('one shopper pressing 30 times from two processes holds the money once', async () => {
    await fresh('button', 5000);
    const other = await opened.again();
    const ends = await times(30, i =>
      redeem(i % 2 ? stores : other, { promotion: 'button', shopper: 'eager', minor: 700 }, () => {}, 'commit'),
    );
    await other.close();
    const books = await stores.books(promotion('button'));
    expect(balance(books)).toBe(0);
    expect(books.committedMinor).toBe(700);
    expect(ends).toContain('committed');
    await sweep(stores, later(60));
    expect(await stores.books(promotion('button'))).toMatchObject({ remainingMinor: 4300, heldMinor: 0 });
  });

  it('every step repeated changes nothing more', async () => {
    await fresh('twice', 1000);
    const claim = await stores.redemptions.claim(aClaim('twice', 'a', 400));
    expect(await times(5, () => stores.redemptions.hold(claim, now))).toEqual(Array(5).fill('held'));
    expect(await times(5, () => stores.redemptions.reserve(claim.id, 1, later(30)))).toEqual(Array(5).fill(true));
    expect((await stores.redemptions.claim(aClaim('twice', 'a', 999))).amount.minor).toBe(400);
    expect(await times(5, () => stores.redemptions.commit(claim.id, 1, order('o1')))).toEqual(Array(5).fill(true));
    expect(await stores.redemptions.commit(claim.id, 1, order('o2'))).toBe(false);
    expect(await stores.redemptions.release(claim.id, 1)).toBe(false);
    expect(await stores.redemptions.claim(aClaim('twice', 'a', 400))).toMatchObject({
      state: 'committed',
      order: 'o1',
    });
    expect(await stores.redemptions.hold((await stores.redemptions.get(claim.id))!, now)).toBe('held');
    expect(await stores.books(promotion('twice'))).toEqual({
      capMinor: 1000,
      remainingMinor: 600,
      committedMinor: 400,
      heldMinor: 0,
      promisedMinor: 0,
    });
  });

  it('released and claimed again: another attempt, with another amount', async () => {
    await fresh('again', 1000);
    const first = await stores.redemptions.claim(aClaim('again', 'a', 400));
    await stores.redemptions.hold(first, now);
    expect(await times(4, () => stores.redemptions.release(first.id, 1))).toEqual(Array(4).fill(true));
    await expect(stores.redemptions.hold({ ...first, state: 'released' }, now)).rejects.toThrow(/claim it again/);
    const second = await stores.redemptions.claim({ ...aClaim('again', 'a', 250), cart: asId<CartId>('cart') });
    expect(second).toMatchObject({ attempt: 2, state: 'pending', cart: 'cart', amount: { minor: 250 } });
    expect(await stores.redemptions.reserve(second.id, 1, later(30))).toBe(false);
    await stores.redemptions.hold(second, now);
    expect(await stores.books(promotion('again'))).toMatchObject({ remainingMinor: 750, heldMinor: 250 });
  });

  it('a sweeper that wakes late with an old attempt refunds nothing twice', async () => {
    await fresh('late', 1000);
    const first = await stores.redemptions.claim(aClaim('late', 'a', 400));
    await stores.redemptions.hold(first, now);
    const seen = (await stores.redemptions.unfinished(later(60), 1000)).filter(r => r.promotion === 'late');
    expect(seen).toMatchObject([{ id: 'late:a', attempt: 1, state: 'pending' }]);
    await stores.redemptions.release(first.id, 1);
    const second = await stores.redemptions.claim(aClaim('late', 'a', 600));
    await stores.redemptions.hold(second, now);
    for (const old of [...seen, { ...first, state: 'released' as const }]) {
      await stores.redemptions.release(old.id, old.attempt);
      await stores.redemptions.settle(old);
    }
    expect(await stores.books(promotion('late'))).toMatchObject({ remainingMinor: 400, heldMinor: 600 });
    expect(await stores.redemptions.get(second.id)).toMatchObject({ state: 'pending', attempt: 2 });
  });

  it('a hold that arrives after its attempt was given up is found and refunded with its own amount', async () => {
    await fresh('slow', 1000);
    const slow = await stores.redemptions.claim(aClaim('slow', 'a', 400));
    const quick = await stores.redemptions.claim(aClaim('slow', 'a', 100));
    expect(quick.attempt).toBe(2);
    await stores.redemptions.hold(quick, now);
    await stores.redemptions.reserve(quick.id, 2, later(30));
    await stores.redemptions.commit(quick.id, 2, order('o1'));
    await stores.redemptions.hold(slow, now);
    expect(await stores.books(promotion('slow'))).toMatchObject({
      remainingMinor: 500,
      committedMinor: 100,
      heldMinor: 400,
    });
    expect(await stores.redemptions.reserve(slow.id, 1, later(30))).toBe(false);
    expect(await sweep(stores, now)).toBe(1);
    expect(await stores.books(promotion('slow'))).toMatchObject({
      remainingMinor: 900,
      committedMinor: 100,
      heldMinor: 0,
    });
  });

  it('a promotion that ended takes no hold, unless it was promised while it ran', async () => {
    await stores.promotions.put([aPromotion('over', 1000, { endsAt: now })]);
    const claim = await stores.redemptions.claim(aClaim('over', 'a', 400));
    expect(await stores.redemptions.hold(claim, now)).toBe('not-active');
    expect(await stores.redemptions.hold(claim, now, true)).toBe('held');
    const unknown = await stores.redemptions.claim(aClaim('never-was', 'a', 400));
    expect(await stores.redemptions.hold(unknown, now, true)).toBe('not-active');
    await expect(stores.redemptions.hold({ ...unknown, amount: { minor: -5, currency: 'CNY' } }, now)).rejects.toThrow(
      /-5/,
    );
  });

  it('crashes between any two writes, with a sweeper beside: after a last sweep the books balance and nothing is open', async () => {
    let crashes = 0;
    const rounds = 30;
    for (let round = 0; round < rounds; round++) {
      const random = seededRandom(1000 + round);
      const id = `crash-${round}`;
      await fresh(id, 20 * 70);
      const crashing = (r: Random) => () => {
        if (r() < 0.25) throw new Crash();
      };
      const walk = async (shopper: number): Promise<void> => {
        for (let attempt = 0; attempt < 2; attempt++) {
          const end = random() < 0.6 ? 'commit' : random() < 0.5 ? 'release' : 'reserve';
          const minor = 40 + Math.floor(random() * 60);
          try {
            await redeem(stores, { promotion: id, shopper: `s${shopper}`, minor }, crashing(random), end);
          } catch (error) {
            if (!(error instanceof Crash)) throw error;
            crashes++;
          }
        }
      };
      // Two walkers per shopper, so that attempts of one redemption really meet.
      const walkers = times(40, i => walk(i % 20));
      const sweeper = (async () => {
        for (let i = 0; i < 3; i++) await sweep(stores, later(i * 20));
      })();
      await Promise.all([walkers, sweeper]);
      expect(balance(await stores.books(promotion(id)))).toBe(0);
      await sweep(stores, later(120));
      const books = await stores.books(promotion(id));
      expect({ balance: balance(books), held: books.heldMinor }).toEqual({ balance: 0, held: 0 });
      expect(books.remainingMinor).toBeGreaterThanOrEqual(0);
    }
    expect(crashes).toBeGreaterThan(rounds * 10);
  });

  it('property: any sequence of steps by anybody leaves the books balanced', async () => {
    const steps = fc.array(
      fc.record({
        step: fc.constantFrom('claim', 'hold', 'reserve', 'commit', 'release', 'settle', 'sweep', 'cap'),
        shopper: fc.integer({ min: 0, max: 2 }),
        which: fc.nat(20),
        minor: fc.integer({ min: 1, max: 90 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(steps, async all => {
        const id = `any-${run++}`;
        await fresh(id, 200);
        /** Every reading anybody ever made, to be acted on at any later time; a hold only by its claimer, once. */
        const seen: Awaited<ReturnType<Stores['redemptions']['claim']>>[] = [];
        const mayHold = new Set<number>();
        const holding = new Set<number>();
        for (const { step, shopper, which, minor } of all) {
          const at = seen.length > 0 ? which % seen.length : -1;
          const one = seen[at];
          if (step === 'claim') {
            const claim = await stores.redemptions.claim(aClaim(id, `s${shopper}`, minor));
            mayHold.add(seen.push(claim) - 1);
          } else if (step === 'sweep') await sweep(stores, later(which * 10));
          else if (step === 'cap') await fresh(id, 100 + minor * 2);
          else if (!one) continue;
          else if (step === 'hold') {
            if (one.state === 'released' || !mayHold.delete(at)) continue;
            if ((await stores.redemptions.hold(one, now)) === 'held') holding.add(at);
          } else if (step === 'reserve') {
            // A caller reserves what it holds.
            if (holding.has(at)) await stores.redemptions.reserve(one.id, one.attempt, later(30));
          } else if (step === 'commit') await stores.redemptions.commit(one.id, one.attempt, order(`o${shopper}`));
          else if (step === 'release') await stores.redemptions.release(one.id, one.attempt);
          else await stores.redemptions.settle(one);
        }
        await sweep(stores, later(600));
        const books = await stores.books(promotion(id));
        return balance(books) === 0 && books.heldMinor === 0;
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
