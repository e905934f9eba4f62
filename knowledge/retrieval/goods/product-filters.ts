/** What of a catalogue passes for a search: wishes as filters, those that always hold and those that can be given up. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import type { FactSlot } from '../../domain/shopper.ts';
import { aroundOf, aroundShare, parseBudget } from '../../profile/budget.ts';
import type { TermIndex } from '../text/bm25.ts';
import { wordTermsOf } from '../text/tokens.ts';
import { listedForOlder, unsafeFor } from './ages.ts';
import { isCalled } from './called.ts';
import { unsuitedFor } from './for-whom.ts';
import { isDayOfGiving, isOpenGift } from './gifts.ts';
import { toldByMeasure } from './measure-filters.ts';
import { measureWishOf } from './measure-wishes.ts';
import { isOnlyName, kindsTold, saysOfKind } from './page-tells.ts';
import { plainWordFor } from './plain-words.ts';
import { isFinerLiked, matches } from './product-match.ts';
import type { ProductQuery } from './products.ts';
import { always, type Filter, importanceOf } from './relax.ts';
import type { SaidOf } from './said-of.ts';
import { kindsElsewhere, kindsInMaterial, silentCategories, silentKinds } from './several-kinds.ts';
import { isVegan, veganUnmarked } from './vegan.ts';

/**
 * Toys are the point of a present for a child, so that is dropped last. A named kind of thing matters more than whom it
 * is tagged for: a raincoat for dad is a raincoat first.
 */
const recipientImportance = (
  wishes: readonly StatedPreference[],
  liked: ReadonlyMap<FactSlot, readonly StatedPreference[]>,
): number => {
  if (wishes.every(w => w.value === 'kids')) return 20;
  return liked.has('category') ? -1 : importanceOf('recipient');
};

/** How the key of a filter begins that leaves out what a told dislike speaks of. */
export const turnedAway = 'told:';
/** A filter of what was told: it has words of its own where it is given up. */
export const isOfTold = (key: string): boolean => /^(?:told|measure):/.test(key);
export const likesTold = ({ told = [] }: ProductQuery, products: readonly Product[]): StatedPreference[] =>
  told.filter(p => p.polarity === 'like' && !sortOf(p, products));

/** What goods are called, or are of, as one of their shelf has it; undefined: nothing is called so, or it is no name of goods. */
const sortOf = (
  { slot, value, polarity }: StatedPreference,
  products: readonly Product[],
): ((product: Product) => boolean) | undefined => {
  if (polarity !== 'like' || (slot !== 'product' && slot !== 'material')) return undefined;
  const is =
    slot === 'product'
      ? (p: Product): boolean => isCalled(p, value)
      : (p: Product): boolean => p.attributes.material?.includes(value) ?? false;
  return products.some(is) ? is : undefined;
};
/** What was called by a name that none of these goods has: "cream", where only shoes meet the rest of the wish. */
export const sortsMissed = (
  { told = [] }: ProductQuery,
  hits: readonly Product[],
  products: readonly Product[],
): string[] =>
  told.flatMap(one => {
    const is = one.slot === 'product' ? sortOf(one, products) : undefined;
    return is && hits.length > 0 && !hits.some(is) ? [one.value] : [];
  });
export const dislikesTold = ({ told = [] }: ProductQuery): string[] =>
  told.filter(p => p.polarity === 'dislike').map(p => p.value);

/** "5-year-old", "五岁": no word of a product's. */
const ageSaid = /(?<!\d)\d+[- ]*years?[- ]*olds?|(?<![\d一二两三四五六七八九十])[\d一二两三四五六七八九十]+ ?岁半?/gu;

/** `fixed` always hold, `soft` may be dropped; the highest price is in neither. `rest`: the words of the query that no wish stands for, folded. */
export const filtersOf = (
  query: ProductQuery,
  { min, max, around }: Bounds,
  rest: string,
  index: TermIndex,
  products: readonly Product[],
  saidOf: (phrase: string) => SaidOf,
): { fixed: Filter[]; soft: Filter[] } => {
  const fixed: Filter[] = [];
  const soft: Filter[] = [];
  if (around !== undefined) {
    const [least, most] = [around * (1 - aroundShare), around * (1 + aroundShare)].map(Math.round) as [number, number];
    const importance = importanceOf('around');
    soft.push({ key: 'around', importance, passes: ({ price }) => price.minor >= least && price.minor <= most });
  } else if (min !== undefined)
    soft.push({ key: 'budget-min', importance: importanceOf('budget-min'), passes: p => p.price.minor >= min });
  const kinds = query.preferences.filter(p => p.slot === 'product' && p.polarity === 'like');
  // "Creams and shoes": creams of the skincare, and any shoe.
  const sorts = (query.told ?? []).flatMap(told => {
    const is = sortOf(told, products);
    if (!is) return [];
    const such = products.filter(is);
    // "A dripper and drip bags": none of them is of the kind that is named beside them.
    const isBeside = kinds.length > 0 && !such.some(p => kinds.some(kind => matches(p, kind)));
    return [{ is, isBeside, shelves: new Set(such.map(p => p.category)) }];
  });
  const isSortBeside = (p: Product): boolean => sorts.some(one => one.isBeside && one.is(p));
  const liked = new Map<FactSlot, StatedPreference[]>();
  for (const preference of query.preferences) {
    if (preference.slot === 'budget') continue;
    if (preference.polarity === 'dislike') {
      fixed.push({
        key: `${preference.slot}:${preference.value}`,
        importance: always,
        passes: p =>
          !matches(p, preference) ||
          isFinerLiked(p, preference, query.preferences, products) ||
          // No beans, but drip bags: that sort of the kind is asked for.
          (preference.slot === 'product' && sorts.some(one => one.is(p))),
      });
    } else liked.set(preference.slot, [...(liked.get(preference.slot) ?? []), preference]);
  }
  const others = kindsElsewhere(liked, products);
  const shelves = new Set([
    ...(liked.get('category') ?? []).map(l => l.value),
    ...products.filter(p => others.some(kind => matches(p, kind))).map(p => p.category),
  ]);
  const isOfSomething = liked.has('category') || liked.has('product');
  const isForGrownUp = liked.get('recipient')?.some(one => one.value !== 'kids') ?? false;
  for (const [slot, list] of liked) {
    if (slot === 'category') {
      fixed.push({
        key: 'category',
        importance: always,
        passes: p => list.some(l => matches(p, l)) || others.some(kind => matches(p, kind)),
      });
      continue;
    }
    const importance = slot === 'recipient' ? recipientImportance(list, liked) : importanceOf(slot);
    // Every feature is wanted at once, and every occasion ("a rainy commute"); of two colours either will do.
    const given = slot === 'occasion' && (isOfSomething || isForGrownUp) ? list.filter(l => !isDayOfGiving(l)) : list;
    // 周末去爬山: when it is done is no matter of goods that are made for it.
    const wanted = slot === 'occasion' && given.length > 1 ? given.filter(l => l.value !== 'weekend') : given;
    const groups = slot === 'feature' || slot === 'occasion' ? wanted.map(l => [l]) : [wanted];
    for (const group of groups) {
      const vegan = group.some(isVegan) ? veganUnmarked(products) : undefined;
      // Where no kind of goods is named, a size names it: a 44 is of no face cream.
      const isSized = slot === 'size' && shelves.size === 0 && !liked.has('product');
      const fits = (p: Product): boolean =>
        isSized
          ? group.some(l => p.attributes.size?.includes(l.value))
          : group.some(l => matches(p, l)) || (vegan?.(p) ?? false);
      const elsewhere = silentCategories(slot, fits, shelves, products);
      const silent = silentKinds(slot, fits, liked.get('product') ?? [], products);
      soft.push({
        key: `${slot}:${group[0]!.value}`,
        importance: group.some(l => l.must) ? importanceOf('must') : importance,
        passes: p =>
          fits(p) ||
          (slot === 'product' && isSortBeside(p)) ||
          (elsewhere?.has(p.category) ?? false) ||
          silent.some(kind => matches(p, kind)),
      });
    }
  }
  if (sorts.length > 0)
    soft.push({
      key: 'product:named',
      importance: importanceOf('product'),
      passes: p => {
        const ofShelf = sorts.filter(one => one.shelves.has(p.category));
        return (
          ofShelf.some(one => one.is(p)) ||
          (ofShelf.some(one => one.isBeside) && kinds.some(kind => matches(p, kind))) ||
          (ofShelf.length === 0 && shelves.has(p.category))
        );
      },
    });
  for (const phrase of dislikesTold(query)) {
    const speaksOfIt = saidOf(phrase);
    const word = plainWordFor(phrase, query.preferences);
    const isIt = (p: Product): boolean => (word?.hasContrary ? !word.contradicts(p) : (word?.shows(p) ?? false));
    soft.push({
      key: turnedAway + phrase,
      importance: importanceOf('told'),
      passes: (p, d) => !speaksOfIt(d) && !isIt(p),
    });
  }
  soft.push(
    ...toldPlainly(query, products),
    ...toldByMeasure(query, products),
    ...toldOnPages(query, products, saidOf),
  );
  for (const unfit of [
    unsuitedFor(query),
    unsafeFor(query.text, query.preferences),
    listedForOlder(query.text, query.preferences),
  ])
    if (unfit) fixed.push({ key: 'recipient', importance: always, passes: p => !unfit(p) });
  // No baby's toy comes in wood: of what can't be shown anyhow no kind is kept.
  const inMaterial = kindsInMaterial(liked, () => products.filter((p, d) => fixed.every(f => f.passes(p, d))));
  if (inMaterial) fixed.push({ key: 'category', importance: always, passes: inMaterial });
  // What was told in plain words, or is in no text by these, and what is turned away is not looked for.
  const isUnsaid = (value: string): boolean => {
    const speaksOfIt = saidOf(value);
    return !products.some((_, d) => speaksOfIt(d));
  };
  // What the thing is to be, where it is not named, is told by what the catalogue knows of it before any word of a page.
  const isDescribed = !isOfSomething && ofThing.some(slot => liked.has(slot));
  const apart = (query.told ?? []).filter(
    ({ value, polarity }) =>
      isDescribed ||
      polarity === 'dislike' ||
      plainWordFor(value, query.preferences) !== undefined ||
      measureWishOf(value) !== undefined ||
      isUnsaid(value),
  );
  const named = apart.reduce(
    (text, { value }) => text.replaceAll(value.replace(/^(?:\w+n't|not|never) /, ''), ' '),
    rest,
  );
  const wordy = wordTermsOf(named.replace(ageSaid, ' ')).filter(t => !t.endsWith('_') && !/^\d+$/.test(t));
  // Of a present of which nothing else is told nothing is asked for but that it may be given: "at work" is of no goods.
  const isAnyGift = isOpenGift(query.preferences) && likesTold(query, products).every(({ value }) => isUnsaid(value));
  if (wordy.length > 0 && !isOfSomething && !isAnyGift) {
    const found = index.search(wordy);
    const isPriced = min !== undefined || around !== undefined || query.priceMaxMinor !== undefined;
    if (found.size > 0 || (liked.size === 0 && !isPriced)) {
      soft.push({
        key: isDescribed ? `${turnedAway}text` : 'text',
        // Within a price there is something, whatever else the words are.
        importance: isDescribed
          ? importanceOf('told')
          : liked.size === 0 && (query.told ?? []).length === 0 && max === undefined
            ? always
            : importanceOf('text'),
        passes: (_, d) => found.has(d),
      });
    }
  }
  return { fixed, soft };
};

const ofThing = ['feature', 'material', 'size'] as const;

/** What was told in plain words: each quality, and any one of what somebody likes. Without goods or a person there is nothing to be so. */
const toldPlainly = (query: ProductQuery, products: readonly Product[]): Filter[] => {
  const isOfSomething = query.preferences.some(
    p =>
      p.polarity === 'like' &&
      (p.slot === 'category' || p.slot === 'product' || p.slot === 'recipient' || p.slot === 'size'),
  );
  if (!isOfSomething) return [];
  const likes = (query.told ?? []).filter(p => p.polarity === 'like');
  const words = likes.flatMap(({ value }) => plainWordFor(value, query.preferences) ?? []);
  const tastes = words.filter(word => word.kind === 'taste');
  const groups = [...words.filter(word => word.kind === 'quality').map(word => [word]), tastes];
  // "A bag that takes a laptop, and a flask": of the kinds that are named, those that never show it are none of its matter.
  const kinds = query.preferences.filter(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'));
  return groups.flatMap(group => {
    if (group.length === 0) return [];
    const shows = (p: Product): boolean => group.some(word => word.shows(p) && !word.contradicts(p));
    const silent = kinds.filter(kind => !products.some(p => matches(p, kind) && shows(p)));
    const isApart = kinds.length > 1 && silent.length < kinds.length;
    return [
      {
        key: `${turnedAway}${group[0]!.key}`,
        // Told by many small signs, it goes before what the catalogue has a word for.
        importance: group.every(word => word.isPhrase) ? importanceOf('occasion') - 0.5 : importanceOf('told'),
        passes: (p: Product) => shows(p) || (isApart && silent.some(kind => matches(p, kind))),
      },
    ];
  });
};

/** Of goods that are named, those come alone whose page says what was told. */
const toldOnPages = (
  query: ProductQuery,
  products: readonly Product[],
  saidOf: (phrase: string) => SaidOf,
): Filter[] => {
  if (!query.preferences.some(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'))) return [];
  return likesTold(query, products).flatMap(({ value, slot }) => {
    if (plainWordFor(value, query.preferences) || measureWishOf(value)) return [];
    const isPart = slot === 'feature';
    const [isSaid, of] = [saidOf(value), kindsTold(value)];
    const passes = (p: Product, d: number): boolean =>
      (isSaid(d) && !(isPart && isOnlyName(p, value))) || saysOfKind(p, of);
    return [{ key: turnedAway + value, importance: importanceOf('told'), passes }];
  });
};

/** In minor units of the shop's currency; with `around` there is neither of the others. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly around?: number;
}

export const budgetBounds = (query: ProductQuery): Bounds => {
  let min = query.priceMinMinor;
  let max = query.priceMaxMinor;
  for (const { slot, value, polarity } of query.preferences) {
    const bound = slot === 'budget' && polarity === 'like' ? parseBudget(value) : null;
    if (bound?.bound === 'max') max ??= bound.minor;
    if (bound?.bound === 'min') min ??= bound.minor;
  }
  const around = aroundOf(query.preferences)?.minor;
  // Of a list that was made cheaper since, the middle is no wish any more.
  const isAround = around !== undefined && max !== undefined && Math.abs(max - around * (1 + aroundShare)) <= 2;
  return isAround && !query.isCheaper ? { around } : { min, max };
};
