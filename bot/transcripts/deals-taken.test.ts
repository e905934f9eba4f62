/** A deal that was offered is applied when it is taken in plain words, also beside other requests, and when it is missed on the cart. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';
import { treatedGuests } from '../testing/treated-guests.ts';

/** Noon in the shop: the evening deal is not on. */
const noon = Date.parse('2026-11-25T04:00:00Z');

const shop = talkingShop({ clock: () => new Date(noon) });

/** A guest who was made an offer by what they said, and its card: to some none is made, on purpose. */
const madeOffer = async (...says: readonly string[]) => {
  for await (const talk of treatedGuests(shop)) {
    const [card] = cardsOfType(await lastOf(talk, says), 'offer');
    if (card) return { talk, card };
  }
  throw new Error('No guest was made an offer');
};
const offered = async (...says: readonly string[]): Promise<Talk> => (await madeOffer(...says)).talk;

const hold = async (talk: Talk, words = 'show my cart') => {
  const [card] = cardsOfType(await talk.say(words), 'cart');
  return { lines: card?.lines.map(({ name, quantity }) => `${quantity} × ${name}`) ?? [], total: card?.total };
};

const kettleEn = ['do you have an electric kettle', 'can i get it cheaper'] as const;
const kettleZh = ['有电水壶吗', '能便宜点吗'] as const;
const white = '1 × Emberpan Swan-neck electric kettle, chalk white';
const whiteZh = '1 × 余烬 鹅颈电水壶 粉白';

describe('taken beside what goes in', () => {
  test.each([
    [kettleEn, 'apply it n put white one in cart', 'show my cart', white],
    [kettleEn, 'please just add 1 white swan neck kettle and apply the 20 off', 'show my cart', white],
    [kettleEn, 'put the white one in my cart with the offer', 'show my cart', white],
    [kettleEn, 'use the discount and add the white one', 'show my cart', white],
    [kettleZh, '把白色的加购物车 优惠也给我用上', '看看购物车', whiteZh],
    [kettleZh, '行 用优惠 加一个白的', '看看购物车', whiteZh],
    [kettleZh, '按优惠价给我下单一个白的', '看看购物车', whiteZh],
  ] as const)('%s: %s', async (before, says, cart, line) => {
    const talk = await offered(...before);
    const { text } = await talk.say(says);
    expect(text).toMatch(/¥20/);
    expect(text.match(/¥279/g)).toHaveLength(1);
    expect(await hold(talk, cart)).toEqual({ lines: [line], total: '¥279' });
  });

  test('用！直接给我加购物车: of the one that is looked at', async () => {
    const talk = await offered('天井便携音箱 樱桃红', '太贵了 便宜点嘛');
    expect((await talk.say('用！直接给我加购物车')).text).toMatch(/已使用优惠：立减¥20，现在合计¥269/);
    expect((await hold(talk, '看看购物车')).total).toBe('¥269');
  });

  test('where it is asked back which goes in, nothing goes in and the deal stands', async () => {
    const talk = await offered(...kettleEn);
    await talk.say('apply the deal and add the teapot in mauve');
    const { lines } = await hold(talk);
    expect(lines.filter(line => line.includes('kettle'))).toEqual([]);
  });
});

describe('taken beside what is asked', () => {
  test.each([
    [[...kettleEn, 'add the white one'], 'apply. also show cart', /^Done: ¥20 off.*\n+Your cart comes to ¥279/],
    [[...kettleZh, '白的来一个'], '那就用上 然后下单', /^已使用优惠：立减¥20，现在合计¥279。\n+购物车合计¥279.*结算/],
    [[...kettleZh, '白的来一个'], '用上优惠 再看看购物车', /^已使用优惠：立减¥20.*\n+购物车合计¥279/],
  ] as const)('%s: %s', async (before, says, hears) => {
    const [one, two, ...more] = before;
    const talk = await offered(one, two);
    for (const text of more) await talk.say(text);
    const answer = await talk.say(says);
    expect(answer.text).toMatch(hears);
    expect(cardsOfType(answer, 'cart').map(card => card.total)).toEqual(['¥279']);
    expect((await hold(talk)).lines).toHaveLength(1);
  });

  test('用了 贴心 顺便洗面奶有没有温和的: the deal, and what is looked for', async () => {
    const talk = await offered('小螃蟹儿童防晒乳 120毫升 来两瓶', '算下多少钱 有优惠没');
    const answer = await talk.say('用了 贴心 顺便洗面奶有没有温和的 跟它一起发');
    expect(answer.text).toMatch(/已使用优惠：立减¥20，现在合计¥288/);
    expect(answer.text).not.toContain('贴心');
    expect(cardsOfType(answer, 'product').map(card => card.name)).toEqual([expect.stringContaining('洁面')]);
  });

  test('how it is used, and whether it can be, takes nothing', async () => {
    for (const [before, says] of [
      [kettleEn, 'how do i use the discount?'],
      [kettleEn, 'can i use it with induction?'],
      [kettleZh, '优惠怎么用'],
      [kettleZh, '用了多久会坏'],
      [kettleZh, '先不用优惠'],
    ] as const) {
      const talk = await offered(...before);
      await talk.say(says);
      expect((await shop.core.stores.carts.ofShopper(talk.shopper))?.offer, says).toBeUndefined();
    }
  });
});

describe('missed on the cart', () => {
  test.each([
    [kettleEn, 'add the white one', 'wheres my 20 off??'],
    [kettleEn, 'add the white one', 'apply 20 off to my cart'],
    [kettleEn, 'add the white one', 'no just the kettle w 20 off like u said'],
    [kettleEn, 'add the white one', 'why is it still 299? you promised 20 off'],
    [kettleEn, 'add the white one', "the discount isn't applied"],
    [kettleZh, '白的来一个', '刚刚说减20呢 怎么还是299'],
    [kettleZh, '白的来一个', '优惠怎么没用上'],
    [kettleZh, '白的来一个', '不是说能减20吗？'],
  ] as const)('%s, %s: %s', async (before, put, says) => {
    const talk = await offered(...before);
    await talk.say(put);
    const answer = await talk.say(says);
    expect(answer.text).toMatch(/^(?:Done: ¥20 off\. Your total is now ¥279\.|已使用优惠：立减¥20，现在合计¥279。)$/);
    expect((await hold(talk)).lines).toHaveLength(1);
  });

  test('with an empty cart it is offered again, and nothing put in', async () => {
    for (const [before, says] of [
      [kettleEn, 'where did the discount go'],
      [kettleZh, '优惠呢？'],
    ] as const) {
      const talk = await offered(...before);
      const answer = await talk.say(says);
      expect(cardsOfType(answer, 'offer').map(card => card.saves)).toEqual([expect.stringContaining('¥20')]);
      expect((await shop.core.stores.carts.ofShopper(talk.shopper))?.lines ?? []).toEqual([]);
    }
  });

  test('another deal than the one that was offered is told of', async () => {
    const talk = await offered(...kettleZh);
    await talk.say('白的来一个');
    expect((await talk.say('那个减30的也用上')).text).toMatch(/“每满 300 减 30”：已生效，省¥30/);
  });
});

test('it is told as what less is paid with it, as it was promised', async () => {
  const { talk, card } = await madeOffer('二号线通勤双肩包 墨黑 加购物车', '还能便宜点不');
  const [applied] = cardsOfType(await talk.say('就刚才说的那个优惠，用上'), 'offer');
  expect(applied).toMatchObject({ id: card.id, saves: card.saves, after: card.after });
  expect((await hold(talk, '看看购物车')).total).toBe(card.after);
});
