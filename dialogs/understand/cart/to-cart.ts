/** "Add two mugs": so many of a kind for the cart, of which it may have to be asked which. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Entities, Intent } from '../../turn.ts';
import type { Guess } from '../intent/settled-intent.ts';
import { kinds, pendingFor } from '../wishes/wished.ts';

export interface ForCart {
  readonly guess: Guess;
  readonly entities: Entities;
  /** So many of what is looked for are to go into the cart. */
  readonly toCart?: number;
}

const longestPick = 60;
const asks =
  /[?？]|^(?:is|are|does|do|what|which|how|why|can|when|where|who)\b|吗|呢|什么|怎么|多少|哪|(\p{Script=Han})不\1|(?:是不是|有没有|能不能|会不会|可不可以)/u;
/** Which one is told after "which one?", whatever such words are when nothing was asked. */
const mayPick: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'state-preference',
  'stock',
  'unclear',
  'add-to-cart',
]);

/** 不是马克杯: it isn't that. */
const denied = /^(?:不是|不要|not (?:the |a )?)[^,，.。]{1,20}[,，.。!！ ]*$/u;

/** `likes`: what the message wishes for; `memory`: the conversation as it is spoken of now. Folded text. */
export const forCart = (
  settled: Guess,
  entities: Entities,
  likes: readonly StatedPreference[],
  memory: ConversationMemory,
  folded: string,
): ForCart => {
  const { ordinal, products, quantity } = entities;
  const isPointed = products.length > 0 || (ordinal !== undefined && ordinal !== 0);
  const pending = pendingFor(memory);
  if (
    pending !== undefined &&
    folded.length <= longestPick &&
    !asks.test(folded) &&
    !denied.test(folded) &&
    mayPick.has(settled.intent)
  ) {
    const counted = { ...entities, quantity: quantity ?? pending.quantity };
    if (isPointed) return { guess: { intent: 'add-to-cart', confidence: 0.9 }, entities: counted };
    if (likes.length > 0)
      return { guess: { intent: 'product-search', confidence: 0.9 }, entities, toCart: counted.quantity };
  }
  const isSpokenOf = memory.focus !== undefined || memory.shown.length === 1;
  if (settled.intent === 'add-to-cart' && !isPointed && !isSpokenOf && likes.some(p => kinds.has(p.slot)))
    return { guess: { ...settled, intent: 'product-search' }, entities, toCart: quantity ?? 1 };
  return { guess: settled, entities };
};
