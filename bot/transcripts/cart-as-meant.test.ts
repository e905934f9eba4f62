import { describe, expect, test } from 'vitest';
import { cartAfter, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is put in, set right and asked of sums, deals and delivery is what was meant, and is answered where it was asked. */
const shop = talkingShop();

describe('what goes in is in the form that was asked about just before', () => {
  test.each<[readonly string[], RegExp]>([
    [['open road bone-conduction headphones in black', 'in stock in green? add one'], /^1 × .*pine green$/],
    [['thumbprint mug in sage', 'does it come in navy? add two'], /^2 × .*harbour navy$/],
    [['open road bone-conduction headphones in black', 'does it come in green? add one in orange'], /^1 × .*orange$/],
    [['长冬派克大衣 墨黑', '有没有米色的M码，加购物车我试试'], /^1 × .*燕麦色.*M码/],
    [['远路缓震跑鞋', '橙色太艳了，有灰色42码的吗，有就放购物车'], /^1 × .*石板灰.*42码/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('what went in wrong is set right', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ['add the plum rain shell in red, size M', 'huh? I said the green one. you put red in. swap it for green please'],
      /^1 × .*pine green, size M$/,
    ],
    [['dianhong golden black tea, 50 g', 'add one', 'no wait i meant the 100g. swap it'], /^1 × .*100 g$/],
    [['长冬派克大衣 墨黑', '加一件S码的', '我说M码你给我加了S？改成M'], /^1 × .*M码/],
    [
      ['山茶花护肤油 30毫升', '珍珠米面膜', '2件面膜加购物车', '错了，面膜一盒就行，还要护肤油一瓶'],
      /^(?=.*1 × [^;]*面膜)(?=.*1 × [^;]*护肤油)(?!.*2 ×)(?!.*3 ×)/,
    ],
    [
      ['珍珠米面膜', '山茶花护肤油 30毫升', '护肤油和面膜一起多少钱？能包装成礼物吗', '行，两个都加购物车'],
      /^(?=.*1 × [^;]*面膜)(?=.*1 × [^;]*护肤油)/,
    ],
    [['四合院积木 砖红', '90块是说积木的块数，把米色那套加购物车'], /^1 × .*燕麦色$/],
    [['桂花香氛蜡烛 燕麦色', '来一个', '我说要包装，怎么加包装'], /^1 × .*蜡烛/],
    [
      ['night market puzzle, 1,000 pieces', "ok the night market one is fine i'll pay 109. is it hard for 2 people?"],
      /^1 × .*Night Market/,
    ],
    [
      [
        'brass pocket fountain pen',
        'paperkite long letter notebook',
        'put the pen and the notebook in the basket, what does it come to?',
      ],
      /^(?=.*pen)(?=.*notebook)/,
    ],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('what is asked beside something for the cart is answered', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ['camellia bar soap', 'alright, 4 of the soap into cart, and take gift wrap'],
      /in your cart[\s\S]*tick “gift wrap”/,
    ],
    [['桂花香氛蜡烛 燕麦色', '那先要一个米色的，送室友的，打个包装'], /已加入购物车[\s\S]*礼品包装/],
    [['第一公里入门跑鞋 墨黑', '那加上吧，顺便来双袜子'], /已加入购物车[\s\S]*不卖“袜子”/],
    [
      ['alley house espresso beans, 250 g', 'two of them please. does the half price thing apply?'],
      /2 × Ember Alley Alley House.*¥39\.50 off/,
    ],
  ])('%j', async (says, told) => expect(await toldAfter(shop, says)).toMatch(told));
});

describe('sums are of what was said', () => {
  test.each<[readonly string[], RegExp]>([
    [['129加299一共多少，够满减不'], /¥428.*¥398/],
    [['if I buy two mugs for 59 each plus a teapot at 99, how much?'], /¥217 in all: delivery is free/],
    [['I just want to know the shipping for that, 217 together'], /¥217 in all: delivery is free/],
    [
      [
        '慢坡陶瓷滤杯',
        '口袋手摇磨豆机',
        '鹅颈电水壶',
        '滤杯、磨豆机和电水壶加一起多少钱',
        '那不要电水壶了，家里有烧水壶，就滤杯和磨豆机多少',
      ],
      /滤杯[^，]*¥129，[^，]*磨豆机[^，]*¥299，(?!.*电水壶).*¥398/,
    ],
    [
      [
        'slow hill dripper',
        'swan-neck kettle',
        'what would the dripper and the kettle cost together?',
        'and without the kettle, how much?',
      ],
      /^(?!.*kettle).*¥129.*¥141 in all/,
    ],
    [['slow hill dripper', 'add one', 'how much more for it to be free'], /¥70 short of free delivery/],
    [['twelve hours flask in black', 'add two', 'how much is delivery?'], /Delivery is free for your cart: ¥218/],
    [['滇红金芽红茶 50 克', '来两盒', '运费12能免不'], /还差¥80\.50就包邮/],
    [['十二时辰保温杯 粉白', '要一个', '一共多少钱，要运费吗'], /合计¥121[\s\S]*还差¥90就包邮/],
    [['长冬派克大衣 墨黑', '加一件M码', '咦怎么便宜了一百多，减了啥'], /合计¥1,109.*每满 300 减 30/],
    [['冬天穿的外套', '长冬派克大衣 墨黑', '加一件M码', '咦怎么便宜了一百多，减了啥'], /合计¥1,109/],
    [['goosefall down jacket', 'add one in M', 'why is it cheaper?'], /Taken off already: “¥30 off every ¥300”/],
    [['第一公里入门跑鞋 墨黑', '43码加购物车', '包邮吗', '行，下单吧'], /购物车合计¥141/],
  ])('%j', async (says, told) => expect(await toldAfter(shop, says)).toMatch(told));

  test.each<[string, readonly string[], RegExp]>([
    ['s-0013', ['how much more do i need to spend to be vip'], /¥[\d,.]+ more would make you one/],
    ['s-0012', ['那我是vip吗', '还差多少钱你算一下嘛'], /还差¥[\d,.]+/],
  ])('%s %j', async (shopper, says, told) => expect(await toldAfter(shop, says, shopper)).toMatch(told));
});

describe('deals are told as they are asked', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ["what's the free hand cream thing, do i have to pick it or does it come automatically"],
      /goes with the order by itself/,
    ],
    [['how do i choose the gift?', 'and can i take the humming top instead?'], /choose it in the cart/],
    [['满499送的礼物怎么选', '能换成陀螺吗'], /在购物车里选/],
    [
      ["so if i buy 2 bags of coffee and it's 320 total do both the half price and the 30 off count?"],
      /^Yes, .*can be used on one order/,
    ],
  ])('%j', async (says, told) => expect(await toldAfter(shop, says)).toMatch(told));
});
