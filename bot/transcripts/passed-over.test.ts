import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardsOfType, openTalkingShop, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;
beforeAll(async () => {
  shop = await openTalkingShop();
});
afterAll(async () => {
  await shop.close();
});

/** Nothing that is asked, ordered or wished is passed over: `tells`, in this order, with what is on the cards. */
const conversations: [said: readonly string[], tells: readonly RegExp[]][] = [
  // Goods beside a question, in either order.
  [['headphones under 500, whats the warranty?'], [/¥500/, /two-year warranty/]],
  [['10 notebooks for our team pls, and do u do company invoices?'], [/one of its kind|fits/, /tax number/]],
  [['We would need 15 identical mugs. Is it possible to have an invoice to the company?'], [/fits|mug/i, /tax number/]],
  [['双肩包 能装15寸电脑 防水的 你们能发香港吗'], [/双肩包|合适的商品/, /港澳台 4 到 7 天/]],
  [['茶叶送长辈 300左右 能直接寄给他吗'], [/¥300/, /不放价格单/]],
  [['跑鞋42码 扁平足 能试穿吗'], [/合适的商品/, /扁平足/]],
  // Of the one that was shown, what stands behind the wish for it.
  [
    ['telescope for a beginner, can i see saturn with it? is a tripod included'],
    [/fits/, /Saturn/, /Tripod: [^.]*included/],
  ],
  // A thing for the cart and other goods.
  [
    ['do you have candles for my mom', 'ok two of it and a nice hand cream'],
    [/^2 × .*candle/i, /hand cream|fits/i],
  ],
  [
    ['do you have drippers', "ok add the black one and one bag of coffee that isn't sour"],
    [/dripper, ink black is in your cart/, /fit/],
  ],
  [
    ['有绿茶吗', '第一个 两盒', '改成一盒吧 再加个茶壶'],
    [/现在是1件/, /要下面哪一款/],
  ],
  [
    ['想买个保温杯', '加一个 再来一包咖啡豆 不要太酸的'],
    [/保温杯.*已加入购物车/, /要下面哪一款/],
  ],
  [
    ['跑鞋42码 扁平足 能试穿吗', '第二双 加购物车 再看看袜子'],
    [/（42码）已加入购物车/, /不卖“袜子”/],
  ],
  // An order and when it comes.
  [
    ['茶叶送长辈 300左右 能直接寄给他吗', '绿茶的那个 两盒 哪天能到北京'],
    [/^2件.*已加入购物车/, /寄到北京/],
  ],
  // Rules, each with its own answer.
  [['能开发票吗 公司抬头'], [/电子发票/, /企业抬头/]],
  [
    ['有没有望远镜', '带三脚架吗 保修几年 可以分期吗'],
    [/三脚架/, /保修两年/, /分 3、6、12 期/],
  ],
  [
    ['do you have buckwheat tea', 'add it', 'what do i pay in all, and any cute wrapping?'],
    [/¥61/, /gift wrap/],
  ],
  // What is not known is named.
  [
    ['candles please', 'Do you take American Express? And are your candles vegan?'],
    [/American Express/, /vegan/],
  ],
];
test.each(conversations)('what a message asks beside the rest is answered as well: %s', async (said, tells) => {
  const talk = await shop.talkTo();
  let answer = await talk.say(said[0]!);
  for (const text of said.slice(1)) answer = await talk.say(text);
  let at = 0;
  for (const tell of tells) {
    const found = tell.exec(answer.text.slice(at));
    expect(found, `${tell} in ${answer.text.slice(at)}`).not.toBeNull();
    at += found!.index + found![0].length;
  }
});

const once: [said: readonly string[], says: RegExp][] = [
  [['我爸平时就爱喝茶，预算三百左右，你给出出主意？'], /出主意/],
  [['请问手冲咖啡新手需要买哪些东西？我什么都没有。'], /你知道我什么/],
  [['有龙井吗', '那我买两盒龙井100克再加一双跑鞋389的 总共多少钱'], /已加入购物车/],
  [['寄到新加坡要多少钱', '这么贵啊 买多少可以免运费'], /¥12/],
  [['你好 换码要怎么弄 要运费吗'], /30 天内免费换[\s\S]*30 天内免费换/],
  [
    ['do you have kites', "Silk? Hmm. I'd rather have nylon with strong rods. Anything else that flies?"],
    /made with silk/,
  ],
  [['running shoes', 'speakers?? i asked for running shoes in 42 with soft cushioning'], /about “speakers”/],
];
test.each([
  ['风筝适合几岁 好飞吗', '买一个 要红的 多久能到武汉 可以指定日期吗', /现在是2件/],
  ['有绿茶吗', '帮我加两盒茶 要绿茶的', /现在是4件|要下面哪一款|为您找到/],
] as const)('what tells of an order puts nothing more into the cart: %s', async (first, says, more) => {
  const talk = await shop.talkTo();
  await talk.say(first);
  expect((await talk.say(says)).text).not.toMatch(more);
});

test.each(once)('what was told, or is only held up, is not told again: %s', async (said, says) => {
  const talk = await shop.talkTo();
  let answer = await talk.say(said[0]!);
  for (const text of said.slice(1)) answer = await talk.say(text);
  expect(answer.text).not.toMatch(says);
});

test.each([
  [['do you have board games', 'get me a person'], 'while i wait, do you have puzzles?', /fit/, /number \d/],
  [['转人工'], '等的时候问下 有没有跑鞋', /合适/, /排在第\d位/],
] as const)('whoever waits for a person is told what the bot knows: %s', async (said, asks, tells, place) => {
  const talk = await shop.talkTo();
  for (const text of said) await talk.say(text);
  const answer = await talk.say(asks);
  expect(answer.text).toMatch(tells);
  expect(answer.text.split('\n\n').at(-1)).toMatch(place);
  expect(cardsOfType(answer, 'product').length).toBeGreaterThan(0);
});

test.each([
  [
    'Can I speak with a real human being please',
    "cancel, I'll ask you then. I just wanted to know if I can pick the parcel up at a station rather than at home",
    /pick-up point/,
  ],
  ['转人工', '取消吧 排队太久了 我就想问能不能货到付款', /货到付款/],
] as const)('what is asked while leaving the line is answered: %s', async (calls, leaves, tells) => {
  const talk = await shop.talkTo();
  await talk.say(calls);
  expect((await talk.say(leaves)).text).toMatch(tells);
});

test('the size that is told beside an order is that of what goes in', async () => {
  const talk = await shop.talkTo();
  await talk.say('有宽楦的跑鞋吗');
  expect((await talk.say('行吧就第一个宽街的 他穿42码 黑色 加购物车')).text).toMatch(/墨黑（42码）已加入购物车/);
});
