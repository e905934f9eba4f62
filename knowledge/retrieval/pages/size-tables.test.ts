import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { chestIn, footIn, footSizesFor, isSizeTable, sizeMeasuredIn, sizesFor, spanOf } from './size-tables.ts';

const table = 'S fits a chest of 84–92 cm, M 92–100, L 100–108, XL 108–116.';
const chinese = 'S 适合胸围 84–92 厘米，M 92–100，L 100–108，XL 108–116。';

test.each([
  [96, ['M']],
  [100, ['M', 'L']],
  [84, ['S']],
  [130, []],
])('a chest of %i is %j', (cm, sizes) => {
  for (const text of [table, chinese]) expect(sizesFor(text, { cm, said: '' })).toEqual(sizes);
});

test.each([
  '36 is 23 cm, 38 is 24 cm, 40 is 25 cm.',
  'Orders of ¥199 or more are delivered free.',
  'A chest pocket, S to XL.',
  'Delivery takes M 2–4 days.',
])('no table of chests: %s', text => expect(isSizeTable(text)).toBe(false));

test.each([
  ['bust about 96cm. which one', 96],
  ['my chest is 100, which size', 100],
  ['102 cm chest, M or L', 102],
  ['胸围84，里面要穿厚毛衣，S会不会紧', 84],
  ['102是L还是M，里面穿毛衣', 102],
  ['is 96 an M or an L', 96],
  ['my chest is 38 inch', undefined],
  ['i weigh 75 kg, which size', undefined],
  ['身高180 体重75公斤穿什么码', undefined],
  ['a chest pocket for 100 yuan', undefined],
])('“%s” measures %s', (text, cm) => expect(chestIn(fold(text))?.cm).toBe(cm));

const feet = '36 is 23 cm, 38 is 24 cm, 40 is 25 cm, 42 is 26.5 cm. In US men’s sizes 42 is 8.5 and 44 is 10.';
const feetInChinese = '36 码对应 23 厘米，38 码 24 厘米，40 码 25 厘米，42 码 26.5 厘米。';

test.each([
  [26, ['42', '40']],
  [25, ['40', '38']],
  [22.5, ['36']],
  [28, []],
])('a foot of %d cm is %j', (cm, sizes) => {
  for (const text of [feet, feetInChinese]) expect(footSizesFor(text, { cm, said: '' })).toEqual(sizes);
  expect(footSizesFor(table, { cm, said: '' })).toBeUndefined();
});

test.each([
  ['my foot is 25.5 cm, which size', 25.5],
  ['26 cm feet', 26],
  ['他脚长26厘米，平时穿42码', 26],
  ['26的脚，那42码正好？', 26],
  ['脚长42码', undefined],
  ['a 30 cm pan', undefined],
])('“%s” measures a foot of %s', (text, cm) => expect(footIn(fold(text))?.cm).toBe(cm));

test.each([
  ['How big is a size L? in cm, around the chest', 'L'],
  ['what would a size XL measure around the chest', 'XL'],
  ['l码胸围多少', 'L'],
  ['do you have it in size l', undefined],
])('“%s” asks what %s measures', (text, size) => expect(sizeMeasuredIn(fold(text))).toBe(size));

test('from what to what a size goes', () => {
  for (const text of [table, chinese]) expect(spanOf(text, 'L')).toBe('100–108');
  expect(spanOf(feet, 'L')).toBeUndefined();
});
