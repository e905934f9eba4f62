/**
 * "I said Shanghai, not Beijing", 3瓶哦 不是1瓶, "that's the 50. 30 ml!!": of what was said just before one thing was taken for another. It
 * is said once more with that in its place, of the form that is meant; what was put into the cart is changed, and not put in again.
 */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import { formSaid } from '../pointing/form-said.ts';
import type { ShopReader } from '../shop-reader.ts';
import { placesAbroad, placesAtHome } from '../text/places.ts';
import { type Corrected, correctedIn } from './corrected.ts';
import { insistsOnAnswer } from './insisting.ts';

export interface SetRight {
  /** What is meant by it, in full. */
  readonly text: string;
  /** The conversation as it is spoken in. */
  readonly memory: ConversationMemory;
  /** The form that is meant. */
  readonly of?: ProductId;
}

type Kind = 'place' | 'measure' | 'count' | 'size' | 'colour' | 'word';
type Measured = Exclude<Kind, 'colour' | 'word'>;

const counted =
  '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}) ?[个件双条只盒包瓶套罐袋台份支副把块张本]|(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) (?:pieces?|pcs|pairs?|bottles?|packs?|boxes|box|bags?|tins?|sets?|mugs?|cups?|of (?:them|those|it))';
const said: Readonly<Record<Measured, string>> = {
  place: `${placesAbroad.zh}|${placesAtHome.zh}|\\b(?:${placesAbroad.en}|${placesAtHome.en})\\b`,
  measure:
    '(?<![\\d.])\\d+(?:\\.\\d+)? ?(?:克|公斤|毫升|升|斤|英?寸|厘米|(?:g|kg|ml|l|cm|grams?|inch(?:es)?|millilit(?:re|er)s?)\\b)',
  count: counted,
  size: '\\b(?:size )?(?:3[4-9]|4[0-8])(?:\\.5)?\\b(?![\\d.]| ?(?:g|kg|ml|克|毫升|元|块))码?|(?<![a-z])(?:xxs|xs|s|m|l|xl|xxl)(?![a-z])码?',
};
const around =
  /^(?:(?:the|a|an|in|to|for|of|from|about|only|just|size) +|(?:寄到|送到|发到|[寄送到去就只是要]) ?)+(?=.)|(?: (?:ones?|please|pls|pack|version))+$|(?:那个|那款|那种|装的?|的|色的?)$/giu;
const bare = (words: string): string => words.replace(around, '').replace(around, '').trim();

const kinds = ['measure', 'count', 'place', 'size'] as const;
const wholly = (kind: Measured): RegExp => new RegExp(`^(?:${said[kind]})$`, 'iu');
const anywhere = (kind: Measured): RegExp => new RegExp(said[kind], 'giu');
const whole = new Map(kinds.map(kind => [kind, wholly(kind)]));

const acted: ReadonlySet<ConversationMemory['lastIntent']> = new Set([
  'add-to-cart',
  'change-quantity',
  'remove-from-cart',
  'reorder',
]);

/** Undefined: nothing is set right, or not by a word of the same kind. */
export const createSetRight =
  ({ vocabulary, names, view }: ShopReader) =>
  (text: string, memory: ConversationMemory): SetRight | undefined => {
    const { lastSaid, turns } = memory;
    if (lastSaid?.at !== turns - 1) return undefined;
    if (insistsOnAnswer(fold(text)) && hasFormOfQuestion(fold(lastSaid.text))) return { text: lastSaid.text, memory };
    const told = correctedIn(text);
    if (!told) return undefined;
    // "Not the 50, the 30": a size that it comes in.
    const corrected = { ...told, meant: inUnit(told.meant) };
    const colourOf = (words: string): readonly string[] => {
      const folded = bare(fold(words));
      const [one, ...more] = vocabulary.mentions(folded);
      const isWhole = one !== undefined && more.length === 0 && one.end - one.start >= folded.length - 1;
      return isWhole ? one.meanings.filter(m => m.slot === 'colour').map(m => m.value) : [];
    };
    const kindOf = (words: string): Kind | undefined => {
      const plain = bare(fold(words));
      return kinds.find(kind => whole.get(kind)!.test(plain)) ?? (colourOf(words).length > 0 ? 'colour' : undefined);
    };
    const kind = kindOf(corrected.meant) ?? wordFor(corrected, memory);
    // "I meant the blue one", after a rule was told: a thing of the list, and nothing of the rule.
    if (kind === 'colour' && memory.lastIntent === 'question') return undefined;
    if (!kind || (corrected.not !== undefined && !isSameKind(kind, corrected, kindOf))) return undefined;
    const form = formOf(kind, corrected.meant);
    const put = (text: string): SetRight =>
      form ? { text, memory: { ...memory, focus: form.id, shown: [form.id] }, of: form.id } : { text, memory };
    // "I said green. Can it be sent to Germany or not?"
    if (corrected.rest) return form ? put(corrected.rest) : undefined;
    if (acted.has(memory.lastIntent)) return changed(kind, corrected.meant, memory);
    // "I meant orange", after something else was asked of what lies in the cart: nothing of that is asked of orange.
    const isOfCart = memory.inCart?.some(line => line.product === memory.focus);
    if (corrected.not === undefined && isOfCart && anywhereIn(kind, lastSaid.text) === 0) return undefined;
    const again = saidAgain(kind, corrected, lastSaid.text);
    // What it names already was heard, and meant of that form all the same; held against another it is said once more.
    if (again === lastSaid.text && (!form || (form.id === memory.focus && corrected.not === undefined)))
      return undefined;
    return again === undefined ? undefined : put(again);

    function inUnit(meant: string): string {
      const number = /^\d{2,4}$/u.exec(bare(fold(meant)))?.[0];
      const product = memory.focus ?? memory.shown[0];
      if (number === undefined || product === undefined) return meant;
      const name = formSaid(`the ${number} one`, names.formsOf(product))?.name[hasHan(text) ? 'zh' : 'en'] ?? '';
      return new RegExp(`(?<![\\d.])${number} ?(?:g|kg|ml|克|公斤|毫升)(?![a-z])`, 'u').exec(name)?.[0] ?? meant;
    }
    function formOf(of: Kind, meant: string): Product | undefined {
      const product = memory.focus ?? memory.shown[0];
      if (product === undefined) return undefined;
      if (of === 'colour') {
        const colours = colourOf(meant);
        const found = view.byId.get(names.inColour(product, colours));
        return found?.attributes.colour?.some(colour => colours.includes(colour)) ? found : undefined;
      }
      return of === 'measure' ? formSaid(bare(fold(meant)), names.formsOf(product)) : undefined;
    }
  };

/** Pointed at, by its place or as one of several: it is no word for anything. */
const points =
  /\b(?:ones?|it|this|that|these|those|them|me|him|her|us|first|second|third|last|other|same|what)\b|[这那它我你他她]|第/iu;
const mostWords = 3;
/** "Boots, not shoes": any word for the one that was said before. */
const wordFor = ({ meant, not }: Corrected, { lastSaid, lastIntent }: ConversationMemory): Kind | undefined => {
  const [word, other] = [meant, not ?? ''].map(words => bare(fold(words)));
  if (!word || !other || points.test(word) || points.test(other) || acted.has(lastIntent)) return undefined;
  if (word.split(' ').length > mostWords || hasFormOfQuestion(word)) return undefined;
  const before = fold(lastSaid?.text ?? '');
  const isSaid = hasHan(other)
    ? before.includes(other)
    : ` ${before.replace(/[^a-z\d'-]+/gu, ' ')} `.includes(` ${other} `);
  return isSaid ? 'word' : undefined;
};

const isSameKind = (kind: Kind, { not }: Corrected, kindOf: (words: string) => Kind | undefined): boolean => {
  if (kind === 'word') return true;
  const other = kindOf(not!);
  // "That's the 50. 30 ml!!"
  return other === kind || (other !== 'place' && kind !== 'place' && /^\d+$/u.test(bare(fold(not!))));
};

const anywhereIn = (kind: Kind, text: string): number =>
  kind === 'colour' || kind === 'word' ? 0 : [...text.matchAll(anywhere(kind))].length;

/** What was said, with what is meant in place of what was heard; as it was where it names that already. */
const saidAgain = (kind: Kind, { meant, not }: Corrected, before: string): string | undefined => {
  const plain = bare(meant);
  const folded = fold(before);
  const isNamed = folded.includes(bare(fold(meant)));
  const other = not === undefined ? undefined : bare(fold(not));
  const place = other ? folded.indexOf(other) : -1;
  if (place >= 0 && folded.length === before.length && !isNamed)
    return before.slice(0, place) + plain + before.slice(place + other!.length);
  if (isNamed) return before;
  const named = kind === 'colour' || kind === 'word' ? [] : [...before.matchAll(anywhere(kind))];
  if (named.length > 1) return undefined;
  const [one] = named;
  if (one) return before.slice(0, one.index) + plain + before.slice(one.index + one[0].length);
  const isForm = kind === 'measure' || kind === 'colour';
  return hasHan(before) ? `${plain}${isForm ? '的' : '，'}${before}` : `${before.replace(/[?.! ]+$/u, '')}, ${plain}`;
};

/** What went into the cart just now is there in another number or form. */
const changed = (kind: Kind, meant: string, memory: ConversationMemory): SetRight | undefined => {
  const { focus, inCart = [] } = memory;
  if (kind === 'place' || kind === 'word' || focus === undefined || !inCart.some(line => line.product === focus))
    return undefined;
  const plain = bare(meant);
  const zh =
    kind === 'count' ? `改成${plain}` : `换成${plain}${kind === 'size' && !plain.endsWith('码') ? '码' : '的'}`;
  const en = kind === 'count' ? `make it ${plain}` : `change it to ${kind === 'size' ? plain : `the ${plain} one`}`;
  return { text: hasHan(meant) || hasHan(memory.lastSaid?.text ?? '') ? zh : en, memory };
};
