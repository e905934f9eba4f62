import { expect, test } from 'vitest';
import { goods, idOf, lineOf, orderOf } from '../dialogs.test-helper.ts';
import { linesDescribed } from './return-lines.ts';

const titles = {
  jacket: { en: 'Rain shell jacket, cherry red', zh: '硬壳外套 樱桃红' },
  parka: { en: 'Longwinter parka, pine green', zh: '派克大衣 松针绿' },
  scarf: { en: 'Silk scarf, clear sky', zh: '丝巾 晴空蓝' },
};
const order = orderOf({
  lines: Object.entries(titles).map(([id, name]) => ({
    ...lineOf(goods.bag),
    product: idOf(id),
    title: name,
    size: 'm',
  })),
});
const open = order.lines.map(({ product, quantity }) => ({ product, quantity }));

test.each([
  ['the green one', ['parka']],
  ['the jacket and the scarf', ['jacket', 'scarf']],
  ['the clear sky one', ['scarf']],
  ['那件蓝色的', ['scarf']],
  ['the jacket, i do not like it', ['jacket']],
  ['the sky is clear today', []],
  ['不是红色的那件', []],
  ['红色的留下，其他退', []],
  ['keep the red one, the rest goes back', []],
  ['everything except the jacket', []],
  ['not the jacket', []],
])('%s: %s', (text, described) =>
  expect(linesDescribed(order, open, text).map(line => line.product)).toEqual(described),
);
