import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../../knowledge/domain/language.ts';
import { type Intent, intents } from '../turn.ts';

export interface Example {
  readonly language: Language;
  readonly intent: Intent;
  readonly text: string;
}

const folder = new URL('./examples/', import.meta.url);

/**
 * The example files: `examples/<language>/<intent>.md`, one "- example" a line; headings and blank lines are comments.
 * Throws, naming the file, when a file's name is no intent or it holds no example.
 */
export const readExamples = (from: URL = folder): Example[] =>
  languages.flatMap(language =>
    readdirSync(new URL(`${language}/`, from))
      .filter(file => file.endsWith('.md'))
      .sort()
      .flatMap(file => {
        const intent = intents.find(i => `${i}.md` === file);
        if (!intent)
          throw new Error(`Example file ${language}/${file} is named after no intent; allowed: ${intents.join(', ')}`);
        const texts = readFileSync(new URL(`${language}/${file}`, from), 'utf8')
          .split('\n')
          .flatMap(line => /^\s*[-*]\s+(.+?)\s*$/.exec(line)?.[1] ?? []);
        if (texts.length === 0)
          throw new Error(`Example file ${language}/${file} holds no example; write one a line as "- example"`);
        return texts.map(text => ({ language, intent, text }));
      }),
  );
