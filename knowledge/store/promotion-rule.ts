/** Conditions and actions of a promotion, as zod sees them. */
import { z } from 'zod';
import type { ProductId } from '../domain/ids.ts';
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
  z.object({ kind: z.literal('first-order') }),
]);

export const action: z.ZodType<Action> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent-off'), rate, scope: scope.optional(), maxDiscount: money.optional() }),
  z.object({ kind: z.literal('amount-off'), amount: money, scope: scope.optional() }),
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
    limit: count.optional(),
  }),
  z.object({ kind: z.literal('bundle'), products: z.array(id<ProductId>()), price: money }),
  z.object({ kind: z.literal('gift'), product: id<ProductId>() }),
  z.object({ kind: z.literal('free-shipping') }),
]);

const kinds = {
  'percent-off': true,
  'amount-off': true,
  'spend-and-save': true,
  'buy-x-get-y': true,
  bundle: true,
  gift: true,
  'free-shipping': true,
} as const satisfies Record<PromotionKind, true>;

export const promotionKind = z.enum(Object.keys(kinds) as PromotionKind[]);
