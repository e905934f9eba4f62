import { describe, expect, it } from 'vitest';
import { seedsFor, startBudget } from './budget.ts';

const minute = 60_000;

describe('the budget of a training run', () => {
  it('goes half to judging the recipe, equal parts for each seed, and all that is left to what will serve', () => {
    let now = 0;
    const budget = startBudget(30 * minute, () => now);
    expect(budget.neuralUntil(3)).toBe(5 * minute);
    now = 6 * minute; // longer than its part
    expect(budget.neuralUntil(2)).toBe(10.5 * minute);
    expect(budget.maySearch()).toBe(true);
    now = 16 * minute;
    expect(budget.maySearch()).toBe(false);
    budget.heldOutDone();
    expect([budget.maySearch(), budget.neuralUntil(1)]).toEqual([true, 30 * minute]);
  });

  it('without one leaves networks out', () => {
    expect(startBudget(undefined).neuralUntil(1)).toBeUndefined();
  });

  it.each([
    [undefined, 3],
    [1, 1],
    [10, 1],
    [20, 2],
    [30, 3],
    [600, 3],
  ])('of %s minutes judges %i seeds', (minutes, seeds) => {
    expect(seedsFor(minutes)).toBe(seeds);
  });
});
