import { expect, it } from 'vitest';
import type { OverSeeds } from '../serve/card.ts';
import { toldReport } from './told-report.ts';
import type { TrainReport } from './train.ts';

const once = (mean: number): OverSeeds => ({ mean, sd: null, values: [mean] });
const report: TrainReport = {
  version: 2,
  candidate: null,
  promotion: { status: 'promoted', reason: 'The first recommender', comparison: null },
  heldOut: {
    window: { from: '2011-07-14T12:51:36.000Z', to: '2011-09-08T19:58:00.000Z' },
    shoppers: 1108,
    seeds: [1, 2],
    ndcgSd: 0.2,
    models: [
      {
        name: 'blend',
        floor: false,
        ndcgAt10: { mean: 0.2759, sd: 0.0021, values: [0.2738, 0.278] },
        hitAt10: once(0.81),
        newItemsNdcgAt10: once(0.1795),
        seconds: 741,
      },
      { name: 'ease', floor: true, ndcgAt10: once(0.3244), hitAt10: once(1), newItemsNdcgAt10: once(0), seconds: 1 },
    ],
  },
  recommender: null,
  backend: 'wasm',
  device: 'cpu',
  trained: ['recommender'],
  refused: {},
  rows: {},
  seconds: { all: 1451.345 },
  metrics: {},
  fitsTaken: 0,
};

it('a training run tells how its models compare, which version serves, and what was left out', () => {
  const validation = {
    shoppers: 1269,
    ndcgAt10: 0.2047,
    alone: { popularity: 0.0913, ease: 0.1748 },
    leftOutForTime: ['sasrec'],
  };
  expect(toldReport({ ...report, recommender: { validation } })).toEqual([
    'held out: what 1108 shoppers bought from 2011-07-14 to 2011-09-08, lists of 10 as they are served, mean ± deviation of seeds 1, 2',
    '                         NDCG    hit  NDCG of products new to the shopper',
    '  blend (serves)  .276 ± .002   .810                                 .179',
    '  ease                   .324  1.000                                 .000',
    '  ease may repeat all that was bought before; of a list that is served that is at most 40 %',
    'on validation, 1269 shoppers, NDCG@10: blend .205; alone ease .175, popularity .091',
    'not trained, for want of a --budget or of time in it: sasrec',
    'v2 is in use: The first recommender (1451 s)',
  ]);
});

it('a recommender that lost is told as a candidate, and what was trained beside it as in use', () => {
  const lost = { ...report, candidate: 2, promotion: { ...report.promotion, reason: 'It is worse' } };
  const told = toldReport(lost);
  expect(told.find(line => line.includes('.276'))).toMatch(/^ {2}blend \(candidate\) /);
  expect(told.at(-1)).toBe('v2 is kept as a candidate: It is worse; --promote 2 uses it all the same');
  expect(toldReport({ ...lost, version: 3 }).slice(-2)).toEqual([
    told.at(-1),
    'v3 is in use: with what else was trained, and the recommender that was in use before',
  ]);
});
