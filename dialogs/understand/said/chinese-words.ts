/** Which of the names in a Chinese clause are words of their own there. */
import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { chineseWords } from '../../../knowledge/retrieval/text/tokens.ts';
import type { Clause } from './fact.ts';

const aloneColour = /^[黑白红蓝绿粉紫灰银]$/u;
const noBoundaries: ReadonlySet<number> = new Set();

/** Where words begin and end, as ICU cuts them. */
const boundaries = (folded: string): ReadonlySet<number> => {
  const found = new Set<number>([0]);
  let at = 0;
  for (const word of chineseWords(folded)) {
    at += word.length;
    found.add(at);
  }
  return found;
};

/** One character is a name only where it is a word of its own: 书 in 想买书, not in 说明书. */
const alone = (n: NamedWish, folded: string, bounded: ReadonlySet<number>): boolean => {
  const surface = folded.slice(n.start, n.end);
  if (!/\p{Script=Han}/u.test(surface)) return true;
  if (aloneColour.test(surface))
    return (
      /^(?:色|的|款|或|和|吧|$|[,，. 、/]|\d{1,3}[个双件条本支把张套盒包瓶只])/u.test(folded.slice(n.end)) &&
      (!/[\p{Script=Han}]/u.test(folded[n.start - 1] ?? '') ||
        /(?:或者|或|和|要|就|的)$/u.test(folded.slice(0, n.start)))
    );
  return bounded.has(n.start) && bounded.has(n.end);
};

/** The 木的 of 学土木的. */
const isCutOff = (n: NamedWish, folded: string): boolean =>
  /^[木皮棉麻铁铜银金钢竹纸布毛藤]的$/u.test(folded.slice(n.start, n.end)) &&
  /[\p{Script=Han}]/u.test(folded[n.start - 1] ?? '') &&
  !/[是要买选拿有的就那换来和跟或也]/u.test(folded[n.start - 1] ?? '');

/** 透不透, 充绒多少, 好多人: words of a question or of a number. */
const isAcross = ({ start, end }: NamedWish, folded: string): boolean =>
  (folded[start] === '不' && folded[start - 1] === folded[start + 1]) ||
  (folded[end - 1] === '多' && folded[end] === '少') ||
  (folded[start] === '多' && /[好很太那]/u.test(folded[start - 1] ?? ''));

/** The names of a clause, without those that are only part of another word. */
export const wholeNames = ({ folded, named }: Clause): NamedWish[] => {
  // Cutting words is the dear part of reading: only where one character may be a name.
  const bounded = named.some(n => n.end - n.start === 1) ? boundaries(folded) : noBoundaries;
  return named.filter(n =>
    n.end - n.start > 1 ? !isCutOff(n, folded) && !isAcross(n, folded) : alone(n, folded, bounded),
  );
};
