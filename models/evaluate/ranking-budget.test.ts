import { describe, expect, it } from 'vitest';
import { toInteractions } from '../data/interactions.ts';
import { type SplitRule, splitInteractions, type Train } from '../data/splits.ts';
import { kindNamed } from '../recommend/kinds.ts';
import type { Fitted } from '../recommend/model.ts';
import type { CarryOut } from '../recommend/tuning.ts';
import { madeUpShop } from '../recommend/world.test-helper.ts';
import { rankingModelNames, rankModels } from './rank-models.ts';
import { seedResultOf } from './ranking-report.ts';

/** What things cost, in milliseconds of a clock that nothing else moves. */
interface Costs {
  readonly fit: number;
  readonly epoch: number;
  readonly quickRanking: number;
  readonly networkRanking: number;
}

interface Shop {
  readonly shoppers?: number;
  readonly events?: ReturnType<typeof madeUpShop>;
  readonly rule?: SplitRule;
  /** Networks know what each shopper buys next. */
  readonly knowing?: boolean;
}

/** The default run on a made-up shop, 120 shoppers to rank for unless more are asked for; networks train for as long as they may. */
const runIn = async (
  budgetMinutes: number,
  costs: Costs,
  models: readonly string[] = rankingModelNames,
  { shoppers = 120, events = madeUpShop(1, shoppers), rule = { kind: 'leave-last-out' }, knowing = false }: Shop = {},
) => {
  let now = 1_000;
  const slow = (model: Fitted, name: string, each: number, settled?: Fitted['settled']): Fitted => ({
    ...model,
    name,
    ...(settled && { settled }),
    score: (history, moment, sheet) => {
      now += each;
      model.score(history, moment, sheet);
    },
  });
  const markov = kindNamed('markov');
  const carryOut: CarryOut = async (kind, train, settings, context) => {
    if (kind.neural !== true) {
      // A few passes instead of forty: what is fitted matters little here.
      const model = await kind.fit(train, { ...settings, passes: 2, sweeps: 2 }, context);
      now += costs.fit;
      return slow(model, kind.name, costs.quickRanking, model.settled);
    }
    const most = Number(settings.epochs ?? 1_000);
    let epochs = 0;
    const trained = markov.fit(train, {}, context) as Fitted;
    const best = knowing ? { ...trained, score: oracle(events, train) } : trained;
    const network = () => slow(best, kind.name, costs.networkRanking, { epochs });
    while (epochs < most && now < (context.deadline ?? Number.POSITIVE_INFINITY)) {
      now += costs.epoch;
      epochs++;
      context.validate?.(network());
    }
    return network();
  };
  const split = splitInteractions(toInteractions(events), rule, 1);
  const results: { model: string; ndcg: number; shoppers: number; firstEvents?: number }[] = [];
  const notes: string[] = [];
  const started = now;
  await rankModels(
    split,
    {
      splitText: rule.kind,
      maskSeen: true,
      models,
      k: 10,
      seed: 1,
      backend: 'auto',
      budgetMinutes,
      carryOut,
      clock: () => now,
    },
    {
      print: result => results.push({ ...result, ...seedResultOf(result) } as never),
      note: line => notes.push(line),
      predictions: () => ({ write: () => {}, close: () => {} }),
    },
    { write: () => {}, close: () => {} },
  );
  return { minutes: (now - started) / 60_000, printed: results.map(result => result.model), results, notes };
};

/** Speaks for what each shopper of these events did buy next. */
const oracle = (
  events: readonly { readonly shopper: string; readonly product: string }[],
  train: Train,
): Fitted['score'] => {
  const row = new Map(train.products.ids.map((id, p) => [id, p]));
  const next = new Map<string, number>();
  const past = new Map<string, number[]>();
  for (const { shopper, product } of events) {
    const rows = past.get(shopper) ?? [];
    if (rows.length > 0) next.set(rows.join(), row.get(product) ?? -1);
    past.set(shopper, [...rows, row.get(product) ?? -1]);
  }
  return ({ items }, _now, sheet) => {
    const product = next.get(items.join()) ?? -1;
    if (product >= 0) sheet.add(product, 1);
  };
};

describe('a budget', () => {
  it.each<[string, Costs]>([
    ['where networks train for as long as they may', { fit: 3_000, epoch: 4_000, quickRanking: 8, networkRanking: 30 }],
    ['where ranking takes longest', { fit: 1_000, epoch: 1_000, quickRanking: 30, networkRanking: 300 }],
  ])(
    'bounds settings, fits, blend and ranking together, and every model is printed or said to be left out: %s',
    async (_, costs) => {
      const { minutes, printed, notes } = await runIn(12, costs);
      expect(minutes).toBeLessThan(12 * 1.3);
      expect(printed).toContain('blend');
      expect(printed.filter(model => kindNames.quick.includes(model))).toEqual(kindNames.quick);
      const said = notes.flatMap(note => /^(\S+) is left out/.exec(note)?.[1] ?? []);
      expect([...printed, ...said].toSorted()).toEqual([...rankingModelNames].toSorted());
      expect(notes.join('\n')).toMatch(/of \d+ validation shoppers/);
    },
    120_000, // a machine shared by others takes its time
  );

  it('ends the ranking too, on a drawn part of the shoppers, and says so', async () => {
    const costs = { fit: 1_000, epoch: 1_000, quickRanking: 400, networkRanking: 400 };
    const whole = await runIn(0, costs, ['popularity'], { shoppers: 2_000 });
    const { minutes, results, notes } = await runIn(10, costs, ['popularity'], { shoppers: 2_000 });
    expect(minutes).toBeGreaterThan(12);
    expect(minutes).toBeLessThan(13);
    const { shoppers, ndcg } = results[0]!;
    expect(shoppers).toBeLessThan(whole.results[0]!.shoppers);
    expect(shoppers).toBeGreaterThanOrEqual(1_000);
    expect(ndcg).toBeCloseTo(whole.results[0]!.ndcg, 1.5);
    expect(notes.join()).toMatch(new RegExp(`ranked for ${shoppers} of ${whole.results[0]!.shoppers} shoppers`));
  });

  /** Held out by the seed, and not among the thousand that are drawn. */
  const rare = 's5';

  it('prints no result for a kind of shopper that the time did not come to, and says so', async () => {
    const costs = { fit: 1_000, epoch: 1_000, quickRanking: 800, networkRanking: 800 };
    const counts = new Map<string, number>();
    // Of all but one shopper so little is known that nothing is left to ask after the third purchase.
    const events = madeUpShop(1, 2_000).filter(({ shopper }) => {
      const before = counts.get(shopper) ?? 0;
      counts.set(shopper, before + 1);
      return before < 2 || shopper === rare;
    });
    const { results, notes } = await runIn(10, costs, ['popularity'], {
      events,
      rule: { kind: 'new-shoppers', share: 0.5 },
    });
    expect(results.map(result => result.firstEvents)).toEqual([0, 1]);
    expect(notes.join('\n')).toContain('no result for {"firstEvents":3}');
  });

  it('leaves a network that took longer than its share for its settings a final fit, ended by the clock', async () => {
    // An epoch can't be ended: with two minutes each, the search ends late, and what is left is less than it took.
    const costs = { fit: 1_000, epoch: 140_000, quickRanking: 5, networkRanking: 10 };
    const { minutes, printed, notes } = await runIn(10, costs, ['dot-product']);
    expect(printed).toEqual(['dot-product']);
    expect(minutes).toBeLessThan(13);
    expect(notes.join()).toContain('ended by the clock');
  });

  it('ranks by a network that the blend has fitted already, whatever time is left for fits', async () => {
    const costs = { fit: 1_000, epoch: 140_000, quickRanking: 5, networkRanking: 10 };
    const { printed, notes } = await runIn(10, costs, ['blend', 'dot-product'], { shoppers: 60, knowing: true });
    expect(notes.join('\n')).toMatch(/dot-product 0\.[1-9]/);
    expect(printed).toEqual(['blend', 'dot-product']);
  });

  it('leaves the final fit of a network that is alone in it as many epochs as were best', async () => {
    const costs = { fit: 1_000, epoch: 20_000, quickRanking: 5, networkRanking: 10 };
    const { minutes, printed } = await runIn(10, costs, ['dot-product']);
    expect(printed).toEqual(['dot-product']);
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThan(11);
  });
});

const kindNames = {
  quick: rankingModelNames.filter(
    name => name !== 'blend' && name !== 'forest-rerank' && kindNamed(name).neural !== true,
  ),
};
