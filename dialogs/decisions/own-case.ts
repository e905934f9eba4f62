/** What is asked of an order of one's own, held against that order: whether it can still go back, until when the warranty runs, what was paid. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import { fromMajor } from '../../knowledge/domain/money.ts';
import { isWithinReturnWindow, type Order, type OrderLine } from '../../knowledge/domain/order.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { paragraphsOf } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { linesNamed, openLines } from '../flows/return-lines.ts';
import { cancellable } from '../offers/ledger/cancel.ts';
import { refundPreview } from '../offers/ledger/refund.ts';
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
import { type OwnMeant, ownMeant } from './own-meant.ts';
import { isUnderWay, refundLate, refundState } from './own-orders.ts';
import { warrantyOf } from './own-warranty.ts';
import { answered } from './page-answer.ts';
import { windowOf } from './return-window.ts';

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

const onlyLine = ({ order, line }: OwnMeant): OrderLine | undefined => {
  const [only, ...others] = order.lines.filter(one => !one.gift);
  return line ?? (others.length === 0 ? only : undefined);
};

const invoiceSaid = /\binvoice|\bfapiao|发票|开票/iu;
const within = /\bwithin (\d{1,3}) days\b|(\d{1,3}) ?天内/u;
/** So many days an invoice can be asked for, by the page that says it. */
const invoiceDays = (rules: readonly Article[], language: Understanding['language']): number | undefined => {
  for (const { title, body } of rules) {
    if (!invoiceSaid.test(inLanguage(title, language))) continue;
    for (const sentence of paragraphsOf(inLanguage(body, language)).flatMap(sentencesOf)) {
      const [, en, zh] = within.exec(sentence) ?? [];
      if (en ?? zh) return Number(en ?? zh);
    }
  }
  return undefined;
};
const day = 86_400_000;
const mostLines = 3;

/** Until when an invoice can be asked for; null: no page says it. */
export const orderInvoice = (
  order: Order,
  language: Understanding['language'],
  { rules = [], now }: TurnFacts,
): Extract<ReplyPart, { kind: 'own-invoice' }> | null => {
  const days = invoiceDays(rules, language);
  if (days === undefined) return null;
  const until = new Date(order.placedAt.getTime() + days * day);
  return { kind: 'own-invoice', order, until, isOver: until < now };
};

/** The part that answers it; null: it can't be told of this order. */
const tellOf: Readonly<
  Record<
    Exclude<OwnMatter, 'under-way' | 'sum'>,
    (
      own: OwnMeant,
      turn: Turn,
      understanding: Understanding,
      facts: TurnFacts,
    ) => ReplyPart | readonly ReplyPart[] | null
  >
> = {
  return: ({ order, line }, turn, _, facts) => windowOf(order, turn, facts, line),
  exchange: ({ order, line }, turn, _, facts) => windowOf(order, turn, facts, line),
  fit: ({ order, line }, turn, _, facts) => windowOf(order, turn, facts, line),
  thing: ({ order, line }, turn, understanding, facts) => {
    const such = linesSpokenOf(understanding.said ?? '', [order], facts.shop);
    // "The jacket", of an order with two.
    if (such.length > 1) return { kind: 'order', order, contents: true };
    const part = windowOf(order, turn, facts, line);
    return part.kind === 'return-window' ? part : { kind: 'order', order };
  },
  refund: (own, turn, _, facts) => {
    const part = windowOf(own.order, turn, facts);
    if (part.kind === 'return-refused' && part.reason !== 'not-delivered') return part;
    const { order } = own;
    const line = onlyLine(own);
    const before = (facts.returns ?? []).filter(one => one.order === order.id);
    const open = openLines(order, before);
    const back = line ? open.filter(({ product }) => product === line.product) : open;
    // The last of it brings what its delivery cost back as well.
    const { refund } = refundPreview(order, before, back, undefined, facts.shop);
    return { kind: 'own-refund', order, ...(line ? { line } : {}), refund };
  },
  cancel: ({ order }, _, __, { shop, now }) => {
    if (cancellable.some(status => status === order.status)) return null;
    const isPast = order.status === 'delivered' && !isWithinReturnWindow(order, shop.returnDays, now);
    const reason =
      order.status === 'cancelled'
        ? 'already-cancelled'
        : order.status === 'placed' || order.status === 'packed'
          ? 'order-changed'
          : order.status;
    return { kind: 'cancel-refused', order, reason: isPast ? 'past-return' : reason };
  },
  warranty: (own, _, { language }, facts) => {
    const line = onlyLine(own);
    const lines = (line ? [line] : own.order.lines.filter(one => !one.gift)).slice(0, mostLines);
    const told = lines.map(
      (one): Extract<ReplyPart, { kind: 'own-warranty' }> =>
        warrantyOf(own.order, one, facts.rules ?? [], facts, language) ?? {
          kind: 'own-warranty',
          order: own.order,
          line: one,
          isOver: false,
        },
    );
    // Of several things those whose time is known; of none of them it is told that it isn't.
    const known = told.filter(({ until }) => until !== undefined);
    return known.length > 0 ? known : told.slice(0, 1);
  },
  paid: ({ order, line }, turn, { own }, { shop, pricesNow }) => {
    // What it costs is asked of the thing, and of nothing that no order holds.
    if (own?.costs && !line) return null;
    const now = own?.costs && line ? pricesNow?.get(line.product) : undefined;
    const said = /(?<![\d-])(\d{2,6}(?:\.\d{1,2})?)(?!\d| ?(?:g|ml|克|毫升)\b|[月日号])/.exec(
      turn.text.replaceAll(/(\d),(?=\d{3})/g, '$1'),
    )?.[1];
    return {
      kind: 'own-paid',
      order,
      ...(line ? { line } : {}),
      ...(said === undefined ? {} : { said: fromMajor(Number(said), shop.currency) }),
      ...(now ? { now } : {}),
    };
  },
  parts: ({ order }) => ({ kind: 'own-parts', order }),
  invoice: ({ order }, _, { language }, facts) => orderInvoice(order, language, facts),
  refunded: ({ order }, _, understanding, facts) => {
    const { returns = [], now } = facts;
    const request = returns.find(one => one.order === order.id);
    const isBack = request !== undefined || order.status === 'returned' || order.status === 'cancelled';
    return isBack
      ? { ...refundState(order, now), ...(request ? { request } : {}) }
      : { kind: 'no-return', ...refundLate(understanding, facts) };
  },
  carrier: ({ order }) => ({ kind: 'order', order, carrier: true }),
  when: ({ order }) => (isUnderWay(order) ? { kind: 'order', order } : null),
  missing: ({ order }) => (order.status === 'delivered' ? null : { kind: 'order', order }),
  address: ({ order }) => ({ kind: 'own-address', order }),
};

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
