import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { openBackend } from '../../backend/backend.ts';
import { distinctPairs, historyOf, toInteractions } from '../../data/interactions.ts';
import { trainOnAll } from '../../data/splits.ts';
import { multDae } from '../networks/mult-dae.ts';
import { scorerOf } from '../ranker.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { linearStart } from './linear-start.ts';

const bought = (...rows: number[][]) => ({
  start: Int32Array.from([0, ...rows.map((_, r) => rows.slice(0, r + 1).flat().length)]),
  cols: Int32Array.from(rows.flat()),
  values: new Float32Array(rows.flat().length).fill(9),
});

describe('the linear start of an autoencoder', () => {
  it('is ridge regression of the purchases on themselves, told on a scale of logits', () => {
    // One product each, so XᵀX is diagonal: 25, 5, 1; λ is a tenth of the largest.
    const rows = [25, 5, 1].flatMap((count, p) => Array.from({ length: count }, () => [p]));
    const start = linearStart(bought(...rows), 3, 3, seededRandom(1));
    const { encoder, bias } = start;
    const decoder = start.decoder(0.1);
    for (const [p, expected] of [25 / 27.5, 5 / 7.5, 1 / 3.5].entries())
      for (let q = 0; q < 3; q++) {
        let told = 0;
        for (let k = 0; k < 3; k++) told += encoder[p * 3 + k]! * decoder[q * 3 + k]!;
        expect(told / 12).toBeCloseTo(p === q ? expected : 0, 3);
      }
    expect([...bias].map(value => Math.exp(value))).toEqual(
      [25.5, 5.5, 1.5].map(count => expect.closeTo(count / (31 / 3 + 0.5), 4)),
    );
  });

  it('has small random numbers where the data have no more to say, so that training can use them', () => {
    const { encoder, decoder } = linearStart(bought([0, 1], [0, 1]), 2, 4, seededRandom(1));
    for (const values of [encoder, decoder(0.1)]) {
      expect(values.every(value => value !== 0)).toBe(true);
      expect(values.filter((_, i) => i % 4 > 0).every(value => Math.abs(value) < 1.01)).toBe(true);
    }
  });

  it('ends with what it has found when the time is over, and before the first look with random numbers', () => {
    const rows = [25, 5, 1].flatMap((count, p) => Array.from({ length: count }, () => [p]));
    /** Two columns are looked at first, then one heap of rows and two columns a round. */
    const startAfter = (looks: number) => {
      let asked = 0;
      const start = linearStart(bought(...rows), 3, 2, seededRandom(1), () => asked++ >= looks);
      return { ...start, decoder: start.decoder(0.1) };
    };
    const told = ({ encoder, decoder }: ReturnType<typeof startAfter>) =>
      (encoder[0]! * decoder[0]! + encoder[1]! * decoder[1]!) / 12;
    expect(told(startAfter(2 + 2 * 3))).toBeCloseTo(25 / 27.5, 1);
    const none = startAfter(0);
    expect(Math.max(...none.encoder.map(Math.abs), ...none.decoder.map(Math.abs))).toBeLessThan(Math.sqrt(6 / 5));
    expect(none.encoder.every(value => value !== 0)).toBe(true);
    expect(none.bias).toEqual(startAfter(100).bias);
  });

  it('knows after one epoch what random numbers do not yet', async () => {
    const train = trainOnAll(toInteractions(madeUpShop(1, 200)));
    const taste = (row: number): number => Math.floor(Number(train.products.ids[row]!.slice(1)) / 30);
    const { start, cols } = distinctPairs(train);
    /** Of the ten best for each shopper, the share that is of the taste most of their purchases are. */
    const fitting = async (linear: number): Promise<number> => {
      const model = await multDae.fit(
        train,
        { hidden: 16, epochs: 1, linear },
        { now: 0, seed: 1, backend: () => openBackend({ choice: 'wasm' }) },
      );
      let right = 0;
      for (let s = 0; s < 50; s++) {
        const own = [...cols.subarray(start[s]!, start[s + 1]!)].map(taste);
        const main = own.toSorted((a, b) => own.filter(t => t === b).length - own.filter(t => t === a).length)[0];
        const scores = scorerOf(model).scoreAll(historyOf(train, s), 0);
        const best = Array.from(scores, (_, row) => row).sort((a, b) => scores[b]! - scores[a]!);
        right += best.slice(0, 10).filter(row => taste(row) === main).length / 500;
      }
      return right;
    };
    expect(await fitting(1)).toBeGreaterThan((await fitting(0)) + 0.3);
  });
});
