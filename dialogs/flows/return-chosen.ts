/** Other things of the order than those that were chosen to go back. */
import type { FlowContext, FlowStep } from './flow.ts';
import { linesOfKind, ownGoodsIn } from './goods-meant.ts';
import { asking } from './return-asks.ts';
import { linesCorrected, namesAnother, tellsWhatStays } from './return-corrections.ts';
import { clausesOf, linesExcluded, linesOfThing, openLines } from './return-lines.ts';
import { elsewhere } from './return-order.ts';
import { earlier, orderOf, type ReturnState } from './return-state.ts';

/** "No, only the shirt": the same question again, for those. */
export const otherLines = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState> | null> => {
  const order = await orderOf(state, context);
  const open = openLines(order, await earlier(order, context));
  const lines = linesCorrected(order, open, state.lines ?? [], context, state.step === 'reason');
  return lines ? asking({ ...state, lines }, context) : null;
};

/** 外套啊，不是拼图: nothing chosen is meant, and what is may be in another order. */
export const noneLeft = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState> | null> => {
  const { text, value } = context.turn;
  if (value || text.length > 120) return null;
  // "Wrong one, the shoes": of which there are none among those chosen.
  if (namesAnother(text) && ownGoodsIn(context) && (await linesOfKind(state.lines ?? [], context)).length === 0)
    return elsewhere(state, context);
  const order = await orderOf(state, context);
  // 盖碗不退: by what the thing is, where it is said to stay.
  const staying = clausesOf(text.toLowerCase()).filter(tellsWhatStays).join(', ');
  const out = [
    ...new Set([
      ...linesExcluded(order, state.lines ?? [], text.toLowerCase()),
      ...linesOfThing(order, state.lines ?? [], staying),
    ]),
  ];
  if (out.length === 0 || out.length < (state.lines ?? []).length) return null;
  if (ownGoodsIn(context)) return elsewhere(state, context);
  const { lines: _, ...rest } = state;
  const open = openLines(order, await earlier(order, context));
  const isAllOfIt = open.every(line => out.some(one => one.product === line.product));
  return asking(isAllOfIt ? { step: 'order' } : { ...rest, step: 'lines' }, context);
};
