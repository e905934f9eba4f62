import { describe, expect, it } from 'vitest';
import { asId } from '../../knowledge/domain/ids.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { ResponseModel } from '../types.ts';
import { loggedRounds, roundsOf, type Target } from './ope-log.ts';
import { type Estimate, ips, normalisedDoublyRobust, snips } from './ope-metrics.ts';

/** A shop whose shoppers are of two kinds: deals win the thrifty and cost money on the others. */
const holdout = 0.2;
const chances = { none: 0.4, mild: 0.35, deep: 0.25 };
const worth = { thrifty: { nothing: 10, mild: 40, deep: 55 }, proud: { nothing: 60, mild: 45, deep: 20 } } as const;

const impression = (i: number, random: () => number): Impression => {
  const kind = random() < 0.5 ? 'thrifty' : 'proud';
  const u = random();
  const arm = u < chances.none ? null : u < chances.none + chances.mild ? ('mild' as const) : ('deep' as const);
  const held = random() < holdout;
  const shown = arm !== null && !held ? arm : null;
  const margin = worth[kind][shown ?? 'nothing'] + 40 * (random() - 0.5);
  const promotion =
    arm === null ? {} : { promotion: asId<NonNullable<Impression['promotion']>>(arm), kind: 'percent-off' as const };
  const depth = arm === 'deep' ? 0.2 : 0.1;
  return {
    id: asId(`i${i}`),
    shopper: asId(`s${i}`),
    campaign: asId('c'),
    treatment: arm === null ? 'none' : held ? 'control' : asId<NonNullable<Impression['promotion']>>(arm),
    ...promotion,
    propensity: arm === null ? chances.none : chances[arm] * (held ? holdout : 1 - holdout),
    features: {
      thrifty: kind === 'thrifty' ? 1 : 0,
      basketMinor: 200,
      basketMarginMinor: 100,
      armDepth: arm === null ? 0 : depth,
      armCostMinor: arm === null ? 0 : 200 * depth,
      treatedBasketMinor: 200,
      treatedMarginMinor: 100,
    },
    at: new Date(2026, 4, 1, 0, i),
    outcome: { bought: margin > 0, revenueMinor: 0, marginMinor: margin, discountMinor: 0 },
    why: JSON.stringify({
      gate: 'arm',
      model: 'm@1',
      none: { p: chances.none },
      arms: [
        { promotion: 'mild', saves: 20, cost: 20, uplift: 0, buyWithout: 0.35, p: chances.mild },
        { promotion: 'deep', saves: 40, cost: 40, uplift: 0, buyWithout: 0.35, p: chances.deep },
      ],
      more: 0,
      refused: {},
    }),
  };
};

const random = seededRandom(11);
const log = Array.from({ length: 6_000 }, (_, i) => impression(i, random));

/** Deep deals for the thrifty, nothing for the proud. */
const knowing: ResponseModel = {
  name: 'knowing',
  version: '2',
  score: (context, arms) =>
    arms.map(arm => ({
      promotion: arm.promotion,
      buyProbability: 0.5,
      buyProbabilityWithout: 0.3,
      upliftMinor: context.features.thrifty === 1 ? arm.depth * 100 : -arm.depth,
    })),
};

const mean = (thrifty: number, proud: number): number => (thrifty + proud) / 2;
const holds = ({ low, high }: Estimate, value: number): boolean => low <= value && value <= high;

describe("a shop's own log", () => {
  const truths: readonly (readonly [string, Target, number])[] = [
    ['giving nothing', { kind: 'never' }, mean(10, 60)],
    ['one deal for all', { kind: 'fixed', promotion: 'mild' }, mean(40, 45)],
    ['any arm with the same chance', { kind: 'uniform' }, mean((10 + 40 + 55) / 3, (60 + 45 + 20) / 3)],
    ['a newer model', { kind: 'model', model: knowing }, mean(55, 60)],
  ];
  for (const [name, target, truth] of truths) {
    it(`tells what ${name} would have earned`, () => {
      const { rounds } = roundsOf(log, target);
      for (const estimate of [ips(rounds), snips(rounds), normalisedDoublyRobust(rounds)]) {
        expect(holds(estimate, truth), `${estimate.value} for ${truth}`).toBe(true);
        expect(estimate.high - estimate.low).toBeLessThan(8);
      }
    });
  }

  it('tells what it did earn', () => {
    const read = roundsOf(log, { kind: 'never' });
    const own = ips(loggedRounds(read)).value;
    expect(own).toBeCloseTo(log.reduce((s, i) => s + i.outcome!.marginMinor, 0) / log.length, 9);
  });

  it('leaves out and counts what has no outcome or kept no trace', () => {
    const { outcome: _, ...open } = log[0]!;
    const { why: _why, ...bare } = log[1]!;
    const { rounds, leftOut } = roundsOf([open, bare, { ...log[2]!, why: '{' }, log[3]!], { kind: 'never' });
    expect(leftOut).toEqual({ noOutcome: 1, noTrace: 2 });
    expect(rounds.reward.length).toBe(1);
  });
});
