/** The one way a promotion is saved: all of them sound, or none is written. */
import type { PromotionCode } from '../../../knowledge/domain/code.ts';
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import { formatMoney, type Money, money } from '../../../knowledge/domain/money.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { type PromotionFault, validatePromotion } from './validate.ts';

export interface SaveInput {
  readonly stores: Pick<Stores, 'promotions' | 'products' | 'codes'>;
  readonly shop: Pick<Shop, 'currency' | 'categories' | 'stackGroups'>;
  readonly promotions: readonly Promotion[];
  /** Codes that come with them; those there already stay as they are. */
  readonly codes?: readonly PromotionCode[];
}

export type SaveOutcome =
  | {
      readonly kind: 'saved';
      /** Caps that had to stay higher than asked for: more was given, held or promised in the very moment of saving. */
      readonly capsKept?: readonly { readonly promotion: PromotionId; readonly cap: Money }[];
    }
  | {
      readonly kind: 'refused';
      /** Every fault of every promotion, in the order given. */
      readonly faults: readonly (PromotionFault & { readonly promotion: PromotionId })[];
    };

/**
 * Checks every promotion against the shop, its products, campaigns and codes, and writes them only when all are sound.
 * A cap is not lowered under what was given, is held or is promised: whoever was quoted a deal gets it. Codes are written before the promotions that need them: what a crash leaves between is a code of no promotion, which
 * nobody can use, and saving again completes it.
 */
export const savePromotions = async (input: SaveInput): Promise<SaveOutcome> => {
  const { stores, shop, promotions, codes = [] } = input;
  const [products, campaigns, stored] = await Promise.all([
    stores.products.all(),
    stores.promotions.campaigns(),
    stores.promotions.all(),
  ]);
  const outOf = new Map(stored.map(p => [p.id, p.cap.minor - p.remainingMinor]));
  const byId = new Map(products.map(product => [product.id, product]));
  const known = new Set(campaigns.map(campaign => campaign.id));
  const faults: (PromotionFault & { promotion: PromotionId })[] = [];
  for (const [i, promotion] of promotions.entries()) {
    const codeCount = promotion.trigger === 'code' ? await countCodes(input, promotion.id) : 0;
    const found = validatePromotion({ promotion, shop, products: byId, codeCount });
    faults.push(...found.map(fault => ({ ...fault, promotion: promotion.id })));
    const out = outOf.get(promotion.id) ?? 0;
    if (promotion.cap.minor < out) {
      const least = formatMoney(money(out, promotion.cap.currency));
      const message = `${least} was given, is held or is promised already, and a cap is no less: got ${formatMoney(promotion.cap)}`;
      faults.push({ promotion: promotion.id, field: 'cap', reason: 'cap-below-given', message });
    }
    if (!known.has(promotion.campaign)) {
      const message = `The shop has no campaign "${promotion.campaign}"`;
      faults.push({ promotion: promotion.id, field: 'campaign', reason: 'unknown-campaign', message });
    }
    if (promotions.findIndex(p => p.id === promotion.id) < i) {
      const message = `Each promotion is given once, got "${promotion.id}" again`;
      faults.push({ promotion: promotion.id, field: 'id', reason: 'listed-twice', message });
    }
  }
  if (faults.length > 0) return { kind: 'refused', faults };
  if (codes.length > 0) await stores.codes.insert(codes);
  const kept = await stores.promotions.put(promotions);
  if (kept.length === 0) return { kind: 'saved' };
  const capsKept = kept.map(({ promotion, capMinor }) => ({ promotion, cap: money(capMinor, shop.currency) }));
  return { kind: 'saved', capsKept };
};

const countCodes = async ({ stores, codes = [] }: SaveInput, promotion: PromotionId): Promise<number> => {
  const given = codes.filter(code => code.promotion === promotion).length;
  return given > 0 ? given : (await stores.codes.ofPromotion(promotion, 1)).length;
};
