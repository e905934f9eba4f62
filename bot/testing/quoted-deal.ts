import { randomUUID } from 'node:crypto';
import { asId, type CampaignId, type OfferId, type PromotionId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { type Money, money, zero } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import type { Stores } from '../../knowledge/ports.ts';

const day = 86_400_000;

/** A running promotion of its own campaign that takes `off` from any cart, with money for `affordable` of them. */
export const runPromotion = async (stores: Stores, off: Money, affordable: number): Promise<Promotion> => {
  const campaign = asId<CampaignId>(`test-${randomUUID()}`);
  const dates = { startsAt: new Date(Date.now() - day), endsAt: new Date(Date.now() + day) };
  const promotion: Promotion = {
    id: asId<PromotionId>(campaign),
    campaign,
    name: { en: 'Off' },
    terms: { en: 'As long as there is money' },
    conditions: [],
    action: { kind: 'amount-off', amount: off },
    active: true,
    ...dates,
    cap: money(affordable * off.minor, off.currency),
  };
  await stores.promotions.putCampaigns([
    {
      id: campaign,
      name: { en: 'Test' },
      active: true,
      holdout: 0,
      exploration: 0,
      guardrails: { marginFloor: 0, maxOffers: 100, perDays: 1, cooldownHours: 0 },
      quoteMinutes: 60,
      ...dates,
    },
  ]);
  await stores.promotions.put([promotion]);
  return promotion;
};

/** Quotes that promotion to a shopper for one unit of a product, for an hour. */
export const quoteDeal = async (
  stores: Stores,
  promotion: Promotion,
  shopper: ShopperId,
  product: Product,
): Promise<OfferId> => {
  const { currency } = product.price;
  const id = asId<OfferId>(randomUUID());
  await stores.offers.insert({
    id,
    promotion: promotion.id,
    campaign: promotion.campaign,
    shopper,
    conversation: asId('test'),
    turn: asId('test'),
    kind: promotion.action.kind,
    rule: { conditions: promotion.conditions, action: promotion.action },
    basket: [{ product: product.id, quantity: 1 }],
    priced: {
      lines: [],
      subtotal: product.price,
      discount: zero(currency),
      shipping: zero(currency),
      shippingDiscount: zero(currency),
      total: product.price,
    },
    saves: promotion.action.kind === 'amount-off' ? promotion.action.amount : zero(currency),
    state: 'quoted',
    quotedAt: new Date(),
    expiresAt: new Date(Date.now() + 3_600_000),
    because: { model: 'test', upliftMinor: 0, buyProbability: 0.5, buyProbabilityWithout: 0.4, explored: false },
  });
  return id;
};
