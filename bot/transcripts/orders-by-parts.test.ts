/** Own orders, returns and the shop's rules, read by what a message names and asks rather than by its sentence. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { OrderStatus } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);
const dayMilliseconds = 86_400_000;

let made = 0;
/** Whoever ordered these things so many days ago, each list an order. */
const whoBought = async (
  ...orders: readonly (readonly [daysAgo: number, status: OrderStatus, ...things: string[]])[]
): Promise<Talk> => {
  made += 1;
  const talk = await shop.talkTo(`by-parts-${made}`);
  const { view } = shop.core.catalogue;
  const rest = model.order;
  const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * dayMilliseconds);
  const yuan = (minor: number) => ({ minor, currency: rest.currency });
  await shop.core.stores.orders.put(
    orders.map(([ago, status, ...things], i) => {
      const lines = things.map(thing => {
        const product = view.products.find(p => p.name.en?.includes(thing))!;
        return {
          ...rest.lines[0]!,
          product: product.id,
          title: product.name,
          category: product.category,
          quantity: 1,
          discount: yuan(0),
          paid: product.price,
        };
      });
      const goods = lines.reduce((sum, { paid }) => sum + paid.minor, 0);
      return {
        ...rest,
        id: asId<OrderId>(`by-parts-${made}-${i}`),
        number: `WY-88${made.toString().padStart(2, '0')}${i}3`,
        shopper: talk.shopper,
        status,
        placedAt: day(-ago),
        lines,
        subtotal: yuan(goods),
        discount: yuan(0),
        shipping: yuan(1200),
        total: yuan(goods + 1200),
        shipment: parcel(day(1 - ago), day(2 - ago), status === 'delivered' ? day(2 - ago) : undefined),
      };
    }),
  );
  return talk;
};
const delivered = () =>
  whoBought(
    [6, 'delivered', 'Night Market puzzle', 'Odd Bear'],
    [33, 'delivered', 'Thumbprint mug', 'Flour Day apron'],
  );

describe('what an order holds, and all of them with what they came to', () => {
  test.each([
    [['这单里头买的是哪样？我都搞忘了'], /里有：.*夜市拼图.*怪熊公仔/u, /清除|忘掉/u],
    [['最近一单都买了些啥呀'], /里有：.*夜市拼图/u, /推荐/u],
    [['remind me what I got in my last order'], /holds .*Night Market puzzle/, /told me/],
    [['最近买的东西帮我捋一下呗，记账用'], /您的2个订单，金额已含运费：WY-.*¥.*；WY-/u, /大家买得/u],
    [['不是推荐，是我自己的订单，每单花了多少'], /您的2个订单/u, /大家常买/u],
    [['list my orders with what each one cost'], /Your 2 orders, delivery included: WY-/, /told me/],
    [['where is my order?', 'that 12 is the delivery, right?'], /delivery ¥12/, /page/],
    [['看我的订单', '那12块是运费对吧？当时有没有给我减什么'], /没有优惠，运费 ¥12/u, /页面/u],
  ] as const)('%j', async (said, told, never) => {
    const { text } = await lastOf(await delivered(), said);
    expect(text).toMatch(told);
    expect(text).not.toMatch(never);
  });
});

describe('a return that is ordered, put off or agreed to', () => {
  test.each([
    [['我那单里的拼图能退吗', '那就退拼图,只退这一个,其他不退'], /夜市拼图.*退货原因/u],
    [['看我的订单', '那我退了算了 熊公仔这个 帮我办'], /怪熊公仔.*退货原因/u],
    [['看我的订单', '是退货！订单里的拼图，还有熊公仔'], /夜市拼图.*怪熊公仔.*退货原因/u],
    [['where is my order?', 'then just send the puzzle back please'], /puzzle.*reason/s],
    [['我想退拼图', '先别退，我问下退货邮费谁出'], /取件费由我们付(?!.*确认办理)/su],
    [
      ['I want to return the puzzle', "hold on, don't start it yet. who pays the postage?"],
      /we pay the courier(?!.*reason)/s,
    ],
    [['我想退拼图', '不喜欢', '好 人还挺好 不错 办吧'], /退货已登记/u],
    [['我想退拼图', '不喜欢', '确认,钱退到哪'], /退货已登记.*原路退回/su],
    [['I want to return the puzzle', 'too hard', 'yes, the bear stays, go ahead'], /registered/],
    [['我想退拼图', '不喜欢', '确认。那熊公仔留着，不影响吧，优惠会不会扣回去'], /退货已登记.*优惠不收回/su],
    [['我那个拼图到底登记退货没有'], /没有登记过退货/u],
  ] as const)('%j', async (said, told) => {
    expect((await lastOf(await delivered(), said)).text).toMatch(told);
  });

  test('the money for the one that went back is asked about, whichever was told', async () => {
    const talk = await whoBought([6, 'delivered', 'Night Market puzzle'], [20, 'returned', 'Odd Bear']);
    const { text } = await lastOf(talk, ['看我的订单', '退了的那单钱到了没?都一个月了']);
    expect(text).toMatch(/“已退货”/u);
    expect(text).not.toMatch(/现在给您办理退货/u);
  });
});

describe('what became of an order', () => {
  test('what has left is changed no more', async () => {
    const talk = await whoBought([1, 'shipped', 'Night Market puzzle', 'Odd Bear']);
    const { text } = await lastOf(talk, ['where is my order?', 'I have that bear already. Can I take just that off?']);
    expect(text).toMatch(/nothing in it can be changed.*30 days/);
  });

  test.each([
    [['my last order arrived and one item is broken. how do i get my money back'], /again, free, or refund it/],
    [['IT WAS DELIVERED TO MY OLD FLAT. CAN I GET IT?'], /carrier to collect/],
    [['已经送到我以前的地址了，能拿回来吗'], /承运商上门取回/u],
    [['先不转。要是丢件了你们是补发还是退钱，我能自己选吗'], /补发或退款由你选/u],
  ] as const)('%j', async (said, told) => {
    const { text } = await lastOf(await delivered(), said);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/呼叫人工客服/u);
  });
});

describe('rules asked in passing', () => {
  test.each([
    [['我没有支付宝微信，普通的工商银行储蓄卡能付吗'], /储蓄卡和信用卡都行/u],
    [['I only have a debit card, is that ok?'], /debit or credit/],
    [['蜡烛能寄台湾吗'], /只能寄往中国大陆/u],
    [['can you send candles to Germany'], /only be sent within mainland China/],
    [['有桂花香氛蜡烛吗', '这个能寄台湾吗'], /只能寄往中国大陆/u],
    [['那换货的话来回邮费哪个出'], /换货，来回运费都由我们付/u],
    [['who pays the postage if I swap it for another size?'], /both ways of an exchange/],
    [['收件人电话写我姑的可以吧'], /别人的名字和电话/u],
    [['where do I find my order number?'], /begins with WY/],
    [['刚下的单颜色选错了能改吗', '不是地址 是颜色 我要把它改成黑色'], /打包前都可以取消或修改/u],
    [['你这个机器不灵光，我跟人讲吧'], /呼叫人工客服/u],
    [['Good morning! How are you today? Lovely weather here in Cornwall for once :)'], /^Hello/],
    [['早上好呀，今天过得怎么样'], /^您好/u],
    [['谢啦 你人还挺好 晚安'], /^晚安/u],
  ] as const)('%j', async (said, told) => {
    expect((await lastOf(await shop.talkTo(), said)).text).toMatch(told);
  });
});
