import { z } from 'zod';
import type { Clock } from '../../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import { signToken, type TokenRefusal, verifyToken } from '../../access.ts';

/** Seconds a token lives; clients refresh every 15 minutes. */
export const tokenSeconds = 1_800;

/** What a Direct Line token allows: one conversation, as one shopper. */
export interface Grant {
  readonly conversation: ConversationId;
  readonly shopper: ShopperId;
  readonly signedIn: boolean;
  /** Key of the browser it was given to; absent when the shop's server or a program asked for it. */
  readonly device?: string;
}

const claimsShape = z.object({
  aud: z.literal('directline'),
  conv: z.string().min(1).max(200),
  sub: z.string().min(1).max(200),
  si: z.boolean(),
  dev: z.string().min(1).max(100).optional(),
});

export class DirectLineTokens {
  readonly #secret: string;
  readonly #clock: Clock;

  constructor(secret: string, clock: Clock) {
    this.#secret = secret;
    this.#clock = clock;
  }

  issue(grant: Grant, seconds = tokenSeconds): string {
    return signToken(
      this.#secret,
      { aud: 'directline', conv: grant.conversation, sub: grant.shopper, si: grant.signedIn, dev: grant.device },
      this.#clock(),
      seconds,
    );
  }

  verify(token: string | undefined): { ok: true; grant: Grant } | { ok: false; reason: TokenRefusal } {
    const verified = verifyToken(this.#secret, token, this.#clock());
    if (!verified.ok) return verified;
    const claims = claimsShape.safeParse(verified.claims);
    if (!claims.success) return { ok: false, reason: 'malformed' };
    const { conv, sub, si, dev } = claims.data;
    const grant = { conversation: asId<ConversationId>(conv), shopper: asId<ShopperId>(sub), signedIn: si };
    return { ok: true, grant: dev === undefined ? grant : { ...grant, device: dev } };
  }
}
