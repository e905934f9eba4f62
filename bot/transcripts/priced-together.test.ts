import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** One price for several things: each costs its share, what they come to is told, and nothing goes into the cart by it. */
const shop = talkingShop();

const answerTo = async (...messages: readonly string[]) => lastOf(await shop.talkTo(), messages);
const inCart = /in your cart|已加入购物车/;

describe('so many of one kind', () => {
  test.each<[string[], string, string]>([
    [['I need 3 mugs, no more than 200 altogether'], '¥177', '¥200'],
    [['mugs: i want 4 and can spend 300 for all of them'], '¥236', '¥300'],
    [['two water bottles under 250 total please'], '¥218', '¥250'],
    [['buy me 2 candles, 200 for both'], '¥178', '¥200'],
    [['do you have mugs', '3 of them in blue, under 200 together'], '¥177', '¥200'],
    [['要3个马克杯，一共不超过200'], '¥177', '¥200'],
    [['got 300 for 3 mugs'], '¥177', '¥300'],
    [["I've got 200 to spend on 2 mugs"], '¥118', '¥200'],
    [['三百块买三个马克杯'], '¥177', '¥300'],
    [['300预算两个马克杯'], '¥118', '¥300'],
    [['two flasks and a mug, 300 altogether'], '¥277', '¥300'],
    [['保温杯两个马克杯一个 总共300以内'], '¥277', '¥300'],
    [['指印马克杯', '要四个蓝色的，一共250以内'], '¥236', '¥250'],
  ])('come to this, within what was said: %j', async (messages, total, within) => {
    const answer = await answerTo(...messages);
    expect(answer.text).toContain(total);
    expect(answer.text).toMatch(new RegExp(`within ${within}|在${within}以内`));
    expect(answer.text).not.toMatch(inCart);
  });

  test.each<[string[], string]>([
    [['3 mugs for under 150 together'], '¥177'],
    [['do you have mugs', '3 of them, under 150 together'], '¥177'],
    [['show me mugs', 'put 3 in my cart, under 150 together'], '¥177'],
    [['three notebooks for under 100 together, in red'], '¥147'],
    [['三个杯子总共150以内'], '¥177'],
    [['有马克杯吗', '要3个，加起来150以内'], '¥177'],
    [['指印马克杯', '加3个到购物车，总共150以内'], '¥177'],
    [['3个笔记本 合计100以内 红色的'], '¥147'],
  ])('are said to come to more, and are not ordered: %j', async (messages, total) => {
    const { text } = await answerTo(...messages);
    expect(text).toContain(total);
    expect(text).toMatch(/more than|超过/);
    expect(text).not.toMatch(inCart);
  });

  test('are ordered where that is said and they cost no more', async () => {
    const { text } = await answerTo('show me mugs', 'put 3 in my cart, under 200 together');
    expect(text).toMatch(/^3 × .* are in your cart/);
  });
});

describe('presents', () => {
  test.each<[string, number]>([
    ['gifts for four people, 200 in all', 5_000],
    ['four gifts for colleagues, 400 in total', 10_000],
    ['想买四份礼物送同事，加起来400以内', 10_000],
    ['四个人的礼物，总共200', 5_000],
    ['给爸妈买两盒茶，两盒一共300以内', 15_000],
  ])('cost no more than their share: %s', async (message, share) => {
    const prices = cardsOfType(await answerTo(message), 'product').map(card => card.priceMinor);
    expect(prices.length).toBeGreaterThan(0);
    expect(Math.max(...prices)).toBeLessThanOrEqual(share);
  });
  test.each(['3 mugs under 80 each', '3个杯子每个80以内'])('each at a price has that price: %s', async message => {
    expect((await answerTo(message)).text).toContain('¥80');
  });
});

describe('the one that is looked at and one more', () => {
  test.each<[string[]]>([
    [
      [
        "tea for my sister, I'd spend up to 150, gift tin",
        'does the buckwheat one have caffeine?',
        "Then I'd like that one plus a mug to go with it, still under 170 for both",
      ],
    ],
    [['show me the buckwheat tea 250 g', 'that one and a mug with it, both under 170']],
    [['看看苦荞茶250克礼罐', '就它了，再搭个杯子，加起来不超过170']],
    [['烤荞麦茶250克礼罐多少钱', '这个再配一个马克杯，两样170以内']],
  ])('are summed, and both are shown: %j', async messages => {
    const answer = await answerTo(...messages);
    expect(answer.text).toContain('¥168');
    expect(answer.text).not.toMatch(inCart);
    expect(cardsOfType(answer, 'product').map(card => card.priceMinor)).toEqual([10_900, 5_900]);
  });
  test('come to more than that', async () => {
    const { text } = await answerTo(
      'show me the buckwheat tea 250 g',
      "i'll take that one plus a sage mug, under 150 for both",
    );
    expect(text).toContain('¥168, more than ¥150');
    expect(text).not.toMatch(inCart);
  });
  test.each(['a book light and a notebook, 120 for both', '阅读灯和笔记本，两样一共120以内'])(
    'so are two kinds: %s',
    async message => {
      expect((await answerTo(message)).text).toContain('¥118');
    },
  );
});

test.each([
  [['500 for two jackets altogether'], 250],
  [['I have 500 for two jackets'], 250],
  [['500块买两件夹克'], 250],
])('each costs its share, wherever the money stands: %j', async (messages, most) => {
  const cards = cardsOfType(await answerTo(...messages), 'product');
  expect(cards.length).toBeGreaterThan(0);
  for (const { price } of cards) expect(Number(/[\d.]+/.exec(price.replaceAll(',', ''))![0])).toBeLessThanOrEqual(most);
});

test('"got 200 for 3 of them" orders none', async () => {
  expect((await answerTo('show me mugs', 'got 200 for 3 of them')).text).not.toMatch(inCart);
});

describe('a kind that is named beside other goods', () => {
  test.each([
    [['how much is the workbench chore jacket in chestnut', 'so if i buy 2 longjing 50g and a jacket what do i pay']],
    [['栗棕的工作台工装外套多少钱', '那我买两盒50克龙井和外套一共多少']],
  ])('is the one of it that is looked at: %j', async says => {
    const { text } = await answerTo(...says);
    expect(text).toMatch(/Workbench chore jacket, chestnut: ¥319|工作台工装外套 栗棕 ¥319/);
    expect(text).not.toMatch(inCart);
  });

  test.each([
    [['how much are 2 longjing 50g and a jacket altogether']],
    [
      [
        'how much is the workbench chore jacket in chestnut',
        'how much are 2 longjing 50g and another jacket altogether',
      ],
    ],
  ])('is asked about where none is, or another is meant: %j', async says => {
    expect((await answerTo(...says)).text).not.toMatch(/Workbench chore jacket, chestnut: ¥/);
  });
});
