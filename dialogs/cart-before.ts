/** The cart before a change of it, so that the change can be taken back. Pure. */

import type { TurnId } from '../knowledge/domain/ids.ts';
import type { Cart, CartLine, LinesBefore } from '../knowledge/domain/order.ts';
import type { ConversationMemory } from './memory.ts';
import type { Recorded } from './record.ts';
import type { ReplyPart, Suggestion } from './reply.ts';
import type { Turn } from './turn.ts';

const isSame = (one: CartLine, other: CartLine | undefined): boolean =>
  one.quantity === (other?.quantity ?? 0) && (one.quantity === 0 || one.size === other?.size);

/** Several requests of one message have ids that begin with its own: "t-1", "t-1.2". */
const messageOf = (turn: TurnId): TurnId => turn.split('.', 1)[0] as TurnId;

/** The lines that become others, as they are. Of a message that changes the cart several times: as they were before all of that. */
export const linesBefore = (
  { lines, was }: Pick<Cart, 'lines' | 'was'>,
  next: readonly CartLine[],
  { id, conversation }: Pick<Turn, 'id' | 'conversation'>,
  at: number,
): LinesBefore => {
  const message = messageOf(id);
  const before = was?.message === message ? was.lines : [];
  const lineOf = (some: readonly CartLine[], { product }: CartLine) => some.find(line => line.product === product);
  const there = lines.filter(line => !isSame(line, lineOf(next, line)));
  const added = next.filter(line => !lineOf(lines, line)).map(({ product }) => ({ product, quantity: 0 }));
  const now = [...there, ...added].filter(line => !lineOf(before, line));
  return { conversation, message, at, lines: [...before, ...now] };
};

/**
 * As the message found it. One that is repeated after it changed the cart, the process having died before its answer was kept,
 * finds the lines as they were; and what it took back is taken back once.
 */
export const asFound = (cart: Cart, { id }: Pick<Turn, 'id'>): Cart => {
  const { lines, was } = cart;
  if (was?.message !== messageOf(id)) return cart;
  const isOfIt = ({ product }: CartLine): boolean => was.lines.some(line => line.product === product);
  return {
    ...cart,
    lines: [...lines.filter(line => !isOfIt(line)), ...was.lines.filter(line => line.quantity > 0)],
    was: {
      ...was,
      lines: was.lines.map(({ product }) => lines.find(line => line.product === product) ?? { product, quantity: 0 }),
    },
  };
};

/** What is in it, and what of it a message of this conversation may take back: what another one did is that one's. */
export const heldIn = (
  cart: Pick<Cart, 'lines' | 'was'> | null | undefined,
  { conversation }: Pick<Turn, 'conversation'>,
): Pick<ConversationMemory, 'cartWas' | 'inCart'> => ({
  inCart: cart?.lines ?? [],
  cartWas: cart?.was?.conversation === conversation ? cart.was : undefined,
});

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
