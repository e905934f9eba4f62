/** Questions told as it happened, without naming the matter; and what is asked of a product, of health, of care. */
import { expect, test } from 'vitest';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each([
  ['earbuds don’t turn up on my laptop', /pair-headphones/],
  ['my money is gone but there is no order', /payment-failed/],
  ['nobody is in all day, where does the parcel go', /pickup-lockers/],
  ['one of the mugs was in pieces when I unpacked it', /missing-damaged/],
  ['钱扣走了可是找不到订单', /payment-failed/],
  ['地址填成老房子了', /change-address/],
  ['煎什么都粘锅，怎么办', /iron-pan-care/],
  ['付款码没来得及扫就失效了', /alipay-wechat/],
] as const)('"%s" is answered from its page', async (says, page) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(cardsOfType(answer, 'source')[0]?.url, answer.text).toMatch(page);
});

test.each([
  ['do you rent out kayaks', /don't (know|sell)/],
  // As what may be meant at most: the page of the shops says what can be done there.
  ['店里能充电吗', /没有查到|没太明白|可能是这个/],
] as const)('"%s", which no page answers, gets none for certain', async (says, told) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(answer.text).toMatch(told);
});

test.each([
  [['show me rain jackets', 'the first one', 'does it have a hood'], /^Hood: fixed, turns with your head/],
  [
    ['show me rain jackets', 'the first one', 'does it have a beak?'],
    /^I can't say for sure about “beak”: [^.]+\. A colleague can find out the rest\.$/,
  ],
  [['找雨衣', '第一个', '有鸟笼吗'], /^“鸟笼”这一点不敢确定，[^。]+的页面上没有写到。可以请人工客服帮您确认。$/],
] as const)('of the product spoken of its page is told, or it is said that it is silent: %s', async (says, told) => {
  const talk = await shop.talkTo();
  let text = '';
  for (const one of says) text = (await talk.say(one)).text;
  expect(text).toMatch(told);
});

test.each([
  ['does the cream help with eczema', /can't give medical advice/],
  ['孕妇能用这个精华吗', /不能提供医疗建议/],
] as const)('"%s" gets no advice and no goods', async (says, told) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(answer.text).toMatch(told);
  expect(cardsOfType(answer, 'product')).toEqual([]);
});

test('what "it" is nobody said: how to wash it is told as a guess', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('can it go in the washing machine')).text).toMatch(/may be what you mean|don't know/);
});
