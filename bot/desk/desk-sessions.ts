import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Clock } from '../../knowledge/domain/clock.ts';
import type { Agent } from '../../knowledge/domain/desk.ts';
import { type AgentId, asId } from '../../knowledge/domain/ids.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { cookieOf, sameSecret, signToken, type TokenRefusal, verifyToken } from '../access.ts';

export const deskCookie = 'co_desk';
const sessionSeconds = 12 * 3_600;
const claimsShape = z.object({
  aud: z.literal('desk'),
  sub: z.string().min(1).max(200),
  ep: z.int(),
  jti: z.uuid(),
  exp: z.number(),
});

/** A signed-in member of staff, as read from the store at this call: role and departments are never older than that. */
export interface DeskSession {
  readonly agent: Agent;
  readonly id: string;
  readonly csrf: string;
  readonly expiresAt: Date;
}

/** Signed cookies; one ends early by signing out, all of a person's by a new password or being switched off. */
export class DeskSessions {
  readonly #secret: string;
  readonly #clock: Clock;
  readonly #stores: Pick<Stores, 'agents' | 'presence'>;

  constructor(secret: string, clock: Clock, stores: Pick<Stores, 'agents' | 'presence'>) {
    this.#secret = secret;
    this.#clock = clock;
    this.#stores = stores;
  }

  /** Bound to the session: one stolen elsewhere fits no other. */
  #csrfOf(id: string): string {
    return createHmac('sha256', this.#secret).update(`desk-csrf|${id}`).digest('base64url');
  }

  issue(agent: Agent): { token: string; session: DeskSession } {
    const now = this.#clock();
    const id = randomUUID();
    const token = signToken(
      this.#secret,
      { aud: 'desk', sub: agent.id, ep: agent.epoch, jti: id },
      now,
      sessionSeconds,
    );
    const expiresAt = new Date(now.getTime() + sessionSeconds * 1000);
    return { token, session: { agent, id, csrf: this.#csrfOf(id), expiresAt } };
  }

  async of(req: IncomingMessage): Promise<{ ok: true; session: DeskSession } | { ok: false; reason: TokenRefusal }> {
    const verified = verifyToken(this.#secret, cookieOf(req, deskCookie), this.#clock());
    if (!verified.ok) return verified;
    const claims = claimsShape.safeParse(verified.claims);
    if (!claims.success) return { ok: false, reason: 'malformed' };
    const { sub, ep, jti, exp } = claims.data;
    const [agent, out] = await Promise.all([
      this.#stores.agents.get(asId<AgentId>(sub)),
      this.#stores.presence.has(signedOut(jti)),
    ]);
    if (!agent?.active || agent.epoch !== ep || out) return { ok: false, reason: 'expired' };
    return { ok: true, session: { agent, id: jti, csrf: this.#csrfOf(jti), expiresAt: new Date(exp * 1000) } };
  }

  /** From now on this session is no session, in every process. */
  async end({ id }: DeskSession): Promise<void> {
    await this.#stores.presence.beat(signedOut(id), 'signed out', this.#clock());
  }

  fitsCsrf(session: DeskSession, given: string | undefined): boolean {
    return given !== undefined && sameSecret(given, session.csrf);
  }

  cookie(token: string, secure: boolean): string {
    const age = token === '' ? 0 : sessionSeconds;
    return `${deskCookie}=${token}; Path=/api/desk; HttpOnly; SameSite=Strict; Max-Age=${age}${secure ? '; Secure' : ''}`;
  }
}

const signedOut = (id: string): string => `signed-out:${id}`;
