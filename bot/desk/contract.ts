import { z } from 'zod';
import { conversationOperations } from './contract-conversations.ts';
import * as d from './contract-desk-shapes.ts';
import type { DeskOperation } from './contract-operation.ts';
import { serviceOperations } from './contract-service.ts';
import * as s from './contract-shapes.ts';
import { staffOperations } from './contract-staff.ts';

export const deskOperations = {
  ...staffOperations,
  ...conversationOperations,
  ...serviceOperations,
  /** The live stream: see `deskEvents` below. */
  events: {
    method: 'GET',
    path: '/api/desk/events',
    summary: 'What happens, live, as server-sent events; Last-Event-ID resumes',
    role: 'agent',
    query: z.object({ after: z.coerce.number().int().min(0).optional(), watch: s.idText.optional() }),
    answer: z.string(),
  },
} as const satisfies Record<string, DeskOperation>;

export type DeskOperationId = keyof typeof deskOperations;

/**
 * Server-sent events of GET /api/desk/events. `event:` names the kind and `data:` is its JSON; numbered ones carry `id:`
 * (gap-free), and Last-Event-ID or ?after= goes on from there. Staff see the events of their departments, and of their
 * own conversations; supervisors see all. A message may come twice around a reconnect: `entry.seq` tells.
 */
export const deskEvents = {
  /** First of every connection; of a new one with the number it begins at. `lastEvent` is the newest number. */
  hello: z.object({ now: s.time, lastEvent: z.int() }),
  /** Numbers after yours are gone: read the inbox again. */
  reset: z.object({ lastEvent: z.int() }),
  conversation: z.object({ conversation: s.conversation }),
  message: z.object({ conversation: s.idText, entry: s.entry }),
  /** Of the conversation named by ?watch= while the bot has it; without a number. */
  watched: z.object({ conversation: s.idText, entry: s.entry }),
  note: z.object({ note: s.note }),
  agent: z.object({ agent: s.agent }),
  approval: z.object({ approval: s.approval }),
  suggestion: z.object({ suggestion: s.suggestion }),
  settings: z.object({ settings: d.settings }),
  /** Transient, without a number; forget it after 5 s. */
  typing: z.object({ conversation: s.idText, from: z.enum(['shopper', 'agent', 'bot']), name: z.string().nullable() }),
  /** The session ended elsewhere: sign in again. */
  'signed-out': z.object({}),
} as const;

export type DeskEventName = keyof typeof deskEvents;
export type DeskAnswer<K extends DeskOperationId> = z.output<(typeof deskOperations)[K]['answer']>;
