import { describe, expect, test } from 'vitest';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { isSellable } from '../../knowledge/domain/product.ts';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const productOf = (id: string) => shop.core.catalogue.view.byId.get(asId<ProductId>(id))!;

describe('a wish with a budget and attributes gives what fits', () => {
  const rows: [says: string, category: string | null, maxMinor: number | null, attribute?: [string, string]][] = [
    ['waterproof running shoes under 80', 'running-shoes', 8_000, ['feature', 'waterproof']],
    ['300元以内的跑鞋', 'running-shoes', 30_000],
    ['show me jackets below ¥500', 'jackets', 50_000],
    ['I need a red bag', 'bags', null, ['colour', 'red']],
    ['wireless headphones', null, null, ['feature', 'wireless']],
    ['running shoes in size 42', 'running-shoes', null, ['size', '42']],
  ];
  test.each(rows)('%s', async (says, category, maxMinor, attribute) => {
    const talk = await shop.talkTo();
    const answer = await talk.say(says);
    const cards = cardsOfType(answer, 'product');
    expect(cards.length, answer.text).toBeGreaterThan(0);
    for (const card of cards) {
      const product = productOf(card.id);
      if (category) expect(product.category).toBe(category);
      if (maxMinor) expect(product.price.minor).toBeLessThanOrEqual(maxMinor);
      if (attribute) expect(product.attributes[attribute[0]]).toContain(attribute[1]);
      expect(product.stock).not.toBe(0);
    }
  });

  test('a budget given afterwards narrows the list, a correction replaces the value', async () => {
    const talk = await shop.talkTo();
    await talk.say('I am looking for running shoes');
    const narrowed = cardsOfType(await talk.say('under 300'), 'product');
    expect(narrowed.length).toBeGreaterThan(0);
    expect(narrowed.every(c => c.priceMinor <= 30_000 && productOf(c.id).category === 'running-shoes')).toBe(true);
    await talk.say('in size 41');
    const corrected = cardsOfType(await talk.say('actually size 42'), 'product');
    expect(corrected.length).toBeGreaterThan(0);
    expect(corrected.every(c => productOf(c.id).attributes.size?.includes('42'))).toBe(true);
  });

  test('a gift for dad asks for one tap that narrows it', async () => {
    const talk = await shop.talkTo();
    const answer = await talk.say('a gift for my dad, under 200');
    const cards = cardsOfType(answer, 'product');
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.every(c => c.priceMinor <= 20_000)).toBe(true);
    const names = shop.core.catalogue.view.shop.categories.map(c => c.name.en);
    expect(answer.suggestions.some(s => names.includes(s))).toBe(true);
  });

  test('what cannot be found says so, and shows the cheapest there is', async () => {
    const talk = await shop.talkTo();
    const answer = await talk.say('running shoes under 20');
    const [card, ...more] = cardsOfType(answer, 'product');
    expect(more).toEqual([]);
    const shoes = shop.core.catalogue.view.products.filter(p => p.category === 'running-shoes' && isSellable(p));
    expect(card!.priceMinor).toBe(Math.min(...shoes.map(p => p.price.minor)));
    expect(answer.text).toMatch(/nothing/i);
    expect(answer.text).toContain(card!.price);
  });
});

describe('what is told later in a few words narrows the same search', () => {
  test('nothing too flowery, for her who loves cooking and has pans already', async () => {
    const talk = await shop.talkTo();
    await talk.say('looking for a birthday present for my mum, she turns 60');
    const cooking = await talk.say('she loves cooking');
    expect(cardsOfType(cooking, 'product').every(c => productOf(c.id).category === 'home-kitchen')).toBe(true);
    const plain = await talk.say('nothing too flowery');
    expect(plain.text).toMatch(/(?:None of their pages says|Its page doesn't say) it has or is “flowery”/);
    const without = await talk.say('she already has a mug');
    expect(without.log?.intent).toBe('product-search');
    const names = cardsOfType(without, 'product').map(c => c.name);
    expect(names.length, without.text).toBeGreaterThan(0);
    expect(names.filter(name => /\bmug\b/i.test(name))).toEqual([]);
  });

  test('护肤品：不要含酒精的，太贵了', async () => {
    const talk = await shop.talkTo();
    await talk.say('敏感肌能用的护肤品有吗');
    const without = await talk.say('不要含酒精的');
    expect(without.text).toContain('页面都没提到“含酒精”');
    const before = cardsOfType(without, 'product').map(c => c.priceMinor);
    const cheaper = await talk.say('太贵了');
    const [dearest] = cardsOfType(cheaper, 'product')
      .map(c => c.priceMinor)
      .sort((a, b) => b - a);
    expect(dearest, cheaper.text).toBeLessThan(Math.max(...before));
    expect(cardsOfType(cheaper, 'product').every(c => productOf(c.id).category === 'skincare')).toBe(true);
  });

  test('what no page proves is said in one sentence', async () => {
    const talk = await shop.talkTo();
    await talk.say('想买茶');
    const { text } = await talk.say('无糖的茶');
    expect(text).toContain('页面没有写明哪些是“无糖”的');
    expect(text).not.toContain('没提到');
  });

  test('what no page says is told, once', async () => {
    const talk = await shop.talkTo();
    await talk.say('想买个双肩包');
    expect((await talk.say('能放下17寸电脑的')).text).toContain('没有写明');
    expect((await talk.say('500以内')).text).not.toContain('没提到');
  });
});

describe('details, stock and the cart', () => {
  test('"the second one" means the second one', async () => {
    const talk = await shop.talkTo();
    const cards = cardsOfType(await talk.say('show me backpacks'), 'product');
    const details = cardsOfType(await talk.say('tell me more about the second one'), 'product');
    expect(details.map(c => c.id)).toEqual([cards[1]!.id]);
    const stock = await talk.say('is it in stock?');
    expect(stock.text).toContain(String(productOf(cards[1]!.id).stock));
    const added = await talk.say('add it to my cart');
    expect(added.text).toMatch(/in your cart/);
    expect((await shop.core.stores.carts.ofShopper(talk.shopper))!.lines).toEqual([
      { product: cards[1]!.id, quantity: 1 },
    ]);
    const cart = await talk.say('show my cart');
    expect(cardsOfType(cart, 'cart')).toHaveLength(1);
  });

  test('sold out is said, not sold', async () => {
    const soldOut = shop.core.catalogue.view.products.find(p => p.stock === 0 && !p.hidden)!;
    const talk = await shop.talkTo();
    const answer = await talk.tap({ tap: 'add-to-cart', product: soldOut.id });
    expect(answer.text).toMatch(/sold out/i);
    expect((await shop.core.stores.carts.ofShopper(talk.shopper))?.lines ?? []).toEqual([]);
  });

  test('recommendations for somebody with orders carry a reason', async () => {
    const sample = await shop.core.stores.shoppers.sample(60);
    const counted = await Promise.all(
      sample.map(async s => ({ s, n: (await shop.core.stores.orders.ofShopper(s.id, 9)).length })),
    );
    const { s } = counted.sort((a, b) => b.n - a.n)[0]!;
    const talk = await shop.talkTo(s.id);
    const cards = cardsOfType(await talk.say('what do you recommend?'), 'product');
    expect(cards.length).toBeGreaterThan(2);
    expect(cards.every(c => c.reason)).toBe(true);
  });
});

describe('the profile', () => {
  test('remembers what was said, shows it, forgets one and forgets all', async () => {
    const talk = await shop.talkTo();
    await talk.say("I like blue and I don't want leather");
    const known = await talk.say('what do you know about me?');
    const [facts] = cardsOfType(known, 'facts');
    expect(facts!.facts.map(f => f.text).join(' ')).toMatch(/like blue \(/i);
    expect(facts!.facts.map(f => f.text).join(' ')).toMatch(/leather/);
    await talk.say('forget that I like blue');
    const fewer = cardsOfType(await talk.say('what do you know about me?'), 'facts')[0]!;
    expect(fewer.facts.map(f => f.text).join(' ')).not.toMatch(/like blue \(/);
    await talk.say('forget everything');
    await talk.say('yes');
    expect(cardsOfType(await talk.say('what do you know about me?'), 'facts')).toEqual([]);
    expect(await shop.core.stores.facts.active(talk.shopper, shop.core.clock())).toEqual([]);
  });

  test('a dislike keeps products out of later lists', async () => {
    const talk = await shop.talkTo();
    await talk.say('我不要黑色的');
    const cards = cardsOfType(await talk.say('推荐几个包'), 'product');
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.every(c => !productOf(c.id).attributes.colour?.every(v => v === 'black'))).toBe(true);
  });

  test('a gift for somebody else does not become the shopper’s own taste', async () => {
    const talk = await shop.talkTo();
    await talk.say('a red bag for my sister');
    const facts = await shop.core.stores.facts.active(talk.shopper, shop.core.clock());
    expect(facts.filter(f => f.forWhom === 'self' && f.value === 'red')).toEqual([]);
  });

  test('health, religion and politics are not kept', async () => {
    const talk = await shop.talkTo();
    await talk.say('I am diabetic and a catholic, show me tea');
    const facts = await shop.core.stores.facts.active(talk.shopper, shop.core.clock());
    expect(JSON.stringify(facts.map(f => [f.value, f.quote]))).not.toMatch(/diabet|catholic/i);
  });
});

describe.each([
  {
    language: 'English',
    gift: 'a gift for my dad, under 200',
    tooLittle: 'running shoes under 20',
    asks: /Should we look a little wider\?/,
    yes: 'yes',
    no: 'no',
  },
  {
    language: '中文',
    gift: '给爸爸买个礼物，200元以内',
    tooLittle: '20元以内的跑鞋',
    asks: /要不要放宽一点预算/,
    yes: '好的',
    no: '不用了',
  },
])('what is asked back and answered becomes the filter, $language', t => {
  test('a tap on a category narrows the gift, its budget kept', async () => {
    const talk = await shop.talkTo();
    const answer = await talk.say(t.gift);
    const { categories } = shop.core.catalogue.view.shop;
    const chosen = categories.find(c => Object.values(c.name).some(name => answer.suggestions.includes(name)))!;
    const label = answer.suggestions.find(s => Object.values(chosen.name).includes(s))!;
    const cards = cardsOfType(await talk.tap({ tap: 'say', text: label }), 'product');
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards) {
      expect(productOf(card.id).category).toBe(chosen.key);
      expect(card.priceMinor).toBeLessThanOrEqual(20_000);
    }
  });

  test('a yes to looking wider finds the same thing at other prices; a no leaves it', async () => {
    const talk = await shop.talkTo();
    expect((await talk.say(t.tooLittle)).text).toMatch(t.asks);
    const wider = cardsOfType(await talk.say(t.yes), 'product');
    expect(wider.length).toBeGreaterThan(0);
    expect(wider.every(c => productOf(c.id).category === 'running-shoes')).toBe(true);
    const other = await shop.talkTo();
    await other.say(t.tooLittle);
    expect(cardsOfType(await other.say(t.no), 'product')).toEqual([]);
  });

  test('a yes to something else later widens nothing', async () => {
    const talk = await shop.talkTo();
    await talk.say(t.tooLittle);
    await talk.say(t.language === 'English' ? 'how long does delivery take?' : '多久能送到？');
    expect(cardsOfType(await talk.say(t.yes), 'product')).toEqual([]);
  });
});
