/** What a page says in other words answers, or is quoted as near; what else was asked is neither dropped nor denied. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const answer = async (says: readonly string[]) => lastOf(await shop.talkTo(), says);

const claimsNotToKnow = /can't (?:say|tell)|doesn't say|说不准|不敢确定|看不出来|没有写明/;

test.each<[says: readonly string[], hears: RegExp]>([
  [['board games', 'is that one playable with just 2? and how long does it take'], /Players: 2 to 5.*40 minutes/],
  [['桌游', '几个人玩的？两个人能玩不'], /2–5 人/],
  [['桌游', '一个人能玩吗'], /不能单人玩/],
  [
    ['a laptop backpack, 15 inch', 'does it repel water or do I need a rain cover?'],
    /sheds rain for half an hour; no rain cover/,
  ],
  [['a laptop backpack, 15 inch', 'does a macbook pro 16 fit?'], /^Laptop: up to 15 inches, padded; no 16-inch/],
  [['a speaker for the shower', 'is it really for water?'], /IPX7, fine under the shower/],
  [['充电宝', '充一次手机能充几次'], /约充手机两次/],
  [['桂花蜡烛', '味道浓不浓，能烧多久'], /40 小时/],
  [['身体乳', '这个香味重吗'], /海藻与无花果香/],
  [['息声头戴式无线耳机 墨黑', '能用多少小时'], /40 小时/],
  [['风筝', '他会飞吗？难不难？'], /第一次跑也能飞起来/],
  [['天井便携音箱', '能放多久 掉水里没事吧'], /连播二十小时/],
  [['保山单品咖啡豆', '这个啥味儿的'], /红糖、杨桃/],
  [['Ferry Crossing board game', 'how many ppl can do it lol'], /^Players: 2 to 5/],
  [['天井便携音箱', '能连续放多久？两个能配对成立体声吗'], /中等音量 20 小时[\s\S]*两只可组立体声/],
  [['望远镜', '它放大多少倍？能看到月亮上的坑吗'], /25 倍、50 倍，加增倍镜 100 倍[\s\S]*月亮上的坑/],
  [['Coal Boat dark roast', 'is the coffee whole beans or ground'], /beans come whole and we don’t grind/],
  [['swallow kite', 'does the line come with it, or is that extra?'], /80 m of string on a wooden reel, included/],
  [['rooftop telescope', 'and does it have a finder, at least?'], /In the box: [^(]*finder/],
  [['小菜刀', '刀会不会生锈呀'], /铬钢不易锈/],
])('the sentence that bears on it is the answer: %s', async (says, hears) => {
  const { text } = await answer(says);
  expect(text).toMatch(hears);
  expect(text).not.toMatch(claimsNotToKnow);
});

test.each<[says: readonly string[], hears: RegExp, never: RegExp]>([
  [
    ['天井便携音箱', '能连续放多久？能挂在自行车上吗'],
    /中等音量 20 小时[\s\S]*关于“挂在自行车上”，页面没有更多说明/,
    /不敢确定/,
  ],
  [
    ['望远镜', '它放大多少倍？能看到冥王星吗'],
    /25 倍、50 倍，加增倍镜 100 倍[\s\S]*关于“看到冥王星”，页面没有更多说明/,
    /防晒/,
  ],
  [['反光跑步外套', '男的，L号，有没有薄一点能防风的'], /有L码，标注了“防风”/, /看不出来/],
  [['好脾气兔', '这兔子掉不掉毛'], /会不会掉毛/, /不敢确定/],
  [['non-stick pan', 'does the ceramic coating come off after some time?'], /wears off/, /Yes, it is made with/],
  [
    ['dark roast coffee', 'is the coffee arabica or robusta'],
    /can't say for sure about “arabica” or “robusta”/,
    /made with coffee:/,
  ],
  [
    ['twelve hours flask', 'is it heavy? and can you open it with one hand?'],
    /Weight: 290 g\. Lid: screw lid[^.]*two hands/,
    /^Yes/,
  ],
  // Neither its lines nor its text tell it.
  [['twelve hours flask', 'is it heavy? and can you chill wine in it?'], /Weight: 290 g[\s\S]*“chill wine”/, /^Yes/],
])('what stays open is told as that, and nothing else is answered: %s', async (says, hears, never) => {
  const { text } = await answer(says);
  expect(text).toMatch(hears);
  expect(text).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never: RegExp]>([
  [['swallow kite', 'does the tail come with it, or is that extra?'], /“tail”/, /“extra”|“tail come”/],
  [['rooftop telescope', 'and does it have a compass, at least?'], /“compass”/, /“at least”/],
  [
    ['little bear school bag, brick red', 'does it fit a2 size... sorry i mean A4 folder'],
    /in so many words/,
    /“fit a2 size”/,
  ],
  [['梯田拼图', '100片6岁拼得了吗 盒子上写几岁以上'], /适用年龄：5 岁以上/, /“100片6岁拼得了”|“盒子上写几岁以上”/],
  [['小菜刀', '刀会不会崩口呀'], /“刀会不会崩口”这一点不敢确定/, /崩口呀/],
])('only what can be named by itself is named as open: %s', async (says, hears, never) => {
  const { text } = await answer(says);
  expect(text).toMatch(hears);
  expect(text).not.toMatch(never);
});

test('what it is made of and how it is washed, in one breath', async () => {
  const { text } = await answer(['plush toy', 'what is the porpoise made of, can it go in the washing machine?']);
  expect(text).toMatch(/made of recycled polyester/);
  expect(text).toMatch(/machine wash at 30 degrees/);
});

describe('goods that a question names are not looked for', () => {
  test.each<[says: readonly string[]]>([
    [['有没有能装下15寸电脑的双肩包？', '水杯能放侧面不']],
    [['有没有能装下15寸电脑的双肩包？', '我没说要买杯子，就问那个包侧面能不能插水瓶']],
    [['a laptop backpack, 15 inch', 'can I put a water bottle in the side?']],
    [['a laptop backpack, 15 inch', "I didn't say I want a mug, just asking if a bottle fits in the side"]],
  ])('%s', async says => {
    const names = cardsOfType(await answer(says), 'product').map(card => card.name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/Line 2|二号线/);
  });

  test('another one for something is no question of the one on the table', async () => {
    const { text } = await answer(['a laptop backpack, 15 inch', 'I guess not. is there another one for 16 inch?']);
    expect(text).not.toMatch(/^Its page says/);
  });
});

test.each<[says: readonly string[], hears: RegExp, never: RegExp]>([
  [
    ['green tea', 'face soap', 'nah thats soap n stuff. green tea i said. the longjing, is it good?'],
    /Longjing/,
    /Which product/,
  ],
  [['香皂', '不是，这是香皂。我说的是绿茶'], /为您找到/, /香皂/],
])('what was shown in its place is not wished for: %s', async (says, hears, never) => {
  const { text } = await answer(says);
  expect(text).toMatch(hears);
  expect(text).not.toMatch(never);
});

describe('which of two, with the wish told beside it', () => {
  test.each<[says: readonly string[], hears: RegExp]>([
    [
      ['running shoes for a marathon, size 45', "I'm 95 kilos, so lots of cushioning please. Which of the two?"],
      /I'd take the Ostrel Longway/,
    ],
    [
      ['running shoes for a marathon, size 45', 'no, I mean the two running shoes, which has more cushioning?'],
      /only Ostrel Longway .* is marked “cushioned”/,
    ],
    [['noise cancelling headphones', 'which has better noise cancelling?'], /pages don't say which/],
    [['降噪耳机', '哪个降噪好点'], /没有写哪款降噪更好/],
    [['越野跑鞋 37码 防滑', '山羊径这双防水吗？跟过沼比我第一次爬山买哪个'], /标注了“防水”[\s\S]*我会选/],
  ])('%s', async (says, hears) => {
    expect((await answer(says)).text).toMatch(hears);
  });

  test.each([
    ['Which knives do you actually sell?', /only one we have of that kind/],
    ['你们的菜刀有什么区别', /只有这一款/],
  ])('there is one: %s', async (said, hears) => {
    expect((await answer([said])).text).toMatch(hears);
  });

  test('the difference between goods of a kind names none of them', async () => {
    const { text } = await answer(["What's the difference between your knives? I cook for two, mostly vegetables."]);
    expect(text).not.toMatch(/can't say for sure/);
  });
});

describe('wishes in words that turn something away', () => {
  test.each<[said: string, hears: RegExp]>([
    ["a notebook that doesn't bleed through", /takes fountain-pen ink without complaint/],
    ["Is there a mug or flask that's light and doesn't spill easily?", /leakproof/],
    ['有没有不会洒的保温杯', /不漏水|防漏/],
  ])('%s', async (said, hears) => {
    const found = await answer([said]);
    expect(cardsOfType(found, 'product').length).toBeGreaterThan(0);
    expect(found.text).toMatch(hears);
  });
});

test.each<[says: readonly string[], hears: RegExp]>([
  [
    ['waterproof jacket size L', 'How big is a size L? in cm, around the chest'],
    /^Size L is for a chest of 100–108 cm: /,
  ],
  [['冲锋衣', 'L码胸围多少'], /^L 码适合胸围 100–108 厘米/],
  [['宽楦跑鞋', '他脚长26厘米，平时穿42码，这个该买几码？'], /^脚长 26 厘米，42 码够长，40 码不够：/],
  [['my foot is 25.5 cm, which size'], /^For a foot of 25\.5 cm 42 is long enough and 40 is not: /],
  [['冲锋衣 男 180 75kg 穿什么码'], /^尺码是按胸围分的/],
  [['wide-fit broadway', "Do they come in half sizes? I'm usually a 42.5."], /comes in size/],
  [['宽楦跑鞋', '有没有半码'], /尺码有/],
  [['plum rain shell', 'Seriously? Do you have a size chart for jackets?'], /S fits a chest of 84–92 cm/],
])('sizes by the table: %s', async (says, hears) => {
  const { text } = await answer(says);
  expect(text).toMatch(hears);
  expect(text).not.toMatch(/seriously/i);
});
