/** Whether what lies before the shopper can be paid in parts: the page's limit, held against what it comes to. */
import { formatMoney, type Money, toMajor } from '../../../../knowledge/domain/money.ts';
import { verdictOn } from '../../../../knowledge/retrieval/pages/limits.ts';
import { abroadOf } from '../../../sent-abroad.ts';
import type { TurnFacts } from '../../../turn-facts.ts';
import type { DecideOn } from '../../on-ground.ts';
import { answered } from '../../page-answer.ts';
import { staysOn } from './stays-on.ts';

/** Undefined: nothing has one price that it could be asked of. */
const amountOf = ({ costBefore: before, sendsTo }: TurnFacts): Money | undefined => {
  if (!before) return undefined;
  const { of, cart, each, together, orders } = before;
  // What came long ago is paid.
  if (of === 'orders') return orders?.[0]?.order.status === 'delivered' ? undefined : orders?.[0]?.order.total;
  const priced = of === 'cart' ? cart?.priced : of === 'one' ? each[0] : of === 'again' ? together : undefined;
  return priced && (abroadOf(priced, sendsTo).abroad?.total ?? priced.total);
};

/** With what is paid abroad on top of it. */
export const taxAsked: DecideOn = (_ground, _turn, _understanding, facts) => {
  const { duties } = facts.costBefore ?? {};
  const draft = duties && facts.passages[0]?.article.id !== duties.article.id ? answered(facts) : null;
  if (!duties || !draft) return undefined;
  return { ...draft, parts: [...draft.parts, { kind: 'answer', passage: duties, others: [] }] };
};

export const instalmentsAsked: DecideOn = (_ground, _turn, _understanding, facts) => {
  const { costBefore, passages, answerThreshold } = facts;
  const [page] = passages;
  const amount = amountOf(facts);
  if (!costBefore || !amount || !page || page.score < answerThreshold) return undefined;
  const is = verdictOn(page.text, { of: 'money', amount: toMajor(amount), said: formatMoney(amount) });
  if (!is) return undefined;
  const { again: _, hedged: __, ...plain } = page;
  const draft = answered({ ...facts, passages: [{ ...plain, verdict: { is, said: formatMoney(amount) } }] });
  return draft ? { ...draft, memory: { ...draft.memory, ...staysOn(costBefore, facts) } } : undefined;
};
