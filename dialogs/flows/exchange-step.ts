/** Another one was wished for in place of money: that is a colleague's work, who hears which thing and which size. */
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import { suggest } from '../decisions/draft.ts';
import { colourExchanged, sizeExchanged, wantsExchange } from '../understand/orders/exchange-asked.ts';
import { ends, type FlowContext, type FlowStep } from './flow.ts';
import { goodsIn, linesOfKind } from './goods-meant.ts';
import { linesDescribed, openLines, type ReturnLine } from './return-lines.ts';
import { earlier, orderOf, type ReturnState, returnable } from './return-state.ts';

export const asksExchange = ({ turn, understanding }: Pick<FlowContext, 'turn' | 'understanding'>): boolean =>
  turn.value === undefined && (wantsExchange(turn.text) || understanding.exchanges === true);

/** Nothing is registered: an exchange is no refund. */
export const byPerson = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => {
  const size = sizeExchanged(context.turn.text);
  const colour = colourExchanged(context.turn.text);
  const of = await exchanged(state, size?.had, context);
  return {
    ...ends(state, {
      kind: 'exchange-by-person',
      ...(of ? { of } : {}),
      ...(size ? { size: size.wanted } : {}),
      ...(colour === undefined ? {} : { colour }),
    }),
    suggestions: suggest('person', 'start-return'),
  };
};

/** What is to be exchanged: the line that is named, or was had in that size, or the only one there is. */
const exchanged = async (
  state: ReturnState,
  had: string | undefined,
  context: FlowContext,
): Promise<{ readonly order: Order; readonly line: OrderLine } | undefined> => {
  if (!context.turn.signedIn) return undefined;
  const orders = state.order ? [await orderOf(state, context)] : await returnable(context);
  const text = context.turn.text.toLowerCase();
  const all: { readonly order: Order; readonly line: OrderLine }[] = [];
  const named: typeof all = [];
  for (const order of orders) {
    const open = openLines(order, await earlier(order, context));
    const described = linesDescribed(order, open, text);
    const meant = described.length > 0 ? described : await linesOfKind(open, context);
    const ofOrder = (lines: readonly ReturnLine[]) =>
      lines.flatMap(({ product }) => {
        const line = order.lines.find(one => one.product === product);
        return line ? [{ order, line }] : [];
      });
    all.push(...ofOrder(open));
    named.push(...ofOrder(meant));
  }
  // Other goods than those that could go back are not meant by what is named.
  const among = named.length > 0 ? named : goodsIn(context) === null ? all : [];
  const sized = had === undefined ? [] : among.filter(({ line }) => line.size?.split(', ').includes(had));
  const found = sized.length > 0 ? sized : among;
  return found.length === 1 ? found[0] : undefined;
};
