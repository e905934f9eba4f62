/** An exchange and a return as they go: the difference in price, the courier who collects, what is tried on first. */
import { describe, expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

describe('the difference in price of an exchange has a rule of its own', () => {
  test.each([
    [['how do exchanges work', 'and if the other colour is more expensive do I pay more']],
    [['can I exchange shoes for another size', 'do I pay the difference if it costs more?']],
    [['can I exchange shoes for another size', 'what if the bigger one costs more']],
    [['if I swap it for a larger size that costs more, who pays the difference?']],
    [['怎么换货', '换的贵了要补差价吗']],
    [['怎么换货', '便宜了退差价吗']],
    [['换货多退少补吗']],
  ])('%j', async says => {
    expect((await lastOf(await shop.talkTo(), says)).text).toMatch(/neither pay nor get the difference|差价不补也不退/);
  });

  test('a price that fell after the purchase keeps its own', async () => {
    expect((await lastOf(await shop.talkTo(), ['刚买完就降价了', '便宜了退差价吗'])).text).toMatch(/差价退给你/);
  });
});

test.each([
  [['怎么退货', '怎么换货'], /30 天内免费换/],
  [['how do I return something?', 'and how do I exchange?'], /exchanges are free within 30 days/],
])('how it is exchanged is not how it is returned: %j', async (says, tells) => {
  expect((await lastOf(await shop.talkTo(), says)).text).toMatch(tells);
});

describe('a courier collects what goes back, however often it is asked', () => {
  test.each([
    [['怎么退货', '什么时候来取件']],
    [['怎么退货', '什么时候来取件', '要我自己寄吗']],
    [['退货什么时候上门取']],
    [['how do I return something', 'when do they pick it up?']],
    [['how do I return something', 'when do they pick it up?', 'do I have to send it myself?']],
    [['how do returns work', 'does someone collect it?']],
  ])('%j', async says => {
    expect((await lastOf(await shop.talkTo(), says)).text).toMatch(/courier collects|快递员按你选的时间上门取件/);
  });
});

test.each([
  [['can I try it on and return it?']],
  [['show me rain jackets', 'can I try it on and return it']],
  [['hush is 789.. can i try and return if i dont like?']],
  [['am I allowed to test it at home and then send it back?']],
  [['有外套吗', '可以先试试不合适再退吗']],
])('what is only tried on may come back, and no order is asked for: %j', async says => {
  expect((await lastOf(await shop.talkTo(), says)).text).toMatch(/may try on|可以试穿/);
});
