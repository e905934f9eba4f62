/** How long the deals of a cart take: the best combination with its trace, and 凑单, over the demo shop's shelf. */
import { makeCampaigns } from '../../../knowledge/demo/campaigns.ts';
import { demoShop } from '../../../knowledge/demo/content/shop-document.ts';
import { makeProducts } from '../../../knowledge/demo/products.ts';
import { asId, type OfferId, type ProductId, type PromotionId } from '../../../knowledge/domain/ids.ts';
import { fromMajor } from '../../../knowledge/domain/money.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import type { Action } from '../../../knowledge/domain/promotion.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { planAddOns, wantingFrom } from './add-on-plan.ts';
import { bestCombination, type Candidate, type CombineInput } from './combine.ts';

export interface DealsBench {
  readonly carts: number;
  readonly candidates: number;
  readonly combine: { readonly p50Micros: number; readonly p99Micros: number; readonly cpuMicros: number };
  readonly plan: { readonly p50Micros: number; readonly p99Micros: number; readonly cpuMicros: number };
}

const now = new Date('2026-03-02T12:30:00Z');

/** Beside the shop's own deals and codes, one of each kind that may meet on a cart. */
const more: readonly { readonly key: string; readonly group: string; readonly action: Action }[] = [
  {
    key: 'shoes-bogo',
    group: 'category',
    action: { kind: 'buy-x-get-y', scope: { categories: ['running-shoes'] }, buyQuantity: 2, getQuantity: 1 },
  },
  {
    key: 'toys-99',
    group: 'category',
    action: { kind: 'fixed-price', scope: { categories: ['toys-gifts'] }, price: fromMajor(99, 'CNY'), limit: 2 },
  },
  {
    key: 'bags-8',
    group: 'category',
    action: { kind: 'percent-off', rate: 0.08, scope: { categories: ['bags'] } },
  },
  {
    key: 'tiers',
    group: 'storewide',
    action: {
      kind: 'spend-and-save',
      tiers: [
        { threshold: fromMajor(500, 'CNY'), off: fromMajor(55, 'CNY') },
        { threshold: fromMajor(2000, 'CNY'), off: fromMajor(260, 'CNY') },
      ],
    },
  },
  { key: 'all-6', group: 'storewide', action: { kind: 'percent-off', rate: 0.06 } },
];

const candidatesOf = (products: readonly Product[]): Candidate[] => {
  const { promotions, codes } = makeCampaigns({ now, products });
  const [first] = promotions;
  if (!first) throw new Error('The demo shop has no promotions');
  const own = promotions.flatMap((promotion): Candidate[] => {
    if (promotion.trigger === 'automatic') return [{ promotion }];
    const code = codes.find(c => c.promotion === promotion.id);
    if (promotion.trigger === 'code' && code) return [{ promotion, code: code.id }];
    const isQuoted = ['promo-tiers', 'promo-shoes-15', 'promo-ship-free'].includes(promotion.id);
    return isQuoted ? [{ promotion, offer: asId<OfferId>(`offer-${promotion.id}`), promised: true }] : [];
  });
  const added = more.map(({ key, group, action }): Candidate => {
    const id = asId<PromotionId>(`bench-${key}`);
    return { promotion: { ...first, id, conditions: [], action, group, trigger: 'automatic' } };
  });
  return [...own, ...added];
};

const timed = (inputs: readonly CombineInput[], work: (input: CombineInput, i: number) => unknown) => {
  for (const [i, input] of inputs.slice(0, 200).entries()) work(input, i);
  const from = process.cpuUsage();
  const times = inputs.map((input, i) => {
    const before = performance.now();
    work(input, i);
    return performance.now() - before;
  });
  const { user, system } = process.cpuUsage(from);
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(1000 * (times[Math.floor(share * (times.length - 1))] as number));
  return { p50Micros: at(0.5), p99Micros: at(0.99), cpuMicros: Math.round((user + system) / inputs.length) };
};

/** Carts one after another on this core: 20 lines for the combination, 1 to 4 for 凑单. */
export const benchDeals = (carts = 1000): DealsBench => {
  const products = makeProducts({ seed: 1, now, count: 400 });
  const shelf = products.filter(isSellable);
  const candidates = candidatesOf(products);
  const random = seededRandom(1);
  const pick = (): Product => shelf[Math.floor(random() * shelf.length)] as Product;
  const byId = new Map(products.map(p => [p.id, p]));
  const cartOf = (lines: number): CombineInput => ({
    lines: Array.from({ length: lines }, () => ({ product: pick(), quantity: 1 + Math.floor(random() * 2) })),
    shop: demoShop(1),
    shopper: { segments: [], orderCount: random() < 0.5 ? 0 : 3 },
    now,
    candidates,
    products: byId,
  });
  const large = Array.from({ length: carts }, () => cartOf(20));
  const small = Array.from({ length: carts }, (_, i) => cartOf(1 + (i % 4)));
  const wanting = wantingFrom(new Map(Array.from({ length: 60 }, (): [ProductId, number] => [pick().id, random()])));
  return {
    carts,
    candidates: candidates.length,
    combine: timed(large, input => bestCombination(input)),
    plan: timed(small, input => planAddOns({ ...input, products: byId, wanting })),
  };
};
