import { expect, test } from 'vitest';
import { money } from '../../knowledge/domain/money.ts';
import { factsOf as anyFacts, orderOf } from '../dialogs.test-helper.ts';
import { emptyMemory } from '../memory.ts';
import { mostOrdersRead } from '../orders-then.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { sumOfOrders } from './orders-summed.ts';

const now = new Date('2026-11-24T10:00:00Z');
const day = 86_400_000;
/** The latest first, one a day. */
const factsOf = (count: number): TurnFacts =>
  anyFacts({
    now,
    memory: { ...emptyMemory, turns: 3 },
    orders: Array.from({ length: count }, (_, i) =>
      orderOf({ status: 'delivered', placedAt: new Date(now.getTime() - i * day), total: money(1_000, 'CNY') }),
    ),
  });

test('what was paid in all is told as all where every order was read', () => {
  const [part] = sumOfOrders({}, factsOf(mostOrdersRead - 1)).parts;
  expect(part).toMatchObject({ kind: 'orders-sum', count: mostOrdersRead - 1 });
  expect(part).not.toHaveProperty('from');
});

test.each([undefined, '2020-01-01'])('of more orders than are read it is told since when, asked since %s', from => {
  const [part] = sumOfOrders(from ? { days: { from } } : {}, factsOf(mostOrdersRead)).parts;
  expect(part).toMatchObject({ count: mostOrdersRead, from: new Date('2026-09-26') });
});

test('a time within those that were read is told as it was asked', () => {
  const [part] = sumOfOrders({ days: { from: '2026-11-20' } }, factsOf(mostOrdersRead)).parts;
  expect(part).toMatchObject({ count: 5, from: new Date('2026-11-20') });
});
