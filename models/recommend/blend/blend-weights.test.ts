import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { History } from '../../data/interactions.ts';
import type { RankingCases } from '../cases.ts';
import type { Fitted } from '../model.ts';
import { ScoreSheet } from '../serving/score-sheet.ts';
import type { Purpose } from '../tuning.ts';
import { chooseWeights } from './blend-weights.ts';
import { collectCandidates, tellingCases } from './candidates.ts';
import { fitListwise } from './listwise.ts';

const products = 120;
const purpose: Purpose = { rule: { kind: 'leave-last-out' }, maskSeen: false, k: 10, seed: 1 };

/** A model whose score of each product for shopper s is `of(s, product)`; the history's first product tells which shopper it is. */
const model = (name: string, of: (shopper: number, product: number) => number): Fitted => ({
  name,
  products,
  score: (history, _now, sheet) => {
    for (let p = 0; p < products; p++) sheet.add(p, of(history.at[0]!, p));
  },
  explain: () => ({ kind: 'popular' }),
  store: () => ({ arrays: {}, meta: {} }),
});

/** The scores of a model, changed. */
const scoresOf =
  (base: Fitted, change: (x: number, shopper: number, product: number) => number): Fitted['score'] =>
  (history, now, sheet) => {
    const own = new ScoreSheet(products);
    base.score(history, now, own);
    own.values.forEach((x, p) => {
      sheet.add(p, change(x, history.at[0]!, p));
    });
  };

const at = (base: Fitted, shopper: number, product: number): number => {
  const own = new ScoreSheet(products);
  base.score({ items: new Int32Array(), at: Float64Array.of(shopper), weight: new Float32Array() }, 0, own);
  return own.values[product]!;
};

/** Shoppers choose one product by 4 · first + 2 (or another weight) · second + Gumbel noise: a logit with those weights. */
const world = (shoppers: number, seed: number, weightOfSecond = 2) => {
  const random = seededRandom(seed);
  const draw = () => Float64Array.from({ length: shoppers * products }, () => random() * 2 - 1);
  const [first, second, noise] = [draw(), draw(), draw()];
  const at = (table: Float64Array) => (s: number, p: number) => table[s * products + p]!;
  const history = (s: number): History => ({
    items: Int32Array.of(0, 1, 2),
    at: Float64Array.of(s, s, s),
    weight: Float32Array.of(1, 1, 1),
  });
  const cases = Array.from({ length: shoppers }, (_, s) => {
    let [best, most] = [0, Number.NEGATIVE_INFINITY];
    for (let p = 0; p < products; p++) {
      const utility = 4 * at(first)(s, p) + weightOfSecond * at(second)(s, p) - Math.log(-Math.log(random()));
      if (utility > most) [best, most] = [p, utility];
    }
    return { shopper: s, history: history(s), relevant: new Set([best]) };
  });
  const validation: RankingCases = {
    cases,
    known: new Uint8Array(products).fill(1),
    now: 0,
    skippedShoppers: 0,
    skippedEvents: 0,
  };
  return {
    validation,
    first: model('first', at(first)),
    second: model('second', at(second)),
    noise: model('noise', at(noise)),
  };
};

describe('weights of a blend', () => {
  it('come out in the proportion in which shoppers chose', () => {
    const { validation, first, second, noise } = world(600, 1);
    const data = collectCandidates([first, second, noise], validation, purpose, products);
    const everyone = Int32Array.from(validation.cases, (_, i) => i);
    const [a, b, c] = fitListwise(data, everyone, [0, 1, 2], 3) as [number, number, number];
    expect(a / b).toBeGreaterThan(1.7);
    expect(a / b).toBeLessThan(2.4);
    expect(Math.abs(c) / a).toBeLessThan(0.1);
  });

  it('take both models that matter and next to nothing of the one that is noise, also from few shoppers', () => {
    for (const seed of [2, 3]) {
      const { validation, first, second, noise } = world(150, seed);
      const { weights, ndcg, alone } = chooseWeights([first, second, noise], validation, purpose);
      const [a, b, c] = weights.returning as [number, number, number];
      expect(a).toBeGreaterThan(b);
      expect(b).toBeGreaterThan(0.1);
      expect(Math.abs(c)).toBeLessThan(0.12);
      expect(ndcg).toBeGreaterThan(alone.first!);
    }
  });

  it('are the mean of what equally good ways found, not what came out best by luck on few shoppers', () => {
    // Both models matter alike.
    for (const seed of [21, 22, 23, 24, 25, 26]) {
      const { validation, first, second } = world(60, seed, 4);
      const { weights, way } = chooseWeights([first, second], validation, purpose);
      const [a, b] = weights.returning as [number, number];
      expect(way).toContain('mean of');
      expect([seed, a / (a + b)]).toEqual([seed, expect.toSatisfy((share: number) => share > 0.3 && share < 0.7)]);
    }
  });

  it('leave a neural model out when it adds nothing, and take it when it does', () => {
    const { validation, first, second, noise } = world(300, 4);
    const useless = chooseWeights([first, second, noise], validation, purpose, new Set(['noise']));
    expect(useless.weights.returning[2]).toBe(0);
    const useful = chooseWeights([first, second], validation, purpose, new Set(['second']));
    expect(useful.weights.returning[1]).toBeGreaterThan(0.1);
    expect(useful.way).not.toBe('');
    expect(Object.keys(useful.tried).some(way => way.endsWith('with neural'))).toBe(true);
  });

  it('go with the shape in which a score adds up: the logarithm for chances, as it is for utilities', () => {
    const { validation, first, second } = world(300, 7);
    const chances = { ...first, name: 'chances', score: scoresOf(first, x => Math.exp(9 * x)) };
    const choice = chooseWeights([second, chances], validation, purpose);
    expect(choice.shapes).toEqual(['plain', 'log']);
    const vectors = { width: 1, vectors: new Float32Array(products), query: () => false };
    // A server adds vectors up unseen.
    expect(chooseWeights([second, { ...chances, factors: vectors }], validation, purpose).shapes[1]).toBe('plain');
  });

  it('are never below the best member alone on held-out shoppers, however few there are', () => {
    for (const seed of [11, 12, 13, 14]) {
      const { validation, first, second, noise } = world(25, seed);
      const others = [1, 2].map(n => ({ ...noise, name: `noise ${n}`, score: scoresOf(noise, x => x ** (2 * n + 1)) }));
      const { ndcg, alone } = chooseWeights([first, second, noise, ...others], validation, purpose);
      expect(ndcg).toBeGreaterThanOrEqual(Math.max(...Object.values(alone)));
    }
  });

  it('leave a neural model out whose gain is no more than luck', () => {
    // A copy of the first with a little noise on top: on some shoppers better, on as many worse.
    const { validation, first, noise } = world(200, 8);
    const twin = { ...first, name: 'twin', score: scoresOf(first, (x, s, p) => x + 0.05 * at(noise, s, p)) };
    expect(chooseWeights([first, twin], validation, purpose, new Set(['twin'])).weights.returning[1]).toBe(0);
  });

  it('are learned from as many shoppers as there is time for, and none the worse for which those are', () => {
    const { validation, first, second, noise } = world(900, 9);
    let now = 0;
    const slow = (model: Fitted): Fitted => ({
      ...model,
      score: (history, moment, sheet) => {
        now += 1;
        model.score(history, moment, sheet);
      },
    });
    const members = [first, second, noise].map(slow);
    const time = (until: number) => ({ clock: () => now, until: now + until });
    const hurried = chooseWeights(members, validation, purpose, new Set(), time(3_600));
    expect(hurried.cases).toBe(600);
    const [a, b, c] = hurried.weights.returning as [number, number, number];
    expect(a / b).toBeGreaterThan(1.5);
    expect(Math.abs(c)).toBeLessThan(0.12);
    expect(chooseWeights(members, validation, purpose, new Set(), time(20)).cases).toBe(500);
  });

  it('are judged with the products that a weight below zero would bring up', () => {
    // Everybody buys the best-known product; a model that knows nothing says 0 for most and less for some.
    const { validation } = world(60, 5);
    const known = model('known', (_, p) => (p < 20 ? 20 - p : 0));
    const cases = validation.cases.map(one => ({ ...one, relevant: new Set([0]) }));
    const data = collectCandidates([known], { ...validation, cases }, purpose, 5);
    expect(new Set(data.product.subarray(0, data.start[1])).has(20)).toBe(true);
  });

  it('are learned from shoppers who bought one of the candidates, and not only such', () => {
    const { validation, first, second } = world(8, 5);
    const cases = validation.cases.map((one, i) => ({
      ...one,
      // Every other shopper bought what no model names.
      relevant: i % 2 === 0 ? one.relevant : new Set([products + i]),
    }));
    const data = collectCandidates([first, second], { ...validation, cases }, purpose, products);
    const everyone = Int32Array.from(data.ideal, (_, i) => i);
    expect(Array.from(tellingCases(data, everyone, 3))).toEqual([0, 2, 4]);
    expect(Array.from(tellingCases(data, everyone.slice(1), 9))).toEqual([2, 4, 6]);
  });

  it('are even where there is too little to learn from', () => {
    const { validation, first, second } = world(5, 6);
    expect(chooseWeights([first, second], validation, purpose).weights.new).toEqual([0.5, 0.5]);
  });
});
