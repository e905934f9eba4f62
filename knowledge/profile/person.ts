/** Whom something is for, as it is said back: in the shopper's own word, or one that is true of everybody it may be. */
import type { Language } from '../domain/language.ts';
import { lexicon, valueInWords } from '../retrieval/goods/lexicon.ts';
import { fold } from '../retrieval/text/fold.ts';

/** The word for one of several people behind a value is no word for the others: "老公" is nobody's girlfriend. */
const anyOf: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    friend: 'a friend',
    colleague: 'a colleague',
    teacher: 'a teacher',
    kids: 'a child',
    child: 'a child',
    other: 'somebody else',
  },
  zh: {
    partner: '另一半',
    brother: '兄弟',
    sister: '姐妹',
    grandma: '奶奶或外婆',
    grandpa: '爷爷或外公',
    aunt: '阿姨或姑姑',
    uncle: '叔叔或舅舅',
    kids: '孩子',
    child: '孩子',
    colleague: '同事',
    other: '别人',
  },
};

const words = new Map(
  lexicon
    .filter(e => e.slot === 'recipient')
    .map(e => {
      const longestFirst = (list: readonly string[]): string[] => [...list].sort((a, b) => b.length - a.length);
      return [e.value, { en: longestFirst(e.en), zh: longestFirst(e.zh) }] as const;
    }),
);

/** How people are spoken of, not in a quote about relations: "my dad" is theirs, "a colleague" is anybody's. */
const english = (value: string, quote: string): string | undefined => {
  const own = words.get(value)?.en.find(word => new RegExp(`\\b${word}\\b`).test(quote));
  if (!own) return undefined;
  const before = new RegExp(
    `\\b(my|our|an?|the|his|her)(?: (?!(?:my|our|an?|the|his|her|for|to|and)\\b)[a-z\\d-]+){0,4} ${own}\\b`,
  ).exec(quote)?.[1];
  if (before === 'my' || before === 'our') return `your ${own}`;
  // "A kids raincoat" speaks of one child.
  if (before && !(/s$/.test(own) && /^an?$/.test(before))) return `${before} ${own}`;
  return /s$/.test(own) ? own : (anyOf.en[value] ?? `your ${own}`);
};

/** A canonical recipient in words; `quote`: what the shopper said, in any language, or '' where it is not at hand. */
export const personInWords = (value: string, quote: string, language: Language): string => {
  const folded = fold(quote);
  const own =
    language === 'zh'
      ? words.get(value)?.zh.find(word => word.length > 1 && folded.includes(word))
      : english(value, folded);
  if (own) return own;
  // 送爸: one character alone is no word to say it back with.
  const known = anyOf[language][value];
  if (known) return known;
  return language === 'zh' || !words.has(value) ? valueInWords('recipient', value, language) : `your ${value}`;
};
