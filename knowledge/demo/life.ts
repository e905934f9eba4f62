import { asId, type ImpressionId, type ShopperId } from '../domain/ids.ts';
import type { Impression, Treatment } from '../domain/offer.ts';
import type { BrowseEvent } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import type { Promotion } from '../domain/promotion.ts';
import type { Random } from '../domain/random.ts';
import { responseFeatures } from '../domain/response-features.ts';
import type { Shop } from '../domain/shop.ts';
import type { Shopper } from '../domain/shopper.ts';
import { type ArmShop, type BasketLine, goodsMargin, goodsTotal, type PricedArm, priceArm } from './arms.ts';
import { makeOrder, type OrderDraft } from './order-making.ts';
import { draw, isConsumable, type Wish } from './taste.ts';
import { fromFeatures, type Latent, trueBuyProbability } from './truth.ts';

const minute = 60_000;
const day = 86_400_000;

/** Share of the pilot's visits that were held out, whatever could have been offered. */
export const controlShare = 0.1;

/**
 * The pilot chose at random and wrote down with what chance: control, deliberately nothing, or one of the promotions
 * that fitted. The chances of all arms add up to one.
 */
export const armChances = (fitting: readonly Promotion[]): ReadonlyMap<Treatment, number> => {
  const each = (1 - controlShare) / (fitting.length + 1);
  return new Map<Treatment, number>([
    ['control', controlShare],
    ['none', each],
    ...fitting.map((p): [Treatment, number] => [p.id, each]),
  ]);
};

/** Groups a marketer would make by hand; what the shopper did decides. */
export const segmentsOf = (
  orders: readonly { placedAt: Date; total: { minor: number } }[],
  created: Date,
  at: Date,
): string[] => {
  const last = orders.reduce((t, o) => Math.max(t, o.placedAt.getTime()), 0);
  const year = orders.filter(o => at.getTime() - o.placedAt.getTime() < 365 * day);
  const segments = [orders.length === 0 || at.getTime() - created.getTime() < 60 * day ? 'new' : 'returning'];
  if (orders.length > 0 && at.getTime() - last > 180 * day) segments.push('lapsed');
  if (year.reduce((s, o) => s + o.total.minor, 0) >= 250_000) segments.push('vip');
  return segments;
};

export interface World {
  readonly shop: Shop;
  readonly armShop: ArmShop;
  readonly products: readonly Product[];
  readonly companions: ReadonlyMap<string, readonly number[]>;
  readonly promotions: readonly Promotion[];
  readonly now: Date;
}

export interface Life {
  readonly orders: OrderDraft[];
  readonly browsing: BrowseEvent[];
  readonly impressions: Impression[];
}

const linesOf = (world: World, picks: readonly number[]): BasketLine[] => {
  const counts = new Map<number, number>();
  for (const i of picks) counts.set(i, (counts.get(i) ?? 0) + 1);
  return [...counts].map(([i, quantity]) => ({ product: world.products[i]!, quantity }));
};

/** A basket: something liked or something bought before, then what goes with it or more of the same. */
const fillBasket = (world: World, wish: Wish, latent: Latent, before: readonly number[], random: Random): number[] => {
  const again = before.filter(i => isConsumable(world.products[i]!));
  const first = again.length > 0 && random() < 0.3 ? again[Math.floor(random() * again.length)]! : draw(wish, random);
  const picks = [first];
  while (picks.length < 6 && random() < 0.24 + 0.42 * latent.stockUp) {
    const kind = world.products[picks.at(-1)!]!.attributes.type?.[0] ?? '';
    const fitting = world.companions.get(kind) ?? [];
    if (fitting.length > 0 && random() < 0.35) picks.push(fitting[Math.floor(random() * fitting.length)]!);
    else if (isConsumable(world.products[first]!) && random() < 0.3) picks.push(first);
    else picks.push(draw(wish, random));
  }
  return picks;
};

/** Evenings in Shanghai (UTC+8) see the most visits. */
const atShoppingHour = (time: number, random: Random): number => {
  const hours = [9, 12, 13, 18, 19, 20, 21, 21, 22, 23];
  const local = hours[Math.floor(random() * hours.length)]! + random();
  return Math.floor(time / day) * day + Math.round((local - 8) * 3_600_000);
};

type Visit = { readonly at: number; readonly kind: 'order' | 'look' | 'pilot' };

/** One shopper's eighteen months, visit by visit, so that what was known at each moment is what the impression records. */
export const liveThrough = (options: {
  readonly world: World;
  readonly shopper: Shopper;
  readonly latent: Latent;
  readonly wish: Wish;
  readonly orderCount: number;
  readonly lookCount: number;
  readonly pilotVisits: number;
  /** An order so many hours before now, besides the others. */
  readonly recentOrderHours?: number;
  readonly random: Random;
}): Life => {
  const { world, shopper, latent, wish, random } = options;
  const now = world.now.getTime();
  const orders: OrderDraft[] = [];
  const browsing: BrowseEvent[] = [];
  const impressions: Impression[] = [];
  const bought: number[] = [];
  const declined: number[] = [];
  const view = (i: number, at: number, kind: BrowseEvent['kind'] = 'view'): void => {
    if (at >= now) return;
    const dwell = kind === 'view' ? { dwellSeconds: Math.round(8 + 90 * random() ** 2) } : {};
    browsing.push({ shopper: shopper.id, product: world.products[i]!.id, kind, at: new Date(at), ...dwell });
  };
  const place = (
    lines: readonly BasketLine[],
    at: number,
    arm: PricedArm | undefined,
    discounts: readonly number[],
  ): void => {
    if (at >= now) return;
    orders.push(
      makeOrder({
        shop: world.shop,
        shopper: shopper.id,
        email: shopper.email ?? '',
        placedAt: new Date(at),
        now: world.now,
        lines,
        discounts,
        gift: arm?.gift,
        freeShipping: arm?.freeShipping ?? false,
        random,
      }),
    );
  };

  const born = shopper.createdAt.getTime();
  const between = (from: number, to: number): number => atShoppingHour(from + random() * (to - from), random);
  const visits: Visit[] = [];
  for (let i = 0; i < options.orderCount; i++) visits.push({ at: between(born, now - 3_600_000), kind: 'order' });
  for (let i = 0; i < options.lookCount; i++) visits.push({ at: between(born, now), kind: 'look' });
  for (let i = 0; i < options.pilotVisits; i++)
    visits.push({ at: between(Math.max(born, pilotStart(now)), pilotEnd(now)), kind: 'pilot' });
  if (options.recentOrderHours !== undefined)
    visits.push({ at: now - options.recentOrderHours * 3_600_000, kind: 'order' });
  visits.sort((a, b) => a.at - b.at);

  for (const visit of visits) {
    if (visit.at < born || visit.at >= now) continue;
    if (visit.kind === 'look') {
      for (let i = 0; i < 1 + Math.floor(random() * 3); i++) view(draw(wish, random), visit.at + i * 2 * minute);
      continue;
    }
    const picks = fillBasket(world, wish, latent, bought, random);
    const lines = linesOf(world, picks);
    let at = visit.at;
    for (const i of new Set(picks)) {
      at += Math.round((1 + 4 * random()) * minute);
      view(i, at);
      if (random() < 0.3) view(draw(wish, random), at + minute);
    }
    if (visit.kind === 'order') {
      for (const i of new Set(picks)) if (random() < 0.6) view(i, at + minute, 'cart');
      // The sensitive wait for a sale; the shop's older sales were plain percentages.
      const onSale = random() < 0.06 + 0.8 * latent.sensitivity;
      const rate = onSale ? 0.05 + 0.2 * latent.sensitivity * (0.6 + 0.4 * random()) : 0;
      const discounts = lines.map(l => Math.round(l.product.price.minor * l.quantity * rate));
      place(lines, at + 5 * minute, undefined, discounts);
      bought.push(...picks);
      continue;
    }
    const weekAgo = at - 7 * day;
    const fits = world.promotions.flatMap(promotion => {
      const arm = priceArm(world.armShop, lines, promotion, {
        segments: segmentsOf(orders, shopper.createdAt, new Date(at)),
        hasOrdered: orders.length > 0,
      });
      return arm ? [{ promotion, arm }] : [];
    });
    if (fits.length === 0) continue;
    const chances = armChances(fits.map(f => f.promotion));
    const ghost = fits[Math.floor(random() * fits.length)]!;
    let left = random();
    let treatment: Treatment = 'control';
    for (const [candidate, chance] of chances) {
      treatment = candidate;
      left -= chance;
      if (left < 0) break;
    }
    const shown = fits.find(f => f.promotion.id === treatment);
    const basketMinor = goodsTotal(lines);
    const basketMarginMinor = goodsMargin(lines);
    const features: Record<string, number> = {
      ...responseFeatures({
        now: new Date(at),
        orders: orders
          .filter(o => o.status !== 'cancelled')
          .map(o => ({
            placedAt: o.placedAt,
            totalMinor: o.total.minor,
            discountMinor: o.discount.minor,
            categories: o.lines.map(l => world.armShop.byId.get(l.product)!.category),
          })),
        basket: { totalMinor: basketMinor, categories: lines.map(l => l.product.category) },
        viewsLastWeek: browsing.filter(e => e.kind === 'view' && e.at.getTime() > weekAgo && e.at.getTime() <= at)
          .length,
        offersDeclined: declined.filter(t => t > at - 30 * day).length,
      }),
      armDepth: shown ? shown.arm.costMinor / shown.arm.treatedBasketMinor : 0,
      armCostMinor: shown?.arm.costMinor ?? 0,
      basketMinor,
      basketMarginMinor,
      treatedBasketMinor: shown?.arm.treatedBasketMinor ?? basketMinor,
      treatedMarginMinor: shown?.arm.treatedMarginMinor ?? basketMarginMinor,
    };
    const truth = fromFeatures(shown?.promotion.action.kind, features);
    const buys = random() < trueBuyProbability(latent, truth.situation, truth.arm);
    const cost = shown?.arm.costMinor ?? 0;
    const off = shown?.arm.discounts.reduce((a, b) => a + b, 0) ?? 0;
    const about = shown ?? ghost;
    impressions.push({
      id: asId<ImpressionId>(`pilot-${shopper.id}-${impressions.length + 1}`),
      shopper: shopper.id,
      campaign: about.promotion.campaign,
      treatment,
      ...(treatment === 'none' ? {} : { promotion: about.promotion.id, kind: about.promotion.action.kind }),
      propensity: chances.get(treatment)!,
      features,
      at: new Date(at),
      outcome: buys
        ? {
            bought: true,
            revenueMinor: features.treatedBasketMinor! - off,
            marginMinor: features.treatedMarginMinor! - cost,
            discountMinor: cost,
          }
        : { bought: false, revenueMinor: 0, marginMinor: 0, discountMinor: 0 },
      ...(shown && buys ? { answer: 'redeemed' as const } : {}),
      ...(shown && !buys && random() < 0.3 ? { answer: 'declined' as const } : {}),
    });
    if (shown && !buys) declined.push(at);
    if (buys) {
      for (const i of new Set(picks)) if (random() < 0.6) view(i, at + minute, 'cart');
      place(shown?.arm.lines ?? lines, at + 10 * minute, shown?.arm, shown?.arm.discounts ?? lines.map(() => 0));
      bought.push(...picks);
    }
  }
  return { orders, browsing, impressions };
};

/** The pilot ran for five months and ended well before today, so that nobody starts out having seen too many offers. */
export const pilotStart = (now: number): number => now - 160 * day;
export const pilotEnd = (now: number): number => now - 10 * day;

export const shopperId = (number: number): ShopperId => asId<ShopperId>(`s-${String(number).padStart(4, '0')}`);
