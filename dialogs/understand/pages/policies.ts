/** The files of `policies/`: what people ask of a shop's rules, by subject, in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../../../knowledge/domain/language.ts';
import { shippedSubjects } from '../../../knowledge/retrieval/pages/subjects.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { type Lists, patternOf, saidAlone, saidAnywhere } from '../../../knowledge/retrieval/text/phrase-pattern.ts';
import { placesAbroad, placesAtHome, somewhere } from '../text/places.ts';

/** How one subject is asked for; takes folded text. */
export interface PolicySubject {
  /** The file's name: "return-period". */
  readonly name: string;
  /** The question in plain words. */
  readonly question: Readonly<Record<Language, string>>;
  /** Of knowledge/retrieval/pages/subjects.md: the paragraph that answers it is the answer. */
  readonly subject?: string | undefined;
  /** Whatever else is said. */
  readonly first: boolean;
  /** The plain question is asked in place of the shopper's words, however many they are: other pages are nearer to those. */
  readonly instead: boolean;
  /** The page that answers the plain question may not answer this one: a place that nobody here knows. */
  readonly hedged: boolean;
  /** It counts before all else that closed words may mean: "when is a person there" asks for no person. */
  readonly outright: boolean;
  /** Its words make it a question; which paragraph answers it is left to what was learned, of which its plain question is one sign. */
  readonly open: boolean;
  /** What was told just now goes on with the same words: "do I get compensation", of what came broken. */
  readonly yields: boolean;
  /** After these subjects (of policies/, or of knowledge/retrieval/pages/subjects.md) fewer words ask for it: "can she use it twice", of a gift card. */
  readonly after: ReadonlySet<string>;
  /** What is asked that many a shop's pages leave out. */
  readonly matter?: Matter | undefined;
  isAsked(folded: string): boolean;
  /** Takes what was said right after one of `after`. */
  isAskedNext(folded: string): boolean;
}

/** How it is called, what a sentence that speaks of it looks like, and whether what is near it is told beside that no page does. */
export interface Matter {
  readonly name: Readonly<Record<Language, string>>;
  readonly isSpokenOf: Readonly<Record<Language, RegExp>>;
  readonly beside: boolean;
}

export interface PolicyFiles {
  readonly subjects: readonly PolicySubject[];
  /** No question about a rule, but where a subject counts first. */
  isExcepted(folded: string): boolean;
  /** Lines that can't be read, each with its file; the others count all the same. */
  readonly problems: readonly string[];
}

const home = new URL('./policies/', import.meta.url);
const exceptions = 'except.md';
const notes = 'README.md';

const listsOf = (language: Language): Lists => ({
  place: placesAbroad[language],
  home: placesAtHome[language],
  somewhere: somewhere[language],
  digits: '\\d+',
  size: '(?:3[4-9]|4[0-8])',
});
const signs = { '-': 'anywhere', '=': 'alone', '+': 'next', '!': 'never' } as const;
type Sign = (typeof signs)[keyof typeof signs];
/** Phrases that name a place stand apart: hundreds of names need not be tried on a message that has none. */
type Said = Record<Sign, { readonly plain: string[]; readonly placed: string[] }>;
const noneSaid = (): Said => ({
  anywhere: { plain: [], placed: [] },
  alone: { plain: [], placed: [] },
  next: { plain: [], placed: [] },
  never: { plain: [], placed: [] },
});
const ofPlace = /\{(?:place|home)\}/;
const namesPlace: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(`\\b(?:${placesAbroad.en}|${placesAtHome.en})\\b`, 'u'),
  zh: new RegExp(`${placesAbroad.zh}|${placesAtHome.zh}`, 'u'),
};
/** The last message that was asked about: its hundreds of names are looked for once, however many subjects ask. */
let lastMessage: { readonly folded: string; en?: boolean; zh?: boolean } = { folded: '' };
/** A place is named in the script of that language. */
const isNamedIn = (language: Language, folded: string): boolean => {
  if (lastMessage.folded !== folded) lastMessage = { folded };
  lastMessage[language] ??=
    (language === 'zh' ? hasHan(folded) : /[a-z]/.test(folded)) && namesPlace[language].test(folded);
  return lastMessage[language];
};
export const isOfPlace = (folded: string): boolean => isNamedIn('en', folded) || isNamedIn('zh', folded);

interface Patterns {
  readonly plain: readonly RegExp[];
  readonly placed: readonly RegExp[];
}

const perLanguage = (
  patternsIn: (language: Language, of: keyof Patterns) => readonly (RegExp | undefined)[],
): Record<Language, Patterns> => {
  const of = (language: Language, which: keyof Patterns): RegExp[] =>
    patternsIn(language, which).filter(pattern => pattern !== undefined);
  const both = (language: Language): Patterns => ({ plain: of(language, 'plain'), placed: of(language, 'placed') });
  return { en: both('en'), zh: both('zh') };
};

/** "matter: … | …" and "speaks: (…) | (…)"; throws where only one of them is there. */
const matterOf = (keys: ReadonlyMap<string, string>): Matter | undefined => {
  const [name, speaks] = ['matter', 'speaks'].map(key => keys.get(key)?.split(' | '));
  if (!name && !speaks) return undefined;
  if (name?.length !== 2 || speaks?.length !== 2)
    throw new Error('write "matter: … | …" and "speaks: … | …", English first');
  const spoken = (language: Language, phrase: string): RegExp =>
    saidAnywhere([patternOf(phrase, listsOf(language))], language)!;
  return {
    name: { en: name[0]!, zh: name[1]! },
    isSpokenOf: { en: spoken('en', speaks[0]!), zh: spoken('zh', speaks[1]!) },
    beside: keys.get('beside') === 'yes',
  };
};

/** Files in the order of their names; those that count first come first, those that leave the answer open last. */
export const readPolicies = (from: URL = home): PolicyFiles => {
  const problems: string[] = [];
  const read = (file: string) => {
    const [, head = '', ...bodies] = readFileSync(new URL(file, from), 'utf8').split(/^---[ \t]*\r?\n/m);
    const keys = new Map([...head.matchAll(/^(\w+): *(.+?)\s*$/gm)].map(m => [m[1]!, m[2]!]));
    const said: Record<Language, Said> = { en: noneSaid(), zh: noneSaid() };
    let language: Language | undefined;
    for (const line of bodies.join('').split(/\r?\n/)) {
      const heading = /^## *(\S+)/.exec(line)?.[1];
      if (heading) language = languages.find(l => l === heading);
      const phrase = /^([-=+!]) +(.+?)\s*$/.exec(line);
      if (!phrase) continue;
      if (!language) {
        problems.push(`${file}: "${line}" stands under no heading; write "## ${languages.join('" or "## ')}" above it`);
        continue;
      }
      try {
        const kind = said[language][signs[phrase[1] as keyof typeof signs]];
        kind[ofPlace.test(phrase[2]!) ? 'placed' : 'plain'].push(patternOf(phrase[2]!, listsOf(language)));
      } catch (fault) {
        problems.push(`${file}: ${(fault as Error).message}`);
      }
    }
    const asked = perLanguage((l, of) => [saidAnywhere(said[l].anywhere[of], l), saidAlone(said[l].alone[of], l)]);
    const next = perLanguage((l, of) => [saidAnywhere(said[l].next[of], l)]);
    const never = perLanguage((l, of) => [saidAnywhere(said[l].never[of], l)]);
    const hitsIn = (language: Language, { plain, placed }: Patterns, folded: string): boolean =>
      plain.some(pattern => pattern.test(folded)) ||
      (placed.length > 0 && isNamedIn(language, folded) && placed.some(pattern => pattern.test(folded)));
    // What is written in one script alone is not held against the phrases of the other.
    const hits = (patterns: Record<Language, Patterns>, folded: string): boolean =>
      (hasHan(folded) && hitsIn('zh', patterns.zh, folded)) ||
      (/[a-z]/.test(folded) && hitsIn('en', patterns.en, folded));
    return {
      keys,
      isAsked: (folded: string) => hits(asked, folded) && !hits(never, folded),
      isAskedNext: (folded: string) => hits(next, folded) && !hits(never, folded),
      isNever: (folded: string) => hits(never, folded),
    };
  };

  const names = readdirSync(from).filter(name => name.endsWith('.md') && name !== notes);
  const files = names.filter(name => name !== exceptions).sort();
  const subjects = files.flatMap((file): PolicySubject[] => {
    const { keys, isAsked, isAskedNext } = read(file);
    const subject = keys.get('subject');
    const plain = subject === undefined ? undefined : shippedSubjects().get(subject);
    if (subject !== undefined && !plain) problems.push(`${file}: no subject of subjects.md is called ${subject}`);
    let matter: Matter | undefined;
    try {
      matter = matterOf(keys);
    } catch (fault) {
      problems.push(`${file}: ${(fault as Error).message}`);
    }
    const [en, zh] = [keys.get('en') ?? plain?.en, keys.get('zh') ?? plain?.zh];
    if (en === undefined || zh === undefined) {
      problems.push(
        `${file}: names no plain question; write "en: …" and "zh: …" between two lines of "---" at the top`,
      );
      return [];
    }
    return [
      {
        name: file.replace(/\.md$/, ''),
        question: { en, zh },
        subject,
        first: keys.get('first') === 'yes',
        instead: keys.get('instead') === 'yes',
        hedged: keys.get('hedged') === 'yes',
        outright: keys.get('outright') === 'yes',
        open: keys.get('open') === 'yes',
        yields: keys.get('yields') === 'yes',
        ...(matter ? { matter } : {}),
        after: new Set((keys.get('after') ?? '').split(/[ ,]+/).filter(name => name !== '')),
        isAsked,
        isAskedNext,
      },
    ];
  });
  const closed = subjects.filter(s => !s.open);
  const rest = closed.filter(s => !s.first && !s.outright);
  const excepted = names.includes(exceptions) ? read(exceptions) : undefined;
  return {
    subjects: [
      ...closed.filter(s => s.outright),
      ...closed.filter(s => s.first && !s.outright),
      ...rest,
      ...subjects.filter(s => s.open),
    ],
    isExcepted: folded => excepted?.isNever(folded) ?? false,
    problems,
  };
};
