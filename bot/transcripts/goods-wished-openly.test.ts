import { describe, expect, test } from 'vitest';
import { cardsOfType, goodsShownAfter, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** A wish that names no goods, or names them by a finer word: several kinds that suit, or the one that is meant. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('several kinds that suit', () => {
  test.each<[string, RegExp[]]>([
    ['do you have something cosy for autumn evenings? no idea what', [/candle/, /throw/, /mug/]],
    ['something for a cosy night in', [/candle/, /throw/]],
    ['something really cozy for long winter nights', [/candle/, /throw/]],
    ['what do I need for my first hike?', [/shoe/, /jacket|fleece|shell/, /pack|bag/]],
    ['周末第一次去爬山，要准备点什么装备呢', [/鞋/, /保温杯/]],
    ['刚入门手冲，预算500，要买些什么', [/滤杯/, /水壶/]],
    ['手冲新手 想入坑 要买啥', [/滤杯/, /水壶/, /磨豆机/]],
    ["I'm new to pour over coffee, what should I buy", [/dripper/, /kettle/, /grinder/]],
    ['有没有什么新出的小玩意儿，一百块以内', [/陀螺/, /拼图/]],
    ['any little trinkets under 60?', [/top/, /puzzle/]],
    ['我老婆坐月子，想给她买点好用的，不知道买啥', [/毯/, /泡脚/, /护手霜/]],
  ])('%s', async (message, kinds) => {
    const { names, text } = await shownAfter(message);
    for (const kind of kinds) expect(names.some(name => kind.test(name))).toBe(true);
    expect(text).not.toMatch(/周末|新手|坐月子/);
  });
});

describe('the kind that is meant', () => {
  test.each<[string[], RegExp]>([
    [['my daughter turns 6. looking for something soft she can sleep with, max 150'], /plush|Bear|Rabbit/],
    [
      [
        "I'm starting to look at stars with my grandson (9). I know nothing about telescopes. What would be good for us?",
      ],
      /telescope/,
    ],
    [['请问有没有入门的天文望远镜，孩子十岁，看月亮用的'], /望远镜/],
    [['想买个充电宝带上飞机'], /充电宝/],
    [
      ["my gf's into tea, 200 max", "she's more a green tea person. do you have like a gift box?"],
      /tea|Longjing|Jasmine/,
    ],
    [['拼图，一百块以内', '行 拼图可以 100片太少了 有没有500片以上的'], /拼图/],
    [['show me puzzles', '100 pieces is too few, have you got something over 500 pieces?'], /puzzle/],
    [['有没有不含咖啡因的饮品，晚上喝'], /茶|低因/],
    [['不要咖啡，有别的喝的吗'], /茶|龙珠|红茶|普洱/],
    [['咖啡豆', '不喝咖啡，还有其他喝的吗'], /茶|龙珠|红茶|普洱/],
    [['不喝茶，有什么喝的'], /咖啡/],
    [['not coffee, any other drinks?'], /tea|pearls|goji|pu'?er/i],
    [["i don't drink coffee, anything else to drink?"], /tea|pearls|goji|pu'?er/i],
    [['any beverages without caffeine?'], /tea|Chrysanthemum|decaf/],
    [['tea or a candle, 100 yuan ish', 'anything without caffeine then? herbal'], /tea/],
    [['鞋子衣服什么的，爬山穿'], /鞋|衣|外套|羽绒/],
  ])('%j', async (messages, name) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
    expect(text).not.toMatch(/don't sell|我们不卖/);
  });
});

describe('what is asked of its scent is no material, and no denial', () => {
  test.each<[string, RegExp]>([
    ['I wanted a candle, one that smells like wood or smoke', /made of wood/],
    ['蜡烛有没有桂花味的', /没有桂花味|没提到/],
  ])('%s', async (message, not) => {
    const { names, text } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(0);
    expect(text).not.toMatch(not);
  });
});

test('knees that complain make no complaint, and no racer', async () => {
  const { names, text } = await shownAfter(
    "running shoes for a marathon, I weigh 95 kg and my knees complain. men's 45",
  );
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).not.toMatch(/carbon/);
  expect(text).not.toMatch(/sorry for the trouble/);
});

test.each<[string, RegExp]>([
  ['有没有能装下15寸电脑的双肩包？上班通勤用，最好防泼水', /防泼水/],
  ['a backpack that fits a laptop, for my commute, water resistant', /water resistant/],
])('%s: what of it is met is told on the card', async (message, met) => {
  const [card] = cardsOfType(await lastOf(await shop.talkTo(), [message]), 'product');
  expect(card?.reason).toMatch(met);
});
