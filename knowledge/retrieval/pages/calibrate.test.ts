import { expect, test } from 'vitest';
import { type CalibrationCase, calibrate, probabilityOf } from './calibrate.ts';

const at = (feature: number, positive: boolean, weight = 1): CalibrationCase => ({
  features: [feature],
  positive,
  weight,
});
const many = (count: number, make: (i: number) => CalibrationCase): CalibrationCase[] =>
  Array.from({ length: count }, (_, i) => make(i));

test('a question counts once, however often it is asked in other words', () => {
  const few = [
    ...many(9, i => at(0.8 + i / 100, true)),
    ...many(90, i => at(0.7 + i / 1_000, true, 0.3)),
    ...many(30, i => at(i / 100, false)),
  ];
  expect(calibrate(few)).toMatchObject({ positives: 9, answered: Number.NaN });
  const enough = calibrate([...few, at(0.9, true)]);
  expect(enough.positives).toBe(10);
  expect(enough.answered).toBeGreaterThan(0.9);
});

test('of what is beside the point no more than a tenth is shown with a hedge, and than one in fifty without', () => {
  // What is beside the point reaches everywhere, so that no border keeps it out.
  const beside = many(100, i => at((i * 0.9) / 100, false));
  const calibration = calibrate([...many(60, i => at(0.3 + (i * 0.7) / 60, true)), ...beside]);
  const reaching = (border: number): number =>
    beside.filter(c => probabilityOf(calibration, c.features) >= border).length;
  expect(reaching(calibration.likely)).toBeLessThanOrEqual(Math.max(10, reaching(calibration.threshold)));
  expect(reaching(calibration.sure)).toBe(2);
});
