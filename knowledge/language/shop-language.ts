/** The general language of shops that the product ships: what people say when they mean a return, a refund, a late parcel. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../domain/language.ts';
import { parseTemplate, sayingsOf, type WordLists } from './expressions.ts';

export interface Saying {
  readonly language: Language;
  /** Name of what is meant, such as "refund-status"; the same in both languages. */
  readonly concept: string;
  readonly text: string;
  /** As somebody wrote it, not one of the many that a pattern is written out to. */
  readonly spoken?: boolean;
}

const home = new URL('./', import.meta.url);
const wordFile = 'words.md';
/** What pages are found by: too fine, or too much about goods of every kind, for what a message is about as a whole. */
const fineFiles: ReadonlySet<string> = new Set(['details.md', 'situations.md', 'spoken.md', 'spoken-details.md']);

const linesOf = (file: URL): string[] => readFileSync(file, 'utf8').split('\n');

const readWords = (folder: URL): WordLists => {
  const words = new Map<string, readonly string[]>();
  for (const line of linesOf(new URL(wordFile, folder))) {
    const found = /^- ([^:]+): (.+)$/.exec(line);
    if (found) words.set(found[1]!, found[2]!.split(' / '));
  }
  return words;
};

export interface ShopLanguage {
  readonly sayings: readonly Saying[];
  /** Lines that can't be read, each with its file and why; the others are learned all the same. */
  readonly problems: readonly string[];
}

/**
 * Sayings of a folder `<language>/*.md`: "## concept", then lines "- saying / saying". `fine`: those of the files that tell the
 * rules of one shop apart as well.
 */
export const readShopLanguageFiles = (from: URL = home, { fine = false } = {}): ShopLanguage => {
  const sayings: Saying[] = [];
  const problems: string[] = [];
  for (const language of languages) {
    const folder = new URL(`${language}/`, from);
    const words = readWords(folder);
    const files = readdirSync(folder).filter(
      name => name.endsWith('.md') && name !== wordFile && (fine || !fineFiles.has(name)),
    );
    for (const name of files.sort()) {
      let concept: string | null = null;
      for (const [i, line] of linesOf(new URL(name, folder)).entries()) {
        const heading = /^## (\S+)\s*$/.exec(line);
        if (heading) concept = heading[1]!;
        if (!line.startsWith('- ') || concept === null) continue;
        for (const [k, template] of line.slice(2).split(' / ').entries()) {
          try {
            for (const text of sayingsOf(parseTemplate(template.trim(), words), i * 1000 + k)) {
              sayings.push({ language, concept, text, ...(name.startsWith('spoken') ? { spoken: true } : {}) });
            }
          } catch (fault) {
            problems.push(`${language}/${name}, line ${i + 1}: ${(fault as Error).message}`);
          }
        }
      }
    }
  }
  return { sayings, problems };
};

/** What messages are about: to understand them with. */
export const readShopLanguage = (from: URL = home): readonly Saying[] => readShopLanguageFiles(from).sayings;

/** The same and the finer points: to find the page with. */
export const readPageLanguage = (from: URL = home): readonly Saying[] =>
  readShopLanguageFiles(from, { fine: true }).sayings;
