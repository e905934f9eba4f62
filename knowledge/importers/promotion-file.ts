/**
 * A marketer's promotions as a JSON file: a list of promotions as `npm run promotions -- explain` prints them with their
 * id, campaign, names and dates (ISO 8601, UTC), each with the codes that come with it.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { normaliseCode, type PromotionCode } from '../domain/code.ts';
import type { Promotion } from '../domain/promotion.ts';
import { promotionFields } from '../store/promotion-store.ts';

const moment = z.iso.datetime({ offset: true }).transform(text => new Date(text));

const entry = promotionFields
  .extend({
    startsAt: moment,
    endsAt: moment,
    /** Shared codes: any number of orders, within the limits. */
    codes: z.array(z.string()).optional(),
    /** So many codes for one order each, made here. */
    singleUseCodes: z.object({ prefix: z.string(), count: z.number().int().min(1).max(100_000) }).optional(),
  })
  .strict();

export interface PromotionFile {
  readonly promotions: readonly Promotion[];
  readonly codes: readonly PromotionCode[];
}

/** Where in the file, and what is wrong there. */
export interface FileFault {
  readonly at: string;
  readonly message: string;
}

// Without 0, O, 1 and I, which people mistake for each other.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const randomPart = (): string => Array.from(randomBytes(8), byte => letters[byte % letters.length]).join('');

/** Faults name every place that can't be read; then there are no promotions. */
export const readPromotionFile = (text: string): PromotionFile | { readonly faults: readonly FileFault[] } => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (fault) {
    return { faults: [{ at: 'the file', message: `is no JSON: ${(fault as Error).message}` }] };
  }
  const parsed = z.array(entry).min(1, 'at least one promotion is needed').safeParse(json);
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map(issue => ({ at: placeOf(json, issue.path), message: issue.message })),
    };
  }
  const faults: FileFault[] = [];
  const codes: PromotionCode[] = [];
  const promotions = parsed.data.map(({ codes: shared = [], singleUseCodes, ...promotion }) => {
    for (const typed of shared) {
      const id = normaliseCode(typed);
      if (id) codes.push({ id, promotion: promotion.id, singleUse: false, active: true });
      else
        faults.push({ at: `${promotion.id}.codes`, message: `a code has up to 40 letters and digits, got "${typed}"` });
    }
    if (singleUseCodes) {
      const prefix = normaliseCode(singleUseCodes.prefix);
      const made = new Set<string>();
      while (made.size < singleUseCodes.count) made.add(`${prefix}${randomPart()}`);
      for (const id of made) codes.push({ id, promotion: promotion.id, singleUse: true, active: true });
    }
    return promotion as Promotion;
  });
  return faults.length > 0 ? { faults } : { promotions, codes };
};

const placeOf = (json: unknown, path: readonly PropertyKey[]): string => {
  const [first, ...rest] = path;
  if (typeof first !== 'number') return path.join('.') || 'the file';
  const id = (json as { readonly [row: number]: { readonly id?: unknown } })[first]?.id;
  return [typeof id === 'string' ? id : `promotion ${first + 1}`, ...rest].join('.');
};
