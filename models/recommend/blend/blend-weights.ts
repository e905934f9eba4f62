/**
 * The weights of a blend, learned on validation cases and judged cross-fitted: each way of finding them learns on three quarters of
 * the shoppers and is measured on the last, in turn, so that luck on few cases wins nothing. Ways that noise can't tell apart are averaged;
 * networks and weights of a segment's own must be better beyond noise: the mean of the paired differences against its standard error.
 */
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { shuffled } from '../../backend/training.ts';
import type { RankingCases } from '../cases.ts';
import { staticModels } from '../kinds.ts';
import type { Clock, Fitted } from '../model.ts';
import { pairedGain } from '../paired-gain.ts';
import { type Segment, segments } from '../segments.ts';
import type { Purpose } from '../tuning.ts';
import type { BlendWeights } from './blend.ts';
import { chooseShapes, withShapes } from './blend-shapes.ts';
import { type Candidates, collectCandidates, firstCases, meanOf, mixed, ndcgOf, tellingCases } from './candidates.ts';
import { climb, takeUp } from './climb.ts';
import { fitListwise } from './listwise.ts';
import type { ScoreShape } from './score-shape.ts';
import { halfWay, meanWeights, prune } from './weight-vectors.ts';

const foldCount = 4;
/** Fewer cases than this teach nothing a shrunken guess would not know better. */
const fewestCases = 12;
/** Components taken up one by one: so many are tried, 1 being the best alone. More differ little, and each costs in serving. */
const takenUp = [1, 2, 3, 5];
/** A blend with neural models must win by this share of NDCG. */
const smallestGain = 0.002;
/** Standard errors of a paired difference within which two ways count as equally good. */
const indistinguishable = 2;
/**
 * A blend with neural models must win by this many standard errors: their best epoch was picked on the same cases, so validation
 * flatters them.
 */
const neuralErrors = 1;
const mostListwiseCases = 800;
const ridges = [30];
const fewestSegmentCases = 200;
const smallestSegmentGain = 0.005;
/** What an even blend gives to a model that doesn't look at the shopper; there are several, and they say much the same. */
const staticPrior = 0.25;
/** How often all ways together go over the cases, for each pair of components; measured, with what else they cost. */
const passesPerPair = 110;
/** Share of the weight with which what sells decides where nothing else does. */
const fallbackShare = 0.001;
export interface BlendChoice {
  readonly weights: BlendWeights;
  /** One per component. */
  readonly shapes: readonly ScoreShape[];
  /** Mean NDCG@k on held-out folds of the validation cases, 0..1: what may be expected. */
  readonly ndcg: number;
  /** How many validation cases they were learned from; the rest there was no time for. */
  readonly cases: number;
  /** How the weights were found. */
  readonly way: string;
  /** The same figure of every way tried, and of each component alone on all cases. */
  readonly tried: Readonly<Record<string, number>>;
  readonly alone: Readonly<Record<string, number>>;
}

/** What is known of each component, in order. */
export interface Member {
  readonly name: string;
  readonly neural: boolean;
  /** Its score may take another shape than `plain`. */
  readonly shapeable: boolean;
}

/** Time for the weights: half for what every component says of each validation case, half for learning from it. */
export interface WeightsTime {
  readonly clock: Clock;
  /** The end of it. */
  readonly until: number;
}

/** However short the time, as many cases as that are learned from. */
const fewestInHaste = 500;

export const chooseWeights = (
  components: readonly Fitted[],
  validation: RankingCases,
  purpose: Purpose,
  neural: ReadonlySet<string> = new Set(),
  time?: WeightsTime,
): BlendChoice => {
  const members = components.map(({ name, factors }) => ({
    name,
    neural: neural.has(name),
    // A server scans vectors as they are and adds up static scores once: their products stay sums.
    shapeable: factors === undefined && !staticModels.has(name),
  }));
  if (validation.cases.length < fewestCases) {
    const even = members.map(() => 1 / members.length);
    const shapes = members.map(() => 'plain' as const);
    return {
      weights: { new: even, returning: even, reordering: even },
      shapes,
      ndcg: 0,
      cases: 0,
      way: 'even',
      tried: {},
      alone: {},
    };
  }
  const perComponent = components.length > 10 ? 40 : 60;
  if (time === undefined)
    return weightsOn(collectCandidates(components, validation, purpose, perComponent), members, purpose.seed);
  const { clock, until } = time;
  const half = (clock() + until) / 2;
  // In a drawn order, so that those there is time for are a sample.
  const { cases } = validation;
  const order = shuffled(cases.length, seededRandom(purpose.seed + 23));
  const drawn = { ...validation, cases: Array.from(order, i => cases[i]!) };
  const isOver = (collected: number): boolean => collected >= fewestInHaste && clock() >= half;
  const data = collectCandidates(components, drawn, purpose, perComponent, isOver);
  const count = learnable(data, members, until - clock(), clock);
  return weightsOn(count < data.ideal.length ? firstCases(data, count) : data, members, purpose.seed);
};

/** How many of the cases can be learned from in so many milliseconds: a pass over them is timed, and all ways together take many. */
const learnable = (data: Candidates, members: readonly Member[], most: number, clock: Clock): number => {
  const everyone = Int32Array.from(data.ideal, (_, i) => i);
  const quick = members.filter(({ neural }) => !neural).length;
  const squares = quick ** 2 + (quick < members.length ? members.length ** 2 : 0);
  const start = clock();
  for (const column of data.x) ndcgOf(data, everyone, column);
  const all = ((clock() - start) / members.length) * passesPerPair * squares;
  if (all <= most) return data.ideal.length;
  return Math.min(data.ideal.length, Math.max(fewestInHaste, Math.floor((data.ideal.length * most) / all)));
};

/** The same from the candidates of at least one case. */
const weightsOn = (plainData: Candidates, members: readonly Member[], seed: number): BlendChoice => {
  const everyone = Int32Array.from(plainData.ideal, (_, i) => i);
  const zero = new Float32Array(plainData.product.length);
  const alone = Object.fromEntries(
    members.map(({ name }, c) => [name, meanOf(ndcgOf(plainData, everyone, zero, 1, plainData.x[c]!))]),
  );
  const parts = foldsOf(everyone, seed);
  const all = members.map((_, c) => c);
  const quick = all.filter(c => !members[c]!.neural);
  const prior = members.map(({ name }) => (staticModels.has(name) ? staticPrior : 1));
  const tried: Record<string, number> = {};
  const bestOf = (using: readonly number[], suffix: string): Way & { readonly shapes: readonly ScoreShape[] } => {
    const free = using.filter(c => members[c]!.shapeable);
    const shapes = chooseShapes(plainData, using, free, seed);
    const way = bestWay(withShapes(plainData, shapes), parts, using, prior);
    for (const [name, ndcg] of Object.entries(way.tried)) tried[`${name}${suffix}`] = ndcg;
    return { ...way, shapes };
  };
  let chosen = bestOf(quick, '');
  if (quick.length < all.length) {
    const wide = bestOf(all, ', with neural');
    const { mean, error } = pairedGain(chosen.judged, wide.judged);
    if (mean > Math.max(smallestGain * chosen.ndcg, neuralErrors * error)) chosen = wide;
  }
  // The best member alone has learned no weights, so nothing flatters it: a blend below it on held-out folds is worse.
  const [first] = quick.map(c => singleWay(plainData, c, members)).sort((a, b) => b.ndcg - a.ndcg);
  if (first !== undefined && first.ndcg > chosen.ndcg)
    chosen = { ...first, shapes: members.map(() => 'plain' as const) };
  const data = withShapes(plainData, chosen.shapes);
  const common = prune(chosen.weights);
  const own = ownWeights(data, parts, common);
  const bySegment = segments.map(segment => [segment, withFallback(own(segment), members)]);
  return {
    weights: Object.fromEntries(bySegment) as Record<Segment, readonly number[]>,
    shapes: chosen.shapes,
    ndcg: chosen.ndcg,
    cases: plainData.ideal.length,
    way: chosen.way,
    tried,
    alone,
  };
};

/**
 * Members that look at what a shopper did say the same of every product where nothing is known of them: what sells has to decide
 * then, with so little weight that it decides nothing else.
 */
const withFallback = (weights: readonly number[], members: readonly Member[]): readonly number[] => {
  const isStatic = members.map(({ name }) => staticModels.has(name));
  const fallback = isStatic.indexOf(true);
  if (fallback < 0 || weights.some((weight, c) => isStatic[c] === true && weight > 0)) return weights;
  const sum = weights.reduce((all, weight) => all + Math.abs(weight), 0);
  return weights.map((weight, c) => (c === fallback ? fallbackShare * sum : weight));
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
  /** The same case by case. */
  readonly judged: Float64Array;
  readonly tried: Readonly<Record<string, number>>;
}

const singleWay = (data: Candidates, component: number, members: readonly Member[]): Way => {
  const everyone = Int32Array.from(data.ideal, (_, i) => i);
  const judged = ndcgOf(data, everyone, data.x[component]!);
  const way = `${members[component]!.name} alone`;
  return { way, weights: members.map((_, c) => (c === component ? 1 : 0)), ndcg: meanOf(judged), judged, tried: {} };
};

/**
 * Tries every way on every fold. The weights are the mean of what the best way found on the folds and what those found that are not worse
 * by more than noise (model averaging; Breiman 1996 for the folds).
 */
const bestWay = (data: Candidates, parts: readonly Part[], using: readonly number[], prior: readonly number[]): Way => {
  const found = new Map<string, { judged: Float64Array; weights: (readonly number[])[] }>();
  const judge = (way: string, weights: readonly number[], part: Part): void => {
    const known = found.get(way) ?? { judged: new Float64Array(data.ideal.length), weights: [] };
    ndcgOf(data, part.judge, mixed(data, weights)).forEach((ndcg, n) => {
      known.judged[part.judge[n]!] = ndcg;
    });
    known.weights.push(weights);
    found.set(way, known);
  };
  const even = data.x.map((_, c) => (using.includes(c) ? prior[c]! : 0));
  for (const part of parts) {
    judge('even', even, part);
    judge('even, then climbed', climb(data, part.learn, even, using, 2).weights, part);
    const sizes = takenUp.filter(size => size <= using.length);
    const steps = takeUp(data, part.learn, using, Math.max(...sizes));
    for (const size of sizes) judge(`${size} taken up`, steps[Math.min(size, steps.length) - 1]!.weights, part);
    const sample = tellingCases(data, part.learn, mostListwiseCases);
    for (const ridge of ridges) {
      const weights = fitListwise(data, sample, using, ridge);
      judge(`listwise, ridge ${ridge}`, weights, part);
      judge(`listwise, ridge ${ridge}, then climbed`, climb(data, part.learn, weights, using, 2).weights, part);
    }
  }
  const ways = [...found].map(([way, one]) => ({ way, ndcg: meanOf(one.judged), ...one }));
  const best = ways.reduce((first, one) => (one.ndcg > first.ndcg ? one : first));
  // Which of those that noise can't tell apart comes out best is luck; what they have in common is not.
  const near = ways.filter(one => {
    const { mean, error } = pairedGain(one.judged, best.judged);
    return mean <= indistinguishable * error;
  });
  const common = parts.map((_, f) =>
    meanWeights(
      near.map(one => one.weights[f]!),
      data.x.length,
    ),
  );
  const judged = new Float64Array(data.ideal.length);
  parts.forEach((part, f) => {
    ndcgOf(data, part.judge, mixed(data, common[f]!)).forEach((ndcg, n) => {
      judged[part.judge[n]!] = ndcg;
    });
  });
  return {
    way: near.length === 1 ? best.way : `mean of ${near.map(one => one.way).join('; ')}`,
    ndcg: meanOf(judged),
    judged,
    weights: meanWeights(common, data.x.length),
    tried: Object.fromEntries(ways.map(({ way, ndcg }) => [way, ndcg])),
  };
};

/** A segment moves on from the common weights only if that wins on held-out folds, and then half-way. */
const ownWeights = (data: Candidates, parts: readonly Part[], common: readonly number[]) => {
  const using = common.flatMap((weight, c) => (weight === 0 ? [] : [c]));
  const base = mixed(data, common);
  return (segment: Segment): readonly number[] => {
    const inside = (cases: Int32Array): Int32Array => cases.filter(i => data.segment[i] === segment);
    const mine = parts.map(part => ({ learn: inside(part.learn), judge: inside(part.judge) }));
    const count = mine.reduce((sum, part) => sum + part.judge.length, 0);
    if (count < fewestSegmentCases || count === data.ideal.length || using.length < 2) return common;
    const before: number[] = [];
    const after: number[] = [];
    const moved = mine.map(part => {
      const weights = halfWay(common, climb(data, part.learn, common, using, 2).weights);
      before.push(...ndcgOf(data, part.judge, base));
      after.push(...ndcgOf(data, part.judge, mixed(data, weights)));
      return weights;
    });
    const { mean, error } = pairedGain(Float64Array.from(before), Float64Array.from(after));
    const isBetter = mean > error && mean > smallestSegmentGain * meanOf(before);
    return isBetter ? prune(meanWeights(moved, common.length)) : common;
  };
};
