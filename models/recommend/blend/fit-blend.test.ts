import { describe, expect, it } from 'vitest';
import { popularity } from '../popularity/popularity.ts';
import type { Effort, Tuning } from '../tuning.ts';
import { chooseAll, type TimeLimits } from './fit-blend.ts';

const second = 1_000;

/** Chooses settings for kinds with these names, which take so many seconds each, or all the time they are given. */
const choosing = async (
  kinds: readonly {
    readonly name: string;
    readonly neural?: boolean;
    readonly cost?: number;
    readonly takes?: number;
    readonly settingsShare?: number;
    /** Seconds of one fit with what was found, where that is not all it took. */
    readonly fit?: number;
  }[],
  limits: TimeLimits,
) => {
  let now = 0;
  const given: Record<string, number> = {};
  const efforts = new Map<string, Effort>();
  const tuning: Pick<Tuning, 'choose' | 'effort'> = {
    choose: async ({ name }, until = Number.POSITIVE_INFINITY) => {
      given[name] = until - now;
      const kind = kinds.find(kind => kind.name === name);
      const took = (kind?.takes ?? given[name] / second) * second;
      now += took;
      const fit = kind?.fit === undefined ? took : kind.fit * second;
      efforts.set(name, { fit, perShopper: 1, shoppers: 1, tried: 1, settings: 1, hurried: false });
      return { settings: {}, ndcg: 0, fromSignals: false, inner: undefined as never };
    },
    effort: ({ name }) => efforts.get(name),
  };
  const asked = kinds.map(({ name, neural = false, cost = 1, settingsShare = 0.5 }) => ({
    ...popularity,
    ...{ name, neural, searchCost: cost, settingsShare },
  }));
  const { tried, leftOut } = await chooseAll(tuning, asked, { ...limits, clock: () => now });
  const finals = tried.reduce((sum, kind) => sum + (efforts.get(kind.name)?.fit ?? 0), 0);
  return { given, leftOut, searched: now, finals };
};

describe('the time for settings', () => {
  it.each([1, 3, 8])('of %i networks leaves room for their final fits and what comes after', async count => {
    const networks = Array.from({ length: count }, (_, n) => ({ name: `network ${n}`, neural: true }));
    const each = 20 * second;
    const { searched, finals, leftOut } = await choosing([{ name: 'quick', takes: 100 }, ...networks], {
      until: 1_000 * second,
      afterwards: kinds => each * kinds.length,
    });
    expect(leftOut).toEqual([]);
    expect(searched + finals + each * (count + 1)).toBeCloseTo(1_000 * second, 3);
  });

  it('of networks goes on where final fits take less than the search did', async () => {
    const networks = ['first', 'second'].map(name => ({ name, neural: true, fit: 10 }));
    const { given } = await choosing(networks, { until: 420 * second });
    // Half of half; then half of what is left but for the first one's final fit.
    expect(given).toEqual({ first: 105 * second, second: ((420 - 105 - 10) / 2) * second });
  });

  it('of a network that searches for them leaves as much for its final fit as that needs', async () => {
    const { given } = await choosing([{ name: 'searching', neural: true, settingsShare: 0.7 }], {
      until: 100 * second,
    });
    expect(given).toEqual({ searching: 70 * second });
  });

  it('of networks goes to those there is enough for, and the others are named', async () => {
    const networks = Array.from({ length: 8 }, (_, n) => ({ name: `network ${n}`, neural: true }));
    const { given, leftOut, searched, finals } = await choosing(networks, { until: 70 * second });
    expect(Object.keys(given)).toEqual(['network 5', 'network 6', 'network 7']);
    expect(leftOut).toHaveLength(5);
    expect(searched + finals).toBeLessThanOrEqual(70 * second);
  });

  it('of quick kinds goes by what they take, and what one leaves over goes to the next', async () => {
    const { given } = await choosing(
      [
        { name: 'cheap', cost: 0.5, takes: 1 },
        { name: 'usual', takes: 10 },
        { name: 'dear', cost: 4 },
      ],
      { quickUntil: 110 * second, until: 0 },
    );
    expect(given).toEqual({ cheap: 10 * second, usual: (109 / 5) * second, dear: 99 * second });
  });
});
