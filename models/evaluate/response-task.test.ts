import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { readCoupons } from './response-data.ts';
import { averagePrecision } from './response-metrics.ts';
import { responseTask } from './response-task.ts';
import { BadInput, type EvaluateIo } from './task.ts';

it('average precision, checked by hand: equal scores count together', () => {
  // Best first: yes, no, yes, no -> 1/2 · 1 + 1/2 · 2/3.
  expect(averagePrecision([4, 3, 2, 1], [1, 0, 1, 0])).toBeCloseTo(5 / 6, 12);
  expect(averagePrecision([1, 1, 1, 1], [1, 0, 1, 0])).toBeCloseTo(0.5, 12);
  expect(averagePrecision([1, 2], [0, 0])).toBe(0);
});

let folder: string;
const write = (name: string, lines: readonly string[]) =>
  writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);

/** Nine monthly campaigns; households that shop the coupons' category and answered before answer again. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coupons-'));
  const random = seededRandom(3);
  const month = (n: number) => `2017-${String(n + 1).padStart(2, '0')}`;
  const households = Array.from({ length: 120 }, (_, h) => ({ id: `h${h}`, keen: random() < 0.4 }));
  const campaigns = Array.from({ length: 9 }, (_, c) => `${c},Type ${c % 2 ? 'A' : 'B'},${month(c + 1)}-01`);
  write('campaign_descriptions', ['campaign_id,campaign_type,start_date', ...campaigns]);
  write('campaigns', ['campaign_id,household_id', ...households.flatMap(h => campaigns.map((_, c) => `${c},${h.id}`))]);
  write('coupons', ['coupon_upc,product_id,campaign_id', ...campaigns.map((_, c) => `u${c},tea,${c}`)]);
  write('products', ['product_id,product_category', 'tea,DRINKS', 'nail,TOOLS']);
  write('demographics', ['household_id,age,income,household_size,kids_count', 'h0,45-54,Under 15K,2,0']);
  write('coupon_redemptions', [
    'household_id,coupon_upc,campaign_id,redemption_date',
    ...households.flatMap(h =>
      campaigns.flatMap((_, c) => (random() < (h.keen ? 0.5 : 0.06) ? [`${h.id},u${c},${c},${month(c + 1)}-09`] : [])),
    ),
  ]);
  write('transactions', [
    'household_id,basket_id,product_id,sales_value,retail_disc,coupon_disc,transaction_timestamp',
    ...households.flatMap(h =>
      Array.from(
        { length: 12 },
        (_, n) =>
          `${h.id},b${n},${h.keen && random() < 0.5 ? 'tea' : 'nail'},3.5,0,0,${month(n % 10)}-15 10:00:00+00:00`,
      ),
    ),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (args: readonly string[]) => {
  const results: Record<string, unknown>[] = [];
  const cases: Record<string, unknown>[] = [];
  const io: EvaluateIo = {
    print: result => results.push({ ...result }),
    note: () => {},
    predictions: () => ({ write: testCase => cases.push({ ...testCase }), close: () => {} }),
  };
  await responseTask.run(args, io);
  return { results, cases };
};

describe('evaluate response', () => {
  it('finds who answers later campaigns, calibrated, and calls it propensity only', async () => {
    const { results, cases } = await run(['--coupons', folder, '--out', 'x']);
    expect(results.map(r => r.model)).toEqual([
      'prior-redemptions',
      'logistic',
      'forest',
      'boosting',
      'boosted-line',
      'blend',
      'default',
    ]);
    const best = results.at(-1)!;
    expect(best.auc).toBeGreaterThan(0.7);
    expect(best.ece).toBeLessThan(0.12);
    expect(best.reading).toBe('propensity only');
    expect(cases).toHaveLength(best.rows as number);
  }, 60_000);

  it('knows nothing of a campaign’s first day or after: what happens then changes no column', () => {
    const before = readCoupons(folder);
    const first = before.columns.find(c => c.name === 'visits')!.cells.filter((_, i) => before.campaign[i] === 0);
    expect(Math.max(...first.map(Number))).toBeLessThanOrEqual(2);
    const redemptions = before.columns.find(c => c.name === 'redemptionsBefore')!.cells;
    for (const [i, cell] of redemptions.entries()) if (before.campaign[i] === 0) expect(cell).toBe('0');
  });

  it.each([
    ['no folder', [], /--coupons FOLDER is missing/],
    ['a folder that is not there', ['--coupons', '/nowhere'], /can't be read/],
    ['a share of nothing', ['--coupons', 'x', '--train-share', '1'], /--train-share must lie between/],
  ])('refuses %s in one sentence', async (_, args, reason) => {
    await expect(run(args)).rejects.toThrow(BadInput);
    await expect(run(args)).rejects.toThrow(reason);
  });
});
