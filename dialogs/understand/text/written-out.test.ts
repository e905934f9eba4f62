import { expect, test } from 'vitest';
import { writtenOut } from './written-out.ts';

test.each([
  ['来仨', '来三个'],
  ['那要俩', '那要两个'],
  ['我们俩用', '我们俩用'],
  ['二百毫升装', '200毫升装'],
  ['whatever il get it', "whatever I'll get it"],
  ["a tad over but ok I'll take it", "Ok I'll take it"],
  ['马克杯算了，保温杯来一个', '马克杯不要了，保温杯来一个'],
  ['今天就算了，下次再买保温杯', '今天就算了，下次再买保温杯'],
  ['那算了，来个保温杯', '那算了，来个保温杯'],
  ["put it in, but ok I'll see", "put it in, but ok I'll see"],
])('%s', (said, written) => expect(writtenOut(said)).toBe(written));
