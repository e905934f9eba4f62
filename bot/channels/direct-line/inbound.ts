import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { z } from 'zod';
import { badRequest } from '../../http/problem.ts';
import { accountOf, botAccount } from './direct-line-adapter.ts';
import type { Grant } from './tokens.ts';

/** UTF-16 units of a message that are read; the rest is cut and the turn knows. */
const maxTextLength = 2_000;

const inboundShape = z.object({
  type: z.enum(['message', 'event', 'typing', 'endOfConversation'], {
    error: 'a shopper may send message, event, typing or endOfConversation',
  }),
  text: z.string().optional(),
  value: z.unknown().optional(),
  name: z.string().max(200).optional(),
  locale: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,35}$/, 'a BCP 47 language tag')
    .optional(),
  from: z
    .object({ id: z.string().max(200).optional() })
    .loose()
    .optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
});

/** Cuts without leaving half of a surrogate pair. */
const cutText = (text: string): { text: string; cut: boolean } => {
  if (text.length <= maxTextLength) return { text, cut: false };
  const unit = text.charCodeAt(maxTextLength - 1);
  const end = unit >= 0xd800 && unit <= 0xdbff ? maxTextLength - 1 : maxTextLength;
  return { text: text.slice(0, end), cut: true };
};

/**
 * Checks what a client posted and makes the activity that is logged and handled: only known fields, the sender taken
 * from the token whatever the client said, `channelData.clientActivityID` kept for the echo. The id follows from
 * clientActivityID, so posting the same message again is the same activity. Attachments come by upload only. Throws HttpProblem or ZodError (400).
 */
export const readInbound = (body: unknown, grant: Grant, now: Date): Partial<Activity> & { id: string } => {
  if (body === undefined) throw badRequest('An activity is needed as JSON', 'missing-body');
  const posted = inboundShape.parse(body);
  if (posted.from?.id?.startsWith('dl_')) throw badRequest('from.id must not start with dl_', 'reserved-id');
  if (posted.type === 'event' && /^(handoff|internal|note|whisper)\b/i.test(posted.name ?? '')) {
    throw badRequest(`Events named ${posted.name} are the shop's own`, 'reserved-event');
  }
  const clientActivityID = posted.channelData?.clientActivityID;
  const own = typeof clientActivityID === 'string' && clientActivityID.length <= 200 ? clientActivityID : undefined;
  const digest = createHash('sha256')
    .update(`${grant.conversation}|${own ?? randomUUID()}`)
    .digest('hex');
  const { text, cut } = cutText(posted.text ?? '');
  const { internal: _internal, cut: _cut, ...channelData } = posted.channelData ?? {};
  return {
    type: posted.type,
    id: `${grant.conversation}|${digest.slice(0, 24)}`,
    timestamp: now,
    channelId: 'directline',
    from: { id: grant.shopper, name: '', role: 'user' },
    recipient: botAccount,
    conversation: accountOf(grant.conversation),
    ...(posted.text === undefined ? {} : { text }),
    ...(posted.value === undefined ? {} : { value: posted.value }),
    ...(posted.name === undefined ? {} : { name: posted.name }),
    ...(posted.locale === undefined ? {} : { locale: posted.locale }),
    channelData: { ...channelData, ...(cut ? { cut: true } : {}) },
  };
};
