/** Service as people tell it: a bare "how much" of the page told just now, and one's own order carried through to its end. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order, OrderStatus } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
/** An order of one thing, of which those here are made. */
const model = modelOrder(shop);
let made = 0;

/** Whoever bought such a thing six days ago, in an order of such a status. */
const owner = async (thing: string, status: OrderStatus): Promise<{ talk: Talk; number: string }> => {
  made += 1;
  const talk = await shop.talkTo(`as-told-${made}`);
  const { view } = shop.core.catalogue;
  const product = view.products.find(p => p.name.en?.includes(thing))!;
  const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * 86_400_000);
  const rest = model.order;
  const number = `WY-${840_000 + made}`;
  const left = status === 'shipped' || status === 'delivered';
  const order: Order = {
    ...rest,
    id: asId<OrderId>(`as-told-${made}`),
    number,
    shopper: talk.shopper,
    status,
    placedAt: day(-6),
    lines: [{ ...rest.lines[0]!, product: product.id, title: product.name, category: product.category }],
    ...(left
      ? {
          shipment: parcel(day(-5), day(status === 'shipped' ? 1 : -1), status === 'delivered' ? day(-1) : undefined),
        }
      : {}),
  };
  await shop.core.stores.orders.put([order]);
  return { talk, number };
};

describe('right after a page, a bare how much or how long is asked of it', () => {
  test.each([
    [['can i get a fapiao', 'how soon after do i get it'], /within a day/, /invoices/],
    [['do you do gift cards', 'how long do they last'], /three years/, /gift-cards/],
    [['do you ship to hong kong', 'and how much would that be'], /¥45/, /international-delivery/],
    [['how do i return something', 'do i have to pay for it'], /free; we pay the courier/, /return-costs/],
    [['how much is delivery', "so what's the minimum"], /¥199 or more/, /delivery-costs/],
    [['你们能开发票吗', '多久能收到'], /一天内发到邮箱/, /invoices/],
    [['礼品卡怎么用', '能用几年'], /三年内有效/, /gift-cards/],
    [['能寄到台湾吗', '多少钱'], /¥45/, /international-delivery/],
    [['怎么退货', '要我自己出钱吗'], /退货免费/, /return-costs/],
    [['运费多少', '那最少要买多少才免'], /满 ¥199/, /delivery-costs/],
  ] as const)('%j', async (messages, told, page) => {
    const answer = await lastOf(await shop.talkTo(), messages);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'source')[0]?.url).toMatch(page);
  });
});

describe('what a shop does beside selling is no wish for goods', () => {
  test.each([
    [['show me mugs', 'can you wrap it and stick a card in'], /gift-wrapping/],
    [['show me mugs', 'and leave the price out'], /gift-wrapping/],
    [['what time does customer service open'], /contact/],
    [['i threw away the packaging, can i still return it'], /how-to-return/],
    [['can it be left with a neighbour'], /pickup-lockers/],
    [['the strap snapped after two days'], /warranty-claim/],
    [['有没有送女朋友的礼物', '能包装一下吗,再写张卡片'], /gift-wrapping/],
    [['买个杯子送闺蜜', '直接寄给她,别放价格单'], /gift-wrapping/],
    [['寄新疆要加钱吗'], /delivery-costs/],
    [['真人客服几点上班'], /contact/],
    [['我想退货但是盒子扔了'], /how-to-return/],
    [['拉链用了三天就崩了'], /warranty-claim/],
    [['收到的杯子碎了', '要拍照吗'], /missing-damaged/],
  ] as const)('%j', async (messages, page) => {
    const answer = await lastOf(await shop.talkTo(), messages);
    expect(cardsOfType(answer, 'source')[0]?.url, answer.text).toMatch(page);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });
});

describe('one’s own order is looked at', () => {
  test.each([
    ['toner', 'shipped', ['when was it shipped?'], /It left us on 19 Nov/],
    ['toner', 'shipped', ['can i still change the address on my order'], /redirect it.*is on its way/s],
    ['toner', 'shipped', ['why is this taking so long'], /sorry that it takes so long.*expected by 25 Nov/s],
    ['toner', 'cancelled', ['was the cancelled order refunded'], /was cancelled: ¥/],
    ['toner', 'delivered', ['can you chase the courier'], /was delivered on 23 Nov/],
    ['toner', 'shipped', ['我的包裹什么时候发的货'], /11月19日从仓库发出/],
    ['toner', 'shipped', ['我想改一下收货人电话'], /打包前.*预计11月25日/s],
    ['toner', 'shipped', ['怎么这么慢啊,别家第二天就到了'], /久等.*预计11月25日/s],
    ['toner', 'cancelled', ['取消的那单钱退给我了没'], /已取消，¥.*原路退回/],
    ['toner', 'delivered', ['我的单子啥时候到', '能催一下不', '不想要了 取消吧'], /已经送达，不能取消/],
  ] as const)('%s %s: %j', async (thing, status, messages, told) => {
    const { talk } = await owner(thing, status);
    expect((await lastOf(talk, messages)).text).toMatch(told);
  });

  test.each([
    [
      ['the toner leaked when it arrived', "i'd rather have the money back than a new one"],
      /Your money back, for order/,
    ],
    [['my toner turned up with a big dent', 'can you send another'], /A new one, for order/],
    [['爽肤水收到的时候瓶子裂了', '给我退款吧'], /退款的要求我会转达/],
    [['收到的爽肤水漏了', '给我补发一瓶'], /补发的要求我会转达/],
  ] as const)('goods that came broken: %j', async (messages, told) => {
    const { talk, number } = await owner('toner', 'delivered');
    const first = await talk.say(messages[0]);
    expect(first.text).toContain(number);
    const answer = await talk.say(messages[1]);
    expect(answer.text).toMatch(told);
    expect(answer.text).toContain(number);
  });

  test.each([
    [['do i still have time to return the toner?', 'ok do it, just changed my mind'], /You'd get ¥/],
    [['can the toner still go back?', 'yes please'], /What's the reason/],
    [['爽肤水还能退吗', '那就退吧'], /退货原因是什么/],
  ] as const)('a return that was offered is taken up: %j', async (messages, told) => {
    const { talk } = await owner('toner', 'delivered');
    expect((await lastOf(talk, messages)).text).toMatch(told);
  });

  test('an exchange keeps the thing and takes the size told next, and tells when the new one is sent', async () => {
    const { talk, number } = await owner('Broadway wide-fit shoe', 'delivered');
    const asked = await talk.say('the wide fit shoes i got are too tight, can i swap for a size up');
    expect(asked.text).toContain(number);
    expect((await talk.say('43 would do')).text).toMatch(/for size 43/);
    expect((await talk.say('and when do i get it')).text).toMatch(/as soon as the courier has scanned/);
  });
});

describe('what was bought did harm, or is complained of', () => {
  test.each([
    ['那个眼霜我用着脸上起红疹了', /停止使用/],
    ['the cream made my face all red and bumpy', /don't use it any more/],
    ['我要差评', /非常抱歉/],
    ["i'm leaving a one star review", /sorry/],
  ] as const)('%s', async (says, told) => {
    const answer = await (await shop.talkTo()).say(says);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });
});
