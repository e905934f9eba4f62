/** What is settled on beside a question, a deal or other goods goes into the cart, and all that is asked is answered behind it. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, heardWithCart, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const soFar = (says: readonly string[]) => heardWithCart(shop, says);

describe('settled on, and what is asked beside it is answered', () => {
  test.each<[says: readonly string[], hears: RegExp, lines: readonly RegExp[]]>([
    [
      ['wireless earbuds under 150', 'the black ones then. is there a mic on them?'],
      /ink black is in your cart[\s\S]*mic/,
      [/^1 × .*Pebble.*ink black/],
    ],
    [
      ['any hiking shoes?', "ok the Goatpath in orange size 43 goes in, and what's your returns policy if they pinch?"],
      /in your cart[\s\S]*30 days/,
      [/^1 × .*Goatpath.*ember orange, size 43/],
    ],
    [
      ['pour over dripper', 'the black one pls. and does the dripper come w filters?'],
      /ink black is in your cart/,
      [/^1 × .*dripper, ink black/],
    ],
    [
      ['school bag for a girl', "pink'll do, does it fit A4 folder"],
      /peach blossom is in your cart[\s\S]*a4/i,
      [/^1 × .*school bag, peach/],
    ],
    [
      ['barrier cream, which sizes?', "Good. I'll start with the small one. Would you tell me how much delivery is?"],
      /in your cart[\s\S]*Delivery .*¥12/,
      [/^1 × .*cream, 30 g/],
    ],
    [
      ['a laptop backpack', "ok forget laptops. I'll take the navy one anyway, and is there a matching umbrella?"],
      /harbour navy is in your cart[\s\S]*umbrella/,
      [/^1 × .*backpack, harbour navy/],
    ],
    [
      [
        'show me the osmanthus candle and a mug',
        'add the candle and two mugs, navy if possible. what does it come to?',
      ],
      /in your cart[\s\S]*¥207/,
      [/^1 × .*candle/, /^2 × .*mug, harbour navy/],
    ],
    [['有钢笔和笔记本吗', '各来一个吧，能包装不'], /已加入购物车[\s\S]*礼品包装/, [/^1 × .*笔记本/, /^1 × .*钢笔/]],
    [
      ['保温杯推荐一下', '黑的一个红的一个，送到农村要加钱不'],
      /已加入购物车[\s\S]*不另加价/,
      [/^1 × .*墨黑/, /^1 × .*砖红/],
    ],
    [
      ['天文望远镜有吗', '那算了就那个679的吧 白的。下单到深圳要几天'],
      /已加入购物车[\s\S]*2 到 4 天/,
      [/^1 × .*望远镜/],
    ],
    [
      ['菜刀有吗', '刀就小菜刀黑色那把吧 要磨不 生不生锈'],
      /已加入购物车[\s\S]*铬钢不易锈[\s\S]*1000 目磨刀石，两个月一次/,
      [/^1 × .*小菜刀 墨黑/],
    ],
    [['降噪耳机', '好吧那低语来个黑色的，要是戴着不舒服可以退吧'], /已加入购物车\S*\s+\S/, [/^1 × .*低语.*墨黑/]],
    [['风筝', '那就红的，好放吗，几天到武汉'], /已加入购物车[\s\S]*跑也能飞[\s\S]*2 到 4 天/, [/^1 × .*风筝 樱桃红/]],
    [['有啥茶壶', '黑的来一个，配套的盖碗也要一个，一起多少钱'], /合计¥308/, [/^1 × .*茶壶 墨黑/, /^1 × .*盖碗/]],
  ])('%s', async (says, hears, lines) => {
    const { text, lines: found } = await soFar(says);
    expect(text).toMatch(hears);
    expect(found).toHaveLength(lines.length);
    for (const line of lines) expect(found.some(one => line.test(one))).toBe(true);
  });
});

describe('several things at once: what is clear goes in, the rest is asked about', () => {
  test.each<[says: readonly string[], lines: readonly RegExp[], hears?: RegExp]>([
    [
      ['Do you sell a teapot?', 'Does it come in white?', 'Right, the green one then, and a gaiwan to go with it.'],
      [/^1 × .*teapot, pine green/, /^1 × .*gaiwan/],
    ],
    [
      ['got a kite for a kid of 8?', 'kite in red and the humming top pls'],
      [/^1 × .*kite, cherry red/],
      /in your cart[\s\S]*Which of these/,
    ],
    [
      ['vacuum flask', 'ok good, red one, and a bag of decaf beans'],
      [/^1 × .*flask, brick red/],
      /in your cart[\s\S]*Which of these/,
    ],
    [
      [
        'a sun cream and a face cream',
        'sunscreen for the face',
        'Great, that one and the barrier cream please. Are they ok for oily skin?',
      ],
      [/^1 × .*sunscreen/, /^1 × .*barrier cream/],
    ],
    [
      [
        'do you have a lip balm',
        'and hand cream?',
        'how much for both together?',
        'ok add both. can i pay with alipay?',
      ],
      [/^1 × .*lip balm/, /^1 × .*hand cream/],
      /Alipay/,
    ],
    [['面膜和身体乳有吗', '两个都拿 面膜要大盒 现在打折吗'], [/^1 × .*面膜 10 片/, /^1 × .*身体乳/], /优惠|活动/],
    [
      ['润唇膏有吗', '护手霜呢', '两个一起多少', '都加上'],
      [/^1 × .*润唇膏/, /^1 × .*护手霜/],
    ],
  ])('%s', async (says, lines, hears) => {
    const { text, lines: found } = await soFar(says);
    if (hears) expect(text).toMatch(hears);
    expect(found).toHaveLength(lines.length);
    for (const line of lines) expect(found.some(one => line.test(one))).toBe(true);
  });
});

test.each<[says: readonly string[], line: RegExp]>([
  [['hand cream', 'two of those please. any deals?', 'use it, and add a bar soap, single, too'], /^1 × .*soap/],
  [['护手霜', '来两支，有优惠吗', '用上，再加一个润唇膏 单支'], /^1 × .*润唇膏/],
])('an offer that was quoted is used on what is ordered beside it: %s', async (says, line) => {
  const { text, lines } = await soFar(says);
  expect(lines.some(one => line.test(one))).toBe(true);
  expect(lines).toHaveLength(2);
  // Where there was one, it is used behind the order, on all of it.
  if (/free delivery|免运费/u.test(text)) expect(text).toMatch(/in your cart[\s\S]*¥137|已加入购物车[\s\S]*¥137/u);
});

test.each<[says: readonly string[]]>([
  [['bluetooth speakers', 'ok the shower one. can it sit in water']],
  [['kites?', 'great, do you have it in green?']],
  [['non stick pan for eggs', "OK well, my old one was 26 cm. I'll try it. Have you got it in grey?"]],
  [['running jacket size L', 'the white one, is it windproof?']],
  [['给我看看头戴式耳机', '低音好的那个房间四来一副黑色 保修多久']],
  [['风筝', '红的好看，线多长']],
  [['想买夹克', '900以内的', '要黑色夹克']],
  [['headphones or earbuds under 150', 'ok earbuds then. is there a warranty on those?']],
  [['充电宝有吗', '充电宝能带上飞机吧，我妈下周飞三亚']],
  [['蜡烛和身体乳有吗', '蜡烛和身体乳凑一套行 有没有礼盒包装']],
])('what is only asked of is put nowhere: %s', async says => {
  expect((await soFar(says)).lines).toHaveLength(0);
});

test.each<[says: readonly string[], hears: RegExp, then: string, line: RegExp]>([
  [['show me mugs', 'add the yellow one'], /not in yellow/, 'navy then', /^1 × .*mug, harbour navy/],
  [['有马克杯吗', '加一个黄色的'], /没有黄色/, '那要红的', /^1 × .*马克杯 砖红/],
])('in a colour that there is none of: what there is, and then it goes in: %s', async (says, hears, then, line) => {
  const talk = await shop.talkTo();
  const { text } = await lastOf(talk, says);
  expect(text).toMatch(hears);
  await talk.say(then);
  const cart = await talk.say(/\p{Script=Han}/u.test(then) ? '看看购物车' : 'show me my cart');
  const [only] = cardsOfType(cart, 'cart')[0]?.lines ?? [];
  expect(`${only?.quantity} × ${only?.name}`).toMatch(line);
});
