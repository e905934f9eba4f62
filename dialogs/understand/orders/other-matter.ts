/** What sounds like a short question about an order and goes on about another matter: a claim, or money that should have come. */
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';
import { asksOwnRefund } from './refund-asked.ts';

const claimLasts = 5;

export const isOtherMatter = (
  { claims, missing, said = '' }: Pick<Understanding, 'claims' | 'missing' | 'said'>,
  memory: ConversationMemory,
): boolean =>
  claims === true ||
  missing === true ||
  (memory.claim !== undefined && memory.turns - memory.claim.at <= claimLasts) ||
  asksOwnRefund(said, memory);
