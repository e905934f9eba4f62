import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { ChatDelta, ChatEndpoint, ChatRequest } from '../../dialogs/say/rephrase/chat-model.ts';
import { Breaker } from './breaker.ts';
import { faultOf, ModelFault } from './model-fault.ts';
import { eventsIn } from './sse.ts';

export interface EndpointOptions {
  /** Up to and without `/chat/completions`. */
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
  readonly model: string;
  readonly onCall?: (call: ModelCall) => void;
  readonly now?: () => number;
  /** How long a model that keeps failing is left alone. */
  readonly restMilliseconds?: number;
}

/** One completion as it counts: no texts, no key. */
export interface ModelCall {
  readonly task: string;
  readonly outcome: 'ok' | ModelFault['reason'];
  readonly seconds: number;
  /** Until the first piece of the answer came; null: none came. */
  readonly firstSeconds: number | null;
  readonly attempts: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

const usage = z.object({ prompt_tokens: z.number().default(0), completion_tokens: z.number().default(0) }).nullish();
const finish = z.string().nullish();
const chunkShape = z.object({
  choices: z
    .array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), finish_reason: finish }))
    .default([]),
  usage,
});
const wholeShape = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: finish })).min(1),
  usage,
});

const maxCharacters = 400_000;
const retryPause = 120;
/** A model that asks to be left alone for longer is not waited for within a reply. */
const longestPause = 1_500;
const faultsInARow = 4;
const rest = 30_000;

const statusFault = (response: Response): ModelFault => {
  const { status } = response;
  if (status === 401 || status === 403) return new ModelFault('unauthorised');
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    return new ModelFault('rate-limited', {
      retryable: true,
      retryAfterMilliseconds: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
    });
  }
  return status >= 500 ? new ModelFault('server-error', { retryable: true }) : new ModelFault('rejected');
};

const parsed = <T>(shape: z.ZodType<T>, text: string): T => {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new ModelFault('malformed');
  }
};

const finishFault = (reason: string | null | undefined): ModelFault | null => {
  if (reason === 'length') return new ModelFault('too-long');
  if (reason === 'content_filter') return new ModelFault('filtered');
  return null;
};

const tokens = (used: z.infer<typeof usage>): ChatDelta['usage'] =>
  used ? { promptTokens: used.prompt_tokens, completionTokens: used.completion_tokens } : undefined;

/** A client of any endpoint that speaks the chat completions protocol: one retry where nothing came yet, then a rest when it keeps failing. */
export const chatEndpoint = (options: EndpointOptions): ChatEndpoint & { readonly resting: boolean } => {
  const now = options.now ?? (() => performance.now());
  const breaker = new Breaker({ faults: faultsInARow, restMilliseconds: options.restMilliseconds ?? rest, now });
  const url = `${options.baseUrl.replace(/\/+$/, '')}/chat/completions`;

  async function* once(request: ChatRequest): AsyncGenerator<ChatDelta> {
    const response = await fetch(url, {
      method: 'POST',
      signal: request.signal,
      // The key goes where it was meant for and nowhere else.
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream, application/json',
        ...(options.apiKey === undefined ? {} : { authorization: `Bearer ${options.apiKey}` }),
      },
      body: JSON.stringify({
        model: options.model,
        messages: request.messages,
        max_tokens: request.maxTokens,
        temperature: 0.3,
        stream: true,
        stream_options: { include_usage: true },
      }),
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw statusFault(response);
    }
    if (response.headers.get('content-type')?.includes('application/json')) {
      const { choices, usage: used } = parsed(wholeShape, await response.text());
      const choice = choices[0]!;
      const fault = finishFault(choice.finish_reason);
      if (fault) throw fault;
      const counted = tokens(used);
      yield { text: choice.message.content ?? '', ...(counted ? { usage: counted } : {}) };
      return;
    }
    let finished = false;
    for await (const data of eventsIn(response.body, maxCharacters)) {
      if (data === '[DONE]') {
        finished = true;
        break;
      }
      const chunk = parsed(chunkShape, data);
      const [choice] = chunk.choices;
      const fault = finishFault(choice?.finish_reason);
      if (fault) throw fault;
      if (choice?.finish_reason) finished = true;
      const counted = tokens(chunk.usage);
      const text = choice?.delta?.content ?? '';
      if (text !== '' || counted) yield { text, ...(counted ? { usage: counted } : {}) };
    }
    if (!finished) throw new ModelFault('cut');
  }

  return {
    get resting() {
      return breaker.resting;
    },
    async *complete(request) {
      const started = now();
      let [attempts, promptTokens, completionTokens] = [0, 0, 0];
      let firstSeconds: number | null = null;
      const call = (outcome: ModelCall['outcome']): void =>
        options.onCall?.({
          task: request.task,
          outcome,
          seconds: (now() - started) / 1000,
          firstSeconds,
          attempts,
          promptTokens,
          completionTokens,
        });
      let pass: ReturnType<Breaker['enter']>;
      try {
        pass = breaker.enter();
      } catch (fault) {
        call('resting');
        throw fault;
      }
      let outcome: ModelCall['outcome'] | null = null;
      try {
        while (outcome === null) {
          attempts += 1;
          try {
            for await (const delta of once(request)) {
              if (delta.text !== '') firstSeconds ??= (now() - started) / 1000;
              promptTokens += delta.usage?.promptTokens ?? 0;
              completionTokens += delta.usage?.completionTokens ?? 0;
              yield delta;
            }
            outcome = 'ok';
          } catch (cause) {
            const fault = faultOf(cause, request.signal);
            const pause = fault.retryAfterMilliseconds ?? retryPause;
            const again = fault.retryable && firstSeconds === null && attempts === 1 && pause <= longestPause;
            if (!again) throw fault;
            await delay(pause, undefined, { signal: request.signal }).catch(() => {
              throw faultOf(undefined, request.signal);
            });
          }
        }
        pass.done('ok');
      } catch (cause) {
        const fault = faultOf(cause, request.signal);
        outcome = fault.reason;
        pass.done(fault.reason === 'left' ? 'left' : fault);
        throw fault;
      } finally {
        // Left half-way by whoever reads: no fault of the model.
        pass.done('left');
        call(outcome ?? 'left');
      }
    },
  };
};
