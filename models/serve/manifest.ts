import { createHash } from 'node:crypto';
import { z } from 'zod';
import { encodingSchema } from '../respond/encode.ts';
import { arrayIndexSchema } from './arrays-file.ts';
import { cardSchema, promotionSchema } from './card.ts';

/** Grows when the layout of the registry's files changes. */
const format = 1;

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What the code of this build can read: another value in a manifest means the artifact is somebody else's. */
export const schemaHash = sha256(`registry/${format} ${encodingSchema}`).slice(0, 16);

const partSchema = z.looseObject({});

/** What a model was not made for: 'too-little' waits for more data, the others only for another training. */
const refusalKindSchema = z.enum(['failed', 'not-asked', 'too-little']);

/** Why a model was not made. */
export interface Refusal {
  readonly kind: z.infer<typeof refusalKindSchema>;
  /** One sentence. */
  readonly reason: string;
}

/** Everything about one trained set beside its numbers: where from, on what, how good. The model card is read from here. */
const manifestSchema = z.strictObject({
  format: z.literal(format),
  schema: z.string(),
  version: z.number().int().positive(),
  /** ISO. */
  trainedAt: z.iso.datetime(),
  seed: z.number().int(),
  /** Tensor backend and device of the training run. */
  backend: z.string(),
  device: z.string(),
  /** ISO times of the first and last record learned from; null when there was none. */
  window: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
  file: z.strictObject({ name: z.literal('arrays.bin'), bytes: z.number().int().nonnegative(), sha256: z.string() }),
  arrays: arrayIndexSchema,
  /** Each model's own description; null: not part of this set. */
  parts: z.strictObject({ recommender: partSchema.nullable(), response: partSchema.nullable() }),
  /** Why a part is missing, in one sentence. */
  refused: z.record(z.string(), z.string()),
  /** The kind of each of those; absent in versions of older programs. */
  refusedAs: z.record(z.string(), refusalKindSchema).optional(),
  card: cardSchema,
  /** Absent in versions of older programs, which always came into use. */
  promotion: promotionSchema.optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest as text, its own checksum in the last field. */
export const writeManifest = (manifest: Manifest): string => {
  const body = JSON.stringify(manifest);
  return `${JSON.stringify({ ...manifest, checksum: sha256(body) }, null, 1)}\n`;
};

/** Throws with what is wrong: not JSON, altered, or not a manifest of this format. */
export const readManifest = (text: string): Manifest => {
  const { checksum, ...rest } = z.looseObject({ checksum: z.string() }).parse(JSON.parse(text));
  if (sha256(JSON.stringify(rest)) !== checksum) throw new Error('its checksum does not match its content');
  return manifestSchema.parse(rest);
};
