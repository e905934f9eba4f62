import { expect, test } from 'vitest';
import { dealKindAsked } from './deal-kinds.ts';

test.each([
  ['新会员有首单优惠吗', 'first-order'],
  ['新会员优惠', 'first-order'],
  ['会员有满减吗', null],
  ['any first-order discount on tea?', 'first-order'],
  ['618活动', 'mid-year'],
  ['满减怎么算', null],
])('%s: the kind of deal asked for: %s', (text, kind) => expect(dealKindAsked(text)).toBe(kind));
