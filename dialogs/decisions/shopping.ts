import type { Product } from '../../knowledge/domain/product.ts';
import type { Suggestion } from '../reply.ts';
import { budgetOf } from '../search-scope.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { addOn, addOnOnTable, takeAddOn } from './add-on.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';

/** Products as cards, remembered for "the second one"; a broad wish also gets one tap that narrows it. */
export const listProducts = (_turn: Turn, understanding: Understanding, facts: TurnFacts): Draft => {
  const budget = budgetOf(facts.search.preferences, facts.shop);
  if (facts.products.length === 0) {
    return {
      parts: [{ kind: 'nothing-found', ...(budget ? { budget } : {}) }],
      suggestions: suggest('recommend', 'person'),
    };
  }
  const asked = understanding.intent === 'recommend';
  const popular = facts.products.every(f => f.reason?.kind === 'popular');
  return {
    parts: [
      {
        kind: 'products',
        found: facts.products,
        relaxed: facts.relaxed,
        ...(budget ? { budget } : {}),
        heading: !asked ? 'search' : popular ? 'popular' : 'recommend',
      },
    ],
    offers: 'unprompted',
    suggestions: [...narrowing(facts), ...suggest('deals')],
    memory: {
      shown: facts.products.map(f => f.product.id),
      failures: 0,
      search: facts.search.preferences,
    },
  };
};

/** Category taps when the wish named none and the results spread over several. */
const narrowing = (facts: TurnFacts): Suggestion[] => {
  if (facts.search.preferences.some(p => p.slot === 'category' && p.polarity === 'like')) return [];
  const keys = [...new Set(facts.products.map(f => f.product.category))];
  if (keys.length < 2) return [];
  return keys.slice(0, 3).map(key => ({ kind: 'category', key }));
};

export const search: Decide = listProducts;
export const recommend: Decide = listProducts;

const aboutProduct =
  (aspect: 'details' | 'stock'): Decide =>
  (turn, understanding, facts) => {
    if (!facts.focus) {
      if (facts.products.length > 0) return listProducts(turn, understanding, facts);
      return { parts: [{ kind: 'which-product' }], suggestions: suggest('recommend') };
    }
    return {
      parts: [{ kind: 'product', product: facts.focus, aspect }],
      offers: 'unprompted',
      memory: { focus: facts.focus.id, failures: 0 },
      suggestions: [...addable(facts.focus), ...suggest('deals')],
    };
  };

const addable = (product: Product): Suggestion[] =>
  product.stock === 0 ? [] : [{ kind: 'tap', label: 'add', value: { tap: 'add-to-cart', product: product.id } }];

export const productDetails: Decide = aboutProduct('details');
export const stock: Decide = aboutProduct('stock');

export const addToCart: Decide = (turn, understanding, facts) => {
  const { products, ordinal } = understanding.entities;
  // "Add it", right after an addition was proposed.
  if (addOnOnTable(facts) && turn.value === undefined && products.length === 0 && !ordinal) return takeAddOn(facts);
  if (!facts.focus) return { parts: [{ kind: 'which-product' }], suggestions: suggest('recommend') };
  const quantity = Math.min(99, Math.max(1, understanding.entities.quantity ?? 1));
  // Planned for one unit more that can be had; anything else is asked about with the cart.
  const next = quantity === 1 && facts.focus.stock !== 0 ? addOn(facts, false) : { parts: [] };
  return {
    parts: next.parts,
    claim: { kind: 'add-to-cart', product: facts.focus.id, quantity },
    memory: { focus: facts.focus.id, failures: 0, ...next.memory },
    suggestions: [...(next.suggestions ?? []), ...suggest('view-cart', 'deals')],
  };
};

export const viewCart: Decide = (_turn, _understanding, facts) => {
  if (!facts.cart || facts.cart.lines.length === 0 || !facts.cartPriced) return say({ kind: 'cart-empty' });
  const next = addOn(facts, false);
  return {
    parts: [
      {
        kind: 'cart',
        cart: facts.cart,
        products: facts.cartProducts,
        total: facts.cartPriced.total,
        deals: facts.cartDeals ?? [],
      },
      ...next.parts,
    ],
    ...(next.memory ? { memory: next.memory } : {}),
    ...(next.suggestions ? { suggestions: next.suggestions } : {}),
    offers: 'unprompted',
  };
};
