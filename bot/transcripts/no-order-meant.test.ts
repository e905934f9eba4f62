/** Of orders only where orders are meant: goods that are looked at need no number, and an order that is named stands beside its rule. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import { modelOrder, ofOneThing } from '../testing/model-order.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
/** An order of one thing, of which those here are made. */
const model = modelOrder(shop, order => ofOneThing(order) && order.status === 'delivered');
let made = 0;

/** Whoever placed an order so many days ago. */
const buyer = async (days: number) => {
  made += 1;
  const talk = await shop.talkTo(`no-order-meant-${made}`);
  const rest = model.order;
  const number = `WY-${860_000 + made}`;
  const placedAt = new Date(shop.core.clock().getTime() - days * 86_400_000);
  await shop.core.stores.orders.put([
    { ...rest, id: asId<OrderId>(`no-order-meant-${made}`), number, shopper: talk.shopper, placedAt },
  ]);
  return { talk, number };
};

describe('whoever speaks of goods is asked for no order', () => {
  test.each([
    [['need a backpack for hiking', '25 is too small for me. anything bigger?'], /pack/i],
    [["i'd like to return something", 'cancel. i was asking about a backpack, not about an order.'], /backpack|pack/i],
    [['where is my order', 'leave orders alone please! do you have a backpack?'], /pack/i],
    [['where is my order', "i haven't got an order! do you have a backpack?"], /pack/i],
    [['我要退货', '我没有订单，我问的是有没有双肩包'], /双肩包|背包/],
  ])('%j', async (messages, named) => {
    const answer = await lastOf(await shop.talkTo(), messages);
    expect(answer.text).not.toMatch(/order number|订单号|return/i);
    expect(
      cardsOfType(answer, 'product')
        .map(one => one.name)
        .join(' '),
    ).toMatch(named);
  });
});

describe('a courier’s manners are heard by a person', () => {
  test.each([
    [
      'i want to complain. the courier was rude to my mum when he dropped off the parcel',
      /sorry that a courier.*colleague/s,
    ],
    ['你们快递员态度太差了，对我妈大吼', /不该这样对待您.*人工/s],
  ])('%s', async (message, told) => {
    const answer = await lastOf(await shop.talkTo('manners'), [message]);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'source')).toEqual([]);
  });
});

describe('one’s own order', () => {
  test.each([
    [['can i change the delivery address on an order?', 'Thank you. Has my most recent order been packed yet?']],
    [['can i change the delivery address on an order?', 'I asked after my latest order. What is its state?']],
    [['怎么改收货地址', '我最近那单打包了吗']],
  ])('%j shows it', async messages => {
    const { talk, number } = await buyer(20);
    const answer = await lastOf(talk, messages);
    expect(cardsOfType(answer, 'order').map(one => one.number)).toEqual([number]);
  });

  test('named beside a rule it is shown, and the rule is no repetition', async () => {
    const { talk, number } = await buyer(20);
    const answer = await lastOf(talk, ['can i get a fapiao', `${number}. can i still get a fapiao for it?`]);
    expect(answer.text).not.toMatch(/As I said/);
    expect(answer.text).toMatch(/fapiao|90 days/);
    expect(cardsOfType(answer, 'order').map(one => one.number)).toEqual([number]);
  });

  test('what it came to is asked of it, and not of an empty cart', async () => {
    const { talk, number } = await buyer(20);
    const answer = await lastOf(talk, ['show me my orders', 'what was that total?']);
    expect(answer.text).not.toMatch(/cart/);
    expect(cardsOfType(answer, 'order').map(one => one.number)).toEqual([number]);
  });

  test('a sum of what is in the cart is followed by how long it takes to come', async () => {
    const answer = await lastOf(await shop.talkTo(), [
      'add the notebook',
      'how much is it all?',
      'and how long does it take?',
    ]);
    expect(answer.text).toMatch(/2 to 4 days/);
  });
});
