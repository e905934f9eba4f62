import { expect, test } from 'vitest';
import { alienRounds, heldOutRounds, isBroad } from './intent-rounds.ts';

const labelsOf = (classes: number, each: number): number[] =>
  Array.from({ length: classes * each }, (_, i) => i % classes);

test('of few intents with many examples none is left out while the others are judged; strangers come from rounds of their own', () => {
  const labels = labelsOf(12, 30);
  expect(isBroad(labels.length, 12)).toBe(true);
  for (const { alien, taught, asked } of heldOutRounds(labels, 12, 1)) {
    expect(alien).toEqual([]);
    expect(taught.length + asked.length).toBe(labels.length);
  }
  const strange = alienRounds(labels, 12, 1).flatMap(r => r.alien);
  expect(strange.toSorted((a, b) => a - b)).toEqual([...labels.keys()]);
});

test('of many intents, or few examples, a third is left out in each round', () => {
  for (const [classes, each] of [
    [77, 30],
    [12, 10],
  ] as const) {
    const labels = labelsOf(classes, each);
    expect(isBroad(labels.length, classes)).toBe(false);
    expect(heldOutRounds(labels, classes, 1).every(r => r.alien.length > 0)).toBe(true);
    expect(alienRounds(labels, classes, 1)).toEqual([]);
  }
});

test('of fewer than six intents none is left out, and they are not broad', () => {
  const labels = labelsOf(4, 200);
  expect(isBroad(labels.length, 4)).toBe(false);
  expect(heldOutRounds(labels, 4, 1).every(r => r.alien.length === 0)).toBe(true);
  expect(alienRounds(labels, 4, 1)).toEqual([]);
});
