import { describe, expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { offerSaid, usesOffer } from './offer-talk.ts';

describe('an offer that was quoted is taken', () => {
  test.each([
    '行，用这个免运费的',
    '我说用刚才那个满69免运费的优惠呀',
    '现在能用那个92折了吧',
    '我不要凑单，点使用优惠那个就92折的',
    '就用你刚才说的熟客92折',
    'use the free delivery one',
    'ok, apply the 8% off you offered',
    'can you use that discount you mentioned',
  ])('%s', text => expect(usesOffer(fold(text), 6)).toBe(true));

  test.each(['那使用吧', '就是再买我购物车里的茶吗？那使用吧', '用吧'])('right after it: %s', text => {
    expect(usesOffer(fold(text), 1)).toBe(true);
    expect(usesOffer(fold(text), 9)).toBe(false);
    expect(usesOffer(fold(text), undefined)).toBe(false);
  });

  test.each([
    '优惠怎么用',
    '为什么不能用那个92折',
    '免运费的优惠什么时候能用',
    '包邮吗',
    'how do i use the discount',
    'why can i not use the 8% off',
    'do you have free delivery',
    '用什么杯子好',
  ])('asked, and not taken: %s', text => expect(usesOffer(fold(text), 1)).toBe(false));

  test.each([
    ['那个92折', 8],
    ['87折那个', 13],
    ['9折', 10],
    ['the 8% one', 8],
  ])('%s', (text, percent) => {
    const said = offerSaid(fold(text));
    expect(said !== undefined && said !== 'delivery' ? Math.round(said.rate * 100) : said).toBe(percent);
  });
  test('用免运费的', () => expect(offerSaid('用免运费的')).toBe('delivery'));
});
