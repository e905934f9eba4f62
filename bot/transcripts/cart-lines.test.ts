/** Messages and what the cart holds after them: just what was said, each once; what only asks for a price or for stock changes nothing. */
import { describe, expect, test } from 'vitest';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

type Row = readonly [says: readonly string[], lines: readonly string[]];

/** "2 Kilnfold Thumbprint mug, sage": as the cart names them, without their maker. */
const linesAfter = async (says: readonly string[]): Promise<readonly string[]> => {
  const talk = await shop.talkTo();
  for (const text of says) await talk.say(text);
  const isHan = /\p{Script=Han}/u.test(says[0]!);
  const [cart] = cardsOfType(await talk.say(isHan ? '看看购物车' : 'my cart'), 'cart');
  return (cart?.lines ?? []).map(({ quantity, name }) => `${quantity} ${name.replace(/^\S+ /u, '')}`);
};

const holds = (rows: readonly Row[]): void => {
  test.each(rows)('%j', async (says, lines) => {
    expect(await linesAfter(says)).toEqual(lines);
  });
};

describe('asking what goods come to, or how many there are, puts nothing in', () => {
  holds([
    [['looking for a mug', '20 in red, what is that in total?'], []],
    [['coffee beans for espresso', '2 bags of the espresso ones and 1 decaf, whats that together?'], []],
    [['looking for a mug', "the red one, don't add it yet, just asking. how much for 3"], []],
    [['looking for a mug', 'do you have 20 of the red one left?'], []],
    [['找马克杯', '50个 藏青的 总价大概多少 够不够打折'], []],
    [['找马克杯', '20个 藏青的 总价多少', '不对 我要红的 而且先别加购物车 我只是问价'], []],
    [['护手霜多少钱', '买三个送人 一共多少啊 算上邮费', '五个呢'], []],
    [['你们有什么茶', '龙井两盒 菊花一盒 一共多少 先别加'], []],
    [['找马克杯', '库存够50个吗 绿的'], []],
    [['三个人玩的桌游', '？？我要桌游 除了渡口还有啥'], []],
  ]);
});

describe('what was added up goes in once it is agreed to', () => {
  holds([
    [
      ['looking for a mug', '2 mugs in red and 1 in navy, whats that together?', 'ok add those'],
      ['2 Thumbprint mug, brick red', '1 Thumbprint mug, harbour navy'],
    ],
    [
      ['找马克杯', '红的两个 藏青的一个 一共多少 先别加', '好 就按这个加'],
      ['2 指印马克杯 砖红', '1 指印马克杯 港湾蓝'],
    ],
    [['找马克杯', '鼠尾草绿的买三个送人 一共多少啊', '那拿五个吧'], ['5 指印马克杯 鼠尾草绿']],
  ]);
});

describe('each form that is told goes in with its own number', () => {
  holds([
    [
      ['嗡嗡陀螺 有吗', '陀螺吧 加两个 一个蓝的一个红的'],
      ['1 嗡嗡陀螺 晴空蓝', '1 嗡嗡陀螺 樱桃红'],
    ],
    [
      ['嗡嗡陀螺 有吗', '红黄各来一个'],
      ['1 嗡嗡陀螺 樱桃红', '1 嗡嗡陀螺 向日葵黄'],
    ],
    [
      ['找马克杯', '六个 三个红的三个绿的'],
      ['3 指印马克杯 砖红', '3 指印马克杯 鼠尾草绿'],
    ],
    [
      ['do you sell candles', 'two of them, one yellow and one pink'],
      ['1 Osmanthus candle, sunflower', '1 Osmanthus candle, peach blossom'],
    ],
    [
      ['game for 4 people', "never mind that. I'll take the ferry one. green please"],
      ['1 Ferry Crossing board game, pine green'],
    ],
    [['looking for a mug', 'put twelve of the sage in my cart'], ['12 Thumbprint mug, sage']],
  ]);
});

describe('another of what went in, whoever it is for', () => {
  const [shoe, grey] = ['Goatpath trail shoe, ember orange', 'goatpath trail shoe in orange size 43, add to cart'];
  holds([
    [[grey, 'make it two pairs, one for my brother size 45'], [`2 ${shoe}, size 43, 45`]],
    [[grey, 'no, the same goatpath in 45, any colour is ok'], [`2 ${shoe}, size 43, 45`]],
    [[grey, 'same again for my mate but a 42'], [`2 ${shoe}, size 43, 42`]],
    [[grey, 'and one for my sister in 40'], [`2 ${shoe}, size 43, 40`]],
    [['山羊径橙色43码加购物车', '同款再来一双41的给我老婆'], ['2 山羊径越野跑鞋 余烬橙（43, 41码）']],
    [['山羊径橙色43码加购物车', '再给我哥来一双44的'], ['2 山羊径越野跑鞋 余烬橙（43, 44码）']],
    [
      ['moss barrier cream 30 g', 'add one', 'Then add another of the creams, so I get it free'],
      ['2 Moss barrier cream, 30 g'],
    ],
  ]);
});

describe('a number or a size is of what went in', () => {
  holds([
    [
      [
        'thumbprint mug in sage please, add 15',
        'whats the total',
        'Could you make that 16, one extra in case of breakage? No shampoo.',
      ],
      ['16 Thumbprint mug, sage'],
    ],
    [
      ['thumbprint mug in navy pls, add 4', 'and 4 in red as well', 'swap one of the navy for a red'],
      ['3 Thumbprint mug, harbour navy', '5 Thumbprint mug, brick red'],
    ],
    [
      ['do you sell candles', 'two of them, one yellow and one pink', 'no wait make the pink two'],
      ['1 Osmanthus candle, sunflower', '2 Osmanthus candle, peach blossom'],
    ],
    [['thumbprint mug in red please, add 5', 'could i get 6 red instead of 5?'], ['6 Thumbprint mug, brick red']],
    [
      ['patient rabbit do you have it in white and blue', 'both please', 'add them both'],
      ['1 Patient Rabbit, chalk white', '1 Patient Rabbit, clear sky'],
    ],
    [
      ['找马克杯', '六个 三个红的三个绿的', '绿的少一个'],
      ['3 指印马克杯 砖红', '2 指印马克杯 鼠尾草绿'],
    ],
    [['宽街跑鞋有吗', '行吧就宽街的 他穿42码 黑色 加购物车'], ['1 宽街宽楦跑鞋 墨黑（42码）']],
    [['宽街跑鞋有吗', '宽街黑色加购物车', '42 我刚说了。不要杯子'], ['1 宽街宽楦跑鞋 墨黑（42码）']],
  ]);
});

describe('whoever wants to see it, or nothing more of it', () => {
  holds([
    [['有风筝吗', '买一个红的', '给我看一下购物车'], ['1 沙燕风筝 樱桃红']],
    [['looking for a mug', 'put one of the sage in my cart', 'this is hopeless. empty it all'], []],
  ]);
});
