import { describe, expect, test } from 'vitest';
import { cartAfter, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is asked changes no cart, and what is said changes it so and no further. */
const shop = talkingShop();

describe('a question puts nothing in and takes nothing out', () => {
  test.each<[readonly string[], RegExp]>([
    [['do you have a flask', 'the seal of mine is worn out, can I get a spare one?'], /^$/],
    [['do you have a power bank', 'how big is the battery and can i take it on a plane'], /^$/],
    [['do you have headphones', 'can i take these swimming'], /^$/],
    [['有保温杯吗', '我要黑的。漏水吗'], /^$/],
    [['有风筝吗', '加一个', '送不送线'], /^1 × [^;]*风筝[^;]*$/],
    [['有嗡嗡陀螺吗', '来三个', '购物车里是三个吧?够不够包邮'], /^3 × [^;]*陀螺[^;]*$/],
    [['有保温杯吗', '来一个', '加就加了吧。能刻字吗'], /^1 × [^;]*$/],
    [['有龙井吗', '来一盒', '一盒才50克吧'], /^1 × [^;]*$/],
    [['有风筝吗', '加吧', '别加啊我就问问 线有多长'], /^$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('so many, in that form, and one of each', () => {
  test.each<[readonly string[], RegExp]>([
    [['有嗡嗡陀螺吗', '那蓝的来仨'], /^3 × [^;]*晴空蓝$/],
    [['有保温杯吗', '那来俩'], /^2 × [^;]*$/],
    [['米泔温和洁面乳', '请将二百毫升装两支加入购物车'], /^2 × [^;]*200 毫升$/],
    [
      ['any kites?', "I'll have two, one for her and one for her brother. Different colours: yellow and green"],
      /^(?=.*1 × [^;]*sunflower)(?=.*1 × [^;]*pine green)[^;]*;[^;]*$/,
    ],
    [['any kites?', "I'll take two, red and yellow"], /^(?=.*1 × [^;]*cherry red)(?=.*1 × [^;]*sunflower)[^;]*;[^;]*$/],
    [['i need a notebook', 'and a mug', 'both please, one of each'], /^(?=.*1 × [^;]*notebook)(?=.*1 × [^;]*mug)/],
    [['有鹅颈电水壶吗', '有滤杯吗', '两个都要白的,加购'], /^(?=.*1 × [^;]*水壶 粉白)(?=.*1 × [^;]*滤杯 粉白)/],
    [['山茶手工皂三块礼盒 加购物车'], /^(?!.*茶 )/],
    [['thumbprint mug', 'bit dear but ok ill take the navy one'], /^1 × [^;]*navy$/],
    [['do you have woks', 'a knife is no pan. I take the wok in grey. Thanks!'], /^1 × [^;]*wok, slate grey$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('one for another, and out again', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ['add the longway shoe in ember orange, size 45', 'can I get them in the grey instead of orange?'],
      /^1 × [^;]*slate grey, size 45$/,
    ],
    [['米泔温和洁面乳 100毫升 加两支', '错了，是200毫升的，非100毫升。烦请更正。'], /^2 × [^;]*200 毫升$/],
    [['米泔温和洁面乳 100毫升 加两支', '100毫升的两支请删去。'], /^$/],
    [['add the twelve hours flask in green', 'No no not a whole flask, just the seal. Take the flask out'], /^$/],
    [['有保温杯吗', '第一个来4个', '够不够包邮', '我靠怎么变4个了 我没让你加 改成3个'], /^3 × [^;]*$/],
    [['有龙井吗', '加购', '它重吗', '改成3盒'], /^3 × [^;]*$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

test('the sum is told of what goes in', async () =>
  expect(
    await toldAfter(shop, [
      'Longjing green tea 50 g',
      'Brilliant. Two of them in the cart please. What does that come to?',
    ]),
  ).toMatch(/2 × [^\n]*Longjing[^\n]* are in your cart\.(?![\s\S]*brilliant)/));
