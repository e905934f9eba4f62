import { expect, it } from 'vitest';
import { openOnce } from '../backend/backend.ts';
import { toInteractions } from '../data/interactions.ts';
import { trainOnAll } from '../data/splits.ts';
import { kindNamed } from '../recommend/kinds.ts';
import { madeUpShop } from '../recommend/world.test-helper.ts';
import { traceFits } from './trace-fits.ts';

it('keeps a training curve by epochs, of models that have epochs, without the looks after training', async () => {
  const train = trainOnAll(toInteractions(madeUpShop(1, 60)));
  const { carryOut, curves } = traceFits();
  let asked = 0;
  const context = { now: 0, seed: 1, backend: openOnce('wasm'), validate: () => 0.1 + 0.01 * asked++ };
  await carryOut(kindNamed('dot-product'), train, { epochs: 6, width: 8 }, context);
  await carryOut(kindNamed('ease'), train, {}, context);
  expect(Object.keys(curves())).toEqual(['dot-product']);
  expect(curves()['dot-product']!.map(point => point.epoch)).toEqual([2, 4, 6]);
});
