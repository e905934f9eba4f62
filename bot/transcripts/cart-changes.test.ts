import { describe, expect, test } from 'vitest';
import { cartAfter, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is bought by how it should be, and what is changed of what went in: the cart at the end of each talk. */
const shop = talkingShop();

describe('what is told to be different is changed, and not added', () => {
  test.each<[readonly string[], RegExp]>([
    [['add a thumbprint mug in sage', 'no, navy i said'], /^1 × .*harbour navy$/],
    [['add a thumbprint mug in sage', 'change it to 8 and two of them navy'], /^6 × .*sage; 2 × .*harbour navy$/],
    [['add the goosefall jacket in green, size M', 'wait, L not M'], /^1 × .*pine green.*size L$/],
    [['add the goosefall jacket in green, size M', 'change the jacket size to XL'], /size XL$/],
    [['add 2 thumbprint mugs in sage', 'only ONE mug'], /^1 × .*sage$/],
    [['a thermos for the office', 'the red one, two please'], /^2 × .*brick red$/],
    [['a thermos for the office', 'the red one, two please', 'no, make it just one'], /^1 × .*brick red$/],
    [['add 2 thumbprint mugs in sage', 'remove one again'], /^1 × .*sage$/],
    [
      ['add a thumbprint mug in sage', 'add the ceramic dripper in white', 'no, take the mug out again'],
      /^1 × .*dripper, chalk white$/,
    ],
    [
      ['add a thumbprint mug in sage', 'add the ceramic dripper in white', 'i only want the dripper'],
      /^1 × .*dripper, chalk white$/,
    ],
    [['coal boat dark roast', 'add the 500 g', 'remove the coal boat, add the baoshan 500g'], /^1 × .*Baoshan.*500 g$/],
    [['湿石板风衣 燕麦色', '来一件M的', '换成L吧 怕小'], /^1 × .*燕麦色.*L码/],
    [['素声有线耳机', '白的来一个', '白的不要 只要蓝的'], /^1 × .*晴空蓝$/],
    [['四合院积木', '红的拿一套', '不是红的 我要米色那个 换一下'], /^1 × .*燕麦色$/],
    [['煤船深烘咖啡豆', '250克的来一份', '还是换成500克的吧'], /^1 × .*500 克$/],
    [['煤船深烘咖啡豆', '250克的来一份', '再来一份500克的', '把250克的删掉'], /^1 × .*500 克$/],
    [['十二时辰保温杯', '黑的来10个', '红的4个黑的6个 改一下'], /6 × .*墨黑; 4 × .*砖红/],
    [['半月单肩包', '黑的来一个', '黑的删了 要粉的'], /^1 × .*桃花粉$/],
    [['add 2 of the longjing 250 g gift tin', 'actually make it the 50 g one, just one'], /^1 × .*Longjing.* 50 g$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('what was not asked for goes out, and nothing else goes in', () => {
  const held = '二人茶壶';
  test.each<[readonly string[], RegExp]>([
    [[held, '加一个墨黑的', '我没要茶壶呀，只是问价，去掉'], /^$/],
    [[held, '加一个墨黑的', '我就是问问价格，别加'], /^$/],
    [[held, '加一个墨黑的', '谁让你加了 我只是想看绿色的'], /^$/],
    [[held, '来一个墨黑的', '来一个松针绿的', '我没要绿的呀，去掉'], /^1 × .*墨黑$/],
    [[held, '加一个墨黑的', '239的那个去掉'], /^$/],
    [[held, '加一个墨黑的', '指印马克杯 砖红', '加一个', '那个59的不要了'], /^1 × .*茶壶 墨黑$/],
    [['Thumbprint mug', 'add the navy one', 'who said add? just wanted to see it'], /^$/],
    [['Thumbprint mug', 'add the navy one', 'why did you add that, i only asked the price'], /^$/],
    [[held, '加一个墨黑的', '我没要错吧'], /^1 × .*墨黑$/],
    [[held, '加一个墨黑的', '别的不要了'], /^1 × .*墨黑$/],
    [['Thumbprint mug', 'add the navy one', 'just checking, is it dishwasher safe?'], /^1 × .*navy$/],
  ])('%j', async (says, left) => expect(await cartAfter(shop, says)).toMatch(left));
  test.each<[readonly string[], RegExp]>([
    [['39码女 慢跑 不要粉色', '第一个不就是粉的吗。要黑色的'], /^$/],
    [['39码女 慢跑 不要粉色', '我不是说了不要粉色吗，要黑色的'], /^$/],
    [['running shoes size 39', "isn't the first one pink? i want black"], /^$/],
    [['茶壶', '这不是黑的吗。绿的来一个'], /^1 × .*松针绿$/],
  ])('nothing is bought of what is objected to: %j', async (says, left) =>
    expect(await cartAfter(shop, says)).toMatch(left),
  );
});

describe('a number of a name counts nothing', () => {
  test.each<[readonly string[], RegExp]>([
    [['put a green twelve hours flask in my cart'], /^1 × .*flask, pine green$/],
    [['add the Two Nights leather weekender in green'], /^1 × .*weekender, pine green$/],
    [['add two Two Nights leather weekenders in green'], /^2 × .*weekender/],
    [['a flask', 'add 12 of the twelve hours flask in green'], /^12 × .*pine green$/],
  ])('%j', async (says, left) => expect(await cartAfter(shop, says)).toMatch(left));
});

describe('a number is a size or a count as it was said', () => {
  test.each<[readonly string[], RegExp]>([
    [['龙井有吗', '来100的'], /^1 × .*100 克$/],
    [['龙井有吗', '来两罐250的'], /^2 × .*250 克礼罐$/],
    [['维C精华有吗', '还要30的'], /^1 × .*30 毫升$/],
    [['护手霜', '行 拿三支'], /^3 × .*护手霜/],
    [['the longway shoe', "i'll take it in 42.5"], /^$/],
    [['bag for the gym w a shoe compartment', 'I want one with more colour'], /^$/],
    [['杯子！喝水的杯子 一对的', '一个砖红一个藏青', '对 各一个 加车'], /^1 × .*砖红; 1 × .*港湾蓝$/],
    [['a puzzle for adults', '2 of those, one in purple one in orange'], /^1 × .*night plum; 1 × .*ember orange$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('what was not asked for goes out again', () => {
  test.each([
    ['add a thumbprint mug in sage', 'I did not ask to put it in the cart! I only asked what you have.'],
    ['add a thumbprint mug in sage', "i don't want the mug anymore"],
    ['指印马克杯', '来一个绿的', '我还没说买呢'],
    ['指印马克杯', '来一个绿的', '谁让你加购物车了 全删了!!'],
  ])('%s, %s', async (...says) => expect(await cartAfter(shop, says)).toBe(''));
});

describe('what is looked at is bought by how it should be', () => {
  test.each<[readonly string[], RegExp]>([
    [['plum rain shell, does the hood come off', 'fine, yellow then. size L'], /^1 × .*sunflower.*size L$/],
    [['sleeper train duffel, does it have a shoe pocket', 'good, navy. 1'], /^1 × .*harbour navy$/],
    [['sunday egg pan', 'grey one, 1 pc'], /^1 × .*slate grey$/],
    [['osmanthus candle, how long does it burn', 'ok 2 then, and is a card possible?'], /^2 × .*candle/],
    [
      ['plum rain shell', 'goatpath trail shoe', 'Goatpath slate grey 39 and Plum Rain cherry red M'],
      /39; .*cherry red/,
    ],
    [['疾羽碳板竞速跑鞋', '那要43的 红色'], /^1 × .*红.*43码/],
    [['素声有线耳机', '就它了 要蓝的'], /^1 × .*晴空蓝$/],
    [['话梅润唇膏', '好闻 来两支'], /^2 × .*单支$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('a size that was not told is asked for, and the answer completes it', () => {
  test.each<[readonly string[], RegExp, string, RegExp]>([
    [['first mile shoe', 'add the black one'], /Which size of it would you like\?/, '39', /size 39$/],
    [['疾羽碳板竞速跑鞋', '红色的来一双'], /要什么尺码/, '43', /43码/],
  ])('%j', async (says, asked, answer, held) => {
    expect((await lastOf(await shop.talkTo(), says)).text).toMatch(asked);
    expect(await cartAfter(shop, [...says, answer])).toMatch(held);
  });
});

describe('what changes nothing leaves the cart as it is', () => {
  test.each<[readonly string[]]>([
    [['add a thumbprint mug in sage', 'no thanks']],
    [['add a thumbprint mug in sage', 'wait, do you have it in blue?']],
    [['add a thumbprint mug in sage', 'no, i want a lamp']],
    [['add a thumbprint mug in sage', 'show me lamps', 'not the red one']],
    [['指印马克杯', '绿的来一个', '算了 我再看看']],
    [['指印马克杯', '绿的来一个', '洗发水不要']],
    [['指印马克杯', '绿的来一个', '有没有红的']],
  ])('%j', async says => expect(await cartAfter(shop, says)).toMatch(/^1 × .*(?:sage|鼠尾草绿)$/));
});

describe('what is in the cart is added up in few words', () => {
  test.each<[readonly string[], RegExp]>([
    [['add 2 thumbprint mugs in sage', 'how much is that together, with delivery?'], /^Your cart comes to/],
    [['熟普洱', '来两份', '一共多少 包邮吗'], /^购物车合计.*[\s\S]*运费/],
  ])('%j', async (says, heard) => expect((await lastOf(await shop.talkTo(), says)).text).toMatch(heard));
});
