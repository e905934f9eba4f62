import { z } from 'zod';
import type { AgentRole } from '../../knowledge/domain/desk.ts';

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

/** Of an answer without a body. */
export const nothing = z.null();
export const minor = z.int().min(0).max(1_000_000_000);
export const conversationPath = '/api/desk/conversations/:id' as const;
