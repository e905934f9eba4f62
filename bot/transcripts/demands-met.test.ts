/** What is demanded, threatened or told of an order in few words: nobody is called, nothing declined and no goods looked for by it. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'demands-met');
const coming = async () =>
  (await owner({ status: 'shipped', ago: 9, things: ['Workbench chore jacket, chestnut'] })).talk;
const came = async () =>
  (await owner({ status: 'delivered', ago: 8, things: ['Thumbprint mug, oat', 'Firefly table lamp'] })).talk;
const isQueued = async (conversation: Awaited<ReturnType<typeof coming>>['conversation']): Promise<boolean> =>
  (await shop.core.stores.conversations.get(conversation))?.owner === 'waiting';

describe('an order that is not wanted if it comes late', () => {
  test.each([
    ['再不到我就不要了', /WY-\d+ 已由SF发出/],
    ['快递再不来我就不要了', /WY-\d+ 已由SF发出/],
    ["if it doesn't come soon I don't want it any more", /WY-\d+ is on its way/],
    ["if my order isn't here by friday I won't take it", /WY-\d+ is on its way/],
  ])('is told of, and nothing is declined or called off: %s', async (says, told) => {
    const { text } = await lastOf(await coming(), [says]);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/不再提|nothing to return/);
  });

  test('a price that is too high is another matter', async () => {
    const { text } = await lastOf(await coming(), ['有什么外套', '太贵了我不要了']);
    expect(text).not.toMatch(/WY-/);
  });
});

test.each(['I want compensation', 'we demand compensation for this', '我要赔偿', '你们必须赔偿我'])(
  'what compensation is wanted for is asked: %s',
  async says => {
    const answer = await lastOf(await shop.talkTo(), [says]);
    expect(answer.text).toMatch(/what went wrong|哪里出了问题/);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  },
);

describe('what came in the wrong colour or size', () => {
  test.each([
    ['杯子颜色不对', /指印马克杯 燕麦色”在订单.*补发还是退款/su],
    ['the mug is the wrong colour', /Thumbprint mug, oat” in order.*new one or your money back/s],
    ['台灯的颜色发错了', /流萤台灯 \S+”在订单.*补发还是退款/su],
  ])('is no search: %s', async (says, told) => {
    const answer = await lastOf(await came(), [says]);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });

  test('of what is only looked at it is no claim', async () => {
    const { text } = await lastOf(await came(), ['show me mugs', 'the mug is the wrong colour']);
    expect(text).not.toMatch(/WY-|money back/);
  });
});

describe('a person who was offered', () => {
  test.each([
    ['你们能定制刻字吗', '好吧', '好的'],
    ['can you engrave my name on the mug', 'ok fine', 'yes please'],
  ])('is called for a yes, and for no sigh: %s, %s, %s', async (asked, sighs, agrees) => {
    const talk = await shop.talkTo();
    const { text } = await lastOf(talk, [asked, sighs]);
    expect(text).toMatch(/转人工|person/);
    expect(await isQueued(talk.conversation)).toBe(false);
    await talk.say(agrees);
    expect(await isQueued(talk.conversation)).toBe(true);
  });
});

describe('the reason of a return', () => {
  test.each([
    [['我要退马克杯', '跳过', '太小了', '对'], 'R-'],
    [['I want to return the mug', 'skip', 'it was too small', 'yes'], 'R-'],
  ])('may be told where it is confirmed: %j', async (says, told) => {
    const talk = await came();
    expect((await lastOf(talk, says)).text).toContain(told);
    const [order] = await shop.core.stores.orders.ofShopper(talk.shopper, 1);
    const [request] = await shop.core.stores.returns.ofOrder(order!.id);
    expect(request?.reason).toBe(says[2]);
  });
});

describe('two deals on one order', () => {
  test.each([
    [['how does the 30 off 300 work', 'does that work with the tea second half price']],
    [['does the 30 off every 300 work with the tea half price one?']],
    [['茶叶第二件半价能和满减一起用吗']],
  ])('are told of together: %j', async says => {
    expect((await lastOf(await shop.talkTo(), says)).text).toMatch(/can be used on one order|可以一起用/);
  });

  test('the one that is named is meant, and no code', async () => {
    const { text } = await lastOf(await shop.talkTo(), ['有什么优惠', '能和满减一起用吗']);
    expect(text).toMatch(/每满 300 减 30/);
    expect(text).not.toMatch(/优惠码/);
  });
});

test.each([
  ['special invoice please. how long is the warranty on lamps', /VAT fapiao.*two-year warranty/s],
  ['special invoice please. and do you deliver to Macau', /VAT fapiao.*Macau/s],
])('an invoice that is asked for is no part of the question behind it: %s', async (says, told) => {
  expect((await lastOf(await shop.talkTo(), [says])).text).toMatch(told);
});
