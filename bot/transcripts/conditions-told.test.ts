import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What goods are to be free of, what is told against those shown, what need not hold any more, and words that are no condition. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('free of something', () => {
  test.each([
    [['a tea for my mother, no caffeine please'], /Chrysanthemum|buckwheat/],
    [['my mum loves tea but she must avoid caffeine'], /Chrysanthemum|buckwheat/],
    [['coffee without caffeine'], /decaf/],
    [['有没有不要咖啡因的茶'], /菊花|苦荞/],
    [['我怀孕了 想喝茶 不能有咖啡因'], /菊花|苦荞/],
    [['i need a face cream without perfume'], /Moss barrier|Plain Sailing/],
    [['面霜', '不要香精'], /修护面霜|男士面霜/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('told against what is shown', () => {
  test.each([
    [['a rain jacket, size XL', 'a poncho is not a jacket. a real jacket please'], /poncho/],
    [['tea for my mum', 'green tea has caffeine! something else'], /green tea|Longjing/],
    [['speaker for the shower', 'lol a lamp? i want a speaker'], /lamp/],
    [['送男朋友的礼物 200左右', '拼图他不会拼的 有别的吗'], /拼图/],
    [['有没有适合女朋友生日的礼物 300左右', '咖啡她不喝'], /咖啡/],
    [['quilted jacket', 'the purple he would never wear'], /plum/],
    [['棉服', '紫的男的穿不出去'], /夜梅紫/],
    [['looking for a warm jacket', "no down, I'm allergic"], /down|puffer/i],
    [['羽绒的会过敏 有别的厚外套吗'], /羽绒/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    for (const one of names) expect(one).not.toMatch(name);
  });

  test('where all of the kind is turned away, nothing else is shown in its place', async () => {
    expect((await shownAfter('blanket', "i'm allergic to wool")).names).toEqual([]);
  });
});

describe('no longer needed', () => {
  test.each([
    [['trail runners, wide feet, size 43', 'any with grip for mud? doesnt have to be wide'], /trail/],
    [['backpack, waterproof', "it doesn't have to be waterproof"], /commuter|Downpour/],
    [['双肩包 要防水', '不一定要防水的 好看就行'], /双肩|背包|书包/],
    [['green bag', 'show me a lighter colour'], /oat|blossom|sky/],
    [['单肩包 黑色', '有没有浅色的'], /桃花粉/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    expect(names.some(one => name.test(one))).toBe(true);
  });
});

describe('the no reaches as far as it is meant', () => {
  test('colours behind another condition are wished for', async () => {
    const { names } = await shownAfter('i look for a rain jacket, not heavy, green or blue');
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(/green|blue|navy|sky|sage/);
  });
  test('a list of colours that are turned away goes on', async () => {
    const { names } = await shownAfter('running shoes, not white, red or yellow');
    for (const one of names) expect(one).not.toMatch(/white|red|sunflower/);
  });
  test.each([
    [['face wash', 'no no shampoo, i mean a cream or lotion for my face']],
    [['teapot', 'too pricey. a smaller one?', 'no tea pots i mean, just smaller']],
  ])('what is meant is not turned away: %j', async messages => {
    const { names } = await shownAfter(...messages);
    expect(names.join()).toMatch(/cream|lotion|teapot/i);
  });
});

describe('no condition of the goods', () => {
  test.each([
    ['headphones that fit with my glasses', /made of glass/],
    ['my face gets red in winter, i need a face cream', /in red/],
    ['外甥上一年级 皮得很 送什么好', /皮革/],
    ['想听点白噪音的耳机', /白色/],
    ['给领导买茶 他爱喝茶', /“喝茶”/],
  ])('%s', async (message, said) => {
    expect((await shownAfter(message)).text).not.toMatch(said);
  });
  test('a computer that goes in is no notebook', async () => {
    const { names } = await shownAfter('双肩包 能放15.6寸笔记本');
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(/长信/);
  });
});

describe('cheaper, in a clause of its own', () => {
  test.each([[['羽绒服', '920啊 有点肉疼 有没有便宜点的']], [['teapot', 'ouch. anything cheaper?']]])(
    'none of the kind costs less, and that is told: %j',
    async messages => {
      const { names, text } = await shownAfter(...messages);
      expect(names).toEqual([]);
      expect(text).toMatch(/¥/);
    },
  );
});

describe('for the smallest', () => {
  test.each([
    ['a toy for a boy of 9 months'],
    ['gift for a 6 months old baby'],
    ['宝宝八个月 玩具推荐'],
    ['给10个月大的宝宝买玩具'],
  ])('nothing of small pieces: %s', async message => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(/puzzle|blocks|top|board game|拼图|积木|陀螺|桌游/);
  });
  test('a child of five may have a puzzle', async () => {
    expect((await shownAfter('a puzzle for my 5 year old')).names.join()).toMatch(/puzzle/);
  });
});
