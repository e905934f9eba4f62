import type { z } from 'zod';
import type { OfferCard, ProductCard, SourceCard } from '../../../dialogs/say/cards.ts';
import { agentCloseReasons, handoffReasons } from '../../../knowledge/domain/desk.ts';
import type * as deskShapes from '../../desk/contract-desk-shapes.ts';
import type * as shapes from '../../desk/contract-shapes.ts';

/** Records of the desk's contract, filled in around what a test cares about. */
type Money = z.output<typeof shapes.money>;
type Conversation = z.output<typeof shapes.conversation>;
type Entry = z.output<typeof shapes.entry>;
type Agent = z.output<typeof shapes.agent>;
type Packet = z.output<typeof shapes.packet>;

const cny = (minor: number): Money => ({ minor, currency: 'CNY', text: `¥${minor / 100}` });
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString();
const ahead = (seconds: number): string => ago(-seconds);

export const agentOf = (id: string, over: Partial<Agent> = {}): Agent => ({
  id,
  login: id,
  name: id,
  role: 'agent',
  languages: ['en', 'zh'],
  departments: [],
  capacity: 4,
  load: 1,
  availability: 'available',
  online: true,
  goodwillCap: cny(3_000),
  active: true,
  invited: false,
  ...over,
});

export const meOf = (agent: Agent): z.output<typeof shapes.me> => ({
  agent,
  csrf: 'csrf-of-tests',
  expiresAt: ahead(28_800),
  shop: { name: { en: 'Wild Yonder', zh: '野渡' }, currency: 'CNY' },
});

export const settingsOf = (): z.output<typeof deskShapes.settings> => ({
  timeZone: 'Asia/Shanghai',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '21:00' }],
  departments: [
    { key: 'service', name: { en: 'Service', zh: '客户服务' }, whenClosed: 'queue', reasons: [] },
    { key: 'returns', name: { en: 'Returns', zh: '退换货' }, whenClosed: 'refuse', reasons: ['value-at-risk'] },
  ],
  topics: [{ words: ['invoice', '发票'], department: 'service' }],
  valueAtRisk: { minor: 30_000, currency: 'CNY' },
  slaSeconds: Object.fromEntries(handoffReasons.map(reason => [reason, 180])) as Record<
    (typeof handoffReasons)[number],
    number
  >,
  waitTimeoutSeconds: 900,
  leaseSeconds: 60,
  reopenMinutes: 30,
  supervisorCap: { minor: 10_000, currency: 'CNY' },
  goodwillCampaign: 'c-goodwill',
  newProductShare: 0.05,
});

export const conversationOf = (over: Partial<Conversation> & { id: string }): Conversation => ({
  version: 1,
  state: 'waiting',
  shopper: { id: `s-${over.id}`, name: 'Ann Ames', language: 'en', returning: true },
  channel: 'web',
  language: 'en',
  reason: 'asked',
  department: 'service',
  priority: 10,
  waitingSince: ago(60),
  dueAt: ahead(120),
  agent: null,
  leaseUntil: null,
  preferred: null,
  mood: 'neutral',
  valueAtRisk: null,
  preview: '',
  lastSeq: 0,
  shopperSeq: 0,
  lastAt: ago(20),
  ticket: `t-${over.id}`,
  contact: null,
  closeReason: null,
  rating: null,
  ...over,
});

export const entryOf = (seq: number, over: Partial<Entry> = {}): Entry => ({
  seq,
  id: `e-${seq}`,
  from: 'shopper',
  name: null,
  text: 'Hello',
  at: new Date().toISOString(),
  language: 'en',
  cards: [],
  suggestions: [],
  attachments: [],
  corrected: false,
  ...over,
});

export const productCard = (number: number): ProductCard => ({
  type: 'product',
  id: `p-${number}`,
  name: 'Puddlejump Rainline waterproof running shoe, brick red',
  price: '¥69',
  priceMinor: 6_900,
  currency: 'CNY',
  reason: 'Waterproof, and under your ¥80',
  stock: 'In stock',
  picture: '/shop/mark.svg',
  url: '/product/p-1',
  buttons: [{ label: 'Add to cart', value: { tap: 'say', text: 'add' }, primary: true }],
});

export const sourceCard: SourceCard = { type: 'source', title: 'Returns and refunds', url: '/help/returns' };

export const offerCard: OfferCard = {
  type: 'offer',
  id: 'o-1',
  kind: 'amount-off',
  title: '¥30 off from ¥250',
  saves: 'You save ¥30',
  savesMinor: 3_000,
  lines: [{ name: 'Rainline running shoe', quantity: 4, paid: '¥247' }],
  before: '¥277',
  after: '¥247',
  currency: 'CNY',
  terms: 'On orders from ¥250. Once per person.',
  expiresAt: ahead(3_600),
  expires: 'in an hour',
  notice: 'Personalised offer, chosen with your activity here.',
  state: 'quoted',
  buttons: [{ label: 'Apply', value: { tap: 'say', text: 'apply' }, primary: true }],
};

export const packetOf = (conversation: Conversation, entries: Entry[], notes: Packet['notes']): Packet => ({
  conversation,
  summary: {
    gist: null,
    intent: 'Wants to return shoes that came in the wrong size',
    wish: 'Waterproof running shoes, size 42, under ¥300',
    tried: ['Return policy explained', 'Order WY-10432 looked up'],
    products: [{ id: 'p-1', name: 'Rainline running shoe', price: cny(6_900) }],
    mood: conversation.mood === 'upset' ? 'Upset: “second time this happens”' : 'Calm',
    reason: 'Asked for a person after the second answer',
  },
  identity: { verified: true, how: 'Signed in on the shop page', since: ago(900), email: 'ann@example.com' },
  transcript: entries.slice(-100),
  earlier: entries.length > 100,
  notes: notes.filter(n => n.conversation === conversation.id),
  orders: [
    {
      id: 'o-10432',
      number: 'WY-10432',
      status: 'delivered',
      placedAt: ago(900_000),
      total: cny(36_800),
      lines: [
        {
          product: 'p-1',
          name: 'Puddlejump Rainline waterproof running shoe, brick red',
          quantity: 2,
          paid: cny(13_800),
          gift: false,
          returned: 0,
        },
        { product: 'p-2', name: 'Sage enamel mug', quantity: 1, paid: cny(0), gift: true, returned: 0 },
      ],
      shipment: {
        carrier: 'SF Express',
        tracking: 'SF1234567890',
        expectedAt: ago(600_000),
        deliveredAt: ago(610_000),
      },
      canReturn: true,
      canCancel: false,
    },
    {
      id: 'o-10507',
      number: 'WY-10507',
      status: 'placed',
      placedAt: ago(7_200),
      total: cny(12_900),
      lines: [
        { product: 'p-3', name: 'Alley House beans, 250 g', quantity: 1, paid: cny(12_900), gift: false, returned: 0 },
      ],
      shipment: null,
      canReturn: false,
      canCancel: true,
    },
  ],
  cart: {
    lines: [{ product: 'p-1', name: 'Rainline running shoe', quantity: 4, price: cny(27_700) }],
    total: cny(24_700),
    discount: cny(3_000),
  },
  facts: [
    {
      id: 'f-1',
      slot: 'size',
      text: 'Size 42',
      polarity: 'like',
      forWhom: 'self',
      source: { quote: 'I take a 42', conversation: conversation.id, statedAt: ago(800) },
      confidence: 0.95,
      expiresAt: ahead(8_000_000),
    },
    {
      id: 'f-2',
      slot: 'colour',
      text: 'Red',
      polarity: 'dislike',
      forWhom: 'dad',
      source: { quote: 'dad hates red', conversation: conversation.id, statedAt: ago(86_400) },
      confidence: 0.8,
      expiresAt: ahead(8_000_000),
    },
  ],
  deals: [
    {
      offer: 'o-1',
      promotion: 'pr-1',
      title: '¥30 off from ¥250',
      terms: 'On orders from ¥250. Once per person.',
      state: 'quoted',
      saves: cny(3_000),
      quotedAt: ago(400),
      expiresAt: ahead(3_200),
      order: null,
      because: {
        model: 'response 2026-11-20',
        uplift: cny(840),
        buyProbability: 0.41,
        buyProbabilityWithout: 0.23,
        explored: false,
      },
      by: null,
    },
    {
      offer: 'o-0',
      promotion: 'pr-2',
      title: 'Free delivery',
      terms: 'Any order.',
      state: 'redeemed',
      saves: cny(1_200),
      quotedAt: ago(900_000),
      expiresAt: ago(890_000),
      order: 'WY-10432',
      because: { model: 'goodwill', uplift: cny(0), buyProbability: 0, buyProbabilityWithout: 0, explored: false },
      by: { id: 'kit', name: 'Kit Rowe' },
    },
  ],
  authority: {
    own: cny(3_000),
    campaign: { id: 'c-goodwill', name: 'Goodwill', remaining: cny(184_000) },
    most: cny(3_000),
    withApproval: cny(10_000),
  },
  history: [
    {
      ticket: 't-0',
      openedAt: ago(1_900_000),
      closedAt: ago(1_898_000),
      reason: 'failures',
      agent: { id: 'kit', name: 'Kit Rowe' },
      closeReason: 'resolved',
      rating: 5,
    },
  ],
});

export const reportOf = (agent: Agent, handoffs: number): z.output<typeof deskShapes.report> => {
  const part = (rate: number): number => Math.round(handoffs * rate);
  const spread = (medianSeconds: number) => ({ count: handoffs, medianSeconds, p90Seconds: medianSeconds * 2.6 });
  return {
    from: ago(604_800),
    to: ago(0),
    handoffs,
    waiting: spread(41),
    firstReply: spread(58),
    handling: spread(402),
    confirmed: { count: part(0.55), of: handoffs },
    unresolved: part(0.12),
    silent: handoffs - part(0.55) - part(0.12),
    reasons: handoffReasons.slice(0, 6).map((reason, i) => ({ reason, count: part(0.38 / (i + 1)) })),
    closeReasons: agentCloseReasons.map((reason, i) => ({ reason, count: part(0.5 / (i + 1)) })),
    rating: { count: part(0.3), mean: 4.6 },
    withinSla: { count: part(0.91), of: handoffs },
    abandoned: part(0.04),
    timedOut: part(0.02),
    corrections: part(0.06),
    goodwill: { count: part(0.1), saves: cny(part(0.1) * 1_800) },
    byAgent: [
      {
        agent: { id: agent.id, name: agent.name },
        handled: part(0.6),
        handling: spread(380),
        rating: { count: part(0.2), mean: 4.7 },
        confirmed: { count: part(0.4), of: part(0.6) },
      },
      {
        agent: { id: 'kit', name: 'Kit Rowe' },
        handled: part(0.4),
        handling: spread(430),
        rating: { count: part(0.1), mean: 4.4 },
        confirmed: { count: part(0.15), of: part(0.4) },
      },
    ],
  };
};

export const campaignsOf = () => [
  { id: 'c-goodwill', name: { en: 'Goodwill', zh: '售后关怀' }, budget: cny(200_000), goodwill: true },
  { id: 'c-welcome', name: { en: 'Welcome aboard', zh: '新客礼遇' }, budget: null, goodwill: false },
];
