import { describe, expect, test } from 'vitest';
import { cartAfter, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** The last change of the cart taken back: by the button under it, and in a shopper's own words. */
const shop = talkingShop();

const navyToo = ['thumbprint mug', 'add the red one', 'add two of the navy one'];
const navyTooZh = ['指印马克杯', '红色的加一个', '藏青的来两个'];
const red = /^1 × [^;]*(?:brick red|砖红)$/;

describe('what went in goes out again, and nothing else', () => {
  test.each<[readonly string[], string, RegExp]>([
    [navyToo, 'Undo that', red],
    [navyToo, 'oops, undo', red],
    [navyToo, 'oh no, that was a mistake', red],
    [navyToo, 'no no, I clicked the wrong one', red],
    [navyToo, "I didn't mean to add that", red],
    [navyToo, 'WHAT no! not 2 pieces!! take them all out', red],
    [navyTooZh, '撤销刚才的操作', red],
    [navyTooZh, '等等 加错了', red],
    [navyTooZh, '不对不对 刚才那步撤回', red],
    [navyTooZh, '手滑了，撤销', red],
    [['thumbprint mug in sage', 'add it', 'what does it cost to send?'], 'undo that please', /^$/],
    [['thumbprint mug', 'add the red one and the navy one'], 'undo', /^$/],
  ])('%j, then "%s"', async (before, said, held) => expect(await cartAfter(shop, [...before, said])).toMatch(held));
});

describe('what went out, or became more or another size, is as it was', () => {
  const inRed = ['thumbprint mug', 'add the red one'];
  const inRedZh = ['指印马克杯', '红色的加一个'];
  test.each<[readonly string[], RegExp]>([
    [[...inRed, 'remove it', 'put it back'], red],
    [[...inRed, 'empty the cart', 'oh no I still wanted that'], red],
    [[...inRedZh, '删掉', '恢复一下 我还要的'], red],
    [[...inRedZh, '清空购物车', '哎呀删错了'], red],
    [[...inRed, 'make it 20', 'oops, undo'], red],
    [[...inRedZh, '改成20个', '我没说20个啊'], red],
    [[...inRedZh, '改成20个', '撤销'], red],
    [[...inRed, 'make it 20', 'cancel that'], red],
    [['thumbprint mug', 'add the red one and the navy one', 'empty my cart', 'undo'], /^1 × [^;]*; ?1 × [^;]*$/],
    [[...navyToo, 'undo', 'undo'], /brick red.*2 × .*navy|2 × .*navy.*brick red/],
    [
      ['plum rain shell', 'add it in green size M', 'actually make it L', 'no, put it back how it was'],
      /^1 × [^;]*green, size M$/,
    ],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('too many are as many fewer', () => {
  test.each<[readonly string[], RegExp]>([
    [['thumbprint mug in red', 'add 3', "that's two too many"], red],
    [['thumbprint mug in red', 'add 2', 'one mug too many'], red],
    [['指印马克杯 砖红', '来两个', '你多加了一个'], red],
    [['指印马克杯 砖红', '来两个', '多了一个'], red],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('where nothing was changed, nothing is', () => {
  test.each<[readonly string[], RegExp]>([
    [['hi', 'undo'], /nothing was changed/i],
    [['你好', '撤销'], /没有(?:做)?任何|没有改|没改|什么都没|没有变/],
  ])('%j', async (says, told) => expect(await toldAfter(shop, says)).toMatch(told));
  // A number that nobody heard is no undoing, and what else is said is read.
  test.each<[readonly string[], RegExp]>([
    [['thumbprint mug in red', 'add 2', "I didn't say 5"], /^2 × /],
    [['thumbprint mug in red', 'add 2', 'that was a mistake I made last year'], /^2 × /],
    [['指印马克杯 砖红', '来两个', '要撤销订单找谁'], /^2 × /],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('the button', () => {
  const undoIn = async (says: readonly string[]): Promise<boolean> => {
    const talk = await shop.talkTo();
    let labels: readonly string[] = [];
    for (const text of says) labels = (await talk.say(text)).suggestions;
    return labels.includes('Undo') || labels.includes('撤销');
  };
  test.each<[readonly string[], boolean]>([
    [['thumbprint mug in red', 'add it'], true],
    [['thumbprint mug in red', 'add it', 'make it 3'], true],
    [['thumbprint mug in red', 'add it', 'remove it'], true],
    [['指印马克杯 砖红', '加购物车'], true],
    [['thumbprint mug in red', 'add it, and what does delivery cost?'], true],
    [['thumbprint mug in red', 'add it', 'undo that'], false],
    [['thumbprint mug in red', 'add it', 'show me my cart'], false],
    [['thumbprint mug in red'], false],
  ])('%j: %s', async (says, there) => expect(await undoIn(says)).toBe(there));
});
