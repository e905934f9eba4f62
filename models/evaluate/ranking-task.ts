import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { command, readArguments, wholeNumber } from '../../knowledge/command-line.ts';
import { parseBackendChoice } from '../backend/backend.ts';
import { cleanEvents, describeCleaning } from '../data/cleaning.ts';
import { toInteractions } from '../data/interactions.ts';
import { itemTraits } from '../data/item-traits.ts';
import { parseSplitRule, type SplitRule, splitForms, splitInteractions } from '../data/splits.ts';

import { popularityOfStated } from '../recommend/popularity/popularity-of-stated.ts';
import { type Statable, statable } from '../recommend/stated-cases.ts';
import { coldModelNames, rankingModelNames, rankModels } from './rank-models.ts';
import { overSeeds, type SeedResult, seedResultOf, writeRankingReport } from './ranking-report.ts';
import { readEvents } from './read-events.ts';
import { readItems } from './read-items.ts';
import { BadInput, type EvaluateTask, listed } from './task.ts';
import { traceFits } from './trace-fits.ts';

const usage = command({
  name: 'npm run evaluate -- ranking',
  about:
    'Every recommender on a file of purchases, beside its floors: fitted on the train part of a split, every product ranked for each shopper\n' +
    'with something held out. One JSON object a model on standard output. Nothing is chosen on the test part.',
  options: {
    interactions: { takes: 'FILE', needed: true, about: 'CSV: shopper,product,at[,quantity]' },
    split: {
      takes: 'SPLIT',
      usually: 'random:0.75',
      about: `what is held out: ${splitForms}`,
    },
    'new-items-only': {
      about: 'with temporal: what the shopper has bought before is neither ranked nor a right answer',
    },
    items: {
      takes: 'FILE',
      about: 'CSV of what is known of the products: product,title[,description,category,brand,price]',
    },
    stated: {
      takes: 'TRAITS',
      about: `with new-shoppers and --items: what they would tell of themselves, of ${statable.join(',')}`,
    },
    models: { takes: 'NAMES', about: `separated by commas, of ${rankingModelNames.join(', ')}; all if not given` },
    k: { takes: 'N', usually: '10', about: 'how long the lists are' },
    seed: { takes: 'N', about: 'of split and fits, 1 if not given' },
    seeds: { takes: 'N,N', about: 'several: split and fits for each, and a line a model with mean and deviation' },
    budget: {
      takes: 'MINUTES',
      about: 'for settings, fits, blend and ranking; 0 leaves the neural models out; 7 to 12 by size if not given',
    },
    out: { takes: 'FILE', about: 'raw predictions, a JSON object a shopper and model' },
    report: { takes: 'DIR', about: 'a page with pictures' },
  },
  examples: [
    '--interactions orders.csv --split temporal:2011-07-01 --budget 0',
    '--interactions orders.csv --split leave-last-out --seeds 1,2,3 --report figures',
    '--interactions orders.csv --items items.csv --split cold-products:0.1',
  ],
});

/**
 * Full ranking of every product of the train part for every shopper with something held out; no sampled metrics.
 *
 * `new-shoppers`: that share of the shoppers is held out wholly; each is ranked for with nothing known, after the first event and
 * after the third, one result for each.
 * Masking: with `random`, `leave-last-out` and `new-shoppers`, products of the shopper's own train part are never ranked and never relevant. With
 * `temporal`, repeat purchases are a right answer unless `--new-items-only` is given. Shoppers and products that appear
 * only in the test part can't be ranked by anything; they are left out and counted on standard error.
 * `cold-products` keeps a share of the products wholly out of train and ranks them among each other, for shoppers who bought one: by what
 * `--items` (CSV: product,title[,description,category,brand,price]) says of them.
 * `--stated` with `new-shoppers` ranks for each also with nothing known but these traits of what they bought first, as if they had told
 * them; the floor is `popularity-of-stated`.
 * Settings and weights are chosen on a validation part cut from train by the same rule. `--budget` bounds the time for settings, fits, blend
 * and ranking together: quick models are always fitted, neural ones share what is left; long after it, ranking ends with a drawn part of the
 * shoppers. 0 leaves the neural ones out and bounds nothing. Without it: 7 minutes, and up to 12 on larger files.
 * `--seeds` repeats split and fits for each seed, every one with the whole budget, and adds a line per model with mean and deviation;
 * `--report` writes them as a page with pictures.
 */
export const rankingTask: EvaluateTask = {
  name: 'ranking',
  usage,
  run: async (args, io) => {
    const options = readOptions(args);
    const { events, report } = cleanEvents(readEvents(options.file));
    io.note(`${options.file}: ${describeCleaning(report)}`);
    if (events.length === 0)
      throw new BadInput(`${options.file} holds no usable interaction: ${describeCleaning(report)}`);
    const all = toInteractions(events);
    const items = options.items === undefined ? undefined : itemTraits(readItems(options.items), all.products);
    if (options.report !== undefined) makeFolder(options.report);
    const predictions = io.predictions(options.out);
    const results: SeedResult[] = [];
    const traced = traceFits();
    try {
      for (const seed of options.seeds) {
        const split = splitInteractions(all, options.rule, seed);
        if (split.train.product.length === 0)
          throw new BadInput(`The split ${options.splitText} leaves nothing to learn from`);
        if (split.test.product.length === 0)
          throw new BadInput(`The split ${options.splitText} leaves nothing to test on`);
        await rankModels(
          split,
          {
            splitText: options.splitText,
            maskSeen: options.newItemsOnly || options.rule.kind !== 'temporal',
            ...(items !== undefined && { items }),
            ...(options.stated !== undefined && { stated: options.stated }),
            models: options.models,
            k: options.k,
            seed,
            backend: parseBackendChoice(process.env.COUNTEROFFER_BACKEND),
            budgetMinutes: options.budgetMinutes ?? Math.min(12, 7 + events.length / 40_000),
            carryOut: traced.carryOut,
          },
          {
            ...io,
            print: result => {
              io.print(result);
              results.push(seedResultOf(result));
            },
          },
          predictions,
        );
      }
    } finally {
      predictions.close();
    }
    const rows = overSeeds(results);
    if (options.seeds.length > 1) for (const row of rows) io.print({ ...row, split: options.splitText, k: options.k });
    if (options.report !== undefined) {
      const about = `${basename(options.file)}, split ${options.splitText}, ${options.newItemsOnly ? 'new items only' : 'as the split asks'}, seeds ${options.seeds.join(', ')}`;
      const files = writeRankingReport(options.report, { rows, curves: traced.curves(), k: options.k, about });
      io.note(`${options.report}: ${files.join(', ')}`);
    }
  },
};

/** Before the fits, which may take long: where nothing can be written they are not begun. */
const makeFolder = (dir: string): void => {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (cause) {
    throw new BadInput(`--report is ${JSON.stringify(dir)}, which can't be made: ${(cause as Error).message}`);
  }
};

interface Options {
  readonly file: string;
  readonly rule: SplitRule;
  readonly splitText: string;
  readonly newItemsOnly: boolean;
  readonly items: string | undefined;
  readonly stated: readonly Statable[] | undefined;
  readonly models: readonly string[];
  readonly k: number;
  readonly seeds: readonly number[];
  readonly budgetMinutes: number | undefined;
  readonly out: string | undefined;
  readonly report: string | undefined;
}

const readOptions = (args: readonly string[]): Options => {
  const { values } = readArguments(usage, args);
  const splitText = values.split;
  const rule = parseSplitRule(splitText);
  if (rule === null) throw new BadInput(`--split is ${JSON.stringify(splitText)}; allowed are ${splitForms}`);
  const isCold = rule.kind === 'cold-products';
  if (isCold && values.items === undefined)
    throw new BadInput('--split cold-products needs --items FILE: nothing else tells new products apart');
  const stated = values.stated === undefined ? undefined : readStated(values.stated);
  if (stated !== undefined && (rule.kind !== 'new-shoppers' || values.items === undefined))
    throw new BadInput(
      '--stated needs --split new-shoppers:SHARE and --items FILE: who is new tells traits of products',
    );
  const possible = isCold
    ? coldModelNames
    : stated === undefined
      ? rankingModelNames
      : [popularityOfStated.name, ...rankingModelNames];
  const models = values.models?.split(',').map(name => name.trim()) ?? possible.slice();
  const unknown = models.find(name => !possible.includes(name));
  if (unknown !== undefined)
    throw new BadInput(
      `There is no model ${JSON.stringify(unknown)}${isCold ? ' of new products' : ''}; models are ${possible.join(', ')}`,
    );
  return {
    file: values.interactions,
    rule,
    splitText,
    newItemsOnly: values['new-items-only'],
    items: values.items,
    stated,
    models,
    k: wholeNumber('k', values.k, 1, 10_000),
    seeds: readSeeds(values.seed, values.seeds),
    budgetMinutes: values.budget === undefined ? undefined : minutes(values.budget),
    out: values.out,
    report: values.report,
  };
};

const readStated = (text: string): Statable[] => {
  const traits = listed(text);
  const isStatable = (trait: string): trait is Statable => statable.some(one => one === trait);
  const unknown = traits.find(trait => !isStatable(trait));
  if (traits.length === 0 || unknown !== undefined)
    throw new BadInput(`--stated is ${JSON.stringify(text)}; allowed are ${statable.join(', ')}, separated by commas`);
  return traits.filter(isStatable);
};

const readSeeds = (one: string | undefined, many: string | undefined): number[] => {
  if (one !== undefined && many !== undefined) throw new BadInput('--seed and --seeds exclude each other');
  const seeds = listed(many ?? one ?? '1').map(text => wholeNumber('seeds', text, 0, 4_294_967_295));
  if (seeds.length === 0) throw new BadInput('--seeds needs at least one seed');
  return [...new Set(seeds)];
};

const minutes = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 10_000))
    throw new BadInput(`--budget is ${JSON.stringify(text)}; it must be a number of minutes from 0 to 10000`);
  return value;
};
