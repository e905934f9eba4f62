import { cpus } from 'node:os';

/** One measured figure or several of one protocol: a row for people, a JSON object per line for programs. */
export interface Row {
  readonly bench: string;
  readonly case: string;
  readonly figures: Readonly<Record<string, number | string | boolean>>;
  /** How it was measured, in one sentence. */
  readonly protocol: string;
  readonly seed: number;
}

export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly node: string;
  readonly platform: string;
}

export const machine = (): Machine => ({
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
});

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Nearest-rank percentile, share 0..1; NaN of nothing. */
export const percentile = (values: readonly number[], share: number): number => {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
};

const markdownTable = (rows: readonly Row[]): string => {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row.figures)))];
  const cells = rows.map(row => [row.case, ...columns.map(column => String(row.figures[column] ?? ''))]);
  const all = [['', ...columns], ...cells];
  const widths = all[0]!.map((_, i) => Math.max(...all.map(row => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(all[0]!), rule, ...cells.map(line)].join('\n');
};

/** Tables that can be pasted into Markdown, one per bench, each under its protocol. */
export const tables = (rows: readonly Row[], on: Machine): string => {
  const benches = [...new Set(rows.map(row => row.bench))];
  const parts = benches.map(bench => {
    const own = rows.filter(row => row.bench === bench);
    const protocols = [...new Set(own.map(row => row.protocol))];
    return [`### ${bench}`, '', ...protocols.map(p => `${p}.`), '', markdownTable(own)].join('\n');
  });
  const seeds = [...new Set(rows.map(row => row.seed))].join(', ');
  return [
    `${on.cores} cores (${on.cpu}), Node ${on.node}, ${on.platform}, seed ${seeds}`,
    '',
    parts.join('\n\n'),
    '',
  ].join('\n');
};
