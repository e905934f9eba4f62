/** Nothing is claimed that is not so, and nothing done that was not asked for. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);

let made = 0;
/** Whoever got one sunscreen yesterday. */
const withSunscreen = async (): Promise<Talk> => {
  made += 1;
  const talk = await shop.talkTo(`opened-${made}`);
  const { products, orders } = shop.core.stores;
  const now = shop.core.clock().getTime();
  const sunscreen = (await products.all()).find(({ name }) => name.en?.includes('sunscreen'))!;
  const rest = model.order;
  await orders.put([
    {
      ...rest,
      id: asId<OrderId>(`opened-${made}`),
      number: `WY-${840_000 + made}`,
      shopper: talk.shopper,
      status: 'delivered',
      lines: [{ ...rest.lines[0]!, product: sunscreen.id, title: sunscreen.name, quantity: 1 }],
      placedAt: new Date(now - 5 * 86_400_000),
      shipment: parcel(new Date(now - 4 * 86_400_000), new Date(now - 86_400_000), new Date(now - 86_400_000)),
    },
  ]);
  return talk;
};

test.each([
  [['给我看看马克杯', '第二个能装下相机加一件薄外套不']],
  [['给我看看马克杯', '我就要那个杯子 问能不能刻字或者礼盒包装']],
  [['show me mugs', 'can the second one hold a camera plus add a thin jacket?']],
  [['do you have a waterproof backpack for less than 400?', 'a waterproof backpack']],
  [['show me a shower speaker', 'a lightweight speaker']],
])('what is asked puts nothing into the cart: %j', async messages => {
  const answer = await lastOf(await shop.talkTo(), messages);
  expect(answer.log?.intent, answer.text).not.toBe('add-to-cart');
  expect(answer.text).not.toMatch(/已加入购物车|in your cart/);
});

describe('a limit is held against nothing that was not told', () => {
  test.each([
    [['我会员是啥等级 积分能抵钱不', '那我现在花了多少了 够2500没']],
    [['how do i become vip', 'have i spent enough, is 2500 enough?']],
    [['买了发现双十一后降价了 能退差价不']],
    [['几天前买的 现在降价了 能退差价吗']],
    [['i bought it and it got cheaper after singles day, can i still get the difference back']],
  ])('%j', async messages => {
    const { text } = await lastOf(await shop.talkTo(), messages);
    expect(text).not.toMatch(/够了|不够|超过期限|还在期限内|is enough|not enough|still holds|no longer holds/);
  });

  test.each([
    [['我会员是啥等级', '那我现在花了多少了 够2500没'], /您的订单一共付了¥/],
    [['我问我自己花了多少 你能查吗'], /您的订单一共付了¥/],
    [['how do i become vip', 'have i spent enough, is 2500 enough?'], /you have paid ¥/],
  ])('what was spent is read from the orders of who is signed in: %j', async (messages, told) => {
    expect((await lastOf(await shop.talkTo('spends'), messages)).text).toMatch(told);
  });
});

test.each([
  [['有咖啡豆吗', '有绿茶吗'], /绿茶/],
  [['抹茶粉和茶筅有吗 想自己打', '咖啡豆又不是抹茶。。有没有绿茶粉之类的'], /绿茶/],
  [['do you have coffee beans', 'do you have green tea'], /green tea/i],
  [['do you have coffee beans', 'coffee is not tea. do you have green tea'], /green tea/i],
])('what is sold is not denied: %j', async (messages, sold) => {
  const answer = await lastOf(await shop.talkTo(), messages);
  expect(answer.text).not.toMatch(
    /没有(?:完全符合)?“?绿茶|don't sell|nothing (?:fits|matches)|gave up|relaxed|without “?green/i,
  );
  expect(JSON.stringify(cardsOfType(answer, 'product'))).toMatch(sold);
});

test('有木有 asks whether there is any, and for no wood', async () => {
  const answer = await (await shop.talkTo()).say('睡袋零下5度能用的有木有');
  expect(answer.text).toMatch(/不卖“睡袋”/);
  expect(JSON.stringify(cardsOfType(answer, 'product'))).not.toMatch(/书架音箱|菜刀|炒锅/);
});

describe('what is told to be opened is no refund against the shop’s own page', () => {
  test.each([
    [['我要退货', '涂了闷痘 已经开封了'], /护肤品.*不能退.*不能答应退款.*转人工/s],
    [
      ['i want to return something', "it broke me out and it's already opened"],
      /Opened skincare.*can't promise a refund/s,
    ],
    [['我要退货', '不喜欢', '已经开封了'], /护肤品.*不能退.*不能答应退款/s],
  ])('%j', async (messages, expected) => {
    const { text, cards } = await lastOf(await withSunscreen(), messages);
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/确认办理|可退¥|start the return/);
    expect(cards.map(({ type }) => type)).not.toContain('refund');
  });

  test.each([
    [['我要退货', '不想要了，还没拆封']],
    [['i want to return something', "changed my mind, haven't opened it"]],
    // At fault it is no matter of the seal.
    [['我要退货', '用了一次就坏了']],
    [['i want to return something', 'i opened it and the pump broke after one use']],
  ])('unopened it goes back: %j', async messages =>
    expect((await lastOf(await withSunscreen(), messages)).text).toMatch(/确认办理退货|Shall I start the return/),
  );
});
