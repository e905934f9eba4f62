/** A parcel on its way: what can be changed of it, where it is, and what is asked next of it. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'under-way');
const lotion = ['Low Tide body lotion'] as const;
const coming = { status: 'shipped', ago: 1, things: lotion } as const;
const open = { status: 'placed', ago: 1, things: lotion } as const;

const redirected = /redirect it within the same city|同城内改派/;
const inTime = /in time|赶得上/;

describe('to another hand or place it can only be redirected, which is told with the order', () => {
  test.each([
    [['where is my order?', "hmm, can it be delivered to a neighbour instead, I'm away on the 5th"]],
    [["where's my parcel?", 'could they leave it with my neighbour?', 'or at a pickup point then?']],
    [["where's my order", 'what if nobody is home']],
    [['can you leave the parcel with the concierge']],
    [['any chance the courier drops my parcel at the shop downstairs']],
    [['我的快递到哪了', '放邻居家行吗']],
    [['我的快递到哪了', '能放邻居家吗 我5号不在家', '那能放驿站吗']],
    [['包裹能不能放门卫那']],
    [['我的包裹啥时候到', '让隔壁帮我收一下可以吗']],
    [['查下物流', '送到菜鸟驿站可以吗']],
  ])('%j', async says => {
    const { talk, numbers } = await owner(coming);
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(redirected);
    expect(answer.text).toContain(numbers[0]);
    expect(answer.text).not.toMatch(inTime);
  });

  test.each([
    [["where's my order", 'can it go to a locker instead?'], /change the address until the parcel is packed/],
    [["where's my order", 'leave it with the neighbours please'], /Name someone else/],
    [['我的订单', '能放快递柜吗'], /打包之前都可以改/],
  ])('before it is packed that can still be changed: %j', async (says, tells) => {
    const { talk, numbers } = await owner(open);
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(tells);
    expect(answer.text).toContain(numbers[0]);
  });
});

describe('of another day no page says anything, and a colleague is offered', () => {
  test.each([
    [['can you change the delivery day of my parcel?']],
    [["I'm away until Monday, can my parcel come later?"]],
    [["where's my order", 'can it come on saturday instead?']],
    [["my parcel arrives when I'm on holiday, can you hold it back"]],
    [["where's my order", "I won't be home! can I change the delivery day"]],
    [["i'm travelling next week, could you postpone the delivery"]],
    [['我的快递到哪了', '能改天送吗']],
    [['我的订单什么时候到', '那天我不在家 能晚两天送吗']],
    [['快递可以改个时间送吗']],
    [['我5号出差 等我回来再送行不行']],
    [['能帮我改到周六送吗']],
  ])('%j', async says => {
    const { talk, numbers } = await owner(coming);
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(/say nothing about “changing the day of a delivery”|“改送货日期”，我们的页面没有写/);
    expect(answer.text).toContain(numbers[0]);
    expect(answer.text).not.toMatch(inTime);
    const isHan = /\p{Script=Han}/u.test(says.join(''));
    expect((await talk.say(isHan ? '好的' : 'yes')).text).toMatch(isHan ? /人工客服/ : /asked a colleague/);
  });

  test.each([
    [['where is my order', 'will it be here by the 5th?'], /in time for Sat 5 Dec/],
    [['我的快递到哪了', '5号前能到吗'], /赶得上/],
  ])('whether it comes by a day is told as before: %j', async (says, tells) => {
    const { talk } = await owner(coming);
    expect((await lastOf(talk, says)).text).toMatch(tells);
  });
});

test.each([
  ['can my neighbour take the parcel?', /Name someone else/],
  ['能放驿站吗', /结算页选择/],
])('before anything is ordered the rule of the checkout is told: %s', async (text, tells) => {
  expect((await (await shop.talkTo()).say(text)).text).toMatch(tells);
});

describe('where the order is, with one still to come, tells of that one', () => {
  const before = { status: 'delivered', ago: 53, things: ['Workbench chore jacket'] } as const;

  test.each(['where is my order?', "where's my stuff", 'any news on my parcel?', '我的订单到哪了', '我的快递到哪了'])(
    '%s',
    async text => {
      const { talk, numbers } = await owner(coming, before);
      const answer = await talk.say(text);
      expect(cardsOfType(answer, 'order').map(card => card.number)).toEqual([numbers[0]]);
      const all = answer.suggestions.find(one => /All my orders|全部订单/.test(one));
      expect(all).toBeDefined();
      const isHan = /\p{Script=Han}/u.test(text);
      const listed = await talk.say(isHan ? '看看我的全部订单' : 'Show me all my orders');
      expect(cardsOfType(listed, 'order').map(card => card.number)).toEqual(numbers);
    },
  );

  test.each([
    ['several are to come', 'where is my order?', [coming, { ...open, ago: 2 }]],
    ['all of them are there', '我的快递到哪了', [{ ...before, ago: 10 }, before]],
    ['all are asked about', 'where are my orders?', [coming, before]],
  ] as const)('and of the latest where %s', async (_, text, placed) => {
    const { talk, numbers } = await owner(...placed);
    expect(cardsOfType(await talk.say(text), 'order').map(card => card.number)).toEqual(numbers);
  });
});
