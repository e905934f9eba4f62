import { execFile } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../domain/ids.ts';
import { aShop } from '../store/contract-fixtures.ts';
import { giftCategoryOf, giftName } from './gift-categories.ts';
import { everything, type Workshop, workshop } from './import.test-helper.ts';
import type { ReportJson } from './report.ts';

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const rows = `536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
536365,22633,HAND WARMER UNION JACK,6,2010-12-01 08:26:00,1.85,17850.0,United Kingdom
536365,POST,POSTAGE,1,2010-12-01 08:26:00,18,17850.0,United Kingdom
536366,22633,HAND WARMER UNION JACK,10,2010-12-02 08:26:00,1.65,17850.0,United Kingdom
C536379,22633,HAND WARMER UNION JACK,-4,2010-12-03 09:41:00,1.85,17850.0,United Kingdom
C536380,22633,HAND WARMER UNION JACK,-99,2010-12-04 09:41:00,1.65,17850.0,United Kingdom
C536381,85123A,WHITE HANGING HEART T-LIGHT HOLDER,-1,2010-12-04 09:41:00,2.55,13047.0,United Kingdom
536370,85123A,,3,2010-12-05 08:26:00,0.01,13047.0,France
536371,85123A,HEART HOLDER,3,2010-12-05 09:26:00,0,13047.0,France
536372,85123A,HEART HOLDER,-3,2010-12-05 09:26:00,0,,France
536373,85123A,HEART HOLDER,3,2010-12-05 09:26:00,2.55,,France
536374,85123A,HEART HOLDER,three,2010-12-05 09:26:00,2.55,13047.0,France
C536382,85123A,HEART HOLDER,-3,2010-12-05 09:26:00,2.55,,France
536375,84879,BIRD ORNAMENT,2,2010-12-06 09:26:00,1.69,12583.0,France
C536383,84879,BIRD ORNAMENT,-2,2010-12-07 09:26:00,1.69,12583.0,France
`;

describe('the UCI Online Retail file', () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await workshop();
  });
  afterEach(() => shop.close());
  const counts = (report: ReportJson): Record<string, number> =>
    Object.fromEntries(report.met.map(m => [m.what, m.count]));

  it('every row is kept or accounted for, and each kind says what was done with it', async () => {
    const report = await shop.run('online-retail', await shop.file('r.csv', `${header}\n${rows}`));
    expect(counts(report)).toEqual({
      'rows of goods sold to a known customer': 5,
      'exact repeats of an earlier row': 1,
      'rows of no goods (POST, DOT, M, D, fees, vouchers …)': 1,
      'rows with a price of zero or less': 1,
      'rows below zero that cancel nothing': 1,
      'rows without a customer': 1,
      'cancelled rows without a customer': 1,
      'cancelled rows': 2,
      'cancelled rows that exceed what was bought': 1,
      'cancelled rows without an order in the file': 1,
      'orders cancelled whole': 2,
      'shop settings': 1,
    });
    expect(report.bad).toEqual([{ line: 14, reason: 'Quantity "three" is not a whole number' }]);
  });

  it('cancelled quantities come off the order of that price first; an order cancelled whole is left out', async () => {
    await shop.run('online-retail', await shop.file('r.csv', `${header}\n${rows}`));
    const { orders, shoppers, products } = await everything(shop.stores);
    expect(orders.map(o => [o.id, o.lines.map(l => [l.product, l.quantity])])).toEqual([
      ['536365', [['85123A', 6]]],
      ['536370', [['85123A', 3]]],
    ]);
    expect(orders[0]).toMatchObject({ shopper: '17850', total: { minor: 1530, currency: 'GBP' }, status: 'delivered' });
    expect(shoppers.map(s => s.id)).toEqual(['12583', '13047', '17850']);
    expect(products.find(p => p.id === '85123A')).toMatchObject({
      name: { en: 'White Hanging Heart T-Light Holder' },
      category: 'lights',
      price: { minor: 255, currency: 'GBP' },
      attributes: { colour: ['white'] },
      stock: null,
      picture: { kind: 'lamp' },
    });
    expect(products.every(p => p.cost === undefined)).toBe(true);
  });

  it('twice is once; a shop that is there keeps its settings and gains the categories', async () => {
    await shop.stores.shop.put(aShop());
    const path = await shop.file('r.csv', `${header}\n${rows}`);
    const first = await shop.run('online-retail', path);
    expect(first.warnings).toEqual([expect.stringContaining('The shop sells in CNY and the file is in GBP')]);
    const before = await everything(shop.stores);
    expect(before.shop).toMatchObject({ name: aShop().name, currency: 'CNY', source: 'demo' });
    expect(before.shop?.categories.map(c => c.key)).toEqual(
      expect.arrayContaining(['mugs', 'bags', 'christmas', 'gifts']),
    );
    expect(before.shop?.categories.filter(c => c.key === 'mugs')).toEqual(aShop().categories);
    const second = await shop.run('online-retail', path);
    expect(Object.values(second.written).map(w => w.new)).toEqual([0, 0, 0]);
    expect(await everything(shop.stores)).toEqual(before);
  });

  it('names and categories read like a shop', () => {
    expect(giftName('SET/6 RED SPOTTY PAPER CUPS')).toBe('Set/6 Red Spotty Paper Cups');
    expect(giftName('ROUND CLOCK WITH SUCKER .')).toBe('Round Clock with Sucker');
    expect(giftName("Dr. Jam's Arouzer Stress Ball")).toBe("Dr. Jam's Arouzer Stress Ball");
    const of = (description: string) => giftCategoryOf(description).key;
    expect(of('JUMBO BAG RED RETROSPOT')).toBe('bags');
    expect(of("PAPER CHAIN KIT 50'S CHRISTMAS ")).toBe('christmas');
    expect(of('ALARM CLOCK BAKELIKE RED')).toBe('home-decor');
    expect(of('PINK EGG CUP')).toBe('mugs');
    expect(of('HAND WARMER OWL DESIGN')).toBe('gifts');
  });

  const folder = join('..', 'shared', 'data', 'online-retail');
  it.skipIf(!existsSync(folder))(
    `20,000 rows of the real file: no row unaccounted for (skipped when ${folder} is absent)`,
    async () => {
      const name = (await readdir(folder)).find(f => f.endsWith('.csv.gz'))!;
      const lines: string[] = [];
      const input = createReadStream(join(folder, name)).pipe(createGunzip());
      for await (const line of createInterface({ input })) if (lines.push(line) > 20_000) break;
      input.destroy();
      const path = await shop.gzip('start.csv.gz', `${lines.join('\n')}\n`);
      const report = await shop.run('online-retail', path);
      const { 'orders cancelled whole': _, 'shop settings': __, ...kinds } = counts(report);
      expect(Object.values(kinds).reduce((a, b) => a + b, 0) + report.bad.length).toBe(20_000);
      expect(report.bad).toEqual([]);
      const [order] = await shop.stores.orders.ofShopper(asId('17850'), 1);
      expect(order?.currency).toBe('GBP');
      for await (const one of shop.stores.orders.stream()) {
        expect(one.total.minor).toBe(one.lines.reduce((sum, l) => sum + l.unitPrice.minor * l.quantity, 0));
        expect(one.lines.every(l => l.quantity > 0)).toBe(true);
      }
      expect((await shop.run('online-retail', path)).written.orders?.new).toBe(0);
    },
  );
});

describe('npm run import', () => {
  const run = async (args: string[], env: Record<string, string>) => {
    const main = join(import.meta.dirname, 'main.ts');
    return promisify(execFile)(process.execPath, ['--import', 'tsx', main, ...args], {
      env: { ...process.env, MONGODB_URI: '', ...env },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  };

  it('writes into DATA_DIR, reports to a file, and exits 2 without a trace when the columns are wrong', async () => {
    const shop = await workshop();
    const dir = await mkdtemp(join(tmpdir(), 'import-main-'));
    try {
      const env = { DATA_DIR: join(dir, 'data'), DB_PORT: '0' };
      const wrong = await run(['online-retail', await shop.file('w.csv', 'a,b\n1,2\n')], env);
      expect(wrong).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^w\.csv lacks the columns .*\n$/),
      });
      expect(existsSync(env.DATA_DIR)).toBe(false);
      const report = join(dir, 'report.json');
      const file = await shop.file('r.csv', `${header}\n${rows}`);
      const done = await run(['online-retail', file, '--report', report], env);
      expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('orders: 2 new, 0 were there already') });
      expect(done.stderr).toContain('line 14: Quantity "three" is not a whole number');
      expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ kind: 'online-retail', rows: 16 });
      const again = await run(['online-retail', file], env);
      expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('orders: 0 new, 2 were there already') });
      expect(await run([], env)).toMatchObject({ code: 2, stderr: expect.stringContaining('Expected KIND FILE') });
    } finally {
      await shop.close();
      await rm(dir, { recursive: true });
    }
  });
});
