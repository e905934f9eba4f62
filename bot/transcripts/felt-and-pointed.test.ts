/** What is only felt or told of oneself, in other tongues or of the bot; and which of a list is meant by its price. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const answerTo = async (...turns: readonly string[]) => lastOf(await shop.talkTo(), turns);

describe('nothing is searched for, told or noted', () => {
  test.each([
    [['do you ship to kenya', "that's a pity"], /sorry it isn't what you hoped for/],
    [['show me mugs', 'too bad'], /sorry it isn't what you hoped for/],
    [['能寄肯尼亚吗', '那太可惜了'], /没能让您满意/],
    [['能加急吗', '太遗憾了'], /没能让您满意/],
    [['i hate your chatbot'], /sorry I'm not more help.*a person/],
    [['i cant stand chatbots'], /sorry I'm not more help/],
    [['你真笨'], /没帮上您.*转人工/],
    [["i'm not good with computers"], /in your own words/],
    [['i am 70 and not good with computers'], /in your own words/],
    [['我年纪大了不会弄'], /用平常的话告诉我/],
    [['do you speak english'], /English and in Chinese/],
    [['你会说英语吗'], /中文、英文都行/],
    [['Guten Tag'], /only know English and Chinese/],
    [['konnichiwa'], /only know English and Chinese/],
  ])('%j', async (turns, expected) => {
    const answer = await answerTo(...turns);
    expect(answer.text.replaceAll('’', "'")).toMatch(expected);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });

  test.each([
    [['do you ship to kenya', "that's a shame. and to egypt?"], /Egypt/],
    [['能寄肯尼亚吗', '可惜了，那埃及呢'], /埃及/],
    [['any student discount?', "that's a pity, ok show me mugs"], /fits/],
    [['Guten Tag, show me mugs'], /fits/],
    [['you are so helpful'], /welcome/],
  ])('%j: what is asked beside it is answered', async (turns, expected) => {
    expect((await answerTo(...turns)).text).toMatch(expected);
  });
});

describe('by its price one of the list is shown, and put in only when it is taken', () => {
  test.each([
    [['show me a warm jacket', 'the cheapest one']],
    [['暖和的外套', '最便宜的那件']],
    [['看看耳机', '贵的那个']],
    [['看看耳机', '便宜的那个']],
    [['show me wireless headphones', 'the expensive one']],
    [['看看耳机', '最贵的那个多少钱']],
    [['show me wireless headphones', "what's the most expensive one"]],
    [['show me wireless headphones', 'the cheap one in white']],
  ])('%j', async turns => {
    const talk = await shop.talkTo();
    const answer = await lastOf(talk, turns);
    expect(cardsOfType(answer, 'product')).toHaveLength(1);
    expect((await lastOf(talk, ['whats in my cart'])).text).toMatch(/empty/);
  });

  test.each([
    [['show me a warm jacket', "i'll take the cheapest one"], /is in your cart/],
    [['暖和的外套', '要最便宜的那件'], /已加入购物车/],
    [['add a jacket', 'the cheapest one'], /is in your cart/],
    [['加一件外套', '最便宜的那个'], /已加入购物车/],
    [['看看耳机', '就要最贵的那副吧'], /息声.*已加入购物车/],
    [['看看耳机', '那我要最便宜的'], /素声有线耳机.*已加入购物车/],
    [['看看耳机', '来个最便宜的吧'], /素声有线耳机.*已加入购物车/],
    [['show me wireless headphones', "I'll take the most expensive one then"], /Hush.*is in your cart/],
  ])('%j is taken', async (turns, expected) => {
    expect((await answerTo(...turns)).text).toMatch(expected);
  });

  test('the dearest in a colour that it does not come in is told as that', async () => {
    const { text } = await answerTo('show me wireless headphones', 'the expensive one, in white');
    expect(text).toMatch(/not in white/);
  });
});

test.each([
  ['暖和的外套', '要最便宜的那件', 'L'],
  ['暖和的外套', '我要贵的那件', 'm'],
])('%s, %s, %s: a size keeps the language', async (...turns) => {
  expect((await answerTo(...turns)).text).toMatch(/购物车|合计/);
});

describe('what somebody has enough of is not shown', () => {
  test.each([
    [['给女儿买生日礼物，7岁', '拼图她够多了'], /拼图/],
    [['i need a present for my daughter, 7', 'she has puzzles enough'], /puzzle/],
  ])('%j', async (turns, enough) => {
    const cards = cardsOfType(await answerTo(...turns), 'product');
    expect(cards.length).toBeGreaterThan(1);
    for (const card of cards) expect(card.name).not.toMatch(enough);
  });
});

test.each([
  [['show me jackets', 'the first one', 'what sizes are left'], /S, M, L, XL/],
  [['看看外套', '第一个', '还剩哪些尺码'], /S、M、L、XL/],
  [['do you have night lights'], /don't sell that \(“nightlights”\)/],
  [['can you send it to my office'], /Any address in mainland China/],
  [['能寄到我公司吗'], /中国大陆的地址都能送/],
])('%j', async (turns, expected) => {
  expect((await answerTo(...turns)).text.replaceAll('’', "'")).toMatch(expected);
});
