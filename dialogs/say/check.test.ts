import { describe, expect, test } from 'vitest';
import { money } from '../../knowledge/domain/money.ts';
import { backingOf } from './backing.ts';
import { unbackedFigures } from './check.ts';

describe('no figure leaves without a record', () => {
  const sources = ['¥30', 'Free delivery from ¥199', '85 折', '满300元减50元', '10%'];
  test.each([
    ['You save ¥30.', []],
    ['You save ¥31.', ['¥31']],
    ['20% off today', ['20%']],
    ['那就给您8折吧', ['8折']],
    ['满300元减50元', []],
    ['满300元减80元', ['80元']],
    ['¥1,990 with delivery', ['¥1,990']],
    ['$30', ['$30']],
    ['no figures here, size 42, in 3 days', []],
  ])('%s', (text, unbacked) => {
    expect(unbackedFigures(text, sources)).toEqual(unbacked);
  });

  test('a part backs the money in it, however deep, and the budget somebody stated', () => {
    const backing = backingOf([
      { kind: 'cart', total: money(12_300, 'CNY'), products: [], cart: {} },
      { kind: 'noted', facts: [{ value: 'max:8000:CNY' }] },
    ] as never);
    expect(unbackedFigures('¥123, up to ¥80', backing)).toEqual([]);
    expect(unbackedFigures('¥124', backing)).toEqual(['¥124']);
  });
});
