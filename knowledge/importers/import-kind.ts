import type { Language } from '../domain/language.ts';
import type { Currency } from '../domain/money.ts';
import type { Stores } from '../ports.ts';
import type { CsvFile, Row } from './csv-rows.ts';
import { RowError } from './input-errors.ts';
import type { Progress } from './progress.ts';
import type { ImportReport } from './report.ts';

export interface ImportContext {
  readonly stores: Stores;
  readonly file: CsvFile;
  readonly report: ImportReport;
  readonly progress: Progress;
  /** Of prices without a currency of their own. */
  readonly currency: Currency;
  /** Of names and descriptions in the file. */
  readonly language: Language;
  readonly shopName: string | undefined;
  readonly now: Date;
}

/** One export format. `run` reads the file once, writes with ids made from the file alone, and may be repeated. */
export interface ImportKind {
  readonly name: string;
  /** One line for --help. */
  readonly about: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly defaultCurrency: Currency;
  /** Where every price in the format is in one currency, whatever the shop sells in. */
  readonly fixedCurrency?: Currency;
  run(context: ImportContext): Promise<void>;
}

/** Every row of the file, counted, with the progress shown; rows with too few or too many cells are refused here. */
export async function* countedRows({ file, report, progress }: ImportContext): AsyncGenerator<Row> {
  for await (const row of file.rows) {
    report.rows++;
    if (report.rows % 512 === 0) progress.at('reading', file.readBytes(), file.totalBytes);
    if (row.isComplete) yield row;
    else report.refuse(row.line, `${row.cells.length} cells where the header has ${row.columnCount}`);
  }
  progress.at('reading', file.totalBytes, file.totalBytes);
}

/** The result of reading a row, or undefined after listing why it can't be used. */
export const readRow = <T>(report: ImportReport, row: Row, read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    report.refuse(row.line, error.message);
    return undefined;
  }
};
