import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { asId } from '../../../knowledge/domain/ids.ts';
import { bearerOf, isSameOrigin } from '../../access.ts';
import { badRequest, forbidden, tooMany } from '../../http/problem.ts';
import { type Call, type Route, sendJson } from '../../http/route.ts';
import { authorize, holdsSecret, readWatermark, refusedToken } from './authorize.ts';
import { grantFor, newConversationId, newGuestId, openConversation } from './conversations.ts';
import type { DirectLine } from './direct-line.ts';
import { type Grant, tokenSeconds } from './tokens.ts';

const openingShape = z
  .object({
    user: z.object({ id: z.string().min(1).max(200).optional(), name: z.string().max(200).optional() }).optional(),
    locale: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,35}$/, 'a BCP 47 language tag')
      .optional(),
  })
  .optional();
type Opening = z.infer<typeof openingShape>;

/** Absolute ws(s) address of a conversation's stream; the token rides in the query, as the protocol has it. */
const streamUrl = (call: Call, grant: Grant, token: string, watermark?: string): string => {
  const base = call.baseUrl.replace(/^http/, 'ws');
  const from = watermark === undefined ? '' : `watermark=${encodeURIComponent(watermark)}&`;
  return `${base}/v3/directline/conversations/${encodeURIComponent(grant.conversation)}/stream?${from}t=${token}`;
};

const answer = (line: DirectLine, call: Call, grant: Grant, watermark?: string) => {
  const token = line.tokens.issue(grant);
  return {
    conversationId: grant.conversation,
    token,
    expires_in: tokenSeconds,
    streamUrl: streamUrl(call, grant, token, watermark),
    referenceGrammarId: grant.conversation,
    userId: grant.shopper,
  };
};

/**
 * Whom a new conversation is for: the shop's server (channel secret) names anyone, a signed session goes on where its
 * shopper left off, and while no channel secret is set a stranger is a guest.
 */
const grantOf = async (line: DirectLine, call: Call, opening: Opening): Promise<Grant> => {
  const named = opening?.user?.id;
  if (named?.startsWith('dl_')) throw badRequest('user.id must not start with dl_', 'reserved-id');
  if (holdsSecret(call, line.channelSecret)) {
    const session = named ? { shopper: asId<Grant['shopper']>(named), signedIn: true } : null;
    return session
      ? grantFor(line.stores, session)
      : { conversation: newConversationId(), shopper: newGuestId(), signedIn: false };
  }
  const session = line.sessions.of(call.req);
  if (session.ok) {
    if (session.session.by === 'cookie' && !isSameOrigin(call.req, call.baseUrl)) {
      throw forbidden('A session cookie works on its own site only: send the session as a bearer token', 'cross-site');
    }
    return grantFor(line.stores, session.session);
  }
  if (bearerOf(call.req) !== undefined) throw refusedToken(session.reason);
  if (line.channelSecret !== undefined) throw refusedToken('missing');
  return { conversation: newConversationId(), shopper: newGuestId(), signedIn: false };
};

/** The grant on the device that asks for it, and the cookie by which the device is known again. */
const onDevice = async (
  line: DirectLine,
  call: Call,
  opening: Opening,
): Promise<{ readonly grant: Grant; readonly headers: Readonly<Record<string, string>> }> => {
  const grant = await grantOf(line, call, opening);
  // The shop's server asks for every shopper, and another site's page keeps no cookie of ours.
  if (holdsSecret(call, line.channelSecret) || !isSameOrigin(call.req, call.baseUrl)) return { grant, headers: {} };
  const { key, cookie } = line.sessions.deviceOf(call.req, call.baseUrl.startsWith('https:'));
  return { grant: { ...grant, device: key }, headers: cookie === undefined ? {} : { 'set-cookie': cookie } };
};

const countOpening = (line: DirectLine, call: Call): void => {
  const wait = line.openings.take(call.address);
  if (wait > 0) throw tooMany(wait, 'new conversations from this address');
};

/** A token lives on by being shown again while it is valid. */
const refresh = (line: DirectLine, call: Call): void => {
  const verified = line.tokens.verify(bearerOf(call.req));
  if (!verified.ok) throw refusedToken(verified.reason);
  const { grant } = verified;
  sendJson(call.res, 200, {
    conversationId: grant.conversation,
    token: line.tokens.issue(grant),
    expires_in: tokenSeconds,
    userId: grant.shopper,
  });
};

const generate = async (line: DirectLine, call: Call): Promise<void> => {
  countOpening(line, call);
  const opening = openingShape.parse(await call.json(line.maxBody));
  const { grant, headers } = await onDevice(line, call, opening);
  const { conversation, shopper } = grant;
  const token = line.tokens.issue(grant);
  sendJson(call.res, 200, { conversationId: conversation, token, expires_in: tokenSeconds, userId: shopper }, headers);
};

const start = async (line: DirectLine, call: Call): Promise<void> => {
  const opening = openingShape.parse(await call.json(line.maxBody));
  const shown = line.tokens.verify(bearerOf(call.req));
  // An expired or forged channel token says so, rather than being taken for a session.
  if (!shown.ok && (shown.reason === 'expired' || shown.reason === 'forged') && !line.sessions.of(call.req).ok) {
    if (!holdsSecret(call, line.channelSecret)) throw refusedToken(shown.reason);
  }
  if (!shown.ok) countOpening(line, call);
  const { grant, headers } = shown.ok ? { grant: shown.grant, headers: {} } : await onDevice(line, call, opening);
  const opened = await openConversation(line, grant, opening?.locale);
  if (opened === 'not-yours') throw forbidden('This conversation belongs to somebody else', 'wrong-shopper');
  sendJson(call.res, opened === 'opened' ? 201 : 200, answer(line, call, grant), headers);
};

const reconnect = async (line: DirectLine, call: Call): Promise<void> => {
  const { grant } = await authorize(call, line.tokens, line.stores.conversations);
  const watermark = call.query.get('watermark');
  sendJson(call.res, 200, answer(line, call, grant, watermark === null ? undefined : String(readWatermark(watermark))));
};

export const conversationRoutes = (line: DirectLine): Route[] => [
  { method: 'POST', path: '/v3/directline/tokens/generate', handle: call => generate(line, call) },
  { method: 'POST', path: '/v3/directline/tokens/refresh', handle: call => refresh(line, call) },
  { method: 'POST', path: '/v3/directline/conversations', handle: call => start(line, call) },
  { method: 'GET', path: '/v3/directline/conversations/:id', handle: call => reconnect(line, call) },
  {
    method: 'GET',
    path: '/v3/directline/session/getsessionid',
    handle: call => sendJson(call.res, 200, { sessionId: randomUUID() }),
  },
];
