/** What cannot be undone, or says the opposite of what was asked, is never done from a likeness. */
import { expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each([
  [['I love red', 'forget everything', "no don't erase it"]],
  [['我喜欢红色', '怎么开发票', '忘了开,上个月买的还能补吗', '不要清除!我问发票']],
  [['我喜欢红色', '全部忘掉', '别删', '谁让你清除了???']],
])('nothing is erased against a no: %s', async says => {
  const talk = await shop.talkTo();
  for (const text of says) await talk.say(text);
  expect(await shop.core.stores.facts.active(talk.shopper, shop.core.clock())).toHaveLength(1);
});

test.each([
  ['talk to a person', 'actually no need for a person'],
  ['转人工', '不用人工了'],
  ['转人工', '那算了'],
])('whoever waits for a person may leave the line: "%s", then "%s"', async (asks, leaves) => {
  const talk = await shop.talkTo();
  await talk.say(asks);
  const owner = async () => (await shop.core.stores.conversations.get(talk.conversation))?.owner;
  expect(await owner()).toBe('waiting');
  await talk.say(leaves);
  expect(await owner()).toBe('bot');
});

test.each<[says: readonly string[]]>([
  [['serum with vitamin c', 'im pregnant is it ok to use']],
  [['泡脚包', '泡脚包孕妇能用？你确定？']],
  [['泡脚包', '孕妇能不能泡脚']],
])('what goods do to somebody with a child is for a doctor to say: %s', async says => {
  const talk = await shop.talkTo();
  const answer = await lastOf(talk, says);
  expect(answer.text).toMatch(/medical advice|医疗建议/);
});

test.each<[says: readonly string[], never: RegExp]>([
  // How something is or becomes, and no colour that is wished for.
  [['黑色的跑鞋', '平时晚上跑 路上比较黑 哪双合适'], /标注了“黑色”/],
  [['朝露爽肤水', '含酒精吗 我脸一用就红'], /红色/],
  [['a white canvas bag', 'will it go yellow after a while?'], /in yellow/],
])('no colour is heard in it: %s', async (says, never) => {
  const answer = await lastOf(await shop.talkTo(), says);
  expect(answer.text).not.toMatch(never);
});
