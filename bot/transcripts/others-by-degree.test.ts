import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Others are looked for when they are asked for: by what they weigh or hold, by what they are to have; that there is none is said. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);
const noOther = /^No others: that is all there is|^No, I have none|没有更.的了|没有片数更少的了|没有别的了/;

describe('lighter, fewer, more: held against what the pages say', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['I need a rucksack, nothing heavy, 25 litres'], /Downpour/, /It weighs 880 g/],
    [['a rucksack of 25 litres', "have you one that's lighter?"], /commuter/, /Weight: 690 g/],
    [['do you have a power bank', 'got a lighter one?'], /power bank/, noOther],
    [['do you have a power bank', 'have you got one with more capacity?'], /power bank/, noOther],
    [['backpack please', 'around 20 to 25 litres please'], /Downpour/, /Capacity: 25 l/],
    [['双肩包 别太重'], /二号线/, /690 克/],
    [['想买个保温杯', '有没有轻一点的'], /保温杯/, noOther],
    [['有没有充电宝', '有容量更大的吗'], /充电宝/, noOther],
    [['有拼图吗', '有片数少一点的吗'], /拼图 100 片/, /./],
  ])('%j', async (messages, shown, said) => {
    const { names, text } = await shownAfter(...messages);
    expect(names[0]).toMatch(shown);
    expect(text).toMatch(said);
  });
});

describe('another than the one on the table, or that there is none', () => {
  test.each<[string[]]>([
    [['i need a wok', "is there another one? that's the wrong shape"]],
    [['I want a flask', 'A screw lid is difficult for me. Is there one with a button or a flip top?']],
  ])('%j', async messages => {
    const { names, text } = await shownAfter(...messages);
    expect(names).toEqual([]);
    expect(text).toMatch(noOther);
  });

  test('what is given up names no other colour of it', async () => {
    const { names } = await shownAfter(
      'a yellow school bag for a girl of 8',
      "any other backpack for kids, doesn't have to be yellow",
    );
    expect(names.join()).not.toMatch(/school bag/);
  });

  test.each<[string[], RegExp]>([
    [['dark roast coffee', 'I have no grinder at home. Do you sell one?'], /grinder/],
    [['a pen please', "do you carry notebooks that don't bleed with fountain pen ink?"], /notebook/],
    [['i own the Tangle & Twill apron... actually no, do you have kitchen knives?'], /knife/],
  ])('other goods: %j', async (messages, shown) => {
    const { names, text } = await shownAfter(...messages);
    expect(names[0]).toMatch(shown);
    expect(text).not.toMatch(/Tangle/);
  });
});

describe('what is turned away is not looked for', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['coffee, no acid please'], /Coal Boat/, /left out/],
    [['推荐挂耳,不酸的'], /煤船/, /去掉/],
    [['my skin is dry, cant do perfume. a cream please'], /cream/, /^(?!.*said to be “perfume”)/s],
    [['headphones under 500', 'nah earbuds fall out of my ears lol, got any that go over your head'], /on-ear/, /¥500/],
  ])('%j', async (messages, shown, said) => {
    const { names, text } = await shownAfter(...messages);
    expect(names[0]).toMatch(shown);
    expect(text).toMatch(said);
  });
});
