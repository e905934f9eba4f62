import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Table {
  readonly columns: readonly string[];
  /** Cells by column name; a short line lacks its last cells. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads a .csv or .csv.gz file whole (RFC 4180: quotes, doubled quotes, line breaks in quotes; UTF-8, with or without BOM). */
export const readCsv = (file: string): Table => {
  const bytes = readFileSync(file);
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return parseCsv((zipped ? gunzipSync(bytes) : bytes).toString('utf8'));
};

export const parseCsv = (text: string): Table => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.length;
  while (at < end) {
    let cell: string;
    if (text.charCodeAt(at) === 34) {
      let from = at + 1;
      cell = '';
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) throw new Error(`A quoted cell that starts in row ${rows.length + 1} is never closed`);
        cell += text.slice(from, quote);
        if (text.charCodeAt(quote + 1) !== 34) {
          at = quote + 1;
          break;
        }
        cell += '"';
        from = quote + 2;
      }
      const rest = cellEnd(text, at);
      cell += text.slice(at, rest);
      at = rest;
    } else {
      const rest = cellEnd(text, at);
      cell = text.slice(at, rest);
      at = rest;
    }
    row.push(cell);
    if (at < end && text.charCodeAt(at) === 44) {
      at++;
      if (at === end) row.push('');
      continue;
    }
    if (text.charCodeAt(at) === 13) at++;
    if (text.charCodeAt(at) === 10) at++;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  const [columns = [], ...body] = rows;
  return { columns: columns.map(name => name.trim()), rows: body };
};

const cellEnd = (text: string, from: number): number => {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 10 || code === 13) break;
  }
  return at;
};
