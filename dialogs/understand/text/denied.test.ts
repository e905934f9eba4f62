import { expect, test } from 'vitest';
import { besideDenial } from './denied.ts';

test.each([
  ['我不是要退 就是问问 VIP能打几折', 'VIP能打几折'],
  ['晕 不退货', ''],
  ['不是要退 就缺一块 能补发不', '就缺一块，能补发不'],
  ['不退了', ''],
  ['没说要取消', ''],
  ['我没要查订单', ''],
  ["I'm not asking about my order", ''],
  ["i'm not returning anything", ''],
  ["I don't want to return it, what do VIPs get?", 'what do VIPs get'],
  ["I'm not returning anything, ok just asking", ''],
  ["i didn't mean to cancel", ''],
  ["i didn't ask about my order", ''],
  ['我没想退货', ''],
])('%s', (text, rest) => expect(besideDenial(text)).toBe(rest));

test.each([
  '红色那件不退',
  '不合适能退吗',
  '怎么退货',
  '我要退货',
  'can I not return it?',
  '不想要了，退货',
  '可以不退货只退款吗',
  '没退款',
  '我没取消订单',
  "i didn't cancel my order",
  '我没有退货',
  "i don't want my order",
  '现在不退款，我就投诉',
  '再不退款，就给差评',
])('%s denies nothing', text => expect(besideDenial(text)).toBeUndefined());

test.each(['我没取消订单', '我没有退货', "i didn't cancel anything", 'no, I never returned it'])(
  'where a return or a cancelling waits, "%s" denies wanting it',
  text => expect(besideDenial(text, true)).toBe(''),
);

test('10,000 characters are read at once', () => {
  for (const text of [
    '不是'.repeat(5_000),
    '不退'.repeat(90),
    'i am not '.repeat(22),
    'ok '.repeat(66),
    'just asking '.repeat(16),
  ])
    expect(besideDenial(text)).toBeUndefined();
});

test.each([
  ["I haven't got an order! I want to know what two bags cost", 'I want to know what two bags cost'],
  ['I was asking about a bigger backpack, not about an order.', 'a bigger backpack'],
  ['Leave orders alone please! Do you have shoes?', 'Do you have shoes'],
  ["Not an exchange, I haven't ordered yet. I want a grey one", 'I want a grey one'],
  ['我没有订单，我问的是有没有更大的背包', '有没有更大的背包'],
])('while a flow waits: %s', (text, rest) => expect(besideDenial(text, true)).toBe(rest));

test.each(['no order number', 'no order number, sorry', '没有订单号'])('while a flow waits for it: %s', text =>
  expect(besideDenial(text, true)).toBeUndefined(),
);

test.each(["I haven't got an order", '我没有订单', 'no order number'])('%s alone, where none waits', text =>
  expect(besideDenial(text)).toBeUndefined(),
);
