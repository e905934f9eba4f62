/** What a page was told for and is not asked any more: another matter, leave that is taken, what the chat itself can and can't do. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const answerTo = async (...turns: readonly string[]) => lastOf(await shop.talkTo(), turns);

describe('another matter than the page that was told', () => {
  test.each([
    [['寄德国要多少钱？', '退货 从 德国 谁 付 运费？'], /海外退货邮费自理/],
    [['do you deliver to Germany?', 'who pays the return postage from Germany?'], /From abroad the postage is yours/],
    [['你们家有实体店吗', '那去店里买和网上一个价不'], /^门店与网店同价/],
    [['你们家有实体店吗', '我换个问法，店里的价格跟网上一样吗'], /^门店与网店同价/],
    [
      ['can I try things on in a shop?', 'are prices the same in the shop as online?'],
      /^Shop prices and online prices/,
    ],
    [['支付宝能付吧', '哦。那付完了不想要 没发货能秒退不'], /^打包前都可以取消/],
    [['do you take PayPal?', 'I can cancel before it ships, right?'], /^You can cancel or change an order/],
    [['能寄到加拿大吗', '我说国内农村，不是国外'], /偏远地区不另加价/],
    [['明天下单周五前能到广州吗', '好滴 下单了再说 拜'], /^再见/],
  ])('%j', async (turns, expected) => {
    const { text } = await answerTo(...turns);
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/就像刚才说的|As I said/);
  });
});

describe('what the chat can switch off, and what not', () => {
  test.each([
    ['我要退订你们的短信 天天发烦死', /没法替您退订.*文末链接/s],
    ['不是退货！！是退订短信，推广短信', /没法替您退订/],
    ['unsubscribe me from your texts', /can't unsubscribe you.*link at its end/s],
  ])('"%s" begins no return', async (said, expected) => {
    expect((await answerTo(said)).text).toMatch(expected);
  });

  test('whether offers differ is told as it is, and whether they can be switched off', async () => {
    expect((await answerTo('你们的优惠是不是给每个人不一样 大数据杀熟？')).text).toMatch(/标价人人一样.*个性化优惠/);
    expect((await answerTo('does everyone get the same price?')).text).toMatch(
      /the same for everybody.*personal offers/,
    );
    const asked = await answerTo('大数据杀熟？', '能关掉吗');
    expect(asked.text).toMatch(/^可以关/);
    expect((await answerTo('大数据杀熟？', '能关掉吗', '关闭个性化优惠')).text).toMatch(/^已关闭个性化优惠/);
    expect((await answerTo('那上次给我弹的那个专属优惠是啥')).text).not.toMatch(/本来就开着/);
  });
});

describe('a higher price for what is looked for', () => {
  test.each([
    [['跑鞋 30以内', '那放宽到100'], /¥100以内/],
    [['running shoes under 30', 'ok stretch it to 80'], /¥80 or less/],
  ])('%j', async (turns, expected) => {
    const last = await answerTo(...turns);
    expect(last.text).toMatch(expected);
    expect(cardsOfType(last, 'product').length).toBeGreaterThan(0);
  });
});

describe('the line for a person', () => {
  test.each([
    [['转人工', '算了不等人工了。破损补发要拍照吗'], /^好的，已退出排队[\s\S]*照片/],
    [
      ['a person please', 'never mind not waiting for a person, can orders be cancelled before they ship?'],
      /no longer in the queue[\s\S]*until it is packed/,
    ],
  ])('%j is left', async (turns, expected) => {
    expect((await answerTo(...turns)).text).toMatch(expected);
  });
});

describe('orders and the cart', () => {
  test.each([
    [['送错货了！我订的是蓝的给我发的红的'], /签收后 30 天内/],
    [['我退的那件钱怎么还没到账 都一礼拜了'], /还没有登录/],
    [['my money is still not back after a week'], /aren't signed in/],
    [['行吧 怎么下单啊'], /购物车是空的/],
    [['野渡 十二时辰保温杯 粉白 加购物车', '我是说你把明细列一下'], /^购物车合计/],
    [['Thumbprint mug', 'add it', "wait, i was only asking, don't add it"], /out of your cart/],
    [['指印马克杯', '加购物车', '等等我只是问问 先别加 清掉'], /购物车是空的|移出|拿出/],
    [['我要查订单', '取消', '我没邮箱，手机号行不'], /手机号/],
    [['无聊 聊会天呗'], /只是个程序/],
  ])('%j', async (turns, expected) => {
    expect((await answerTo(...turns)).text).toMatch(expected);
  });
});
