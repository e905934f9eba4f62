/** Sentences of a page that speak of what goods were wished to be: by its measure, by its kind ("on a plane") or by its words. */
import { inLanguage, type Language, languages } from '../../domain/language.ts';
import type { Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import { singular } from '../text/tokens.ts';
import { type AskedKind, type Kind, kinds } from './asked-kinds.ts';
import { kindsCalled } from './detail-kinds.ts';
import { measureWishOf } from './measure-wishes.ts';
import { isMeasuredIn, isMet, isOfWish, measuresOfDetail } from './measured.ts';
import { measuresIn } from './measures.ts';
import { type Asked, askedIn } from './page-asked.ts';
import { detailText, hadText, type PageLine, pageLines } from './page-lines.ts';
import { pageSays } from './page-says.ts';
import { plainWordOf } from './plain-words.ts';

/** Kinds that a wish is told by as well as a question; the rest are told by measures or by attributes. */
const toldOf: readonly AskedKind[] = [
  'flying',
  'grind',
  'caffeine',
  'cooker',
  'microwave',
  'dishwasher',
  'oven',
  'leaking',
  'compatibility',
  'dimming',
  'heat',
];
/** Pages say much of these that is no yes: told where it is told for the goods, and no reason to prefer them. */
const quotedOf: readonly AskedKind[] = ['washing', 'smell', 'taste', 'feel', 'charging', 'safety', 'water', 'drive'];

/** Told as wishes, and hardly ever asked. */
const wished: readonly KindTold[] = [
  { asks: /usb[- ]?c\b|type[- ]?c/u, says: /\busb[- ]?c\b|\btype[- ]?c\b/iu },
  { asks: /圆[口孔]|3\.5 ?mm|\baux\b/u, says: /3\.5 ?mm|3\.5 ?毫米|\bjack\b|圆孔/iu },
  { asks: /lightning/u, says: /\blightning\b/iu },
  {
    asks: /white cast|泛白|假白|(?:不|没)会?(?:发|泛|留)白/u,
    says: /\binvisible\b|dries to nothing|隐形|不泛白/iu,
  },
];
type KindTold = Pick<Kind, 'asks' | 'says'>;
const told: readonly KindTold[] = [...toldOf.map((kind): KindTold => kinds[kind]), ...wished];
const quoted: readonly KindTold[] = quotedOf.map(kind => kinds[kind]);
/** Turned away, as "doesn't smell": a page that says it is so says that it is not, or that nothing is in it. */
const turnedAway = /\b(?:no|not|never|without|nothing|isn't|doesn't|don't|won't|can't)\b|^(?:不|别|没|无|零)/u;
const saysNot = /\b(?:no|not|never|without|nothing|free|un[a-z]+ed)\b|不|无|没|免|隐形/iu;

const mostKnown = 200;
const known = new Map<string, readonly KindTold[]>();

/** Kinds that a told wish is of. */
export const kindsTold = (value: string): readonly KindTold[] => {
  let found = known.get(value);
  if (found === undefined) {
    const folded = fold(value);
    found = turnedAway.test(folded) ? [] : told.filter(({ asks }) => asks.test(folded));
    if (known.size >= mostKnown) known.clear();
    known.set(value, found);
  }
  return found;
};

/** Whether the page speaks of something of that kind, and of none that the thing has not. */
export const saysOfKind = ({ description, details = [] }: Product, of: readonly KindTold[]): boolean =>
  of.some(
    ({ says }) =>
      Object.values(description).some(text => says.test(text ?? '')) ||
      details.some(one => languages.some(language => says.test(hadText(one, language)))),
  );

const ofSize: readonly AskedKind[] = ['measurements', 'weight', 'included'];
const isOfSize = ({ detail }: PageLine): boolean =>
  detail?.names.some(name => ofSize.some(kind => kindsCalled(name).has(kind))) ?? false;
/** Without the pairs of characters that a Chinese word is found by as well. */
const wordsOf = (asked: readonly Asked[]): readonly string[] =>
  asked.flatMap(({ terms }) => terms.filter(term => !term.endsWith('_')));
const isCalledSo = ({ detail }: PageLine, asked: readonly Asked[]): boolean =>
  asked.some(({ terms }) => terms.some(term => detail?.called.has(term)));

/** The sentence of its page; null: its name says it; undefined: nothing does. */
export const sentenceOf = (
  product: Product,
  value: string,
  language: Language,
  isTurnedAway = false,
): string | null | undefined => {
  const wish = measureWishOf(value);
  const lines = pageLines(product, language);
  if (wish) {
    const isOfIt = (text: string): boolean => measuresIn(fold(text)).some(one => one.of === wish.of);
    if (isOfIt(inLanguage(product.name, language))) return null;
    const isKnown = isMeasuredIn(product, wish);
    const measured = lines.map(line => ({
      text: line.text,
      measures: (line.detail ? measuresOfDetail(line.detail) : measuresIn(fold(line.text))).filter(
        one => isOfWish(one, wish) && (isKnown || !one.isOwn),
      ),
    }));
    return (
      measured.find(line => line.measures.some(one => isMet(wish, one))) ??
      measured.find(line => line.measures.some(one => !one.isOwn)) ??
      measured.find(line => line.measures.length > 0)
    )?.text;
  }
  const folded = fold(value);
  const of = [...told, ...quoted].filter(({ asks }) => asks.test(folded));
  const isNot = isTurnedAway || turnedAway.test(folded);
  // What is called so comes first: of rain by its line on water, and not by the one on swimming without a telephone.
  const isCalled = ({ detail }: PageLine): boolean =>
    detail?.names.some(one => [...kindsCalled(one)].some(kind => of.includes(kinds[kind]))) ?? false;
  const saying = lines.filter(
    line => of.some(({ says }) => says.test(line.text)) && (!isNot || saysNot.test(line.text) || isCalled(line)),
  );
  const byKind = saying.find(isCalled) ?? saying[0];
  if (byKind !== undefined) return byKind.text;
  const word = plainWordOf(value);
  // "Doesn't bleed through" is said so, and nothing is turned away by it.
  if (isNot && (isTurnedAway || !word?.isPhrase)) return undefined;
  if (word?.kind === 'quality' && word.isPhrase && word.isMarked(product)) return null;
  const inOtherWords =
    word?.kind === 'quality' ? lines.find(({ text, detail }) => !detail && word.isSaidIn(text))?.text : undefined;
  if (inOtherWords !== undefined || isNot) return inOtherWords;
  const asked = askedIn(folded).filter(one => one.kind === undefined && one.terms.length > 0);
  const { said, open } = pageSays(product, asked, language);
  if (asked.length === 0 || open.length > 0) return undefined;
  // One word that a detail happens to use ("box 28 × 20 cm", of a gift box) says nothing of it.
  const line = lines.find(({ text }) => text === said[0]);
  const isByTheWay = line !== undefined && isOfSize(line) && wordsOf(asked).length < 2 && !isCalledSo(line, asked);
  return isByTheWay ? undefined : said[0];
};

/** A word of its name that its page does not repeat names the thing, and tells of no part of it: a Back Wheel pannier has no wheels. */
export const isOnlyName = ({ name, description, details = [] }: Product, value: string): boolean => {
  if (!/^[a-z]{4,}$/.test(value)) return false;
  const word = singular(value);
  // "Swan-neck electric kettle": in small letters it says what the thing is.
  if (new RegExp(`(?<![\\p{L}-])${word}(?![a-z])`, 'u').test(name.en ?? '')) return false;
  return (
    fold(name.en ?? '').includes(word) &&
    !fold([description.en, ...details.map(one => detailText(one, 'en'))].join(' . ')).includes(word)
  );
};
