/**
 * What there is to go by for each document and query: BM25F over its fields, likeness of words and of characters to its
 * nearest title, question and passage, what its questions have in common, and, with sentence vectors, likeness of meaning.
 */
import type { ShopSense } from '../../language/shop-sense.ts';
import { createKnownNames, type KnownNames } from '../goods/known-names.ts';
import { createTermIndex, type TermIndex } from '../text/bm25.ts';
import { fold } from '../text/fold.ts';
import { termsOf } from '../text/tokens.ts';
import { createUnitVectors, type Likeness, type UnitVectors } from '../text/unit-vectors.ts';
import { fitQuestionRidge, mostRidgeQuestions, type QuestionRidge } from './question-ridge.ts';
import { createSensed, type Sensed } from './sensed.ts';

export interface SearchDocument {
  readonly title: string;
  /** Ways it is asked for. */
  readonly questions: readonly string[];
  readonly passages: readonly string[];
}

/** Sentence vectors of `unitsOf` the same documents, in that order. */
export interface UnitMeanings {
  readonly width: number;
  /** Row after row, unit length. */
  readonly rows: Float32Array;
}

/** The evidences for one document; each is 0..1 or near it. */
export const evidences = [
  'coverage',
  'words',
  'characters',
  'passage',
  'belongs',
  'meaning',
  'passageMeaning',
  'concepts',
  'sense',
] as const;
export type Evidence = (typeof evidences)[number];

const fields = [
  { weight: 3, b: 0.3 }, // title
  { weight: 2, b: 0.5 }, // questions
  { weight: 1, b: 0.75 }, // passages
];
const questionField = 1;
const fieldOf = { title: 0, question: questionField, passage: 2 } as const;

type UnitKind = 'title' | 'question' | 'passage';
interface Unit {
  readonly document: number;
  readonly kind: UnitKind;
  readonly text: string;
}

export const unitsOf = (documents: readonly SearchDocument[]): Unit[] =>
  documents.flatMap((d, document) => [
    ...(d.title ? [{ document, kind: 'title' as const, text: d.title }] : []),
    ...d.questions.map(text => ({ document, kind: 'question' as const, text })),
    ...d.passages.map(text => ({ document, kind: 'passage' as const, text })),
  ]);

/** Beyond this many numbers to multiply, meanings are compared for the likeliest documents only. */
const mostProducts = 6_000_000;
const likeliest = 200;
const ridge = 0.5;
/** Weights of meaning and of the shop sense beside words and characters in the likeness of two questions. */
const meaningInKernel = 2;
const senseInKernel = 0.5;

export interface Built {
  readonly count: number;
  readonly units: readonly Unit[];
  readonly unitDocument: Int32Array;
  /** 1 for a passage. */
  readonly isPassage: Uint8Array;
  readonly terms: TermIndex;
  readonly vectors: UnitVectors;
  readonly names: KnownNames;
  readonly meanings: UnitMeanings | undefined;
  readonly sensed: Sensed | undefined;
  readonly sense: ShopSense | undefined;
  /** Texts of the units, folded. */
  readonly folded: readonly string[];
  /** One memory for all queries: arrays a query are what the garbage collector would stop for. */
  readonly scratch: { readonly columns: Columns; readonly scores: Float32Array };
  /** Numbers of the units that are questions. */
  readonly questions: Int32Array;
  readonly ridge: QuestionRidge | undefined;
}

const dotAt = (rows: Float32Array, row: number, vector: Float32Array, width: number): number => {
  let sum = 0;
  const from = row * width;
  for (let k = 0; k < width; k++) sum += rows[from + k]! * vector[k]!;
  return sum;
};

/** Columns of evidence, one number a document. */
export type Columns = readonly Float32Array[];

/** Of the words that a page's own question shares with the page, the share that is left when a shopper asks the same. */
const sharedInOtherWords = 0.2;

/** A known question that is asked as if nobody had written it down. */
export interface Held {
  readonly unit: number;
  readonly question: number;
  /** As if it shared no word with the other questions of its document either: only what it means tells them. */
  readonly reworded?: boolean;
}

export interface Evidences {
  readonly columns: Columns;
  /** How much of what is meant these documents speak of at all, 0..1 (sensed.ts); 1 without a shop sense. */
  readonly home: number;
}

const kernelRow = (
  built: Built,
  { words, characters }: Likeness,
  meant: Float32Array | undefined,
  sensed: Float32Array | undefined,
) => {
  const row = new Float32Array(built.questions.length);
  for (let i = 0; i < row.length; i++) {
    const unit = built.questions[i]!;
    row[i] =
      0.5 * (words[unit]! + characters[unit]!) +
      (meant ? meaningInKernel * meant[unit]! : 0) +
      (sensed ? senseInKernel * built.sensed!.worth * sensed[unit]! : 0);
  }
  return row;
};

/** Likeness of meaning to every unit, or to those of `among` only. */
const meantBy = (built: Built, meaning: Float32Array, among: ReadonlySet<number> | undefined): Float32Array => {
  const { rows, width } = built.meanings!;
  const meant = new Float32Array(built.units.length);
  for (let u = 0; u < meant.length; u++)
    if (!among || among.has(built.unitDocument[u]!)) meant[u] = dotAt(rows, u, meaning, width);
  return meant;
};

/** Likeness of meaning to these units only. */
const meantAmong = (built: Built, meaning: Float32Array, units: Int32Array): Float32Array => {
  const { rows, width } = built.meanings!;
  const meant = new Float32Array(built.units.length);
  for (const u of units) meant[u] = dotAt(rows, u, meaning, width);
  return meant;
};

/** Good until the next query. */
export const columnsFor = (built: Built, query: string, meaning: Float32Array | undefined, held?: Held): Evidences => {
  const folded = built.names.inOwnWords(fold(query.slice(0, 2_000)), held && fold(built.units[held.unit]!.text));
  const said = termsOf(folded);
  const terms = new Set(said);
  const { columns } = built.scratch;
  for (const column of columns) column.fill(0);
  const [coverage, words, characters, passage, belongs, like, passageLike, concepts, sense] = columns as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  let ideal = 0;
  for (const term of terms) ideal += built.terms.idf(term);
  if (ideal > 0) {
    built.terms.addTo(coverage, terms);
    if (held) {
      const document = built.unitDocument[held.unit]!;
      const own = heldUnits(built, held).flatMap(u => termsOf(fold(built.units[u]!.text)));
      coverage[document] = built.terms.scoreWithout(document, terms, questionField, own);
    }
    for (let d = 0; d < coverage.length; d++) coverage[d]! /= ideal;
  }
  const likeness = built.vectors.likeness(folded, said);
  if (held)
    for (const u of heldUnits(built, held)) {
      likeness.words[u] = 0;
      likeness.characters[u] = 0;
      likeness.concepts[u] = 0;
    }
  for (let u = 0; u < built.units.length; u++) {
    const d = built.unitDocument[u]!;
    const w = likeness.words[u]!;
    const c = likeness.characters[u]!;
    if (built.isPassage[u] === 1) passage[d] = Math.max(passage[d]!, 0.5 * (w + c));
    else {
      words[d] = Math.max(words[d]!, w);
      characters[d] = Math.max(characters[d]!, c);
      concepts[d] = Math.max(concepts[d]!, likeness.concepts[u]!);
    }
  }
  const sensed = held ? built.sensed?.likenessOf(held.unit) : built.sensed?.likeness(folded, built.meanings && meaning);
  if (sensed) {
    if (held) sensed.of[held.unit] = 0;
    for (const u of sensed.units) {
      const d = built.unitDocument[u]!;
      sense[d] = Math.max(sense[d]!, sensed.of[u]!);
    }
  }
  let meant: Float32Array | undefined;
  if (built.meanings && meaning) {
    const tooMany = built.units.length * built.meanings.width > mostProducts;
    meant = meantBy(built, meaning, tooMany ? likeliestOf(columns, built.count) : undefined);
    if (held) meant[held.unit] = 0;
    for (let u = 0; u < meant.length; u++) {
      const d = built.unitDocument[u]!;
      const into = built.isPassage[u] === 1 ? passageLike : like;
      into[d] = Math.max(into[d]!, meant[u]!);
    }
  }
  if (built.ridge) {
    if (held) belongs.set(built.ridge.leftOut(held.question));
    else built.ridge.addTo(belongs, kernelRow(built, likeness, meant, sensed?.of));
  }
  if (held?.reworded) {
    const document = built.unitDocument[held.unit]!;
    for (const shared of [coverage, words, characters, passage, concepts]) shared[document]! *= sharedInOtherWords;
  }
  return { columns, home: sensed?.home ?? 1 };
};

/** The units whose words are as if they were not there. */
const heldUnits = ({ units, unitDocument }: Built, { unit, reworded }: Held): readonly number[] => {
  if (!reworded) return [unit];
  const document = unitDocument[unit]!;
  const own: number[] = [];
  for (let u = 0; u < units.length; u++) if (unitDocument[u] === document && units[u]!.kind === 'question') own.push(u);
  return own;
};

const likeliestOf = (columns: Columns, count: number): ReadonlySet<number> => {
  const scores = new Float32Array(count);
  for (let d = 0; d < count; d++) scores[d] = columns[0]![d]! + columns[1]![d]! + columns[2]![d]! + columns[3]![d]!;
  return new Set(largest(scores, likeliest));
};

/** Places of the `count` largest numbers above 0, largest first. */
export const largest = (scores: Float32Array, count: number): number[] => {
  const best: number[] = [];
  let least = 0;
  for (let d = 0; d < scores.length; d++) {
    const score = scores[d]!;
    if (score <= least && (best.length >= count || score <= 0)) continue;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at -= 1;
    best.splice(at, 0, d);
    if (best.length > count) best.pop();
    if (best.length === count) least = scores[best[count - 1]!]!;
  }
  return best;
};

export const evidenceOf = (columns: Columns, document: number): Record<Evidence, number> =>
  Object.fromEntries(evidences.map((name, e) => [name, columns[e]![document]!])) as Record<Evidence, number>;

const learnRidge = (built: Built, documents: readonly SearchDocument[]): QuestionRidge | undefined => {
  const n = built.questions.length;
  const askedTwice = documents.filter(d => d.questions.length > 1).length;
  if (n > mostRidgeQuestions || askedTwice < 2) return undefined;
  const kernel = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    const unit = built.questions[i]!;
    const likeness = built.vectors.likeness(fold(built.units[unit]!.text));
    const meaning = meaningOf(built, unit);
    const meant = meaning && meantAmong(built, meaning, built.questions);
    kernel.set(kernelRow(built, likeness, meant, built.sensed?.likenessOf(unit).of), i * n);
  }
  const owners = Int32Array.from(built.questions, unit => built.unitDocument[unit]!);
  return fitQuestionRidge(kernel, owners, built.count, ridge);
};

export const meaningOf = ({ meanings }: Built, unit: number): Float32Array | undefined =>
  meanings?.rows.subarray(unit * meanings.width, (unit + 1) * meanings.width);

/** Everything that is worked out once for these documents; `sense`: general shop language to read them with. */
export const buildEvidence = (documents: readonly SearchDocument[], sense: ShopSense | undefined): Built => {
  const units = unitsOf(documents);
  const folded = units.map(u => fold(u.text));
  const said = folded.map(termsOf);
  const byField: string[][][] = documents.map(() => fields.map(() => []));
  units.forEach(({ document, kind }, u) => {
    const into = byField[document]![fieldOf[kind]]!;
    for (const term of said[u]!) into.push(term);
  });
  const terms = createTermIndex(byField, fields);
  const vectors = createUnitVectors(folded, said);
  const plain: Built = {
    count: documents.length,
    units,
    unitDocument: Int32Array.from(units, u => u.document),
    isPassage: Uint8Array.from(units, u => (u.kind === 'passage' ? 1 : 0)),
    terms,
    vectors,
    names: createKnownNames(
      folded.filter((_, u) => units[u]!.kind !== 'passage'),
      folded.filter((_, u) => units[u]!.kind === 'passage'),
    ),
    meanings: undefined,
    sensed: sense && createSensed(units, folded, vectors, sense),
    sense,
    folded,
    scratch: {
      columns: evidences.map(() => new Float32Array(documents.length)),
      scores: new Float32Array(documents.length),
    },
    questions: Int32Array.from([...units.keys()].filter(u => units[u]!.kind === 'question')),
    ridge: undefined,
  };
  return { ...plain, ridge: learnRidge(plain, documents) };
};

/** The same documents with sentence vectors; all that words tell is kept. */
export const withUnitMeanings = (built: Built, documents: readonly SearchDocument[], meanings: UnitMeanings): Built => {
  const own = meanings.rows.length > 0 ? meanings : undefined;
  const plain: Built = { ...built, meanings: own, ridge: undefined };
  const sensed =
    built.sense && own
      ? createSensed(built.units, built.folded, built.vectors, built.sense, unit => meaningOf(plain, unit))
      : built.sensed;
  const meant: Built = { ...plain, sensed };
  return { ...meant, ridge: learnRidge(meant, documents) };
};
