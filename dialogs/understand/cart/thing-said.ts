/**
 * What a few words say a thing of the cart is: its name or kind, colour, pack, size and number, in either language. "The moss
 * cream", 250的, 绿的那个低语, "two in navy". Takes folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { matches, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Meaning, Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';

/** A word or a group of them that is true of some goods. */
interface Term {
  readonly said: string;
  /** A kind of goods: 夹克, and nothing that one of them alone is called. */
  readonly isKind?: boolean;
  readonly isColour?: boolean;
  is(product: Product): boolean;
}

/** A number, which may be a size, a pack or how many; `unit`: what was counted or measured. */
interface NumberSaid {
  readonly value: number;
  /** As it was said: 三 of 三件套. */
  readonly said?: string;
  readonly unit?: string;
}

export interface ThingSaid {
  readonly terms: readonly Term[];
  readonly numbers: readonly NumberSaid[];
  /** A size in letters. */
  readonly letters: readonly string[];
}

/** The product it is, and what was said of how it is wanted. */
export interface Found {
  readonly product: Product;
  readonly size?: string;
  readonly count?: number;
}

const english =
  "a an the this that these those it them one ones of in on with and or to for my your me please pls instead then now too also just only again back size sized colour color quantity kind version cart basket bag pair pairs pcs pc piece pieces pack packs packet box boxes tin tins bottle jar item items thing want i is was be as well rather actually more i'd said meant mean some any exact should have all up so thanks though unit units each would like prefer";
const fillers = new Set(english.split(' '));
/** Said around a thing in Chinese, and nothing of it. */
const around =
  /购物车|数量|尺码|颜色|规格|那一?[个款件双条只种包盒罐瓶]|这一?[个款件双条只种包盒罐瓶]|刚才|刚刚|刚加|里面|里|的|吧|了|啊|呀|呢|哈|哦|噢|嗯|我|您|你|给|帮|请|麻烦|就|要|来|买|拿|再|都|也|还|是|换|改|把|将|那|这|先|想|它|个|款|件|双|条|只|色|全|部|又|用|得|码|号|一|行|好|可以|谢谢|下|回/gu;

const hanNumber = '\\d{1,4}(?:\\.5)?|[一两俩二三四五六七八九十]{1,2}';
const hanUnit = '[个件双条只包盒瓶套罐袋台份支副顶块片张]|本(?!子)|克|毫升|千克|升|(?:kg|g|ml)(?![a-z])';
/** 30的: a size that is worn or packed, and no count. */
const ofSize = '(?<=\\d{2,4})的';
const inHan = new RegExp(`(?<!第 ?)(${hanNumber}) ?(${hanUnit}|码|号|${ofSize})?`, 'gu');
const inWords = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple|a pair|a dozen';
const inEnglish = new RegExp(
  `(?<![a-z\\d.-])(?:x ?)?(\\d{1,4}(?:\\.5)?|${inWords})(?:(?: ?(g|kg|ml|l|cm|grams?|pcs?|pieces?|pairs?|packs?|boxes|tins?|bottles?|bags?|jars?|units?|sets?|drip bags|of (?:them|those|these|it)|x)|-(?:piece|pack))(?![a-z]))?(?![a-z\\d.])`,
  'g',
);
const letterSize = /(?<![a-z\d'’-])(xxxl|xxl|xl|xxs|xs|s|m|l|small|medium|large)(?![a-z\d'’-])/g;
const spoken: Readonly<Record<string, string>> = { small: 's', medium: 'm', large: 'l' };
const weighs = /^(?:g|kg|ml|l|cm|grams?|克|毫升|千克|升)$/u;

const numberOf = (said: string): number => {
  if (/^\d/.test(said)) return Number(said);
  return said === 'a couple' || said === '俩' ? 2 : said === 'a pair' ? 1 : said === 'a dozen' ? 12 : readNumber(said);
};
const tight = (text: string): string => fold(text).replace(/\s+/gu, '');

/** For whom and when it is, and what is read by itself. */
const ofOthers: ReadonlySet<string> = new Set(['size', 'recipient', 'occasion', 'budget']);

export const createThingSaid = (view: CatalogueView, vocabulary: Vocabulary) => {
  const sold = view.products.filter(p => !p.hidden);
  const families = new Map<string, Product[]>();
  const names = new Map<ProductId, { readonly words: ReadonlySet<string>; readonly han: string }>();
  const nameWords = new Set<string>();
  const grams = new Set<string>();
  for (const product of sold) {
    const key = familyOf(product);
    families.set(key, [...(families.get(key) ?? []), product]);
    const han = tight(product.name.zh ?? '');
    const words = fold(product.name.en ?? '').match(/[a-z]+|\d+/g) ?? [];
    names.set(product.id, { words: new Set(words.map(singular)), han });
    for (const word of words) nameWords.add(singular(word));
    for (let n = 2; n <= longestGram; n++) for (let i = 0; i + n <= han.length; i++) grams.add(han.slice(i, i + n));
  }
  /** What tells the forms of one model apart: 墨黑, 10包挂耳. */
  const forms = new Set<string>();
  /** 好脾气兔, 指印马克杯: what a thing is called, without its maker and form. */
  const called = new Map<ProductId, string>();
  for (const family of families.values()) {
    const parts = family.map(product => fold(product.name.zh ?? '').split(/\s+/u));
    const isShared = (part: string): boolean => parts.every(words => words.includes(part));
    family.forEach((product, i) => {
      if (family.length > 1) forms.add(parts[i]!.filter(part => !isShared(part)).join(''));
      called.set(product.id, parts[i]!.filter(isShared).slice(1).join(''));
    });
  }
  const isOfForm = (word: string): boolean => [...forms].some(form => form.includes(word));
  const blank = (text: string, at: number, length: number): string =>
    text.slice(0, at) + '_'.repeat(length) + text.slice(at + length);
  /** A jacket is what stands on the shelf of jackets. */
  const shelves = new Map(
    view.shop.categories.map(c => [c.key, new Set((fold(c.name.en ?? '').match(/[a-z]+/g) ?? []).map(singular))]),
  );
  const isShelf = (category: string, word: string): boolean => shelves.get(category)?.has(word) ?? false;
  const wordsOf = (product: Product): ReadonlySet<string> => names.get(product.id)?.words ?? new Set<string>();

  /** The kinds that such a word is for, by itself. */
  const kindsCalled = (word: string): readonly Meaning[] => {
    const all = vocabulary
      .mentions(word)
      .flatMap(({ start, end, meanings }) => (end - start === word.length ? meanings : []));
    const finest = all.filter(m => m.slot === 'product');
    return finest.length > 0 ? finest : all.filter(m => m.slot === 'category');
  };
  const mentioned = (text: string, terms: Term[]): string => {
    let rest = text;
    for (const { surface, start, end, meanings } of vocabulary.mentions(text)) {
      // What a thing is before the shelf it is on.
      const finest = meanings.filter(m => m.slot === 'product' || m.slot === 'colour');
      const sorts = meanings.filter(m => m.slot !== 'category');
      const those = (finest.length > 0 ? finest : sorts.length > 0 ? sorts : meanings).filter(
        m => !ofOthers.has(m.slot),
      );
      if (those.length === 0) continue;
      const words = hasHan(surface) ? [] : surface.split(' ').map(singular);
      // "Cream" is what is called so, and not all of its shelf.
      const isCalled = words.length > 0 && words.every(word => nameWords.has(word));
      const ofShelf = isCalled && those.every(m => m.slot === 'category' && !words.some(w => isShelf(m.value, w)));
      terms.push({
        said: surface,
        isKind: those.some(m => m.slot === 'product' || m.slot === 'category'),
        isColour: those.some(m => m.slot === 'colour'),
        is: product =>
          (!ofShelf && those.some(m => matches(product, { ...m, polarity: 'like' }))) ||
          (words.length > 0 && words.every(word => wordsOf(product).has(word))),
      });
      rest = blank(rest, start, end - start);
    }
    return rest;
  };

  const inChinese = (folded: string): ThingSaid => {
    const terms: Term[] = [];
    const numbers: NumberSaid[] = [];
    let rest = folded.replace(/\s+/gu, '').replace(priced, '_');
    // What goods are called stands before whatever its characters mean alone: 滇红 is no red.
    for (let n = longestGram; n >= 2; n--)
      for (let i = 0; i + n <= rest.length; i++) {
        const gram = rest.slice(i, i + n);
        if (!/^(?![一两俩二三四五六七八九十])\p{Script=Han}+$/u.test(gram) || !grams.has(gram)) continue;
        const named = kindsCalled(gram);
        // 挂耳: on the shelf it names stand other things too, and of a model it is one form.
        const kinds = named.length > 0 && named.every(m => m.slot === 'category') && isOfForm(gram) ? [] : named;
        terms.push({
          said: gram,
          isKind: kinds.length > 0,
          is: product =>
            names.get(product.id)?.han.includes(gram) === true ||
            kinds.some(kind => matches(product, { ...kind, polarity: 'like' })),
        });
        rest = blank(rest, i, n);
      }
    for (const found of rest.matchAll(inHan)) {
      const [all, said = '', unit] = found;
      if (unit === undefined && !/^\d|俩/u.test(said)) continue;
      numbers.push({ value: numberOf(said), said, ...(unit === undefined ? {} : { unit }) });
      rest = blank(rest, found.index, all.length);
    }
    const letters = [...rest.matchAll(letterSize)].map(match => spoken[match[1]!] ?? match[1]!);
    rest = mentioned(rest.replace(letterSize, '_'), terms);
    for (const word of rest.replace(around, '_').match(/\p{Script=Han}{2,}/gu) ?? []) {
      // 小兔子 is what 好脾气兔 is.
      const plain = /^小?(\p{Script=Han})子$/u.exec(word)?.[1];
      terms.push({
        said: word,
        is: product =>
          names.get(product.id)?.han.includes(word) === true ||
          (plain !== undefined && called.get(product.id)?.endsWith(plain) === true),
      });
    }
    return { terms, numbers, letters };
  };

  const inLatin = (folded: string): ThingSaid => {
    const terms: Term[] = [];
    const numbers: NumberSaid[] = [];
    let rest = folded.replace(/\b(?:the|that|this|other) ones?\b|(?<=[a-z\d] )ones?\b(?! of)/g, '_');
    // "Box of three": what a form is called, and no number of it.
    for (const found of rest.matchAll(packOf)) {
      const pack = found[1] ?? found[2]!;
      const is = (product: Product): boolean => packIn(product) === (packs[pack] ?? pack);
      if (!sold.some(is)) continue;
      terms.push({ said: found[0], is });
      rest = blank(rest, found.index, found[0].length);
    }
    for (const found of rest.matchAll(inEnglish)) {
      const [all, said = '', counted] = found;
      const isSize = counted === undefined && isTheSize(rest, found.index, all.length);
      const unit = isSize ? '的' : counted;
      numbers.push({ value: numberOf(said), ...(unit === undefined ? {} : { unit }) });
      rest = blank(rest, found.index, all.length);
    }
    const letters = [...rest.matchAll(letterSize)].map(match => spoken[match[1]!] ?? match[1]!);
    rest = mentioned(rest.replace(letterSize, '_'), terms);
    for (const word of rest.match(/[a-z][a-z'’]*/g) ?? []) {
      const one = singular(word.replace(/['’]s$/, ''));
      if (!fillers.has(word) && !fillers.has(one)) terms.push({ said: word, is: product => wordsOf(product).has(one) });
    }
    return { terms, numbers, letters };
  };

  const isNothing = ({ terms, numbers, letters }: ThingSaid): boolean =>
    terms.length + numbers.length + letters.length === 0;

  /** The product as it is said to be; undefined: it is not like that. */
  const as = (said: ThingSaid, product: Product): Found | undefined => {
    if (!said.terms.every(term => term.is(product))) return undefined;
    const sizes = valuesOf(product, 'size') ?? [];
    const called = names.get(product.id);
    // What was shown is sold no more.
    if (!called) return undefined;
    const { words, han } = called;
    let size = said.letters.findLast(letter => sizes.includes(letter));
    if (said.letters.length > 0 && size === undefined) return undefined;
    let count: number | undefined;
    for (const { value, unit, said: word = '' } of said.numbers) {
      const text = String(value);
      const isSize = sizes.includes(text) && (unit === undefined || /^[码号的]$/u.test(unit));
      const inName =
        unit === undefined || weighs.test(unit) || unit === 'drip bags' || unit === '的'
          ? words.has(text)
          : hasHan(unit) && (han.includes(text + unit) || (hasHan(word) && han.includes(word + unit)));
      if (isSize) size = text;
      else if (inName) continue;
      else if (
        (unit !== undefined && (weighs.test(unit) || /^(?:drip bags|[码号的])$/u.test(unit))) ||
        value > mostCounted ||
        !Number.isInteger(value)
      )
        return undefined;
      // Two numbers of one thing are no order of it.
      else if (count === undefined) count = value;
      else return undefined;
    }
    return { product, ...(size === undefined ? {} : { size }), ...(count === undefined ? {} : { count }) };
  };

  /** 普洱, of the tea that bears it in its name, whatever else is tea. */
  const isCalled = (said: ThingSaid, product: Product): boolean =>
    said.terms.some(term => hasHan(term.said)) &&
    said.terms.every(term => !term.isKind || names.get(product.id)?.han.includes(term.said) === true);
  const readThing = (folded: string): ThingSaid => (hasHan(folded) ? inChinese(folded) : inLatin(folded));
  /** The forms of the only thing of the shop that is called so; none: nothing is, or several are. */
  const onlyThing = (folded: string): readonly Product[] => {
    const said = readThing(folded);
    if (said.terms.length === 0) return [];
    const found = sold.filter(product => as(said, product) !== undefined);
    return new Set(found.map(familyOf)).size === 1 ? found : [];
  };
  return {
    /** What is said of a thing. */
    read: readThing,
    onlyThing,
    isNothing,
    as,
    sold,
    formsOf: (product: Product): readonly Product[] => families.get(familyOf(product)) ?? [product],
    isCalled,
    /** Nothing else in the shop is called so: 普洱, and not 耳机. */
    isOnlyCalled: (said: ThingSaid): boolean =>
      new Set(sold.filter(p => as(said, p) !== undefined && isCalled(said, p)).map(familyOf)).size === 1,
    /** What is said of it in words, without numbers and sizes. */
    inTerms: (said: ThingSaid): ThingSaid => ({ ...said, numbers: [], letters: [] }),
    isKnown: (said: ThingSaid, pool: readonly Product[]): boolean =>
      said.terms.every(term => pool.some(product => term.is(product))),
    withoutUnknown: (said: ThingSaid, pool: readonly Product[]): ThingSaid => ({
      ...said,
      terms: said.terms.filter(term => pool.some(product => term.is(product))),
    }),
  };
};
/** 六十块左右的, 100以内: what it may cost, and no number of it. */
const priced =
  /(?:[¥￥]|大概|大约)?(?:\d{1,5}|[一二两三四五六七八九十百千]+)(?:多|来|几)?(?:[块元](?:钱|多)?(?:左右|上下|以[内下上]|出头|价位)|[块元]钱|左右|上下|以[内下上])的?/gu;
/** So many in a box, as it is said and as names have it. */
const packOf =
  /\b(?:gift )?(?:boxe?s?|sets?|packs?) of (three|five|3|5)\b(?! (?:of|[a-z]+s)\b)|\b(three|five|3|5)(?:-(?:piece|pack|bar)(?: (?:set|box|pack))?| (?:piece|pack|bar) (?:set|box|pack))\b/g;
const packs: Readonly<Record<string, string>> = { 3: 'three', 5: 'five' };
const packIn = ({ name }: Product): string | undefined =>
  /\b(?:of (three|five)|(three|five) pieces)\b/
    .exec(fold(name.en ?? ''))
    ?.slice(1)
    .find(one => one !== undefined);
/** "That's the 50.": a size of it, and no count. */
const isTheSize = (text: string, at: number, length: number): boolean =>
  /\bthe $/.test(text.slice(0, at)) && /^\d/.test(text.slice(at)) && /^ *(?:[.,!?;]|$)/.test(text.slice(at + length));
const longestGram = 4;
const mostCounted = 99;

export type ThingReader = ReturnType<typeof createThingSaid>;
