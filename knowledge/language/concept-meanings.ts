/**
 * Where the sentence encoder puts each concept of the shop language: the mean direction of its written-out sayings and of those
 * people wrote in a chat, so that a message is heard by its meaning where it shares no word with any saying. Made from the files
 * of en/ by `npm run learn:concepts`, which is to be run again when they change; a concept that is not in it is heard by words.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface ConceptMeanings {
  readonly width: number;
  /** Row after row in the order asked for; a row of zeros: nothing is known of that concept. Sum of two unit vectors. */
  readonly rows: Float32Array;
}

const file = new URL('./concept-meanings.json', import.meta.url);
const schema = z.object({
  width: z.int().positive(),
  concepts: z.record(z.string(), z.object({ scale: z.number().positive(), row: z.base64() })),
});

/** Bytes -127..127 times `scale`. */
export const packedRow = (row: ArrayLike<number>): { scale: number; row: string } => {
  let most = 0;
  for (let i = 0; i < row.length; i++) most = Math.max(most, Math.abs(row[i]!));
  const scale = Number((most / 127 || 1).toPrecision(6));
  return { scale, row: Buffer.from(Int8Array.from(row, v => Math.round(v / scale)).buffer).toString('base64') };
};

let shipped: z.output<typeof schema> | undefined;

/** Of these concepts, as shipped. Throws where the file is not as the script writes it. */
export const conceptMeanings = (concepts: readonly string[]): ConceptMeanings => {
  shipped ??= schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { width, concepts: known } = shipped;
  const rows = new Float32Array(concepts.length * width);
  concepts.forEach((concept, c) => {
    const packed = known[concept];
    if (!packed) return;
    const bytes = new Int8Array(Buffer.from(packed.row, 'base64'));
    for (let i = 0; i < width; i++) rows[c * width + i] = (bytes[i] ?? 0) * packed.scale;
  });
  return { width, rows };
};
