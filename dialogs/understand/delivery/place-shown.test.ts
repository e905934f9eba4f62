import { expect, test } from 'vitest';
import { placeShown } from './place-shown.ts';

test.each([
  ["xi'an", 'en', "Xi'an"],
  ['the uk', 'en', 'the UK'],
  ['trinidad and tobago', 'en', 'Trinidad and Tobago'],
  ['hk', 'zh', '香港'],
  ['germany', 'zh', '德国'],
  ['德国', 'en', 'Germany'],
  ['英国', 'en', 'the UK'],
  ['香港', 'en', 'Hong Kong'],
  ['日本', 'zh', '日本'],
  ['leeds', 'zh', 'Leeds'],
  ['拉萨', 'en', '拉萨'],
] as const)('%s, in %s, is %s', (name, language, shown) => {
  expect(placeShown(name, language)).toBe(shown);
});
