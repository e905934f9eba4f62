import { createWishVocabulary } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { fold, hasHan } from '../../knowledge/retrieval/fold.ts';
import type { ShelfWords } from '../../knowledge/retrieval/shelf-words.ts';
import { singular, tokensOf } from '../../knowledge/retrieval/tokens.ts';
import type { Understanding } from '../turn.ts';
import { asksWhetherSold } from '../understand/goods-asked.ts';

export interface Unsold {
  /** The thing wished for, in the shopper's words. */
  readonly what: string;
  /** Said so outright: an English word for a thing, one that no text of the shop has, or asked whether it is sold. */
  readonly certain: boolean;
  /** "Do you sell …?": nothing else is meant. */
  readonly asked: boolean;
  /** The texts of some goods speak of it: they are the nearest. */
  readonly mentioned: boolean;
  /** Some shop sells such a thing: no gibberish. */
  readonly known: boolean;
}

const general = createWishVocabulary();

/**
 * The thing a message wishes for when nothing on the shelves is called that, whatever else may come near. Null: nothing is
 * named, or it is sold.
 */
export const unsoldIn = (
  text: string,
  { preferences, goods = [] }: Pick<Understanding, 'preferences' | 'goods'>,
  words: ShelfWords,
): Unsold | null => {
  const wished = goods.length > 0 ? goods : thingAskedFor(text, preferences);
  if (text.length > 300 || wished.length === 0) return null;
  // An English word that the vocabulary knows, it knows from the shelves; a Chinese one may be part of a longer word.
  const named = wished.map(fold);
  const compound = hasHan(text) ? undefined : named.find(name => isOtherCompound(name, words));
  if (compound !== undefined)
    return { what: compound, certain: true, asked: asksWhetherSold(fold(text)), known: true, mentioned: false };
  if (!hasHan(text) && preferences.some(p => p.polarity === 'like' && ofAKind.has(p.slot))) return null;
  const [what] = named;
  if (what === undefined || named.some(name => isCalled(name, words))) return null;
  const isAsked = asksWhetherSold(fold(text));
  const isKnown = general.named(tokensOf(what)).length > 0;
  const mentioned = named.some(name => isMentioned(name, words));
  return {
    what,
    certain: isAsked || !mentioned || (isKnown && !hasHan(what)),
    asked: isAsked,
    known: isKnown,
    mentioned,
  };
};

/** No goods: what is bought with them, and what a page tells of. */
const ofShop = /^(?:gift|store|membership|loyalty) (?:cards?|vouchers?|points?)$/;

/** "Sleeping bag", "coffee machine": a thing of its own in words of which a shelf has one, and another in no name. */
const isOtherCompound = (name: string, { names, values }: ShelfWords): boolean => {
  const tokens = tokensOf(name);
  if (tokens.length < 2 || ofShop.test(name)) return false;
  const [whole] = general.named(tokens);
  const isWhole = whole?.slots.includes('product_type') && whole.start === 0 && whole.end === name.length;
  return isWhole === true && tokens.map(t => singular(t.text)).some(word => !names.has(word) && !values.has(word));
};

const asked =
  /\b(?:sell|stock|carry|buy|want|need|get|looking for|show me|find me|is there|any|have|got)(?: (?:an?|any|some|the|new|good|cheap))* ([a-z]+)(?= *(?:$|[?!.,]|for\b|please\b|maybe\b|here\b|in your\b|this week\b|today\b))/;

/** A thing that the vocabulary knows only as what others have room for: a laptop is no bag for one. */
const thingAskedFor = (text: string, preferences: Understanding['preferences']): readonly string[] => {
  if (preferences.some(p => p.polarity === 'like' && ofAKind.has(p.slot))) return [];
  const thing = asked.exec(fold(text))?.[1];
  const isThing = preferences.some(p => p.slot === 'feature' && p.value === 'laptop' && p.polarity === 'like');
  return thing !== undefined && isThing && singular(thing) === 'laptop' ? [thing] : [];
};

const ofAKind: ReadonlySet<string> = new Set(['category', 'product']);

/** The head of an English phrase counts: a red guitar is a guitar. */
const headOf = (name: string): string => singular(name.split(' ').at(-1) ?? name);

const isCalled = (name: string, words: ShelfWords): boolean =>
  hasHan(name)
    ? words.chineseNames.includes(name) ||
      words.chineseSorts.has(name) ||
      words.chineseKinds.some(k => name.endsWith(k) || (name.startsWith(k) && ofItself.test(name.slice(k.length))))
    : words.names.has(headOf(name));

/** 茶叶, 鞋子 are what 茶, 鞋 are; 咖啡机 is no coffee. */
const ofItself = /^[子叶类品款儿]?$/u;

const isMentioned = (name: string, words: ShelfWords): boolean =>
  hasHan(name) ? words.chineseMentioned.includes(name) : words.mentioned.has(headOf(name));
