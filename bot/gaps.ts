/**
 * `npm run gaps -- [--days 30] [--json]`: what shoppers asked and the shop's articles did not answer, most asked first.
 * Composition root: opens the stores, reads, writes nothing. Exit code 2 when the command can't be read.
 */
import { BadInput, command, readArguments, toldHow } from '../knowledge/command-line.ts';
import { inLanguage } from '../knowledge/domain/language.ts';
import { type Gap, gapsIn, mostCompared } from '../knowledge/retrieval/pages/gap-report.ts';
import { withShop } from './open-shop.ts';

const usage = command({
  name: 'npm run gaps --',
  about:
    'What shoppers asked and no page answered, brought together, most asked first. Reads the database, writes nothing.',
  options: {
    days: { takes: 'N', usually: '30', about: 'how far back, 1 to 3650' },
    json: { about: 'one JSON array instead of lines' },
  },
  examples: ['--days 7'],
});

const parse = (args: readonly string[]): { readonly days: number; readonly json: boolean } => {
  const { days: text, json } = readArguments(usage, args).values;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 3650)
    throw new BadInput(`--days must be a whole number from 1 to 3650, got "${text}"`);
  return { days, json };
};

const lines = (gap: Gap): string[] => [
  `${String(gap.asked).padStart(4)} × ${gap.question}${gap.markedWrong > 0 ? `  (answered wrongly ${gap.markedWrong} ×)` : ''}`,
  ...gap.also.map(text => `       also: ${text}`),
  ...(gap.nearest ? [`       nearest: ${inLanguage(gap.nearest.title, gap.language)} (${gap.nearest.id})`] : []),
];

const run = async (asked: ReturnType<typeof parse>): Promise<void> => {
  await withShop(async (stores, { view }) => {
    const since = new Date(Date.now() - asked.days * 86_400_000);
    const gaps = gapsIn(await stores.gaps.open(since, 2 * mostCompared), view.articles);
    if (asked.json) process.stdout.write(`${JSON.stringify(gaps.map(g => ({ ...g, nearest: g.nearest?.id })))}\n`);
    else {
      const total = gaps.reduce((sum, g) => sum + g.asked, 0);
      process.stdout.write(`${total} unanswered questions of ${asked.days} days, ${gaps.length} things asked\n`);
      for (const gap of gaps) process.stdout.write(`${lines(gap).join('\n')}\n`);
    }
  });
};

try {
  const args = process.argv.slice(2);
  if (!toldHow(usage, args)) await run(parse(args));
} catch (fault) {
  if (!(fault instanceof BadInput)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 2;
}
