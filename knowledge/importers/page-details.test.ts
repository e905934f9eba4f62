import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../domain/ids.ts';
import { type Workshop, workshop } from './import.test-helper.ts';

let shop: Workshop;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const detailsOf = async (kind: string, csv: string, id: string, language: 'en' | 'zh' = 'en') => {
  const report = await shop.run(kind, await shop.file('p.csv', csv), { language });
  expect(report.bad).toEqual([]);
  const [product] = await shop.stores.products.many([asId(id)]);
  return product?.details;
};

describe('what a file says beside the text of a page', () => {
  it('a column of its own each, in one language or in both', async () => {
    const csv = `id,name,price,detail.Weight/重量_en,detail.Weight/重量_zh,detail.Care,detail.Rain cover
a,Pack,40,900 g,900 克,"wipe clean, do not wash",
b,Bag,30,,,,none
`;
    expect(await detailsOf('csv-products', csv, 'a')).toEqual([
      { name: { en: 'Weight', zh: '重量' }, value: { en: '900 g', zh: '900 克' } },
      { name: { en: 'Care' }, value: { en: 'wipe clean, do not wash' } },
    ]);
    const [bag] = await shop.stores.products.many([asId('b')]);
    expect(bag?.details).toEqual([{ name: { en: 'Rain cover' }, value: { en: 'none' } }]);
  });

  it('names and values in the language of the file', async () => {
    const csv = 'id,name,price,detail.重量\na,背包,40,900 克\n';
    expect(await detailsOf('csv-products', csv, 'a', 'zh')).toEqual([
      { name: { zh: '重量' }, value: { zh: '900 克' } },
    ]);
  });

  it('a later file without them takes them away', async () => {
    await detailsOf('csv-products', 'id,name,price,detail.Weight\na,Pack,40,900 g\n', 'a');
    expect(await detailsOf('csv-products', 'id,name,price\na,Pack,40\n', 'a')).toBeUndefined();
  });

  it('WooCommerce: weight and sides in the units of the shop, and nothing that its variations differ in', async () => {
    const head = 'ID,Type,SKU,Name,Regular price,Parent,Weight (lbs),Length (in),Width (in),Height (in)';
    const csv = `${head}
1,simple,T,Trunk,90,,12.5,24,16,10
2,variable,B,Box,,,,,,
3,variation,B-S,Box S,20,id:2,1,8,6,4
4,variation,B-L,Box L,30,id:2,2,8,6,4
`;
    expect(await detailsOf('woocommerce-products', csv, 'woo-1')).toEqual([
      { name: { en: 'Weight', zh: '重量' }, value: { en: '12.5 lbs', zh: '12.5 磅' } },
      { name: { en: 'Measurements', zh: '尺寸' }, value: { en: '24 × 16 × 10 in', zh: '24 × 16 × 10 英寸' } },
    ]);
    const [box] = await shop.stores.products.many([asId('woo-2')]);
    expect(box?.details?.map(({ name }) => name.en)).toEqual(['Measurements']);
  });

  it('Shopify: the weight that all variants share, and its metafields', async () => {
    const head =
      'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Grams,Washing (product.metafields.custom.washing),Wood (product.metafields.custom.wood)';
    const csv = `${head}
stool,Stool,Size,Low,S-L,80,3200,wipe only,"[""oak"",""beech""]"
stool,,,High,S-H,90,3200,,
tee,Tee,Size,S,T-S,20,150,,
tee,,,M,T-M,20,170,,
`;
    expect(await detailsOf('shopify-products', csv, 'stool')).toEqual([
      { name: { en: 'Weight', zh: '重量' }, value: { en: '3.2 kg', zh: '3.2 公斤' } },
      { name: { en: 'Washing' }, value: { en: 'wipe only' } },
      { name: { en: 'Wood' }, value: { en: 'oak, beech' } },
    ]);
    const [tee] = await shop.stores.products.many([asId('tee')]);
    expect(tee?.details).toBeUndefined();
  });
});
