import type { Conversation } from '../knowledge/domain/conversation.ts';
import { ofTable, withUnsold } from './asked-of-table.ts';
import { broughtUpToDate } from './between-turns.ts';
import { asFound, heldIn } from './cart-before.ts';
import { decide } from './decide.ts';
import { finish, type TurnOutcome } from './finish-turn.ts';
import type { FlowStart } from './flow-parts.ts';
import { asksOfNumbered } from './flows/asked-of-order.ts';
import type { FlowContext, TurnFlows } from './flows/flow.ts';
import { asksOfQuestion } from './flows/flow-left.ts';
import { besideFlow, goOn, meetFlow } from './flows/in-turn.ts';
import { ofItsRequest } from './flows/its-request.ts';
import { whyBefore } from './flows/return-told.ts';
import type { KnownFacts } from './gather/records.ts';
import { gather } from './gather.ts';
import { type Answered, joined } from './join-replies.ts';
import type { ConversationMemory } from './memory.ts';
import { aged } from './memory-after.ts';
import { record } from './record.ts';
import { unrepeated } from './repeats.ts';
import { erasesAll, type Reply } from './reply.ts';
import { restKept } from './rest-kept.ts';
import type { DialogServices } from './services.ts';
import { understoodIn } from './take-apart/understood-in.ts';
import type { Turn, Understanding } from './turn.ts';
import { stopwatch } from './turn-summary.ts';
import type { Request } from './understand/several-requests.ts';
import { besideRefused, leftLine, wantsMore } from './understand/talk/waiting-line.ts';
import { wordsJoined } from './understand/text/word-spaced.ts';

/**
 * The straight line of one message: flow or understand, gather, decide, record, say. Several requests of one message go
 * through gather, decide and record one after the other, and are said as one reply. Saves nothing of the conversation: the
 * caller does, once. `onChecked` gets a reply in a language model's words sentence by sentence while it comes.
 */
export const runTurn = async (
  given: Turn,
  remembered: ConversationMemory,
  flows: TurnFlows,
  services: DialogServices,
  conversation?: Conversation,
  onChecked?: (soFar: string) => void,
): Promise<TurnOutcome> => {
  const clock = stopwatch();
  const turn = { ...given, text: wordsJoined(given.text) };
  const { memory: before, returned, erased } = broughtUpToDate(remembered, conversation);
  const { understander, view } = services.indexes.current();
  // A change of the cart is told of what is in it; where it can't be read here, nothing is taken for one.
  const [waiting, stored] = await Promise.all([
    flows.waiting(),
    services.stores.carts.ofShopper(turn.shopper).catch(() => undefined),
  ]);
  const cart = stored && asFound(stored, turn);
  const held = heldIn(cart, turn);
  const memory = withWaiting(before, waiting);
  const inLine = conversation?.owner === 'waiting' && !turn.value;
  const left = inLine ? leftLine(turn.text) : undefined;
  const spoken = left || (inLine || turn.value ? undefined : besideRefused(turn.text));
  const heard = spoken ? { ...turn, text: spoken } : turn;
  // What is asked of an order by its number is no answer to what waits.
  const asked = asksOfNumbered(heard);
  const apart = await understoodIn(
    heard,
    { ...memory, ...held },
    understander,
    services.encoder,
    asked ? null : waiting,
  );
  const { understanding, takesBack, denies, dropsGoods } = apart;
  clock.lap('understand');
  const flow: FlowContext = {
    turn,
    understanding,
    stores: services.stores,
    shop: view.shop,
    ...(memory.proved ? { known: memory.proved } : {}),
    ...(memory.refused?.at === memory.turns - 1 ? { refused: memory.refused } : {}),
    ...(memory.numberLostAt === undefined ? {} : { lostNumber: true as const }),
    ...(denies ? { denies } : {}),
    ...whyBefore(memory, understanding),
  };
  const isOfQuestion = waiting && asksOfQuestion(understanding);
  const isLeft = returned || erased || (takesBack && !isOfQuestion && (denies || !(await flows.answers(flow))));
  if (isLeft) await flows.leave(flow);
  const { met, requests } = await meetFlow(flow, apart, flows);
  if (met.kind !== 'none') clock.lap('flow');
  const queued = isLeft || denies ? [] : (memory.next ?? []);
  if (met.kind === 'said' && requests.length === 0) {
    const { parts, suggestions, next } = await goOn(met.said, queued, flows, flow);
    return finish(
      flow,
      { parts, suggestions, before: memory, memory: { ...aged(memory, understanding), next } },
      clock,
      services,
      onChecked,
    );
  }
  const answer = async (
    request: Request,
    before: ConversationMemory,
    known: KnownFacts,
    keeps: (reply: Reply) => Reply | undefined = reply => reply,
  ): Promise<Answered | undefined> => {
    const decidedAs = async (meant: Understanding, read: KnownFacts = {}) => {
      const facts = await gather(request.turn, meant, before, services, read);
      return { understanding: meant, facts, reply: decide(request.turn, meant, facts) };
    };
    const asHeard = await decidedAs(request.understanding, known);
    clock.lap('gather');
    const ofThing = ofTable(request, asHeard, before, view);
    const { understanding: meant, ...first } = ofThing
      ? withUnsold(await decidedAs(ofThing, known), asHeard.reply)
      : asHeard;
    const { facts } = first;
    const decided = await unrepeated({ turn, understanding: meant }, first, memory, other => decidedAs(other, known));
    clock.lap('decide');
    const kept = keeps(decided);
    if (!kept) return undefined;
    const recorded = await record(request.turn, kept, facts, services);
    clock.lap('record');
    return { ...recorded, asked: request.asked ?? request.turn.text, facts };
  };
  // "Never mind, add the black one", from the line for a person: the bot has its voice back first.
  const leavesQueue = inLine && (left !== undefined || (takesBack && !denies && !dropsGoods));
  const leaving: Request = { turn, understanding: { ...understanding, intent: 'cancel', preferences: [], wishes: [] } };
  const read = ({ conversation: id }: Turn) => services.stores.conversations.get(id);
  const further = left === undefined || (left !== '' && wantsMore(understanding, left)) ? requests : [];
  const [first = { turn, understanding }, ...others] = leavesQueue ? [leaving, ...further] : requests;
  const done: Answered[] = [];
  // However much is asked in it, it is one message: "yes" to what was proposed in it comes one message later.
  const goOnWith = async (request: Request, keeps?: (reply: Reply) => Reply | undefined): Promise<void> => {
    const last = done.at(-1);
    // What was answered before it may have changed the cart.
    const now = last && leavesQueue ? ((await read(turn)) ?? undefined) : conversation;
    // The line was left in this very message: nobody else had the conversation since.
    const version = last && leavesQueue && now ? { ownerVersion: now.version } : {};
    const before = last ? { ...last.reply.memory, turns: memory.turns, ...version } : memory;
    const known: KnownFacts = last ? { conversation: now } : { conversation, cart };
    const answered = await answer(request, before, known, keeps);
    if (answered) done.push(answered);
  };
  const open = leavesQueue && further.length === 0 ? [] : (apart.passedOver ?? []);
  const rest = async (after: number): Promise<void> => {
    for (const one of open.filter(part => part.after === after)) {
      const before = done.at(-1)?.reply.memory ?? memory;
      const nextTurn = { ...heard, id: `${turn.id}.r${done.length + 1}` as Turn['id'], text: one.text };
      const { requests } = await understoodIn(nextTurn, { ...before, ...held }, understander, services.encoder);
      for (const request of requests)
        await goOnWith({ ...request, understanding: { ...request.understanding, beside: true } }, restKept(one, done));
    }
  };
  const all = [first, ...others];
  const ahead = all.length - requests.length;
  for (const [i, request] of all.entries()) {
    await rest(i - ahead);
    const isLast = open.every(one => one.after <= i - ahead);
    await goOnWith(
      isLast ? request : { ...request, understanding: { ...request.understanding, beside: true, goesOn: true } },
    );
  }
  await rest(all.length - ahead);
  const { parts: answered, reply, starts, facts, cartChanged } = joined(done as [Answered, ...Answered[]]);
  // What was added up is "both" in the next message, whatever else was asked in this one.
  const { sum } = done.findLast(one => one.reply.memory.sum !== undefined)?.reply.memory ?? {};
  const handsOver = reply.effects.some(e => e.kind === 'queue-for-person');
  const erases = erasesAll(reply);
  if (handsOver || erases) await flows.leave(flow);
  const flowSaid = await besideFlow(
    { met, answered, starts: handsOver ? null : starts, queued: erases ? [] : queued },
    flows,
    met.kind === 'none' ? { ...flow, ...ofItsRequest(turn, all, done) } : flow,
  );
  if (flowSaid.spoke) clock.lap('flow');
  return finish(
    flow,
    {
      parts: flowSaid.parts,
      suggestions: flowSaid.suggestions.length > 0 ? flowSaid.suggestions : reply.suggestions,
      before: memory,
      memory: { ...reply.memory, ...(sum ? { sum } : {}), next: flowSaid.next },
      meantAs: apart.meantAs,
      cartChanged,
      reply,
      facts,
    },
    clock,
    services,
    onChecked,
  );
};

const withWaiting = (
  { waits: _, ...memory }: ConversationMemory,
  waiting: FlowStart['flow'] | null,
): ConversationMemory => (waiting ? { ...memory, waits: waiting } : memory);
