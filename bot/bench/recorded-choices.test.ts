import { expect, it } from 'vitest';
import { benchInput } from '../../dialogs/offers/choose/bench.ts';
import { decideOffer } from '../../dialogs/offers/choose/choose.ts';
import type { ChooseInput } from '../../dialogs/offers/choose/choose-input.ts';
import { asId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { responseFeatures } from '../../knowledge/domain/response-features.ts';
import type { LivePromotion } from '../../knowledge/ports/promotions.ts';
import { seededResponse } from './seeded-response.ts';

const response = seededResponse(1);
const around = (n: number | undefined): string => (n === undefined ? '-' : n.toPrecision(10));

/** One number for every arm's refusal, price, score, value and probability: any of them off by a digit changes it. */
const fingerprint = (rows: readonly string[]): string => {
  let hash = 0x811c9dc5;
  for (const row of rows) for (let i = 0; i < row.length; i++) hash = Math.imul(hash ^ row.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
};

/** Carts, shoppers, budgets, beliefs and earlier offers of every kind, from one seed each. */
const inputOf = (seed: number): ChooseInput => {
  const random = seededRandom(seed + 1000);
  const bare = benchInput(1 + (seed % 3));
  const products = [...bare.catalogue.values()];
  const basket = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
    product: products[Math.floor(random() * products.length)] as Product,
    quantity: 1 + Math.floor(random() * 2),
  }));
  const totalMinor = basket.reduce((sum, l) => sum + l.product.price.minor * l.quantity, 0);
  const automatic: LivePromotion[] =
    seed % 4 === 3
      ? [
          {
            ...bare.live[0]!,
            id: asId('automatic'),
            trigger: 'automatic',
            conditions: [],
            action: { kind: 'percent-off', rate: 0.04 },
          },
        ]
      : [];
  return {
    ...bare,
    live: [
      ...bare.live.slice(0, seed % 4 === 3 ? 80 : undefined),
      {
        ...bare.live[2]!,
        id: asId('fixed'),
        action: { kind: 'fixed-price', price: money(3000, 'CNY'), scope: { categories: ['shoes'] } },
      },
      ...automatic,
    ],
    shopper: { ...bare.shopper, id: asId(`shopper-${seed}`) },
    basket,
    mayStretch: seed % 5 !== 4,
    features: responseFeatures({
      now: bare.now,
      orders:
        random() < 0.5
          ? []
          : [
              {
                placedAt: new Date(bare.now.getTime() - 3e9),
                totalMinor: 30_000,
                discountMinor: 900,
                categories: ['mugs'],
              },
            ],
      basket: { totalMinor, categories: basket.map(l => l.product.category) },
      viewsLastWeek: Math.floor(random() * 9),
      offersDeclined: Math.floor(random() * 3),
    }),
    response: seed % 11 === 10 ? null : response,
    ...(seed % 2 === 0
      ? { pacing: new Map(bare.campaigns.map((c, i) => [c.id, { price: (i % 5) / 10, leftMinor: (i % 7) * 1500 }])) }
      : {}),
    ...(seed % 3 === 0
      ? {
          beliefs: {
            correction: (_m, arm, _s, priorSd) => ({ mean: ((arm.length % 3) - 1) / 50, sd: priorSd / 2 }),
            seen: () => 5,
          },
        }
      : {}),
    ...(seed % 7 === 6
      ? {
          recent: [
            {
              id: asId('earlier'),
              shopper: asId(`shopper-${seed}`),
              campaign: bare.campaigns[0]!.id,
              treatment: bare.live[0]!.id,
              propensity: 0.5,
              features: { armDepth: 0.08, treatedBasketMinor: 20_000 },
              at: new Date(bare.now.getTime() - 3 * 86_400_000),
            },
          ],
        }
      : {}),
  };
};

it('decides as recorded: the same arm by the same chance, and every arm out, priced and valued alike', async () => {
  const lines = Array.from({ length: 66 }, (_, seed) => {
    const { decision, trace, withoutMinor } = decideOffer(inputOf(seed));
    const rows = trace.arms.map(a =>
      [
        a.promotion,
        a.stretched,
        a.refused,
        a.savesMinor,
        a.costMinor,
        a.remainingMinor,
        ...[a.score?.buyProbability, a.score?.upliftMinor, a.score?.upliftSdMinor].map(around),
        ...[a.valueMinor, a.valueSdMinor, a.price, a.probability].map(around),
      ].join(' '),
    );
    const offer = decision.kind === 'offer' ? decision.offer : decision.kind === 'held-out' ? decision.ghost : null;
    return [
      seed,
      decision.kind,
      offer ? `${offer.promotion} saves ${offer.saves.minor} of ${offer.priced.total.minor}` : trace.gate,
      'propensity' in decision ? around(decision.propensity) : '-',
      around(withoutMinor),
      `${rows.length} arms ${fingerprint(rows)}`,
      offer ? fingerprint([JSON.stringify(offer.priced)]) : '-',
    ].join(' | ');
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('recorded-choices.txt');
});
