/** Whether a message answers which things of an order go back. */
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import type { FlowContext } from './flow.ts';
import { looksFor } from './goods-meant.ts';
import { linesNamed, openLines } from './return-lines.ts';
import { earlier, orderOf, type ReturnState } from './return-state.ts';
import { asksSomething } from './return-told.ts';

/** What is in the order is the answer, whatever else it sounds like: 苦荞那两个, of the goods that are listed. */
export const namesLine = async (state: ReturnState, context: FlowContext): Promise<boolean> => {
  const { text, value } = context.turn;
  if (value !== undefined || text.length > 120 || looksFor(text) || asksSomething.test(text)) return false;
  const order = await orderOf(state, context);
  return linesNamed(order, openLines(order, await earlier(order, context)), text.toLowerCase()).length > 0;
};

/** "What is the mug made of?", asked which things go back: nothing is chosen by it. */
export const asksOfGoods = (text: string): boolean =>
  (hasFormOfQuestion(fold(text)) || looksFor(text)) &&
  !ofGoingBack.test(text) &&
  !/^\P{L}*\p{L}+(?: \p{L}+)?[?？]$/u.test(text.trim());
const ofGoingBack = /\b(?:return|send|back|keep|all|everything|both)\b|退|寄|留|全部|都/iu;
