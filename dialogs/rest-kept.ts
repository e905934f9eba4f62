/** What is said to a clause that was passed over at first: nothing twice, and what has no answer is named in one sentence. */
import type { Answered } from './join-replies.ts';
import type { Reply, ReplyPart } from './reply.ts';
import type { PassedOver } from './understand/passed-over/passed-over.ts';

/** Nothing is told in these. */
const empty: ReadonlySet<ReplyPart['kind']> = new Set([
  'unclear',
  'help',
  'which-topic',
  'stuck',
  'greeting',
  'thanks',
  'all-right',
  'offer-person',
  'dont-know',
  'sorry',
  'what-for',
]);

/** Told of the whole matter, and told once. */
const once: ReadonlySet<ReplyPart['kind']> = new Set([
  'cart',
  'cart-empty',
  'own-spend',
  'deals-running',
  'offer',
  'no-offer',
  'orders',
  'no-orders',
  'delivery-told',
  'which-product',
  'no-medical-advice',
  'to-free-delivery',
]);

/** All that is known to it was told before. */
const toldBefore: ReadonlySet<ReplyPart['kind']> = new Set(['no-more-to-tell', 'page-says-no-more']);

const isToldIn = (done: readonly ReplyPart[], part: ReplyPart): boolean =>
  done.some(other => {
    if (part.kind === 'answer') return other.kind === 'answer' && other.passage.text === part.passage.text;
    if (part.kind !== 'products')
      return part.kind === other.kind && (once.has(part.kind) || JSON.stringify(part) === JSON.stringify(other));
    const shown = other.kind === 'products' ? other.found.map(one => one.product.id) : [];
    return part.found.every(one => shown.includes(one.product.id));
  });

/** Undefined: nothing is to be said to it. */
export const restKept =
  ({ text, asks, orders }: PassedOver, done: readonly Answered[]) =>
  (reply: Reply): Reply | undefined => {
    if (reply.start || (reply.claim && !orders) || reply.effects.some(effect => effect.kind === 'queue-for-person'))
      return undefined;
    const told = done.flatMap(one => [...one.parts, ...one.reply.parts]);
    const fresh = reply.parts.filter(part => !isToldIn(told, part));
    if (fresh.some(part => toldBefore.has(part.kind))) return undefined;
    const says = fresh.filter(part => !empty.has(part.kind) && !(part.kind === 'answer' && part.passage.hedged));
    if (says.some(part => part.kind !== 'still-queued') || reply.claim) return { ...reply, parts: says };
    if (fresh.length === 0 || !asks) return undefined;
    const suggestions = done.length > 0 ? [] : reply.suggestions;
    // What is open beside an answer is no failure to answer.
    const failures = done.at(-1)?.reply.memory.failures ?? reply.memory.failures;
    const memory = { ...reply.memory, failures };
    return { ...reply, parts: [{ kind: 'part-unknown', asked: text }], suggestions, memory };
  };
