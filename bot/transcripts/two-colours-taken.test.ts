import { describe, expect, test } from 'vitest';
import { heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Two colours of one thing are two things that go in; the same number told once more is no more of it. */
const shop = talkingShop();

const holds = async (says: readonly string[], held: readonly RegExp[]) => {
  const { lines } = await heardWithCart(shop, says);
  expect(lines).toHaveLength(held.length);
  for (const line of held) expect(lines).toContainEqual(expect.stringMatching(line));
};

describe('one in each of two colours', () => {
  test.each<[readonly string[], readonly RegExp[]]>([
    [
      ['有保温杯吗', '红的和黑的都好看，两个都要'],
      [/^1 × .*砖红$/, /^1 × .*墨黑$/],
    ],
    [
      ['有双肩包吗', '第一个', '红的和藏青都好看，两个都要'],
      [/^1 × .*双肩包 砖红$/, /^1 × .*双肩包 港湾蓝$/],
    ],
    [
      ['有双肩包吗', '第一个', '红色和藏青我都喜欢，都来一个'],
      [/^1 × .*双肩包 砖红$/, /^1 × .*双肩包 港湾蓝$/],
    ],
    [
      ['有马克杯吗', '红色跟绿色都想要'],
      [/^1 × .*砖红$/, /^1 × .*鼠尾草绿$/],
    ],
    [
      ['show me mugs', 'I love the red and the green, both please'],
      [/^1 × .*brick red$/, /^1 × .*sage$/],
    ],
    [
      ['show me flasks in green', 'add it, in red too'],
      [/^1 × .*pine green$/, /^1 × .*brick red$/],
    ],
    [
      ['show me backpacks', 'the first one', 'add this, also in navy'],
      [/^1 × .*ink black$/, /^1 × .*harbour navy$/],
    ],
    [
      ['有绿色的保温杯吗', '要这个，红色也要'],
      [/^1 × .*松针绿$/, /^1 × .*砖红$/],
    ],
    [
      ['有绿色的保温杯吗', '这个要了，红色的也来一个'],
      [/^1 × .*松针绿$/, /^1 × .*砖红$/],
    ],
  ])('%j', holds);

  test.each<[readonly string[], RegExp]>([
    [['有提灯吗', '红的和藏青都好看，两个都要'], /没有红色/],
    [['有提灯吗', '绿的和藏青都好看，两个都要'], /没有藏青/],
    [['show me camping lanterns', 'red and navy are lovely. both please'], /not in red/],
  ])('%j: in which it comes is told, and none goes in', async (says, told) => {
    const { lines, text } = await heardWithCart(shop, says);
    expect(lines).toEqual([]);
    expect(text).toMatch(told);
  });

  test.each([
    [['有双肩包吗', '第一个', '红的和绿的都好看，选哪个']],
    [['有双肩包吗', '第一个', '红的和绿的都不要']],
    [['show me flasks', 'red or green, both nice']],
  ])('%j puts nothing in', async says => {
    expect((await heardWithCart(shop, says)).lines).toEqual([]);
  });
  test('"add it in red" is that one alone', () => holds(['show me flasks', 'add it in red'], [/^1 × .*brick red$/]));
});

describe('the same number once more', () => {
  test.each<[readonly string[], RegExp]>([
    [['do you have tea?', 'add one bag of the first', 'ok one bag'], /^1 × /],
    [['show me mugs', 'add one', 'yes one'], /^1 × /],
    [['show me mugs', 'add two', 'yes two'], /^2 × /],
    [['show me mugs', 'add one', 'ok, 2'], /^2 × /],
    [['有马克杯吗', '加一个', '嗯，一个'], /^1 × /],
    [['有马克杯吗', '加两个', '对，两个'], /^2 × /],
    [['有马克杯吗', '加一个', '嗯，两个'], /^2 × /],
    [['show me mugs', 'add one', 'one more'], /^2 × /],
    [['有马克杯吗', '加一个', '再来一个'], /^2 × /],
  ])('%j', async (says, held) => holds(says, [held]));
});
