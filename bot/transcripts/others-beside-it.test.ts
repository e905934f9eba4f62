import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Other goods are asked for beside the one on the table, or something of that one: each is answered as it is meant. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('other goods are asked for, whatever is remarked before', () => {
  test.each<[string[], RegExp]>([
    [['wok', 'ok the wok looks nice. any bowls? 4 of them'], /bowl/],
    [['滤杯', '这个滤杯不错 有没有手冲壶'], /电水壶/],
    [['双肩包 能放15寸电脑 黑色', '那有没有大一点的 能装17寸的也行'], /倾盆|背包/],
    [['防晒霜', '还有别的防晒吗 大瓶的'], /120 毫升/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.join('; ')).toMatch(name);
  });
  test.each<[string[], RegExp]>([
    [['marathon running shoes with cushioning', 'I will think about it. What about insoles, socks?'], /insoles, socks/],
    [['charging stand', 'ok. a long usb c cable?'], /usb c cable/],
  ])('what is not sold is said: %j', async (messages, what) => {
    const { text } = await shownAfter(...messages);
    expect(text).toMatch(/don't sell that/);
    expect(text).toMatch(what);
  });
  test.each<[string[]]>([
    [['market tote', 'does it have a zip?']],
    [['market tote', 'what about pockets?']],
    [['保温杯', '那有没有提手']],
    [['保温杯', '有别的颜色吗']],
  ])('and what is asked of it is not: %j', async messages => {
    expect((await shownAfter(...messages)).text).not.toMatch(/don't sell|不卖/);
  });
});

describe('colours of the one that is spoken of', () => {
  test.each<[string[], RegExp]>([
    [['the ostrel nightbus in another color'], /comes in black, grey, purple/],
    [['ostrel nightbus', 'is there a different colour'], /comes in black, grey, purple/],
    [['ostrel nightbus', 'Only black?'], /comes in black, grey, purple/],
    [['夜班车', '只有黑色吗'], /黑色、灰色、紫色/],
    [['冲锋衣 女 M', '藏青的M有货不'], /有藏青色的/],
    // Whether that very one is looked at, or another colour.
    [['梅雨硬壳外套 樱桃红', '红色L码有货吗'], /樱桃红有红色，有L码/],
    [['梅雨硬壳外套 港湾蓝', '红色L码有货吗'], /^有红色、L码?的：野渡 梅雨硬壳外套 樱桃红/],
  ])('%j', async (messages, said) => {
    expect((await shownAfter(...messages)).text).toMatch(said);
  });
  test('how many are left of one is no question of an order', async () => {
    const { text } = await shownAfter('bluetooth speaker for the shower', 'the yellow one cute!! is it only 1 left?');
    expect(text).not.toMatch(/order number/);
  });
});

describe('what is told of people', () => {
  test.each<[string[], RegExp]>([
    [['送女朋友生日礼物 200左右 她喜欢喝茶'], /茶/],
    [['送爸爸生日礼物 他爱喝咖啡'], /咖啡/],
  ])('what somebody drinks is a present: %j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
  test.each([
    ['me and my gf are moving in together, we need pans'],
    ['my husband and i are going hiking, two backpacks please'],
    ['我和女朋友周末一起去爬山 想买双肩包'],
  ])('what is for both is no present: %s', async message => {
    expect((await shownAfter(message)).text).not.toMatch(/as something for|送女朋友/);
  });
  test.each([['买给我家猫玩的'], ['给猫买的玩具']])('goods for an animal are not sold: %s', async message => {
    expect((await shownAfter(message)).text).toMatch(/不卖/);
  });
  test.each<[string[]]>([
    [['show me pans', 'no non stick!! i told you about the parrot']],
    [['show me pans', 'cast iron pans instead', 'no non stick!!']],
    [['看看锅', '不要不粘的！我都跟你说过了']],
  ])('what was told before is no matter of what is kept: %j', async messages => {
    const { text, names } = await shownAfter(...messages);
    expect(text).not.toMatch(/what you've told me|您告诉过我|in your cart|已加入购物车/);
    for (const one of names) expect(one).not.toMatch(/non-stick|不粘/);
  });
});

describe('what goods are called', () => {
  test.each<[string, RegExp]>([
    ['travel mug that really doesnt leak', /flask/],
    ['买菜用的布袋子 结实点', /托特包/],
    ['帆布袋 托特包 都行', /托特包/],
    ['那降噪耳麦呢', /耳机/],
    ['就是想买点茶叶或者茶具送她', /慢山|茶|盖碗/],
    ['a tea set', /teapot|gaiwan/],
    ['a headset', /headphones|earbuds|earphones/],
  ])('%s', async (message, name) => {
    const { names, text } = await shownAfter(message);
    expect(text).not.toMatch(/don't sell|不卖/);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
  test('after a page something is recommended', async () => {
    const { names } = await shownAfter('能开发票不', '礼品呢 推荐几样');
    expect(names.length).toBeGreaterThan(0);
  });
});
