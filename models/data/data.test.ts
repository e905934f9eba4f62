import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanEvents, describeCleaning } from './cleaning.ts';
import { parseCsv, readCsv } from './csv.ts';
import { distinctPairs, historyOf, toInteractions, transpose } from './interactions.ts';
import { parseSplitRule, splitInteractions, trainOnAll, validationSplit } from './splits.ts';

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));

describe('cleaning', () => {
  it('says what was left out and why', () => {
    const at = day(3).getTime();
    const { events, report } = cleanEvents([
      { shopper: 'ann', product: 'tea', atMilliseconds: at, quantity: 2 },
      { shopper: '', product: 'tea', atMilliseconds: at },
      { shopper: 'ann', product: 'NaN', atMilliseconds: at },
      { shopper: 'ann', product: 'tea', atMilliseconds: Number.NaN },
      { shopper: 'ann', product: 'tea', atMilliseconds: at, quantity: -2 },
      { shopper: 'ann', product: 'tea', atMilliseconds: at, quantity: Number.NaN },
      { shopper: 'ann', product: 'tea', atMilliseconds: at, quantity: 2 },
      { shopper: 'bob', product: 'tea', atMilliseconds: at },
    ]);
    expect(events.map(e => e.shopper)).toEqual(['ann', 'bob']);
    expect(report.dropped).toEqual({
      'missing-shopper': 1,
      'missing-product': 1,
      'bad-date': 1,
      'bad-quantity': 1,
      cancelled: 1,
      repeat: 1,
    });
    expect(describeCleaning(report)).toContain('read 8, kept 2; dropped 1 missing-shopper (row 2)');
  });
});

describe('csv', () => {
  it('reads quotes, doubled quotes, line breaks in cells, CRLF and a byte order mark', () => {
    expect(parseCsv('\ufeffa,b\r\n"x, ""y""\nz",1\r\n\r\n,2\n')).toEqual({
      columns: ['a', 'b'],
      rows: [
        ['x, "y"\nz', '1'],
        ['', '2'],
      ],
    });
  });

  it('reads a gzipped file by its content, whatever its name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'csv-'));
    try {
      writeFileSync(join(folder, 'x.csv'), gzipSync('a,b\n1,2'));
      expect(readCsv(join(folder, 'x.csv')).rows).toEqual([['1', '2']]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('a quote that never closes is an error with its row', () => {
    expect(() => parseCsv('a\n"x')).toThrow('row 2');
  });
});

describe('interactions', () => {
  it('are grouped by shopper, oldest first, and keep the given order within one instant', () => {
    const data = toInteractions([
      { shopper: 'ann', product: 'pan', at: day(5) },
      { shopper: 'bob', product: 'tea', at: day(1) },
      { shopper: 'ann', product: 'tea', at: day(2) },
      { shopper: 'ann', product: 'cup', at: day(2) },
    ]);
    const bought = Array.from(historyOf(data, data.shoppers.row('ann')!).items, row => data.products.ids[row]);
    expect(bought).toEqual(['tea', 'cup', 'pan']);
  });

  it('distinct pairs count repeats, and turning the matrix twice gives it back', () => {
    const data = toInteractions(
      ['tea', 'cup', 'tea'].map((product, d) => ({ shopper: 'ann', product, at: day(d + 1) })),
    );
    const pairs = distinctPairs(data);
    expect([...pairs.values]).toEqual([2, 1]);
    expect(transpose(transpose(pairs, 2), 1)).toEqual(pairs);
  });
});

describe('splits', () => {
  const events = fc.array(
    fc.record({
      shopper: fc.constantFrom('ann', 'bob', 'cy'),
      product: fc.constantFrom('tea', 'cup', 'pan', 'mat', 'jar'),
      at: fc.integer({ min: 1, max: 28 }).map(day),
    }),
    { minLength: 1, maxLength: 60 },
  );
  const rules = ['random:0.75', 'leave-last-out', 'temporal:2026-01-14'] as const;

  it('every event is on exactly one side', () => {
    fc.assert(
      fc.property(events, fc.constantFrom(...rules), fc.integer({ min: 0, max: 99 }), (all, text, seed) => {
        const { train, test } = splitInteractions(toInteractions(all), parseSplitRule(text)!, seed);
        expect(train.product.length + test.product.length).toBe(all.length);
      }),
    );
  });

  it('random: no product of a shopper is on both sides, and the same seed splits alike', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 0, max: 99 }), (all, seed) => {
        const data = toInteractions(all);
        const rule = parseSplitRule('random:0.5')!;
        const { train, test } = splitInteractions(data, rule, seed);
        for (let s = 0; s < data.shoppers.ids.length; s++) {
          const known = new Set(historyOf(train, s).items);
          for (const item of historyOf(test, s).items) expect(known.has(item)).toBe(false);
        }
        expect(splitInteractions(data, rule, seed).test.product).toEqual(test.product);
      }),
    );
  });

  it('leave-last-out holds out the newest event of each shopper who has two; temporal nothing older than the cut', () => {
    fc.assert(
      fc.property(events, all => {
        const data = toInteractions(all);
        const last = splitInteractions(data, { kind: 'leave-last-out' }, 1);
        for (let s = 0; s < data.shoppers.ids.length; s++) {
          const [before, after] = [historyOf(last.train, s).at, historyOf(last.test, s).at];
          expect(after.length).toBe(before.length + after.length > 1 ? 1 : 0);
          for (const at of before) expect(at).toBeLessThanOrEqual(after[0] ?? Number.POSITIVE_INFINITY);
        }
        const { train, test } = splitInteractions(data, { kind: 'temporal', cut: day(14) }, 1);
        expect(train.at.every(at => at < day(14).getTime()) && test.at.every(at => at >= day(14).getTime())).toBe(true);
      }),
    );
  });

  it('validation by last events takes as many shoppers as are needed, and leaves the others whole', () => {
    const rule = { kind: 'leave-last-out' } as const;
    const all = Array.from({ length: 40 }, (_, e) => ({
      shopper: `s${e % 8}`,
      product: `p${e}`,
      at: day(1 + (e % 28)),
    }));
    const { train } = splitInteractions(toInteractions(all), rule, 1);
    const whole = validationSplit(train, rule, 1);
    const some = validationSplit(train, rule, 1, 3);
    expect(some.test.product.length).toBe(3);
    expect(some.train.product.length).toBe(train.product.length - 3);
    expect(whole.test.product.length).toBe(8);
    expect([...some.test.shopper].every(shopper => [...whole.test.shopper].includes(shopper))).toBe(true);
  });

  it('the validation part lies before the cut, so weights never see the test part', () => {
    const data = toInteractions(
      Array.from({ length: 27 }, (_, d) => ({ shopper: 'ann', product: `p${d}`, at: day(d + 1) })),
    );
    const rule = { kind: 'temporal' as const, cut: day(22) };
    const { train } = splitInteractions(data, rule, 1);
    const inner = validationSplit(train, rule, 1);
    expect(inner.test.product.length).toBe(7);
    expect(Math.max(...inner.test.at)).toBeLessThan(rule.cut.getTime());
    expect(inner.train.product.length + inner.test.product.length).toBe(trainOnAll(train).product.length);
  });

  it.each(['random:1.5', 'random:0', 'random', 'temporal:soon', 'last', ''])('%s is not a split', text => {
    expect(parseSplitRule(text)).toBeNull();
  });
});
