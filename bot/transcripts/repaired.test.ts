/** Something else was meant than what was answered: what is put right is read so, and nothing is told twice running. */
import { describe, expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

describe('what is not asked is left out of what is', () => {
  test.each([
    [['how do points work', "I wasn't asking about points. which couriers do you use?"], /Swiftsail|courier|carrier/i],
    [['怎么退货', '我问的不是流程，是邮费谁出'], /退货免费/],
    [['退货邮费谁出', '我说的是从新加坡寄回去'], /海外退货邮费自理/],
    [['where is my order', 'i dont have one, i want to know if you sell umbrellas'], /umbrellas/],
    [['running shoes in 43', 'forget shoes. how long does delivery to Chengdu take'], /^(?!.*forget).*2 to 4 days/s],
    [['candles', 'ok forget candles, any perfume?'], /^(?!.*erase).*perfume/s],
    [['推荐个生日礼物', '算了不看礼物了，你们几点下班'], /9 点到 22 点/],
    [['怎么取消订阅短信', '没让你退货，我说的是别再给我发短信'], /^(?!.*已关闭个性化优惠)/s],
  ])('%j', async (messages, told) => {
    expect((await lastOf(await shop.talkTo(), messages)).text).toMatch(told);
  });
});

describe('the same is not told twice running', () => {
  test.each([
    [['is the night market puzzle hard', 'you told me that already']],
    [['发错颜色了', '那怎么办嘛', '你又说一遍']],
    [['怎么取消订阅短信', '怎么退订你倒是说呀']],
    [['backpack over 25 litres', "that's too small, I want a bigger backpack", 'a BIGGER backpack']],
    [['can I change my saved address', 'no, the saved address in my account', 'my saved address. account.']],
  ])('%j', async messages => {
    const talk = await shop.talkTo();
    let before = '';
    for (const message of messages) {
      const { text } = await talk.say(message);
      expect(text).not.toBe(before);
      before = text;
    }
  });

  test('asked once more, it is told in short', async () => {
    const answer = await lastOf(await shop.talkTo(), ['那店里跟网上一个价吗', '我没问试穿，问的是价格']);
    expect(answer.text).toBe('就像刚才说的：门店与网店同价。');
  });
});

test('whoever only asks about a rule returns nothing', async () => {
  const answer = await lastOf(await shop.talkTo(), ['这鞋不合脚能退吗', '我还没买呢，就问问规矩']);
  expect(answer.text).not.toMatch(/订单号|账号下买的/);
});
