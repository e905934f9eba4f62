import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { type Event, toInteractions } from '../data/interactions.ts';
import { type SplitRule, splitInteractions } from '../data/splits.ts';
import { kindNamed } from './kinds.ts';
import { lastMoment, type ModelKind } from './model.ts';
import { startTuning } from './tuning.ts';

/** Forty chains of ten products; a shopper jumps to another chain now and then, and walks along it in between. */
const walks = (shoppers: number, length: number): Event[] => {
  const random = seededRandom(5);
  const events: Event[] = [];
  for (let s = 0; s < shoppers; s++) {
    let product = Math.floor(random() * 400);
    for (let e = 0; e < length; e++) {
      product =
        random() < 0.3
          ? Math.floor(random() * 400)
          : Math.floor(product / 10) * 10 + ((product + 1 + Math.floor(random() * 2)) % 10);
      events.push({ shopper: `s${s}`, product: `p${product}`, at: new Date(Date.UTC(2026, 0, 1) + e * 86_400_000) });
    }
  }
  return events;
};

const tuningOf = (events: readonly Event[], rule: SplitRule) => {
  const { train } = splitInteractions(toInteractions(events), rule, 1);
  return startTuning({
    train,
    now: lastMoment(train),
    purpose: { rule, maskSeen: true, k: 10, seed: 1 },
    backend: () => Promise.reject(new Error('no model here needs a backend')),
  });
};

describe('the settings of a model', () => {
  it('let a past fade by steps where what was bought last decides, and nowhere else', async () => {
    const events = walks(300, 10);
    for (const name of ['item-knn', 'user-knn', 'ease']) {
      const next = await tuningOf(events, { kind: 'leave-last-out' }).choose(kindNamed(name));
      expect([name, next.settings.stepDecay ?? 1]).toEqual([name, expect.toSatisfy((decay: number) => decay <= 0.8)]);
    }
    // Fewer products, dealt at random: order tells nothing.
    const anyOrder = walks(200, 10).map((event, e) => ({
      ...event,
      at: new Date(Date.UTC(2026, 0, 1) + ((e * 7919) % 1e9)),
    }));
    const any = await tuningOf(anyOrder, { kind: 'random', share: 0.75 }).choose(kindNamed('item-knn'));
    expect(any.settings.stepDecay ?? 1).toBeGreaterThan(0.8);
  });

  it('and the final fit have as much time each, where there was a limit', async () => {
    const popularity = kindNamed('popularity');
    const deadlines: (number | undefined)[] = [];
    const watched = {
      ...popularity,
      candidates: () => [{}],
      fit: (train, settings, context) => {
        deadlines.push(context.deadline);
        return popularity.fit(train, settings, context);
      },
    } satisfies ModelKind;
    const hurried = tuningOf(walks(20, 5), { kind: 'leave-last-out' });
    await hurried.choose(watched, performance.now() + 60_000);
    const before = performance.now();
    await hurried.fit(watched);
    expect(deadlines[1]).toBeGreaterThan(before + 50_000);
    expect(deadlines[1]).toBeLessThanOrEqual(performance.now() + 60_000);
    deadlines.length = 0;
    await tuningOf(walks(20, 5), { kind: 'leave-last-out' }).fit(watched);
    expect(deadlines).toEqual([undefined, undefined]);
  });

  it('tell what one more fit takes on all data, whatever the search for them took', async () => {
    const popularity = kindNamed('popularity');
    let now = 0;
    const { train } = splitInteractions(toInteractions(walks(50, 6)), { kind: 'leave-last-out' }, 1);
    const tuning = startTuning({
      train,
      now: lastMoment(train),
      purpose: { rule: { kind: 'leave-last-out' }, maskSeen: true, k: 10, seed: 1 },
      backend: () => Promise.reject(new Error('no model here needs a backend')),
      clock: () => now,
    });
    const fitting = (name: string, trainMilliseconds?: number): ModelKind => ({
      ...popularity,
      name,
      candidates: () => [{}],
      fit: async (...given) => {
        now += 9_000;
        return { ...(await popularity.fit(...given)), ...(trainMilliseconds !== undefined && { trainMilliseconds }) };
      },
    });
    const [searching, plain] = [fitting('searching', 1_000), fitting('plain')];
    for (const kind of [searching, plain]) await tuning.choose(kind);
    // Five events of each shopper are known, one of which is for validation.
    expect(tuning.effort(searching)?.fit).toBeCloseTo(1_000 * (5 / 4), 6);
    expect(tuning.effort(plain)?.fit).toBeCloseTo(9_000 * (5 / 4), 6);
    expect(tuning.spent(searching)).toBe(9_000);
  });

  it('and weights are looked for with more shoppers where each says less', () => {
    const one = tuningOf(walks(4_000, 4), { kind: 'leave-last-out' });
    expect(one.validation.cases.length).toBeGreaterThan(3_000);
    const many = tuningOf(walks(3_000, 40), { kind: 'random', share: 0.5 });
    expect(many.validation.cases.length).toBe(2_500);
  });
});
