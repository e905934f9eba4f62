/**
 * `npm run check-articles -- [--json]`: what articles say that the live promotions, the shop's settings, prices and stock
 * don't. Composition root: opens the stores, keeps the day's reading. Exit code 1 when something contradicts.
 */
import { parseArgs } from 'node:util';
import { checkArticles } from '../knowledge/check/check-articles.ts';
import type { ArticleFinding } from '../knowledge/domain/gap.ts';
import { withShop } from './open-shop.ts';

const wantsJson = (args: readonly string[]): boolean | string => {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }).values.json === true;
  } catch (fault) {
    return `${(fault as Error).message.split('\n')[0]}; usage: npm run check-articles -- [--json]`;
  }
};

const lines = (f: ArticleFinding): string =>
  `${f.article} (${f.language}, ${f.passage})\n  says:  ${f.said}  in “${f.sentence}”\n  holds: ${f.holds}  [${f.about}${f.subject ? `: ${f.subject}` : ''}]\n`;

const json = wantsJson(process.argv.slice(2));
if (typeof json === 'string') {
  process.stderr.write(`${json}\n`);
  process.exitCode = 2;
} else {
  const check = await withShop((stores, { view }) => checkArticles(stores, view, new Date()));
  if (json) process.stdout.write(`${JSON.stringify(check)}\n`);
  else {
    for (const finding of check.findings) process.stdout.write(lines(finding));
    process.stdout.write(`${check.articles} articles read, ${check.findings.length} contradictions\n`);
  }
  process.exitCode = check.findings.length > 0 ? 1 : 0;
}
