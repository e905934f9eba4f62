/** What an import did, row by row kind: printed at the end, and written whole with --report. */
export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

export interface ReportJson {
  readonly kind: string;
  readonly file: string;
  readonly seconds: number;
  readonly rows: number;
  /** For each kind of row or thing met: how many, and what was done with them. */
  readonly met: readonly { readonly what: string; readonly count: number; readonly done: string }[];
  readonly written: Readonly<Record<string, { readonly new: number; readonly known: number }>>;
  readonly warnings: readonly string[];
  readonly bad: readonly BadRow[];
}

export class ImportReport {
  rows = 0;
  readonly bad: BadRow[] = [];
  readonly warnings: string[] = [];
  readonly #met = new Map<string, { count: number; done: string }>();
  readonly #written = new Map<string, { new: number; known: number }>();

  /** A row that can't be used. */
  refuse(line: number, reason: string): void {
    this.bad.push({ line, reason });
  }

  /** Counts rows or things of one kind; `done` says what became of them. */
  note(what: string, done: string, count = 1): void {
    const known = this.#met.get(what);
    if (known) known.count += count;
    else this.#met.set(what, { count, done });
  }

  warn(sentence: string): void {
    if (!this.warnings.includes(sentence)) this.warnings.push(sentence);
  }

  wrote(collection: string, total: number, fresh: number): void {
    const known = this.#written.get(collection) ?? { new: 0, known: 0 };
    this.#written.set(collection, { new: known.new + fresh, known: known.known + total - fresh });
  }

  json(kind: string, file: string, seconds: number): ReportJson {
    return {
      kind,
      file,
      seconds: Math.round(seconds * 10) / 10,
      rows: this.rows,
      met: [...this.#met].map(([what, { count, done }]) => ({ what, count, done })),
      written: Object.fromEntries(this.#written),
      warnings: this.warnings,
      bad: this.bad,
    };
  }
}

const shownBadRows = 20;
const grouped = (n: number): string => n.toLocaleString('en-US');

export const badRowLines = (report: ReportJson, reportFile: string | undefined): string[] => {
  if (report.bad.length === 0) return [];
  const lines = [`${grouped(report.bad.length)} bad row${report.bad.length > 1 ? 's' : ''}:`];
  for (const { line, reason } of report.bad.slice(0, shownBadRows)) lines.push(`  line ${line}: ${reason}`);
  const more = report.bad.length - shownBadRows;
  if (more > 0)
    lines.push(`  and ${grouped(more)} more${reportFile ? `, all in ${reportFile}` : ' (--report FILE lists all)'}`);
  return lines;
};

export const summaryLines = (report: ReportJson): string[] => {
  const met = [...report.met].map(m => ({ ...m, shown: grouped(m.count) }));
  const width = Math.max(0, ...met.map(m => m.shown.length));
  const what = Math.max(0, ...met.map(m => m.what.length));
  return [
    `${report.file}: ${grouped(report.rows)} rows read as ${report.kind} in ${report.seconds} s`,
    ...met.map(m => `  ${m.shown.padStart(width)}  ${m.what.padEnd(what)}  ${m.done}`),
    ...Object.entries(report.written).map(
      ([name, { new: fresh, known }]) => `  ${name}: ${grouped(fresh)} new, ${grouped(known)} were there already`,
    ),
    ...report.warnings.map(w => `  Note: ${w}`),
  ];
};
