/**
 * `node --import tsx bot/admin/move-database.ts --to mongodb://… [--from DIR|mongodb://…] [--overwrite]`: copies every
 * collection, by default from the embedded database in DATA_DIR, with the server stopped. Then start with MONGODB_URI.
 */
import { BadInput, command, readArguments, toldHow } from '../../knowledge/command-line.ts';
import { copyDatabase } from '../../knowledge/store/copy.ts';

const usage = command({
  name: 'node --import tsx bot/admin/move-database.ts',
  about:
    'Copies every collection to a MongoDB server, with the bot stopped; the old data stays. Then start with MONGODB_URI.',
  options: {
    to: { takes: 'mongodb://…', needed: true, about: 'where to' },
    from: { takes: 'DIR | mongodb://…', about: 'DATA_DIR or ./data if not given' },
    overwrite: { about: 'also where the new database holds something' },
  },
  examples: ['--to mongodb://localhost:27017/counteroffer'],
});

const isAddress = (text: string): boolean => /^mongodb(\+srv)?:\/\//.test(text);

const main = async (): Promise<void> => {
  const args = process.argv.slice(2);
  if (toldHow(usage, args)) return;
  const { values } = readArguments(usage, args);
  const { to } = values;
  if (!isAddress(to))
    throw new BadInput(
      `--to has to be a mongodb:// or mongodb+srv:// address, got "${to.replace(/\/\/[^@/]*@/, '//…@')}"`,
    );
  const from = values.from ?? (process.env.DATA_DIR?.trim() || './data');
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const report = await copyDatabase({
    from: isAddress(from) ? { uri: from } : { dataDir: from },
    to,
    overwrite: values.overwrite,
    log: say,
    onProgress: (collection, copied, total) => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r${collection} ${copied} of ${total}${copied >= total ? '\n' : ''}`);
    },
  });
  for (const { name, documents } of report.collections) say(`${name}: ${documents} documents`);
  say('Copied. Start with MONGODB_URI set to the new address; the old data is untouched.');
};

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${(fault as Error).message}\n`);
    process.exit(1);
  },
);
