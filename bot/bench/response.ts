/** The response model a shop would have: trained on the demo shop's impressions, as `npm run train` does it. */
import { makeDemoShop } from '../../knowledge/demo/shop.ts';
import { openBackend } from '../../models/backend/backend.ts';
import { trainResponse } from '../../models/respond/fit.ts';
import { loadResponse } from '../../models/respond/model.ts';
import { collectTrials } from '../../models/respond/trials.ts';
import type { ResponseModel } from '../../models/types.ts';
import { clearMemory } from './clear-memory.ts';

/** One candidate and two parts: what is compared on the way changes nothing about how fast the winner scores. */
export const demoResponse = async (seed: number): Promise<ResponseModel> => {
  const demo = makeDemoShop({ seed, now: new Date('2026-03-02T12:00:00Z'), shoppers: 800, impressions: 6_000 });
  const backend = await openBackend({ choice: 'wasm' });
  const trials = await collectTrials(demo.impressions);
  const result = await trainResponse(trials, { backend, seed, candidates: ['surface'], folds: 2 });
  if (result.kind === 'refused') throw new Error(`The demo shop's impressions can't be learned from: ${result.detail}`);
  const model = loadResponse(result.bundle, 'bench');
  // Training is another process's work in a shop: what it leaves behind is cleared away before anything is measured.
  clearMemory();
  return model;
};
