import { expect, test } from 'vitest';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test('deals of a kind are answered from the rules that run, and what runs is never denied', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('别人家更便宜 你们能降价不')).text).toMatch(/每满 300 减 30/);
  expect((await talk.say('有没有满减')).text).toMatch(/^有的，“每满 300 减 30”/);
  expect((await talk.say('新客首单优惠')).text).toMatch(/^首单优惠不是人人都有.*每满 300 减 30/);
  expect((await talk.say('双十一活动还有吗')).text).toMatch(/^目前没有双十一活动/);
  expect((await talk.say('那我买护肤的 现在几折')).text).toMatch(/护肤九折.*20:00至23:00/);
  expect((await talk.say('any first-order discount?')).text).toMatch(/^A first-order deal is not for everybody/);
  // A deal of another kind on such goods is no yes; one on other goods is not named with them.
  const tea = (await talk.say('any first-order discount on tea?')).text;
  expect(tea).toMatch(/^A first-order deal is not for everybody.*Tea & coffee: second one half price/);
  expect(tea).not.toMatch(/Skincare/);
  expect((await talk.say('水壶329 滤杯129 有满减吗')).text).toMatch(/“每满 300 减 30”：/);
  for (const asked of ['新人有啥优惠没', '皮夹克有首单价吗', '水壶有满减没'])
    expect((await talk.say(asked)).text, asked).not.toMatch(/目前没有(?:首单|满减)/);
});

test('goods ordered in Chinese go into the cart as they were named, what is open is asked', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('马克杯和墨黑保温杯各来一个')).text).toMatch(/保温杯 墨黑已加入购物车[\s\S]*要下面哪一款/);
  expect((await talk.say('砖红')).text).toMatch(/马克杯 砖红已加入购物车/);
  expect((await talk.say('马克杯要两个')).text).toMatch(/现在是2件/);
  expect((await talk.say('保温杯不要了')).text).toMatch(/保温杯 墨黑已从购物车移除/);
  expect((await talk.say('松针绿保温杯多少钱')).text).not.toMatch(/已加入/);
});
