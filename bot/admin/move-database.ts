/**
 * `node --import tsx bot/admin/move-database.ts --to mongodb://… [--from DIR|mongodb://…] [--overwrite]`: copies every
 * collection, by default from the embedded database in DATA_DIR, with the server stopped. Then start with MONGODB_URI.
 */
import { parseArgs } from 'node:util';
import { copyDatabase } from '../../knowledge/store/copy.ts';

const isAddress = (text: string): boolean => /^mongodb(\+srv)?:\/\//.test(text);

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, from: { type: 'string' }, overwrite: { type: 'boolean', default: false } },
  });
  const { to } = values;
  if (to === undefined || !isAddress(to)) throw new Error('--to has to be a mongodb:// or mongodb+srv:// address');
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
