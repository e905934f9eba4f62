import { describe, expect, it } from 'vitest';
import type { PromotionId } from '../domain/ids.ts';
import type { Promotion } from '../domain/promotion.ts';
import { armChances, controlShare } from './life.ts';
import { makeDemoShop, shopperNumber } from './shop.ts';
import { fromImpression, latentOf, temperOf, trueBuyProbability, trueExpectedMargin } from './truth.ts';

const seed = 1;
const demo = makeDemoShop({ seed, now: new Date('2026-11-24T08:00:00Z') });
const known = demo.impressions.map(impression => {
  const latent = latentOf(seed, shopperNumber(impression.shopper));
  const { situation, arm } = fromImpression(impression);
  return { impression, latent, situation, arm, probability: trueBuyProbability(latent, situation, arm) };
});

describe('the rules the demo’s shoppers follow', () => {
  it('the chances of all arms add up to one, control always the same share', () => {
    for (const count of [1, 2, 5, 9]) {
      const fitting = Array.from({ length: count }, (_, i) => ({ id: `promo-${i}` as PromotionId }) as Promotion);
      const chances = armChances(fitting);
      expect(chances.size).toBe(count + 2);
      expect([...chances.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(chances.get('control')).toBe(controlShare);
    }
  });

  it('arms were drawn with the chances that were written down', () => {
    // Under the design the mean of 1/propensity over a chosen arm's rows is its expected share of all rows.
    const n = known.length;
    const drawn = known.filter(k => k.impression.treatment === 'control').length;
    expect(Math.abs(drawn - n * controlShare)).toBeLessThan(4 * Math.sqrt(n * controlShare * (1 - controlShare)));
    const none = known
      .filter(k => k.impression.treatment === 'none')
      .reduce((s, k) => s + 1 / k.impression.propensity, 0);
    expect(none / n).toBeGreaterThan(0.93);
    expect(none / n).toBeLessThan(1.07);
  });

  it('outcomes follow the true probabilities within sampling error, in every tenth of the range and for every arm', () => {
    const check = (rows: typeof known): void => {
      const expected = rows.reduce((s, k) => s + k.probability, 0);
      const variance = rows.reduce((s, k) => s + k.probability * (1 - k.probability), 0);
      const bought = rows.filter(k => k.impression.outcome!.bought).length;
      expect(Math.abs(bought - expected)).toBeLessThan(4 * Math.sqrt(variance) + 1);
    };
    for (let tenth = 0; tenth < 10; tenth++)
      check(known.filter(k => k.probability >= tenth / 10 && k.probability < (tenth + 1) / 10));
    for (const treatment of new Set(known.map(k => k.impression.treatment)))
      check(known.filter(k => k.impression.treatment === treatment));
  });

  it('all four kinds of shopper exist, none of them rare', () => {
    const tempers = demo.shoppers.map(s => temperOf(latentOf(seed, shopperNumber(s.id))));
    for (const temper of ['sure-thing', 'persuadable', 'lost-cause', 'sleeping-dog'])
      expect(tempers.filter(t => t === temper).length / tempers.length, temper).toBeGreaterThan(0.04);
  });

  it('choosing whom to make the offer earns clearly more than making it always, never or at random', () => {
    const shown = known.filter(k => k.arm.kind !== 'nothing');
    const withOffer = shown.map(k => trueExpectedMargin(k.latent, k.situation, k.arm));
    const without = shown.map(k => trueExpectedMargin(k.latent, k.situation, { ...k.arm, kind: 'nothing' }));
    const total = (values: number[]): number => values.reduce((a, b) => a + b, 0);
    const best = total(withOffer.map((v, i) => Math.max(v, without[i]!)));
    expect(best).toBeGreaterThan(1.1 * total(withOffer));
    expect(best).toBeGreaterThan(1.1 * total(without));
  });

  it('what is hidden shows in what can be seen: price-sensitive shoppers have more discounted orders', () => {
    const seen = known.filter(k => k.impression.features.isNew === 0);
    const mean = (rows: typeof known): number =>
      rows.reduce((s, k) => s + k.impression.features.promoShare!, 0) / rows.length;
    const thrifty = seen.filter(k => k.latent.sensitivity > 0.6);
    const easy = seen.filter(k => k.latent.sensitivity < 0.4);
    expect(mean(thrifty) - mean(easy)).toBeGreaterThan(0.25);
  });

  it('a deeper discount never lowers the chance that a shopper buys', () => {
    for (const { latent, situation, arm } of known.slice(0, 500).filter(k => k.arm.kind !== 'nothing'))
      expect(trueBuyProbability(latent, situation, { ...arm, depth: arm.depth + 0.05 })).toBeGreaterThanOrEqual(
        trueBuyProbability(latent, situation, arm),
      );
  });
});
