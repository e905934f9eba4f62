import { asId, type CartId, type ProductId } from '../../knowledge/domain/ids.ts';
import { add, fromMajor, subtract, times } from '../../knowledge/domain/money.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { Scope } from '../../knowledge/domain/promotion.ts';
import { modelInName } from '../../knowledge/retrieval/goods/families.ts';
import { feeAbroad } from '../../knowledge/retrieval/pages/delivery-abroad.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { bestCombination, type CombineRule } from '../offers/combine/combine.ts';
import { dealsOfCart } from '../offers/combine/deals-of-cart.ts';
import { readTime } from '../offers/rules/amounts.ts';
import { momentOf, wallTimeOf } from '../offers/rules/calendar.ts';
import { goodsNamed } from '../offers/rules/find-promotion.ts';
import type { DialogServices } from '../services.ts';
import type { Turn } from '../turn.ts';
import type { AmountFacts, SumFacts, TurnFacts } from '../turn-facts.ts';
import type { CostAsked } from '../understand/cart/cost-asked.ts';
import type { CostLine } from '../understand/cart/cost-lines.ts';
import { appliedOf } from './add-on.ts';

const mostForms = 3;

/** What the goods or the amount that is asked about would cost; nothing where neither is clear. */
export const readCost = async (
  turn: Turn,
  asked: CostAsked,
  facts: Pick<TurnFacts, 'shop' | 'shopper' | 'orders' | 'memory'>,
  services: DialogServices,
): Promise<Pick<TurnFacts, 'sum' | 'sums' | 'amount'>> => {
  if ('added' in asked) return {};
  if ('amount' in asked) {
    const amount = await readAmount(turn, asked, facts, services);
    const to = asked.to ?? (facts.memory.place?.abroad ? facts.memory.place.name : undefined);
    const abroad = to === undefined ? undefined : feeAbroad(to, services.catalogue.view.articles, facts.shop.currency);
    const paid = subtract(amount.total, amount.shipping);
    return { amount: abroad ? { ...amount, abroadFor: { fee: abroad, total: add(paid, abroad) } } : amount };
  }
  // A few forms of one thing: what so many of each come to.
  if ('which' in asked) {
    const { which, each } = asked;
    if (each === undefined || each < 2 || which.length > mostForms) return {};
    const sums = await Promise.all(which.map(product => readSum(turn, [{ product, quantity: each }], facts, services)));
    return { sums: sums.filter(one => one !== null) };
  }
  const hour = hourSaid(fold(turn.text));
  const then = { ...turn, at: atHour(turn.at, hour, facts.shop.timeZone) };
  const sum = await readSum(then, asked.lines, facts, services);
  if (!sum) return {};
  const { articles } = services.catalogue.view;
  const to = asked.to ?? (facts.memory.place?.abroad ? facts.memory.place.name : undefined);
  const fee = to === undefined ? undefined : feeAbroad(to, articles, facts.shop.currency);
  const at = hour === undefined ? {} : { hour };
  return { sum: fee ? { ...sum, ...at, abroadFor: { fee, total: add(sum.goods, fee) } } : { ...sum, ...at } };
};

/** Any goods for so much: of no kind but the category that was said, so that only what counts on all of those counts on them. */
const anyGoods = (like: Product, price: Product['price'], category = '\u0000any'): Product => {
  const { brand: _, ...plain } = like;
  return { ...plain, id: asId<ProductId>('\u0000any'), category, price, stock: null, hidden: false };
};

const scopeOf = ({ action, conditions }: CombineRule): readonly (Scope | undefined)[] => [
  'scope' in action ? action.scope : undefined,
  ...conditions.map(condition => ('scope' in condition ? condition.scope : undefined)),
];
const isOnCertainGoods = (rule: CombineRule): boolean =>
  rule.action.kind === 'bundle' || scopeOf(rule).some(scope => scope !== undefined);

const timeSaid =
  /(早上|上午|中午|下午|晚上?|今晚|傍晚|夜里) ?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[:点时])(\d{2})?分?(半)?|\b(\d{1,2})(?::(\d{2}))? ?(am|pm)\b/u;
/** "Tonight after 8", 晚上买: no hour is told with its half of the day. */
const inEvening =
  /\b(?:tonight|this evening|in the evening|evenings? (?:deal|discount|offer|price|thing))\b|今晚|晚上/u;
const afterHour = /\b(?:after|at|from) (\d{1,2})\b/u;
const evening = (folded: string): string => {
  const hour = Number(afterHour.exec(folded)?.[1] ?? 8);
  return `${hour < 12 ? hour + 12 : hour}:00`;
};
/** "At 9pm", 晚上9点: by the shop's clock; undefined: none is said. */
const hourSaid = (folded: string): string | undefined => {
  const found = timeSaid.exec(folded);
  if (!found) return inEvening.test(folded) ? evening(folded) : undefined;
  const [, before, han, minutes, half, hour, past, after] = found;
  const day = before === '晚' || before === '今晚' ? '晚上' : before;
  return (
    readTime(han === undefined ? [undefined, hour, past, undefined, after] : [day, han, minutes, half]) ?? undefined
  );
};
const atHour = (at: Date, hour: string | undefined, timeZone: string | undefined): Date => {
  if (hour === undefined) return at;
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return momentOf({ ...wallTimeOf(at, timeZone), hour: hours, minute: minutes }, timeZone);
};

/** By the rules that run for everybody now; no code and no personal offer counts, and nothing is held. */
const readAmount = async (
  { at, text }: Turn,
  { amount: major, pieces = 1 }: Extract<CostAsked, { readonly amount: number }>,
  { shop, shopper, orders, memory }: Pick<TurnFacts, 'shop' | 'shopper' | 'orders' | 'memory'>,
  { stores, catalogue }: DialogServices,
): Promise<AmountFacts> => {
  const { view } = catalogue;
  const goods = fromMajor(major, shop.currency);
  const folded = fold(text);
  // The same amount again is of what it was of.
  const before = memory.spent?.major === major ? memory.spent : undefined;
  const [of = before?.of] = goodsNamed(folded, { shop, products: view.products, now: at }).flatMap(({ meaning }) =>
    meaning.kind === 'category' ? [meaning.key] : [],
  );
  const hour = hourSaid(folded) ?? before?.hour;
  const now = atHour(at, hour, shop.timeZone);
  const { promotions } = await stores.promotions.rules([]);
  const running = [...promotions.values()].filter(
    rule => rule.trigger === 'automatic' && rule.active && rule.startsAt <= at && rule.endsAt > at,
  );
  const [like] = view.products;
  if (!like) throw new Error('No product that an amount could be of');
  const combination = bestCombination({
    lines: [{ product: anyGoods(like, fromMajor(major / pieces, shop.currency), of), quantity: pieces }],
    shop,
    shopper: {
      id: shopper.id,
      segments: shopper.segments,
      orderCount: orders.filter(order => order.status !== 'cancelled').length,
      now,
    },
    now,
    products: view.byId,
    candidates: running.map(promotion => ({ promotion })),
  });
  const { shipping, total } = combination.priced;
  const applied = new Set(combination.trace.filter(t => t.outcome === 'applied').map(t => t.promotion));
  const mayCount = (rule: CombineRule): boolean =>
    of === undefined ||
    rule.action.kind === 'bundle' ||
    scopeOf(rule).some(scope => scope !== undefined && (!scope.categories || scope.categories.includes(of)));
  return {
    goods,
    shipping,
    total,
    deals: appliedOf({ combination, rules: { promotions } }),
    others: running.some(rule => isOnCertainGoods(rule) && !applied.has(rule.id) && mayCount(rule)),
    ...(of === undefined ? {} : { of }),
    ...(hour === undefined ? {} : { hour }),
  };
};

/** By the name that all its colours have. */
const withoutForm = (product: Product): Product => ({
  ...product,
  name: {
    ...(product.name.en === undefined ? {} : { en: modelInName(product.name.en) }),
    ...(product.name.zh === undefined ? {} : { zh: product.name.zh.replace(/ [^ ]+$/u, '') }),
  },
});

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
  const lines = had.map(({ of, quantity, anyForm }) => ({
    of,
    quantity: Math.min(quantity, of.stock ?? quantity),
    anyForm,
  }));
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
    lines: lines.map(({ of, quantity, anyForm }) => ({
      product: anyForm ? withoutForm(of) : of,
      quantity,
      price: times(of.price, quantity),
    })),
    shipping,
    total,
    goods: subtract(total, shipping),
    deals: appliedOf(deals),
    ...(few ? { short: { product: few.of, left: few.of.stock! } } : {}),
  };
};
