import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import { offerRefusals } from '../../../knowledge/domain/offer.ts';
import type { Action } from '../../../knowledge/domain/promotion.ts';
import { carts, conditions, shelf } from '../offers.test-helper.ts';
import { inScope } from './basket.ts';
import { candidate, combineInput, combineInputs, exhaustive, group, shopWith } from './combine.test-helper.ts';
import { bestCombination } from './combine.ts';

/** More rounds on request: `OFFERS_ROUNDS=20000 npx vitest run dialogs/offers/combine`. */
const rounds = Number(process.env.OFFERS_ROUNDS ?? 400);

const percentages = fc.record({
  action: fc
    .record({
      rate: fc.double({ min: 0.005, max: 0.25, noNaN: true }),
      scope: fc.constantFrom({}, { brands: ['north'] }, { categories: ['shoes'] }, { categories: ['shoes', 'bags'] }),
    })
    .map(({ rate, scope }) => ({ kind: 'percent-off' as const, rate, scope })),
  conditions: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: conditions }),
});

const savingFen: Action = {
  kind: 'spend-and-save',
  tiers: [{ threshold: money(4000, 'CNY'), off: money(700, 'CNY') }],
  repeat: true,
};

describe('the best combination of deals, over random carts, groups and rules', () => {
  it('is the one that trying every set finds, to the fen and to the deal', () => {
    fc.assert(
      fc.property(combineInputs(8), input => {
        const { priced, exact } = bestCombination(input);
        const truth = exhaustive(input);
        expect(exact).toBe(true);
        expect({
          totalMinor: priced.total.minor,
          deals: priced.deals?.map(d => `${d.promotion}/${d.code}`),
        }).toEqual({ totalMinor: truth.totalMinor, deals: truth.deals });
      }),
      { numRuns: rounds, seed: 11 },
    );
  });

  it('is that one too where many percentages on overlapping goods all go together', () => {
    fc.assert(
      fc.property(carts, fc.array(percentages, { minLength: 5, maxLength: 9 }), (lines, rules) => {
        const shop = shopWith(group('all', 0, { mode: 'all' }), group('last', 1));
        const candidates = [
          ...rules.map((rule, i) =>
            candidate(`p${i}`, rule.action, { group: 'all', conditions: rule.conditions }, { code: `C${i}` }),
          ),
          candidate('save', savingFen, { group: 'last' }, { code: 'S' }),
        ];
        const input = combineInput({ lines, shop, candidates });
        const { priced } = bestCombination(input);
        const truth = exhaustive(input);
        expect(priced.total.minor).toBe(truth.totalMinor);
        expect(priced.deals?.map(d => `${d.promotion}/${d.code}`)).toEqual(truth.deals);
      }),
      { numRuns: Math.ceil(rounds / 3), seed: 17 },
    );
  });

  it('adds up: lines, deals, gifts, shipping and the running totals of the trace', () => {
    fc.assert(
      fc.property(combineInputs(10), input => {
        const { priced, trace } = bestCombination(input);
        const deals = priced.deals ?? [];
        for (const [i, line] of priced.lines.entries()) {
          const off = deals.reduce((sum, d) => sum + (d.offMinor[i] ?? Number.NaN), 0);
          expect(line.discount.minor).toBe(off);
          expect(line.paid.minor).toBe(line.unitPrice.minor * line.quantity - off);
          expect(line.paid.minor).toBeGreaterThanOrEqual(0);
        }
        const sum = (of: (l: (typeof priced.lines)[number]) => number) => priced.lines.reduce((s, l) => s + of(l), 0);
        expect(priced.discount.minor).toBe(sum(l => l.discount.minor));
        expect(priced.subtotal.minor).toBe(sum(l => l.discount.minor + l.paid.minor));
        expect(priced.total.minor).toBe(sum(l => l.paid.minor) + priced.shipping.minor);
        expect(priced.shippingDiscount.minor).toBe(deals.reduce((s, d) => s + d.shippingOffMinor, 0));
        for (const deal of deals) {
          expect(deal.saves.minor).toBe(deal.offMinor.reduce((a, b) => a + b, deal.shippingOffMinor));
          expect(deal.saves.minor).toBeGreaterThan(0);
          for (const off of deal.offMinor) expect(off).toBeGreaterThanOrEqual(0);
        }
        const applied = trace.filter(t => t.outcome === 'applied');
        expect(applied.map(t => t.code)).toEqual(deals.map(d => d.code));
        if (applied.length > 0) expect(applied.at(-1)?.totalAfter).toEqual(priced.total);
      }),
      { numRuns: rounds, seed: 12 },
    );
  });

  it('never gives an order away, and never costs more than no deal at all', () => {
    fc.assert(
      fc.property(combineInputs(10), input => {
        const { priced } = bestCombination(input);
        const plain = bestCombination({ ...input, candidates: [] }).priced;
        expect(priced.subtotal.minor - priced.discount.minor).toBeGreaterThan(0);
        expect(priced.total.minor).toBeLessThanOrEqual(plain.total.minor);
      }),
      { numRuns: rounds, seed: 13 },
    );
  });

  it('is the same however lines were added and candidates listed (medusa#13431)', () => {
    const shuffled = combineInputs(8).chain(input =>
      fc.record({
        input: fc.constant(input),
        lines: fc.shuffledSubarray([...input.lines], { minLength: input.lines.length }),
        candidates: fc.shuffledSubarray([...input.candidates], { minLength: input.candidates.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, lines, candidates }) => {
        const a = bestCombination(input);
        const b = bestCombination({ ...input, lines, candidates });
        expect(b.priced.total).toEqual(a.priced.total);
        const perLine = ({ priced }: typeof a) => new Map(priced.lines.map(l => [`${l.product}${l.gift}`, l.discount]));
        expect(perLine(b)).toEqual(perLine(a));
        const told = ({ trace }: typeof a) => trace.map(({ lines: _, ...rest }) => rest);
        expect(told(b)).toEqual(told(a));
      }),
      { numRuns: rounds, seed: 14 },
    );
  });

  it('names a change that is enough: with that much more of such goods the deal is on the cart', () => {
    let named = 0;
    fc.assert(
      fc.property(combineInputs(6), input => {
        for (const { unlock, promotion, code } of bestCombination(input).trace) {
          if (!unlock) continue;
          const { spendMore, addQuantity = 1, scope } = unlock;
          const like =
            input.lines
              .map(l => l.product)
              .sort((a, b) => a.price.minor - b.price.minor)
              .find(p => inScope(p, scope)) ?? shelf.find(p => inScope(p, scope));
          if (!like || (scope?.products && spendMore)) continue;
          const price = spendMore ? money(Math.ceil(spendMore.minor / addQuantity), 'CNY') : like.price;
          const { brand: _, ...plain } = like;
          const goods = scope ? like : { ...plain, category: 'other' };
          const more = spendMore ? { ...goods, id: asId<ProductId>(`${like.id}-more`), price } : like;
          const lines = [...input.lines, { product: more, quantity: addQuantity }];
          const after = bestCombination({ ...input, lines }).trace.find(
            t => t.promotion === promotion && t.code === code,
          );
          expect(after?.outcome).toBe('applied');
          named += 1;
        }
      }),
      { numRuns: rounds, seed: 16 },
    );
    expect(named).toBeGreaterThan(rounds / 8);
  });

  it('says of every deal what became of it, and a reason of every one that is out (C7)', () => {
    fc.assert(
      fc.property(combineInputs(10), input => {
        const { priced, trace } = bestCombination(input);
        const distinct = new Set(input.candidates.map(c => `${c.promotion.id}/${c.code}`));
        expect(trace).toHaveLength(distinct.size);
        for (const told of trace) {
          if (told.outcome === 'applied') continue;
          expect(offerRefusals).toContain(told.reason);
          const ids = priced.deals?.map(d => d.promotion) ?? [];
          for (const rival of told.beatenBy ?? []) expect(ids).toContain(rival);
          if (told.reason === 'better-deal-applies' || told.reason === 'excluded-by-group') {
            expect(told.beatenBy?.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: rounds, seed: 15 },
    );
  });
});
