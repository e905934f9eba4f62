import { writeFile } from 'node:fs/promises';
import { BadInput, toldHow } from '../command-line.ts';
import { openStores } from '../store/open.ts';
import { faultLines, importArticles, importedLine, readArticleFolder } from './articles.ts';
import { type ImportSettings, readSettings, usage } from './command-line.ts';
import { progressOn } from './progress.ts';
import { badRowLines, summaryLines } from './report.ts';
import { openImport, runImport } from './run-import.ts';
import { importTranscripts } from './transcripts.ts';

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Articles come as a folder of Markdown files, one a page. */
const importFolder = async (settings: ImportSettings): Promise<number> => {
  // Read before the database is opened: a folder that can't be used changes nothing.
  readArticleFolder(settings.file);
  const stores = await openStores({ ...settings, log: tell });
  try {
    const done = await importArticles(settings.file, stores.articles);
    for (const line of faultLines(done)) tell(line);
    if (settings.report !== undefined) await writeFile(settings.report, `${JSON.stringify(done, null, 2)}\n`);
    process.stdout.write(`${importedLine(done)}\n`);
    return 0;
  } finally {
    await stores.close();
  }
};

/** Exit codes: 0 done (bad rows listed), 1 a fault, 2 the command line or the file can't be used and nothing was written. */
const main = async (): Promise<number> => {
  const args = process.argv.slice(2);
  if (toldHow(usage, args)) return 0;
  const settings = readSettings(args, process.env);
  if (settings.kind === 'articles') return importFolder(settings);
  if (settings.kind === 'transcripts') {
    process.stdout.write(`${(await importTranscripts(settings)).join('\n')}\n`);
    return 0;
  }
  const opened = await openImport(settings.kind, settings.file);
  const stores = await openStores({ ...settings, log: tell });
  try {
    tell(`Importing ${opened.file.name} into ${stores.describe}`);
    const report = await runImport(opened, {
      ...settings,
      stores,
      progress: progressOn(process.stderr),
      now: new Date(),
    });
    for (const line of badRowLines(report, settings.report)) tell(line);
    if (settings.report !== undefined) await writeFile(settings.report, `${JSON.stringify(report, null, 2)}\n`);
    process.stdout.write(`${summaryLines(report).join('\n')}\n`);
    return 0;
  } finally {
    await stores.close();
  }
};

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof BadInput) {
    tell(error.message);
    process.exitCode = 2;
  } else {
    tell(error instanceof Error ? `The import stopped: ${error.message}; run it again to go on` : String(error));
    if (process.env.DEBUG) console.error(error);
    process.exitCode = 1;
  }
}
