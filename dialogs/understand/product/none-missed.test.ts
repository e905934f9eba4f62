import { expect, test } from 'vitest';
import { missedAmongShown } from './none-missed.ts';

test.each([
  ['aw they are cute but none of them is a dinosaur? do you not have one at all?', 'dinosaur'],
  ['is none of these a suitcase?', 'suitcase'],
  ['none of those has a hood', 'hood'],
  ['这几个里面没有恐龙吗', '恐龙'],
  ['那些都不是拉杆箱吗', '拉杆箱'],
])('%s: what is missed', (said, missed) => {
  expect(missedAmongShown(said)).toBe(missed);
});

test.each(['none of them please', 'none of these are waterproof', 'I like none of them', '这个没有红色', '这些都不要'])(
  '%s misses no thing',
  said => {
    expect(missedAmongShown(said)).toBeUndefined();
  },
);
