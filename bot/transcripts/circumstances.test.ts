/** When, where and by whom goods are used steers a search; only what goods are to be like is told to be on no page. */
import { expect, test } from 'vitest';
import { goodsShownAfter, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const onNoPage = /page doesn't say|pages don't say|没提到/;

test.each([
  ['lol ok. im looking for a kite for the beach, quite windy there'],
  ['I need a moisturiser and a sunscreen for my holiday in Thailand'],
  ['有没有适合情侣两个人玩的桌游 出租屋地方小'],
  ['我是留学生，想买个保温杯'],
  ['我们家猫把我的毛绒玩具咬烂了呜呜 想再买个软软的抱着睡觉'],
])('no page is expected to say it: %s', async says => {
  const { text } = await lastOf(await shop.talkTo(), [says]);
  expect(text).not.toMatch(onNoPage);
});

test.each<[says: string, said: RegExp]>([
  ['Do you have notebooks with numbered pages? For my bullet journal', /“numbered pages”/],
  ['Just show me which mugs or flasks with a straw you have, please. Light ones.', /“straw”/],
  // What else is wished is told by a page.
  [
    'Just show me which mugs or flasks with a lid you have, please. Light ones.',
    /no “mug” that meets the rest[\s\S]*“light”[\s\S]*Lid: screw lid/,
  ],
  ['有没有静音一点好拿的水壶', /“静音”/],
  ['给我看冲锋衣，就是防雨的外套，男款，M码，500以内', /“男款”/],
  ['兔子那个白色的，五岁玩安全吗，会不会掉毛', /没提到“会不会掉毛”[\s\S]*安全：刺绣眼睛，没有能吞下去的零件/],
])('what they are to be like, or what is asked of them, is: %s', async (says, said) => {
  const { text } = await lastOf(await shop.talkTo(), [says]);
  expect(text).toMatch(onNoPage);
  expect(text).toMatch(said);
});

test('what none of them measures is told with what comes nearest', async () => {
  const { text } = await lastOf(await shop.talkTo(), ['non stick pan for induction, 28cm']);
  expect(text).toMatch(/^None of what I have is said to be “28cm”; these come nearest\.[\s\S]*24 cm across/);
});

test('what a page lists is told by it', async () => {
  const { text } = await lastOf(await shop.talkTo(), [
    'Do you have notebooks with dotted pages? For my bullet journal',
  ]);
  expect(text).toMatch(/Ruling: dotted, 5 mm/);
  expect(text).not.toMatch(onNoPage);
});

test('Chinese written with a space between words is read as if it had none', async () => {
  const { text } = await lastOf(await shop.talkTo(), ['退货 从 德国 谁 付 运费？']);
  expect(text).toMatch(/海外退货邮费自理/);
});

test.each(["I'd like some green tea please, something light", 'some oolong tea'])(
  'tea is sold as itself: %s',
  async says => {
    const { products } = await goodsShownAfter(shop, [says]);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(product.category).toBe('tea-coffee');
  },
);
