/** What goes into the cart, out of it or changes in it, decided on the ground they are asked on. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { cancelPreview } from '../../offers/ledger/cancel.ts';
import type { Suggestion } from '../../reply.ts';
import { abroadOf } from '../../sent-abroad.ts';
import type { Intent } from '../../turn.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { addOnOnTable, takeAddOn } from '../add-on.ts';
import { viewCart } from '../cart.ts';
import { type Draft, suggest } from '../draft.ts';
import type { DecideOn, OnGroundDecisions } from '../on-ground.ts';
import { wornSizes } from '../worn-sizes.ts';

/** Nothing lies before the shopper that it could be. */
const whichOne: DecideOn = (_ground, _turn, _understanding, { memory }) =>
  memory.shown.length > 0 || memory.focus !== undefined
    ? undefined
    : { parts: [{ kind: 'which-product' }], suggestions: suggest('recommend') };

const oneMore: Suggestion = {
  kind: 'ask',
  label: { en: 'Add another', zh: '再加一件' },
  text: { en: 'add one more of it', zh: '再加一件' },
};

/** It is in the cart, and no second one goes in unasked. */
const isInAlready: DecideOn = (_ground, turn, _understanding, facts) => {
  const { cart, cartProducts, cartPriced, memory } = facts;
  const waits = memory.toCart !== undefined && memory.turns - memory.toCart.at <= 1;
  if (!cart || !cartPriced || waits || turn.value || addOnOnTable(facts)) return undefined;
  const line =
    cart.lines.find(one => one.product === memory.focus) ??
    (memory.focus === undefined && cart.lines.length === 1 ? cart.lines[0] : undefined);
  const product = cartProducts.find(one => one.id === line?.product);
  if (!line || !product) return undefined;
  return {
    parts: [
      {
        kind: 'in-cart-already',
        product,
        quantity: line.quantity,
        ...(line.size === undefined ? {} : { size: line.size }),
        total: cartPriced.total,
        ...abroadOf(cartPriced, facts.sendsTo),
      },
    ],
    // "Another one" is of it.
    memory: { focus: product.id, failures: 0, lastIntent: 'add-to-cart' },
    suggestions: [oneMore, ...suggest('view-cart')],
  };
};

const isOfCart: ReadonlySet<Intent> = new Set([
  'add-to-cart',
  'remove-from-cart',
  'change-quantity',
  'view-cart',
  'apply-code',
  'apply-offer',
  'decline-offer',
  'deals',
]);

const yesAdd: Suggestion = {
  kind: 'ask',
  label: { en: 'Yes, put it in', zh: '好，加进去' },
  text: { en: 'yes please', zh: '好的' },
};
const others: Suggestion = {
  kind: 'ask',
  label: { en: 'Show others', zh: '看看别的' },
  text: { en: 'show me others like it', zh: '看看类似的' },
};

/** "Yes" puts it in, or the size that is told then. */
const proposed = (product: Product, { memory }: TurnFacts): Draft['memory'] => ({
  focus: product.id,
  failures: 0,
  ...(wornSizes(product).length > 0 ? { toCart: { quantity: 1, at: memory.turns } } : {}),
  addOn: {
    key: `one:${product.id}`,
    at: memory.turns,
    declined: memory.addOn?.declined ?? false,
    lines: [{ product: product.id, quantity: 1 }],
  },
});

const whichOfThese = (facts: TurnFacts, inColour = false): Draft => {
  const { listed: products = [], cart, cartProducts, memory } = facts;
  const spokenOf = cart?.lines.find(line => line.product === memory.focus) ?? cart?.lines.at(-1);
  const stays = cartProducts.find(one => one.id === spokenOf?.product);
  return {
    parts: [
      {
        kind: 'which-of-these',
        products,
        ...(inColour ? { inColour: true } : stays && isOfCart.has(memory.lastIntent ?? 'unclear') ? { stays } : {}),
      },
    ],
    memory: { shown: products.map(one => one.id), failures: 0 },
    suggestions: suggest('recommend'),
  };
};

/** Those of the list in the colour that is said, or that none comes in it. */
const inColour: DecideOn = (_ground, _turn, { before, asksOf = [] }, facts) => {
  if (!before || !facts.listed || facts.listed.length === 0) return undefined;
  if (asksOf.length === 0) return whichOfThese(facts, true);
  return {
    parts: [{ kind: 'each-comes', asked: asksOf, of: [], not: facts.listed }],
    memory: { failures: 0 },
    suggestions: suggest('recommend'),
  };
};

/** So many of one of these. */
const someOfThese: DecideOn = (_ground, _turn, { before, entities: { quantity = 1 } }, facts) => {
  const { listed: of = [], memory } = facts;
  if (!before || of.length === 0) return undefined;
  return {
    parts: [{ kind: 'which-product', of, ...(quantity > 1 ? { quantity } : {}) }],
    memory: { toCart: { quantity, at: memory.turns }, shown: of.map(one => one.id), failures: 0 },
    suggestions: suggest('view-cart'),
  };
};

/** What was proposed goes in first. */
const withProposed: DecideOn = (_ground, _turn, _understanding, facts) =>
  addOnOnTable(facts) ? { ...takeAddOn(facts), parts: [{ kind: 'how-to-order', inCart: true }] } : undefined;

/** There was one, and another of it is spoken of: to take it, or not. */
const onlyOne =
  (taken: boolean): DecideOn =>
  (_ground, _turn, { before }, facts) => {
    const [product, ...more] = before ? (facts.listed ?? []) : [];
    if (!product) return undefined;
    if (more.length > 0) return whichOfThese(facts);
    const inCart = facts.cart?.lines.some(line => line.product === product.id) ?? false;
    return {
      parts: [{ kind: 'only-one', product, inCart, taken }],
      memory: taken && !inCart ? proposed(product, facts)! : { focus: product.id, failures: 0 },
      suggestions: inCart ? [others, ...suggest('view-cart')] : taken ? [yesAdd, others] : [others],
    };
  };

/** One thing is looked at, and the cart is empty. */
const putInFirst: DecideOn = (_ground, _turn, { before }, facts) => {
  const [product] = before ? (facts.listed ?? []) : [];
  if (!product || (facts.cart?.lines.length ?? 0) > 0) return undefined;
  const sizes = wornSizes(product);
  return {
    parts: [{ kind: 'put-in-first', product, ...(sizes.length > 0 ? { sizes } : {}) }],
    memory: proposed(product, facts)!,
    suggestions: [yesAdd],
  };
};

/** The cart with the deal that waits beside it. */
const withOffer: DecideOn = (_ground, turn, understanding, facts) => {
  if (facts.offer?.state !== 'quoted' || (facts.cart?.lines.length ?? 0) === 0) return undefined;
  const { offers: _, ...cart } = viewCart(turn, { ...understanding, goesOn: true }, facts);
  return {
    ...cart,
    parts: [...cart.parts, { kind: 'offer', offer: facts.offer, unprompted: true }],
    memory: { ...cart.memory, offer: facts.offer.id },
  };
};

/** Single things of an order that is placed. */
const asItIs: DecideOn<Extract<Parameters<DecideOn>[0], { kind: 'order' }>> = (
  { number },
  turn,
  _understanding,
  facts,
) => {
  const order = facts.orders.find(one => one.number === number);
  if (!turn.signedIn || !order) return undefined;
  const preview = cancelPreview(order) ?? undefined;
  return (
    preview && {
      parts: [{ kind: 'order-as-it-is', order, refund: preview.refund }],
      memory: { failures: 0 },
      suggestions: suggest('cancel-order', 'person'),
    }
  );
};

export const cartOnGround: OnGroundDecisions = {
  'add-it': {
    nothing: whichOne,
    page: whichOne,
    unsold: whichOne,
    order: whichOne,
    cart: isInAlready,
    one: isInAlready,
  },
  'take-one-of-list': { one: onlyOne(true), list: onlyOne(true), cart: onlyOne(true), offer: onlyOne(true) },
  'change-count': {
    nothing: whichOne,
    page: (...all) => someOfThese(...all) ?? whichOne(...all),
    deals: someOfThese,
    unsold: whichOne,
    list: someOfThese,
    again: someOfThese,
    order: asItIs,
  },
  'take-out': { order: asItIs },
  'check-out': { one: putInFirst, offer: withOffer, again: withProposed },
  'other-one': {
    nothing: whichOne,
    page: (...all) => onlyOne(false)(...all) ?? whichOne(...all),
    unsold: whichOne,
    one: onlyOne(false),
    list: onlyOne(false),
    cart: onlyOne(false),
    offer: onlyOne(false),
  },
  'other-colour': {
    nothing: whichOne,
    // Of what was ordered its rule tells whether it can be changed.
    page: (...all) => inColour(...all) ?? (all[3].memory.policy === 'order-change' ? undefined : whichOne(...all)),
    deals: inColour,
    unsold: whichOne,
    list: inColour,
    again: inColour,
  },
};
