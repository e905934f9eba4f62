/**
 * `npm run check-articles -- [--json]`: what articles say that the live promotions, the shop's settings, prices and stock
 * don't. Composition root: opens the stores, keeps the day's reading. Exit code 1 when something contradicts.
 */
import { checkArticles } from '../knowledge/check/check-articles.ts';
import { BadInput, command, readArguments, toldHow } from '../knowledge/command-line.ts';
import type { ArticleFinding } from '../knowledge/domain/gap.ts';
import { withShop } from './open-shop.ts';

const usage = command({
  name: 'npm run check-articles --',
  about:
    "What pages say that the live promotions, the shop's settings, prices and stock don't. Exit code 1 when something contradicts.",
  options: { json: { about: 'one JSON object instead of lines' } },
  examples: [''],
});

const lines = (f: ArticleFinding): string =>
  `${f.article} (${f.language}, ${f.passage})\n  says:  ${f.said}  in “${f.sentence}”\n  holds: ${f.holds}  [${f.about}${f.subject ? `: ${f.subject}` : ''}]\n`;

const run = async (json: boolean): Promise<void> => {
  const check = await withShop((stores, { view }) => checkArticles(stores, view, new Date()));
  if (json) process.stdout.write(`${JSON.stringify(check)}\n`);
  else {
    for (const finding of check.findings) process.stdout.write(lines(finding));
    process.stdout.write(`${check.articles} articles read, ${check.findings.length} contradictions\n`);
  }
  process.exitCode = check.findings.length > 0 ? 1 : 0;
};

try {
  const args = process.argv.slice(2);
  if (!toldHow(usage, args)) await run(readArguments(usage, args).values.json);
} catch (fault) {
  if (!(fault instanceof BadInput)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 2;
}
