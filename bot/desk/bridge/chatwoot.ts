import { createHmac, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { DeskEvent } from '../../../knowledge/domain/desk.ts';
import { asId, type ConversationId } from '../../../knowledge/domain/ids.ts';
import { badRequest, HttpProblem } from '../../http/problem.ts';
import type { Route } from '../../http/route.ts';
import type { Desk } from '../desk.ts';
import type { ConversationView, EntryView } from '../desk-views.ts';
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
const timeoutMilliseconds = 10_000;

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

const linkShape = z.object({ source: z.string(), conversation: z.number() });
const linkKey = (id: ConversationId): string => `chatwoot|${id}`;
const sourceKey = (source: string): string => `chatwoot-source|${source}`;

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

/** Carries what shoppers who wait or talk to a person write to the inbox there; each line by one process, in order. */
export const relayToChatwoot = (desk: Desk, { url, inbox }: Omit<ChatwootOptions, 'secret'>): void => {
  const base = `${url.replace(/\/+$/, '')}/public/api/v1/inboxes/${encodeURIComponent(inbox)}/contacts`;
  const post = async <T>(path: string, body: unknown, shape: z.ZodType<T>): Promise<T> => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (!answer.ok) throw new Error(`Chatwoot answered ${answer.status}`);
    return shape.parse(await answer.json());
  };
  const linkOf = async (id: ConversationId): Promise<z.output<typeof linkShape>> => {
    const key = linkKey(id);
    const stored = (await desk.stores.state.read([key]))[key];
    if (stored) return linkShape.parse(JSON.parse(stored.json));
    const view = desk.inbox.get(id);
    const contact = { identifier: view?.shopper.id ?? id, ...(view?.shopper.name ? { name: view.shopper.name } : {}) };
    const { source_id: source } = await post('', contact, z.object({ source_id: z.string() }));
    const made = await post(`/${encodeURIComponent(source)}/conversations`, {}, z.object({ id: z.number() }));
    await desk.stores.state.write(sourceKey(source), JSON.stringify(id), '*');
    await desk.stores.state.write(key, JSON.stringify({ source, conversation: made.id }), '*');
    return { source, conversation: made.id };
  };
  const send = async (id: ConversationId, content: string): Promise<void> => {
    const { source, conversation } = await linkOf(id);
    await post(`/${encodeURIComponent(source)}/conversations/${conversation}/messages`, { content }, z.unknown());
  };
  const attempt = async (event: DeskEvent, content: string): Promise<void> => {
    const id = event.conversation as ConversationId;
    if (!(await desk.stores.inbox.insertOnce(`chatwoot|${event.seq}`, desk.now))) return;
    for (let tries = 1; ; tries++) {
      try {
        return await send(id, content);
      } catch (err) {
        if (tries === 5) throw err;
        await delay(250 * 2 ** tries);
      }
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  desk.hub.onEvent(event => {
    const content = wordsFor(event);
    if (!content || !event.conversation) return;
    const run = () => attempt(event, content);
    last = last.then(run, run).catch(err => desk.log.error({ err }, 'a line could not be carried to Chatwoot'));
  });
};

/** The hand-off itself and the shopper's words; notes and everything internal stay here. */
const wordsFor = (event: DeskEvent): string | null => {
  if (event.kind === 'message') {
    const { entry } = JSON.parse(event.data) as { entry: EntryView };
    return entry.from === 'shopper' && entry.text.trim() ? entry.text : null;
  }
  if (event.kind !== 'conversation') return null;
  const { conversation } = JSON.parse(event.data) as { conversation: ConversationView };
  const { state, reason, mood, version } = conversation;
  return state === 'waiting' ? `[${[reason, mood, `#${version}`].filter(Boolean).join(' · ')}]` : null;
};
