import { expect, test } from 'vitest';
import { workOf } from '../../../knowledge/language/least-work.test-helper.ts';
import { asksIfWithIt, propertyAsked, temperatureAsked } from './property-asked.ts';

test.each([
  ['does it have a hood', 'hood'],
  ['does this one have any pockets?', 'pockets'],
  ['and does it come with a charger', 'charger'],
  ['is it vegan', 'vegan'],
  ['有帽子吗', '帽子'],
  ['这件带口袋不', '口袋'],
  ['它有没有拉链', '拉链'],
  ['有鞋带吗', '鞋带'],
  ['是不是真皮', '真皮'],
  ['is it made of real silk?', 'real silk'],
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
  'is it possible to get a person',
  'has it got here yet',
  'is it too late to change my order',
  'is it open on sunday',
  'is it raining?',
  'is that you?',
  'is it in my cart',
  'is this about my order',
  'is it one of those you told me of',
  '是不是包邮',
  '有微信吗',
  '有点贵',
  '有点重',
  '有问题',
  '有道理',
  '带走',
  '有拉链',
  '有袜子吗',
  '有没有人买过',
])('"%s" asks for nothing a product has', folded => expect(propertyAsked(folded)).toBeUndefined());

test('the longest text is read at once', () => {
  const longest = `does it have ${'a '.repeat(5_000)}`;
  expect(propertyAsked(longest)).toBeUndefined();
  expect(workOf(() => propertyAsked(longest), 30)).toBeLessThan(30);
});

test.each([
  ['warm enough for -15?', '-15'],
  ['is it ok at minus 20', 'minus 20'],
  ['below 10 degrees', 'below 10'],
  ['零下十五度能用吗', '零下十五'],
  ['a 2-3 person tent', undefined],
  ['size 8-10', undefined],
  ['size 8 - 10', undefined],
  ['return 28226-12', undefined],
  ['anything below 50', undefined],
])('the temperature in "%s" is %s', (folded, said) => expect(temperatureAsked(folded)).toBe(said));

test.each([
  ['my goodness. does it come with a stand, or must i buy that too?', 'stand'],
  ['does it include a stand', 'stand'],
  ['is the charger included?', 'charger'],
  ['带三脚架吗，还是要另外买', '三脚架'],
  ['线轮要另外买吗', '线轮'],
  ['有没有配的菜板', '菜板'],
  ['望远镜的三脚架，包不包含', '三脚架'],
])('whether it is had with it: %s', (text, thing) => {
  expect(propertyAsked(text)).toBe(thing);
  expect(asksIfWithIt(text)).toBe(true);
});
