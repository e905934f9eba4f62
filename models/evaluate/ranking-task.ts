import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseBackendChoice } from '../backend/backend.ts';
import { cleanEvents, describeCleaning } from '../data/cleaning.ts';
import { toInteractions } from '../data/interactions.ts';
import { itemTraits } from '../data/item-traits.ts';
import { parseSplitRule, type SplitRule, splitInteractions } from '../data/splits.ts';

import { popularityOfStated } from '../recommend/popularity-of-stated.ts';
import { type Statable, statable } from '../recommend/stated-cases.ts';
import { coldModelNames, rankingModelNames, rankModels } from './rank-models.ts';
import { overSeeds, type SeedResult, seedResultOf, writeRankingReport } from './ranking-report.ts';
import { readEvents } from './read-events.ts';
import { readItems } from './read-items.ts';
import { BadInput, type EvaluateTask, listed } from './task.ts';
import { traceFits } from './trace-fits.ts';

const usage =
  '--interactions FILE [--split random:0.75 | random:0.8 | leave-last-out | new-shoppers:0.2 | temporal:2011-07-01 | cold-products:0.1] [--new-items-only] ' +
  '[--items FILE [--stated category,brand,price]] [--models a,b] [--k 10] [--seed 1 | --seeds 1,2,3] [--budget MINUTES] [--out FILE] [--report DIR]';

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
  const { values } = parse(args);
  const file = values.interactions;
  if (file === undefined) throw new BadInput(`--interactions FILE is missing; usage: ranking ${usage}`);
  const splitText = values.split ?? 'random:0.75';
  const rule = parseSplitRule(splitText);
  if (rule === null)
    throw new BadInput(
      `--split is ${JSON.stringify(splitText)}; allowed are random:SHARE and new-shoppers:SHARE with a share between 0 and 1, leave-last-out, temporal:YYYY-MM-DD, cold-products:SHARE`,
    );
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
    file,
    rule,
    splitText,
    newItemsOnly: values['new-items-only'] ?? false,
    items: values.items,
    stated,
    models,
    k: wholeNumber('--k', values.k ?? '10', 1, 10_000),
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

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        interactions: { type: 'string' },
        split: { type: 'string' },
        'new-items-only': { type: 'boolean' },
        models: { type: 'string' },
        items: { type: 'string' },
        stated: { type: 'string' },
        k: { type: 'string' },
        seed: { type: 'string' },
        seeds: { type: 'string' },
        report: { type: 'string' },
        budget: { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new BadInput(`${(error as Error).message.split('\n')[0]}; usage: ranking ${usage}`);
  }
};

const readSeeds = (one: string | undefined, many: string | undefined): number[] => {
  if (one !== undefined && many !== undefined) throw new BadInput('--seed and --seeds exclude each other');
  const seeds = listed(many ?? one ?? '1').map(text => wholeNumber('--seeds', text, 0, 4_294_967_295));
  if (seeds.length === 0) throw new BadInput('--seeds needs at least one seed');
  return [...new Set(seeds)];
};

const minutes = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 10_000))
    throw new BadInput(`--budget is ${JSON.stringify(text)}; it must be a number of minutes from 0 to 10000`);
  return value;
};

const wholeNumber = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw new BadInput(`${name} is ${JSON.stringify(text)}; it must be a whole number from ${least} to ${most}`);
  return value;
};
