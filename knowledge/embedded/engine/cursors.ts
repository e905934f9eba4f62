import { Long, serialize } from 'bson';
import { CommandError } from '../errors.ts';
import { maxDocumentBytes } from './record.ts';
import type { Doc } from './values.ts';

/** What is still to be sent: stored documents as BSON, or documents to be serialized when their turn comes. */
export type Item = Uint8Array | Doc;

export interface Batch {
  readonly id: Long;
  readonly namespace: string;
  readonly documents: readonly Uint8Array[];
}

interface Open {
  readonly namespace: string;
  readonly items: readonly Item[];
  readonly expires: boolean;
  at: number;
  usedAt: number;
}

const idleMilliseconds = 10 * 60_000;

/** Open cursors, tied to no connection: a driver may fetch the next batch over another one. */
export class Cursors {
  private readonly open = new Map<string, Open>();
  private last = 0;
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  get size(): number {
    return this.open.size;
  }

  /** The first batch; the cursor stays open only if something is left. */
  start(
    namespace: string,
    items: readonly Item[],
    options: { batchSize: number; single?: boolean; expires?: boolean },
  ): Batch {
    const cursor: Open = { namespace, items, expires: options.expires ?? true, at: 0, usedAt: this.now() };
    const documents = take(cursor, options.batchSize);
    if (cursor.at >= items.length || options.single) return { id: Long.ZERO, namespace, documents };
    // Ids count up from a random start so that one from an earlier run finds nothing.
    const id = Long.fromNumber(idStart + ++this.last);
    this.open.set(id.toString(), cursor);
    return { id, namespace, documents };
  }

  /** @throws CursorNotFound */
  next(id: Long, namespace: string, batchSize: number | undefined): Batch {
    const key = id.toString();
    const cursor = this.open.get(key);
    if (!cursor || cursor.namespace !== namespace)
      throw new CommandError('CursorNotFound', `cursor id ${key} not found`);
    cursor.usedAt = this.now();
    const documents = take(cursor, batchSize ?? Number.POSITIVE_INFINITY);
    if (cursor.at < cursor.items.length) return { id, namespace, documents };
    this.open.delete(key);
    return { id: Long.ZERO, namespace, documents };
  }

  kill(id: Long, namespace: string): boolean {
    const key = id.toString();
    return this.open.get(key)?.namespace === namespace && this.open.delete(key);
  }

  /** Closes cursors nobody has asked for ten minutes. */
  sweep(): void {
    const before = this.now() - idleMilliseconds;
    for (const [key, cursor] of this.open) if (cursor.expires && cursor.usedAt < before) this.open.delete(key);
  }
}

const idStart = Math.floor((Date.now() % 1_000_000_000) * 1_000_000);

const take = (cursor: Open, count: number): Uint8Array[] => {
  const documents: Uint8Array[] = [];
  let size = 0;
  while (documents.length < count && cursor.at < cursor.items.length) {
    const item = cursor.items[cursor.at]!;
    const bytes = item instanceof Uint8Array ? item : serialize(item, { ignoreUndefined: false });
    if (documents.length > 0 && size + bytes.byteLength > maxDocumentBytes) break;
    documents.push(bytes);
    size += bytes.byteLength;
    cursor.at++;
  }
  return documents;
};
