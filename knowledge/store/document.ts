import { type Collection, type Document, MongoBulkWriteError, MongoServerError } from 'mongodb';
import type { z } from 'zod';

/** A document as it lies in the database: the domain object with its `id` as `_id`. */
export interface Stored extends Document {
  _id: string;
}
export type Documents = Collection<Stored>;

/** A document in the database that is not what this program writes: an older version, or a hand at work. */
export class DamagedDocumentError extends Error {
  override readonly name = 'DamagedDocumentError';
}

/** Translates one kind of document, checking it both ways, so that nothing is written that could not be read back. */
export interface Shape<T> {
  /** Throws DamagedDocumentError naming collection, _id and field. */
  read(document: Stored): T;
  /** Throws TypeError naming the kind, id and field. */
  write(value: T): Stored;
}

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return issue ? `${issue.path.map(String).join('.') || 'the document'}: ${issue.message}` : error.message;
};

/**
 * `stored` and `domain` rewrite what the database can't hold as it is (free-form keys); the schema always sees the
 * domain form. A read costs a few µs.
 */
export const shape = <T extends { readonly id: string }>(
  collection: string,
  schema: z.ZodType<T>,
  rewrite: { stored?: (value: Stored) => void; domain?: (document: Stored) => void } = {},
): Shape<T> => ({
  read: document => {
    document.id = document._id;
    rewrite.domain?.(document);
    const result = schema.safeParse(document);
    if (result.success) return result.data;
    throw new DamagedDocumentError(
      `Document "${document._id}" in ${collection} can't be read: ${firstIssue(result.error)}`,
    );
  },
  write: value => {
    const result = schema.safeParse(value);
    if (!result.success) {
      throw new TypeError(`"${value.id}" can't be written to ${collection}: ${firstIssue(result.error)}`);
    }
    const { id, ...rest } = result.data;
    const document: Stored = { _id: id, ...rest };
    rewrite.stored?.(document);
    return document;
  },
});

/** A part of a document about to be written; throws TypeError naming what and field. */
export const checked = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new TypeError(`${what} can't be written: ${firstIssue(result.error)}`);
};

/** E11000: another document has this _id or unique key. */
export const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11000;

/** False: a document with this _id (or unique key) is there already, nothing written. */
export const insertOnce = async (documents: Documents, document: Stored): Promise<boolean> => {
  try {
    await documents.insertOne(document);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
};

/** Inserts all that are not there yet, in one command per batch; returns how many were new. */
export const insertMissing = async (documents: Documents, all: readonly Stored[]): Promise<number> => {
  let inserted = 0;
  for (const batch of batches(all)) {
    try {
      inserted += (await documents.insertMany(batch, { ordered: false })).insertedCount;
    } catch (error) {
      if (!(error instanceof MongoBulkWriteError)) throw error;
      const faults = [error.writeErrors].flat().filter(e => e.code !== 11000);
      if (faults.length > 0) throw error;
      inserted += error.insertedCount;
    }
  }
  return inserted;
};

/** Replaces by _id, inserting what is new; returns how many were new. Repeating it changes nothing. */
export const replaceAll = async (documents: Documents, all: readonly Stored[]): Promise<number> => {
  let inserted = 0;
  for (const batch of batches(all)) {
    const result = await documents.bulkWrite(
      batch.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } })),
      { ordered: false },
    );
    inserted += result.upsertedCount;
  }
  return inserted;
};

const batchSize = 1000;

/** Slices that fit one command comfortably. */
export function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let i = 0; i < all.length; i += batchSize) yield all.slice(i, i + batchSize);
}
