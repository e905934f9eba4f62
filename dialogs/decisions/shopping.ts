import { money } from '../../knowledge/domain/money.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { aroundOf } from '../../knowledge/profile/budget.ts';
import { fold, hasHan } from '../../knowledge/retrieval/fold.ts';
import { matches, valuesOf } from '../../knowledge/retrieval/product-match.ts';
import { singular, tokensOf } from '../../knowledge/retrieval/tokens.ts';
import type { Suggestion } from '../reply.ts';
import { budgetOf } from '../search-scope.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { Ordered } from '../understand/ordered.ts';
import { coversSaid } from '../understand/unproved.ts';
import { addOn, addOnOnTable, takeAddOn } from './add-on.ts';
import { linesMeant } from './cart-lines.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';

/** Products as cards, remembered for "the second one"; a broad wish also gets one tap that narrows it. */
export const listProducts = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft => {
  if (facts.unsold?.certain) return notSold(facts.unsold.what, facts);
  const forWhom = facts.search.preferences.find(p => p.slot === 'recipient' && p.polarity === 'like');
  const { cheaper, priceMaxMinor } = facts.search;
  const budget =
    cheaper && priceMaxMinor !== undefined
      ? money(priceMaxMinor, facts.shop.currency)
      : budgetOf(facts.search.preferences, facts.shop);
  // "Around 90" is no bound that could be promised.
  const around = budget ? null : aroundOf(facts.search.preferences);
  const beyond = budget && facts.beyond ? { beyond: facts.beyond } : {};
  if (facts.products.length === 0) {
    return {
      parts: [{ kind: 'nothing-found', ...(budget ? { budget } : {}), ...beyond }],
      suggestions: budget ? suggest('yes', 'recommend', 'person') : suggest('recommend', 'person'),
      // Whatever is said next narrows or widens this wish.
      ...(budget
        ? {
            memory: {
              search: facts.search.preferences,
              askedWiderAt: facts.memory.turns,
              ...(beyond.beyond ? { shown: [beyond.beyond.id] } : {}),
            },
          }
        : {}),
    };
  }
  const [only, ...more] = facts.products;
  const { toCart } = understanding;
  if (toCart !== undefined && only && more.length === 0 && !only.colours && facts.relaxed.length === 0)
    return intoCart(only.product, toCart, understanding, facts);
  const found = beyond.beyond ? facts.products.slice(0, mostBesideBeyond) : facts.products;
  // "What others buy" is no answer to wishes that were told.
  const isLimited = facts.search.preferences.length > 0;
  const popular = facts.products.every(f => f.reason?.kind === 'popular' || f.reason?.kind === 'new');
  return {
    parts: [
      {
        kind: 'products',
        found,
        relaxed: [
          ...(facts.unsold ? new Set([...facts.relaxed, 'text']) : facts.relaxed),
          ...(understanding.unproved ?? []).map(key => `unproved:${key}`),
          // Said in the turn that asked for it, and not again.
          ...(understanding.told ?? [])
            .filter(one => ![one.value, one.quote].some(text => coversSaid(understanding.unproved ?? [], text)))
            .flatMap(one => toldOf(one, facts)),
        ],
        ...(budget ? { budget } : {}),
        ...(around ? { around } : {}),
        ...(understanding.byPrice ? { byPrice: understanding.byPrice } : {}),
        ...beyond,
        ...(forWhom ? { forWhom } : {}),
        heading:
          understanding.newest && !facts.unsold
            ? 'newest'
            : understanding.intent !== 'recommend' || facts.unsold || (popular && isLimited)
              ? 'search'
              : popular
                ? 'popular'
                : 'recommend',
      },
      ...(toCart === undefined ? [] : [{ kind: 'which-product' } as const]),
    ],
    offers: 'unprompted',
    suggestions: [...forWhomElse(turn, understanding, facts), ...narrowing(facts), ...suggest('deals')],
    memory: {
      shown: [...found.map(f => f.product), ...(beyond.beyond ? [beyond.beyond] : [])].map(p => p.id),
      failures: 0,
      ...(understanding.byPrice && found[0] ? { focus: found[0].product.id } : {}),
      ...(toCart === undefined ? {} : { toCart: { quantity: toCart, at: facts.memory.turns } }),
      // What nothing could be found with is said once, and then not looked for any more.
      search: facts.search.preferences.filter(p => !isGivenUp(p, facts.relaxed)),
      goods: facts.search.goods,
      cut: facts.search.cut,
      told: (facts.search.told ?? []).filter(p => !facts.told?.includes(`unsaid:${p.value}`)),
    },
  };
};

/** One more that costs more is a card too. */
const mostBesideBeyond = 4;

const isGivenUp = ({ slot, value }: StatedPreference, relaxed: readonly string[]): boolean =>
  relaxed.includes(`${slot}:${value}`) || (slot === 'budget' && relaxed.includes('around'));

/** Goods that are turned away are left out without a word. */
const toldOf = ({ slot, value, polarity }: StatedPreference, { told = [] }: TurnFacts): string[] =>
  slot === 'product' && polarity === 'dislike'
    ? []
    : told.filter(key => key === `unsaid:${value}` || key === `without:${value}`);

/** Goods of all kinds are alike in these: a shoe for rain comes near no tent. */
const anyThing: ReadonlySet<StatedPreference['slot']> = new Set([
  'budget',
  'recipient',
  'occasion',
  'feature',
  'colour',
  'size',
]);

/** 帐篷 stands on the page of the lantern, and on none of the bowls beside it. */
const tellsOf = ({ name, description }: Product, what: string): boolean => {
  const text = [...Object.values(name), ...Object.values(description)].map(one => fold(one ?? '')).join('\n');
  if (hasHan(what)) return text.includes(what);
  const word = singular(fold(what).split(' ').at(-1) ?? what);
  return tokensOf(text).some(token => singular(token.text) === word);
};

/**
 * Said first; then what comes near it, fits what was wished for beside it, or speaks of it. What its name told of it ("hiking"
 * boots) is no wish for what is looked for next.
 */
export const notSold = (what: string, facts: TurnFacts): Draft => {
  const rest = facts.search.preferences.some(p => !anyThing.has(p.slot) && p.polarity === 'like');
  const speaksOfIt = facts.unsold?.mentioned && !facts.relaxed.includes('text');
  const found = rest ? facts.products : speaksOfIt ? facts.products.filter(one => tellsOf(one.product, what)) : [];
  const isOfName = ({ slot, value }: StatedPreference): boolean =>
    anyThing.has(slot) && what.split(/[ ,]+/).includes(value.replaceAll('-', ' '));
  return {
    parts: [
      { kind: 'not-sold', what, nearest: found.length > 0 },
      ...(found.length > 0 ? ([{ kind: 'products', found, relaxed: [], heading: 'nearest' }] as const) : []),
    ],
    suggestions: found.length > 0 ? narrowing(facts) : suggest('recommend', 'person'),
    memory: {
      shown: found.map(f => f.product.id),
      failures: 0,
      search: facts.search.preferences.filter(p => !isOfName(p)),
      cut: facts.search.cut,
    },
  };
};

/** A wish of a few words can be said again with "for me" behind it. */
const shortWish = 40;

/** Looked for as a present because the search before was one: one tap says that it is for the shopper. */
const forWhomElse = (turn: Turn, { preferences, beside }: Understanding, facts: TurnFacts): Suggestion[] => {
  const carried = facts.search.preferences.some(p => p.slot === 'recipient' && !preferences.includes(p));
  const wish = turn.text.trim().replace(/[.!?。！？]+$/u, '');
  const names = preferences.some(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'));
  if (!carried || !names || beside || turn.value || wish.length > shortWish) return [];
  return [
    {
      kind: 'ask',
      label: { en: 'For myself', zh: '给自己买' },
      text: { en: `${wish} for me`, zh: `给自己买，${wish}` },
    },
  ];
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

/** Where it goes, not what. */
const cartWords = /^(?:cart|basket|bag|trolley)$/;

export const addToCart: Decide = (turn, understanding, facts) => {
  const { products, ordinal } = understanding.entities;
  // "Add it", right after an addition was proposed.
  if (addOnOnTable(facts) && turn.value === undefined && products.length === 0 && !ordinal) return takeAddOn(facts);
  const { together = [], entities, ordered } = understanding;
  if (ordered) return addOrdered(ordered, facts);
  // "Put them in my cart", right after they were added up.
  const summed = turn.value === undefined && products.length === 0 && !ordinal ? (facts.memory.sum ?? []) : [];
  if (summed.length > 1)
    return {
      parts: [],
      claim: { kind: 'add-together', lines: summed },
      memory: { failures: 0 },
      suggestions: suggest('view-cart', 'deals'),
    };
  if (together.length > 0) {
    // "Two of the first and one of the second": one number can't be told of both.
    if (entities.quantity !== undefined) return whichToAdd(understanding, facts);
    return {
      parts: [],
      claim: { kind: 'add-together', lines: together.map(product => ({ product, quantity: 1 })) },
      memory: { failures: 0 },
      suggestions: suggest('view-cart', 'deals'),
    };
  }
  const namesGoods = facts.unsold !== undefined && !cartWords.test(facts.unsold.what);
  if (!facts.focus && namesGoods && ordinal === undefined)
    return facts.products.length > 0 ? listProducts(turn, understanding, facts) : notSold(facts.unsold!.what, facts);
  if (facts.among && facts.among.length > 1) return whichToAdd(understanding, facts);
  const asked = understanding.asksOf ?? [];
  const isAsked = (product: Product): boolean => asked.every(one => matches(product, one));
  const bought =
    facts.focus && !isAsked(facts.focus) ? facts.family?.find(p => isSellable(p) && isAsked(p)) : facts.focus;
  if (!bought) return whichToAdd(understanding, facts);
  const [only] = summed;
  const told = only?.product === bought.id ? only.quantity : 1;
  return intoCart(bought, understanding.entities.quantity ?? told, understanding, facts);
};

const intoCart = (bought: Product, wanted: number, understanding: Understanding, facts: TurnFacts): Draft => {
  const sizes = valuesOf(bought, 'size') ?? [];
  const size = sizes.length > 0 ? understanding.size : undefined;
  // In a size that it doesn't come in it is not bought.
  if (size !== undefined && !sizes.includes(size))
    return {
      parts: [{ kind: 'product-choices', slot: 'size', of: [{ product: bought, values: sizes }], others: [] }],
      memory: { focus: bought.id, failures: 0, toCart: { quantity: wanted, at: facts.memory.turns } },
      suggestions: suggest('recommend'),
    };
  const quantity = Math.min(99, Math.max(1, wanted));
  // Planned for one unit more that can be had; anything else is asked about with the cart.
  const proposes = quantity === 1 && bought.stock !== 0 && !understanding.goesOn;
  const next = proposes ? addOn(facts, false) : { parts: [] };
  return {
    parts: next.parts,
    claim: { kind: 'add-to-cart', product: bought.id, quantity, ...(size === undefined ? {} : { size }) },
    memory: { focus: bought.id, failures: 0, ...next.memory },
    suggestions: [...(next.suggestions ?? []), ...suggest('view-cart', 'deals')],
  };
};

/** How many were to be added is kept until it is said of what. */
const whichToAdd = ({ entities, size }: Understanding, { among = [], memory }: TurnFacts): Draft => ({
  parts: [{ kind: 'which-product', ...(among.length > 1 ? { of: among } : {}) }],
  memory: {
    toCart: { quantity: entities.quantity ?? 1, ...(size === undefined ? {} : { size }), at: memory.turns },
    ...(among.length > 1 ? { shown: among.map(p => p.id) } : {}),
  },
  suggestions: memory.shown.length > 0 || among.length > 0 ? suggest('view-cart') : suggest('recommend'),
});

/** What is clear goes into the cart; of the rest it is asked which, with what there is to choose from. */
const addOrdered = ({ lines, open, inAll }: Ordered, facts: TurnFacts): Draft => {
  const choices = facts.listed ?? [];
  const [first, ...more] = lines;
  const isThere = facts.cart?.lines.some(line => line.product === first?.product);
  return {
    parts: open.length > 0 ? [{ kind: 'which-product', of: choices }] : [],
    ...(first
      ? {
          claim:
            more.length > 0
              ? { kind: 'add-together' as const, lines }
              : {
                  kind: inAll && isThere ? ('set-quantity' as const) : ('add-to-cart' as const),
                  product: first.product,
                  quantity: first.quantity,
                },
        }
      : {}),
    memory: {
      failures: 0,
      ...(open.length > 0
        ? { shown: choices.map(p => p.id), toCart: { at: facts.memory.turns, quantity: open[0]!.quantity } }
        : {}),
    },
    suggestions: suggest('view-cart', 'deals'),
  };
};

export const removeFromCart: Decide = (_turn, understanding, facts) => {
  const { cart, cartProducts } = facts;
  if (!cart || cart.lines.length === 0) return say({ kind: 'cart-empty' });
  const { quantity } = understanding.entities;
  const found = linesMeant(understanding, facts);
  if (found.length === 0)
    return { parts: [{ kind: 'which-to-remove', products: cartProducts }], suggestions: suggest('view-cart') };
  return {
    parts: [],
    claim: {
      kind: 'remove-from-cart',
      products: found,
      ...(quantity === undefined || understanding.everything ? {} : { quantity }),
    },
    memory: { failures: 0 },
    suggestions: suggest('view-cart', 'recommend'),
  };
};

const allOfIt: Suggestion = {
  kind: 'ask',
  label: { en: 'Put it in my cart', zh: '全部加入购物车' },
  text: { en: 'yes please', zh: '好的' },
};

/** What was bought last, proposed as one addition to the cart: "yes" takes all of it, a card takes one thing. */
export const reorder: Decide = (turn, { asksOf }, facts) => {
  const { again, memory } = facts;
  if (!again) {
    return {
      parts: [{ kind: 'again-unknown', signedIn: turn.signedIn, ofKind: asksOf !== undefined }],
      suggestions: suggest('recommend', 'person'),
    };
  }
  const { order, products } = again;
  const lines = order.lines
    .filter(line => !line.gift && products.some(p => p.id === line.product))
    .map(line => ({ product: line.product, quantity: line.quantity }));
  const bought = order.lines.filter(line => !line.gift).length;
  return {
    parts: [{ kind: 'again', order, products, missing: bought - lines.length }],
    memory: {
      shown: products.map(p => p.id),
      failures: 0,
      ...(lines.length > 0 ? { addOn: { key: `again:${order.id}`, at: memory.turns, declined: false, lines } } : {}),
    },
    suggestions: lines.length > 0 ? [allOfIt, ...suggest('view-cart')] : suggest('recommend'),
  };
};

export const viewCart: Decide = (_turn, { goesOn }, facts) => {
  if (!facts.cart || facts.cart.lines.length === 0 || !facts.cartPriced) return say({ kind: 'cart-empty' });
  const next = goesOn ? { parts: [] } : addOn(facts, false);
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
