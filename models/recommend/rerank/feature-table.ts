/**
 * A row of numbers for one shopper and one product: how often, how lately, how long, how dear, of what sort, what crosses these, and where it
 * stands in the order of things. A column whose value can be missing has a second one that says so (1: missing), the value then being NaN.
 */
import type { History } from '../../data/interactions.ts';
import { purchaseWeight } from '../../data/interactions.ts';
import { kindCode, type ShopperSignals } from '../../data/signals.ts';
import { dayMilliseconds, recency } from '../model.ts';
import { type Segment, segmentOf } from '../segments.ts';
import { bandLiftOf, type ProductFacts } from './product-facts.ts';

/** In the order they are written; `true`: can be missing. */
const columns: readonly (readonly [name: string, canBeMissing: boolean])[] = [
  // of the product
  ['times sold', false],
  ['sells now', false],
  ['days since it sold', true],
  ['days on sale', true],
  ['price', true],
  ['dwell of others', true],
  ['click-through', true],
  ['stars of others', true],
  // of the shopper and the product
  ['times bought before', false],
  ['purchases a month', false],
  ['days since bought', true],
  ['visits since bought', true],
  ['own dwell', true],
  ['own looks', false],
  ['times in the cart', false],
  ['times asked about', false],
  ['shown and not tapped', false],
  ['own stars against usual', true],
  ['days since looked', true],
  // of the shopper
  ['products in the past', false],
  ['visits', false],
  ['days since the last visit', true],
  ['more popular than usual', false],
  // price, category, brand
  ['price against usual', true],
  ['price away from usual', true],
  ['share of the category', true],
  ['days since the category', true],
  ['share of the brand', true],
  ['days since the brand', true],
  // crossed
  ['brand × category', true],
  ['category × lately', true],
  ['category × price', true],
  ['price band × segment', true],
  // of the sequence
  ['follows the last purchases', false],
  ['same category as the last', true],
  ['run of the category', true],
  ['overdue', true],
];

export const featureNames: readonly string[] = columns.flatMap(([name, missing]) =>
  missing ? [name, `${name}, missing`] : [name],
);

export interface FeatureReader {
  /** Takes a shopper in; `fill` speaks of them. Events of a history that weigh less than a purchase are not looked at: `signals` say more. */
  read(history: History, now: number, signals: ShopperSignals | undefined): void;
  /** Writes the `featureNames` of a product from place `at` on. */
  fill(product: number, out: Float64Array | Float32Array, at: number): void;
}

/** Purchases within this time are one visit. */
const visitMilliseconds = dayMilliseconds / 2;
const latelyDays = 21;
/** Only these purchases count as the last ones. */
const lastFew = 5;
const month = 30;

interface OwnPast {
  times: number;
  first: number;
  last: number;
  lastVisit: number;
}
interface OwnSignals {
  dwell: number;
  looks: number;
  cart: number;
  asked: number;
  ignored: number;
  stars: number;
  last: number;
}
interface Group {
  events: number;
  lately: number;
  last: number;
  prices: number;
  priced: number;
}

const emptyGroup = (): Group => ({ events: 0, lately: 0, last: Number.NaN, prices: 0, priced: 0 });

export const featureReader = (facts: ProductFacts): FeatureReader => {
  const pasts = new Map<number, OwnPast>();
  const touched = new Map<number, OwnSignals>();
  const categories = new Map<number, Group>();
  const brands = new Map<number, Group>();
  const both = new Map<number, number>();
  const next = new Map<number, number>();
  const brandCount = facts.brand.reduce((most, b) => Math.max(most, b + 1), 1);
  let [moment, events, visits, lately, usual] = [0, 0, 0, 0, 0];
  let [usualPrice, priceSpread, lastVisitAt, usualStars] = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  let segment: Segment = 'new';
  let [lastCategory, run] = [-1, 0];

  const days = (at: number): number => Math.log1p(Math.max(0, moment - at) / dayMilliseconds);
  const into = (groups: Map<number, Group>, code: number, at: number, price: number): void => {
    if (code < 0) return;
    let group = groups.get(code);
    if (group === undefined) {
      group = emptyGroup();
      groups.set(code, group);
    }
    group.events++;
    group.lately += recency(moment - at, latelyDays);
    group.last = at;
    if (!Number.isNaN(price)) [group.prices, group.priced] = [group.prices + price, group.priced + 1];
  };

  const readPurchases = (history: History): void => {
    let [popular, prices, squares, priced, visitAt] = [0, 0, 0, 0, Number.NEGATIVE_INFINITY];
    for (let e = 0; e < history.items.length; e++) {
      if (history.weight[e]! < purchaseWeight) continue;
      const [item, at] = [history.items[e]!, history.at[e]!];
      if (at - visitAt > visitMilliseconds) [visits, visitAt] = [visits + 1, at];
      const past = pasts.get(item);
      if (past === undefined) pasts.set(item, { times: 1, first: at, last: at, lastVisit: visits });
      else {
        past.times++;
        past.last = at;
        past.lastVisit = visits;
      }
      events++;
      lately += recency(moment - at, latelyDays);
      popular += facts.popularity[item]!;
      const price = facts.price[item]!;
      if (!Number.isNaN(price)) [prices, squares, priced] = [prices + price, squares + price ** 2, priced + 1];
      const [category, brand] = [facts.category[item]!, facts.brand[item]!];
      into(categories, category, at, price);
      into(brands, brand, at, price);
      if (category >= 0 && brand >= 0)
        both.set(category * brandCount + brand, (both.get(category * brandCount + brand) ?? 0) + 1);
      run = category >= 0 && category === lastCategory ? run + 1 : 1;
      lastCategory = category;
    }
    lastVisitAt = visits > 0 ? visitAt : Number.NaN;
    usual = events > 0 ? popular / events : 0;
    usualPrice = priced > 0 ? prices / priced : Number.NaN;
    // One price has no spread of its own: a third either way.
    priceSpread = priced > 0 ? Math.sqrt(Math.max(0.09, squares / priced - usualPrice ** 2)) : Number.NaN;
  };

  const readNext = (history: History): void => {
    let seen = 0;
    for (let e = history.items.length - 1; e >= 0 && seen < lastFew; e--) {
      if (history.weight[e]! < purchaseWeight) continue;
      seen++;
      const item = history.items[e]!;
      for (let n = facts.nextStart[item]!; n < facts.nextStart[item + 1]!; n++) {
        const product = facts.nextItems[n]!;
        next.set(product, (next.get(product) ?? 0) + facts.nextShares[n]! / seen);
      }
    }
  };

  const readSignals = ({ items, at, kind, value }: ShopperSignals): void => {
    let [sum, count] = [0, 0];
    for (let e = 0; e < items.length; e++) {
      let own = touched.get(items[e]!);
      if (own === undefined) {
        own = { dwell: Number.NaN, looks: 0, cart: 0, asked: 0, ignored: 0, stars: Number.NaN, last: Number.NaN };
        touched.set(items[e]!, own);
      }
      if (kind[e] !== kindCode.shown) own.last = at[e]!;
      switch (kind[e]) {
        case kindCode.view:
        case kindCode['fitting-view']:
          own.looks++;
          if (!Number.isNaN(value[e]!)) own.dwell = (Number.isNaN(own.dwell) ? 0 : own.dwell) + value[e]!;
          break;
        case kindCode.cart:
          own.cart++;
          break;
        case kindCode.shown:
          own.ignored++;
          break;
        case kindCode.rating:
          own.stars = value[e]!;
          [sum, count] = [sum + value[e]!, count + 1];
          break;
        default:
          own.asked++;
          own.ignored = 0;
      }
    }
    usualStars = count > 0 ? sum / count : Number.NaN;
  };

  return {
    read: (history, now, signals) => {
      moment = now;
      for (const map of [pasts, touched, categories, brands, both, next]) map.clear();
      [events, visits, lately, lastCategory, run, usualStars] = [0, 0, 0, -1, 0, Number.NaN];
      segment = segmentOf(history);
      readPurchases(history);
      readNext(history);
      if (signals !== undefined) readSignals(signals);
    },
    fill: (product, out, at) => {
      const past = pasts.get(product);
      const own = touched.get(product);
      const [code, label] = [facts.category[product]!, facts.brand[product]!];
      const category = categories.get(code);
      const brand = brands.get(label);
      const price = facts.price[product]!;
      const since = past === undefined ? Number.NaN : Math.max(0, moment - past.last) / dayMilliseconds;
      const share = (group: Group | undefined, of: number): number =>
        of < 0 ? Number.NaN : (group?.events ?? 0) / Math.max(1, events);
      let to = at;
      const put = (value: number): void => {
        out[to++] = value;
      };
      const maybe = (value: number): void => {
        out[to++] = value;
        out[to++] = Number.isNaN(value) ? 1 : 0;
      };
      put(facts.popularity[product]!);
      put(facts.lately[product]!);
      maybe(facts.sinceSold[product]!);
      maybe(facts.onSale[product]!);
      maybe(price);
      maybe(facts.dwell[product]!);
      maybe(facts.clickThrough[product]!);
      maybe(facts.stars[product]!);
      put(Math.log1p(past?.times ?? 0));
      put(past === undefined ? 0 : past.times / Math.max(1, (moment - past.first) / dayMilliseconds / month));
      maybe(Math.log1p(since));
      maybe(past === undefined ? Number.NaN : Math.log1p(visits - past.lastVisit));
      maybe(Math.log1p(own?.dwell ?? Number.NaN));
      put(Math.log1p(own?.looks ?? 0));
      put(Math.log1p(own?.cart ?? 0));
      put(Math.log1p(own?.asked ?? 0));
      put(Math.log1p(own?.ignored ?? 0));
      maybe((own?.stars ?? Number.NaN) - usualStars);
      maybe(days(own?.last ?? Number.NaN));
      put(Math.log1p(pasts.size));
      put(Math.log1p(visits));
      maybe(days(lastVisitAt));
      put(facts.popularity[product]! - usual);
      maybe(price - usualPrice);
      maybe(Math.abs(price - usualPrice) / priceSpread);
      maybe(share(category, code));
      maybe(days(category?.last ?? Number.NaN));
      maybe(share(brand, label));
      maybe(days(brand?.last ?? Number.NaN));
      maybe(code < 0 || label < 0 ? Number.NaN : (both.get(code * brandCount + label) ?? 0) / Math.max(1, events));
      maybe(code < 0 || lately === 0 ? Number.NaN : (category?.lately ?? 0) / lately - share(category, code));
      maybe(category === undefined || category.priced === 0 ? Number.NaN : price - category.prices / category.priced);
      maybe(bandLiftOf(facts, segment, product));
      put(next.get(product) ?? 0);
      maybe(code < 0 || lastCategory < 0 ? Number.NaN : code === lastCategory ? 1 : 0);
      maybe(code < 0 ? Number.NaN : code === lastCategory ? Math.log1p(run) : 0);
      maybe(
        past === undefined || past.times < 2
          ? Number.NaN
          : Math.log((since + 1) / ((past.last - past.first) / dayMilliseconds / (past.times - 1) + 1)),
      );
    },
  };
};
