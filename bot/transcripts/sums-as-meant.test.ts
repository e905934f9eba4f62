/** What several goods, or one in a form that was said, come to: reckoned of those that are meant, and put in as they were said. */
import { expect, test } from 'vitest';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each<[readonly string[], RegExp]>([
  [['lantern vitamin c serum 50 ml', 'how much is it', "that's the 50. 30 ml!!"], /30 ml: ¥239/],
  [['lantern vitamin c serum 50 ml', 'no the 30 ml one, how much with delivery'], /30 ml: ¥239/],
  [['longjing 50 g', '2 of the 100 g, total?'], /100 g: ¥518.*¥358\.50 in all/],
  [['two guests teapot', 'in green, total with shipping to germany'], /pine green: ¥239.*¥359 in all/],
  [['thumbprint mug', 'what would 4 in navy come to?'], /4 × .*harbour navy: ¥236/],
  [['明前龙井 50克', '100克的两盒多少钱'], /100 克 2 件 ¥518.*一共 ¥358\.50/],
  [['明前龙井 50克', '两盒多少钱', '我说的是100克!不是50克'], /100 克 2 件 ¥518.*一共 ¥358\.50/],
  [['灯笼维C精华 50毫升', '不是50 是30的 两瓶一共多少'], /30 毫升 2 件 ¥478/],
  [['落雁羽绒服', '红色M码有吗 一件运到新加坡总共多少钱'], /砖红 ¥919.*一共 ¥949/],
  [['指印马克杯', '藏青的三个含运费多少钱', '我说的是红色'], /砖红 3 件 ¥177/],
])('the form that was said is reckoned, and nothing goes in: %s', async (says, hears) => {
  const talk = await shop.talkTo();
  let told = '';
  for (const text of says) told = (await talk.say(text)).text;
  expect(told).toMatch(hears);
  expect((await talk.say('my cart')).cards).toEqual([]);
});

test.each<[readonly string[], readonly string[]]>([
  [
    ['twelve hours flask green', 'put in 2 red mugs, 2 navy mugs, green flask'],
    [
      '2 Kilnfold Thumbprint mug, brick red',
      '2 Kilnfold Thumbprint mug, harbour navy',
      '1 Wild Yonder Twelve Hours flask, pine green',
    ],
  ],
  [
    ['two guests teapot', 'in green, total with shipping to germany', 'add it'],
    ['1 Kilnfold Two Guests teapot, pine green'],
  ],
  [['落雁羽绒服', '红色M码有吗 一件运到新加坡总共多少钱', '加购物车'], ['1 岭兔 落雁羽绒服 砖红（M码）']],
])('what goes in: %s', async (says, lines) => {
  const talk = await shop.talkTo();
  for (const text of says) await talk.say(text);
  const [cart] = (await talk.say(/\p{Script=Han}/u.test(says[0]!) ? '看看购物车' : 'my cart')).cards;
  expect(cart).toMatchObject({ type: 'cart' });
  const held = cart?.type === 'cart' ? cart.lines.map(line => `${line.quantity} ${line.name}`) : [];
  expect(held).toEqual(lines);
});
