import type { HandoffReason } from '../../knowledge/domain/desk.ts';
import type { Draft } from '../decisions/draft.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** Misses in a row after which the bot stops trying. */
const enough = 3;
/** Under this the bot is not sure what was meant about an order. */
const sure = 0.45;
const orderMatters: ReadonlySet<string> = new Set(['order-status', 'start-return']);

/** The topic of the shop's list that a message touches; whole words where a language has them. */
export const topicIn = (
  text: string,
  topics: readonly { readonly words: readonly string[]; readonly department: string }[],
) => topics.find(topic => topic.words.some(word => mentions(text.toLowerCase(), word.toLowerCase())));

const mentions = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    // Only letters of an alphabet join words; Chinese has no spaces to look for.
    const joins = (a: string, b: string | undefined) => /[a-z0-9]/.test(a) && /[a-z0-9]/.test(b ?? '');
    if (!joins(before, word[0]) && !joins(after, word.at(-1))) return true;
  }
  return false;
};

/** What is lost if this goes wrong: the cart, or the order that is talked about. */
export const valueAtRisk = ({ cartPriced, order }: Pick<TurnFacts, 'cartPriced' | 'order'>): number =>
  Math.max(cartPriced?.total.minor ?? 0, order && order.status !== 'cancelled' ? order.total.minor : 0);

export interface HandoffCause {
  readonly reason: HandoffReason;
  readonly department?: string;
}

/**
 * Why this turn hands over, besides being asked to; null: it does not. A topic of the shop's list does so at any time;
 * for the rest somebody has to be there, since a bot that tries is better than nobody. Everything is read from this
 * conversation since a person last had it: what led to an earlier hand-off never leads to another.
 */
export const handoffCause = (
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
  draft: Draft,
): HandoffCause | null => {
  const { desk, memory } = facts;
  if (!desk || facts.conversation.owner !== 'bot' || turn.value) return null;
  const topic = topicIn(turn.text, desk.settings.topics);
  if (topic) return { reason: 'topic', department: topic.department };
  if (!desk.staffed || !desk.open) return null;
  const upset = understanding.mood === 'upset';
  const complains = upset || understanding.intent === 'complaint';
  if (complains && memory.serviceFirst) return { reason: 'frustration' };
  const threshold = desk.settings.valueAtRisk.minor;
  if (complains && threshold > 0 && valueAtRisk(facts) >= threshold) return { reason: 'value-at-risk' };
  if ((draft.memory?.failures ?? 0) >= enough) return { reason: 'failures' };
  if (orderMatters.has(understanding.intent) && understanding.confidence < sure && !facts.order) {
    return { reason: 'low-confidence' };
  }
  return null;
};
