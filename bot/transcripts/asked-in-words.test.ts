/** Asked in words that no kind has a name for: read on the page, of a kind that is sold or not, or told of what did harm. */
import { expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each<[says: readonly string[], hears: RegExp]>([
  [['show me power banks', 'does the power bank charge a laptop?'], /laptop/],
  [['show me a teapot', 'do they come with cups?'], /In the box: teapot with lid; no cups/],
  [['show me backpacks', 'does the commuter backpack take a 15 inch laptop?'], /up to 15 inches/],
  [['need a flask', 'and snacks?'], /don't sell that \(“snacks”\)/],
  [['看看蜡烛', '有没有零食之类的'], /不卖“零食”/],
  [['有没有敏感肌能用的防晒霜?', '床品有吗'], /不卖“床品”/],
  [['学生党 宿舍用的台灯有吗', '那有没有小夜灯之类的 便宜就行'], /不卖“小夜灯”/],
])('what is asked is answered: %s', async (says, hears) => {
  expect((await lastOf(await shop.talkTo(), says)).text).toMatch(hears);
});

test.each<[says: readonly string[], isShown: RegExp, never: RegExp]>([
  [['the moss cream gave me a rash', 'ok do you have a gentle face cream'], /face cream/, /Moss barrier/],
  [["i'm allergic to the moss barrier cream", 'any other face cream?'], /face cream/, /Moss barrier/],
  [['我对苔藓面霜过敏', '有没有温和的面霜 敏感皮'], /面霜/, /苔藓/],
  [['find me shoes without laces'], /slip-on|recovery/i, /Nightbus|Broadway/],
  [['小姑娘啊 我想买双走路不累脚的鞋 老人穿的 不要系鞋带的'], /软着陆|一脚蹬/, /越野/],
  [['再看看雨披'], /雨披/, /鞋/],
])('what is shown is what is meant: %s', async (says, isShown, never) => {
  const answer = await lastOf(await shop.talkTo(), says);
  const names = cardsOfType(answer, 'product')
    .map(card => card.name)
    .join('; ');
  expect(names).toMatch(isShown);
  expect(names).not.toMatch(never);
});
