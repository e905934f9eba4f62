/** Conversations with the demo shop whose every message was labelled with what its writer wanted: one file a writer, who saw no code. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { intents } from '../../dialogs/turn.ts';
import { labelsIn, writersIn } from './label-lines.ts';

const intent = z.enum(intents);
const schema = z.object({
  conversation: z.string(),
  language: z.enum(['en', 'zh']),
  /** Signed in as this shopper of the demo shop; a guest without it. */
  shopper: z.string().optional(),
  turns: z.array(
    z.union([
      z.object({
        text: z.string(),
        /** In the order in which they were wanted; of most messages one. */
        intents: z.array(intent).min(1),
        /** Would serve as well. */
        or: z.array(intent).default([]),
      }),
      /** The so-manieth button of the last reply. */
      z.object({ tap: z.int().positive() }),
    ]),
  ),
});
export type LabelledConversation = z.output<typeof schema>;

const folder = new URL('./turn-labels/', import.meta.url);

/** Writers' names, in order. */
export const writers = (): string[] => writersIn(folder);

/** Throws BadInput naming the file and line. */
export const readConversations = (writer: string): LabelledConversation[] =>
  labelsIn(fileURLToPath(new URL(`${writer}.jsonl`, folder)), schema);
