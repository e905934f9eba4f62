import { expect, test } from 'vitest';
import { dealTaken } from './deal-taken.ts';

test.each([
  ['apply it n put white one in cart', 'put white one in cart'],
  ['please just add 1 white kettle and apply the 20 off', 'please just add 1 white kettle'],
  ['put it in my cart with the offer', 'put it in my cart'],
  ['ok use that and show me my cart', 'show me my cart'],
  ['add it with the discount please', 'add it'],
  ['apply 20 off to my cart', ''],
  ['用！直接给我加购物车', '直接给我加购物车'],
  ['那就用上 然后下单', '然后下单'],
  ['把刚才的优惠用上 再加一个白色的', '再加一个白色的'],
  ['按优惠价加购物车', '加购物车'],
  ['那个减20的优惠给我用上', ''],
])('%s takes the deal, and says beside it: %s', (text, rest) =>
  expect(dealTaken(text, 1)).toMatchObject({ how: 'taken', rest }),
);

test.each([
  'wheres my 20 off??',
  "didn't you say 20 off? why is it still 329",
  "the 20 off isn't applied",
  '刚刚说减20呢 怎么还是289',
  '我的20块优惠呢',
  '怎么没减',
])('%s misses the deal', text => expect(dealTaken(text, 3)).toMatchObject({ how: 'missed', rest: '' }));

test.each([
  'how do i use the discount?',
  'does the deal work on tea too?',
  'can i use it every day?',
  'take it out',
  'remove the deal',
  'any discount on that?',
  'give me a coupon',
  'come on, just 10 bucks off',
  'headphones with a discount',
  'can you offer me 10 off?',
  'how about the discount for two?',
  '给张券吧',
  '给我减10块吧',
  '便宜20我就买',
  '优惠怎么用',
  '这个可以每天用吗',
  '用起来怎么样',
  '先不用优惠',
  '满300减30的活动能用吗',
  '有优惠吗',
])('%s leaves the deal alone', text => expect(dealTaken(text, 1)).toBeUndefined());

test('without an offer nothing is taken, and long after it only by its name', () => {
  expect(dealTaken('apply the 20 off', undefined)).toBeUndefined();
  expect(dealTaken('apply it', 5)).toBeUndefined();
  expect(dealTaken('apply the 20 off', 5)).toBeDefined();
});
