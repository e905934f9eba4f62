/** The thread in which sentences become vectors, so that no turn waits for another's arithmetic. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { encoderWidth, readEncoderFiles, unitWidth } from './encoder-files.ts';
import { createPieceCutter } from './sentence-pieces.ts';

export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
  /** Also what the last steps work on: a row is then the vector, the means of the units, and the mean of the tokens. */
  readonly deep: boolean;
}

export const deepWidth = unitWidth + encoderWidth;

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

const scope = 'module_apply_default/Encoder_en';
const secondLayer = `${scope}/KonaTransformer/Encode/TransformerStack/Layer_1/TransformerLayer`;
const nodes = {
  vector: `${scope}/hidden_layers/l2_normalize`,
  /** One row a token, the padding left out. */
  units: `${secondLayer}/FFN/conv1/Relu`,
  /** Before the units are added; padded. */
  tokens: `${secondLayer}/layer_postprocess/add`,
};

/** Adds the mean of `count` rows of `width` from `from` on to `into`. */
const addMean = (into: Float32Array, rows: Float32Array, from: number, count: number): void => {
  const width = into.length;
  for (let row = 0; row < count; row++) {
    const at = (from + row) * width;
    for (let k = 0; k < width; k++) into[k]! += rows[at + k]! / count;
  }
};

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
  deep: boolean,
): Promise<Float32Array> => {
  const width = encoderWidth + (deep ? deepWidth : 0);
  const out = new Float32Array(texts.length * width);
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
    const outputs = deep ? [nodes.vector, nodes.units, nodes.tokens] : [nodes.vector];
    const found = await model.executeAsync(inputs, outputs);
    const results = Array.isArray(found) ? found : [found];
    const [vectors, units, tokens] = (await Promise.all(results.map(r => r.data()))) as Float32Array[];
    const padded = part.at(-1)!.ids.length;
    let before = 0;
    for (const [row, { at, ids }] of part.entries()) {
      const to = at * width;
      out.set(vectors!.subarray(row * encoderWidth, (row + 1) * encoderWidth), to);
      if (units && tokens) {
        const middle = to + encoderWidth + unitWidth;
        addMean(out.subarray(to + encoderWidth, middle), units, before, ids.length);
        addMean(out.subarray(middle, to + width), tokens, row * padded, ids.length);
      }
      before += ids.length;
    }
    tf.dispose([inputs.indices, inputs.values, ...results]);
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
  port.on('message', ({ id, texts, deep }: EncodeRequest) => {
    last = last.then(async () => {
      try {
        const vectors = await encode(await opened, texts, deep);
        say({ kind: 'vectors', id, vectors }, [vectors.buffer as ArrayBuffer]);
      } catch (fault) {
        say({ kind: 'fault', id, reason: reasonOf(fault) });
      }
    });
  });
}
