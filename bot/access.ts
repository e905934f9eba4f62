import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Clock } from '../knowledge/domain/clock.ts';
import { asId, type ShopperId } from '../knowledge/domain/ids.ts';

export type TokenRefusal = 'missing' | 'malformed' | 'forged' | 'expired';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = encode({ alg: 'HS256', typ: 'JWT' });
const mac = (secret: string, signed: string): Buffer => createHmac('sha256', secret).update(signed).digest();

/** A JSON Web Token (RFC 7519) signed with HMAC-SHA256; `exp` and `iat` are added. */
export const signToken = (secret: string, claims: Record<string, unknown>, now: Date, seconds: number): string => {
  const issued = Math.floor(now.getTime() / 1000);
  const signed = `${header}.${encode({ ...claims, iat: issued, exp: issued + seconds })}`;
  return `${signed}.${mac(secret, signed).toString('base64url')}`;
};

/** Only our own header is accepted, so no algorithm can be chosen by the sender. The signature is checked before anything is read. */
export const verifyToken = (
  secret: string,
  token: string | undefined,
  now: Date,
): { ok: true; claims: Record<string, unknown> } | { ok: false; reason: TokenRefusal } => {
  if (!token) return { ok: false, reason: 'missing' };
  const parts = token.split('.');
  if (parts.length !== 3 || parts[0] !== header) return { ok: false, reason: 'malformed' };
  const expected = mac(secret, `${parts[0]}.${parts[1]}`);
  const given = Buffer.from(parts[2]!, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { ok: false, reason: 'forged' };
  const claims = JSON.parse(Buffer.from(parts[1]!, 'base64url').toString('utf8')) as Record<string, unknown>;
  if (typeof claims.exp !== 'number' || claims.exp * 1000 <= now.getTime()) return { ok: false, reason: 'expired' };
  return { ok: true, claims };
};

/** Compares secrets without telling by the time taken how much of them was right; lengths are hidden by hashing first. */
export const sameSecret = (given: string, expected: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
};

export const bearerOf = (req: IncomingMessage): string | undefined =>
  /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];

export const cookieOf = (req: IncomingMessage, name: string): string | undefined => {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
};

export const sessionCookie = 'co_session';
const sessionSeconds = 30 * 86_400;

const deviceCookie = 'co_device';
/** The longest that browsers keep a cookie. */
const deviceSeconds = 400 * 86_400;
const deviceName = /^[A-Za-z0-9_-]{22}$/;

/** Who the caller is. A guest's id is made here and starts with "guest-"; `signedIn` means the identity was proved. */
export interface Session {
  readonly shopper: ShopperId;
  readonly signedIn: boolean;
}

/** A session together with how it arrived: cookies need the same-origin check on writes, bearer tokens do not. */
export interface PresentedSession extends Session {
  readonly by: 'bearer' | 'cookie';
}

const sessionClaims = z.object({ aud: z.literal('session'), sub: z.string().min(1).max(200), si: z.boolean() });

/** Signed shopper sessions; the audience keeps them apart from Direct Line tokens made with the same secret. */
export class Sessions {
  readonly #secret: string;
  readonly #clock: Clock;

  constructor(secret: string, clock: Clock) {
    this.#secret = secret;
    this.#clock = clock;
  }

  issue(session: Session): { token: string; expiresAt: Date } {
    const now = this.#clock();
    const token = signToken(
      this.#secret,
      { aud: 'session', sub: session.shopper, si: session.signedIn },
      now,
      sessionSeconds,
    );
    return { token, expiresAt: new Date(now.getTime() + sessionSeconds * 1000) };
  }

  verify(token: string | undefined): { ok: true; session: Session } | { ok: false; reason: TokenRefusal } {
    const verified = verifyToken(this.#secret, token, this.#clock());
    if (!verified.ok) return verified;
    const claims = sessionClaims.safeParse(verified.claims);
    if (!claims.success) return { ok: false, reason: 'malformed' };
    return { ok: true, session: { shopper: asId(claims.data.sub), signedIn: claims.data.si } };
  }

  /** The bearer token if one is sent (a bad one is refused, not replaced by the cookie), else the cookie. */
  of(req: IncomingMessage): { ok: true; session: PresentedSession } | { ok: false; reason: TokenRefusal } {
    const bearer = bearerOf(req);
    const by = bearer === undefined ? 'cookie' : 'bearer';
    const verified = this.verify(bearer ?? cookieOf(req, sessionCookie));
    return verified.ok ? { ok: true, session: { ...verified.session, by } } : verified;
  }

  /**
   * The device of a call: a key that only this shop can make of the random name in the device's cookie. It says nothing
   * about the device but that it is the same one. One that has no name yet gets it: `cookie` is then to be set.
   */
  deviceOf(req: IncomingMessage, secure: boolean): { readonly key: string; readonly cookie?: string } {
    const sent = cookieOf(req, deviceCookie);
    const known = sent !== undefined && deviceName.test(sent);
    const name = known ? sent : randomBytes(16).toString('base64url');
    const key = mac(this.#secret, `device|${name}`).toString('base64url');
    if (known) return { key };
    const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${deviceSeconds}${secure ? '; Secure' : ''}`;
    return { key, cookie: `${deviceCookie}=${name}; ${attributes}` };
  }

  /** Set-Cookie value; `secure` when the public address is https. */
  cookie(token: string, secure: boolean): string {
    return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${sessionSeconds}${secure ? '; Secure' : ''}`;
  }
}

/**
 * True when a browser says the request comes from our own pages, or no browser sent it. SameSite=Lax already stops
 * cross-site form posts; this also stops sibling subdomains, which count as the same site.
 */
export const isSameOrigin = (req: IncomingMessage, baseUrl: string): boolean => {
  const site = req.headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || site === 'none';
  const origin = req.headers.origin;
  if (typeof origin !== 'string') return true;
  try {
    return new URL(origin).host === new URL(baseUrl).host || new URL(origin).host === req.headers.host;
  } catch {
    return false;
  }
};
