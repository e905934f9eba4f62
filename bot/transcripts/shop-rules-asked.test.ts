import { expect, test } from 'vitest';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const hears = async (said: readonly (readonly [message: string, answer: RegExp])[]): Promise<void> => {
  const talk = await shop.talkTo();
  for (const [message, answer] of said) expect((await talk.say(message)).text, message).toMatch(answer);
};

test.each<readonly (readonly [string, RegExp])[]>([
  [
    // What only some are offered is told by nobody but the offer itself.
    ['any discount codes for new customers?', /^A first-order deal is not for everybody.*in your cart(?!.*¥20 off)/s],
    ['ugh ok forget it. when does the skincare one run, only today?', /^No: “Skincare evenings.*20:00 to 23:00/],
    ['and how much off at most', /^At most ¥60/],
  ],
  [['首单能减几块', /首单优惠不是人人都有(?!.*减 20 元).*购物车/s]],
  [
    ['有满减吗', /每满 300 减 30/],
    ['最多能减多少', /每单最多减¥120/],
    ['300是打折前还是打折后算', /按减去.*之后的商品金额计算，不含运费/],
  ],
  [
    ['现在几点打九折来着？我能等到晚上下单', /20:00至23:00/],
    ['周末也有吗', /^是的/],
  ],
  [
    ['got student discount?', /^There is no student discount/],
    ["what about if i'm a nurse", /^There is no health worker discount/],
  ],
  [
    ['学生有优惠吗', /^目前没有学生优惠/],
    ['老师呢', /^目前没有教师优惠/],
  ],
])('what is asked of a deal is told of that deal, and no more: %j', (...said) => hears(said));

test.each<readonly (readonly [string, RegExp])[]>([
  [
    ['can i pay with klarna', /^No, Klarna isn't on the list: .*PayPal/],
    ['and google pay?', /^No, Google Pay isn't on the list/],
    ['is visa fine', /^Yes, Visa too/],
  ],
  [
    ['你们在北京有店吗', /^北京没有：.*上海渡口巷/],
    ['上海的几点关门', /^上海渡口巷 27 号（每天 10 点到 21 点）/],
  ],
  [
    ['are there physical shops', /two shops/],
    ['any in Beijing?', /^No, not in Beijing/],
    ['is the one in Hangzhou open on mondays', /^6 Willow Dyke in Hangzhou .*closed on Mondays/],
  ],
  [
    ['do you deliver to Chile', /^Chile isn't in a part of the world that our page lists/],
    ['I not understand. South America yes or no?', /doesn't list the part of the world where South America is/],
    ['ok and to Canada? how much', /^Yes, Canada too: .*¥120/],
  ],
  [
    ['寄巴西可以吗', /^巴西所在的地区不在页面列出的范围内/],
    ['那墨西哥呢', /^可以，墨西哥也在内.*¥120/],
  ],
  [
    ['发什么快递 能发顺丰吗', /快帆速递/],
    ['中通呢', /^没有中通/],
  ],
  [
    ['可以用花呗付吗', /满 600 元/],
    ['白条呢', /^没有白条/],
  ],
])('what a page lists is held against what is asked for by name: %j', (...said) => hears(said));

test.each<readonly (readonly [string, RegExp])[]>([
  [
    ['can i pay in parts', /From ¥600/],
    ['and is the 600 after discounts or before?', /nothing about “before or after discounts”/],
    ['is it safe to pay with visa, do i get charged in yuan or euros', /never see or store it.*Chinese yuan/s],
  ],
  [['is free shipping before or after the discount', /¥199 or more, after discounts/]],
  [
    ['i dont really know how this works, how do i order something here', /^It goes like this.*Alipay/s],
    ['do i have to make an account for that', /^No, you can order as a guest/],
  ],
  [['我不太会用 想买那个帆布包怎么下单', /^步骤是这样的/]],
  [['有点贵 那有没有能分期的', /^满 600 元/]],
  [['do you price match? i saw it cheaper elsewhere', /nothing about “price matching”/]],
])('how it is paid, and how a thing is bought: %j', (...said) => hears(said));

test('of the cart what comes off is worked out', async () => {
  const talk = await shop.talkTo();
  await talk.say('add the swan neck kettle in white please');
  expect((await talk.say("is there anything off right now that'd bring it under 300?")).text).toMatch(
    /“¥30 off every ¥300”: counts[\s\S]*¥299/,
  );
  expect((await talk.say('is the 30 off already taken off that?')).text).toMatch(/counts, worth ¥30/);
  expect((await talk.say('How do I pay for it now, dear?')).text).toMatch(/in your cart already.*Check out/);
});

test('what counts towards being a regular is the last twelve months', () =>
  hears([
    ['会员消费是按自然年算吗', /十二个月滚动/],
    ['退货的算不算', /退掉的商品不计入消费/],
    ['今年消费能累计到明年吗', /十二个月/],
  ]));
