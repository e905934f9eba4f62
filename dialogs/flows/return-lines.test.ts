import { expect, test } from 'vitest';
import { goods, idOf, lineOf, orderOf, turnOf, understood } from '../dialogs.test-helper.ts';
import { linesDescribed, linesMeant } from './return-lines.ts';

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

const teas = orderOf({
  lines: Object.entries({
    black: { en: 'Slowhill Dianhong golden black tea, 250 g gift tin', zh: '慢山 滇红金芽红茶 250 克礼罐' },
    small: { en: 'Slowhill Roasted buckwheat tea, 100 g', zh: '慢山 黑苦荞茶 100 克' },
    tin: { en: 'Slowhill Roasted buckwheat tea, 250 g gift tin', zh: '慢山 黑苦荞茶 250 克礼罐' },
  }).map(([id, name]) => ({ ...lineOf(goods.bag), product: idOf(id), title: name })),
});

test.each([
  ['the buckwheat tea, the small one', ['small']],
  ['the buckwheat 100 g', ['small']],
  ['the buckwheat gift tin', ['tin']],
  ['the bigger buckwheat tea please', ['tin']],
  ['the buckwheat tea', ['small', 'tin']],
  ['the black tea', ['black']],
  ['the tea', ['black', 'small', 'tin']],
  ['退苦荞茶 小的那罐', ['small']],
  ['退苦荞茶礼罐', ['tin']],
  ['100克的苦荞茶', ['small']],
  ['苦荞茶都退', ['small', 'tin']],
  ['红茶和苦荞茶', ['black', 'small', 'tin']],
])('of several that are called alike: %s', (text, meant) => {
  const lines = teas.lines.map(({ product, quantity }) => ({ product, quantity }));
  const told = { turn: turnOf({ text }), understanding: understood('unclear') };
  expect(linesMeant(teas, lines, told)?.map(line => line.product)).toEqual(meant);
});
