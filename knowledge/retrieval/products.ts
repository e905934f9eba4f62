/** The catalogue searched: hard filters from what was said, BM25F for the order among what passes them. */
import type { CatalogueView } from '../catalogue.ts';
import type { ProductId } from '../domain/ids.ts';
import { inLanguage, type Language } from '../domain/language.ts';
import type { StatedPreference } from '../domain/preference.ts';
import { isSellable, type Product } from '../domain/product.ts';
import type { FactSlot } from '../domain/shopper.ts';
import { parseBudget } from '../profile/budget.ts';
import { createTermIndex, type TermIndex } from './bm25.ts';
import { fold } from './fold.ts';
import { unsuitedFor } from './for-whom.ts';
import type { ProductHit } from './passage.ts';
import { attributeWords, matches } from './product-match.ts';
import { createSaidOf, type SaidOf } from './said-of.ts';
import { termsOf } from './tokens.ts';
import { createVocabulary } from './vocabulary.ts';

export interface ProductQuery {
  readonly text: string;
  readonly language: Language;
  readonly preferences: readonly StatedPreference[];
  /** Wishes that no attribute stands for: what the texts speak of comes first, what is turned away is left out where it can be. */
  readonly told?: readonly StatedPreference[];
  /** Minor units of the shop's currency; they win over budgets among the preferences. */
  readonly priceMinMinor?: number;
  readonly priceMaxMinor?: number;
  readonly exclude?: ReadonlySet<ProductId>;
  readonly count: number;
}

export interface ProductMatches {
  /** Best first. */
  readonly hits: ProductHit[];
  /** Filters dropped to find anything, least important first: "colour:red", "text", "budget-min"; "unmarked:vegan" was not: some hits only name no material of an animal. */
  readonly relaxed: string[];
  /** Of what was told: "unsaid:loose leaf", no text of a hit speaks of it; "without:girly", none of them does as wished. */
  readonly told: string[];
}

export interface ProductIndex {
  /**
   * Sellable products only. Category, highest price and dislikes always hold; the other wishes are dropped, least
   * important first and as few as possible, when nothing satisfies them all.
   */
  search(query: ProductQuery): ProductMatches;
}

const fields = [
  { weight: 3, b: 0.3 }, // names, type
  { weight: 2, b: 0.2 }, // category, brand, attribute values
  { weight: 0.7, b: 0.75 }, // description
];

/** Dropped from the front when a search comes back empty. */
const leastImportantFirst: readonly FactSlot[] = [
  'occasion',
  'recipient',
  'brand',
  'material',
  'feature',
  'product',
  'colour',
  'size',
];

/**
 * Toys are the point of a present for a child, so that is dropped last. A named kind of thing matters more than whom it
 * is tagged for: a raincoat for dad is a raincoat first.
 */
const recipientImportance = (
  wishes: readonly StatedPreference[],
  liked: ReadonlyMap<FactSlot, readonly StatedPreference[]>,
): number => {
  if (wishes.every(w => w.value === 'kids')) return 20;
  return liked.has('category') ? -1 : leastImportantFirst.indexOf('recipient');
};

interface Filter {
  /** As named in `relaxed`. */
  readonly key: string;
  /** Higher is kept longer. */
  readonly importance: number;
  passes(product: Product, document: number): boolean;
}

export const createProductIndex = (view: CatalogueView): ProductIndex => {
  const products = view.products;
  const categories = new Map(view.shop.categories.map(c => [c.key, c]));
  const vocabulary = createVocabulary(view);
  const documents = products.map(p => {
    const category = categories.get(p.category);
    return [
      termsOf(fold([p.name.en, p.name.zh, ...(p.attributes.type ?? [])].join(' . '))),
      termsOf(fold([category?.name.en, category?.name.zh, p.brand, ...attributeWords(p)].join(' . '))),
      termsOf(fold(`${inLanguage(p.description, 'en')} . ${inLanguage(p.description, 'zh')}`)),
    ].map(terms => terms.filter(t => !t.startsWith('~')));
  });
  const index = createTermIndex(documents, fields);
  const saidOf = createSaidOf(products, index);

  return {
    search(query) {
      const folded = fold(query.text.slice(0, 2_000));
      const scores = index.search(termsOf(folded).filter(t => !t.startsWith('~')));
      // Where no wish was read, as in a sentence that tells of an illness, the words are all there is to go by.
      const rest = query.preferences.length === 0 ? folded : residue(folded, vocabulary.mentions(folded));
      const { fixed, soft } = filtersOf(query, rest, index, products, saidOf);
      const candidates: number[] = [];
      products.forEach((product, d) => {
        if (!isSellable(product) || query.exclude?.has(product.id)) return;
        if (fixed.every(f => f.passes(product, d))) candidates.push(d);
      });
      if (fixed.length === 0 && soft.length === 0 && scores.size === 0) return { hits: [], relaxed: [], told: [] };
      const { kept, relaxed } = relax(candidates, soft, products);
      const bonus = childBonus(query, products);
      const spokenOf = likesTold(query).map(phrase => ({ phrase, isSaid: saidOf(phrase) }));
      const hits = kept
        .map(d => {
          const product = products[d]!;
          const asTold = spokenOf.filter(({ isSaid }) => isSaid(d)).length * toldWeight;
          return { d, product, score: (scores.get(d) ?? 0) + 0.001 + (bonus?.(product) ?? 0) + asTold };
        })
        .sort(
          (a, b) =>
            b.score - a.score ||
            a.product.price.minor - b.product.price.minor ||
            (a.product.id < b.product.id ? -1 : 1),
        );
      const shown = inTurn(hits, query).slice(0, query.count);
      const asksVegan = query.preferences.some(p => p.polarity === 'like' && isVegan(p));
      const assumed = asksVegan && !relaxed.includes('feature:vegan') && !shown.every(h => isMarkedVegan(h.product));
      return {
        hits: shown.map(({ product, score }) => ({ product, score })),
        relaxed: (assumed ? [...relaxed, 'unmarked:vegan'] : relaxed).filter(key => !key.startsWith(turnedAway)),
        told: [
          ...spokenOf.filter(({ isSaid }) => !shown.some(h => isSaid(h.d))).map(({ phrase }) => `unsaid:${phrase}`),
          ...dislikesTold(query)
            .filter(phrase => !relaxed.includes(turnedAway + phrase))
            .map(phrase => `without:${phrase}`),
        ],
      };
    },
  };
};

/** More than a word or two in common weigh. */
const toldWeight = 20;
const turnedAway = 'told:';
const likesTold = ({ told = [] }: ProductQuery): string[] => told.filter(p => p.polarity === 'like').map(p => p.value);
const dislikesTold = ({ told = [] }: ProductQuery): string[] =>
  told.filter(p => p.polarity === 'dislike').map(p => p.value);

/** "5-year-old", "五岁": no word of a product's. */
const ageSaid = /\d+[- ]*years?[- ]*olds?|[\d一二两三四五六七八九十]+ ?岁半?/gu;

/**
 * A present for a child comes first from where most things are for children, and what is for nobody else before what
 * adults are given too: 0..2 more for such a product. Where nobody said that it is for a child, what is made for children
 * comes after the rest of its kind: 1 less. Null when neither changes anything.
 */
const childBonus = (
  { preferences }: ProductQuery,
  products: readonly Product[],
): ((product: Product) => number) | null => {
  const likes = preferences.filter(p => p.polarity === 'like');
  const forChild = likes.some(p => p.forWhom === 'child' || (p.slot === 'recipient' && p.value === 'kids'));
  const ofKind = likes.some(p => p.slot === 'category');
  if (forChild && ofKind) return null;
  const share = new Map<string, { kids: number; all: number }>();
  for (const p of products) {
    const entry = share.get(p.category) ?? { kids: 0, all: 0 };
    entry.all += 1;
    if (p.attributes.recipient?.includes('kids')) entry.kids += 1;
    share.set(p.category, entry);
  }
  const kidsOf = (p: Product): number => share.get(p.category)!.kids / share.get(p.category)!.all;
  return forChild
    ? p => kidsOf(p) + 1 / Math.max(1, p.attributes.recipient?.length ?? 1)
    : p => (kidsOf(p) < 0.5 && isMadeForKids(p) ? -1 : 0);
};

/** Named for children and for nobody else but whoever buys it. */
const isMadeForKids = ({ attributes: { recipient = [] } }: Product): boolean =>
  recipient.includes('kids') && recipient.every(r => r === 'kids' || r === 'self');

/** Where several categories were named, the best of each in turn: neither fills the list alone. */
const inTurn = <T extends ProductHit>(hits: T[], { preferences }: ProductQuery): T[] => {
  const named = preferences.filter(p => p.slot === 'category' && p.polarity === 'like');
  if (named.length < 2) return hits;
  const places = new Map<string, number>();
  return hits
    .map(hit => {
      const place = places.get(hit.product.category) ?? 0;
      places.set(hit.product.category, place + 1);
      return { hit, place };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ hit }) => hit);
};

/** The words of a query that no filter stands for: "camera" in "red camera". */
const residue = (folded: string, mentions: readonly { start: number; end: number }[]): string => {
  let rest = '';
  let at = 0;
  for (const { start, end } of mentions) {
    rest += `${folded.slice(at, start)} `;
    at = end;
  }
  return rest + folded.slice(at);
};

const filtersOf = (
  query: ProductQuery,
  rest: string,
  index: TermIndex,
  products: readonly Product[],
  saidOf: (phrase: string) => SaidOf,
): { fixed: Filter[]; soft: Filter[] } => {
  const fixed: Filter[] = [];
  const soft: Filter[] = [];
  const bounds = budgetBounds(query);
  const { max, min } = bounds;
  if (max !== undefined) fixed.push({ key: 'budget', importance: 99, passes: p => p.price.minor <= max });
  if (min !== undefined) soft.push({ key: 'budget-min', importance: 7.5, passes: p => p.price.minor >= min });
  const liked = new Map<FactSlot, StatedPreference[]>();
  for (const preference of query.preferences) {
    if (preference.slot === 'budget') continue;
    if (preference.polarity === 'dislike') {
      fixed.push({
        key: `${preference.slot}:${preference.value}`,
        importance: 99,
        passes: p => !matches(p, preference),
      });
    } else liked.set(preference.slot, [...(liked.get(preference.slot) ?? []), preference]);
  }
  for (const [slot, list] of liked) {
    if (slot === 'category') {
      fixed.push({ key: 'category', importance: 99, passes: p => list.some(l => matches(p, l)) });
      continue;
    }
    const importance = slot === 'recipient' ? recipientImportance(list, liked) : leastImportantFirst.indexOf(slot);
    // Every feature is wanted at once, and every occasion ("a rainy commute"); of two colours either will do.
    const groups = slot === 'feature' || slot === 'occasion' ? list.map(l => [l]) : [list];
    for (const group of groups) {
      const vegan = group.some(isVegan) ? veganUnmarked(products) : undefined;
      const fits = (p: Product): boolean => group.some(l => matches(p, l)) || (vegan?.(p) ?? false);
      const elsewhere = silentCategories(slot, fits, liked.get('category'), products);
      soft.push({
        key: `${slot}:${group[0]!.value}`,
        importance,
        passes: p => fits(p) || (elsewhere?.has(p.category) ?? false),
      });
    }
  }
  for (const phrase of dislikesTold(query)) {
    const speaksOfIt = saidOf(phrase);
    soft.push({ key: turnedAway + phrase, importance: 3.5, passes: (_, d) => !speaksOfIt(d) });
  }
  const unsuited = unsuitedFor(query);
  if (unsuited) fixed.push({ key: 'recipient', importance: 99, passes: p => !unsuited(p) });
  const wordy = termsOf(rest.replace(ageSaid, ' ')).filter(
    t => !t.startsWith('~') && !t.endsWith('_') && !/^\d+$/.test(t),
  );
  if (wordy.length > 0 && !liked.has('category')) {
    const found = index.search(wordy);
    if (found.size > 0 || (liked.size === 0 && wordy.length > 0)) {
      soft.push({ key: 'text', importance: liked.size === 0 ? 98 : 4.5, passes: (_, d) => found.has(d) });
    }
  }
  return { fixed, soft };
};

const animal = new Set(['leather', 'suede', 'down', 'wool', 'cashmere', 'silk', 'fur', 'sheepskin']);
const isVegan = ({ slot, value }: StatedPreference): boolean => slot === 'feature' && value === 'vegan';
const isMarkedVegan = (product: Product): boolean => product.attributes.feature?.includes('vegan') ?? false;

/** Where nothing of its kind is marked as vegan or not, what is made of known things and none from an animal is looked at. */
const veganUnmarked = (products: readonly Product[]): ((product: Product) => boolean) => {
  const marked = new Set(products.filter(isMarkedVegan).map(p => p.category));
  return ({ category, attributes: { material } }) =>
    !marked.has(category) && material !== undefined && !material.some(m => animal.has(m));
};

/**
 * "A jacket and a backpack": a type narrows only the category it belongs to. The liked categories no product of which
 * fits are given back; null when one category or none was named.
 */
const silentCategories = (
  slot: FactSlot,
  fits: (product: Product) => boolean,
  categories: readonly StatedPreference[] | undefined,
  products: readonly Product[],
): ReadonlySet<string> | null => {
  if (slot !== 'product' && slot !== 'feature') return null;
  if (new Set(categories?.map(c => c.value)).size < 2) return null;
  const speaking = new Set(products.filter(fits).map(p => p.category));
  return new Set(categories!.map(c => c.value).filter(c => !speaking.has(c)));
};

const budgetBounds = (query: ProductQuery): { min?: number | undefined; max?: number | undefined } => {
  let min = query.priceMinMinor;
  let max = query.priceMaxMinor;
  for (const { slot, value, polarity } of query.preferences) {
    const bound = slot === 'budget' && polarity === 'like' ? parseBudget(value) : null;
    if (bound?.bound === 'max') max ??= bound.minor;
    if (bound?.bound === 'min') min ??= bound.minor;
  }
  return { min, max };
};

/** Drops as few filters as find something: any single one first, the least important tried first, then more and more. */
const relax = (
  candidates: readonly number[],
  soft: readonly Filter[],
  products: readonly Product[],
): { kept: readonly number[]; relaxed: string[] } => {
  const passing = (filters: readonly Filter[]): number[] =>
    candidates.filter(d => filters.every(f => f.passes(products[d]!, d)));
  const all = passing(soft);
  if (all.length > 0 || candidates.length === 0) return { kept: all, relaxed: [] };
  const byImportance = soft.filter(f => f.importance < 98).sort((a, b) => a.importance - b.importance);
  const must = soft.filter(f => f.importance >= 98);
  for (const dropped of byImportance) {
    const kept = passing(soft.filter(f => f !== dropped));
    if (kept.length > 0) return { kept, relaxed: [dropped.key] };
  }
  for (let n = 2; n <= byImportance.length; n++) {
    const kept = passing([...must, ...byImportance.slice(n)]);
    if (kept.length > 0) return { kept, relaxed: byImportance.slice(0, n).map(f => f.key) };
  }
  return { kept: [], relaxed: [] };
};
