/** What a return asks at each of its steps, with the taps that answer it. */
import { suggest } from '../decisions/draft.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import type { FlowContext, FlowStep } from './flow.ts';
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
      return [{ kind: 'ask-which-lines', order: await orderOf(state, context) }];
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
