import { expect, test } from 'vitest';
import { askedMeant } from './asked-meant.ts';

const told = { topic: 'page', turns: 2, lastIntent: 'question' as const };
const goods = { turns: 2, lastIntent: 'product-search' as const };

test.each([
  ['i asked how long, not how much', 'how long'],
  ['no the RETURNS. how many days', 'RETURNS: how many days'],
  ['no i mean the saved address in my account', 'the saved address in my account?'],
  ['i asked how to clean them not to buy again :(', 'how to clean them'],
  ['hello? i asked about the guarantee of the flask', 'the guarantee of the flask'],
  ['I wanted to know if worn ones can go back', 'if worn ones can go back?'],
  ['我问的是退款！！不是配送', '退款？'],
  ['不是改地址 就想改到周六送', '改到周六送？'],
  ['不是注销账号 就删个地址', '删个地址？'],
  ['不用人工 就问退款一般几天', '退款一般几天'],
  ['不转人工 就问换货要不要钱', '换货要不要钱？'],
  ['我没要退货啊 我问注销后订单记录还在不', '注销后订单记录还在不？'],
  ['我没要买杯子！问你破损能不能补偿', '破损能不能补偿'],
  ['我就想问运费多少', '运费多少'],
  ['我说 退货！ 不是 寄货', '退货？'],
  ['我说国内农村，不是国外', '国内农村'],
  ['我换个问法，店里的价格跟网上一样吗', '店里的价格跟网上一样吗'],
  ['let me put it another way: are shop prices the same', 'are shop prices the same'],
  ['我知道能试穿，我问的是价格', '价格？'],
])('after a page was told "%s" asks "%s"', (said, question) => {
  expect(askedMeant(said, told)?.text).toBe(question);
});

test('what says too little by itself is asked with what was asked before', () => {
  const questioned = { text: 'how many days for normal stuff', at: 1 };
  expect(askedMeant('no, the returns', { ...told, questioned })?.text).toBe(
    'the returns how many days for normal stuff?',
  );
  expect(askedMeant('我问的是退款！！不是配送', { ...told, questioned: { text: '一般几天', at: 1 } })?.text).toBe(
    '退款一般几天',
  );
});

test.each([
  'I asked for the blue one',
  'no, the red one',
  'i meant the second one',
  '不是这个，我要黑色的',
  '我说的是红色那双',
  '不要黑色，就要白的',
  '不要太贵的 就想要个包',
])('"%s" points at goods and asks nothing of a page', said => {
  expect(askedMeant(said, goods)).toBeUndefined();
});

test.each([
  ['You did not answer about the invoice.', 'the invoice?'],
  ["you still haven't said anything about delivery", 'delivery?'],
  ["but you didn't reply to my question about returns", 'returns?'],
  ['你还没回答发票的问题呢', '发票？'],
  ['运费你还没说呢', '运费？'],
])('"%s", after goods were shown, asks once more: %s', (said, question) => {
  expect(askedMeant(said, goods)?.text).toBe(question);
});

test('whoever calls first asks again what was passed over', () => {
  expect(askedMeant('在吗 我问能不能退', goods)?.text).toBe('能不能退');
});

test.each(['我只是问问 先别加', '等等我只是问问 先别加 清掉', '我说红色那双，不是蓝的'])('"%s" asks nothing', said => {
  expect(askedMeant(said, goods)).toBeUndefined();
});

test.each(["you didn't answer", '你没说清楚', "you didn't tell me that", '你还没回我'])(
  '"%s" names nothing that was passed over',
  said => expect(askedMeant(said, goods)).toBeUndefined(),
);
