/** Said while a return waits: of what goes back, and when its money comes; nothing is bought by it. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'return-beside');
const shoes = 'Goatpath trail shoe, pine green';
const cartIs = /cart is empty|购物车是空的/;

describe('just this pair', () => {
  test.each([
    [['I want to return something', 'just this pair']],
    [['show me the goatpath trail shoe', 'I want to return something', 'only this pair please']],
    [['我要退货', '就这双']],
    [['山羊径越野鞋', '我要退货', '只退这双 别的不退']],
  ])('%j: the shoes of the order, and none of the shop', async says => {
    const { talk } = await owner({ status: 'delivered', ago: 5, things: [shoes, 'Thumbprint mug'] });
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(/1 × Fellhare Goatpath[^.]*\. What's the reason|山羊径越野跑鞋[^。]* × 1。退货原因/);
    await talk.say(/\p{Script=Han}/u.test(says[0]!) ? '不合脚' : 'too tight');
    expect((await talk.say(/\p{Script=Han}/u.test(says[0]!) ? '购物车' : 'my cart')).text).toMatch(cartIs);
  });

  test.each([
    [['goatpath trail shoe', 'I want to return my trail shoes', 'too tight', 'just this pair'], 'my cart'],
    [['山羊径越野鞋', '我买的那双要退', '不合脚', '就这双'], '购物车'],
  ])('%j: is no yes, and goes into no cart', async (says, cart) => {
    const { talk } = await owner({ status: 'delivered', ago: 5, things: [shoes] });
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(/Shall I start the return|确认办理退货/);
    expect(cardsOfType(answer, 'refund')[0]?.lines).toMatchObject([{ quantity: 1 }]);
    expect((await talk.say(cart)).text).toMatch(cartIs);
  });
});

describe('how long it takes is asked of the refund', () => {
  test.each([
    [['I want to return the trail shoes', 'how long will that take']],
    [['I want to return the trail shoes', 'too small', 'and how many days does it take?']],
    [['我要退鞋', '要多久']],
    [['我要退鞋', '太小了', '大概几天']],
  ])('%j', async says => {
    const { talk } = await owner({ status: 'delivered', ago: 5, things: [shoes] });
    expect((await lastOf(talk, says)).text).toMatch(/refund within 3 working days|3 个工作日内退款/);
  });

  test.each([
    [['I want to return the trail shoes', 'too small', 'how long does delivery take normally?']],
    [['我要退鞋', '太小了', '一般发货要几天']],
  ])('%j: of a delivery that is named', async says => {
    const { talk } = await owner({ status: 'delivered', ago: 5, things: [shoes] });
    expect((await lastOf(talk, says)).text).toMatch(/take 2 to 4 days|2 到 4 天/);
  });
});

describe('what something bought cost', () => {
  const bought = { status: 'delivered', ago: 5, things: ['Quietloop Hush', 'Thumbprint mug'] } as const;
  test.each([
    [['how much were the headphones?']],
    [['what did the headphones cost me']],
    [['my orders', 'how much are the headphones?']],
    [['我买过什么', '耳机多少钱']],
    [['查下我的订单', '那个耳机多少钱']],
  ])('%j: is told of the order', async says => {
    const { talk, numbers } = await owner(bought);
    const { text } = await lastOf(talk, says);
    expect(text).toContain(numbers[0]);
    expect(text).toMatch(/You paid ¥789|您付了¥789/);
  });

  test.each([[['耳机多少钱']], [['show me headphones', 'how much were the headphones?']]])(
    '%j: and of the shop where nothing bought is spoken of',
    async says => {
      const { talk, numbers } = await owner(bought);
      expect((await lastOf(talk, says)).text).not.toContain(numbers[0]);
    },
  );
});

describe('the day and the place of a parcel, both at once', () => {
  test.each([
    ['can I change the delivery day or pickup point'],
    ['is it possible to pick another day or have it sent to a pickup point?'],
    ['送货日期和取货点能改吗'],
    ['能改送货时间或者自提点吗'],
  ])('%s', async said => {
    const { talk, numbers } = await owner({ status: 'shipped', ago: 1, things: ['Low Tide body lotion'] });
    const { text } = await talk.say(said);
    expect(text).toContain(numbers[0]);
    expect(text).toMatch(/redirect it|改派/);
    expect(text).toMatch(/changing the day|改送货日期/);
  });
});
