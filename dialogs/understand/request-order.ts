/** In which order the requests of a message are answered, and what has to wait for an answer. */
import { colours } from '../../knowledge/profile/vocabulary/looks.ts';
import { namesCart } from './clause-groups.ts';
import type { Kind } from './request-kinds.ts';
import type { Request } from './several-requests.ts';

/** The requests in the order of their answers, without what has to be chosen first. */
export const inPlaces = (requests: readonly Request[], kinds: ReadonlySet<Kind>): readonly Request[] => {
  const waits = requests.find(one => choosesFirst(one, requests));
  return requests
    .flatMap(one => (one === waits ? [] : [waits ? ofTaken(one, waits) : one]))
    .sort((a, b) => placeOf(a, kinds) - placeOf(b, kinds));
};

/** What takes the conversation over comes after what can be answered at once, and the cart after what changes it. */
const placeOf = ({ understanding, turn }: Request, all: ReadonlySet<Kind>): number => {
  const { intent, entities } = understanding;
  // "The second one" is of the list the shopper sees, not of one that comes with the answer.
  if ((intent === 'add-to-cart' || intent === 'remove-from-cart') && entities.ordinal) return all.has('goods') ? -1 : 0;
  if (intent === 'view-cart')
    return all.has('add') || all.has('quantity') || all.has('remove') || all.has('code') ? 0.5 : 0;
  // An offer is used on what is in the cart by then.
  if (intent === 'apply-offer') return 0.4;
  if (intent === 'person') return 3;
  // Whatever else the message brings is forgotten with the rest.
  if (intent === 'forget-all') return 1.5;
  if (intent === 'start-return' || intent === 'cancel-order') return 2;
  return intent === 'order-status' && !turn.signedIn ? 1 : 0;
};

/** "I'll take the headphones, what colours are there?": which one goes in is not known yet. */
const choosesFirst = ({ turn, understanding }: Request, all: readonly Request[]): boolean =>
  understanding.intent === 'add-to-cart' &&
  !namesCart.test(turn.text) &&
  !saysColour.test(turn.text) &&
  all.some(({ understanding: { intent, choice, asksOf = [], entities }, turn: { text } }) => {
    const isOfIt = entities.products.every(id => understanding.entities.products.includes(id));
    // "I'll try it. Have you got it in grey?"
    const asksForm = choice === 'colour' || asksOf.some(one => one.slot === 'colour');
    return intent === 'product-details' && asksForm && isOfIt && !others.test(text);
  });
/** Of what would be taken. */
const ofTaken = (one: Request, { understanding: { entities } }: Request): Request =>
  one.understanding.choice === 'colour' && entities.products.length === 1
    ? {
        ...one,
        understanding: {
          ...one.understanding,
          entities: { ...one.understanding.entities, products: entities.products },
        },
      }
    : one;
const others = /\b(?:other|else|also)\b|别的|其他|其它/iu;
const saysColour = new RegExp(
  `\\b(?:${colours.en.trim().split(/,\s*/u).join('|')})\\b|[红橙黄绿蓝紫黑白灰棕褐粉米银金青]`,
  'iu',
);
