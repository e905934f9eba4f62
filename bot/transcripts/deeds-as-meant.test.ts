/** What is done is what was meant: both of two, the number that is changed, what is asked beside it, and nothing for a name that is only told again. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const isZh = (says: readonly string[]): boolean => /\p{Script=Han}/u.test(says[0]!);
type Row = readonly [says: readonly string[], hears: RegExp, lines: readonly RegExp[], never?: RegExp];
const each = (rows: readonly Row[]): void => {
  test.each(rows.map(row => [row[0].join(' >> '), row] as const))('%s', async (_, [says, hears, lines, never]) => {
    const talk = await shop.talkTo();
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(hears);
    if (never) expect(text).not.toMatch(never);
    const cart = await talk.say(isZh(says) ? '看看购物车' : 'show me my cart');
    const found = (cardsOfType(cart, 'cart')[0]?.lines ?? []).map(line => `${line.quantity} × ${line.name}`);
    expect(found).toHaveLength(lines.length);
    for (const [i, line] of lines.entries()) expect(found[i]).toMatch(line);
  });
};

describe('a name that is told again is asked about', () => {
  each([
    [
      ['do you have the goatpath in 42 green', 'goatpath. fellhare goatpath trail shoe. green, 42'],
      /comes in size 42/,
      [],
    ],
    [['山羊径有绿色42码吗', '岭兔 山羊径越野跑鞋 松针绿 42码'], /./, []],
    [
      ['do you have the goatpath in 42 green', 'ok, the goatpath in green, 42'],
      /is in your cart/,
      [/^1 × .*Goatpath.*pine green/],
    ],
    [['do you have the goatpath in 42 green', "i'll take it in green, 42"], /is in your cart/, [/Goatpath/]],
  ]);
});

describe('both, one of them in its form', () => {
  const sum = 'how much are the Thumbprint mug in navy and the Twelve Hours flask in green';
  each([
    [[sum, 'get me both, the flask in black'], /flask, ink black is in your cart/, [/mug/, /flask, ink black/]],
    [
      [sum, 'ok i will take both please, the mug in red'],
      /mug, brick red is in your cart/,
      [/flask/, /mug, brick red/],
    ],
    [[sum, 'the flask in black'], /./, []],
  ]);
});

describe('a size that was told just now is taken', () => {
  each([
    [['正午船防晒霜', '大瓶的有没有', '要大瓶'], /120 毫升已加入购物车/, [/120 毫升/]],
    [['有没有大瓶的防晒', '要大瓶'], /./, []],
  ]);
});

describe('a number is changed after a rule was asked about', () => {
  each([
    [['Thumbprint mug', 'add 20 of them', 'do we get an invoice?', 'make it 25'], /25 ×/, [/^25 × /]],
    [['指印马克杯', '来20个砖红的', '能开发票吗', '改成25个'], /25/, [/^25 × /]],
    [['Thumbprint mug', 'do we get an invoice?', 'make it 25'], /./, []],
  ]);
});

describe('what is asked beside what is taken', () => {
  each([
    [
      ['Nine O’Clock decaf, 250 g', '2 bags of that then, i think theres a second half price?'],
      /in your cart[\s\S]*50% off/,
      [/^2 × .*decaf/],
    ],
    [['归家礼盒', '紫色的来一份 带包装'], /已加入购物车[\s\S]*礼品包装/, [/夜梅紫/]],
    [['指印马克杯', '来一个 送人的'], /已加入购物车/, [/马克杯/]],
    [['Thumbprint mug', 'add it', 'checkout, and whats the delivery'], /comes to[\s\S]*¥199/, [/mug/]],
  ]);
});

describe('the cart, deals and the list by other words', () => {
  each([
    [['Longway, size 43', 'add it', 'wait which deals did i get already'], /./, [/Longway/], /deal for you/],
    [['指印马克杯', '加一个', '我现在车里有多少了'], /合计/, [/马克杯/]],
    [['hello 有折扣码吗 小红书看到你们家的'], /全店活动|优惠/, []],
    [['saw you on instagram, do you ship to france?'], /most countries/, []],
    [['帮我看看包有哪些打折'], /全店活动|优惠/, []],
    [['哪些商品参加满减'], /每满 300 减 30/, []],
    [['有没有什么活动', '满300减30能跟会员折扣一起用吗'], /每满 300 减 30/, [], /先算“晚八点/],
    [['满300减30和晚八点护肤九折能叠加吗'], /可以一起用/, []],
    [['hand cream', 'you just showed me the same thing'], /./, [], /earlier orders/],
    [['hand cream', 'ok whatever'], /All right/, []],
    [['护手霜', '怎么又是这个'], /./, []],
  ]);
});
