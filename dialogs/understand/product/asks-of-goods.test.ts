import { expect, test } from 'vitest';
import { asksOfGoods, asksOfHealth } from './asks-of-goods.ts';

test.each([
  'does the cream help with eczema',
  'can i use this while pregnant',
  'is the tea safe during pregnancy',
  'can the belt relieve back pain',
  '孕妇能用这个精华吗',
  '精华能治湿疹吗',
  '哺乳期能用吗',
])('%s: medical advice is asked for', folded => expect(asksOfHealth(folded)).toBe(true));

test.each([
  '有孕妇装吗',
  'is there a pillow for back pain',
  'would this suit my pregnant sister?',
  'is there a bag for my diabetes medicine',
  'are there maternity leggings for pregnancy?',
  '孕妇枕好用吗',
])('%s: goods are', folded => expect(asksOfHealth(folded)).toBe(false));

test.each([
  ['你们家保温杯保温多久', true],
  ['蓝牙音箱续航多久', true],
  ['充电宝多重', true],
  ['茶叶保质期多久', false],
  ['运费多少', false],
  ['退款多久到账', false],
  ['多久', false],
])('%s asks of a kind of goods: %s', (folded, is) => expect(asksOfGoods(folded)).toBe(is));
