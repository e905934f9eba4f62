import type { OrderId, PromotionId } from '../../knowledge/domain/ids.ts';
import type { Localized } from '../../knowledge/domain/language.ts';
import { isWithinReturnWindow, type Order } from '../../knowledge/domain/order.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { suggest } from '../decisions/draft.ts';
import { hasParts, partTold } from '../decisions/part-called-off.ts';
import type { CancelNo, FlowPart } from '../flow-parts.ts';
import { cancellable, cancelOrder, cancelPreview } from '../offers/ledger/cancel.ts';
import type { NoneOfOrders } from '../order-parts.ts';
import { mostOrders, noneWasPlaced, ordersOn } from '../orders-then.ts';
import { type OrderClaim, proveOrder } from '../prove-order.ts';
import type { ReplyPart } from '../reply.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { callsOffPart, meansOnlyPart } from '../understand/orders/part-called-off.ts';
import { agreedIn } from './agreed.ts';
import { ends, type Flow, type FlowContext, type FlowStep, notFound } from './flow.ts';
import { orderNamed, ordersWith } from './goods-meant.ts';
import { lacksEmail, lacksNumber, stillLacksNumber, withoutNumber } from './guest-order-flow.ts';
import { claimAtStart } from './join-claim.ts';
import { joinShown } from './order-claims.ts';
import { linesNamed, openLines } from './return-lines.ts';
import { callsOff, noSuchThing, thingOnly } from './thing-called-off.ts';

interface CancelState extends OrderClaim {
  readonly step: 'order' | 'confirm';
  readonly order?: OrderId;
}

/** Order -> what comes back and which deals are free again -> yes: cancelled. Nothing is written before the yes. */
export const cancelFlow: Flow<CancelState> = {
  id: 'cancel-order',
  begin: async (start, context) => {
    const state: CancelState = { step: 'order', ...claimAtStart(start, context) };
    return stillLacksNumber(state, context) ?? withOrder(state, context);
  },
  answer: async (state, context) => {
    if (lacksNumber(state, context)) return withoutNumber(state);
    if (lacksEmail(state, context))
      return { ...ends(state, { kind: 'number-lost', what: 'email' }), suggestions: suggest('person') };
    const named = await openNamed(state, context);
    const claim = named ? { number: named.number } : await joinShown(state, context, open);
    const another = claim.number !== state.number || claim.email !== state.email;
    // Another number, even at the end, is another order.
    if (another) return withOrder({ step: 'order', ...claim }, context);
    if (state.step !== 'confirm') return null;
    const part = await onlyPart(state, context);
    if (part) return part;
    if (isAgreed(context)) return cancel(state, context);
    if (unwanted(context)) return asking(state, context, true);
    return agreedIn(context) === 'no' ? ends(state, { kind: 'cancelled', what: 'cancel-order' }) : null;
  },
  ask: async (state, context) => ({ parts: [await question(state, context)], suggestions: options(state) }),
  takesFreeText: () => false,
  isAnswer: async (state, context) =>
    lacksNumber(state, context) ||
    lacksEmail(state, context) ||
    (await openNamed(state, context)) !== undefined ||
    (state.step === 'confirm' && (saysPart(context) || isAgreed(context) || unwanted(context))),
};

const saysPart = ({ turn }: FlowContext): boolean => turn.value === undefined && meansOnlyPart(fold(turn.text));
/** "No, only the grinder": that can't be done here, and nothing is cancelled for it. */
const onlyPart = async (state: CancelState, context: FlowContext): Promise<FlowStep<CancelState> | null> => {
  if (!saysPart(context)) return null;
  const order = await orderOf(state, context);
  const text = fold(context.turn.text);
  const named = linesNamed(order, openLines(order, []), text);
  const [only] = named;
  const isAll = named.length === order.lines.filter(line => !line.gift).length;
  if (!hasParts(order) || (named.length === 0 && !callsOffPart(text, { inCart: [] })) || isAll) return null;
  const line = named.length === 1 ? order.lines.find(({ product }) => product === only?.product) : undefined;
  return { ...ends(state, partTold(order, line)), suggestions: suggest('person') };
};

/** Here "cancel" means the order: the word is the answer, not a wish to stop. */
const confirms =
  /^(?:yes,? )?(?:please )?(?:cancel|stop) (?:it|that|this|(?:the|my|that|this) order)(?: please)?[.! ]*$|^(?:确认|确定|好的?|是的?)[,，]?(?:帮我)?取消(?:订单|这个订单|这单|它)?(?:吧)?[.!。！ ]*$|^(?:帮我)?取消(?:订单|这个订单|这单|它|吧)[.!。！ ]*$/i;

/** Money back is a part of cancelling: "yes, cancel it and refund me". */
const withMoneyBack =
  /[,.;!\s]+(?:and |then |so |but |also |please )*(?:(?:i(?:'d like| would like| want| need)|give me|get me|send me|return) )?(?:(?:all )?(?:of )?my money|a refund|(?:my |the |a )?full refund|the money|my refund|refund (?:me|it|my money|the money))(?: back)?(?: to me)?(?: please| too| as well)?[.! ]*$|[,，。;；\s]+(?:然后|并且?|请|再|也|还有|要|我要|帮我|记得|把)*(?:钱|款)?(?:退款|退钱|退给我|退回来|退我钱|退一下)(?:给我|吧|了|哦)*[.!。！ ]*$/iu;

/** "Don't send it, cancel the order", 把单子取消了: the order is named, whatever is told beside it. */
const namesOrder =
  /\b(?:cancel|call off|stop) (?:it|this|that|(?:the|my|that|this) (?:whole |entire )?order)\b|取消(?:了|掉)?(?:这|那|我)?(?:个|的|笔|一)?(?:订单|单)|单子?[^,，。;；]{0,4}取消/iu;
const leavesIt =
  /\b(?:don'?t|do not|not|never|won'?t|instead of|rather than|no need|without|if|before|unless|until) (?:[a-z']+ ){0,3}(?:cancel|call off|stop)|(?:不|别|甭|没|如果|要是|万一)[^,，。;；]{0,4}取消/iu;
const cancelsNamed = (text: string): boolean =>
  text.length <= longestNamed && namesOrder.test(text) && !leavesIt.test(text) && !hasFormOfQuestion(fold(text));
const longestNamed = 60;

const isAgreed = (context: FlowContext): boolean => {
  const said = context.turn.text.trim();
  const text = said.length > 120 ? said : said.replace(withMoneyBack, '');
  return (
    confirms.test(text) || cancelsNamed(text) || agreedIn({ ...context, turn: { ...context.turn, text } }) === 'yes'
  );
};

/** "I don't want it any more" is why it is cancelled, and as good as a yes; what can't be undone waits for the yes. */
const unwanted = ({ turn, understanding }: FlowContext): boolean =>
  turn.value === undefined && understanding.ask === 'not-wanted';

const options = (state: CancelState) => (state.step === 'confirm' ? suggest('yes', 'no') : suggest('cancel', 'person'));

/** The signed-in shopper's orders that have not left, newest first. */
const open = async (context: FlowContext): Promise<Order[]> => {
  const orders = await context.stores.orders.ofShopper(context.turn.shopper, 20);
  return orders.filter(isOpen).slice(0, mostOrders);
};
const isOpen = (order: Order): boolean => cancellable.some(status => status === order.status);

const openNamed = async ({ step }: CancelState, context: FlowContext): Promise<Order | undefined> =>
  step === 'order' && context.turn.signedIn ? orderNamed(await open(context), context) : undefined;

const question = async (state: CancelState, context: FlowContext, again = false): Promise<FlowPart> => {
  if (state.step === 'confirm') {
    const part = await preview(await orderOf(state, context), context);
    return again && part.kind === 'cancel-preview' ? { ...part, again: true } : part;
  }
  if (context.turn.signedIn) return { kind: 'ask-which-order', orders: await open(context) };
  return state.number ? { kind: 'ask-email', number: state.number } : { kind: 'ask-order-number' };
};

const asking = async (state: CancelState, context: FlowContext, again = false): Promise<FlowStep<CancelState>> => ({
  state,
  parts: [await question(state, context, again)],
  suggestions: options(state),
  done: false,
});

const withOrder = async (state: CancelState, context: FlowContext): Promise<FlowStep<CancelState>> => {
  const all = context.turn.signedIn ? await context.stores.orders.ofShopper(context.turn.shopper, 20) : [];
  if (context.turn.signedIn && !state.number) {
    if (noneWasPlaced(context.turn, context.understanding, all) && all.length > 0) return noneOf('of-days', state, all);
    const [then, ...others] = ordersOn(context.understanding.entities.when, all, context.turn.text);
    if (then && others.length === 0) return withOrder({ ...state, number: then.number }, context);
    const orders = all.filter(isOpen).slice(0, mostOrders);
    // "Cancel the teahouse jacket" cancels no order of another.
    const named = await ordersWith(all, context);
    if (named.length === 0 && callsOff(context)) return noSuchThing(state, context);
    const meant = named.length > 0 && named.length < all.length ? named : orders;
    const [only, ...several] = orders.filter(order => meant.includes(order));
    if (only)
      return several.length > 0 ? asking(state, context) : withOrder({ ...state, number: only.number }, context);
    const latest = meant[0] ?? all[0];
    return latest ? refuse(state, latest, context) : ends(state, { kind: 'no-orders' });
  }
  const proof = await proveOrder(state, context.turn, context.stores.orders);
  if (proof.kind === 'ask') return asking(state, context);
  if (proof.kind === 'refused' && all.length > 0) return noneOf('of-number', state, all);
  if (proof.kind === 'refused') return notFound(state, context);
  const { order } = proof;
  if (!cancelPreview(order)) return refuse(state, order, context);
  const part = await thingOnly(state, order, context);
  if (part) return part;
  return asking({ ...state, step: 'confirm', number: order.number, order: order.id }, context);
};

/** There is none such to cancel; the latest are shown. */
const noneOf = (none: NoneOfOrders, state: CancelState, orders: readonly Order[]): FlowStep<CancelState> => ({
  ...ends(state, { kind: 'orders', orders: orders.slice(0, mostOrders), none }),
  suggestions: suggest('person'),
});

const reasonOf = ({ status }: Order): CancelNo =>
  status === 'cancelled' ? 'already-cancelled' : status === 'placed' || status === 'packed' ? 'order-changed' : status;

/** What has come can go back instead, as long as its days are not over. */
const refuse = (state: CancelState, order: Order, { turn, shop }: FlowContext): FlowStep<CancelState> => {
  const isPast = order.status === 'delivered' && !isWithinReturnWindow(order, shop.returnDays, turn.at);
  return {
    ...ends(state, { kind: 'cancel-refused', order, reason: isPast ? 'past-return' : reasonOf(order) }),
    suggestions:
      order.status === 'delivered' && !isPast ? suggest('start-return', 'person') : suggest('order-status', 'person'),
  };
};

/** Names of the deals as they were frozen into the order; one without a name there is looked up. */
const namesOf = async (ids: readonly PromotionId[], context: FlowContext): Promise<Localized[]> => {
  const found = await Promise.all(ids.map(id => context.stores.promotions.get(id)));
  return found.flatMap(p => (p ? [p.name] : []));
};

const preview = async (order: Order, context: FlowContext): Promise<FlowPart> => {
  const plan = cancelPreview(order);
  if (!plan) return { kind: 'cancel-refused', order, reason: reasonOf(order) };
  const [freed, kept] = await Promise.all([namesOf(plan.freed, context), namesOf(plan.kept, context)]);
  return { kind: 'cancel-preview', order, refund: plan.refund, freed, kept };
};

const cancel = async (state: CancelState, context: FlowContext): Promise<FlowStep<CancelState>> => {
  const order = await orderOf(state, context);
  const outcome = await cancelOrder({
    stores: context.stores,
    order: order.id,
    shopper: order.shopper,
    now: context.turn.at,
  });
  if (outcome.kind === 'cancelled')
    return done(state, { kind: 'cancel-done', order: outcome.order, refund: outcome.refund });
  const now = (await context.stores.orders.get(order.id)) ?? order;
  // The same "yes" a second time, after a crash or from another device, finds it done.
  return now.status === 'cancelled'
    ? done(state, { kind: 'cancel-done', order: now, refund: now.total })
    : refuse(state, now, context);
};

const done = (state: CancelState, part: ReplyPart): FlowStep<CancelState> => ({
  ...ends(state, part),
  suggestions: suggest('recommend'),
});

const orderOf = async (state: CancelState, context: FlowContext): Promise<Order> => {
  const order = state.order ? await context.stores.orders.get(state.order) : null;
  if (!order) throw new Error(`The cancelling flow lost its order: expected one at step ${state.step}`);
  return order;
};
