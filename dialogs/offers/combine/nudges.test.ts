import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PromotionId } from '../../../knowledge/domain/ids.ts';
import { carts, nobody, now, product, promotion, shelfCatalogue, shop, yuan } from '../offers.test-helper.ts';
import { bestCombination, type CombineInput } from './combine.ts';
import { nudgesOf } from './nudges.ts';

const jug = product('jug', 277);
const tiers = promotion(
  {
    kind: 'spend-and-save',
    tiers: [
      { threshold: yuan(300), off: yuan(50) },
      { threshold: yuan(400), off: yuan(80) },
    ],
  },
  { id: asId<PromotionId>('tiers'), trigger: 'automatic' },
);
const input = (quantity: number, more: Partial<CombineInput> = {}): CombineInput => ({
  lines: quantity > 0 ? [{ product: jug, quantity }] : [],
  shop,
  shopper: nobody,
  now,
  candidates: [{ promotion: tiers }],
  ...more,
});

describe('the next step of a cart', () => {
  it('is named with what to add and what that saves: 277 in the cart, 23 more, 50 saved', () => {
    const [first] = nudgesOf(input(1));
    expect(first).toEqual({ deal: 'tiers', spend: yuan(23), saves: yuan(50) });
  });

  it('is nothing for an empty cart, and nothing past the last step', () => {
    expect(nudgesOf(input(0))).toEqual([]);
    expect(nudgesOf(input(2)).filter(n => n.deal === 'tiers')).toEqual([]);
  });

  it('is not named where another deal would be lost by it', () => {
    const better = promotion({ kind: 'amount-off', amount: yuan(90) }, { id: asId<PromotionId>('better') });
    expect(nudgesOf(input(1, { candidates: [{ promotion: tiers }, { promotion: better }] }))).toEqual([]);
  });

  it('is not named where a gift would be given up for it', () => {
    const present = promotion({ kind: 'gift', product: jug.id }, { id: asId<PromotionId>('present') });
    const candidates = [{ promotion: tiers }, { promotion: present }];
    expect(nudgesOf(input(1, { candidates })).filter(n => n.deal === 'tiers')).toEqual([]);
  });

  it('property: adding goods of that price really makes the total as much lower as was said', () => {
    fc.assert(
      fc.property(carts, fc.integer({ min: 2, max: 60_000 }), (lines, threshold) => {
        const off = Math.max(1, Math.floor(threshold / 5));
        const money = (minor: number) => ({ minor, currency: 'CNY' as const });
        const rule = promotion(
          { kind: 'spend-and-save', tiers: [{ threshold: money(threshold), off: money(off) }] },
          { id: asId<PromotionId>('any') },
        );
        const base: CombineInput = {
          ...input(0),
          lines,
          products: shelfCatalogue,
          candidates: [{ promotion: rule }],
        };
        for (const { deal, spend, saves } of nudgesOf(base)) {
          if (deal === 'delivery' || !spend) continue;
          const added = { product: product('added', 1, { price: spend, stock: null }), quantity: 1 };
          const before = bestCombination(base).priced.total.minor;
          const after = bestCombination({ ...base, lines: [...lines, added] });
          expect(after.trace[0]).toMatchObject({ promotion: 'any', outcome: 'applied' });
          expect(before + spend.minor - after.priced.total.minor).toBe(saves.minor);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
