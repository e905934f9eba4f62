/** What is read for a short question by what lies before the shopper, whatever else its words may mean. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Localized } from '../../knowledge/domain/language.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { valueInWords } from '../../knowledge/retrieval/goods/lexicon.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { openedRule } from '../flows/opened-goods.ts';
import type { ConversationMemory } from '../memory.ts';
import { mostOrders } from '../orders-then.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { Ask } from '../understand/ground/asks.ts';
import { type Ground, goodsBefore, groundOf, isOfCart } from '../understand/ground/ground.ts';
import { isOtherMatter } from '../understand/orders/other-matter.ts';
import { policyNamed } from '../understand/pages/policy-asked.ts';

const ofOrders: ReadonlySet<Ask> = new Set([
  'return-possible',
  'refund-amount',
  'cancel-it',
  'order-where',
  'change-address',
  'bought-before',
  'exchange-size',
  'invoice-need',
]);

/** Asked of one's own orders, where those lie before the shopper. */
export const asksOwnOrders = ({ signedIn }: Turn, { ask }: Understanding): boolean =>
  signedIn && ask !== undefined && ofOrders.has(ask);

/** Whether something comes back, and what: what has gone back already counts. */
export const asksWhatComesBack = (turn: Turn, understanding: Understanding): boolean =>
  asksOwnOrders(turn, understanding) &&
  (understanding.ask === 'return-possible' || understanding.ask === 'refund-amount');

/** The cart as it would be paid now is what comes back for it. */
export const asksCartsPrice = ({ ask }: Understanding): boolean => ask === 'refund-amount';

/** The rule of the shop that the question hangs on; other words of it lead to other pages, or to goods. */
const ruleOf: Partial<Record<Ask, string>> = {
  'refund-amount': 'refund-amount',
  'change-address': 'address-change',
};
/** Where a return or a cancellation runs, words like "change" and "back" speak of it. */
const ruleInFlow: Partial<Record<Ask, string>> = {
  'exchange-size': 'exchange',
};

export const withRuleOfAsk = (understanding: Understanding, memory: ConversationMemory): Understanding | undefined => {
  const { ask, language } = understanding;
  const name =
    ask && !isOtherMatter(understanding, memory)
      ? (ruleOf[ask] ?? (memory.waits ? ruleInFlow[ask] : undefined))
      : undefined;
  const rule = name === undefined ? undefined : policyNamed(name, language);
  if (!rule) return undefined;
  const { own: _, exchanges: __, ...rest } = understanding;
  return { ...rest, intent: 'question', plainly: rule, said: rule.question };
};

/** Where what is only in the cart is, is when it would come. */
export const withDeliveryOfAsk = (
  understanding: Understanding,
  memory: ConversationMemory,
  hasCart: boolean,
): Understanding =>
  understanding.ask === 'order-where' && !understanding.delivery && isOfCart(groundOf(memory, hasCart), memory, hasCart)
    ? { ...understanding, delivery: { asks: 'days', place: memory.place } }
    : understanding;

const ofGoods: ReadonlySet<Ask> = new Set([
  'return-possible',
  'refund-amount',
  'bought-before',
  'exchange-size',
  'cancel-it',
]);

/** The goods that lie before the shopper, where something is asked of them; those of an order stand in it. */
export const goodsAskedOf = (
  { ask }: Understanding,
  memory: ConversationMemory,
  inCart: readonly ProductId[],
): readonly ProductId[] =>
  ask !== undefined && ofGoods.has(ask) ? goodsOn(groundOf(memory, inCart.length > 0), memory, inCart) : [];

const goodsOn = (ground: Ground, memory: ConversationMemory, inCart: readonly ProductId[]): readonly ProductId[] => {
  switch (ground.kind) {
    case 'one':
      return [ground.product];
    case 'list':
    case 'again':
      return ground.products;
    case 'cart':
    case 'offer':
      return inCart;
    case 'page':
    case 'deals': {
      const goods = goodsBefore(memory);
      return goods.kind === 'one' ? [goods.product] : [];
    }
    default:
      return [];
  }
};

/** What it is: a grinder on the shelf of tea and coffee is neither. */
const namesOfKind = (product: Product, { shop }: CatalogueView): readonly Localized[] => {
  const shelf = shop.categories.find(({ key }) => key === product.category)?.name;
  const isOneKind = shelf !== undefined && !severalKinds.test(inLanguage(shelf, 'en'));
  const kinds = (valuesOf(product, 'product') ?? []).map(value => ({
    en: valueInWords('product', value, 'en'),
    zh: valueInWords('product', value, 'zh'),
  }));
  return isOneKind ? [shelf, ...kinds] : kinds;
};
const severalKinds = /&|,|\band\b/u;

/** What a page says of goods that don't come back once they are opened, where such goods could be sent back. */
export const openedRuleFor = (
  { ask, language }: Understanding,
  { orders, goods }: { readonly orders: readonly Order[]; readonly goods: readonly ProductId[] },
  view: CatalogueView,
): string | undefined => {
  if (ask !== 'return-possible') return undefined;
  const bought = goods.length > 0 ? [] : orders.slice(0, mostOrders).flatMap(order => order.lines);
  const products = [...goods, ...bought.map(line => line.product)].flatMap(id => view.byId.get(id) ?? []);
  return openedRule(
    products.flatMap(product => namesOfKind(product, view)),
    view.articles,
    language,
  );
};
