import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Which kind of goods is meant: by what it is to hold or to be for, beside what is had, turned away or not sold here. */
const shop = talkingShop();

const shownAfter = (messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('all that is shown is of that kind', () => {
  test.each<[string[], RegExp]>([
    // What it keeps, holds or goes into is none of the goods looked for.
    [['need a flask that keeps tea hot till evening, for work'], /flask/],
    [['looking for a backpack for work, 15.6 laptop, water bottle outside'], /backpack/],
    [['把你们卖得最好的背包给我看看', '我就想要个上班背的，笔记本15.6的放得下吗'], /双肩包/],
    [['想买个杯子，带去公司喝茶用的，能保温'], /保温杯/],
    [['a mug that keeps my coffee hot for hours'], /flask/],
    [['户外用的那种不锈钢水壶杯子有吗'], /保温杯/],
    // Had already.
    [
      ['something to make coffee with', 'i have coffee already. i mean a small grinder or a cup i can take in my bag'],
      /grinder|mug/,
    ],
    [['想搞个露营的咖啡装备', '磨豆机我有，要能烧水泡的'], /滤杯|水壶/],
    // Turned away.
    [['想给我爸买双走路穿的鞋', '越野鞋就算了吧，他就在公园里走走'], /入门|缓震|宽楦/],
    [['recommend me something', 'shampoo on my desk?? lol no. like a lamp'], /lamp/],
    [['那礼品有什么推荐的，单价80以内', '不要玩具，杯子、蜡烛、本子之类'], /马克杯|笔记本/],
    // Something to play with, to hug, for the desk.
    [['那你推荐个解闷的东西吧，一个人在家无聊'], /拼图|桌游|风筝/],
    [['那你推荐个解闷的东西吧', '我要玩的东西啊，谁无聊去炒菜'], /拼图|桌游|风筝/],
    [['im bored and have like 100 yuan to spend lol whats cool'], /puzzle|board game|kite/],
    [['my daughter cries at night, wants something soft to hug'], /plush|Bear|Rabbit/],
    [['recommend me something for my desk'], /lamp|light|notebook|pen|charging stand/],
    [['有没有手冲咖啡套装'], /滤杯|磨豆机|水壶/],
    [['ah well. something for making coffee outdoors'], /dripper|kettle|grinder/],
    // In place of what lies on the table.
    [
      ['the tool roll', 'ah it is tools for repairs. I meant kitchen. something nice for cooking'],
      /pan|wok|knife|skillet/,
    ],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('whether the shop has a thing is answered of its shelves, whatever is on the table', () => {
  test.each<[string[], RegExp]>([
    [['爷爷的收音机', '有大数字就好。那闹钟呢，有没有'], /不卖“闹钟”/],
    [['小菜刀', '有没有配的菜板'], /不卖“菜板”/],
    [['第一公里入门跑鞋', '顺便来双袜子'], /不卖“袜子”/],
    [['不粘锅', '铲子！铲子！不是锅'], /不卖“铲子”/],
    [['不粘锅', '就问你有没有卖木铲或硅胶铲'], /不卖“木铲、硅胶铲”/],
    [['她喜欢泡澡护肤那些', '有没有泡澡的东西，浴盐浴球什么的'], /不卖“浴盐、浴球”/],
    [['38码的白色板鞋有吗'], /不卖“板鞋”/],
    [['a coffee dripper', 'do i need paper filters for that? do you have them'], /don't sell that \(“filter paper”\)/],
    [
      ['my puppy chewed up my walking boots, need new ones, waterproof, 44, brown if possible'],
      /don't sell that \(“walking boots”\)/,
    ],
  ])('%j', async (messages, said) => {
    expect((await shownAfter(messages)).text).toMatch(said);
  });

  test('paper to write on is no material, and what is sold beside it is shown', async () => {
    const asked = await shownAfter(['a pen', 'ok. and some nice paper for it?']);
    expect(asked.text).toContain('“paper”');
    expect(asked.names.join()).toMatch(/notebook/);
    const row = await shownAfter(['something like nice pens, paper, a notebook']);
    expect(row.names.join()).toMatch(/notebook/);
    expect(row.names.join()).toMatch(/fountain pen/);
    expect((await shownAfter(['pens and a notebook', 'pens? coloured pencils?'])).names.join()).toMatch(/fountain pen/);
    expect((await shownAfter(['香薰蜡烛有没有木头味的'])).text).not.toMatch(/放宽/);
  });
});

describe('what was shown is ruled out', () => {
  test.each<[string[], RegExp]>([
    [['有没有身体乳', '就是这款让我过敏的呀！'], /没有别的了/],
    [['有没有身体乳', '你把那款排除掉，别的牌子有没有'], /没有别的了/],
    [['a body lotion', 'that one gave me a rash'], /nothing that fits|nothing of that kind/],
    [['a kitchen knife', 'Is that the only one? a longer blade would be better.'], /nothing of that kind/],
  ])('%j', async (messages, said) => {
    const { text, names } = await shownAfter(messages);
    expect(text).toMatch(said);
    expect(names).toEqual([]);
  });
});

describe('another is asked for', () => {
  test.each<[string[], RegExp]>([
    [['a puzzle under 100', "that's for kids isn't it, 100 pieces. got a bigger one?"], /1,000 pieces/],
    [['徒步的包', '25升装不下吧，有没有大的四十升往上的'], /四十升/],
  ])('%j', async (messages, said) => {
    const { text, names } = await shownAfter(messages);
    expect(`${text} ${names.join()}`).toMatch(said);
  });
});

describe('a sum without what is turned away', () => {
  const asked = ['有没有手冲咖啡套装', '滤杯、磨豆机和手冲壶加一起多少钱'];
  test.each(['电壶不要！去掉电壶再算', '那不要电壶了，家里有烧水壶，就滤杯和磨豆机多少钱'])('%s', async said => {
    const { text } = await shownAfter([...asked, said]);
    expect(text).toMatch(/滤杯.*磨豆机/u);
    expect(text).not.toMatch(/水壶/);
  });
});

test('a plain word of a name is no product where a rule was told', async () => {
  const locker = await shownAfter(['can u send to a locker, and whats the delivery fee', 'ok and the locker?']);
  expect(locker.names).toEqual([]);
  const banks = await shownAfter(['Is it possible to pay in instalments?', 'Which banks?']);
  expect(banks.names).toEqual([]);
});
