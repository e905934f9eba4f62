/**
 * What a thing is for, in place of its name: "something to keep my coffee hot" is a flask. The files of `needs/` say which;
 * the text is read on as if the thing had been named, so that search, filters and "we don't sell that" are the usual ones.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../../../knowledge/domain/language.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { patternOf } from '../../../knowledge/retrieval/text/phrase-pattern.ts';
import type { Said } from '../said/said.ts';
import { withoutTraits } from './without-trait.ts';

interface Use {
  /** Names of the thing, likeliest first. */
  readonly names: readonly string[];
  readonly framed: RegExp | undefined;
  readonly alone: RegExp | undefined;
  /** A situation, where no goods are named at all. */
  readonly situated: RegExp | undefined;
  /** What goods of that kind are to be good for: it stays said, for their pages need not say it. */
  readonly against: RegExp | undefined;
}

type Manner = 'framed' | 'alone' | 'situated' | 'against';
const marks: Readonly<Record<string, Manner>> = { '-': 'framed', '=': 'alone', '~': 'situated', '&': 'against' };

export interface NeedFiles {
  readonly uses: Readonly<Record<Language, readonly Use[]>>;
  /** Lines that can't be read, each with its file; the others count all the same. */
  readonly problems: readonly string[];
}

const home = new URL('./needs/', import.meta.url);
const longest = 160;
/** A complaint, a return or a matter of an order, whatever it tells of use. */
const ofService =
  /\b(?:refund\w*|return\w*|money back|i (?:bought|got|ordered|received)|we (?:bought|got|ordered|received)|your|orders?|deliver\w*|parcels?|app|website|account|warranty|broken|faulty|complain\w*)\b|退|坏|买的|换货|订单|快递|投诉|你们?的|是不是/u;

const helps =
  '(?:(?:can|will|would|could|does|really|properly|helps?(?: me| us)?(?: to)?|lets? (?:me|us)|i can|use to) )*';
const things =
  '(?:something|anything|some ?thing|any ?thing|sth|a thing|things?|stuff|what|gear|a gadget|a tool|one|ones)';
const englishLeads = [
  `\\b${things}(?: [a-z]+)?? (?:that|which|to|for|so (?:that )?(?:i|we) can) ${helps}`,
  `\\bwhat (?:can|should|do|could) (?:i|we) (?:(?:use|buy|get|take|need) (?:to|for) )?`,
  `(?<=\\b(?:i|we)(?:'d| would)? (?:need|want|like|have) )to (?:be able to )?`,
  `\\b(?:that |to )?helps? (?:me|us) (?:to )?`,
];
const chineseLead =
  '(?<=想要|想买|要买|要个|买个|找个|找|有什么|有没有|有啥|需要|推荐|求)(?:一?[个款件种点些])?(?:能够?|可以|用来|用于|专门|方便|帮我|适合)*';
const chineseThing = '(?:东西|产品|神器|好物|用品|工具)';

/** Without one of these no use is told after words that ask: the many phrases need not be tried on most messages. */
const asks: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `\\b${things}\\b|\\bwhat (?:can|should|do|could) |\\b(?:need|want|like|have) to |\\bhelps? (?:me|us) `,
  ),
  zh: new RegExp(`想要|想买|要买|要个|买个|找|有什么|有没有|有啥|需要|推荐|求|什么|的${chineseThing}`, 'u'),
};

/** Something is asked for, and it is no matter of service. Takes folded text. */
export const asksForThings = (folded: string): boolean =>
  folded.length <= longest && !ofService.test(folded) && asks[hasHan(folded) ? 'zh' : 'en'].test(folded);

/** How a use is told by one of these phrases when something is asked for. */
const framedBy = (phrases: readonly string[], language: Language): string => {
  const said = `(?:${phrases.join('|')})`;
  // "How do I store my shoes" asks for advice, which pages give.
  if (language === 'en') return `(?:${englishLeads.join('|')})${said}\\b(?! of\\b)`;
  return `${chineseLead}${said}(?:的|用的)?${chineseThing}?|(?:能够?|可以|用来)?${said}(?:的${chineseThing}|(?:要|该)?[用买穿戴带]什么(?:比较)?(?:好|合适)?)`;
};

/** "My skin is dry in winter, and perfume makes it worse": what is said in another clause stays said. */
const openEnd = /\.\{0,(\d+)\}$/;
const withinClause = '[^,.;!?，。；！？]{0,$1}';

/** Files in the order of their names. */
export const readNeeds = (from: URL = home): NeedFiles => {
  const problems: string[] = [];
  const uses: Record<Language, Use[]> = { en: [], zh: [] };
  const files = readdirSync(from).filter(name => name.endsWith('.md') && name !== 'README.md');
  for (const file of files.sort()) {
    for (const part of readFileSync(new URL(file, from), 'utf8').split(/^## */m).slice(1)) {
      const [heading = '', ...lines] = part.split(/\r?\n/);
      const [en = '', zh = ''] = heading.split('|');
      const none = (): Record<Manner, string[]> => ({ framed: [], alone: [], situated: [], against: [] });
      const said: Record<Language, Record<Manner, string[]>> = { en: none(), zh: none() };
      for (const line of lines) {
        const phrase = /^([-=~&]) +(.+?)\s*$/.exec(line);
        if (!phrase) continue;
        try {
          const list = said[hasHan(phrase[2]!) ? 'zh' : 'en'];
          list[marks[phrase[1]!]!].push(patternOf(phrase[2]!, {}).replace(openEnd, withinClause));
        } catch (fault) {
          problems.push(`${file}: ${(fault as Error).message}`);
        }
      }
      for (const [language, names] of [
        ['en', en.split(',')],
        ['zh', zh.split(/[,，、]/u)],
      ] as const) {
        const named = names.map(name => name.trim()).filter(Boolean);
        const phrases = said[language];
        if (named.length === 0 && Object.values(phrases).some(list => list.length > 0)) {
          problems.push(`${file}: "## ${heading}" has no name in ${language}; write "## flask | 保温杯"`);
          continue;
        }
        const edge = language === 'en' ? '\\b' : '';
        const plainly = (list: readonly string[], end = ''): RegExp | undefined =>
          list.length > 0 ? new RegExp(`${edge}(?:${list.join('|')})${end}`, 'u') : undefined;
        uses[language].push({
          names: named,
          framed: phrases.framed.length > 0 ? new RegExp(framedBy(phrases.framed, language), 'u') : undefined,
          alone: plainly(phrases.alone),
          situated: plainly(phrases.situated, edge),
          against: plainly(phrases.against, edge),
        });
      }
    }
  }
  return { uses, problems };
};

/** A need that is told by itself is told in a clause of its own. */
const pause = /[,.;!?，。；！？]|(?<=[^ -~]) /u;

/** "Any special filters": nothing comes between it and the name. */
const described =
  /\b(?:an?|any|some|the|my|your|other|more|another|new|special|good|nice|proper|decent|cheap|small|big|simple|normal) $/;

/** "I can never make coffee": what somebody can't do turns nothing away. */
const cannot =
  /\b(?:(?:i|we|you) )?(?:can(?:'?t|not| not| never)|could(?:n't| not| never)) $|(?:没法|没办法|不能|不会|做不了)$/u;

/** 茶具他已经有了, "no tea set": it is had, or turned away. */
const isNotWanted = (before: string, behind: string): boolean =>
  /(?:不|别|不想|不需)要(?:什么)?$|已经?有了?$|(?<!有)没有$|\b(?:no|not|not an?|don't (?:want|need)(?: an?)?|(?:already |have |has )+(?:have|has|got|own)s?(?: an?)?) $/u.test(
    before,
  ) || /^[他她我家里]{0,3}(?:已经|都|早就)*(?:有了|不要|不用|不需要|就不|不行)/u.test(behind);

/** Something is told before that it is not to be. */
const turnsAway =
  /\b(?:no|not|don't|forget|without|except|other than|instead of|besides|rather than)\b|不[要喝想用吃爱]|别(?!的)|除了|算了/u;

/** "Other than coffee", right behind it. */
const leftOutBehind = /^ ?(?:other than|apart from|besides|but not|(?:除了|不要)(?=\p{Script=Han}))/u;

/** A word in whose middle the last `...` ended. */
const restOfWord = /^[a-z']+/;

export interface Need {
  /** The folded text with the thing's name where its use was told. */
  readonly text: string;
  /** That name. */
  readonly name: string;
  /** The catalogue has the name. */
  readonly isSold: boolean;
  /** How the use was told. */
  readonly quote: string;
  /** What the goods are to be good for. */
  readonly goodFor?: string;
}

/**
 * What is needed, by the catalogue's own name where it has one; undefined: no use is told, or goods are named beside it. Takes
 * folded text. `isFresh`: nothing is looked at yet; a situation that is told later belongs to what is.
 */
export type NeedReader = (folded: string, isFresh?: boolean) => Need | undefined;

const shipped = readNeeds();

/** "To keep soup hot for my son's school bag": where it goes is no thing that is wanted. */
const goesInto =
  /\b(?:for|in|into|inside|to (?:go|put|fit|carry) in(?:to|side)?) (?:((?:my|our|his|her) [a-z]+)'s|my|the|his|her|our|their|an?) (?:[a-z]+ )?(?:bag|backpack|rucksack|satchel|handbag|purse|suitcase|car|desk)s?\b|(?:放(?:在|进|到)?|带|装)(?:书包|包|背包|车|桌)(?:子)?(?:里|上)?(?:的)?/gu;

/** As they are written: no word of theirs is misspelt. */
export const needWords = (from: URL = home): string[] =>
  readdirSync(from).flatMap(name => (name.endsWith('.md') ? [readFileSync(new URL(name, from), 'utf8')] : []));

/** `isOnShelf`: something is called so there, or of a kind of that name. Takes folded words. */
export const createNeedReader = (
  vocabulary: Vocabulary,
  files: NeedFiles = shipped,
  isOnShelf: (name: string) => boolean = () => false,
): NeedReader => {
  const names = (folded: string): boolean =>
    vocabulary.mentions(folded).some(m => m.meanings.some(one => one.slot === 'category' || one.slot === 'product'));
  const productsIn = (folded: string): string[] =>
    vocabulary.mentions(folded).flatMap(m => m.meanings.flatMap(one => (one.slot === 'product' ? [one.value] : [])));
  /** "A bottle opener" is no bottle: what it is comes last, in both languages. */
  const isKnown = (name: string): boolean => {
    const last = vocabulary.mentions(name).at(-1);
    return (
      (last?.end === name.length && last.meanings.some(m => m.slot === 'category' || m.slot === 'product')) ||
      isOnShelf(name)
    );
  };
  /** "Dripper + kettle": what there is of all that it takes. */
  const knownOf = (names: string, but: readonly string[] = []): string | undefined => {
    const parts = names
      .split(/ ?\+ ?/)
      .filter(part => isKnown(fold(part)) && !productsIn(fold(part)).some(one => but.includes(one)));
    if (parts.length === 0) return undefined;
    return hasHan(names) ? parts.join('和') : parts.join(' and a ');
  };
  const sold = new Map<Use, string | undefined>();
  const soldAs = (use: Use, but: readonly string[]): string | undefined => {
    if (but.length > 0) return use.names.map(one => knownOf(one, but)).find(one => one !== undefined);
    if (!sold.has(use)) {
      let known: string | undefined;
      for (const one of use.names) known ??= knownOf(one);
      sold.set(use, known);
    }
    return sold.get(use);
  };
  /** In place of `match`; `isOpen`: it may be told in a clause of its own. */
  const inPlaceOf = (folded: string, match: RegExpExecArray, use: Use, isOpen: boolean): Need | undefined => {
    const [quote] = match;
    const [before, behind] = [
      folded.slice(0, match.index),
      folded
        .slice(match.index + quote.length)
        .replace(restOfWord, ' ')
        .replace(goesInto, (_, whose: string | undefined) => (whose ? ` for ${whose}` : ' ')),
    ];
    // "A jacket to keep me dry" says itself what it is.
    const [near, next] = isOpen ? [before.split(pause).at(-1)!, behind.split(pause)[0]!] : [before, behind];
    const leavesOut = leftOutBehind.test(next);
    if (names(near) || (names(next) && !leavesOut) || isNotWanted(before, behind)) return undefined;
    const told = productsIn(leavesOut ? next : before);
    // 不喝咖啡，有别的喝的吗, "any drinks except coffee": what else it may be.
    const isOther = told.length > 0 && (leavesOut || turnsAway.test(before));
    const own = soldAs(use, isOther ? told : []);
    const name = own ?? use.names[0]!;
    // "A kettle, with temperature control, for pour over": of all that it takes only that is asked for.
    if (told.length > 0 && productsIn(name).some(one => told.includes(one))) return undefined;
    // What is private is no part of the wish.
    const [led, rest] = [withoutTraits(before).replace(cannot, ''), withoutTraits(behind)];
    // "I don't drink coffee, tea" would turn both away.
    const lead = isOther && !leavesOut ? led.replace(/[,;] *$/, '. ') : led;
    const text = hasHan(folded)
      ? `${lead}${name}${rest}`
      : `${lead}${/s$/.test(name) || described.test(before) ? '' : 'a '}${name}${rest}`;
    return { text, name, quote, isSold: own !== undefined };
  };
  return (folded, isFresh = false) => {
    if (folded.length > longest || ofService.test(folded)) return undefined;
    const language = hasHan(folded) ? 'zh' : 'en';
    const isAsking = asks[language].test(folded);
    const uses = files.uses[language];
    for (const use of uses) {
      const framed = isAsking ? use.framed?.exec(folded) : null;
      const match = framed ?? use.alone?.exec(folded);
      if (match) return inPlaceOf(folded, match, use, !framed);
    }
    for (const use of uses) {
      const against = use.against?.exec(folded);
      if (against) {
        const need = inPlaceOf(folded, against, use, false);
        return need && { ...need, goodFor: against[0] };
      }
      const situated = isFresh ? use.situated?.exec(folded) : null;
      if (situated) return inPlaceOf(folded, situated, use, false);
    }
    return undefined;
  };
};

/** What was read from the name is quoted as it was told; a part of a name that the catalogue has not is nothing of it ("bottle opener"). */
export const inOwnWords = (said: Said, { name, quote, isSold }: Need): Said => ({
  ...said,
  facts: said.facts.flatMap(fact => {
    if (!fact.quote.toLowerCase().includes(name)) return [fact];
    return [{ ...fact, quote, named: isSold ? fact.named : [] }];
  }),
});
