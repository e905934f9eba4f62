import { expect, test } from 'vitest';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const lastOf = async (...turns: readonly string[]) => {
  const talk = await shop.talkTo();
  let answer = await talk.say(turns[0]!);
  for (const turn of turns.slice(1)) answer = await talk.say(turn);
  return answer;
};

test.each([
  [['what about the warranty', 'do i have one?'], /warranty/],
  [['how do I return something', 'and the warranty?'], /two-year/],
  [['怎么退货', '那保修呢'], /保修两年/],
  [['my daughter turns six on saturday, will something get here by then?'], /2 to 4 days/],
  [['下周三之前能收到吗，我在成都'], /2 到 4 天/],
  [['花呗能用不', '分三期真的一分钱利息都没有？'], /免息/],
  [['returns - how many days do i have and can i return opened skincare'], /30 days[\s\S]*Opened skincare/],
  [['多久能送到', '我问的是退款！！不是配送'], /3 个工作日/],
  [['how long does delivery take', 'no the RETURNS. how many days'], /30 days/],
])('%j is answered by the page that is asked', async (turns, expected) => {
  expect((await lastOf(...turns)).text).toMatch(expected);
});

test.each([[['show me a backpack', 'I asked for the blue one']], [['推荐个保温杯', '不要黑色，就要白的']]])(
  '%j asks no page',
  async turns => {
    expect(cardsOfType(await lastOf(...turns), 'source')).toEqual([]);
  },
);
