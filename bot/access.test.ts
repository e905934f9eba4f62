import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '../knowledge/domain/ids.ts';
import { isSameOrigin, Sessions, sameSecret, signToken, verifyToken } from './access.ts';

const secret = 'only we know this';
const noon = new Date('2026-11-24T12:00:00Z');
const later = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);
const request = (headers: Record<string, string>): IncomingMessage => ({ headers }) as unknown as IncomingMessage;

describe('tokens', () => {
  it('carry their claims until they expire', () => {
    const token = signToken(secret, { sub: 'anna' }, noon, 60);
    expect(verifyToken(secret, token, later(59))).toMatchObject({ ok: true, claims: { sub: 'anna' } });
    expect(verifyToken(secret, token, later(60))).toEqual({ ok: false, reason: 'expired' });
  });

  it('are refused when any one character is changed', () => {
    const token = signToken(secret, { sub: 'anna' }, noon, 60);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCxyz019-_.'), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        const verified = verifyToken(secret, changed, noon);
        // The last letter of a base64 text has bits that mean nothing: such a token is the same token.
        return (
          !verified.ok ||
          Buffer.from(changed.split('.')[2]!, 'base64url').equals(Buffer.from(token.split('.')[2]!, 'base64url'))
        );
      }),
    );
  });

  it('of any rubbish are refused and never throw', () => {
    fc.assert(fc.property(fc.string(), text => verifyToken(secret, text, noon).ok === false));
  });
});

describe('sessions', () => {
  const sessions = new Sessions(secret, () => noon);
  const { token } = sessions.issue({ shopper: asId('anna'), signedIn: true });

  it('come by cookie or by bearer, the bearer first', () => {
    const cookie = `a=b; co_session=${token}; c=d`;
    expect(sessions.of(request({ cookie }))).toMatchObject({ ok: true, session: { shopper: 'anna', by: 'cookie' } });
    expect(sessions.of(request({ authorization: `Bearer ${token}` }))).toMatchObject({
      ok: true,
      session: { by: 'bearer' },
    });
    expect(sessions.of(request({ cookie, authorization: 'Bearer wrong' }))).toEqual({ ok: false, reason: 'malformed' });
    expect(sessions.of(request({}))).toEqual({ ok: false, reason: 'missing' });
  });

  it('are not interchangeable with Direct Line tokens made with the same secret', () => {
    const direct = signToken(secret, { aud: 'directline', conv: 'c', sub: 'anna', si: true }, noon, 60);
    expect(sessions.verify(direct)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('travel in a cookie that scripts can’t read, marked Secure on https', () => {
    expect(sessions.cookie(token, false)).toMatch(/HttpOnly; SameSite=Lax/);
    expect(sessions.cookie(token, false)).not.toContain('Secure');
    expect(sessions.cookie(token, true)).toContain('Secure');
  });
});

describe('other sites', () => {
  it('are recognised by what the browser says', () => {
    const base = 'https://shop.example';
    const from = (headers: Record<string, string>) => isSameOrigin(request({ host: 'shop.example', ...headers }), base);
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ 'sec-fetch-site': 'same-site' })).toBe(false);
    expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(from({ origin: 'https://shop.example' })).toBe(true);
    expect(from({ origin: 'https://evil.example' })).toBe(false);
    expect(from({ origin: 'null' })).toBe(false);
    expect(from({})).toBe(true);
  });

  it('can’t guess a key by its length or beginning', () => {
    expect(sameSecret('key', 'key')).toBe(true);
    expect(sameSecret('ke', 'key')).toBe(false);
    expect(sameSecret('', 'key')).toBe(false);
  });
});
