import { z } from 'zod';
import { type AgentRole, agentCloseReasons } from '../../knowledge/domain/desk.ts';
import * as shapes from './contract-shapes.ts';

/**
 * The desk over HTTP: what the router registers, what checks the input, and what the console at /desk is built against.
 *
 * Sign-in sets the cookie `co_desk` (HttpOnly, SameSite=Strict). Every call but a GET also needs the header
 * `x-csrf-token` with the `csrf` of `me`. Refusals are `{error: {code, message}}` with the codes listed, besides those
 * common to all: 401 no-session | forged-session | expired-session, 403 csrf | cross-site | role, 404 no-conversation,
 * 413 too-large, 429 too-many (with Retry-After), 400 invalid-body.
 */
export interface DeskOperation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/api/desk/${string}`;
  readonly summary: string;
  /** Least role that may; null: no session needed. */
  readonly role: AgentRole | null;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Status of success where it is not 200; 204 has no body. */
  readonly status?: number;
  readonly refusals?: readonly string[];
}

const s = shapes;
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,79}$/, 'a login of 2 to 80 letters, digits and . _ @ -');
const password = z.string().min(10, 'at least 10 characters').max(200);
const nothing = z.null();
const minor = z.int().min(0).max(1_000_000_000);
const conversationPath = '/api/desk/conversations/:id' as const;
const returnLines = z
  .array(z.object({ product: s.idText, quantity: z.int().min(1).max(999) }))
  .min(1)
  .max(100);
const goodwill = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount-off'), minor: minor.min(1) }),
  z.object({ kind: z.literal('percent-off'), rate: z.number().gt(0).max(1) }),
  z.object({ kind: z.literal('free-shipping') }),
]);
const staffFields = {
  name: z.string().trim().min(1).max(80),
  role: s.role,
  languages: z.array(s.language).min(1),
  departments: z.array(z.string()).max(50),
  capacity: z.int().min(1).max(50),
  goodwillCapMinor: minor,
};
const invitation = z.object({ agent: s.agent, token: z.string(), expiresAt: s.time });
const changed = z.object({ conversation: s.conversation });

export const deskOperations = {
  // Sign-in
  readSetup: {
    method: 'GET',
    path: '/api/desk/setup',
    summary: 'Before sign-in: is there an admin yet, and whose desk is it',
    role: null,
    answer: z.object({ needsFirstAdmin: z.boolean(), shop: s.me.shape.shop, languages: z.array(s.language) }),
  },
  createFirstAdmin: {
    method: 'POST',
    path: '/api/desk/first-admin',
    summary: 'The first admin, with the one-time token printed at the first start',
    role: null,
    status: 201,
    body: z.object({ token: z.string().max(200), login, name: staffFields.name, password, language: s.language }),
    answer: s.me,
    refusals: ['wrong-token', 'already-set-up'],
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/desk/invitation',
    summary: 'Choose a password with a one-time invitation, and sign in',
    role: null,
    body: z.object({ token: z.string().max(200), password }),
    answer: s.me,
    refusals: ['wrong-token'],
  },
  signIn: {
    method: 'POST',
    path: '/api/desk/sign-in',
    summary: 'Sign in',
    role: null,
    body: z.object({ login: z.string().trim().toLowerCase().max(80), password: z.string().max(200) }),
    answer: s.me,
    refusals: ['wrong-login'],
  },
  readMe: { method: 'GET', path: '/api/desk/me', summary: 'Whose session this is', role: 'agent', answer: s.me },
  signOut: {
    method: 'POST',
    path: '/api/desk/sign-out',
    summary: 'End this session',
    role: 'agent',
    status: 204,
    answer: nothing,
  },
  changePassword: {
    method: 'POST',
    path: '/api/desk/me/password',
    summary: 'Change the own password; other sessions end',
    role: 'agent',
    body: z.object({ current: z.string().max(200), next: password }),
    answer: s.me,
    refusals: ['wrong-login'],
  },
  setAvailability: {
    method: 'POST',
    path: '/api/desk/me/availability',
    summary: 'Available or away; capacity for today',
    role: 'agent',
    body: z.object({ availability: s.availability, capacity: staffFields.capacity.optional() }),
    answer: s.me,
  },
  readDay: {
    method: 'GET',
    path: '/api/desk/me/day',
    summary: 'The own day so far, on the shop’s clock',
    role: 'agent',
    answer: z.object({ from: s.time, report: s.report, open: z.int() }),
  },

  // The live stream: see `deskEvents` below.
  events: {
    method: 'GET',
    path: '/api/desk/events',
    summary: 'What happens, live, as server-sent events; Last-Event-ID resumes',
    role: 'agent',
    query: z.object({ after: z.coerce.number().int().min(0).optional(), watch: s.idText.optional() }),
    answer: z.string(),
  },

  // Conversations
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
      settings: s.settings,
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

  // Deals
  previewGoodwill: {
    method: 'POST',
    path: `${conversationPath}/goodwill/preview`,
    summary: 'What a goodwill deal would take off, and whether it needs a supervisor',
    role: 'agent',
    body: goodwill,
    answer: z.object({
      saves: s.money,
      total: s.money.nullable(),
      needsApproval: z.boolean(),
      possible: z.boolean(),
      refusal: z.string().nullable(),
      authority: s.authority,
    }),
  },
  giveGoodwill: {
    method: 'POST',
    path: `${conversationPath}/goodwill`,
    summary: 'Give it: a deal of this shopper alone, in the ledger, sent as a card',
    role: 'agent',
    body: z.object({ key: s.onceKey, deal: goodwill, reason: z.string().trim().min(1).max(500) }),
    answer: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('given'), deal: s.deal }),
      z.object({ outcome: z.literal('asked'), approval: s.approval }),
    ]),
    refusals: ['not-yours', 'no-campaign', 'budget-spent', 'above-supervisor', 'nothing-off'],
  },
  listApprovals: {
    method: 'GET',
    path: '/api/desk/approvals',
    summary: 'Goodwill that waits for a supervisor',
    role: 'supervisor',
    answer: z.object({ approvals: z.array(s.approval) }),
  },
  decideApproval: {
    method: 'POST',
    path: '/api/desk/approvals/:id',
    summary: 'Approve or refuse',
    role: 'supervisor',
    body: z.object({ decision: z.enum(['approve', 'refuse']), note: z.string().trim().max(1_000).optional() }),
    answer: z.object({ approval: s.approval, deal: s.deal.nullable() }),
    refusals: ['decided', 'own-request', 'budget-spent'],
  },

  // Orders
  previewReturn: {
    method: 'POST',
    path: `${conversationPath}/orders/:number/return/preview`,
    summary: 'The exact refund, and what it does to the deals of the order',
    role: 'agent',
    body: z.object({ lines: returnLines }),
    answer: z.object({ preview: s.refundPreview }),
    refusals: ['no-order', 'not-delivered', 'too-late', 'already-returned', 'cancelled', 'bad-lines'],
  },
  startReturn: {
    method: 'POST',
    path: `${conversationPath}/orders/:number/return`,
    summary: 'Start it',
    role: 'agent',
    status: 201,
    body: z.object({ key: s.onceKey, lines: returnLines, reason: z.string().trim().min(1).max(500) }),
    answer: z.object({ id: s.idText, preview: s.refundPreview }),
    refusals: ['no-order', 'not-delivered', 'too-late', 'already-returned', 'cancelled', 'bad-lines', 'not-yours'],
  },
  previewCancel: {
    method: 'GET',
    path: `${conversationPath}/orders/:number/cancel`,
    summary: 'What is paid back when the order is cancelled',
    role: 'agent',
    answer: z.object({ preview: s.refundPreview }),
    refusals: ['no-order', 'not-cancellable'],
  },
  cancelOrder: {
    method: 'POST',
    path: `${conversationPath}/orders/:number/cancel`,
    summary: 'Cancel an order that has not left yet',
    role: 'agent',
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    answer: z.object({ preview: s.refundPreview }),
    refusals: ['no-order', 'not-cancellable', 'not-yours'],
  },

  // Knowledge
  listSuggestions: {
    method: 'GET',
    path: '/api/desk/suggestions',
    summary: 'Corrections that wait to become knowledge',
    role: 'supervisor',
    answer: z.object({ suggestions: z.array(s.suggestion) }),
  },
  decideSuggestion: {
    method: 'POST',
    path: '/api/desk/suggestions/:id',
    summary: 'Publish as an article the bot answers from, or dismiss',
    role: 'supervisor',
    body: z.discriminatedUnion('decision', [
      z.object({
        decision: z.literal('publish'),
        title: z.string().trim().min(1).max(200),
        body: z.string().trim().min(1).max(10_000),
      }),
      z.object({ decision: z.literal('dismiss') }),
    ]),
    answer: z.object({ suggestion: s.suggestion }),
    refusals: ['decided', 'no-suggestion'],
  },
  listCanned: {
    method: 'GET',
    path: '/api/desk/canned',
    summary: 'Canned replies',
    role: 'agent',
    answer: z.object({ canned: z.array(s.canned) }),
  },
  fillCanned: {
    method: 'GET',
    path: `${conversationPath}/canned/:key`,
    summary:
      'A canned reply with its variables filled in for this conversation; what could not be filled stays in braces',
    role: 'agent',
    answer: z.object({ text: z.string(), missing: z.array(z.string()) }),
    refusals: ['no-canned'],
  },
  putCanned: {
    method: 'PUT',
    path: '/api/desk/canned/:key',
    summary: 'Add or change one',
    role: 'supervisor',
    body: s.canned.omit({ key: true }),
    answer: z.object({ canned: s.canned }),
    refusals: ['unknown-variable'],
  },
  deleteCanned: {
    method: 'DELETE',
    path: '/api/desk/canned/:key',
    summary: 'Remove one',
    role: 'supervisor',
    status: 204,
    answer: nothing,
  },

  // The desk itself
  listStaff: {
    method: 'GET',
    path: '/api/desk/staff',
    summary: 'Who works here, what they have and whether they are there',
    role: 'agent',
    answer: z.object({ staff: z.array(s.agent) }),
  },
  addStaff: {
    method: 'POST',
    path: '/api/desk/staff',
    summary: 'Add somebody; they choose a password with the one-time token',
    role: 'admin',
    status: 201,
    body: z.object({ login, ...staffFields }),
    answer: invitation,
    refusals: ['login-taken'],
  },
  changeStaff: {
    method: 'PUT',
    path: '/api/desk/staff/:id',
    summary: 'Change role, skills, capacity, cap, or switch off',
    role: 'admin',
    body: z.object({ ...staffFields, active: z.boolean() }),
    answer: z.object({ agent: s.agent }),
    refusals: ['no-agent', 'last-admin'],
  },
  inviteStaff: {
    method: 'POST',
    path: '/api/desk/staff/:id/invitation',
    summary: 'A new one-time token, for a forgotten password; their sessions end',
    role: 'admin',
    answer: invitation,
    refusals: ['no-agent'],
  },
  readSettings: {
    method: 'GET',
    path: '/api/desk/settings',
    summary: 'Hours, departments, topics, limits',
    role: 'agent',
    answer: z.object({ settings: s.settings }),
  },
  putSettings: {
    method: 'PUT',
    path: '/api/desk/settings',
    summary: 'Change them',
    role: 'admin',
    body: s.settings.omit({ timeZone: true }),
    answer: z.object({ settings: s.settings }),
    refusals: ['no-campaign', 'wrong-currency', 'unknown-department'],
  },
  readReport: {
    method: 'GET',
    path: '/api/desk/report',
    summary: 'Times, outcomes and reasons',
    role: 'supervisor',
    query: z.object({ from: s.time, to: s.time }),
    answer: z.object({ report: s.report }),
    refusals: ['too-long'],
  },
} as const satisfies Record<string, DeskOperation>;

export type DeskOperationId = keyof typeof deskOperations;

/**
 * Server-sent events of GET /api/desk/events. `event:` names the kind and `data:` is its JSON; numbered ones carry `id:`
 * (gap-free), and Last-Event-ID or ?after= goes on from there. Staff see the events of their departments, and of their
 * own conversations; supervisors see all. A message may come twice around a reconnect: `entry.seq` tells.
 */
export const deskEvents = {
  /** First of every connection. `lastEvent` is the newest number. */
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
  settings: z.object({ settings: s.settings }),
  /** Transient, without a number; forget it after 5 s. */
  typing: z.object({ conversation: s.idText, from: z.enum(['shopper', 'agent', 'bot']), name: z.string().nullable() }),
  /** The session ended elsewhere: sign in again. */
  'signed-out': z.object({}),
} as const;

export type DeskEventName = keyof typeof deskEvents;
export type DeskEventData<K extends DeskEventName> = z.output<(typeof deskEvents)[K]>;
export type DeskAnswer<K extends DeskOperationId> = z.output<(typeof deskOperations)[K]['answer']>;
