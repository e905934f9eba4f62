/** The thread in which sentences become vectors, so that no turn waits for another's arithmetic. */
import { parentPort, workerData } from 'node:worker_threads';
import { encoderWidth, readEncoderFiles } from './encoder-files.ts';
import { deepWidth, longestText, openEncoderNetwork } from './encoder-network.ts';
import { createPieceCutter } from './sentence-pieces.ts';

export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
  /** Also what the last steps work on: a row is then the vector, the means of the units, and the mean of the tokens. */
  readonly deep: boolean;
}

/** `ready` once; then per request its vectors, one after the other, or the fault. */
export type EncoderAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly reason: string }
  | { readonly kind: 'vectors'; readonly id: number; readonly vectors: Float32Array }
  | { readonly kind: 'fault'; readonly id: number; readonly reason: string };

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).split('\n')[0]!;

type Encode = (texts: readonly string[], deep: boolean) => Float32Array;

const open = (folder: string): Encode => {
  const files = readEncoderFiles(folder);
  const network = openEncoderNetwork(files);
  const cut = createPieceCutter(files.vocabulary);
  return (texts, deep) => {
    const rows = network.read(texts.map(text => cut(text).slice(0, longestText)));
    if (deep) return rows;
    const vectors = new Float32Array(texts.length * encoderWidth);
    for (let i = 0; i < texts.length; i++) {
      const from = i * (encoderWidth + deepWidth);
      vectors.set(rows.subarray(from, from + encoderWidth), i * encoderWidth);
    }
    return vectors;
  };
};

const port = parentPort;
if (port) {
  const say = (answer: EncoderAnswer, moved: ArrayBuffer[] = []): void => port.postMessage(answer, moved);
  let encode: Encode | null = null;
  try {
    encode = open((workerData as { folder: string }).folder);
    say({ kind: 'ready' });
  } catch (fault) {
    say({ kind: 'unusable', reason: reasonOf(fault) });
  }
  port.on('message', ({ id, texts, deep }: EncodeRequest) => {
    try {
      const vectors = encode!(texts, deep);
      say({ kind: 'vectors', id, vectors }, [vectors.buffer as ArrayBuffer]);
    } catch (fault) {
      say({ kind: 'fault', id, reason: reasonOf(fault) });
    }
  });
}
