/** The shop's own words: every category, brand and attribute value, under each of its names, found in a text by longest match. */
import type { CatalogueView } from '../../catalogue.ts';
import type { FactSlot } from '../../domain/shopper.ts';
import { fold, hasHan } from '../text/fold.ts';
import { singular, type Token, tokensOf } from '../text/tokens.ts';
import { lexicon } from './lexicon.ts';
import { kindsByName, namedKinds } from './named-kinds.ts';
import { isComputer, isNoWordOfGoods } from './no-word-of-goods.ts';

export interface Meaning {
  readonly slot: FactSlot;
  readonly value: string;
}

export interface Mention {
  /** More than one when a word is, say, both a colour and a category; the likelier first. */
  readonly meanings: readonly Meaning[];
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

export interface Vocabulary {
  /** In reading order, never overlapping. `folded` is text that went through fold(). */
  mentions(folded: string, tokens?: readonly Token[]): Mention[];
  /** Single Latin words that mean something here, singular: what typos are corrected towards. */
  readonly words: ReadonlySet<string>;
}

/** Attribute keys of the catalogue that are slots of a preference; "type" is what a product is, a finer category. */
const slotOfAttribute: Readonly<Record<string, FactSlot>> = {
  colour: 'colour',
  color: 'colour',
  size: 'size',
  material: 'material',
  feature: 'feature',
  features: 'feature',
  occasion: 'occasion',
  recipient: 'recipient',
  type: 'product',
  brand: 'brand',
  genre: 'genre',
  author: 'author',
  style: 'style',
  quality: 'quality',
};
export const attributeSlot = (key: string): FactSlot | undefined => slotOfAttribute[key];

/** Values that mean something else when said alone: "light", "down", "home", "self" are ordinary English. */
const tooOrdinary = new Set([
  'down',
  'self',
  'home',
  'light',
  'set',
  'top',
  'rice',
  'tube',
  'jar',
  'pump',
  'bottle',
  'sachet',
  'oil',
  'shopping',
  'city',
  'aged',
  'night',
  'studio',
  'evening',
  'cloth',
  'fabric',
  'foam',
  'carbon',
  'plum',
  'ginger',
  'one',
  'tray',
  'desk',
  'mate',
  'trip',
  'camp',
  'race',
  'tan',
  'rose',
  'sand',
  'tough',
  'client',
  'manager',
  'warmth',
  'note',
  'kids',
  'walking',
  'newborn',
  'gift',
  'oat',
  'tray',
  'shell',
  'games',
  'audio',
  'throw',
  'meetings',
  'lighter',
  '金',
  '银',
  '麻的',
]);
const order: readonly FactSlot[] = [
  'category',
  'brand',
  'colour',
  'feature',
  'material',
  'recipient',
  'occasion',
  'product',
  'size',
  'budget',
  'genre',
  'author',
  'style',
  'quality',
];

/** 包装 and 包邮 are no bags, 皮肤 is no leather, 礼品卡 and 礼品袋 are no presents. */
const partOfOther = /^(?:包[装裹邮含括换退]|皮[肤疹炎]|礼[品物](?:卡|包装?|袋|纸))/u;

/** Kinds that are told by the names of their goods. */
const ofNames: ReadonlySet<string> = new Set(namedKinds.map(({ value }) => value));

const keyOf = (words: readonly string[]): string => words.join(' ');
/** "Noise-cancelling" and "noise cancelling", "t-shirts" and "t shirt" are one. */
const wordsIn = (text: string): string[] => tokensOf(fold(text).replace(/['’-]/g, ' ')).map(t => singular(t.text));

export const createVocabulary = (view: Pick<CatalogueView, 'shop' | 'products'>): Vocabulary => {
  const meanings = new Map<string, Meaning[]>();
  const starts = new Map<string, number>();
  const words = new Set<string>();
  const added = new Set<string>();
  const add = (surface: string, slot: FactSlot, value: string): void => {
    // A catalogue says the same of thousands of things.
    const entry = `${slot} ${value} ${surface}`;
    if (added.has(entry)) return;
    added.add(entry);
    const parts = wordsIn(surface);
    if (parts.length === 0 || parts.length > 8) return;
    const key = keyOf(parts);
    if (parts.length === 1 && tooOrdinary.has(surface)) return;
    const list = meanings.get(key) ?? [];
    if (!list.some(m => m.slot === slot && m.value === value)) list.push({ slot, value });
    meanings.set(key, list);
    starts.set(parts[0]!, Math.max(starts.get(parts[0]!) ?? 0, parts.length));
    for (const part of parts) if (/^[a-z]{4,}$/.test(part)) words.add(part);
  };

  for (const category of view.shop.categories) {
    for (const name of [category.name.en, category.name.zh, category.key.replaceAll('-', ' '), ...category.synonyms]) {
      if (name) add(name, 'category', category.key);
    }
  }
  for (const entry of lexicon) for (const name of [...entry.en, ...entry.zh]) add(name, entry.slot, entry.value);
  const common = new Set(dominantTypes(view));
  // "Bags" is the whole category, not the type "bag" within it.
  for (const { key } of view.shop.categories) if (key.endsWith('s')) common.add(singular(key.split('-').at(-1)!));
  for (const product of view.products) {
    if (product.brand) {
      add(product.brand, 'brand', product.brand.toLowerCase());
      const chinese = chineseBrand(product.name.zh);
      if (chinese) add(chinese, 'brand', product.brand.toLowerCase());
    }
    for (const [key, values] of Object.entries(product.attributes)) {
      const slot = slotOfAttribute[key];
      // A bare "42" is a size only where it's said to be one (sizes.ts).
      if (!slot || slot === 'size') continue;
      for (const value of values) add(value.replaceAll('-', ' '), slot, value);
    }
  }
  // 蓝牙耳机, a name of the shelf, says what its two words say: wireless, and headphones.
  const ownMeanings = (parts: readonly string[]): readonly Meaning[] => meanings.get(keyOf(parts)) ?? [];
  for (const [key, list] of meanings) {
    if (!hasHan(key) || list.some(m => m.slot !== 'category')) continue;
    const parts = key.split(' ');
    const of = parts.flatMap((_, at) => {
      const [how, what] = [ownMeanings(parts.slice(0, at)), ownMeanings(parts.slice(at))];
      return how.some(m => m.slot !== 'category') && what.some(m => m.slot === 'product') ? [...how, ...what] : [];
    });
    for (const one of of) if (!list.some(m => m.slot === one.slot && m.value === one.value)) list.push(one);
  }
  for (const list of meanings.values()) list.sort((a, b) => order.indexOf(a.slot) - order.indexOf(b.slot));
  // 雨披 is what keeps the rain off in a shop that has none: where ponchos are sold, it is one of them.
  for (const list of meanings.values()) {
    const own = list.findIndex(m => m.slot === 'product' && ofNames.has(m.value));
    const isOther = list[0]?.slot === 'feature' || list[0]?.slot === 'material';
    if (own > 0 && isOther && view.products.some(p => kindsByName(p).includes(list[own]!.value)))
      list.unshift(...list.splice(own, 1));
  }

  // A catalogue says the same of thousands of things; what it said is not asked about again.
  added.clear();
  const threes = new Set<string>();
  for (const product of view.products) {
    const name = modelInChinese(product);
    for (let from = 0; from + 3 <= name.length; from++) threes.add(name.slice(from, from + 3));
  }
  /** 大红袍 is no red: three characters around the word are of a product's name. */
  const isWithinName = (text: string, start: number, end: number): boolean => {
    for (let from = Math.max(0, end - 3); from <= start; from++) {
      const window = text.slice(from, from + 3);
      if (threes.has(window) && /^\p{Script=Han}{3}$/u.test(window)) return true;
    }
    return false;
  };

  return {
    words,
    mentions(folded, given) {
      const tokens = given ?? tokensOf(folded);
      const found: Mention[] = [];
      for (let i = 0; i < tokens.length; ) {
        const first = singular(tokens[i]!.text);
        const longest = Math.min(starts.get(first) ?? 0, tokens.length - i);
        let taken = 0;
        for (let n = longest; n > 0 && !taken; n--) {
          const key = keyOf(tokens.slice(i, i + n).map(t => singular(t.text)));
          const list = meanings.get(key)?.filter(m => m.slot !== 'product' || !common.has(m.value));
          if (!list || list.length === 0) continue;
          const start = tokens[i]!.start;
          const end = tokens[i + n - 1]!.end;
          // 皮肤敏感 is more than the word that 皮 is a part of.
          if (end - start < (partOfOther.exec(folded.slice(start, start + 4))?.[0].length ?? 0)) continue;
          if (end - start < 3 && list.every(m => m.slot === 'colour') && isWithinName(folded, start, end)) continue;
          if (isNoWordOfGoods(folded, start, end)) continue;
          if (isComputer(folded, start, end)) {
            found.push({
              meanings: [{ slot: 'feature', value: 'laptop' }],
              surface: folded.slice(start, end),
              start,
              end,
            });
            taken = n;
            continue;
          }
          found.push({ meanings: list, surface: folded.slice(start, end), start, end });
          taken = n;
        }
        i += taken || 1;
      }
      return found;
    },
  };
};

/** A type that nearly all of its category shares says no more than the category. */
const dominantTypes = (view: Pick<CatalogueView, 'products'>): ReadonlySet<string> => {
  const perCategory = new Map<string, { total: number; types: Map<string, number> }>();
  for (const product of view.products) {
    const entry = perCategory.get(product.category) ?? { total: 0, types: new Map<string, number>() };
    entry.total += 1;
    for (const type of product.attributes.type ?? []) entry.types.set(type, (entry.types.get(type) ?? 0) + 1);
    perCategory.set(product.category, entry);
  }
  const dominant = new Set<string>();
  for (const { total, types } of perCategory.values()) {
    for (const [type, count] of types) if (count >= 0.9 * total) dominant.add(type);
  }
  return dominant;
};

/** Its name without its colour, which stands last. */
const modelInChinese = ({ name, attributes }: CatalogueView['products'][number]): string => {
  const words = (name.zh ?? '').split(' ');
  return (attributes.colour ?? []).length > 0 && words.length > 2 ? words.slice(0, -1).join(' ') : words.join(' ');
};

/** A Chinese product name that starts with its brand sets it off by a space: "跳水洼 雨线防水跑鞋". */
const chineseBrand = (name: string | undefined): string | undefined => /^(\p{Script=Han}{2,4}) /u.exec(name ?? '')?.[1];
