import { describe, expect, test } from 'vitest';
import { workOf } from '../../language/least-work.test-helper.ts';
import { fold } from '../text/fold.ts';
import { appliesLimit, asksIfTooLate, measureIn, verdictOn } from './limits.ts';

const sevenDays =
  'If the shop price of something you bought falls within 7 days, tell us and we refund the difference.';
const warranty = 'Everything electric has a two-year warranty, shoes and bags one year, cookware ten years.';
const parts = 'From ¥600 on you can pay in 3, 6 or 12 parts.';

test.each([
  ['it was 5 weeks ago', sevenDays, 'beyond'],
  ['I bought it 3 days ago', sevenDays, 'within'],
  ['我买了五周了', '下单 7 天内标价下降，告诉我们，差价退给你。', 'beyond'],
  ['i bought it 40 days ago', 'You have 30 days from delivery to send anything back.', 'beyond'],
  ['我45天前买的', '签收后 30 天内都可以退货，不需要理由。', 'beyond'],
  ['something that costs 450', parts, 'too-little'],
  ['for an order of 650 yuan', parts, 'enough'],
  ['那450的呢', '满 600 元可用花呗或国内信用卡分 3、6、12 期。', 'too-little'],
  ['im a few yuan short of 199 yuan', 'Orders of ¥199 or more, after discounts, are delivered free.', 'too-little'],
  ['my cart is just under ¥199', 'Orders of ¥199 or more, after discounts, are delivered free.', 'too-little'],
  ['差几块不到199元', '优惠后商品满 ¥199，免运费。', 'too-little'],
  ['我买了199元的', '优惠后商品满 ¥199，免运费。', 'enough'],
  ['an order of 199 yuan', 'Orders of ¥199 or more, after discounts, are delivered free.', 'enough'],
  ['it was 4 months ago', 'Ask for it at the checkout or in the order within 90 days.', 'beyond'],
])('%s, of: %s', (said, sentence, verdict) => {
  expect(verdictOn(sentence, measureIn(fold(said))!)).toBe(verdict);
});

test.each([
  ['my shoulder bag broke after 3 months', warranty, 'within'],
  ['the bag broke after 14 months', warranty, 'beyond'],
  ['the bag broke after a year and a half', warranty, 'beyond'],
  ['我的包用了三个月就断了', '电子产品保修两年，鞋和包一年，锅具十年，保的是材料和做工问题。', 'within'],
])('of several limits the one for the thing that is meant: %s', (said, sentence, verdict) => {
  const folded = fold(said);
  expect(verdictOn(sentence, measureIn(folded)!, folded)).toBe(verdict);
});

test('where a sentence has a limit for each kind and none is meant, nothing is claimed', () => {
  expect(verdictOn(warranty, measureIn('it broke after 3 months')!, 'it broke after 3 months')).toBeUndefined();
});

test.each([
  'We refund within 3 working days of your parcel reaching Shanghai, to the way you paid.',
  'Orders within mainland China take 2 to 4 days to arrive.',
  'A search takes up to three working days.',
])('what the shop does in so many days is no limit for the shopper: %s', sentence => {
  expect(verdictOn(sentence, measureIn('it was 5 weeks ago')!)).toBeUndefined();
});

test.each([
  'so no, right? it was 5 weeks ago',
  'and for something that costs 450?',
  'does 180 reach it?',
  'so for a 500 order no?',
  "my order's 500 though, you said from 600",
  '那250的呢',
  '已经五周了',
])('a case of one’s own, after a rule: %s', said => expect(appliesLimit(fold(said))).toBe(true));

test.each(['i bought it in july so too late?', 'am I still in time', '我六月买的 是不是晚了', '现在退还来得及吗'])(
  'whether it is too late, after a rule: %s',
  said => expect(asksIfTooLate(fold(said))).toBe(true),
);
test.each(['will it be in time for christmas', '来得及过年收到吗', 'I was late again', '晚上能送吗'])(
  'nothing of the kind: %s',
  said => expect(asksIfTooLate(fold(said))).toBe(false),
);

test.each(['show me mugs under 450', '推荐几个300以内的', 'how do I pay', 'add two of them', 'thanks'])(
  'no such case: %s',
  said => expect(appliesLimit(fold(said))).toBe(false),
);

describe('what was not told for sure is held against nothing', () => {
  test.each([
    ['买了发现双十一后降价了 能退差价不'],
    ['几天前买的 能退差价吗'],
    ['十几天前买的'],
    ['3天后要用 来得及吗'],
    ['三天就能到吗'],
    ['do I have 30 days, or how long is it for what I bought?'],
    ['a present for my 2 year old son'],
    ['i bought it, is the warranty for 2 years'],
    ['can I ship order 28303 later'],
    ['a table for 12 people'],
    ['我在第三天了'],
  ])('%s', said => expect(measureIn(fold(said))).toBeUndefined());

  test.each(['那16号呢', 'and in size 42?', 'and for 12 people?', '那37码呢'])('no amount, after a rule: %s', said =>
    expect(measureIn(fold(said), true)).toBeUndefined(),
  );

  const regular = '一年内消费满 2,500 元自动成为熟客（VIP），能看到熟客专享优惠。';
  const back = 'You have 30 days from delivery to send anything back.';
  test.each([
    ['那我现在花了多少了 够2500没', regular],
    ['is ¥600 enough', parts],
    ['after 30 days, am i still allowed', back],
    ['i bought it a month ago', back],
    ['i bought it 4 weeks ago', back],
    // It may have come later.
    ['i bought it 33 days ago', back],
    ['7天多以前买的', '下单 7 天内标价下降，告诉我们，差价退给你。'],
    ['i bought the bag a year ago', 'Shoes and bags have a one-year warranty.'],
    ['i spent ¥350', 'From ¥300 you save ¥30, from ¥500 ¥60.'],
    ['这单250元', '未满 199 元的订单运费 12 元。'],
    ['i got it 10 days ago', 'Within 7 days we change the size, within 30 days you get the money.'],
  ])('%s, of: %s', (said, sentence) => {
    const measure = measureIn(fold(said), true);
    expect(measure && verdictOn(sentence, measure, fold(said))).toBeUndefined();
  });

  test('what came so long ago is told to the day', () => {
    expect(verdictOn(back, measureIn('i received it 33 days ago')!)).toBe('beyond');
  });
});

test('10,000 characters are read in time that nobody notices', () => {
  const read = () => {
    for (const piece of ['so and but 5 weeks ', '已经五周了', '9', 'for at of '])
      appliesLimit(piece.repeat(Math.ceil(10_000 / piece.length)));
    measureIn('after a year '.repeat(800));
    verdictOn('within 7 days '.repeat(800), { of: 'days', amount: 3, said: '3 days' });
  };
  expect(workOf(read, 180)).toBeLessThan(180);
});
