/** The shop that simulated shoppers talk to: the real bot, its database in memory, and orders made for each of them. */
import { cartIdOf } from '../../../dialogs/record-cart.ts';
import type { Card, CardButton } from '../../../dialogs/say/cards.ts';
import type { TapValue } from '../../../dialogs/turn.ts';
import { makeOrder } from '../../../knowledge/demo/order-making.ts';
import type { Article } from '../../../knowledge/domain/article.ts';
import type { Clock } from '../../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type OrderId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Language } from '../../../knowledge/domain/language.ts';
import type { Order, OrderStatus } from '../../../knowledge/domain/order.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Random } from '../../../knowledge/domain/random.ts';
import type { TurnLog } from '../../bot.ts';
import { beginConversation, shownIn } from '../../channels/console-conversation.ts';
import type { Core, CoreOptions } from '../../core.ts';
import { clockFrom, openSmallShop } from '../../small-shop.ts';
import { pick } from './wording.ts';

/** What came back for one message, as a shopper sees it. */
export interface Heard {
  readonly text: string;
  readonly cards: readonly Card[];
  readonly taps: readonly CardButton[];
  /** Kept for the transcript; no shopper reads it. */
  readonly log: TurnLog | undefined;
}

/** One simulated shopper and what is theirs. */
export interface Visitor {
  readonly shopper: ShopperId;
  readonly conversation: ConversationId;
  readonly email: string;
  say(text: string): Promise<Heard>;
  tap(value: TapValue): Promise<Heard>;
}

export interface Stage {
  readonly core: Core;
  readonly products: readonly Product[];
  readonly articles: readonly Article[];
  readonly promotions: readonly Promotion[];
  readonly clock: Clock;
  /** `name` is unique within this run of the lab. */
  visit(name: string, options: { readonly signedIn: boolean; readonly language: Language }): Promise<Visitor>;
  /** An order of this visitor with `lines` things, put into the store as any other. */
  order(
    visitor: Pick<Visitor, 'shopper' | 'email'>,
    random: Random,
    options: { readonly status: OrderStatus; readonly lines?: number; readonly products?: readonly Product[] },
  ): Promise<Order>;
  fillCart(visitor: Pick<Visitor, 'shopper'>, products: readonly Product[]): Promise<void>;
  close(): Promise<void>;
}

const day = 86_400_000;

/** A weekday morning in Shanghai; it goes on with the machine's time from there. */
const morning = Date.UTC(2026, 2, 4, 2, 0);

/** `modelsDir` without a model in it: the shop as on its first day. */
export const openStage = async (options: {
  readonly modelsDir: string;
  readonly seed: number;
  readonly openEncoder?: CoreOptions['openEncoder'];
}): Promise<Stage> => {
  const { modelsDir, seed, openEncoder } = options;
  const clock = clockFrom(morning);
  const env = { COUNTEROFFER_SEED: String(seed) };
  const { core, adapter } = await openSmallShop({ modelsDir, clock, env, openEncoder });
  await core.services.indexes.settled();
  const { stores, catalogue } = core;
  const { shop } = catalogue.view;
  let orders = 0;

  const visit: Stage['visit'] = async (name, { signedIn, language }) => {
    const shopper = asId<ShopperId>(signedIn ? `lab-${name}` : `guest-lab-${name}`);
    const conversation = asId<ConversationId>(`lab-${name}`);
    const who = await beginConversation(core, { shopper, conversation, signedIn, language });
    const hear = async (message: { text: string; value?: unknown }): Promise<Heard> => {
      const heard = await adapter.hear({ type: 'message', ...message }, who);
      const { text, cards, suggestions } = shownIn(heard);
      return { text, cards, taps: suggestions, log: heard.log };
    };
    return {
      shopper,
      conversation,
      email: `${name}@shopper.example`,
      say: text => hear({ text }),
      tap: value => (value.tap === 'say' ? hear({ text: value.text }) : hear({ text: '', value })),
    };
  };

  const order: Stage['order'] = async (visitor, random, { status, lines = 1, products }) => {
    const now = clock();
    const sellable = catalogue.view.products.filter(isSellable);
    const bought = products ?? Array.from({ length: lines }, () => pick(sellable, random));
    const age = { placed: 0.05, packed: 0.4, shipped: 2, delivered: 6, cancelled: 3, returned: 20 }[status];
    const placedAt = new Date(now.getTime() - age * day);
    const shippedAt = new Date(placedAt.getTime() + 0.8 * day);
    const expectedAt = new Date(placedAt.getTime() + 4 * day);
    const draft = makeOrder({
      shop,
      shopper: visitor.shopper,
      email: visitor.email,
      placedAt,
      now,
      lines: [...new Set(bought)].map(product => ({ product, quantity: 1 })),
      discounts: [],
      freeShipping: false,
      random,
    });
    orders += 1;
    const { shipment: _, ...rest } = draft;
    const sent = {
      carrier: 'Greenway Post 绿径邮政',
      tracking: `GW${String(Math.floor(random() * 1e10)).padStart(10, '0')}`,
      shippedAt,
      expectedAt,
    };
    const made: Order = {
      ...rest,
      id: asId<OrderId>(`lab-order-${orders}`),
      number: `WY-${700_000 + orders}`,
      status,
      ...(status === 'shipped' ? { shipment: sent } : {}),
      ...(status === 'delivered'
        ? { shipment: { ...sent, deliveredAt: new Date(placedAt.getTime() + 3.5 * day) } }
        : {}),
    };
    await stores.orders.put([made]);
    return made;
  };

  const fillCart: Stage['fillCart'] = async ({ shopper }, products) => {
    const cart = await stores.carts.ensure(cartIdOf(shopper), shopper, clock());
    const lines = products.map(p => ({ product: p.id, quantity: 1 }));
    await stores.carts.change(cart.id, cart.version, { lines }, clock());
  };

  return {
    core,
    products: catalogue.view.products,
    articles: await stores.articles.all(),
    promotions: await stores.promotions.all(),
    clock,
    visit,
    order,
    fillCart,
    close: () => core.close(),
  };
};
