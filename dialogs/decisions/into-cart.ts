/** One product, so many of it, in a size it comes in. */
import type { Product } from '../../knowledge/domain/product.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { isOfOtherScale } from '../understand/text/sizes.ts';
import { addOn } from './add-on.ts';
import { type Draft, suggest } from './draft.ts';
import { isWorn } from './worn-sizes.ts';

/** The size told before in this conversation, of goods that come in it. */
const sizeTold = (product: Product, { size }: Pick<ConversationMemory, 'size'>): string | undefined =>
  size !== undefined && valuesOf(product, 'size')?.includes(size) ? size : undefined;

export const intoCart = (bought: Product, wanted: number, understanding: Understanding, facts: TurnFacts): Draft => {
  const sizes = valuesOf(bought, 'size') ?? [];
  const told = sizes.length > 0 ? (understanding.size ?? sizeTold(bought, facts.memory)) : undefined;
  // "UK 9": which of ours it is is asked, and it goes in.
  const size = told !== undefined && isOfOtherScale(told) && sizes.some(isWorn) ? undefined : told;
  // In a size that it doesn't come in it is not bought.
  if (size !== undefined && !sizes.includes(size))
    return {
      parts: [{ kind: 'product-choices', slot: 'size', of: [{ product: bought, values: sizes }], others: [] }],
      memory: { focus: bought.id, failures: 0, toCart: { quantity: wanted, at: facts.memory.turns } },
      suggestions: suggest('recommend'),
    };
  const quantity = Math.min(99, Math.max(1, wanted));
  // Planned for one unit more that can be had; anything else is asked about with the cart.
  const isOpen = size === undefined && sizes.some(isWorn);
  const proposes = quantity === 1 && bought.stock !== 0 && !understanding.goesOn;
  const next = proposes ? addOn(facts, false) : { parts: [] };
  return {
    parts: isOpen ? [{ kind: 'which-size', product: bought, sizes }, ...next.parts] : next.parts,
    claim: { kind: 'add-to-cart', product: bought.id, quantity, ...(size === undefined ? {} : { size }) },
    memory: { focus: bought.id, failures: 0, ...next.memory },
    suggestions: [...(next.suggestions ?? []), ...suggest('view-cart', 'deals')],
  };
};
