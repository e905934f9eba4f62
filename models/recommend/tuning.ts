import { seededRandom } from '../../knowledge/domain/random.ts';
import type { ItemTraits } from '../data/item-traits.ts';
import { type SplitRule, type Train, validationSplit } from '../data/splits.ts';
import { rankingMetrics } from '../evaluate/ranking-metrics.ts';
import { type RankingCase, type RankingCases, rankingCases } from './cases.ts';
import type { FitContext, Fitted, ModelKind, ModelSettings } from './model.ts';
import { rankerOf, scorerOf } from './ranker.ts';

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
}

/** Tuning looks at this many shoppers at most, drawn by seed. */
const mostTuningCases = 800;
const mostWeightCases = 2_500;

export interface Tuning {
  readonly purpose: Purpose;
  readonly train: Train;
  readonly innerTrain: Train;
  /** For choosing weights; from inside the train part. */
  readonly validation: RankingCases;
  /** The best of the kind's candidate settings on validation; the first one where nothing can be compared. Cached. */
  choose(kind: ModelKind): Promise<Chosen>;
  /** Fitted on the whole train part with those settings. Cached. */
  fit(kind: ModelKind): Promise<Fitted>;
  /** Milliseconds spent on a kind so far. */
  spent(kind: ModelKind): number;
}

export interface TuningInput {
  readonly train: Train;
  /** The moment the models are fitted for, milliseconds. */
  readonly now: number;
  readonly purpose: Purpose;
  readonly pinned?: Pinned;
  readonly items?: ItemTraits;
  readonly backend: FitContext['backend'];
  readonly onProgress?: (kind: string, fraction: number, step: string) => void;
}

export const startTuning = (input: TuningInput): Tuning => {
  const { train, now, purpose, pinned = {}, items, backend } = input;
  const inner = validationSplit(train, purpose.rule, purpose.seed);
  const all = rankingCases(inner, purpose.maskSeen);
  const validation = { ...all, cases: draw(all.cases, mostWeightCases, purpose.seed) };
  const tuningCases = draw(validation.cases, mostTuningCases, purpose.seed + 1);
  const chosen = new Map<string, Chosen>();
  const fitted = new Map<string, Fitted>();
  const spent = new Map<string, number>();
  const timed = async <T>(kind: ModelKind, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    spent.set(kind.name, (spent.get(kind.name) ?? 0) + performance.now() - start);
    return result;
  };
  const contextOf = (kind: ModelKind) => ({
    seed: purpose.seed,
    backend,
    ...(items !== undefined && { items }),
    onProgress: (fraction: number, step: string) => input.onProgress?.(kind.name, fraction, step),
  });
  const validate = (model: Fitted): number => meanNdcg(model, tuningCases, validation, purpose);
  const tune = async (kind: ModelKind): Promise<Chosen> => {
    let best: Chosen | null = null;
    for (const candidate of kind.candidates(train)) {
      const settings = { ...candidate, ...pinned[kind.name] };
      const context = { ...contextOf(kind), now: validation.now, ...(tuningCases.length > 0 && { validate }) };
      const model = await kind.fit(inner.train, settings, context);
      const ndcg = validate(model);
      if (best === null || ndcg > best.ndcg) best = { settings: { ...settings, ...model.settled }, inner: model, ndcg };
      if (tuningCases.length === 0) break;
    }
    if (best === null) throw new Error(`Model ${kind.name} names no settings to try`);
    return best;
  };
  const choose = async (kind: ModelKind): Promise<Chosen> => {
    const known = chosen.get(kind.name) ?? (await timed(kind, () => tune(kind)));
    chosen.set(kind.name, known);
    return known;
  };
  return {
    purpose,
    train,
    innerTrain: inner.train,
    validation,
    choose,
    fit: async kind => {
      const { settings } = await choose(kind);
      const known =
        fitted.get(kind.name) ??
        (await timed(kind, async () => kind.fit(train, settings, { ...contextOf(kind), now })));
      fitted.set(kind.name, known);
      return known;
    },
    spent: kind => spent.get(kind.name) ?? 0,
  };
};

const meanNdcg = (
  model: Fitted,
  cases: readonly RankingCase[],
  { known, now }: RankingCases,
  purpose: Purpose,
): number => {
  const ranker = rankerOf(scorerOf(model), { known, maskSeen: purpose.maskSeen, k: purpose.k });
  let sum = 0;
  for (const { history, relevant } of cases) sum += rankingMetrics(ranker.top(history, now), relevant, purpose.k).ndcg;
  return cases.length === 0 ? 0 : sum / cases.length;
};

/** `most` of them, drawn without replacement, in their old order. */
const draw = <T>(all: readonly T[], most: number, seed: number): readonly T[] => {
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
