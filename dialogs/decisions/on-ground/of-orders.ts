/** What is asked of one's own orders in a few words: told of each of them, in short. */

import type { Order } from '../../../knowledge/domain/order.ts';
import type { OrderPart, OrderStand } from '../../order-parts.ts';
import type { ReplyPart, Suggestion } from '../../reply.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { type Draft, suggest } from '../draft.ts';
import { answered } from '../page-answer.ts';

type Asked = Extract<OrderPart, { kind: 'orders-stand' }>['asked'];

/** What can be done about them, a tap away. */
const tapsOf = (stands: readonly OrderStand[], asked: Asked): readonly Suggestion[] => {
  const person = suggest('person');
  const acts: Suggestion[] = [
    ...stands.filter(({ is }) => is === 'open').map(({ order }) => cancelTap(order)),
    ...(stands.some(({ is }) => is === 'returnable') ? suggest('start-return') : []),
  ];
  return asked === 'address' || asked === 'exchange' ? [...person, ...acts] : [...acts, ...person];
};
const cancelTap = ({ number }: Order): Suggestion => ({
  kind: 'ask',
  label: { en: 'Cancel order', zh: '取消订单' },
  text: { en: `Cancel order ${number}`, zh: `取消订单 ${number}` },
});

/** The question after it is asked of the same order. */
const toldOf = ([first]: readonly [OrderStand, ...OrderStand[]], { memory }: TurnFacts): Draft['memory'] => ({
  orderTold: { at: memory.turns, number: first.order.number },
  // A flow goes on with what it asked.
  ...(memory.waits ? {} : { lastIntent: 'order-status' }),
  failures: 0,
});

/** The page's own words, where it answers. */
export const pageOf = (
  facts: TurnFacts,
): { readonly parts: readonly ReplyPart[]; readonly memory: Draft['memory'] } => {
  const page = answered(facts);
  return { parts: page?.parts.filter(({ kind }) => kind === 'answer') ?? [], memory: page?.memory };
};

export const toldInShort = (
  stands: readonly [OrderStand, ...OrderStand[]],
  asked: Asked,
  facts: TurnFacts,
  beside: readonly ReplyPart[] = [],
): Draft => ({
  parts: [{ kind: 'orders-stand', asked, stands, days: facts.shop.returnDays }, ...beside],
  suggestions: tapsOf(stands, asked),
  memory: {
    ...toldOf(stands, facts),
    // "The shoes, one size up", after it: of that exchange.
    ...(asked === 'exchange' ? { ownAsked: { matters: ['exchange'] as const, at: facts.memory.turns } } : {}),
  },
});
