/** The flows within one message: what is asked beside an answer, and one flow after the other where several were asked for. */
import type { FlowStart } from '../flow-parts.ts';
import type { ConversationMemory } from '../memory.ts';
import type { ReplyPart } from '../reply.ts';
import type { TakenApart } from '../take-apart/taken-apart.ts';
import type { Turn } from '../turn.ts';
import type { Request } from '../understand/several-requests.ts';
import type { FlowBegun, FlowContext, FlowMeeting, FlowSaid, TurnFlows } from './flow.ts';

/** `requests`: what is to be answered in this turn; none where the flow took all of it. */
export interface FlowMet {
  readonly met: FlowMeeting;
  readonly requests: readonly Request[];
}

/** What the flow said, and the flows that begin after the one that waits now. */
export interface WentOn extends FlowSaid {
  readonly next: readonly FlowStart[] | undefined;
}

/** The waiting flow gets its answer and the rest is left to be answered; where it takes none, the message is met whole. */
export const meetFlow = async (
  flow: FlowContext,
  { beside, requests }: Pick<TakenApart, 'beside' | 'requests'>,
  flows: TurnFlows,
): Promise<FlowMet> => {
  if (beside && (await flows.waiting())) {
    const met = await flows.meet({ ...flow, ...beside.answer });
    if (met.kind === 'said') return { met, requests: beside.requests };
  }
  const met = await flows.meet(flow);
  return { met, requests: met.kind === 'said' ? [] : requests };
};

/** Where no flow waits any more, the next of those asked for begins. */
export const goOn = async (
  said: FlowSaid,
  queued: readonly FlowStart[],
  flows: TurnFlows,
  flow: FlowContext,
): Promise<WentOn> => {
  const [start, ...later] = queued;
  if (!start || (await flows.waiting())) return { ...said, next: start ? queued : undefined };
  const known = provedIn(said.parts, flow.turn)?.proved ?? flow.known;
  const { orderNumber, ...entities } = flow.understanding.entities;
  const begun = await flows.begin(start, {
    ...flow,
    understanding: {
      ...flow.understanding,
      // The order of this message is that of the flow before, where the next one was asked for with its own.
      entities: start.number === undefined && orderNumber !== undefined ? { ...entities, orderNumber } : entities,
    },
    ...(known ? { known } : {}),
  });
  const parts = [...said.parts, { kind: 'on-to', flow: start.flow } as const, ...begun.parts];
  return goOn({ parts, suggestions: begun.suggestions }, later, flows, flow);
};

/** Questions of a reply's own to which "yes" is the answer: beside one of them no flow asks for another. */
const asksYes: ReadonlySet<ReplyPart['kind']> = new Set(['ask-forget', 'again', 'offer-person']);

/** Every flow that waits or would begin is put aside for what was asked instead, which stands last. */
const asideFor = async (
  answered: readonly ReplyPart[],
  ended: readonly ReplyPart[],
  others: readonly FlowStart[],
  flows: TurnFlows,
  flow: FlowContext,
): Promise<WentOn & { readonly spoke: boolean }> => {
  const waiting = await flows.waiting();
  await flows.leave(flow);
  const names = new Set([...(waiting ? [waiting] : []), ...others.map(one => one.flow)]);
  const aside = [...names].map((name): ReplyPart => ({ kind: 'set-aside', flow: name }));
  return { parts: [...ended, ...aside, ...answered], suggestions: [], next: undefined, spoke: ended.length > 0 };
};

/**
 * The reply with what the flow has to say: its end before the answers to what was asked beside it, its question after them.
 * After a side question the flow under way asks again; another one begins on top of it. All are put aside where the answer
 * itself asks for a yes. `starts`: null where a person takes over, and no flow goes on.
 */
export const besideFlow = async (
  {
    met,
    answered,
    starts,
    queued,
  }: {
    readonly met: FlowMeeting;
    readonly answered: readonly ReplyPart[];
    readonly starts: readonly FlowStart[] | null;
    readonly queued: readonly FlowStart[];
  },
  flows: TurnFlows,
  flow: FlowContext,
): Promise<WentOn & { readonly spoke: boolean }> => {
  const ended = met.kind === 'said' && !(await flows.waiting()) ? met.said.parts : [];
  if (!starts) return { parts: [...ended, ...answered], suggestions: [], next: undefined, spoke: met.kind === 'said' };
  if (answered.some(part => asksYes.has(part.kind)))
    return asideFor(answered, ended, [...queued, ...starts], flows, flow);
  const [start, ...later] = starts;
  const isUnderWay = met.kind === 'aside' && (!start || sameFlow(start, met.flow));
  const said: FlowBegun | null =
    met.kind === 'said'
      ? ended.length > 0
        ? null
        : met.said
      : isUnderWay
        ? await flows.reprompt(flow)
        : start
          ? await flows.begin(start, flow)
          : null;
  const dropped = said?.dropped;
  const added = met.kind === 'said' ? starts : later;
  const first = await flows.waiting();
  // What begins now by itself is not begun a second time; what gave way to it is gone on with in its place.
  const begins = met.kind === 'said' || isUnderWay ? undefined : start;
  const left = queued.filter(one => !begins || !isSame(one, begins));
  const swapped = left.length < queued.length && dropped ? [dropped] : [];
  const aside: ReplyPart[] =
    dropped && swapped.length === 0 && dropped.flow !== 'guest-order'
      ? [{ kind: 'set-aside', flow: dropped.flow }]
      : [];
  const order: ReplyPart[] =
    first && added.length > 0 ? [{ kind: 'in-turn', flows: [first, ...added.map(one => one.flow)] }] : [];
  const on = await goOn(said ?? { parts: [], suggestions: [] }, [...swapped, ...left, ...added], flows, flow);
  return {
    ...on,
    parts: [...ended, ...answered, ...aside, ...order, ...on.parts],
    spoke: said !== null || ended.length > 0,
  };
};

/** Asked for once, whether or not its order was named then. */
const isSame = (one: FlowStart, other: FlowStart): boolean =>
  one.flow === other.flow && (one.number === undefined || other.number === undefined || one.number === other.number);

/** The one that waits, and no order named that would make it another. */
const sameFlow = (start: FlowStart, waiting: FlowStart['flow']): boolean =>
  start.flow === waiting && start.number === undefined;

/** An order is only ever spoken of to somebody who proved it. */
export const provedIn = (parts: readonly ReplyPart[], turn: Turn): Pick<ConversationMemory, 'proved'> | null => {
  if (turn.signedIn) return null;
  const order = parts.flatMap(part => ('order' in part ? [part.order] : [])).at(-1);
  return order?.email ? { proved: { number: order.number, email: order.email } } : null;
};
