import { z } from 'zod';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import { asId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { Shopper } from '../../knowledge/domain/shopper.ts';
import { bearerOf, isSameOrigin, type Session, sameSecret, sessionCookie } from '../access.ts';
import { newGuestId } from '../channels/direct-line/conversations.ts';
import { badRequest, forbidden, HttpProblem, notFound, tooMany, unauthorized } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { type Operation, operation } from './operation.ts';
import { demoShopper, idText, language, session } from './schemas.ts';
import type { ShopApi } from './shop-api.ts';

const sampled = 60;
const shown = 6;

const newShopper = (id: ShopperId, spoken: Shopper['language'], now: Date): Shopper => ({
  id,
  language: spoken,
  segments: ['new'],
  consent: { personalOffers: true, profile: true },
  createdAt: now,
});

/** Lines a guest had collected go along into the cart of the shopper who signs in. */
const bringCart = async (api: ShopApi, guest: ShopperId, shopper: ShopperId): Promise<void> => {
  const { carts } = api.stores;
  const now = api.clock();
  const from = await carts.get(cartIdOf(guest));
  if (!from || from.lines.length === 0) return;
  for (let round = 0; round < 4; round++) {
    const into = await carts.ensure(cartIdOf(shopper), shopper, now);
    const units = new Map(into.lines.map(l => [l.product, l.quantity]));
    for (const line of from.lines)
      units.set(line.product, Math.min(99, (units.get(line.product) ?? 0) + line.quantity));
    const lines = [...units].map(([product, quantity]) => ({ product, quantity }));
    if (!(await carts.change(into.id, into.version, { lines, offer: into.offer }, now))) continue;
    await carts.change(from.id, from.version, { lines: [] }, now);
    return;
  }
};

const answer = (api: ShopApi, call: Call, held: Session, shopper: Shopper, status: number) => {
  const { token, expiresAt } = api.sessions.issue(held);
  return {
    status,
    value: {
      token,
      expiresAt: expiresAt.toISOString(),
      shopper: {
        id: shopper.id,
        ...(shopper.name === undefined ? {} : { name: shopper.name }),
        language: shopper.language,
        segments: shopper.segments,
        signedIn: held.signedIn,
      },
    },
    headers: { 'set-cookie': api.sessions.cookie(token, call.baseUrl.startsWith('https:')) },
  };
};

const signIn = async (api: ShopApi, id: ShopperId, byShop: boolean, spoken: Shopper['language']): Promise<Shopper> => {
  if (byShop) return api.stores.shoppers.ensure(newShopper(id, spoken, api.clock()));
  if (!api.demo)
    throw forbidden('Only the shop’s server signs shoppers in: set SHOP_DEMO=on to try it without', 'not-demo');
  if (id.startsWith('guest-')) throw badRequest('A guest can’t be signed in as', 'guest');
  const known = await api.stores.shoppers.get(id);
  if (!known) throw notFound(`There is no shopper ${id}`, 'no-shopper');
  return known;
};

const open = operation({
  method: 'POST',
  path: '/api/shop/session',
  id: 'openSession',
  tag: 'Sessions',
  summary: 'Open a session, as a guest or signed in',
  description:
    'Without a shopper: goes on with the session sent along, else opens one for a new guest. With a shopper: the shop’s server (SHOP_API_KEY as bearer) signs in anyone it knows; in the demo shop (SHOP_DEMO=on) anyone signs in as any shopper already there. What a guest had in the cart goes along.',
  access: 'anyone',
  body: z.object({ shopper: idText.optional(), language: language.optional() }).optional(),
  answers: {
    200: { description: 'The session that was sent along, renewed', schema: session },
    201: { description: 'A new session', schema: session },
  },
  handle: async (api, { body, session: held, call }) => {
    const spoken = body?.language ?? 'en';
    const bearer = bearerOf(call.req);
    const byShop = api.shopApiKey !== undefined && bearer !== undefined && sameSecret(bearer, api.shopApiKey);
    if (bearer !== undefined && !byShop && !held)
      throw unauthorized('This bearer token is neither a session nor the shop’s key');
    if (body?.shopper !== undefined) {
      const shopper = await signIn(api, asId<ShopperId>(body.shopper), byShop, spoken);
      if (held && !held.signedIn) await bringCart(api, held.shopper, shopper.id);
      return answer(api, call, { shopper: shopper.id, signedIn: true }, shopper, 201);
    }
    if (byShop) throw badRequest('Say which shopper', 'no-shopper');
    if (held) {
      const shopper = await api.stores.shoppers.ensure(newShopper(held.shopper, spoken, api.clock()));
      if (body?.language !== undefined && body.language !== shopper.language) {
        await api.stores.shoppers.setLanguage(shopper.id, body.language);
        return answer(api, call, held, { ...shopper, language: body.language }, 200);
      }
      return answer(api, call, held, shopper, 200);
    }
    if (!isSameOrigin(call.req, call.baseUrl) && call.req.headers.cookie?.includes(`${sessionCookie}=`)) {
      throw forbidden('Another site can’t replace this session', 'cross-site');
    }
    const wait = api.openings.take(call.address);
    if (wait > 0) throw tooMany(wait, 'new sessions from this address');
    const guest = await api.stores.shoppers.ensure(newShopper(newGuestId(), spoken, api.clock()));
    return answer(api, call, { shopper: guest.id, signedIn: false }, guest, 201);
  },
});

const read = operation({
  method: 'GET',
  path: '/api/shop/session',
  id: 'readSession',
  tag: 'Sessions',
  summary: 'Whose session this is',
  access: 'session',
  answers: { 200: { description: 'The session', schema: session } },
  handle: async (api, { session: held, call }) => {
    const shopper = await api.stores.shoppers.ensure(newShopper(held!.shopper, 'en', api.clock()));
    return answer(api, call, held!, shopper, 200);
  },
});

const end = operation({
  method: 'DELETE',
  path: '/api/shop/session',
  id: 'endSession',
  tag: 'Sessions',
  summary: 'Sign out: the cookie is removed',
  access: 'session',
  answers: { 204: { description: 'Signed out' } },
  handle: (_api, { call }) => ({
    status: 204,
    value: null,
    headers: {
      'set-cookie': `${sessionCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${call.baseUrl.startsWith('https:') ? '; Secure' : ''}`,
    },
  }),
});

const demoShoppers = operation({
  method: 'GET',
  path: '/api/shop/demo-shoppers',
  id: 'listDemoShoppers',
  tag: 'Sessions',
  summary: 'A few shoppers to sign in as, demo shop only',
  access: 'anyone',
  answers: {
    200: { description: 'Shoppers with a purchase history', schema: z.object({ shoppers: z.array(demoShopper) }) },
  },
  handle: async api => {
    if (!api.demo) throw new HttpProblem(404, 'not-demo', 'This is not a demo shop');
    const sample = await api.stores.shoppers.sample(sampled);
    const counted = await Promise.all(
      sample.map(async s => ({ shopper: s, orders: (await api.stores.orders.ofShopper(s.id, 50)).length })),
    );
    // Both languages and different histories, always the same ones: by the name, since signing in on a page in the other
    // language changes what a shopper is spoken to in.
    const pick = (chinese: boolean) =>
      counted
        .filter(c => c.orders > 0 && /\p{Script=Han}/u.test(c.shopper.name ?? '') === chinese)
        .sort((a, b) => b.orders - a.orders || (a.shopper.id < b.shopper.id ? -1 : 1));
    const zh = pick(true);
    const en = pick(false);
    const spread = <T>(list: readonly T[], count: number): T[] =>
      list.length <= count
        ? [...list]
        : Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!);
    const half = Math.ceil(shown / 2);
    const chosen = [...spread(en, Math.max(half, shown - zh.length)), ...spread(zh, Math.max(half, shown - en.length))];
    return {
      status: 200,
      value: {
        shoppers: chosen.slice(0, shown).map(({ shopper, orders }) => ({
          id: shopper.id,
          name: shopper.name ?? shopper.id,
          language: shopper.language,
          segments: shopper.segments,
          orders,
        })),
      },
    };
  },
});

export const sessionOperations: readonly Operation[] = [open, read, end, demoShoppers];
