import { seededRandom } from '../../knowledge/domain/random.ts';
import type { ItemTraits } from '../data/item-traits.ts';
import { knownUntil, type SplitRule, type Train, validationSplit, withSignals } from '../data/splits.ts';
import { weighedSignals } from '../data/weighed-signals.ts';
import { type RankingCase, type RankingCases, rankingCases, type WeighedBy } from './cases.ts';
import type { Clock, FitContext, Fitted, ModelKind, ModelSettings } from './model.ts';
import { type ValidationJudge, validationJudge } from './validation-judge.ts';

/**
 * Of the time there is: until when quick models look for settings where networks want some of it too, and what finding the blend's
 * weights may take.
 */
export const budgetShares = { quick: 0.4, weights: 0.12 } as const;

/** The question a model is tuned for. */
export interface Purpose {
  readonly rule: SplitRule;
  /** Only products new to the shopper are wanted. */
  readonly maskSeen: boolean;
  readonly k: number;
  readonly seed: number;
}

/** Fixed settings of a kind that tuning must not touch, such as how many neighbours the server has room for. */
export type Pinned = Readonly<Record<string, ModelSettings>>;

export interface Chosen {
  readonly settings: ModelSettings;
  /** Fitted on the inner train part only. */
  readonly inner: Fitted;
  /** NDCG@k on the validation cases, 0..1; 0 without cases. */
  readonly ndcg: number;
  /** Fitted on the signals too. */
  readonly fromSignals: boolean;
}

/** What finding a kind's settings took, and how far it came. */
export interface Effort {
  /** Milliseconds that a fit with the settings found takes on the train part, by what it took on the inner one. */
  readonly fit: number;
  /** Milliseconds to rank for one shopper. */
  readonly perShopper: number;
  /** Validation shoppers that the settings were judged by. */
  readonly shoppers: number;
  /** Settings tried, and how many there are. */
  readonly tried: number;
  readonly settings: number;
  /** The time was over before the first fit was, which ended with what it had, and so does the final fit. */
  readonly hurried: boolean;
}

/**
 * How many shoppers settings and weights are looked for with, drawn by seed: `fewest` where each bought much, up to `most` where each bought
 * one thing and it takes more of them until the products bought are `answers`.
 */
const tuningSample = { fewest: 800, most: 4_000, answers: 4_000 };
const weightSample = { fewest: 2_500, most: 6_000, answers: 10_000 };

export interface Tuning {
  readonly purpose: Purpose;
  readonly train: Train;
  readonly innerTrain: Train;
  /** The moment the models are fitted for, milliseconds. */
  readonly now: number;
  /** For choosing weights; from inside the train part. */
  readonly validation: RankingCases;
  /**
   * The best of the kind's candidate settings on validation; the first one where nothing can be compared. Cached. After `until`
   * (by the clock) no other settings are begun, and a fit under way ends with the best it has; they are compared on fewer shoppers where
   * ranking for all of them would take too much of that time.
   */
  choose(kind: ModelKind, until?: number): Promise<Chosen>;
  /**
   * Fitted on the whole train part with those settings, in as much time as there was for finding those, where that had a limit, and not
   * beyond `until`. Cached.
   */
  fit(kind: ModelKind, until?: number): Promise<Fitted>;
  /** Whether `fit` takes no more time, because it was asked for before. */
  isFitted(kind: ModelKind): boolean;
  /** Milliseconds spent on a kind so far. */
  spent(kind: ModelKind): number;
  /** Once its settings are chosen. */
  effort(kind: ModelKind): Effort | undefined;
  /** How many shoppers settings are compared on where time is not short. */
  readonly shoppers: number;
}

/** How a fit is carried out; a training run looks here for work that is finished already. */
export type CarryOut = (kind: ModelKind, train: Train, settings: ModelSettings, context: FitContext) => Promise<Fitted>;

export interface TuningInput {
  readonly train: Train;
  /**
   * What shoppers looked at, asked about and rated, with the train's row numbers. Validation histories hold it, and each kind learns from
   * it too where that is better on validation.
   */
  readonly signals?: WeighedBy;
  /** The moment the models are fitted for, milliseconds. */
  readonly now: number;
  readonly purpose: Purpose;
  readonly pinned?: Pinned;
  readonly items?: ItemTraits;
  readonly backend: FitContext['backend'];
  readonly onProgress?: (kind: string, fraction: number, step: string) => void;
  readonly carryOut?: CarryOut;
  /** False: time is short, so the kind's first settings are taken as they are. */
  readonly maySearch?: () => boolean;
  readonly clock?: Clock;
}

/** A look at validation takes at most this share of the time there is for a kind's settings: quick kinds have many settings, networks many epochs. */
const lookShare = { quick: 1 / 15, neural: 1 / 30 };

const fitAtOnce: CarryOut = async (kind, train, settings, context) => kind.fit(train, settings, context);

/** Signals must earn their place: a smaller relative gain on validation is noise. */
const smallestGain = 0.01;

export const startTuning = (input: TuningInput): Tuning => {
  const { train, signals, now, purpose, pinned = {}, items, backend, carryOut = fitAtOnce } = input;
  const maySearch = input.maySearch ?? (() => true);
  const clock = input.clock ?? (() => performance.now());
  const inner = validationSplit(train, purpose.rule, purpose.seed, weightSample.most);
  const all = rankingCases(inner, purpose.maskSeen, signals);
  const validation = { ...all, cases: drawSample(all.cases, weightSample, purpose.seed) };
  const tuningCases = drawSample(validation.cases, tuningSample, purpose.seed + 1);
  const growth = train.product.length / Math.max(1, inner.train.product.length);
  const chosen = new Map<string, Chosen>();
  const fitted = new Map<string, Fitted>();
  const spent = new Map<string, number>();
  /** Milliseconds that a kind had for its settings, where it had a limit: its final fit has as many. */
  const allotted = new Map<string, number>();
  const efforts = new Map<string, Effort>();
  const timed = async <T>(kind: ModelKind, work: () => Promise<T>): Promise<T> => {
    const start = clock();
    const result = await work();
    spent.set(kind.name, (spent.get(kind.name) ?? 0) + clock() - start);
    return result;
  };
  const contextOf = (kind: ModelKind) => ({
    seed: purpose.seed,
    backend,
    ...(items !== undefined && { items }),
    onProgress: (fraction: number, step: string) => input.onProgress?.(kind.name, fraction, step),
  });
  const tune = async (kind: ModelKind, until = Number.POSITIVE_INFINITY): Promise<Chosen> => {
    const started = clock();
    const most = (until - started) * (kind.neural === true ? lookShare.neural : lookShare.quick);
    const judge = validationJudge({ cases: tuningCases, validation, purpose, clock, most });
    const limited = { ...(until < Number.POSITIVE_INFINITY && { deadline: until }) };
    let fits = 0;
    /** Of the last fit, and of the best. */
    let [last, cost] = [0, 0];
    let hurried = false;
    const timeForOneMore = (): boolean => clock() + (clock() - started) / fits < until;
    const fitInner = async (data: Train, settings: ModelSettings): Promise<Fitted> => {
      const begun = clock();
      const validate = tuningCases.length > 0 && { validate: judge.ndcg };
      const model = await carryOut(kind, data, settings, {
        ...contextOf(kind),
        now: validation.now,
        ...validate,
        ...limited,
      });
      last = model.trainMilliseconds ?? clock() - begun;
      if (fits === 0) hurried = clock() > until;
      fits++;
      return model;
    };
    const candidates = kind.candidates(train);
    const done = (chosen: Chosen, tried: number): Chosen => {
      const [perShopper, shoppers] = [judge.perShopper(), judge.shoppers()];
      efforts.set(kind.name, { fit: cost * growth, perShopper, shoppers, tried, settings: candidates.length, hurried });
      return chosen;
    };
    let best: Chosen | null = null;
    for (const candidate of candidates) {
      const settings = { ...candidate, ...pinned[kind.name] };
      const model = await fitInner(inner.train, settings);
      const ndcg = judge.ndcg(model);
      if (best === null || ndcg > best.ndcg) {
        best = { settings: { ...settings, ...model.settled }, inner: model, ndcg, fromSignals: false };
        cost = last;
      }
      if (tuningCases.length === 0 || !maySearch() || !timeForOneMore()) break;
    }
    if (best === null) throw new Error(`Model ${kind.name} names no settings to try`);
    const tried = fits;
    if (tuningCases.length > 0) best = bestQuery(kind, best, judge, () => clock() < until);
    if (
      signals === undefined ||
      signals.signals.items.length === 0 ||
      tuningCases.length === 0 ||
      !maySearch() ||
      !timeForOneMore()
    )
      return done(best, tried);
    const before = weighedSignals(signals.signals, signals.weights, knownUntil(inner));
    const model = await fitInner(withSignals(inner.train, before), best.settings);
    const ndcg = judge.ndcg(model);
    if (ndcg <= best.ndcg * (1 + smallestGain)) return done(best, tried);
    cost = last;
    return done({ settings: { ...best.settings, ...model.settled }, inner: model, ndcg, fromSignals: true }, tried);
  };
  const choose = async (kind: ModelKind, until?: number): Promise<Chosen> => {
    if (until !== undefined && Number.isFinite(until) && !chosen.has(kind.name))
      allotted.set(kind.name, until - clock());
    const known = chosen.get(kind.name) ?? (await timed(kind, () => tune(kind, until)));
    chosen.set(kind.name, known);
    return known;
  };
  return {
    purpose,
    train,
    innerTrain: inner.train,
    now,
    validation,
    choose,
    fit: async (kind, until = Number.POSITIVE_INFINITY) => {
      const { settings, fromSignals } = await choose(kind);
      const data =
        fromSignals && signals !== undefined
          ? withSignals(train, weighedSignals(signals.signals, signals.weights))
          : train;
      // An epoch that the clock cut short while settings were looked for would be a whole one here.
      const deadline = Math.min(until, clock() + (allotted.get(kind.name) ?? Number.POSITIVE_INFINITY));
      const context = { ...contextOf(kind), now, ...(deadline < Number.POSITIVE_INFINITY && { deadline }) };
      const known = fitted.get(kind.name) ?? (await timed(kind, () => carryOut(kind, data, settings, context)));
      fitted.set(kind.name, known);
      return known;
    },
    isFitted: kind => fitted.has(kind.name),
    spent: kind => spent.get(kind.name) ?? 0,
    effort: kind => efforts.get(kind.name),
    shoppers: tuningCases.length,
  };
};

/** The same numbers asked in other ways: no fit is needed, for what a model stores holds its settings. */
const bestQuery = (kind: ModelKind, fit: Chosen, judge: ValidationJudge, isTime: () => boolean): Chosen => {
  let best = fit;
  let before = Number.NEGATIVE_INFINITY;
  const { arrays, meta } = fit.inner.store();
  for (const query of kind.queries ?? []) {
    if (!isTime()) break;
    const inner = kind.restore({ arrays, meta: { ...meta, ...query } });
    const ndcg = judge.ndcg(inner);
    if (ndcg > best.ndcg) best = { ...fit, settings: { ...fit.settings, ...query }, inner, ndcg };
    if (ndcg < before) break;
    before = ndcg;
  }
  return best;
};

/** As many cases as the sample asks for. */
const drawSample = (
  all: readonly RankingCase[],
  { fewest, most, answers }: { readonly fewest: number; readonly most: number; readonly answers: number },
  seed: number,
): readonly RankingCase[] => {
  const bought = all.reduce((sum, { relevant }) => sum + relevant.size, 0);
  const wanted = Math.round((answers * all.length) / Math.max(1, bought));
  return draw(all, Math.min(most, Math.max(fewest, wanted)), seed);
};

/** `most` of them, drawn without replacement, in their old order. */
export const draw = <T>(all: readonly T[], most: number, seed: number): readonly T[] => {
  if (all.length <= most) return all;
  const random = seededRandom(seed);
  // Selection sampling (Knuth 3.4.2 S): each element is taken with probability needed / left.
  let needed = most;
  return all.filter((_, i) => {
    if (random() * (all.length - i) >= needed) return false;
    needed--;
    return true;
  });
};
