/**
 * Likeness of what is meant among the things people say to shops (knowledge/language): a page about late parcels is found by
 * ways of saying it that none of its words share.
 */
import type { ShopSense } from '../../language/shop-sense.ts';
import { conceptsOf } from '../text/concepts.ts';
import type { UnitVectors } from '../text/unit-vectors.ts';

export interface SensedLikeness {
  /** Cosine to each title and question, 0..1, less where the text has words that no saying knows; 0 for passages. One number a unit. Good until the next likeness is asked for. */
  readonly of: Float32Array;
  /** The units where it is not 0, each once: few of many. */
  readonly units: readonly number[];
  /** How much of what is meant any title or question means as well, 0..1: none, and these documents are about something else. */
  readonly home: number;
}

export interface Sensed {
  likeness(folded: string, meaning?: Float32Array): SensedLikeness;
  /** The same of a unit to all; `home` as if it were not there. */
  likenessOf(unit: number): SensedLikeness;
  /**
   * What the sense is worth for these documents before anything is learned, 0..1: nothing where it tells their own questions
   * apart much worse than their words do, as in another trade. Never looks at anything but the documents.
   */
  readonly worth: number;
}

type Reading = ReturnType<ShopSense['readingOf']>;

interface Unit {
  readonly document: number;
  readonly kind: 'title' | 'question' | 'passage';
}

const namesAbroad = (folded: string): boolean => conceptsOf(folded).includes('~abroad');

/** A text means one thing or a few: what is fainter than this costs time and tells nothing. */
const faint = 0.1;
/** Questions asked to learn what the sense is worth. */
const mostAsked = 400;
/** Told apart less than this share as well as by words: worth nothing. */
const leastShare = 0.7;

export const createSensed = (
  units: readonly Unit[],
  folded: readonly string[],
  vectors: UnitVectors,
  sense: ShopSense,
  meaningOf: (unit: number) => Float32Array | undefined = () => undefined,
): Sensed => {
  const asked = [...units.keys()].filter(u => units[u]!.kind !== 'passage');
  const rows = new Map(asked.map(u => [u, sense.readingOf(folded[u]!, meaningOf(u))]));
  // By concept, the units that mean it: a text touches few concepts, and a concept few units.
  const meaning = sense.concepts.map(() => ({ units: [] as number[], weights: [] as number[] }));
  for (const [u, { vector: row }] of rows)
    for (let c = 0; c < row.length; c++) {
      if (row[c]! < faint) continue;
      meaning[c]!.units.push(u);
      meaning[c]!.weights.push(row[c]!);
    }
  // The sense hears "postage to Norway" as postage: texts about abroad are like each other only.
  const isAbroad = folded.map((text, u) => rows.has(u) && namesAbroad(text));
  // One memory for all questions: an array a question is what the garbage collector would stop for.
  const of = new Float32Array(units.length);
  const touched: number[] = [];
  // Of each concept, who means it most, and how much the next one does.
  const firmest = meaning.map(({ units: meant, weights }) => {
    const first = weights.reduce((best, weight, i) => (weight > (weights[best] ?? 0) ? i : best), 0);
    const next = weights.reduce((most, weight, i) => (i === first ? most : Math.max(most, weight)), 0);
    return { unit: meant[first] ?? -1, most: Math.min(1, weights[first] ?? 0), next: Math.min(1, next) };
  });
  const like = ({ vector, familiar }: Reading, abroad: boolean, held = -1): SensedLikeness => {
    for (const u of touched) of[u] = 0;
    touched.length = 0;
    let home = 0;
    for (let c = 0; c < vector.length; c++) {
      const weight = vector[c]!;
      if (weight < faint) continue;
      const { unit, most, next } = firmest[c]!;
      home += familiar * weight * weight * (unit === held ? next : most);
      const { units: meant, weights } = meaning[c]!;
      for (let i = 0; i < meant.length; i++) {
        const u = meant[i]!;
        if (isAbroad[u] !== abroad) continue;
        if (of[u] === 0) touched.push(u);
        of[u]! += familiar * weight * weights[i]!;
      }
    }
    return { of, units: touched, home };
  };
  const documentOf = units.map(u => u.document);
  const sizes = new Map<number, number>();
  for (const u of asked) sizes.set(documentOf[u]!, (sizes.get(documentOf[u]!) ?? 0) + 1);
  const judged = asked.filter(u => units[u]!.kind === 'question' && sizes.get(documentOf[u]!)! > 1);
  const step = Math.max(1, Math.ceil(judged.length / mostAsked));
  let bySense = 0;
  let byWords = 0;
  for (let i = 0; i < judged.length; i += step) {
    const unit = judged[i]!;
    const { words, characters } = vectors.likeness(folded[unit]!);
    const near = asked.filter(u => u !== unit);
    bySense += shareNearest(near, like(rows.get(unit)!, isAbroad[unit]!).of, documentOf, documentOf[unit]!);
    byWords += shareNearest(
      near,
      words.map((w, u) => w + characters[u]!),
      documentOf,
      documentOf[unit]!,
    );
  }
  const share = byWords === 0 ? 1 : Math.min(1, bySense / byWords);
  return {
    worth: share < leastShare ? 0 : share ** 2,
    likeness: (text, meaning) => like(sense.readingOf(text, meaning), namesAbroad(text)),
    likenessOf: unit => like(rows.get(unit)!, isAbroad[unit]!, unit),
  };
};

/** 1 where the nearest of `near` is of document `own`; what is equally near shares it. */
const shareNearest = (
  near: readonly number[],
  likeness: Float32Array,
  documentOf: readonly number[],
  own: number,
): number => {
  let most = 0;
  let ours = 0;
  let all = 0;
  for (const u of near) {
    const l = likeness[u]!;
    if (l > most + 0.02) {
      most = l;
      ours = 0;
      all = 0;
    }
    if (l <= 0 || l < most - 0.02) continue;
    all += 1;
    if (documentOf[u] === own) ours += 1;
  }
  return all === 0 ? 0 : ours / all;
};
