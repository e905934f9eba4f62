/** "Where is the teahouse jacket?" of a jacket that the shopper has ordered: its order, and no product of the shop. */
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import { namedMost } from '../flows/goods-meant.ts';
import { linesOfThing, openLines } from '../flows/return-lines.ts';
import { mostOrders } from '../orders-then.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { awaitedIn } from '../understand/orders/thing-awaited.ts';
import { type Draft, suggest } from './draft.ts';
import { isUnderWay } from './own-orders.ts';

const recent = 30 * 86_400_000;

/** Of goods that lie on the table "the jacket" is the one that is looked at. */
const isOnTable = ({ focus, shown }: TurnFacts['memory']): boolean => focus !== undefined || shown.length > 0;

const ofAny = /[红橙黄绿蓝紫黑白灰棕粉]色?|[新的那这我]|[个件双条只盒瓶包罐袋套盏台把支]/gu;
/** 茶馆外套 is no 工装外套: all that it is called stands in the name. */
const isCalled = ({ title: { zh = '' } }: OrderLine, said: string): boolean => {
  const thing = awaitedIn(said);
  return thing === undefined || [...thing.replace(ofAny, '')].every(one => zh.includes(one));
};

const holdingIn = (order: Order, said: string, { family, focus }: TurnFacts): readonly OrderLine[] => {
  const chosen = order.lines.filter(line => !line.gift);
  if (focus) return chosen.filter(({ product }) => [focus, ...(family ?? [])].some(({ id }) => id === product));
  const such = linesOfThing(order, openLines(order, []), said).map(({ product }) => product);
  return chosen.filter(line => such.includes(line.product) && isCalled(line, said));
};

/** Null: nothing such is asked, or it was not ordered. */
export const thingAwaited = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const { awaits, said = '', entities } = understanding;
  const { orders, memory, now } = facts;
  if (!awaits || !turn.signedIn) return null;
  const isNamed = entities.products.length > 0;
  if (!isNamed && isOnTable(memory)) return null;
  const holding = orders.filter(
    order => holdingIn(order, said, isNamed ? facts : { ...facts, focus: undefined }).length > 0,
  );
  const coming = holding.filter(isUnderWay);
  const came = holding.filter(
    ({ status, shipment }) =>
      status === 'delivered' && now.getTime() - (shipment?.deliveredAt?.getTime() ?? 0) <= recent,
  );
  // "The teahouse jacket" is no other jacket.
  const found = namedMost(coming.length > 0 ? coming : came, said);
  const [only, ...more] = found;
  if (!only) return null;
  return {
    parts: [
      more.length === 0 ? { kind: 'order', order: only } : { kind: 'orders', orders: found.slice(0, mostOrders) },
    ],
    suggestions: coming.length > 0 ? suggest('person') : suggest('start-return', 'person'),
    memory: { failures: 0, lastIntent: 'order-status' },
  };
};
