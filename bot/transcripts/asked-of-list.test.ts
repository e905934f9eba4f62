/** What is asked of the goods shown: what each costs, who makes them, how many there are, another size of one, and two held against each other. */
import { expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const heard = async (says: readonly string[]): Promise<string> => {
  const talk = await shop.talkTo();
  const answer = await lastOf(talk, says);
  return answer.text;
};

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  // What each of a list costs, and who makes it.
  [['show me backpacks', 'how much are they'], /: ¥\d+\n- .*: ¥\d+/],
  [['show me backpacks', 'what do they cost'], /: ¥\d+\n- .*: ¥\d+/],
  [['推荐几款耳机', '多少钱'], /：¥\d+\n- .*：¥\d+/],
  [['推荐几款耳机', '分别多少钱啊'], /：¥\d+\n- .*：¥\d+/],
  [['show me headphones', 'who makes these headphones'], /Quietloop[\s\S]*Bombo|Bombo[\s\S]*Quietloop/, /fit/],
  [['推荐几款耳机', '都是哪家的'], /：(?:Quietloop|Bombo)/, /为您找到/],
  [['有黑色的单肩包吗', '有别的颜色么'], /颜色有/, /为您找到/],
  // A price told before is no question.
  [['show me backpacks', 'how much is delivery'], /¥12|199/, /backpack.*: ¥/],
])('of a list as a whole: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [['show me mugs', 'do you have 12 of them?'], /in stock: \d+ left/],
  [['show me mugs', 'how many are left'], /in stock: \d+ left/],
  [['有陀螺吗', '20个有货没'], /还剩\d+件/],
  [['黑苦荞茶', '苦荞吧 100克的还有几罐'], /还剩\d+件/, /不敢确定/],
  // Of a size that is worn only whether it comes in it is known.
  [['show me the tempo', 'are there 3 of them in size 42'], /comes in size 42/, /left/],
  // Ordered, and not asked for.
  [['show me mugs', 'i take 2 of them'], /cart/i, /in stock:/],
])('how many there are of it: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [['有没有肥皂', '三块装的呢'], /三块礼盒，¥99/, /¥3(?!\d)/],
  [['龙井茶', '第一个', '那个礼罐装的多少钱'], /250 克礼罐/],
  // Other goods by their size are looked for.
  [['show me the moss barrier cream', 'show me shampoo 60 ml'], /fit|Soap-pod/, /barrier/],
])('another size of the one that is spoken of: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [['想买套好看点的茶具', '盖碗多大容量的'], /流云盖碗/, /二人茶壶/],
  [['有没有毛绒公仔', '兔子蓝色的可以水洗吗'], /好脾气兔 晴空蓝/, /江豚/],
  [['i look for a serum with vitamin c', 'how often must i use it, morning or night?'], /vitamin C serum/, /bowls/],
  [
    ['need a coffee grinder, manual', 'how many grams does it grind at a time'],
    /^Capacity: 20 g of beans/,
    /how it is ground/,
  ],
  [['need a coffee grinder, manual', 'is it hard to clean'], /dry brush only, no water on the burrs/, /roasted on/],
  [['烧水壶有没有', '多少瓦啊'], /功率：1350 瓦/, /为您找到/],
  [['show me the pace band', 'how long does the battery hold'], /^Battery life: two weeks/, /doesn't say/],
  [
    ['show me the long way home power bank', 'how many times does it charge an iphone'],
    /10,000 mAh[^.]*about two phone charges/,
    /sorry/,
  ],
  [['苔乳 山茶花护肤油', '香味重不重'], /无香精/, /重量/],
])('of one of them, called by what it is: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [
    ['show me tea', 'difference between the dianhong and the longjing, which is stronger'],
    /Dianhong.*: honey and malt[\s\S]*Longjing.*: chestnut first[\s\S]*less[\s\S]*about 50 mg a cup \/ about 35 mg a cup/,
  ],
  [
    ['show me trail shoes 43', 'the bogwalker, how heavy is it compared to the goatpath'],
    /Bogwalker.*: 365 g a shoe[\s\S]*Goatpath.*: 305 g a shoe/,
  ],
  [
    ['show me trail shoes 43', 'the bogwalker, how loud is it compared to the goatpath'],
    /don't say how loud it is[\s\S]*Goatpath/,
  ],
  [['wireless earbuds', 'i mean battery. pebble or murmur'], /Pebble[\s\S]*Murmur/, /about “murmur”/],
])('two held against each other by what is asked: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never: RegExp]>([
  [['跑鞋 缓震好的 男', '山脊线那双有46码的吗'], /有46码/, /至于/],
  [['show me the bogwalker', 'doesnt it come in 38?'], /comes in size 38/, /can't tell|says no more/],
  [
    ['show me the plum rain shell', 'the yellow one is ok for me, how heavy is it?'],
    /Weight: 340 g in size M/,
    /is ok for me/,
  ],
  [['show me the pace band', 'finally :) is this one really waterproof?'], /waterproof/i, /finally/],
  [['儿童耳机', '第一个是有线的么'], /有线/, /“线”/],
])('what is told beside a question is not asked: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  expect(told).not.toMatch(never);
});

test('what else is answered of a product shows its card once', async () => {
  const talk = await shop.talkTo();
  const { cards } = await lastOf(talk, ['show me the plum rain shell', 'what about size, do you have it in XL']);
  expect(cards).toHaveLength(1);
});
