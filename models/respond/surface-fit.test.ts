import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { sigmoid } from './calibration.ts';
import type { ArmNumbers } from './encode.ts';
import { layoutOf } from './surface.ts';
import { driftLogit, fitSurface } from './surface-fit.ts';
import { SurfaceView } from './surface-view.ts';

/** One kind of deal that pulled twice as much three months ago as it does today, and buying that has been falling. */
const pull = (age: number): number => 1.2 + 0.6 * age;
const base = (age: number): number => -1 + 0.15 * age;
const deal: ArmNumbers = { kind: 0, depth: 0.2, stretch: 0 };

const fitted = (seed: number, span: number) => {
  const random = seededRandom(seed);
  const count = 8000;
  const age = Float64Array.from({ length: count }, () => span * random());
  const shown = Uint8Array.from({ length: count }, () => (random() < 0.5 ? 1 : 0));
  const x = Float64Array.from({ length: count }, () => 2 * random() - 1);
  const bought = Uint8Array.from(shown, (t, i) =>
    random() < sigmoid(base(age[i]!) + 0.5 * x[i]! + t * pull(age[i]!)) ? 1 : 0,
  );
  const layout = layoutOf(1, 1);
  const fit = fitSurface(
    {
      count,
      base: x,
      effect: x,
      arm: i => (shown[i] === 1 ? deal : null),
      bought,
      weight: new Float64Array(count).fill(1),
      age,
    },
    layout,
  );
  const view = new SurfaceView(layout, fit.weights, fit.covariance);
  view.see([0], [0]);
  return { fit, view, layout };
};

describe('a surface fitted on a history that drifts', () => {
  it('is that of today, not of the mean of the history', () => {
    for (const seed of [1, 2, 3]) {
      const { view } = fitted(seed, 3);
      expect(Math.abs(view.without - base(0)), `seed ${seed}`).toBeLessThan(0.15);
      // The mean of the history pulls 0.9 harder.
      expect(Math.abs(view.with(deal) - view.without - pull(0)), `seed ${seed}`).toBeLessThan(0.35);
    }
  });

  it('knows what rows of another time saw', () => {
    const { fit, view } = fitted(4, 3);
    const then = view.with(deal) + driftLogit(fit.drift, deal, 3) - view.without - driftLogit(fit.drift, null, 3);
    expect(Math.abs(then - pull(3))).toBeLessThan(0.45);
  });

  it('is less sure of today than a history in which nothing can have drifted, and holds no drift in its covariance', () => {
    const long = fitted(5, 3);
    const short = fitted(5, 0);
    expect(long.fit.covariance).toHaveLength(long.layout.count ** 2);
    expect(long.view.deviation(deal, 1, 1)).toBeGreaterThan(short.view.deviation(deal, 1, 1));
  });
});
