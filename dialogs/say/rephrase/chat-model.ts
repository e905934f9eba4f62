import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import type { TextModel, TextRequest } from './text-model.ts';

/** Where completions come from: an endpoint that speaks the chat completions protocol, reached by the bot's own client. */
export interface ChatEndpoint {
  complete(request: ChatRequest): AsyncIterable<ChatDelta>;
}

export interface ChatRequest {
  readonly task: string;
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[];
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

export interface ChatDelta {
  readonly text: string;
  readonly usage?: { readonly promptTokens: number; readonly completionTokens: number };
}

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly maxTokens?: number;
  readonly task?: string;
}

const roleOf = (message: BaseMessage): 'system' | 'user' | 'assistant' => {
  const type = message.getType();
  return type === 'system' ? 'system' : type === 'ai' ? 'assistant' : 'user';
};

/** A LangChain chat model over any such endpoint, so that a shop may put another LangChain model in its place. */
export class EndpointChatModel extends BaseChatModel {
  readonly #endpoint: ChatEndpoint;

  constructor(endpoint: ChatEndpoint) {
    super({ maxRetries: 0, callbacks: [] });
    this.#endpoint = endpoint;
  }

  override _llmType(): string {
    return 'chat-completions';
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    run?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const { signal, maxTokens = 400, task = 'other' } = options as CallOptions;
    const deltas = this.#endpoint.complete({
      task,
      messages: messages.map(m => ({ role: roleOf(m), content: m.text })),
      maxTokens,
      signal: signal ?? new AbortController().signal,
    });
    for await (const { text, usage } of deltas) {
      const message = new AIMessageChunk({
        content: text,
        ...(usage
          ? {
              usage_metadata: {
                input_tokens: usage.promptTokens,
                output_tokens: usage.completionTokens,
                total_tokens: usage.promptTokens + usage.completionTokens,
              },
            }
          : {}),
      });
      yield new ChatGenerationChunk({ text, message });
      await run?.handleLLMNewToken(text);
    }
  }

  override async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    run?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    let whole: ChatGenerationChunk | undefined;
    for await (const chunk of this._streamResponseChunks(messages, options, run)) {
      whole = whole ? whole.concat(chunk) : chunk;
    }
    const text = whole?.text ?? '';
    return { generations: [{ text, message: whole?.message ?? new AIMessage(text) }] };
  }
}

/** Any LangChain chat model as what the dialogs ask of one. */
export const textModelOf = (chat: BaseChatModel): TextModel => ({
  async *stream({ task, instructions, text, maxTokens, signal }: TextRequest) {
    const messages = [new SystemMessage(instructions), new HumanMessage(text)];
    const options = { signal, maxTokens, task } as Parameters<BaseChatModel['stream']>[1];
    for await (const chunk of await chat.stream(messages, options)) yield chunk.text;
  },
});
