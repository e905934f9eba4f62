/** What a training run found in its data: what was left out or changed, why, and how what stayed is distributed. */
import { z } from 'zod';

/** Why a record says nothing to learn from, or was changed before it was learned from. */
const dataFaults = [
  'missing-shopper',
  'missing-product',
  'bad-date',
  'bad-quantity',
  'bad-price',
  'price-outlier',
  'cancelled',
  'returned',
  'gift',
  'repeat',
  'machine',
  'disliked',
  'glance',
  'bad-rating',
  'for-somebody-else',
  'older-than-kept',
  'no-product-of-the-shop',
  'quantity-capped',
  'partly-returned',
] as const;
export type DataFault = (typeof dataFaults)[number];

/** These are changed and kept; all others are left out. */
const changes: ReadonlySet<DataFault> = new Set(['quantity-capped', 'partly-returned']);

const count = z.number().int().nonnegative();
const spreadSchema = z.strictObject({
  count,
  least: z.number(),
  p10: z.number(),
  median: z.number(),
  p90: z.number(),
  most: z.number(),
});
export type Spread = z.infer<typeof spreadSchema>;

const sourceSchema = z.strictObject({
  source: z.string(),
  read: count,
  kept: count,
  dropped: z.partialRecord(z.enum(dataFaults), count),
  changed: z.partialRecord(z.enum(dataFaults), count),
  /** Up to three of each, as "order WY-1, tea: 9000 of at most 40". */
  examples: z.partialRecord(z.enum(dataFaults), z.array(z.string())),
});
export type SourceQuality = z.infer<typeof sourceSchema>;

export const dataQualitySchema = z.strictObject({
  sources: z.array(sourceSchema),
  /** Of what was kept, by name: purchases a shopper, units a line, … */
  spreads: z.record(z.string(), spreadSchema),
});
export type DataQuality = z.infer<typeof dataQualitySchema>;

/** Keeps the books on one source while it is read. */
export class SourceBooks {
  readonly #source: string;
  #read = 0;
  #kept = 0;
  readonly #dropped = new Map<DataFault, number>();
  readonly #changed = new Map<DataFault, number>();
  readonly #examples = new Map<DataFault, string[]>();

  constructor(source: string) {
    this.#source = source;
  }

  read(count = 1): void {
    this.#read += count;
  }

  keep(count = 1): void {
    this.#kept += count;
  }

  /** `example` is asked only for the first three. */
  note(fault: DataFault, example: () => string): void {
    const counts = changes.has(fault) ? this.#changed : this.#dropped;
    const before = counts.get(fault) ?? 0;
    counts.set(fault, before + 1);
    if (before < 3) this.#examples.set(fault, [...(this.#examples.get(fault) ?? []), example()]);
  }

  get report(): SourceQuality {
    return {
      source: this.#source,
      read: this.#read,
      kept: this.#kept,
      dropped: Object.fromEntries(this.#dropped),
      changed: Object.fromEntries(this.#changed),
      examples: Object.fromEntries(this.#examples),
    };
  }
}

/** Null without values; values that are not numbers are not counted. */
export const spreadOf = (values: Iterable<number>): Spread | null => {
  const sorted = Float64Array.from([...values].filter(Number.isFinite)).sort();
  if (sorted.length === 0) return null;
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { count: sorted.length, least: sorted[0]!, p10: at(0.1), median: at(0.5), p90: at(0.9), most: sorted.at(-1)! };
};

const listed = (counts: SourceQuality['dropped'], examples: SourceQuality['examples']): string =>
  dataFaults
    .filter(fault => (counts[fault] ?? 0) > 0)
    .map(fault => `${counts[fault]} ${fault} (${examples[fault]?.[0] ?? ''}${counts[fault] === 1 ? '' : ', …'})`)
    .join('; ');

/** Lines for people: "orders: read 120, kept 117; left out 3 cancelled (order WY-20418, …)". */
export const describeQuality = ({ sources, spreads }: DataQuality): string[] => [
  ...sources.map(({ source, read, kept, dropped, changed, examples }) => {
    const [out, altered] = [listed(dropped, examples), listed(changed, examples)];
    return `${source}: read ${read}, kept ${kept}${out && `; left out ${out}`}${altered && `; changed ${altered}`}`;
  }),
  ...Object.entries(spreads).map(
    ([name, { least, p10, median, p90, most }]) =>
      `${name}: least ${least}, 10 % ${p10}, half ${median}, 90 % ${p90}, most ${most}`,
  ),
];
