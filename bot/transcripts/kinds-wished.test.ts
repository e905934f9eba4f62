import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** The kind of thing that is wished for is shown, under whatever name, and nothing of another kind in its place. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('all that is shown is of the kind', () => {
  test.each<[string[], RegExp]>([
    [['frying pan that works on induction'], /skillet|pan/],
    [['我说炒锅！'], /炒锅/],
    [['hand cream that isnt greasy'], /hand cream/],
    [['护手霜 不油的'], /护手霜/],
    [['face wash, nothing fancy'], /cleanser/],
    [['cleanser for my oily teenage son'], /cleanser/],
    [['精华液 妈妈用'], /精华|护肤油/],
    [['desk lamp', 'reading light maybe?'], /light|lamp/],
    [['毛绒玩具 能抱着睡觉的'], /公仔|兔/],
    [['家里香薰有吗'], /蜡烛/],
    [['电脑包 15.6寸能装下的'], /双肩包|邮差包|托特包/],
    [['耳机', '算了 头戴的看看'], /头戴|贴耳|监听/],
    [['想买个杯子 上班泡茶用的'], /马克杯/],
    [['a mug for my tea'], /mug/],
    [['do you have cups'], /mug/],
    [['are your tea bags plastic free'], /tea|oolong|pearls|goji|pu’er|Pu’er/],
    [['茉莉花茶 送人的礼盒装'], /礼罐/],
    [['anything for sore feet after running'], /recovery shoe|foot soak/],
    [['do u have anything that smells nice for the bedroom'], /candle/],
    [['green tea not matcha'], /green tea|Jasmine/],
    [['旅行箱有没有 20寸登机'], /旅行/],
    [['lego?', 'lego blocks then'], /blocks/],
    [['my boyfriend runs on gravel a lot, what shoe would u get him?'], /trail|all-day/],
    [['hey, got any trail shoes that wont get soaked in the rain'], /waterproof trail/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('what is seldom meant by the name of a shelf is left out', () => {
  test.each<[string, RegExp, string, RegExp]>([
    ['gym bag with a shoe compartment', /wash bag|cardholder/, 'wash bag', /wash bag/],
    ['健身包 有放鞋的隔层', /洗漱包/, '洗漱包', /洗漱包/],
    ['rain jacket mens L', /poncho/, 'rain poncho', /poncho/],
    ['冲锋衣 男', /雨披/, '雨披', /雨披/],
    ['推荐个护肤的', /洗发水|泡脚包|剃须/, '洗发水', /洗发水/],
    ['what skincare do you have', /shampoo|foot soak|lip balm/, 'shampoo', /shampoo/],
    ['双肩包 男 学生党', /跑背心包/, '越野跑背包', /跑背心包/],
  ])('%s', async (message, not, named, name) => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(not);
    const asked = await shownAfter(named);
    expect(asked.names.some(one => name.test(one))).toBe(true);
  });
});

describe('another kind is asked for after a list', () => {
  test.each<[string[], RegExp]>([
    [['通勤双肩包', '唉 那托特包呢'], /托特包/],
    [['风衣男款 500以下', '算了 那看看夹克'], /外套|抓绒|夹克/],
    [['菜刀', '那锅呢 炒菜的'], /锅/],
    [['羽绒服 黑色', '算了 有没有别的暖和点的外套'], /外套|抓绒|大衣|羽绒|马甲/],
    [['防晒霜', '你家还有别的防晒吗 儿童的也行'], /防晒/],
    [['pour over set for coffee', 'no i mean the dripper'], /dripper/],
    [['bags under 300', 'not the cardholder obviously. a backpack'], /backpack|pack|sack/],
    [['lunch box for my daughter', 'lol a puzzle? no. a food flask thing'], /flask/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('two kinds in one wish are both there', () => {
  test.each<[string, RegExp, RegExp]>([
    ['looking for a moisturiser for dry skin and a lip balm', /cream|gel/, /lip balm/],
    ['2 bags of oolong and one teapot', /oolong/, /teapot/],
    ['面霜和润唇膏', /面霜/, /唇膏/],
    ['rain jacket and trail running shoes', /shell|jacket/, /trail shoe/],
  ])('%s', async (message, one, other) => {
    const { names } = await shownAfter(message);
    expect(names.some(name => one.test(name))).toBe(true);
    expect(names.some(name => other.test(name))).toBe(true);
  });

  test('bags of tea are no bags', async () => {
    const { products } = await shownAfter('2 bags of oolong and one teapot');
    for (const { category } of products) expect(category).not.toBe('bags');
  });
});

describe('a present of no certain kind', () => {
  test.each([
    'something under 100 for secret santa, no idea who it is lol',
    'i need a gift for my boss, no idea',
    '送老师什么好',
    '先推荐几款100以内的 适合送员工的',
    'what would he like, he just moved into a new flat',
  ])('%s: of several kinds, in no sizes', async message => {
    const { products } = await shownAfter(message);
    expect(products.length).toBeGreaterThanOrEqual(4);
    expect(new Set(products.map(p => valuesOf(p, 'product')?.at(-1))).size).toBe(products.length);
    expect(new Set(products.map(p => p.category)).size).toBeGreaterThan(2);
    for (const p of products) expect(p.attributes.size ?? []).not.toContain('m');
  });

  test.each([
    ['周岁礼物 女孩', /兔|公仔|积木/],
    ['my sons turning 5 on saturday help', /puzzle|Rabbit|Bear|porpoise|blocks|top|kite|kids|school bag/],
    ['4岁男孩生日送啥好', /拼图|兔|公仔|积木|陀螺|风筝/],
  ])('%s: what suits the age', async (message, name) => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(1);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('what is not sold is said, and nothing far is shown as near', () => {
  test.each([
    [['键盘 机械的 不要太吵']],
    [['do you have towels']],
    [['skincare', 'do you sell keyboards?']],
    [['护手霜', '算了有鼠标吗']],
    [['给我推荐个笔记本电脑']],
  ])('%j', async messages => {
    const { text, names } = await shownAfter(...messages);
    expect(text).toMatch(/不卖|don't sell/);
    expect(names).toEqual([]);
  });

  test.each([
    ['smart watch w heart rate for running', /band/],
    ['智能手表能测心率不', /手环/],
    ['积木有吗 乐高那种', /积木/],
  ])('%s: what comes truly near', async (message, name) => {
    const { text, names } = await shownAfter(message);
    expect(text).toMatch(/不卖|don't sell/);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

test('for somebody the rest of the kind is shown too, where hardly any is tagged for them', async () => {
  expect((await shownAfter('想给我妈买个包')).names.length).toBeGreaterThan(2);
});
