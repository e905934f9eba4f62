import { createHmac } from 'node:crypto';
import { EventFactory, TestAdapter, TurnContext } from 'botbuilder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type ConversationId } from '../../../knowledge/domain/ids.ts';
import { isVisible } from '../../channels/direct-line/visible.ts';
import { DirectLineClient } from '../../testing/direct-line-client.ts';
import { startTestDesk, type TestDesk } from '../../testing/test-desk.ts';
import { deskGate } from '../desk-gate.ts';
import { sweepDesk } from '../sweep-desk.ts';
import { fakeChatwoot } from './chatwoot.test-helper.ts';
import { chatwootRoute, isFromChatwoot } from './chatwoot.ts';
import { relayToChatwoot } from './chatwoot-outbox.ts';
import { announceHandoffs, initiationOf, statusOf } from './handoff-events.ts';

const secret = 'the secret of the webhook';
const sign = (body: string, at = Date.now()) => {
  const timestamp = String(Math.floor(at / 1000));
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'x-chatwoot-timestamp': timestamp,
    'x-chatwoot-signature': `sha256=${digest}`,
    'content-type': 'application/json',
  };
};

let desk: TestDesk;
let other: Awaited<ReturnType<typeof fakeChatwoot>>;
let stop: () => Promise<void>;
let connectorDown = false;
beforeAll(async () => {
  other = await fakeChatwoot();
  desk = await startTestDesk({ routes: d => [chatwootRoute(d, { secret })] });
  stop = relayToChatwoot(desk.desk, { url: other.url, inbox: 'inbox-1' });
});
afterAll(async () => {
  await stop();
  await desk.close();
  other.close();
});

const post = (payload: unknown, headers?: Record<string, string>) => {
  const body = JSON.stringify(payload);
  return fetch(`${desk.url}/api/desk/bridge/chatwoot`, { method: 'POST', body, headers: headers ?? sign(body) });
};
/** How they name the only contact they were given. */
const source = (): string => [...other.contacts.keys()][0] ?? 'nobody';
const message = (id: number, content: string, more: object = {}) => ({
  event: 'message_created',
  id,
  content,
  created_at: '2026-03-03 13:05:57 UTC',
  message_type: 'outgoing',
  content_type: 'text',
  content_attributes: {},
  private: false,
  sender: { id: 1, name: 'Clara', email: 'clara@example.com', type: 'user' },
  account: { id: 3, name: 'Shop' },
  inbox: { id: 1, name: 'API' },
  conversation: { id: 71, status: 'open', contact_inbox: { id: 9, source_id: source() }, additional_attributes: {} },
  ...more,
});

describe('another desk by webhook', () => {
  it('gets what a waiting shopper writes, answers under a name, and hands back; private notes and strangers stay out', async () => {
    const client = await DirectLineClient.start(desk.url);
    const id = client.started.conversationId as ConversationId;
    const stream = await client.stream();
    await desk.queue(id);
    await client.say('where is my parcel?');
    await expect.poll(() => other.messages.map(m => m.content)).toContain('where is my parcel?');
    expect((await post(message(1, 'a private note', { private: true }))).status).toBe(204);
    expect((await post(message(2, 'Hello, Clara here.'))).status).toBe(204);
    await stream.until(a => a.text === 'Hello, Clara here.');
    // Delivered again: said once.
    await post(message(2, 'Hello, Clara here.'));
    expect(await desk.stores.conversations.get(id)).toMatchObject({
      owner: 'agent',
      desk: { agent: 'elsewhere:Clara' },
    });
    await client.say('thanks');
    await expect.poll(() => other.messages.map(m => m.content)).toContain('thanks');
    const done = {
      event: 'conversation_status_changed',
      id: 71,
      status: 'resolved',
      contact_inbox: { source_id: source() },
    };
    expect((await post(done)).status).toBe(204);
    await stream.until(a => a.text?.startsWith('Clara has left the chat.') ?? false);
    expect((await desk.stores.conversations.get(id))?.owner).toBe('bot');
    const texts = stream.activities.map(a => a.text);
    expect(texts.filter(t => t === 'Hello, Clara here.')).toHaveLength(1);
    expect(texts.join()).not.toContain('private');
    // Its own words come back as incoming, and a conversation nobody knows changes nothing.
    await post(message(5, 'echo', { message_type: 'incoming' }));
    await post(message(6, 'lost', { conversation: { id: 9, contact_inbox: { source_id: 'unknown' } } }));
  });

  it('is believed only when the bytes are signed, and not again after five minutes', async () => {
    const body = JSON.stringify(message(9, 'forged'));
    expect((await post(message(9, 'forged'), { 'content-type': 'application/json' })).status).toBe(401);
    const signed = sign(body);
    expect((await post({ ...message(9, 'forged'), content: 'changed' }, signed)).status).toBe(401);
    expect((await post(message(9, 'forged'), sign(body, Date.now() - 400_000))).status).toBe(401);
    const at = new Date();
    const headers = sign(body, at.getTime());
    const given = { signature: headers['x-chatwoot-signature'], timestamp: headers['x-chatwoot-timestamp'] };
    expect(isFromChatwoot(Buffer.from(body), given, secret, at)).toBe(true);
    expect(isFromChatwoot(Buffer.from(body), given, `${secret}!`, at)).toBe(false);
    expect(isFromChatwoot(Buffer.from(`${body} `), given, secret, at)).toBe(false);
  });
});

describe('the Bot Framework’s hand-off events', () => {
  it('go out in the SDK’s own shape with the transcript, and never to a shopper', async () => {
    const client = await DirectLineClient.start(desk.url);
    const id = client.started.conversationId as ConversationId;
    await client.say('a person please');
    await expect.poll(async () => (await client.activities()).activities.length).toBeGreaterThanOrEqual(2);
    await desk.queue(id);
    const conversation = (await desk.stores.conversations.get(id))!;
    const reference = TurnContext.getConversationReference({
      id: 'a1',
      channelId: 'msteams',
      serviceUrl: 'https://example.com',
      from: { id: 'u1', name: 'U' },
      recipient: { id: 'b1', name: 'B' },
      conversation: { id: 'c1', name: '', isGroup: false, conversationType: '', tenantId: '' },
      type: 'message',
    } as never);
    const ours = initiationOf(conversation, reference, await desk.stores.transcripts.after(id, 0, 10), new Date());
    const context = new TurnContext(new TestAdapter(), {
      ...reference,
      type: 'message',
      from: reference.user,
      id: 'a1',
    } as never);
    const theirs = EventFactory.createHandoffInitiation(context, {}, { activities: [] } as never);
    for (const field of ['type', 'name', 'from', 'conversation', 'channelId', 'serviceUrl'] as const) {
      expect([field, ours[field]]).toEqual([field, theirs[field]]);
    }
    expect(ours.attachments?.[0]).toMatchObject({
      contentType: 'application/json',
      name: theirs.attachments?.[0]?.name,
    });
    expect(JSON.stringify(ours.attachments)).toContain('a person please');
    expect(isVisible(ours)).toBe(false);
  });

  it('come in as accepted, failed or completed, once the shop has chosen that desk', async () => {
    const client = await DirectLineClient.start(desk.url);
    const id = client.started.conversationId as ConversationId;
    await desk.queue(id);
    await desk.stores.conversations.refer(id, JSON.stringify({ channelId: 'msteams', conversation: { id: 'c1' } }));
    const gate = deskGate(desk.desk);
    const came = async (state: 'accepted' | 'failed' | 'completed') =>
      gate.eventCame(
        (await desk.stores.conversations.get(id))!,
        EventFactory.createHandoffStatus({ id: 'c1' } as never, state),
      );
    expect(await came('accepted')).toBe(false);
    const sent: string[] = [];
    announceHandoffs(desk.desk, async (_reference, activity) => {
      if (connectorDown) {
        connectorDown = false;
        throw new Error('down');
      }
      sent.push(`${activity.name} ${activity.id?.split('|')[1]}`);
    });
    expect(await came('accepted')).toBe(true);
    expect((await desk.stores.conversations.get(id))?.owner).toBe('agent');
    expect(await came('completed')).toBe(true);
    expect((await desk.stores.conversations.get(id))?.owner).toBe('bot');
    await desk.queue(id);
    await expect.poll(() => sent).toEqual(['handoff.initiate handoff-4']);
    expect(await came('failed')).toBe(true);
    // The channel is down as somebody begins to wait: told when it is back, under the number it had.
    connectorDown = true;
    await desk.queue(id);
    await expect.poll(() => connectorDown).toBe(false);
    expect(sent).toHaveLength(1);
    await expect
      .poll(async () => {
        await sweepDesk(desk.desk);
        return sent;
      })
      .toEqual(['handoff.initiate handoff-4', 'handoff.initiate handoff-6']);
    await sweepDesk(desk.desk);
    expect(sent).toHaveLength(2);
    expect(await came('failed')).toBe(true);
    expect((await desk.stores.tickets.ofConversation(asId(id)))[0]).toMatchObject({ timedOut: true });
    expect(statusOf({ type: 'event', name: 'handoff.status', value: { state: 'maybe' } })).toBeNull();
  });
});
