/** A message cut into sentences and clauses, as written and folded side by side. */
import { clauseEnd } from '../text/polarity.ts';

/** Slips that would hide a bound, or a no: "doesnt". */
export const spelled = (text: string): string =>
  text
    .replace(/\barround\b/gi, 'around')
    .replace(/\batleast\b/gi, 'at least')
    .replace(/\bbug?dget\b/gi, 'budget')
    .replace(/\ba pair of (?=[a-z])/gi, 'some ')
    .replace(/\b(is|are|was|were|does|did|should|would|has|have)nt(?![\p{L}'])/giu, "$1n't")
    .replace(/\bs+om(?:e(?:h|t)|eh)t?ing\b/gi, 'something');
export const closers = /(?<=\p{L})\s*[?？]/u;

export interface Piece {
  readonly cased: string;
  readonly folded: string;
}

/** `by` is global. */
export const pieces = (text: Piece, by: RegExp): Piece[] => {
  const out: Piece[] = [];
  let from = 0;
  for (const m of text.folded.matchAll(by)) {
    out.push({ cased: text.cased.slice(from, m.index), folded: text.folded.slice(from, m.index) });
    from = m.index + m[0].length;
  }
  out.push({ cased: text.cased.slice(from), folded: text.folded.slice(from) });
  return out.filter(p => p.folded.trim() !== '');
};

export const trimmed = ({ cased, folded }: Piece): Piece => {
  const lead = folded.length - folded.trimStart().length;
  const body = folded.trim();
  return { cased: cased.slice(lead, lead + body.length), folded: body };
};

/** Sentences keep their mark, so that a question is known as one. */
export const sentenceMark = /(?<=[?？!！;；])\s*|(?<!\d)\.(?=\s|$)\s*|\n+/gu;
export const clauseMark = new RegExp(clauseEnd.source, 'gu');
