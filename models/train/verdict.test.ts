import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedVerdict, unpairedVerdict } from './verdict.ts';

const window = { from: new Date('2026-05-01'), to: new Date('2026-05-31') };
const every = (value: number, count = 100): number[] => new Array<number>(count).fill(value);
/** Around a mean, up and down by `by`. */
const around = (mean: number, by: number, count = 100): number[] =>
  Array.from({ length: count }, (_, i) => mean + (i % 2 === 0 ? by : -by));

describe('a new recommender against the one in use', () => {
  it('comes into use when it is better, equal, or a little worse within chance', () => {
    expect(pairedVerdict(3, window, { ndcg: every(0.3) }, { ndcg: every(0.2) }).status).toBe('promoted');
    expect(pairedVerdict(3, window, { ndcg: every(0.2) }, { ndcg: every(0.2) }).status).toBe('promoted');
    const verdict = pairedVerdict(3, window, { ndcg: around(0.295, 0.2) }, { ndcg: every(0.3) });
    expect(verdict.status).toBe('promoted');
    expect(verdict.reason).toMatch(/^Not worse beyond chance than v3: NDCG@10 0\.2950 against 0\.3000 on 100 shoppers/);
  });

  it('stays a candidate when it is worse beyond chance, however little', () => {
    const verdict = pairedVerdict(3, window, { ndcg: every(0.299) }, { ndcg: every(0.3) });
    expect(verdict.status).toBe('candidate');
    expect(verdict.comparison?.difference.high).toBeLessThan(0);
  });

  it('stays a candidate when it loses more than a twentieth, even where chance could explain it', () => {
    expect(pairedVerdict(3, window, { ndcg: around(0.27, 0.27) }, { ndcg: every(0.3) }).status).toBe('candidate');
  });

  it('is held against the old one’s own held-out figure where that one has seen the newest purchases, and says so', () => {
    const old = { mean: 0.3, sd: 0.2, shoppers: 400 };
    expect(unpairedVerdict(2, window, { ndcg: around(0.29, 0.2) }, old).status).toBe('promoted');
    const worse = unpairedVerdict(2, window, { ndcg: around(0.15, 0.1) }, old);
    expect(worse).toMatchObject({ status: 'candidate', comparison: { paired: false } });
    expect(worse.reason).toMatch(/v2 has seen the newest purchases/);
  });

  it('is held shopper by shopper against what the old recipe did on the same purchases, where those are the same', () => {
    const old = { mean: 0.3, sd: 0.3, shoppers: 40 };
    const [before, after] = [around(0.3, 0.3, 40), around(0.26, 0.26, 40)];
    expect(unpairedVerdict(2, window, { ndcg: after }, old).status).toBe('promoted');
    const worse = pairedVerdict(2, window, { ndcg: after }, { ndcg: before }, 'recipe');
    expect(worse).toMatchObject({ status: 'candidate', comparison: { paired: true } });
    expect(worse.reason).toMatch(/on 40 shoppers' purchases that neither recipe was given/);
  });

  it('the interval holds the mean difference, and swapping the sides turns it around', () => {
    const ndcg = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(ndcg, ndcg, (a, b) => {
        const one = pairedVerdict(1, window, { ndcg: a }, { ndcg: b }).comparison!.difference;
        const other = pairedVerdict(1, window, { ndcg: b }, { ndcg: a }).comparison!.difference;
        expect(one.low).toBeLessThanOrEqual(one.mean);
        expect(one.mean).toBeLessThanOrEqual(one.high);
        expect(one.low).toBeCloseTo(-other.high, 9);
      }),
    );
  });

  it('different numbers of shoppers can’t be compared', () => {
    expect(() => pairedVerdict(1, window, { ndcg: [1] }, { ndcg: [1, 0] })).toThrow(RangeError);
  });
});
