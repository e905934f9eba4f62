/** Messages labelled with what they ask a shop's pages for: one file a writer. `none`: no page answers it; `nothing`: it asks none. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { BadInput } from '../../models/evaluate/task.ts';
import { unanswered } from '../../models/types.ts';

const schema = z.strictObject({
  text: z.string().min(1),
  asks: z.string(),
  /** Would do as well. */
  or: z.array(z.string()).default([]),
  /** What was answered just before it. */
  after: z.string().optional(),
});
export type LabelledQuestion = z.output<typeof schema>;

const unanswerable: ReadonlySet<string> = new Set(Object.values(unanswered));

const folder = new URL('./question-labels/', import.meta.url);

export const questionWriters = (): string[] =>
  readdirSync(folder)
    .flatMap(name => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []))
    .sort();

/** Throws BadInput naming the file and line; `subjects`: those there are. */
export const readQuestions = (writer: string, subjects: { has(name: string): boolean }): LabelledQuestion[] =>
  readFileSync(new URL(`${writer}.jsonl`, folder), 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const at = `${writer}.jsonl, line ${i + 1}`;
      const read = schema.safeParse(jsonIn(line));
      if (!read.success) throw new BadInput(`${at}: ${z.prettifyError(read.error)}`);
      const { asks, or, after } = read.data;
      const unknown = [asks, ...or, ...(after === undefined ? [] : [after])].find(
        name => !unanswerable.has(name) && !subjects.has(name),
      );
      if (unknown !== undefined) throw new BadInput(`${at}: "${unknown}" is no subject of subjects.md`);
      return [read.data];
    });

const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
