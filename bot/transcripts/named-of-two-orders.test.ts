/** Two of a kind in two orders: the thing that is named decides which order is meant, whatever has become of it. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'two-orders');

const chore = 'Workbench chore jacket';
const teahouse = 'Quilted Teahouse jacket';
const isHan = (says: readonly string[]): boolean => /\p{Script=Han}/u.test(says.join(''));
const teahouseIn = { en: /Teahouse jacket/, zh: /茶馆绗缝外套/ };
const choreIn = { en: /chore jacket/, zh: /工装外套/ };

describe('a return is of the one that is named', () => {
  test.each([
    [['i want to send back the teahouse jacket']],
    [['can I return the teahouse one']],
    [["the teahouse jacket doesn't fit, I'd like to return it"]],
    [['I want to return my jacket', 'the teahouse one']],
    [['I want to return something', 'the teahouse jacket']],
    [['where is my order?', 'i want to send back the teahouse jacket']],
    [['我想退茶馆那件外套']],
    [['茶馆外套我想退了']],
    [['我要退货', '茶馆外套']],
  ])('%j', async says => {
    const { talk, numbers } = await owner(
      { status: 'delivered', ago: 5, things: [chore] },
      { status: 'delivered', ago: 10, things: [teahouse] },
    );
    const answer = await lastOf(talk, says);
    const told =
      answer.text +
      cardsOfType(answer, 'refund')
        .flatMap(card => card.lines.map(line => line.name))
        .join();
    expect(told).toMatch(isHan(says) ? teahouseIn.zh : teahouseIn.en);
    expect(told).not.toMatch(isHan(says) ? choreIn.zh : choreIn.en);
    expect(answer.text).not.toContain(numbers[0]);
  });

  test.each([[['I want to return the jacket']], [['外套想退']]])('%j: which is asked', async says => {
    const { talk } = await owner(
      { status: 'delivered', ago: 5, things: [chore] },
      { status: 'delivered', ago: 10, things: [teahouse] },
    );
    expect((await lastOf(talk, says)).text).toMatch(/Which order|哪一个订单/);
  });

  test.each([
    [['i want to send back the teahouse jacket']],
    [['can I still return the teahouse jacket?']],
    [['茶馆外套我想退']],
    [['茶馆外套还能退吗']],
  ])('%j: too long ago, and no other goes back for it', async says => {
    const { talk, numbers } = await owner(
      { status: 'delivered', ago: 5, things: [chore] },
      { status: 'delivered', ago: 90, things: [teahouse] },
    );
    const { text } = await lastOf(talk, says);
    expect(text).toContain(numbers[1]);
    expect(text).toMatch(/past the 30 days|已超过30天/);
    expect(text).not.toContain(numbers[0]);
  });

  test('but one of them that may still go back is meant by its kind alone', async () => {
    const { talk } = await owner(
      { status: 'delivered', ago: 5, things: [chore] },
      { status: 'delivered', ago: 90, things: [teahouse] },
    );
    expect((await talk.say('i want to return the jacket')).text).toMatch(choreIn.en);
  });
});

describe('and so is cancelling, and where it is', () => {
  test.each([
    [['cancel the teahouse jacket']],
    [['cancel my order', 'the teahouse one']],
    [['取消茶馆外套那单']],
    [['取消订单', '茶馆外套那单']],
  ])('%j', async says => {
    const { talk, numbers } = await owner(
      { status: 'placed', ago: 1, things: [chore] },
      { status: 'placed', ago: 2, things: [teahouse] },
    );
    const { text } = await lastOf(talk, says);
    expect(text).toContain(numbers[1]);
    expect(text).toMatch(/Shall I cancel it|确认取消/);
  });

  test.each([[['cancel the teahouse jacket please']], [['取消茶馆外套那单']]])('%j: it has left', async says => {
    const { talk, numbers } = await owner(
      { status: 'placed', ago: 1, things: [chore] },
      { status: 'shipped', ago: 2, things: [teahouse] },
    );
    const { text } = await lastOf(talk, says);
    expect(text).toContain(numbers[1]);
    expect(text).not.toMatch(/Shall I cancel it|确认取消/);
  });

  test.each([[['where is my teahouse jacket?']], [['茶馆外套到哪了']]])('%j', async says => {
    const { talk, numbers } = await owner(
      { status: 'shipped', ago: 1, things: [chore] },
      { status: 'shipped', ago: 2, things: [teahouse] },
    );
    const { text } = await lastOf(talk, says);
    expect(text).toContain(numbers[1]);
    expect(text).not.toContain(numbers[0]);
  });
});
