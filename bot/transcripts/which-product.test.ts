/** Which of what is on the table a question means: by a part of its name, its maker, its colour or its place. */
import { expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const heard = async (says: readonly string[]): Promise<string> => {
  const talk = await shop.talkTo();
  const answer = await lastOf(talk, says);
  return answer.text;
};

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  // Words of its name, whatever other goods have them too.
  [['running shoes', 'longway', 'is the longway good for standing all day'], /Longway/, /Ridgeline/],
  [['puzzles', 'the night market one, how big is it when finished?'], /Night Market/, /Which product/],
  [['waterproof jacket', 'plum rain, is it breathable?'], /breathable.*Plum Rain/, /Which product/],
  [['board games', 'whats the ferry one about'], /^Paperkite Ferry/],
  [['tea without caffeine', 'buckwheat, is it bitter'], /Roasted buckwheat/, /From their pages/],
  [['有什么无线耳机', '卵石那个防水不'], /卵石/, /哪一款/],
  [['防水的跑鞋', '过沼的有没有39'], /过沼[\s\S]*39/, /哪一款/],
  // Where it is to be worn is no other bag.
  [
    ['a canvas tote bag', 'the wet market one', 'how long are the handles? want it over the shoulder'],
    /tote/i,
    /shoulder bag/i,
  ],
  // Of several places the one that is asked about.
  [['a duffel', 'too pricey the second one. how big is the first'], /52 × 34 × 23 cm\. Capacity: 40 l/],
  [['旅行包', '太贵了第二个 第一个多大'], /40 升/],
  // What is turned away first leaves the other one.
  [
    ['a rain jacket thats light enough to stuff in a backpack', 'not the bag, just the jacket. does it come in M'],
    /size M[^.]*shell/,
    /Which product/,
  ],
  // By what is in its name, whatever was looked at last.
  [['board games or a kite', 'the kite, is it big', 'whats the thing with the ferry about?'], /Ferry Crossing/],
  [['travel bags', 'duffel orange, does it have wheels'], /“wheels”[^.]*duffel, ember orange/, /pannier/],
  // None on the table is one, and one alone is sold.
  [['a roll-top backpack', 'what about the duffel you have? can it be worn on the back'], /duffel/],
  // What a thing is tells more than the shelf it is on.
  [
    ['noise cancelling headphones', 'how about noise cancelling on the earbuds, as good?'],
    /noise cancelling[\s\S]*Murmur/,
  ],
  [['wide fit running shoes', 'does black have white soles?'], /soles/, /not in white/],
  // In a colour that it comes in and was not shown in.
  [['a fitness band', 'is the red one waterproof?'], /waterproof.*cherry red/],
  [['运动手环', '红的那个防水吗'], /樱桃红标注了“防水”/],
])('%s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['无线耳机', '卵石那个和低语那个有什么区别'], /卵石[\s\S]*低语[\s\S]*不一样的地方/],
  [['登机护肤套装', '三件套和五件套差别是啥'], /登机护肤套装 三件套：[\s\S]*登机护肤套装 五件套：/],
])('two of them held against each other: %s', async (says, hears) => {
  expect(await heard(says)).toMatch(hears);
});

test.each<[says: readonly string[], hears: RegExp, never: RegExp]>([
  // Other goods are looked for.
  [['running shoes', 'anything for the rain?'], /./, /can't say for sure/],
  [['a tote bag', 'something to go over the shoulder instead'], /./, /can't say for sure/],
])('nothing on the table is meant: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['a duffel', 'how big is the second', 'the fellhare one i meant'], /Capacity: 40 l \(Fellhare/],
  [
    ['headphones', 'is the pebble good for calls', 'sorry i meant the murmur'],
    /Microphone: 3 in each earbud, for calls[^(]*\(Quietloop Murmur/,
  ],
  [['旅行包', '第二个多大', '我问的是岭兔那个'], /40 升/],
  // "And that one?": the same question, of another.
  [['headphones', 'does the hush fold up', 'and the murmur?'], /Murmur/],
  [['咖啡豆', '煤船那个酸不酸', '桃季的呢'], /桃季[^，]*，酸度：柔和果酸/],
  // What is asked once more is asked of the goods, and looked up nowhere else.
  [['运动手环', '我问的是测不测心率!'], /可监测：[^；]*心率/],
  [
    ['毛绒玩具', '我问能不能洗'],
    /^(?=[\s\S]*江豚公仔[^\n]*：30 度机洗)(?=[\s\S]*怪熊公仔[^\n]*：30 度手洗)(?=[\s\S]*好脾气兔[^\n]*：装袋 30 度机洗)/,
  ],
])('another one was meant, or the question was: %s', async (says, hears) => {
  expect(await heard(says)).toMatch(hears);
});

test.each<[says: readonly string[], hears: RegExp, never: RegExp]>([
  [['bluetooth speakers', 'ok the shower one. can it sit in water'], /shower/i, /in your cart/],
  [['backpacks', 'the downpour roll top one, does it take a laptop'], /laptop/, /in your cart/],
  [['headphones', 'sorry i meant the murmur'], /Murmur/, /in your cart/],
])('what is named and asked about is put into no cart: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  expect(told).not.toMatch(never);
});

test.each([
  ['flour day apron in navy', 'does it come in other colours?', 'the first one please', 0],
  ['flour day apron in navy', 'does it come in other colours?', 'the second one please', 1],
  ['flour day apron in navy', 'does it come in other colours?', "i'll take the last one", -1],
  ['面粉日围裙 港湾蓝', '还有别的颜色吗', '第二个吧 一条就够', 1],
  ['面粉日围裙 港湾蓝', '还有别的颜色吗', '要第三个', 2],
] as const)('after other colours a place counts in the cards: %s, %s, %s', async (thing, colours, takes, place) => {
  const talk = await shop.talkTo();
  await talk.say(thing);
  const name = cardsOfType(await talk.say(colours), 'product').at(place)!.name;
  expect((await talk.say(takes)).text).toContain(name);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['what is the return window?', 'do you have the goatpath in 42 green'], /size 42: Fellhare Goatpath/],
  [['fellhare goatpath trail shoe green 42'], /Fellhare Goatpath[^.]*pine green/],
  [
    ['mens trail shoes for mud, 43', 'which has better grip in the wet?', 'green one in 43. is it there'],
    /43.*pine green/,
  ],
  [['show me mugs', 'the red one. is it in stock?'], /in stock/],
  [['防水跑鞋', '第二个 42码 有货吗'], /42码/],
])('what is asked of one form of it is told, and nothing is taken: %j', async (says, hears) => {
  const talk = await shop.talkTo();
  const answer = await lastOf(talk, says);
  expect(answer.text).toMatch(hears);
  expect(answer.text).not.toMatch(/in your cart|已加入购物车/);
});
