import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, allocate, formatMoney, fromMajor, money } from './money.ts';

describe('money', () => {
  test('is whole minor units: a fraction of a fen is refused, not rounded silently', () => {
    expect(() => money(10.5, 'CNY')).toThrow('10.5 CNY');
    expect(() => add(money(1, 'CNY'), money(1, 'USD'))).toThrow('CNY with USD');
  });

  test.each([
    [19.99, 'CNY', 1999],
    [0.1 + 0.2, 'USD', 30],
    [1.005, 'USD', 101],
    [-2.5, 'EUR', -250],
    [1999, 'JPY', 1999],
  ] as const)('%d %s is %d minor units', (major, currency, minor) => {
    expect(fromMajor(major, currency).minor).toBe(minor);
  });

  test.each([
    [money(7900, 'CNY'), '¥79'],
    [money(7950, 'CNY'), '¥79.50'],
    [money(123456789, 'GBP'), '£1,234,567.89'],
    [money(-500, 'USD'), '-$5'],
    [money(1999, 'JPY'), 'JP¥1,999'],
  ])('reads as shops print it: %o', (amount, text) => {
    expect(formatMoney(amount)).toBe(text);
  });
});

describe('a discount shared over lines', () => {
  test('gives the odd fen to the largest remainder, the earlier line on a tie', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(5, [0, 0])).toEqual([3, 2]);
    expect(allocate(7, [])).toEqual([]);
  });

  test('adds up exactly, and no share is more than a unit from its proportion', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(100_000), { minLength: 1, maxLength: 30 }), (total, weights) => {
        const parts = allocate(total, weights);
        const sum = weights.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        if (sum > 0) {
          for (const [i, part] of parts.entries()) {
            expect(Math.abs(part - (total * weights[i]!) / sum)).toBeLessThan(1.000001);
          }
        }
      }),
    );
  });
});
