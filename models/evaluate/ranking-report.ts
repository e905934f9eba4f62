/** The table of all models, mean ± deviation over seeds, as JSON lines and as a page with pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { barChart } from './bar-chart.ts';
import { escaped } from './drawing.ts';
import { lineChart } from './line-chart.ts';
import type { TrainingCurve } from './trace-fits.ts';

const metrics = ['ndcg', 'recall', 'precision', 'map', 'hit', 'mrr', 'coverage', 'trainSeconds'] as const;
type Metric = (typeof metrics)[number];

/** One model on one seed. */
export type SeedResult = Readonly<Record<Metric, number>> & { readonly model: string; readonly seed: number };

/** Simple models that the others have to beat. */
const floors: ReadonlySet<string> = new Set(['popularity', 'buy-again', 'ease']);

/** Throws TypeError for a printed result that lacks a metric. */
export const seedResultOf = (printed: Readonly<Record<string, unknown>>): SeedResult => {
  const numbers = Object.fromEntries(
    [...metrics, 'seed'].map(name => {
      const value = printed[name];
      if (typeof value !== 'number') throw new TypeError(`The result of ${printed.model} has no ${name}`);
      return [name, value];
    }),
  ) as Record<Metric | 'seed', number>;
  // New shoppers have a result for each number of events known; they are no seeds of one another.
  const told = printed.stated === undefined ? '' : `, ${printed.stated} told`;
  const known = printed.firstEvents === undefined ? '' : `, ${printed.firstEvents} events known${told}`;
  return { ...numbers, model: `${printed.model}${known}` };
};

export interface ModelRow {
  readonly model: string;
  readonly floor: boolean;
  readonly seeds: readonly number[];
  readonly mean: Readonly<Record<Metric, number>>;
  /** Sample standard deviation over the seeds; null for one seed. */
  readonly sd: Readonly<Record<Metric, number>> | null;
}

/** One row a model, the best NDCG first. */
export const overSeeds = (results: readonly SeedResult[]): ModelRow[] => {
  return [...new Set(results.map(result => result.model))]
    .map((model): ModelRow => {
      const runs = results.filter(result => result.model === model);
      const over = (of: (values: readonly number[]) => number) =>
        Object.fromEntries(metrics.map(metric => [metric, of(runs.map(run => run[metric]))])) as Record<Metric, number>;
      const seeds = runs.map(run => run.seed);
      return { model, floor: floors.has(model), seeds, mean: over(meanOf), sd: runs.length > 1 ? over(sdOf) : null };
    })
    .sort((a, b) => b.mean.ndcg - a.mean.ndcg);
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sdOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

export interface RankingReport {
  readonly rows: readonly ModelRow[];
  readonly curves: Readonly<Record<string, TrainingCurve>>;
  readonly k: number;
  /** Data, protocol and seeds, in words. */
  readonly about: string;
}

const pageStyle = `
  :root { color-scheme: light dark; --ink: #1f2733; --soft: #5b6675; --paper: #f5f6f8; --line: #dfe4ea }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a3afbe; --paper: #0f141b; --line: #323c4a } }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif }
  main { max-width: 960px; margin: 0 auto; padding: 24px 16px 48px } h1 { margin: 16px 0 4px; font-size: 26px } p { color: var(--soft); margin: 0 0 16px }
  figure { margin: 20px 0 } svg { width: 100%; height: auto; display: block } .table { overflow-x: auto }
  table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums } td span { color: var(--soft); font-size: 12px } th, td { padding: 6px 8px; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap } th:first-child { text-align: left } thead th { color: var(--soft); font-weight: 500 }
`;

/** 0.1234 as .1234: a column of shares needs no zeros before the point. */
const plain = (figure: string): string => figure.replace(/^0\./, '.');

const tableOf = ({ rows, k }: RankingReport): string => {
  const shown: readonly (readonly [Metric, string, number])[] = [
    ['ndcg', `NDCG@${k}`, 4],
    ['hit', `HR@${k}`, 4],
    ['recall', `recall@${k}`, 4],
    ['map', 'MAP', 4],
    ['coverage', 'coverage', 3],
    ['trainSeconds', 'seconds to train', 1],
  ];
  const head = shown.map(([, label]) => `<th scope="col">${label}</th>`).join('');
  const body = rows.map(({ model, floor, mean, sd }) => {
    const cells = shown.map(([metric, , digits]) => {
      const spread = sd === null ? '' : ` <span>± ${plain(sd[metric].toFixed(digits))}</span>`;
      return `<td>${plain(mean[metric].toFixed(digits))}${spread}</td>`;
    });
    return `<tr><th scope="row">${escaped(model)}${floor ? ' (floor)' : ''}</th>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr><th scope="col">model</th>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
};

/** Writes `index.html`, `ranking.jsonl`, `ndcg.svg`, and `training.svg` where models stop early; returns the files' names. */
export const writeRankingReport = (dir: string, report: RankingReport): string[] => {
  const { rows, curves, k, about } = report;
  mkdirSync(dir, { recursive: true });
  const written: string[] = [];
  const write = (name: string, text: string): void => {
    writeFileSync(join(dir, name), text);
    written.push(name);
  };
  const pictures = new Map<string, string>();
  pictures.set(
    'ndcg.svg',
    barChart({
      title: `NDCG@${k} of every model, the floors beside`,
      x: `NDCG@${k}, mean over held-out shoppers${rows.some(row => row.sd !== null) ? ', ± deviation over seeds' : ''}`,
      bars: rows.map(({ model, floor, mean, sd }) => ({
        name: model,
        value: mean.ndcg,
        sd: sd?.ndcg ?? null,
        kind: model.startsWith('blend') ? 'main' : floor ? 'floor' : 'other',
      })),
    }),
  );
  const lines = Object.entries(curves);
  if (lines.length > 0)
    pictures.set(
      'training.svg',
      lineChart({
        title: 'Training curves of the models that stop early',
        x: 'epoch; the dot is the one whose weights are kept',
        logX: true,
        y: `NDCG@${k} on validation`,
        lines: lines.map(([name, curve]) => ({
          name,
          kind: 'series',
          points: curve.map(p => [p.epoch, p.value] as const),
        })),
      }),
    );
  for (const [name, svg] of pictures) write(name, svg);
  write('ranking.jsonl', `${rows.map(row => JSON.stringify({ ...row, k, about })).join('\n')}\n`);
  const figures = [...pictures.values()].map(svg => `<figure>${svg}</figure>`).join('\n');
  write(
    'index.html',
    `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Recommenders side by side</title><style>${pageStyle}</style></head>
<body><main><h1>Recommenders side by side</h1><p>${escaped(about)}. Every product of the train part is ranked for every shopper with something held out.</p>
<div class="table">${tableOf(report)}</div>
${figures}
</main></body></html>
`,
  );
  return written;
};
