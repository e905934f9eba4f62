import { describe, expect, test } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { findsShownUnfit, saysNoOrder, withoutSayingAsked } from './not-of-orders.ts';

const shown = [asId<ProductId>('one')];

describe('what is not right of goods that are only shown', () => {
  test.each([
    ["25 is too small for me. anything bigger, i don't mind buying the rain cover separately", true],
    ['a bit heavy, have you anything lighter', true],
    ['25升太小了，有没有更大的', true],
    ['the one i got is too small', false],
    ['too small, i want to return it', false],
    ['买的鞋太小了，想换大一码', false],
    ['what colours are there', false],
  ])('%s', (folded, is) => {
    expect(findsShownUnfit(folded, { shown })).toBe(is);
    expect(findsShownUnfit(folded, { shown: [] })).toBe(false);
  });
});

test.each([
  ["I haven't got an order", true],
  ['I have no order yet', true],
  ['not about an order', true],
  ['Leave orders alone please', true],
  ['No order number', true],
  ['Not an exchange', true],
  ['我没有订单', true],
  ['不是问订单的', true],
  ['我没有收到订单', false],
  ['my order', false],
  ['I have no order confirmation', false],
  ['where is my order', false],
])('that nothing was ordered: %s', (clause, is) => expect(saysNoOrder(clause)).toBe(is));

test.each([
  ['I was asking about a bigger backpack', 'a bigger backpack'],
  ['我问的是有没有更大的背包', '有没有更大的背包'],
  ['do you have shoes', 'do you have shoes'],
])('%s', (text, rest) => expect(withoutSayingAsked(text)).toBe(rest));
