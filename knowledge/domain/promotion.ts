import type { CampaignId, ProductId, PromotionId } from './ids.ts';
import type { Localized } from './language.ts';
import type { Money } from './money.ts';

/** Which lines of a cart a rule looks at. Absent fields do not restrict. */
export interface Scope {
  readonly products?: readonly ProductId[];
  readonly categories?: readonly string[];
  readonly brands?: readonly string[];
}

/** What must be true; every condition of a promotion has to hold. */
export type Condition =
  | { readonly kind: 'min-spend'; readonly amount: Money; readonly scope?: Scope }
  | { readonly kind: 'min-quantity'; readonly quantity: number; readonly scope?: Scope }
  | { readonly kind: 'contains'; readonly scope: Scope }
  | { readonly kind: 'segment'; readonly anyOf: readonly string[] }
  | { readonly kind: 'first-order' };

/** What happens; exactly one per promotion. Rates are 0..1. */
export type Action =
  | { readonly kind: 'percent-off'; readonly rate: number; readonly scope?: Scope; readonly maxDiscount?: Money }
  | { readonly kind: 'amount-off'; readonly amount: Money; readonly scope?: Scope }
  /** 满减: the highest tier reached counts once; `repeat` (每满) gives the single tier again for every full threshold. */
  | {
      readonly kind: 'spend-and-save';
      readonly tiers: readonly { readonly threshold: Money; readonly off: Money }[];
      readonly repeat?: boolean;
      readonly cap?: Money;
      readonly scope?: Scope;
    }
  /** 买赠: for every `buyQuantity` of scope, `getQuantity` more of scope free, the cheapest first. */
  | {
      readonly kind: 'buy-x-get-y';
      readonly scope: Scope;
      readonly buyQuantity: number;
      readonly getQuantity: number;
      /** Times it may apply in one cart. */
      readonly limit?: number;
    }
  /** These products together for one price. */
  | { readonly kind: 'bundle'; readonly products: readonly ProductId[]; readonly price: Money }
  /** One unit of the product is added free. */
  | { readonly kind: 'gift'; readonly product: ProductId }
  | { readonly kind: 'free-shipping' };

export type PromotionKind = Action['kind'];

export interface Promotion {
  readonly id: PromotionId;
  readonly campaign: CampaignId;
  readonly name: Localized;
  readonly terms: Localized;
  readonly conditions: readonly Condition[];
  readonly action: Action;
  readonly active: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Most discount money this promotion may ever give: one pool, minor units of the shop's currency. */
  readonly cap: Money;
}

/** What the marketer allows around the deals of a campaign. */
export interface Guardrails {
  /** Margin that must be left after the discount, as a rate 0..1 of the discounted goods total. */
  readonly marginFloor: number;
  /** Most offers shown to one shopper within `perDays`. */
  readonly maxOffers: number;
  readonly perDays: number;
  /** Hours after a declined or ignored offer before the next. */
  readonly cooldownHours: number;
}

export interface Campaign {
  readonly id: CampaignId;
  readonly name: Localized;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly active: boolean;
  /** Share of shoppers who are never shown its offers, 0..1; chosen by hash, blind to scores. */
  readonly holdout: number;
  /** Probability of a random eligible arm instead of the best, 0..1. */
  readonly exploration: number;
  readonly guardrails: Guardrails;
  /** How long a quoted offer stands. */
  readonly quoteMinutes: number;
}
