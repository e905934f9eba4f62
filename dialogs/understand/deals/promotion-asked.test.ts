import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { promotionAsked } from './promotion-asked.ts';

test.each([
  'is there a first order discount',
  'do I get anything off my first order?',
  'what is the new customer offer',
  '首单有优惠吗',
  '首单立减是什么',
  '有没有首单优惠',
])('%s asks about a promotion', text => expect(promotionAsked(fold(text), false)).toBeDefined());

test.each(['where is my first order', 'my first-order has not come', '我的首单到哪了', 'can I change my first order?'])(
  '%s asks about an order',
  text => expect(promotionAsked(fold(text), false)).toBeUndefined(),
);
