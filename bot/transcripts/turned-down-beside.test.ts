/** One thing is turned down beside another that is meant: only the other is shown, asked about or put into the cart. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const inCart = async ({ shopper }: Talk): Promise<string[]> => {
  const cart = await shop.core.stores.carts.ofShopper(shopper);
  return (cart?.lines ?? []).map(
    line => shop.core.catalogue.view.products.find(({ id }) => id === line.product)?.name.en ?? '',
  );
};

describe('turned down by its place', () => {
  test.each([
    [['show me jackets', 'not the first one, the fleece'], /fleece/],
    [['show me jackets', "I don't want the first one, the leather one"], /leather/],
    [['show me backpacks', 'not the first one, the backpack'], undefined],
    [['给我看外套', '不是第一件，是抓绒的'], /抓绒/],
  ])('nothing goes in, and another is shown: %j', async (says, shown) => {
    const talk = await shop.talkTo();
    const listed = cardsOfType(await lastOf(talk, says.slice(0, -1)), 'product').map(({ name }) => name);
    const answer = await talk.say(says.at(-1)!);
    const names = cardsOfType(answer, 'product').map(({ name }) => name);
    expect(await inCart(talk)).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
    expect(names).not.toContain(listed[0]);
    if (shown) expect(names.every(name => shown.test(name))).toBe(true);
  });
});

describe('turned down by its name', () => {
  test.each([
    [['来个指印马克杯', '马克杯算了，保温杯来一个']],
    [['来个指印马克杯', '不买马克杯了，买保温杯']],
    [['来个指印马克杯', '不要马克杯了，买保温杯']],
  ])('which of the other is asked, and of nothing else: %j', async says => {
    const talk = await shop.talkTo();
    const answer = await lastOf(talk, says);
    const names = cardsOfType(answer, 'product').map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(names.every(name => name.includes('保温杯'))).toBe(true);
    expect(await inCart(talk)).toEqual([]);
  });

  test.each([
    [['来个鼠尾草绿的指印马克杯', '马克杯算了，来个松针绿的保温杯']],
    [['add the thumbprint mug in sage', 'not the mug, one pine green flask please']],
  ])('what was taken of it goes out: %j', async says => {
    const talk = await shop.talkTo();
    await lastOf(talk, says);
    expect(await inCart(talk)).toEqual(['Wild Yonder Twelve Hours flask, pine green']);
  });

  test.each([[['来个鼠尾草绿的指印马克杯', '今天就算了，下次再买保温杯']]])(
    'what is put off puts nothing else in: %j',
    async says => {
      const talk = await shop.talkTo();
      await lastOf(talk, says);
      expect(await inCart(talk)).not.toContain('Wild Yonder Twelve Hours flask, pine green');
    },
  );
});

describe('taken out at the end of another request', () => {
  const both = ['add the thumbprint mug in sage', 'add the firefly table lamp in oat'];
  test.each([
    ['do you ship to shanghai and take the mug out', /Shanghai/],
    ["what's the delivery time and remove the mug please", /2 to 4 days/],
  ])('both are done: %s', async (says, told) => {
    const talk = await shop.talkTo();
    expect((await lastOf(talk, [...both, says])).text).toMatch(told);
    expect(await inCart(talk)).toEqual(['Lampyr Firefly table lamp, oat']);
  });

  test.each(['how do I open my cart and remove the lamp', 'what happens if I pay now and remove the lamp'])(
    'how it is done only asks: %s',
    async says => {
      const talk = await shop.talkTo();
      await lastOf(talk, [...both, says]);
      expect(await inCart(talk)).toHaveLength(2);
    },
  );
});
