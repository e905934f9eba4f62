/**
 * Mailed coupon campaigns as rows to learn from: one per household and campaign it got, what was known of it before the campaign
 * began, and whether it redeemed. Reads the files of the completejourney set (84.51°/dunnhumby), whole or cut down.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../data/csv.ts';
import { BadInput } from './task.ts';
import type { RawColumn } from './uplift-table.ts';

export interface CouponRows {
  /** One cell per row; nothing in them is later than the campaign's first day. */
  readonly columns: readonly RawColumn[];
  readonly redeemed: Uint8Array;
  /** Place of the row's campaign among all by start, 0 the earliest. */
  readonly campaign: Int32Array;
  /** First days of the campaigns, earliest first. */
  readonly starts: readonly string[];
  readonly ids: readonly { readonly household: string; readonly campaign: string }[];
  /** Redemptions before, as a share of the campaigns got before: the baseline without a model. */
  readonly priorRedemptions: Float64Array;
}

type Row = Readonly<Record<string, string>>;

/** Rows of NAME.csv, NAME.csv.gz or NAME_sample…; the columns asked for must be there. */
const readTable = (folder: string, name: string, columns: readonly string[]): Row[] => {
  let file: string | undefined;
  try {
    file = readdirSync(folder).find(f => new RegExp(`^${name}(_sample)?\\.csv(\\.gz)?$`).test(f));
  } catch (cause) {
    throw new BadInput(`The folder ${folder} can't be read: ${(cause as Error).message}`);
  }
  if (file === undefined) throw new BadInput(`${folder} holds no ${name}.csv, ${name}.csv.gz or ${name}_sample.csv.gz`);
  const table = readCsv(join(folder, file));
  const at = columns.map(column => {
    const index = table.columns.indexOf(column);
    if (index < 0) throw new BadInput(`${file} has no column "${column}"; it has ${table.columns.join(', ')}`);
    return index;
  });
  return table.rows.map(row => Object.fromEntries(columns.map((column, n) => [column, row[at[n]!] ?? ''])));
};

const day = 86_400_000;

const timeOf = (text: string, where: string): number => {
  const time = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text.replace(' ', 'T'));
  if (Number.isNaN(time)) throw new BadInput(`${where} must be a date, got "${text}"`);
  return time;
};

const grouped = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

interface Purchase {
  readonly at: number;
  readonly product: string;
  readonly basket: string;
  readonly value: number;
  readonly discount: number;
  readonly coupon: number;
}

interface CampaignFacts {
  readonly type: string;
  readonly start: number;
  readonly products: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

/** What a household's purchases before `start` say about this campaign's goods. */
const shopping = (
  purchases: readonly Purchase[],
  { start, products, categories }: CampaignFacts,
  categoryOf: ReadonlyMap<string, string>,
): Record<string, number> => {
  const baskets = new Set<string>();
  const recentBaskets = new Set<string>();
  const couponBaskets = new Set<string>();
  const couponProducts = new Set<string>();
  const sum = { spend: 0, recent: 0, discount: 0, coupon: 0, ofCoupons: 0, ofCategories: 0 };
  let last = Number.NEGATIVE_INFINITY;
  for (const p of purchases) {
    if (p.at >= start) continue;
    last = Math.max(last, p.at);
    baskets.add(p.basket);
    sum.spend += p.value;
    sum.discount += p.discount;
    sum.coupon += p.coupon;
    if (p.coupon > 0) couponBaskets.add(p.basket);
    if (start - p.at <= 56 * day) {
      recentBaskets.add(p.basket);
      sum.recent += p.value;
    }
    if (products.has(p.product)) {
      couponProducts.add(p.product);
      sum.ofCoupons += p.value;
    }
    if (categories.has(categoryOf.get(p.product) ?? '')) sum.ofCategories += p.value;
  }
  const share = (part: number): number => (sum.spend > 0 ? part / sum.spend : 0);
  return {
    visits: baskets.size,
    recentVisits: recentBaskets.size,
    spend: sum.spend,
    recentSpend: sum.recent,
    basketValue: baskets.size > 0 ? sum.spend / baskets.size : 0,
    discountShare: share(sum.discount),
    couponSaved: sum.coupon,
    couponVisits: couponBaskets.size,
    couponProductsBought: couponProducts.size,
    couponProductShare: share(sum.ofCoupons),
    couponCategoryShare: share(sum.ofCategories),
    recencyDays: Number.isFinite(last) ? (start - last) / day : 400,
  };
};

/** First number of a band such as "45-54", "65+", "50-74K", "Under 15K"; NaN where nothing is known. */
const band = (text: string | undefined): number => {
  if (text === undefined || text === '' || text === 'Unknown') return Number.NaN;
  const digits = /\d+/.exec(text)?.[0];
  return digits === undefined ? Number.NaN : text.startsWith('Under') ? Number(digits) / 2 : Number(digits);
};

/** What counts in a later campaign is who stands out among its own households; levels drift with the year, places don't. */
const ranked = [
  'answerRate',
  'redemptionsBefore',
  'campaignsBefore',
  'visits',
  'recentVisits',
  'recentSpend',
  'recencyDays',
  'couponVisits',
  'couponCategoryShare',
  'couponProductShare',
] as const;

/** Share of the row's campaign that is lower, ties by half: 0..1. */
const ranksWithin = (values: readonly number[], campaign: Int32Array): Float64Array => {
  const out = new Float64Array(values.length);
  for (const rows of grouped([...values.keys()], i => String(campaign[i])).values()) {
    const sorted = rows.map(i => values[i]!).sort((a, b) => a - b);
    const below = (v: number, orEqual: boolean): number => {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle]! < v || (orEqual && sorted[middle] === v)) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    for (const i of rows) out[i] = (below(values[i]!, false) + below(values[i]!, true)) / (2 * sorted.length);
  }
  return out;
};

export const readCoupons = (folder: string): CouponRows => {
  const descriptions = readTable(folder, 'campaign_descriptions', ['campaign_id', 'campaign_type', 'start_date']);
  const got = readTable(folder, 'campaigns', ['campaign_id', 'household_id']);
  const redemptions = readTable(folder, 'coupon_redemptions', ['household_id', 'campaign_id', 'redemption_date']);
  const coupons = grouped(readTable(folder, 'coupons', ['product_id', 'campaign_id']), c => c.campaign_id!);
  const categoryOf = new Map(
    readTable(folder, 'products', ['product_id', 'product_category']).map(p => [p.product_id!, p.product_category!]),
  );
  const people = new Map(
    readTable(folder, 'demographics', ['household_id', 'age', 'income', 'household_size', 'kids_count']).map(d => [
      d.household_id!,
      d,
    ]),
  );
  const purchases = new Map<string, Purchase[]>();
  for (const t of readTable(folder, 'transactions', [
    'household_id',
    'basket_id',
    'product_id',
    'sales_value',
    'retail_disc',
    'coupon_disc',
    'transaction_timestamp',
  ])) {
    const own = purchases.get(t.household_id!) ?? [];
    purchases.set(t.household_id!, own);
    own.push({
      at: timeOf(t.transaction_timestamp!, 'transaction_timestamp'),
      product: t.product_id!,
      basket: t.basket_id!,
      value: Number(t.sales_value) || 0,
      discount: Number(t.retail_disc) || 0,
      coupon: Number(t.coupon_disc) || 0,
    });
  }

  const campaigns = new Map(
    descriptions.map((d): [string, CampaignFacts] => {
      const own = coupons.get(d.campaign_id!) ?? [];
      const start = timeOf(d.start_date!, 'start_date');
      return [
        d.campaign_id!,
        {
          type: d.campaign_type!,
          start,
          products: new Set(own.map(c => c.product_id!)),
          categories: new Set(own.map(c => categoryOf.get(c.product_id!) ?? '?')),
        },
      ];
    }),
  );
  const order = [...campaigns].sort((a, b) => a[1].start - b[1].start || Number(a[0]) - Number(b[0])).map(([id]) => id);
  const place = new Map(order.map((id, n) => [id, n]));
  const campaignsOf = grouped(got, g => g.household_id!);
  const redemptionsOf = grouped(
    redemptions.map(r => ({
      household: r.household_id!,
      campaign: r.campaign_id!,
      at: timeOf(r.redemption_date!, 'redemption_date'),
    })),
    r => r.household,
  );

  const rows = got.filter(g => campaigns.has(g.campaign_id!));
  if (rows.length === 0) throw new BadInput(`${folder}: no household got a campaign that is described`);
  const redeemed = new Uint8Array(rows.length);
  const campaign = new Int32Array(rows.length);
  const priorRedemptions = new Float64Array(rows.length);
  const cells = rows.map((g, n): Record<string, string | number> => {
    const household = g.household_id!;
    const facts = campaigns.get(g.campaign_id!)!;
    const own = redemptionsOf.get(household) ?? [];
    redeemed[n] = own.some(r => r.campaign === g.campaign_id) ? 1 : 0;
    campaign[n] = place.get(g.campaign_id!)!;
    const before = own.filter(r => r.at < facts.start);
    const earlier = (campaignsOf.get(household) ?? []).filter(
      c => (campaigns.get(c.campaign_id!)?.start ?? Number.POSITIVE_INFINITY) < facts.start,
    );
    const answered = new Set(before.map(r => r.campaign));
    const sameType = earlier.filter(c => campaigns.get(c.campaign_id!)!.type === facts.type);
    // A household without a past counts as an average one: two campaigns' worth of the usual eighth.
    const rate = (answered.size + 0.25) / (earlier.length + 2);
    priorRedemptions[n] = rate;
    const person = people.get(household);
    return {
      type: facts.type,
      campaignProducts: facts.products.size,
      campaignsBefore: earlier.length,
      redemptionsBefore: before.length,
      campaignsAnswered: answered.size,
      answerRate: rate,
      answeredSameType: sameType.filter(c => answered.has(c.campaign_id!)).length,
      daysSinceRedemption: before.length > 0 ? (facts.start - Math.max(...before.map(r => r.at))) / day : 400,
      ...shopping(purchases.get(household) ?? [], facts, categoryOf),
      isKnown: person ? 1 : 0,
      age: band(person?.age),
      income: band(person?.income),
      householdSize: band(person?.household_size),
      kids: band(person?.kids_count),
    };
  });
  for (const name of ranked) {
    const ranks = ranksWithin(
      cells.map(row => Number(row[name])),
      campaign,
    );
    for (const [n, row] of cells.entries()) row[`${name}Rank`] = ranks[n]!;
  }
  const names = Object.keys(cells[0]!);
  return {
    columns: names.map(name => ({
      name,
      cells: cells.map(row => {
        const cell = row[name]!;
        return typeof cell === 'number' && Number.isNaN(cell) ? '' : String(cell);
      }),
    })),
    redeemed,
    campaign,
    starts: order.map(id => new Date(campaigns.get(id)!.start).toISOString().slice(0, 10)),
    ids: rows.map(g => ({ household: g.household_id!, campaign: g.campaign_id! })),
    priorRedemptions,
  };
};
