import { crc32 } from 'node:zlib';
import { serialize } from 'bson';
import { BsonBuilder } from '../bson-bytes.ts';
import { readDocument } from '../wire.ts';
import type { Change } from './change.ts';

/**
 * A frame is one group of changes: [marker 4][length 4][crc32 4][BSON]. The marker lets recovery see whether anything whole
 * lies behind a bad frame: nothing does behind a write that was torn, something does behind damage in the middle.
 */
const marker = Buffer.from([0xc0, 0x0f, 0xfe, 0x12]);
const frameHeaderBytes = 12;

/** The file's first frame: what wrote it and how to read it. */
export interface Head {
  readonly format: 1;
  readonly file: 'log' | 'snapshot';
  readonly generation: number;
}

/** The last frame of a snapshot: without it the snapshot was not finished. */
export interface End {
  readonly changes: number;
}

export type Frame =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'end'; readonly end: End };

const seal = (payload: Buffer): Buffer => {
  const header = Buffer.allocUnsafe(frameHeaderBytes);
  marker.copy(header, 0);
  header.writeUInt32LE(payload.byteLength, 4);
  // The length is under the checksum too, so that a flipped bit in it cannot pass.
  header.writeUInt32LE(crc32(payload, crc32(header.subarray(4, 8))), 8);
  return Buffer.concat([header, payload]);
};

export const encodeHead = (head: Head): Buffer => seal(Buffer.from(serialize({ head })));
export const encodeEnd = (end: End): Buffer => seal(Buffer.from(serialize({ end })));

export const encodeChanges = (changes: readonly Change[]): Buffer =>
  seal(new BsonBuilder().documents('changes', changes.map(encodeChange)).build());

const encodeChange = (change: Change): Uint8Array => {
  if (change.kind !== 'put') return serialize(change, { ignoreUndefined: false });
  return new BsonBuilder()
    .fields({ kind: 'put', namespace: change.namespace })
    .document('document', change.document.bytes)
    .build();
};

const decodeFrame = (payload: Buffer): Frame => {
  const content = readDocument(payload);
  if (content.head) return { kind: 'head', head: content.head as Head };
  if (content.end) return { kind: 'end', end: content.end as End };
  const changes = content.changes as Record<string, unknown>[];
  return { kind: 'changes', changes: changes.map(decodeChange) };
};

const decodeChange = (change: Record<string, unknown>): Change => {
  if (change.kind !== 'put') return change as unknown as Change;
  const doc = change.document as Record<string, unknown>;
  return {
    kind: 'put',
    namespace: change.namespace as string,
    document: { doc, bytes: serialize(doc, { ignoreUndefined: false }) },
  };
};

const frameAt = (bytes: Buffer, at: number): Buffer | undefined => {
  if (at + frameHeaderBytes > bytes.byteLength || bytes.compare(marker, 0, 4, at, at + 4) !== 0) return undefined;
  const length = bytes.readUInt32LE(at + 4);
  const start = at + frameHeaderBytes;
  if (start + length > bytes.byteLength) return undefined;
  const payload = bytes.subarray(start, start + length);
  return crc32(payload, crc32(bytes.subarray(at + 4, at + 8))) === bytes.readUInt32LE(at + 8) ? payload : undefined;
};

/** Where reading a file stopped. */
export interface ScanEnd {
  /** Bytes of whole frames. */
  readonly goodBytes: number;
  /** A whole frame lies behind the bad one, at this offset. */
  readonly wholeFrameBehind: number | undefined;
}

/** Hands on every whole frame up to the first bad one. A frame whose checksum holds but whose content does not make sense throws. */
export const readFrames = (
  bytes: Buffer,
  each: (frame: Frame, at: number) => void,
  unreadable: (error: Error, at: number) => Error,
): ScanEnd => {
  let at = 0;
  while (at < bytes.byteLength) {
    const payload = frameAt(bytes, at);
    if (!payload) break;
    let frame: Frame;
    try {
      frame = decodeFrame(payload);
    } catch (error) {
      throw unreadable(error as Error, at);
    }
    each(frame, at);
    at += frameHeaderBytes + payload.byteLength;
  }
  for (
    let next = bytes.indexOf(marker, at + 1);
    at < bytes.byteLength && next >= 0;
    next = bytes.indexOf(marker, next + 1)
  ) {
    if (frameAt(bytes, next)) return { goodBytes: at, wholeFrameBehind: next };
  }
  return { goodBytes: at, wholeFrameBehind: undefined };
};
