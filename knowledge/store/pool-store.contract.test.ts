import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type CartId, type OrderId, type PromotionId } from '../domain/ids.ts';
import { campaignPool, codePool, dayPool, type PoolBound, shopperPool } from '../domain/pool.ts';
import { seededRandom } from '../domain/random.ts';
import type { Stores } from '../ports.ts';
import { aClaim, anOrder, aPromotion, later, now } from './contract-fixtures.ts';
import { type OpenedServer, testServers, times } from './contract-servers.ts';

const order = (id: string): OrderId => asId(id);
const promotion = (id: string): PromotionId => asId(id);
const open = ['placed', 'packed'] as const;

/** What dialogs' sweeper does with redemptions, their orders deciding over what cancelling tries left. */
const sweep = async (stores: Stores, at: Date): Promise<void> => {
  const { redemptions, orders } = stores;
  for (const one of await redemptions.unfinished(at, 1000)) {
    if (one.state === 'pending' || one.state === 'reserved') await redemptions.release(one.id, one.attempt);
    else await redemptions.settle(one);
  }
  for (const { redemption, by } of await redemptions.openCancels(1000)) {
    const standing = redemption.order ? await orders.get(redemption.order) : null;
    if (standing?.status === 'cancelled' && standing.cancelledBy === by) {
      await redemptions.cancel(redemption.id, standing.id, by);
      continue;
    }
    if (standing && standing.status !== 'cancelled') await orders.beginCancel(standing.id, open);
    const after = standing && (await orders.get(standing.id));
    if (after?.cancelledBy === by) await redemptions.cancel(redemption.id, after.id, by);
    else await redemptions.dropCancel(redemption, by);
  }
};

describe.each(testServers())('pools beside a promotion’s money on $name', server => {
  let stores: Stores;
  let opened: OpenedServer;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  const balanced = async (pool: string) => {
    const books = await stores.pools.books(pool);
    expect({ pool, minor: books.usedMinor, uses: books.uses }).toEqual({
      pool,
      minor: books.committedMinor + books.heldMinor,
      uses: books.committedUses + books.heldUses,
    });
    return books;
  };
  const balancedPromotion = async (id: string) => {
    const books = await stores.books(promotion(id));
    expect(books.capMinor - books.remainingMinor).toBe(books.committedMinor + books.heldMinor);
    return books;
  };

  it('let exactly as many through as the narrowest allows, at once from two processes', async () => {
    await stores.promotions.put([aPromotion('narrow', 100_000)]);
    const bounds: PoolBound[] = [
      { pool: campaignPool(asId('narrow')), minor: 30 * 700, refusal: 'budget-spent' },
      { pool: dayPool(promotion('narrow'), '2026-05-01'), uses: 20, minor: 25 * 700, refusal: 'limit-reached' },
    ];
    const other = await opened.again();
    const held = await times(60, async i => {
      const { redemptions } = i % 2 ? stores : other;
      const claim = await redemptions.claim({ ...aClaim('narrow', `s${i}`, 700), bounds });
      const got = await redemptions.hold(claim, now);
      if (got !== 'held') await redemptions.release(claim.id, claim.attempt);
      return got;
    });
    await other.close();
    expect(held.filter(h => h === 'held')).toHaveLength(20);
    expect(held.filter(h => h === 'limit-reached' || h === 'budget-spent')).toHaveLength(40);
    for (const { pool } of bounds) expect(await balanced(pool)).toMatchObject({ heldUses: 20, heldMinor: 14_000 });
    expect(await balancedPromotion('narrow')).toMatchObject({ heldMinor: 14_000 });
  });

  it('refuse what is over the bound even when nobody drew before, and leave no pool behind', async () => {
    await stores.promotions.put([aPromotion('tiny', 10_000)]);
    const bounds: PoolBound[] = [{ pool: codePool('TINY'), minor: 500, refusal: 'limit-reached' }];
    const claim = await stores.redemptions.claim({ ...aClaim('tiny', 'a', 501), bounds });
    expect(await stores.redemptions.hold(claim, now)).toBe('limit-reached');
    await stores.redemptions.release(claim.id, claim.attempt);
    expect(await stores.pools.usage([codePool('TINY')])).toEqual(new Map());
    expect(await balancedPromotion('tiny')).toMatchObject({ remainingMinor: 10_000 });
  });

  it('take each hold once however often the step is repeated, and give it back once', async () => {
    await stores.promotions.put([aPromotion('again', 10_000)]);
    const pool = shopperPool(promotion('again'), asId('a'));
    const bounds: PoolBound[] = [{ pool, uses: 2, minor: 1000, refusal: 'limit-reached' }];
    const claim = await stores.redemptions.claim({ ...aClaim('again', 'a', 400), bounds });
    expect(await times(5, () => stores.redemptions.hold(claim, now))).toEqual(Array(5).fill('held'));
    expect(await balanced(pool)).toMatchObject({ usedMinor: 400, uses: 1 });
    await times(5, () => stores.redemptions.release(claim.id, 1));
    expect(await balanced(pool)).toMatchObject({ usedMinor: 0, uses: 0 });
  });

  it('give back what a cancelled order had used, once, and let it be used again', async () => {
    await stores.promotions.put([aPromotion('back', 10_000)]);
    const pool = codePool('BACK');
    const bounds: PoolBound[] = [{ pool, uses: 1, refusal: 'code-used' }];
    const { redemptions, orders } = stores;
    const claim = await redemptions.claim({ ...aClaim('back', 'a', 400), bounds, code: 'BACK' });
    await redemptions.hold(claim, now);
    await redemptions.reserve(claim.id, 1, later(30));
    await orders.insert(anOrder('back-1', 'a'));
    await redemptions.commit(claim.id, 1, order('back-1'));
    const by = (await orders.beginCancel(order('back-1'), open))!;
    expect(await redemptions.noteCancel(claim.id, order('other'), by)).toBe(false);
    expect(await redemptions.noteCancel(claim.id, order('back-1'), by)).toBe(true);
    expect(await balanced(pool)).toMatchObject({ uses: 1, committedUses: 1 });
    expect(await orders.cancel(order('back-1'), open, by + 1)).toBe(false);
    expect(await orders.cancel(order('back-1'), open, by)).toBe(true);
    expect(await times(3, () => redemptions.cancel(claim.id, order('back-1'), by))).toContain(true);
    expect(await balanced(pool)).toMatchObject({ uses: 0, heldUses: 0 });
    expect(await balancedPromotion('back')).toMatchObject({ remainingMinor: 10_000, committedMinor: 0 });
    const anew = await redemptions.claim({ ...aClaim('back', 'a', 300), bounds });
    expect(anew).toMatchObject({ attempt: 2, state: 'pending' });
    expect(await redemptions.hold(anew, now)).toBe('held');
    expect(await balanced(pool)).toMatchObject({ uses: 1, usedMinor: 300 });
  });

  it('a cancelling try that was overtaken gives nothing back, however late its notes arrive', async () => {
    await stores.promotions.put([aPromotion('overtaken', 10_000)]);
    const { redemptions, orders } = stores;
    const pool = codePool('OVERTAKEN');
    const bounds: PoolBound[] = [{ pool, uses: 5, refusal: 'limit-reached' }];
    const claim = await redemptions.claim({ ...aClaim('overtaken', 'a', 400), bounds });
    await redemptions.hold(claim, now);
    await redemptions.reserve(claim.id, 1, later(30));
    await orders.insert(anOrder('ov-1', 'a'));
    await redemptions.commit(claim.id, 1, order('ov-1'));
    const slow = (await orders.beginCancel(order('ov-1'), open))!;
    const quick = (await orders.beginCancel(order('ov-1'), open))!;
    await redemptions.noteCancel(claim.id, order('ov-1'), slow);
    await redemptions.noteCancel(claim.id, order('ov-1'), quick);
    expect(await orders.cancel(order('ov-1'), open, slow)).toBe(false);
    expect(await orders.cancel(order('ov-1'), open, quick)).toBe(true);
    await redemptions.cancel(claim.id, order('ov-1'), quick);
    await sweep(stores, later(1));
    expect(await balanced(pool)).toMatchObject({ usedMinor: 0, uses: 0 });
    expect(await balancedPromotion('overtaken')).toMatchObject({ remainingMinor: 10_000, heldMinor: 0 });
    expect((await redemptions.unfinished(later(1), 1000)).filter(r => r.promotion === 'overtaken')).toEqual([]);
  });

  it('property: any sequence of steps by anybody, orders cancelled in between, leaves every pool balanced', async () => {
    const steps = fc.array(
      fc.record({
        step: fc.constantFrom(
          ...['claim', 'hold', 'reserve', 'commit', 'release', 'settle', 'sweep'],
          ...['begin', 'note', 'decide', 'give-back'],
        ),
        shopper: fc.integer({ min: 0, max: 1 }),
        which: fc.nat(20),
        minor: fc.integer({ min: 1, max: 90 }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(steps, async all => {
        const id = `any-pool-${run++}`;
        const { redemptions, orders } = stores;
        await stores.promotions.put([aPromotion(id, 300)]);
        const shared = codePool(id);
        const boundsOf = (shopper: number): PoolBound[] => [
          { pool: shared, uses: 3, minor: 200, refusal: 'limit-reached' },
          { pool: `shopper:${id}:${shopper}`, minor: 120, refusal: 'limit-reached' },
        ];
        type Claim = Awaited<ReturnType<Stores['redemptions']['claim']>>;
        const seen: Claim[] = [];
        const mayHold = new Set<number>();
        const holding = new Set<number>();
        /** Orders by redemption; a cancelling try notes only before it decides, as its one process does. */
        const placed: { order: OrderId; redemption: Claim['id'] }[] = [];
        const tries: { order: OrderId; redemption: Claim['id']; by: number; decided: boolean }[] = [];
        for (const { step, shopper, which, minor } of all) {
          const at = seen.length > 0 ? which % seen.length : -1;
          const one = seen[at];
          const aTry = tries.length > 0 ? tries[which % tries.length] : undefined;
          if (step === 'claim') {
            const claim = await redemptions.claim({ ...aClaim(id, `s${shopper}`, minor), bounds: boundsOf(shopper) });
            mayHold.add(seen.push(claim) - 1);
          } else if (step === 'sweep') await sweep(stores, later(which * 10));
          else if (step === 'begin') {
            const some = placed[which % Math.max(1, placed.length)];
            const by = some && (await orders.beginCancel(some.order, open));
            if (some && by) tries.push({ ...some, by, decided: false });
          } else if (step === 'note') {
            if (aTry && !aTry.decided) await redemptions.noteCancel(aTry.redemption, aTry.order, aTry.by);
          } else if (step === 'decide') {
            if (!aTry || aTry.decided) continue;
            // The one process of a try notes everything before it decides.
            await redemptions.noteCancel(aTry.redemption, aTry.order, aTry.by);
            aTry.decided = true;
            await orders.cancel(aTry.order, open, aTry.by);
          } else if (step === 'give-back') {
            const cancelled = aTry ? await orders.get(aTry.order) : null;
            if (aTry && cancelled?.cancelledBy)
              await redemptions.cancel(aTry.redemption, cancelled.id, cancelled.cancelledBy);
          } else if (!one) continue;
          else if (step === 'hold') {
            if (one.state === 'released' || !mayHold.delete(at)) continue;
            if ((await redemptions.hold(one, now)) === 'held') holding.add(at);
          } else if (step === 'reserve') {
            if (holding.has(at)) await redemptions.reserve(one.id, one.attempt, later(30));
          } else if (step === 'commit') {
            const number = order(`${id}-${placed.length}`);
            if (await redemptions.commit(one.id, one.attempt, number)) {
              await orders.insert(anOrder(number, `s${shopper}`, { cart: asId<CartId>(id) }));
              placed.push({ order: number, redemption: one.id });
            }
          } else if (step === 'release') await redemptions.release(one.id, one.attempt);
          else await redemptions.settle(one);
        }
        // Twice: what the first settles of a cancelled order, the second finds done.
        for (let i = 0; i < 2; i++) await sweep(stores, later(600));
        const books = await balancedPromotion(id);
        expect(books.heldMinor).toBe(0);
        expect(books.remainingMinor).toBeGreaterThanOrEqual(0);
        for (const pool of [shared, `shopper:${id}:0`, `shopper:${id}:1`]) {
          expect(await balanced(pool)).toMatchObject({ heldMinor: 0, heldUses: 0 });
        }
      }),
      { numRuns: 120, seed: 17 },
    );
  });

  it('count down after a crash between any two writes of hold, commit and cancel', async () => {
    const random = seededRandom(5);
    await stores.promotions.put([aPromotion('crashing', 1_000_000)]);
    const pool = codePool('CRASHING');
    const bounds: PoolBound[] = [
      { pool, uses: 1000, refusal: 'limit-reached' },
      { pool: codePool('CRASHING-2'), uses: 1000, refusal: 'limit-reached' },
    ];
    await times(40, async i => {
      const { redemptions, orders } = stores;
      const id = order(`crashing-${i}`);
      const stops = random();
      const claim = await redemptions.claim({ ...aClaim('crashing', `s${i}`, 100), bounds });
      if (stops < 0.1) return;
      await redemptions.hold(claim, now);
      if (stops < 0.2) return;
      await redemptions.reserve(claim.id, claim.attempt, later(30));
      if (stops < 0.3) return;
      await orders.insert(anOrder(id, `s${i}`));
      await redemptions.commit(claim.id, claim.attempt, id);
      if (stops < 0.4) return;
      const by = (await orders.beginCancel(id, open))!;
      await redemptions.noteCancel(claim.id, id, by);
      if (stops < 0.6) return;
      await orders.cancel(id, open, by);
      if (stops < 0.8) return;
      await redemptions.cancel(claim.id, id, by);
    });
    await sweep(stores, later(60));
    const books = await balanced(pool);
    expect(books).toMatchObject({ heldUses: 0 });
    const standing = (await times(40, i => stores.orders.get(order(`crashing-${i}`)))).filter(
      o => o?.status === 'placed',
    );
    expect(books.committedUses).toBe(standing.length);
    expect(await balanced(codePool('CRASHING-2'))).toEqual(books);
  });
});
