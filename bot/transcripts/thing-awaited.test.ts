/** A thing is asked for by its name alone: one that was ordered is told of by its order, any other by the shop. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'thing-awaited');

const chore = 'Workbench chore jacket';
const teahouse = 'Quilted Teahouse jacket';

describe('where it is, and when it comes', () => {
  test.each([
    [['where is the teahouse jacket?']],
    [['when does the teahouse jacket arrive?']],
    [["where's the jacket"]],
    [['any news on the teahouse jacket']],
    [['茶馆外套什么时候到']],
    [['外套到哪了']],
    [['那件外套怎么还没到']],
  ])('%j: its order', async says => {
    const { talk, numbers } = await owner({ status: 'shipped', ago: 2, things: [teahouse] });
    const { text } = await lastOf(talk, says);
    expect(text).toContain(numbers[0]);
    expect(text).not.toMatch(/¥|Ordered now|现在下单/);
  });

  test.each([
    [['where is the teahouse jacket?']],
    [['when does the teahouse jacket arrive?']],
    [['茶馆外套什么时候到']],
  ])('%j: another jacket was ordered', async says => {
    const { talk, numbers } = await owner({ status: 'shipped', ago: 2, things: [chore] });
    expect((await lastOf(talk, says)).text).not.toContain(numbers[0]);
  });

  test.each([[['teahouse jacket in plum', 'when would the jacket arrive?']]])(
    '%j: the one that is looked at',
    async says => {
      const { talk, numbers } = await owner({ status: 'shipped', ago: 2, things: [chore] });
      const { text } = await lastOf(talk, says);
      expect(text).not.toContain(numbers[0]);
      expect(text).toMatch(/2 to 4 days/);
    },
  );
});

describe('of two jackets the other is meant than the one that is turned down', () => {
  test.each([
    [['退外套 不是茶馆那件']],
    [['我要退外套，不是茶馆的']],
    [['我要退货', '不是茶馆那件']],
    [['I want to return the jacket, not the teahouse one']],
    [['I want to return a jacket', 'not the teahouse one']],
  ])('%j: it goes back', async says => {
    const { talk, numbers } = await owner(
      { status: 'delivered', ago: 5, things: [chore] },
      { status: 'delivered', ago: 10, things: [teahouse] },
    );
    const { text } = await lastOf(talk, says);
    expect(text).toContain(numbers[0]);
    expect(text).toMatch(/chore jacket|工装外套/);
    expect(text).not.toMatch(/Teahouse|茶馆/);
  });

  test.each([
    [['return the jacket, not the teahouse one']],
    [['I want to return the jacket', 'not the teahouse one']],
    [['退外套', '不是茶馆那件']],
  ])('%j: of one order', async says => {
    const { talk } = await owner({ status: 'delivered', ago: 5, things: [chore, teahouse, 'Thumbprint mug'] });
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(/chore jacket|工装外套/);
    expect(text).not.toMatch(/Teahouse|茶馆/);
  });

  test.each([
    [['cancel the jacket, not the teahouse one'], 0],
    [['取消外套，不是茶馆那件'], 0],
    [['cancel my order', 'not the teahouse one'], 0],
    [['取消订单', '茶馆那件'], 1],
    [['我想取消一个订单', '工装那件'], 0],
  ])('%j: it is called off, after a yes', async (says, which) => {
    const { talk, numbers } = await owner(
      { status: 'placed', ago: 0, things: [chore] },
      { status: 'placed', ago: 1, things: [teahouse] },
    );
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(/hasn't left yet|还没有发出/);
    expect(text).toContain(numbers[which]);
  });

  test.each([
    [["I want to return the jacket, it's not the right size"]],
    [['return the jacket, not the colour I wanted']],
    [['外套我想退，不是我要的颜色']],
  ])('%j: how it is turns nothing down', async says => {
    const { talk, numbers } = await owner(
      { status: 'delivered', ago: 5, things: [chore] },
      { status: 'delivered', ago: 10, things: ['Thumbprint mug'] },
    );
    expect((await lastOf(talk, says)).text).toContain(numbers[0]);
  });
});
