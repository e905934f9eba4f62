/** What that comes to which a short question of money is asked of: the cart with its codes and deals, goods by the piece and together, the orders meant. */
import { asId, type CartId } from '../../knowledge/domain/ids.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { leavesAfter } from '../../knowledge/retrieval/pages/delivery-days.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { dealsOfCart } from '../offers/combine/deals-of-cart.ts';
import { offerProblem } from '../offers/ledger/ledger.ts';
import { wallTimeOf } from '../offers/rules/calendar.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { CostBefore, SumFacts, TurnFacts } from '../turn-facts.ts';
import type { CostLine } from '../understand/cart/cost-lines.ts';
import type { Ask } from '../understand/ground/asks.ts';
import { countIn } from '../understand/ground/count-in.ts';
import { moneyBefore } from '../understand/ground/money-before.ts';
import { withoutPlacing } from '../understand/orders/told-arrival.ts';
import { dayAhead } from '../understand/text/day-ahead.ts';
import { appliedOf } from './add-on.ts';
import { readDelivery } from './delivery.ts';
import { dutiesAbroad } from './duties.ts';
import { readSum } from './sum.ts';

const ofMoney: ReadonlySet<Ask> = new Set([
  'total-price',
  'delivery-cost',
  'delivery-included',
  'delivery-to-place',
  'arrival',
  'by-date',
  'instalments',
  'gift-wrap',
  'tax-included',
  'sum-of-several',
]);
/** More are not told each for itself. */
const mostGoods = 8;
const mostOrders = 3;

type Known = Pick<
  TurnFacts,
  'shop' | 'memory' | 'orders' | 'cart' | 'cartProducts' | 'openOffers' | 'now' | 'shopper' | 'sendsTo'
>;

/** Undefined: nothing of that is asked. */
export const readCostBefore = async (
  turn: Turn,
  understanding: Understanding,
  facts: Known,
  services: DialogServices,
): Promise<CostBefore | undefined> => {
  const { ask } = understanding;
  if (ask === undefined || !ofMoney.has(ask)) return undefined;
  const { memory, cart, sendsTo } = facts;
  if (ask === 'tax-included') {
    const duties = sendsTo && dutiesAbroad(services.catalogue.view.articles, understanding.language);
    return { of: 'nothing', each: [], ...(duties ? { duties } : {}) };
  }
  const inCart = cart?.lines ?? [];
  const of = moneyBefore(ask, memory, inCart, turn.signedIn, understanding.toldArrival !== undefined);
  const count = ask === 'sum-of-several' ? countIn(fold(turn.text), understanding.language) : undefined;
  if (of.kind === 'unseen' || of.kind === 'nothing') return { of: of.kind, each: [], ...(count ? { count } : {}) };
  if (of.kind === 'cart') {
    const lines = count === undefined ? inCart : oneOfCart(inCart, count, memory.focus);
    const isWhole = lines.length === inCart.length;
    const costs = await costOfCart(turn, lines, facts, services, isWhole);
    return { of: 'cart', each: [], ...costs, ...(count ? { count } : {}) };
  }
  if (of.kind === 'orders') {
    const orders = ordersMeant(of.numbers, facts.orders);
    const lines = count === undefined ? [] : (orders[0]?.lines.filter(line => !line.gift) ?? []);
    const each = await sumsOf(turn, eachOf(lines, count), facts, services);
    return {
      of: 'orders',
      orders: orders.map(order => ({ order, ...arrivalOf(order, turn, understanding, services) })),
      each,
      ...(count ? { count } : {}),
    };
  }
  const { lines, how } = of;
  const counted = how === 'again' && count !== undefined && count !== lines.length ? eachOf(lines, count) : lines;
  const wanted = how === 'one' ? eachOf(lines, count) : counted;
  const [each, together] = await Promise.all([
    how === 'again' ? [] : sumsOf(turn, wanted.slice(0, mostGoods), facts, services),
    how === 'one' ? undefined : readSum(turn, wanted, facts, services),
  ]);
  const beside = how === 'one' && ask === 'total-price' ? await besideCart(turn, lines, facts, services) : {};
  return { of: how, each, ...beside, ...(together ? { together } : {}), ...(count ? { count } : {}) };
};

/** "What's the total?", a mug being looked at and a flask in the cart: the cart, and what it would be with the mug. */
const besideCart = async (
  turn: Turn,
  lines: readonly CostLine[],
  facts: Known,
  services: DialogServices,
): Promise<Pick<CostBefore, 'cart' | 'withIt'>> => {
  const inCart = facts.cart?.lines ?? [];
  if (inCart.length === 0) return {};
  const [now, then] = await Promise.all(
    [inCart, [...inCart, ...lines]].map(all => costOfCart(turn, all, facts, services, true)),
  );
  return now?.cart && then?.cart ? { cart: now.cart, withIt: then.cart.priced } : {};
};

const eachOf = (lines: readonly Pick<CostLine, 'product' | 'quantity'>[], count: number | undefined): CostLine[] =>
  lines.map(({ product, quantity }) => ({ product, quantity: count ?? quantity }));

const sumsOf = async (
  turn: Turn,
  lines: readonly CostLine[],
  facts: Known,
  services: DialogServices,
): Promise<readonly SumFacts[]> =>
  (await Promise.all(lines.map(line => readSum(turn, [line], facts, services)))).filter(sum => sum !== null);

/** So many of the thing in it that is spoken of, or that came in last. */
const oneOfCart = <L extends { readonly product: CostLine['product'] }>(
  lines: readonly L[],
  count: number,
  focus: CostLine['product'] | undefined,
): readonly (L & { readonly quantity: number })[] => {
  const meant = lines.find(line => line.product === focus) ?? lines.at(-1);
  return meant ? [{ ...meant, quantity: count }] : [];
};

/** The cart, or so many of one thing of it, as it would be paid now; and with the deal that was offered and is not used yet. */
const costOfCart = async (
  turn: Turn,
  lines: readonly { readonly product: CostLine['product']; readonly quantity: number }[],
  { cart, cartProducts, openOffers, shop }: Known,
  { stores }: DialogServices,
  isWhole: boolean,
): Promise<Pick<CostBefore, 'cart' | 'withOffer'>> => {
  if (lines.length === 0) return {};
  const stands = (offer: Offer): boolean => !offerProblem(offer, turn.shopper, turn.at);
  const held = openOffers.find(offer => offer.id === cart?.offer && stands(offer));
  const quoted = held ? undefined : openOffers.find(offer => offer.state === 'quoted' && stands(offer));
  const priced = async (offer: Offer | undefined) => {
    const deals = await dealsOfCart({
      stores,
      cart: {
        id: cart?.id ?? asId<CartId>(`cart:${turn.shopper}`),
        version: cart?.version ?? 0,
        lines,
        ...(cart?.codes && isWhole ? { codes: cart.codes } : {}),
        ...(cart?.gifts && isWhole ? { gifts: cart.gifts } : {}),
      },
      offer: offer ?? null,
      shopper: turn.shopper,
      shop,
      now: turn.at,
    });
    return { priced: deals.combination.priced, deals: appliedOf(deals) };
  };
  const [now, withIt] = await Promise.all([
    priced(isWhole ? held : undefined),
    quoted && isWhole ? priced(quoted) : undefined,
  ]);
  const saves = withIt ? now.priced.total.minor - withIt.priced.total.minor : 0;
  return {
    cart: {
      ...now,
      products: lines.flatMap(line => {
        const product = cartProducts.find(one => one.id === line.product);
        return product ? [{ product, quantity: line.quantity }] : [];
      }),
    },
    ...(withIt && saves > 0
      ? { withOffer: { saves: { ...now.priced.total, minor: saves }, priced: withIt.priced } }
      : {}),
  };
};

const onItsWay: ReadonlySet<Order['status']> = new Set(['placed', 'packed', 'shipped']);

/** As they were told; where none was, the latest that is on its way, else the latest. */
const ordersMeant = (numbers: readonly string[], orders: readonly Order[]): readonly Order[] => {
  const told = numbers.flatMap(number => orders.find(order => order.number === number) ?? []);
  if (told.length > 0) return told.slice(0, mostOrders);
  const latest = orders.find(order => onItsWay.has(order.status)) ?? orders[0];
  return latest ? [latest] : [];
};

/** When an order that has not left should come, by the pages, and whether any comes by the day that is asked about. */
const arrivalOf = (
  order: Order,
  turn: Turn,
  understanding: Understanding,
  { catalogue: { view } }: DialogServices,
): Pick<NonNullable<CostBefore['orders']>[number], 'arrives' | 'by' | 'leaves'> => {
  if (understanding.ask !== 'arrival' && understanding.ask !== 'by-date') return {};
  const { year, month, day } = wallTimeOf(turn.at, view.shop.timeZone);
  const by =
    understanding.ask === 'by-date'
      ? dayAhead(withoutPlacing(fold(turn.text)), new Date(Date.UTC(year, month - 1, day)))
      : undefined;
  const wanted = by === undefined ? {} : { by: new Date(`${by}T00:00:00Z`) };
  if (order.shipment || !onItsWay.has(order.status)) return wanted;
  const placed = wallTimeOf(order.placedAt, view.shop.timeZone);
  const ordered = {
    day: new Date(Date.UTC(placed.year, placed.month - 1, placed.day)).toISOString().slice(0, 10),
    hour: placed.hour,
  };
  const delivery = readDelivery(turn, { ...understanding, abroad: false, delivery: { asks: 'days', ordered } }, view);
  const after = leavesAfter(placed.hour, view.articles, understanding.language);
  const leaves = new Date(Date.UTC(placed.year, placed.month - 1, placed.day + after));
  return {
    ...wanted,
    ...(delivery ? { arrives: delivery.told.arrives } : {}),
    ...(understanding.toldArrival === 'leaves' ? { leaves } : {}),
  };
};
