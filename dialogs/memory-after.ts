/** What a turn leaves in the conversation's memory beside what its reply does. */
import type { ConversationMemory } from './memory.ts';
import type { ReplyPart } from './reply.ts';
import type { Intent, Understanding } from './turn.ts';

const asksForColleague: ReadonlySet<ReplyPart['kind']> = new Set([
  'exchange-by-person',
  'cancel-part',
  'opened-by-person',
  'number-lost',
  'order-not-found',
]);
/** A flow ended in "shall I get you a colleague?": "yes" answers that. */
export const offered = (parts: readonly ReplyPart[]): Pick<ConversationMemory, 'lastIntent' | 'policy'> => ({
  ...(parts.some(part => asksForColleague.has(part.kind)) ? { lastIntent: 'person' } : {}),
  // A size alone, told next, is the one that it is exchanged for.
  ...(parts.some(part => part.kind === 'exchange-by-person') ? { policy: 'exchange' } : {}),
});

/** "Sorry, it's .org": what was told wrong may be put right. */
export const refusedIn = (parts: readonly ReplyPart[], at: number): Pick<ConversationMemory, 'refused'> => {
  const refused = parts.find(part => part.kind === 'order-not-found');
  return refused?.claim ? { refused: { ...refused.claim, at } } : {};
};

/** "I don't have the number": it is not asked for again. */
export const numberLostIn = (parts: readonly ReplyPart[], at: number): Pick<ConversationMemory, 'numberLostAt'> =>
  parts.some(part => part.kind === 'number-lost' && part.what === undefined) ? { numberLostAt: at } : {};

const asksBetween: ReadonlySet<Intent> = new Set(['question', 'deals', 'promotion-question', 'better-deal']);
const looksBetween: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'product-details', 'stock']);
/**
 * Goods that were added up are still meant after the invoice, the delivery or a deal was asked about; several of them also after others
 * were looked at. `asksOn`: which of another thing is to go in was asked.
 */
export const addedUpAfter = (
  intent: Intent,
  { sum, addedUp }: Pick<ConversationMemory, 'sum' | 'addedUp'>,
  asksOn: boolean,
): Pick<ConversationMemory, 'addedUp'> => {
  const before = sum ?? addedUp;
  const isKept = asksBetween.has(intent) || ((looksBetween.has(intent) || asksOn) && (before?.length ?? 0) > 1);
  return { addedUp: isKept ? before : undefined };
};

export const aged = (memory: ConversationMemory, understanding: Understanding): ConversationMemory => ({
  ...memory,
  language: understanding.language,
  lastIntent: understanding.intent,
  turns: memory.turns + 1,
  ...(understanding.mood === 'upset' ? { serviceFirst: true, complainedAt: memory.turns } : {}),
});
