/** A present of no certain kind, or a toy, is chosen among goods of many kinds: no list of five cuddly animals. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { isOpenGift } from '../../knowledge/retrieval/goods/gifts.ts';
import { inTurn } from '../../knowledge/retrieval/goods/in-turn.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { Ranked } from './ranked.ts';

/** The last name of its kind is the widest: a bear is a cuddly toy. */
const kindOf = (product: Product): string => valuesOf(product, 'product')?.at(-1) ?? product.category;

/** A shelf that is given from, of which nothing nearer was named. */
const isGivenFrom = (preferences: readonly StatedPreference[]): boolean => {
  const likes = preferences.filter(p => p.polarity === 'like');
  return (
    likes.some(p => p.slot === 'category' && /gift|toy/.test(p.value)) &&
    likes.every(p => p.slot !== 'product') &&
    likes.filter(p => p.slot === 'category').length === 1
  );
};

/** Two of a shelf stand side by side at most, and one of a kind. */
const mostOfShelf = 2;

/** "A notebook and tea": the best of each kind that was named, and then the next of each. */
const inTurns = (
  ranked: readonly Ranked[],
  named: readonly StatedPreference[],
  byId: CatalogueView['byId'],
): readonly Ranked[] =>
  inTurn(
    ranked.flatMap(one => {
      const product = byId.get(one.product);
      return product ? [{ product, one }] : [];
    }),
    named,
  ).map(({ one }) => one);

/** The best first, and then the best of what was not there yet; the rest behind them as they were. */
export const varied = (
  ranked: readonly Ranked[],
  preferences: readonly StatedPreference[],
  { byId }: Pick<CatalogueView, 'byId'>,
): readonly Ranked[] => {
  const named = preferences.filter(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'));
  if (named.length > 1) return inTurns(ranked, named, byId);
  // "Something for a rainy commute": whatever it may be.
  const isOfUse = preferences.some(p => p.polarity === 'like' && p.slot === 'occasion') && named.length === 0;
  // "I've got 100 and no idea".
  const likes = preferences.filter(p => p.polarity === 'like');
  const isOfPrice = preferences.length > 0 && likes.every(p => p.slot === 'budget');
  const isOpen = isOpenGift(preferences) || isOfUse || isOfPrice;
  // What children are given stands on the shelf of toys.
  const isForChild = preferences.some(p => p.polarity === 'like' && (p.forWhom === 'child' || p.value === 'kids'));
  if (!isOpen && !isGivenFrom(preferences)) return ranked;
  const [kinds, shelves] = [new Map<string, number>(), new Map<string, number>()];
  const rounds: Ranked[][] = [[], [], []];
  for (const one of ranked) {
    const product = byId.get(one.product);
    if (!product) continue;
    const [kind, shelf] = [kindOf(product), product.category];
    const [ofKind, ofShelf] = [kinds.get(kind) ?? 0, shelves.get(shelf) ?? 0];
    const round = ofKind > 0 ? 2 : isOpen && !isForChild && ofShelf >= mostOfShelf ? 1 : 0;
    rounds[round]!.push(one);
    kinds.set(kind, ofKind + 1);
    if (round === 0) shelves.set(shelf, ofShelf + 1);
  }
  return rounds.flat();
};
