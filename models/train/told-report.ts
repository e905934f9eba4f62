/** A training run's outcome in lines for a person; the report itself is JSON. */
import { z } from 'zod';
import { largestRepeatShare } from '../recommend/repeat/repeat-shares.ts';
import type { HeldOut, OverSeeds } from '../serve/card.ts';
import type { TrainReport } from './train.ts';

/** What a recommender's part of a version says of its validation. */
const validationSchema = z.object({
  validation: z.object({
    shoppers: z.number(),
    ndcgAt10: z.number(),
    alone: z.record(z.string(), z.number()),
    leftOutForTime: z.array(z.string()).optional(),
  }),
});

export const toldReport = ({ heldOut, recommender, candidate, version, promotion, seconds }: TrainReport): string[] => {
  const lines = heldOut === null ? [] : heldOutLines(heldOut, candidate === null ? 'serves' : 'candidate');
  const read = validationSchema.safeParse(recommender);
  if (read.success) lines.push(...validationLines(read.data.validation));
  lines.push(
    candidate === null
      ? `v${version} is in use: ${promotion.reason} (${Math.round(seconds.all ?? 0)} s)`
      : `v${candidate} is kept as a candidate: ${promotion.reason}; --promote ${candidate} uses it all the same`,
  );
  if (candidate !== null && version !== candidate)
    lines.push(`v${version} is in use: with what else was trained, and the recommender that was in use before`);
  return lines;
};

const heldOutLines = ({ window, shoppers, seeds, models }: HeldOut, status: 'serves' | 'candidate'): string[] => {
  const [from, to] = [window.from, window.to].map(moment => moment.slice(0, 10));
  const rows = models.map(({ name, floor, ndcgAt10, hitAt10, newItemsNdcgAt10 }) => [
    floor ? name : `${name} (${status})`,
    ...[ndcgAt10, hitAt10, newItemsNdcgAt10].map(overSeeds),
  ]);
  return [
    `held out: what ${shoppers} shoppers bought from ${from} to ${to}, lists of 10 as they are served, ${seeds.length > 1 ? `mean ± deviation of seeds ${seeds.join(', ')}` : `seed ${seeds.join()} alone: no spread`}`,
    ...table([['', 'NDCG', 'hit', 'NDCG of products new to the shopper'], ...rows]),
    ...repeatLine(models),
  ];
};

/** Why a floor may stand above what serves. */
const repeatLine = (models: HeldOut['models']): string[] => {
  const served = models.find(model => !model.floor)?.ndcgAt10.mean ?? 1;
  const above = models.filter(model => model.floor && model.ndcgAt10.mean > served).map(model => model.name);
  return above.length === 0
    ? []
    : [
        `  ${above.join(' and ')} may repeat all that was bought before; of a list that is served that is at most ${100 * largestRepeatShare} %`,
      ];
};

const validationLines = (of: z.infer<typeof validationSchema>['validation']): string[] => {
  const best = Object.entries(of.alone).toSorted(([, a], [, b]) => b - a);
  if (best.length === 0) return [];
  const late = of.leftOutForTime ?? [];
  return [
    `on validation, ${of.shoppers} shoppers, NDCG@10: blend ${short(of.ndcgAt10)}; alone ${best.map(([name, ndcg]) => `${name} ${short(ndcg)}`).join(', ')}`,
    ...(late.length > 0 ? [`not trained, for want of a --budget or of time in it: ${late.join(', ')}`] : []),
  ];
};

const short = (value: number): string => value.toFixed(3).replace(/^0/, '');

const overSeeds = ({ mean, sd }: OverSeeds): string => short(mean) + (sd === null ? '' : ` ± ${short(sd)}`);

/** Columns side by side, the first to the left. */
const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map(row => row[c]!.length)));
  return rows.map(
    row => `  ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  ')}`,
  );
};
