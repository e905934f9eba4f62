/** What goes into the cart and out of it, and the cart itself. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { add } from '../../knowledge/domain/money.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { matches, valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import { abroadOf } from '../sent-abroad.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { Ordered } from '../understand/cart/ordered.ts';
import { otherThing } from '../understand/cart/other-thing.ts';
import { moreCounted } from '../understand/orders/order-wishes.ts';
import { asksHowToCheckOut, checksOut } from '../understand/product/focus-talk.ts';
import { productDetails } from './about-product.ts';
import { addOn, addOnOnTable, takeAddOn } from './add-on.ts';
import { linesMeant } from './cart-lines.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { intoCart } from './into-cart.ts';
import { notSold } from './not-sold.ts';
import { listProducts } from './shopping.ts';
import { isWorn } from './worn-sizes.ts';

/** Where it goes, not what. */
const cartWords = /^(?:cart|basket|bag|trolley)$/;

export const addToCart: Decide = (turn, understanding, facts) => {
  const { products, ordinal } = understanding.entities;
  // "Add it", right after an addition was proposed.
  if (addOnOnTable(facts) && turn.value === undefined && products.length === 0 && !ordinal && !understanding.ordered)
    return takeAddOn(facts, { quantity: understanding.entities.quantity });
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
  const other = facts.focus && turn.value === undefined ? otherThing(understanding, facts.focus) : undefined;
  if (other !== undefined)
    return namesGoods
      ? notSold(facts.unsold!.what.replace(/^(?:add|put) /, ''), facts)
      : whichToAdd(understanding, { ...facts, among: [] });
  const asked = understanding.asksOf ?? [];
  // The black tea is black by its name.
  const isCalled = ({ name }: Product, { value, quote }: StatedPreference): boolean =>
    Object.values(name).some(one => fold(one).includes(fold(value)) || fold(one).includes(fold(quote)));
  const isAsked = (product: Product): boolean => asked.every(one => matches(product, one) || isCalled(product, one));
  const bought =
    facts.focus && !isAsked(facts.focus) ? facts.family?.find(p => isSellable(p) && isAsked(p)) : facts.focus;
  // "The mug in yellow", of which there is none: what there is instead.
  if (!bought && facts.focus && asked.every(one => one.slot === 'colour')) {
    const { parts, suggestions } = productDetails(turn, { ...understanding, intent: 'product-details' }, facts);
    const toCart = { quantity: understanding.entities.quantity ?? 1, at: facts.memory.turns };
    return { parts, memory: { focus: facts.focus.id, failures: 0, toCart }, ...(suggestions ? { suggestions } : {}) };
  }
  if (!bought) return whichToAdd(understanding, facts);
  const { addedUp = [] } = facts.memory;
  const before = addedUp.length > 1 ? [] : addedUp;
  const [only] = summed.length > 0 || takesOne.test(understanding.said ?? '') ? summed : before;
  const told = only?.product === bought.id ? only.quantity : 1;
  return intoCart(bought, understanding.entities.quantity ?? told, understanding, facts);
};

/** "Put it in", some while after so many were added up. */
const takesOne = /\b(?:it|this|that|an?|one)\b|它|[这那一][个件只款]/u;

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
const addOrdered = ({ inAll, absent = [], ...said }: Ordered, facts: TurnFacts): Draft => {
  const inCart = (product: ProductId): boolean => facts.cart?.lines.some(line => line.product === product) ?? false;
  // "Make it 3 mugs": of those in the cart, where one of them is.
  const there = said.open.length === 1 && inAll ? said.open[0]!.products.filter(inCart) : [];
  const isThere = there.length === 1 && said.lines.length === 0;
  const lines = isThere ? [{ product: there[0]!, quantity: said.open[0]!.quantity }] : said.lines;
  const open = isThere ? [] : said.open;
  const choices = facts.listed ?? [];
  const [first, ...more] = lines;
  return {
    parts: [
      ...(absent.length > 0
        ? [{ kind: 'not-sold' as const, what: absent.join(', '), nearest: false, beside: true as const }]
        : []),
      ...(open.length > 0 ? [{ kind: 'which-product' as const, of: choices }] : []),
      ...unsizedOf(lines, facts),
    ],
    ...(first
      ? {
          claim:
            more.length > 0
              ? { kind: 'add-together' as const, lines }
              : {
                  kind: inAll && inCart(first.product) ? ('set-quantity' as const) : ('add-to-cart' as const),
                  product: first.product,
                  quantity: first.quantity,
                  ...(first.size === undefined ? {} : { size: first.size }),
                },
        }
      : {}),
    memory: {
      failures: 0,
      // What is asked about is of the list: no colour that is told next is of what went in.
      ...(first && open.length === 0 ? { focus: (more.at(-1) ?? first).product } : {}),
      ...(open.length > 0
        ? { shown: choices.map(p => p.id), toCart: { at: facts.memory.turns, quantity: open[0]!.quantity } }
        : {}),
    },
    suggestions: suggest('view-cart', 'deals'),
  };
};

/** Of one thing that comes in sizes, without one. */
const unsizedOf = (lines: Ordered['lines'], { focus }: TurnFacts): readonly ReplyPart[] => {
  const [line, ...others] = lines;
  const sizes = focus && line?.product === focus.id && line.size === undefined ? (valuesOf(focus, 'size') ?? []) : [];
  return others.length === 0 && sizes.some(isWorn) && focus ? [{ kind: 'which-size', product: focus, sizes }] : [];
};

export const removeFromCart: Decide = (turn, understanding, facts) => {
  const { cart, cartProducts } = facts;
  if (!cart || cart.lines.length === 0) return say({ kind: 'cart-empty' });
  const { quantity } = understanding.entities;
  const found = linesMeant(understanding, facts, turn.text);
  if (found.length === 0 && understanding.onlyNamed) return viewCart(turn, understanding, facts);
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

export const allOfIt: Suggestion = {
  kind: 'ask',
  label: { en: 'Put it in my cart', zh: '全部加入购物车' },
  text: { en: 'yes please', zh: '好的' },
};

/** What was bought last, proposed as one addition to the cart: "yes" takes all of it, a card takes one thing. */
export const reorder: Decide = (turn, { asksOf, entities: { quantity }, said = '' }, facts) => {
  const { again, memory } = facts;
  if (!again) {
    return {
      parts: [
        { kind: 'again-unknown', signedIn: turn.signedIn, ofKind: asksOf?.some(p => p.slot !== 'colour') ?? false },
      ],
      suggestions: suggest('recommend', 'person'),
    };
  }
  const { order, products } = again;
  const held = order.lines.filter(line => !line.gift && products.some(p => p.id === line.product));
  // 再买两包, of the one thing that it was.
  const told = held.length === 1 ? (quantity ?? moreCounted(said)) : undefined;
  const lines = held.map(line => ({ product: line.product, quantity: told ?? line.quantity }));
  const bought = order.lines.filter(line => !line.gift).length;
  return {
    parts: [
      {
        kind: 'again',
        order,
        products,
        missing: bought - lines.length,
        ...(again.colour ? { colour: again.colour } : {}),
      },
    ],
    memory: {
      shown: products.map(p => p.id),
      ...(products.length === 1 ? { focus: products[0]!.id } : {}),
      failures: 0,
      ...(lines.length > 0 ? { addOn: { key: `again:${order.id}`, at: memory.turns, declined: false, lines } } : {}),
    },
    suggestions: lines.length > 0 ? [allOfIt, ...suggest('view-cart')] : suggest('recommend'),
  };
};

export const viewCart: Decide = (_turn, understanding, facts) => {
  const { goesOn, said = '' } = understanding;
  const ordering = asksHowToCheckOut(said) || checksOut(said) ? { ordering: true as const } : {};
  if (!facts.cart || facts.cart.lines.length === 0 || !facts.cartPriced)
    return say({ kind: 'cart-empty', ...ordering });
  const { abroad } = abroadOf(facts.cartPriced, facts.sendsTo);
  const total = abroad?.total ?? facts.cartPriced.total;
  // What an addition brings is reckoned with delivery within the country.
  const next = goesOn || facts.sendsTo ? { parts: [] } : addOn(facts, false);
  return {
    parts: [
      {
        kind: 'cart',
        cart: facts.cart,
        products: facts.cartProducts,
        total: facts.cartPriced.total,
        ...(abroad ? { abroad } : {}),
        deals: facts.cartDeals ?? [],
        ...ordering,
      },
      ...(understanding.wraps && facts.wrapFee
        ? [{ kind: 'with-wrap' as const, fee: facts.wrapFee, total: add(total, facts.wrapFee) }]
        : []),
      ...next.parts,
    ],
    ...(next.memory ? { memory: next.memory } : {}),
    ...(next.suggestions ? { suggestions: next.suggestions } : {}),
    offers: 'unprompted',
  };
};
