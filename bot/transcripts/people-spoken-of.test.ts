import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Who is spoken of, and who the goods are for. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('whoever is only spoken of gets nothing, and the wish goes on', () => {
  test.each<[string[], RegExp, RegExp]>([
    [
      ['looking for running shoes size 38 under 100', 'are those kids ones? im a grown woman'],
      /shoe|runner/,
      /kids|Schoolyard/,
    ],
    [
      ['sunscreen for sensitive skin please', 'no thats for children, I need one for myself'],
      /Noon Boat/,
      /Little Crab/,
    ],
    [
      ['we need something to play, kids are at my mums so its just me and my wife'],
      /Ferry Crossing|Night Market/,
      /100 pieces|Rabbit/,
    ],
    [
      [
        'raincoat for me, my daughter has the frog one and i love it but i need an adult one obv',
        'in yellow if possible',
      ],
      /sunflower/,
      /Tadpole/,
    ],
    [
      [
        'need a present for my nephew, hes 7, around 100',
        'actually its not for him. for me now, I want a backpack for work',
      ],
      /backpack/,
      /Little Bear/,
    ],
    [['有没有女款的跑鞋，37码', '第二个是小孩穿的吧？我成年人，要软一点的'], /跑鞋/, /操场|公仔/],
    [['你们家防晒霜敏感肌能用不', '我问的是大人用的，我脸一晒就红还容易泛红'], /正午船/, /面霜|小螃蟹/],
    [['两个人玩的桌游有哪些', '还有别的不，孩子不在家就我和老公俩'], /象棋|桌游/, /公仔|耳机|100 片/],
    [['孩子睡了，就我们夫妻俩，有什么能玩的', '不要小孩玩的'], /拼图|桌游/, /100 片|公仔/],
    [['羽绒服 给我爸 XL 一千以内', '不给我爸了，给我自己，女的，M码'], /羽绒服/, /茶/],
  ])('%j', async (messages, name, not) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    expect(names.some(one => name.test(one))).toBe(true);
    for (const one of names) expect(one).not.toMatch(not);
  });
});

describe('the same for somebody else', () => {
  test.each<[string[], RegExp, RegExp]>([
    [
      [
        'waterproof jacket, size L, under 400 for my husband',
        "my sister wants one too and she's an S",
        'and one for our little one, hes 5',
      ],
      /Tadpole/,
      /puzzle|Rabbit/,
    ],
    [['老人家喝的茶 给我爷爷', '别太贵 100以内', '我奶奶也要一份 她爱喝花茶'], /慢山/, /怪熊/],
  ])('%j', async (messages, name, not) => {
    const { names } = await shownAfter(...messages);
    expect(names.some(one => name.test(one))).toBe(true);
    for (const one of names) expect(one).not.toMatch(not);
  });
});

describe('what is told of people is told truly', () => {
  test.each<[string[], RegExp]>([
    [
      ['looking for running shoes size 38 under 100', 'are those kids ones? im a grown woman'],
      /None of these is made for children/,
    ],
    [['想买双防水跑鞋 38码 150以内', '这是童鞋吧，我是大人'], /都不是儿童款/],
    [['face cream', 'im 71 and a woman, not a man. which one do you suggest?'], /I'd take the Mossmilk.*for men/],
    [
      [
        "I'm Margaret, I'm 81 and not very good with computers. I'd like a warm cardigan or something like that for the house.",
      ],
      /cardigan/,
    ],
    [
      ["I'd like a warm cardigan for the house", "How would I know my size? I'm a small lady, about 5 foot 1."],
      /go by the chest, which height and weight alone don't tell/,
    ],
    [['冲锋衣', '175 150斤 穿L还是XL'], /光看身高体重定不了/],
    [['a nice tin of tea, for an old man who drinks black tea with milk'], /^(?![\s\S]*men's)/],
    [['有没有厚的家居服'], /不卖“家居服”/],
  ])('%j', async (messages, said) => {
    const { text } = await shownAfter(...messages);
    expect(text).toMatch(said);
  });

  test('the nearest to a cardigan is worn, in either language', async () => {
    expect((await shownAfter("I'd like a warm cardigan or something like that for the house.")).names.join()).toMatch(
      /fleece/,
    );
    expect((await shownAfter('给我奶奶买点暖和的衣服')).names.join()).toMatch(/抓绒|外套|羽绒/);
  });
});
