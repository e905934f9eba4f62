/** Conditions and actions of a promotion, as zod sees them. */
import { z } from 'zod';
import type { OfferId, ProductId, PromotionId, ShopperId } from '../domain/ids.ts';
import type { Action, Condition, PromotionKind } from '../domain/promotion.ts';
import { count, id, money, rate, text } from './fields.ts';

const scope = z.object({
  products: z.array(id<ProductId>()).optional(),
  categories: z.array(text).optional(),
  brands: z.array(text).optional(),
});

export const condition: z.ZodType<Condition> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('min-spend'), amount: money, scope: scope.optional() }),
  z.object({ kind: z.literal('min-quantity'), quantity: count, scope: scope.optional() }),
  z.object({ kind: z.literal('contains'), scope }),
  z.object({ kind: z.literal('segment'), anyOf: z.array(text) }),
  z.object({ kind: z.literal('shopper'), anyOf: z.array(id<ShopperId>()) }),
  z.object({ kind: z.literal('first-order') }),
  z.object({
    kind: z.literal('hours'),
    days: z.array(count.min(0).max(6)).optional(),
    from: text,
    to: text,
  }),
]);

export const action: z.ZodType<Action> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent-off'), rate, scope: scope.optional(), maxDiscount: money.optional() }),
  z.object({ kind: z.literal('amount-off'), amount: money, scope: scope.optional() }),
  z.object({ kind: z.literal('fixed-price'), price: money, scope, limit: count.optional() }),
  z.object({
    kind: z.literal('spend-and-save'),
    tiers: z.array(z.object({ threshold: money, off: money })),
    repeat: z.boolean().optional(),
    cap: money.optional(),
    scope: scope.optional(),
  }),
  z.object({
    kind: z.literal('buy-x-get-y'),
    scope,
    buyQuantity: count,
    getQuantity: count,
    getScope: scope.optional(),
    sameItem: z.boolean().optional(),
    rate: rate.optional(),
    steps: z.array(z.object({ buyQuantity: count, getQuantity: count })).optional(),
    limit: count.optional(),
  }),
  z.object({ kind: z.literal('bundle'), products: z.array(id<ProductId>()), price: money }),
  z.object({ kind: z.literal('gift'), product: id<ProductId>(), choices: z.array(id<ProductId>()).optional() }),
  z.object({ kind: z.literal('free-shipping') }),
]);

const kinds = {
  'percent-off': true,
  'amount-off': true,
  'fixed-price': true,
  'spend-and-save': true,
  'buy-x-get-y': true,
  bundle: true,
  gift: true,
  'free-shipping': true,
} as const satisfies Record<PromotionKind, true>;

export const promotionKind = z.enum(Object.keys(kinds) as PromotionKind[]);

/** What an offer and an order keep of the rule they were made by. */
export const keptRule = z.object({
  conditions: z.array(condition),
  action,
  group: text.optional(),
  order: z.number().optional(),
  onReturn: z.enum(['keep', 'unearned']).optional(),
  onCancel: z.enum(['release', 'keep']).optional(),
});

export const limits = z.object({
  perShopper: z.object({ uses: count.min(1).optional(), money: money.optional() }).optional(),
  perDay: z.object({ uses: count.min(1).optional(), money: money.optional() }).optional(),
  uses: count.min(1).optional(),
  perCode: count.min(1).optional(),
});

export const poolBounds = z.array(
  z.object({
    pool: text.min(1),
    minor: count.optional(),
    uses: count.optional(),
    refusal: z.enum(['budget-spent', 'limit-reached', 'code-used']),
  }),
);

export const appliedDeal = z.object({
  promotion: id<PromotionId>(),
  kind: promotionKind,
  offer: id<OfferId>().optional(),
  code: text.optional(),
  offMinor: z.array(count),
  shippingOffMinor: count,
  saves: money,
});
