import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt (RFC 7914) at 32 MiB and three passes, which is what OWASP recommends; some 150 ms on a thread of the pool. */
const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
const keyBytes = 32;

const derive = (password: string, salt: Buffer, { N, r, p }: typeof cost | { N: number; r: number; p: number }) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (fault, key) =>
      fault ? reject(fault) : resolve(key),
    );
  });

/** One at a time: the pool's threads also write the database's journal. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
};

/** "scrypt$N$r$p$salt$key": what a later, dearer cost needs to go on checking this one. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(async () => {
    const salt = randomBytes(16);
    const key = await derive(password, salt, cost);
    return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
  });

/** A stored hash of nobody's password: checking against it takes as long as against a real one. */
const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$AAAAAAAAAAAAAAAAAAAAAA$${'A'.repeat(43)}`;

/** With no hash it takes as long, so that a login is not told by the time it takes. */
export const isPassword = (password: string, stored: string | undefined): Promise<boolean> =>
  inTurn(async () => {
    const [method, N, r, p, salt, key] = (stored ?? nobody).split('$');
    if (method !== 'scrypt' || !N || !r || !p || !salt || !key) return false;
    const expected = Buffer.from(key, 'base64url');
    const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
    return expected.length === given.length && timingSafeEqual(expected, given) && stored !== undefined;
  });

export const makeToken = (): string => randomBytes(24).toString('base64url');

/** Tokens have 192 bits of their own: a plain hash keeps them out of the database. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
