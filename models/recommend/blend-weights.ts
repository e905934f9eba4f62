/**
 * The weights of a blend, learned on validation cases and judged cross-fitted: each way of finding them learns on three quarters of
 * the shoppers and is measured on the last, in turn, so that luck on few cases wins nothing.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { BlendWeights } from './blend.ts';
import { type Candidates, collectCandidates, meanOf, mixed, ndcgOf } from './candidates.ts';
import type { RankingCases } from './cases.ts';
import { climb, takeUp } from './climb.ts';
import { staticModels } from './kinds.ts';
import { fitListwise } from './listwise.ts';
import type { Fitted } from './model.ts';
import { type Segment, segments } from './segments.ts';
import type { Purpose } from './tuning.ts';

const foldCount = 4;
/** Fewer cases than this teach nothing a shrunken guess would not know better. */
const fewestCases = 12;
/** Where more components are mixed, the gain of the next is noise and its cost in serving is not. */
const mostComponents = 8;
/** A way with more freedom must win by this share of NDCG. */
const smallestGain = 0.002;
const mostListwiseCases = 800;
const ridges = [30];
const fewestSegmentCases = 200;
const smallestSegmentGain = 0.005;
/** What an even blend gives to a model that doesn't look at the shopper; there are several, and they say much the same. */
const staticPrior = 0.25;
/** Less than this share of the weight is dropped. */
const smallestShare = 0.015;

export interface BlendChoice {
  readonly weights: BlendWeights;
  /** Mean NDCG@k on held-out folds of the validation cases, 0..1: what may be expected. */
  readonly ndcg: number;
  /** How the weights were found. */
  readonly way: string;
  /** The same figure of every way tried, and of each component alone on all cases. */
  readonly tried: Readonly<Record<string, number>>;
  readonly alone: Readonly<Record<string, number>>;
}

export const chooseWeights = (
  components: readonly Fitted[],
  validation: RankingCases,
  purpose: Purpose,
  neural: ReadonlySet<string> = new Set(),
): BlendChoice => {
  const even = components.map(() => 1 / components.length);
  if (validation.cases.length < fewestCases)
    return { weights: { new: even, returning: even, reordering: even }, ndcg: 0, way: 'even', tried: {}, alone: {} };
  const data = collectCandidates(components, validation, purpose, components.length > 10 ? 40 : 60);
  const everyone = Int32Array.from(data.ideal, (_, i) => i);
  const zero = new Float32Array(data.product.length);
  const alone = Object.fromEntries(
    components.map((component, c) => [component.name, meanOf(ndcgOf(data, everyone, zero, 1, data.x[c]!))]),
  );
  const parts = foldsOf(everyone, purpose.seed);
  const all = components.map((_, c) => c);
  const quick = all.filter(c => !neural.has(components[c]!.name));
  const prior = components.map(({ name }) => (staticModels.has(name) ? staticPrior : 1));
  const plain = bestWay(data, parts, quick, prior);
  const tried: Record<string, number> = { ...plain.tried };
  let chosen = plain;
  if (quick.length < all.length) {
    const wide = bestWay(data, parts, all, prior);
    for (const [way, ndcg] of Object.entries(wide.tried)) tried[`${way}, with neural`] = ndcg;
    if (wide.ndcg > plain.ndcg * (1 + smallestGain)) chosen = wide;
  }
  const common = prune(chosen.weights);
  const own = ownWeights(data, parts, common);
  return {
    weights: Object.fromEntries(segments.map(segment => [segment, own(segment)])) as Record<Segment, readonly number[]>,
    ndcg: chosen.ndcg,
    way: chosen.way,
    tried,
    alone,
  };
};

interface Part {
  readonly learn: Int32Array;
  readonly judge: Int32Array;
}

const foldsOf = (cases: Int32Array, seed: number): Part[] => {
  const random = seededRandom(seed + 31);
  const fold = cases.map(() => Math.floor(random() * foldCount));
  return Array.from({ length: foldCount }, (_, f) => ({
    learn: cases.filter((_, n) => fold[n] !== f),
    judge: cases.filter((_, n) => fold[n] === f),
  })).filter(part => part.learn.length > 0 && part.judge.length > 0);
};

interface Way {
  readonly way: string;
  readonly weights: readonly number[];
  /** On held-out folds. */
  readonly ndcg: number;
  readonly tried: Readonly<Record<string, number>>;
}

/** Tries every way on every fold; the weights of the best are the mean of what it found on the folds. */
const bestWay = (data: Candidates, parts: readonly Part[], using: readonly number[], prior: readonly number[]): Way => {
  const total = parts.reduce((sum, part) => sum + part.judge.length, 0);
  const found = new Map<string, { ndcg: number; weights: (readonly number[])[] }>();
  const judge = (way: string, weights: readonly number[], part: Part): void => {
    const known = found.get(way) ?? { ndcg: 0, weights: [] };
    known.ndcg += (meanOf(ndcgOf(data, part.judge, mixed(data, weights))) * part.judge.length) / total;
    known.weights.push(weights);
    found.set(way, known);
  };
  const even = data.x.map((_, c) => (using.includes(c) ? prior[c]! : 0));
  for (const part of parts) {
    judge('even', even, part);
    judge('even, then climbed', climb(data, part.learn, even, using, 2).weights, part);
    const steps = takeUp(data, part.learn, using, Math.min(using.length, mostComponents));
    for (let t = 0; t < Math.min(using.length, mostComponents); t++)
      judge(`${t + 1} taken up`, steps[Math.min(t, steps.length - 1)]!.weights, part);
    const sample = part.learn.slice(0, mostListwiseCases);
    for (const ridge of ridges) {
      const weights = fitListwise(data, sample, using, ridge);
      judge(`listwise, ridge ${ridge}`, weights, part);
      judge(`listwise, ridge ${ridge}, then climbed`, climb(data, part.learn, weights, using, 2).weights, part);
    }
  }
  let best = { way: '', ndcg: -1, weights: [] as (readonly number[])[] };
  // In order of freedom: what comes later must be clearly better.
  for (const [way, one] of found) if (one.ndcg > best.ndcg * (1 + smallestGain)) best = { way, ...one };
  return {
    way: best.way,
    ndcg: best.ndcg,
    weights: meanWeights(best.weights, data.x.length),
    tried: Object.fromEntries([...found].map(([way, { ndcg }]) => [way, ndcg])),
  };
};

const unit = (weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((total, weight) => total + Math.abs(weight), 0);
  return sum > 0 ? weights.map(weight => weight / sum) : weights;
};

const meanWeights = (many: readonly (readonly number[])[], width: number): readonly number[] => {
  const mean = new Array<number>(width).fill(0);
  for (const weights of many)
    unit(weights).forEach((weight, c) => {
      mean[c]! += weight / many.length;
    });
  return mean;
};

const prune = (weights: readonly number[]): readonly number[] =>
  unit(unit(weights).map(weight => (Math.abs(weight) < smallestShare ? 0 : weight)));

/** A segment moves on from the common weights only if that wins on held-out folds, and then half-way. */
const ownWeights = (data: Candidates, parts: readonly Part[], common: readonly number[]) => {
  const using = common.flatMap((weight, c) => (weight === 0 ? [] : [c]));
  const base = mixed(data, common);
  return (segment: Segment): readonly number[] => {
    const inside = (cases: Int32Array): Int32Array => cases.filter(i => data.segment[i] === segment);
    const mine = parts.map(part => ({ learn: inside(part.learn), judge: inside(part.judge) }));
    const count = mine.reduce((sum, part) => sum + part.judge.length, 0);
    if (count < fewestSegmentCases || count === data.ideal.length || using.length < 2) return common;
    let [before, after] = [0, 0];
    const moved = mine.map(part => {
      const weights = halfWay(common, climb(data, part.learn, common, using, 2).weights);
      before += meanOf(ndcgOf(data, part.judge, base)) * part.judge.length;
      after += meanOf(ndcgOf(data, part.judge, mixed(data, weights))) * part.judge.length;
      return weights;
    });
    return after > before * (1 + smallestSegmentGain) ? prune(meanWeights(moved, common.length)) : common;
  };
};

const halfWay = (a: readonly number[], b: readonly number[]): readonly number[] => {
  const [from, to] = [unit(a), unit(b)];
  return from.map((weight, c) => (weight + to[c]!) / 2);
};
