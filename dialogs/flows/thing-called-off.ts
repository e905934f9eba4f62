/** "Cancel the mug" names a thing and no order: only some of an order is meant then, or none of those there are. */
import type { Order } from '../../knowledge/domain/order.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { suggest } from '../decisions/draft.ts';
import { hasParts, partTold } from '../decisions/part-called-off.ts';
import { callsOffThing } from '../understand/orders/thing-called-off.ts';
import { ends, type FlowContext, type FlowStep } from './flow.ts';
import { goodsIn, linesOfKind } from './goods-meant.ts';
import { linesNamed, openLines } from './return-lines.ts';

export const callsOff = ({ turn }: FlowContext): boolean => turn.value === undefined && callsOffThing(fold(turn.text));

const calling = /^(?:帮我|请|把|我想?要?)*取消(?:掉|了)?(?:那|这)?[个件双条只]?/u;
/** Nobody's jacket is called off for a mug that was never ordered. */
export const noSuchThing = <State>(state: State, context: FlowContext): FlowStep<State> => ({
  ...ends(state, { kind: 'not-in-orders', what: (goodsIn(context) ?? '').replace(calling, '') }),
  suggestions: suggest('order-status', 'person'),
});

const between = /\b(?:and|plus)\b|[&+、和跟与]/u;
/** Undefined: all of the order is named, or nothing that is in it. */
export const thingOnly = async <State>(
  state: State,
  order: Order,
  context: FlowContext,
): Promise<FlowStep<State> | undefined> => {
  if (!callsOff(context) || !hasParts(order)) return undefined;
  const open = openLines(order, []);
  const such = await linesOfKind(open, context);
  const text = fold(context.turn.text);
  const named = such.length > 0 ? such : linesNamed(order, open, text);
  const isSeveral = between.test(text);
  const count = isSeveral ? Math.max(text.split(between).length, named.length) : named.length;
  if (named.length === 0 || count >= open.length) return undefined;
  const [only] = named;
  const isOne = named.length === 1 && !isSeveral;
  const line = isOne ? order.lines.find(({ product }) => product === only?.product) : undefined;
  return { ...ends(state, partTold(order, line)), suggestions: suggest('person') };
};
