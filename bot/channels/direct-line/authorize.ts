import { asId, type ConversationId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import type { ConversationStore } from '../../../knowledge/ports/conversations.ts';
import { bearerOf, sameSecret, type TokenRefusal } from '../../access.ts';
import { forbidden, HttpProblem, notFound } from '../../http/problem.ts';
import type { Call } from '../../http/route.ts';
import type { DirectLineTokens, Grant } from './tokens.ts';

const sentences: Readonly<Record<TokenRefusal, string>> = {
  missing: 'Send the Direct Line token as Authorization: Bearer',
  malformed: 'This is not a Direct Line token of this server',
  forged: 'The signature of this token does not fit',
  expired: 'This token has expired: ask for a new one',
};

export const refusedToken = (reason: TokenRefusal): HttpProblem =>
  reason === 'missing'
    ? new HttpProblem(401, 'missing-token', sentences.missing, { 'www-authenticate': 'Bearer' })
    : forbidden(sentences[reason], `${reason}-token`);

export const holdsSecret = (call: Call, secret: string | undefined): boolean => {
  const bearer = bearerOf(call.req);
  return secret !== undefined && bearer !== undefined && sameSecret(bearer, secret);
};

/** The token of a call on `/conversations/:id…`: valid (else 403), for this very conversation (else 403), which exists (else 404). */
export const authorize = async (
  call: Call,
  tokens: DirectLineTokens,
  conversations: ConversationStore,
  token = bearerOf(call.req),
): Promise<{ grant: Grant }> => {
  const verified = tokens.verify(token);
  if (!verified.ok) throw refusedToken(verified.reason);
  const { grant } = verified;
  if (grant.conversation !== asId(call.params.id ?? '')) {
    throw forbidden('This token belongs to another conversation', 'wrong-conversation');
  }
  const shopper = await shopperOf(grant.conversation, conversations);
  if (!shopper) throw notFound('This conversation has not been started, or has ended', 'no-conversation');
  if (shopper !== grant.shopper) throw forbidden('This conversation belongs to somebody else', 'wrong-shopper');
  return { grant };
};

const rememberedConversations = 10_000;
const known = new WeakMap<ConversationStore, Map<ConversationId, ShopperId>>();

/** Whose a conversation is never changes, so it is asked once; null: there is no such conversation. */
const shopperOf = async (id: ConversationId, conversations: ConversationStore): Promise<ShopperId | null> => {
  const shoppers = known.get(conversations) ?? new Map<ConversationId, ShopperId>();
  known.set(conversations, shoppers);
  const remembered = shoppers.get(id);
  if (remembered) return remembered;
  const conversation = await conversations.get(id);
  if (!conversation) return null;
  shoppers.set(id, conversation.shopper);
  const oldest = shoppers.keys().next();
  if (shoppers.size > rememberedConversations && !oldest.done) shoppers.delete(oldest.value);
  return conversation.shopper;
};

/** Watermarks are opaque to clients: the number of the last entry they have. Empty or foreign ones start from the beginning. */
export const readWatermark = (text: string | null): number => {
  const seq = text === null || !/^\d{1,15}$/.test(text) ? 0 : Number(text);
  return Number.isSafeInteger(seq) ? seq : 0;
};
