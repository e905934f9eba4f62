/**
 * Everything in a reply that can be looked up is looked up: prices, percents, dates, stock, codes, policy numbers, and what
 * it says was done. Written against the stores and the shop's pages, without a line of the bot's own checks.
 */
import type { Card } from '../../../dialogs/say/cards.ts';
import { asId, type OfferId, type ProductId } from '../../../knowledge/domain/ids.ts';
import type { Order } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { actsClaimed } from './claims-acts.ts';
import { amountsIn, codesIn, datesIn, dayOf, type Money100, percentsIn, periodsIn } from './claims-figures.ts';
import type { Exchange } from './goal.ts';
import { cardsOf } from './reading.ts';
import type { Heard, Stage, Visitor } from './stage.ts';

export interface ClaimContext {
  readonly exchanges: readonly Exchange[];
  readonly visitor: Visitor;
  readonly stage: Stage;
}

/** What the figures of one reply may come from. */
interface Backing {
  readonly amounts: Set<Money100>;
  readonly percents: Set<number>;
  readonly dates: Set<string>;
  readonly periods: Set<string>;
  readonly codes: Set<string>;
}

/** Sentences about what the latest reply says and no record holds. */
export const wrongClaims = async (context: ClaimContext): Promise<string[]> => {
  const { exchanges, visitor, stage } = context;
  const latest = exchanges.at(-1);
  if (!latest) return [];
  const { heard } = latest;
  const { stores, catalogue } = stage.core;
  const { shop } = catalogue.view;
  const found: string[] = [];
  const wrong = (sentence: string): void => {
    found.push(`${sentence} [${latest.said}]`);
  };
  const orders = await stores.orders.ofShopper(visitor.shopper, 20);
  const cart = await stores.carts.ofShopper(visitor.shopper);
  const { articles, promotions } = stage;
  const backing: Backing = {
    amounts: new Set(),
    percents: new Set(),
    dates: new Set(),
    periods: new Set(),
    codes: new Set(),
  };
  const text = [heard.text, ...cardTexts(heard)].join('\n');
  const spokenOf = stage.products.filter(p => [p.name.en, p.name.zh].some(n => n !== undefined && text.includes(n)));
  const read = [
    ...spokenOf.map(p => p.id),
    ...(cart?.lines ?? []).map(l => l.product),
    ...cardsOf(heard, 'product').map(c => asId<ProductId>(c.id)),
  ];
  const live = new Map((await stores.products.many([...new Set(read)])).map((p): [string, Product] => [p.id, p]));
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
  backing.amounts.add(shop.shippingFee.minor);
  if (shop.freeShippingFrom) backing.amounts.add(shop.freeShippingFrom.minor);
  backing.periods.add(`${shop.returnDays}d`);

  for (const card of cardsOf(heard, 'product')) {
    const product = live.get(card.id);
    if (!product) wrong(`A product that is not sold is shown: ${card.id}`);
    else {
      if (product.hidden) wrong(`A hidden product is shown: ${card.id}`);
      if (product.price.minor !== card.priceMinor) wrong(`${card.name} is shown at ${card.price}`);
      if (![product.name.en, product.name.zh].includes(card.name))
        wrong(`${card.id} is shown under the name "${card.name}"`);
      const [left] = (/(?:only|仅剩)\s?(\d+)/i.exec(card.stock) ?? []).slice(1);
      if (left !== undefined && Number(left) !== product.stock)
        wrong(`${card.name}: "${card.stock}" with a stock of ${product.stock}`);
      if (product.stock === 0 && !/sold out|售罄/i.test(card.stock))
        wrong(`${card.name} is sold out and shown as "${card.stock}"`);
      if (product.stock !== 0 && /sold out|售罄/i.test(card.stock))
        wrong(`${card.name} is in stock and shown as sold out`);
    }
  }
  for (const product of live.values()) {
    const names = [product.name.en, product.name.zh].filter((n): n is string => n !== undefined && text.includes(n));
    if (names.length === 0) continue;
    for (const quantity of [1, 2, 3]) backing.amounts.add(product.price.minor * quantity);
    backText(`${product.name.en} ${product.name.zh} ${product.description.en} ${product.description.zh}`);
    for (const [, count] of text.matchAll(/in stock: (\d+) left|有货，还剩(\d+)件/g)) {
      if (
        count !== undefined &&
        names.length === 1 &&
        cardsOf(heard, 'product').length === 1 &&
        Number(count) !== product.stock
      )
        wrong(`${names[0]}: ${count} left, with a stock of ${product.stock}`);
    }
  }
  for (const order of orders) {
    if (!text.includes(order.number)) continue;
    backOrder(order, backing);
  }
  for (const card of cardsOf(heard, 'order')) {
    const order = await stores.orders.byNumber(card.number);
    if (!order) wrong(`An order that does not exist is shown: ${card.number}`);
    else {
      backOrder(order, backing);
      if (order.status !== card.status) wrong(`Order ${card.number} is ${order.status} and shown as ${card.status}`);
      if (order.total.minor !== card.totalMinor) wrong(`Order ${card.number} is shown at ${card.total}`);
      if (order.shopper !== visitor.shopper && order.email !== visitor.email)
        wrong(`The order of somebody else is shown: ${card.number}`);
    }
  }
  for (const card of cardsOf(heard, 'offer')) {
    const offer = await stores.offers.get(asId<OfferId>(card.id));
    if (!offer) wrong(`An offer that the ledger does not hold is shown: ${card.id}`);
    else {
      if (offer.shopper !== visitor.shopper) wrong(`The offer of somebody else is shown: ${card.id}`);
      if (offer.saves.minor !== card.savesMinor)
        wrong(`An offer of ${offer.saves.minor} is shown as ${card.savesMinor}`);
      const total = offer.priced.total.minor;
      for (const a of [offer.saves.minor, total, offer.priced.subtotal.minor, total + offer.saves.minor])
        backing.amounts.add(a);
      for (const line of offer.priced.lines) for (const a of [line.paid.minor]) backing.amounts.add(a);
      for (const at of dayOf(offer.expiresAt, shop.timeZone)) backing.dates.add(at);
      const [before] = amountsIn(card.before);
      const [after] = amountsIn(card.after);
      if (before !== undefined && after !== undefined && before - after !== card.savesMinor)
        wrong(`An offer says ${card.before} before and ${card.after} after, and saves ${card.saves}`);
    }
  }
  // What an offer is priced for may be more than the cart.
  const promised = new Set<Money100>();
  for (const offer of await stores.offers.ofShopper(visitor.shopper, 20)) {
    const total = offer.priced.total.minor;
    promised.add(total);
    for (const a of [offer.saves.minor, total, offer.priced.subtotal.minor, total + offer.saves.minor])
      backing.amounts.add(a);
    for (const at of dayOf(offer.expiresAt, shop.timeZone)) backing.dates.add(at);
    // A promise in words must be one that stands in the ledger; its amounts are backed by nothing else.
  }
  for (const card of cardsOf(heard, 'refund')) {
    const order = orders.find(o => o.number === card.order) ?? (await stores.orders.byNumber(card.order));
    if (!order) wrong(`A refund for an order that does not exist: ${card.order}`);
    else {
      backOrder(order, backing);
      const paid = order.lines.reduce(
        (sum, line) =>
          sum + (card.lines.some(l => l.name === line.title.en || l.name === line.title.zh) ? line.paid.minor : 0),
        0,
      );
      const whole = card.lines.length === order.lines.length;
      const right = whole ? order.total.minor : paid;
      if ((order.deals ?? []).length === 0 && card.refundMinor !== right)
        wrong(`The refund of ${card.order} is shown as ${card.refund}; by its lines it is ${right}`);
      backing.amounts.add(card.refundMinor);
    }
  }
  for (const back of (await Promise.all(orders.map(o => stores.returns.ofOrder(o.id)))).flat()) {
    if (text.includes(back.id)) backing.amounts.add(back.refund.minor);
  }
  const lines = (cart?.lines ?? []).flatMap(line => {
    const product = live.get(line.product);
    return product ? [{ product, quantity: line.quantity }] : [];
  });
  const goods = lines.reduce((sum, l) => sum + l.product.price.minor * l.quantity, 0);
  for (const card of cardsOf(heard, 'cart')) {
    const shown = card.lines.reduce((sum, l) => sum + (amountsIn(l.price)[0] ?? 0), 0);
    if (shown !== goods) wrong(`The cart's lines are shown at ${shown} and come to ${goods}`);
    const off = (card.deals ?? []).reduce((sum, d) => sum + (amountsIn(d.saves)[0] ?? 0), 0);
    const fee = card.totalMinor - (shown - off);
    if (fee !== 0 && fee !== shop.shippingFee.minor)
      wrong(`A cart of ${shown} less ${off} is said to come to ${card.totalMinor}`);
    if (fee !== 0 && shop.freeShippingFrom && shown - off >= shop.freeShippingFrom.minor)
      wrong(`Delivery of ${fee} is charged on a cart of ${shown - off}`);
    backing.amounts.add(card.totalMinor);
    for (const l of card.lines) backText(l.price);
    for (const d of card.deals ?? []) backText(`${d.saves} ${d.name}`);
  }
  for (const total of totalsClaimed(heard.text)) {
    backing.amounts.add(total);
    // What it comes to is never more than goods and delivery, and what is taken off is said or stands in the ledger.
    if (
      goods > 0 &&
      total > goods + shop.shippingFee.minor &&
      !promised.has(total) &&
      !/add|with|if|加/i.test(heard.text)
    )
      wrong(`A cart of ${goods} is said to come to ${total}`);
  }
  for (const card of cardsOf(heard, 'source')) {
    const article = articles.find(a => a.url === card.url);
    if (!article) wrong(`A source that is no page of the shop: ${card.url}`);
    else backText(`${article.title.en}\n${article.body.en}\n${article.title.zh}\n${article.body.zh}`);
  }
  for (const p of promotions) {
    const named = [p.name.en, p.name.zh].some(n => n !== undefined && text.includes(n)) || speaksOfDeals.test(text);
    if (!named) continue;
    backText(`${p.name.en}\n${p.name.zh}\n${p.terms.en}\n${p.terms.zh}`);
    for (const at of [...dayOf(p.endsAt, shop.timeZone), ...dayOf(p.startsAt, shop.timeZone)]) backing.dates.add(at);
    for (const [, rate] of JSON.stringify(p.action).matchAll(/"rate":(0?\.\d+|1)/g))
      backing.percents.add(Math.round(Number(rate) * 1000) / 10);
    const action = JSON.stringify(p.action);
    for (const gift of stage.products) if (action.includes(`"${gift.id}"`)) backing.amounts.add(gift.price.minor);
    // What is missing to a threshold, and what lies at a step of it.
    for (const threshold of thresholdsOf(p)) {
      backing.amounts.add(threshold);
      for (const base of [goods, goods + shop.shippingFee.minor])
        if (threshold > base) backing.amounts.add(threshold - base);
    }
  }
  // Amounts that a sentence derives from two others it names: "¥340 instead of ¥360: ¥20 less".
  const said = amountsIn(heard.text);
  const derived = (amount: Money100): boolean =>
    said.some(a =>
      said.some(b => a !== amount && b !== amount && backing.amounts.has(a) && Math.abs(a - b) === amount),
    );

  for (const amount of amountsIn(text)) {
    if (!backing.amounts.has(amount) && !derived(amount)) wrong(`No record holds the amount ${amount / 100}`);
  }
  for (const percent of percentsIn(text)) {
    if (!backing.percents.has(percent)) wrong(`No record holds ${percent} %`);
  }
  for (const date of datesIn(text)) {
    if (!backing.dates.has(date)) wrong(`No record holds the date ${date}`);
  }
  for (const period of periodsIn(text)) {
    if (!backing.periods.has(period)) wrong(`No page says ${period}`);
  }
  const issued = new Set((await stores.codes.many(codesIn(text))).map(c => c.id));
  for (const code of codesIn(text)) {
    const known = orders.some(o => code === o.number) || backing.codes.has(code);
    if (!known) wrong(issued.has(code) ? `A code was given away: ${code}` : `A code that does not exist: ${code}`);
  }
  for (const sentence of await actsClaimed(context, cart)) wrong(sentence);
  return found;
};

const speaksOfDeals = /deal|offer|promotion|discount|code|优惠|活动|满|折/i;

const totalsClaimed = (text: string): Money100[] =>
  [
    ...text.matchAll(
      /(?:total is now|cart comes to|you'd pay|You'd pay|instead of|现在合计|购物车合计|含运费共|总价从|变为|少付|多付|实付)\s?(¥[\d,.]+\d)/g,
    ),
  ].flatMap(m => amountsIn(m[1] ?? ''));

const backOrder = (order: Order, backing: Backing): void => {
  for (const m of [order.total, order.subtotal, order.discount, order.shipping]) backing.amounts.add(m.minor);
  for (const line of order.lines)
    for (const m of [line.paid, line.unitPrice, line.discount]) backing.amounts.add(m.minor);
  const s = order.shipment;
  for (const at of [order.placedAt, s?.shippedAt, s?.expectedAt, s?.deliveredAt]) {
    if (at) for (const day of dayOf(at, 'UTC')) backing.dates.add(day);
  }
};

const thresholdsOf = (p: { conditions: readonly { kind: string }[]; action: { kind: string } }): Money100[] =>
  JSON.stringify([p.conditions, p.action])
    .match(/"minor":\d+/g)
    ?.map(m => Number(m.slice(8))) ?? [];

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
