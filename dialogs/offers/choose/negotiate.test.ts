import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type OfferId, type PromotionId, type TurnId } from '../../../knowledge/domain/ids.ts';
import type { Impression, Offer } from '../../../knowledge/domain/offer.ts';
import { testServers } from '../../../knowledge/store/contract-servers.ts';
import {
  campaign,
  catalogueOf,
  chooseInput,
  minutes,
  modelSaying,
  offerOf,
  product,
  promotion,
  yuan,
} from '../offers.test-helper.ts';
import { decideOffer } from './choose.ts';
import type { ChooseInput } from './choose-input.ts';
import { impressionFor } from './impression.ts';
import { decideCounter } from './negotiate.ts';

const mug = product('mug', 100);
const bowl = product('bowl', 65);
const kettle = product('kettle', 290);
const ten = promotion({ kind: 'percent-off', rate: 0.1 }, { id: asId<PromotionId>('ten') });
const deeper = promotion({ kind: 'percent-off', rate: 0.3 }, { id: asId<PromotionId>('deeper') });
const save30 = promotion(
  { kind: 'spend-and-save', tiers: [{ threshold: yuan(260), off: yuan(30) }] },
  { id: asId<PromotionId>('save30') },
);
const haggling = campaign({ maxCounterOffers: 2 });
const input = (more: Partial<ChooseInput> = {}): ChooseInput =>
  chooseInput({
    campaigns: [haggling],
    live: [ten, deeper, save30],
    basket: [{ product: mug, quantity: 2 }],
    catalogue: catalogueOf([mug, bowl, kettle]),
    response: modelSaying({ ten: 900, deeper: 200, save30: 500 }),
    asked: true,
    ...more,
  });

/** The shopper gets an offer and asks for more, `times` times; everything is recorded as the bot records it. */
const haggle = (start: ChooseInput, times: number): { offers: Offer[]; recent: Impression[] } => {
  const offers: Offer[] = [];
  let recent: Impression[] = [];
  for (let i = 0; i <= times; i++) {
    const turn = {
      ...start,
      turn: asId<TurnId>(`t${i}`),
      offerId: asId<OfferId>(`o${i}`),
      now: minutes(i),
      recent,
      open: [...offers].reverse(),
    };
    const choice = i === 0 ? decideOffer(turn) : decideCounter(turn);
    const record = choice && impressionFor(choice, turn, asId(`i${i}`));
    if (choice?.decision.kind !== 'offer' || !record) continue;
    offers.push(choice.decision.offer);
    recent = [record, ...recent];
  }
  return { offers, recent };
};

describe('"can you do better?"', () => {
  it('brings more saved for more bought, at no less margin for the shop, and the first offer stands', () => {
    const { offers, recent } = haggle(input(), 1);
    expect(offers.map(o => o.promotion)).toEqual(['ten', 'save30']);
    const [first, counter] = offers as [Offer, Offer];
    expect(counter).toMatchObject({ counterTo: first.id, saves: yuan(30), state: 'quoted' });
    expect(counter.priced.subtotal.minor).toBeGreaterThan(first.priced.subtotal.minor);
    expect(recent[0]).toMatchObject({ treatment: 'save30', counterTo: first.id, offer: counter.id });
    expect(JSON.parse(recent[0]!.why!)).toMatchObject({ counter: { to: first.id, step: 1, most: 2 } });
  });

  it('draws the same answer when the shopper starts a negotiation anew on the same day', () => {
    const told = modelSaying({ ten: 900, save30: 500, save32: 480 });
    const unsure: typeof told = {
      ...told,
      score: (context, arms) => told.score(context, arms).map(score => ({ ...score, upliftSdMinor: 200 })),
    };
    const save32 = { ...save30, id: asId<PromotionId>('save32') };
    const answers = new Set<string | null>();
    for (let s = 0; s < 40; s++) {
      const base = input({
        live: [ten, save30, save32],
        response: unsure,
        shopper: { ...input().shopper, id: asId(`shopper-${s}`) },
      });
      const answer = (named: string) => {
        const first = decideOffer({ ...base, offerId: asId<OfferId>(named) });
        if (first.decision.kind !== 'offer') return null;
        const counter = decideCounter({ ...base, now: minutes(1), open: [first.decision.offer] });
        return counter?.decision.kind === 'offer' ? counter.decision.offer.promotion : null;
      };
      const same = new Set(['a', 'b', 'c', 'd', 'e'].map(answer));
      expect(same.size).toBe(1);
      for (const one of same) answers.add(one);
    }
    expect(answers).toContain('save30');
    expect(answers).toContain('save32');
  });

  it('never deepens the discount on the same goods, whatever the model would earn by it', () => {
    const eager = input({ response: modelSaying({ ten: 900, deeper: 800, save30: -10 }), live: [ten, deeper] });
    expect(haggle(eager, 5).offers.map(o => o.promotion)).toEqual(['ten']);
  });

  it('asks for the same once more where the least dear addition would give the shop too little', () => {
    const pair = promotion(
      { kind: 'percent-off', rate: 0.2 },
      { id: asId<PromotionId>('pair'), conditions: [{ kind: 'min-quantity', quantity: 2 }], counterOnly: true },
    );
    const cup = product('cup', 9);
    const one = input({
      live: [ten, pair],
      basket: [{ product: mug, quantity: 1 }],
      catalogue: catalogueOf([mug, cup]),
      response: modelSaying({ ten: 900, pair: 800 }),
    });
    const { offers } = haggle(one, 1);
    expect(offers.map(o => o.promotion)).toEqual(['ten', 'pair']);
    expect(offers[1]!.basket).toEqual([{ product: mug.id, quantity: 2 }]);
    expect(offers[1]!.saves).toEqual(yuan(40));
    const scarce = { ...mug, stock: 1 };
    const last = { ...one, basket: [{ product: scarce, quantity: 1 }], catalogue: catalogueOf([scarce, cup]) };
    expect(haggle(last, 1).offers.map(o => o.promotion)).toEqual(['ten']);
  });

  it('has answers that are never the first word', () => {
    const only = { ...deeper, counterOnly: true };
    const first = decideOffer(input({ live: [ten, only], response: modelSaying({ ten: 100, deeper: 5000 }) }));
    expect(first.trace.arms.map(arm => arm.promotion)).toEqual(['ten']);
    expect(decideOffer(input({ live: [only], response: modelSaying({ deeper: 5000 }) })).decision.kind).toBe('none');
  });

  it('has a last word: no more counter-offers than the campaign allows, however often it is asked', () => {
    const more = ['a', 'b', 'c'].map((id, i) =>
      promotion(
        { kind: 'spend-and-save', tiers: [{ threshold: yuan(260 + i * 5), off: yuan(30 + i) }] },
        { id: asId<PromotionId>(id) },
      ),
    );
    const response = modelSaying({ ten: 900, a: 500, b: 400, c: 300 });
    expect(haggle(input({ live: [ten, ...more], response }), 9).offers.length).toBeLessThanOrEqual(3);
    const none = input({ campaigns: [campaign()], live: [ten, ...more], response });
    expect(haggle(none, 9).offers).toHaveLength(1);
  });

  it('says what it says to everybody: the same shopper at the same step gets the same answer', () => {
    const one = haggle(input({ campaigns: [campaign({ maxCounterOffers: 2, exploration: 0.5 })] }), 3).offers;
    const again = haggle(input({ campaigns: [campaign({ maxCounterOffers: 2, exploration: 0.5 })] }), 3).offers;
    expect(again.map(o => o.promotion)).toEqual(one.map(o => o.promotion));
  });

  it('is not made where selling is out of place, nor of what loses money', () => {
    const standing = haggle(input(), 0).offers;
    expect(decideCounter(input({ open: standing, serviceFirst: true }))).toBeNull();
    expect(decideCounter(input({ open: standing, response: modelSaying({ save30: -1 }) }))).toBeNull();
    expect(decideCounter(input())).toBeNull();
  });

  it('gives back in every negotiation: each counter-offer sells more goods and earns no less if it is taken', () => {
    const rule = fc.record({ threshold: fc.integer({ min: 150, max: 500 }), off: fc.integer({ min: 5, max: 120 }) });
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 4 }), (rules, quantity) => {
        const live = rules.map(({ threshold, off }, i) =>
          promotion(
            { kind: 'spend-and-save', tiers: [{ threshold: yuan(threshold), off: yuan(off) }] },
            { id: asId<PromotionId>(`r${i}`) },
          ),
        );
        const response = modelSaying({ ten: 900, ...Object.fromEntries(live.map((p, i) => [p.id, 100 + i])) });
        const { offers } = haggle(input({ live: [ten, ...live], basket: [{ product: mug, quantity }], response }), 4);
        const margin = (o: Offer) =>
          o.priced.lines.reduce((sum, l) => sum + l.paid.minor - 0.4 * l.unitPrice.minor * l.quantity, 0);
        for (let i = 1; i < offers.length; i++) {
          expect(offers[i]!.priced.subtotal.minor).toBeGreaterThan(offers[0]!.priced.subtotal.minor);
          expect(margin(offers[i]!)).toBeGreaterThanOrEqual(margin(offers[0]!) - 1e-6);
        }
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('an offer and its counter-offer', () => {
  it('can be used once between them: redeeming either lapses the other, and nothing else', async () => {
    const server = await testServers()[0]!.open();
    try {
      const { offers } = server.stores;
      const [first, counter, other] = [
        offerOf({ id: asId<OfferId>('first') }),
        offerOf({ id: asId<OfferId>('counter'), counterTo: asId<OfferId>('first') }),
        offerOf({ id: asId<OfferId>('other') }),
      ];
      for (const offer of [first, counter, other]) await offers.insert(offer);
      const states = async () => Promise.all([first, counter, other].map(async o => (await offers.get(o.id))?.state));
      await offers.transition(other.id, ['quoted'], 'redeemed');
      await offers.lapseBeside(other.id);
      expect(await states()).toEqual(['quoted', 'quoted', 'redeemed']);
      await offers.transition(counter.id, ['quoted'], 'redeemed');
      await offers.lapseBeside(counter.id);
      expect(await states()).toEqual(['expired', 'redeemed', 'redeemed']);
    } finally {
      await server.drop();
    }
  });
});
