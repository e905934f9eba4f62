import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { asksForLike } from './like-shown.ts';

test.each([
  'like the first one but in green',
  'I like the second one but cheaper and in black',
  'something similar to the last one',
  'do you have anything like that one in red',
  'same one but larger',
  '跟第一个差不多但是绿色的',
  '要和刚才那款一样的，不过要黑色',
  '第二个那样的有没有皮的',
])('%s', text => {
  expect(asksForLike(fold(text))).toBe(true);
});

test.each([
  'I like the first one',
  'I like red',
  'add the first one',
  '我喜欢第一个',
  '第一个加购物车',
  'what does it look like',
])('%s asks for no other of its kind', text => {
  expect(asksForLike(fold(text))).toBe(false);
});
