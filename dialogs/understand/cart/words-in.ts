/** The words of an English order, as they are held against what goods are called. */
import { singular, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';

const inFigures = new Map(
  'two three four five six seven eight nine ten'.split(' ').map((word, i) => [word, String(i + 2)]),
);
/** Words in the singular, measures apart: "250g"; numbers in figures. */
export const wordsIn = (folded: string): string[] =>
  tokensOf(folded.replace(/[’'-]/g, ' ').replace(/(?<![a-z\d])(\d+)(g|kg|ml|l|cm|pcs)\b/g, '$1 $2')).map(
    t => inFigures.get(t.text) ?? singular(t.text),
  );
