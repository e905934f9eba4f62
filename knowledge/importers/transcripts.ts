/** `npm run import -- transcripts FILE`: sorts the questions of old conversations by the shop's example sentences; stores nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readShopLanguage } from '../language/shop-language.ts';
import { learnShopSense } from '../language/shop-sense.ts';
import { WrongInputError } from './input-errors.ts';
import { readTranscripts } from './transcripts-read.ts';
import { transcriptReport, transcriptSummary } from './transcripts-report.ts';
import { sortQuestions, type TaughtExample } from './transcripts-sort.ts';

/** The shop's example files, read as data: the importer knows no dialogue. */
const shipped = fileURLToPath(new URL('../../dialogs/understand/intent/examples/', import.meta.url));

/** `<intent>.md` files, in the folder or in folders by language: "- example" lines. Throws WrongInputError without any. */
const readTaught = (folder: string): TaughtExample[] => {
  if (!existsSync(folder)) throw new WrongInputError(`There is no folder ${folder} with example files`);
  const taught = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .flatMap(entry =>
      readFileSync(join(entry.parentPath, entry.name), 'utf8')
        .split(/\r?\n/)
        .flatMap(line => /^\s*[-*]\s+(.+?)\s*$/.exec(line)?.[1] ?? [])
        .map(text => ({ intent: entry.name.slice(0, -'.md'.length), text })),
    );
  if (new Set(taught.map(t => t.intent)).size < 2)
    throw new WrongInputError(`${folder} needs example files of at least two intents, named <intent>.md`);
  return taught;
};

interface TranscriptOptions {
  readonly file: string;
  /** Where the whole report goes, as Markdown. */
  readonly report?: string | undefined;
  readonly examples?: string | undefined;
}

/** Lines for the terminal. Throws WrongInputError when the file or the examples can't be used. */
export const importTranscripts = async ({ file, report, examples = shipped }: TranscriptOptions): Promise<string[]> => {
  const read = await readTranscripts(file);
  const sorted = sortQuestions(read.questions, readTaught(examples), learnShopSense(readShopLanguage()));
  const lines = transcriptSummary(read, sorted);
  if (report === undefined)
    return [...lines, 'Add --report FILE.md for all of it: gaps, candidates and doubtful labels'];
  await writeFile(report, transcriptReport(read, sorted));
  return [...lines, `The report is in ${report}`];
};
