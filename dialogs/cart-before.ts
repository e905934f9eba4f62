/** The cart before a change of it, so that the change can be taken back. Pure. */
import type { CartLine } from '../knowledge/domain/order.ts';
import type { ConversationMemory } from './memory.ts';
import type { Recorded } from './record.ts';
import type { ReplyClaim, ReplyPart, Suggestion } from './reply.ts';
import type { TurnFacts } from './turn-facts.ts';

/** The goods whose lines it changes. */
const goodsOf = (claim: ReplyClaim | undefined): readonly CartLine['product'][] => {
  switch (claim?.kind) {
    case 'add-to-cart':
    case 'set-quantity':
    case 'set-size':
      return [claim.product];
    case 'remove-from-cart':
      return claim.products;
    case 'change-lines':
    case 'add-together':
      return claim.lines.map(line => line.product);
    default:
      return [];
  }
};

const ofDeals: ReadonlySet<ReplyClaim['kind']> = new Set([
  'apply-offer',
  'take-off-offer',
  'apply-code',
  'remove-code',
]);

/**
 * What is remembered for it; nothing once a deal or a code went on or off, which is then the last change. Of a message that changes it several
 * times: as it was before all of them.
 */
export const cartBefore = (
  claim: ReplyClaim | undefined,
  { cart, memory: { cartWas, turns } }: Pick<TurnFacts, 'cart' | 'memory'>,
): Pick<ConversationMemory, 'cartWas'> => {
  const goods = goodsOf(claim);
  if (claim && ofDeals.has(claim.kind)) return { cartWas: undefined };
  if (goods.length === 0) return {};
  const before = cartWas?.at === turns ? cartWas.lines : [];
  const now = [...new Set(goods)]
    .filter(product => !before.some(line => line.product === product))
    .map(product => cart?.lines.find(line => line.product === product) ?? { product, quantity: 0 });
  return { cartWas: { at: turns, lines: [...before, ...now] } };
};

const changes: ReadonlySet<ReplyPart['kind']> = new Set(['added-to-cart', 'quantity-changed', 'removed-from-cart']);

const undo: Suggestion = {
  kind: 'ask',
  label: { en: 'Undo', zh: '撤销' },
  text: { en: 'Undo that', zh: '撤销刚才的操作' },
};

/** One tap takes back what was put in or taken out; not what that tap itself did. */
export const undoOf = (answers: readonly Pick<Recorded, 'parts' | 'reply'>[]): readonly Suggestion[] => {
  const changed = answers.filter(one => one.parts.some(part => changes.has(part.kind)));
  const isUndo = changed.every(({ reply: { claim } }) => claim?.kind === 'change-lines' && claim.undoes);
  return changed.length > 0 && !isUndo ? [undo] : [];
};
