import { describe, expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What a message is only somewhat like starts nothing, takes no leave and is no complaint. */
const shop = talkingShop();

const answerTo = async (...messages: readonly string[]) => lastOf(await shop.talkTo(), messages);

describe('no order is called off by likeness', () => {
  test.each(['I ordered yesterday as a guest, where is it', 'is it cheaper if I wait till evening to buy the serum?'])(
    '%s',
    async message => {
      expect((await answerTo(message)).log?.intent).not.toBe('cancel-order');
    },
  );
  test.each(['please cancel my order', '我要取消订单'])('it is by its words: %s', async message => {
    expect((await answerTo(message)).log?.intent).toBe('cancel-order');
  });
});

test.each(['I run mostly on roads at night', 'I work nights'])('nobody is shown to the door: %s', async message => {
  expect((await answerTo(message)).log?.intent).not.toBe('goodbye');
});
test.each(['good night', 'ok thanks, night!', '晚安'])('leave is taken in words: %s', async message => {
  expect((await answerTo(message)).log?.intent).toBe('goodbye');
});

test('a thing that is only named is no complaint', async () => {
  expect((await answerTo('有没有羽绒服', '就那件羽绒服')).text).not.toMatch(/抱歉/);
});

test.each(['can someone help me', 'ok, can somebody please help'])('a person is asked for: %s', async message => {
  expect((await answerTo(message)).log?.intent).toBe('person');
});
test('help with goods is the assistant’s', async () => {
  expect((await answerTo('can someone help me find a gift for my mum?')).log?.intent).toBe('product-search');
});

describe('in a return it is asked of the return', () => {
  test.each([
    ['我想退货', '怎么寄', /上门取件/],
    ['I want to return something', 'how do I send it?', /courier collects/],
    ['I want to return my jacket', 'how long do I have', /30 days/],
  ])('%s, %s', async (start, asks, told) => {
    expect((await answerTo(start, asks)).text).toMatch(told);
  });
});

test('what is in the cart besides is one question', async () => {
  expect((await answerTo('购物车里还有什么')).text).not.toMatch(/解释|说得更明白/);
});

test('how many cups a tea makes asks for no cup', async () => {
  expect((await answerTo('jasmine tea 50 g', 'how many cups do you get out of 50 g')).text).toMatch(/^Servings/);
});
