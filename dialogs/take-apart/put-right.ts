/** A message that only puts right what was said or told before it: 我说的是100克！不是50克, "I only tried them on at home". */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { conditionMet } from '../understand/repair/condition-met.ts';
import type { Understander } from '../understand/understand.ts';
import type { TakenApart } from './taken-apart.ts';

const ofGoods: ReadonlySet<Intent> = new Set(['product-details', 'stock', 'product-search', 'add-to-cart']);

/** What names no goods is asked of that form. */
const ofForm = (apart: TakenApart, form: ProductId): TakenApart => {
  const spoken = (one: Understanding): Understanding =>
    ofGoods.has(one.intent) && one.entities.products.length === 0
      ? { ...one, entities: { ...one.entities, products: [form] } }
      : one;
  const [first, ...others] = apart.requests.map(one => ({ ...one, understanding: spoken(one.understanding) }));
  return { ...apart, understanding: spoken(apart.understanding), requests: [first!, ...others] };
};

/** Undefined: it puts nothing right. */
export const putRight = (
  given: Turn,
  memory: ConversationMemory,
  understander: Pick<Understander, 'setRight'>,
  whole: (turn: Turn, spokenIn: ConversationMemory) => TakenApart,
): TakenApart | undefined => {
  const met = conditionMet(given.text, memory);
  if (met) {
    const { topic: _, policy: __, subject: ___, ...before } = memory;
    const apart = whole({ ...given, text: met }, before);
    return { ...apart, understanding: { ...apart.understanding, goesBack: true } };
  }
  const right = understander.setRight(given.text, memory);
  if (!right) return undefined;
  const apart = whole({ ...given, text: right.text }, right.memory);
  return { ...(right.of === undefined ? apart : ofForm(apart, right.of)), meantAs: right.text };
};
