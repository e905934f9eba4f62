import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { listProducts } from './shopping.ts';

const answered = (facts: TurnFacts): Draft | null => {
  const [best, ...rest] = facts.passages;
  if (!best || best.score < facts.answerThreshold) return null;
  const others = rest.filter(p => p.score >= facts.answerThreshold && p.article.id !== best.article.id);
  return {
    parts: [{ kind: 'answer', passage: best, others: others.slice(0, 2).map(p => p.article) }],
    memory: { failures: 0 },
  };
};

/** After three misses in a row a person is offered first. */
const missed = (facts: TurnFacts, draft: Draft): Draft => ({
  ...draft,
  suggestions: facts.memory.failures >= 2 ? suggest('person') : suggest('help', 'person'),
  memory: { failures: facts.memory.failures + 1 },
});

export const question: Decide = (_turn, _understanding, facts) =>
  answered(facts) ?? missed(facts, say({ kind: 'dont-know', nearest: facts.passages.slice(0, 2).map(p => p.article) }));

/** Not understood: the shop's knowledge may still hold the answer, or the words may name something it sells. */
export const unclear: Decide = (turn, understanding, facts) => {
  const fromKnowledge = answered(facts);
  if (fromKnowledge) return fromKnowledge;
  if (facts.products.length > 0 && namesSomething(understanding)) return listProducts(turn, understanding, facts);
  return missed(facts, say({ kind: 'unclear', suggestions: ['recommend', 'order-status', 'deals'] }));
};

const namesSomething = (understanding: Understanding): boolean =>
  understanding.preferences.length > 0 || understanding.entities.products.length > 0;

export const orderStatus: Decide = (turn, understanding, facts) => {
  if (facts.order) {
    return { parts: [{ kind: 'order', order: facts.order }], suggestions: suggest('start-return', 'person') };
  }
  if (facts.orderRefused) return { parts: [{ kind: 'order-not-found' }], suggestions: suggest('person') };
  if (turn.signedIn) {
    if (facts.orders.length === 0) return { parts: [{ kind: 'no-orders' }], suggestions: suggest('recommend') };
    return {
      parts: [{ kind: 'orders', orders: facts.orders.slice(0, 3) }],
      suggestions: suggest('start-return', 'person'),
    };
  }
  const { orderNumber } = understanding.entities;
  return { parts: [], start: { flow: 'guest-order', ...(orderNumber ? { number: orderNumber } : {}) } };
};

export const cancelOrder: Decide = (_turn, understanding, _facts) => {
  const { orderNumber } = understanding.entities;
  return { parts: [], start: { flow: 'cancel-order', ...(orderNumber ? { number: orderNumber } : {}) } };
};

export const startReturn: Decide = (_turn, understanding, _facts) => {
  const { orderNumber } = understanding.entities;
  return { parts: [], start: { flow: 'return', ...(orderNumber ? { number: orderNumber } : {}) } };
};
