import { describe, expect, it } from 'vitest';
import type { RankingCase } from './cases.ts';
import type { Fitted } from './model.ts';
import { validationJudge } from './validation-judge.ts';

const products = 20;
const cases: readonly RankingCase[] = Array.from({ length: 1_000 }, (_, shopper) => ({
  shopper,
  history: { items: Int32Array.of(0), at: Float64Array.of(shopper), weight: Float32Array.of(1) },
  relevant: new Set([shopper % products]),
}));
const validation = { cases, known: new Uint8Array(products).fill(1), now: 0, skippedShoppers: 0, skippedEvents: 0 };

/** A judge by a clock that only ranking moves, and a model that knows the first `share` of the shoppers' wishes. */
const judging = (most: number, millisecondsEach: number) => {
  let now = 0;
  const asked: number[] = [];
  const judge = validationJudge({
    cases,
    validation,
    purpose: { rule: { kind: 'leave-last-out' }, maskSeen: false, k: 1, seed: 1 },
    clock: () => now,
    most,
  });
  const model = (share: number): Fitted => ({
    name: 'knowing',
    products,
    score: ({ at }, _now, sheet) => {
      asked.push(at[0]!);
      now += millisecondsEach;
      if (at[0]! < share * cases.length) sheet.add(at[0]! % products, 1);
    },
    explain: () => ({ kind: 'popular' }),
    store: () => ({ arrays: {}, meta: {} }),
  });
  return { judge, model, asked };
};

describe('a look at validation', () => {
  it('is over as many shoppers as there is time for, a sample of all, and later looks are over the same', () => {
    const { judge, model, asked } = judging(4_000, 10);
    const first = judge.ndcg(model(0.5));
    expect(judge.shoppers()).toBe(400);
    expect(judge.perShopper()).toBe(10);
    // Half of the shoppers are known, and not the first half of the sample; one in twenty of the others is right by chance.
    expect(first).toBeGreaterThan(0.45);
    expect(first).toBeLessThan(0.62);
    const looked = asked.splice(0);
    expect(judge.ndcg(model(0.5))).toBe(first);
    expect(asked).toEqual(looked);
    expect(judge.ndcg(model(1))).toBe(1);
  });

  it('is over all shoppers without a limit, and over two hundred however short the time', () => {
    const all = judging(Number.POSITIVE_INFINITY, 10_000);
    all.judge.ndcg(all.model(1));
    expect(all.judge.shoppers()).toBe(1_000);
    const hurried = judging(-1, 10_000);
    hurried.judge.ndcg(hurried.model(1));
    expect(hurried.judge.shoppers()).toBe(200);
  });
});
