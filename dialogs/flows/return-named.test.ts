import { expect, test } from 'vitest';
import { namesToReturn } from './return-told.ts';

test.each([
  '就退那个洁面乳，没拆',
  '退洁面乳',
  '只退那件外套',
  "just return the cleanser, it's unopened",
  'send back the mug',
])('%s names what goes back', text => expect(namesToReturn(text)).toBe(true));
test.each(['退款多久到账', '退货要多久', '退运费多少', '不退了', 'return label please', 'how do I return the mug?'])(
  '%s does not',
  text => expect(namesToReturn(text)).toBe(false),
);
