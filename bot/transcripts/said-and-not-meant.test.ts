/** Words that stand for no wish: a colour in a place's name, a sum that is disputed, a price that is complained of, what is only asked. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

describe('no wish', () => {
  const shop = talkingShop();
  test.each([
    // A place, and no colour.
    { said: ['下个月去黄山 想买件外套'], never: /黄色/ },
    { said: ['a jacket for the Black Forest in spring'], never: /\bblack\b/ },
    // A sum that is held against the shop, and no least price.
    { said: ['需要鞋和外套 一共别超1000', '359+59哪里超1000了？？ 鞋呢'], never: /以上/ },
    // What was shown costs too much.
    { said: ['something for my sister, i have like 120', 'and thats over 120. a toy'], never: /or more|from ¥120/ },
    // Asked, and not ordered.
    {
      said: ['有没有手冲咖啡入门套装', '就一个壶一个滤杯，磨豆机也要吗？我能不能直接买粉'],
      never: /已加入购物车|粉色/,
    },
  ])('$said', async ({ said, never }) => {
    const { text, cards } = await lastOf(await shop.talkTo(), said);
    const reasons = cards.flatMap(card => ('reason' in card && card.reason ? [card.reason] : []));
    expect([text, ...reasons].join(' ')).not.toMatch(never);
  });

  test.each([['headphones for the gym in pink, under 200', 'forget pink, forget gym, forget price. ALL headphones']])(
    '%s; %s: all of it is given up',
    async (wish, gives) => {
      const answer = await lastOf(await shop.talkTo(), [wish, gives]);
      const names = cardsOfType(answer, 'product').map(card => card.name);
      expect(names.length).toBeGreaterThan(3);
      expect(answer.text).not.toMatch(/or less/);
    },
  );

  test('of two kinds within one price each is shown, and none is said to cost too much that does not', async () => {
    const answer = await lastOf(await shop.talkTo(), ['我要爬山 需要鞋和外套 一共别超1000']);
    expect(answer.text).not.toMatch(/就超了/);
    const names = cardsOfType(answer, 'product')
      .map(card => card.name)
      .join(' ');
    expect(names).toMatch(/鞋/);
    expect(names).toMatch(/外套|夹克/);
  });
});
