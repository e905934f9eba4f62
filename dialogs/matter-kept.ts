/** What a reply told or asked, as the next message may ask about it. */
import type { Told } from '../knowledge/domain/preference.ts';
import type { FlowStart } from './flow-parts.ts';
import type { FlowAsks, GoodsHow, MatterKept } from './matter.ts';
import type { ConversationMemory } from './memory.ts';
import type { ReplyPart } from './reply.ts';
import type { FoundProduct } from './turn-facts.ts';

type Kept = MatterKept extends infer K ? (K extends unknown ? Omit<K, 'at' | 'proposes'> : never) : never;
type Part<K extends ReplyPart['kind']> = Extract<ReplyPart, { kind: K }>;

/** Said beside what is told, or of it: what was told before is still what was told last. */
const besides: ReadonlySet<ReplyPart['kind']> = new Set([
  'thanks',
  'all-right',
  'goodbye',
  'greeting',
  'sorry-first',
  'goes-back',
  'message-cut',
  'noted',
  'set-aside',
  'why-told',
  'told-plainly',
  'told-next',
  'no-hurry',
  'none-of-these',
  'which-to-take',
  'let-be',
]);

/** Answered by yes or no. */
const proposing: ReadonlySet<ReplyPart['kind']> = new Set([
  'add-on',
  'which-size',
  'which-product',
  'changed-mind',
  'ask-forget',
  'offer-person',
  'nothing-found',
  'return-window',
]);

const howByHeading: Readonly<Record<Part<'products'>['heading'], GoodsHow>> = {
  search: 'asked',
  similar: 'asked',
  nearest: 'near',
  unsaid: 'near',
  recommend: 'picked',
  popular: 'popular',
  newest: 'newest',
};

const toldOf = ({ reason }: FoundProduct): readonly Told[] => (reason?.kind === 'stated' ? reason.told : []);
/** What every one of them is. */
const wishesOf = ([first, ...others]: readonly FoundProduct[]): readonly Told[] =>
  (first ? toldOf(first) : []).filter(wish =>
    others.every(one => toldOf(one).some(told => told.slot === wish.slot && told.value === wish.value)),
  );

const mostKept = 10;
const goodsOf = (part: Part<'products'>): Kept => ({
  about: 'goods',
  products: part.found.slice(0, mostKept).map(one => one.product.id),
  how: howByHeading[part.heading],
  wishes: wishesOf(part.found),
});

const ofQuestion = (
  flow: FlowStart['flow'],
  asks: FlowAsks,
  numbers: readonly string[] = [],
  refund?: Part<'cancel-preview'>['refund'],
): Kept => ({ about: 'flow', flow, asks, numbers, ...(refund ? { refund } : {}) });

/** Which flow it is that asks: the one that asked before, or the one that was just begun. */
const flowOf = ({ lastIntent, matter }: ConversationMemory, begun: ConversationMemory): FlowStart['flow'] => {
  if (matter?.about === 'flow') return matter.flow;
  const of = begun.lastIntent ?? lastIntent;
  return of === 'cancel-order' ? 'cancel-order' : of === 'order-status' ? 'guest-order' : 'return';
};

const answerOf = ({ product, asked, others, colours }: Part<'product-answer'>): Kept => {
  const [lacks, ...more] = asked.filter(one => !one.holds);
  return lacks && more.length === 0 && others.length === 0
    ? {
        about: 'lacks',
        product: product.id,
        lacks: { slot: lacks.slot, value: lacks.value },
        instead: lacks.slot === 'colour' ? colours : [],
      }
    : { about: 'product', product: product.id };
};

/** Undefined: nothing that could be asked about. */
const keptOf = (part: ReplyPart, before: ConversationMemory, after: ConversationMemory): Kept | undefined => {
  switch (part.kind) {
    case 'products':
      return part.found.length > 0 ? goodsOf(part) : undefined;
    case 'product':
    case 'why-product':
    case 'product-says':
    case 'whom-for':
      return { about: 'product', product: part.product.id };
    case 'product-choices': {
      const [only, ...others] = part.of;
      return only && others.length === 0 ? { about: 'product', product: only.product.id } : undefined;
    }
    case 'product-answer':
      return answerOf(part);
    case 'advice':
      return { about: 'product', product: part.pick.id };
    case 'comparison':
      return { about: 'compared', products: [part.products[0].id, part.products[1].id] };
    case 'added-to-cart':
      return {
        about: 'cart',
        product: part.product.id,
        ...(part.size === undefined ? {} : { size: part.size }),
      };
    case 'quantity-changed':
      return { about: 'cart', product: part.product.id };
    case 'removed-from-cart':
    case 'cart':
    case 'cart-kept':
      return { about: 'cart' };
    case 'offer':
    case 'why-offer':
    case 'no-better-deal':
    case 'counter-offer':
      return { about: 'offer', offer: part.offer.id, is: part.offer.state === 'held' ? 'applied' : 'offered' };
    case 'offer-applied':
      return { about: 'offer', offer: part.offer.id, is: 'applied' };
    case 'offer-declined':
      return before.offer === undefined ? undefined : { about: 'offer', offer: before.offer, is: 'declined' };
    case 'code-applied':
      return { about: 'code', code: part.code, name: part.name, saves: part.saves };
    case 'no-offer':
      return { about: 'deals', none: true };
    case 'deals-running':
    case 'deals-of-kind':
    case 'deal-terms':
    case 'deal-fact':
      return { about: 'deals' };
    case 'orders': {
      const [latest] = part.orders;
      return latest && { about: 'order', number: latest.number };
    }
    case 'order':
    case 'return-window':
    case 'refund-state':
    case 'cancel-done':
    case 'cancel-refused':
    case 'return-done':
    case 'return-refused':
      return { about: 'order', number: part.order.number };
    case 'ask-order-number':
      return ofQuestion(flowOf(before, after), 'number');
    case 'ask-email':
      return ofQuestion(flowOf(before, after), 'email', [part.number]);
    case 'ask-which-order':
      return ofQuestion(
        flowOf(before, after),
        'which-order',
        part.orders.map(order => order.number),
      );
    case 'ask-which-lines':
      return ofQuestion('return', 'lines', [part.order.number]);
    case 'ask-reason':
      return ofQuestion('return', 'reason', [part.order.number]);
    case 'return-preview':
      return ofQuestion('return', 'return', [part.order.number], part.refund);
    case 'cancel-preview':
      return ofQuestion('cancel-order', 'cancel', [part.order.number], part.refund);
    case 'again':
      return part.products.length > 0
        ? { about: 'again', number: part.order.number, products: part.products.map(one => one.id) }
        : undefined;
    case 'answer':
    case 'page-says-no-more':
      return { about: 'page', article: part.passage.article.id };
    case 'dont-know':
    case 'part-unknown':
    case 'which-topic':
      return { about: 'unknown' };
    case 'unclear':
    case 'stuck':
      return { about: 'unclear' };
    case 'not-sold':
      return { about: 'unsold', what: part.what };
    case 'sorry':
      return { about: 'trouble' };
    // There it is asked whether it shall come out again.
    case 'misread':
      return part.of.about === 'cart' && part.of.product
        ? { about: 'asked', asked: { what: 'take-out', product: part.of.product.id } }
        : undefined;
    case 'ask-to-add':
      return { about: 'asked', asked: { what: 'add', product: part.product.id } };
    case 'ask-to-take-out':
      return {
        about: 'asked',
        asked: { what: 'take-out', product: part.product.id, ...(part.size === undefined ? {} : { size: part.size }) },
      };
    case 'ask-deal-off':
      return {
        about: 'asked',
        asked: part.offer ? { what: 'deal-off', offer: part.offer.id } : { what: 'code-off', code: part.code ?? '' },
      };
    default:
      return undefined;
  }
};

const isMisread = (part: ReplyPart): boolean =>
  part.kind === 'misread' && !(part.of.about === 'cart' && part.of.product);

/** Told by the way, after what was asked about. */
const byTheWay = (part: ReplyPart): boolean =>
  (part.kind === 'deals-running' && part.beside === true) ||
  part.kind === 'new-total' ||
  part.kind === 'which-size' ||
  part.kind === 'add-on';

export const matterKept = (
  parts: readonly ReplyPart[],
  before: ConversationMemory,
  after: ConversationMemory,
): Pick<ConversationMemory, 'matter'> => {
  const telling = parts.filter(part => !besides.has(part.kind) && !byTheWay(part) && !isMisread(part));
  if (telling.length === 0) return {};
  // After an apology the order that is told is what it is about; the trouble stays the matter.
  const sorry = after.serviceFirst || parts.some(part => part.kind === 'sorry');
  const last = telling.flatMap(part => keptOf(part, before, after) ?? []).at(-1);
  const kept: Kept =
    sorry && (last === undefined || last.about === 'order') ? { about: 'trouble' } : (last ?? { about: 'else' });
  return {
    matter: {
      ...kept,
      at: before.turns,
      ...(parts.some(part => proposing.has(part.kind)) ? { proposes: true as const } : {}),
    } as MatterKept,
  };
};
