import { expect, test } from 'vitest';
import { ownAsked } from './own-case.ts';

const fresh = { turns: 4 };
const told = { turns: 4, orderTold: { at: 3, number: 'WY-1' } };

test.each([
  ["it's the softshell, i wanted it in black. can that still be stopped?", ['cancel']],
  ['the shell i bought in november - is it too late to return it?', ['return']],
  ['what did i pay for my last order', ['paid']],
  ['is anything on its way to me?', ['under-way']],
  ['the band i bought in october, still under guarantee?', ['warranty']],
  ['how much would i get back for the shell i ordered', ['refund']],
  ['我8月买的那件红色外套还能退吗', ['return']],
  ['我上一单还能取消吗', ['cancel']],
  ['我有东西在路上吗', ['under-way']],
  ['盖碗那单能开发票吗 多少钱来着', ['paid', 'invoice']],
  ['那单的钱退了吗', ['refunded']],
  ['我10月买的羽绒服 保修到啥时候', ['warranty']],
])('%s', (said, matters) => {
  expect(ownAsked(said, fresh)?.matters).toEqual(matters);
});

test.each([
  ['can i get an invoice for it', ['invoice']],
  ['现在还能取消不', ['cancel']],
])('of the order that was told: %s', (said, matters) => {
  expect(ownAsked(said, told)?.matters).toEqual(matters);
});

test.each(['until when exactly', '保到什么时候', '截止到哪天'])('what was asked goes on: %s', said => {
  const before = { ...told, ownAsked: { matters: ['warranty' as const], at: 3 } };
  expect(ownAsked(said, before)?.matters).toContain('warranty');
});

test.each([
  'how do i return something',
  'can i return it if i buy the wrong size',
  'who cancelled it, my order?',
  'ok do it, just changed my mind',
  '那钱几天能到',
  '怎么退货',
  '从签收算还是从下单算',
])('no question of an order: %s', said => {
  expect(ownAsked(said, told)).toBeUndefined();
});
