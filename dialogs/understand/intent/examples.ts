import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../../../knowledge/domain/language.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { type Intent, intents } from '../../turn.ts';

export interface Example<Label extends string = Intent> {
  readonly language: Language;
  readonly intent: Label;
  readonly text: string;
}

/** Something in the example files that a person should look at; the rest is taught all the same. */
export interface ExampleProblem {
  /** "zh/deals.md", with the line where there is one, counted from 1. */
  readonly file: string;
  readonly line?: number;
  readonly what:
    | { readonly kind: 'no-such-intent' }
    | { readonly kind: 'no-example' }
    | { readonly kind: 'no-dash'; readonly text: string }
    | { readonly kind: 'repeated' | 'contradicted'; readonly text: string; readonly first: string };
}

export interface ExampleFiles<Label extends string = Intent> {
  readonly examples: readonly Example<Label>[];
  readonly problems: readonly ExampleProblem[];
}

const folder = new URL('./examples/', import.meta.url);

/**
 * The example files: `examples/<language>/<intent>.md`, one "- example" a line; headings and blank lines are comments.
 * A file named after no intent or without an example is left out; of a sentence that stands twice the first is taught, also
 * when the second says another intent. All of it is reported.
 */
export const readExampleFiles = (from: URL = folder): ExampleFiles => readLabelled(from, intents);

/** The same for labels of another kind: files named after them. */
export const readLabelled = <Label extends string>(from: URL, labels: readonly Label[]): ExampleFiles<Label> => {
  const examples: Example<Label>[] = [];
  const problems: ExampleProblem[] = [];
  for (const language of languages) {
    const seen = new Map<string, { readonly intent: Label; readonly at: string }>();
    const names = readdirSync(new URL(`${language}/`, from)).filter(name => name.endsWith('.md'));
    for (const name of names.sort()) {
      const file = `${language}/${name}`;
      const intent = labels.find(label => `${label}.md` === name);
      if (!intent) {
        problems.push({ file, what: { kind: 'no-such-intent' } });
        continue;
      }
      const before = examples.length;
      for (const [i, row] of readFileSync(new URL(file, from), 'utf8').split(/\r?\n/).entries()) {
        const line = i + 1;
        if (row.trim() === '' || row.trimStart().startsWith('#')) continue;
        const text = /^\s*[-*]\s+(.+?)\s*$/.exec(row)?.[1];
        if (text === undefined) {
          problems.push({ file, line, what: { kind: 'no-dash', text: row.trim() } });
          continue;
        }
        const key = fold(text);
        const first = seen.get(key);
        if (first) {
          const kind = first.intent === intent ? 'repeated' : 'contradicted';
          problems.push({ file, line, what: { kind, text, first: first.at } });
          continue;
        }
        seen.set(key, { intent, at: `${file}, line ${line}` });
        examples.push({ language, intent, text });
      }
      if (examples.length === before) problems.push({ file, what: { kind: 'no-example' } });
    }
  }
  return { examples, problems };
};

export const readExamples = (from: URL = folder): readonly Example[] => readExampleFiles(from).examples;

/** A sentence for whoever edits the files. */
export const describeProblem = ({ file, line, what }: ExampleProblem): string => {
  const where = line === undefined ? file : `${file}, line ${line}`;
  switch (what.kind) {
    case 'no-such-intent':
      return `${where}: named after no intent and left out; allowed names are ${intents.join(', ')}`;
    case 'no-example':
      return `${where}: holds no example; write one a line as "- example"`;
    case 'no-dash':
      return `${where}: "${what.text}" does not start with "- " and is left out`;
    case 'repeated':
      return `${where}: "${what.text}" stands already in ${what.first}`;
    case 'contradicted':
      return `${where}: "${what.text}" is taught as another intent in ${what.first}; the first counts`;
  }
};
