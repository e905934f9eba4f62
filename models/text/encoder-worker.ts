/** The thread in which sentences become vectors, so that no turn waits for another's arithmetic. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { encoderWidth, readEncoderFiles } from './encoder-files.ts';
import { createPieceCutter } from './sentence-pieces.ts';

export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

/** `ready` once; then per request its vectors, one after the other, or the fault. */
export type EncoderAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly reason: string }
  | { readonly kind: 'vectors'; readonly id: number; readonly vectors: Float32Array }
  | { readonly kind: 'fault'; readonly id: number; readonly reason: string };

/** Sentences run through the network together; more gain nothing on one core and need memory. */
const batch = 16;
/** A sentence of more pieces is read up to here. */
const longest = 128;

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).split('\n')[0]!;

const open = async (folder: string): Promise<{ model: GraphModel; cut: (text: string) => number[] }> => {
  const files = readEncoderFiles(folder);
  wasm.setWasmPaths(join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')), '/'));
  wasm.setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) throw new Error('WebAssembly did not start');
  await tf.ready();
  const model = await loadGraphModel({
    load: async () => ({
      modelTopology: files.topology,
      weightSpecs: [...files.weightSpecs],
      weightData: files.weights,
      format: 'graph-model',
    }),
  });
  return { model, cut: createPieceCutter(files.vocabulary) };
};

/** Sentences of like length go together: the network pads each batch to its longest. */
const encode = async (
  { model, cut }: Awaited<ReturnType<typeof open>>,
  texts: readonly string[],
): Promise<Float32Array> => {
  const out = new Float32Array(texts.length * encoderWidth);
  const cutTexts = texts
    .map((text, at) => ({ at, ids: cut(text).slice(0, longest) }))
    .sort((a, b) => a.ids.length - b.ids.length);
  for (let from = 0; from < cutTexts.length; from += batch) {
    const part = cutTexts.slice(from, from + batch);
    const values = part.flatMap(({ ids }) => ids);
    const indices = part.flatMap(({ ids }, row) => ids.map((_, column) => [row, column]));
    const inputs = {
      indices: tf.tensor2d(indices, [values.length, 2], 'int32'),
      values: tf.tensor1d(values, 'int32'),
    };
    const result = (await model.executeAsync(inputs)) as tf.Tensor;
    const numbers = (await result.data()) as Float32Array;
    for (const [row, { at }] of part.entries()) {
      out.set(numbers.subarray(row * encoderWidth, (row + 1) * encoderWidth), at * encoderWidth);
    }
    tf.dispose([inputs.indices, inputs.values, result]);
  }
  return out;
};

const port = parentPort;
if (port) {
  const say = (answer: EncoderAnswer, moved: ArrayBuffer[] = []): void => port.postMessage(answer, moved);
  const opened = open((workerData as { folder: string }).folder);
  opened.then(
    () => say({ kind: 'ready' }),
    fault => say({ kind: 'unusable', reason: reasonOf(fault) }),
  );
  let last: Promise<unknown> = opened.catch(() => undefined);
  port.on('message', ({ id, texts }: EncodeRequest) => {
    last = last.then(async () => {
      try {
        const vectors = await encode(await opened, texts);
        say({ kind: 'vectors', id, vectors }, [vectors.buffer as ArrayBuffer]);
      } catch (fault) {
        say({ kind: 'fault', id, reason: reasonOf(fault) });
      }
    });
  });
}
