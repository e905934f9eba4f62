import { expect, test } from 'vitest';
import { takenOff } from './taken-off.ts';

test.each<[said: string, code: string | undefined, off: 'code' | 'deal' | undefined]>([
  ['remove the code from my cart', undefined, 'code'],
  ['actually, take code wild20 off', 'WILD20', 'code'],
  ["please don't use wild20", 'WILD20', 'code'],
  ['remove the deal from my cart', undefined, 'deal'],
  ["don't apply the deal", undefined, 'deal'],
  ['take that discount off again', undefined, 'deal'],
  ['去掉优惠码', undefined, 'code'],
  ['把优惠去掉', undefined, 'deal'],
  ['取消优惠', undefined, 'deal'],
  ['这个券先不用', undefined, 'code'],
  ['apply the deal', undefined, undefined],
  ['remove the jacket from my cart', undefined, undefined],
  ['what happens if i remove the code?', undefined, undefined],
  ["i don't want any personal offers", undefined, undefined],
  ['取消个性化优惠', undefined, undefined],
  ['把外套去掉', undefined, undefined],
  ['优惠怎么取消', undefined, undefined],
])('%s', (said, code, off) => expect(takenOff(said, code)).toBe(off));
