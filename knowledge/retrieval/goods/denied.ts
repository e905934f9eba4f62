/** What a text names only to say that it is not so: "no sulphates or parabens", 不含酒精和香精. Takes folded text. */
import { stem } from '../text/tokens.ts';

/** A text's words by their stems, each with what stands before it. */
export interface Said {
  readonly words: readonly string[];
  readonly between: readonly string[];
}

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem));

const denying = stems('no not non without zero never neither nothing none lacks cannot');
/** They go on to the end of a list: "without perfume and alcohol"; "no zip and a soft lining" does not. */
const denyingLists = stems('without free');
/** Between a denial and what it denies. */
const passedOver = stems(
  'a an the any of from to at all in it its contain contains containing include add use have has had with made be been very too so really overly particularly at bit kind',
);
const joining = stems('or nor and');
const notDenied = stems('only just matter');
/** Words of an item: "no synthetic perfume", "without harsh sulphates or parabens". */
const wordsBefore = 1;
const wordsListed = 2;
/** A list's items end in a last one behind "or" or "and". */
const listReaches = 10;

const free = stem('free');
const stopping = /[.;:!?()\p{Script=Han}]| - /u;

/** Whether words `start` to `end` (exclusive) are denied: by "-free" behind them, or by a denial in their clause that they are what follows of. */
export const isDeniedIn = ({ words, between }: Said, start: number, end: number): boolean => {
  const isFree = words[end] === free && /^[- ]$/.test(between[end]!);
  if (isFree) return true;
  let others = 0;
  let isListed = false;
  let isAnd = false;
  for (let i = start - 1; i >= 0; i--) {
    const gap = between[i + 1]!;
    const word = words[i]!;
    if (stopping.test(gap)) return false;
    if (gap.includes(',')) {
      const joinedBy = joinOf(words, between, i + 1);
      if (!joinedBy) return false;
      isListed = true;
      isAnd ||= joinedBy === 'and';
      others = 0;
    }
    const isOf = word === free && (words[i + 1] === 'from' || words[i + 1] === 'of');
    if (isOf || denying.has(word) || word.endsWith("n't"))
      return !notDenied.has(words[i + 1] ?? '') && (!isAnd || denyingLists.has(word));
    if (joining.has(word)) {
      isListed = true;
      isAnd ||= word === 'and';
      others = 0;
    } else if (!passedOver.has(word)) {
      others += 1;
      if (others > (isListed ? wordsListed : wordsBefore)) return false;
    }
  }
  return false;
};

/** The word before the last item of a list that goes on at `from`; null: it is none. */
const joinOf = (words: readonly string[], between: readonly string[], from: number): string | null => {
  for (let i = from; i < Math.min(words.length, from + listReaches); i++) {
    if (i > from && stopping.test(between[i]!)) return null;
    if (joining.has(words[i]!)) return words[i]!;
  }
  return null;
};

const chineseStopping = /[,.;:!?()\s]/u;
const chineseModifier = '(?:任何|一点儿?|一丝|有害|额外|人工|很|太|那么|什么|刺激性?)?';
const directly = new RegExp(
  `(?:不|无|没|未|零|0|免|非)(?:含有?|添加了?|有|加|带|使?用|是|会)?${chineseModifier}(?:的)?$`,
  'u',
);
const modifierOnly = new RegExp(`^${chineseModifier}$`, 'u');
const listStart = /(?:不含有?|不添加|不加|不带|不使?用|没有|无|未添加|零添加|0添加)[^的]{1,8}$/u;
const joins = /和|或者?|与|及|以及/u;
const mostCharacters = 60;

/** Whether what stands at `at` is denied by what goes before it in its clause. */
export const isDeniedInChinese = (text: string, at: number): boolean => {
  const before = text
    .slice(Math.max(0, at - mostCharacters), at)
    .split(chineseStopping)
    .at(-1)!;
  if (directly.test(before)) return true;
  const items = before.split(joins);
  if (items.length < 2) return false;
  const last = items.at(-1)!;
  return (
    modifierOnly.test(last) &&
    listStart.test(items[0]!) &&
    items.slice(1, -1).every(item => item.length <= 8 && !item.includes('的'))
  );
};
