import { z } from 'zod';
import { agentCloseReasons } from '../../knowledge/domain/desk.ts';
import * as d from './contract-desk-shapes.ts';
import { conversationPath, type DeskOperation, nothing } from './contract-operation.ts';
import * as s from './contract-shapes.ts';

const changed = z.object({ conversation: s.conversation });

/** What staff do with conversations. */
export const conversationOperations = {
  readInbox: {
    method: 'GET',
    path: '/api/desk/inbox',
    summary: 'The queue (most urgent first), the own conversations and the colleagues’',
    role: 'agent',
    answer: z.object({
      queue: z.array(s.conversation),
      mine: z.array(s.conversation),
      others: z.array(s.conversation),
      lastEvent: z.int(),
      settings: d.settings,
      staff: z.array(s.agent),
    }),
  },
  listLive: {
    method: 'GET',
    path: '/api/desk/live',
    summary: 'Conversations the bot has now, latest first',
    role: 'agent',
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.object({ conversations: z.array(s.conversation) }),
  },
  listClosed: {
    method: 'GET',
    path: '/api/desk/closed',
    summary: 'Closed tickets and those that wait for a follow-up, latest first',
    role: 'agent',
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.object({ conversations: z.array(s.conversation) }),
  },
  readPacket: {
    method: 'GET',
    path: conversationPath,
    summary: 'Everything about a conversation on one screen',
    role: 'agent',
    query: z.object({ language: s.language.optional() }),
    answer: s.packet,
  },
  readTranscript: {
    method: 'GET',
    path: `${conversationPath}/transcript`,
    summary: 'Entries after a number, in order',
    role: 'agent',
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    answer: z.object({ entries: z.array(s.entry) }),
  },
  claim: {
    method: 'POST',
    path: `${conversationPath}/claim`,
    summary: 'Take a waiting conversation, or barge into one the bot has',
    role: 'agent',
    answer: changed,
    refusals: ['taken'],
  },
  claimNext: {
    method: 'POST',
    path: '/api/desk/claim-next',
    summary: 'Take the most urgent one that fits; null: none',
    role: 'agent',
    answer: z.object({ conversation: s.conversation.nullable() }),
    refusals: ['at-capacity', 'away'],
  },
  takeOver: {
    method: 'POST',
    path: `${conversationPath}/take-over`,
    summary: 'Take a conversation from a colleague',
    role: 'supervisor',
    answer: changed,
    refusals: ['changed'],
  },
  reply: {
    method: 'POST',
    path: `${conversationPath}/messages`,
    summary: 'Say something to the shopper, with cards if wanted; takes the conversation over from queue or bot',
    role: 'agent',
    body: z.object({
      key: s.onceKey,
      text: z.string().trim().max(4_000),
      cards: z
        .array(
          z.discriminatedUnion('type', [
            z.object({ type: z.literal('product'), product: s.idText }),
            z.object({ type: z.literal('offer'), offer: s.idText }),
          ]),
        )
        .max(6)
        .optional(),
    }),
    answer: z.object({ seq: z.int(), conversation: s.conversation }),
    refusals: ['closed', 'taken', 'empty', 'unknown-product', 'unknown-offer', 'not-delivered'],
  },
  typing: {
    method: 'POST',
    path: `${conversationPath}/typing`,
    summary: 'The agent is typing',
    role: 'agent',
    status: 204,
    answer: nothing,
  },
  addNote: {
    method: 'POST',
    path: `${conversationPath}/notes`,
    summary: 'A note for colleagues; never leaves the desk',
    role: 'agent',
    status: 201,
    body: z.object({ key: s.onceKey, text: z.string().trim().min(1).max(10_000) }),
    answer: z.object({ note: s.note }),
  },
  listDrafts: {
    method: 'GET',
    path: `${conversationPath}/drafts`,
    summary: 'Replies drafted from the shop’s knowledge to the latest question, to edit before sending',
    role: 'agent',
    answer: z.object({ question: z.string(), drafts: z.array(s.draft) }),
  },
  transfer: {
    method: 'POST',
    path: `${conversationPath}/transfer`,
    summary: 'To a colleague or a department',
    role: 'agent',
    body: z.object({
      to: z.union([z.object({ agent: s.idText }), z.object({ department: z.string() })]),
      note: z.string().trim().max(10_000).optional(),
    }),
    answer: changed,
    refusals: ['not-yours', 'department-closed', 'unknown-department', 'unknown-agent', 'agent-unavailable'],
  },
  release: {
    method: 'POST',
    path: `${conversationPath}/release`,
    summary: 'Back to the bot, or back to the queue',
    role: 'agent',
    body: z.object({ to: z.enum(['bot', 'queue']) }),
    answer: changed,
    refusals: ['not-yours'],
  },
  close: {
    method: 'POST',
    path: `${conversationPath}/close`,
    summary: 'Close with a reason; the shopper may be asked for a rating',
    role: 'agent',
    body: z.object({ reason: z.enum(agentCloseReasons), askRating: z.boolean().default(true) }),
    answer: changed,
    refusals: ['not-yours', 'closed'],
  },
  correct: {
    method: 'POST',
    path: `${conversationPath}/corrections`,
    summary: 'Mark an answer of the bot wrong and say what is right',
    role: 'agent',
    status: 201,
    body: z.object({ seq: z.int().min(1), better: z.string().trim().min(1).max(4_000) }),
    answer: z.object({ suggestion: s.suggestion }),
    refusals: ['not-a-bot-answer'],
  },
  searchProducts: {
    method: 'GET',
    path: '/api/desk/products',
    summary: 'Products to put into a conversation',
    role: 'agent',
    query: z.object({ q: z.string().trim().min(1).max(200), language: s.language.optional() }),
    answer: z.object({
      products: z.array(
        z.object({ id: s.idText, name: z.string(), price: s.money, stock: z.int().nullable(), picture: z.string() }),
      ),
    }),
  },
} as const satisfies Record<string, DeskOperation>;
