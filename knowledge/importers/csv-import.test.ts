import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../domain/ids.ts';
import { everything, now, type Workshop, workshop } from './import.test-helper.ts';
import { WrongInputError } from './input-errors.ts';
import { badRowLines, summaryLines } from './report.ts';
import { openImport } from './run-import.ts';

const products = `id,name,name_zh,price,cost,stock,category,brand,attribute.colour,hidden,added_at
mug-1,Red mug,红杯子,12.50,4,7,Mugs & Cups,Yarrow,red|Blue,,2026-01-02
mug-2,"Mug, tall",,"1,200.00",,,Mugs & Cups,,,yes,
`;
const orders = `order,shopper,product,quantity,unit_price,placed_at,email,discount,shipping,status
A1,s1,mug-1,2,12.50,2026-02-01 10:00:00,S1@Example.com,5,4.95,shipped
A1,s1,lost-1,1,3,2026-02-01 10:00:00,,,,
A2,s2,mug-2,1,9,2026-02-03T08:00:00+08:00,,,,
`;

describe('generic CSV', () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await workshop();
  });
  afterEach(() => shop.close());

  it('a file whose rows name their currency makes a shop in that currency', async () => {
    const file = await shop.file('p.csv', 'id,name,price,currency\nlamp-1,Lamp,49,CNY\nlamp-2,Desk lamp,59,CNY\n');
    await shop.run('csv-products', file);
    expect(await shop.stores.shop.get()).toMatchObject({ currency: 'CNY', shippingFee: { currency: 'CNY' } });
  });

  it('products come with price, cost, stock, both languages and attributes', async () => {
    const report = await shop.run('csv-products', await shop.file('p.csv', products), { currency: 'GBP' });
    expect(report).toMatchObject({ rows: 2, bad: [], written: { products: { new: 2, known: 0 } } });
    const [mug, tall] = await shop.stores.products.many([asId('mug-1'), asId('mug-2')]);
    expect(mug).toEqual({
      id: 'mug-1',
      name: { en: 'Red mug', zh: '红杯子' },
      description: {},
      category: 'mugs-cups',
      brand: 'Yarrow',
      attributes: { colour: ['red', 'blue'] },
      price: { minor: 1250, currency: 'GBP' },
      cost: { minor: 400, currency: 'GBP' },
      stock: 7,
      hidden: false,
      addedAt: new Date('2026-01-02T00:00:00Z'),
    });
    expect(tall).toMatchObject({
      name: { en: 'Mug, tall' },
      price: { minor: 120_000 },
      stock: null,
      hidden: true,
      addedAt: now,
    });
    expect(tall).not.toHaveProperty('cost');
    expect(await shop.stores.shop.get()).toMatchObject({
      currency: 'GBP',
      source: 'csv',
      categories: [{ key: 'mugs-cups', name: { en: 'Mugs & Cups' } }],
    });
  });

  it('order lines become orders whose amounts add up, and shoppers', async () => {
    await shop.run('csv-products', await shop.file('p.csv', products), { currency: 'GBP' });
    const report = await shop.run('csv-orders', await shop.file('o.csv', orders));
    expect(report.written).toEqual({ shoppers: { new: 2, known: 0 }, orders: { new: 2, known: 0 } });
    expect(await shop.stores.orders.get(asId('A1'))).toMatchObject({
      number: 'A1',
      shopper: 's1',
      email: 's1@example.com',
      subtotal: { minor: 2800, currency: 'GBP' },
      discount: { minor: 500 },
      shipping: { minor: 495 },
      total: { minor: 2795 },
      status: 'shipped',
      lines: [
        { title: { en: 'Red mug', zh: '红杯子' }, paid: { minor: 2000 } },
        { product: 'lost-1', title: { en: 'lost-1' } },
      ],
    });
    expect((await shop.stores.orders.get(asId('A2')))?.placedAt).toEqual(new Date('2026-02-03T00:00:00Z'));
    expect(report.met).toContainEqual(
      expect.objectContaining({ what: 'order lines of products not in the shop', count: 1 }),
    );
  });

  it('imported again adds nothing, and leaves what the shopper chose and how the shop runs', async () => {
    const p = await shop.file('p.csv', products);
    const o = await shop.gzip('o.csv.gz', orders);
    await shop.run('csv-products', p);
    await shop.run('csv-orders', o);
    await shop.stores.shoppers.setConsent(asId('s1'), { personalOffers: false });
    const settings = (await shop.stores.shop.get())!;
    await shop.stores.shop.put({ ...settings, returnDays: 14 });
    const before = await everything(shop.stores);
    expect((await shop.run('csv-products', p)).written).toEqual({ products: { new: 0, known: 2 } });
    expect((await shop.run('csv-orders', o)).written).toEqual({
      shoppers: { new: 0, known: 2 },
      orders: { new: 0, known: 2 },
    });
    expect(await everything(shop.stores)).toEqual(before);
    expect(before.shoppers[0]?.consent.personalOffers).toBe(false);
  });

  it('interrupted in the middle and run again ends where one run would have', async () => {
    const lines = Array.from(
      { length: 2_500 },
      (_, i) => `O${i},s${i % 90},p${i % 40},${(i % 5) + 1},2.50,2026-01-${String((i % 28) + 1).padStart(2, '0')}`,
    );
    const path = await shop.file(
      'big.csv',
      `order,shopper,product,quantity,unit_price,placed_at\n${lines.join('\n')}\n`,
    );
    let batches = 0;
    const broken = {
      ...shop.stores,
      orders: {
        ...shop.stores.orders,
        put: (all: Parameters<typeof shop.stores.orders.put>[0]) => {
          if (++batches === 2) throw new Error('the power went out');
          return shop.stores.orders.put(all);
        },
      },
    };
    await expect(shop.run('csv-orders', path, { stores: broken })).rejects.toThrow('the power went out');
    expect((await everything(shop.stores)).orders).toHaveLength(1000);
    const report = await shop.run('csv-orders', path);
    expect(report.written.orders).toEqual({ new: 1500, known: 1000 });

    const fresh = await workshop();
    await fresh.run('csv-orders', path);
    expect(await everything(shop.stores)).toEqual(await everything(fresh.stores));
    await fresh.close();
  });

  it('lists bad rows with line and reason, and imports the others', async () => {
    const path = await shop.file(
      'bad.csv',
      `id,name,price,stock\na,Fine,1.00,\nb,No price,,\n"c","Two\nlines",abc,\nd,Comma decimal,"1,5",\ne,Minus,-1,\nf,Half,1,0.5\na,Again,2,\ng,Short\n,No id,1,\n`,
    );
    const report = await shop.run('csv-products', path);
    expect(report.written.products).toEqual({ new: 1, known: 0 });
    expect(report.bad).toEqual([
      { line: 3, reason: 'price is empty' },
      { line: 4, reason: 'price "abc" is not a number such as 1234.50' },
      { line: 6, reason: 'price "1,5" is not a number such as 1234.50' },
      { line: 7, reason: 'price "-1" is below zero' },
      { line: 8, reason: 'stock "0.5" is not a whole number' },
      { line: 9, reason: 'id "a" was given to an earlier row' },
      { line: 10, reason: '2 cells where the header has 4' },
      { line: 11, reason: 'id is empty' },
    ]);
    expect(badRowLines(report, undefined)[0]).toBe('8 bad rows:');
    expect(summaryLines(report)[0]).toContain('bad.csv: 9 rows read as csv-products');
  });

  it('an order with a bad row is left out whole; so is one whose rows are apart', async () => {
    const path = await shop.file(
      'o.csv',
      `order,shopper,product,quantity,unit_price,placed_at,discount,status
A1,s,p,1,5,2026-01-01,,
A1,s,q,none,5,2026-01-01,,
A2,s,p,1,5,2026-01-01,,
A3,s,p,1,5,2026-02-30,,
A4,s,p,1,5,2026-01-01,7,
A2,s,q,1,5,2026-01-01,,
A5,s,p,1,5,2026-01-01,,lost
`,
    );
    const report = await shop.run('csv-orders', path);
    expect((await everything(shop.stores)).orders.map(o => o.id)).toEqual(['A2']);
    expect(report.bad.map(b => b.line)).toEqual([3, 5, 6, 7, 8]);
    expect(report.bad.map(b => b.reason).join('\n')).toMatch(
      /quantity "none".*\nplaced_at "2026-02-30".*\nThe discount 700.*\nOrder A2 started earlier.*\nstatus "lost" is not one of placed/,
    );
  });

  it('shows the first 20 bad rows and says where the rest are', async () => {
    const path = await shop.file('many.csv', `id,name,price\n${'x,y,?\n'.repeat(50)}`);
    const lines = badRowLines(await shop.run('csv-products', path), 'r.json');
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe('  and 30 more, all in r.json');
  });

  it('reads semicolons, tabs, a byte order mark and any order of columns', async () => {
    await shop.run('csv-products', await shop.file('s.csv', '\ufeffPrice; Name ;ID\n2,Semi, x;a\n2;Semi;b\n'));
    await shop.run('csv-products', await shop.file('t.csv', 'id\tname\tprice\nc\tTab\t3\n'));
    expect((await everything(shop.stores)).products.map(p => p.id)).toEqual(['b', 'c']);
  });

  it.each([
    [
      'wrong columns',
      'id,title,cost\na,b,1\n',
      /w\.csv lacks the columns "name", "price"; found "id", "title", "cost"/,
    ],
    ['an empty file', '', /w\.csv is empty/],
    ['a spreadsheet', 'PK\u0003\u0004 rest', /not CSV: save it as "CSV UTF-8" first/],
  ])('%s is refused in one sentence before anything is written', async (_, text, sentence) => {
    const opening = openImport('csv-products', await shop.file('w.csv', text));
    await expect(opening).rejects.toThrow(WrongInputError);
    await expect(opening).rejects.toThrow(sentence);
    expect(await shop.stores.shop.get()).toBeNull();
  });

  it('a file cut off in the middle says after which line', async () => {
    const whole = `id,name,price\n${Array.from({ length: 3_000 }, (_, i) => `p${i},Name ${i * 7919},1.${i % 90}`).join('\n')}\n`;
    const cut = gzipSync(whole).subarray(0, -2_000);
    await expect(shop.run('csv-products', await shop.file('cut.csv.gz', cut))).rejects.toThrow(
      /cut\.csv\.gz can't be read after line \d+: unexpected end of file/,
    );
    await expect(shop.run('csv-products', await shop.file('x.gz', Buffer.from([0x1f, 0x8b, 9, 9, 9])))).rejects.toThrow(
      /damaged gzip/,
    );
    expect((await shop.run('csv-products', await shop.file('whole.csv', whole))).written.products?.new).toBe(3_000);
  });

  it('ratings: the latest of a shopper and product counts, bad ones are told with what is allowed', async () => {
    await shop.run('csv-products', await shop.file('p.csv', products), { currency: 'GBP' });
    const ratings = await shop.file(
      'r.csv',
      'shopper,product,stars,rated_at\ns1,mug-1,4,2026-03-01\ns1,mug-1,2,2026-02-01\ns2,lost-1,4.5,\ns2,mug-1,6,\ns2,mug-1,good,\n,mug-1,3,\ns2,mug-2,3,2099-01-01\n',
    );
    const report = await shop.run('csv-ratings', ratings);
    expect(report.bad).toEqual([
      { line: 5, reason: 'stars "6" is not a number from 1 to 5' },
      { line: 6, reason: 'stars "good" is not a number such as 1234.50' },
      { line: 7, reason: 'shopper is empty' },
      { line: 8, reason: 'rated_at "2099-01-01" is still to come' },
    ]);
    expect(report.met).toEqual([
      { what: 'ratings of products not in the shop', count: 1, done: 'kept, and not learned from' },
    ]);
    expect(await shop.stores.ratings.ofShopper(asId('s1'))).toMatchObject([{ product: 'mug-1', stars: 4 }]);
    expect(await shop.stores.ratings.ofShopper(asId('s2'))).toMatchObject([{ product: 'lost-1', stars: 4.5, at: now }]);
    expect((await shop.run('csv-ratings', ratings)).written.ratings).toMatchObject({ new: 0 });
  });

  it('an unknown kind and a missing file are named', async () => {
    await expect(openImport('excel', 'x')).rejects.toThrow(/no import "excel": choose csv-products, csv-orders/);
    await expect(openImport('csv-products', '/nowhere/x.csv')).rejects.toThrow('There is no file /nowhere/x.csv');
  });
});
