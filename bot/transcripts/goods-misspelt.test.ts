import { expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Goods with one wrong character of the same sound or shape are found, and words that mean something are left as they are. */
const shop = talkingShop();

test.each([
  ['有耳几吗 蓝牙的', /耳机/],
  ['耳级有无线的吗', /耳机/],
  ['有双肩苞吗', /双肩包|背包/],
  ['想买个背苞', /背包|双肩包/],
  ['想买跑歩鞋', /跑鞋/],
  ['跑鞵 42码', /跑鞋/],
  ['有羽绒付吗', /羽绒服/],
  ['有马克怀吗', /马克杯/],
  ['有没有保温怀', /保温杯/],
  ['有没有电热水胡', /电水壶/],
  ['洗面扔有吗', /洁面乳/],
  ['有冲锋依吗', /外套/],
  ['有防嗮霜吗', /防晒霜/],
  ['有笔己本吗', /笔记本/],
  ['有台登吗', /台灯/],
  ['有咖非吗', /咖啡/],
  ['有积目吗', /积木/],
  ['绿查有吗', /茶|茉莉/],
])('%s', async (message, found) => {
  const { names, text } = await goodsShownAfter(shop, [message]);
  expect(names[0]).toMatch(found);
  expect(text).not.toMatch(/不卖/);
});

test.each([
  ['有手机吗', /不卖“手机”/],
  ['我想查一下订单', /订单号/],
  ['台登怎么后台登录不了', /登录/],
  ['保温坏了怎么办', /一个工作日内/],
])('%s is no misspelt goods', async (message, told) => {
  expect((await goodsShownAfter(shop, [message])).text).toMatch(told);
});
