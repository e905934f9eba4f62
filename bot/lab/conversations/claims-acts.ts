/** What a reply says was done, looked up where it would show. */
import type { Cart } from '../../../knowledge/domain/order.ts';
import type { ClaimContext } from './claims-check.ts';

export const actsClaimed = async (
  { exchanges, visitor, stage }: ClaimContext,
  cart: Cart | null,
): Promise<string[]> => {
  const text = exchanges.at(-1)?.heard.text ?? '';
  const { stores } = stage.core;
  const found: string[] = [];
  for (const product of stage.products) {
    const says = [`${product.name.en} is in your cart`, `${product.name.zh}已加入购物车`].some(s => text.includes(s));
    if (says && !cart?.lines.some(l => l.product === product.id))
      found.push(`${product.name.en} is said to be in the cart`);
  }
  const registered = /(?:registered under|退货已登记，编号)\s?(R-WY-[\d-]+\d)/.exec(text)?.[1];
  if (registered !== undefined) {
    const orders = await stores.orders.ofShopper(visitor.shopper, 20);
    const backs = (await Promise.all(orders.map(o => stores.returns.ofOrder(o.id)))).flat();
    if (!backs.some(b => b.id === registered)) found.push(`The return ${registered} is said to be registered`);
  }
  const cancelled = /Order (WY-\d+) (?:is|has been) cancelled|订单 ?(WY-\d+) ?已(?:为您)?取消/.exec(text);
  const number = cancelled?.[1] ?? cancelled?.[2];
  if (number !== undefined && (await stores.orders.byNumber(number))?.status !== 'cancelled')
    found.push(`Order ${number} is said to be cancelled`);
  if (/Personal offers are off\.|已关闭个性化优惠/.test(text)) {
    const shopper = await stores.shoppers.get(visitor.shopper);
    if (shopper?.consent.personalOffers !== false) found.push('Personal offers are said to be off');
  }
  if (/I've asked a colleague|已为您呼叫人工客服/.test(text)) {
    const conversation = await stores.conversations.get(visitor.conversation);
    if (conversation?.owner !== 'waiting') found.push('A person is said to have been asked');
  }
  if (/is gone for good|已彻底清除/.test(text)) {
    const kept = await Promise.all([
      stores.facts.active(visitor.shopper, stage.clock()),
      stores.mentions.recent(visitor.shopper, 1),
      stores.browsing.recent(visitor.shopper, 1),
      stores.ratings.ofShopper(visitor.shopper),
    ]);
    if (kept.some(list => list.length > 0)) found.push('Everything is said to be forgotten');
  }
  return found;
};
