import { describe, expect, test } from 'vitest';
import { cartAfter, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Another form for what is in the cart, so many of what is on the table, and what they come to, as shoppers say it. */
const shop = talkingShop();

const oatPan = ['sunday egg pan in oat', 'add it', 'have you got it in grey?'];
const zhPan = ['周日煎蛋不粘锅', '燕麦色的来一个', '有灰的吗'];

describe('what is swapped with it in the cart is no exchange of something bought', () => {
  test.each<[readonly string[], RegExp]>([
    [[...oatPan, 'I only want the grey, swap it over please'], /^1 × [^;]*slate grey$/],
    [[...oatPan, 'Sorry, I prefer the grey. You can change it in the basket?'], /^1 × [^;]*slate grey$/],
    [
      [
        ...oatPan,
        "Not an exchange, I haven't ordered yet. There's an oat pan in my basket and I want a grey one instead.",
      ],
      /^1 × [^;]*slate grey$/,
    ],
    [[...oatPan, 'The first one, the egg pan in grey. And take out the oat one.'], /^1 × [^;]*slate grey$/],
    [['sunday egg pan in oat', 'add it', 'can i swap it for the grey one?'], /^1 × [^;]*slate grey$/],
    [
      [
        'bombo pebble earbuds',
        'corner shop on-ear headphones, cherry red',
        'add them',
        'wait actually i only got like 150 max. swap em for the black earbuds',
      ],
      /^1 × [^;]*Pebble[^;]*ink black$/,
    ],
    [['指印马克杯 鼠尾草绿加购物车', '能换成砖红的吗'], /^1 × [^;]*砖红$/],
    [[...zhPan, '只要灰的，换一下吧'], /^1 × [^;]*石板灰$/],
    [[...zhPan, '我还没下单呢，不是换货。购物车里有个燕麦色的锅，我想换成灰的'], /^1 × [^;]*石板灰$/],
    [[...zhPan, '第一个，灰色的煎锅。燕麦色的拿掉'], /^1 × [^;]*石板灰$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('what is settled on goes in, as many and as told', () => {
  const shoes = ['longway cushioned shoe', 'how long is the warranty?'];
  test.each<[readonly string[], RegExp]>([
    [['coffee beans', 'two of the first one, peach season, in the cart'], /^2 × [^;]*Peach Season[^;]*$/],
    [['pebble earbuds in clear sky', 'One pair in clear sky please and that’s me done'], /^1 × [^;]*clear sky$/],
    [['longway cushioned shoe', 'Longway it is, in blue, UK 9'], /^1 × [^;]*Longway[^;]*clear sky$/],
    [[...shoes, 'Yes, the Longway in clear sky, put that in my basket in a UK 9'], /^1 × [^;]*Longway[^;]*clear sky$/],
    [['longway cushioned shoe', 'Longway it is, in blue, UK 9', '43'], /^1 × [^;]*clear sky, size 43$/],
    [['deckhand hand cream, 30 ml', 'alright chuck one in'], /^1 × [^;]*hand cream, 30 ml$/],
    [['deckhand hand cream, 30 ml', 'add it', 'just the hand cream thanks'], /^1 × [^;]*hand cream, 30 ml$/],
    [['桂花香氛蜡烛 身体乳', '蜡烛来一个 要米色', '身体乳也加啊，漏了'], /^(?=.*蜡烛)(?=.*1 × [^;]*身体乳)/],
    [['洗面奶 敏感肌能用的', '没香精的面霜', '两个都要 现在护肤是不是打九折'], /^(?=.*洁面)(?=.*面霜)/],
    [['蓬播 天井便携音箱 石板灰', '要两个', '还是要一个吧 朋友不要了'], /^1 × [^;]*石板灰$/],
    [
      ['courtyard speaker in grey', 'add two', "actually just one, my friend doesn't want hers"],
      /^1 × [^;]*slate grey$/,
    ],
    [['梅雨硬壳外套', '我要红的那件，问的是怎么洗'], /^$/],
    [['rain jacket under 500', 'The red one is nice. Is the size L same as European L? I am 1,74 m and 72 kilo'], /^$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('a sum is of all that is named, and told again with what it is made up of', () => {
  const teas = ['滇红金芽红茶 250 克礼罐', '两罐滇红一罐茉莉龙珠，一共多少钱，含运到温哥华'];
  test.each<[readonly string[], RegExp]>([
    [teas, /滇红金芽红茶 250 克礼罐 2 件.*茉莉龙珠/],
    [[...teas, '明细列一下'], /滇红金芽红茶 250 克礼罐 2 件.*茉莉龙珠/],
    [['coffee beans', 'two of the first one, peach season, in the cart, then tell me the total'], /¥208\.50/],
    [['coffee beans', 'add two of the first one', 'how did you get 208?'], /¥\d.*second one half price/],
    [['滇红金芽红茶 50 克', '来两包', '等等怎么算出来118的？'], /茶与咖啡第二件半价/],
    [['鹅颈电水壶 墨黑', '那我买两包茶一个300的水壶，怎么算啊'], /^(?!.*水壶[^，]*2 件)/],
    [['plum rain shell cherry red', 'Which size for 1,74 m and 72 kilo?'], /go by the chest/],
    [
      ['蓬播 天井便携音箱 石板灰', '声音大不大 十来个人围着听够不'],
      /音量：20 瓦，够一个院子或 40 平米的房间(?!.*人工客服，)/,
    ],
    [
      ['coffee beans', 'how much are two bags of peach season and one decaf with delivery to Japan?'],
      /2 × [^.]*Peach Season.*decaf.*¥120/,
    ],
    [['coffee beans', 'Do those stack? Say I spend 650 and there are two bags of the same coffee in it'], /^(?!Which)/],
  ])('%j', async (says, hears) => expect(await toldAfter(shop, says)).toMatch(hears));
});
