import { describe, expect, test } from 'vitest';
import { cartAfter, heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** A number of pieces that is only asked about goes into no cart; one that was added up is what goes in when it is taken. */
const shop = talkingShop();
const mug = 'thumbprint mug in sage';
const mugZh = '马克杯 鼠尾草绿';

describe('whether so many cost less is answered with what they come to and the rule for quantities, and nothing goes in', () => {
  test.each<[readonly string[], RegExp]>([
    [[mug, '20 of them, cheaper for quantity?'], /^20 × .*sage: ¥1,180.*¥1,090 in all[\s\S]*For 20 pieces or more/],
    [[mug, '25 please for the office, do you do a volume discount?'], /^25 × .*sage: ¥1,475[\s\S]*20 pieces or more/],
    [['show me candles', '30 of the yellow ones, do I get them cheaper?'], /^30 × .*sunflower[\s\S]*20 pieces or more/],
    [[mug, '20 pcs, quantity discount possible?'], /^20 × .*¥1,180[\s\S]*20 pieces or more/],
    [[mug, '12 of them, does it get cheaper?'], /^12 × .*¥708/],
    [[mug, "any better price if it's 20?"], /^20 × .*¥1,180/],
    [[mug, '2 of them, any deal?'], /^2 × .*¥118\. Delivery costs ¥12/],
    [[mugZh, '来20个有没有优惠'], /鼠尾草绿 20 件 ¥1,180.*一共 ¥1,090[\s\S]*20 件以上/],
    [[mugZh, '来20个,量大优惠吗'], /20 件 ¥1,180[\s\S]*20 件以上/],
    [[mugZh, '来15个 能不能便宜'], /15 件 ¥885/],
    [[mugZh, '砖红的要30个 有折扣吗'], /砖红 30 件 ¥1,770[\s\S]*20 件以上/],
    [[mugZh, '我们公司想买20个，能便宜多少'], /20 件 ¥1,180/],
    [['20个鼠尾草绿马克杯打几折'], /鼠尾草绿 20 件 ¥1,180/],
  ])('%j', async (says, told) => {
    const { text, lines } = await heardWithCart(shop, says);
    expect(text).toMatch(told);
    expect(lines).toEqual([]);
  });
});

describe('so many as were added up go in when they are taken', () => {
  test.each<[readonly string[], RegExp]>([
    [[mug, '20 of them, cheaper for quantity?', 'ok add the 20'], /^20 × .*sage$/],
    [[mug, 'how much for 20?', 'go ahead, add those 20'], /^20 × .*sage$/],
    [[mug, 'if I take 4 what do I pay', 'fine, the four please'], /^4 × .*sage$/],
    [
      [mug, 'what would 20 cost', 'bank transfer - possible or not?', 'ok put the 20 in the cart then'],
      /^20 × .*sage$/,
    ],
    [[mug, 'what would 20 cost', 'do you deliver to Suzhou?', 'ok add them to my cart'], /^20 × .*sage$/],
    [[mug, 'what would 20 cost', 'do you deliver to Suzhou?', 'add it to my cart'], /^1 × .*sage$/],
    [[mug, 'what would 3 cost', 'add 2'], /^2 × .*sage$/],
    [[mugZh, '来20个有没有优惠', '行 就按20个加吧'], /^20 × .*鼠尾草绿$/],
    [[mugZh, '20个多少钱', '把那20个放购物车'], /^20 × .*鼠尾草绿$/],
    [[mugZh, '要6个一共多少', '6个都加上'], /^6 × .*鼠尾草绿$/],
    [[mugZh, '20个多少钱', '那二十个都要了'], /^20 × .*鼠尾草绿$/],
    [[mugZh, '20个多少钱', '能开专票吗', '好的加购吧'], /^20 × .*鼠尾草绿$/],
    [[mugZh, '6个多少钱', '那要两个吧'], /^2 × .*鼠尾草绿$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('a word that is part of a name is no colour of what lies on the table', () => {
  test.each<[readonly string[], RegExp]>([
    [['加一个鼠尾草绿的指印马克杯', '加一包滇红50克'], /^1 × [^;]*鼠尾草绿; 1 × [^;]*滇红金芽红茶 50 克$/],
    [[mugZh, '来一个红的'], /^1 × [^;]*砖红$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});
