/** The general language of shops that the product ships: what people say when they mean a return, a refund, a late parcel. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../domain/language.ts';
import { parseTemplate, sayingsOf, type WordLists } from './expressions.ts';

export interface Saying {
  readonly language: Language;
  /** Name of what is meant, such as "refund-status"; the same in both languages. */
  readonly concept: string;
  readonly text: string;
}

const home = new URL('./', import.meta.url);
const wordFile = 'words.md';

const linesOf = (file: URL): string[] => readFileSync(file, 'utf8').split('\n');

const readWords = (folder: URL): WordLists => {
  const words = new Map<string, readonly string[]>();
  for (const line of linesOf(new URL(wordFile, folder))) {
    const found = /^- ([^:]+): (.+)$/.exec(line);
    if (found) words.set(found[1]!, found[2]!.split(' / '));
  }
  return words;
};

/**
 * All sayings of a folder `<language>/*.md`: "## concept", then lines "- saying / saying". Throws, naming file and line,
 * when a line can't be read.
 */
export const readShopLanguage = (from: URL = home): Saying[] =>
  languages.flatMap(language => {
    const folder = new URL(`${language}/`, from);
    const words = readWords(folder);
    const files = readdirSync(folder).filter(name => name.endsWith('.md') && name !== wordFile);
    return files.sort().flatMap(name => {
      const sayings: Saying[] = [];
      let concept: string | null = null;
      for (const [i, line] of linesOf(new URL(name, folder)).entries()) {
        const heading = /^## (\S+)\s*$/.exec(line);
        if (heading) concept = heading[1]!;
        if (!line.startsWith('- ') || concept === null) continue;
        for (const [k, template] of line.slice(2).split(' / ').entries()) {
          try {
            for (const text of sayingsOf(parseTemplate(template.trim(), words), i * 1000 + k)) {
              sayings.push({ language, concept, text });
            }
          } catch (fault) {
            throw new Error(`${language}/${name}, line ${i + 1}: ${(fault as Error).message}`);
          }
        }
      }
      return sayings;
    });
  });
