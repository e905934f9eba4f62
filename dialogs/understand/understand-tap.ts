/** A button says what it means; its text is not read. */
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { languageOf } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, TapValue, Turn, Understanding } from '../turn.ts';

export const understandTap = (
  tap: Exclude<TapValue, { tap: 'say' | 'rate' }>,
  turn: Turn,
  memory: ConversationMemory,
): Understanding => {
  const language =
    memory.language ?? languageOf(turn.text) ?? (turn.locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en');
  const base = { confidence: 1, language, preferences: [], correction: false, mood: 'neutral', query: '' } as const;
  const about = (intent: Intent, products: readonly ProductId[] = [], orderNumber?: string): Understanding => ({
    ...base,
    intent,
    entities: { products, ...(orderNumber === undefined ? {} : { orderNumber }) },
  });
  switch (tap.tap) {
    case 'apply-offer':
      return about('apply-offer');
    case 'decline-offer':
      return about('decline-offer');
    case 'add-to-cart':
      return about('add-to-cart', [asId<ProductId>(tap.product)]);
    case 'product':
      return about('product-details', [asId<ProductId>(tap.product)]);
    case 'order':
      // Which order goods that came broken are of was asked: the matter goes on with that one.
      if (memory.claim && memory.claim.order === undefined && memory.turns - memory.claim.at <= 1)
        return { ...about('complaint', [], tap.order), claims: true };
      return about('order-status', [], tap.order);
    case 'return-order':
      return about('start-return', [], tap.order);
    case 'cancel-order':
      return about('cancel-order', [], tap.order);
  }
};
