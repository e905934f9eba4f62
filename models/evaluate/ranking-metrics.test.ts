import { describe, expect, it } from 'vitest';
import { meanMetrics, rankingMetrics } from './ranking-metrics.ts';

const discount = (rank: number): number => 1 / Math.log2(rank + 1);

describe('metrics of one list', () => {
  it('two of three wanted products at ranks 1 and 3 of 4, worked out by hand', () => {
    const m = rankingMetrics(['a', 'x', 'b', 'y'], new Set(['a', 'b', 'c']), 4);
    expect(m.ndcg).toBeCloseTo((1 + 0.5) / (1 + discount(2) + 0.5), 12);
    expect(m).toMatchObject({ recall: 2 / 3, precision: 2 / 4, hit: 1, mrr: 1 });
    expect(m.map).toBeCloseTo((1 + 2 / 3) / 3, 12);
  });

  it('the ideal list is cut at k: two hits in a list of two are perfect though five products were wanted', () => {
    const m = rankingMetrics([1, 2], new Set([1, 2, 3, 4, 5]), 2);
    expect(m.ndcg).toBe(1);
    expect(m.recall).toBe(0.4);
    expect(m.map).toBe(0.4);
  });

  it('a list without a hit scores nothing, one that is shorter than k still divides precision by k', () => {
    expect(rankingMetrics(['x'], new Set(['a']), 10)).toEqual({
      ndcg: 0,
      recall: 0,
      precision: 0,
      map: 0,
      hit: 0,
      mrr: 0,
    });
    expect(rankingMetrics(['a'], new Set(['a']), 10).precision).toBe(0.1);
  });

  it('a hit after the k-th place does not count', () => {
    expect(rankingMetrics(['x', 'y', 'a'], new Set(['a']), 2).hit).toBe(0);
  });

  it('refuses k below 1 and a list nobody wanted anything from', () => {
    expect(() => rankingMetrics(['a'], new Set(['a']), 0)).toThrow('k is 0');
    expect(() => rankingMetrics(['a'], new Set(), 10)).toThrow('without relevant items');
  });

  it('the mean is over lists, and there is none of no lists', () => {
    const hit = rankingMetrics(['a'], new Set(['a']), 1);
    const miss = rankingMetrics(['x'], new Set(['a']), 1);
    expect(meanMetrics([hit, miss])).toEqual({ ndcg: 0.5, recall: 0.5, precision: 0.5, map: 0.5, hit: 0.5, mrr: 0.5 });
    expect(meanMetrics([])).toBeNull();
  });
});
