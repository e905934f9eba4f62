/** Where a log to be judged comes from: JSON lines of a file, or a shop's own folder. Everything is checked at the border. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { Impression } from '../../knowledge/domain/offer.ts';
import { openStores } from '../../knowledge/store/open.ts';
import type { Rounds } from './ope-metrics.ts';
import { BadInput } from './task.ts';

const outcome = z.object({
  bought: z.boolean().optional(),
  revenueMinor: z.number().optional(),
  marginMinor: z.number(),
  discountMinor: z.number().optional(),
});

/** An impression as the store writes it; anything else about it may be there and is not read. */
const impressionLine = z.object({
  shopper: z.string(),
  treatment: z.string(),
  promotion: z.string().optional(),
  kind: z.string().optional(),
  propensity: z.number().gt(0).max(1),
  features: z.record(z.string(), z.number()),
  at: z.coerce.date().optional(),
  outcome: outcome.optional(),
  /** Both tell whether the outcome's window is over. */
  dueAt: z.coerce.date().optional(),
  windowEndsAt: z.coerce.date().optional(),
  /** A person made the offer: nothing was left to chance. */
  by: z.string().optional(),
  why: z.string().optional(),
});

/** A round of anything: the target's probability of the action taken is given. */
const roundLine = z.object({
  reward: z.number(),
  propensity: z.number().gt(0).max(1),
  target: z.number().min(0).max(1),
  predicted: z.number().optional(),
  predictedTarget: z.number().optional(),
  shopper: z.string().optional(),
});

/** Throws BadInput, naming the line. */
export const readLines = (file: string): unknown[] => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
  const lines = text.split('\n').filter(line => line.trim() !== '');
  if (lines.length === 0) throw new BadInput(`The file ${file} holds no lines`);
  return lines.map((line, n) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw new BadInput(`Line ${n + 1} of ${file} is not JSON`);
    }
  });
};

const issueText = (error: z.ZodError): string =>
  error.issues.map(i => `${i.path.join('.') || 'the line'}: ${i.message}`).join('; ');

export const readRounds = (lines: readonly unknown[], file: string): Rounds => {
  const read = lines.map((line, n) => {
    const result = roundLine.safeParse(line);
    if (!result.success) throw new BadInput(`Line ${n + 1} of ${file}: ${issueText(result.error)}`);
    return result.data;
  });
  const whole = <T>(pick: (line: (typeof read)[number]) => T | undefined): T[] | undefined => {
    const all = read.map(pick);
    return all.every(v => v !== undefined) ? (all as T[]) : undefined;
  };
  const predicted = whole(l => l.predicted);
  const predictedTarget = whole(l => l.predictedTarget);
  const shoppers = whole(l => l.shopper);
  const places = new Map([...new Set(shoppers ?? [])].map((s, i) => [s, i]));
  return {
    reward: read.map(l => l.reward),
    propensity: read.map(l => l.propensity),
    target: read.map(l => l.target),
    ...(predicted && predictedTarget ? { predicted, predictedTarget } : {}),
    ...(shoppers ? { cluster: shoppers.map(s => places.get(s)!) } : {}),
  };
};

export const readImpressions = (lines: readonly unknown[], file: string): Impression[] =>
  lines.map((line, n) => {
    const result = impressionLine.safeParse(line);
    if (!result.success) throw new BadInput(`Line ${n + 1} of ${file}: ${issueText(result.error)}`);
    return result.data as unknown as Impression;
  });

/** True for a log, false for a shop's folder; throws BadInput when there is neither. */
export const isFile = (path: string): boolean => {
  if (!existsSync(path)) throw new BadInput(`There is no file and no folder ${path}`);
  return statSync(path).isFile();
};

export const storedImpressions = async (dir: string): Promise<Impression[]> => {
  const stores = await openStores({ dataDir: dir });
  try {
    const all: Impression[] = [];
    for await (const impression of stores.impressions.stream()) all.push(impression);
    return all;
  } finally {
    await stores.close();
  }
};
