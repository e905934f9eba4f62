import { z } from 'zod';
import { conversationPath, type DeskOperation, minor, nothing } from './contract-operation.ts';
import * as s from './contract-shapes.ts';

const returnLines = z
  .array(z.object({ product: s.idText, quantity: z.int().min(1).max(999) }))
  .min(1)
  .max(100);
const goodwill = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount-off'), minor: minor.min(1) }),
  z.object({ kind: z.literal('percent-off'), rate: z.number().gt(0).max(1) }),
  z.object({ kind: z.literal('free-shipping') }),
]);

/** Deals, orders and knowledge, within a conversation and beside it. */
export const serviceOperations = {
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
  readKnowledge: {
    method: 'GET',
    path: '/api/desk/knowledge',
    summary: 'What was asked in 30 days and not answered, and what articles say that does not hold (read every night)',
    role: 'supervisor',
    query: z.object({ language: s.language.optional() }),
    answer: z.object({
      gaps: z.array(s.gap),
      checkedAt: z.string().nullable(),
      findings: z.array(s.articleFinding),
    }),
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
} as const satisfies Record<string, DeskOperation>;
