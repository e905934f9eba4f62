import { z } from 'zod';
import { command, readArguments } from '../command-line.ts';
import { languages } from '../domain/language.ts';
import { currencies } from '../domain/money.ts';
import { WrongInputError } from './input-errors.ts';
import { importKinds } from './run-import.ts';

const settings = z.object({
  kind: z.string(),
  file: z.string(),
  report: z.string().optional(),
  examples: z.string().optional(),
  currency: z.enum(currencies, `--currency must be one of ${currencies.join(', ')}`).optional(),
  language: z.enum(languages, `--language must be one of ${languages.join(', ')}`).optional(),
  shopName: z.string().min(1).optional(),
  mongodbUri: z.string().optional(),
  dataDir: z.string(),
  dbPort: z.coerce.number(`DB_PORT must be a port number`).int().min(0).max(65_535, 'DB_PORT must be at most 65535'),
});
export type ImportSettings = z.infer<typeof settings>;

const kinds = importKinds.flatMap(k => [
  `  ${k.name.padEnd(22)} ${k.about}`,
  `  ${''.padEnd(22)} needs: ${k.required.join(', ')}`,
  ...(k.optional.length > 0 ? [`  ${''.padEnd(22)} reads: ${k.optional.join(', ')}`] : []),
]);

export const usage = command({
  name: 'npm run import --',
  about: [
    "A shop's own data into the database of MONGODB_URI, else the embedded one in DATA_DIR (./data), joining a server that runs on it.",
    'FILE is CSV (UTF-8), gzipped or not. Importing the same file again adds nothing new. Kinds:',
    ...kinds,
    `  ${'articles'.padEnd(22)} a FOLDER of Markdown pages with front matter, one file a page and language (returns.en.md)`,
    `  ${''.padEnd(22)} needs: title; reads: id, language, topic, questions, url, updated, valid-from, valid-until, audience`,
    `  ${'transcripts'.padEnd(22)} old support conversations (CSV or JSON lines): their questions sorted by the intents' examples, what is`,
    `  ${''.padEnd(22)} known and what is asked repeatedly and has no intent yet; stores nothing`,
    `  ${''.padEnd(22)} needs: question, answer, perhaps intent; or conversation, from, text`,
  ].join('\n'),
  words: 'KIND FILE',
  options: {
    report: { takes: 'FILE', about: 'what was read and left out, and why' },
    currency: { takes: 'CODE', about: `of prices without one: ${currencies.join(', ')}` },
    language: { takes: languages.join(' | '), about: 'of names and descriptions' },
    'shop-name': { takes: 'NAME', about: 'of a shop that is made new' },
    examples: { takes: 'FOLDER', about: 'with transcripts: the example sentences of the intents' },
  },
  examples: ['csv-products products.csv --currency EUR', 'online-retail online_retail.csv.gz', 'articles pages'],
});

/** Command line and environment (MONGODB_URI, else DATA_DIR and DB_PORT). Throws BadInput or WrongInputError. */
export const readSettings = (argv: readonly string[], env: NodeJS.ProcessEnv): ImportSettings => {
  const { values, words } = readArguments(usage, argv);
  const [kind, file, ...more] = words;
  if (kind === undefined || file === undefined || more.length > 0) {
    throw new WrongInputError(
      `Expected KIND FILE, got ${words.length === 0 ? 'nothing' : words.map(word => `"${word}"`).join(' ')}; npm run import -- --help lists the kinds`,
    );
  }
  const { report, examples, currency, language } = values;
  const result = settings.safeParse({
    kind,
    file,
    report,
    examples,
    currency: currency?.toUpperCase(),
    language,
    shopName: values['shop-name'],
    mongodbUri: env.MONGODB_URI || undefined,
    dataDir: env.DATA_DIR || './data',
    dbPort: env.DB_PORT || 27_717,
  });
  if (!result.success) throw new WrongInputError(result.error.issues.map(i => i.message).join('; '));
  return result.data;
};
