/** What goes into the cart is what was told of it: its form, its price in the list, what it is called, beside whatever else is said. */
import { describe, expect, test } from 'vitest';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

/** The cart at the end, and what was said last. */
const talkOf = async (says: readonly string[]): Promise<{ readonly cart: string; readonly heard: string }> => {
  const talk = await shop.talkTo();
  let heard = '';
  for (const text of says) heard = (await talk.say(text)).text;
  const isHan = /\p{Script=Han}/u.test(says.join(''));
  const [cart] = cardsOfType(await talk.say(isHan ? '我的购物车' : 'my cart'), 'cart');
  return { cart: (cart?.lines ?? []).map(line => `${line.quantity} × ${line.name}`).join('; '), heard };
};

describe('in the form that is told', () => {
  test.each<[readonly string[], RegExp]>([
    [['sunday egg non-stick pan, oat', 'ok 2 of those, grey if you have'], /^2 × .*slate grey$/],
    [['sunday egg non-stick pan, oat', '2 of them please, ideally in grey'], /^2 × .*slate grey$/],
    [['周日煎蛋不粘锅 燕麦色', '来两个 有灰的要灰的'], /^2 × .*石板灰$/],
    [['jasmine pearls, 100 g', 'nice. 2 of the smaller packs'], /^2 × .*50 g$/],
    [['coal boat dark roast, 250 g', 'two of the bigger bags then'], /^2 × .*500 g$/],
    [['long way home power bank, pine green', 'that one in orange please, 1'], /^1 × .*ember orange$/],
    [['远归充电宝 松针绿', '那就这个 橙色 能刻字不'], /^1 × .*余烬橙$/],
    [['远归充电宝 松针绿', '就它了 灰色 包邮吗'], /^1 × .*石板灰$/],
    [['煤船深烘咖啡豆 500克', '挂耳那个要两盒'], /^2 × .*挂耳$/],
    [['煤船深烘咖啡豆 500克', '挂耳的来一盒'], /^1 × .*挂耳$/],
    [['camellia bar soap, single bar', 'camellia bar soap box of three add to cart'], /^1 × .*box of three$/],
    [['camellia bar soap, single bar', 'add two of the box of three'], /^2 × .*box of three$/],
    [['camellia bar soap, single bar', 'add 3 bar soaps'], /^3 × .*single bar$/],
    [['slow hill ceramic dripper', 'does it need special filters', 'k green one'], /^1 × .*dripper, sage$/],
    [['slow hill ceramic dripper', 'does it need special filters', 'no, the green one'], /^$/],
  ])('%j', async (says, held) => expect((await talkOf(says)).cart).toMatch(held));
});

describe('whatever is asked or told beside it', () => {
  test.each<[readonly string[], RegExp, RegExp]>([
    [['moss barrier cream, 50 g', 'ok add. n how do i pay, alipay ok?'], /^1 × .*cream/, /Alipay/],
    [['moss barrier cream, 50 g', 'yes add, and do you deliver on sundays?'], /^1 × .*cream/, /in your cart/],
    [['水手护手霜 30毫升', '来俩 能用支付宝吗'], /^2 × .*护手霜/, /支付宝/],
    [['浴中曲防水小音箱 晴空蓝', '加一个 然后跟我说下能连两台手机吗'], /^1 × .*小音箱/, /^(?!.*转人工客服吗)/s],
    [['好脾气兔 桃花粉', '那来个白兔子 会掉毛吗'], /^1 × .*粉白$/, /掉毛/],
    [
      ['slow hill ceramic dripper', 'does it need special filters', 'k green one. and some paper filters'],
      /^1 × .*dripper, sage$/,
      /don't sell/,
    ],
    [['登机护肤套装 五件套', '行 两套 一套给我丈母娘'], /^2 × /, /^[^¥]*$/],
    [['登机护肤套装 五件套', '来两套 一套送我妈 一套自己用'], /^2 × /, /^[^¥]*$/],
    [['osmanthus candle, oat', 'two please, one for my mother in law'], /^2 × .*candle/, /in your cart/],
    [['add 12 thumbprint mugs in navy', 'make it 14, we have visitors. what is the total?'], /^14 × /, /766|comes to/],
  ])('%j', async (says, held, told) => {
    const { cart, heard } = await talkOf(says);
    expect(cart).toMatch(held);
    expect(heard).toMatch(told);
  });
});

describe('the one that is looked at and another, both of them, and after all', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ['alley house espresso beans, 500 g', 'pocket hand grinder, chestnut', 'nice that plus the beans'],
      /grinder.*espresso/,
    ],
    [['巷子拼配意式咖啡豆 500克', '口袋手摇磨豆机 栗棕', '这个和刚才的咖啡豆都要'], /磨豆机.*咖啡豆/],
    [['梯田拼图 松针绿', '好脾气兔 桃花粉', '小兔子吧 跟拼图一起要了'], /兔.*拼图|拼图.*兔/],
    [
      ['windowsill garden kit, white', 'deckhand hand cream, gift set of three', 'both. the kit in green'],
      /cream.*kit, sage/,
    ],
    [['窗台菜园套装 粉白', '水手护手霜 三支礼盒', '两个都要 菜园套装要绿色的'], /^1 × .*三支礼盒; 1 × .*鼠尾草绿$/],
    [
      [
        'puzzle for kids',
        'the school bag, is it large enough for an A4 folder?',
        'Thank you. I think the puzzle then, please.',
      ],
      /^1 × .*puzzle/,
    ],
    [['terraced fields puzzle, pine green', 'i think the puzzle is too hard'], /^$/],
    [['slowhill teas', 'dianhong golden black tea, 50 g', 'ok the black one will do'], /^1 × .*black tea/],
  ])('%j', async (says, held) => expect((await talkOf(says)).cart).toMatch(held));
});

describe('told by its price in the list', () => {
  test.each<[readonly string[], string]>([
    [['防水跑鞋', '我要那个69的 41码'], '41码'],
    [['防水跑鞋', '69那个 41码来一双'], '41码'],
  ])('%j', async (says, size) => {
    const { cart } = await talkOf(says);
    expect(cart).toMatch(/^1 × /);
    expect(cart).toContain(size);
  });
});

describe('nothing goes in', () => {
  test.each<[readonly string[]]>([
    [['卵石无线耳机', '这是入耳的吧 我说了要头戴的']],
    [['卵石无线耳机', '这个应该是防水的吧']],
    [['有什么推荐', '不要推荐这些 就要杯子 能印logo吗']],
  ])('%j', async says => expect((await talkOf(says)).cart).toBe(''));

  test.each<[readonly string[], RegExp]>([
    [['夜市拼图 夜梅紫', '加购物车', '梯田拼图 晴空蓝', '不要了 100片太少 就结那一个'], /^1 × .*夜梅紫$/],
    [['夜市拼图 夜梅紫', '加购物车', '梯田拼图 晴空蓝', '不用了 就结购物车里那个吧'], /^1 × .*夜梅紫$/],
    [
      [
        'night market puzzle, night plum',
        'add it',
        'terraced fields puzzle',
        'no thanks, just the one in my cart then',
      ],
      /^1 × .*night plum$/,
    ],
    [
      ['night market puzzle, night plum', 'add it', 'terraced fields puzzle', "i'll just pay for the one i have"],
      /^1 × .*night plum$/,
    ],
  ])('and the cart is told: %j', async (says, held) => {
    const { cart, heard } = await talkOf(says);
    expect(cart).toMatch(held);
    expect(heard).toMatch(/comes to|合计/);
  });
});

describe('put right', () => {
  test.each<[readonly string[], RegExp]>([
    [['sunday egg non-stick pan, oat', 'add 2', 'no i said green'], /^2 × .*sage$/],
    [['sunday egg non-stick pan, sage', 'add it', 'TWO green'], /^2 × .*sage$/],
    [['周日煎蛋不粘锅 鼠尾草绿', '来一个', '两个绿的'], /^2 × .*鼠尾草绿$/],
    [['周日煎蛋不粘锅 鼠尾草绿', '来一个', '再来两个绿的'], /^3 × .*鼠尾草绿$/],
    [['add a thumbprint mug in navy', 'add the teapot in black', 'i said two mugs'], /2 × .*mug, harbour navy/],
    [['coal boat dark roast, 250 g', 'add 2', 'no the 500 g ones'], /^2 × .*500 g$/],
    [['煤船深烘咖啡豆 500克', '来两包', '错了 我要挂耳的不是500克豆子'], /^2 × .*挂耳$/],
    [['煤船深烘咖啡豆 250克', '来两包', '都不对！挂耳 10包的'], /^2 × .*挂耳$/],
    [['远归充电宝 松针绿', '来一个', '能刻字吗', '搞错了 我要橙色的'], /^1 × .*余烬橙$/],
    [
      ['long way home power bank, pine green', 'add it', 'can you engrave it?', 'no i wanted orange'],
      /^1 × .*ember orange$/,
    ],
    [['远归充电宝 松针绿', '来一个', '能刻字吗', '不对 我问的是能不能印logo'], /^1 × .*松针绿$/],
    [
      ['桂花香氛蜡烛 桃花粉', '加购物车', '改成3个', '改成粉的1个 黄的1个 米色1个'],
      /^(?=.*1 × .*桃花粉)(?=.*1 × .*向日葵黄)(?=.*1 × .*燕麦色)/,
    ],
    [
      ['osmanthus candle, peach blossom', 'add 3', 'change it to 2 pink and 1 yellow'],
      /^(?=.*2 × .*blossom)(?=.*1 × .*sunflower)/,
    ],
    [['add the first mile starter shoe in white, size 36', "actually my sister's a 37"], /size 37$/],
    [['add the first mile starter shoe in white, size 36', 'sorry, she wears 37'], /size 37$/],
    [['add a thumbprint mug in sage', "actually he's 37"], /^1 × .*sage$/],
  ])('%j', async (says, held) => expect((await talkOf(says)).cart).toMatch(held));
});
