import type { Activity } from 'botbuilder-core';
import { tooMany } from '../../http/problem.ts';
import { type Call, type Route, sendJson } from '../../http/route.ts';
import { type Delivery, metaOfDelivery } from '../../middleware/once.ts';
import { authorize, readWatermark } from './authorize.ts';
import type { DirectLine } from './direct-line.ts';
import { channelName } from './direct-line-adapter.ts';
import { readInbound } from './inbound.ts';
import type { Grant } from './tokens.ts';

/** Activities of one GET; the client's next poll goes on from the watermark. */
const pageSize = 500;

/**
 * Takes one activity in: durable in the transcript and echoed to the sockets, then answered, then handled. A repeated
 * delivery is answered with the same id and handled once; it is taken up again when the process that had it died.
 */
export const takeIn = async (
  line: DirectLine,
  grant: Grant,
  activity: Partial<Activity> & { id: string },
): Promise<void> => {
  const { conversation, shopper, signedIn, device } = grant;
  const seq = await line.log.append(conversation, 'shopper', activity);
  line.desk?.taken({
    conversation,
    seq,
    activityId: activity.id,
    from: 'shopper',
    activity: JSON.stringify(activity),
    at: line.clock(),
  });
  const delivery: Delivery = { channel: channelName, conversation, activityId: activity.id, shopper, signedIn, device };
  if (await line.deliveries.accept(delivery)) handle(line, delivery, activity);
};

const handle = (line: DirectLine, delivery: Delivery, activity: Partial<Activity>): void => {
  line.adapter
    .deliver(line.deliveries, delivery, activity)
    .catch(err => line.logger.error({ err, turn: metaOfDelivery(delivery).turn }, 'turn could not run'));
};

/** Takes up what was accepted before and never answered, since its process died; resolves when all are queued. */
export const resumeAbandoned = async (line: DirectLine, before: Date): Promise<void> => {
  for (const delivery of await line.deliveries.abandoned(before)) {
    if (delivery.channel !== channelName) continue;
    const entry = await line.stores.transcripts.get(delivery.conversation, delivery.activityId);
    if (entry && (await line.deliveries.accept(delivery))) handle(line, delivery, JSON.parse(entry.activity));
  }
};

export const countMessage = (line: DirectLine, grant: Grant): void => {
  const wait = line.messages.take(grant.shopper);
  if (wait > 0) throw tooMany(wait, 'messages');
};

const post = async (line: DirectLine, call: Call): Promise<void> => {
  const { grant } = await authorize(call, line.tokens, line.stores.conversations);
  countMessage(line, grant);
  const activity = readInbound(await call.json(line.maxBody), grant, line.clock());
  // Typing and the end of a visit need neither the log nor the bot; whoever talks to the shopper sees the typing.
  if (activity.type === 'message' || activity.type === 'event') await takeIn(line, grant, activity);
  else if (activity.type === 'typing') line.desk?.typing(grant.conversation);
  sendJson(call.res, 200, { id: activity.id });
};

const list = async (line: DirectLine, call: Call): Promise<void> => {
  const { grant } = await authorize(call, line.tokens, line.stores.conversations);
  const from = readWatermark(call.query.get('watermark'));
  const { activities, read } = await line.log.after(grant.conversation, from, pageSize);
  sendJson(call.res, 200, { activities, watermark: String(read) });
};

export const activityRoutes = (line: DirectLine): Route[] => [
  { method: 'POST', path: '/v3/directline/conversations/:id/activities', handle: call => post(line, call) },
  { method: 'GET', path: '/v3/directline/conversations/:id/activities', handle: call => list(line, call) },
];
