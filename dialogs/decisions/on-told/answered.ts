/** Yes, no, "never mind" and "that's all" to what was told or asked last, where nothing else waits for them. */
import type { Matter } from '../../matter.ts';
import type { Turn, Understanding } from '../../turn.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { addOnOnTable } from '../add-on.ts';
import { declineOffer } from '../deals.ts';
import { type Draft, suggest } from '../draft.ts';
import { intoCart } from '../into-cart.ts';
import { orderStatus } from '../orders.ts';
import { cheaper, type DecideOnTold, keepIt, keepOn, others, putIn, stays, takeOff, takeOut } from './told.ts';

/** Something else waits for a yes or no: an addition, a size, a choice. */
const isTaken = (facts: TurnFacts): boolean => addOnOnTable(facts) || facts.memory.matter?.proposes === true;

/** A yes to goods is no order yet: it is asked which, or whether. */
export const agreed: DecideOnTold = (matter, turn, understanding, facts) => {
  if (isTaken(facts)) return undefined;
  const memory = stays(matter, facts);
  switch (matter.about) {
    case 'goods': {
      const [only, ...more] = matter.found;
      return more.length === 0 && only
        ? { parts: [{ kind: 'ask-to-add', product: only, sizes: [] }], memory, suggestions: [putIn, others] }
        : { parts: [{ kind: 'which-to-take', of: matter }], memory, suggestions: [cheaper, others] };
    }
    case 'compared':
      return { parts: [{ kind: 'which-to-take', of: matter }], memory, suggestions: [others] };
    case 'product':
      return {
        parts: [{ kind: 'ask-to-add', product: matter.product, sizes: matter.sizes }],
        memory,
        suggestions: [putIn, ...(matter.others.length > 0 ? [others] : [])],
      };
    case 'lacks':
      return { parts: [{ kind: 'told-next', of: matter }], memory, suggestions: [others] };
    // The question that waits is asked again by itself.
    case 'flow':
      return matter.asks === 'cancel' || matter.asks === 'return' ? undefined : { parts: [], memory };
    case 'asked':
      return done(matter, turn, understanding, facts);
    default:
      return undefined;
  }
};

const done = (
  { asked, product }: Extract<Matter, { about: 'asked' }>,
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
): Draft | undefined => {
  switch (asked.what) {
    case 'add': {
      if (!product) return undefined;
      const put = intoCart(product, 1, understanding, facts);
      return { ...put, memory: { ...put.memory, lastIntent: 'add-to-cart' } };
    }
    case 'take-out':
      return {
        parts: [],
        claim: { kind: 'remove-from-cart', products: [asked.product] },
        memory: { failures: 0, lastIntent: 'remove-from-cart' },
        suggestions: suggest('view-cart', 'recommend'),
      };
    case 'deal-off':
      return facts.offer?.id === asked.offer ? declineOffer(turn, understanding, facts) : undefined;
    case 'code-off':
      return {
        parts: [],
        claim: { kind: 'remove-code', code: asked.code },
        memory: { failures: 0 },
        suggestions: suggest('view-cart'),
      };
  }
};

/** A no to goods turns them down; to what was done just now it may be meant to undo that, which is asked first. */
export const refused: DecideOnTold = (matter, turn, understanding, facts) => {
  if (isTaken(facts)) return undefined;
  const memory = stays(matter, facts);
  switch (matter.about) {
    case 'goods':
    case 'product':
    case 'lacks':
    case 'compared':
      return {
        parts: [{ kind: 'none-of-these', of: matter }],
        memory,
        suggestions: [cheaper, others, ...suggest('person')],
      };
    case 'cart':
      return matter.product
        ? {
            parts: [
              {
                kind: 'ask-to-take-out',
                product: matter.product,
                ...(matter.size === undefined ? {} : { size: matter.size }),
              },
            ],
            memory,
            suggestions: [takeOut, keepIt],
          }
        : undefined;
    case 'offer':
      return matter.is === 'applied'
        ? {
            parts: [
              {
                kind: 'ask-deal-off',
                saves: matter.offer.saves,
                total: matter.offer.priced.total,
                offer: matter.offer,
              },
            ],
            memory,
            suggestions: [takeOff, keepOn],
          }
        : undefined;
    case 'code':
      return {
        parts: [{ kind: 'ask-deal-off', saves: matter.saves, total: matter.total, code: matter.code }],
        memory,
        suggestions: [takeOff, keepOn],
      };
    // No person: then it is looked up here.
    case 'trouble':
      return facts.orders.length > 0
        ? orderStatus(turn, { ...understanding, intent: 'order-status' }, facts)
        : undefined;
    default:
      return undefined;
  }
};

export const letBe: DecideOnTold = (matter, _turn, _understanding, facts) => {
  switch (matter.about) {
    case 'cart':
    case 'code':
      return {
        parts: [{ kind: 'let-be', of: matter }],
        memory: stays(matter, facts),
        suggestions: [...(matter.about === 'cart' && matter.product ? [takeOut] : []), ...suggest('view-cart')],
      };
    case 'offer':
      // It was put off: the next yes means something else.
      return {
        parts: [{ kind: 'let-be', of: matter }],
        memory: { failures: 0, offerAt: facts.memory.turns - putOff },
        suggestions: suggest('view-cart', 'recommend'),
      };
    case 'trouble':
      return {
        parts: [{ kind: 'let-be', of: matter }],
        memory: stays(matter, facts),
        suggestions: suggest('person', 'order-status'),
      };
    default:
      return undefined;
  }
};
/** So many messages ago a yes no longer means it. */
const putOff = 9;

/** Whoever leaves with something in the cart hears that it is kept. */
export const thatsAll: DecideOnTold = (matter, _turn, _understanding, facts) => {
  const { cart, cartPriced, openOffers } = facts;
  if (!cart || !cartPriced || cart.lines.length === 0) return undefined;
  const offer =
    matter.about === 'offer' && matter.is === 'offered'
      ? openOffers.find(one => one.id === matter.offer.id)
      : undefined;
  const count = cart.lines.reduce((sum, line) => sum + line.quantity, 0);
  return {
    parts: [{ kind: 'cart-kept', cart: { count, total: cartPriced.total }, bye: true, ...(offer ? { offer } : {}) }],
    memory: { serviceFirst: false, failures: 0 },
    suggestions: suggest('view-cart'),
  };
};
