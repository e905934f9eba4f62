import { z } from 'zod';
import { asId, type ConversationId, type FactId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import { mentionKinds } from '../../knowledge/domain/order.ts';
import { factSlots, type ProfileFact } from '../../knowledge/domain/shopper.ts';
import { describeFact } from '../../knowledge/profile/describe.ts';
import { daysKept } from '../../knowledge/profile/facts.ts';
import { forgetEverything } from '../../knowledge/profile/forget-everything.ts';
import { isAboutChild, isSensitive, isTellingGoods } from '../../knowledge/profile/sensitive.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { type Operation, operation } from './operation.ts';
import { idText, language } from './schemas.ts';
import type { ShopApi } from './shop-api.ts';

const day = 86_400_000;

const profileFact = z
  .object({
    id: idText,
    slot: z.enum(factSlots),
    value: z.string().meta({ description: 'Canonical English key, or the shopper’s own words' }),
    polarity: z.enum(['like', 'dislike']),
    forWhom: z.string().meta({ description: '“self”, or for whom the shopper is buying' }),
    text: z.string().meta({ description: 'The fact as the chat says it, with when and in which words it was said' }),
    quote: z.string(),
    conversation: z.string(),
    turn: z.string(),
    confidence: z.number(),
    statedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'ProfileFact' });

const consent = z
  .object({
    profile: z.boolean().meta({ description: 'Remembering what is said in the chat' }),
    personalOffers: z.boolean().meta({ description: 'Tailored deals; without it the standard promotions only' }),
  })
  .meta({ id: 'Consent' });

const profile = z.object({ facts: z.array(profileFact), consent }).meta({ id: 'Profile' });

const shown = (fact: ProfileFact, spoken: Language, api: ShopApi, beside: readonly ProfileFact[] = []) => ({
  id: fact.id,
  slot: fact.slot,
  value: fact.value,
  polarity: fact.polarity,
  forWhom: fact.forWhom,
  text: describeFact(fact, spoken, api.catalogue.view.shop, beside),
  quote: fact.quote,
  conversation: fact.conversation,
  turn: fact.turn,
  confidence: fact.confidence,
  statedAt: fact.statedAt.toISOString(),
  expiresAt: fact.expiresAt.toISOString(),
});

const consentOf = async (api: ShopApi, shopper: ShopperId) =>
  (await api.stores.shoppers.get(shopper))?.consent ?? { personalOffers: true, profile: true };

const read = operation({
  method: 'GET',
  path: '/api/shop/profile',
  id: 'readProfile',
  tag: 'Profile',
  summary: 'What is remembered about the shopper, and what they agreed to',
  access: 'session',
  query: z.object({ language: language.optional() }),
  answers: { 200: { description: 'Facts that hold now, newest first', schema: profile } },
  handle: async (api, { session, query }) => {
    const { shopper } = session!;
    const facts = await api.stores.facts.active(shopper, api.clock());
    const spoken = query.language ?? 'en';
    return {
      status: 200,
      value: { facts: facts.map(f => shown(f, spoken, api, facts)), consent: await consentOf(api, shopper) },
    };
  },
});

const exported = operation({
  method: 'GET',
  path: '/api/shop/profile/export',
  id: 'exportProfile',
  tag: 'Profile',
  summary: 'Everything held about the shopper, to take along',
  description:
    'Facts, consent, orders, ratings, what was looked at and what came up in chats as one JSON file for download.',
  access: 'session',
  answers: {
    200: {
      description: 'The shopper’s data',
      schema: profile.extend({
        exportedAt: z.iso.datetime(),
        shopper: z.object({ id: idText, name: z.string().optional(), email: z.string().optional(), language }),
        orders: z.array(
          z.object({
            number: z.string(),
            placedAt: z.iso.datetime(),
            products: z.array(z.object({ id: idText, quantity: z.int() })),
          }),
        ),
        ratings: z.array(z.object({ product: idText, stars: z.number(), at: z.iso.datetime() })),
        looks: z
          .array(
            z.object({
              product: idText,
              kind: z.enum(['view', 'cart']),
              at: z.iso.datetime(),
              dwellSeconds: z.number().optional(),
            }),
          )
          .meta({ description: 'Products opened or put in the cart, the latest 1,000' }),
        mentions: z
          .array(z.object({ product: idText, kind: z.enum(mentionKinds), at: z.iso.datetime() }))
          .meta({ description: 'Products shown, opened or asked about in a chat, the latest 1,000' }),
      }),
    },
  },
  handle: async (api, { session }) => {
    const { shopper } = session!;
    const [known, facts, orders, ratings, looks, mentions] = await Promise.all([
      api.stores.shoppers.get(shopper),
      api.stores.facts.active(shopper, api.clock()),
      api.stores.orders.ofShopper(shopper, 1_000),
      api.stores.ratings.ofShopper(shopper),
      api.stores.browsing.recent(shopper, 1_000),
      api.stores.mentions.recent(shopper, 1_000),
    ]);
    const spoken = known?.language ?? 'en';
    return {
      status: 200,
      headers: { 'content-disposition': 'attachment; filename="profile.json"' },
      value: {
        exportedAt: api.clock().toISOString(),
        shopper: {
          id: shopper,
          ...(known?.name === undefined ? {} : { name: known.name }),
          ...(known?.email === undefined ? {} : { email: known.email }),
          language: spoken,
        },
        consent: known?.consent ?? { personalOffers: true, profile: true },
        facts: facts.map(f => shown(f, spoken, api, facts)),
        orders: orders.map(order => ({
          number: order.number,
          placedAt: order.placedAt.toISOString(),
          products: order.lines.map(line => ({ id: line.product, quantity: line.quantity })),
        })),
        ratings: ratings.map(({ product, stars, at }) => ({ product, stars, at: at.toISOString() })),
        looks: looks.map(({ product, kind, at, dwellSeconds }) => ({
          product,
          kind,
          at: at.toISOString(),
          ...(dwellSeconds === undefined ? {} : { dwellSeconds }),
        })),
        mentions: mentions.map(({ product, kind, at }) => ({ product, kind, at: at.toISOString() })),
      },
    };
  },
});

const factOf = async (api: ShopApi, shopper: ShopperId, id: string): Promise<ProfileFact> => {
  const fact = (await api.stores.facts.active(shopper, api.clock())).find(f => f.id === id);
  // Another shopper's fact is answered like one that is not there.
  if (!fact) throw notFound(`There is no fact ${id} in this profile`, 'no-fact');
  return fact;
};

const correct = operation({
  method: 'PUT',
  path: '/api/shop/profile/facts/:fact',
  id: 'correctFact',
  tag: 'Profile',
  summary: 'Put a fact right',
  description: 'The corrected fact takes the old one’s place, under a new id; its expiry starts anew.',
  access: 'session',
  params: z.object({ fact: idText }),
  query: z.object({ language: language.optional() }),
  body: z
    .object({ value: z.string().trim().min(1).max(100).optional(), polarity: z.enum(['like', 'dislike']).optional() })
    .refine(b => b.value !== undefined || b.polarity !== undefined, 'Send a value, a polarity, or both'),
  answers: {
    200: { description: 'The fact as it is now', schema: profileFact },
    400: { description: 'A value that is no budget, or that tells a trait which is never stored' },
    404: { description: 'No such fact in this profile' },
  },
  handle: async (api, { session, params, query, body }) => {
    const { shopper } = session!;
    const old = await factOf(api, shopper, params.fact);
    const value = body.value?.toLowerCase() ?? old.value;
    if (isSensitive(value) || isTellingGoods(value) || isAboutChild(value))
      throw badRequest('Health, faith, origin, sexuality, politics and children are never stored', 'sensitive');
    if (old.slot === 'budget' && !/^(?:max|min):\d{1,15}:[A-Z]{3}$/i.test(value))
      throw badRequest('A budget reads like max:30000:CNY, in minor units', 'budget');
    const now = api.clock();
    const fact: ProfileFact = {
      ...old,
      id: asId<FactId>(`${old.id}.${now.getTime().toString(36)}`),
      value: old.slot === 'budget' ? value.replace(/[a-z]{3}$/, c => c.toUpperCase()) : value,
      polarity: body.polarity ?? old.polarity,
      quote: value,
      conversation: asId<ConversationId>('profile-page'),
      turn: asId<TurnId>('profile-page'),
      confidence: 1,
      statedAt: now,
      expiresAt: new Date(now.getTime() + daysKept[old.slot] * day),
    };
    await api.stores.facts.add([{ fact, supersedes: [old.id] }]);
    return { status: 200, value: shown(fact, query.language ?? 'en', api) };
  },
});

const forget = operation({
  method: 'DELETE',
  path: '/api/shop/profile/facts/:fact',
  id: 'forgetFact',
  tag: 'Profile',
  summary: 'Forget one fact, with what it replaced',
  access: 'session',
  params: z.object({ fact: idText }),
  answers: { 204: { description: 'Forgotten' }, 404: { description: 'No such fact in this profile' } },
  handle: async (api, { session, params }) => {
    const fact = await factOf(api, session!.shopper, params.fact);
    await api.stores.facts.forget(session!.shopper, [fact.id]);
    return { status: 204, value: null };
  },
});

const forgetAll = operation({
  method: 'DELETE',
  path: '/api/shop/profile',
  id: 'forgetProfile',
  tag: 'Profile',
  summary: 'Forget everything that was learned of the shopper',
  description:
    'Facts they stated, products that came up in chats or were looked at, ratings, and what open chats still have in mind, for good. Orders stay, as tax law wants it.',
  access: 'session',
  answers: { 200: { description: 'How many facts were forgotten', schema: z.object({ forgotten: z.int() }) } },
  handle: async (api, { session }) => {
    return { status: 200, value: { forgotten: await forgetEverything(api.stores, session!.shopper) } };
  },
});

const agree = operation({
  method: 'PUT',
  path: '/api/shop/profile/consent',
  id: 'setConsent',
  tag: 'Profile',
  summary: 'Agree or withdraw, purpose by purpose',
  description: 'Withdrawing the agreement to remember also forgets what was remembered.',
  access: 'session',
  body: consent.partial(),
  answers: { 200: { description: 'What the shopper agrees to now', schema: consent } },
  handle: async (api, { session, body }) => {
    const { shopper } = session!;
    const known = await api.stores.shoppers.get(shopper);
    if (!known) throw notFound('This shopper is not known yet: open a session first', 'no-shopper');
    const wanted = {
      ...(body.profile === undefined ? {} : { profile: body.profile }),
      ...(body.personalOffers === undefined ? {} : { personalOffers: body.personalOffers }),
    };
    await api.stores.shoppers.setConsent(shopper, wanted);
    if (body.profile === false) await forgetEverything(api.stores, shopper);
    return { status: 200, value: { ...known.consent, ...wanted } };
  },
});

export const profileOperations: readonly Operation[] = [read, exported, correct, forget, forgetAll, agree];
