import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { asId, type ConversationId } from '../../../knowledge/domain/ids.ts';
import { badRequest, HttpProblem } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import type { Desk } from '../desk.ts';
import { sourceKey } from './chatwoot-outbox.ts';
import { completedElsewhere, saidElsewhere } from './other-desk.ts';

export interface ChatwootOptions {
  readonly url: string;
  /** Identifier of an API inbox. */
  readonly inbox: string;
  /** Secret of its webhook. */
  readonly secret: string;
}

const maxBody = 262_144;
const toleranceSeconds = 300;

/** HMAC-SHA256 of "timestamp.body" over the bytes as they came, compared in constant time; older than 5 minutes: replayed. */
export const isFromChatwoot = (
  raw: Buffer,
  { signature, timestamp }: { readonly signature: string | undefined; readonly timestamp: string | undefined },
  secret: string,
  now: Date,
): boolean => {
  if (!signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const digest = createHmac('sha256', secret).update(`${timestamp}.`).update(raw).digest('hex');
  const [given, expected] = [Buffer.from(signature), Buffer.from(`sha256=${digest}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const conversationShape = z
  .object({
    id: z.union([z.number(), z.string()]),
    status: z.string().optional(),
    contact_inbox: z.object({ source_id: z.string() }).loose().optional(),
  })
  .loose();
const payloadShape = z.discriminatedUnion('event', [
  z
    .object({
      event: z.literal('message_created'),
      id: z.union([z.number(), z.string()]),
      content: z.string().nullable(),
      // The name, or its number in the enumeration of older versions.
      message_type: z.union([z.string(), z.number()]),
      private: z.boolean().default(false),
      sender: z.object({ name: z.string().nullish(), type: z.string().optional() }).loose().nullish(),
      conversation: conversationShape,
    })
    .loose(),
  conversationShape.extend({ event: z.literal('conversation_status_changed'), status: z.string() }).loose(),
]);

const ours = async (desk: Desk, source: string | undefined): Promise<ConversationId | null> => {
  if (source === undefined) return null;
  const key = sourceKey(source);
  const stored = (await desk.stores.state.read([key]))[key];
  return stored ? asId<ConversationId>(JSON.parse(stored.json) as string) : null;
};

/** What an agent there writes or decides. Private notes, the shopper's own words and other events change nothing here. */
export const chatwootRoute = (desk: Desk, { secret }: Pick<ChatwootOptions, 'secret'>): Route => ({
  method: 'POST',
  path: '/api/desk/bridge/chatwoot',
  handle: async call => {
    const raw = await call.bytes(maxBody);
    const header = (name: string) => {
      const value = call.req.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    const signed = { signature: header('x-chatwoot-signature'), timestamp: header('x-chatwoot-timestamp') };
    if (!isFromChatwoot(raw, signed, secret, desk.now)) {
      throw new HttpProblem(401, 'unsigned', 'This is not signed with the secret of the webhook');
    }
    let body: unknown;
    try {
      body = JSON.parse(raw.toString('utf8'));
    } catch {
      throw badRequest('The body is not JSON', 'malformed-json');
    }
    const parsed = payloadShape.safeParse(body);
    if (parsed.success) await take(desk, parsed.data);
    call.res.writeHead(204);
    call.res.end();
  },
});

const take = async (desk: Desk, payload: z.output<typeof payloadShape>): Promise<void> => {
  if (payload.event === 'conversation_status_changed') {
    const id = await ours(desk, payload.contact_inbox?.source_id);
    if (id && (payload.status === 'resolved' || payload.status === 'pending')) await completedElsewhere(desk, id);
    return;
  }
  const outgoing = payload.message_type === 'outgoing' || payload.message_type === 1;
  if (!outgoing || payload.private || !payload.content?.trim()) return;
  const id = await ours(desk, payload.conversation.contact_inbox?.source_id);
  if (!id) return;
  const name = payload.sender?.name?.trim().slice(0, 80) || desk.departmentName(undefined, 'en') || 'Customer care';
  await saidElsewhere(desk, id, { key: String(payload.id), name, text: payload.content.slice(0, 4_000) });
};
