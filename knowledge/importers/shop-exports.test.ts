import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../domain/ids.ts';
import { everything, type Workshop, workshop } from './import.test-helper.ts';

let shop: Workshop;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

describe('Shopify', () => {
  const header =
    'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Cost per item,Status';
  const products = `${header}
tee,Linen Tee,"<p>Cool &amp; light.</p><ul><li>Linen</li></ul><script>alert(1)</script>",Yarrow,Apparel > Shirts,Shirts,"Summer, linen",true,Color,Red,Size,S,TEE-R-S,shopify,3,29.90,http://x/1.jpg,11.00,active
tee,,,,,,,,,Red,,M,TEE-R-M,shopify,-1,27.50,,10.50,
tee,,,,,,,,,,,,,,,,http://x/2.jpg,,
card,Gift Card,,Yarrow,,,,true,Title,Default Title,,,,,,10.00,,,active
old,Old Lamp,,Yarrow,Home > Lamps,,,false,Title,Default Title,,,OLD-1,shopify,2,40.00,,,archived
none,No Price,,,,,,true,,,,,,,,,,,active
`;
  const orders = `Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Billing Name,Cancelled at
#1001,Ann@Example.com,paid,fulfilled,USD,74.80,5.00,79.80,SPRING,10.00,2026-02-07 09:50:26 +0200,2,Linen Tee - Red / S,29.90,TEE-R-S,0.00,Ann Lee,
#1001,Ann@Example.com,,,,,,,,,2026-02-07 09:50:26 +0200,1,Gift Card,25.00,,0.00,,
#1002,,refunded,unfulfilled,USD,27.50,0.00,27.50,,0.00,2026-02-08 10:00:00 +0000,1,Linen Tee - Red / M,27.50,,0.00,,
#1003,bo@example.com,paid,,USD,10.00,0.00,10.00,,0.00,not a date,1,Vanished Vase,10.00,VASE-1,0.00,,
#1004,bo@example.com,paid,,USD,10.00,0.00,8.00,,2.00,2026-02-09 10:00:00 +0000,1,Vanished Vase,10.00,VASE-1,2.00,,
#1005,bo@example.com,voided,,USD,10.00,0.00,10.00,,0.00,2026-02-10 10:00:00 +0000,1,Gift Card,10.00,,0.00,,2026-02-10 11:00:00 +0000
`;

  it('variants become one product: lowest price, stock added up, options as attributes', async () => {
    const report = await shop.run('shopify-products', await shop.file('p.csv', products));
    expect(report.written.products).toEqual({ new: 3, known: 0 });
    expect(report.bad).toEqual([{ line: 7, reason: 'Variant Price is empty in every row of "none"' }]);
    const [tee, card, old] = await shop.stores.products.many([asId('tee'), asId('card'), asId('old')]);
    expect(tee).toMatchObject({
      name: { en: 'Linen Tee' },
      description: { en: 'Cool & light.\nLinen' },
      category: 'shirts',
      brand: 'Yarrow',
      attributes: { colour: ['red'], size: ['s', 'm'], tag: ['summer', 'linen'], sku: ['TEE-R-S', 'TEE-R-M'] },
      price: { minor: 2750, currency: 'USD' },
      cost: { minor: 1050 },
      stock: 3,
      hidden: false,
    });
    expect(card).toMatchObject({ stock: null, attributes: {}, category: 'other' });
    expect(old).toMatchObject({ hidden: true, category: 'lamps' });
  });

  it('orders find their products, and spread the discount of the order over its lines', async () => {
    await shop.run('shopify-products', await shop.file('p.csv', products));
    const path = await shop.file('o.csv', orders);
    const report = await shop.run('shopify-orders', path);
    expect(report.written).toEqual({ orders: { new: 4, known: 0 }, shoppers: { new: 3, known: 0 } });
    expect(report.bad).toEqual([
      { line: 5, reason: 'Created at "not a date" is not a date such as 2025-10-07 09:50:26' },
    ]);
    expect(await shop.stores.orders.byNumber('#1001')).toMatchObject({
      shopper: 'ann@example.com',
      status: 'delivered',
      placedAt: new Date('2026-02-07T07:50:26Z'),
      lines: [
        { product: 'tee', quantity: 2, discount: { minor: 705 }, paid: { minor: 5275 } },
        { product: 'card', discount: { minor: 295 }, paid: { minor: 2205 } },
      ],
      subtotal: { minor: 8480 },
      discount: { minor: 1000 },
      shipping: { minor: 500 },
      total: { minor: 7980 },
    });
    expect(await shop.stores.orders.byNumber('#1002')).toMatchObject({
      status: 'returned',
      lines: [{ product: 'tee' }],
    });
    expect(await shop.stores.orders.byNumber('#1004')).toMatchObject({ status: 'placed', total: { minor: 800 } });
    expect(await shop.stores.orders.byNumber('#1005')).toMatchObject({ status: 'cancelled' });
    expect(await shop.stores.shoppers.get(asId('ann@example.com'))).toMatchObject({ name: 'Ann Lee' });
    const before = await everything(shop.stores);
    expect((await shop.run('shopify-orders', path)).written.orders).toEqual({ new: 0, known: 4 });
    expect(await everything(shop.stores)).toEqual(before);
  });

  it('an order file given as a product file is refused with the columns that are missing', async () => {
    await expect(shop.run('shopify-products', await shop.file('o.csv', orders))).rejects.toThrow(
      /lacks the columns "Handle", "Title", "Variant Price"; found "Name", "Email"/,
    );
    expect(await shop.stores.shop.get()).toBeNull();
  });
});

describe('WooCommerce', () => {
  const products = `ID,Type,SKU,Name,Published,Visibility in catalog,Short description,Description,In stock?,Stock,Sale price,Regular price,Cost of goods,Categories,Tags,Parent,Attribute 1 name,Attribute 1 value(s)
10,simple,MUG,Mug,1,visible,Short,"<b>Long</b>",1,8,9.50,12,4,"Kitchen > Mugs, Sale",tea,,,
20,variable,TEE,T-Shirt,1,visible,,,1,,,,,Clothing,,,Color,"Red, Blue"
21,variation,TEE-R,T-Shirt - Red,1,visible,,,1,3,,25,9,,,TEE,Color,Red
22,variation,TEE-B,T-Shirt - Blue,1,visible,,,1,4,,24,10,,,id:20,Color,Blue
30,grouped,,Set,1,visible,,,1,,,,,,,,,
40,simple,GONE,Gone,0,visible,,,0,,,5,,,,,,
50,variation,X,Orphan,1,visible,,,1,,,5,,,,id:99,,
`;
  const orders = `order_id,order_number,date,status,order_currency,shipping_total,customer_id,billing_first_name,billing_last_name,billing_email,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_total
900,900,2026-03-01 10:00:00,completed,GBP,3.95,7,Ann,Lee,ann@example.com,10,Mug,MUG,3,28.50,25.00
900,900,2026-03-01 10:00:00,completed,GBP,3.95,7,Ann,Lee,ann@example.com,20,T-Shirt - Red,TEE-R,1,25.00,25.00
901,901,2026-03-02 10:00:00,wc-refunded,GBP,0,0,Bo,,bo@example.com,77,Discontinued,,3,10.00,10.00
902,902,2026-03-02 10:00:00,delayed,GBP,0,0,Bo,,bo@example.com,10,Mug,MUG,1,9.50,9.50
`;

  it('variations become one product; the sale price is the price', async () => {
    const report = await shop.run('woocommerce-products', await shop.file('p.csv', products), { currency: 'GBP' });
    expect(report.written.products).toEqual({ new: 3, known: 0 });
    expect(report.bad).toEqual([{ line: 8, reason: 'Parent "id:99" is not in the file' }]);
    expect(report.met).toContainEqual(expect.objectContaining({ what: 'grouped products', count: 1 }));
    const [mug, tee, gone] = await shop.stores.products.many([asId('woo-10'), asId('woo-20'), asId('woo-40')]);
    expect(mug).toMatchObject({
      price: { minor: 950, currency: 'GBP' },
      cost: { minor: 400 },
      stock: 8,
      category: 'mugs',
      description: { en: 'Long' },
    });
    expect(tee).toMatchObject({
      price: { minor: 2400 },
      cost: { minor: 1000 },
      stock: 7,
      attributes: { colour: ['red', 'blue'], sku: ['TEE', 'TEE-R', 'TEE-B'] },
    });
    expect(gone).toMatchObject({ hidden: true, stock: 0 });
  });

  it('order items become orders; what was paid is what the file says, to the penny', async () => {
    await shop.run('woocommerce-products', await shop.file('p.csv', products), { currency: 'GBP' });
    const path = await shop.file('o.csv', orders);
    const report = await shop.run('woocommerce-orders', path);
    expect(report.written).toEqual({ orders: { new: 2, known: 0 }, shoppers: { new: 2, known: 0 } });
    expect(report.bad.map(b => b.reason)).toEqual([expect.stringMatching(/status "delayed" is not one of pending/)]);
    expect(await shop.stores.orders.get(asId('woo-900'))).toMatchObject({
      shopper: 'woo-7',
      lines: [
        { product: 'woo-10', unitPrice: { minor: 950 }, discount: { minor: 350 }, paid: { minor: 2500 } },
        { product: 'woo-20', paid: { minor: 2500 } },
      ],
      total: { minor: 5395 },
      status: 'delivered',
    });
    expect(await shop.stores.orders.get(asId('woo-901'))).toMatchObject({
      shopper: 'bo@example.com',
      status: 'returned',
      lines: [{ product: 'woo-77', unitPrice: { minor: 334 }, discount: { minor: 2 }, paid: { minor: 1000 } }],
    });
    expect((await shop.run('woocommerce-orders', path)).written.orders).toEqual({ new: 0, known: 2 });
  });
});
