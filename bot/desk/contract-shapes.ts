import { z } from 'zod';
import type { Card, CardButton } from '../../dialogs/say/cards.ts';
import { agentRoles, availabilities, closeReasons, handoffReasons } from '../../knowledge/domain/desk.ts';
import { languages } from '../../knowledge/domain/language.ts';
import { currencies } from '../../knowledge/domain/money.ts';
import { offerStates } from '../../knowledge/domain/offer.ts';
import { orderStatuses } from '../../knowledge/domain/order.ts';
import { factSlots } from '../../knowledge/domain/shopper.ts';

/** The values of the desk's HTTP operations and events. Times are ISO 8601 in UTC, money is minor units with its text. */
export const idText = z.string().min(1).max(200);
export const time = z.iso.datetime();
export const language = z.enum(languages);
export const role = z.enum(agentRoles);
export const availability = z.enum(availabilities);
export const closeReason = z.enum(closeReasons);
export const handoffReason = z.enum(handoffReasons);
/** Made by the page (a UUID): the same call sent again is done once and gets the same answer. */
export const onceKey = z.string().regex(/^[\w-]{8,64}$/, 'a key of 8 to 64 letters, digits, - and _');

export const money = z.object({ minor: z.int(), currency: z.enum(currencies), text: z.string() });
export const localized = z.object({ en: z.string().max(200).optional(), zh: z.string().max(200).optional() });

export const person = z.object({ id: idText, name: z.string() });

/** A member of staff as the others see them. */
export const agent = z.object({
  id: idText,
  login: z.string(),
  name: z.string(),
  role,
  languages: z.array(language),
  departments: z.array(z.string()),
  /** Conversations at once. */
  capacity: z.int(),
  /** Conversations they have now. */
  load: z.int(),
  availability,
  /** A console of theirs is connected. */
  online: z.boolean(),
  /** Most one goodwill deal of theirs may take off without a supervisor. */
  goodwillCap: money,
  active: z.boolean(),
  /** An invitation is open: they have not chosen a password yet. */
  invited: z.boolean(),
});

/** Whose session this is. `csrf` goes into the header `x-csrf-token` of every call that is not a GET. */
export const me = z.object({
  agent,
  csrf: z.string(),
  expiresAt: time,
  shop: z.object({ name: localized, currency: z.enum(currencies) }),
});

const conversationState = z.enum(['bot', 'waiting', 'agent', 'closed']);

/** One line of the inbox. */
export const conversation = z.object({
  id: idText,
  /** Grows with every change of owner: of two summaries the one with the higher version is newer. */
  version: z.int(),
  state: conversationState,
  shopper: z.object({ id: idText, name: z.string().nullable(), language, returning: z.boolean() }),
  channel: z.string(),
  language,
  reason: handoffReason.nullable(),
  department: z.string().nullable(),
  /** Higher is more urgent. */
  priority: z.number(),
  waitingSince: time.nullable(),
  /** When the first reply is due. */
  dueAt: time.nullable(),
  agent: person.nullable(),
  /** Until then it is theirs even when their console is silent. */
  leaseUntil: time.nullable(),
  /** Whom it goes to first: the last owner of a reopened conversation, or the colleague it was transferred to. */
  preferred: person.nullable(),
  mood: z.enum(['neutral', 'upset']),
  valueAtRisk: money.nullable(),
  /** The latest words, plain text. */
  preview: z.string(),
  /** Number of the latest transcript entry. */
  lastSeq: z.int(),
  /** Of the latest one the shopper wrote. Unread: this is above what the page has shown. */
  shopperSeq: z.int(),
  lastAt: time,
  ticket: idText.nullable(),
  /** What the shopper left outside opening hours. */
  contact: z.object({ kind: z.enum(['email', 'phone']), value: z.string() }).nullable(),
  closeReason: closeReason.nullable(),
  rating: z.int().min(1).max(5).nullable(),
});

/** The transcript as the shopper saw it, plus what they tapped; `seq` is gap-free within the conversation. */
export const entry = z.object({
  seq: z.int(),
  id: z.string(),
  from: z.enum(['shopper', 'bot', 'agent', 'system']),
  /** Of the agent who wrote it. */
  name: z.string().nullable(),
  /** Plain text, never markup. */
  text: z.string(),
  at: time,
  language: language.nullable(),
  /** Drawn by the shopper's widget exactly like this (dialogs/say/cards.ts). */
  cards: z.array(z.custom<Card>()),
  suggestions: z.array(z.custom<CardButton>()),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), url: z.string() })),
  /** The bot's answer was marked wrong. */
  corrected: z.boolean(),
});

export const note = z.object({ id: idText, conversation: idText, by: person, text: z.string(), at: time });

/** Why a deal was made: the model's own figures, for staff only. */
const because = z.object({
  model: z.string(),
  uplift: money,
  buyProbability: z.number(),
  buyProbabilityWithout: z.number(),
  explored: z.boolean(),
});

export const deal = z.object({
  offer: idText,
  promotion: idText,
  title: z.string(),
  terms: z.string(),
  state: z.enum(offerStates),
  saves: money,
  quotedAt: time,
  expiresAt: time,
  order: z.string().nullable(),
  because,
  /** The agent who gave it; null: the bot. */
  by: person.nullable(),
});

/** What may still be given, and what stops more. */
export const authority = z.object({
  own: money,
  /** `remaining` null: the campaign has no budget that could run out. */
  campaign: z.object({ id: idText, name: z.string(), remaining: money.nullable() }).nullable(),
  /** The smaller of the two: the end of the slider. */
  most: money,
  /** Above `most` up to here a supervisor may approve. */
  withApproval: money,
});

const order = z.object({
  id: idText,
  number: z.string(),
  status: z.enum(orderStatuses),
  placedAt: time,
  total: money,
  lines: z.array(
    z.object({
      product: idText,
      name: z.string(),
      quantity: z.int(),
      paid: money,
      gift: z.boolean(),
      returned: z.int(),
    }),
  ),
  shipment: z
    .object({ carrier: z.string(), tracking: z.string(), expectedAt: time, deliveredAt: time.nullable() })
    .nullable(),
  canReturn: z.boolean(),
  canCancel: z.boolean(),
});

const profileFact = z.object({
  id: idText,
  slot: z.enum(factSlots),
  text: z.string(),
  polarity: z.enum(['like', 'dislike']),
  forWhom: z.string(),
  /** The words it was taken from, when and where. */
  source: z.object({ quote: z.string(), conversation: idText, statedAt: time }),
  confidence: z.number(),
  expiresAt: time,
});

/** Everything about a conversation on one screen. */
export const packet = z.object({
  conversation,
  /** One line each, in the language of the agent who asks. Made from the record. */
  summary: z.object({
    /** Two sentences of a language model on what was said, held to what was said; null: none, or not yet. */
    gist: z.string().nullable(),
    intent: z.string(),
    wish: z.string().nullable(),
    tried: z.array(z.string()),
    products: z.array(z.object({ id: idText, name: z.string(), price: money })),
    mood: z.string(),
    reason: z.string(),
  }),
  identity: z.object({ verified: z.boolean(), how: z.string(), since: time, email: z.string().nullable() }),
  transcript: z.array(entry),
  /** True: there are older entries than these, read them with `after`. */
  earlier: z.boolean(),
  notes: z.array(note),
  orders: z.array(order),
  cart: z
    .object({
      lines: z.array(z.object({ product: idText, name: z.string(), quantity: z.int(), price: money })),
      total: money,
      discount: money,
    })
    .nullable(),
  facts: z.array(profileFact),
  deals: z.array(deal),
  authority,
  history: z.array(
    z.object({
      ticket: idText,
      openedAt: time,
      closedAt: time.nullable(),
      reason: handoffReason,
      agent: person.nullable(),
      closeReason: closeReason.nullable(),
      rating: z.int().nullable(),
    }),
  ),
});

export const draft = z.object({
  text: z.string(),
  score: z.number(),
  source: z.object({ article: idText, title: z.string(), url: z.string() }),
});

export const canned = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower case letters, digits and -'),
  title: z.string().min(1).max(120),
  /** With variables: {shopper} {agent} {shop} {order} {tracking} {deal}. */
  text: z.object({ en: z.string().max(2_000).optional(), zh: z.string().max(2_000).optional() }),
});

export const approval = z.object({
  id: idText,
  conversation: idText,
  by: person,
  saves: money,
  reason: z.string(),
  state: z.enum(['asked', 'approved', 'refused']),
  askedAt: time,
  decidedBy: person.nullable(),
  decidedAt: time.nullable(),
  note: z.string().nullable(),
});

export const suggestion = z.object({
  id: idText,
  conversation: idText,
  seq: z.int(),
  question: z.string(),
  wrong: z.string(),
  better: z.string(),
  language,
  by: person,
  at: time,
  state: z.enum(['open', 'published', 'dismissed']),
  article: idText.nullable(),
});

/** What shoppers asked and nothing answered, told together where it is the same thing. */
export const gap = z.object({
  question: z.string(),
  language,
  asked: z.int(),
  markedWrong: z.int(),
  lastAt: time,
  also: z.array(z.string()),
  nearest: z.object({ title: z.string(), url: z.string() }).nullable(),
});

/** A sentence of an article that is not so. */
export const articleFinding = z.object({
  article: idText,
  title: z.string(),
  url: z.string(),
  language,
  sentence: z.string(),
  subject: z.string().nullable(),
  said: z.string(),
  holds: z.string(),
});

export const refundPreview = z.object({
  order: z.string(),
  lines: z.array(z.object({ product: idText, name: z.string(), quantity: z.int(), refund: money })),
  refund: money,
  /** What the shopper is told about deals and gifts, in the conversation's language. */
  notes: z.array(z.string()),
});
