import { serialize } from 'bson';
import { CommandError } from '../errors.ts';
import type { Doc } from './values.ts';

export const maxDocumentBytes = 16 * 1024 * 1024;

/** One version of a document with its BSON; neither ever changes, so cursors and snapshots may hold on to it. */
export interface StoredDocument {
  readonly doc: Doc;
  readonly bytes: Uint8Array;
}

/** A document's place in its collection; `current` moves from version to version. */
export interface StoredRecord {
  current: StoredDocument;
  /** Insertion order, the natural order of a scan. */
  readonly place: number;
}

/** @throws BSONObjectTooLarge beyond 16 MiB, as MongoDB */
export const storedDocument = (doc: Doc): StoredDocument => {
  const bytes = serialize(doc, { ignoreUndefined: false });
  if (bytes.byteLength > maxDocumentBytes)
    throw new CommandError(
      'BSONObjectTooLarge',
      `Document is ${bytes.byteLength} bytes, more than the ${maxDocumentBytes} allowed`,
    );
  return { doc, bytes };
};
