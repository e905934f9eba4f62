/** The model card: what a version was learned from, how good it is on purchases it did not see, beside what, and whether it may serve. */
import { z } from 'zod';
import { dataQualitySchema } from '../data/quality.ts';

const share = z.number().min(0).max(1);
const count = z.number().int().nonnegative();

/** Mean and sample standard deviation over seeds; `sd` is null for one seed. */
const overSeedsSchema = z.strictObject({
  mean: share,
  sd: z.number().nonnegative().nullable(),
  values: z.array(share),
});
export type OverSeeds = z.infer<typeof overSeedsSchema>;

const windowSchema = z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() });

const heldOutModelSchema = z.strictObject({
  name: z.string(),
  /** A simple model that the others have to beat: popularity, buy-it-again, EASE. */
  floor: z.boolean(),
  /** Everything bought in the window is a right answer, bought before or not. */
  ndcgAt10: overSeedsSchema,
  hitAt10: overSeedsSchema,
  /** Only what the shopper had not bought before is a right answer, and only that is listed. */
  newItemsNdcgAt10: overSeedsSchema,
  seconds: z.number().nonnegative(),
});
export type HeldOutModel = z.infer<typeof heldOutModelSchema>;

/** How the recommender's recipe does when it is fitted on what came before the window and ranks the whole catalogue for it. */
const heldOutSchema = z.strictObject({
  window: windowSchema,
  /** Shoppers with a past before the window and a purchase in it. */
  shoppers: count,
  seeds: z.array(z.number().int()),
  models: z.array(heldOutModelSchema),
  /** Of NDCG@10 over shoppers, first seed: what an unpaired comparison needs. */
  ndcgSd: z.number().nonnegative(),
  /** What a paired one needs: which shoppers and purchases those were, as a hash, and NDCG@10 of each, first seed. */
  cases: z.strictObject({ sha256: z.string(), ndcg: z.array(share) }).optional(),
});
export type HeldOut = z.infer<typeof heldOutSchema>;

/** Whether a version came into use, and why. */
export const promotionSchema = z.strictObject({
  status: z.enum(['promoted', 'candidate']),
  reason: z.string(),
  /** Null: there was nothing to compare with. */
  comparison: z
    .strictObject({
      /** The version in use when this one was made. */
      current: z.number().int().positive(),
      window: windowSchema,
      shoppers: count,
      /** NDCG@10 on the window. */
      new: share,
      old: share,
      /** new - old with its 95 % interval; paired: the same shoppers ranked by both. */
      difference: z.strictObject({ mean: z.number(), low: z.number(), high: z.number() }),
      paired: z.boolean(),
    })
    .nullable(),
});
export type Promotion = z.infer<typeof promotionSchema>;

export const cardSchema = z.strictObject({
  /** Rows read, by kind. */
  rows: z.record(z.string(), z.number()),
  /** Wall time of each part's training, and of the whole. */
  seconds: z.record(z.string(), z.number()),
  /** What each part says of itself. */
  metrics: z.record(z.string(), z.unknown()),
  /** Bytes of each part in arrays.bin. */
  bytes: z.record(z.string(), count).optional(),
  /** What was left out of the data, and why. */
  data: dataQualitySchema.optional(),
  /** Absent where too few shoppers came back to hold anything out. */
  heldOut: heldOutSchema.optional(),
  /** Loss or validation NDCG by step, per neural model, for training curves. */
  history: z.record(z.string(), z.array(z.strictObject({ step: z.number(), value: z.number() }))).optional(),
});
export type Card = z.infer<typeof cardSchema>;
