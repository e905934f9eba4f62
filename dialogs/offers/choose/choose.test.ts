import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type CampaignId, type PromotionId, type ShopperId, type TurnId } from '../../../knowledge/domain/ids.ts';
import type { Offer, OfferDecision } from '../../../knowledge/domain/offer.ts';
import { responseFeatureNames } from '../../../knowledge/domain/response-features.ts';
import {
  campaign,
  catalogueOf,
  chooseInput,
  impressionOf,
  minutes,
  modelSaying,
  offerOf,
  product,
  promotion,
  shopper,
  yuan,
} from '../offers.test-helper.ts';
import { chooseOffer, decideOffer, decisionTrace, isHeldOut } from './choose.ts';
import type { ChooseInput } from './choose-input.ts';
import { drawnAs } from './guardrails.ts';
import { armFeatureNames, impressionFor } from './impression.ts';
import { draw, pickChances } from './select.ts';

const small = promotion({ kind: 'percent-off', rate: 0.05 }, { id: asId<PromotionId>('small') });
const large = promotion({ kind: 'percent-off', rate: 0.3 }, { id: asId<PromotionId>('large') });
const shipping = promotion({ kind: 'free-shipping' }, { id: asId<PromotionId>('shipping') });
const three = { live: [small, large, shipping] };
const optedOut = shopper({ consent: { personalOffers: false, profile: true } });

const offered = (decision: OfferDecision): string =>
  decision.kind === 'offer' ? decision.offer.promotion : decision.kind === 'none' ? decision.reason : 'held-out';

describe('the gates, in order', () => {
  const open = offerOf({ expiresAt: minutes(30) });
  const declined = impressionOf({ answer: 'declined' });
  it.each<[string, Partial<ChooseInput>, string]>([
    ['no consent comes before everything', { shopper: optedOut, serviceFirst: true, open: [open] }, 'no-consent'],
    ['a complaint comes before any selling', { serviceFirst: true, open: [open], asked: true }, 'not-now'],
    ['an open offer comes before a new one', { open: [open], recent: [declined] }, 'promo'],
    ['nothing runs', { live: [] }, 'none-eligible'],
    ['the cart is empty', { basket: [] }, 'none-eligible'],
    ['the campaign has ended', { campaigns: [campaign({ endsAt: minutes(0) })] }, 'none-eligible'],
    ['the campaign is unknown', { campaigns: [] }, 'none-eligible'],
    [
      'somebody else is meant',
      { live: [promotion(small.action, { conditions: [{ kind: 'segment', anyOf: ['vip'] }] })] },
      'none-eligible',
    ],
    [
      'the margin would fall below the floor',
      { campaigns: [campaign({ guardrails: { ...campaign().guardrails, marginFloor: 0.6 } })] },
      'none-eligible',
    ],
    [
      'the pool holds less than the saving',
      { live: [promotion({ kind: 'percent-off', rate: 0.1 }, { remainingMinor: 1999 })] },
      'budget-spent',
    ],
    [
      'enough was offered this week',
      { recent: [1, 2, 3].map(d => impressionOf({ at: minutes(-d * 1500) })) },
      'capped',
    ],
    ['one was declined lately', { recent: [declined] }, 'capped'],
    ['guardrails come before the model', { recent: [declined], response: null }, 'capped'],
    ['there is no model and nobody asked', { response: null }, 'no-model'],
    ['no deal earns more than it costs', { response: modelSaying({ promo: 0 }) }, 'no-uplift'],
  ])('%s', (_name, more, expected) => {
    expect(offered(chooseOffer(chooseInput(more)))).toBe(expected);
  });

  it('offers exactly as much as the pool holds', () => {
    const live = [promotion({ kind: 'percent-off', rate: 0.1 }, { remainingMinor: 2000 })];
    expect(offered(chooseOffer(chooseInput({ live })))).toBe('promo');
  });

  it('never offers a product of unknown cost, nor what the shop lacks in stock', () => {
    const { cost: _, ...unknown } = product('mug', 100);
    expect(offered(chooseOffer(chooseInput({ basket: [{ product: unknown, quantity: 2 }] })))).toBe('none-eligible');
    const last = product('mug', 100, { stock: 1 });
    expect(offered(chooseOffer(chooseInput({ basket: [{ product: last, quantity: 2 }] })))).toBe('none-eligible');
  });

  it('does not offer a redeemed promotion again', () => {
    const recent = [impressionOf({ answer: 'redeemed', at: minutes(-5000) })];
    expect(offered(chooseOffer(chooseInput({ recent })))).toBe('none-eligible');
  });
});

describe('the pick', () => {
  it('is the arm that earns most, whatever it gives away', () => {
    const response = modelSaying({ small: 300, large: 900, shipping: 100 });
    expect(offered(chooseOffer(chooseInput({ ...three, response })))).toBe('large');
    expect(offered(chooseOffer(chooseInput({ ...three, response: modelSaying({ small: 1, large: -5 }) })))).toBe(
      'small',
    );
  });

  it('is the cheapest deal when there is no model and the shopper asks, and says so', () => {
    const decision = chooseOffer(chooseInput({ ...three, response: null, asked: true }));
    expect(decision).toMatchObject({ kind: 'offer', offer: { promotion: 'small', because: { model: 'default' } } });
  });

  it('carries the rule as quoted, its numbers and its expiry', () => {
    const decision = chooseOffer(chooseInput());
    expect(decision).toMatchObject({
      kind: 'offer',
      offer: {
        rule: { action: { kind: 'percent-off', rate: 0.1 } },
        saves: yuan(20),
        priced: { total: yuan(192) },
        expiresAt: minutes(60),
        because: { upliftMinor: 500, explored: false },
      },
    });
  });

  it('prices a deal just out of reach for the nearest basket that reaches it', () => {
    const pen = product('pen', 35);
    const lamp = product('lamp', 90);
    const cart = [{ product: product('bag', 277), quantity: 1 }];
    const deal = promotion({ kind: 'spend-and-save', tiers: [{ threshold: yuan(300), off: yuan(50) }] });
    const input = chooseInput({ live: [deal], basket: cart, catalogue: catalogueOf([lamp, pen, product('cup', 20)]) });
    expect(chooseOffer(input)).toMatchObject({
      kind: 'offer',
      offer: { saves: yuan(50), basket: [{ product: 'bag' }, { product: 'pen', quantity: 1 }] },
    });
    expect(decisionTrace(input).arms[0]).toMatchObject({ stretched: true });
    const far = promotion({ kind: 'spend-and-save', tiers: [{ threshold: yuan(500), off: yuan(50) }] });
    expect(offered(chooseOffer({ ...input, live: [far] }))).toBe('none-eligible');
  });
});

describe('a deal just out of reach', () => {
  it('is never reached with something for somebody else', () => {
    const forWhom = (...recipient: string[]) => ({ attributes: { recipient } });
    const cart = [{ product: product('jacket', 277, forWhom('self', 'dad')), quantity: 1 }];
    const catalogue = catalogueOf([
      product('small-raincoat', 35, forWhom('kids')),
      product('vest', 60, forWhom('dad')),
    ]);
    const deal = promotion({ kind: 'spend-and-save', tiers: [{ threshold: yuan(300), off: yuan(50) }] });
    expect(chooseOffer(chooseInput({ live: [deal], basket: cart, catalogue }))).toMatchObject({
      offer: { basket: [{ product: 'jacket' }, { product: 'vest', quantity: 1 }] },
    });
  });

  const bag = product('bag', 200);
  const reach = (deal: typeof small, products: Parameters<typeof catalogueOf>[0]) => {
    const input = chooseInput({
      live: [deal],
      basket: [{ product: bag, quantity: 1 }],
      catalogue: catalogueOf([bag, ...products]),
    });
    const decision = chooseOffer(input);
    return decision.kind === 'offer' ? decision.offer.basket.map(l => `${l.quantity} ${l.product}`) : offered(decision);
  };

  it('completes a set with each product it lacks', () => {
    const [strap, tag] = [product('strap', 40), product('tag', 10)];
    const set = promotion({ kind: 'bundle', products: [bag.id, strap.id, tag.id], price: yuan(225) });
    expect(reach(set, [strap, tag])).toEqual(['1 bag', '1 strap', '1 tag']);
    expect(reach(set, [strap])).toBe('none-eligible');
    expect(reach(set, [strap, { ...tag, stock: 0 }])).toBe('none-eligible');
  });

  it('takes the least dear way: of a kind that is in the basket, and never a hidden, sold-out or foreign one', () => {
    const spend = promotion(large.action, { conditions: [{ kind: 'min-spend', amount: yuan(230) }] });
    const shelf = [
      product('hidden', 31, { hidden: true }),
      product('gone', 32, { stock: 0 }),
      product('cheapest', 33),
      product('dearer', 60),
    ];
    expect(reach(spend, shelf)).toEqual(['1 bag', '1 cheapest']);
    const kind = { categories: ['mugs'] };
    const mugs = promotion(large.action, { conditions: [{ kind: 'min-spend', amount: yuan(230), scope: kind }] });
    expect(reach(mugs, [...shelf, product('spoon', 32, { category: 'spoons' })])).toEqual(['1 bag', '1 cheapest']);
    expect(reach(mugs, [product('vat', 125)])).toBe('none-eligible');
  });

  it('is not made of what nobody asked for: a deal on tea is no deal for a mug', () => {
    const tea = promotion(large.action, {
      conditions: [{ kind: 'min-spend', amount: yuan(30), scope: { categories: ['tea'] } }],
    });
    expect(reach(tea, [product('oolong', 34, { category: 'tea' })])).toBe('none-eligible');
    const set = promotion({
      kind: 'bundle',
      products: [product('pot', 40).id, product('tray', 30).id],
      price: yuan(50),
    });
    expect(reach(set, [product('pot', 40), product('tray', 30)])).toBe('none-eligible');
  });

  it('adds units of the cheapest in scope for two plus one', () => {
    const deal = promotion({ kind: 'buy-x-get-y', scope: { categories: ['mugs'] }, buyQuantity: 2, getQuantity: 1 });
    expect(reach(deal, [product('cup', 20), product('jar', 15)])).toEqual(['1 bag', '2 jar']);
  });
});

describe('chance', () => {
  const beliefs = fc.record({
    exploration: fc.double({ min: 0, max: 1, noNaN: true }),
    mean: fc.integer({ min: -5000, max: 5000 }),
    sd: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3000 })),
  });
  it('spreads one probability over the arms and nothing, none below its share of exploring, and draws by it', () => {
    fc.assert(
      fc.property(
        fc.array(beliefs, { minLength: 1, maxLength: 8 }),
        fc.record({ mean: fc.integer({ min: -500, max: 500 }), sd: fc.constantFrom(0, 200) }),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (believed, none, u) => {
          const arms = believed.map(({ exploration }) => ({ campaign: { exploration } }));
          const chances = pickChances(arms, { arms: believed, none });
          expect(chances.arms.reduce((a, b) => a + b, chances.none)).toBeCloseTo(1, 9);
          for (const [i, { exploration }] of believed.entries()) {
            expect(chances.arms[i]).toBeGreaterThanOrEqual(exploration / (arms.length + 1));
          }
          const pick = draw(chances, u);
          expect(pick === null ? chances.none : (chances.arms[pick] as number)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000, seed: 6 },
    );
  });

  it('uses the very probability it logs: over 20,000 shoppers the shares agree with the propensities', () => {
    const campaigns = [campaign({ exploration: 0.3, holdout: 0.2 })];
    const input = chooseInput({ ...three, campaigns, response: modelSaying({ large: 500 }) });
    const seen = new Map<string, { count: number; propensity: number }>();
    const count = 20_000;
    for (let i = 0; i < count; i++) {
      const decision = chooseOffer({ ...input, shopper: shopper({ id: asId<ShopperId>(`s${i}`) }) });
      const name =
        decision.kind === 'none'
          ? 'none'
          : `${decision.kind}:${(decision.kind === 'offer' ? decision.offer : decision.ghost).promotion}`;
      const known = seen.get(name) ?? { count: 0, propensity: decision.propensity as number };
      expect(decision.propensity).toBeCloseTo(known.propensity, 12);
      seen.set(name, { ...known, count: known.count + 1 });
    }
    const total = [...seen.values()].reduce((sum, s) => sum + s.propensity, 0);
    expect(total).toBeCloseTo(1, 9);
    expect([...seen.keys()].sort()).toEqual(
      ['none', ...['small', 'large', 'shipping'].flatMap(p => [`held-out:${p}`, `offer:${p}`])].sort(),
    );
    for (const { count: n, propensity } of seen.values()) {
      // Four standard errors.
      expect(Math.abs(n / count - propensity)).toBeLessThan(4 * Math.sqrt((propensity * (1 - propensity)) / count));
    }
  });

  it('explores deals that a model without hope would not make, at their own probability', () => {
    const campaigns = [campaign({ exploration: 0.3 })];
    const input = chooseInput({ ...three, campaigns, response: modelSaying({}) });
    const kinds = Array.from({ length: 500 }, (_, i) =>
      chooseOffer({ ...input, shopper: shopper({ id: asId<ShopperId>(`s${i}`) }) }),
    );
    const none = kinds.filter(d => d.kind === 'none');
    // A quarter of the exploring for each of the three deals and for none.
    expect(none.every(d => d.propensity !== undefined && Math.abs(d.propensity - 0.775) < 1e-9)).toBe(true);
    expect(none.length).toBeGreaterThan(300);
    expect(kinds.filter(d => d.kind === 'offer').every(d => Math.abs((d.propensity ?? 0) - 0.075) < 1e-9)).toBe(true);
  });
});

describe('the holdout', () => {
  const campaigns = [campaign({ holdout: 0.3 })];
  it('is stable for a shopper, about as large as asked, and another draw in another campaign', () => {
    const people = Array.from({ length: 5000 }, (_, i) => asId<ShopperId>(`p${i}`));
    const here = people.filter(p => isHeldOut({ id: asId('here'), holdout: 0.3 }, p));
    const there = new Set(people.filter(p => isHeldOut({ id: asId('there'), holdout: 0.3 }, p)));
    expect(here.length / people.length).toBeCloseTo(0.3, 1);
    expect(here.filter(p => there.has(p)).length / here.length).toBeCloseTo(0.3, 1);
    expect(people.filter(p => isHeldOut({ id: asId<CampaignId>('here'), holdout: 0.3 }, p))).toEqual(here);
  });

  it('cannot see scores: changing them never moves a shopper in or out', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        (id, a, b) => {
          const who = shopper({ id: asId<ShopperId>(id) });
          const arm = (uplift: number) =>
            chooseOffer(chooseInput({ shopper: who, campaigns, response: modelSaying({ promo: uplift }) })).kind;
          expect(arm(a)).toBe(arm(b));
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  it('passes control through the same gates and logs the offer it did not see', () => {
    const held = Array.from({ length: 100 }, (_, i) => asId<ShopperId>(`p${i}`)).find(p =>
      isHeldOut(campaigns[0]!, p),
    )!;
    const input = chooseInput({ shopper: shopper({ id: held }), campaigns });
    const choice = decideOffer(input);
    expect(choice.decision).toMatchObject({
      kind: 'held-out',
      ghost: { promotion: 'promo', saves: yuan(20) },
      propensity: 0.3,
    });
    const ghost = impressionFor(choice, input, asId('i1'))!;
    expect(ghost).toMatchObject({ treatment: 'control', promotion: 'promo', propensity: 0.3 });
    // Asking again draws no second ghost: the treated shopper would see the same open offer.
    expect(offered(chooseOffer({ ...input, recent: [ghost], now: minutes(5) }))).toBe('capped');
  });
});

describe('asking again', () => {
  it('five times changes nothing: the same offer, the same words, no new record (S6)', () => {
    const campaigns = [campaign({ exploration: 0.5 })];
    const first = chooseInput({ ...three, campaigns, response: modelSaying({ small: 10, large: 5 }), asked: true });
    const decision = chooseOffer(first);
    if (decision.kind !== 'offer') throw new Error('An offer was expected');
    for (let i = 2; i <= 6; i++) {
      const turn = asId<TurnId>(`turn-${i}`);
      const again = {
        ...first,
        turn,
        now: minutes(i),
        open: [decision.offer],
        offerId: asId<Offer['id']>(`offer-${i}`),
      };
      const repeated = decideOffer(again);
      expect(repeated.decision).toEqual({ kind: 'offer', offer: decision.offer, propensity: 1 });
      expect(impressionFor(repeated, again, asId('i'))).toBeNull();
    }
  });

  it('draws nothing new when the answer was no deal: the same day, the same answer in every turn', () => {
    const campaigns = [campaign({ exploration: 0.3 })];
    for (let p = 0; p < 50; p++) {
      const who = shopper({ id: asId<ShopperId>(`p${p}`) });
      const answers = Array.from({ length: 10 }, (_, i) =>
        offered(
          chooseOffer(
            chooseInput({
              ...three,
              campaigns,
              shopper: who,
              response: modelSaying({}),
              turn: asId<TurnId>(`t${p}-${i}`),
            }),
          ),
        ),
      );
      expect(new Set(answers).size).toBe(1);
    }
  });

  it('after declining brings no better deal of another campaign until the cool-down is over', () => {
    const rich = promotion(large.action, { id: asId<PromotionId>('rich'), campaign: asId<CampaignId>('summer') });
    const input = chooseInput({
      campaigns: [campaign(), campaign({ id: asId<CampaignId>('summer') })],
      live: [rich],
      response: modelSaying({ rich: 5000 }),
      recent: [impressionOf({ answer: 'declined', at: minutes(-60) })],
      asked: true,
    });
    expect(offered(chooseOffer(input))).toBe('capped');
    expect(decisionTrace(input).arms).toMatchObject([{ refused: 'cooling-down' }]);
    expect(offered(chooseOffer({ ...input, now: minutes(24 * 60 - 60) }))).toBe('rich');
  });

  it('nor does applying a deal and letting it lapse', () => {
    const recent = [impressionOf({ answer: 'applied', at: minutes(-90) })];
    expect(offered(chooseOffer(chooseInput({ recent })))).toBe('capped');
  });
});

describe('the record of a decision', () => {
  const names = [...responseFeatureNames, ...armFeatureNames].sort();
  it('holds the propensity used and exactly the features the model learns from', () => {
    const input = chooseInput({
      campaigns: [campaign({ holdout: 0.25 })],
      shopper: shopper({ id: asId<ShopperId>('p3') }),
    });
    const choice = decideOffer(input);
    const { decision } = choice;
    const record = impressionFor(choice, input, asId('i1'))!;
    expect(Object.keys(record.features).sort()).toEqual(names);
    expect(record.propensity).toBe(decision.propensity);
    expect(record.features).toMatchObject({
      armDepth: 0.1,
      armCostMinor: 2000,
      basketMinor: 20_000,
      basketMarginMinor: 12_000,
      treatedBasketMinor: 20_000,
      treatedMarginMinor: 12_000,
    });
  });

  it('is written for deliberately nothing too, and not where a gate decided', () => {
    const input = chooseInput({ response: modelSaying({}) });
    const record = impressionFor(decideOffer(input), input, asId('i1'))!;
    expect(record).toMatchObject({ treatment: 'none', propensity: 1, features: { armDepth: 0, armCostMinor: 0 } });
    expect(Object.keys(record.features).sort()).toEqual(names);
    const gated = chooseInput({ serviceFirst: true });
    expect(impressionFor(decideOffer(gated), gated, asId('i2'))).toBeNull();
  });
});

describe('another device of a shopper', () => {
  const one = impressionOf({ treatment: 'none', device: 'first', at: minutes(-60) });
  const who = { shopper: one.shopper, device: 'second' as string | undefined };
  it('draws what the first one drew, for a day', () => {
    const later = impressionOf({ treatment: 'none', device: 'second', at: minutes(-30) });
    expect(drawnAs(who, [later, one], minutes(0))).toBe('first');
    expect(drawnAs(who, [one], minutes(24 * 60))).toBe('second');
    expect(drawnAs(who, [impressionOf({ at: minutes(-60) })], minutes(0))).toBe(one.shopper);
  });
  it('draws its own number where nothing was decided yet, and an unknown one the shopper’s', () => {
    expect(drawnAs(who, [], minutes(0))).toBe('second');
    expect(drawnAs({ ...who, device: undefined }, [], minutes(0))).toBe(one.shopper);
  });
});
