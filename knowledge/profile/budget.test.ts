import { expect, test } from 'vitest';
import { budgetValues, isOfAround } from './budget.ts';

const shop = { currency: 'CNY', exchangeRates: {} } as const;
const wishesOf = (values: readonly string[]) => values.map(value => ({ slot: 'budget', value }));

test('the ends of "around 390" are nobody’s words; a lowest and a highest price that were said are', () => {
  const around = wishesOf(budgetValues({ bound: 'around', amount: 390 }, shop));
  expect(around.map(w => isOfAround(w.value, around))).toEqual([true, true]);
  const said = wishesOf([
    ...budgetValues({ bound: 'min', amount: 100 }, shop),
    ...budgetValues({ bound: 'max', amount: 300 }, shop),
  ]);
  expect(said.map(w => isOfAround(w.value, said))).toEqual([false, false]);
});
