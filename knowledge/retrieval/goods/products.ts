/** The catalogue searched: hard filters from what was said, BM25F for the order among what passes them. */
import type { CatalogueView } from '../../catalogue.ts';
import type { ProductId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { StatedPreference } from '../../domain/preference.ts';
import { isSellable, type Product } from '../../domain/product.ts';
import { atOnce } from '../../slices.ts';
import type { ProductHit } from '../pages/passage.ts';
import { fold } from '../text/fold.ts';
import { wordTermsOf } from '../text/tokens.ts';
import { ageBonus } from './ages.ts';
import { withoutApart } from './apart.ts';
import type { Cut } from './cut-asked.ts';
import { forAnybody } from './for-anybody.ts';
import { giftBonus, isOpenGift } from './gifts.ts';
import { grownUp, kidsShareOf, withoutChilds } from './grown-up.ts';
import { inTurn } from './in-turn.ts';
import { measureWishOf } from './measure-wishes.ts';
import { farFrom, isNear, measures } from './measured.ts';
import { nearestMeasured } from './nearest-measured.ts';
import { beyondPrice, offPrice } from './off-price.ts';
import { isOnlyName, kindsTold, saysOfKind } from './page-tells.ts';
import { plainWordFor } from './plain-words.ts';
import {
  budgetBounds,
  dislikesTold,
  filtersOf,
  isOfTold,
  likesTold,
  sortsMissed,
  turnedAway,
} from './product-filters.ts';
import { type ProductTexts, readProductTexts } from './product-texts.ts';
import { relax, tellsOfKind } from './relax.ts';
import { isMarkedVegan, isVegan } from './vegan.ts';
import { childBonus, cutBonus, recipientBonus } from './whom-first.ts';
import { isBesideMatter, isMetByName, kindsMissed } from './worth-telling.ts';

export interface ProductQuery {
  readonly text: string;
  readonly language: Language;
  readonly preferences: readonly StatedPreference[];
  /** Wishes that no attribute stands for: what the texts speak of comes first, what is turned away is left out where it can be. */
  readonly told?: readonly StatedPreference[];
  /** Minor units of the shop's currency; they win over budgets among the preferences. */
  readonly priceMinMinor?: number;
  readonly priceMaxMinor?: number;
  /** The highest price is no wish but what is looked for: "anything cheaper". */
  readonly isCheaper?: boolean;
  /** For men, for women or for no child, as asked for now or before; absent: as the text says. */
  readonly cut?: Cut | undefined;
  readonly exclude?: ReadonlySet<ProductId>;
  readonly count: number;
}

export interface ProductMatches {
  /** Best first. */
  readonly hits: ProductHit[];
  /** Filters dropped to find anything, least important first: "colour:red", "text", "budget-min", "around" and "off-price" (a price; the nearest come first); "unmarked:vegan" was not: some hits only name no material of an animal. */
  readonly relaxed: string[];
  /** What meets every wish but the highest price, for which something else had to be dropped, or nothing was found; the cheapest of it. */
  readonly beyond?: Product;
  /** What meets a wish that was dropped and misses another in its place, best first; keys as in `relaxed`. */
  readonly instead?: {
    readonly products: readonly Product[];
    readonly gained: readonly string[];
    readonly lost: readonly string[];
  };
  /**
   * Of what was told: "unsaid:loose leaf", no text of a hit speaks of it; "without:girly", none of them does as wished;
   * "nearest:1kg", all of them measure otherwise, the nearest first.
   */
  readonly told: string[];
}

export interface ProductIndex {
  /**
   * Sellable products only. Category, highest price and dislikes always hold; the other wishes are dropped, least
   * important first and as few as possible, when nothing satisfies them all. What a thing is called holds within a highest
   * price too, if any of it is sold at all; around a price is not that price.
   */
  search(query: ProductQuery): ProductMatches;
  /** Of a folded phrase, for the products of the view in its order; false: no text of the product has all its words. */
  mayMention(phrase: string): (document: number) => boolean;
  /** The same words with the stock and prices of `view`, which holds the same products in the same order. */
  withView(view: CatalogueView): ProductIndex;
}

/** `texts`: of the same products in the same order; made here and now unless given. */
export const createProductIndex = (
  view: CatalogueView,
  texts: ProductTexts = atOnce(readProductTexts(view)),
): ProductIndex => {
  const { products } = view;
  const { terms, vocabulary, saidOf } = texts;
  const kidsShare = kidsShareOf(products);

  return {
    search(query) {
      const folded = fold(query.text.slice(0, 2_000));
      const bounds = budgetBounds(query);
      // "Under 250" is a price and no 250 g.
      const isPriced = bounds.max !== undefined || bounds.min !== undefined || bounds.around !== undefined;
      const scores = terms.search(wordTermsOf(folded).filter(term => !(isPriced && /^\d+$/.test(term))));
      // Where no wish was read, as in a sentence that tells of an illness, the words are all there is to go by.
      const rest = query.preferences.length === 0 ? folded : residue(folded, vocabulary.mentions(folded));
      const { fixed, soft } = filtersOf(query, bounds, rest, terms, products, saidOf);
      const candidates: number[] = [];
      products.forEach((product, d) => {
        if (!isSellable(product) || query.exclude?.has(product.id)) return;
        if (fixed.every(f => f.passes(product, d))) candidates.push(d);
      });
      const isPlain = fixed.length === 0 && soft.length === 0 && scores.size === 0;
      const isOpen = isPriced || isOpenGift(query.preferences);
      if (isPlain && !isOpen) return { hits: [], relaxed: [], told: [] };
      const { max } = bounds;
      const within = max === undefined ? candidates : candidates.filter(d => products[d]!.price.minor <= max);
      const open = nearestMeasured(relax(within, soft, products), within, soft, products);
      const bounded = withoutChilds(open, within, soft, query, products, kidsShare);
      // Nothing costs that much: what comes nearest in price, whether it costs more or less.
      const isOff = bounds.min !== undefined && (bounded.kept.length === 0 || bounded.relaxed.includes('budget-min'));
      const affordable = isOff ? offPrice(candidates, soft, products) : bounded;
      // All of the kind that is named is turned away: what is of no kind would be anything.
      const isOfShelf = query.preferences.some(
        p => p.slot !== 'product' && p.polarity === 'like' && ofShelf.has(p.slot),
      );
      if (affordable.relaxed.some(tellsOfKind) && !isOfShelf) return { hits: [], relaxed: [], told: [] };
      // Nothing of that kind costs less than what was shown.
      if (query.isCheaper && affordable.relaxed.some(tellsOfKind)) return { hits: [], relaxed: [], told: [] };
      const beyond =
        within === candidates || query.isCheaper || isOff ? null : beyondPrice(affordable, candidates, soft, products);
      if (beyond && (affordable.kept.length === 0 || affordable.relaxed.some(tellsOfKind)))
        return { hits: [], relaxed: [], told: [], beyond };
      const isOfTaste = likesTold(query, products).some(
        ({ value }) => plainWordFor(value, query.preferences)?.kind === 'taste',
      );
      const { kept, relaxed } = forAnybody(affordable, within, soft, query.preferences, products, isOfTaste);
      const middle = relaxed.includes('around') ? bounds.around : undefined;
      const far = ({ price: { minor } }: Product): number => {
        if (isOff) return Math.max(0, (bounds.min ?? 0) - minor, minor - (max ?? minor));
        return middle === undefined ? 0 : Math.abs(minor - middle);
      };
      const bonuses = [
        childBonus(query, kidsShare),
        giftBonus(query.preferences, { max, typical: middlePrice(kept, products) }),
        ageBonus(query.text, query.preferences),
        cutBonus(query),
        recipientBonus(query),
      ].flatMap(bonus => bonus ?? []);
      const spokenOf = likesTold(query, products).map(({ value: phrase, slot }) => {
        const [isSaidOf, word, measure] = [
          saidOf(phrase),
          plainWordFor(phrase, query.preferences),
          measureWishOf(phrase),
        ];
        const ofKinds = kindsTold(phrase);
        return {
          phrase,
          isTaste: word?.kind === 'taste',
          isUntold: word?.isUntold ?? false,
          isSaid: (d: number): boolean =>
            measure
              ? measures(products[d]!, measure)
              : !word?.contradicts(products[d]!) &&
                ((isSaidOf(d) && !(slot === 'feature' && isOnlyName(products[d]!, phrase))) ||
                  (word?.shows(products[d]!) ?? false) ||
                  saysOfKind(products[d]!, ofKinds)),
        };
      });
      const unmet = relaxed.flatMap(key => (key.startsWith('measure:') ? (measureWishOf(key.slice(8)) ?? []) : []));
      const off = (product: Product): number => unmet.reduce((sum, wish) => sum + farFrom(product, wish), 0);
      const scored = (documents: readonly number[]) =>
        withoutApart(grownUp(documents, query, products, kidsShare), query, products)
          .map(d => {
            const product = products[d]!;
            const asTold = spokenOf.filter(({ isSaid }) => isSaid(d)).length * toldWeight;
            return {
              d,
              product,
              score:
                (scores.get(d) ?? 0) + leastScore + bonuses.reduce((sum, bonus) => sum + bonus(product), 0) + asTold,
            };
          })
          .sort(
            (a, b) =>
              far(a.product) - far(b.product) ||
              off(a.product) - off(b.product) ||
              b.score - a.score ||
              a.product.price.minor - b.product.price.minor ||
              (a.product.id < b.product.id ? -1 : 1),
          );
      const hits = scored(kept);
      const { instead } = affordable;
      // A puzzle of 100 pieces is no nearer to 2000 than anything else, where there is one of 1000.
      const near = hits.filter(({ product }) => unmet.every(wish => isNear(product, wish)));
      const shown = inTurn(unmet.length > 0 && near.length > 0 ? near : hits, query.preferences).slice(0, query.count);
      // Measured otherwise, or the very contrary: a candle without scent, where all of them smell.
      const isNearest = (phrase: string): boolean => {
        const wish = measureWishOf(phrase);
        const word = plainWordFor(phrase, query.preferences);
        if (wish === undefined) return shown.length > 0 && shown.every(h => word?.contradicts(h.product) ?? false);
        return shown.some(({ product }) => isNear(product, wish));
      };
      const isShown = ({ isSaid }: (typeof spokenOf)[number]): boolean => shown.some(h => isSaid(h.d));
      // Of what somebody likes one is enough.
      const isTasteShown = spokenOf.some(one => one.isTaste && isShown(one));
      // Turned away in plain words, and some of the goods are so.
      const isLeftOut = (phrase: string): boolean => {
        const word = plainWordFor(phrase, query.preferences);
        return word !== undefined && !word.hasContrary && within.some(d => word.shows(products[d]!));
      };
      const found = kept.map(d => products[d]!);
      const missed = [...sortsMissed(query, found, products), ...kindsMissed(query, found, products)];
      const asksVegan = query.preferences.some(p => p.polarity === 'like' && isVegan(p));
      const assumed = asksVegan && !relaxed.includes('feature:vegan') && !shown.every(h => isMarkedVegan(h.product));
      return {
        hits: shown.map(({ product, score }) => ({ product, score: Math.max(score, leastScore) })),
        ...(beyond ? { beyond } : {}),
        ...(instead?.gained.every(key => relaxed.includes(key))
          ? { instead: { ...instead, products: scored(instead.kept).map(({ product }) => product) } }
          : {}),
        relaxed: [
          ...(assumed ? [...relaxed, 'unmarked:vegan'] : relaxed).filter(
            key => !isOfTold(key) && !isBesideMatter(key, shown, products),
          ),
          ...(relaxed.some(tellsOfKind) ? [] : missed.map(word => `named:${word}`)),
          ...dislikesTold(query).flatMap(phrase => (relaxed.includes(turnedAway + phrase) ? [`less:${phrase}`] : [])),
        ],
        told: [
          ...spokenOf
            .filter(one => !isShown(one) && !one.isUntold && !(one.isTaste && isTasteShown))
            .filter(({ phrase }) => measureWishOf(phrase) || !isMetByName(phrase, query.preferences, relaxed))
            .map(({ phrase }) => `${isNearest(phrase) ? 'nearest' : 'unsaid'}:${phrase}`),
          ...dislikesTold(query)
            .filter(phrase => !relaxed.includes(turnedAway + phrase))
            .map(phrase => `${isLeftOut(phrase) ? 'left-out' : 'without'}:${phrase}`),
        ],
      };
    },
    mayMention: texts.mayMention,
    withView: latest => createProductIndex(latest, texts),
  };
};

const leastScore = 0.001;
const ofShelf: ReadonlySet<string> = new Set(['category', 'recipient', 'occasion']);
/** More than a word or two in common weigh. */
const toldWeight = 20;

/** In minor units; 1 where there is nothing. */
const middlePrice = (kept: readonly number[], products: readonly Product[]): number =>
  kept.map(d => products[d]!.price.minor).sort((a, b) => a - b)[Math.floor(kept.length / 2)] ?? 1;

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
