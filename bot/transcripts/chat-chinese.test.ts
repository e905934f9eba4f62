/** Chinese as it is written in chats: questions that end in 不 and 没, set apart by spaces, of things called by half their name. */
import { expect, test } from 'vitest';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each([
  ['耳机有降噪的吗', '低语那个多少钱', /低语.*399/],
  ['耳机有降噪的吗', '算了 低语那个多少钱', /低语.*399/],
  ['耳机有降噪的吗', '第一个多少钱', /低语|息声/],
  ['女生跑鞋 粉色的', '花瓣那双 透气不 我脚宽', /花瓣.*透气/],
  ['儿童耳机', '课堂那个 音量有限制吗 蓝色的有货吗', /有蓝色[\s\S]*音量：最高 85 分贝/],
  ['毛绒玩具', '那兔子多大 能机洗不', /兔.*(?:机洗|可水洗)|可水洗.*兔/],
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

test('包 behind a number counts what was named, in and out of the cart, and the price of the cart is told once', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('低因咖啡豆250克 来三包')).text).toMatch(/3件.*低因咖啡豆 250 克已加入购物车/);
  expect((await talk.say('减一包吧')).text).toMatch(/移除1件.*低因咖啡豆/);
  const { text } = await talk.say('看下购物车 多少钱');
  expect(text).toMatch(/合计/);
  expect(text).not.toMatch(/没有查到/);
});

test.each(['我要找人 现在', '一个工作日太慢了 我要找人', '叫个真人来', '马上给我找人处理'])(
  '%s calls a person',
  async says => {
    expect((await (await shop.talkTo()).say(says)).text).toMatch(/人工/);
  },
);

test.each([
  ['礼品卡咋买 能寄给别人不', /gift-cards/, /未开封/],
  ['可以分开付吗 一半礼品卡一半微信', /gift-cards/, /不卖/],
  ['你家东西是正品不', /materials-ethics/, /保修/],
])('%s is told of by its page alone', async (says, page, not) => {
  const answer = await (await shop.talkTo()).say(says);
  expect(
    cardsOfType(answer, 'source').map(card => card.url),
    answer.text,
  ).toEqual([expect.stringMatching(page)]);
  expect(answer.text).not.toMatch(not);
  expect(cardsOfType(answer, 'product')).toEqual([]);
});

test('a laptop in inches is asked of the one bag that is looked at', async () => {
  const talk = await shop.talkTo();
  await talk.say('双肩包 上班背的 能装电脑');
  expect((await talk.say('15.6寸的本子放得下不')).text).toMatch(/15 寸/);
});

test.each([
  ['那能退几天内啊 拆开用过了还能退不', /30 天[\s\S]*(?:拆封|穿出门)/],
  ['怎么退货 多久到账', /我要退货[\s\S]*(?:当天到账|3 个工作日内退款)/],
])('two rules asked about in one breath are both told: %s', async (says, told) => {
  expect((await (await shop.talkTo()).say(says)).text).toMatch(told);
});

test('五百也行 lifts the price that was told before, and 42也行 is none', async () => {
  const talk = await shop.talkTo();
  await talk.say('耳机 400以内');
  expect((await talk.say('五百也行')).text).toMatch(/¥500以内/);
  expect((await talk.say('42也行')).text).not.toMatch(/¥42/);
});

test('a thing that is not sold is not noted behind what is turned down', async () => {
  const { text } = await (await shop.talkTo()).say('我要的是帐篷 不是鞋 你们没有帐篷吗');
  expect(text).toMatch(/不卖“帐篷”/);
  expect(text).not.toMatch(/不要[^。]*帐篷/);
});
