import type { Order } from '../../knowledge/domain/order.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { linesNamed, openLines } from '../flows/return-lines.ts';
import { cancellable } from '../offers/ledger/cancel.ts';
import { mostOrders, noneWasPlaced } from '../orders-then.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { type OwnMatter, ruleOfMatter, thingPaidFor, wasUsed } from '../understand/orders/own-case.ts';
import { tellsOfHarm } from '../understand/orders/trouble-told.ts';
import { type Draft, suggest } from './draft.ts';
import { goodsAsked } from './goods-of-orders.ts';
import { linesSpokenOf } from './lines-spoken-of.ts';
import { placedTooLongAgo } from './orders.ts';
import { sumOfOrders } from './orders-summed.ts';
import { ownMeant } from './own-meant.ts';
import { isUnderWay } from './own-orders.ts';
import { answered } from './page-answer.ts';
import { tellOf } from './told-of-own.ts';

/** Nothing was bought at the time that is told, or nothing such at all: that is said, with the rule that holds. */
const notThere = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const { own, said = '', entities } = understanding;
  // "How much were the candles?", of none that were bought.
  const asksPaid = own?.matters.includes('paid') === true;
  const asksRule = own?.points === true && own.matters.some(matter => ruleOfMatter[matter]);
  if (entities.orderNumber !== undefined || !(asksPaid || asksRule)) return null;
  const named = asksRule && linesSpokenOf(said, facts.orders, facts.shop).length > 0;
  const goods = named ? null : goodsAsked(turn, understanding, facts);
  // What the whole message was quoted for names nothing by itself.
  const isTold = goods !== null && (asksRule || goods.what.length < said.length * mostOfMessage);
  const paidFor = thingPaidFor(said);
  const what = isTold ? goods.what : entities.products.length > 0 || isSold(paidFor, facts.shop) ? paidFor : undefined;
  const holds = (order: Order): boolean =>
    isTold
      ? goods.isIn(order)
      : linesNamed(order, openLines(order, []), what ?? '').length > 0 ||
        // A shell is a jacket, and no mug a candle of the same shelf.
        (isShelf(what, facts.shop) && linesSpokenOf(said, [order], facts.shop).length > 0) ||
        order.lines.some(({ product }) => entities.products.includes(product));
  const isNowhere =
    what !== undefined && (isGoods(understanding) || isSold(what, facts.shop)) && !facts.orders.some(holds);
  const none = isNowhere
    ? ({ kind: 'not-in-orders', what } as const)
    : asksRule && noneWasPlaced(turn, understanding, facts.orders)
      ? ({
          kind: 'orders',
          orders: facts.orders.slice(0, mostOrders),
          none: placedTooLongAgo(understanding, facts) ? 'just-now' : 'of-days',
        } as const)
      : undefined;
  if (!none) return null;
  const rule = asksRule ? ruleBeside(facts, true) : null;
  return {
    parts: [none, ...(rule?.parts.filter(part => part.kind === 'answer') ?? [])],
    suggestions: suggest('order-status', 'person'),
    memory: {
      failures: 0,
      ...(rule?.memory ?? {}),
      // "And for the jacket?"
      ...(own && asksPaid ? { ownAsked: { matters: own.matters, at: facts.memory.turns } } : {}),
    },
  };
};
/** By the name of a whole shelf: "jackets". */
const isShelf = (thing: string | undefined, { categories }: TurnFacts['shop']): boolean =>
  thing !== undefined &&
  categories.some(({ name }) => Object.values(name).some(one => one.toLowerCase().includes(thing.replace(/s$/, ''))));
/** By a word that the shop has for goods of its kinds. */
const isSold = (thing: string | undefined, { categories }: TurnFacts['shop']): boolean =>
  thing !== undefined &&
  categories.some(({ synonyms }) => synonyms.some(one => [thing, thing.replace(/s$/, '')].includes(one.toLowerCase())));
const mostOfMessage = 0.6;
/** Goods are named by words that shops have for them. */
const isGoods = ({ preferences, asksOf = [], goods = [], entities }: Understanding): boolean =>
  goods.length > 0 ||
  entities.products.length > 0 ||
  [...preferences, ...asksOf].some(({ slot }) => slot === 'category' || slot === 'product');

/** What is asked of the order itself is told of it. */
const ownAsks = (part: string): boolean =>
  /发票|保修|取消|花了|多少钱|[那这上]一?单|\b(?:invoice|warranty|cancel|paid|pay)/iu.test(part);

/** Nothing more is to be said of a rule whose days are over, or that a refusal tells. */
const saysAll = (part: ReplyPart): boolean =>
  part.kind === 'cancel-refused' ||
  part.kind === 'own-paid' ||
  part.kind === 'own-parts' ||
  part.kind === 'order' ||
  part.kind === 'own-refund' ||
  part.kind === 'refund-state' ||
  part.kind === 'own-address' ||
  (part.kind === 'return-refused' && part.reason !== 'not-delivered') ||
  (part.kind === 'own-invoice' && part.isOver);

const saysYes = /^(?:Yes|可以|能|是的?|有的?)[:,，：] ?(.)/u;
/** The rule that it hangs on, unless it was told a moment ago. */
const ruleBeside = (facts: TurnFacts, keepsVerdict = false): Draft | null => {
  const [first] = facts.passages;
  if (!first || first.again || first.hedged || first.article.id === facts.memory.topic) return null;
  // The order itself tells whether its days are over.
  if (keepsVerdict && first.verdict) return answered({ ...facts, passages: [first] });
  const { verdict: _, ...plain } = first;
  const text = first.text.replace(saysYes, (__, letter: string) => letter.toUpperCase());
  return answered({ ...facts, passages: [{ ...plain, text }, ...facts.passages.slice(1)] });
};

/** What is asked of an order that nobody can see here: the rule for any, and once what it takes to look at that one. */
export const unseenCase = (turn: Turn, { own, intent }: Understanding, facts: TurnFacts): Draft | null => {
  const { memory } = facts;
  if (
    turn.signedIn ||
    !own?.points ||
    own.matters.every(matter => ofFlow.has(matter)) ||
    memory.proved ||
    memory.unseenTold ||
    leftToFlow.has(intent)
  )
    return null;
  // What was told of it was enough.
  if (facts.passages[0]?.verdict) return null;
  const rule = ruleBeside(facts);
  return {
    parts: [...(rule?.parts.filter(part => part.kind === 'answer') ?? []), { kind: 'own-unseen' }],
    suggestions: suggest('order-status', 'person'),
    memory: { failures: 0, ...(rule?.memory ?? {}), unseenTold: true },
  };
};
/** Where it is a guest is asked for the number. */
const ofFlow: ReadonlySet<OwnMatter> = new Set([
  'when',
  'missing',
  'under-way',
  'address',
  'refunded',
  'refund',
  'paid',
]);
/** They ask for the number themselves. */
const leftToFlow: ReadonlySet<Understanding['intent']> = new Set([
  'order-status',
  'start-return',
  'cancel-order',
  'complaint',
  'cancel',
]);

/** Null: no order of one's own is meant, or what is asked can't be told of it. */
export const ownCase = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const { own } = understanding;
  const { orders, memory } = facts;
  if (
    !own ||
    understanding.intent === 'cancel' ||
    !turn.signedIn ||
    orders.length === 0 ||
    facts.unavailable.includes('orders')
  )
    return null;
  if (own.summed) return sumOfOrders(own.summed, facts);
  if (own.matters.includes('under-way')) {
    const coming = orders.filter(isUnderWay).slice(0, mostOrders);
    const [only, ...more] = coming;
    return {
      parts: [
        only && more.length === 0
          ? { kind: 'order', order: only }
          : coming.length > 0
            ? { kind: 'orders', orders: coming, coming: true }
            : { kind: 'orders', orders: orders.slice(0, mostOrders), none: 'under-way' },
      ],
      suggestions: suggest('person'),
      memory: { failures: 0, ownAsked: { matters: own.matters, at: memory.turns } },
    };
  }
  const absent = notThere(turn, understanding, facts);
  if (absent) return absent;
  const it = ownMeant(turn, understanding, facts);
  if (!it) return null;
  const asked = own.matters.filter(matter => matter !== 'under-way' && matter !== 'sum');
  // What has not left is cancelled, after a yes.
  if (asked.includes('cancel') && cancellable.some(status => status === it.order.status))
    return { parts: [], start: { flow: 'cancel-order', number: it.order.number } };
  const told = asked.flatMap(matter => tellOf[matter](it, turn, understanding, facts) ?? []);
  if (told.length === 0) return null;
  const parts = told.filter(
    (part, i) => part.kind === 'own-warranty' || told.findIndex(other => other.kind === part.kind) === i,
  );
  const [first, ...others] = parts;
  const used = wasUsed.test(understanding.said ?? '');
  const harmed = tellsOfHarm(understanding.said ?? '');
  const offers = !used && !harmed && first?.kind === 'return-window' && others.length === 0 && asked[0] === 'return';
  const rule = parts.every(saysAll) ? null : ruleBeside(facts);
  // The one that it hangs on, and what else is asked beside it.
  const ofRule = (rule?.parts.filter(part => part.kind === 'answer') ?? []).filter(
    ({ passage: { asked: part } }, i) =>
      i === 0 || (part !== undefined && hasFormOfQuestion(fold(part)) && !ownAsks(part)),
  );
  return {
    parts: [
      ...(harmed ? [{ kind: 'sorry', about: 'harmed' } as const] : []),
      ...(used ? ofRule : []),
      ...parts.map(part => (offers && part.kind === 'return-window' ? ({ ...part, offers: true } as const) : part)),
      ...(used ? [] : ofRule),
    ],
    suggestions: offers ? suggest('start-return', 'person') : suggest('person'),
    memory: {
      failures: 0,
      ...(rule?.memory ?? {}),
      // "Yes" takes the colleague who is offered with it.
      ...(harmed ? { lastIntent: 'person' as const } : {}),
      ...(offers ? { returnOffered: { at: memory.turns, number: it.order.number } } : {}),
      ownAsked: { matters: own.matters, at: memory.turns, ...(it.line ? { product: it.line.product } : {}) },
      // "Is it dishwasher safe", after "the mug" that is still sold.
      ...(own.matters.includes('thing') && facts.focus?.id === it.line?.product ? { focus: facts.focus?.id } : {}),
    },
  };
};
