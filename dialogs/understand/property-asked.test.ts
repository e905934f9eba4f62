import { expect, test } from 'vitest';
import { propertyAsked } from './property-asked.ts';

test.each([
  ['does it have a hood', 'hood'],
  ['does this one have any pockets?', 'pockets'],
  ['and does it come with a charger', 'charger'],
  ['is it vegan', 'vegan'],
  ['有帽子吗', '帽子'],
  ['这件带口袋不', '口袋'],
  ['它有没有拉链', '拉链'],
])('"%s" asks for "%s"', (folded, said) => expect(propertyAsked(folded)).toBe(said));

test.each([
  'does it have a warranty',
  'is it on sale',
  'do you have a shop',
  'does the jacket have a hood',
  'is it good',
  '有优惠吗',
  '有货吗',
  '有发票吗',
  '有没有别的',
  '有大一点的吗',
])('"%s" asks for nothing a product has', folded => expect(propertyAsked(folded)).toBeUndefined());

test('the longest text is read at once', () => {
  const start = performance.now();
  expect(propertyAsked(`does it have ${'a '.repeat(5_000)}`)).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(50);
});
