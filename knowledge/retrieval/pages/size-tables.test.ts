import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { chestIn, isSizeTable, sizesFor } from './size-tables.ts';

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
