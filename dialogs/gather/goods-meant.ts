/** Which goods a message speaks of, to be read as they stand now. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Cart, Order } from '../../knowledge/domain/order.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Understanding } from '../turn.ts';

export interface GoodsMeant {
  /** The two to be set side by side. */
  readonly compared: readonly ProductId[];
  /** Those that something is told of each, or that one is chosen from. */
  readonly listed: readonly ProductId[];
  /** One of these goes into the cart; which is asked. */
  readonly among: readonly ProductId[];
  /** All that has to be read, what is in the cart and what was bought before included. */
  readonly wanted: readonly ProductId[];
}

/** `focus`: the one spoken of. `again`: what was bought before and is asked for again. */
export const goodsMeant = (
  understanding: Understanding,
  memory: ConversationMemory,
  { cart, focus, again }: { cart: Cart | null; focus: ProductId | null; again: Order | undefined },
): GoodsMeant => {
  const compared = understanding.compares ? understanding.entities.products.slice(0, 2) : [];
  const among =
    understanding.intent === 'add-to-cart' ? (understanding.among ?? ofShown(understanding, memory, focus)) : [];
  const listed = listedIn(understanding, memory, focus);
  return {
    compared,
    listed,
    among,
    wanted: [
      ...new Set([
        ...among,
        ...(cart?.lines.map(line => line.product) ?? []),
        ...(focus ? [focus] : []),
        ...compared,
        ...listed,
        ...(again?.lines.map(line => line.product) ?? []),
      ]),
    ],
  };
};

/** "Ok, that one", of a few that were shown: of which is asked with those before everybody's eyes. */
const ofShown = (
  { entities, goods, ordered }: Understanding,
  { shown }: ConversationMemory,
  focus: ProductId | null,
): readonly ProductId[] =>
  !focus && !ordered && entities.products.length + (goods?.length ?? 0) === 0 && shown.length <= mostOfShown
    ? shown
    : [];
const mostOfShown = 5;

const listedIn = (
  { advice, before, sum, ordered, ofEach, entities, degree, inAll, choice, intent }: Understanding,
  { shown }: ConversationMemory,
  focus: ProductId | null,
): readonly ProductId[] => {
  if (before) return before;
  if (advice) return advice.of;
  if (sum && 'which' in sum) return sum.which;
  if (sum && 'lines' in sum && sum.open) return sum.open;
  if (ordered) return ordered.open.flatMap(one => one.products);
  if (ofEach && entities.products.length > 1) return entities.products;
  return degree || ofEach || inAll || (choice && !focus) || intent === 'why-product' ? shown : [];
};
