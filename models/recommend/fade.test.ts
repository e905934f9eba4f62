import { describe, expect, it } from 'vitest';
import type { History } from '../data/interactions.ts';
import { bestFaded, faded } from './fade.ts';
import type { Fitted } from './model.ts';

const history: History = {
  items: Int32Array.of(1, 2, 3),
  at: new Float64Array(3),
  weight: Float32Array.of(1, 0.5, 1),
};
const named = (name: string): Fitted => ({
  name,
  products: 1,
  score: () => {},
  explain: () => ({ kind: 'popular' }),
  store: () => ({ arrays: {}, meta: {} }),
});

describe('a fading history', () => {
  it('halves the weight of an event for every half-life of later events, and leaves it alone at 0', () => {
    expect([...faded(history, 1).weight]).toEqual([0.25, 0.25, 1]);
    expect([...faded(history, 2).weight.subarray(2)]).toEqual([1]);
    expect(faded(history, 0)).toBe(history);
  });

  it('is taken up where it is better on validation beyond noise, and only there', () => {
    const judged = (ndcg: Record<string, number>) =>
      bestFaded(named('0'), { validate: model => ndcg[model.name]! }, halfLife => named(`${halfLife}`)).name;
    expect(judged({ 0: 0.2, 40: 0.21, 12: 0.25, 4: 0.24, 1.5: 0.1 })).toBe('12');
    expect(judged({ 0: 0.2, 40: 0.201, 12: 0.1, 4: 0.1, 1.5: 0.1 })).toBe('0');
    const never = () => {
      throw new Error('not asked for');
    };
    expect(bestFaded(named('0'), {}, never).name).toBe('0');
    expect(bestFaded(named('0'), { validate: () => 1, deadline: 0 }, never).name).toBe('0');
  });
});
