import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PricedCart } from '../../../knowledge/domain/offer.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import { prepareBasket } from '../combine/basket.ts';
import { BesideAutomatic } from '../combine/beside-automatic.ts';
import { candidate, combineInputs, group, shopWith } from '../combine/combine.test-helper.ts';
import { bestCombination, type Candidate } from '../combine/combine.ts';
import { campaign, catalogueOf, chooseInput, product, promotion, shelfCatalogue, yuan } from '../offers.test-helper.ts';
import { armFor, questionFor } from './arms.ts';
import { decideOffer } from './choose.ts';
import { nothingEarlier } from './guardrails.ts';

/** Share of what is paid for the goods that is left after the goods, gifts and waived shipping: written anew, by the cart alone. */
const marginShare = (priced: PricedCart, catalogue: ReturnType<typeof catalogueOf>): number => {
  let paid = 0;
  let kept = -priced.shippingDiscount.minor;
  for (const line of priced.lines) {
    const cost = catalogue.get(line.product)?.cost?.minor;
    if (cost === undefined) return Number.NEGATIVE_INFINITY;
    paid += line.paid.minor;
    kept += line.paid.minor - cost * line.quantity;
  }
  return paid === 0 ? Number.NEGATIVE_INFINITY : kept / paid;
};

const asLive = (one: Candidate, trigger: LivePromotion['trigger']): LivePromotion => ({
  ...promotion(one.promotion.action),
  ...one.promotion,
  ...(trigger ? { trigger } : {}),
});

const inputs = fc.record({
  combine: combineInputs(6),
  marginFloor: fc.constantFrom(0, 0.1, 0.2, 0.4),
  /** Per candidate: runs by itself, was entered as a code, or may be offered. */
  roles: fc.array(fc.constantFrom('automatic' as const, 'entered' as const, 'offer' as const, 'offer' as const), {
    minLength: 6,
    maxLength: 6,
  }),
  rank: fc.constantFrom(0, 500),
});

describe('the margin floor', () => {
  it('is kept by the offer together with everything that applies beside it', () => {
    let offered = 0;
    let beside = 0;
    let refused = 0;
    fc.assert(
      fc.property(inputs, ({ combine, marginFloor, roles, rank }) => {
        const { lines, shop } = combine;
        const of = (role: string): Candidate[] =>
          combine.candidates.filter((_, i) => roles[i] === role).map(({ promotion: rule }) => ({ promotion: rule }));
        const live = of('automatic').map(one => asLive(one, 'automatic'));
        const entered = of('entered').map((one, i): Candidate => ({ ...one, code: `C${i}` }));
        const guarded = campaign({ guardrails: { ...campaign().guardrails, marginFloor } });
        const input = chooseInput({
          shop,
          basket: lines,
          catalogue: shelfCatalogue,
          live,
          entered,
          campaigns: [guarded],
        });
        const basket = prepareBasket(lines, shop);
        if (basket.lines.length === 0) return;
        const judge = new BesideAutomatic(live, input);
        for (const one of of('offer')) {
          const alone = armFor(asLive(one, 'offer'), guarded, basket, questionFor(input), nothingEarlier);
          if (typeof alone === 'string') continue;
          const arm = judge.judge(alone, rank);
          if (typeof arm === 'string') {
            if (arm === 'below-margin') refused += 1;
            continue;
          }
          const shown = arm.basket.shown.flatMap(place => arm.basket.lines[place] ?? []);
          const all = [...live.map(rule => ({ promotion: rule })), ...entered, { promotion: arm.promotion }];
          const { priced } = bestCombination({
            ...combine,
            lines: shown,
            shopper: {
              segments: input.shopper.segments,
              orderCount: input.orderCount,
              id: input.shopper.id,
              now: input.now,
            },
            candidates: all,
          });
          const names = priced.deals?.map(deal => deal.promotion) ?? [];
          offered += 1;
          if (names.length > 1) beside += 1;
          expect(marginShare(priced, shelfCatalogue)).toBeGreaterThanOrEqual(marginFloor - 1e-9);
        }
      }),
      { numRuns: 1500, seed: 404 },
    );
    // Neither side of the rule went unasked.
    expect(offered).toBeGreaterThan(200);
    expect(beside).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(20);
  });

  const shoes = product('shoes', 100, { cost: yuan(70) });
  const stacking = shopWith(group('deals', 1), group('house', 0));
  const tenOff = promotion({ kind: 'percent-off', rate: 0.1 }, { group: 'deals' });
  const house = candidate('house', { kind: 'percent-off', rate: 0.12 }, { group: 'house' });
  const ask = (more: Partial<Parameters<typeof chooseInput>[0]>) =>
    decideOffer(
      chooseInput({
        shop: stacking,
        catalogue: catalogueOf([shoes]),
        basket: [{ product: shoes, quantity: 2 }],
        campaigns: [campaign({ holdout: 0, guardrails: { ...campaign().guardrails, marginFloor: 0.2 } })],
        live: [tenOff],
        asked: true,
        response: null,
        ...more,
      }),
    );

  it('lets an offer stand that keeps it, and refuses it beside a deal that every cart gets', () => {
    // 90 paid of 70: 22 % are left. Beside 12 % off 79.2 are paid: 12 %.
    expect(ask({}).decision.kind).toBe('offer');
    const { decision, trace } = ask({ live: [tenOff, asLive(house, 'automatic')] });
    expect(decision.kind).toBe('none');
    expect(trace.arms.find(arm => arm.promotion === tenOff.id)?.refused).toBe('below-margin');
  });

  it('counts a code on the cart like a deal that runs by itself', () => {
    const { decision, trace } = ask({ entered: [{ ...house, code: 'HOUSE12' }] });
    expect(decision.kind).toBe('none');
    expect(trace.arms.find(arm => arm.promotion === tenOff.id)?.refused).toBe('below-margin');
  });
});
