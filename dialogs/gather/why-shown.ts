import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import { isOfAround, parseBudget } from '../../knowledge/profile/budget.ts';
import { wishes } from '../../knowledge/profile/wishes.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { PastEvent, ShopperSignal } from '../../models/types.ts';
import type { DialogServices } from '../services.ts';
import type { Turn } from '../turn.ts';
import type { WhyShown } from '../turn-facts.ts';

export interface WhyInput {
  readonly turn: Turn;
  readonly product: Product;
  /** The wishes of the search under way. */
  readonly search: readonly StatedPreference[];
  readonly profile: readonly ProfileFact[];
  readonly past: readonly PastEvent[];
  readonly signals: readonly ShopperSignal[];
  readonly now: Date;
}

/** The reason of one product that was shown: what of the search it is, and what the models say of it now. */
export const whyShown = (input: WhyInput, services: DialogServices): WhyShown => {
  const { product, search } = input;
  const fits = search.filter(wish => isMet(wish, product) && !isOfAround(wish.value, search));
  // A present for somebody else was not chosen by the shopper's own history.
  if (search.some(wish => wish.forWhom !== 'self')) return { fits };
  const { view, products } = services.indexes.current();
  const [ranked] = services.models.current().recommender.recommend({
    shopper: input.turn.shopper,
    history: input.past,
    signals: input.signals,
    exclude: new Set(),
    boost: wishes(input.profile, view.products, products.mayMention).boost,
    among: new Set([product.id]),
    count: 1,
    now: input.now,
  });
  if (!ranked || isToldAlready(ranked.reason.kind, fits)) return { fits };
  // What nobody could buy before is not popular: it was shown to find out who likes it.
  const isNew = services.newcomers?.current().products.has(product.id) ?? false;
  return { fits, reason: isNew && ranked.reason.kind === 'popular' ? { kind: 'new' } : ranked.reason };
};

const isToldAlready = (kind: string, fits: readonly StatedPreference[]): boolean =>
  fits.length > 0 && (kind === 'stated' || kind === 'popular');

const isMet = (wish: StatedPreference, product: Product): boolean => {
  const budget = wish.slot === 'budget' ? parseBudget(wish.value) : null;
  if (budget)
    return (
      budget.currency === product.price.currency &&
      (budget.bound === 'max' ? product.price.minor <= budget.minor : product.price.minor >= budget.minor)
    );
  if (wish.slot === 'budget') return false;
  return matches(product, wish) === (wish.polarity === 'like');
};
