/** English sentences -> vectors of length one, in a thread of its own; opened when first needed. */
import type { DeepVector } from '../../knowledge/ports.ts';
import { encoderFolder, encoderWidth } from './encoder-files.ts';
import type { EncodeRequest, EncoderAnswer } from './encoder-worker.ts';
import { openThread } from './thread.ts';

export interface SentenceEncoder {
  /** Numbers a sentence. */
  readonly width: number;
  /** One vector per text, in order, of length one. Rejects when the thread died or was closed. */
  encode(texts: readonly string[]): Promise<Float32Array[]>;
  /** `deep` is the means of the second layer's units, then of its tokens; see tuned-top.ts. As `encode` otherwise. */
  encodeDeep(texts: readonly string[]): Promise<DeepVector[]>;
  close(): Promise<void>;
}

/** Rejects with the reason when the encoder is not installed, is not the one that was measured, or does not start. */
export const openSentenceEncoder = async (folder: string = encoderFolder()): Promise<SentenceEncoder> => {
  const worker = openThread('encoder-worker', import.meta.url, { folder });
  const waiting = new Map<number, { done: (v: Float32Array) => void; failed: (fault: Error) => void }>();
  let next = 0;
  let gone: Error | null = null;
  await new Promise<void>((resolve, reject) => {
    const end = (fault: Error): void => {
      gone = fault;
      reject(fault);
      for (const { failed } of waiting.values()) failed(fault);
      waiting.clear();
    };
    worker.on('error', end);
    worker.on('exit', code => end(gone ?? new Error(`The sentence encoder's thread ended with code ${code}`)));
    worker.on('message', (answer: EncoderAnswer) => {
      if (answer.kind === 'ready') resolve();
      else if (answer.kind === 'unusable') {
        end(new Error(answer.reason));
        void worker.terminate();
      } else {
        const asked = waiting.get(answer.id);
        waiting.delete(answer.id);
        if (answer.kind === 'vectors') asked?.done(answer.vectors);
        else asked?.failed(new Error(answer.reason));
      }
    });
  });
  // An encoder nobody waits for keeps no process alive.
  worker.unref();
  const rowsOf = async (texts: readonly string[], deep: boolean): Promise<Float32Array[]> => {
    if (texts.length === 0) return [];
    const flat = await new Promise<Float32Array>((done, failed) => {
      if (gone) return failed(gone);
      const id = next++;
      waiting.set(id, { done, failed });
      worker.ref();
      worker.postMessage({ id, texts, deep } satisfies EncodeRequest);
    }).finally(() => {
      if (waiting.size === 0) worker.unref();
    });
    const width = flat.length / texts.length;
    return texts.map((_, i) => flat.subarray(i * width, (i + 1) * width));
  };
  return {
    width: encoderWidth,
    encode: async texts => (await rowsOf(texts, false)).map(unit),
    encodeDeep: async texts =>
      (await rowsOf(texts, true)).map(row => ({
        vector: unit(row.subarray(0, encoderWidth)),
        deep: row.subarray(encoderWidth),
      })),
    close: async () => {
      gone ??= new Error('The sentence encoder was closed');
      await worker.terminate();
    },
  };
};

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0));
  return length > 0 ? vector.map(v => v / length) : vector;
};
