/** What a return asks at each of its steps, with the taps that answer it. */
import { asId, type ReturnId } from '../../knowledge/domain/ids.ts';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { suggest } from '../decisions/draft.ts';
import type { ReturnRefusal } from '../flow-parts.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import { ends, type FlowContext, type FlowStep } from './flow.ts';
import { orderOf, type ReturnState, refundOf, returnable } from './return-state.ts';

export const question = async (state: ReturnState, context: FlowContext): Promise<ReplyPart[]> => {
  switch (state.step) {
    case 'order': {
      if (!context.turn.signedIn) {
        return [state.number ? { kind: 'ask-email', number: state.number } : { kind: 'ask-order-number' }];
      }
      return [{ kind: 'ask-which-order', orders: await returnable(context) }];
    }
    case 'lines':
      return [
        {
          kind: 'ask-which-lines',
          order: await orderOf(state, context),
          ...(state.among ? { among: state.among } : {}),
        },
      ];
    case 'reason':
      return [{ kind: 'ask-reason', order: await orderOf(state, context), lines: state.lines ?? [] }];
    case 'confirm':
      return [await preview(state, context)];
  }
};

export const skip: Suggestion = { kind: 'ask', label: { en: 'Skip', zh: '跳过' }, text: { en: 'Skip', zh: '跳过' } };

export const options = (state: ReturnState): Suggestion[] => {
  if (state.step === 'confirm') return suggest('yes', 'no');
  return state.step === 'reason' ? [skip, ...suggest('cancel')] : suggest('cancel', 'person');
};

export const asking = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => ({
  state,
  parts: await question(state, context),
  suggestions: options(state),
  done: false,
});

const preview = async (state: ReturnState, context: FlowContext): Promise<ReplyPart> => {
  const order = await orderOf(state, context);
  const { refund, notes, deductions } = await refundOf(state, order, context);
  return { kind: 'return-preview', order, lines: state.lines ?? [], refund, notes, deductions };
};

/** Nothing of it can go back, and why. */
export const refused = (
  state: ReturnState,
  order: Order,
  reason: ReturnRefusal,
  context: FlowContext,
  isLatest = false,
): FlowStep<ReturnState> => ({
  ...ends(state, {
    kind: 'return-refused',
    order,
    reason,
    days: context.shop.returnDays,
    ...(isLatest ? { latest: true } : {}),
  }),
  suggestions: suggest('person'),
});

/** Why, unless it was told already. */
export const forReason = async (
  state: ReturnState,
  order: Order,
  previous: readonly ReturnRequest[],
  context: FlowContext,
): Promise<FlowStep<ReturnState>> => {
  const next = { ...state, id: asId<ReturnId>(`R-${order.number}-${previous.length + 1}`) };
  if (state.reason) return asking({ ...next, step: 'confirm' }, context);
  return {
    state: { ...next, step: 'reason' },
    parts: [{ kind: 'ask-reason', order, lines: state.lines ?? [] }],
    suggestions: [skip, ...suggest('cancel')],
    done: false,
  };
};
