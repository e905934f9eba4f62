/** What is asked on in few words: whether something does harm, a higher price, how a kind is chosen, a present that is not liked, a hurry. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const answerTo = async (...turns: readonly string[]) => lastOf(await shop.talkTo(), turns);

describe('answered as it is meant', () => {
  test.each([
    // Of the one looked at: nothing is called off and nothing agreed to.
    [['有没有适合跑步戴的耳机', '出汗没事吧'], /不怕汗/],
    [['有没有适合跑步戴的耳机', '淋雨没事吧'], /防水/],
    [['通勤双肩包', '下雨天背没问题吧'], /防泼水/],
    [['show me mugs for my sister', 'what if she hates it'], /can exchange it within 30 days|gift card/],
    [['show me mugs for my sister', "what if she doesn't like it"], /can exchange it within 30 days/],
    [['给我妈看看马克杯', '万一她不喜欢呢'], /换|礼品卡/],
    [['哪家快递'], /快帆速递/],
    [['which courier do you use'], /Swiftsail|carrier|courier/i],
    [['how does an exchange work', 'what if my size is sold out'], /aside for you/],
    [['帮我催一下'], /催不了.*转人工/],
    [['can you chase it up'], /can't hurry a parcel.*colleague/],
    [['你们这个满499送的礼物是啥', '可以自己选吗'], /换选/],
    [["what's the gift over 499"], /hand cream/],
    [['how long till i have the money', "it's been two weeks already"], /six days|ten days/],
    [['can someone check?'], /asked a colleague/],
    [['能找人看一下吗'], /人工/],
    [['我的订单到哪了', '没有订单号，邮箱是anna@example.com'], /打不开订单/],
    [['where is my order', 'i only have the email'], /Without the number/],
    [['我买的那个包裹怎么回事啊，三天没动了'], /订单号/],
  ])('%j', async (turns, expected) => {
    expect((await answerTo(...turns)).text.replaceAll('’', "'")).toMatch(expected);
  });

  test('no question of harm is taken for what it ends with', async () => {
    expect((await answerTo('有没有适合跑步戴的耳机', '没事了')).text).not.toMatch(/¥/);
    expect((await answerTo('看看马克杯', '没问题')).text).not.toMatch(/¥/);
  });
});

describe('a kind to choose among is shown', () => {
  test.each([[['how do I choose a tea, I know nothing about it']], [['茶叶怎么选啊，我不太懂']]])('%j', async turns => {
    const shown = cardsOfType(await answerTo(...turns), 'product');
    expect(shown.length).toBeGreaterThan(2);
  });

  test.each([
    [['something for my boss', "isn't that a bit cheap? anything better"]],
    [['送领导的', '太便宜了吧，有没有好一点的']],
  ])('%j: dearer ones', async turns => {
    const talk = await shop.talkTo();
    const costs = (answer: Awaited<ReturnType<typeof talk.say>>) =>
      cardsOfType(answer, 'product').map(card => card.priceMinor);
    const before = costs(await talk.say(turns[0]!));
    const after = costs(await talk.say(turns[1]!));
    expect(Math.min(...after)).toBeGreaterThan(Math.min(...before));
  });
});

test('"the most recent one", asked why, is another order, and no reason', async () => {
  const talk = await shop.talkTo('s-0004');
  const { text } = await lastOf(talk, ['i want to return something', 'the most recent one']);
  expect(text).toMatch(/WY-20309/);
  expect(text).not.toMatch(/Shall I start the return/);
});

test('算了你帮我催一下 is no going away from what is asked', async () => {
  const talk = await shop.talkTo('s-0004');
  const { text } = await lastOf(talk, ['我那个包裹怎么回事啊，三天没动了', '哪个快递', '算了你帮我催一下']);
  expect(text).toMatch(/催/);
});
