/** Rules of the shop asked in a situation, in passing, or once more: the page that says it answers, and no list of goods. */
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
  [['whats the return window', 'from when it arrives or when i ordered?'], /day zero/],
  [['退货期限是多久', '从签收算还是从下单算'], /第 0 天/],
  [['what is your return policy', 'do i need the tag on it'], /tag/i],
  [['吊牌剪了还能退吗'], /吊牌/],
  [['没登录怎么退货'], /订单号和下单用的邮箱/],
  [['do i still have warranty after 2 months', 'i got it as a gift. what do i need to show'], /order is the proof/],
  [['耳机保修多久', '小票丢了'], /订单就是凭证/],
  [['do you ship to germany?', 'so 120 no matter how heavy?'], /whatever it weighs/],
  [['ok. what about leather bag care, mine got rained on'], /leather balm/],
  [['跑鞋怎么洗 能扔洗衣机吗'], /其他跑鞋也不要机洗/],
  [['how do I change my email on the account'], /address or number has changed/],
  [['能换绑手机号吗'], /邮箱或手机号换了/],
  [['密码忘了登不上去', '没收到邮件啊 我用手机号注册的'], /手机短信/],
  [['在哪里填发票抬头啊'], /抬头在申请时填写/],
  [['42还是43'], /鞋选大一码/],
  [['顺丰发货吗 急用'], /快帆速递/],
  [['which courier do you use'], /Swiftsail/],
  [['你们卖的是正品吗'], /全部正品/],
  [['寄到杭州要几天'], /江浙沪/],
  [['can she have it by thursday? Beijing'], /2 to 4 days/],
  [['我昨天收到的杯子碎了！！！'], /^签收后/],
  [['我们买了几个杯子，怎么联系你们'], /转人工/],
  [['which running shoes are good for flat feet'], /insoles/],
  [['how do I brew green tea?'], /80 degrees/],
  [['红茶怎么泡'], /95 度/],
  [['你们退货运费谁出啊', '那运费险还用买吗'], /取件费由我们付/],
  [['可以用花呗吗', '一百多的东西分不了期呗？'], /满 600 元/],
  [['can i use huabei for something around 100'], /From ¥600 on/],
  [['怎么付款', '公司打款 怎么弄'], /支持对公转账/],
  [
    ['can i exchange my shoes for a bigger size?', 'i bought it in july so too late?'],
    /within 30 days|30 days from delivery/,
  ],
  [['how does the membership work?', 'do i have to sign up or'], /by themselves/],
  [
    ['my kettle stopped heating after 3 weeks', "i don't have the order number, it was a gift"],
    /order number on its card/,
  ],
  [['耳机用了三天就没声了', '我朋友送我的 没订单号'], /贺卡上的订单号/],
  [['东西不想要了 已经拆封了能退不', '不是护肤品 是双鞋 没穿出去'], /可以试穿|30 天内/],
  [['where is your company'], /27 Ferry Lane/],
  [['The zip on my jacket broke the second time I wore it. Not impressed.'], /photograph or a short film/],
  [['my headphones keep disconnecting'], /photograph or a short film/],
  [['收音机收不到台'], /照片或短视频/],
  [['台灯用了第二次就不亮了'], /照片或短视频/],
  [['我是过敏体质 之前用你们家洗发水头皮痒 咋回事'], /停止使用/],
])('%j is told what the page says', async (turns, expected) => {
  const answer = await lastOf(...turns);
  expect(answer.text).toMatch(expected);
});

test.each([
  [['can u engrave his initials']],
  [['刻字可以吗']],
  [['what does sweatproof mean compared to waterproof']],
  [['法压壶和手冲壶有什么区别']],
  [['防泼水是什么意思']],
])('%j: no page says it, and no goods are shown for it', async turns => {
  const answer = await lastOf(...turns);
  expect(answer.text).toMatch(/say nothing about|页面没有写/);
  expect(cardsOfType(answer, 'product')).toEqual([]);
});

test.each([
  [["what's the difference between oolong and green tea"], /Only the first/],
  [['乌龙茶和绿茶有什么区别'], /不一样的地方/],
])('%j: two sorts are told apart by one of each', async (turns, expected) => {
  expect((await lastOf(...turns)).text).toMatch(expected);
});

test('what is just below a limit does not reach it', async () => {
  expect((await lastOf('你们家运费咋算的啊', '那差几块钱不到199行不行')).text).toMatch(/不到¥199还不够/);
});

test.each([
  [['show me leather bags']],
  [['clean running shoes in white']],
  [['running shoes, size 42']],
  [['想买双好打理的鞋']],
  [['推荐点红茶']],
])('%j looks for goods and asks no rule', async turns => {
  expect(cardsOfType(await lastOf(...turns), 'source')).toEqual([]);
});
