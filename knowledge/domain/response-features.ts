/**
 * What a shopper looks like to the promotion-response model, as named plain numbers. The demo history, the trainer and
 * the live decision compute them here, so that what was learned from is what is scored. No identity, no sensitive trait.
 */
export const responseFeatureNames = [
  'isNew',
  'recencyDaysLog',
  'ordersYearLog',
  'spendYearLog',
  'averageOrderLog',
  'promoShare',
  'discountDepth',
  'categoryShare',
  'viewsWeekLog',
  'basketLog',
  'basketVsUsual',
  'offersDeclined',
  'weekend',
] as const;
export type ResponseFeatureName = (typeof responseFeatureNames)[number];
export type ResponseFeatures = Readonly<Record<ResponseFeatureName, number>>;

export interface ResponseFeatureInput {
  readonly now: Date;
  /** The shopper's earlier orders, any sequence; amounts in minor units. */
  readonly orders: readonly {
    readonly placedAt: Date;
    readonly totalMinor: number;
    readonly discountMinor: number;
    readonly categories: readonly string[];
  }[];
  readonly basket: { readonly totalMinor: number; readonly categories: readonly string[] };
  /** Products viewed in the last seven days. */
  readonly viewsLastWeek: number;
  /** Offers declined or left unused in the last 30 days. */
  readonly offersDeclined: number;
}

const day = 86_400_000;

/** Logs are natural, of 1 + x; amounts in hundreds of minor units (major units in most currencies). Shares are 0..1. */
export const responseFeatures = (input: ResponseFeatureInput): ResponseFeatures => {
  const now = input.now.getTime();
  const past = input.orders.filter(o => o.placedAt.getTime() < now);
  const year = past.filter(o => now - o.placedAt.getTime() <= 365 * day);
  const last = past.reduce((t, o) => Math.max(t, o.placedAt.getTime()), Number.NEGATIVE_INFINITY);
  const spend = year.reduce((s, o) => s + o.totalMinor, 0);
  const average = year.length > 0 ? spend / year.length : 0;
  const discounted = past.filter(o => o.discountMinor > 0);
  const gross = past.reduce((s, o) => s + o.totalMinor + o.discountMinor, 0);
  const wanted = new Set(input.basket.categories);
  const sharing = past.filter(o => o.categories.some(c => wanted.has(c))).length;
  const weekday = input.now.getUTCDay();
  return {
    isNew: past.length === 0 ? 1 : 0,
    recencyDaysLog: Math.log1p(past.length === 0 ? 365 : Math.min(730, (now - last) / day)),
    ordersYearLog: Math.log1p(year.length),
    spendYearLog: Math.log1p(spend / 100),
    averageOrderLog: Math.log1p(average / 100),
    promoShare: past.length === 0 ? 0.3 : discounted.length / past.length,
    discountDepth: gross === 0 ? 0.05 : past.reduce((s, o) => s + o.discountMinor, 0) / gross,
    categoryShare: past.length === 0 ? 0 : sharing / past.length,
    viewsWeekLog: Math.log1p(input.viewsLastWeek),
    basketLog: Math.log1p(input.basket.totalMinor / 100),
    basketVsUsual: average === 0 ? 1 : Math.min(4, input.basket.totalMinor / average),
    offersDeclined: Math.min(5, input.offersDeclined),
    weekend: weekday === 0 || weekday === 6 ? 1 : 0,
  };
};
