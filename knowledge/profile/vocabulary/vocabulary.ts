/** The general vocabulary of wishes, in both languages: what a shop of any kind is asked for, whatever its own catalogue names. */
import { fold } from '../../retrieval/text/fold.ts';
import { singular, type Token, tokensOf } from '../../retrieval/text/tokens.ts';
import { anywhere } from './departments/anywhere.ts';
import { beauty } from './departments/beauty.ts';
import { clothing } from './departments/clothing.ts';
import { electronics } from './departments/electronics.ts';
import { food } from './departments/food.ts';
import { home } from './departments/home.ts';
import { leisure } from './departments/leisure.ts';
import { grownUps, youngOnes } from './departments/people.ts';
import { categories, productTypes } from './goods.ts';
import { colours, features, materials, qualities, styles } from './looks.ts';
import { adults, ageGroups, authors, brands, children, genres, purposes } from './subjects.ts';

/** What a stated wish is about. A price's value is a bare number of major units, or "low". */
export const wishSlots = [
  'category',
  'product_type',
  'brand',
  'color',
  'size',
  'material',
  'feature',
  'price_max',
  'price_min',
  'price_around',
  'purpose',
  'recipient',
  'genre',
  'author',
  'age_group',
  'quantity',
  'style',
  'quality',
  'other',
] as const;
export type WishSlot = (typeof wishSlots)[number];

export interface NamedWish {
  /** Every slot the words may fill, the likelier first. */
  readonly slots: readonly WishSlot[];
  readonly child: boolean;
  readonly start: number;
  readonly end: number;
}

export interface WishVocabulary {
  /** Longest names first, in reading order, never overlapping. Tokens of folded text. */
  named(tokens: readonly Token[]): NamedWish[];
  /** Of exactly these words, each in the singular, one blank between them. */
  slotsOf(name: string): readonly WishSlot[];
}

interface Entry {
  readonly slots: WishSlot[];
  child: boolean;
}

/** Hyphens and spaces, singular and plural are one. */
const partsOf = (name: string): string[] => tokensOf(fold(name).replace(/['’-]/g, ' ')).map(t => singular(t.text));

const tables: readonly (readonly [WishSlot, { readonly en: string; readonly zh: string }])[] = [
  ['product_type', productTypes],
  ['category', categories],
  ['color', colours],
  ['material', materials],
  ['genre', genres],
  ['brand', brands],
  ['author', authors],
  ['feature', features],
  ['quality', qualities],
  ['style', styles],
  ['purpose', purposes],
  ['age_group', ageGroups],
  ['recipient', adults],
  ['recipient', children],
];

/** After the tables, so that what those know keeps its likelier slot. */
const departments = [food, home, clothing, electronics, beauty, leisure, anywhere, grownUps, youngOnes];

/** Names with their slots beyond the general tables: a catalogue's own brands, colours, materials … */
export type OwnNames = Iterable<readonly [name: string, slot: WishSlot]>;

interface Table {
  readonly entries: Map<string, Entry>;
  /** Longest name by its first word. */
  readonly longest: Map<string, number>;
}

const tableOf = (names: Iterable<readonly [name: string, slot: WishSlot, child: boolean]>): Table => {
  const entries = new Map<string, Entry>();
  const longest = new Map<string, number>();
  for (const [name, slot, child] of names) {
    const parts = partsOf(name);
    if (parts.length === 0 || parts.length > 8) continue;
    const key = parts.join(' ');
    const entry = entries.get(key);
    if (!entry) entries.set(key, { slots: [slot], child });
    else {
      if (!entry.slots.includes(slot)) entry.slots.push(slot);
      entry.child ||= child;
    }
    longest.set(parts[0]!, Math.max(longest.get(parts[0]!) ?? 0, parts.length));
  }
  return { entries, longest };
};

const namesIn = (listed: string): string[] =>
  listed
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');

/** The general tables are the same for every shop: read once, when first asked for. */
let general: (Table & { readonly slips: ReadonlyMap<string, Entry> }) | undefined;
const generalTable = (): NonNullable<typeof general> => {
  if (!general) {
    const common = tables.flatMap(([slot, named]) =>
      namesIn(`${named.en},${named.zh}`).map(name => [name, slot, named === children] as const),
    );
    const special = departments.flatMap(department =>
      wishSlots.flatMap(slot =>
        namesIn(`${department[slot]?.en ?? ''},${department[slot]?.zh ?? ''}`).map(
          name => [name, slot, department === youngOnes] as const,
        ),
      ),
    );
    const table = tableOf([...common, ...special]);
    // Rare names would take everyday words for slips of theirs.
    general = { ...table, slips: slipsOf(tableOf(common).entries, table.entries) };
  }
  return general;
};

export const createWishVocabulary = (own: OwnNames = []): WishVocabulary => {
  const shared = generalTable();
  const mine = tableOf([...own].map(([name, slot]) => [name, slot, false] as const));
  const entryOf = (key: string): Entry | undefined => {
    const [named, known] = [mine.entries.get(key), shared.entries.get(key)];
    return named && known
      ? { child: known.child, slots: [...new Set([...named.slots, ...known.slots])] }
      : (named ?? known);
  };

  /** 贴墙纸 is 贴 and 墙纸, 便宜家具 no 宜家: goods of the same length that begin within win over what is no thing. */
  const goodsAcross = (words: readonly string[], at: number, length: number, entry: Entry): boolean =>
    length > 1 &&
    yields.has(entry.slots[0]!) &&
    Array.from({ length: length - 1 }, (_, k) => at + 1 + k).some(
      from =>
        from + length <= words.length &&
        entryOf(words.slice(from, from + length).join(' '))?.slots.some(
          slot => slot === 'product_type' || slot === 'category',
        ) === true,
    );

  return {
    slotsOf: name => entryOf(name)?.slots ?? [],
    named(tokens) {
      const words = tokens.map(t => singular(t.text));
      const found: NamedWish[] = [];
      for (let i = 0; i < tokens.length; ) {
        const word = words[i]!;
        const most = Math.max(mine.longest.get(word) ?? 0, shared.longest.get(word) ?? 0);
        let taken = 0;
        for (let n = Math.min(most, tokens.length - i); n > 0 && taken === 0; n--) {
          const entry = entryOf(words.slice(i, i + n).join(' '));
          if (!entry || (isHan(word) && goodsAcross(words, i, n, entry))) continue;
          found.push({ ...entry, start: tokens[i]!.start, end: tokens[i + n - 1]!.end });
          taken = n;
        }
        const misspelt = taken === 0 ? shared.slips.get(word) : undefined;
        if (misspelt) found.push({ ...misspelt, start: tokens[i]!.start, end: tokens[i]!.end });
        i += taken || 1;
      }
      return found;
    },
  };
};

const isHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word);
const yields: ReadonlySet<WishSlot> = new Set(['feature', 'purpose', 'brand']);

/** Long single words with a letter too few, too many or two swapped: "accesories", "tripode". Another letter is another word. */
const slipsOf = (
  entries: ReadonlyMap<string, Entry>,
  known: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, Entry> => {
  const slips = new Map<string, Entry>();
  const add = (slip: string, entry: Entry): void => {
    if (!known.has(slip)) slips.set(slip, entry);
  };
  for (const [word, entry] of entries) {
    if (!/^[a-z]{6,}$/.test(word)) continue;
    for (let i = 1; i < word.length; i++) {
      const before = word.slice(0, i);
      if (word.length >= 7) add(before + word.slice(i + 1), entry);
      if (i + 1 < word.length) add(before + word[i + 1] + word[i] + word.slice(i + 2), entry);
      add(before + word[i - 1] + word.slice(i), entry);
      for (const vowel of 'aeiou') add(before + vowel + word.slice(i), entry);
    }
    add(`${word}e`, entry);
  }
  return slips;
};
