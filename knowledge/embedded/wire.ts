import { type DeserializeOptions, deserialize, serialize } from 'bson';

/** Breaks the protocol: the connection it came from is dropped, nothing else. */
class WireError extends Error {
  override readonly name = 'WireError';
}

export const maxMessageBytes = 48_000_000;
const headerBytes = 16;
const opQuery = 2004;
const opMsg = 2013;
const opReply = 1;

export interface Request {
  readonly requestId: number;
  readonly kind: 'msg' | 'query';
  readonly command: Record<string, unknown>;
  /** False: the client does not want a reply (w: 0). */
  readonly wantsReply: boolean;
}

// BSONRegExp keeps every option as sent; JavaScript's own RegExp would turn "s" into "g".
const reading: DeserializeOptions = { bsonRegExp: true, promoteLongs: true, promoteValues: true };

/** One stored or sent document as the values the engine works with. */
export const readDocument = (bytes: Uint8Array): Record<string, unknown> => deserialize(bytes, reading);

/** Cuts a stream of bytes into whole messages. */
export class MessageReader {
  private chunks: Buffer[] = [];
  private size = 0;

  /** @throws WireError on a length no message can have */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.size += chunk.byteLength;
    const messages: Buffer[] = [];
    while (this.size >= headerBytes) {
      if (this.chunks[0]!.byteLength < headerBytes) this.chunks = [Buffer.concat(this.chunks)];
      const length = this.chunks[0]!.readInt32LE(0);
      if (length < headerBytes || length > maxMessageBytes)
        throw new WireError(`Message length ${length} is outside ${headerBytes} to ${maxMessageBytes}`);
      const opCode = this.chunks[0]!.readInt32LE(12);
      if (opCode !== opMsg && opCode !== opQuery)
        throw new WireError(`Operation code ${opCode} is not spoken here, only ${opMsg} and ${opQuery}`);
      if (this.size < length) break;
      const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
      messages.push(all.subarray(0, length));
      const rest = all.subarray(length);
      this.chunks = rest.byteLength > 0 ? [rest] : [];
      this.size = rest.byteLength;
    }
    return messages;
  }
}

/** @throws WireError or a BSON error on anything malformed */
export const parseRequest = (message: Buffer): Request => {
  const requestId = message.readInt32LE(4);
  return message.readInt32LE(12) === opMsg ? parseMsg(message, requestId) : parseQuery(message, requestId);
};

const documentAt = (message: Buffer, at: number, end: number): Buffer => {
  if (at + 5 > end) throw new WireError('A document runs past its message');
  const length = message.readInt32LE(at);
  if (length < 5 || at + length > end) throw new WireError(`A document of ${length} bytes does not fit its message`);
  return message.subarray(at, at + length);
};

const parseMsg = (message: Buffer, requestId: number): Request => {
  if (message.byteLength < 21) throw new WireError('An OP_MSG without sections');
  const flags = message.readUInt32LE(16);
  // Bits 0 (checksum) and 1 (moreToCome) are known; an unknown one below 16 must be refused by the protocol.
  if ((flags & 0xffff & ~0b11) !== 0) throw new WireError(`Unknown required flag bits ${flags & 0xffff}`);
  const end = message.byteLength - (flags & 1 ? 4 : 0);
  let body: Record<string, unknown> | undefined;
  const sequences: [string, unknown[]][] = [];
  let at = 20;
  while (at < end) {
    const kind = message.readUInt8(at++);
    if (kind === 0) {
      if (body) throw new WireError('Two bodies in one message');
      const bytes = documentAt(message, at, end);
      body = readDocument(bytes);
      at += bytes.byteLength;
    } else if (kind === 1) {
      if (at + 4 > end) throw new WireError('A document sequence without a length');
      const sectionEnd = at + message.readInt32LE(at);
      const nameEnd = message.indexOf(0, at + 4);
      if (sectionEnd > end || nameEnd < 0 || nameEnd >= sectionEnd)
        throw new WireError('A document sequence runs past its message');
      const name = message.toString('utf8', at + 4, nameEnd);
      const documents: unknown[] = [];
      at = nameEnd + 1;
      while (at < sectionEnd) {
        const bytes = documentAt(message, at, sectionEnd);
        documents.push(readDocument(bytes));
        at += bytes.byteLength;
      }
      sequences.push([name, documents]);
    } else throw new WireError(`Unknown section kind ${kind}`);
  }
  if (!body) throw new WireError('A message without a body');
  for (const [name, documents] of sequences) {
    if (Object.hasOwn(body, name)) throw new WireError(`Argument ${name} was sent twice`);
    Object.defineProperty(body, name, { value: documents, enumerable: true, configurable: true, writable: true });
  }
  return { requestId, kind: 'msg', command: body, wantsReply: (flags & 0b10) === 0 };
};

/** OP_QUERY lives on for the first hello of a connection only. */
const parseQuery = (message: Buffer, requestId: number): Request => {
  const nameEnd = message.indexOf(0, 20);
  if (nameEnd < 0) throw new WireError('An OP_QUERY without a namespace');
  const namespace = message.toString('utf8', 20, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw new WireError(`OP_QUERY on ${namespace}: only commands are understood`);
  const bytes = documentAt(message, nameEnd + 9, message.byteLength);
  const sent = readDocument(bytes);
  const command = (typeof sent.$query === 'object' && sent.$query !== null ? sent.$query : sent) as Record<
    string,
    unknown
  >;
  return { requestId, kind: 'query', command: { ...command, $db: namespace.slice(0, -5) }, wantsReply: true };
};

let lastRequestId = 0;

/** A reply's header and body, ready to be written. */
export const encodeReply = (request: Pick<Request, 'requestId' | 'kind'>, body: Uint8Array): Buffer => {
  const isMsg = request.kind === 'msg';
  const head = Buffer.alloc(isMsg ? 21 : 36);
  head.writeInt32LE(head.byteLength + body.byteLength, 0);
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  head.writeInt32LE(lastRequestId, 4);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(isMsg ? opMsg : opReply, 12);
  // OP_MSG: flags 0 and section kind 0 are zero bytes. OP_REPLY: flags 8 (await capable), cursor 0, from 0, one document.
  if (!isMsg) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
};

/** A command as an OP_MSG, for asking another server who it is. */
export const encodeCommand = (requestId: number, command: Record<string, unknown>): Buffer =>
  encodeReply({ requestId, kind: 'msg' }, serialize(command));
