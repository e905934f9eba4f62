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
])('%s', (text, rest) => expect(besideDenial(text)).toBe(rest));

test.each([
  '红色那件不退',
  '不合适能退吗',
  '怎么退货',
  '我要退货',
  'can I not return it?',
  '不想要了，退货',
  '可以不退货只退款吗',
])('%s denies nothing', text => expect(besideDenial(text)).toBeUndefined());

test('10,000 characters are read at once', () => {
  for (const text of ['不是'.repeat(5_000), '不退'.repeat(90), 'i am not '.repeat(22)])
    expect(besideDenial(text)).toBeUndefined();
});
