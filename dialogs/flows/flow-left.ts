/** Short moves that answer no question of a flow's: they leave it, with nothing done, or are made to the question itself. */

import { suggest } from '../decisions/draft.ts';
import type { FlowStart } from '../flow-parts.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import type { Intent, Understanding } from '../turn.ts';
import type { Ask } from '../understand/ground/asks.ts';
import type { FlowSaid } from './flow.ts';

/** Put to the question that waits: answered beside it, and never for it. */
const ofQuestion: ReadonlySet<Ask> = new Set(['why', 'what-do-you-mean', 'what-now', 'not-what-i-asked']);
export const asksOfQuestion = ({ ask }: Pick<Understanding, 'ask'>): boolean =>
  ask !== undefined && ofQuestion.has(ask);

/** Somebody isn't sure, or says goodbye: what costs takes an unmistakable yes, and nobody who leaves is asked again. */
const leaving: ReadonlySet<Ask> = new Set(['hesitate', 'thats-all']);
const parting: ReadonlySet<Intent> = new Set(['goodbye', 'thanks']);
export const leavesIt = ({ ask, intent }: Pick<Understanding, 'ask' | 'intent'>, anyWordsWillDo: boolean): boolean =>
  anyWordsWillDo
    ? ask === 'thats-all' && parting.has(intent)
    : (ask !== undefined && leaving.has(ask)) || intent === 'goodbye';

type Left = Extract<ReplyPart, { kind: 'flow-left' }>;

const flowOf = (question: ReplyPart | undefined, isReturn: boolean): FlowStart['flow'] =>
  question?.kind === 'cancel-preview' ? 'cancel-order' : isReturn ? 'return' : 'guest-order';

const ofReturn: ReadonlySet<ReplyPart['kind']> = new Set([
  'ask-which-order',
  'ask-which-lines',
  'ask-reason',
  'return-preview',
]);

export const leftBy = ({ ask }: Pick<Understanding, 'ask'>, { parts }: FlowSaid): FlowSaid => {
  const question = parts.at(-1);
  const how: Left['how'] = ask === 'hesitate' ? 'hesitates' : 'bye';
  const flow = flowOf(question, question !== undefined && ofReturn.has(question.kind));
  const order = question && 'order' in question ? question.order : undefined;
  return {
    parts: [
      {
        kind: 'flow-left',
        how,
        flow,
        ...(order ? { order } : {}),
        ...(question?.kind === 'cancel-preview' || question?.kind === 'return-preview'
          ? { refund: question.refund }
          : {}),
      },
    ],
    suggestions: how === 'bye' ? [] : [...againTap(flow, order?.number), ...suggest('person')],
  };
};

/** It is begun again with a tap. */
const againTap = (flow: FlowStart['flow'], number: string | undefined): readonly Suggestion[] => {
  if (flow === 'return') return suggest('start-return');
  if (flow === 'guest-order') return suggest('order-status');
  const named = number === undefined ? { en: 'my order', zh: '订单' } : { en: `order ${number}`, zh: `订单 ${number}` };
  return [
    {
      kind: 'ask',
      label: { en: 'Cancel the order', zh: '取消订单' },
      text: { en: `cancel ${named.en}`, zh: `取消${named.zh}` },
    },
  ];
};
