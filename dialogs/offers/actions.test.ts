import { describe, expect, it } from 'vitest';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Action } from '../../knowledge/domain/promotion.ts';
import { evaluatePromotion } from './choose/evaluate.ts';
import { priceCart } from './combine/price.ts';
import { nobody, now, product, promotion, shop, yuan } from './offers.test-helper.ts';

const shoe = product('shoe', 300, { category: 'shoes' });
const boot = product('boot', 500, { category: 'shoes' });
const tea = product('tea', 50);
const cup = product('cup', 30);
const sock = product('sock', 20, { category: 'bags' });
const belt = product('belt', 60, { category: 'bags' });

type Lines = [Product, number][];
const linesOf = (lines: Lines) => lines.map(([of, quantity]) => ({ product: of, quantity }));

/** What is taken off each line, in yuan. */
const off = (action: Action, ...lines: Lines): number[] =>
  priceCart({ lines: linesOf(lines), shop, promotion: promotion(action) }).lines.map(l => l.discount.minor / 100);

const unlock = (action: Action, ...lines: Lines) => {
  const verdict = evaluatePromotion({
    promotion: promotion(action),
    lines: linesOf(lines),
    shop,
    shopper: nobody,
    now,
  });
  return verdict.kind === 'refused' ? verdict.unlock : verdict.kind;
};

describe('第二件半价: the second at half price', () => {
  const half: Action = {
    kind: 'buy-x-get-y',
    scope: { categories: ['mugs'] },
    buyQuantity: 1,
    getQuantity: 1,
    rate: 0.5,
  };

  it.each<[string, Partial<Extract<Action, { kind: 'buy-x-get-y' }>>, Lines, number[]]>([
    [
      'the cheaper of two',
      {},
      [
        [tea, 1],
        [cup, 1],
      ],
      [0, 15],
    ],
    [
      'every second one, the cheapest first',
      {},
      [
        [tea, 3],
        [cup, 1],
      ],
      [25, 15],
    ],
    [
      'of the same item, each product by itself',
      { sameItem: true },
      [
        [tea, 2],
        [cup, 1],
      ],
      [25, 0],
    ],
    [
      'of the same item, every pair',
      { sameItem: true },
      [
        [tea, 5],
        [cup, 2],
      ],
      [50, 15],
    ],
    [
      'of the same item at most twice, the cheapest first',
      { sameItem: true, limit: 2 },
      [
        [tea, 4],
        [cup, 2],
      ],
      [25, 15],
    ],
    [
      'not of two that differ',
      { sameItem: true },
      [
        [tea, 1],
        [cup, 1],
      ],
      [0, 0],
    ],
    ['rounded down for the shop', {}, [[product('odd', 0.99), 2]], [0.49]],
  ])('takes it off %s', (_what, more, lines, expected) => {
    expect(off({ ...half, ...more }, ...lines)).toEqual(expected);
  });

  it('names the one more that is missing: of the product nearest to it', () => {
    expect(unlock(half, [tea, 1])).toEqual({ addQuantity: 1, scope: { categories: ['mugs'] } });
    const three: Action = { ...half, buyQuantity: 2, sameItem: true };
    expect(unlock(three, [tea, 1], [cup, 2])).toEqual({ addQuantity: 1, scope: { products: [cup.id] } });
    expect(unlock(three, [shoe, 1])).toEqual({ addQuantity: 3, scope: { categories: ['mugs'] } });
  });
});

describe('buy one thing, get another', () => {
  const get: Action = {
    kind: 'buy-x-get-y',
    scope: { categories: ['shoes'] },
    buyQuantity: 1,
    getQuantity: 1,
    getScope: { categories: ['bags'] },
  };

  it.each<[string, Partial<Extract<Action, { kind: 'buy-x-get-y' }>>, Lines, number[]]>([
    [
      'the cheapest of what may be got',
      {},
      [
        [shoe, 1],
        [belt, 1],
        [sock, 1],
      ],
      [0, 0, 20],
    ],
    [
      'one for each that is bought',
      {},
      [
        [shoe, 2],
        [belt, 1],
        [sock, 3],
      ],
      [0, 0, 40],
    ],
    [
      'as many as there are',
      { getQuantity: 3 },
      [
        [shoe, 1],
        [sock, 2],
      ],
      [0, 40],
    ],
    [
      'at most as often as it may',
      { limit: 1 },
      [
        [shoe, 3],
        [sock, 3],
      ],
      [0, 20],
    ],
    ['nothing without what is bought', {}, [[sock, 3]], [0]],
    ['nothing without what is got', {}, [[shoe, 3]], [0]],
    [
      'a part of it',
      { rate: 0.3 },
      [
        [shoe, 1],
        [belt, 1],
      ],
      [0, 18],
    ],
  ])('gives %s', (_what, more, lines, expected) => {
    expect(off({ ...get, ...more }, ...lines)).toEqual(expected);
  });

  it('counts a unit that is in both scopes as bought or as got, never as both', () => {
    const any: Action = { ...get, getScope: {} };
    expect(off(any, [shoe, 1])).toEqual([0]);
    expect(off(any, [shoe, 2])).toEqual([300]);
    expect(off(any, [shoe, 1], [boot, 1])).toEqual([300, 0]);
    expect(off(any, [shoe, 2], [sock, 1])).toEqual([0, 20]);
    expect(off({ ...any, getQuantity: 2 }, [shoe, 2], [sock, 1])).toEqual([300, 20]);
  });

  it('names what is missing: first what is bought, then what is got', () => {
    expect(unlock(get, [sock, 1])).toEqual({ addQuantity: 1, scope: { categories: ['shoes'] } });
    expect(unlock(get, [shoe, 1])).toEqual({ addQuantity: 1, scope: { categories: ['bags'] } });
  });
});

describe('progressive gifts: buy 3 get 1, buy 5 get 2', () => {
  const steps: Action = {
    kind: 'buy-x-get-y',
    scope: { categories: ['mugs'] },
    buyQuantity: 3,
    getQuantity: 1,
    steps: [
      { buyQuantity: 3, getQuantity: 1 },
      { buyQuantity: 5, getQuantity: 2 },
    ],
  };

  it.each<[number, number]>([
    [3, 0],
    [4, 1],
    [6, 1],
    [7, 2],
    [20, 2],
  ])('of %s units %s are free: the highest step reached, once', (units, free) => {
    expect(off(steps, [tea, units])).toEqual([50 * free]);
  });

  it('may give other goods, and the same item by itself', () => {
    const socks: Action = { ...steps, getScope: { categories: ['bags'] } };
    expect(off(socks, [tea, 3], [sock, 2])).toEqual([0, 20]);
    expect(off(socks, [tea, 5], [sock, 2])).toEqual([0, 40]);
    expect(off({ ...steps, sameItem: true }, [tea, 4], [cup, 7])).toEqual([50, 60]);
  });
});

describe('a fixed price (一口价)', () => {
  const each99: Action = { kind: 'fixed-price', scope: { categories: ['shoes', 'mugs'] }, price: yuan(99) };

  it.each<[string, Action, Lines, number[]]>([
    [
      'every unit of its scope',
      each99,
      [
        [shoe, 2],
        [belt, 1],
      ],
      [402, 0],
    ],
    [
      'the dearest first, up to its limit',
      { ...each99, limit: 2 },
      [
        [shoe, 2],
        [boot, 1],
      ],
      [201, 401],
    ],
    ['nothing that is cheaper already', each99, [[tea, 3]], [0]],
  ])('prices %s', (_what, action, lines, expected) => {
    expect(off(action, ...lines)).toEqual(expected);
  });
});

describe('a bundle', () => {
  const set: Action = { kind: 'bundle', products: [tea.id, cup.id, cup.id], price: yuan(90) };

  it('is priced once per complete set, with two of one where it holds two', () => {
    expect(off(set, [tea, 1], [cup, 1])).toEqual([0, 0]);
    expect(off(set, [tea, 1], [cup, 2]).reduce((a, b) => a + b)).toBeCloseTo(20);
    expect(off(set, [tea, 3], [cup, 5]).reduce((a, b) => a + b)).toBeCloseTo(40);
  });

  it('names all that is missing of a set', () => {
    expect(unlock(set, [tea, 1])).toEqual({ addQuantity: 2, scope: { products: [cup.id] } });
  });
});
