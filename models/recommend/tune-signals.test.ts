import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { type Event, toInteractions } from '../data/interactions.ts';
import { defaultWeights } from '../data/signal-weights.ts';
import { type SignalEvent, toSignals } from '../data/signals.ts';
import { trainOnAll } from '../data/splits.ts';
import { context } from './train.test-helper.ts';
import { fewestShoppers, tuneSignals } from './tune-signals.ts';

const groupsOfGoods = 12;
const perGroup = 8;

/**
 * Everybody buys from a group of goods of their own, and later changes to another. What they put into the cart before is from the new
 * group; what they look at is anything.
 */
const world = (shoppers: number, seed: number) => {
  const random = seededRandom(seed);
  const of = (group: number): string => `p${group * perGroup + Math.floor(random() * perGroup)}`;
  const purchases: Event[] = [];
  const signals: SignalEvent[] = [];
  for (let s = 0; s < shoppers; s++) {
    const shopper = `s${s}`;
    const [old, next] = [s % groupsOfGoods, Math.floor(random() * groupsOfGoods)];
    const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000);
    for (let n = 0; n < 6; n++) purchases.push({ shopper, product: of(old), at: day(n * 10) });
    for (let n = 0; n < 3; n++) {
      signals.push({ shopper, product: of(next), at: day(55), kind: 'cart', value: 1 });
      signals.push({
        shopper,
        product: of(Math.floor(random() * groupsOfGoods)),
        at: day(55),
        kind: 'view',
        value: 30,
      });
      purchases.push({ shopper, product: of(next), at: day(88 + n) });
    }
  }
  const all = toInteractions(purchases);
  return { train: trainOnAll(all), signals: toSignals(signals, all) };
};
const purpose = {
  rule: { kind: 'temporal', cut: new Date(Date.UTC(2026, 3, 1)) },
  maskSeen: true,
  k: 10,
  seed: 1,
} as const;
const tuned = (shoppers: number, seed: number) =>
  tuneSignals({ ...world(shoppers, seed), purpose, backend: context.backend });

describe('weights of signals', () => {
  it('are raised where a signal foretells purchases, and lowered where it says nothing', async () => {
    const { weights, chosen, ndcg } = await tuned(400, 1);
    expect(weights.cart).toBeGreaterThan(defaultWeights.cart);
    expect(weights.view).toBeLessThan(defaultWeights.view);
    expect(chosen).toEqual(['view', 'cart']);
    expect([weights.chat, weights.rating]).toEqual([defaultWeights.chat, defaultWeights.rating]);
    expect(ndcg!.chosen).toBeGreaterThan(ndcg!.defaults);
    expect(ndcg!.defaults).toBeGreaterThan(ndcg!.without);
  });

  it('stay as they are with too few shoppers to choose by, and without any signal', async () => {
    expect(await tuned(fewestShoppers - 1, 2)).toMatchObject({ weights: defaultWeights, chosen: [], ndcg: null });
    const { train } = world(20, 3);
    expect(
      await tuneSignals({ train, signals: toSignals([], train), purpose, backend: context.backend }),
    ).toMatchObject({
      weights: defaultWeights,
      shoppers: { view: 0, cart: 0, chat: 0, rating: 0 },
    });
  });

  it('are the same for the same seed', async () => expect(await tuned(150, 4)).toEqual(await tuned(150, 4)));
});
