/** Where no goods are all that was asked for: what comes near in one way, and in another; and what a shopper insists on. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const named = (name: string): RegExp => new RegExp(name);

describe('nothing is all of it', () => {
  const shop = talkingShop();
  test.each([
    {
      said: 'waterproof hiking shoes, size 43, wide feet. under 600',
      says: /isn't marked “waterproof”; the .*Bogwalker.* is, but isn't marked “wide fit”/,
      cards: ['Broadway', 'Bogwalker'],
    },
    {
      said: 'a lightweight waterproof jacket that is warm too',
      says: /isn't marked “warm”; the .*Goosefall.* is, but isn't marked “waterproof”/,
      cards: ['Ferryman', 'Goosefall'],
    },
    {
      said: 'noise cancelling headphones in yellow',
      says: /aren't in yellow; the .*Pebble.* is, but isn't marked “noise cancelling”/,
      cards: ['Hush', 'Murmur', 'Pebble'],
    },
    {
      said: '轻便防水又保暖的外套',
      says: /没有一款全都符合：.*没有标注“保暖”；.*落雁.*标注了“保暖”，但没有标注“防水”/,
      cards: ['摆渡人', '落雁'],
    },
    {
      said: '黄色的降噪耳机有吗',
      says: /不是黄色；.*卵石.*是黄色，但没有标注“降噪”/,
      cards: ['低语', '息声', '卵石'],
    },
  ])('$said: both are shown, and told apart', async ({ said, says, cards }) => {
    const answer = await lastOf(await shop.talkTo(), [said]);
    expect(answer.text).toMatch(says);
    const names = cardsOfType(answer, 'product').map(card => card.name);
    expect(names).toHaveLength(cards.length);
    for (const card of cards) expect(names).toContainEqual(expect.stringMatching(named(card)));
  });

  test.each([
    [
      'waterproof hiking shoes, size 43, wide feet. under 600',
      'the bogwalker then, in 43',
      /Bogwalker.*size 43 is in your cart/,
    ],
    ['轻便防水又保暖的外套', '第二个来一件，L码', /落雁.*（L码）已加入购物车/],
  ])('%s; %s: the other is of the list as well', async (wish, order, says) => {
    expect((await lastOf(await shop.talkTo(), [wish, order])).text).toMatch(says);
  });
});

describe('what is insisted on is met before anything else', () => {
  const shop = talkingShop();
  test.each([
    [
      'waterproof hiking shoes, size 43, wide feet. under 600',
      "it has to be waterproof, that's the main thing",
      'Bogwalker',
    ],
    ['waterproof shoes, size 43, wide feet', 'wide is a must', 'Broadway'],
    ['a lightweight waterproof jacket that is warm too', 'warm matters most', 'Goosefall'],
    ['想要一双防水又宽楦的跑鞋，43码', '一定要宽楦', '宽街'],
    ['轻便防水又保暖的外套', '保暖最重要', '落雁|茶馆|长冬'],
  ])('%s; %s', async (wish, insists, first) => {
    const answer = await lastOf(await shop.talkTo(), [wish, insists]);
    expect(cardsOfType(answer, 'product')[0]?.name).toMatch(named(first));
    expect(answer.text).not.toMatch(/nothing that comes nearer|没有比刚才/);
  });

  test.each([
    [
      'waterproof hiking shoes, size 43, wide feet',
      "doesn't matter about wide then. just waterproof, 43",
      'Bogwalker',
      /wide fit/,
    ],
    ['想要一双防水又宽楦的跑鞋，43码', '宽楦不宽楦都无所谓', '雨线|路沿|越沟|过沼', /宽楦/],
  ])('%s; %s: what is waived is named no more', async (wish, waives, first, never) => {
    const answer = await lastOf(await shop.talkTo(), [wish, waives]);
    expect(cardsOfType(answer, 'product')[0]?.name).toMatch(named(first));
    expect(answer.text).not.toMatch(never);
  });
});
