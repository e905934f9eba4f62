/** Text -> the features an intent is recognised by, in English, Chinese and both mixed. */
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { chineseWords, stem } from '../../knowledge/retrieval/text/tokens.ts';

/** Three views of one text; each is weighted by itself, so that many character pieces don't drown a few words. */
export interface TextFeatures {
  /** Words and pairs of neighbours; Chinese words as ICU cuts them. */
  readonly words: readonly string[];
  /** Pieces of 2 to 5 characters within a word, its edges marked; of 1 to 3 characters in Chinese runs. */
  readonly pieces: readonly string[];
  /** Stems, and pairs of content stems up to three apart in either order: "cancel … order" and "order … cancelled". */
  readonly stems: readonly string[];
}

const token = /\p{Script=Han}+|[\p{L}\p{N}]+(?:'\p{L}+)?/gu;

/** Words that carry no wish by themselves; they stay in `words`, where order gives them meaning. */
const functionWords = new Set(
  (
    'a an the is are was were be been being am do does did done i me my mine you your it its to of in on for with and or at by from as that this ' +
    'there have has had can could will would should may might please just so if then 的 了 吗 呢 吧 啊 呀 我 你 您 是 就 都 也 在 请 请问'
  ).split(' '),
);

const longestWord = 24;

const pushPieces = (word: string, pieces: string[]): void => {
  const padded = ` ${word.slice(0, longestWord)} `;
  for (let n = 2; n <= 5; n++) {
    if (padded.length <= n) {
      pieces.push(padded);
      break;
    }
    for (let i = 0; i + n <= padded.length; i++) pieces.push(padded.slice(i, i + n));
  }
};

const pushHan = (run: string, pieces: string[]): void => {
  const characters = ['‹', ...run, '›'];
  for (let n = 1; n <= 3; n++) {
    for (let i = n === 1 ? 1 : 0; i + n <= characters.length - (n === 1 ? 1 : 0); i++) {
      pieces.push(characters.slice(i, i + n).join(''));
    }
  }
};

/** Features with repeats, of any text: width, case, accents, traditional characters and emoji are evened out first. */
export const textFeatures = (text: string): TextFeatures => {
  const pieces: string[] = [];
  for (const [run] of fold(text).matchAll(token)) {
    if (startsHan.test(run)) pushHan(run, pieces);
    else pushPieces(run, pieces);
  }
  return { ...wordFeatures(text), pieces };
};

const startsHan = /^\p{Script=Han}/u;

/** The same without pieces, for whoever looks at words alone. */
export const wordFeatures = (text: string): Omit<TextFeatures, 'pieces'> => {
  const sequence: string[] = [];
  for (const [run] of fold(text).matchAll(token)) {
    if (startsHan.test(run)) sequence.push(...chineseWords(run));
    else sequence.push(run);
  }
  const words: string[] = [];
  for (let i = 0; i < sequence.length; i++) {
    words.push(sequence[i] as string);
    if (i + 1 < sequence.length) words.push(`${sequence[i]} ${sequence[i + 1]}`);
  }
  const content = sequence.filter(word => !functionWords.has(word)).map(word => stem(word.replace(/'\p{L}+$/u, '')));
  const stems: string[] = [...content];
  for (let i = 0; i < content.length; i++) {
    for (let j = i + 1; j < Math.min(content.length, i + 4); j++) {
      const [a, b] = [content[i] as string, content[j] as string];
      stems.push(a < b ? `${a}|${b}` : `${b}|${a}`);
    }
  }
  return { words, stems };
};
