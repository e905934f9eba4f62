/** What a ranking's training chose, as the notes of an evaluation. */
import type { Blend } from '../recommend/blend/blend.ts';
import type { BlendChoice } from '../recommend/blend/blend-weights.ts';
import type { Fitted, ModelKind } from '../recommend/model.ts';
import type { DemandLift } from '../recommend/popularity/demand-lift.ts';
import type { JudgedReranker } from '../recommend/rerank/rerank.ts';
import type { Tuning } from '../recommend/tuning.ts';
import type { EvaluateIo } from './task.ts';

/** What a search had no time for; empty where it had. */
export const cutShort = (tuning: Tuning, kind: ModelKind): string => {
  const effort = tuning.effort(kind);
  if (effort === undefined) return '';
  const hurried = effort.hurried ? ', its fits ended by the clock' : '';
  if (effort.tried === effort.settings && effort.shoppers === tuning.shoppers) return hurried;
  return `${hurried}, the best of ${effort.tried} of ${effort.settings} tried, by ${effort.shoppers} of ${tuning.shoppers} validation shoppers`;
};

export const noteChoice = (
  choice: BlendChoice,
  { components, weights, shapes }: Blend,
  tuning: Tuning,
  io: EvaluateIo,
): void => {
  const all = tuning.validation.cases.length;
  const short = choice.cases > 0 && choice.cases < all ? `, learned from ${choice.cases} of ${all} shoppers` : '';
  io.note(`  weights by "${choice.way}": ndcg ${choice.ndcg.toFixed(4)} on held-out validation folds${short}`);
  for (const [title, figures] of Object.entries({ alone: choice.alone, tried: choice.tried }))
    io.note(
      `  ${title}: ${Object.entries(figures)
        .map(([name, ndcg]) => `${name} ${ndcg.toFixed(4)}`)
        .join(', ')}`,
    );
  for (const [segment, row] of Object.entries(weights))
    io.note(
      `  ${segment}: ${components
        .map(({ name }, c) => `${name} ${row[c]!.toFixed(3)}${shapes[c] === 'plain' ? '' : ` (${shapes[c]})`}`)
        .join(', ')}`,
    );
};

export const noteLifts = (components: readonly Fitted[], lifts: readonly DemandLift[], io: EvaluateIo): void => {
  const told = components.flatMap(({ name }, c) => {
    const { halfLifeDays, exponent } = lifts[c]!;
    return exponent === 0 ? [] : [`${name} ^${exponent} over ${halfLifeDays} days`];
  });
  if (told.length > 0) io.note(`  lifted by what sells now: ${told.join(', ')}`);
};

export const noteReranker = ({ model, verdict }: JudgedReranker, io: EvaluateIo): void => {
  const { before, after, forest, line, share, helps, columnsKept, importance } = verdict;
  io.note(
    `  ${model.kind} counts ${share}: ndcg ${before.toFixed(4)} -> ${after.toFixed(4)} (forest ${forest.toFixed(4)}, line ${line.toFixed(4)}) on held-out validation folds; ${helps ? 'it would serve' : 'it would stay out'}; ${columnsKept} of ${importance.length} columns kept`,
  );
  io.note(
    `  missed most: ${importance
      .slice(0, 12)
      .map(([name, drop]) => `${name} ${drop.toFixed(4)}`)
      .join(', ')}`,
  );
};
