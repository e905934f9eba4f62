/** Short questions about orders, asked of whatever lies before the shopper: their orders, a flow, a cart, a thing that is looked at. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { Order, OrderStatus } from '../../knowledge/domain/order.ts';
import { answersOfShop } from '../testing/answers.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const day = 86_400_000;

describe('of one’s own orders', () => {
  const shop = talkingShop();
  const model = modelOrder(shop);
  let made = 0;

  /** Two flasks on their way to be packed, ¥218; one that came for ¥109, and one for ¥109 and ¥12 of delivery. */
  const owner = async (): Promise<Talk> => {
    made += 1;
    const talk = await shop.talkTo(`ground-orders-${made}`);
    const flask = shop.core.catalogue.view.products.find(p => p.name.en?.includes('Twelve Hours flask'))!;
    const coffee = shop.core.catalogue.view.products.find(p => p.name.en?.includes('Coal Boat'))!;
    const order = (nth: number, status: OrderStatus, daysAgo: number, yuan: number, fee = 0): Order => {
      const { order: rest } = model;
      const at = (days: number): Date => new Date(shop.core.clock().getTime() + days * day);
      const cny = (major: number) => money(major * 100, 'CNY');
      const lineOf = (product: typeof flask, paid: number): Order['lines'][number] => ({
        ...rest.lines[0]!,
        product: product.id,
        title: product.name,
        category: product.category,
        quantity: 1,
        unitPrice: cny(paid),
        discount: cny(0),
        paid: cny(paid),
        gift: false,
      });
      return {
        ...rest,
        id: asId<OrderId>(`ground-orders-${made}-${nth}`),
        number: `WY-${880_000 + made * 10 + nth}`,
        shopper: talk.shopper,
        status,
        placedAt: at(-daysAgo),
        lines: nth === 1 ? [lineOf(flask, 109), lineOf(coffee, yuan - 109)] : [lineOf(flask, yuan)],
        subtotal: cny(yuan),
        discount: cny(0),
        shipping: cny(fee),
        total: cny(yuan + fee),
        ...(status === 'delivered'
          ? {
              shipment: parcel(at(1 - daysAgo), at(4 - daysAgo), at(3 - daysAgo)),
            }
          : { shipment: undefined }),
      } as Order;
    };
    await shop.core.stores.orders.put([
      order(1, 'placed', 0, 218),
      order(2, 'delivered', 10, 109),
      order(3, 'delivered', 12, 109, 12),
    ]);
    return talk;
  };
  const number = (nth: number): string => `WY-${880_000 + made * 10 + nth}`;
  /** §1 stands for the number of the first order. */
  const filled = (pattern: RegExp): RegExp =>
    new RegExp(
      pattern.source.replaceAll(/§(\d)/g, (_, nth: string) => number(Number(nth))),
      pattern.flags,
    );

  const told = ['where is my order?'];
  const toldZh = ['我的订单到哪了'];
  const returning = ["I'd like to return something"];
  const returningZh = ['我要退货'];
  const cancelling = ['I want to cancel my order'];
  const cancellingZh = ['我要取消订单'];

  test.each<[readonly string[], string, RegExp, RegExp?]>([
    // Whether it can go back: the ones that came, beside the one that was told of.
    [told, 'can I still send it back?', /§2.*come back until.*§3.*§1 hasn't left yet: you can cancel it.*¥218/s],
    [toldZh, '还能退吗', /§2.*前可以退.*§3.*前可以退.*§1 还没有发出.*全额退¥218/s],
    [['show my orders'], 'is it too late to send it back', /§2.*come back until.*§1 hasn't left/s],
    [returning, 'can I still send it back?', /§2.*come back until.*§3.*Which order is it about/s, /§1|in the chat/],
    [returningZh, '还能退吗', /§2.*前可以退.*§3.*是哪一个订单/s, /§1/],
    [cancelling, 'can I still send it back?', /§1.*¥218.*Shall I cancel it/s, /§2/],
    [cancellingZh, '还能退吗', /§1 还没有发出.*¥218.*确认取消这个订单吗/s, /§2/],
    // What comes back: to the cent, with the delivery where all of an order goes.
    [told, 'what would I get back?', /¥218.*§1.*¥109 for order §2.*¥121 for order §3.*¥12 delivery included/s],
    [toldZh, '能退我多少钱', /§1.*¥218.*§2 整单退是¥109.*§3 整单退是¥121（含运费¥12）/s],
    [returning, 'what would I get back?', /¥109 for order §2.*¥121 for order §3.*Which order/s, /§1|buy most/],
    [returningZh, '能退我多少钱', /§2 整单退是¥109.*§3 整单退是¥121.*是哪一个订单/s, /没有查到/],
    [cancelling, 'what would I get back?', /¥218.*Shall I cancel it/s, /buy most/],
    [cancellingZh, '能退我多少钱', /全额退¥218.*确认取消这个订单吗/s, /没有查到/],
    [[...told, 'can I still send it back?'], 'what would I get back?', /¥218.*¥121/s],
    // Where it is: no list in the middle of a flow.
    [returning, 'where is it now?', /§2 was delivered.*§3 was delivered.*Which order/s, /§1/],
    [returningZh, '现在到哪了', /§2 .*已送达.*§3 .*已送达.*是哪一个订单/s, /§1/],
    [cancelling, 'where is it now?', /§1: placed.*Shall I cancel it/s, /§2/],
    [cancellingZh, '现在到哪了', /§1 已下单.*确认取消这个订单吗/s, /§2/],
    // The address, which no exchange changes.
    [told, 'change the address', /§1 isn't packed yet, so its address can still be changed/],
    [toldZh, '改一下地址', /§1 还没有打包，地址还能改/],
    [returning, 'change the address', /§1 isn't packed yet.*change address.*Which order/s, /exchange/i],
    [cancelling, 'change the address', /§1 isn't packed yet.*Shall I cancel it/s, /exchange/i],
    [returningZh, '改一下地址', /§1 还没有打包.*是哪一个订单/s],
    // What was bought before: by the things, not by a word of the question.
    [
      told,
      'have I bought this before?',
      /^Yes: .*Twelve Hours flask.*§2.*§3.*Coal Boat.*only in order §1/s,
      /“before”/,
    ],
    [toldZh, '我以前买过这个吗', /十二时辰保温杯.*§2.*§3.*只在订单 §1 里/s, /没有找到/],
    [cancelling, 'have I bought this before?', /Twelve Hours flask.*§2.*§3.*Shall I cancel it/s],
    [['tell me about the Coal Boat dark roast'], 'have I bought this before?', /^Yes: .*Coal Boat.*§1/s],
    [
      ['tell me about the Rainline running shoe'],
      'have I bought this before?',
      /^No, .*Rainline.*in none of your orders/s,
    ],
    [['介绍一下路沿雨跑鞋'], '我以前买过这个吗', /没买过.*路沿雨跑鞋/],
    // Another size, before it leaves.
    [told, 'can I swap it for another size?', /§1 isn't packed yet, so a colleague can still change/],
    [toldZh, '能换个尺码吗', /§1 还没有打包，可以请同事帮您改/],
    [cancelling, 'can I swap it for another size?', /§1 isn't packed yet.*Shall I cancel it/s, /registered nothing/],
    // An invoice for the order that was told of.
    [told, 'I need an invoice', /order §1 .*until/],
    [toldZh, '我要发票', /§1.*还能开发票，可以申请到/],
    // To be cancelled: asked first.
    [told, 'cancel it', /§1 hasn't left yet.*¥218.*Shall I cancel it/s],
    [['my parcel is late and nobody answers, this is ridiculous'], 'cancel it', /§1.*¥218.*Shall I cancel it/s],
  ])('%j: %s', async (before, says, hears, never) => {
    const { text } = await lastOf(await owner(), [...before, says]);
    expect(text).toMatch(filled(hears));
    if (never) expect(text).not.toMatch(filled(never));
  });

  test.each([
    ['how much do I get back for order §3?', /¥121/, /reason/],
    ['订单 §3 能退多少钱', /¥121/, /原因/],
  ])('a question that names an order chooses it for nothing: %s', async (says, hears, never) => {
    const talk = await owner();
    await talk.say(says.includes('订单') ? '我要退货' : "I'd like to return something");
    const { text } = await talk.say(says.replace('§3', number(3)));
    expect(text).toMatch(hears);
    expect(text).not.toMatch(never);
  });

  test('a wish to return is no question whether one can', async () => {
    for (const says of ["I'd like to return something", '我要退货'])
      expect((await lastOf(await owner(), [says])).text).toMatch(/^(?:Which order is it about|是哪一个订单)/);
  });
});

describe('of the cart, or of what is looked at', () => {
  const { each } = answersOfShop();
  const shoe = ['waterproof running shoes', 'add the Rainline in 42'];
  const shoeZh = ['墨黑的雨线防水跑鞋42码加购物车'];

  each([
    [[...shoe, 'what would I get back?'], /Nothing is ordered yet.*¥69 .*¥81, the ¥12 delivery included/s, /I'd take/],
    [[...shoeZh, '能退我多少钱'], /还没有下单.*退¥69；全部退回是¥81，含运费¥12/s],
    [[...shoe, 'where is it now?'], /in your cart and not ordered yet.*Ordered now/s, /page of the/],
    [[...shoeZh, '现在到哪了'], /还在购物车里，没有下单.*现在下单/s],
    [[...shoe, 'change the address'], /Nothing is ordered yet.*checkout/s],
    [[...shoeZh, '改一下地址'], /还没有下单.*结算/s],
    [[...shoe, 'cancel it'], /Rainline.*is out of your cart.*Your cart is empty/s],
    [[...shoeZh, '取消吧'], /雨线.*已从购物车移除/],
    [
      ['add the Twelve Hours flask in red', ...shoe, 'cancel it'],
      /Rainline.*is out of your cart.*total/s,
      /flask.*is out/,
    ],
    [[...shoe, 'can I swap it for another size?'], /only in your cart: which size would you like instead of 42/],
    [[...shoeZh, '能换个尺码吗'], /还在购物车里，现在是42码/],
    [[...shoe, 'can I swap it for another size?', '43'], /43/, /exchange|registered/i],
    [[...shoeZh, '能换个尺码吗', '43码'], /43码/, /换货|同事/],
    [['add the Twelve Hours flask in red', 'can I swap it for another size?'], /comes in one size only/],
    [['rain jackets', 'add the Plum Rain shell in M', 'apply code WILD20', 'cancel it'], /WILD20 is off your cart/],
    [['藏青色的梅雨硬壳外套M码加购物车', '用优惠码WILD20', '取消吧'], /WILD20 已去掉/],
    [['tell me about the Kerbside rain runner', 'what would I get back?'], /Kerbside.*¥79.*what you paid/s],
    [['how long do I have to return something?', 'what would I get back?'], /You get back what you paid/],
    [['多久之内可以退货', '能退我多少钱'], /退的是你为这件实际付的钱/],
    [['how long do I have to return something?', 'can I still send it back?'], /^Yes, if .* last 30 days/],
    [['多久之内可以退货', '还能退吗'], /签收后 30 天内都还能退.*订单号/],
    [['tell me about the Kerbside rain runner', 'where is it now?'], /order number/, /page of the/],
    [['where is my order?', 'cancel it'], /To cancel an order I need its number.*order number\?/s],
    [['我的订单到哪了', '取消吧'], /要取消订单，需要订单号/],
    [['where is my order?', 'change the address'], /until the parcel is packed.*order number\?/s, /exchange/i],
    [
      ['tell me about the Coal Boat dark roast', 'can I still send it back?'],
      /30 days.*Opened skincare, opened tea and coffee/s,
    ],
  ]);
});
