/** One world, every policy in it: the pilot, the first fit, rehearsals for what is chosen with hindsight, then the runs. */
import type { PromotionId } from '../../knowledge/domain/ids.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import type { ResponseModel } from '../../models/types.ts';
import { fitResponse, ours, simplest, withOutcomes } from './learner.ts';
import type { LabOptions } from './options.ts';
import { type LabPeople, makePeople } from './people.ts';
import * as policies from './policies.ts';
import type { Policy, PolicyName } from './policy.ts';
import { runPolicy } from './run.ts';
import { copyStates, freshStates, type RunResult, type ShopperState } from './run-record.ts';
import { ledgerShelf, lookBackDays, rehearsalShelf, type Shelf } from './shelf.ts';
import { StoreShelf, stock } from './store-shelf.ts';
import { day, type LabWorld, labStart, makeWorld, pilotWorld } from './world.ts';

export interface PolicyRun {
  readonly policy: PolicyName;
  readonly result: RunResult;
  /** From the ledger's books; minor units. */
  readonly spentMinor: number;
  readonly seconds: number;
  /** The deal that best-fixed settled on, the oracle's price, the fits of ours. */
  readonly notes: Readonly<Record<string, unknown>>;
  /** Shadow price at the start of each day; ours only. */
  readonly prices: readonly number[];
}

export interface LabResult {
  readonly world: LabWorld;
  readonly holdout: number;
  readonly runs: readonly PolicyRun[];
  /**
   * Runs of `never`, `oracle` and `best-fixed` that others are measured by, rehearsed where they were not asked for; and of
   * `seer`, always rehearsed.
   */
  readonly reference: Readonly<Record<'never' | 'oracle' | 'best-fixed' | 'seer', RunResult>>;
  readonly pilot: RunResult;
  readonly model: ResponseModel;
}

interface Stage {
  readonly world: LabWorld;
  readonly people: LabPeople;
  readonly history: readonly Impression[];
  readonly states: readonly ShopperState[];
  readonly days: number;
}

const start = labStart.getTime();

const perform = (
  stage: Stage,
  policy: Policy,
  shelf: Shelf,
  keep: { readonly log: boolean; readonly reasons?: boolean },
  onDay: (day: number) => void = () => {},
): Promise<RunResult> =>
  runPolicy({
    world: stage.world,
    people: stage.people,
    policy,
    shelf,
    states: copyStates(stage.states),
    from: start,
    to: start + stage.days * day,
    keepLog: keep.log,
    ...(keep.reasons ? { keepReasons: true } : {}),
    onDay,
  });

const rehearse = (stage: Stage, policy: Policy): Promise<RunResult> =>
  perform(stage, policy, rehearsalShelf(stage.world, stage.history), { log: false });

const rehearsers = 4_000;

/** The first of the shoppers, and what they do, without a budget. */
const someOf = (stage: Stage): { readonly some: Stage; readonly part: number } => {
  const count = Math.min(rehearsers, stage.people.shoppers.length);
  const { budget: _, ...unlimited } = stage.world.campaign;
  const some: Stage = {
    ...stage,
    world: { ...stage.world, campaign: unlimited },
    people: {
      shoppers: stage.people.shoppers.slice(0, count),
      visits: stage.people.visits.filter(v => v.shopper < count),
    },
    states: stage.states.slice(0, count),
  };
  return { some, part: count / stage.people.shoppers.length };
};

const finalists = 3;

/**
 * The deal that would have earned most had it been the only one, known afterwards. With many shoppers, only those that
 * come out on top among the first of them are tried on all.
 */
const bestFixed = async (stage: Stage): Promise<PromotionId> => {
  const ranked = async (among: Stage, ids: readonly PromotionId[]): Promise<PromotionId[]> => {
    const earned = new Map<PromotionId, number>();
    for (const id of ids) earned.set(id, (await rehearse(among, policies.fixed(id, id))).totals.expectedMinor);
    return [...ids].sort((a, b) => earned.get(b)! - earned.get(a)!);
  };
  const all = stage.world.promotions.map(p => p.id);
  const { some, part } = someOf(stage);
  const last = part < 1 && !stage.world.campaign.budget ? (await ranked(some, all)).slice(0, finalists) : all;
  return (await ranked(stage, last))[0]!;
};

/** The price at which the oracle would spend just its budget, by bisection on a part of the shoppers and of the budget. */
const oraclePrice = async (stage: Stage): Promise<number> => {
  const { budget } = stage.world.campaign;
  if (!budget) return 0;
  const { some, part } = someOf(stage);
  const spendAt = async (price: number): Promise<number> =>
    (await rehearse(some, policies.oracle(price))).totals.discountMinor / part;
  if ((await spendAt(0)) <= budget.minor) return 0;
  let [low, high] = [0, 8];
  for (let round = 0; round < 9; round++) {
    const middle = (low + high) / 2;
    if ((await spendAt(middle)) > budget.minor) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** The model's probability of buying without an offer that half of the pilot's shoppers exceed. */
const medianBuying = (model: ResponseModel, history: readonly Impression[]): number => {
  const all = history.map(({ features }) => {
    const context = {
      features,
      basketMinor: features.basketMinor as number,
      basketMarginMinor: features.basketMarginMinor as number,
    };
    const arm = {
      promotion: policies.never.name as PromotionId,
      kind: 'percent-off' as const,
      depth: 0.1,
      costMinor: 0,
    };
    const treated = { treatedBasketMinor: context.basketMinor, treatedMarginMinor: context.basketMarginMinor };
    return model.score(context, [{ ...arm, ...treated }])[0]!.buyProbabilityWithout;
  });
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0.5;
};

export interface LabHooks {
  readonly note: (line: string) => void;
  readonly onRun?: (run: PolicyRun) => void;
}

const prepare = async (options: LabOptions): Promise<Stage & { readonly pilot: RunResult }> => {
  const world = makeWorld(options);
  const people = makePeople(world, options.shoppers, options.historyDays);
  const before = pilotWorld(world, options.historyDays);
  const pilot = await runPolicy({
    world: before,
    people,
    policy: policies.pilot,
    shelf: rehearsalShelf(before),
    states: freshStates(people),
    from: start - options.historyDays * day,
    to: start,
    keepLog: true,
    ...(options.log === undefined ? {} : { keepReasons: true }),
  });
  return { world, people, history: withOutcomes(pilot.log), states: pilot.states, days: options.days, pilot };
};

/** A database of its own for one run. */
const stockedStores = async (world: LabWorld): Promise<Stores> => {
  const stores = await openStores({ dataDir: null });
  await stock(world, stores);
  return stores;
};

/** How long a policy's run takes, of a cheap one's time. */
const effort: Readonly<Record<PolicyName, number>> = {
  ours: 40,
  oracle: 2,
  'best-fixed': 1,
  always: 1,
  never: 1,
  random: 2,
  propensity: 3,
};

/** A line every ten days of a run, with the time that all runs together still need. */
const progressOf = (options: LabOptions, note: (line: string) => void): ((policy: PolicyName, at: number) => void) => {
  const began = performance.now();
  const total = options.policies.reduce((sum, policy) => sum + effort[policy], 0);
  return (policy, at) => {
    if (at === 0 || at % 10 !== 0) return;
    const before = options.policies.slice(0, options.policies.indexOf(policy)).reduce((sum, p) => sum + effort[p], 0);
    const done = before + (effort[policy] * at) / options.days;
    const left = ((performance.now() - began) / 1000) * (total / done - 1);
    note(
      `${policy}: day ${at} of ${options.days}; about ${left < 90 ? `${left.toFixed(0)} s` : `${(left / 60).toFixed(0)} min`} left`,
    );
  };
};

export const runLab = async (options: LabOptions, hooks: LabHooks): Promise<LabResult> => {
  const stage = await prepare(options);
  const { world, history, pilot } = stage;
  const visits = stage.people.visits.filter(v => v.at >= start).length;
  hooks.note(
    `${options.shoppers} shoppers, ${visits} visits in ${options.days} days; ${history.length} decisions of the pilot`,
  );
  const learning = performance.now();
  const model = await fitResponse(history, world.seed, 'pilot', options.race ? undefined : simplest);
  hooks.note(`Fitted on the pilot in ${((performance.now() - learning) / 1000).toFixed(1)} s: ${model.name}`);

  const fixed = await bestFixed(stage);
  const price = await oraclePrice(stage);
  hooks.note(`Best fixed deal with hindsight: ${fixed}; price of the oracle's budget: ${price.toFixed(3)}`);
  const threshold = medianBuying(model, history);

  const runs: PolicyRun[] = [];
  const progress = progressOf(options, hooks.note);
  for (const policy of options.policies) {
    const began = performance.now();
    const prices: number[] = [];
    const notes: Record<string, unknown> = {};
    let shelf: Shelf;
    let player: Policy;
    if (policy === 'ours') {
      const stores = await stockedStores(world);
      const own = new StoreShelf(world, stores);
      shelf = own;
      // A decision looks no further back than this; what is older is only learned from.
      const recent = history.findIndex(i => i.at.getTime() >= start - lookBackDays * day);
      const split = recent < 0 ? history.length : recent;
      await stores.impressions.put(history.slice(split));
      const fits: number[] = [];
      notes.fitSeconds = fits;
      player = ours({
        world,
        stores,
        first: model,
        refitDays: options.refitDays,
        older: history.slice(0, split),
        tidy: async now => {
          await own.flush();
          await own.lapse(now);
        },
        onRefit: (at, seconds) => {
          fits.push(Number(seconds.toFixed(1)));
          hooks.note(`ours: day ${at}, fitted anew in ${seconds.toFixed(1)} s`);
        },
        onPrice: (_, value) => prices.push(value),
      });
    } else {
      // Money that can't run out needs no books.
      shelf = world.campaign.budget
        ? ledgerShelf(world, history, await stockedStores(world))
        : rehearsalShelf(world, history);
      player = playerOf(policy, { fixed, price, model, threshold });
      if (policy === 'best-fixed') notes.deal = fixed;
      if (policy === 'oracle') notes.price = price;
    }
    const keep = { log: true, reasons: options.log !== undefined && policy === 'ours' };
    try {
      const result = await perform(stage, player, shelf, keep, at => progress(policy, at));
      const spentMinor = await shelf.spentMinor();
      const run = { policy, result, spentMinor, seconds: (performance.now() - began) / 1000, notes, prices };
      runs.push(run);
      hooks.note(`${policy}: ${run.seconds.toFixed(1)} s`);
      hooks.onRun?.(run);
    } finally {
      await shelf.close();
    }
  }
  const known = (name: PolicyName): RunResult | undefined => runs.find(r => r.policy === name)?.result;
  const reference = {
    never: known('never') ?? (await rehearse(stage, policies.never)),
    oracle: known('oracle') ?? (await rehearse(stage, policies.oracle(price))),
    seer: await rehearse(stage, policies.seer(price)),
    'best-fixed': known('best-fixed') ?? (await rehearse(stage, policies.fixed('best-fixed', fixed))),
  };
  return { world, holdout: world.campaign.holdout, runs, reference, pilot, model };
};

const playerOf = (
  name: Exclude<PolicyName, 'ours'>,
  known: { fixed: PromotionId; price: number; model: ResponseModel; threshold: number },
): Policy => {
  switch (name) {
    case 'never':
      return policies.never;
    case 'always':
      return policies.always;
    case 'random':
      return policies.random;
    case 'best-fixed':
      return policies.fixed('best-fixed', known.fixed);
    case 'propensity':
      return policies.propensity(known.model, known.threshold);
    case 'oracle':
      return policies.oracle(known.price);
  }
};
