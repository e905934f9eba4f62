/**
 * `npm run gaps -- [--days 30] [--json]`: what shoppers asked and the shop's articles did not answer, most asked first.
 * Composition root: opens the stores, reads, writes nothing. Exit code 2 when the command can't be read.
 */
import { parseArgs } from 'node:util';
import { inLanguage } from '../knowledge/domain/language.ts';
import { type Gap, gapsIn, mostCompared } from '../knowledge/retrieval/gap-report.ts';
import { withShop } from './open-shop.ts';

const usage = 'npm run gaps -- [--days 30] [--json]';

const readDays = (args: readonly string[]): { days: number; json: boolean } | string => {
  try {
    const { values } = parseArgs({ args: [...args], options: { days: { type: 'string' }, json: { type: 'boolean' } } });
    const days = Number(values.days ?? 30);
    if (!Number.isInteger(days) || days < 1 || days > 3650)
      return `--days must be a whole number from 1 to 3650, got "${values.days}"`;
    return { days, json: values.json === true };
  } catch (fault) {
    return `${(fault as Error).message.split('\n')[0]}; usage: ${usage}`;
  }
};

const lines = (gap: Gap): string[] => [
  `${String(gap.asked).padStart(4)} × ${gap.question}${gap.markedWrong > 0 ? `  (answered wrongly ${gap.markedWrong} ×)` : ''}`,
  ...gap.also.map(text => `       also: ${text}`),
  ...(gap.nearest ? [`       nearest: ${inLanguage(gap.nearest.title, gap.language)} (${gap.nearest.id})`] : []),
];

const asked = readDays(process.argv.slice(2));
if (typeof asked === 'string') {
  process.stderr.write(`${asked}\n`);
  process.exitCode = 2;
} else {
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
}
