import { describe, expect, test } from 'vitest';
import { makeDemoShop } from '../demo/shop.ts';
import { type ArticleId, asId } from '../domain/ids.ts';
import { fromMajor } from '../domain/money.ts';
import { hasHan } from '../retrieval/text/fold.ts';
import { findContradictions } from './check-articles.ts';

const now = new Date('2026-11-24T04:00:00Z');
const demo = makeDemoShop({ seed: 7, now, shoppers: 5, impressions: 10 });
const shop = { ...demo.shop, timeZone: 'Asia/Shanghai' };
const view = {
  shop,
  products: demo.products,
  byId: new Map(demo.products.map(p => [p.id, p])),
  articles: demo.articles,
};
const { promotions } = demo;

const readAs = (text: string, more: { products?: typeof demo.products } = {}) =>
  findContradictions({
    view: {
      ...view,
      ...more,
      articles: [
        {
          id: asId<ArticleId>('page'),
          topic: 'test',
          title: { en: 'Page' },
          body: hasHan(text) ? { zh: text } : { en: text },
          questions: [],
          url: '/help/page',
          updatedAt: now,
        },
      ],
    },
    promotions,
    now,
  }).map(f => [f.about, f.said, f.holds] as const);

const gone = demo.products.map(p => (p.id === 'p-mug-sage' ? { ...p, stock: 0 } : p));
const mug = demo.products.find(p => p.id === 'p-mug-sage')!;
const price = (off: number): string => `¥${mug.price.minor / 100 + off}`;

test('the shop’s own pages, written from its own numbers, contradict nothing', () => {
  expect(
    findContradictions({ view, promotions, now }).map(f => `${f.article}: ${f.sentence} [${f.about} ${f.said}]`),
  ).toEqual([]);
});

describe('what agrees is left alone', () => {
  test.each([
    ['Delivery within mainland China costs ¥12.'],
    ['Orders of ¥199 or more are delivered free.'],
    ['You have 30 days from delivery to send anything back.'],
    ['We refund within 3 working days of your parcel reaching us.'],
    ['Delivery to Hong Kong costs ¥45.'],
    ['Spend ¥300 and ¥50 comes off.'],
    ['Right now there is 15% off running shoes.'],
    ['例如“满 300 减 50，满 500 减 100”，商品 520 元，实付 420 元。'],
    ['满 199 元包邮。'],
    ['大陆运费 12 元，海外运费 120 元。'],
    ['签收后 30 天内可以退货。'],
    ['跑鞋现在 85 折。'],
    ['茶与咖啡买二赠一。'],
    ['The warranty on bags is one year, and returned goods are checked within 5 days.'],
    ['Returns are free.'],
    [`The ${mug.name.en} costs ${price(0)}.`],
    [`If the ${mug.name.en} is sold out, ask us.`],
    ['Our wool is 80% merino and 20% nylon.'],
  ])('%s', text => expect(readAs(text)).toEqual([]));
});

describe('what contradicts is found, with what holds', () => {
  test.each([
    ['Delivery within mainland China costs ¥15.', 'shipping-fee', '¥15', '¥12'],
    ['Standard shipping is ¥8 for every order.', 'shipping-fee', '¥8', '¥12'],
    ['All orders ship free.', 'shipping-fee', '¥0', '¥12'],
    ['Orders over ¥99 are delivered free.', 'free-shipping', '¥99', '¥199'],
    ['We offer free shipping from ¥250.', 'free-shipping', '¥250', '¥199'],
    ['You can return anything within 14 days of delivery.', 'return-days', '14 days', '30 days'],
    ['We have a 60-day return policy.', 'return-days', '60-day', '30 days'],
    ['You have two weeks from delivery to return it.', 'return-days', 'two weeks', '30 days'],
    ['大陆运费 10 元。', 'shipping-fee', '¥10', '¥12'],
    ['全场包邮。', 'shipping-fee', '¥0', '¥12'],
    ['满 99 元包邮。', 'free-shipping', '¥99', '¥199'],
    ['满99包邮，不满要付运费。', 'free-shipping', '¥99', '¥199'],
    ['签收后 7 天内可以退货。', 'return-days', '7 天', '30天'],
    ['支持七天无理由退货。', 'return-days', '七天', '30天'],
  ])('%s', (text, about, said, holds) => {
    const [found] = readAs(text);
    expect(found?.[0]).toBe(about);
    expect(found?.[1]).toContain(said);
    expect(found?.[2]).toContain(holds);
  });
  test.each([
    ['We give 25% off running shoes this month.', '25% off', '15%'],
    ['跑鞋全部七折。', '七折', '85 折'],
    ['Spend ¥300 and save ¥80.', '¥300', 'no such deal is running'],
    ['满 300 减 80。', '满 300 减 80', '没有这个活动'],
    ['Tea & coffee: buy three, get one free.', 'buy three, get one free', 'two'],
    ['茶与咖啡买三送一。', '买三送一', '两件'],
  ])('%s', (text, said, holds) => {
    const [found] = readAs(text);
    expect(found?.[0]).toBe('promotion');
    expect(found?.[1]).toContain(said);
    expect(found?.[2]).toContain(holds);
  });
  test('the end of a running promotion', () => {
    expect(readAs('15% off running shoes until 25 November.')[0]?.slice(0, 2)).toEqual(['promotion', '25 November']);
    expect(readAs('跑鞋 85 折，11月25日截止。')[0]?.slice(0, 2)).toEqual(['promotion', '11月25日']);
  });
  test('a promotion that is over', () => {
    const later = new Date(now.getTime() + 200 * 86_400_000);
    const [found] = findContradictions({
      view: {
        ...view,
        articles: [{ ...demo.articles[0]!, body: { en: 'Spend ¥300 and ¥50 comes off.' } }],
      },
      promotions,
      now: later,
    });
    expect(found?.holds).toMatch(/^ended 20\d\d-/);
  });
  test('prices and stock of a product that is named', () => {
    expect(readAs(`The ${mug.name.en} costs ${price(10)}.`)).toEqual([['price', price(10), price(0)]]);
    expect(readAs(`${mug.name.zh}售价 ${mug.price.minor / 100 + 5} 元。`)[0]?.[0]).toBe('price');
    expect(readAs(`The ${mug.name.en} is sold out.`)[0]?.slice(0, 2)).toEqual(['stock', 'sold out']);
    expect(readAs(`${mug.name.zh}已经断货。`)[0]?.slice(0, 2)).toEqual(['stock', '断货']);
    expect(readAs(`The ${mug.name.en} is in stock.`, { products: gone })[0]).toEqual(['stock', 'in stock', 'sold out']);
    expect(readAs(`${mug.name.zh}有货。`, { products: gone })[0]).toEqual(['stock', '有货', '售罄']);
  });
});

test('an article that no longer holds is not read, and a shop without free delivery has none', () => {
  const old = {
    ...demo.articles[0]!,
    body: { en: 'Delivery costs ¥99.' },
    validUntil: new Date('2026-11-01T00:00:00Z'),
  };
  expect(findContradictions({ view: { ...view, articles: [old] }, promotions, now })).toEqual([]);
  const { freeShippingFrom: _, ...without } = shop;
  const [found] = findContradictions({
    view: {
      ...view,
      shop: { ...without, shippingFee: fromMajor(12, 'CNY') },
      articles: [{ ...old, body: { en: 'Free shipping from ¥199.' }, validUntil: new Date('2027-01-01T00:00:00Z') }],
    },
    promotions,
    now,
  });
  expect(found?.holds).toBe('no free delivery, ¥12');
});
