import { formatMoney } from '../../domain/money.ts';
import type { Shop } from '../../domain/shop.ts';

/** One help page as it is written: paragraphs are separate, so that each can be an answer by itself. */
export interface ArticleDraft {
  readonly id: string;
  readonly topic: string;
  readonly title: readonly [en: string, zh: string];
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly questions: readonly string[];
}

/** The numbers that articles quote; they come from the shop's settings, so that a page can't contradict a cart. */
export interface ShopNumbers {
  readonly returnDays: number;
  /** "¥12" */
  readonly fee: string;
  /** "¥199" */
  readonly freeFrom: string;
}

export const numbersOf = (shop: Shop): ShopNumbers => ({
  returnDays: shop.returnDays,
  fee: formatMoney(shop.shippingFee),
  freeFrom: shop.freeShippingFrom ? formatMoney(shop.freeShippingFrom) : '',
});
