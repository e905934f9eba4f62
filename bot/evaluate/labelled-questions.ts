/** Messages labelled with what they ask a shop's pages for: one file a writer. `none`: no page answers it; `nothing`: it asks none. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { beyondPages } from '../../models/types.ts';
import { labelsIn, writersIn } from './label-lines.ts';

const schema = z.strictObject({
  text: z.string().min(1),
  asks: z.string(),
  /** Would do as well. */
  or: z.array(z.string()).default([]),
  /** What was answered just before it. */
  after: z.string().optional(),
});
export type LabelledQuestion = z.output<typeof schema>;

const beyond: ReadonlySet<string> = new Set(Object.values(beyondPages));

const folder = new URL('./question-labels/', import.meta.url);

export const questionWriters = (): string[] => writersIn(folder);

/** Throws BadInput naming the file and line; `subjects`: those there are. */
export const readQuestions = (writer: string, subjects: { has(name: string): boolean }): LabelledQuestion[] => {
  const name = z.string().refine(one => beyond.has(one) || subjects.has(one), {
    error: issue => `"${issue.input}" is no subject of subjects.md`,
  });
  const labels = schema.extend({ asks: name, or: z.array(name).default([]), after: name.optional() });
  return labelsIn(fileURLToPath(new URL(`${writer}.jsonl`, folder)), labels);
};
