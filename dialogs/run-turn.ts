import type { Activity, StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import type { DialogState } from 'botbuilder-dialogs';
import type { Language } from '../knowledge/domain/language.ts';
import { describeFact } from '../knowledge/profile/describe.ts';
import { decide } from './decide.ts';
import type { FlowContext } from './flows/flow.ts';
import { Flows } from './flows/flows.ts';
import { gather } from './gather.ts';
import { record } from './record.ts';
import { type SayContext, say, toActivity } from './say/say.ts';
import type { DialogServices } from './services.ts';
import type { ConversationMemory, Intent, Reply, ReplyPart, Suggestion, Turn, Understanding } from './turn.ts';

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
  readonly activities: readonly Partial<Activity>[];
  readonly memory: ConversationMemory;
  readonly summary: TurnSummary;
}

/** The straight line of one message: understand, gather, decide, record, say. Saves nothing: the caller does, once. */
export class TurnRunner {
  readonly #services: DialogServices;
  readonly #flows: Flows;

  constructor(services: DialogServices, dialogState: StatePropertyAccessor<DialogState>) {
    this.#services = services;
    this.#flows = new Flows(dialogState);
  }

  async run(context: TurnContext, turn: Turn, memory: ConversationMemory): Promise<TurnOutcome> {
    const services = this.#services;
    const clock = stopwatch();
    const inFlow = (await this.#flows.waiting(context)) !== null;
    const { understander, view } = services.indexes.current();
    const understanding = understander.understand(turn, memory);
    clock.lap('understand');
    const flow: FlowContext = { turn, understanding, stores: services.stores, shop: view.shop };
    if (inFlow) {
      const met = await this.#flows.meet(context, flow);
      clock.lap('flow');
      if (met.kind === 'said') {
        const { parts, suggestions } = met.outcome;
        return this.#finish(turn, understanding, { parts, suggestions, memory: aged(memory, understanding) }, clock);
      }
      if (met.kind === 'interrupted' && met.by === 'cancel') {
        const parts: ReplyPart[] = [{ kind: 'cancelled', what: 'flow' }];
        return this.#finish(
          turn,
          understanding,
          { parts, suggestions: [], memory: aged(memory, understanding) },
          clock,
        );
      }
      if (met.kind === 'interrupted' && met.by !== 'person') return this.#aside(context, flow, memory, clock);
    }
    return this.#decided(context, flow, memory, clock);
  }

  /** Answers the side question, then asks the flow's own question again. */
  async #aside(
    context: TurnContext,
    flow: FlowContext,
    memory: ConversationMemory,
    clock: Stopwatch,
  ): Promise<TurnOutcome> {
    const { turn, understanding } = flow;
    const facts = await gather(turn, understanding, memory, this.#services);
    clock.lap('gather');
    const reply = decide(turn, understanding, facts);
    clock.lap('decide');
    const recorded = await record(turn, reply, facts, this.#services);
    clock.lap('record');
    const again = await this.#flows.reprompt(context, flow);
    const asked = again.kind === 'said' ? again.outcome : { parts: [], suggestions: [] };
    // A side question that would start another flow is not started: the one under way comes first.
    const parts = [...recorded.parts, ...reply.parts, ...asked.parts];
    return this.#finish(
      turn,
      understanding,
      {
        parts,
        suggestions: asked.suggestions.length > 0 ? asked.suggestions : reply.suggestions,
        memory: reply.memory,
        cartChanged: recorded.cartChanged,
        reply,
        facts,
      },
      clock,
    );
  }

  async #decided(
    context: TurnContext,
    flow: FlowContext,
    memory: ConversationMemory,
    clock: Stopwatch,
  ): Promise<TurnOutcome> {
    const { turn, understanding } = flow;
    const facts = await gather(turn, understanding, memory, this.#services);
    clock.lap('gather');
    const reply = decide(turn, understanding, facts);
    clock.lap('decide');
    const recorded = await record(turn, reply, facts, this.#services);
    clock.lap('record');
    const started = reply.start ? await this.#flows.begin(context, reply.start, flow) : null;
    if (started) clock.lap('flow');
    const outcome = started?.kind === 'said' ? started.outcome : null;
    return this.#finish(
      turn,
      understanding,
      {
        parts: [...recorded.parts, ...reply.parts, ...(outcome?.parts ?? [])],
        suggestions: outcome?.suggestions ?? reply.suggestions,
        memory: reply.memory,
        cartChanged: recorded.cartChanged,
        reply,
        facts,
      },
      clock,
    );
  }

  #finish(turn: Turn, understanding: Understanding, done: Finished, clock: Stopwatch): TurnOutcome {
    const services = this.#services;
    const { view } = services.indexes.current();
    const { language } = understanding;
    const wording: SayContext = {
      language,
      shop: view.shop,
      now: turn.at,
      turn: turn.id,
      product: id => view.byId.get(id),
      promotionOf: offer => services.catalogue.promotion(offer.promotion),
      factText: fact => describeFact(fact, language, view.shop),
    };
    const said = say({ parts: done.parts, suggestions: done.suggestions, language }, wording);
    const activity = toActivity(said, {
      turn: turn.id,
      language,
      publicUrl: services.publicUrl,
      cartChanged: done.cartChanged ?? false,
    });
    clock.lap('say');
    return {
      activities: done.parts.length > 0 ? [activity] : [],
      memory: done.memory,
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
  }
}

interface Finished {
  readonly parts: readonly ReplyPart[];
  readonly suggestions: readonly Suggestion[];
  readonly memory: ConversationMemory;
  readonly cartChanged?: boolean;
  readonly reply?: Reply;
  readonly facts?: { readonly unavailable: readonly string[]; readonly marked: readonly string[] };
}

const aged = (memory: ConversationMemory, understanding: Understanding): ConversationMemory => ({
  ...memory,
  language: understanding.language,
  lastIntent: understanding.intent,
  turns: memory.turns + 1,
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
