import { type Fitted, nextEpoch } from '../recommend/model.ts';
import type { CarryOut } from '../recommend/tuning.ts';

/** NDCG on validation after some epochs, from 1. */
export type TrainingCurve = readonly { readonly epoch: number; readonly value: number }[];

/** Fits as ever, and keeps for each model that stops early the training curve of its best settings. */
export const traceFits = (): { readonly carryOut: CarryOut; curves(): Readonly<Record<string, TrainingCurve>> } => {
  const best = new Map<string, { readonly curve: TrainingCurve; readonly top: number }>();
  return {
    carryOut: async (kind, train, settings, context) => {
      const curve: { epoch: number; value: number }[] = [];
      const { validate } = context;
      const watched = (half: Fitted): number => {
        const value = validate?.(half) ?? 0;
        const epoch = nextEpoch(half, curve.at(-1)?.epoch);
        if (epoch !== null) curve.push({ epoch, value });
        return value;
      };
      const model = await kind.fit(train, settings, { ...context, ...(validate && { validate: watched }) });
      const top = Math.max(0, ...curve.map(point => point.value));
      if (curve.length > 1 && top > (best.get(kind.name)?.top ?? -1)) best.set(kind.name, { curve, top });
      return model;
    },
    curves: () => Object.fromEntries([...best].map(([name, { curve }]) => [name, curve])),
  };
};
