import { describe, expect, it } from 'vitest';
import { BadInput } from '../../knowledge/command-line.ts';
import { figuresOf } from './figures.ts';
import { type LabResult, runLab } from './lab.ts';
import { type LabOptions, readOptions } from './options.ts';
import { buyProbability, expectedMargin, latentOf, type Situation } from './truth.ts';

/** LAB_FULL=1 runs the size the floors are meant for; without it a smaller one that any change can afford. */
const [shoppers, days, least] = process.env.LAB_FULL ? ['2000', '20', 0.55] : ['500', '14', 0.3];
const options: LabOptions = readOptions([
  ...['--shoppers', shoppers, '--days', days, '--seed', '1'],
  ...['--refit', '0', '--history', '42'],
]);
const quiet = { note: () => {} };

let lab: Promise<LabResult> | undefined;
const once = (): Promise<LabResult> => {
  lab ??= runLab(options, quiet);
  return lab;
};
const figures = async (name: string, result = once(), asked = options) => {
  const known = await result;
  return figuresOf(known.runs.find(r => r.policy === name)!, known, asked);
};

describe('the lab', () => {
  it('prints every policy with the margin it added', async () => {
    const { runs } = await once();
    expect(runs.map(r => r.policy)).toEqual([
      'ours',
      'oracle',
      'best-fixed',
      'always',
      'never',
      'random',
      'propensity',
    ]);
    expect((await figures('never')).incrementalMargin).toBe(0);
    for (const { policy } of runs) expect(Number.isFinite((await figures(policy)).incrementalMargin)).toBe(true);
  }, 240_000);

  it('finds ours ahead of the best single deal, of a propensity rule, of always and of chance', async () => {
    const ours = (await figures('ours')).incrementalMargin;
    for (const other of ['best-fixed', 'propensity', 'always', 'random']) {
      expect(ours, other).toBeGreaterThan((await figures(other)).incrementalMargin);
    }
    expect((await figures('ours')).gapClosed).toBeGreaterThan(least);
  });

  it('lets nobody do better than who knows every shopper', async () => {
    for (const { policy } of (await once()).runs) expect((await figures(policy)).regret).toBeGreaterThanOrEqual(0);
  });

  it('asks for hardly more than what a shop can see of a shopper', async () => {
    expect((await figures('ours')).gapClosedBySeer).toBeGreaterThan(0.93);
    expect((await figures('ours')).gapClosedBySeer).toBeLessThan(1);
  });

  it('meets every policy with the very same visits', async () => {
    const { runs } = await once();
    expect(new Set(runs.map(r => r.result.totals.visits)).size).toBe(1);
  });

  it('gives no more than the budget, from the books, whoever gives it', async () => {
    const asked = {
      ...options,
      shoppers: 300,
      historyDays: 75,
      budgetMinor: 45_000,
      policies: ['ours', 'always'] as const,
    };
    const result = runLab(asked, quiet);
    for (const name of ['ours', 'always']) {
      const got = await figures(name, result, asked);
      expect(got.overspend, name).toBe(0);
      expect(got.brokenPromises, name).toBe(0);
      expect(got.budgetUsed as number, name).toBeGreaterThan(0.5);
    }
  }, 240_000);

  it('refuses what it does not understand in one sentence', () => {
    expect(() => readOptions(['--policy', 'greedy'])).toThrow(BadInput);
    expect(() => readOptions(['--policy', 'greedy'])).toThrow('--policy is one of ours, oracle, best-fixed');
    expect(() => readOptions(['--shoppers', 'many'])).toThrow('--shoppers must be a whole number from 200 to 200000');
    expect(() => readOptions(['--budget', '0'])).toThrow('--budget must be a whole number from 1');
    expect(() => readOptions(['--wings'])).toThrow(BadInput);
  });

  it('says so when the pilot is too small to learn from', async () => {
    const tiny = readOptions(['--shoppers', '200', '--days', '7', '--history', '7']);
    await expect(runLab(tiny, quiet)).rejects.toThrow(BadInput);
  });
});

describe('the truth', () => {
  const usual: Situation = {
    day: 5,
    days: 60,
    category: 0,
    categories: 8,
    features: {
      viewsWeekLog: 1,
      categoryShare: 0.4,
      promoShare: 0.3,
      discountDepth: 0.04,
      basketVsUsual: 1,
      averageOrderLog: 5,
      ordersYearLog: 2.4,
      recencyDaysLog: 3.4,
      offersDeclined: 0,
    },
    basketMinor: 20_000,
    marginMinor: 10_000,
  };
  const deal = {
    kind: 'percent-off' as const,
    depth: 0.15,
    costMinor: 3_000,
    treatedBasketMinor: 20_000,
    treatedMarginMinor: 10_000,
  };
  /** Shoppers with the year that their nature makes likely. */
  const crowd = Array.from({ length: 4_000 }, (_, i) => {
    const latent = latentOf(3, i, 8);
    const promoShare = Math.min(1, 0.04 + 0.8 * latent.sensitivity + (latent.hunter ? 0.3 : 0));
    const discountDepth = promoShare * (0.04 + 0.17 * latent.sensitivity + (latent.hunter ? 0.06 : 0));
    return { latent, visit: { ...usual, features: { ...usual.features, promoShare, discountDepth } } };
  });

  it('holds shoppers whom a deal wins, whom it costs money for nothing, and whom it puts off', () => {
    const shares = { won: 0, wasted: 0, putOff: 0 };
    for (const { latent, visit } of crowd) {
      const change = buyProbability(latent, visit, deal) - buyProbability(latent, visit, null);
      if (change < 0) shares.putOff += 1 / crowd.length;
      else if (expectedMargin(latent, visit, deal) < expectedMargin(latent, visit, null))
        shares.wasted += 1 / crowd.length;
      else shares.won += 1 / crowd.length;
    }
    for (const share of Object.values(shares)) expect(share).toBeGreaterThan(0.08);
  });

  it('never has a deeper deal of one kind make buying less likely', () => {
    for (const { latent, visit } of crowd.slice(0, 300)) {
      let before = 0;
      for (const depth of [0.02, 0.05, 0.1, 0.2, 0.4]) {
        const now = buyProbability(latent, visit, { ...deal, depth });
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
    }
  });

  it('teaches who is always given deals to wait for them', () => {
    const { latent } = crowd[0]!;
    const spoiled = { ...usual, features: { ...usual.features, promoShare: 1 } };
    const proud = { ...usual, features: { ...usual.features, promoShare: 0 } };
    expect(buyProbability(latent, spoiled, null)).toBeLessThan(buyProbability(latent, proud, null));
    expect(buyProbability(latent, spoiled, deal)).toBeGreaterThan(buyProbability(latent, spoiled, null));
  });
});
