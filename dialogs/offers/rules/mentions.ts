/** Names of the shop's goods within a text: each stands there as one character, so that patterns can speak of "goods". */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Scope } from '../../../knowledge/domain/promotion.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { RuleContext } from './rule.ts';

export type Meaning =
  | { readonly kind: 'category'; readonly key: string }
  | { readonly kind: 'brand'; readonly key: string }
  | { readonly kind: 'product'; readonly id: ProductId };

export interface Mention {
  /** As it was written. */
  readonly text: string;
  readonly quoted: boolean;
  /** What it may be; none: a quoted name that no goods have. */
  readonly meanings: readonly Meaning[];
}

/** First of the private-use characters that stand for mentions. */
const first = 0xe100;
const most = 0x0700;

export const mentionPattern = '[\\ue100-\\ue7ff]';

/** Stands where something has been read already. */
export const readMark = '\ue000';

export interface Named {
  /** Folded, with a character in place of every mention. */
  readonly text: string;
  readonly mentions: readonly Mention[];
}

const quotes = /“([^”]{1,120})”|"([^"]{1,120})"|「([^」]{1,120})」|『([^』]{1,120})』|《([^》]{1,120})》/g;

/** Words that hold the name of goods but mean something else. */
const reserved: readonly (readonly [RegExp, string])[] = [
  [/包邮|免邮费?|包运费/g, '免运费'],
  [/包含|包括/g, '含'],
  [/(?<=[送赠])(?:礼品|礼物)/g, ''],
  [/free (?:gifts?|presents?)(?: of)?/g, 'free'],
  [/(?<![a-z])(?:get|with) a (?:gift|present)(?![a-z])/g, 'with a free'],
  [/home delivery/g, 'delivery'],
];

interface Name {
  readonly text: string;
  readonly meanings: Meaning[];
}

export interface Names {
  /** Longest first. */
  readonly list: readonly Name[];
  readonly byText: ReadonlyMap<string, readonly Meaning[]>;
}

const kept = new WeakMap<RuleContext['products'], { readonly shop: RuleContext['shop']; readonly names: Names }>();

/** Every name and synonym of the catalogue, folded; made once for a reading of it. */
export const namesOf = ({ shop, products }: Pick<RuleContext, 'shop' | 'products'>): Names => {
  const known = kept.get(products);
  if (known?.shop === shop) return known.names;
  const names = collect(shop, products);
  kept.set(products, { shop, names });
  return names;
};

const collect = (shop: RuleContext['shop'], products: RuleContext['products']): Names => {
  const byText = new Map<string, Meaning[]>();
  const add = (text: string | undefined, meaning: Meaning): void => {
    const folded = fold(text ?? '');
    if (folded === '') return;
    const known = byText.get(folded);
    if (!known) byText.set(folded, [meaning]);
    else if (!known.some(m => JSON.stringify(m) === JSON.stringify(meaning))) known.push(meaning);
  };
  for (const category of shop.categories) {
    const meaning: Meaning = { kind: 'category', key: category.key };
    for (const text of [category.name.en, category.name.zh, category.key, category.key.replaceAll('-', ' ')]) {
      add(text, meaning);
    }
  }
  const own = new Set(byText.keys());
  for (const category of shop.categories) {
    for (const text of category.synonyms) if (!own.has(fold(text))) add(text, { kind: 'category', key: category.key });
  }
  for (const brand of new Set(products.flatMap(p => p.brand ?? []))) add(brand, { kind: 'brand', key: brand });
  for (const product of products) {
    for (const text of [product.name.en, product.name.zh, product.id]) add(text, { kind: 'product', id: product.id });
  }
  const list = [...byText].map(([text, meanings]) => ({ text, meanings }));
  return { list: list.sort((a, b) => b.text.length - a.text.length), byText };
};

/** Holds the words as words: "mug" is no part of "mugwort". Both folded. */
export const holdsWords = (name: string, words: string): boolean => {
  for (let at = name.indexOf(words); at >= 0 && words !== ''; at = name.indexOf(words, at + 1)) {
    const end = at + words.length + (/[a-z]$/.test(words) && name[at + words.length] === 's' ? 1 : 0);
    const latin = /^[a-z0-9]|[a-z0-9]$/.test(words);
    if (!latin || (wordEdge(name, at - 1) && wordEdge(name, end))) return true;
  }
  return false;
};

const wordEdge = (text: string, at: number): boolean => !/[a-z0-9]/.test(text[at] ?? ' ');

export const nameIn = (original: string, names: Names): Named => {
  const mentions: Mention[] = [];
  const stand = (mention: Mention): string => {
    if (mentions.length >= most) return ' ';
    mentions.push(mention);
    return String.fromCharCode(first + mentions.length - 1);
  };
  const unquoted = original
    .replace(/[\ue000-\ue7ff]/g, ' ')
    .replace(quotes, (_all, ...found: string[]) => {
      const text = found.slice(0, 5).find(f => f !== undefined) ?? '';
      return stand({ text, quoted: true, meanings: names.byText.get(fold(text)) ?? [] });
    })
    // A comma between two numbers parts them; within one it has no space behind it and three digits follow.
    .replace(/[，、]/g, ', ')
    .replace(/[；;]/g, '; ')
    .replace(/[：]/g, ': ');
  let text = fold(unquoted);
  for (const [pattern, plain] of reserved) text = text.replace(pattern, plain);
  for (const { text: name, meanings } of names.list) {
    const latin = /[a-z0-9]/.test(name);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      let end = at + name.length;
      if (latin && /^[a-z0-9]/.test(name) && !wordEdge(text, at - 1)) continue;
      const goesOn = /[a-z]$/.test(name) ? /[a-z]/.test(text[end] ?? ' ') : !wordEdge(text, end);
      if (latin && /[a-z0-9]$/.test(name) && goesOn) {
        if (text[end] === 's' && wordEdge(text, end + 1)) end += 1;
        else continue;
      }
      text = `${text.slice(0, at)}${stand({ text: name, quoted: false, meanings })}${text.slice(end)}`;
    }
  }
  return { text, mentions };
};

export const mentionAt = (character: string, { mentions }: Named): Mention | undefined =>
  mentions[character.charCodeAt(0) - first];

/** Puts the names back, for telling what was not understood. */
export const unnamed = (text: string, named: Named): string =>
  text.replace(/[\ue100-\ue7ff]/g, c => {
    const mention = mentionAt(c, named);
    return mention ? (mention.quoted ? `“${mention.text}”` : mention.text) : '';
  });

export type ScopeRead =
  | { readonly kind: 'scope'; readonly scope: Scope }
  /** A name that several goods have. */
  | { readonly kind: 'which'; readonly mention: Mention }
  | { readonly kind: 'unknown'; readonly mention: Mention }
  /** "tea or Puddlejump": goods of either are more than one rule can say. */
  | { readonly kind: 'mixed'; readonly text: string };

const listed = /,|and|or|&|\/|\+|和|与|或|及|跟/;

/** What a run of mentions and the words between them covers. */
export const scopeIn = (run: string, named: Named): ScopeRead => {
  const products: ProductId[] = [];
  const categories: string[] = [];
  const brands: string[] = [];
  let before: Meaning['kind'] | null = null;
  let between = '';
  for (const character of run) {
    const mention = mentionAt(character, named);
    if (!mention) {
      between += character;
      continue;
    }
    const [meaning, other] = mention.meanings;
    if (!meaning) return { kind: 'unknown', mention };
    if (other) return { kind: 'which', mention };
    if (before && before !== meaning.kind && listed.test(between)) return { kind: 'mixed', text: run };
    if (meaning.kind === 'product') products.push(meaning.id);
    else if (meaning.kind === 'category') categories.push(meaning.key);
    else brands.push(meaning.key);
    before = meaning.kind;
    between = '';
  }
  return {
    kind: 'scope',
    scope: {
      ...(products.length > 0 ? { products } : {}),
      ...(categories.length > 0 ? { categories } : {}),
      ...(brands.length > 0 ? { brands } : {}),
    },
  };
};
