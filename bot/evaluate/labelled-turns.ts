/** Conversations with the demo shop whose every message was labelled with what its writer wanted: one file a writer, who saw no code. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { intents } from '../../dialogs/turn.ts';
import { BadInput } from '../../models/evaluate/task.ts';

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
export const writers = (): string[] =>
  readdirSync(folder)
    .flatMap(name => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []))
    .sort();

/** Throws BadInput naming the file and line. */
export const readConversations = (writer: string): LabelledConversation[] => {
  const file = new URL(`${writer}.jsonl`, folder);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const read = schema.safeParse(jsonIn(line));
      if (!read.success) throw new BadInput(`${writer}.jsonl, line ${i + 1}: ${z.prettifyError(read.error)}`);
      return [read.data];
    });
};

const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
