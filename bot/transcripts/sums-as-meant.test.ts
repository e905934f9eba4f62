/** What several goods, or one in a form that was said, come to: reckoned of those that are meant, and put in as they were said. */
import { expect, test } from 'vitest';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each<[readonly string[], RegExp]>([
  [['lantern vitamin c serum 50 ml', 'how much is it', "that's the 50. 30 ml!!"], /30 ml: ¥239/],
  [['lantern vitamin c serum 50 ml', 'no the 30 ml one, how much with delivery'], /30 ml: ¥239/],
  [['longjing 50 g', '2 of the 100 g, total?'], /100 g: ¥518.*¥358\.50 in all/],
  [['two guests teapot', 'in green, total with shipping to germany'], /pine green: ¥239.*¥359 in all/],
  [['thumbprint mug', 'what would 4 in navy come to?'], /4 × .*harbour navy: ¥236/],
  [['明前龙井 50克', '100克的两盒多少钱'], /100 克 2 件 ¥518.*一共 ¥358\.50/],
  [['明前龙井 50克', '两盒多少钱', '我说的是100克!不是50克'], /100 克 2 件 ¥518.*一共 ¥358\.50/],
  [['灯笼维C精华 50毫升', '不是50 是30的 两瓶一共多少'], /30 毫升 2 件 ¥478/],
  [['落雁羽绒服', '红色M码有吗 一件运到新加坡总共多少钱'], /砖红 ¥919.*一共 ¥949/],
  [['指印马克杯', '藏青的三个含运费多少钱', '我说的是红色'], /砖红 3 件 ¥177/],
  [
    [
      'im a student, need a desk lamp and a notebook',
      'the firefly is over my budget.. so the clip light and the notebook, together?',
    ],
    /Page clip .*¥69; .*notebook.*¥49.*¥130 in all/,
  ],
  [
    ['twelve hours flask green', '4 mugs, mixed colours - 2 red 2 navy and the green flask, what is it'],
    /2 × .*brick red.*2 × .*navy.*pine green: ¥109.*¥315 in all/,
  ],
  [['指印马克杯', '红的两个藏青两个一共多少钱'], /砖红 2 件 ¥118.*港湾蓝 2 件 ¥118.*一共 ¥236/],
  [['马克杯红的两个 保温杯绿的一个 一共多少'], /砖红 2 件 ¥118.*保温杯 松针绿 ¥109/],
  [['i need a kettle, a mug and some green tea. whats the total'], /kettle.*mug[\s\S]*[Ww]hich/],
  [['i need a kettle, a mug and some green tea. whats the total', 'the 50 g longjing'], /kettle.*mug.*50 g: ¥159/],
  [['水壶、马克杯和绿茶一共多少钱', '龙井50克的'], /水壶.*马克杯.*50 克 ¥159.*一共 ¥517/],
  [['pebble earbuds', 'if I take two pairs of them, any discount then?'], /2 × Bombo Pebble.*¥258 in all/],
  [['alley house espresso beans', '2 espresso beans - with the deal?'], /−¥39\.50/],
  [['if tea is second one half price and i get two tins at 60 each, i pay 90?'], /−¥30/],
])('the form that was said is reckoned, and nothing goes in: %s', async (says, hears) => {
  const talk = await shop.talkTo();
  let told = '';
  for (const text of says) told = (await talk.say(text)).text;
  expect(told).toMatch(hears);
  expect((await talk.say('my cart')).cards).toEqual([]);
});

test.each<[readonly string[], readonly string[]]>([
  [
    ['twelve hours flask green', 'put in 2 red mugs, 2 navy mugs, green flask'],
    [
      '2 Kilnfold Thumbprint mug, brick red',
      '2 Kilnfold Thumbprint mug, harbour navy',
      '1 Wild Yonder Twelve Hours flask, pine green',
    ],
  ],
  [
    ['two guests teapot', 'in green, total with shipping to germany', 'add it'],
    ['1 Kilnfold Two Guests teapot, pine green'],
  ],
  [['落雁羽绒服', '红色M码有吗 一件运到新加坡总共多少钱', '加购物车'], ['1 岭兔 落雁羽绒服 砖红（M码）']],
  [
    ['149以下送室友的', '笔记本拿两本 一红一黄'],
    ['1 纸鸢社 长信笔记本 砖红', '1 纸鸢社 长信笔记本 向日葵黄'],
  ],
  [
    ['长信笔记本', '红的一本黄的一本 加购物车'],
    ['1 纸鸢社 长信笔记本 砖红', '1 纸鸢社 长信笔记本 向日葵黄'],
  ],
  [
    ['notebook', 'two notebooks, one red one yellow, add'],
    ['1 Paperkite Long Letter notebook, brick red', '1 Paperkite Long Letter notebook, sunflower'],
  ],
  [['马克杯红的两个 保温杯绿的一个 加购物车'], ['2 窑叠 指印马克杯 砖红', '1 野渡 十二时辰保温杯 松针绿']],
  [
    ['有没有挂耳', '低因那个怎么样', '挂耳拿3盒,深烘2盒 低因1盒'],
    ['2 余巷 煤船深烘咖啡豆 10 包挂耳', '1 余巷 晚九点低因咖啡豆 10 包挂耳'],
  ],
  [['茶馆绗缝外套', '红色L加一件 总共多少'], ['1 野渡 茶馆绗缝外套 砖红（L码）']],
])('what goes in: %s', async (says, lines) => {
  const talk = await shop.talkTo();
  for (const text of says) await talk.say(text);
  const [cart] = (await talk.say(/\p{Script=Han}/u.test(says[0]!) ? '看看购物车' : 'my cart')).cards;
  expect(cart).toMatchObject({ type: 'cart' });
  const held = cart?.type === 'cart' ? cart.lines.map(line => `${line.quantity} ${line.name}`) : [];
  expect(held).toEqual(lines);
});

test.each<[string, readonly string[], RegExp]>([
  ['加3瓶苔乳黄瓜晚安凝露100克', ['一共多少钱 晚上八点的话'], /3 件 ¥717.*减 ¥60.*一共 ¥597/],
  ['加3瓶苔乳黄瓜晚安凝露100克', ['那护肤九折晚上会再减多少?'], /3 件 ¥717.*减 ¥60/],
  ['add 3 mossmilk cucumber night gel 100 g', ['and how much would the evening deal take off?'], /3 × .*¥717.*−¥60/],
  ['加一个慢山 茉莉龙珠 250 克礼罐', ['那加礼品包装一共268咯?'], /对的，合计¥268/],
  ['add the jasmine pearls 250 g gift tin', ['gift wrapped what would it be?'], /¥268 in all/],
  [
    'add the swan-neck kettle in black and the longjing 50 g',
    ['whats the free gift? i still above 499?'],
    /“A small gift from ¥499”: not used[\s\S]*Add ¥41 more/,
  ],
])('of what is in the cart: %s | %s', async (adds, says, hears) => {
  const talk = await shop.talkTo();
  await talk.say(adds);
  let told = '';
  for (const text of says) told = (await talk.say(text)).text;
  expect(told).toMatch(hears);
});
