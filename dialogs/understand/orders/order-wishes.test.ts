import { describe, expect, test } from 'vitest';
import { buysMoreOfTold, keepsSome, moreCounted } from './order-wishes.ts';

const told = { lastIntent: 'order-status', orderTold: { at: 2, number: 'WY-1' }, turns: 3 } as const;

describe('more of what was ordered', () => {
  test.each([
    '对 再买两包',
    '再来一个吧',
    '给我再拿3罐',
    'yes two more please',
    "i'll take one more",
    'can i get two more?',
  ])('%s', said => expect(buysMoreOfTold(said, told)).toBe(true));
  test.each(['再买两包多少钱', '再等两天', 'two more questions', 'two more days?', '再说一次'])(
    'nothing is bought: %s',
    said => expect(buysMoreOfTold(said, told)).toBe(false),
  );
  test('only right after it was told', () => {
    expect(buysMoreOfTold('再买两包', { ...told, turns: 9 })).toBe(false);
    expect(buysMoreOfTold('再买两包', { ...told, lastIntent: 'add-to-cart' })).toBe(false);
  });
  test('so many', () => {
    expect(moreCounted('yes two more please')).toBe(2);
    expect(moreCounted('yes please')).toBeUndefined();
  });
});

describe('some of what was proposed again', () => {
  const again = { lastIntent: 'reorder' } as const;
  test.each(['洗面奶就行，其他不要', '只要洗面奶', '就要手工皂吧', 'just the face wash', 'only the soap please'])(
    '%s',
    said => expect(keepsSome(said, again)).toBe(true),
  );
  test.each(['这样就行吗', '有洗面奶吗', 'is it just the soap?', '其他不要'])('not so: %s', said =>
    expect(keepsSome(said, again)).toBe(false),
  );
  test('only right after it', () => expect(keepsSome('只要洗面奶', { lastIntent: 'product-search' })).toBe(false));
});
