import { asId, type CartId, type ProductId } from '../../knowledge/domain/ids.ts';
import { fromMajor, subtract, times } from '../../knowledge/domain/money.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { Scope } from '../../knowledge/domain/promotion.ts';
import { bestCombination, type CombineRule } from '../offers/combine/combine.ts';
import { dealsOfCart } from '../offers/combine/deals-of-cart.ts';
import type { DialogServices } from '../services.ts';
import type { Turn } from '../turn.ts';
import type { AmountFacts, SumFacts, TurnFacts } from '../turn-facts.ts';
import type { CostAsked, CostLine } from '../understand/cart/cost-asked.ts';
import { appliedOf } from './add-on.ts';

/** What the goods or the amount that is asked about would cost; nothing where neither is clear. */
export const readCost = async (
  turn: Turn,
  asked: CostAsked,
  facts: Pick<TurnFacts, 'shop' | 'shopper' | 'orders'>,
  services: DialogServices,
): Promise<Pick<TurnFacts, 'sum' | 'amount'>> => {
  if ('amount' in asked) return { amount: await readAmount(turn, asked.amount, facts, services) };
  const sum = 'lines' in asked ? await readSum(turn, asked.lines, facts, services) : null;
  return sum ? { sum } : {};
};

/** Any goods for so much: of no kind, so that only what counts on all goods counts on them. */
const anyGoods = (like: Product, price: Product['price']): Product => {
  const { brand: _, ...plain } = like;
  return { ...plain, id: asId<ProductId>('\u0000any'), category: '\u0000any', price, stock: null, hidden: false };
};

const scopeOf = ({ action, conditions }: CombineRule): readonly (Scope | undefined)[] => [
  'scope' in action ? action.scope : undefined,
  ...conditions.map(condition => ('scope' in condition ? condition.scope : undefined)),
];
const isOnCertainGoods = (rule: CombineRule): boolean =>
  rule.action.kind === 'bundle' || scopeOf(rule).some(scope => scope !== undefined);

/** By the rules that run for everybody now; no code and no personal offer counts, and nothing is held. */
const readAmount = async (
  { at }: Turn,
  major: number,
  { shop, shopper, orders }: Pick<TurnFacts, 'shop' | 'shopper' | 'orders'>,
  { stores, catalogue }: DialogServices,
): Promise<AmountFacts> => {
  const { view } = catalogue;
  const goods = fromMajor(major, shop.currency);
  const { promotions } = await stores.promotions.rules([]);
  const running = [...promotions.values()].filter(
    rule => rule.trigger === 'automatic' && rule.active && rule.startsAt <= at && rule.endsAt > at,
  );
  const [like] = view.products;
  if (!like) throw new Error('No product that an amount could be of');
  const combination = bestCombination({
    lines: [{ product: anyGoods(like, goods), quantity: 1 }],
    shop,
    shopper: {
      id: shopper.id,
      segments: shopper.segments,
      orderCount: orders.filter(order => order.status !== 'cancelled').length,
      now: at,
    },
    now: at,
    products: view.byId,
    candidates: running.map(promotion => ({ promotion })),
  });
  const { shipping, total } = combination.priced;
  return {
    goods,
    shipping,
    total,
    deals: appliedOf({ combination, rules: { promotions } }),
    others: running.some(isOnCertainGoods),
  };
};

/**
 * What these goods would cost if they alone were bought now: by the same rules as a cart, with the deals that count by themselves and
 * delivery. No code and no personal offer counts here, and nothing is held. Null: none of them can be had.
 */
export const readSum = async (
  turn: Turn,
  asked: readonly CostLine[],
  { shop }: Pick<TurnFacts, 'shop'>,
  { stores }: DialogServices,
): Promise<SumFacts | null> => {
  const products = new Map((await stores.products.many(asked.map(line => line.product))).map(p => [p.id, p]));
  const had = asked.flatMap(line => {
    const product = products.get(line.product);
    return product && isSellable(product) ? [{ ...line, of: product }] : [];
  });
  if (had.length === 0 || had.some(line => line.of.price.currency !== shop.currency)) return null;
  const few = had.find(({ of, quantity }) => of.stock !== null && of.stock < quantity);
  // Of what there is too little, what there is.
  const lines = had.map(({ of, quantity }) => ({ of, quantity: Math.min(quantity, of.stock ?? quantity) }));
  const deals = await dealsOfCart({
    stores,
    cart: {
      id: asId<CartId>(`sum:${turn.shopper}`),
      version: 0,
      lines: lines.map(({ of, quantity }) => ({ product: of.id, quantity })),
    },
    offer: null,
    shopper: turn.shopper,
    shop,
    now: turn.at,
  });
  const { shipping, total } = deals.combination.priced;
  return {
    lines: lines.map(({ of, quantity }) => ({ product: of, quantity, price: times(of.price, quantity) })),
    shipping,
    total,
    goods: subtract(total, shipping),
    deals: appliedOf(deals),
    ...(few ? { short: { product: few.of, left: few.of.stock! } } : {}),
  };
};
