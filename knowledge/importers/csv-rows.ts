import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
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
  const { size, magic } = await firstBytes(path, name);
  if (size === 0) throw new WrongInputError(`${name} is empty`);
  const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
  if (magic[0] === 0x50 && magic[1] === 0x4b) {
    throw new WrongInputError(`${name} is a spreadsheet or zip archive, not CSV: save it as "CSV UTF-8" first`);
  }
  if ((magic[0] === 0xff && magic[1] === 0xfe) || (magic[0] === 0xfe && magic[1] === 0xff)) {
    throw new WrongInputError(`${name} is UTF-16: save it as "CSV UTF-8" first`);
  }

  const source = createReadStream(path);
  const plain: Readable = isGzip ? source.pipe(createGunzip()) : source;
  source.on('error', error => plain.destroy(error));
  const chunks = plain[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next().catch((error: Error) => {
    throw new WrongInputError(`${name} can't be read: ${error.message}`);
  });
  if (first.done) throw new WrongInputError(`${name} is empty`);
  const delimiter = delimiterOf(first.value);

  const parser = Readable.from(
    (async function* () {
      yield first.value;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    })(),
  ).pipe(
    parse({ bom: true, delimiter, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
  );
  plain.on('error', error => parser.destroy(error));

  const records = parser[Symbol.asyncIterator]() as AsyncIterator<{ record: string[]; info: { lines: number } }>;
  const close = (): void => {
    source.destroy();
    plain.destroy();
    parser.destroy();
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
      for (let next = await records.next(); !next.done; next = await records.next()) {
        const { record, info } = next.value;
        yield new Row(line, record, index);
        line = info.lines + 1;
      }
    })(),
  };
};

const firstBytes = async (path: string, name: string): Promise<{ size: number; magic: Uint8Array }> => {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new WrongInputError(`${name} is not a file`);
    const file = await open(path, 'r');
    try {
      const magic = new Uint8Array(4);
      await file.read(magic, 0, 4, 0);
      return { size: info.size, magic };
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new WrongInputError(`There is no file ${path}`);
    throw error;
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
