/** Files of labels, one JSON document a line; every fault is named with its file and line. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { BadInput } from '../../models/evaluate/task.ts';

export const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
};

export const linesOf = (file: string): { readonly where: string; readonly text: string }[] =>
  textOf(file)
    .split('\n')
    .flatMap((text, i) => (text.trim() === '' ? [] : [{ where: `${file}, line ${i + 1}`, text }]));

export const jsonIn = (where: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadInput(`${where}: no JSON: ${(cause as Error).message}`);
  }
};

export const checked = <S extends z.ZodType>(where: string, schema: S, json: unknown): z.output<S> => {
  const result = schema.safeParse(json);
  if (!result.success) throw new BadInput(`${where}: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`);
  return result.data;
};

/** All of a file. Throws BadInput naming the file and line. */
export const labelsIn = <S extends z.ZodType>(file: string, schema: S): z.output<S>[] =>
  linesOf(file).map(({ where, text }) => checked(where, schema, jsonIn(where, text)));

const ending = '.jsonl';
/** Who labelled: the names of a folder's files, in order. */
export const writersIn = (folder: URL): string[] =>
  readdirSync(folder)
    .flatMap(name => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []))
    .sort();
