/** What the page of one product says to a question about it: an amount where one is asked for, else the sentence with what was named. */

import { inLanguage, type Language } from '../../domain/language.ts';
import type { Product } from '../../domain/product.ts';
import { fold, hasHan } from '../text/fold.ts';
import { literally } from '../text/literally.ts';
import { sameAs } from '../text/page-words.ts';
import { termsOf } from '../text/tokens.ts';
import { type AskedKind, type Kind, kinds } from './asked-kinds.ts';
import { detailsOfKind, kindsCalled } from './detail-kinds.ts';
import { valueInWords } from './lexicon.ts';
import type { Asked } from './page-asked.ts';
import { type PageLine, pageLines } from './page-lines.ts';
import { plainWordsIn } from './plain-words.ts';
import { isSpelledOut } from './spelled-out.ts';
import { attributeSlot } from './vocabulary.ts';

/** Whether a text says something to what is asked by that kind. */
export const saysOf = (text: string, kind: AskedKind): boolean => kinds[kind].says.test(text);

export interface PageAnswer {
  /** Sentences of the page, or values of its attributes, in the order of the page. */
  readonly said: readonly string[];
  readonly open: readonly Asked[];
  /** The sentence that comes nearest to what is left open; undefined: none does. */
  readonly near?: string;
}

/** Kinds of which one answers for all: "how big" is told by litres, by centimetres or by grams. */
const sameQuestion: readonly (readonly AskedKind[])[] = [
  ['measurements', 'capacity', 'amount'],
  ['included', 'contents', 'pieces'],
  ['battery', 'lasting', 'duration', 'keeping'],
  ['smell', 'acidity', 'strength', 'taste'],
  ['skin', 'feel'],
  ['brightness', 'dimming'],
  ['fragility', 'durability'],
  ['washing', 'upkeep'],
  ['wear', 'staying'],
  ['grind', 'sharpness'],
];

const ofShelf =
  /\b(?:expir\w*|shelf life|best before|(?:once|after|when) open\w*|go(?:es)? off|gone off)\b|保质|过期|开封/u;

/** What a name tells as well as a page: "1,000 pieces", "SPF 50", "women's". */
const toldByName: ReadonlySet<AskedKind> = new Set([
  'capacity',
  'weight',
  'measurements',
  'amount',
  'pieces',
  'spf',
  'caffeine',
  'form',
  'cut',
  'age',
  'drive',
  'water',
  'smell',
  'packing',
]);

/** Nothing else is told in words like these. */
const toldByUnit: ReadonlySet<AskedKind> = new Set([
  'pieces',
  'players',
  'spf',
  'dishwasher',
  'microwave',
  'oven',
  'pets',
  'surroundings',
  'phone mount',
  'slots',
  'hands',
  'eyes',
  'boiling',
]);

/** Half of more than two words is enough; one or two have to be there. */
const isSaid = (terms: readonly string[], has: ReadonlySet<string>): boolean => {
  const met = metIn(terms, has);
  return met > 0 && met >= (terms.length <= 2 ? terms.length : Math.ceil(terms.length / 2));
};
/** Whether a laptop of so many inches goes in is told by what it takes before it is told by its sides. */
const goesIn = /\b(?:fits?|takes?|holds?)\b|[放装塞]/u;
const roomFirst = (group: readonly AskedKind[]): readonly AskedKind[] => [
  ...group.filter(kind => kind === 'capacity'),
  ...group.filter(kind => kind !== 'capacity'),
];
const oneOfThese = /\bor\b|还是/u;
const howBig = /\bhow (?:big|large)\b|多大/u;
/** Of several kinds whose answers tell the same the first, but for one that names what is asked: the sleeve, of "would a laptop fit". */
const nearestIn = (
  answers: readonly (readonly string[])[],
  words: string,
  isDetail: (line: string) => boolean,
): readonly string[] => {
  const told = answers.filter(one => one.length > 0);
  // "How big": by its sides and by what it holds.
  if (told.length > 1 && told.every(one => one.length === 1 && isDetail(one[0]!)) && howBig.test(words))
    return told.flat().slice(0, 2);
  const asked = termsOf(words).filter(tellsMuch);
  const names = (texts: readonly string[]): boolean => {
    const has = new Set(texts.flatMap(text => termsOf(fold(text))));
    return asked.some(term => has.has(term));
  };
  return told.find(names) ?? told[0] ?? [];
};

/** A detail that is called so comes first, by most of the words; then the first line that says it. */
const lineWith = (wanted: readonly string[], lines: readonly PageLine[]): PageLine | undefined => {
  const saying = lines.filter(
    line => isSaidIn(wanted, line) || (line.detail === undefined && isInWord(wanted, line.text)),
  );
  const called = saying.map(line => metIn(wanted, calledIn(line)));
  return saying[called.indexOf(Math.max(...called))];
};
const calledIn = ({ detail }: PageLine): ReadonlySet<string> => detail?.called ?? nothing;
const nothing: ReadonlySet<string> = new Set();

/** 线有多长, "how big is the screen": asked of a part that the page has a line for, and of nothing that every page has. */
const ofSize: ReadonlySet<AskedKind> = new Set(['measurements', 'capacity', 'amount', 'weight', 'length']);
const ofWhole: ReadonlySet<AskedKind> = new Set([
  ...ofSize,
  'battery',
  'charging',
  'water',
  'watercolumn',
  'temperature',
  'age',
  'players',
  'pieces',
  'wattage',
]);
/** How long the blade is, is told by no line that says how thick it is. */
const howLong = /\blong\b|\blength\b|长/u;
const ofThickness = /\bthick\b|厚|刀背/u;
const namesOf = ({ detail }: PageLine): readonly string[] => detail?.names.map(name => name.replaceAll('-', ' ')) ?? [];
const namesPart = ({ detail }: PageLine, clause: string): boolean =>
  detail?.names.some(name => {
    const words = name.replaceAll('-', ' ');
    if ([...kindsCalled(name)].some(kind => ofWhole.has(kind)) || !/\d/.test(detail.value)) return false;
    return hasHan(words) ? clause.includes(words) : new RegExp(`\\b${literally(words)}\\b`, 'u').test(clause);
  }) ?? false;

/** A detail that is not called so has to say more of it than half: there are many of them. */
const isSaidIn = (wanted: readonly string[], line: PageLine): boolean =>
  isCalledWhole(wanted, line) ||
  (isSaid(wanted, line.terms) &&
    (!line.detail || metIn(wanted, calledIn(line)) > 0 || metIn(wanted, line.terms) >= (2 * wanted.length) / 3));
/** 配什么滤纸, 滤纸是哪种: what a line is called is what is asked for. */
const asksForCalled = (words: string, { detail }: PageLine): boolean =>
  hasHan(words) &&
  (detail?.names.some(
    name =>
      /^\p{Script=Han}{2,}$/u.test(name) &&
      new RegExp(
        `(?:什么|啥|哪种|几号|多大)(?:样|型号|规格)?的?${name}|${name}(?:是|用|要|配|有)?(?:什么|啥|哪|几|多)`,
        'u',
      ).test(words),
  ) ??
    false);
/** "A shoulder strap", of a line called "Strap". */
const isCalledWhole = (wanted: readonly string[], { detail }: PageLine): boolean =>
  detail !== undefined &&
  !detail.isOfBox &&
  detail.names.some(name => {
    const called = termsOf(name.replaceAll('-', ' '));
    return called.length > 0 && wanted.length <= called.length + 1 && called.every(term => wanted.includes(term));
  });
/** 飞, of 飞起来: no term by itself. */
const isInWord = ([only, ...more]: readonly string[], sentence: string): boolean =>
  only !== undefined && more.length === 0 && /^\p{Script=Han}$/u.test(only) && sentence.includes(only);
const metIn = (terms: readonly string[], has: ReadonlySet<string>): number =>
  terms.filter(term => has.has(term) || sameAs(term).some(other => has.has(other))).length;

/** Words, and no letters that stand side by side in one. */
const tellsMuch = (term: string): boolean =>
  !term.endsWith('_') && (/^[a-z]{3}/.test(term) || /^\p{Script=Han}{2}/u.test(term));

/** Word for word what its page says to each thing asked; nothing is concluded from what it leaves out. */
export const pageSays = (product: Product, asked: readonly Asked[], language: Language): PageAnswer => {
  const lines = pageLines(product, language);
  const sentences = lines.filter(line => !line.detail).map(({ text }) => text);
  // Its name stands on its page too: "1,000 pieces", "SPF 50".
  const name = inLanguage(product.name, language);
  const called = new Set(termsOf(fold(name)));
  const byKind = (kind: AskedKind, words: string, clause = words): readonly string[] => {
    const { says: generally, attributes, opens, exactly }: Kind = kinds[kind];
    const says = exactly?.asks.test(words) ? exactly.says : generally;
    const details = detailsOfKind(lines, kind, words).filter(line => !exactly?.asks.test(words) || says.test(line));
    // "Wireless charging" is no charging.
    const named = lines.find(line => namesOf(line).some(name => name.includes(' ') && clause.includes(name)));
    if (named) return [named.text];
    // "How long is the blade": by the line of that part, unless its measurements tell of it.
    const ofPart = ofSize.has(kind) ? lines.find(line => namesPart(line, clause)) : undefined;
    const isLength = howLong.test(clause);
    if (
      ofPart &&
      !(isLength && details.length > 0 && ofThickness.test(ofPart.text)) &&
      !details.some(text => namesOf(ofPart).some(name => fold(text).includes(name)))
    )
      return [ofPart.text];
    if (details.length > 0) return details;
    // "Paper: 192 pages": by its unit alone it tells how many there are.
    const inUnits = toldByUnit.has(kind) ? lines.find(line => line.detail && says.test(line.text)) : undefined;
    if (inUnits) return [inUnits.text];
    if (opens?.test(Object.values(product.name).join(' ')) && sentences[0]) return [sentences[0]];
    const value = attributes.flatMap(key => {
      const slot = attributeSlot(key);
      return (product.attributes[key] ?? []).map(one => (slot ? valueInWords(slot, one, language) : one));
    })[0];
    const texts = toldByName.has(kind) ? [...sentences, name] : sentences;
    const found = texts.find(sentence => says.test(sentence)) ?? value;
    return found === undefined ? [] : [found];
  };
  const said = new Set<string>();
  const open: Asked[] = [];
  const settled = new Set<readonly AskedKind[]>();
  for (const one of asked) {
    if (one.kind) {
      const { kind } = one;
      // "Once opened" asks how long it keeps, whatever else lasts.
      const group =
        kind === 'keeping' && ofShelf.test(one.words) ? undefined : sameQuestion.find(some => some.includes(kind));
      if (group && settled.has(group)) continue;
      const alike = group
        ? asked.flatMap(other => (other.kind && group.includes(other.kind) ? [other.kind] : []))
        : [kind];
      const answers = group
        ? nearestIn(
            (goesIn.test(one.words) ? roomFirst(group) : group)
              .filter(other => alike.includes(other))
              .map(other => byKind(other, one.words, one.clause)),
            one.words,
            text => lines.some(line => line.detail !== undefined && line.text === text),
          )
        : byKind(kind, one.words, one.clause);
      if (group) settled.add(group);
      if (answers.length > 0) for (const answer of answers) said.add(answer);
      else open.push((group && asked.find(other => other.kind === group.find(first => alike.includes(first)))) ?? one);
      continue;
    }
    // "Will it charge my watch", of a charging stand: of what it is called the page says no more.
    const asks = one.terms.filter(term => !called.has(term));
    const wanted = asks.length > 0 ? asks : one.terms;
    const line =
      lines.find(other => asksForCalled(one.words, other)) ??
      lineWith(wanted, lines) ??
      lines.find(({ detail, text }) => detail !== undefined && isSpelledOut(one.words, fold(text)));
    if (line === undefined) open.push(one);
    else said.add(line.text);
  }
  // "Is it lined, plain or dotted?": what it is answers for what it is not.
  const answered = new Set(asked.flatMap(one => (open.includes(one) || !one.sentence ? [] : one.sentence)));
  const isSettled = ({ kind, sentence }: Asked): boolean =>
    kind === undefined && sentence !== undefined && answered.has(sentence) && oneOfThese.test(sentence);
  const left = open.filter(one => !isToldBeside(one, [...said], asked) && !isSettled(one));
  const near = left.length === 0 ? undefined : nearestOf(left, lines);
  const texts = lines.map(({ text }) => text);
  return {
    said: [...said].sort((a, b) => texts.indexOf(a) - texts.indexOf(b)),
    open: left,
    ...(near === undefined || said.has(near) ? {} : { near }),
  };
};

/** "How many can play, two?": words of the sentence, or of the kind, that answers already; what it leaves out is no more denied. */
const isToldBeside = (
  { kind, words, terms, isAsked }: Asked,
  said: readonly string[],
  asked: readonly Asked[],
): boolean => {
  if (kind || said.length === 0) return false;
  const told = new Set(said.flatMap(sentence => termsOf(fold(sentence))));
  // 多久清一次 asks more than whether it is washed.
  const isOfKind =
    !isAsked &&
    asked.some(
      one => one.kind && said.some(text => kinds[one.kind!].says.test(text)) && kinds[one.kind].says.test(words),
    );
  return (
    isOfKind ||
    terms.some(term => tellsMuch(term) && told.has(term)) ||
    said.some(text => isSpelledOut(words, fold(text)))
  );
};

const nearestOf = (open: readonly Asked[], lines: readonly PageLine[]): string | undefined => {
  const meant = open.flatMap(one => (one.kind ? [] : plainWordsIn(one.words).filter(({ isDenied }) => !isDenied)));
  const hinted = lines.find(
    ({ text, detail }) =>
      open.some(({ hints = [] }) => hints.some(hint => hint.test(text))) ||
      (!detail && meant.some(({ word }) => word.kind === 'quality' && word.isSaidIn(text))),
  );
  if (hinted !== undefined) return hinted.text;
  const wanted = open.flatMap(one => one.terms.filter(tellsMuch));
  // Of many details one always shares a word: only one that shares half of them comes near.
  const met = lines.map(({ terms, detail }) => {
    const count = metIn(wanted, terms);
    return detail && count * 2 < wanted.length ? 0 : count;
  });
  const most = Math.max(0, ...met);
  return most === 0 ? undefined : lines[met.indexOf(most)]?.text;
};
