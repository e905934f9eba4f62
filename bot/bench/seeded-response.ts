/**
 * A response model of seeded weights, for what is about the choice and not about learning: the same on every machine and
 * made in no time. Its arrays are those of a trained model, so scoring costs what it costs in a shop.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { armKinds, encodingSchema, featureCount } from '../../models/respond/encode.ts';
import { loadResponse } from '../../models/respond/model.ts';
import { plainRepresentation } from '../../models/respond/representation.ts';
import { layoutOf } from '../../models/respond/surface.ts';
import type { ResponseModel } from '../../models/types.ts';

export const seededResponse = (seed: number): ResponseModel => {
  const random = seededRandom(seed);
  const around = (width: number) => (): number => (random() - 0.5) * 2 * width;
  const layout = layoutOf(plainRepresentation.base, plainRepresentation.effect);
  const weights = Float32Array.from({ length: layout.count }, around(0.15));
  weights[layout.base] = -1.8;
  const covariance = new Float32Array(layout.count ** 2);
  for (let i = 0; i < layout.count; i++) covariance[i * layout.count + i] = 0.002 + 0.01 * random();
  const meta = {
    name: 'seeded',
    schema: encodingSchema,
    representation: 'plain',
    platt: { slope: 1, shift: 0 },
    kinds: armKinds,
    returnRates: { '*': 0.08, shoes: 0.15 },
  };
  const arrays = {
    mean: Float32Array.from({ length: featureCount }, () => 0.8),
    deviation: Float32Array.from({ length: featureCount }, () => 1.5),
    weights,
    covariance,
  };
  return loadResponse({ arrays, meta }, '1');
};
