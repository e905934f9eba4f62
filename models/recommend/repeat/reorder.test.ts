import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { type Event, type History, toInteractions } from '../../data/interactions.ts';
import { trainOnAll } from '../../data/splits.ts';
import type { Fitted } from '../model.ts';
import { ScoreSheet } from '../serving/score-sheet.ts';
import { reorder } from './reorder.ts';

const day = 86_400_000;
const end = Date.UTC(2026, 0, 1);

/** Shoppers who come every week for a year: milk at most visits, rice every eighth, a pan once. */
const shop = (shoppers: number): Event[] => {
  const random = seededRandom(1);
  const events: Event[] = [];
  for (let s = 0; s < shoppers; s++) {
    const pan = Math.floor(random() * 50);
    const rice = Math.floor(random() * 8);
    for (let week = 0; week < 52; week++) {
      const at = new Date(end - (52 - week) * 7 * day + random() * day);
      const buy = (product: string): void => void events.push({ shopper: `s${s}`, product, at });
      if (random() < 0.8) buy('milk');
      if (week % 8 === rice) buy('rice');
      if (week === pan) buy('pan');
      if (random() < 0.2) buy(`other-${Math.floor(random() * 20)}`);
    }
  }
  return events;
};
const train = trainOnAll(toInteractions(shop(60)));
const row = (product: string): number => train.products.row(product)!;
const past = (...events: readonly (readonly [product: string, daysAgo: number])[]): History => ({
  items: Int32Array.from(events, ([product]) => row(product)),
  at: Float64Array.from(events, ([, ago]) => end - ago * day),
  weight: new Float32Array(events.length).fill(1),
});
const backend = () => Promise.reject(new Error('not needed'));
const learned = async () => reorder.fit(train, { horizonDays: 14 }, { now: end, seed: 1, backend });
const scoreOf = (model: Fitted, history: History, product: string): number => {
  const sheet = new ScoreSheet(model.products);
  model.score(history, end, sheet);
  return sheet.values[row(product)]!;
};

describe('buying again', () => {
  it('what is bought every week is due before what is bought once, and before what is bought every eighth week', async () => {
    const model = await learned();
    const history = past(['milk', 21], ['rice', 20], ['milk', 14], ['pan', 8], ['milk', 7]);
    expect(scoreOf(model, history, 'milk')).toBeGreaterThan(scoreOf(model, history, 'rice'));
    expect(scoreOf(model, history, 'rice')).toBeGreaterThan(scoreOf(model, history, 'pan'));
    expect(model.explain(history, end, row('milk'))).toEqual({ kind: 'buy-again', timesBought: 3 });
  });

  it('the longer ago within its interval, the more rice is due', async () => {
    const model = await learned();
    const bought = (ago: number): History => past(['rice', ago + 56], ['rice', ago], ['milk', 0.5]);
    expect(scoreOf(model, bought(50), 'rice')).toBeGreaterThan(scoreOf(model, bought(7), 'rice'));
  });

  it('says nothing of products never bought, and scores are probabilities', async () => {
    const model = await learned();
    const sheet = new ScoreSheet(model.products);
    model.score(past(['milk', 3]), end, sheet);
    expect(sheet.count).toBe(1);
    expect(sheet.values[row('milk')]).toBeGreaterThan(0);
    expect(sheet.values[row('milk')]).toBeLessThan(1);
  });

  it('takes a purchase dated after now for one of just now, and a weight that is no number for none', async () => {
    const model = await learned();
    const before = past(['milk', 14], ['rice', 9]);
    const ahead = scoreOf(model, past(['milk', 14], ['rice', 9], ['pan', -3]), 'pan');
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThan(1);
    const unweighed: History = {
      ...past(['milk', 14], ['rice', 9], ['pan', 3]),
      weight: Float32Array.of(1, 1, Number.NaN),
    };
    expect(scoreOf(model, unweighed, 'milk')).toBe(scoreOf(model, before, 'milk'));
    expect(scoreOf(model, unweighed, 'pan')).toBe(0);
  });

  it('comes back from its stored arrays, and is made from next to nothing too', async () => {
    const model = await learned();
    const copy = reorder.restore(model.store());
    const history = past(['milk', 14], ['rice', 9]);
    expect(scoreOf(copy, history, 'rice')).toBe(scoreOf(model, history, 'rice'));
    const tiny = trainOnAll(toInteractions([{ shopper: 'ann', product: 'tea', at: new Date(end - day) }]));
    const guess = await reorder.fit(tiny, {}, { now: end, seed: 1, backend });
    const sheet = new ScoreSheet(1);
    guess.score({ items: Int32Array.of(0), at: Float64Array.of(end - day), weight: Float32Array.of(1) }, end, sheet);
    expect(Number.isFinite(sheet.values[0]!)).toBe(true);
  });
});
