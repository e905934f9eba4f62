import type { BlendWeights } from './blend.ts';
import { type BlendChoice, chooseWeights } from './blend-weights.ts';
import type { Fitted, ModelKind } from './model.ts';
import type { ScoreShape } from './score-shape.ts';
import { bySegment, segments } from './segments.ts';
import type { Tuning } from './tuning.ts';

export interface FittedBlend {
  /** Only those with a weight for some shopper. */
  readonly components: readonly Fitted[];
  /** The same fitted on the part before validation. */
  readonly inner: readonly Fitted[];
  /** In the components' order. */
  readonly weights: BlendWeights;
  /** The same. */
  readonly shapes: readonly ScoreShape[];
  readonly choice: BlendChoice;
  /** Kinds there was no time for. */
  readonly leftOut: readonly string[];
}

/** A neural model given less than this is not begun: half-trained it would only lose. */
const leastMilliseconds = 10_000;

/**
 * Settings of every kind on validation, weights for all of them together, then the final fit of those that got one. Quick kinds come
 * first; neural ones share what is left until `until` (performance.now()), half of it for the final fits. `until` absent: no limit;
 * in the past: quick kinds only.
 */
export const fitBlend = async (
  tuning: Tuning,
  kinds: readonly ModelKind[],
  options: { readonly until?: number | undefined; readonly onStep?: (step: string) => void } = {},
): Promise<FittedBlend> => {
  const { until, onStep } = options;
  const { tried, leftOut } = await chooseAll(tuning, kinds, until, onStep);
  const inner: Fitted[] = [];
  for (const kind of tried) inner.push((await tuning.choose(kind)).inner);
  onStep?.('blend: weights');
  const neural = new Set(tried.filter(kind => kind.neural === true).map(kind => kind.name));
  const choice = chooseWeights(inner, tuning.validation, tuning.purpose, neural);
  const used = tried.flatMap((_, c) => (segments.some(segment => choice.weights[segment][c] !== 0) ? [c] : []));
  const components: Fitted[] = [];
  for (const c of used) {
    onStep?.(tried[c]!.name);
    components.push(await tuning.fit(tried[c]!));
  }
  const weights = bySegment(segment => used.map(c => choice.weights[segment][c]!));
  return {
    components,
    inner: used.map(c => inner[c]!),
    weights,
    shapes: used.map(c => choice.shapes[c]!),
    choice,
    leftOut,
  };
};

/** Chooses settings of the quick kinds, then of as many neural ones as there is time for; says which those are. */
export const chooseAll = async (
  tuning: Tuning,
  kinds: readonly ModelKind[],
  until: number | undefined,
  onStep?: (step: string) => void,
): Promise<{ readonly tried: readonly ModelKind[]; readonly leftOut: readonly string[] }> => {
  const neural = kinds.filter(kind => kind.neural === true);
  const tried = kinds.filter(kind => kind.neural !== true);
  const leftOut: string[] = [];
  for (const kind of tried) {
    onStep?.(`${kind.name}: settings`);
    await tuning.choose(kind);
  }
  for (const [n, kind] of neural.entries()) {
    // What one leaves over goes to the next; the final fit takes about as long as this one.
    const share =
      until === undefined ? Number.POSITIVE_INFINITY : (until - performance.now()) / 2 / (neural.length - n);
    if (share < leastMilliseconds) {
      leftOut.push(kind.name);
      continue;
    }
    onStep?.(`${kind.name}: settings`);
    await tuning.choose(kind, performance.now() + share);
    tried.push(kind);
  }
  return { tried, leftOut };
};
