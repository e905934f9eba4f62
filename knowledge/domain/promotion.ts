import type { CampaignId, ProductId, PromotionId, ShopperId } from './ids.ts';
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
  | { readonly kind: 'shopper'; readonly anyOf: readonly ShopperId[] }
  | { readonly kind: 'first-order' }
  /**
   * Weekdays (0 Sunday .. 6 Saturday, absent: all) and the time of day `[from, to)` as "HH:MM", both on the clock of the
   * shop's time zone; `to` earlier than `from` runs over midnight and belongs to the day it began.
   */
  | { readonly kind: 'hours'; readonly days?: readonly number[]; readonly from: string; readonly to: string };

/** What happens; exactly one per promotion. Rates are 0..1. */
export type Action =
  | { readonly kind: 'percent-off'; readonly rate: number; readonly scope?: Scope; readonly maxDiscount?: Money }
  | { readonly kind: 'amount-off'; readonly amount: Money; readonly scope?: Scope }
  /** Every unit of the scope, at most `limit` of them (the dearest first), for this price each; dearer goods only. */
  | { readonly kind: 'fixed-price'; readonly price: Money; readonly scope: Scope; readonly limit?: number }
  /** 满减: the highest tier reached counts once; `repeat` (每满) gives the single tier again for every full threshold. */
  | {
      readonly kind: 'spend-and-save';
      readonly tiers: readonly { readonly threshold: Money; readonly off: Money }[];
      readonly repeat?: boolean;
      readonly cap?: Money;
      readonly scope?: Scope;
    }
  /**
   * 买赠: for every `buyQuantity` of scope, `getQuantity` more free, the cheapest first. What is free comes from the same
   * scope, or from `getScope` when given; `sameItem` counts each product by itself. `rate` 0..1 is what is taken off the
   * units got (1 or absent: free; 0.5: 第二件半价). `steps` is progressive: the highest step reached applies once,
   * in place of buyQuantity and getQuantity.
   */
  | {
      readonly kind: 'buy-x-get-y';
      readonly scope: Scope;
      readonly buyQuantity: number;
      readonly getQuantity: number;
      readonly getScope?: Scope;
      readonly sameItem?: boolean;
      readonly rate?: number;
      readonly steps?: readonly { readonly buyQuantity: number; readonly getQuantity: number }[];
      /** Times it may apply in one cart. */
      readonly limit?: number;
    }
  /** These products together for one price. */
  | { readonly kind: 'bundle'; readonly products: readonly ProductId[]; readonly price: Money }
  /** One unit of the product is added free; with `choices` the shopper may take one of those instead while it is in stock. */
  | { readonly kind: 'gift'; readonly product: ProductId; readonly choices?: readonly ProductId[] }
  | { readonly kind: 'free-shipping' };

export type PromotionKind = Action['kind'];

/**
 * How a promotion reaches a cart: 'offer' only when the bot quotes it to one shopper, 'automatic' on every cart that
 * qualifies, 'code' when a code of it is entered.
 */
export type Trigger = 'offer' | 'automatic' | 'code';

/** Hard stops beside the money pool; each is held by one conditional write, never only looked at. */
export interface Limits {
  /** Per shopper over the promotion's life; absent: once. */
  readonly perShopper?: { readonly uses?: number; readonly money?: Money };
  /** Per day of the shop's time zone, over all shoppers. */
  readonly perDay?: { readonly uses?: number; readonly money?: Money };
  /** Over all shoppers and all days. */
  readonly uses?: number;
  /** Uses of one shared code; a single-use code has one by nature. */
  readonly perCode?: number;
}

/**
 * Which deals go together. A cart takes, group by group in `order`, the best promotion of the group ('best') or all of
 * them ('all', in their own order); what a group takes off lowers what the next one counts. An exclusive group goes with
 * no other. `with` names the groups it may go with; absent: any that is not exclusive and does not exclude it.
 */
export interface StackGroup {
  readonly key: string;
  readonly name: Localized;
  readonly order: number;
  readonly mode: 'best' | 'all';
  readonly exclusive?: boolean;
  readonly with?: readonly string[];
}

/** The groups of a shop that declares none: one deal per cart, whichever leaves least to pay. */
export const defaultStackGroups: readonly StackGroup[] = [
  { key: 'deals', name: { en: 'Deals', zh: '优惠' }, order: 0, mode: 'best', exclusive: true },
];

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
  /** Absent: 'offer'. */
  readonly trigger?: Trigger;
  /** An offer that is only ever the answer to "can you do better?", never the first word; absent: any. */
  readonly counterOnly?: boolean;
  /** Key of its stack group; absent: 'deals'. */
  readonly group?: string;
  /** Place within its group when all apply; lower first, then by id. */
  readonly order?: number;
  readonly limits?: Limits;
  /**
   * What a return does to the deal. 'keep' (absent): paid shares go back as frozen at purchase. 'unearned': when what is
   * kept no longer earns it, the discount on what is kept is taken from the refund, never more than the refund.
   */
  readonly onReturn?: 'keep' | 'unearned';
  /** An order cancelled before it ships: 'release' (absent) gives money, uses and code back, 'keep' counts them as used. */
  readonly onCancel?: 'release' | 'keep';
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
  /** Most discount money the whole campaign may give, beside its promotions' own caps; paced over its life. */
  readonly budget?: Money;
  /** Kept for what staff give to put something right, unless the desk names another; it makes no offers by itself. */
  readonly purpose?: 'goodwill';
  /** Counter-offers after "can you do better?"; absent: none. */
  readonly maxCounterOffers?: number;
  /** Hours after a decision within which an order counts as its outcome; absent: 72. */
  readonly outcomeHours?: number;
}

/** A promotion of this campaign, found in one pass; campaigns are few. */
export const campaignOf = (campaigns: readonly Campaign[], id: CampaignId): Campaign | undefined =>
  campaigns.find(c => c.id === id);
