import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { dealFactAsked } from './deal-fact.ts';
import { groupDealAsked } from './deal-kinds.ts';

test.each([
  ['and how much off at most', 'at-most'],
  ['最多能减多少', 'at-most'],
  ['is that before or after discounts?', 'basis'],
  ['是打折前还是打折后算', 'basis'],
  ['what times is it on', 'when'],
  ['几点结束', 'when'],
  ['is there a minimum', 'least'],
  ['要满多少才行', 'least'],
  ['how much exactly', 'gives'],
  ['减多少啊', 'gives'],
  ['which one goes first', 'order'],
  ['is it for everyone', 'whom'],
])('%s asks of a deal: %s', (text, fact) => expect(dealFactAsked(fold(text))).toBe(fact));

test.each([
  'how much is the kettle',
  'when does my parcel arrive',
  '什么时候发货',
  'what do i get for my mum',
  '这个多少钱',
])('%s asks nothing of a deal', text => expect(dealFactAsked(fold(text))).toBeUndefined());

test.each(['a present for my teacher', '送老师的礼物', 'something for a student'])('%s asks for no deal', text =>
  expect(groupDealAsked(text)).toBeUndefined(),
);
