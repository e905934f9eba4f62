import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asId,
  type ImpressionId,
  type OfferId,
  type PromotionId,
  type ShopperId,
  type TurnId,
} from '../../../knowledge/domain/ids.ts';
import type { Impression, Offer } from '../../../knowledge/domain/offer.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { bestProbabilities } from '../../../knowledge/domain/thompson.ts';
import type { ResponseModel } from '../../../models/types.ts';
import { campaign, chooseInput, minutes, promotion, shopper } from '../offers.test-helper.ts';
import { decideOffer } from './choose.ts';
import type { ChooseInput } from './choose-input.ts';
import { impressionFor } from './impression.ts';

const rates = [0.05, 0.1, 0.2, 0.3];
const live = rates.map(rate =>
  promotion({ kind: 'percent-off', rate }, { id: asId<PromotionId>(`p${Math.round(rate * 100)}`) }),
);
/** Unsure of every deal, each in its own way. */
const unsure: ResponseModel = {
  name: 'unsure',
  version: '1',
  score: (_context, arms) =>
    arms.map((arm, i) => ({
      promotion: arm.promotion,
      buyProbability: 0.4,
      buyProbabilityWithout: 0.3,
      upliftMinor: [120, 200, 60, -50][i % 4] as number,
      upliftSdMinor: [80, 150, 200, 120][i % 4] as number,
    })),
};

describe('the probability of being the best', () => {
  it('is what drawing from the beliefs gives', () => {
    const normal = (random: () => number): number =>
      Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const beliefs = [
      { mean: 0, sd: 0 },
      { mean: 120, sd: 80 },
      { mean: 200, sd: 150 },
      { mean: 60, sd: 200 },
      { mean: 190, sd: 0.5 },
    ];
    const random = seededRandom(4);
    const wins = beliefs.map(() => 0);
    const rounds = 40_000;
    for (let i = 0; i < rounds; i++) {
      const values = beliefs.map(b => b.mean + b.sd * normal(random));
      wins[values.indexOf(Math.max(...values))]! += 1;
    }
    for (const [i, p] of bestProbabilities(beliefs).entries()) expect(p).toBeCloseTo(wins[i]! / rounds, 1.7);
  });
});

describe('over many shoppers', () => {
  it('arms are taken as often as their logged propensities say (chi-square), none below its floor', () => {
    const input = chooseInput({ live, response: unsure, campaigns: [campaign({ exploration: 0.1, holdout: 0.2 })] });
    const count = 20_000;
    const seen = new Map<string, { n: number; p: number }>();
    for (let i = 0; i < count; i++) {
      const { decision } = decideOffer({ ...input, shopper: shopper({ id: asId<ShopperId>(`s${i}`) }) });
      const name =
        decision.kind === 'none'
          ? 'none'
          : `${decision.kind} ${(decision.kind === 'offer' ? decision.offer : decision.ghost).promotion}`;
      const known = seen.get(name) ?? { n: 0, p: decision.propensity as number };
      seen.set(name, { ...known, n: known.n + 1 });
    }
    expect(seen.size).toBe(1 + 2 * live.length);
    let chiSquare = 0;
    for (const [name, { n, p }] of seen) {
      chiSquare += (n - count * p) ** 2 / (count * p);
      const share = name.startsWith('held-out') ? 0.2 : name === 'none' ? 1 : 0.8;
      expect(p).toBeGreaterThanOrEqual((0.1 / (live.length + 1)) * share - 1e-12);
    }
    // 8 degrees of freedom, 99.9 %.
    expect(chiSquare).toBeLessThan(26.1);
  });
});

describe('no way of asking pays', () => {
  const acts = fc.array(
    fc.record({
      does: fc.constantFrom('ask', 'decline', 'abandon', 'other account', 'wait a day'),
      minutes: fc.integer({ min: 1, max: 600 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('asking, declining, abandoning and other accounts of a device never bring more than the first offer did', () => {
    const campaigns = [campaign({ exploration: 0.3, holdout: 0.1, quoteMinutes: 60 })];
    const people = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(people, acts, (person, sequence) => {
        let at = 0;
        let account = 0;
        let log: Impression[] = [];
        let offers: Offer[] = [];
        let first: number | null = null;
        for (const [i, act] of [{ does: 'ask', minutes: 0 }, ...sequence].entries()) {
          at += act.does === 'wait a day' ? 1500 : act.minutes;
          // Within the days that a campaign remembers.
          if (at > 6 * 1440) break;
          if (act.does === 'other account') account += 1;
          const who = shopper({ id: asId<ShopperId>(`p${person}-${account}`) });
          const now = minutes(at);
          if (act.does === 'decline') {
            const [standing] = offers.filter(o => o.shopper === who.id && o.expiresAt > now);
            offers = offers.filter(o => o !== standing);
            log = log.map(l => (l.offer === standing?.id ? { ...l, answer: 'declined' } : l));
          }
          const input: ChooseInput = chooseInput({
            live,
            campaigns,
            response: unsure,
            shopper: who,
            now,
            asked: true,
            turn: asId<TurnId>(`t${i}`),
            offerId: asId<OfferId>(`o${i}`),
            device: `device-${person}`,
            recent: log.filter(l => l.shopper === who.id),
            recentOnDevice: log,
            open: offers.filter(o => o.shopper === who.id && o.expiresAt > now),
          });
          const choice = decideOffer(input);
          const record = impressionFor(choice, input, asId<ImpressionId>(`i${i}`));
          if (record) log = [record, ...log];
          if (choice.decision.kind === 'none') continue;
          const offer = choice.decision.kind === 'offer' ? choice.decision.offer : choice.decision.ghost;
          if (choice.decision.kind === 'offer' && record) offers = [offer, ...offers];
          first ??= offer.saves.minor;
          expect(offer.saves.minor).toBeLessThanOrEqual(first);
        }
      }),
      { numRuns: 400, seed: 9 },
    );
  });
});
