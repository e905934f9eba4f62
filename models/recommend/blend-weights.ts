import { idealGain } from '../evaluate/ranking-metrics.ts';
import type { BlendWeights } from './blend.ts';
import type { RankingCases } from './cases.ts';
import type { Fitted } from './model.ts';
import { BestRows, ScoreSheet } from './score-sheet.ts';
import { type Segment, segmentOf, segments } from './segments.ts';
import type { Purpose } from './tuning.ts';

/** The best products of each component, per case; others can't reach a blend's top k and are not looked at. */
const candidatesPerComponent = 60;
/** A segment with fewer validation cases, or a smaller relative gain, keeps the weights of all shoppers together. */
const fewestCases = 200;
const smallestGain = 0.01;

/** Candidates of all cases in one matrix: row r has `width` features x_c / sd_c. */
interface Candidates {
  readonly width: number;
  readonly features: Float32Array;
  readonly relevant: Uint8Array;
  /** Case i owns rows start[i] until start[i + 1]. */
  readonly start: Int32Array;
  readonly ideal: Float64Array;
  readonly segment: readonly Segment[];
}

/**
 * Weights that maximise mean NDCG@k on validation cases by coordinate ascent, started from each single component and from all of them
 * together: the result is never worse there than the best component. Then each segment may move on from the common weights.
 */
export const chooseWeights = (
  components: readonly Fitted[],
  validation: RankingCases,
  purpose: Purpose,
): { readonly weights: BlendWeights; readonly ndcg: number } => {
  const data = collect(components, validation, purpose);
  const width = components.length;
  const everyone = data.segment.map((_, i) => i);
  const starts = [
    new Array<number>(width).fill(1),
    ...components.map((_, c) => components.map((_, d) => (c === d ? 1 : 0))),
  ];
  const score = (weights: readonly number[], cases: readonly number[]): number =>
    meanNdcg(data, weights, cases, purpose.k);
  if (everyone.length === 0) {
    const even = starts[0]!;
    return { weights: { new: even, returning: even, reordering: even }, ndcg: 0 };
  }
  const singles = starts.map(weights => ({ weights, ndcg: score(weights, everyone) })).sort((a, b) => b.ndcg - a.ndcg);
  const common = singles
    .slice(0, 3)
    .map(start => climb(start.weights, weights => score(weights, everyone)))
    .reduce((best, next) => (next.ndcg > best.ndcg ? next : best));
  const of = (segment: Segment): readonly number[] => {
    const cases = everyone.filter(i => data.segment[i] === segment);
    if (cases.length < fewestCases) return common.weights;
    const before = score(common.weights, cases);
    const own = climb(common.weights, weights => score(weights, cases));
    return own.ndcg > before * (1 + smallestGain) ? own.weights : common.weights;
  };
  const weights = Object.fromEntries(segments.map(segment => [segment, of(segment)])) as Record<
    Segment,
    readonly number[]
  >;
  return { weights, ndcg: common.ndcg };
};

const factors = [0, 0.5, 0.7, 0.85, 1.2, 1.5, 2.2];
const entries = [0.05, 0.15, 0.4, 1];

const climb = (start: readonly number[], score: (weights: readonly number[]) => number) => {
  let best = { weights: start, ndcg: score(start) };
  for (let round = 0; round < 5; round++) {
    const before = best.ndcg;
    for (let c = 0; c < start.length; c++) {
      const now = best.weights[c]!;
      const largest = Math.max(...best.weights);
      for (const next of now > 0 ? factors.map(factor => now * factor) : entries.map(entry => entry * largest)) {
        const weights = best.weights.with(c, next);
        const ndcg = score(weights);
        if (ndcg > best.ndcg + 1e-6) best = { weights, ndcg };
      }
    }
    if (best.ndcg < before * 1.001) break;
  }
  return best;
};

const collect = (components: readonly Fitted[], { cases, known, now }: RankingCases, purpose: Purpose): Candidates => {
  const width = components.length;
  const products = known.length;
  const sheets = components.map(() => new ScoreSheet(products));
  const best = new BestRows(candidatesPerComponent);
  const allowed = known.slice();
  const features: number[] = [];
  const relevant: number[] = [];
  const start = new Int32Array(cases.length + 1);
  const ideal = new Float64Array(cases.length);
  cases.forEach((one, i) => {
    if (purpose.maskSeen) for (const item of one.history.items) allowed[item] = 0;
    const candidates = new Set<number>();
    const spreads = components.map((component, c) => {
      const sheet = sheets[c]!;
      sheet.clear();
      component.score(one.history, now, sheet);
      best.clear();
      for (let t = 0; t < sheet.count; t++) {
        const product = sheet.touched[t]!;
        if (allowed[product] === 1) best.offer(product, sheet.values[product]!);
      }
      for (let b = 0; b < best.count; b++) candidates.add(best.rows[b]!);
      return sheet.spread();
    });
    for (const product of candidates) {
      for (let c = 0; c < width; c++) features.push(spreads[c]! > 0 ? sheets[c]!.values[product]! / spreads[c]! : 0);
      relevant.push(one.relevant.has(product) ? 1 : 0);
    }
    start[i + 1] = relevant.length;
    ideal[i] = idealGain(Math.min(purpose.k, one.relevant.size));
    for (const item of one.history.items) allowed[item] = known[item]!;
  });
  return {
    width,
    features: Float32Array.from(features),
    relevant: Uint8Array.from(relevant),
    start,
    ideal,
    segment: cases.map(one => segmentOf(one.history)),
  };
};

const meanNdcg = (data: Candidates, weights: readonly number[], cases: readonly number[], k: number): number => {
  const best = new BestRows(k);
  const { width, features } = data;
  let sum = 0;
  for (const i of cases) {
    best.clear();
    for (let row = data.start[i]!; row < data.start[i + 1]!; row++) {
      let score = 0;
      for (let c = 0; c < width; c++) score += weights[c]! * features[row * width + c]!;
      best.offer(row, score);
    }
    let gain = 0;
    for (let b = 0; b < best.count; b++) if (data.relevant[best.rows[b]!] === 1) gain += 1 / Math.log2(b + 2);
    sum += gain / data.ideal[i]!;
  }
  return sum / cases.length;
};
