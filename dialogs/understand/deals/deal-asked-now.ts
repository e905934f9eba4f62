/** What is asked about a promotion, by what was spoken of before. */
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { ConversationMemory } from '../../memory.ts';
import { pointsAtOneDeal } from './deal-pointed.ts';
import {
  cartSpokenOf,
  dealsToldNow,
  type PromotionAspect,
  promotionAsked,
  promotionSpokenOf,
} from './promotion-asked.ts';

export const dealAskedNow = (
  folded: string,
  memory: ConversationMemory,
  code: string | undefined,
  vocabulary: Pick<Vocabulary, 'mentions'>,
): PromotionAspect | undefined => {
  const wereTold = dealsToldNow(memory);
  return (
    promotionAsked(
      folded,
      promotionSpokenOf(memory),
      code,
      cartSpokenOf(memory),
      wereTold,
      (memory.inCart?.length ?? 0) > 0,
    ) ?? (wereTold && pointsAtOneDeal(folded, vocabulary) ? 'how' : undefined)
  );
};
