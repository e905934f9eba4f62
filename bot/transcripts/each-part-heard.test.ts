/** Two or three things in one message: what is taken goes in, and each that is asked is answered or named as open. */
import { expect, test } from 'vitest';
import { heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

/** Said in one message: what goes in, and what is answered beside it. */
const heard: [said: readonly string[], tells: RegExp, ...lines: RegExp[]][] = [
  [
    ['hand cream', "Oh good. I'll have three, one for me and two for my sister. How long till it reaches England?"],
    /8 to 15 days/,
    /^3 × .*hand cream/,
  ],
  [['face cream for men', 'ideal. one of them. oh and do you gift wrap?'], /gift wrap/, /^1 × .*face cream/],
  [
    [
      'bluetooth headphones',
      'the pebble in black then. how long does the battery last on those, and they ok in drizzle?',
    ],
    /5 hours/,
    /^1 × .*Pebble.*black/,
  ],
  [
    ['candles', 'the osmanthus one please, how long does it burn? and a mug to go with it'],
    /40 hours[\s\S]*fit/,
    /^1 × .*candle/,
  ],
  [
    ['dark roast coffee', 'the coal boat then, 2 bags. how should i store them and is there a discount on two?'],
    /half price/,
    /^2 × .*Coal Boat/,
  ],
  [['mugs', 'the red one please, does that get me over 50?'], /comes to ¥71/, /^1 × .*mug, brick red/],
  [['有没有保温杯', '那只好它了，红色，能刻字吗，我想刻个名字'], /刻字/, /^1 × .*保温杯 砖红/],
  [['有泡脚包吗', '买一个 再来个便宜的蜡烛 一起不超过150'], /下面哪一款/, /^1 × .*泡脚包/],
  [['书页夹灯', '牛 那夹灯白的红的各一 再来俩好看的本子'], /下面哪一款/, /夹灯 粉白/, /夹灯 砖红/],
  [['有铁观音吗', '50克的一罐 带进加拿大海关没问题吧'], /带进加拿大海关没问题/, /^1 × .*铁观音.*50 克/],
  [['给女朋友买个蜡烛', '就这个了,粉色,能烧多久'], /40 小时/, /^1 × .*蜡烛 桃花粉/],
  [['归家礼盒有吗', '那要礼盒一个，紫色那款，另外碗要白的一套，超300没有'], /¥318/, /归家礼盒 夜梅紫/, /早安碗.*粉白/],
];
test.each(heard)(
  'what is taken goes in, and what is asked beside it is answered: %s',
  async (said, tells, ...lines) => {
    const { text, lines: inCart } = await heardWithCart(shop, said);
    expect(text).toMatch(tells);
    expect(inCart).toHaveLength(lines.length);
    for (const line of lines) expect(inCart.some(one => line.test(one))).toBe(true);
  },
);

test.each<[said: readonly string[], tells: RegExp]>([
  [['goatpath trail shoe', 'Goatpath it is. Do you have it in grey?'], /in grey/],
  [['二号线通勤双肩包 墨黑', '行吧那买它，有没有深蓝的'], /藏青/],
])('a form that is asked for comes before what is taken: %s', async (said, tells) => {
  const { text, lines } = await heardWithCart(shop, said);
  expect(text).toMatch(tells);
  expect(lines).toHaveLength(0);
});

test.each<[said: readonly string[], tells: readonly RegExp[], not?: RegExp]>([
  [['砖红马克杯', '它不是陶瓷那是什么材质？能微波吗'], [/炻器|陶/, /微波炉：可以/], /没有更多说明/],
  [['有泡脚包吗', '泡脚包可以诶 几包 里面是啥'], [/艾草、老姜/], /为您找到/],
])('of several things asked each is answered or named as open: %s', async (said, tells, not) => {
  const { text } = await heardWithCart(shop, said);
  for (const tell of tells) expect(text).toMatch(tell);
  if (not) expect(text).not.toMatch(not);
});
