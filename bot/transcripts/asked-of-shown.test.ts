/** A short question right after goods were shown is about them: what each page says, or plainly that none says it. */
import { expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const heard = async (says: readonly string[]): Promise<string> => {
  const talk = await shop.talkTo();
  const answer = await lastOf(talk, says);
  return answer.text;
};

test.each<[says: readonly string[], hears: RegExp]>([
  [['do you have power banks', 'how many mah'], /^Capacity: 10,000 mAh/],
  [['do you have power banks', 'can i take it on a plane'], /On a plane: yes, in hand luggage only/],
  [['any board games', 'how many players'], /^Players: 2 to 5/],
  [['a puzzle for my nan', 'how many pieces'], /Pieces: 1,000,/],
  [['a candle', 'do they smell strong?'], /osmanthus and apricot, medium/],
  [['a wool throw', 'itchy?'], /a little scratchy on bare skin/],
  [['a wool throw', 'flammable?'], /can't say for sure about “flammable”.*wool/],
  [['a teapot', 'microwave ok?'], /^Microwave: no/],
  [['a down jacket', 'any pockets?'], /two with zips, one inside/],
  [['a down jacket', 'any vents?'], /can't say for sure about “vents”: Fellhare Goosefall/],
  [['台灯有没有', '能调光吗'], /“可调光、可充电。”/],
  [['台灯有没有', '亮不亮啊'], /亮度：20–280 流明/],
  [['羽绒服', '有帽子没'], /帽子：不可拆/],
  [['羽绒服', '有反光条没'], /“反光条”这一点不敢确定，岭兔 落雁羽绒服/],
  [['充电宝有吗', '多少毫安'], /容量：10000 毫安时/],
  [['do you sell mugs', 'and how much'], /¥59/],
  [['有马克杯吗', '多少钱呢'], /¥59/],
])('of the one that was shown: %s', async (says, hears) => {
  expect(await heard(says)).toMatch(hears);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  // Each clause is answered, whichever way it is told.
  [['跑鞋', '第一双有43吗 什么颜色'], /有43码[\s\S]*颜色有/],
  [['羽绒服', '有L码吗 都有什么颜色'], /有L码[\s\S]*颜色有.*黑色/],
  [['羽绒服', '有帽子吗 充绒多少'], /M 码充绒 180 克[\s\S]*帽子：不可拆/, /不卖/],
  [['羽绒服', '有反光条吗 充绒多少'], /M 码充绒 180 克[\s\S]*“反光条”/, /不卖/],
  [['a down jacket', 'what sizes do you have and what colours'], /size S, M, L, XL[\s\S]*comes in .*black/],
  [
    ['a kettle', 'does it have temp control, and do you have it in black'],
    /comes in black[\s\S]*40 to 100 °C, to the degree/,
  ],
  [['a board game', 'how many players and how long does a game take'], /Players: 2 to 5.*40 minutes/],
  [['a mug', 'is it dishwasher safe? how much does it hold'], /dishwasher safe[\s\S]*350 ml/, /can't promise/],
  [
    ['a mug', 'is it dishwasher safe? how long does it keep things hot'],
    /dishwasher safe[\s\S]*doesn't say how long it keeps/,
    /can't promise/,
  ],
  // By what is meant, in other words than the page has.
  [['a kettle', 'can you choose the temperature on it'], /Temperature: 40 to 100 °C, to the degree/, /can't say/],
  [['电水壶', '能调温吗'], /温度：40–100 °C，精确到一度/, /不敢确定/],
  [['低因咖啡', '是豆子还是粉'], /咖啡豆/, /不敢确定|没有写明/],
  [['低因咖啡', '晚上喝会不会睡不着'], /低因/, /不敢确定/],
  [['building blocks', 'how many blocks are in it? and is it wood'], /with wood[\s\S]*Pieces: 90/, /don't know/],
  [['a flask', 'how long does it keep things hot'], /12 hours above 60 °C/],
  [['马克杯', '是手工的吗'], /手拉坯/, /没有标注/],
  [['礼盒', '里面是什么'], /归家礼盒.*：炻器杯、一罐乌龙茶、桂花蜡烛、贺卡/],
  [['vitamin c serum', 'how many drops do i use'], /three drops in the morning/],
  // What is told beside it is not asked of its page; a newborn's age is.
  [['a mug', 'oh thats nice. is it dishwasher safe'], /dishwasher safe/, /nice/],
  [
    ['a teddy bear', "the grey one, how big is it? it's for a newborn"],
    /32 cm standing, 22 cm sitting\. Age: from 3 years .*grey/,
    /how much it holds/,
  ],
  [['a down jacket', 'does it have a hood?'], /Hood: fixed, filled with down/],
  // By what a part is called, in other words than the page's, and what it is not.
  [['a flask', 'how do you open it, is it a screw top or a button?'], /^Lid: screw lid[^“]*$/],
  [['a flask', 'does it hold the heat twelve hours, and how much goes in?'], /Capacity: 500 ml\. Keeps hot: 12 hours/],
  [['a flask', 'how do i clean it properly?'], /wash by hand with a bottle brush/],
  [['plum rain shell', "what's the water column, like 10,000 mm or so?"], /^Water: waterproof, 10,000 mm/, /Length/],
  [['sleeper train duffel', 'does it have a shoulder strap?'], /^Strap: padded/],
  [['the long letter notebook', 'is it lined, plain or dotted?'], /^Ruling: dotted[^“]*$/],
  [['the tempo 3', 'how many km do they last usually?'], /^Mileage: about 500 km/],
  [['the small vegetable knife', 'how long is the blade'], /blade 17 × 7\.5 cm/],
  [['菜刀', '能剁排骨吗'], /不能剁骨头/, /不敢确定/],
  [['沙燕风筝', '线有多长 另配吗'], /线：80 米[^；]*已附/, /90 厘米/],
  [['夜市拼图', '要拼几天啊'], /时长：10–15 小时/],
  [['洁面乳 100毫升', '开封后可用多久，保质期如何？'], /保质期：未开封三年/],
  [['the humming top', 'what age is it for, and what colours?'], /comes in[\s\S]*Age: from 5 years/],
  [['嗡嗡陀螺', '几岁能玩 有啥颜色'], /颜色有[\s\S]*适用年龄：5 岁以上/],
  [['line 2 commuter backpack', 'does it have a rain cover'], /^Water: [^“]*no rain cover/, /“rain”/],
  [['moss barrier cream', 'how long does 30 g last you think'], /^Lasts: /],
  // Where no page says it, what was asked is named.
  [['a down jacket', 'does it have thumb loops?'], /about “thumb loops”/],
  [['longway', 'is it ok for bad knees'], /^Cushioning: very soft[\s\S]*doesn't answer “bad knees”/],
  [['longway', 'is it ok for heavy runners'], /^Arch support: neutral, fine for heavy runners/],
])('clause by clause, and by what is meant: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['a mug', 'is it dishwasher safe and can i return it'], /30 days/],
  [['跑鞋', '第一双', '防水吗 包邮吗'], /运费|免运费|199/],
])('what the shop is asked beside it is answered by the shop: %s', async (says, hears) => {
  expect(await heard(says)).toMatch(hears);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['show me sunscreens', 'spf 50?'], /Sun protection: SPF 50, PA\+{4}/],
  [['bluetooth speaker?', 'battery life?'], /Courtyard.*: 20 hours at medium volume[\s\S]*Bathsong.*: 8 hours/],
  [['show me backpacks', 'how many litres'], /(?=[\s\S]*Line 2 .*: 18 l$)(?=[\s\S]*Downpour .*: 25 l$)/m],
  [['show me backpacks', 'which is the biggest'], /bigger first: .*Downpour .*\(25 l\); .*Line 2 .*\(18 l\)/],
  [['双肩包看看', '多重啊'], /(?=[\s\S]*二号线.*：690 克)(?=[\s\S]*倾盆.*：880 克)/],
  [['双肩包看看', '适合多大孩子'], /都没有写明适合的年龄，我不敢乱说/],
  [['双肩包看看', '能装几升'], /18 升[\s\S]*(?:25|五)\s?升/],
  [['平底锅有吗', '电磁炉能用吗'], /(?=[\s\S]*铸铁平底锅.*：电磁炉、)(?=[\s\S]*不粘锅.*：电磁炉、)/],
  [['乌龙茶有什么', '有咖啡因吗'], /(?=[\s\S]*铁观音.*：每杯约 35 毫克)(?=[\s\S]*大红袍.*：每杯约 40 毫克)/],
  [['乌龙茶有什么', '有过敏原吗'], /都没有写明“过敏原”，我不敢乱说/],
  [['有拼图吗', '多少片的'], /(?=[\s\S]*：1000 片，厚 2 毫米)(?=[\s\S]*：100 片，木质)/],
])('of each on the list: %s', async (says, hears) => {
  expect(await heard(says)).toMatch(hears);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['whats the diff between the tempo 3 and the nightbus'], /Tempo 3.*¥389\. .*Nightbus.*¥299/],
  [['show me face creams', 'how much is the cheapest one'], /¥119/],
  [['跑鞋', '这个和第三个哪个好'], /不一样的地方/],
  [['帮我对比下你们的两款降噪耳机'], /不一样的地方/],
])('weighed against each other: %s', async (says, hears) => {
  expect(await heard(says)).toMatch(hears);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['show me backpacks', 'how long does delivery take'], /2 to 4 days/],
  [['show me backpacks', 'how can i pay'], /Alipay/],
  [['双肩包看看', '怎么付款'], /支付宝/],
  [['双肩包看看', '几天能到'], /2 到 4 天/],
])('what the shop is asked is not asked of goods: %s', async (says, hears) => {
  expect(await heard(says)).toMatch(hears);
});

test.each([
  ['what kinda stuff do you sell?', /running shoes/g],
  ['都卖些啥', /跑鞋/g],
])('what is sold at all is told once: %s', async (says, names) => {
  expect((await heard([says])).match(names)).toHaveLength(1);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [
    ["women's running shoes", 'pink petal, 38. have you got it'],
    /comes in pink and it comes in size 38/,
    /in your cart/,
  ],
  [["women's running shoes", 'petal', 'blue, 38. got that?'], /comes in blue and 38/, /in your cart/],
  [["women's running shoes", 'petal in purple size 39, in stock?'], /purple/, /in your cart/],
  [["women's running shoes", 'petal', 'navy size 38, do you have it'], /not in navy/, /in your cart/],
  [['外套', '绗缝的那件', 'M码 绿色 有货吗'], /有绿色、M的|鼠尾草绿有M码/, /购物车|“货”/],
  [['外套', '绗缝的那件', '绿色 L 有没有'], /有绿色、L的/, /购物车/],
  [['外套', '绗缝的那件', '绿色M码 有现货不'], /有绿色、M的|鼠尾草绿有M码/, /购物车/],
  [['跑鞋', '节拍3', '红色 42 有货没'], /有红色、42的/, /购物车|“货”/],
  // What is asked first is answered, and of the form that is told behind it.
  [
    ['weekend bag', 'the sleeper train', 'will it pass as hand luggage? and orange pls'],
    /ember orange/,
    /in your cart/,
  ],
  [['weekend bag', 'the sleeper train', 'how heavy is it? orange please'], /ember orange/, /in your cart/],
  // Bought is what is told so.
  [["women's running shoes", 'petal', 'blue, 38 please'], /size 38 is in your cart/],
  [["women's running shoes", "i'll take the petal in pink, 38. have you got it?"], /in your cart/],
  [['weekend bag', 'the sleeper train', 'can it go on a plane? add the orange one'], /in your cart/],
  [['外套', '绗缝的那件', '绿色M码 来一件'], /已加入购物车/],
  [['外套', '绗缝的那件', '那就绿色 L吧'], /已加入购物车/],
  [["women's running shoes", 'what other shoes do you have'], /./, /comes in|in your cart/],
])('whether there is any of it, and nothing goes into the cart: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [['eye cream for dark circles', 'my mum is 60, suitable?'], /doesn't say what age/, /fits/],
  [['eye cream for dark circles', 'I mean is this cream ok for older skin'], /doesn't say what age/, /fits/],
  [['眼霜', '我妈60了能用吗'], /没有写明适合的年龄/],
  [['眼霜', '老人能用吗'], /没有写明适合的年龄/],
  [['gym bag with a shoe compartment', 'is there a separate pocket for shoes in it?'], /shoe pocket/, /fits/],
  [['龙井有没有', '今年的新茶吗'], /“今年的新茶”/, /为您找到/],
  [['男士风衣', '有180的码吗 我1米8 75公斤'], /尺码有S、M、L、XL/, /为您找到/],
  [['vitamin c serum', 'does it go off quickly once opened'], /3 months once open/, /deliver/],
  [['维c精华', '开封后能放多久'], /维 C 精华 3 个月/],
  [
    ['face cream without fragrance', "what's in it exactly?"],
    /(?=[\s\S]*: glycerin, seaweed, panthenol)(?=[\s\S]*: ceramides, cholesterol, squalane, glycerin)/,
    /“what's”/,
  ],
  [['炒锅', '这个锅重不重 几寸的'], /直径 32 厘米[\s\S]*重量：1\.3 千克/, /“几寸的”/],
  [['炒锅', '这个锅保温多久 几寸的'], /直径 32 厘米[\s\S]*没有写明保温时间/, /“几寸的”/],
  [['crossbody bag', 'purple loose change one', 'what colours are there besides purple'], /purple, red, yellow/],
  [['斜挎包', '零钱那个', '除了红色还有什么颜色'], /颜色有(?=.*红色)(?=.*黄色).*紫色/],
  [['waterproof jacket in red', 'is the rain shell proper waterproof'], /^Yes.*waterproof/, /proper/],
  // Other goods are looked for, and the shop is asked.
  [['龙井有没有', '红茶有吗'], /为您找到/],
  [['eye cream', 'do you have anything suitable for teenagers?'], /./, /doesn't say what age/],
  [['gym bag', 'what other bags do you have'], /./, /can't say for sure/],
  [['gym bag with a shoe compartment', 'are there any deals on it?'], /./, /can't say for sure/],
])('of the one that was shown, whatever it sounds like: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [['earbuds', 'so is the quietloop one worth 270 more than the pebble'], /¥399\.[\s\S]*¥129/],
  [['earbuds', 'the murmur', 'is it louder than the pebble'], /Murmur[\s\S]*Pebble/],
  [['earbuds', 'the murmur', 'compared to the pebble is it better'], /Murmur[\s\S]*Pebble/],
  [['降噪头戴式耳机', '我是问头戴的和低语哪个更静,通勤坐地铁用'], /¥789；[\s\S]*¥399/],
  [
    ['running shoes', 'just tell me the grams of the tempo and the swiftfeather'],
    /Tempo 3.*: 198 g a shoe[\s\S]*Swiftfeather.*: 189 g a shoe/,
  ],
  // One of them says it.
  [
    ['headphones', 'just tell me the measurements of the hush and the murmur'],
    /Hush.*: 19 × 17 × 8 cm[\s\S]*doesn't say its measurements/,
  ],
  [
    ['running shoes', 'just tell me the grams of the tempo and the swiftfeather', 'and the swiftfeather?'],
    /^Weight: 189 g a shoe in size 42 \(Ostrel Swiftfeather/,
  ],
  [['跑鞋', '节拍和疾羽各多重'], /198 克/],
  [['earbuds', 'the murmur', 'is it bigger than a matchbox'], /./, /costs ¥/],
  [
    [
      'gym bag with a shoe compartment',
      'is there a separate pocket for shoes in it?',
      'the duffel I mean, the first one',
    ],
    /duffel/,
    /in your cart/,
  ],
  [['外套', '绗缝的那件里面填的啥'], /薄棉/, /不敢确定/],
  [['running shoes', 'second one in black, is it waterproof'], /./, /in your cart/],
  [['公仔', '怪熊公仔', '是纯棉的吗'], /棉.*羊毛/, /^是的/],
  [['a teddy bear', 'is it pure cotton'], /cotton.*wool/, /^Yes/],
  [['trench coat', 'do you have this in large?'], /size L/, /“large”/],
  [['gym bag with a shoe compartment', 'are there any smaller bags?'], /./, /can't say for sure/],
  [['咖啡豆', '开封后多久喝完'], /./, /维 C/],
])('of two that are named: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});
