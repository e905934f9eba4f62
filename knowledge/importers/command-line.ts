import { parseArgs } from 'node:util';
import { z } from 'zod';
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

/** Command line and environment (MONGODB_URI, else DATA_DIR and DB_PORT). Throws WrongInputError; 'help' asks for usage. */
export const readSettings = (argv: readonly string[], env: NodeJS.ProcessEnv): ImportSettings | 'help' => {
  const parsed = parse(argv);
  if (parsed.values.help) return 'help';
  const [kind, file, ...more] = parsed.positionals;
  if (kind === undefined || file === undefined || more.length > 0) {
    throw new WrongInputError(
      `Expected KIND FILE, got ${parsed.positionals.length} argument(s): see npm run import -- --help`,
    );
  }
  const { report, examples, currency, language } = parsed.values;
  const result = settings.safeParse({
    kind,
    file,
    report,
    examples,
    currency: currency?.toUpperCase(),
    language,
    shopName: parsed.values['shop-name'],
    mongodbUri: env.MONGODB_URI || undefined,
    dataDir: env.DATA_DIR || './data',
    dbPort: env.DB_PORT || 27_717,
  });
  if (!result.success) throw new WrongInputError(result.error.issues.map(i => i.message).join('; '));
  return result.data;
};

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        report: { type: 'string' },
        examples: { type: 'string' },
        currency: { type: 'string' },
        language: { type: 'string' },
        'shop-name': { type: 'string' },
      },
    });
  } catch (error) {
    throw new WrongInputError((error as Error).message.split('\n')[0] ?? 'The options could not be read');
  }
};

export const usage = (): string =>
  [
    'npm run import -- KIND FILE [--report FILE] [--currency CODE] [--language en|zh] [--shop-name NAME]',
    '',
    'FILE is CSV (UTF-8), gzipped or not. Importing the same file again adds nothing new. Kinds:',
    ...importKinds.flatMap(k => [
      `  ${k.name.padEnd(22)} ${k.about}`,
      `  ${''.padEnd(22)} needs: ${k.required.join(', ')}`,
      ...(k.optional.length > 0 ? [`  ${''.padEnd(22)} reads: ${k.optional.join(', ')}`] : []),
    ]),
    `  ${'articles'.padEnd(22)} a FOLDER of Markdown pages with front matter, one file a page and language (returns.en.md)`,
    `  ${''.padEnd(22)} needs: title; reads: id, language, topic, questions, url, updated, valid-from, valid-until, audience`,
    '',
    'npm run import -- transcripts FILE [--report FILE.md] [--examples FOLDER]',
    '',
    'Sorts the questions of old support conversations (CSV or JSON lines: question, answer, perhaps intent; or conversation,',
    'from, text) by the example sentences of the intents: what is known, what is asked repeatedly and has no intent yet.',
    'Stores nothing.',
    '',
    'Writes to MONGODB_URI, else to the embedded database in DATA_DIR (./data), joining a server that is running on it.',
  ].join('\n');
