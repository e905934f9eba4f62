import type { CatalogueView } from '../knowledge/catalogue.ts';
import type { Conversation } from '../knowledge/domain/conversation.ts';
import { inLanguage, type Language } from '../knowledge/domain/language.ts';
import { describeFact } from '../knowledge/profile/describe.ts';
import { broughtUpToDate } from './between-turns.ts';
import { decide } from './decide.ts';
import { suggest } from './decisions/draft.ts';
import type { FlowContext, TurnFlows } from './flows/flow.ts';
import { besideFlow, goOn, meetFlow, provedIn } from './flows/in-turn.ts';
import { whyBefore, whyTold } from './flows/return-told.ts';
import type { KnownFacts } from './gather/records.ts';
import { gather } from './gather.ts';
import { type Answered, joined } from './join-replies.ts';
import type { ConversationMemory } from './memory.ts';
import { orderToldIn } from './order-told.ts';
import { record } from './record.ts';
import { erasesAll, type Reply, type ReplyPart, type Suggestion } from './reply.ts';
import { folded } from './say/claims/letters.ts';
import { type Said, type SayContext, say, spokenOf } from './say/say.ts';
import type { DialogServices } from './services.ts';
import { understoodIn } from './take-apart.ts';
import type { Intent, Turn, Understanding } from './turn.ts';
import type { Request } from './understand/several-requests.ts';
import { heardWith } from './understand/talk/mood.ts';
import { leftLine, wantsMore } from './understand/talk/waiting-line.ts';

/** What a turn leaves for the log: kinds and times, no message text. */
export interface TurnSummary {
  readonly turn: string;
  readonly intent: Intent;
  readonly confidence: number;
  readonly language: Language;
  readonly decision: DecisionSummary | null;
  /** Milliseconds by step. */
  readonly timings: Readonly<Record<string, number>>;
  readonly unavailable: readonly string[];
  readonly marked: readonly string[];
}

export interface DecisionSummary {
  readonly kind: 'offer' | 'held-out' | 'none';
  readonly promotion?: string;
  readonly reason?: string;
  readonly savesMinor?: number;
  readonly propensity?: number;
  readonly upliftMinor?: number;
}

export interface TurnOutcome {
  /** Null when there is nothing to say. */
  readonly said: Said | null;
  readonly language: Language;
  /** The cart is another now: a page that shows it reads it again. */
  readonly cartChanged: boolean;
  readonly memory: ConversationMemory;
  readonly summary: TurnSummary;
}

/**
 * The straight line of one message: flow or understand, gather, decide, record, say. Several requests of one message go
 * through gather, decide and record one after the other, and are said as one reply. Saves nothing of the conversation: the
 * caller does, once. `onChecked` gets a reply in a language model's words sentence by sentence while it comes.
 */
export const runTurn = async (
  turn: Turn,
  remembered: ConversationMemory,
  flows: TurnFlows,
  services: DialogServices,
  conversation?: Conversation,
  onChecked?: (soFar: string) => void,
): Promise<TurnOutcome> => {
  const clock = stopwatch();
  const { memory, returned, erased } = broughtUpToDate(remembered, conversation);
  const { understander, view } = services.indexes.current();
  // A change of the cart is told of what is in it; where it can't be read here, nothing is taken for one.
  const [waiting, cart] = await Promise.all([
    flows.waiting(),
    services.stores.carts.ofShopper(turn.shopper).catch(() => undefined),
  ]);
  const inCart = cart?.lines ?? [];
  const inLine = conversation?.owner === 'waiting' && !turn.value;
  const left = inLine ? leftLine(turn.text) : undefined;
  const heard = left ? { ...turn, text: left } : turn;
  const apart = await understoodIn(heard, { ...memory, inCart }, understander, services.encoder, waiting);
  const { understanding, takesBack, denies, dropsGoods } = apart;
  clock.lap('understand');
  const flow: FlowContext = {
    turn,
    understanding,
    stores: services.stores,
    shop: view.shop,
    ...(memory.proved ? { known: memory.proved } : {}),
    ...(memory.refused?.at === memory.turns - 1 ? { refused: memory.refused } : {}),
    ...(denies ? { denies } : {}),
    ...whyBefore(memory, understanding),
  };
  const isLeft = returned || erased || (takesBack && (denies || !(await flows.answers(flow))));
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
  const answer = async (request: Request, before: ConversationMemory, known: KnownFacts): Promise<Answered> => {
    const facts = await gather(request.turn, request.understanding, before, services, known);
    clock.lap('gather');
    const decided = decide(request.turn, request.understanding, facts);
    clock.lap('decide');
    const recorded = await record(request.turn, decided, facts, services);
    clock.lap('record');
    return { ...recorded, asked: request.asked ?? request.turn.text, facts };
  };
  // "Never mind, add the black one", from the line for a person: the bot has its voice back first.
  const leavesQueue = inLine && (left !== undefined || (takesBack && !denies && !dropsGoods));
  const leaving: Request = { turn, understanding: { ...understanding, intent: 'cancel', preferences: [], wishes: [] } };
  const read = ({ conversation: id }: Turn) => services.stores.conversations.get(id);
  const further = left === undefined || (left !== '' && wantsMore(understanding, left)) ? requests : [];
  const [first = { turn, understanding }, ...others] = leavesQueue ? [leaving, ...further] : requests;
  const done: [Answered, ...Answered[]] = [await answer(first, memory, { conversation, cart })];
  // However much is asked in it, it is one message: "yes" to what was proposed in it comes one message later.
  for (const other of others) {
    // What was answered before it may have changed the cart.
    const now = leavesQueue ? ((await read(turn)) ?? undefined) : conversation;
    // The line was left in this very message: nobody else had the conversation since.
    const version = leavesQueue && now ? { ownerVersion: now.version } : {};
    const before = { ...done.at(-1)!.reply.memory, turns: memory.turns, ...version };
    done.push(await answer(other, before, { conversation: now }));
  }
  const { parts: answered, reply, starts, facts, cartChanged } = joined(done);
  // What was added up is "both" in the next message, whatever else was asked in this one.
  const { sum } = done.findLast(one => one.reply.memory.sum !== undefined)?.reply.memory ?? {};
  const handsOver = reply.effects.some(e => e.kind === 'queue-for-person');
  const erases = erasesAll(reply);
  if (handsOver || erases) await flows.leave(flow);
  const flowSaid = await besideFlow(
    { met, answered, starts: handsOver ? null : starts, queued: erases ? [] : queued },
    flows,
    flow,
  );
  if (flowSaid.spoke) clock.lap('flow');
  return finish(
    flow,
    {
      parts: flowSaid.parts,
      suggestions: flowSaid.suggestions.length > 0 ? flowSaid.suggestions : reply.suggestions,
      before: memory,
      memory: { ...reply.memory, ...(sum ? { sum } : {}), next: flowSaid.next },
      cartChanged,
      reply,
      facts,
    },
    clock,
    services,
    onChecked,
  );
};

interface Finished {
  readonly parts: readonly ReplyPart[];
  readonly suggestions: readonly Suggestion[];
  readonly before: ConversationMemory;
  readonly memory: ConversationMemory;
  readonly cartChanged?: boolean;
  readonly reply?: Reply;
  readonly facts?: { readonly unavailable: readonly string[]; readonly marked: readonly string[] };
}

const finish = async (
  { turn, understanding, shop }: FlowContext,
  done: Finished,
  clock: Stopwatch,
  services: DialogServices,
  onChecked: ((soFar: string) => void) | undefined,
): Promise<TurnOutcome> => {
  const { view } = services.indexes.current();
  const { language } = understanding;
  const wording: SayContext = {
    language,
    shop,
    now: turn.at,
    product: id => view.byId.get(id),
    promotionOf: offer => services.catalogue.promotion(offer.promotion),
    factText: (fact, beside) => describeFact(fact, language, shop, beside),
    ...(services.tone ? { tone: services.tone } : {}),
  };
  const suggestions = understanding.mood === 'upset' ? personFirst(done.suggestions) : done.suggestions;
  // What was told in vain is somebody's address: it stays for the next message alone.
  const { refused: _, ...kept } = done.memory;
  const parts = understanding.mood === 'upset' ? sorryFirst(done.parts, done.before) : done.parts;
  const said = say({ parts, suggestions, language }, wording);
  clock.lap('say');
  const text = await inOtherWords(parts, wording, services, onChecked);
  if (text !== null) clock.lap('rephrase');
  return {
    said: done.parts.length > 0 ? { ...said, ...(text === null ? {} : { text }) } : null,
    language,
    cartChanged: done.cartChanged ?? false,
    memory: {
      ...kept,
      ...provedIn(done.parts, turn),
      ...offered(done.parts),
      ...toldOf(done.parts, done.before.turns),
      ...refusedIn(done.parts, done.before.turns),
      ...(done.reply && erasesAll(done.reply)
        ? {}
        : {
            ...(turn.value ? {} : { heard: heardWith(kept.heard, turn.text) }),
            ...whyTold({ turn, understanding }, done.parts, done.before.turns),
          }),
    },
    summary: {
      turn: turn.id,
      intent: understanding.intent,
      confidence: understanding.confidence,
      language,
      decision: done.reply ? summarise(done.reply) : null,
      timings: clock.laps(),
      unavailable: done.facts?.unavailable ?? [],
      marked: done.facts?.marked ?? [],
    },
  };
};

const sorryAlready: ReadonlySet<ReplyPart['kind']> = new Set([
  'sorry',
  'queued',
  'still-queued',
  'desk-closed',
  'unavailable',
]);

/** An apology before the answer to somebody upset; said once, until it is settled. */
const sorryFirst = (parts: readonly ReplyPart[], memory: ConversationMemory): readonly ReplyPart[] =>
  memory.serviceFirst || parts.some(part => sorryAlready.has(part.kind)) ? parts : [{ kind: 'sorry-first' }, ...parts];

/** Whoever is upset can reach a person from every reply. */
const personFirst = (suggestions: readonly Suggestion[]): readonly Suggestion[] =>
  suggestions.some(s => s.kind === 'intent' && s.intent === 'person')
    ? suggestions
    : [...suggest('person'), ...suggestions];

/** Every product's names as they are compared, made once for a catalogue. */
const namesByView = new WeakMap<CatalogueView, readonly string[]>();
const namesOf = (view: CatalogueView): readonly string[] => {
  const names = namesByView.get(view) ?? view.products.flatMap(p => Object.values(p.name)).map(folded);
  namesByView.set(view, names);
  return names;
};

/** The words a language model found for this reply, checked against the template; null: there is none to ask. */
const inOtherWords = async (
  parts: readonly ReplyPart[],
  wording: SayContext,
  { rephrase, indexes }: DialogServices,
  onChecked: ((soFar: string) => void) | undefined,
): Promise<string | null> => {
  if (!rephrase || parts.length === 0) return null;
  const { language, shop } = wording;
  const { view } = indexes.current();
  return rephrase({
    language,
    spoken: spokenOf(parts, wording),
    names: [inLanguage(shop.name, language)],
    otherNames: namesOf(view),
    ...(onChecked ? { onChecked } : {}),
  });
};

const asksForColleague: ReadonlySet<ReplyPart['kind']> = new Set([
  'exchange-by-person',
  'opened-by-person',
  'number-lost',
  'order-not-found',
]);
/** A flow ended in "shall I get you a colleague?": "yes" answers that. */
const offered = (parts: readonly ReplyPart[]): Pick<ConversationMemory, 'lastIntent' | 'policy'> => ({
  ...(parts.some(part => asksForColleague.has(part.kind)) ? { lastIntent: 'person' } : {}),
  // A size alone, told next, is the one that it is exchanged for.
  ...(parts.some(part => part.kind === 'exchange-by-person') ? { policy: 'exchange' } : {}),
});

/** An order may be pointed at by the one that was told. */
const toldOf = (parts: readonly ReplyPart[], at: number): Pick<ConversationMemory, 'orderTold'> => {
  const number = orderToldIn(parts);
  return number === undefined ? {} : { orderTold: { at, number } };
};

/** "Sorry, it's .org": what was told wrong may be put right. */
const refusedIn = (parts: readonly ReplyPart[], at: number): Pick<ConversationMemory, 'refused'> => {
  const refused = parts.find(part => part.kind === 'order-not-found');
  return refused?.claim ? { refused: { ...refused.claim, at } } : {};
};

const aged = (memory: ConversationMemory, understanding: Understanding): ConversationMemory => ({
  ...memory,
  language: understanding.language,
  lastIntent: understanding.intent,
  turns: memory.turns + 1,
  ...(understanding.mood === 'upset' ? { serviceFirst: true, complainedAt: memory.turns } : {}),
});

/** The offer decision that this turn acted on, as the log keeps it. */
const summarise = (reply: Reply): DecisionSummary | null => {
  const effect = reply.effects.find(e => e.kind === 'impression');
  if (effect?.kind !== 'impression') return null;
  const { decision } = effect;
  if (decision.kind === 'none') {
    return {
      kind: 'none',
      reason: decision.reason,
      ...(decision.propensity === undefined ? {} : { propensity: decision.propensity }),
    };
  }
  const offer = decision.kind === 'offer' ? decision.offer : decision.ghost;
  return {
    kind: decision.kind,
    promotion: offer.promotion,
    savesMinor: offer.saves.minor,
    propensity: decision.propensity,
    upliftMinor: offer.because.upliftMinor,
  };
};

interface Stopwatch {
  lap(step: string): void;
  laps(): Record<string, number>;
}

const stopwatch = (): Stopwatch => {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    lap: step => {
      const now = performance.now();
      laps[step] = Math.round((now - last + (laps[step] ?? 0)) * 1000) / 1000;
      last = now;
    },
    laps: () => laps,
  };
};
