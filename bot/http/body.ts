import type { IncomingMessage } from 'node:http';
import { badRequest, HttpProblem, tooLarge } from './problem.ts';

/** After a refusal the rest of the body is discarded for this long, so that the caller can read the answer. */
const drainMilliseconds = 5_000;

const drain = (req: IncomingMessage): void => {
  const stop = setTimeout(() => req.destroy(), drainMilliseconds);
  stop.unref();
  req.once('close', () => clearTimeout(stop));
  req.once('end', () => clearTimeout(stop));
  req.resume();
};

/** The body's bytes. Throws HttpProblem 413 beyond `limit` bytes, 415 for a compressed body. */
export const readBytes = (req: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const encoding = req.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') {
      drain(req);
      reject(new HttpProblem(415, 'unsupported-encoding', `Send the body uncompressed, not as ${encoding}`));
      return;
    }
    if (Number(req.headers['content-length'] ?? 0) > limit) {
      drain(req);
      reject(tooLarge(limit));
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) {
        req.off('data', onData);
        drain(req);
        reject(tooLarge(limit));
        return;
      }
      chunks.push(chunk);
    };
    req.on('data', onData);
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', reject);
    req.once('aborted', () => reject(badRequest('The connection ended before the body did', 'aborted')));
  });

/** The body as JSON; undefined when there is none. Throws HttpProblem 400 for malformed JSON, 415 for another type. */
export const readJson = async (req: IncomingMessage, limit: number): Promise<unknown> => {
  const bytes = await readBytes(req, limit);
  if (bytes.length === 0) return undefined;
  const type = (req.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw new HttpProblem(415, 'unsupported-type', `Send application/json, not ${type || 'an untyped body'}`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('The body is not UTF-8 text', 'malformed-json');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (fault) {
    throw badRequest(`The body is not JSON: ${(fault as Error).message.slice(0, 120)}`, 'malformed-json');
  }
};
