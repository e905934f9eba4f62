/** One intent machine fitted, and what machines fitted on a part of the examples say to the rest. */
import {
  type Fitted,
  type Judged,
  judge,
  lengthOf,
  likenessOf,
  type Prepared,
  rowOf,
  type Text,
  viewsOf,
} from './intent-judge.ts';
import { alienRounds, heldOutRounds, isBroad } from './intent-rounds.ts';
import { trainLinearSvm } from './linear-svm.ts';
import { fitTfidf } from './tfidf.ts';
import type { TunedTops } from './tuned-intents.ts';

/** What a machine heeds, and how dear a margin violation is to it. */
export interface Way {
  /** Places of views, see `weighed`; null: words and pieces, and stems too where examples are few. */
  readonly views: readonly number[] | null;
  readonly cost: number;
}

const usual: Way = { views: null, cost: 0.5 };
const [words, pieces, stems, manner] = [0, 1, 2, 3];

/**
 * The ways to choose from. Kinds of saying are told by their manner as well, and where people who label them disagree a
 * machine that is fitted less closely does better; things to speak of are told as was found on sets of many intents.
 */
export const waysFor = (examples: number, classes: number): readonly Way[] =>
  isBroad(examples, classes)
    ? [usual.cost, 0.1].flatMap(cost => [
        { views: [words, pieces], cost },
        { views: [words, pieces, manner], cost },
      ])
    : [usual];

/** How closely a machine is fitted: the one that is kept, and those that only tell how it would do on new texts. */
export const fine = 0.1;
const rough = 0.5;
/** From this many examples an intent on, a feature has to occur twice, and stems and pairs repeat what words and pieces say. */
const plenty = 20;

const meansOf = (examples: readonly Prepared[], classes: number): Float32Array | null => {
  const width = examples[0]?.dense.length ?? 0;
  if (width === 0) return null;
  const means = new Float32Array(classes * width);
  for (const { dense, label } of examples) {
    for (let k = 0; k < width; k++) means[label * width + k]! += dense[k]!;
  }
  for (let c = 0; c < classes; c++) {
    const mean = means.subarray(c * width, (c + 1) * width);
    const length = lengthOf(mean);
    if (length > 0) for (let k = 0; k < width; k++) mean[k]! /= length;
  }
  return means;
};

/** `classes` may be more than the examples have. */
export const learn = (
  examples: readonly Prepared[],
  classes: number,
  seed: number,
  tolerance: number,
  way: Way,
): Fitted => {
  const isPlenty = examples.length >= plenty * classes;
  const views = way.views ?? (isPlenty ? [words, pieces] : [words, pieces, stems]);
  const tfidf = fitTfidf(
    examples.map(e => viewsOf(e, views)),
    isPlenty || way.views ? 2 : 1,
  );
  const rows = examples.map(e => rowOf(tfidf, e, views));
  const svm = trainLinearSvm(
    rows,
    Int32Array.from(examples, e => e.label),
    classes,
    tfidf.width,
    { cost: way.cost, seed, tolerance },
  );
  return { views, tfidf, svm, means: meansOf(examples, classes), tuned: null, taken: null };
};

export interface HeldOut {
  readonly known: { readonly judged: Judged; readonly likeness: Float64Array | null; readonly label: number }[];
  readonly strange: Judged[];
}

/** Judgements of texts their judge was not taught. */
export const holdOut = (
  examples: readonly Prepared[],
  names: readonly Prepared[],
  outOfScope: readonly Text[],
  classes: number,
  { seed, tops }: { readonly seed: number; readonly tops?: TunedTops },
  way: Way,
): HeldOut => {
  const known: HeldOut['known'] = [];
  const strange: Judged[] = [];
  const labels = examples.map(e => e.label);
  for (const [r, { taught, asked, alien, isAlien }] of heldOutRounds(labels, classes, seed).entries()) {
    const lessons = [...names.filter(e => !isAlien(e.label)), ...taught.map(i => examples[i]!)];
    // Labels keep their numbers; a class without a row gets a machine that always says no.
    const fitted = learn(lessons, classes, seed, rough, way);
    const present = new Set(lessons.map(e => e.label));
    const top = tops?.rounds[r];
    for (const e of asked.map(i => examples[i]!)) {
      if (present.has(e.label))
        known.push({ judged: judge(fitted, e), likeness: top ? likenessOf(top, e) : null, label: e.label });
    }
    for (const i of alien) strange.push(judge(fitted, examples[i]!));
    for (const e of outOfScope) strange.push(judge(fitted, e));
  }
  return { known, strange };
};

/** Judgements of examples of broad intents by machines that were taught nothing of their intent. */
export const judgedUntaught = (
  examples: readonly Prepared[],
  names: readonly Prepared[],
  classes: number,
  seed: number,
  way: Way,
): Judged[] =>
  alienRounds(
    examples.map(e => e.label),
    classes,
    seed,
  ).flatMap(({ taught, alien, isAlien }) => {
    const lessons = [...names.filter(e => !isAlien(e.label)), ...taught.map(i => examples[i]!)];
    const fitted = learn(lessons, classes, seed, rough, way);
    return alien.map(i => judge(fitted, examples[i]!));
  });
