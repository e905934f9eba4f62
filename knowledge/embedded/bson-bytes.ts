import { serialize } from 'bson';

/** A document's BSON put together by hand, so that documents already stored as BSON go out (and to disk) without being serialized again. */
export class BsonBuilder {
  private readonly pieces: Uint8Array[] = [];
  private length = 4; // the size field itself

  private add(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.length += piece.byteLength;
  }

  /** An embedded document, given as BSON. */
  document(key: string, bytes: Uint8Array): this {
    this.add(header(0x03, key));
    this.add(bytes);
    return this;
  }

  /** An array of documents, each given as BSON. */
  documents(key: string, items: readonly Uint8Array[]): this {
    this.add(header(0x04, key));
    const size = Buffer.allocUnsafe(4);
    this.add(size);
    let total = 5;
    for (let i = 0; i < items.length; i++) {
      const head = header(0x03, String(i));
      this.add(head);
      this.add(items[i]!);
      total += head.byteLength + items[i]!.byteLength;
    }
    this.add(end);
    size.writeInt32LE(total, 0);
    return this;
  }

  /** Plain fields, serialized the usual way. */
  fields(doc: Record<string, unknown>): this {
    const bytes = serialize(doc, { ignoreUndefined: true });
    this.add(bytes.subarray(4, bytes.byteLength - 1));
    return this;
  }

  build(): Buffer {
    const size = Buffer.allocUnsafe(4);
    size.writeInt32LE(this.length + 1, 0);
    return Buffer.concat([size, ...this.pieces, end], this.length + 1);
  }
}

const end = Buffer.from([0]);

const headers = new Map<string, Buffer>();
const header = (type: number, key: string): Buffer => {
  const name = `${type}${key}`;
  const cached = headers.get(name);
  if (cached) return cached;
  const bytes = Buffer.from(`${String.fromCharCode(type)}${key}\0`);
  if (headers.size < 4096) headers.set(name, bytes);
  return bytes;
};
