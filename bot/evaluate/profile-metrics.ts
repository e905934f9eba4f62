/** Precision, recall and F1 of extracted facts. */
import { inDigits } from '../../knowledge/language/numbers.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { singular, tokensOf } from '../../knowledge/retrieval/text/tokens.ts';

export interface ScoredFact {
  readonly turn: number;
  readonly slot: string;
  readonly value: string;
  readonly polarity: 1 | -1;
}

export interface Counts {
  hit: number;
  extracted: number;
  labelled: number;
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly extracted: number;
  readonly labelled: number;
}

const small = new Set([
  'a',
  'an',
  'the',
  'some',
  'my',
  'our',
  'your',
  'his',
  'her',
  'their',
  '的',
  '色',
  '$',
  '€',
  '£',
]);

/** 两盒 is 2, as "two" is. */
const counted = /^(\d+)[个件双条只份盒包瓶袋箱支本把罐张块套棵对副台辆束朵颗粒枚卷片根枝盆床顶]$/u;

/** Tokens a value is compared by: folded, singular, without articles, numbers in figures; 1,299.0 is 1299; 红色 is 红. */
const valueTokens = (value: string): string[] => {
  const money = /^[$€£¥]?\s*(\d[\d,]*(?:\.\d+)?)\s*(?:[$€£元块]|usd|eur|rmb|dollars?)?$/u.exec(fold(value));
  if (money) return [String(Number(money[1]!.replaceAll(',', '')))];
  return tokensOf(inDigits(fold(value).replace(/['-]/g, ' ')).replace(counted, '$1'))
    .map(t => singular(t.text))
    .filter(t => !small.has(t));
};

export const sameValue = (a: string, b: string): boolean => {
  const [left, right] = [valueTokens(a), valueTokens(b)];
  return left.length === right.length && left.every((token, i) => token === right[i]);
};

/** One value's tokens all stand in the other: "good camera" and "camera". */
export const valuesOverlap = (a: string, b: string): boolean => {
  const [left, right] = [new Set(valueTokens(a)), new Set(valueTokens(b))];
  const [less, more] = left.size <= right.size ? [left, right] : [right, left];
  return less.size > 0 && [...less].every(token => more.has(token));
};

/** Pairs one to one, in order; each labelled fact is found at most once. */
export const pairFacts = <T extends ScoredFact>(
  extracted: readonly ScoredFact[],
  labelled: readonly T[],
  same: (extracted: ScoredFact, labelled: T) => boolean,
): Map<ScoredFact, T> => {
  const open = new Set(labelled);
  const pairs = new Map<ScoredFact, T>();
  for (const fact of extracted) {
    for (const label of open) {
      if (fact.turn !== label.turn || !same(fact, label)) continue;
      open.delete(label);
      pairs.set(fact, label);
      break;
    }
  }
  return pairs;
};

/** F1 = 2PR / (P + R); 0 where nothing was found. */
export const ratesOf = ({ hit, extracted, labelled }: Counts): Rates => {
  const precision = extracted === 0 ? 0 : hit / extracted;
  const recall = labelled === 0 ? 0 : hit / labelled;
  const f1 = hit === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const rounded = (n: number): number => Math.round(n * 10_000) / 10_000;
  return { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1), extracted, labelled };
};
