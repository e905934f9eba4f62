/** An intent machine learned from examples, with what it says to examples held out: the scale of its probabilities and its thresholds. */
import type { ShopSense } from '../../knowledge/language/shop-sense.ts';
import { excesses, fitTaken } from './evenness.ts';
import {
  type Asked,
  best,
  type Fitted,
  type Prepared,
  type Read,
  readWith,
  softmax,
  type Text,
  weighed,
  withLikeness,
  without,
} from './intent-judge.ts';
import { fine, type HeldOut, holdOut, judgedUntaught, learn, type Way, waysFor } from './intent-machine.ts';
import { isBroad } from './intent-rounds.ts';
import { nearestMeanAccuracy, rowOfVector } from './nearest-mean.ts';
import { fitTfidf, transform } from './tfidf.ts';
import type { TunedTops } from './tuned-intents.ts';

export interface IntentExample extends Asked {
  readonly intent: string;
}

export interface IntentTraining {
  readonly seed: number;
  /** General shop language to read texts with; without it only the examples' own words count. */
  readonly sense?: ShopSense;
  /** No more than this share of held-out examples are turned away as none of the intents, 0..1; 0.12 unless given. */
  readonly turnedAwayAtMost?: number;
  /** Texts known to have none of the intents, if there are any; they help to set the threshold. */
  readonly outOfScope?: readonly Pick<IntentExample, 'text' | 'vector'>[];
  /** What the intents are called, in words: one more thing that is said of each, and with few examples much of all. */
  readonly names?: readonly IntentExample[];
  /** The encoder as tuned on these examples and names, with this seed; heeded where examples held out are told better with it. */
  readonly tops?: TunedTops;
}

/** Plain data: it can be kept in a file and sent to another thread. */
export interface LearnedIntents {
  readonly intents: readonly string[];
  readonly threshold: number;
  /** What the shop sense counted for, 0 (not used) .. 2. */
  readonly senseWeight: number;
  readonly sharpness: number;
  /** Held-out examples that were given at least this probability were right nearly always; above 1 where that was never so. */
  readonly sureFrom: number;
  readonly withVectors: boolean;
  readonly fitted: Fitted;
}

/** Where the shop sense tells the intents apart at least as well as their words do. */
const mostSenseWeight = 2;
/** From this many examples an intent on, the shop sense counts the less the more of its own words an intent has. */
const fewExamples = 10;

/**
 * What the shop sense is worth for these intents: all where it tells them apart as well as their words do, as with a shop's
 * intents; next to nothing for another trade, a bank's, where it would only mislead. Never looks at anything but the examples.
 */
const senseWeightFor = (examples: readonly Read[], labels: readonly number[], classes: number): number => {
  const views = examples.map(({ features: { words, stems } }) => [words, stems]);
  const tfidf = fitTfidf(views, 1);
  const byWords = nearestMeanAccuracy(
    views.map(v => transform(tfidf, v)),
    labels,
    classes,
    tfidf.width,
  );
  const bySense = nearestMeanAccuracy(
    examples.map(e => rowOfVector(e.meant)),
    labels,
    classes,
    examples[0]!.meant.length,
  );
  const share = byWords === 0 ? 1 : Math.min(1, bySense / byWords);
  const scarcity = Math.min(1, (fewExamples * classes) / examples.length);
  return share < leastSense ? 0 : mostSenseWeight * scarcity * share ** 2;
};
/** Told apart less than this share as well as by words: left out, which saves its time. */
const leastSense = 0.3;

/** The sharpness under which held-out examples are least surprising: Guo et al. 2017, on a grid. */
const fitSharpness = (known: HeldOut['known']): { readonly sharpness: number; readonly loss: number } => {
  let chosen = { sharpness: 4, loss: Number.POSITIVE_INFINITY };
  for (let sharpness = 1; sharpness < 40; sharpness *= 1.15) {
    let loss = 0;
    for (const { judged, label } of known) loss -= Math.log(Math.max(1e-9, softmax(judged.scores, sharpness)[label]!));
    if (loss < chosen.loss) chosen = { sharpness, loss };
  }
  return chosen;
};

/** What a cosine of the tuned encoder may count for beside a margin. */
const likenessWeights = [0, 1, 2];

const joined = (known: HeldOut['known'], weight: number): HeldOut['known'] =>
  known.map(({ judged, likeness, label }) => ({
    judged: likeness ? { ...judged, scores: withLikeness(judged.scores, likeness, weight) } : judged,
    likeness,
    label,
  }));

/** The weight under which held-out examples are least surprising; 0 where they are not less so with the tuned encoder. */
const fitLikeness = (known: HeldOut['known']): number => {
  let [chosen, least] = [0, Number.POSITIVE_INFINITY];
  for (const weight of known.every(k => k.likeness) ? likenessWeights : []) {
    const { loss } = fitSharpness(joined(known, weight));
    if (loss < least) [chosen, least] = [weight, loss];
  }
  return chosen;
};

interface Trial {
  readonly way: Way;
  readonly likenessWeight: number;
  readonly heldOut: HeldOut;
}

/** The way under which held-out examples are least surprising; the first of equals. */
const bestOf = (trials: readonly Trial[]): Trial => {
  if (trials.length === 1) return trials[0]!;
  const losses = trials.map(t => fitSharpness(t.heldOut.known).loss);
  return trials[losses.indexOf(Math.min(...losses))]!;
};

const evened = (known: HeldOut['known'], taken: Float64Array): HeldOut['known'] =>
  known.map(k => ({ ...k, judged: { ...k.judged, scores: without(k.judged.scores, taken) } }));

/**
 * Where "none of these" begins: as many strangers turned down as friends let in. Intents left out are nearer to those
 * taught than what shoppers really say beside the point, so the friends count `friendWeight` times.
 */
const friendWeight = 2;
const turnedAwayAtMost = 0.12;
const fitThreshold = ({ known, strange }: HeldOut, most: number): number => {
  const friends = known.map(k => k.judged.familiarity).sort((a, b) => a - b);
  const strangers = strange.map(s => s.familiarity).sort((a, b) => a - b);
  if (friends.length === 0) return Number.NEGATIVE_INFINITY;
  if (strangers.length === 0) return friends[Math.floor(friends.length * 0.03)]!;
  let chosen = friends[0]!;
  let highest = Number.NEGATIVE_INFINITY;
  let below = 0;
  for (const [i, candidate] of friends.entries()) {
    if (i > most * friends.length) break;
    while (below < strangers.length && strangers[below]! < candidate) below += 1;
    const value = friendWeight * (1 - i / friends.length) + below / strangers.length;
    if (value > highest) {
      highest = value;
      chosen = candidate;
    }
  }
  return chosen;
};

/** Where the machine need not be doubted: of held-out examples as sure as this, no more than one in fifty was told wrong. */
const sureShare = 0.98;
const fitSureness = (known: HeldOut['known'], sharpness: number): number => {
  const told = known
    .map(({ judged, label }) => {
      const probabilities = softmax(judged.scores, sharpness);
      const at = best(probabilities);
      return { probability: probabilities[at]!, right: at === label };
    })
    .sort((a, b) => b.probability - a.probability);
  let sure = 1.01;
  let right = 0;
  for (const [i, one] of told.entries()) {
    if (one.right) right += 1;
    if (right >= sureShare * (i + 1)) sure = one.probability;
  }
  return sure;
};

/** Throws RangeError with fewer than two intents, when only some examples carry a vector, or a name is of no intent. */
export const fitIntents = (examples: readonly IntentExample[], training: IntentTraining): LearnedIntents => {
  const intents = [...new Set(examples.map(e => e.intent))].sort();
  if (intents.length < 2) throw new RangeError(`An intent model needs at least two intents, got ${intents.length}`);
  const { sense, seed, names = [] } = training;
  const all = [...examples, ...names];
  const withVector = all.filter(e => e.vector).length;
  if (withVector !== 0 && withVector !== all.length) {
    throw new RangeError(`All examples carry a sentence vector or none does, got ${withVector} of ${all.length}`);
  }
  const place = new Map(intents.map((intent, i) => [intent, i]));
  const labelOf = ({ intent }: IntentExample): number => {
    const label = place.get(intent);
    if (label === undefined) throw new RangeError(`"${intent}" has a name but no example`);
    return label;
  };
  const labels = examples.map(labelOf);
  const read = examples.map(e => readWith(sense, e));
  const senseWeight = sense ? senseWeightFor(read, labels, intents.length) : 0;
  // A sense that counts for nothing is not asked again.
  const heeded = senseWeight > 0 ? sense : undefined;
  const textOf = (asked: Asked): Text => weighed(readWith(heeded, asked), senseWeight);
  const prepared: Prepared[] = read.map((r, i) => ({ ...weighed(r, senseWeight), label: labels[i]! }));
  const called: Prepared[] = names.map(e => ({ ...textOf(e), label: labelOf(e) }));
  const strangers = (training.outOfScope ?? []).map(textOf);
  const { way, likenessWeight, heldOut } = bestOf(
    waysFor(labels.length, intents.length).map(w => {
      const { known, strange } = holdOut(prepared, called, strangers, intents.length, training, w);
      const weight = training.tops ? fitLikeness(known) : 0;
      return { way: w, likenessWeight: weight, heldOut: { known: joined(known, weight), strange } };
    }),
  );
  const taken = isBroad(labels.length, intents.length)
    ? fitTaken(
        heldOut.known.map(k => k.judged.scores),
        fitSharpness(heldOut.known).sharpness,
        excesses(labels, intents.length),
      )
    : null;
  const even: HeldOut = {
    known: taken ? evened(heldOut.known, taken) : heldOut.known,
    strange: [...heldOut.strange, ...judgedUntaught(prepared, called, intents.length, seed, way)],
  };
  const { sharpness } = fitSharpness(even.known);
  const fitted = learn([...prepared, ...called], intents.length, seed, fine, way);
  return {
    intents,
    threshold: fitThreshold(even, training.turnedAwayAtMost ?? turnedAwayAtMost),
    senseWeight,
    sharpness,
    sureFrom: fitSureness(even.known, sharpness),
    withVectors: withVector > 0,
    fitted: {
      ...fitted,
      tuned: training.tops && likenessWeight > 0 ? { top: training.tops.all, weight: likenessWeight } : null,
      taken,
    },
  };
};
