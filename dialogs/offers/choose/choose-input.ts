import type { CampaignId, ConversationId, OfferId, ProductId, TurnId } from '../../../knowledge/domain/ids.ts';
import type { Impression, Offer } from '../../../knowledge/domain/offer.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Campaign } from '../../../knowledge/domain/promotion.ts';
import type { ResponseFeatures } from '../../../knowledge/domain/response-features.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { Shopper } from '../../../knowledge/domain/shopper.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import type { Beliefs, ResponseModel } from '../../../models/types.ts';
import type { BasketLine } from '../combine/basket.ts';
import type { Candidate } from '../combine/combine.ts';

/** What a campaign's budget says about a decision now. */
export interface BudgetState {
  /** Shadow price: an offer must bring this times its expected spend more than it costs. 0: the budget does not bind. */
  readonly price: number;
  /** What may still be promised, minor units: the budget less what is given, held and quoted. */
  readonly leftMinor: number;
}

/** Everything the choice of a deal looks at, as plain data (and one scoring function). */
export interface ChooseInput {
  readonly shopper: Shopper;
  readonly conversation: ConversationId;
  readonly turn: TurnId;
  readonly now: Date;
  readonly shop: Shop;
  readonly campaigns: readonly Campaign[];
  /** Those that only a cart triggers ('automatic', 'code') are no arms. */
  readonly live: readonly LivePromotion[];
  /** Deals that the cart's codes open: they apply beside the offer as those do that carts get by themselves. */
  readonly entered?: readonly Candidate[];
  /** The cart and/or the product talked about. */
  readonly basket: readonly BasketLine[];
  /** False: the basket only stands for what the shopper may want, so nothing is added to reach a condition. Default true. */
  readonly mayStretch?: boolean;
  /** The whole view of one refresh: gifts and the products that would reach a threshold are looked up here. */
  readonly catalogue: ReadonlyMap<ProductId, Product>;
  /** Orders placed before, cancelled ones not counted. */
  readonly orderCount: number;
  /** Impressions of this shopper, at least as far back as the longest `perDays` and cool-down. */
  readonly recent: readonly Impression[];
  /** The device as the channel knows it; draws are one per device, whatever account is used on it. Absent: unknown. */
  readonly device?: string;
  /** Impressions of every account of the device, as far back as `recent`. */
  readonly recentOnDevice?: readonly Impression[];
  /** Quoted or held and not expired, newest first. */
  readonly open: readonly Offer[];
  readonly features: ResponseFeatures;
  /** A complaint is open or the shopper is upset: nothing is sold. */
  readonly serviceFirst: boolean;
  readonly response: ResponseModel | null;
  /** What outcomes have taught beyond the response model; absent: nothing. */
  readonly beliefs?: Beliefs;
  /** Campaigns that have a budget of their own; absent: none has. */
  readonly pacing?: ReadonlyMap<CampaignId, BudgetState>;
  /** The shopper asked for a deal. */
  readonly asked: boolean;
  /** The id the offer gets if one is made. */
  readonly offerId: OfferId;
}
