import type { Train } from '../../data/splits.ts';
import type { Clock, Fitted, ModelKind } from '../model.ts';
import { chooseLifts } from '../popularity/choose-lift.ts';
import { type DemandLift, demandRatios, liftedBy, liftFactors, noLift } from '../popularity/demand-lift.ts';
import { bySegment, segments } from '../segments.ts';
import type { Tuning } from '../tuning.ts';
import type { BlendWeights } from './blend.ts';
import { type BlendChoice, chooseWeights } from './blend-weights.ts';
import type { ScoreShape } from './score-shape.ts';

export interface FittedBlend {
  /** Only those with a weight for some shopper. */
  readonly components: readonly Fitted[];
  /** The same fitted on the part before validation. */
  readonly inner: readonly Fitted[];
  /** In the components' order. */
  readonly weights: BlendWeights;
  /** The same. */
  readonly shapes: readonly ScoreShape[];
  /** The same: how far each follows what sells now. Components and inner ones do. */
  readonly lifts: readonly DemandLift[];
  /** The same for a component, by name, that was fitted on another part, for the moment `now`. */
  readonly lift: (model: Fitted, train: Train, now: number) => Fitted;
  readonly choice: BlendChoice;
  /** Kinds there was no time for. */
  readonly leftOut: readonly string[];
}

/** A neural model given less than this is not begun: half-trained it would only lose. */
const leastMilliseconds = 10_000;

/** Of the time for weights so much may go into how far members follow what sells now. */
const liftShare = 0.2;

/** Moments by the tuning's clock. */
export interface TimeLimits {
  /** Quick kinds share the time until then for their settings; absent: they take what they need. */
  readonly quickUntil?: number | undefined;
  /** Neural ones share what is left until then, final fits included; absent: no limit; in the past: none of them. */
  readonly until?: number | undefined;
  /** Milliseconds needed after all fits, where these kinds take part; default: none. */
  readonly afterwards?: (kinds: readonly ModelKind[]) => number;
  readonly clock?: Clock;
}

export interface FitBlendLimits extends TimeLimits {
  /** Milliseconds that the weights are looked for, on as many shoppers as that is enough for; absent: on all. */
  readonly weightsTime?: number | undefined;
}

/**
 * Settings of every kind on validation, weights for all of them together, then the final fit of those that got one. Quick kinds come
 * first; neural ones share what is left.
 */
export const fitBlend = async (
  tuning: Tuning,
  kinds: readonly ModelKind[],
  options: FitBlendLimits & { readonly onStep?: (step: string) => void } = {},
): Promise<FittedBlend> => {
  const { onStep, weightsTime, clock = () => performance.now() } = options;
  const { tried, leftOut } = await chooseAll(tuning, kinds, options, onStep);
  const { validation, purpose, innerTrain } = tuning;
  const plain: Fitted[] = [];
  for (const kind of tried) plain.push((await tuning.choose(kind)).inner);
  onStep?.('blend: weights');
  const neural = new Set(tried.filter(kind => kind.neural === true).map(kind => kind.name));
  const time = weightsTime === undefined ? undefined : { clock, until: clock() + weightsTime };
  const liftTime = time && { clock, until: clock() + (time.until - clock()) * liftShare };
  const lifts = chooseLifts({ members: plain, train: innerTrain, validation, purpose, time: liftTime });
  const liftOf = new Map(tried.map(({ name }, c) => [name, lifts[c]!]));
  const lift: FittedBlend['lift'] = (model, train, now) => {
    const own = liftOf.get(model.name) ?? noLift;
    if (own.exponent === 0) return model;
    return liftedBy(model, liftFactors(demandRatios(train, now, own.halfLifeDays), own));
  };
  const inner = plain.map(model => lift(model, innerTrain, validation.now));
  const choice = chooseWeights(inner, validation, purpose, neural, time);
  const used = tried.flatMap((_, c) => (segments.some(segment => choice.weights[segment][c] !== 0) ? [c] : []));
  const components: Fitted[] = [];
  for (const c of used) {
    onStep?.(tried[c]!.name);
    components.push(lift(await tuning.fit(tried[c]!), tuning.train, tuning.now));
  }
  const weights = bySegment(segment => used.map(c => choice.weights[segment][c]!));
  return {
    components,
    inner: used.map(c => inner[c]!),
    weights,
    shapes: used.map(c => choice.shapes[c]!),
    lifts: used.map(c => lifts[c]!),
    lift,
    choice,
    leftOut,
  };
};

/** Chooses settings of the quick kinds, then of as many neural ones as there is time for; says which those are. */
export const chooseAll = async (
  tuning: Pick<Tuning, 'choose' | 'effort'>,
  kinds: readonly ModelKind[],
  { quickUntil, until, afterwards = () => 0, clock = () => performance.now() }: TimeLimits,
  onStep?: (step: string) => void,
): Promise<{ readonly tried: readonly ModelKind[]; readonly leftOut: readonly string[] }> => {
  const quick = kinds.filter(kind => kind.neural !== true);
  const neural = kinds.filter(kind => kind.neural === true);
  const tried: ModelKind[] = [];
  const leftOut: string[] = [];
  for (const [n, kind] of quick.entries()) {
    onStep?.(`${kind.name}: settings`);
    // What one leaves over goes to the next.
    const part = costOf(kind) / quick.slice(n).reduce((sum, next) => sum + costOf(next), 0);
    const share = quickUntil === undefined ? undefined : (quickUntil - clock()) * part;
    await tuning.choose(kind, share === undefined ? undefined : clock() + share);
    tried.push(kind);
  }
  for (const [n, kind] of neural.entries()) {
    const share =
      until === undefined
        ? Number.POSITIVE_INFINITY
        : searchTime(tuning, tried, kind, neural.length - n, { left: until - clock(), afterwards });
    if (share < leastMilliseconds) {
      leftOut.push(kind.name);
      continue;
    }
    onStep?.(`${kind.name}: settings`);
    await tuning.choose(kind, clock() + share);
    tried.push(kind);
  }
  return { tried, leftOut };
};

const costOf = ({ searchCost = 1 }: ModelKind): number => searchCost;

/**
 * Milliseconds for the settings of the next of `count` kinds. Of what is left, the final fits of those before it are taken off first, each
 * as long as its last fit, and what comes after all fits; of its own share a part is for its own final fit.
 */
const searchTime = (
  tuning: Pick<Tuning, 'effort'>,
  before: readonly ModelKind[],
  next: ModelKind,
  count: number,
  { left, afterwards }: { readonly left: number; readonly afterwards: (kinds: readonly ModelKind[]) => number },
): number => {
  const fits = before.reduce((sum, kind) => sum + (tuning.effort(kind)?.fit ?? 0), 0);
  const owed = afterwards(before);
  return ((left - fits - owed) / count - (afterwards([...before, next]) - owed)) * (next.settingsShare ?? 0.5);
};
