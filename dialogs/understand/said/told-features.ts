/** What is known of each piece of a message for the tagger: the words around, what rules and the vocabulary say, what was asked. */
import type { Language } from '../../../knowledge/domain/language.ts';
import { type Gazetteer, gazetteerOf } from '../../../knowledge/profile/gazetteer/gazetteer.ts';
import type { WishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { evenOut } from '../../../knowledge/retrieval/text/fold.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
import type { SaidFact } from './fact.ts';
import { isWord, piecesOf, type Stretch, type ToldPiece } from './told-pieces.ts';

export interface ToldMessage {
  /** Evened out. */
  readonly text: string;
  readonly pieces: readonly ToldPiece[];
  readonly language: Language;
  /** What the shop said last before it. */
  readonly shopText: string;
  /** The shopper's first. */
  readonly first: boolean;
  /** What rules found, where it stands in the message; never overlapping. */
  readonly byRules: readonly (Stretch & Pick<SaidFact, 'slot' | 'polarity'>)[];
  /** What rules found that stands so nowhere in it: echoed of a question, or put together. */
  readonly elsewhere: readonly Pick<SaidFact, 'slot' | 'value'>[];
  /** It takes something back. */
  readonly correction: boolean;
}

const denies =
  /^(?:not|no|never|without|n't|nothing|don't|dont|isn't|hate|avoid|can't|but|except|than|别|不|没|无|非|勿|免)$/u;
const reachOfNo = 4;
const mostNamed: Readonly<Record<Language, number>> = { en: 3, zh: 5 };
const shortMessage = 4;
const answerLength = 6;
const longestShopText = 1_000;
const longEntry = 2;

/** Features of each piece. `withRules` false: as if rules had found nothing. */
export const featuresOf = (message: ToldMessage, vocabulary: WishVocabulary, withRules = true): string[][] => {
  const { text, pieces, language, first, byRules } = message;
  const n = pieces.length;
  const words = pieces.map(p => (/^\d/.test(p.text) ? `#${p.text.replace(/\d/g, '0').length}` : p.text));
  const rules = Array<string>(n).fill('-');
  if (withRules)
    for (const { start, end, slot, polarity } of byRules)
      for (let at = start; at < end; at++) rules[at] = `${at === start ? 'B' : 'I'}${slot}${polarity < 0 ? '-' : ''}`;
  const echoed = withRules ? echoedIn(message) : [];
  const named = namedIn(pieces, vocabulary, mostNamed[language]);
  const shop = evenOut(message.shopText.slice(-longestShopText));
  const ofShop = new Set(shop === '' ? [] : piecesOf(shop).map(p => singular(p.text)));
  const asked = shop === '' || n > answerLength ? [] : askedIn(shop, language);
  const isQuestion = /[?？]|吗/u.test(text);
  const at = (i: number): string => words[i] ?? (i < 0 ? '<s>' : '</s>');
  const rule = (i: number): string => rules[i] ?? '.';
  const lexical = language === 'zh' ? lexicalOf(text, pieces) : [];
  const listed = listedIn(pieces, gazetteerOf(language));
  let denied = Number.NEGATIVE_INFINITY;
  return words.map((w, i) => {
    if (denies.test(w)) denied = i;
    const [w1, w2, v1, v2, r] = [at(i - 1), at(i - 2), at(i + 1), at(i + 2), rules[i]!];
    const features = [
      'b',
      `w=${w}`,
      `w-1=${w1}`,
      `w+1=${v1}`,
      `w-2=${w2}`,
      `w+2=${v2}`,
      `b-1=${w1}_${w}`,
      `b+1=${w}_${v1}`,
      `b-2=${w2}_${w1}`,
      `b+2=${v1}_${v2}`,
      `t=${w1}_${w}_${v1}`,
      `RR=${rule(i - 1)}${r}${rule(i + 1)}`,
      `Rw=${r}${w}`,
    ];
    if (language === 'zh') {
      features.push(`t-=${w2}_${w1}_${w}`, `t+=${w}_${v1}_${v2}`, `w-3=${at(i - 3)}`, `w+3=${at(i + 3)}`);
      features.push(...lexical[i]!);
    } else {
      features.push(`s3=${w.slice(-3)}`, `s2=${w.slice(-2)}`, `p3=${w.slice(0, 3)}`);
      features.push(`s3-1=${w1.slice(-3)}`, `s3+1=${v1.slice(-3)}`);
      const raw = text[pieces[i]!.start]!;
      if (raw !== raw.toLowerCase()) features.push('cap', i > 0 ? 'cap-in' : 'cap-first');
    }
    for (let k = -1; k <= 1; k++) {
      features.push(`R${k}=${rule(i + k)}`);
      for (const name of named[i + k] ?? []) features.push(`L${k}=${name}`);
      for (const name of listed[i + k] ?? []) features.push(`G${k}=${name}`);
    }
    const names = named[i]!;
    if (names.size > 0) {
      const all = [...names].sort().join();
      features.push(`LR=${all}|${r}`, `Lw=${all}${w1}`);
    } else features.push('L0');
    if (listed[i]!.length > 0) {
      const all = listed[i]!.join();
      features.push(`GR=${all}|${r}`, `Gw=${all}|${w1}`, `Gv=${all}|${v1}`);
    } else features.push('G0');
    if (ofShop.has(singular(w))) features.push('bot', `botR=${r}`);
    if (n <= shortMessage) features.push('short');
    if (first) features.push('first', `firstR=${r}`);
    for (const word of asked) {
      features.push(`a=${word}`);
      if (i < 2) features.push(`a0=${word}`);
    }
    if (i > denied && i - denied <= reachOfNo) features.push('neg');
    if (message.correction) features.push('corr', `corrR=${r}`);
    if (echoed.length > 0) features.push('E');
    for (const { slot, words: parts } of echoed) if (parts.has(singular(w))) features.push(`E=${slot}`);
    if (isQuestion) features.push('q', `qR=${r}`);
    return features;
  });
};

/** Of each piece the slots of the gazetteer's entry it belongs to, its place in it and how long that is. From the left, the longest that fits. */
const listedIn = (pieces: readonly ToldPiece[], gazetteer: Gazetteer): string[][] => {
  const listed = pieces.map((): string[] => []);
  const words = pieces.flatMap((p, at) => (isWord(p.text) ? [{ text: singular(p.text), at }] : []));
  for (let a = 0; a < words.length; ) {
    let found: { readonly slots: readonly string[]; readonly end: number } | undefined;
    let name = '';
    for (let b = a; b < Math.min(words.length, a + gazetteer.longest); b++) {
      name = b === a ? words[b]!.text : `${name} ${words[b]!.text}`;
      const slots = gazetteer.slotsOf(name);
      if (slots) found = { slots, end: b };
    }
    if (!found) {
      a++;
      continue;
    }
    const { slots, end } = found;
    const length = Math.min(end - a, longEntry);
    for (let k = a; k <= end; k++) {
      const place = `${k === a ? 'B' : 'I'}${k === end ? 'E' : ''}${length}`;
      listed[words[k]!.at] = slots.map(slot => `${slot}${place}`);
    }
    a = end + 1;
  }
  return listed;
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Of each character the word it belongs to, its place in it, and the words around. */
const lexicalOf = (text: string, pieces: readonly ToldPiece[]): string[][] => {
  const words = Array.from(segmenter.segment(text), ({ index, segment }) => ({
    word: segment,
    start: index,
    end: index + segment.length,
  }));
  const at = (k: number): string => words[k]?.word ?? '<>';
  let k = 0;
  return pieces.map(({ start, end }) => {
    while (k + 1 < words.length && words[k]!.end <= start) k++;
    const { word, ...own } = words[k]!;
    const place = `${own.start === start ? 'B' : ''}${own.end === end ? 'E' : ''}`;
    return [
      `z=${word}`,
      `zp=${place}`,
      `zl=${word.length}`,
      ...[-2, -1, 1, 2].map(by => `z${by}=${at(k + by)}`),
      `zz-=${at(k - 1)}_${word}`,
      `zz+=${word}_${at(k + 1)}`,
    ];
  });
};

/** By which features a piece is of this slot by the rules. */
export const ruleFeatures = (slot: string, begins: boolean): string[] =>
  ['', '-'].map(polarity => `R0=${begins ? 'B' : 'I'}${slot}${polarity}`);

/** Slots of the vocabulary's names that begin at a piece, or go on there, also within longer names. */
const namedIn = (pieces: readonly ToldPiece[], vocabulary: WishVocabulary, most: number): Set<string>[] => {
  const named = pieces.map(() => new Set<string>());
  const words = pieces.flatMap((p, at) => (isWord(p.text) ? [{ text: singular(p.text), at }] : []));
  for (let a = 0; a < words.length; a++) {
    let name = '';
    for (let b = a; b < Math.min(words.length, a + most); b++) {
      name = b === a ? words[b]!.text : `${name} ${words[b]!.text}`;
      const [start, end] = [words[a]!.at, words[b]!.at];
      for (const slot of vocabulary.slotsOf(name))
        for (let at = start; at <= end; at++) named[at]!.add(`${slot}${at === start ? 'B' : 'I'}`);
    }
  }
  return named;
};

const echoedIn = ({ elsewhere }: ToldMessage): { readonly slot: string; readonly words: ReadonlySet<string> }[] =>
  elsewhere.flatMap(({ slot, value }) =>
    slot.startsWith('price_') ? [] : [{ slot, words: new Set(piecesOf(value).map(p => singular(p.text))) }],
  );

/** The words of the last question. */
const askedIn = (shop: string, language: Language): string[] => {
  const question = shop.split(/(?<=[.!?。！？])\s*/u).findLast(sentence => /[?？吗呢]/u.test(sentence)) ?? '';
  return piecesOf(question).flatMap(p => (p.text.length > 1 || language === 'zh' ? [p.text] : []));
};

const before = 5;
const behind = 4;

/** What tells whether a stretch is wished for or turned away. */
export const polarityFeaturesOf = (
  { pieces, byRules }: ToldMessage,
  { start, end, slot }: Stretch & { readonly slot: string },
): string[] => {
  const at = (i: number): string => pieces[i]?.text ?? '<>';
  const features = ['pb', `ps=${slot}`, `pw=${at(start)}`, `pb2=${at(start - 2)}_${at(start - 1)}`];
  for (let k = 1; k <= before; k++) {
    const word = at(start - k);
    features.push(`pl=${word}`, `pl${k}=${word}`);
    if (/^[,.;!?]$/.test(word)) break;
  }
  for (let k = 0; k < behind; k++) features.push(`pr=${at(end + k)}`, `pr${k}=${at(end + k)}`);
  features.push(`pR=${byRules.find(one => one.start < end && start < one.end)?.polarity ?? 0}`);
  return features;
};
