/** Service: rules asked of a place or a thing, one's own orders by name, the line for a person, and what is asked once more. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);
let made = 0;

const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * 86_400_000);

/** Whoever has such orders, newest first, each of one thing, delivered some days ago. */
const whoBought = async (
  orders: readonly { readonly en: string; readonly zh: string; readonly daysAgo: number; readonly quantity?: number }[],
): Promise<{ readonly talk: Talk; readonly numbers: readonly string[] }> => {
  made += 1;
  const talk = await shop.talkTo(`asked-again-${made}-${Math.round(performance.now() * 1_000)}`);
  const rest = model.order;
  const [line] = rest.lines;
  const put = orders.map(({ en, zh, daysAgo, quantity = 1 }, i): Order => {
    const minor = line!.paid.minor * quantity;
    return {
      ...rest,
      id: asId<OrderId>(`asked-again-${made}-${i}`),
      number: `WY-${840_000 + made * 10 + i}`,
      shopper: talk.shopper,
      status: 'delivered',
      placedAt: day(-daysAgo),
      lines: [{ ...line!, title: { en, zh }, quantity, paid: { ...line!.paid, minor } }],
      total: { ...rest.total, minor },
      shipment: parcel(day(1 - daysAgo), day(2 - daysAgo), day(2 - daysAgo)),
    };
  });
  await shop.core.stores.orders.put(put);
  return { talk, numbers: put.map(({ number }) => number) };
};

describe('a rule is told for the place, the thing or the way that is asked about', () => {
  test.each([
    [['do you ship to Germany?', 'from what amount is delivery free there?'], /mainland China only/],
    [['can you send to Norway?', 'is shipping free to Norway if I spend enough?'], /mainland China only/],
    [['你们能寄到德国吗？', '那运费呢，有没有满额免的？'], /仅限中国大陆/],
    [['能寄德国吗', '我不是问哪款，我就问寄德国能不能包邮'], /仅限中国大陆/],
    [['能寄德国吗', '那寄到德国能用支付宝付吗'], /支付宝、微信支付/],
    [['能寄德国吗', '……我问的是付款方式，人在德国，有支付宝和信用卡'], /支付宝、微信支付/],
    [['do i pay tax in hong kong'], /not included in our prices/],
    [['do you ship to hong kong', 'yea but hong kong customs?'], /not included in our prices/],
    [['除了上海呢，寄香港朋友要多久'], /4 到 7 天/],
    [['能寄香港吗', '我问香港几天，不是能不能'], /4 到 7 天/],
    [['do you deliver to hong kong', 'ok and the locker?'], /locker or a pick-up point/],
    [['what kind of fapiao do you issue, ordinary or special VAT?'], /special VAT fapiao is possible/],
    [['普票还是专票'], /专用发票/],
    [['can i pay in instalments?', 'which banks?'], /say nothing about “which banks take part”/],
    [['可以分期吗', '哪些银行可以'], /“支持哪些银行”，我们的页面没有写/],
    [['and is it wrapped? a little ribbon would be sweet'], /gift wrap/],
    [['怎么加包装'], /礼品包装/],
    [['how do I get rust off my cast iron pan?'], /Rust is not the end/],
    [['铁锅生锈了怎么弄'], /生锈不要紧/],
    [['how should I store green tea?'], /Green tea goes into the refrigerator/],
    [['茶叶怎么保存'], /绿茶连罐放冰箱/],
    [['how long do I have for reporting damage?'], /within 30 days/],
    [['破损要几天内告诉你们'], /30 天内/],
    [['can i get spare parts if the bamboo snaps?'], /sell parts/],
    [['can somebody sharpen the knife later?'], /say nothing about “sharpening knives”/],
    [['运费12能免不'], /满 ¥199/],
    [['可以先下单后付吗'], /不支持货到付款/],
    [['i got charged twice', 'no i mean the payment. 900 twice on my alipay today'], /only one payment counts/],
    [['can you remember my birthday?'], /remembers wishes you state/],
    [['我想把我的生日和尺码存一下可以吗'], /会记住你说过的需求/],
  ])('%j', async (messages, expected) => {
    const answer = await lastOf(await shop.talkTo(), messages as string[]);
    expect(answer.text).toMatch(expected);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });

  test.each(['送室友的，打个包装', 'and can you gift wrap it?'])(
    'what is ordered keeps its wrapping: %s',
    async asks => {
      const talk = await shop.talkTo();
      await talk.say(/\p{Script=Han}/u.test(asks) ? '香薰蜡烛' : 'a scented candle');
      const { text } = await talk.say(
        /\p{Script=Han}/u.test(asks) ? `要第一个，${asks}` : `I'll take the first one. ${asks}`,
      );
      expect(text).toMatch(/礼品包装|gift wrap/);
      expect(text).toMatch(/加入购物车|in your cart/);
    },
  );
});

describe('whoever waits for a person', () => {
  test.each([
    ['a person please', 'do you gift wrap?', /gift wrap.*in line/s],
    ['转人工', '退货期限是多久', /30 天.*排在第/s],
    ['a person please', 'how long do i have to wait usually', /How long it will be I can't tell/],
    ['转人工', '要等多久啊', /还要等多久，现在说不准/],
    ['a person please', "ok i won't wait then. how much is delivery to Chengdu?", /no longer in the queue.*¥12/s],
    ['转人工', '取消吧我先不排了。再买一个要多久到，我在成都', /已退出排队.*2 到 4 天/s],
    ['转人工', '等太久了，取消吧，我发邮件去', /^好的，已退出排队[^\n]*$/],
    ['转人工', '要排13位啊，那不排了', /已退出排队/],
    ['a person please', 'cancel, never mind', /no longer in the queue/],
    ['转人工', '帮我把昨天的订单取消', /已转达/],
    ['a person please', 'cancel my order please', /passed that on/],
  ])('%s, %s', async (asks, says, expected) => {
    const talk = await shop.talkTo();
    await talk.say(asks);
    expect((await talk.say(says)).text).toMatch(expected);
  });
});

describe('one’s own orders', () => {
  const twoOrders = [
    { en: 'Ostrel Stride fitness band, ink black', zh: '鸥翎 步调运动手环 墨黑', daysAgo: 9 },
    { en: 'Slowhill Da Hong Pao, 100 g', zh: '慢山 大红袍岩茶 100 克', daysAgo: 150 },
  ];

  test.each([
    '订单什么时候发货啊',
    '我问我自己的订单，什么时候发货',
    'has my order been packed yet?',
    'when will my order ship',
  ])('looked at where it is asked of one: %s', async says => {
    const { talk, numbers } = await whoBought(twoOrders);
    expect((await talk.say(says)).text).toContain(numbers[0]);
  });

  test.each([
    ['can i change the address on my order?', /packed.*no order under this account/s],
    ['我昨天下的单能改地址吗', /打包之前.*没有看到订单/s],
  ])('none is there: %s', async (says, expected) => {
    const talk = await shop.talkTo(`none-${made}-${Math.round(performance.now() * 1_000)}`);
    expect((await talk.say(says)).text).toMatch(expected);
  });

  test('bought again: the one of that thing, and no newer one', async () => {
    const { talk, numbers } = await whoBought(twoOrders);
    await talk.say('全部订单给我看看');
    expect((await talk.say('对！就是那个大红袍，再来一份')).text).toContain(numbers[1]);
  });

  test.each([
    ['帮我查下我买过啥', '不是这个，再往前的'],
    ['show me my orders', 'not that one, the one before that'],
  ])('the one before: %s, %s', async (first, then) => {
    const { talk, numbers } = await whoBought(twoOrders);
    await talk.say(first);
    expect((await talk.say(then)).text).toContain(numbers[1]);
  });

  test.each([
    ['你们发错颜色了！我要的黑色来了个灰的', n => `${n.slice(3)}那单，手环`, '就换个对的给我'],
    ['my band came in the wrong colour', n => `order ${n.slice(3)}`, 'just send me the right one'],
  ] as [string, (number: string) => string, string][])(
    'the wrong colour came: what was told is not asked again (%s)',
    async (told, which, wish) => {
      const { talk, numbers } = await whoBought([...twoOrders, ...twoOrders]);
      await talk.say(told);
      expect((await talk.say(which(numbers[0]!))).text).toContain(numbers[0]);
      expect((await talk.say(wish)).text).toMatch(/A new one, for order.*in line|补发的要求我会转达.*排在/s);
    },
  );

  test.each(['投诉！快递员把箱子扔门口，杯子碎了', 'The courier threw the box over the fence and the cup is smashed'])(
    'what came broken is sent again or refunded: %s',
    async says => {
      const { talk } = await whoBought(twoOrders);
      expect((await talk.say(says)).text).toMatch(/免费补发|again, free/);
    },
  );

  test.each([
    ['I would like to return something I bought', 'only one of the three tins, I drank the others'],
    ['我想退货', '只退一罐，另外两罐还要'],
  ])('so many of one line go back: %s, %s', async (begins, says) => {
    const { talk } = await whoBought([
      { en: 'Slowhill Roasted buckwheat tea, 250 g gift tin', zh: '慢山 黑苦荞茶 250 克礼罐', daysAgo: 5, quantity: 3 },
    ]);
    await talk.say(begins);
    expect((await talk.say(says)).text).not.toMatch(/× 3|×3/);
    const answer = await talk.say(/\p{Script=Han}/u.test(says) ? '跳过' : 'skip');
    const [refund] = cardsOfType(answer, 'refund');
    expect(refund?.lines.map(({ quantity }) => quantity)).toEqual([1]);
  });

  test('a return is not wanted any more, whatever was used up', async () => {
    const { talk } = await whoBought([
      { en: 'Mossmilk Moss repair cream, 100 g', zh: '苔乳 苔藓修护面霜 100 克', daysAgo: 5, quantity: 2 },
    ]);
    await talk.say('我要退货');
    expect((await talk.say('不退了。面霜用完了我想再买一罐')).text).not.toMatch(/不能退|没有登记退货/);
  });

  test.each([
    ['单号SF1234567，你查下签收没', '退货'],
    ['不是订单号，是我寄回去的快递号！', '退货'],
  ])('a parcel’s number is no order’s: %s', async (says, expected) => {
    const { talk } = await whoBought(twoOrders);
    await talk.say('我的退款怎么还没到账，都一个多星期了');
    const { text } = await talk.say(says);
    expect(text).toContain(expected);
    expect(text).not.toMatch(/没有找到与该订单号/);
  });
});

describe('a guest without the e-mail address at hand', () => {
  test.each([
    ['where is my order', 'WY-28300', "i don't remember which email i used", /Without the e-mail address.*colleague/],
    ['我的订单到哪了', 'WY-28300', '邮箱我不记得了', /没有下单时用的邮箱.*转人工/],
  ])('%s, %s, %s', async (asks, number, says, expected) => {
    const talk = await shop.talkTo();
    await talk.say(asks);
    await talk.say(number);
    expect((await talk.say(says)).text).toMatch(expected);
  });
});

test.each(['tell me a joke', 'have you eaten yet?', '哈哈那你吃饭了吗', '讲个笑话呗', '你好没意思'])(
  'small talk is met in kind: %s',
  async says => expect((await (await shop.talkTo()).say(says)).text).toMatch(/only a program|只是个程序/),
);
