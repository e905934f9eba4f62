import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Played, succeeded } from './play.ts';

/** One talk as text: who said what, what was on the cards, and what went wrong. */
const transcriptOf = (played: Played): string => {
  const lines = [
    `${played.scenario.id}, run ${played.run}: ${played.achieved ? 'goal reached' : 'goal not reached'}`,
    ...(played.violated ? [`MUST NOT: ${played.violated}`] : []),
    ...played.wrong.map(w => `WRONG CLAIM: ${w}`),
    ...played.pestered.map(p => `PESTERED: ${p}`),
    '',
  ];
  for (const { said, heard } of played.exchanges) {
    lines.push(`shopper: ${said}`, `bot: ${heard.text}   (${heard.log?.intent ?? ''})`);
    for (const card of heard.cards) {
      const what =
        card.type === 'product'
          ? `${card.name} ${card.price}`
          : card.type === 'order'
            ? `${card.number} ${card.statusText}`
            : card.type === 'offer'
              ? `${card.title} ${card.saves}`
              : card.type === 'source'
                ? card.title
                : card.type === 'cart'
                  ? card.total
                  : card.type === 'refund'
                    ? card.refund
                    : card.type === 'comparison'
                      ? card.rows.map(row => row.name).join(', ')
                      : card.facts.map(f => f.text).join(', ');
      lines.push(`     [${card.type}] ${what}`);
    }
    if (heard.taps.length > 0) lines.push(`     taps: ${heard.taps.map(t => t.label).join(' | ')}`);
  }
  return `${lines.join('\n')}\n`;
};

/** Writes every talk that failed, made a wrong claim or pestered; returns how many. */
export const writeFailures = (folder: string, played: readonly Played[]): number => {
  mkdirSync(folder, { recursive: true });
  const failures = played.filter(p => !succeeded(p) || p.pestered.length > 0);
  for (const one of failures) writeFileSync(join(folder, `${one.scenario.id}.${one.run}.txt`), transcriptOf(one));
  return failures.length;
};
