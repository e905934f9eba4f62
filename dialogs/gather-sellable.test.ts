/** Nothing is ever suggested that can't be had or is not wanted, whichever way it would come into an answer. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type FactId, type ProductId, type PromotionId, type ShopperId } from '../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../knowledge/domain/product.ts';
import { newcomersFrom } from '../models/bandit/newcomers.ts';
import { popularityRecommender } from '../models/recommend/popularity/popularity-only.ts';
import type { ResponseModel } from '../models/types.ts';
import { factOf, goods, now, openSmallShop, type SmallShop, turnOf, understood } from './dialogs.test-helper.ts';
import { gather } from './gather.ts';
import { emptyMemory } from './memory.ts';
import { product, promotion, yuan } from './offers/offers.test-helper.ts';
import { cartIdOf } from './record-cart.ts';
import type { Intent } from './turn.ts';

const colours = ['red', 'blue', 'green', 'black', 'white', 'grey'];
const cups = Array.from({ length: 18 }, (_, i) =>
  product(`cup-${i}`, 40 + i, {
    name: { en: `Cup ${i}, ${colours[i % 6]}`, zh: `杯子 ${i}` },
    attributes: { colour: [colours[i % 6]!] },
    // A few are new.
    addedAt: new Date(now.getTime() - (i < 4 ? 1 : 400) * 86_400_000),
  }),
);
const all: readonly Product[] = [...Object.values(goods), ...cups];
const isDisliked = (one: Product): boolean => one.attributes.colour?.includes('red') ?? false;

/** Every deal is worth it, so that every way to one is gone. */
const eager: ResponseModel = {
  name: 'eager',
  version: '1',
  score: (_, arms) =>
    arms.map(({ promotion }) => ({ promotion, buyProbability: 0.9, buyProbabilityWithout: 0.1, upliftMinor: 5_000 })),
};

let shop: SmallShop;
beforeAll(async () => {
  shop = await openSmallShop(cups);
  await shop.stores.promotions.put([
    promotion(
      { kind: 'spend-and-save', tiers: [{ threshold: yuan(120), off: yuan(35) }], repeat: false },
      { id: asId<PromotionId>('save'), trigger: 'automatic' },
    ),
  ]);
});
afterAll(() => shop.close());

type State = 'sold' | 'out' | 'hidden' | 'last';
const asIt = (one: Product, state: State): Product => ({
  ...one,
  stock: state === 'out' ? 0 : state === 'last' ? 1 : one.stock,
  hidden: state === 'hidden',
});
const states = fc.array(
  fc.constantFrom<State>('sold', 'sold', 'sold', 'sold', 'sold', 'sold', 'out', 'hidden', 'last'),
  {
    minLength: all.length,
    maxLength: all.length,
  },
);
const intents: readonly Intent[] = [
  'recommend',
  'product-search',
  'deals',
  'better-deal',
  'view-cart',
  'unclear',
  'reorder',
];

describe('whatever has sold out or been hidden, before the catalogue was read or after it', () => {
  it('is in no list, no addition to a cart, no new product tried, and no basket that a deal is made for', async () => {
    const seen = new Map<string, number>();
    const count = (what: string, n: number): void => {
      seen.set(what, (seen.get(what) ?? 0) + n);
    };
    let run = 0;
    const learned = shop.services.indexes.current();
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          before: states,
          after: states,
          intent: fc.constantFrom(...intents),
          dislikesRed: fc.boolean(),
          cart: fc.option(fc.nat(all.length - 1)),
          focus: fc.option(fc.nat(all.length - 1), { nil: undefined }),
          isPopular: fc.boolean(),
        }),
        async ({ before, after, intent, dislikesRed, cart, focus, isPopular }) => {
          const who = asId<ShopperId>(`someone-${run++}`);
          // What was out of stock or hidden when the catalogue was read last; everything else may have become so since.
          const unsellable = new Set(all.filter((one, i) => !isSellable(asIt(one, before[i]!))).map(one => one.id));
          const indexes = { ...learned, unsellable };
          const live = new Map(all.map((one, i) => [one.id, asIt(one, after[i]!)]));
          await shop.stores.products.put([...live.values()]);
          if (dislikesRed) {
            const fact = factOf({ id: asId<FactId>(`fact-of-${who}`), shopper: who, polarity: 'dislike' });
            await shop.stores.facts.add([{ fact, supersedes: [] }]);
          }
          const inCart = cart === null ? null : all[cart]!;
          if (inCart) {
            const made = await shop.stores.carts.ensure(cartIdOf(who), who, now);
            await shop.stores.carts.change(
              made.id,
              made.version,
              { lines: [{ product: inCart.id, quantity: 2 }] },
              now,
            );
          }
          const sales = new Map<string, number>(all.map((one, i) => [one.id, isPopular ? i : all.length - i]));
          const services = {
            ...shop.services,
            indexes: { settled: async () => {}, current: () => indexes },
            newcomers: { current: () => newcomersFrom(cups.slice(0, 4), { tallies: [], sold: new Map() }, 1) },
            models: {
              current: () => ({
                ...shop.services.models.current(),
                recommender: popularityRecommender(sales, '1'),
                response: eager,
              }),
            },
          };
          const memory = focus === undefined ? emptyMemory : { ...emptyMemory, focus: all[focus]!.id };
          const understanding = understood(intent, { query: 'cup', preferences: [] });
          const facts = await gather(turnOf({ shopper: who, text: 'cup' }), understanding, memory, services);
          const isToBeHad = (id: ProductId): boolean => isSellable(live.get(id)!);
          for (const { product: one, propensity, reason } of facts.products) {
            expect([one.id, isToBeHad(one.id)]).toEqual([one.id, true]);
            if (dislikesRed) expect([one.id, isDisliked(one)]).toEqual([one.id, false]);
            if (reason?.kind === 'new') {
              expect(propensity).toBeGreaterThan(0);
              count('new', 1);
            }
          }
          count('listed', facts.products.length);
          expect(new Set(facts.products.map(f => f.product.id)).size).toBe(facts.products.length);
          expect(facts.products.filter(f => f.reason?.kind === 'new').length).toBeLessThanOrEqual(1);
          if (facts.addOn?.kind === 'plan')
            for (const { product: one, quantity } of facts.addOn.add) {
              const held = one.id === inCart?.id ? 2 : 0;
              const { stock, hidden } = live.get(one.id)!;
              expect([one.id, !hidden && (stock === null || stock >= quantity + held)]).toEqual([one.id, true]);
              if (dislikesRed) expect([one.id, isDisliked(one)]).toEqual([one.id, false]);
              count('added', 1);
            }
          const offered = facts.decision?.kind === 'offer' ? facts.decision.offer.basket : [];
          for (const line of offered)
            if (line.product !== inCart?.id) {
              expect([line.product, isToBeHad(line.product)]).toEqual([line.product, true]);
              count('dealt', 1);
            }
          for (const one of facts.again?.products ?? []) expect(isToBeHad(one.id)).toBe(true);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
    // The property says nothing of a way that was never taken.
    for (const way of ['listed', 'new', 'added', 'dealt']) expect([way, seen.get(way) ?? 0]).not.toEqual([way, 0]);
  }, 60_000);
});
