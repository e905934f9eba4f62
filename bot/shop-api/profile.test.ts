import { afterAll, beforeAll, expect, it } from 'vitest';
import { asId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import type { App } from '../app.ts';
import { call } from '../testing/direct-line-client.ts';
import { startShop } from '../testing/start-shop.ts';

let app: App;
let url: string;

interface Shown {
  readonly id: string;
  readonly slot: string;
  readonly value: string;
  readonly polarity: string;
  readonly text: string;
  readonly quote: string;
}
interface Profile {
  readonly facts: readonly Shown[];
  readonly consent: { readonly profile: boolean; readonly personalOffers: boolean };
  readonly error?: { readonly code: string };
}

beforeAll(async () => {
  app = await startShop({ demo: { shoppers: 20, impressions: 10 } });
  url = `${app.url}/api/shop`;
});
afterAll(async () => {
  await app.close();
});

const guest = async (): Promise<{ token: string; id: ShopperId }> => {
  const { body } = await call<{ token: string; shopper: { id: string } }>('POST', `${url}/session`);
  return { token: body.token, id: asId(body.shopper.id) };
};
const fact = (shopper: ShopperId, id: string, slot: ProfileFact['slot'], value: string): ProfileFact => ({
  id: asId(`${shopper}.${id}`),
  shopper,
  slot,
  value,
  polarity: 'like',
  forWhom: 'self',
  quote: `I like ${value}`,
  conversation: asId('c1'),
  turn: asId('t1'),
  confidence: 0.9,
  statedAt: new Date(Date.now() - 60_000),
  expiresAt: new Date(Date.now() + 86_400_000),
});
const withFacts = async () => {
  const { token, id } = await guest();
  await app.stores.facts.add([
    { fact: fact(id, 'f1', 'colour', 'red'), supersedes: [] },
    { fact: fact(id, 'f2', 'genre', 'thriller'), supersedes: [] },
  ]);
  return { token, id };
};
/** With a rating and a look beside what they said. */
const withAll = async () => {
  const known = await withFacts();
  const about = { shopper: known.id, product: asId<ProductId>('p-mug'), at: new Date() };
  await app.stores.ratings.put([{ ...about, stars: 2 }]);
  await app.stores.browsing.add([{ ...about, kind: 'view', dwellSeconds: 9 }]);
  return known;
};
const keptOf = async (id: ShopperId): Promise<number> =>
  (await app.stores.ratings.ofShopper(id)).length + (await app.stores.browsing.recent(id, 5)).length;
const profileOf = async (token: string): Promise<Profile> =>
  (await call<Profile>('GET', `${url}/profile`, { token })).body;

it('shows what is remembered with the words it was taken from, and takes it along as a file', async () => {
  const { token, id } = await withAll();
  const { facts, consent } = await profileOf(token);
  expect(facts.map(f => f.value).sort()).toEqual(['red', 'thriller']);
  expect(facts.every(f => f.text.includes(f.quote))).toBe(true);
  expect(consent).toEqual({ profile: true, personalOffers: true });
  const { body } = await call<
    Profile & { shopper: { id: string }; orders: unknown[]; ratings: unknown[]; looks: unknown[] }
  >('GET', `${url}/profile/export`, {
    token,
  });
  expect(body.shopper.id).toBe(id);
  expect(body.facts).toHaveLength(2);
  expect(body.orders).toEqual([]);
  expect(body.ratings).toMatchObject([{ product: 'p-mug', stars: 2 }]);
  expect(body.looks).toMatchObject([{ product: 'p-mug', kind: 'view', dwellSeconds: 9 }]);
});

it('a corrected fact takes the old one’s place', async () => {
  const { token } = await withFacts();
  const red = (await profileOf(token)).facts.find(f => f.value === 'red')!;
  const { status, body } = await call<Shown>('PUT', `${url}/profile/facts/${red.id}`, {
    token,
    body: { value: 'Blue' },
  });
  expect([status, body.value]).toEqual([200, 'blue']);
  expect((await profileOf(token)).facts.map(f => f.value).sort()).toEqual(['blue', 'thriller']);
});

it('a trait that is never stored can’t be written either', async () => {
  const { token } = await withFacts();
  const red = (await profileOf(token)).facts.find(f => f.value === 'red')!;
  const { status, body } = await call<Profile>('PUT', `${url}/profile/facts/${red.id}`, {
    token,
    body: { value: 'diabetic' },
  });
  expect([status, body.error?.code]).toEqual([400, 'sensitive']);
});

it('forgets one, forgets all, and never somebody else’s', async () => {
  const { token, id } = await withAll();
  const other = await withAll();
  const [one] = (await profileOf(token)).facts;
  expect((await call('DELETE', `${url}/profile/facts/${one!.id}`, { token: other.token })).status).toBe(404);
  expect((await call('DELETE', `${url}/profile/facts/${one!.id}`, { token })).status).toBe(204);
  expect((await profileOf(token)).facts).toHaveLength(1);
  expect((await call('DELETE', `${url}/profile`, { token })).body).toEqual({ forgotten: 1 });
  expect((await profileOf(token)).facts).toEqual([]);
  expect(await keptOf(id)).toBe(0);
  expect((await profileOf(other.token)).facts).toHaveLength(2);
  expect(await keptOf(other.id)).toBe(2);
});

it('withdrawing the agreement to remember forgets, and leaves the offers as they were', async () => {
  const { token, id } = await withAll();
  const { body } = await call('PUT', `${url}/profile/consent`, { token, body: { profile: false } });
  expect(body).toEqual({ profile: false, personalOffers: true });
  expect(await profileOf(token)).toEqual({ facts: [], consent: { profile: false, personalOffers: true } });
  expect(await keptOf(id)).toBe(0);
});

it('without a session nothing is shown', async () => {
  expect((await call('GET', `${url}/profile`)).status).toBe(401);
});
