/** What one reply is checked with: the records as they are now, and what its figures may come from. */
import type { Card } from '../../../dialogs/say/cards.ts';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import type { Cart, Order } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { amountsIn, codesIn, datesIn, type Money100, percentsIn, periodsIn } from './claims-figures.ts';
import type { Exchange } from './goal.ts';
import { cardsOf } from './reading.ts';
import type { Heard, Stage, Visitor } from './stage.ts';

export interface ClaimContext {
  readonly exchanges: readonly Exchange[];
  readonly visitor: Visitor;
  readonly stage: Stage;
}

/** What the figures of one reply may come from. */
export interface Backing {
  readonly amounts: Set<Money100>;
  readonly percents: Set<number>;
  readonly dates: Set<string>;
  readonly periods: Set<string>;
  readonly codes: Set<string>;
}

export interface Check {
  readonly visitor: Visitor;
  readonly stage: Stage;
  readonly shop: Shop;
  readonly heard: Heard;
  /** What was heard before it. */
  readonly before: readonly Heard[];
  /** Words and cards together. */
  readonly text: string;
  /** Products named, shown or in the cart, as the store has them. */
  readonly live: ReadonlyMap<string, Product>;
  readonly orders: readonly Order[];
  readonly cart: Cart | null;
  /** Of the goods in the cart at their prices. */
  readonly goods: Money100;
  readonly backing: Backing;
  backText(words: string): void;
  wrong(sentence: string): void;
}

/** `found` receives what turns out wrong. */
export const openCheck = async (
  { exchanges, visitor, stage }: ClaimContext,
  latest: Exchange,
  found: string[],
): Promise<Check> => {
  const { stores, catalogue } = stage.core;
  const { shop } = catalogue.view;
  const { heard } = latest;
  const orders = await stores.orders.ofShopper(visitor.shopper, 20);
  const cart = await stores.carts.ofShopper(visitor.shopper);
  const text = [heard.text, ...cardTexts(heard)].join('\n');
  const spokenOf = stage.products.filter(p => [p.name.en, p.name.zh].some(n => n !== undefined && text.includes(n)));
  const read = [
    ...spokenOf.map(p => p.id),
    ...(cart?.lines ?? []).map(l => l.product),
    ...cardsOf(heard, 'product').map(c => asId<ProductId>(c.id)),
  ];
  const live = new Map((await stores.products.many([...new Set(read)])).map((p): [string, Product] => [p.id, p]));
  const backing: Backing = {
    amounts: new Set([shop.shippingFee.minor, ...(shop.freeShippingFrom ? [shop.freeShippingFrom.minor] : [])]),
    percents: new Set(),
    dates: new Set(),
    periods: new Set([`${shop.returnDays}d`]),
    codes: new Set(),
  };
  const backText = (words: string): void => {
    for (const a of amountsIn(words)) backing.amounts.add(a);
    for (const p of percentsIn(words)) backing.percents.add(p);
    for (const d of datesIn(words)) backing.dates.add(d);
    for (const p of periodsIn(words)) backing.periods.add(p);
    for (const c of codesIn(words)) backing.codes.add(c);
  };
  // What the shopper said may be said back.
  for (const e of exchanges) {
    backText(e.said);
    for (const [number] of e.said.matchAll(/\d+(?:\.\d+)?/g)) backing.amounts.add(Math.round(Number(number) * 100));
  }
  const goods = (cart?.lines ?? []).reduce(
    (sum, line) => sum + (live.get(line.product)?.price.minor ?? 0) * line.quantity,
    0,
  );
  const wrong = (sentence: string): void => {
    found.push(`${sentence} [${latest.said}]`);
  };
  const before = exchanges.slice(0, -1).map(one => one.heard);
  return { visitor, stage, shop, heard, before, text, live, orders, cart, goods, backing, backText, wrong };
};

/** The words on cards that nothing above reads field by field. */
const cardTexts = (heard: Heard): string[] =>
  heard.cards.flatMap((card: Card) => {
    switch (card.type) {
      case 'product':
        return [card.name, card.price, card.reason ?? '', card.description ?? ''];
      case 'offer':
        return [
          card.title,
          card.saves,
          card.before,
          card.after,
          card.terms,
          card.expires,
          ...card.lines.map(l => `${l.name} ${l.paid}`),
        ];
      case 'order':
        return [
          card.total,
          card.placedAt,
          card.shipment?.expected ?? '',
          ...card.lines.map(l => `${l.name} ${l.paid}`),
        ];
      case 'refund':
        return [card.refund, ...card.notes, ...card.lines.map(l => `${l.name} ${l.paid}`)];
      case 'cart':
        return [card.total, ...card.lines.map(l => `${l.name} ${l.price}`)];
      default:
        return [];
    }
  });
