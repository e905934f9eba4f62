/** Chinese as it is written in chats: questions that end in 不 and 没, set apart by spaces, of things called by half their name. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardsOfType, openTalkingShop, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;
beforeAll(async () => {
  shop = await openTalkingShop();
});
afterAll(async () => {
  await shop.close();
});

test.each([
  ['耳机有降噪的吗', '低语那个多少钱', /低语.*399/],
  ['耳机有降噪的吗', '算了 低语那个多少钱', /低语.*399/],
  ['耳机有降噪的吗', '第一个多少钱', /低语|息声/],
  ['女生跑鞋 粉色的', '花瓣那双 透气不 我脚宽', /花瓣.*透气/],
  ['儿童耳机', '课堂那个 音量有限制吗 蓝色的有货吗', /音量封顶/],
  ['小孩玩具', '那兔子多大 能机洗不', /兔.*(?:机洗|可水洗)/],
  ['保温杯', '能印名字不 多大容量', /容量.*印名字/],
  ['咖啡豆', '第一个是磨好的粉还是豆子', /^(?!.*粉色)/],
])('after %s, %s is answered of that one product, each thing that was asked', async (search, says, told) => {
  const talk = await shop.talkTo();
  await talk.say(search);
  const answer = await talk.say(says);
  expect(answer.text).toMatch(told);
  expect(cardsOfType(answer, 'product').length, answer.text).toBeLessThanOrEqual(1);
});

test('how long a cream lasts is asked of no battery', async () => {
  const talk = await shop.talkTo();
  await talk.say('苔藓修护面霜 50 克');
  expect((await talk.say('能用多久啊')).text).not.toMatch(/续航/);
});

test.each([
  ['亲 第一次露营 想买个帐篷 两个人睡 预算八百左右', '帐篷'],
  ['跑步腰包 放手机 要防水', '腰包'],
  ['在吗 有什么枕头推荐不', '枕头'],
  ['有没有高跟鞋', '高跟鞋'],
])('%s: what is not sold is said, and nothing else is called fitting', async (says, what) => {
  const { text } = await (await shop.talkTo()).say(says);
  expect(text).toMatch(new RegExp(`不卖“.*${what}`));
  expect(text).not.toMatch(/合适的商品|最接近/);
});

test('near a tent is what a page tells of one', async () => {
  const cards = cardsOfType(await (await shop.talkTo()).say('想买个帐篷'), 'product');
  expect(cards.map(card => card.name).join()).not.toMatch(/碗|锅|鞋|羽绒服/);
});
