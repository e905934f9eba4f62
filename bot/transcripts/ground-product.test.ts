/** Short everyday questions about goods, asked of whatever lies before the shopper: a list, the one looked at, the cart, orders, a running return. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const productOf = (id: string) => shop.core.services.indexes.current().view.byId.get(asId(id))!;
const model = modelOrder(shop);
let made = 0;

const bought = ['p-kidsun-60ml', 'p-grinder-chestnut', 'p-buckwheat-100g'] as const;
/** Somebody who has just ordered a sunscreen, a grinder and a tea. */
const withOrder = async (status: Order['status'] = 'placed') => {
  made += 1;
  const talk = await shop.talkTo(`ground-product-${made}`);
  const { shipment: _s, ...rest } = model.order;
  const lines = bought.map(id => {
    const product = productOf(id);
    return {
      ...rest.lines[0]!,
      product: product.id,
      title: product.name,
      quantity: 1,
      price: product.price,
      paid: product.price,
    };
  });
  const order: Order = {
    ...rest,
    id: asId<OrderId>(`ground-product-${made}`),
    number: `WY-${860_000 + made}`,
    shopper: talk.shopper,
    status,
    placedAt: new Date(shop.core.clock().getTime() - 86_400_000),
    lines,
    ...(status === 'delivered'
      ? {
          shipment: parcel(shop.core.clock(), shop.core.clock(), shop.core.clock()),
        }
      : {}),
  };
  await shop.core.stores.orders.put([order]);
  return talk;
};

const shoes = 'waterproof running shoes';
const 跑鞋 = '防水跑鞋';
const which = /^(?:Which product do you mean|您指的是哪一款)/;

describe('of a list, one by one', () => {
  test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
    [[shoes, 'do you have it in black?'], /In black: .*Rainline.*Not in black: .*Kerbside/],
    [[跑鞋, '有黑色的吗'], /有黑色的：.*雨线.*没有的：.*路沿/],
    [[shoes, 'what sizes are there?'], /Drizzle.*: 36–42/],
    [[跑鞋, '都有什么尺码'], /毛毛雨.*：36–42/],
    [['rain jackets', 'which sizes do you have?'], /All of these come in S, M, L, XL/],
    [['a gift for my dad, he likes coffee, under 300', 'what sizes are there?'], /10 drip bags ¥59, 250 g ¥69/],
    [[shoes, 'is it in stock?'], /^Yes, all 5 are in stock/, which],
    [[跑鞋, '有货吗'], /^有的，这5款都有货/],
    [['recommend something', 'are they in stock?'], /only 1 left of the Mossmilk Soap-pod shampoo/],
    [[shoes, "what's the difference?"], /Rainline.*\(¥69\): Weight: 255 g.*\n.*Kerbside.*Weight: 285 g/],
    [[跑鞋, '有什么区别'], /雨线.*（¥69）：重量：单只 255 克/],
    [['recommend something', 'how do they differ?'], /^They are different things:\n- .*\(¥\d+\): .*\n- /],
    [['recommend something', 'which one would you take?'], /^They are for different things.*shampoo.*¥29/],
    [[shoes, 'which one would you take?'], /^I'd take the .*Rainline.*for men and women alike.*215 g/s],
    [[跑鞋, '你会选哪个'], /^我会选.*雨线.*男女都能穿.*女款/s],
    [[shoes, 'is it any good?'], /Rainline.*Worth knowing: Breathes: a little.*no ratings.*30 days/s],
    [[跑鞋, '好用吗'], /雨线.*要留意：透气：一般.*没有买家评分.*30 天/s, /难度/],
    [
      [shoes, 'anything cheaper?'],
      /^The cheapest of these is the .*Drizzle.*\(¥59\).*Nothing else of that kind costs less/,
    ],
    [[跑鞋, '有便宜点的吗'], /最便宜的是.*毛毛雨.*（¥59）/],
    [['a gift for my dad, he likes coffee, under 300', "I'd want something lighter"], /only .* marked “light roast”/],
    [
      ['a gift for my dad, he likes coffee, under 300', 'anything cheaper?'],
      /Cheaper than all of these: .*10 drip bags \(¥59\)/,
    ],
  ])('%j', async (says, hears, never) => {
    const { text } = await lastOf(await shop.talkTo(), says);
    expect(text).toMatch(hears);
    if (never) expect(text).not.toMatch(never);
  });
});

describe('of the one that is looked at', () => {
  test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
    [[shoes, 'tell me about the second one', 'anything cheaper?'], /cheaper than the .*Kerbside.*\(¥79\): .*¥59.*¥69/],
    [['冲锋衣', '第一件M码加购物车', '有便宜点的吗'], /便宜的：.*摆渡人雨披.*¥89/, /儿童|放宽/],
    [['rain jackets', 'tell me about the first one', 'anything cheaper?'], /poncho.*\(¥89\)/, /kids/],
    [['150以内的保温杯', '有便宜点的吗'], /同类里只有这一款.*¥109/, /放宽/],
    [
      [shoes, 'tell me about the second one', "I'd want something lighter"],
      /^Yes, lighter than .*285 g.*215 g.*255 g/,
      /^No/,
    ],
    [['冲锋衣', '第一件M码加购物车', '想要轻一点的'], /摆渡人雨披.*260 克/, /没有更轻/],
    [['a thermos under 150', 'what sizes are there?'], /one size \(500 ml; 24 cm high/],
    [['a thermos under 150', 'which one would you take?'], /^I'd take the .*flask.*¥109.*only one of its kind/],
    [['a thermos under 150', "what's the difference?"], /only one of its kind.*red, green, black, white/],
    [[shoes, 'tell me about the second one', "what's the difference?"], /\n- .*Kerbside.*\n- .*Rainline/],
    [['冲锋衣', '第一件M码加购物车', '有什么区别'], /二挡骑行外套.*¥439/, /页面上没有写到/],
    [['150以内的保温杯', '好用吗'], /特点：.*12 小时.*要留意：.*洗碗机/, /难度/],
  ])('%j', async (says, hears, never) => {
    const { text } = await lastOf(await shop.talkTo(), says);
    expect(text).toMatch(hears);
    if (never) expect(text).not.toMatch(never);
  });

  test.each([
    [
      ['show me coffee grinders', 'add the first', 'a thermos', 'add the first one'],
      'compare the two in my cart',
      'my cart',
    ],
    [['磨豆机有哪些', '第一个加购物车', '保温杯', '要第一个'], '对比一下购物车里的两件', '看看购物车'],
  ] as const)('two in the cart are compared, and none is added: %j', async (says, ask, cart) => {
    const talk = await shop.talkTo();
    await lastOf(talk, says);
    const { text } = await talk.say(ask);
    expect(text).toMatch(/¥299.*¥109/s);
    const [held] = cardsOfType(await talk.say(cart), 'cart');
    expect(held?.lines.map(line => line.quantity)).toEqual([1, 1]);
  });
});

describe('of what an order holds', () => {
  test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
    [
      ['where is my order?', "what's it made of?"],
      /sunscreen.*: zinc oxide\n.*grinder.*: stainless steel, wood/,
      /These \d fit/,
    ],
    [['我的订单到哪了', '是什么材质的'], /防晒乳.*：.*\n.*磨豆机.*：不锈钢/, /为您找到/],
    [
      ['where is my order?', 'do you have it in black?'],
      /Only one of them comes in black: .*grinder, ink black \(¥299\)/,
    ],
    [['我的订单到哪了', '有黑色的吗'], /只有一款有黑色：.*磨豆机 墨黑/, /为您找到/],
    [['where is my order?', 'what sizes are there?'], /60 ml ¥99, 120 ml ¥169/, /chest of/],
    [['我的订单到哪了', '都有什么尺码'], /60 毫升 ¥99、120 毫升 ¥169/, /为您找到/],
    [
      ['where is my order?', 'anything cheaper?'],
      /Noon Boat.*\(¥79\).*\n.*grinder.*only one of its kind.*\n.*50 g \(¥29\)/s,
      /hand cream/,
    ],
    [['where is my order?', "I'd want something lighter"], /grinder.*430 g.*only one of its kind/, /skillet/],
    [['where is my order?', "what's the difference?"], /^They are different things/],
    [['where is my order?', 'show me more'], /^Those are all the orders in your account/],
    [['我的订单到哪了', '还有别的吗'], /^您账号里的订单就是这些了/],
    [['I want to cancel my order', 'is it in stock?'], /^Yes, all 3 are in stock.*Shall I cancel it\?/s],
    [['我要取消订单', '好用吗'], /磨豆机.*确认取消这个订单吗/s, /难度/],
    [
      ['I want to cancel my order', 'show me more'],
      /^No other order of yours can still be cancelled.*Shall I cancel it\?/s,
    ],
  ])('%j', async (says, hears, never) => {
    const { text } = await lastOf(await withOrder(), says);
    expect(text).toMatch(hears);
    if (never) expect(text).not.toMatch(never);
  });

  test('what is asked of it twice running is asked of the same', async () => {
    const talk = await withOrder();
    const { text } = await lastOf(talk, ['where is my order?', "what's it made of?", 'is it in stock?']);
    expect(text).toMatch(/^Yes, all 3 are in stock/);
  });
});

describe('of nothing', () => {
  test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
    [["what's it made of?"], which, /fit/],
    [['是什么材质的'], which, /为您找到/],
    [["I'd want something lighter"], which, /skillet/],
    [['想要轻一点的'], which],
    [['你会选哪个'], /大家买得最多/],
    [['which one would you take?'], /^These are what others buy most/],
    [["what's the difference?"], which],
    [['what sizes are there?'], /Running shoes come in 36–46 and jackets & coats come in S, M, L, XL/],
    [['都有什么尺码'], /跑鞋有 36–46 码，外套有 S、M、L、XL 码/],
    [['how long do I have to return something?', 'is it in stock?'], which, /three weeks/],
    [['你们在巴黎有门店吗', '有货吗'], which],
    [['多久之内可以退货', '有便宜点的吗'], /每满 300 减 30/, /只写了/],
    [['where is my order?', "what's it made of?"], /^Which product.*order number/s],
    [['我的订单到哪了', '有货吗'], /哪一款.*订单号/s],
  ])('%j', async (says, hears, never) => {
    const { text } = await lastOf(await shop.talkTo(), says);
    expect(text).toMatch(hears);
    if (never) expect(text).not.toMatch(never);
  });
});

describe('what says itself of which it is asked', () => {
  test.each<[says: readonly string[], hears: RegExp]>([
    [['running shoes', 'which of these is best for a wide foot?'], /Broadway/],
    [['想买双跑鞋 第一公里和远路哪个适合胖子', '哪个软一点'], /软/],
    [['有没有充电宝', '有容量更大的吗'], /没有更.的|没有别的/],
  ])('%j', async (says, hears) => {
    expect((await lastOf(await shop.talkTo(), says)).text).toMatch(hears);
  });
});
