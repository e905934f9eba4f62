import type { Rephrase } from '../../dialogs/say/rephrase/rephrase.ts';
import { createRephrase } from '../../dialogs/say/rephrase/rephrase.ts';
import { createSummarise, type Summarise } from '../../dialogs/say/rephrase/summarise.ts';
import type { TextModel, TextOutcome } from '../../dialogs/say/rephrase/text-model.ts';
import type { Tone } from '../../dialogs/say/tone/tone.ts';
import type { Settings } from '../settings.ts';
import { chatEndpoint, type ModelCall } from './endpoint.ts';

/** What is told of the model's use, for the counters. */
export interface LanguageModelListener {
  call(call: ModelCall): void;
  outcome(outcome: TextOutcome): void;
}

export interface LanguageModel {
  readonly name: string;
  readonly model: TextModel;
  readonly rephrase: Rephrase;
  readonly summarise: Summarise;
  /** From now on told to this listener as well. */
  listen(listener: LanguageModelListener): void;
}

/** LangChain sends what it is given to a tracing service when these say so; what shoppers write stays here. */
const tracing = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'];

/** The optional language model; null while LLM_BASE_URL is not set, and then nothing of it is loaded. */
export const openLanguageModel = async (settings: Settings, tone: Tone): Promise<LanguageModel | null> => {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: name } = settings;
  if (baseUrl === undefined || name === undefined) return null;
  for (const variable of tracing) if (process.env[variable] !== undefined) process.env[variable] = 'false';
  const { EndpointChatModel, textModelOf } = await import('../../dialogs/say/rephrase/chat-model.ts');
  const listeners: LanguageModelListener[] = [];
  const endpoint = chatEndpoint({
    baseUrl,
    apiKey: settings.LLM_API_KEY,
    model: name,
    onCall: call => {
      for (const listener of listeners) listener.call(call);
    },
  });
  const model = textModelOf(new EndpointChatModel(endpoint));
  const onOutcome = (outcome: TextOutcome): void => {
    for (const listener of listeners) listener.outcome(outcome);
  };
  const timeoutMilliseconds = settings.LLM_TIMEOUT_MS;
  return {
    name,
    model,
    rephrase: createRephrase({ model, tone, timeoutMilliseconds, onOutcome }),
    // Nobody waits for it.
    summarise: createSummarise({ model, timeoutMilliseconds: 4 * timeoutMilliseconds, onOutcome }),
    listen: listener => {
      listeners.push(listener);
    },
  };
};
