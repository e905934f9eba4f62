/** What is read for questions about one's own orders, and the page that answers for them what no order holds. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Money } from '../../knowledge/domain/money.ts';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { isSellable } from '../../knowledge/domain/product.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { ConversationMemory } from '../memory.ts';
import { isOfCancelled, orderToldOf } from '../order-told.ts';
import type { Turn, Understanding } from '../turn.ts';
import { isOfClaim } from '../understand/orders/claim-told.ts';
import { isOfMissing } from '../understand/orders/missing-told.ts';
import { asksArrival, asksOwnSpend, asksToRegular } from '../understand/orders/order-talk.ts';
import { changesParcel, ruleOfParcel } from '../understand/orders/parcel-changes.ts';
import { asksMoneyBack, asksOwnRefund } from '../understand/orders/refund-asked.ts';
import { asksOwnReturn, asksStillReturn, asksTimeLeft } from '../understand/orders/return-asked.ts';
import { asksOwnWarranty } from '../understand/orders/warranty-own.ts';
import { policyNamed } from '../understand/pages/policy-asked.ts';

/** What is asked of the shop's rules, and answered by the shopper's own orders too. */
export const readsOwnOrders = (
  turn: Turn,
  { intent, said = '', plainly, entities }: Understanding,
  memory: ConversationMemory,
): boolean =>
  intent === 'question' &&
  (asksOwnReturn(turn.text) ||
    (turn.signedIn &&
      (entities.orderNumber !== undefined ||
        plainly?.name === 'invoice-order' ||
        asksStillReturn(turn.text) ||
        asksTimeLeft(said, memory) ||
        asksOwnWarranty({ intent, plainly, said }, memory) ||
        isOfClaim(plainly?.name) ||
        plainly?.name === 'exchange' ||
        isOfMissing(said, plainly?.name))) ||
    asksOwnSpend(said) ||
    asksToRegular(said, plainly?.name) ||
    (turn.signedIn && asksOwnRefund(said, memory)) ||
    (turn.signedIn && changesParcel({ plainly, said }, memory)));

/** Of what kind each thing of an order is, as the catalogue has it now where the order does not say. */
export const withKinds = (orders: readonly Order[], view: CatalogueView): readonly Order[] =>
  orders.map(order =>
    order.lines.every(line => line.category !== undefined)
      ? order
      : {
          ...order,
          lines: order.lines.map(line => {
            const category = line.category ?? view.byId.get(line.product)?.category;
            return category === undefined ? line : { ...line, category };
          }),
        },
  );

/** What the things of these orders cost today, those that are still sold. */
export const pricesOf = (orders: readonly Order[], view: CatalogueView): ReadonlyMap<ProductId, Money> =>
  new Map(
    orders
      .flatMap(({ lines }) => lines.flatMap(({ product }) => view.byId.get(product) ?? []))
      .filter(isSellable)
      .map(({ id, price }) => [id, price]),
  );

/** Until when one's own order could go back. */
export const asksOwnWindow = (turn: Turn, { intent, said = '' }: Understanding, memory: ConversationMemory): boolean =>
  intent === 'question' && (asksStillReturn(turn.text) || asksTimeLeft(said, memory));

/** The state of one's own refund, and no rule in general. */
export const asksWhereRefundIs = ({ intent, said = '' }: Understanding, memory: ConversationMemory): boolean =>
  intent === 'question' && asksOwnRefund(said, memory);

const missingLasts = 5;
/** The money for a parcel that never came: no return is spoken of. */
const asksRefundOfMissing = ({ intent, said = '' }: Understanding, { claim, turns }: ConversationMemory): boolean =>
  intent === 'question' && claim?.missing === true && turns - claim.at <= missingLasts && asksMoneyBack(said);

/** Orders whose returns are looked up. */
const returnsLimit = 20;
/** What was registered as coming back of the latest orders. */
export const returnsOf = async (
  orders: readonly Order[],
  { returns }: Pick<Stores, 'returns'>,
): Promise<ReturnRequest[]> =>
  (await Promise.all(orders.slice(0, returnsLimit).map(order => returns.ofOrder(order.id)))).flat();

export const asksUsualTime = ({ intent, said = '' }: Understanding, memory: ConversationMemory): boolean =>
  intent === 'order-status' && asksArrival(said, memory);

/**
 * What a page is asked of an order of one's own: how long it takes to come or to be refunded, how it is exchanged. The address of one that
 * was told of just now: it may have left already, and there is a rule for that.
 */
export const ofOrderSpokenOf = (
  understanding: Understanding,
  memory: ConversationMemory,
  orders: readonly Order[],
): Understanding => {
  if (asksRefundOfMissing(understanding, memory)) {
    const lost = policyNamed('parcel-lost', understanding.language);
    return lost ? { ...understanding, plainly: lost, said: lost.question } : understanding;
  }
  const coming = orders.filter(({ status }) => status === 'placed' || status === 'packed' || status === 'shipped');
  const underWay = orderToldOf(coming, memory) ?? coming[0];
  if (asksUsualTime(understanding, memory)) {
    const time = policyNamed('delivery-time', understanding.language);
    return time ? { ...understanding, plainly: time, said: time.question } : understanding;
  }
  if (understanding.exchanges) {
    const rule = policyNamed('exchange', understanding.language);
    return rule ? { ...understanding, plainly: rule, said: rule.question } : understanding;
  }
  if (asksWhereRefundIs(understanding, memory)) {
    // How long is too long has a rule of its own.
    if (understanding.plainly?.name === 'refund-late') return understanding;
    const time = policyNamed(
      isOfCancelled(understanding.said ?? '', { memory, orders }) ? 'refund-cancelled' : 'refund-time',
      understanding.language,
    );
    return time ? { ...understanding, plainly: time, said: time.question } : understanding;
  }
  const rule =
    underWay && changesParcel(understanding, memory)
      ? ruleOfParcel(understanding.plainly?.name, underWay.status === 'shipped')
      : undefined;
  const plainly = rule === undefined ? undefined : policyNamed(rule, understanding.language);
  return plainly ? { ...understanding, plainly, said: plainly.question } : understanding;
};
