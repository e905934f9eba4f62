/**
 * Learns the tagger of fact-tagger.ts from labelled messages: an averaged structured perceptron (Collins 2002), which is made to win by
 * a margin (a fact that is missed costs more than one too many); a second, plain one tells what is wished for from what is turned away.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { TaggedStretch } from '../types.ts';
import { bestTags, sparseRows, type TaggerModel, tagsOf } from './fact-tagger.ts';

export interface TaggedExample {
  /** Of each piece in order, by their names. */
  readonly features: readonly (readonly string[])[];
  /** The same where less is known: taken now and then instead, so that nothing leans on what is left out. */
  readonly fewer?: readonly (readonly string[])[];
  /** Stretches of other slots than the model's are no facts. */
  readonly stretches: readonly (TaggedStretch & {
    readonly polarity: 1 | -1;
    /** What tells its polarity, by names. */
    readonly polarityFeatures: readonly string[];
  })[];
}

export interface LearnOptions {
  readonly slots: readonly string[];
  readonly seed: number;
  /** Features of fewer pieces are left out. */
  readonly leastSeen?: number;
  /** Smaller weights are left out. */
  readonly leastWeight?: number;
  readonly rounds?: number;
  /** What a fact costs that is missed, where one too many costs 1. */
  readonly missed?: number;
  /** Features that are trusted by so much more than was learned: a reader that was worked on elsewhere too. */
  readonly trusted?: { readonly by: number; readonly features: (slot: string, begins: boolean) => readonly string[] };
  /** So many are learned in other orders, and their mean is taken. */
  readonly models?: number;
}

const roundsTaken = 8;
const polarityRounds = 6;
const costMissed = 2.5;
const takesFewer = 0.25;
const modelsTaken = 5;

/** The same examples and seed give the same. */
export const learnTagger = (
  examples: readonly TaggedExample[],
  {
    slots,
    seed,
    leastSeen = 2,
    leastWeight = 0,
    rounds = roundsTaken,
    models = modelsTaken,
    missed = costMissed,
    trusted,
  }: LearnOptions,
): TaggerModel => {
  const tags = tagsOf(slots);
  const names = seenOften(
    examples.flatMap(e => e.features),
    leastSeen,
  );
  const index = new Map(names.map((name, i) => [name, i]));
  const idsIn = (features: readonly (readonly string[])[]): Int32Array[] => features.map(of => idsOf(of, index));
  const rows = examples.map(e => ({ all: idsIn(e.features), fewer: e.fewer && idsIn(e.fewer) }));
  const wanted = examples.map(e => tagsWanted(e, slots));
  const [weightsOfAll, movesOfAll] = [new Float32Array(names.length * tags), new Float32Array(tags * tags)];
  const random = seededRandom(seed);
  const order = examples.map((_, i) => i);
  const learnOne = (): void => {
    const weights = new Averaged(names.length * tags);
    const moves = new Averaged(tags * tags);
    let step = 1;
    for (let round = 0; round < rounds; round++) {
      shuffle(order, random);
      for (const k of order) {
        const { all, fewer = all } = rows[k]!;
        const features = random() < takesFewer ? fewer : all;
        const right = wanted[k]!;
        const found = bestTags(withMargin(features, right, weights.now, tags, missed), moves.now, tags);
        for (let i = 0; i < right.length; i++) {
          const [r, f] = [right[i]!, found[i]!];
          if (r !== f)
            for (const id of features[i]!) {
              weights.change(id * tags + r, 1, step);
              weights.change(id * tags + f, -1, step);
            }
          const [rBefore, fBefore] = i === 0 ? [0, 0] : [right[i - 1]!, found[i - 1]!];
          if (r === f && rBefore === fBefore) continue;
          moves.change(rBefore * tags + r, 1, step);
          moves.change(fBefore * tags + f, -1, step);
        }
        step += 1;
      }
    }
    addTo(weightsOfAll, weights.average(step), 1 / models);
    addTo(movesOfAll, moves.average(step), 1 / models);
  };
  for (let model = 0; model < models; model++) learnOne();
  slots.forEach((slot, k) => {
    for (const begins of [true, false])
      for (const feature of trusted?.features(slot, begins) ?? []) {
        const row = index.get(feature);
        if (row !== undefined) weightsOfAll[row * tags + (begins ? 1 : 2) + 2 * k]! += trusted!.by;
      }
  });
  return {
    slots,
    pieces: sparseRows(names, weightsOfAll, tags, leastWeight),
    moves: movesOfAll,
    polarity: learnPolarity(examples, leastSeen, leastWeight),
  };
};

const learnPolarity = (examples: readonly TaggedExample[], leastSeen: number, leastWeight: number) => {
  const told = examples.flatMap(e => e.stretches);
  const names = seenOften(
    told.map(s => s.polarityFeatures),
    leastSeen,
  );
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = told.map(s => idsOf(s.polarityFeatures, index));
  const weights = new Averaged(names.length);
  let step = 1;
  for (let round = 0; round < polarityRounds; round++)
    told.forEach(({ polarity }, k) => {
      let sum = 0;
      for (const id of rows[k]!) sum += weights.now[id]!;
      if (sum * polarity <= 1) for (const id of rows[k]!) weights.change(id, polarity, step);
      step += 1;
    });
  return sparseRows(names, weights.average(step), 1, leastWeight);
};

/** Weights and, by what was changed when, their mean over all steps. */
class Averaged {
  readonly now: Float32Array;
  private readonly late: Float32Array;
  constructor(length: number) {
    this.now = new Float32Array(length);
    this.late = new Float32Array(length);
  }
  change(at: number, by: number, step: number): void {
    this.now[at]! += by;
    this.late[at]! += by * step;
  }
  average(steps: number): Float32Array {
    return this.now.map((weight, i) => weight - this.late[i]! / steps);
  }
}

const addTo = (sums: Float32Array, values: Float32Array, share: number): void => {
  for (let i = 0; i < sums.length; i++) sums[i]! += values[i]! * share;
};

/** In the order in which they were met. */
const seenOften = (lists: readonly (readonly string[])[], least: number): string[] => {
  const seen = new Map<string, number>();
  for (const list of lists) for (const name of list) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen].flatMap(([name, times]) => (times >= least ? [name] : []));
};

const idsOf = (features: readonly string[], index: ReadonlyMap<string, number>): Int32Array =>
  Int32Array.from(features.flatMap(name => index.get(name) ?? []));

const tagsWanted = ({ features, stretches }: TaggedExample, slots: readonly string[]): Int32Array => {
  const tags = new Int32Array(features.length);
  for (const { slot, start, end } of stretches) {
    const at = slots.indexOf(slot);
    if (at < 0) continue;
    tags.fill(2 + 2 * at, start, end);
    tags[start] = 1 + 2 * at;
  }
  return tags;
};

/** Emissions, with a bonus for each tag that would be wrong. */
const withMargin = (
  features: readonly Int32Array[],
  right: Int32Array,
  weights: Float32Array,
  tags: number,
  missed: number,
): Float64Array => {
  const emissions = new Float64Array(features.length * tags).fill(1);
  for (let i = 0; i < features.length; i++) {
    emissions[i * tags] = missed;
    emissions[i * tags + right[i]!] = 0;
    for (const id of features[i]!) {
      const row = id * tags;
      for (let t = 0; t < tags; t++) emissions[i * tags + t]! += weights[row + t]!;
    }
  }
  return emissions;
};

/** Fisher and Yates, in place. */
const shuffle = (order: number[], random: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
};
