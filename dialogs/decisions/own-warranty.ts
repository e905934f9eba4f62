/** Until when the warranty of a thing of one's own runs: by the page that says how long it is, from the day it was ordered. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import { modelInName } from '../../knowledge/retrieval/goods/families.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { warrantyDays } from '../../knowledge/retrieval/pages/limits.ts';
import { paragraphsOf } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { orderToldOf } from '../order-told.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { asksOwnWarranty } from '../understand/orders/warranty-own.ts';
import { type GoodsAsked, goodsAsked, ordersHolding } from './goods-of-orders.ts';

const lineOf = (order: Order, goods: GoodsAsked | null, { spokenOf }: TurnFacts): OrderLine | undefined => {
  const lines = order.lines.filter(line => !line.gift);
  const holds = (line: OrderLine): Order => ({ ...order, lines: [line] });
  if (goods) return lines.find(line => ordersHolding(goods, [holds(line)]).length > 0);
  const [only, ...more] = spokenOf
    ? lines.filter(({ title }) => modelInName(title.en ?? '') === modelInName(spokenOf.name.en ?? ''))
    : [];
  if (only && more.length === 0) return only;
  return lines.length === 1 ? lines[0] : undefined;
};

/** Words of what it is, by which a page tells goods apart. */
const aboutLine = ({ title, category }: OrderLine, { shop }: TurnFacts): string => {
  const kind = shop.categories.find(({ key }) => key === category)?.name ?? {};
  return fold([...Object.values(title), ...Object.values(kind)].join(' '));
};

const daysFor = (
  line: OrderLine,
  rules: readonly Article[],
  facts: TurnFacts,
  language: Language,
): number | undefined => {
  const about = aboutLine(line, facts);
  return rules
    .flatMap(({ body }) => paragraphsOf(inLanguage(body, language)).flatMap(sentencesOf))
    .map(sentence => warrantyDays(sentence, about))
    .find(days => days !== undefined);
};

const year = 365;
const after = (from: Date, days: number): Date => {
  const until = new Date(from);
  if (days % year === 0) until.setUTCFullYear(from.getUTCFullYear() + days / year);
  else until.setUTCDate(from.getUTCDate() + Math.round(days));
  return until;
};

/** Null: no thing of one's own is meant, or the page has no length for it. */
export const ownWarranty = (turn: Turn, understanding: Understanding, facts: TurnFacts): ReplyPart | null => {
  const { memory, orders } = facts;
  if (!turn.signedIn || !asksOwnWarranty(understanding, memory)) return null;
  const goods = goodsAsked(turn, understanding, facts);
  const toldOne = orderToldOf(orders, memory);
  const order = goods ? ordersHolding(goods, orders)[0] : toldOne;
  const line = order && lineOf(order, goods, facts);
  const rules = facts.passages.map(({ article }) => article);
  return order && line ? warrantyOf(order, line, rules, facts, understanding.language) : null;
};

/** Null: no page has a length for such a thing. */
export const warrantyOf = (
  order: Order,
  line: OrderLine,
  rules: readonly Article[],
  facts: TurnFacts,
  language: Language,
): Extract<ReplyPart, { kind: 'own-warranty' }> | null => {
  const days = daysFor(line, rules, facts, language);
  if (days === undefined) return null;
  const until = after(order.placedAt, days);
  return { kind: 'own-warranty', order, line, until, isOver: until < facts.now };
};
