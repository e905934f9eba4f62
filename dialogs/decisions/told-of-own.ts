/** Of one order, matter by matter, what is told of it: whether it can still go back, what comes back, its warranty, its invoice, what was paid. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import { fromMajor } from '../../knowledge/domain/money.ts';
import { isWithinReturnWindow, type Order, type OrderLine } from '../../knowledge/domain/order.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { paragraphsOf } from '../../knowledge/retrieval/pages/passage.ts';
import { openLines } from '../flows/return-lines.ts';
import { cancellable } from '../offers/ledger/cancel.ts';
import { refundPreview } from '../offers/ledger/refund.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { OwnMatter } from '../understand/orders/own-case.ts';
import { linesSpokenOf } from './lines-spoken-of.ts';
import type { OwnMeant } from './own-meant.ts';
import { isUnderWay, refundLate, refundState } from './own-orders.ts';
import { warrantyOf } from './own-warranty.ts';
import { windowOf } from './return-window.ts';

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
export const tellOf: Readonly<
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
