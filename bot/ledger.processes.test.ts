import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCart } from '../dialogs/offers/ledger/redeem.ts';
import { sweep } from '../dialogs/offers/ledger/sweep.ts';
import { asId, type PromotionId } from '../knowledge/domain/ids.ts';
import type { Order } from '../knowledge/domain/order.ts';
import { campaignPool, codePool, dayPool } from '../knowledge/domain/pool.ts';
import type { Stores } from '../knowledge/ports.ts';
import { openStores } from '../knowledge/store/open.ts';
import { longRounds, Program, startDatabase } from './testing/bot-process.ts';
import { type KillingProxy, startKillingProxy } from './testing/killing-proxy.ts';
import {
  at,
  buy,
  cartOf,
  coat,
  ledgerPromotions,
  ledgerShop,
  makeLedgerShop,
  makeShopper,
  minutesLater,
  mug,
  offerIdOf,
  quote,
  raiseBudget,
  sharedCode,
  shopperOf,
  stockAtFirst,
} from './testing/ledger-scene.ts';

/** Full size: COUNTEROFFER_ROUNDS=500 kills, COUNTEROFFER_CARTS=10000 carts. */
const kills = longRounds || 12;
const carts = Number(process.env.COUNTEROFFER_CARTS ?? 300);
const say = (line: string): void => {
  if (longRounds || carts > 1000) process.stderr.write(`${line}\n`);
};

const worker = (uri: string, name: string, args: readonly (string | number)[]): Program =>
  Program.start('bot/testing/ledger-worker.ts', { MONGODB_URI: uri, WORKER_NAME: name }, args.map(String));

const outcomesOf = async (program: Program): Promise<Record<string, number>> =>
  JSON.parse(await program.until(/^outcomes (.*)$/m)) as Record<string, number>;

const added = (all: readonly Record<string, number>[]): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const one of all) for (const [key, n] of Object.entries(one)) sum[key] = (sum[key] ?? 0) + n;
  return sum;
};

/** Every pool there is agrees with the redemptions, and these with the orders, deal by deal; the stock with both. */
const audit = async (stores: Stores, orders: readonly Order[], spoken: string) => {
  const standing = orders.filter(o => o.status !== 'cancelled');
  const deals = standing.flatMap(o => o.deals ?? []);
  for (const { id } of ledgerPromotions()) {
    const books = await stores.books(id);
    expect(books.capMinor - books.remainingMinor, `${spoken}: ${id}`).toBe(books.committedMinor + books.heldMinor);
    const given = deals.filter(d => d.promotion === id).reduce((sum, d) => sum + d.saves.minor, 0);
    expect({ id, minor: books.committedMinor }, spoken).toEqual({ id, minor: given });
  }
  const day = dayPool(asId<PromotionId>('automatic'), '2026-05-04');
  const of = (pool: string) => {
    if (pool === day) return deals.filter(d => d.promotion === 'automatic');
    return pool.startsWith('code:') ? deals.filter(d => d.code) : deals;
  };
  for (const pool of [campaignPool(asId('everything')), day, codePool(sharedCode)]) {
    const books = await stores.pools.books(pool);
    if (books.uses === 0 && books.committedUses === 0) continue;
    expect({ pool, minor: books.usedMinor, uses: books.uses }, spoken).toEqual({
      pool,
      minor: books.committedMinor + books.heldMinor,
      uses: books.committedUses + books.heldUses,
    });
    expect({ pool, uses: books.committedUses }, spoken).toEqual({ pool, uses: of(pool).length });
  }
  const [coats, mugs] = await stores.products.many([coat.id, mug.id]);
  const sold = (id: string) =>
    standing.flatMap(o => o.lines).reduce((sum, l) => sum + (l.product === id ? l.quantity : 0), 0);
  expect({ coats: coats?.stock, mugs: mugs?.stock }, spoken).toEqual({
    coats: stockAtFirst - sold(coat.id),
    mugs: stockAtFirst - sold(mug.id),
  });
};

const ordersOf = async (stores: Stores): Promise<Order[]> => {
  const all: Order[] = [];
  for await (const order of stores.orders.stream()) all.push(order);
  return all;
};

const inDatabase = (title: string, body: (scene: () => { stores: Stores; uri: string }) => void): void => {
  describe(title, () => {
    let folder: string;
    let database: Program | undefined;
    let stores: Stores;
    let uri: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ledger-'));
      const started = await startDatabase(join(folder, 'db'));
      database = started.program;
      uri = started.uri;
      stores = await openStores({ mongodbUri: uri });
    }, 120_000);
    afterAll(async () => {
      await stores?.close();
      await database?.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    }, 60_000);
    body(() => ({ stores, uri }));
  });
};

const go = (stores: Stores, name: string): Promise<boolean> => stores.inbox.accept(`go:${name}`, '{}', at);

inDatabase('200 shoppers in 4 processes on a budget for 140', scene => {
  it('exactly 140 have the deal, none twice, everybody else pays the price they saw, the books balance', async () => {
    const { stores, uri } = scene();
    // 5 off by itself, on a campaign with money for 140 of them; nobody enters the code with its gift.
    await makeLedgerShop(stores, { budgetMinor: 140 * 500 + 499 });
    await stores.codes.setActive(sharedCode, false);
    for (let n = 0; n < 200; n++) await makeShopper(stores, n, false);
    const programs = [0, 1, 2, 3].map(i => worker(uri, 'rush', [i * 50, i * 50 + 50, 50, 'twice,insists']));
    await Promise.all(programs.map(p => p.until(/^ready$/m)));
    await go(stores, 'rush');
    const outcomes = added(await Promise.all(programs.map(outcomesOf)));
    await Promise.all(programs.map(p => p.end()));
    await sweep({ stores, now: minutesLater(60) });
    const orders = await ordersOf(stores);
    say(`200 shoppers, 4 processes: ${JSON.stringify(outcomes)}`);
    expect(orders.filter(o => o.status !== 'cancelled')).toHaveLength(200);
    const dealt = orders.filter(o => o.status !== 'cancelled' && o.deals?.length);
    expect(dealt).toHaveLength(140);
    expect(new Set(dealt.map(o => o.shopper)).size).toBe(140);
    expect(await stores.pools.books(campaignPool(asId('everything')))).toMatchObject({
      usedMinor: 70_000,
      uses: 140,
      heldUses: 0,
    });
    await audit(stores, orders, 'rush');
  }, 180_000);
});

inDatabase(`${carts} carts under 50 connections`, scene => {
  it(
    'are all paid once; of the deals exactly as many as their day and their budget allow',
    async () => {
      const { stores, uri } = scene();
      const allowed = Math.floor(carts * 0.6);
      await makeLedgerShop(stores, { limits: { perDay: { uses: allowed } } });
      for (let n = 0; n < carts; n += 100) {
        const some = Array.from({ length: Math.min(100, carts - n) }, (_, i) => n + i);
        await Promise.all(some.map(i => makeShopper(stores, i, i % 2 === 0)));
      }
      const program = worker(`${uri}${uri.includes('?') ? '&' : '?'}maxPoolSize=50`, 'crowd', [
        0,
        carts,
        50,
        'quoted,insists',
      ]);
      await program.until(/^ready$/m);
      const started = performance.now();
      await go(stores, 'crowd');
      await program.end();
      const outcomes = await outcomesOf(program);
      const seconds = (performance.now() - started) / 1000;
      await sweep({ stores, now: minutesLater(90) });
      const orders = await ordersOf(stores);
      say(`${carts} carts, 50 connections: ${JSON.stringify(outcomes)} in ${seconds.toFixed(1)} s`);
      expect(orders.filter(o => o.status !== 'cancelled')).toHaveLength(carts);
      const automatic = orders.flatMap(o => o.deals ?? []).filter(d => d.promotion === 'automatic');
      expect(automatic).toHaveLength(allowed);
      expect(orders.filter(o => o.offer)).toHaveLength(Math.ceil(carts / 2));
      await audit(stores, orders, 'crowd');
    },
    60_000 + carts * 200,
  );
});

inDatabase(`${kills} kills between any two writes`, scene => {
  /** One process, connected and waiting, behind a proxy of its own. */
  const ready = async (uri: string, round: number): Promise<{ program: Program; proxy: KillingProxy }> => {
    const proxy = await startKillingProxy(uri);
    const cancels = round % 2 === 1 ? 'quoted,cancels' : 'quoted';
    const program = worker(proxy.uri, `kill-${round}`, [round, round + 1, 1, cancels]);
    await program.until(/^ready$/m);
    return { program, proxy };
  };

  it(
    'leave books, stock and orders in agreement, whether the sweeper or the shopper comes next',
    async () => {
      const { stores, uri } = scene();
      await makeLedgerShop(stores, { budgetMinor: 1_000_000_000, limits: { perDay: { uses: 1_000_000 } } });
      const reached = new Set<string>();
      let died = 0;
      let most = { placed: 60, cancelled: 75 };
      let waiting = ready(uri, 0);
      for (let round = 0; round < kills; round++) {
        const { program, proxy } = await waiting;
        const cancels = round % 2 === 1;
        const moment = (round >> 1) % 2 === 0 ? 'before' : 'after';
        const until = cancels ? most.cancelled : most.placed;
        // A few rounds spread over all writes; many rounds come to each of them several times.
        const n = kills < 2 * until ? 1 + Math.floor((round * until) / kills) : 1 + ((round >> 2) % until);
        await makeShopper(stores, round, true);
        proxy.arm(n, moment, () => void program.end('SIGKILL'));
        await go(stores, `kill-${round}`);
        waiting = round + 1 < kills ? ready(uri, round + 1) : waiting;
        await program.end();
        if (program.output.includes('outcomes')) {
          // Fewer writes than that: what is beyond the last is not asked for again.
          if (cancels) most = { ...most, cancelled: Math.min(most.cancelled, proxy.passed) };
          else most = { ...most, placed: Math.min(most.placed, proxy.passed) };
        } else {
          died += 1;
          reached.add(`${cancels}/${moment}/${n}`);
        }
        await proxy.close();
        if (round % 3 === 0) {
          // The shopper comes back when the dead process' lease is over, before any sweeper.
          const again = await buy(stores, round, { quoted: true, cancels: false, key: 'again', now: minutesLater(1) });
          expect(['placed', 'empty-cart', 'already-redeemed', 'cart-changed']).toContain(again);
        } else if (round % 3 === 1) await sweep({ stores, now: minutesLater(1) });
        for (let i = 0; i < 2; i++) await sweep({ stores, now: minutesLater(120) });
        const spoken = `round ${round}, killed ${moment} write ${n}${cancels ? ' of a purchase that is cancelled' : ''}`;
        const own = (await stores.orders.ofShopper(shopperOf(round), 10)).filter(o => o.status !== 'cancelled');
        expect(own.length, spoken).toBeLessThanOrEqual(1);
        const cart = (await stores.carts.get(cartOf(round)))!;
        if (own.length > 0 && own[0]?.cart === cart.id) {
          // What was bought is out of the cart, or the order is the cart's as it stands and reading it takes it out.
          const now = minutesLater(120);
          const read = await readCart({ stores, cart: cart.id, shopper: shopperOf(round), shop: ledgerShop, now });
          expect(read?.cart.lines, spoken).toEqual([]);
        }
        expect(await stores.products.openTakes(10), spoken).toEqual([]);
        expect(await stores.redemptions.unfinished(minutesLater(120), 10), spoken).toEqual([]);
        // The audit reads everything there is: after each of few rounds, after every tenth of many.
        if (kills < 50 || round % 10 === 9 || round === kills - 1) {
          await audit(stores, await ordersOf(stores), spoken);
        }
      }
      say(`${kills} rounds: ${died} killed at ${reached.size} different moments; ${JSON.stringify(most)} writes`);
      expect(died).toBeGreaterThan(kills * 0.7);
    },
    120_000 + kills * 20_000,
  );
});

inDatabase('120 shoppers are quoted in 4 processes while deals that need no quote spend the same budget', scene => {
  it('everybody who was promised the deal gets it, though the promotion is paused and its cap cut; nothing goes over', async () => {
    const { stores, uri } = scene();
    // Money for 60 quotes of 10 and, in the campaign, for them and 40 of the deals that come by themselves, 5 each.
    const budgetMinor = 60 * 1000 + 40 * 500;
    await makeLedgerShop(stores, { budgetMinor, promisedMinor: 60 * 1000 });
    await stores.codes.setActive(sharedCode, false);
    for (let n = 0; n < 120; n++) await makeShopper(stores, n, false);
    const offered = [0, 1, 2, 3].map(i => worker(uri, 'quotes', [i * 30, i * 30 + 30, 30, 'only-asks']));
    await Promise.all(offered.map(p => p.until(/^ready$/m)));
    await go(stores, 'quotes');
    const outcomes = added(await Promise.all(offered.map(outcomesOf)));
    await Promise.all(offered.map(p => p.end()));
    say(`120 quotes, 4 processes: ${JSON.stringify(outcomes)}`);
    expect(outcomes).toEqual({ promised: 60, 'not-promised': 60 });
    expect(await stores.books(asId('quoted'))).toMatchObject({ promisedMinor: 60_000, remainingMinor: 0 });
    const [, , quoted] = ledgerPromotions({}, 60_000);
    const kept = await stores.promotions.put([{ ...quoted!, active: false, cap: { ...quoted!.cap, minor: 1 } }]);
    expect(kept).toEqual([{ promotion: 'quoted', capMinor: 60_000 }]);
    // Those without a quote buy at the same time as those with one take it.
    const programs = [0, 1, 2, 3].map(i => worker(uri, 'buy', [i * 30, i * 30 + 30, 30, 'quoted,insists']));
    await Promise.all(programs.map(p => p.until(/^ready$/m)));
    await go(stores, 'buy');
    await Promise.all(programs.map(outcomesOf));
    await Promise.all(programs.map(p => p.end()));
    await sweep({ stores, now: minutesLater(90) });
    const orders = await ordersOf(stores);
    expect(orders.filter(o => o.status !== 'cancelled')).toHaveLength(120);
    const deals = orders.filter(o => o.status !== 'cancelled').flatMap(o => o.deals ?? []);
    expect(deals.filter(d => d.promotion === 'quoted')).toHaveLength(60);
    expect(deals.filter(d => d.promotion === 'automatic')).toHaveLength(40);
    expect(await stores.pools.books(campaignPool(asId('everything')))).toMatchObject({
      usedMinor: budgetMinor,
      heldMinor: 0,
    });
    await audit(stores, orders, 'promises');
  }, 180_000);
});

inDatabase(`${kills} kills between any two writes of a quote and of taking it`, scene => {
  const ready = async (uri: string, round: number): Promise<{ program: Program; proxy: KillingProxy }> => {
    const proxy = await startKillingProxy(uri);
    const program = worker(proxy.uri, `promise-${round}`, [round, round + 1, 1, 'asks']);
    await program.until(/^ready$/m);
    return { program, proxy };
  };

  it(
    'lose no promise that was made and leave no money behind, with a pool that has money for that one quote alone',
    async () => {
      const { stores, uri } = scene();
      const one = { budgetMinor: 1000, promisedMinor: 1000 };
      await makeLedgerShop(stores, one);
      await stores.promotions.setActive(asId('automatic'), false);
      let died = 0;
      let most = 40;
      let waiting = ready(uri, 0);
      for (let round = 0; round < kills; round++) {
        const { program, proxy } = await waiting;
        const moment = round % 2 === 0 ? 'before' : 'after';
        const n = kills < 2 * most ? 1 + Math.floor((round * most) / kills) : 1 + ((round >> 1) % most);
        await makeShopper(stores, round, false);
        proxy.arm(n, moment, () => void program.end('SIGKILL'));
        await go(stores, `promise-${round}`);
        waiting = round + 1 < kills ? ready(uri, round + 1) : waiting;
        await program.end();
        if (program.output.includes('outcomes')) most = Math.min(most, proxy.passed);
        else died += 1;
        await proxy.close();
        const spoken = `round ${round}, killed ${moment} write ${n}`;
        const books = await stores.books(asId('quoted'));
        expect(books.capMinor - books.remainingMinor, spoken).toBe(books.committedMinor + books.heldMinor);
        const promised = await stores.offers.get(offerIdOf(round));
        // Nobody else is quoted what is promised, and whoever was quoted it has it, before any sweeper came.
        if (promised) {
          await makeShopper(stores, 100_000 + round, false);
          expect(await quote(stores, 100_000 + round), spoken).toBe(false);
          await buy(stores, round, { quoted: true, cancels: false, key: 'again', now: minutesLater(1) });
          const own = (await stores.orders.ofShopper(shopperOf(round), 10)).filter(o => o.status !== 'cancelled');
          expect(
            own.flatMap(o => o.deals ?? []).map(d => [d.promotion, d.saves.minor]),
            spoken,
          ).toEqual([['quoted', 1000]]);
        }
        for (let i = 0; i < 2; i++) await sweep({ stores, now: minutesLater(120) });
        const after = await stores.books(asId('quoted'));
        expect({ held: after.heldMinor, left: after.remainingMinor }, spoken).toEqual({
          held: 0,
          left: after.capMinor - after.committedMinor,
        });
        const campaign = await stores.pools.books(campaignPool(asId('everything')));
        expect(campaign, spoken).toMatchObject({ usedMinor: after.committedMinor, heldUses: 0 });
        // The next round has as much money as this one had.
        const [, , quoted] = ledgerPromotions({}, after.committedMinor + 1000);
        await stores.promotions.put([quoted!]);
        await raiseBudget(stores, campaign.usedMinor + 1000);
      }
      say(`${kills} rounds of quotes: ${died} killed; ${most} writes`);
      expect(died).toBeGreaterThan(kills * 0.6);
    },
    120_000 + kills * 20_000,
  );
});
