import { describe, expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is ordered in plain words, and what a shop is told beside it: each talk's last answer. */
const shop = talkingShop();

const answerTo = async (says: readonly string[]): Promise<string> => (await lastOf(await shop.talkTo(), says)).text;

describe('what is named goes into the cart, and nothing else', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ['add one thumbprint mug in sage and the dripper in white'],
      /mug, sage is in your cart\.[\s\S]*dripper, chalk white is/,
    ],
    [
      ['does the tieguanyin have caffeine', "ok i'll take two of the buckwheat, small ones"],
      /^2 × .*buckwheat tea, 50 g are/,
    ],
    [['show me lanterns', 'add two, and a tent'], /^2 × .*lantern[\s\S]*don't sell that \(“tent”\)/],
    [
      ['compare the first mile and the tempo 3', "i'll go with the cheaper, size 42"],
      /First Mile.*, size 42 is in your cart/,
    ],
    [
      ['add a thumbprint mug in sage and the dripper in white', 'make it 3 mugs'],
      /^That's 3 × .*mug, sage in your cart/,
    ],
    [
      ['add a thumbprint mug in sage and the dripper in white', 'one more dripper please'],
      /^That's 2 × .*dripper, chalk white/,
    ],
    [['add a thumbprint mug in sage', 'show me candles', 'take out the candles'], /^Which of these should go\?/],
    [['那有没有保温杯', '来两个头灯,再加一个保温杯'], /保温杯.*已加入购物车。\n+我们不卖“头灯”。/],
    [['来份清香铁观音', '加购物车,两份'], /要下面哪一款/],
    [['有什么茶', '苦荞的来三份,小包装的'], /^3件.*苦荞茶 50 克/],
    [['给妈妈买面霜', '那就第一个吧,来两瓶'], /^2件.*面霜.*已加入购物车/],
    [['陶瓷滤杯有白色的没', '要一个白的', '改成黑色的吧'], /滤杯 墨黑已加入购物车[\s\S]*滤杯 粉白已从购物车移除/],
    [['来两个流云盖碗 粉白', '盖碗改成一个'], /现在是1件/],
  ])('%j', async (says, heard) => expect(await answerTo(says)).toMatch(heard));
});

describe('what sounds like an order and is none changes no cart', () => {
  test.each([
    "i'll take a look at the first one",
    'let me get this straight',
    'give me a second',
    "can i have the mug's dimensions",
    "i'll buy a mug elsewhere",
    'give me one reason to buy the mug',
  ])('%s', async text => expect(await answerTo(['show me mugs', text])).not.toMatch(/in your cart/));
});

describe('what is said to a shop beside its goods has an answer', () => {
  test.each<[readonly string[], RegExp]>([
    [['hey, what kinda stuff do you sell?'], /^We sell running shoes/],
    [['你们家都卖些啥呀'], /^我们卖跑鞋/],
    [['is this place legit?'], /pages on returns/],
    [['is this a real shop or a scam'], /^Fair question/],
    [['你们不会是骗子吧'], /都有页面写明/],
    [['你们靠谱吗'], /都有页面写明/],
    [['my order is late', 'thanks for nothing'], /^I'm sorry/],
    [['有耳机吗', '行吧我再看看'], /不着急/],
    [['今天心情不好'], /^抱抱您/],
    [['失恋了,想买点东西犒劳自己'], /^对自己好一点/],
    [['show me parkas', 'bit dear... would you do 1100'], /^I can't agree on a price in the chat/],
    [['风衣多少钱', '五百卖不卖'], /^我这里不能改价/],
    [["when's the next sale"], /^What comes later I can't say/],
    [['how much is the hush headphone in oat', 'can you tell me when it drops below 700'], /^I can't send you word/],
    [['羽绒服有吗', '降价了告诉我'], /没法主动通知您/],
    [['my voucher says it is no longer valid, but i got it this morning'], /^I can't change that/],
    [['我的券显示过期了,昨天刚领的'], /^这个我改不了/],
  ])('%j', async (says, heard) => expect(await answerTo(says)).toMatch(heard));
});
