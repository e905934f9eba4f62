/** What is to be changed of a parcel that was ordered: where it goes, who takes it, the day on which it comes. */
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';

const otherDay = 'delivery-other-day';

/** Rules that are asked of an order that was placed, whatever was told before. */
const ofOrder: ReadonlySet<string> = new Set([
  'address-change',
  'address-on-way',
  'recipient-change',
  'order-change',
  otherDay,
]);
/** Rules of any delivery as well: whoever is not at home asks them before they order. */
const ofHandover: ReadonlySet<string> = new Set(['home-neighbour', 'door-locker']);

const lasts = 4;
const namesParcel =
  /\b(?:my|the|this|that) (?:parcels?|packages?|orders?|delivery)\b|(?:我|这|那)的?(?:快递|单子?|件)|包裹|订单/u;

/** Of this parcel it is asked: "could they leave it with my neighbour", after it was told of. */
export const changesParcel = (
  { plainly, said = '' }: Pick<Understanding, 'plainly' | 'said'>,
  { orderTold, turns }: Pick<ConversationMemory, 'orderTold' | 'turns'>,
): boolean =>
  plainly !== undefined &&
  (ofOrder.has(plainly.name) ||
    (ofHandover.has(plainly.name) &&
      (namesParcel.test(said) || (orderTold !== undefined && turns - orderTold.at <= lasts))));

/**
 * The rule that holds of a parcel as it stands: one that left can only be redirected, and what is chosen at the checkout
 * is changed with the address until it is packed. Undefined: the one that was asked.
 */
export const ruleOfParcel = (name: string | undefined, hasLeft: boolean): string | undefined => {
  // "Can I change the day or the pick-up point": of a parcel that is under way both hang on its carrier.
  if (name === undefined || name === otherDay) return name;
  if (hasLeft) return name === 'address-change' || ofHandover.has(name) ? 'address-on-way' : undefined;
  return name === 'door-locker' ? 'address-change' : undefined;
};
