/** A sum of the shopper's held against the one that was told, or against the cart. */
import { fromMajor } from '../../knowledge/domain/money.ts';
import type { ConversationMemory } from '../memory.ts';
import type { ReplyPart } from '../reply.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Draft, suggest } from './draft.ts';
import { summed } from './sum.ts';

const lasts = 3;

type Figures = { readonly total: number; readonly fee?: number | undefined; readonly wrap?: number | undefined };

/** Null: nothing is checked, or there is nothing that it could be. */
export const figureHeld = (
  { checks, sum: asked }: Pick<Understanding, 'checks' | 'sum'>,
  facts: TurnFacts,
): Draft | null => {
  const { memory, cartPriced, wrapFee, shop, sum } = facts;
  if (!checks) return null;
  const { currency } = shop;
  const said = fromMajor(checks.said, currency);
  const told = memory.figures && memory.turns - memory.figures.at <= lasts ? memory.figures : undefined;
  const inCart = cartPriced && {
    total: cartPriced.total.minor + (checks.wraps && wrapFee ? wrapFee.minor : 0),
    fee: cartPriced.shipping.minor,
    ...(wrapFee ? { wrap: wrapFee.minor } : {}),
  };
  const reckoned: Figures | undefined = asked && sum ? { total: sum.total.minor, fee: sum.shipping.minor } : undefined;
  const known: readonly Figures[] = reckoned ? [reckoned] : [...(told ? [told] : []), ...(inCart ? [inCart] : [])];
  const [first] = known;
  if (!first) return null;
  const right = known.find(one => one.total === said.minor || one.fee === said.minor || one.wrap === said.minor);
  const is = !right ? null : right.total === said.minor ? 'total' : right.fee === said.minor ? 'delivery' : 'wrap';
  const checked: ReplyPart = { kind: 'figure-checked', said, is, total: { minor: (right ?? first).total, currency } };
  // What it is reckoned from is told with it.
  const reckoning = asked && reckoned ? summed(asked, facts) : undefined;
  if (reckoning) return { ...reckoning, parts: [checked, ...reckoning.parts] };
  return {
    parts: [checked],
    suggestions: suggest('view-cart'),
    memory: { failures: 0 },
  };
};

/** The sum that was told last, for whoever holds another against it. */
export const figuresTold = (parts: readonly ReplyPart[], at: number): Pick<ConversationMemory, 'figures'> => {
  let figures: ConversationMemory['figures'];
  for (const part of parts) {
    if (part.kind === 'with-wrap') figures = { ...figures, at, total: part.total.minor, wrap: part.fee.minor };
    else if (part.kind === 'cart' || part.kind === 'new-total')
      figures = { at, total: (part.abroad?.total ?? part.total).minor };
    else if (part.kind !== 'would-cost' && part.kind !== 'order-would-cost') continue;
    else if (part.abroadFor) figures = { at, total: part.abroadFor.total.minor, fee: part.abroadFor.fee.minor };
    else if (!part.abroad) figures = { at, total: part.total.minor, fee: part.shipping.minor };
  }
  return figures ? { figures } : {};
};
