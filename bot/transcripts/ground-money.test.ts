/** Short questions of money are asked of what lies before the shopper: the cart with its codes, one thing, a list, an order. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);

const yuan = (text: string): number[] =>
  [...text.matchAll(/¥([\d,]+(?:\.\d+)?)/g)].map(([, amount]) => Number(amount!.replaceAll(',', '')));
const priced = (text: string): number => yuan(text)[0] ?? Number.NaN;

const asks = {
  en: {
    total: 'how much is it altogether?',
    delivery: 'how much is delivery?',
    included: 'does that include delivery?',
    instalments: 'can I pay in instalments?',
    tax: 'is that with tax?',
    three: 'what would three cost?',
    wrap: 'can you wrap it as a present?',
    arrival: 'when would it arrive?',
    toPlace: 'what would it cost to send it to Leeds?',
  },
  zh: {
    total: '一共多少钱',
    delivery: '运费多少',
    included: '这个价包邮吗',
    instalments: '能分期付款吗',
    tax: '含税吗',
    three: '买三个多少钱',
    wrap: '能包装成礼物吗',
    arrival: '什么时候能到',
    toPlace: '寄到香港要多少钱',
  },
} as const;
const languages = ['en', 'zh'] as const;
type Language = (typeof languages)[number];
const said = {
  list: { en: ['show me tea'], zh: ['找茶'] },
  mug: { en: ['show me mugs'], zh: ['有什么杯子'] },
  one: { en: ['show me mugs', 'tell me about the first one'], zh: ['有什么杯子', '第一个介绍一下'] },
  cart: { en: ['show me mugs', 'add the first one'], zh: ['有什么杯子', '第一个加购物车'] },
  abroad: {
    en: ['do you deliver to Germany?', 'show me mugs', 'add the first one'],
    zh: ['能寄到德国吗', '有什么杯子', '第一个加购物车'],
  },
} as const;
const cartIn = { en: 'show my cart', zh: '看看购物车' } as const;

/** After these words the question is asked, and the cart looked at after that. */
const asked = async (before: readonly string[], question: string, language: Language) => {
  const talk = await shop.talkTo();
  if (before.length > 0) await lastOf(talk, before);
  const { text, suggestions } = await talk.say(question);
  const [cart] = cardsOfType(await talk.say(cartIn[language]), 'cart');
  return { text, suggestions, cart: cart ? priced(cart.total) : undefined };
};

describe.each(languages)('%s: of the cart', language => {
  test.each(['total', 'delivery', 'included'] as const)('%s', async ask => {
    const { text, cart } = await asked(said.cart[language], asks[language][ask], language);
    expect(yuan(text), text).toContain(cart);
  });

  test('with what comes off by its code', async () => {
    const talk = await shop.talkTo();
    await lastOf(talk, said.cart[language]);
    await talk.say(language === 'en' ? 'add 3 more of it' : '再加3个');
    await talk.say(language === 'en' ? 'apply code WILD20' : '用优惠码WILD20');
    const { text } = await talk.say(asks[language].total);
    const [cart] = cardsOfType(await talk.say(cartIn[language]), 'cart');
    expect(yuan(text), text).toContain(priced(cart!.total));
    for (const ask of ['delivery', 'included'] as const) {
      const told = (await talk.say(asks[language][ask])).text;
      expect(yuan(told), told).toContain(priced(cart!.total));
    }
  });

  test.each(['total', 'delivery', 'included'] as const)('sent abroad: %s', async ask => {
    const { text, cart } = await asked(said.abroad[language], asks[language][ask], language);
    const [goods] = yuan(text);
    expect(yuan(text), text).toContain(120);
    expect(yuan(text).at(-1)).toBe(goods! + 120);
    expect(cart).toBe(goods! + 120);
    expect(text).not.toMatch(/delivery included|free|已含运费|免运费|包邮/);
  });

  test('three of what is in it', async () => {
    const one = await shop.talkTo();
    const list = await lastOf(one, said.mug[language]);
    const price = priced(cardsOfType(list, 'product')[0]!.price);
    const { text } = await asked(said.cart[language], asks[language].three, language);
    expect(yuan(text), text).toContain(3 * price);
  });
});

describe.each(languages)('%s: of one thing', language => {
  const price = async (): Promise<number> => {
    const list = await lastOf(await shop.talkTo(), said.mug[language]);
    return priced(cardsOfType(list, 'product')[0]!.price);
  };

  test.each(['total', 'delivery', 'included'] as const)('%s: with its delivery', async ask => {
    const goods = await price();
    const { text, cart } = await asked(said.one[language], asks[language][ask], language);
    expect(cart, 'nothing went into the cart').toBeUndefined();
    expect(yuan(text), text).toEqual(expect.arrayContaining(goods < 199 ? [12, goods + 12] : [goods]));
  });

  test('three of it', async () => {
    const { text } = await asked(said.one[language], asks[language].three, language);
    expect(yuan(text), text).toContain(3 * (await price()));
  });

  test('in parts: not for so little', async () => {
    const { text } = await asked(said.one[language], asks[language].instalments, language);
    expect(text).toMatch(/^(?:No, ¥[\d.]+ is not enough|¥[\d.]+还不够)/);
  });

  test('what is asked next is asked of it too', async () => {
    const talk = await shop.talkTo();
    await lastOf(talk, said.one[language]);
    await talk.say(asks[language].total);
    const { text } = await talk.say(asks[language].three);
    expect(yuan(text), text).toContain(3 * (await price()));
  });
});

describe.each(languages)('%s: of a list', language => {
  test('all of it together, and that nothing is in the cart yet', async () => {
    const { text } = await asked(said.list[language], asks[language].total, language);
    expect(text).toMatch(/^(?:Nothing is in your cart yet|购物车还是空的)/);
    expect(yuan(text)).toHaveLength(1);
  });

  test.each(['delivery', 'included'] as const)('%s: the rule with its amount', async ask => {
    const { text } = await asked(said.list[language], asks[language][ask], language);
    expect(yuan(text), text).toEqual(expect.arrayContaining([12, 199]));
  });

  test('three: of which is asked', async () => {
    const { text } = await asked(said.list[language], asks[language].three, language);
    expect(text).toMatch(/^Which of these|要下面哪一款/);
  });
});

describe.each(languages)('%s: of nothing', language => {
  test('delivery: from how much it is free', async () => {
    const { text } = await asked([], asks[language].delivery, language);
    expect(yuan(text), text).toEqual([12, 199]);
  });
  test('three: of what is asked', async () => {
    const { text } = await asked([], asks[language].three, language);
    expect(text).toMatch(/Which product|哪一款/);
  });
});

describe.each(languages)('%s: tax is told of every price', language => {
  test.each(['list', 'one', 'cart'] as const)('%s', async state => {
    const { text } = await asked(said[state][language], asks[language].tax, language);
    expect(text).toMatch(/include Chinese VAT|含增值税/);
  });
  test('and what comes on top abroad', async () => {
    const { text } = await asked(said.abroad[language], asks[language].tax, language);
    expect(text).toMatch(/include Chinese VAT|含增值税/);
    expect(text).toMatch(/Duties and import taxes|关税/);
  });
});

let made = 0;
const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * 86_400_000);

/** A shopper with one order, who has asked for it. */
const withOrder = async (status: 'placed' | 'shipped', language: Language): Promise<{ talk: Talk; order: Order }> => {
  made += 1;
  const talk = await shop.talkTo(`ground-money-${made}`);
  const { shipment: _, ...rest } = model.order;
  const order: Order = {
    ...rest,
    id: asId<OrderId>(`ground-money-${made}`),
    number: `WY-${850_000 + made}`,
    shopper: talk.shopper,
    status,
    placedAt: day(status === 'placed' ? 0 : -2),
    ...(status === 'shipped' ? { shipment: parcel(day(-1), day(1)) } : {}),
  };
  await shop.core.stores.orders.put([order]);
  await talk.say(language === 'en' ? 'where is my order?' : '我的订单到哪了');
  return { talk, order };
};

describe.each(languages)('%s: of an order', language => {
  test.each(['total', 'delivery', 'included'] as const)('%s', async ask => {
    const { talk, order } = await withOrder('placed', language);
    const { text } = await talk.say(asks[language][ask]);
    expect(text).toContain(order.number);
    expect(text).toContain(formatMoney(order.total));
  });

  test('when one that has not left should come', async () => {
    const { talk, order } = await withOrder('placed', language);
    const { text } = await talk.say(asks[language].arrival);
    expect(text).toContain(order.number);
    expect(text).toMatch(/should be there (?:between|about)|预计.*送到/);
    expect(text).not.toMatch(/Ordered now|现在下单/);
  });

  test('by a day, of one that is on its way', async () => {
    const { talk, order } = await withOrder('shipped', language);
    const { text } = await talk.say(language === 'en' ? 'can I have it by Friday?' : '周五前能到吗');
    expect(text).toContain(order.number);
    expect(text).toMatch(/^Yes, in time|^能/);
  });

  test('wrapping, and another place, are no matter of a new order', async () => {
    const { talk, order } = await withOrder('placed', language);
    const wrapped = await talk.say(asks[language].wrap);
    expect(wrapped.text).toContain(order.number);
    const { text } = await talk.say(asks[language].toPlace);
    expect(text).toContain(order.number);
    expect(text).not.toMatch(/Ordered now|现在下单/);
  });
});

describe.each([
  ['en', ['show me flasks', 'add the first one', 'show me mugs', "what's the total"]],
  ['en', ['show me flasks', 'add the first one', 'show me mugs', 'so what do I pay in total?']],
  ['zh', ['有保温杯吗', '第一个加购物车', '有马克杯吗', '一共多少']],
  ['zh', ['有保温杯吗', '第一个加购物车', '有马克杯吗', '总价多少']],
] as const)('%s: %j', (language, says) => {
  test('is of the cart, and of the cart with the thing that is looked at', async () => {
    const talk = await shop.talkTo();
    const told = await lastOf(talk, says);
    const [cart, alone, both] = yuan(told.text);
    expect(cardsOfType(told, 'cart')).toHaveLength(1);
    const then = await talk.say(language === 'en' ? 'add it' : '加购物车');
    expect(then.text).toMatch(/mug|马克杯/);
    const after = await talk.say(cartIn[language]);
    expect(priced(after.text)).toBe(both);
    expect(both! - cart!).toBeLessThanOrEqual(alone!);
  });
});
