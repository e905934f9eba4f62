import { calculateObjectSize, serialize } from 'bson';
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
  let bytes: Uint8Array;
  try {
    bytes = serialize(doc, { ignoreUndefined: false });
  } catch (error) {
    // The library's buffer holds 17 MiB; what does not fit surfaces as a fault of its own.
    checkSize(calculateObjectSize(doc, { ignoreUndefined: false }));
    throw error;
  }
  // The size field tells the truth even where the library cut the bytes off.
  checkSize(bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24));
  return { doc, bytes };
};

const checkSize = (size: number): void => {
  if (size > maxDocumentBytes)
    throw new CommandError(
      'BSONObjectTooLarge',
      `Document is ${size} bytes, more than the ${maxDocumentBytes} allowed`,
    );
};
