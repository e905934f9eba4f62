/** Questions about the shop's rules and one's own orders that lean on what was told just before, or hold two things at once. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { type Answer, cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
/** Any order of one thing, of which those here are made. */
const model = modelOrder(shop);
let made = 0;

const pagesOf = (answer: Answer): string[] => cardsOfType(answer, 'source').map(({ url }) => url ?? '');

/** The last answer of a conversation. */
/** Whoever placed one order, of such a status, six days ago; what came, came yesterday. */
const withOrder = async (status: 'shipped' | 'delivered'): Promise<{ talk: Talk; order: Order }> => {
  made += 1;
  const talk = await shop.talkTo(`follow-up-${made}-${Math.round(performance.now() * 1_000)}`);
  const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * 86_400_000);
  const rest = model.order;
  const order: Order = {
    ...rest,
    id: asId<OrderId>(`follow-up-${made}`),
    number: `WY-${830_000 + made}`,
    shopper: talk.shopper,
    status,
    placedAt: day(-6),
    shipment: parcel(day(-5), day(status === 'shipped' ? 1 : -1), status === 'delivered' ? day(-1) : undefined),
  };
  await shop.core.stores.orders.put([order]);
  return { talk, order };
};

describe('two questions about rules in one message are both answered', () => {
  test.each([
    ['how much for delivery to Shanghai and how long does it take', [/¥12/, /2 to 4 days/]],
    ['what does shipping to Chengdu cost, and when would it get here if I order tonight?', [/¥12/, /2 to 4 days/]],
    ['gift card for a friend, can i pick any amount and can she use it twice', [/any amount/, /What is left stays/]],
    ['do u have a shop i can visit in shanghai and can i try on shoes there', [/Ferry Lane/, /try on/]],
    ['运费怎么算，多久能到', [/运费 ¥12/, /2 到 4 天/]],
    ['退货要运费吗，多久能退款', [/退货免费/, /3 个工作日/]],
    ['礼品卡有哪些金额，能分几次用吗？', [/自选金额/, /余额下次还能用/]],
    ['你们有实体店吗，可以试穿吗', [/渡口巷/, /可以试穿/]],
  ])('%s', async (says, expected) => {
    const answer = await (await shop.talkTo()).say(says);
    for (const part of expected) expect(answer.text).toMatch(part);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });
});

describe('a rule is held against what is told of one’s own case', () => {
  test.each([
    [
      [
        'the jacket i bought last month is cheaper now. do i get the difference back?',
        'so no, right? it was 5 weeks ago',
      ],
      /^After 5 weeks that no longer holds.*7 days/s,
    ],
    [
      ['can I pay with alipay in 3 installments?', 'and for something that costs 450?'],
      /^No, ¥450 is not enough.*¥600/s,
    ],
    [
      ['can I pay with alipay in 3 installments?', 'and for something that costs 450?', 'and 900?'],
      /^Yes, ¥900 is enough/,
    ],
    [['i bought headphones 40 days ago, can i still return them'], /^After 40 days that no longer holds.*30 days/s],
    [
      ['my backpack strap broke after 3 months. what now?', 'it was a backpack bag. so im still covered?'],
      /^After 3 months that still holds.*one year/s,
    ],
    [
      ['can i have an invoice for an older order?', 'it was 4 months ago'],
      /^After 4 months that no longer holds.*90 days/s,
    ],
    [['上个月买的外套现在降价了，能退差价吗', '已经买了五周了，所以不行对吧'], /^五周已经超过期限了.*7 天/s],
    [['满多少包邮', '那180够吗'], /^¥180还不够.*¥199/s],
    [['满多少包邮', '那180够吗', '250的呢'], /^¥250够了/],
    [['我45天前买的，还能退吗'], /^45天已经超过期限了.*30 天/s],
  ])('%j', async (messages, expected) => {
    expect((await lastOf(await shop.talkTo(), messages)).text).toMatch(expected);
  });

  test.each([
    [['你们包邮吗', '那新疆呢 也12？']],
    [['运费多少', '到西藏也是12吗']],
    [['how much is delivery', 'ok so is 12 for xinjiang too?']],
  ])('what the page says it costs is no amount of one’s own: %j', async messages => {
    const { text } = await lastOf(await shop.talkTo(), messages);
    expect(text).not.toMatch(/还不够|not enough/);
    expect(text).toMatch(/偏远地区不另加价|remote areas cost no more/);
  });

  test('what was worn outside decides', async () => {
    const says = 'i bought shoes that are half a size too small, wore them once outside. can i swap';
    const answer = await (await shop.talkTo()).say(says);
    expect(answer.text).toMatch(/worn out of doors or washed is not taken back/);
  });

  test.each(['what shoe size do i need if my foot is 26.3 cm', '脚长26.3厘米穿几码'])(
    'a length is answered with the table: %s',
    async says => expect((await (await shop.talkTo()).say(says)).text).toMatch(/26\.5 (?:cm|厘米)/),
  );
});

describe('the same words are not sent twice running', () => {
  test.each([
    [
      [
        'he lives in Chengdu, can you ship it straight to him gift wrapped with a note',
        'can they leave the price off the packing slip?',
      ],
      /^(?!.*tick).*Prices are left out/s,
    ],
    [['do you sell gift cards', 'can she use the card in parts?'], /^(?!.*¥100).*What is left stays/s],
    [['how do i become vip', 'and what does it cost'], /costs nothing/],
    [['能包装礼品吗', '可以不放价格单吗'], /不放价格单/],
  ])('the rest of the page, where that answers: %j', async (messages, expected) => {
    expect((await lastOf(await shop.talkTo(), messages)).text).toMatch(expected);
  });

  test.each([['how long is the warranty on headphones'], ['耳机保修多久']])(
    'or that it was said and the page says no more: %s',
    async says => {
      const talk = await shop.talkTo();
      const first = await talk.say(says);
      const again = await talk.say(says);
      expect(again.text).not.toBe(first.text);
      expect(again.text).toMatch(/^(?:As I said|就像刚才说的|This may be|您问的可能)|says no more|只写了/);
    },
  );
});

describe('what follows an order is about that order', () => {
  test.each([
    [["where's my order??", 'when will it arrive?']],
    [['show my orders', 'when will it be here']],
    [['我的快递到哪了', '什么时候到']],
    [['查一下我的订单', '第一单什么时候到']],
  ])('%j: the day, not the list again', async messages => {
    const { talk, order } = await withOrder('shipped');
    const answer = await lastOf(talk, messages);
    expect(answer.text).toMatch(/expected by|预计/);
    expect(answer.text).toContain(order.number);
  });

  test.each([[["where's my order??", 'can i still change the address']], [['我的快递到哪了', '还能改地址吗']]])(
    '%j: it has left, and there is a rule for that',
    async messages => {
      const { talk } = await withOrder('shipped');
      expect((await lastOf(talk, messages)).text).toMatch(/Once it has left|已经发出的/);
    },
  );

  test.each([
    [
      [
        'my parcel says delivered but I havent got anything',
        'neighbours dont have it, i checked the locker too. please send a new one',
      ],
    ],
    [['the courier says it was delivered but i have nothing', 'i already asked the reception, nothing there']],
    [['我的包裹显示已签收但我没收到', '邻居没有，快递柜也看过了，给我补发吧']],
    [['快递说签收了可我没拿到', '问过门卫了，没有']],
  ])('%j: a parcel that is nowhere, and no goods called “locker”', async messages => {
    const { talk, order } = await withOrder('delivered');
    const answer = await lastOf(talk, messages);
    expect(cardsOfType(answer, 'product')).toEqual([]);
    expect(answer.text).toContain(order.number);
    expect(answer.text).toMatch(/traced|追查|I pass that on|我会转达/);
    expect((await talk.say(/\p{Script=Han}/u.test(messages[0]!) ? '好的' : 'yes please')).text).toMatch(
      /colleague|in line|人工/,
    );
  });

  test.each([
    'show me what i ordered this year',
    'can you look at WY orders and tell me what i was charged',
    '我之前买过什么',
  ])('what was bought so far is the orders: %s', async says => {
    const { talk, order } = await withOrder('delivered');
    expect((await talk.say(says)).text).toContain(order.number);
  });

  test.each(['how much have i spent this year then', 'am I a member? what do I get out of it', '我今年花了多少钱'])(
    'what was paid so far is added up: %s',
    async says => {
      const { talk, order } = await withOrder('delivered');
      expect((await talk.say(says)).text).toContain(`¥${order.total.minor / 100}`);
    },
  );
  test('nobody else’s: a guest is told the rule alone', async () => {
    const answer = await (await shop.talkTo()).say('am I a member? what do I get out of it');
    expect(answer.text).toMatch(/2,500/);
    expect(answer.text).not.toMatch(/you have paid/);
  });

  test.each([
    ['I want to return the last thing I bought', 'changed my mind, havent opened it'],
    ['我想退最近买的那单', '改变主意了，还没拆'],
  ])('a change of mind, asked why, is the reason: %s', async (asks, reason) => {
    const { talk } = await withOrder('delivered');
    await talk.say(asks);
    expect((await talk.say(reason)).text).toMatch(/Shall I start the return|确认办理退货/);
  });

  test.each(['I want to send the kettle back', "i'd like to give the shoes back please"])(
    'is a return: %s',
    async says => {
      expect((await (await shop.talkTo()).say(says)).log?.intent).toBe('start-return');
    },
  );

  test('a guest who lost the number is not asked for it again', async () => {
    const talk = await shop.talkTo();
    await talk.say('I want to return something');
    const answer = await talk.say("i don't have the order number any more");
    expect(answer.text).toMatch(/colleague/);
    expect(answer.text).not.toMatch(/What's the order number/);
  });
});

test.each([
  [
    'can i talk to a human please',
    "cancel, i'll just ask you. do you deliver to Japan?",
    /no longer in the queue.*Yes, we deliver/s,
  ],
  ['i want a human', 'no need for a person, what are your shop hours?', /no longer in the queue.*Ferry Lane/s],
  ['转人工', '取消，我直接问你吧，能发日本吗', /已退出排队.*可以/s],
  ['帮我转人工', '不用人工了，你们发日本吗', /已退出排队.*可以/s],
])('%s, then %s: the line is left and the question answered', async (first, then, expected) => {
  const { talk } = await withOrder('delivered');
  await talk.say(first);
  const answer = await talk.say(then);
  // At night nobody is put into a line.
  expect(answer.text).toMatch(expected);
});

test.each([
  [['add the Broadway shoe, slate grey, size 42', 'thanks! when will it be here?'], /delivery-times/],
  [['do i get anything special as a returning customer?'], /loyalty/],
  [['no, i mean loyalty, vip, discounts for me'], /loyalty/],
  [['can i get a code or something'], /promo-codes/],
  [['can i use a gift card and a discount together'], /gift-cards|combining/],
  [['礼品卡怎么买', '能和优惠一起用吗'], /gift-cards|combining/],
  [['need 25 mugs for our office with our logo, can you do a bulk price'], /company-orders/],
  [["i'm at work on weekdays, can it go somewhere else"], /pickup-lockers/],
])('%j: its own page', async (messages, page) => {
  const answer = await lastOf(await shop.talkTo(), messages);
  expect(pagesOf(answer).join(' '), answer.text).toMatch(page);
  expect(cardsOfType(answer, 'product')).toEqual([]);
});

test.each(['can i get that quote from a person', "I'd like to hear it from one of your colleagues"])(
  'a person is asked for: %s',
  async says => expect((await (await shop.talkTo()).say(says)).log?.intent).toBe('person'),
);

describe('a short question after a page is answered by the word that is new in it', () => {
  test.each([
    [['do you take paypal', 'ok and do i get a fapiao'], /electronic fapiao/],
    [['do you gift wrap', 'and can you write a message in chinese'], /any language/],
    [['能寄到日本吗', '关税呢'], /关税和进口税/],
    [['能寄到日本吗', '蜡烛能寄吗'], /只能寄往中国大陆/],
    [['公司采购 保温杯要50个', '专票可以吗'], /增值税专用发票/],
    [['保修多久', '电池呢'], /电池会衰减/],
    [['你们包邮吗', '新疆也12？'], /不另加价/],
    [['how much is shipping', 'and to xinjiang?'], /cost no more|remote/],
  ])('%s', async (messages, told) => {
    expect((await lastOf(await shop.talkTo(), messages)).text).toMatch(told);
  });
});

describe('a short question of another matter is not asked of the page told just now', () => {
  test.each([
    ["where's my order", 'order-status'],
    ['wheres my parcel?', 'order-status'],
    ['got any discounts?', 'deals'],
    ['any recommendations?', 'recommend'],
    ['我的快递呢', 'order-status'],
    ['有什么活动吗', 'deals'],
    ['有啥推荐吗', 'recommend'],
  ])('%s', async (says, intent) => {
    const page = /\p{Script=Han}/u.test(says) ? '退货期限多久？' : 'what is the return window?';
    expect((await lastOf(await shop.talkTo(), [page, says])).log?.intent).toBe(intent);
  });
});

describe('what no page has is told as that, and a person offered', () => {
  test.each([
    [['how much is shipping', 'and express?'], /nothing about “express”/],
    [['can I return sale items', 'what about swimwear'], /nothing about “swimwear”/],
    [['你们门店在哪', '可以停车吗'], /“停车”.*没有写/],
  ])('%s', async (messages, told) => {
    const talk = await shop.talkTo();
    expect((await lastOf(talk, messages)).text).toMatch(told);
    const answer = await talk.say(messages[0]!.match(/\p{Script=Han}/u) ? '好的' : 'yes');
    expect(answer.text).toMatch(/colleague|人工/);
  });

  test.each([
    ['how much is shipping', 'thanks mate'],
    ['how much is shipping', 'show me mugs'],
    ['你们门店在哪', '好的谢谢老板'],
    ['你们门店在哪', '想买双跑鞋'],
  ])('and of nothing else: %s, %s', async (...messages) => {
    expect((await lastOf(await shop.talkTo(), messages)).text).not.toMatch(/say nothing about|我们的页面没有写/);
  });
});

test.each([
  ['forgot my password, cant log in', 'i checked the spam folder, nothing'],
  ['忘记密码了登不上去', '验证码没收到 试了三次了'],
])('what was tried of what a page says is not told again: %s', async (...messages) => {
  const answer = await lastOf(await shop.talkTo(), messages);
  expect(answer.text).toMatch(/shall I get you one|转人工/);
  expect(answer.text).not.toMatch(/十分钟内|ten minutes/);
});

describe('a rule is worked out for what is told of one’s own case', () => {
  test.each([
    [['i ordered yesterday at 5pm, does it ship today?'], /leaves today/],
    [['我昨天下午五点买的今天能发不'], /今天发出/],
    [['今天晚上8点下单什么时候发货'], /明天早上发出/],
    [['I was charged twice for one order', "it's been a week"], /overdue.*person/],
    [['同一单扣了我两次钱', '都已经一周了'], /超过.*人工/],
    [['can i get a discount if i buy 50 of them'], /20 pieces or more/],
    [['保温杯 50个能便宜点不'], /20 件以上/],
  ])('%s', async (messages, told) => {
    expect((await lastOf(await shop.talkTo(), messages)).text).toMatch(told);
  });

  test.each([['how long does delivery take'], ['什么时候发货'], ['买3个能便宜点吗']])(
    'and of nothing that is not told: %s',
    async (...messages) => {
      expect((await lastOf(await shop.talkTo(), messages)).text).not.toMatch(/leaves today|今天发出：|20 件以上/);
    },
  );
});
