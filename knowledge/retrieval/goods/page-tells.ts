/** Sentences of a page that speak of what goods were wished to be: by its measure, by its kind ("on a plane") or by its words. */
import { inLanguage, type Language } from '../../domain/language.ts';
import type { Product } from '../../domain/product.ts';
import { sentencesOf } from '../pages/answers.ts';
import { fold } from '../text/fold.ts';
import { singular } from '../text/tokens.ts';
import { type AskedKind, type Kind, kinds } from './asked-kinds.ts';
import { measuresIn, measureWishOf } from './measures.ts';
import { askedIn, pageSays } from './page-says.ts';
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
  {
    asks: /usb[- ]?c\b|type[- ]?c|圆[口孔]|3\.5 ?mm|lightning/u,
    says: /\busb[- ]?c\b|\btype[- ]?c\b|3\.5 ?mm|\blightning\b/iu,
  },
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

/** Whether the page speaks of something of that kind. */
export const saysOfKind = ({ description }: Product, of: readonly KindTold[]): boolean =>
  of.some(({ says }) => Object.values(description).some(text => says.test(text ?? '')));

/** The sentence of its page; null: its name says it; undefined: nothing does. */
export const sentenceOf = (
  product: Product,
  value: string,
  language: Language,
  isTurnedAway = false,
): string | null | undefined => {
  const wish = measureWishOf(value);
  const sentences = sentencesOf(inLanguage(product.description, language));
  if (wish) {
    const isOfIt = (text: string): boolean => measuresIn(fold(text)).some(one => one.of === wish.of);
    return isOfIt(inLanguage(product.name, language)) ? null : sentences.find(isOfIt);
  }
  const folded = fold(value);
  const of = [...told, ...quoted].filter(({ asks }) => asks.test(folded));
  const isNot = isTurnedAway || turnedAway.test(folded);
  const byKind = sentences.find(
    sentence => of.some(({ says }) => says.test(sentence)) && (!isNot || saysNot.test(sentence)),
  );
  if (byKind !== undefined) return byKind;
  const word = plainWordOf(value);
  // "Doesn't bleed through" is said so, and nothing is turned away by it.
  if (isNot && (isTurnedAway || !word?.isPhrase)) return undefined;
  if (word?.kind === 'quality' && word.isPhrase && word.isMarked(product)) return null;
  const inOtherWords = word?.kind === 'quality' ? sentences.find(word.isSaidIn) : undefined;
  if (inOtherWords !== undefined || isNot) return inOtherWords;
  const asked = askedIn(folded).filter(one => one.kind === undefined && one.terms.length > 0);
  const { said, open } = pageSays(product, asked, language);
  return asked.length > 0 && open.length === 0 ? said[0] : undefined;
};

/** A word of its name that its page does not repeat names the thing, and tells of no part of it: a Back Wheel pannier has no wheels. */
export const isOnlyName = ({ name, description }: Product, value: string): boolean => {
  if (!/^[a-z]{4,}$/.test(value)) return false;
  const word = singular(value);
  // "Swan-neck electric kettle": in small letters it says what the thing is.
  if (new RegExp(`(?<![\\p{L}-])${word}(?![a-z])`, 'u').test(name.en ?? '')) return false;
  return fold(name.en ?? '').includes(word) && !fold(description.en ?? '').includes(word);
};
