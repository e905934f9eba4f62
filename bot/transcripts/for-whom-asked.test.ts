/** Whom goods are for: told of what lies on the table from its page or its records, and heeded in what is shown for a child. */
import { expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each<[says: readonly string[], hears: RegExp]>([
  [
    ['show me running shoes under 400', 'are the puddlejump ones really for adults? 79 sounds like kids shoes'],
    /Rainline.*grown-ups' sizes, 36–46/,
  ],
  [
    ['show me the Rainline', "is it in the men's or children's section, what sizes does it come in"],
    /grown-ups' sizes, 36–46/,
  ],
  [['show me the Rainline', 'can adults wear them?'], /grown-ups' sizes/],
  [['show me the fountain pen', 'is it for kids?'], /not listed as something for children/],
  [['看看渡口桌游', '几个人玩的 大人也能玩吗'], /2–5 人[\s\S]*8 岁以上/],
  [['有没有敏感肌能用的防晒霜?', '我是成人 脸上用,儿童的也能用?'], /大人也能用/],
])('whom it is for: %s', async (says, hears) => {
  expect((await lastOf(await shop.talkTo(), says)).text).toMatch(hears);
});

test.each<[says: string, isShown: RegExp, never: RegExp]>([
  ['gift for a boy turning 5, likes dinosaurs', /puzzle|blocks|top/i, /pen|skincare|teapot|lamp|gift box|board game/i],
  ['a present for a boy of 6', /puzzle|blocks|top/i, /pen|skincare|teapot|lamp|gift box|board game/i],
  ['孩子5岁生日 送男孩子的玩具 200块左右', /积木/, /桌游|钢笔/],
])('nothing that is made for older ones is a present for a child: %s', async (says, isShown, never) => {
  const answer = await (await shop.talkTo()).say(says);
  const names = cardsOfType(answer, 'product')
    .map(card => card.name)
    .join('; ');
  expect(names).toMatch(isShown);
  expect(names).not.toMatch(never);
});

test('what is asked for by its name is shown with its age', async () => {
  const { text } = await (await shop.talkTo()).say('a board game for my 5 year old');
  expect(text).toMatch(/from 8 years/);
});

test('这不是儿童的吗 turns nothing down: what is asked behind it is told of that very one', async () => {
  const { text } = await lastOf(await shop.talkTo(), ['敏感肌能用的防晒', '这不是儿童的吗，大人能用吗？']);
  expect(text).toMatch(/小螃蟹儿童防晒乳[^。]*大人也能用/);
});

test.each<[says: readonly string[], isShown: RegExp]>([
  [['running shoes', 'for my 5 year old'], /^Puddlejump Schoolyard running shoe/],
  [['backpacks', "it's for my daughter, she's 7"], /school bag/],
  [['running shoes', 'for my wife'], /shoe|runner|racer/],
  [['跑鞋', '给我五岁的孩子'], /跑鞋/],
  [['夹克', '给孩子穿的'], /雨衣/],
  [['面霜', '给我老公用'], /面霜/],
])('whom they are for is told of the goods that were looked for: %j', async (says, isShown) => {
  const names = cardsOfType(await lastOf(await shop.talkTo(), says), 'product').map(card => card.name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(isShown);
});

test.each([[['running shoes', 'a gift for my 5 year old']], [['a gift for my dad', 'for my wife']]])(
  'a present is looked for anew: %j',
  async says => {
    const names = cardsOfType(await lastOf(await shop.talkTo(), says), 'product').map(card => card.name);
    expect(names.filter(name => /running shoe/.test(name ?? ''))).toEqual([]);
  },
);
