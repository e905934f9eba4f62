import type { Event } from './interactions.ts';

/** Why rows were left out; the count of each goes into the report. */
const dropReasons = ['missing-shopper', 'missing-product', 'bad-date', 'bad-quantity', 'cancelled', 'repeat'] as const;
export type DropReason = (typeof dropReasons)[number];

export interface CleaningReport {
  readonly read: number;
  readonly kept: number;
  readonly dropped: Readonly<Record<DropReason, number>>;
  /** Rows (counted from 1) of the first three of each kind, to look at. */
  readonly examples: Readonly<Record<DropReason, readonly number[]>>;
}

export interface RawEvent {
  readonly shopper?: string | undefined;
  readonly product?: string | undefined;
  /** NaN: could not be read. */
  readonly atMilliseconds: number;
  /** Missing: 1. */
  readonly quantity?: number | undefined;
}

// Shops of this kind did not exist before 1990; a later year than this is a typing error or another unit of time.
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/**
 * What can be learned from: a known shopper bought a known product at a real time, a positive number of it.
 * Quantities below zero are returns and cancellations; zero and NaN are damage; the exact repeat of a line (same shopper, product,
 * instant and quantity) counts once.
 */
export const cleanEvents = (raw: Iterable<RawEvent>): { events: Event[]; report: CleaningReport } => {
  const events: Event[] = [];
  const dropped = Object.fromEntries(dropReasons.map(reason => [reason, 0])) as Record<DropReason, number>;
  const examples = Object.fromEntries(dropReasons.map(reason => [reason, [] as number[]])) as Record<
    DropReason,
    number[]
  >;
  const seen = new Set<string>();
  let read = 0;
  for (const row of raw) {
    read++;
    const reason = whyNot(row, seen);
    if (reason !== null) {
      dropped[reason]++;
      if (examples[reason].length < 3) examples[reason].push(read);
      continue;
    }
    events.push({
      shopper: row.shopper!.trim(),
      product: row.product!.trim(),
      at: new Date(row.atMilliseconds),
      quantity: row.quantity ?? 1,
    });
  }
  return { events, report: { read, kept: events.length, dropped, examples } };
};

const whyNot = (row: RawEvent, seen: Set<string>): DropReason | null => {
  if (isMissing(row.shopper)) return 'missing-shopper';
  if (isMissing(row.product)) return 'missing-product';
  if (!(row.atMilliseconds >= earliest && row.atMilliseconds < latest)) return 'bad-date';
  const quantity = row.quantity ?? 1;
  if (quantity < 0) return 'cancelled';
  if (!Number.isFinite(quantity) || quantity === 0) return 'bad-quantity';
  const key = `${row.shopper}\u0000${row.product}\u0000${row.atMilliseconds}\u0000${quantity}`;
  if (seen.has(key)) return 'repeat';
  seen.add(key);
  return null;
};

const isMissing = (id: string | undefined): boolean =>
  id === undefined || ['', 'nan', 'null', 'undefined', 'none'].includes(id.trim().toLowerCase());

/** One line for people: "read 10, kept 8; dropped 1 cancelled (row 4), 1 repeat (row 9)". */
export const describeCleaning = (report: CleaningReport): string => {
  const parts = dropReasons
    .filter(reason => report.dropped[reason] > 0)
    .map(
      reason =>
        `${report.dropped[reason]} ${reason} (row ${report.examples[reason].join(', ')}${report.dropped[reason] > 3 ? ', …' : ''})`,
    );
  return `read ${report.read}, kept ${report.kept}${parts.length > 0 ? `; dropped ${parts.join(', ')}` : ''}`;
};
