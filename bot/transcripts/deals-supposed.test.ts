/** A deal that is only supposed is no deal: what so many cost tells it, and what runs tells whether waiting helps. */
import { describe, expect, test } from 'vitest';
import { cartAfter, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

describe('a deal that is supposed', () => {
  test.each<[readonly string[], RegExp]>([
    [['thumbprint mug', 'if I buy three do I get one free?'], /3 × Kilnfold Thumbprint mug.*¥177/],
    [['thumbprint mug', 'say I buy two, do I get the second half price?'], /2 × Kilnfold Thumbprint mug.*¥118/],
    [['thumbprint mug', 'suppose I bought 4 of them, would there be a discount?'], /4 × .*¥236/],
    [['da hong pao', 'if I buy two do I get the second one half price?'], /second one half price.*−¥69\.50/],
    [['指印马克杯', '如果我买三个是不是打8折'], /3 件 ¥177/],
    [['要是我凑到500，能再减吗'], /减 ¥30.*实付 ¥470/],
    [['如果我买满300减30，那运费还要吗'], /免运费.*¥270/],
  ])('%j', async (says, told) => {
    const text = await toldAfter(shop, says);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/the free one too|cheapest of the range/);
    expect(await cartAfter(shop, says)).toBe('');
  });
});

describe('whether it costs less later is told by what runs', () => {
  test.each([
    [['is it cheaper if I wait till evening to buy the serum?']],
    [['vitamin c serum', 'is it cheaper if I wait till evening to buy the serum?']],
    [['精华晚上买会便宜点吗']],
    [['维c精华', '现在买划算还是等周末']],
    [['是不是晚上下单便宜']],
  ])('%j', async says =>
    expect(await toldAfter(shop, says)).toMatch(/can't say[\s\S]*20:00 to 23:00|说不准[\s\S]*20:00至23:00/),
  );
});
