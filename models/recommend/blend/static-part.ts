import type { History } from '../../data/interactions.ts';
import { staticModels } from '../kinds.ts';
import type { Fitted } from '../model.ts';
import { type Segment, segments } from '../segments.ts';
import { ScoreSheet } from '../serving/score-sheet.ts';
import type { BlendWeights } from './blend.ts';

export const noHistory: History = { items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() };

/** Weight of a raw score when weight is that of a score over its spread; no spread, no say. */
export const scaled = (weight: number, spread: number): number => (spread > 0 ? weight / spread : 0);

/** What the models that don't look at the shopper say, added up once. */
export interface StaticPart {
  /** Per component; the others 0. */
  readonly spread: readonly number[];
  readonly mean: readonly number[];
  /** Raw scores per component; null for those that look at the shopper. */
  readonly values: readonly (Float32Array | null)[];
  /** Weighted sum for each kind of shopper; those with the same weights share the array. */
  readonly base: Readonly<Record<Segment, Float32Array>>;
}

export const staticPart = (components: readonly Fitted[], weights: BlendWeights): StaticPart => {
  const products = components[0]?.products ?? 0;
  const sheet = new ScoreSheet(products);
  const spread: number[] = [];
  const mean: number[] = [];
  const values = components.map((component, c) => {
    spread[c] = 0;
    mean[c] = 0;
    if (!staticModels.has(component.name)) return null;
    sheet.clear();
    component.score(noHistory, 0, sheet);
    spread[c] = sheet.spread();
    const own = sheet.values.slice();
    let least = Number.POSITIVE_INFINITY;
    for (let t = 0; t < sheet.count; t++) least = Math.min(least, own[sheet.touched[t]!]!);
    // A product nobody bought is not less popular than the least popular one, or a weight below zero would praise it for that.
    if (sheet.count > 0 && segments.some(segment => weights[segment][c]! < 0))
      for (let p = 0; p < products; p++) if (own[p] === 0) own[p] = least;
    mean[c] = own.reduce((sum, value) => sum + value, 0) / Math.max(1, products);
    return own;
  });
  const made = new Map<string, Float32Array>();
  const baseOf = (segment: Segment): Float32Array => {
    const factors = components.map((_, c) => scaled(weights[segment][c]!, spread[c]!));
    const key = factors.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const sum = new Float32Array(products);
    values.forEach((own, c) => {
      const factor = factors[c]!;
      if (own !== null && factor !== 0) for (let p = 0; p < products; p++) sum[p]! += factor * own[p]!;
    });
    made.set(key, sum);
    return sum;
  };
  const base = Object.fromEntries(segments.map(segment => [segment, baseOf(segment)])) as Record<Segment, Float32Array>;
  return { spread, mean, values, base };
};
