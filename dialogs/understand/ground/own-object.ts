/** What makes a message say for itself what it is about: it is no short question then, however much it sounds like one. */
import type { Intent } from '../../turn.ts';
import { isOfPlace } from '../pages/policies.ts';
import type { PolicyAsked } from '../pages/policy-asked.ts';
import { soldAsked } from '../product/sold-asked.ts';
import type { Reading } from '../text/reading.ts';
import { type Ask, ofWhatWasTold } from './asks.ts';

/** A detail by its kind, as text/features.ts puts it, and the questions that have it in them. */
const details: readonly (readonly [detail: RegExp, within: ReadonlySet<Ask>])[] = [
  // A present is what things are to become, and none of the goods; the rule of taxes is that of all of them (税包在里面没 holds a 包).
  [/\bx(?:category|product|brand)\b/, new Set(['gift-wrap', 'tax-included'])],
  [/\bx(?:order|email|money)\b/, new Set()],
  [/\bxsize\b/, new Set()],
  [/\bxcolour\b/, new Set(['in-colour', 'other-colour'])],
  [/\bxnumber\b/, new Set(['change-count', 'sum-of-several', 'take-one-of-list', 'by-date'])],
];
/** 100克的, "the 50 ml one": one of several packs or forms. */
const measured = /\d ?(?:k?g|ml|cl|l|lit(?:er|re)s?|cm|mm|oz|inch(?:es)?|克|毫升|升|片|包|厘米|寸)(?![a-z])/;
/** 换成L吧: the size that is wanted instead. */
const sized =
  /(?:换成?|改成?|要) ?(?:x{0,3}[sl]|m|\d{2}(?:\.5)?)(?:码|号)?(?![a-z\d])|\bsize (?:x{0,3}[sl]|m|\d{1,2})\b/u;
/** Another of the list is named by its place, or a colour is left out. */
const pointed = /第 ?[一二三四五\d]|\b(?:first|second|third|last)\b/u;
const pointing: ReadonlySet<Ask> = new Set([
  'take-one-of-list',
  'other-one',
  'whats-the-difference',
  'why-this',
  'not-wanted',
  'take-out',
]);
const leftOut = /以外|除了|之外|\b(?:other than|except|apart from|anything but|instead of)\b/u;
const withPlace: ReadonlySet<Ask> = new Set(['delivery-to-place', 'arrival', 'by-date']);
/** "Do you sell guitars" is asked of the shop. */
const ofShelves: ReadonlySet<Ask> = new Set(['in-stock', 'show-more', 'in-colour', 'anything-cheaper', 'for-somebody']);

/** Asked of the shop's rules as well, and answered by what they are for what lies there. */
const ofRules: ReadonlySet<Ask> = new Set([
  'delivery-cost',
  'delivery-included',
  'delivery-to-place',
  'arrival',
  'by-date',
  'instalments',
  'gift-wrap',
  'tax-included',
  'stack-with-code',
  'cheaper-later',
  'return-possible',
  'refund-amount',
  'cancel-it',
  'order-where',
  'change-address',
  'exchange-size',
  'invoice-need',
  'talk-person',
]);
/** They go on with a rule that was told, for one's own case, or are moves of the cart whatever was told. */
const afterRule: ReadonlySet<Ask> = new Set([
  'return-possible',
  'refund-amount',
  'add-it',
  'take-one-of-list',
  'change-count',
  'take-out',
  'not-wanted',
  'show-cart',
  'other-one',
  'other-colour',
]);

/** "Not pink": the colour is turned down, and not asked for. */
const turnsDown =
  /^(?:but |and |just |please |ok )*(?:not|anything but|nothing in) (?:in )?[a-z]+(?: [a-z]+)?(?: please| though| ones?)?[.! ]*$/;
const asksWeight =
  /^(?:and |so |ok |but )*(?:(?:is|are) (?:it|they|this|that|these|those|the \w+) (?:very |really |too |that )?heavy[?!. ]*$|how (?:heavy|light|much does)|what(?:'s| is| does).{0,16}weigh)|(?:多|有多)(?:重|轻)|几斤|重量/u;

export const hasOwnObject = (ask: Ask, { folded, masked }: Reading, policy: PolicyAsked | undefined): boolean => {
  // "What do you need from me", after the rule of a claim: it goes on with that rule.
  if (ask === 'what-now' && policy?.next) return true;
  // "Deliver to my work address?": nothing is to be changed.
  if (ask === 'change-address' && policy?.name === 'any-address') return true;
  // "How heavy" asks for its weight, and for no other.
  if (ask === 'something-lighter' && asksWeight.test(folded)) return true;
  if ((ask === 'in-colour' || ask === 'other-colour') && turnsDown.test(folded)) return true;
  if (ofWhatWasTold.has(ask)) return false;
  if (
    measured.test(folded) ||
    sized.test(folded) ||
    leftOut.test(folded) ||
    (pointed.test(folded) && !pointing.has(ask))
  )
    return true;
  if (details.some(([detail, within]) => detail.test(masked) && !within.has(ask))) return true;

  if (isOfPlace(folded) && !withPlace.has(ask)) return true;
  if (ofShelves.has(ask) && soldAsked(folded) !== undefined) return true;
  // "Which banks?" goes on about the rule; "how do I pay" has one of its own.
  return policy !== undefined && (policy.next ? !afterRule.has(ask) : !policy.open && !ofRules.has(ask));
};

/** Moves that a message makes in more words than a yes or a no. */
const moreThan: Readonly<Partial<Record<Ask, ReadonlySet<Intent>>>> = {
  yes: new Set(['add-to-cart', 'change-quantity', 'remove-from-cart', 'reorder', 'product-search', 'apply-code']),
  no: new Set(['product-search', 'add-to-cart']),
  'sum-of-several': new Set(['add-to-cart']),
  // "One more bag please" is put in, and asks nothing.
  'one-more': new Set(['add-to-cart', 'change-quantity']),
  // "One less" is so many in the cart, and no price.
  'anything-cheaper': new Set(['change-quantity', 'remove-from-cart']),
  'something-lighter': new Set(['change-quantity', 'remove-from-cart']),
  // "And now?", after something was forgotten: what is left is told.
  'what-now': new Set(['about-me']),
  // To buy it again asks for more than whether it was bought.
  'bought-before': new Set(['reorder']),
};

/** "Not these", of a list, wishes for others; 都加上 takes all of them. `intent`: of the message as it stands. */
export const doesMore = (ask: Ask, intent: Intent): boolean => moreThan[ask]?.has(intent) ?? false;
