import { beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { openBackend, type TensorBackend } from '../backend/backend.ts';
import { learnMetric } from './metric-learning.ts';
import { metricBytes, metricOfBytes, openMetric, type SentenceMetric, sentenceMetric } from './sentence-metric.ts';

const width = 12;
/** What tells classes apart stands in the first three numbers; the others are as large, and differ within a class. */
const classesFrom = (seed: number): Float32Array[][] => {
  const random = seededRandom(seed);
  const about = (): number => random() + random() + random() - 1.5;
  return Array.from({ length: 20 }, () => {
    const own = [about(), about(), about()];
    return Array.from({ length: 10 }, () =>
      Float32Array.from({ length: width }, (_, k) => (k < 3 ? own[k]! + 0.2 * about() : 0.7 * about())),
    );
  });
};

/** Share of vectors that lie nearest to the mean of five others of their class. */
const toldApart = (classes: readonly (readonly Float32Array[])[], metric: SentenceMetric): number => {
  const means = classes.map(c => {
    const mean = new Float32Array(width);
    for (const v of c.slice(0, 5))
      metric(v).forEach((x, k) => {
        mean[k]! += x;
      });
    return mean;
  });
  const asked = classes.flatMap((c, owner) => c.slice(5).map(v => ({ owner, at: metric(v) })));
  const right = asked.filter(({ owner, at }) => {
    const scores = means.map(mean => mean.reduce((sum, x, k) => sum + x * at[k]!, 0));
    return scores.indexOf(Math.max(...scores)) === owner;
  });
  return right.length / asked.length;
};

let backend: TensorBackend;
beforeAll(async () => {
  backend = await openBackend({ choice: 'wasm' });
});

test('a metric learned on some classes tells others apart better, as it is and in its file', async () => {
  const learned = await learnMetric(backend, [{ classes: classesFrom(1), weight: 1 }], { seed: 1, steps: 300 });
  const others = classesFrom(2);
  const before = toldApart(others, v => v);
  expect(toldApart(others, openMetric(learned))).toBeGreaterThan(before + 0.05);
  expect(toldApart(others, openMetric(metricOfBytes(metricBytes(learned))))).toBeGreaterThan(before + 0.05);
});

test('too few vectors to learn from are told', async () => {
  const few = [{ classes: [[new Float32Array(2), new Float32Array(2)]], weight: 1 }];
  await expect(learnMetric(backend, few, { seed: 1, steps: 1 })).rejects.toThrow(/at least two classes of 6 vectors/);
});

test('the metric that ships takes the encoder’s width, gives length one, and refuses any other', () => {
  const mapped = sentenceMetric(Float32Array.from({ length: 512 }, (_, k) => Math.sin(k)));
  expect(mapped).toHaveLength(512);
  expect(Math.hypot(...mapped)).toBeCloseTo(1, 5);
  expect(() => sentenceMetric(new Float32Array(4))).toThrow(/takes 512 numbers, got 4/);
});

test('a file cut short is refused', () => {
  const bytes = metricBytes({ mean: new Float32Array(3), shift: new Float32Array(9) });
  expect(metricOfBytes(bytes).shift).toEqual(new Float32Array(9));
  expect(() => metricOfBytes(bytes.subarray(0, 20))).toThrow(/37 bytes, got 20/);
});
