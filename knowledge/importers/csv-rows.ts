import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse';
import { WrongInputError } from './input-errors.ts';

/** One record of a CSV file; columns are found by name, whatever their order, case or spaces around. */
export class Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly #columns: ReadonlyMap<string, number>;

  constructor(line: number, cells: readonly string[], columns: ReadonlyMap<string, number>) {
    this.line = line;
    this.cells = cells;
    this.#columns = columns;
  }

  /** Trimmed; '' where the file has no such column or the cell is empty. */
  get(column: string): string {
    const at = this.#columns.get(column.toLowerCase());
    return at === undefined ? '' : (this.cells[at] ?? '').trim();
  }

  /** Whether the record has as many cells as the header. */
  get isComplete(): boolean {
    return this.cells.length === this.#columns.size;
  }

  get columnCount(): number {
    return this.#columns.size;
  }
}

export interface CsvFile {
  readonly name: string;
  readonly columns: readonly string[];
  /** Bytes on disk, and how many of them were read so far. */
  readonly totalBytes: number;
  readBytes(): number;
  /** To be walked once. */
  readonly rows: AsyncIterable<Row>;
  close(): void;
}

/**
 * Opens a CSV file, gzipped or not (told by its first bytes), separated by commas, semicolons or tabs (told by its
 * header). Throws WrongInputError when it is missing, empty, another format, or lacks one of the `required` columns.
 */
export const openCsv = async (path: string, required: readonly string[]): Promise<CsvFile> => {
  const name = basename(path);
  const { size, start } = await firstBytes(path, name);
  if (size === 0) throw new WrongInputError(`${name} is empty`);
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  if (start[0] === 0x50 && start[1] === 0x4b) {
    throw new WrongInputError(`${name} is a spreadsheet or zip archive, not CSV: save it as "CSV UTF-8" first`);
  }
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) {
    throw new WrongInputError(`${name} is UTF-16: save it as "CSV UTF-8" first`);
  }

  const source = createReadStream(path);
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(isGzip ? unzipStart(start, name) : start),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // Failures reach the reader through the parser; an early close is no failure.
  const noted = (): void => {};
  if (isGzip) pipeline(source, createGunzip(), parser, noted);
  else pipeline(source, parser, noted);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<{ record: string[]; info: { lines: number } }>;
  const close = (): void => {
    source.destroy();
  };
  const header = await records.next().catch((error: Error) => {
    close();
    throw new WrongInputError(`${name} can't be read as CSV: ${error.message}`);
  });
  if (header.done) throw new WrongInputError(`${name} holds no header line`);
  const columns = header.value.record.map(c => c.trim());
  const missing = required.filter(r => !columns.some(c => c.toLowerCase() === r.toLowerCase()));
  if (missing.length > 0) {
    close();
    throw new WrongInputError(
      `${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.map(m => `"${m}"`).join(', ')}; found ${listed(columns)}`,
    );
  }
  const index = new Map(columns.map((c, i) => [c.toLowerCase(), i]));
  return {
    name,
    columns,
    totalBytes: size,
    readBytes: () => source.bytesRead,
    close,
    rows: (async function* () {
      let line = header.value.info.lines + 1;
      const next = () =>
        records.next().catch((error: Error) => {
          throw new Error(`${name} can't be read after line ${line - 1}: ${error.message}`);
        });
      for (let one = await next(); !one.done; one = await next()) {
        const { record, info } = one.value;
        yield new Row(line, record, index);
        line = info.lines + 1;
      }
    })(),
  };
};

const firstBytes = async (path: string, name: string): Promise<{ size: number; start: Buffer }> => {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new WrongInputError(`${name} is not a file`);
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
      return { size: info.size, start: buffer.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new WrongInputError(`There is no file ${path}`);
    throw error;
  }
};

const unzipStart = (start: Buffer, name: string): Buffer => {
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw new WrongInputError(`${name} is a damaged gzip file: ${(error as Error).message}`);
  }
};

const delimiterOf = (start: Buffer): string => {
  const header = start.toString('utf8').split(/\r?\n/, 1)[0] ?? '';
  const counted = [',', ';', '\t'].map(d => ({ d, count: header.split(d).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).d;
};

const listed = (columns: readonly string[]): string => {
  const shown = columns
    .slice(0, 20)
    .map(c => `"${c.slice(0, 40)}"`)
    .join(', ');
  return columns.length > 20 ? `${shown} and ${columns.length - 20} more` : shown;
};
