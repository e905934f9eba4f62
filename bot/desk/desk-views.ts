import type { Activity, Attachment } from 'botbuilder-core';
import { z } from 'zod';
import type { Card, CardButton, CounterofferChannelData } from '../../dialogs/say/cards.ts';
import { type Conversation, deskStateOf, type TranscriptEntry } from '../../knowledge/domain/conversation.ts';
import type { Agent, Approval, Correction, DeskSettings, Note, Ticket } from '../../knowledge/domain/desk.ts';
import type { AgentId } from '../../knowledge/domain/ids.ts';
import { formatMoney, type Money, money } from '../../knowledge/domain/money.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { defaultShare } from '../../models/bandit/newcomers.ts';
import type * as deskShapes from './contract-desk-shapes.ts';
import type * as shapes from './contract-shapes.ts';

export type AgentView = z.output<typeof shapes.agent>;
export type ConversationView = z.output<typeof shapes.conversation>;
export type EntryView = z.output<typeof shapes.entry>;
export type NoteView = z.output<typeof shapes.note>;
export type ApprovalView = z.output<typeof shapes.approval>;
export type SuggestionView = z.output<typeof shapes.suggestion>;
export type SettingsView = z.output<typeof deskShapes.settings>;

export const moneyView = (amount: Money) => ({
  minor: amount.minor,
  currency: amount.currency,
  text: formatMoney(amount),
});

const isoOf = (at: Date | undefined): string | null => at?.toISOString() ?? null;

/** Names of staff, for views that name people. */
export type NameOf = (id: AgentId) => string;

const personView = (id: AgentId | undefined, nameOf: NameOf) => (id ? { id, name: nameOf(id) } : null);

export const agentView = (agent: Agent, now: { readonly load: number; readonly online: boolean }): AgentView => ({
  id: agent.id,
  login: agent.login,
  name: agent.name,
  role: agent.role,
  languages: [...agent.languages],
  departments: [...agent.departments],
  capacity: agent.capacity,
  load: now.load,
  availability: agent.availability,
  online: now.online,
  goodwillCap: moneyView(agent.goodwillCap),
  active: agent.active,
  invited: agent.invitation !== undefined,
});

export const conversationView = (
  conversation: Conversation,
  {
    shop,
    nameOf,
    ticket,
  }: { readonly shop: Pick<Shop, 'currency'>; readonly nameOf: NameOf; readonly ticket?: Ticket | null },
): ConversationView => {
  const { desk, last } = conversation;
  const held = conversation.owner === 'agent';
  const waits = conversation.owner === 'waiting';
  const agent = held || desk?.closedAt ? desk?.agent : waits ? undefined : ticket?.agent;
  return {
    id: conversation.id,
    version: conversation.version,
    state: deskStateOf(conversation),
    shopper: {
      id: conversation.shopper,
      name: desk?.shopperName ?? null,
      language: conversation.language,
      returning: desk?.returning ?? false,
    },
    channel: conversation.channel,
    language: conversation.language,
    reason: desk?.reason ?? ticket?.reason ?? null,
    department: desk?.department ?? ticket?.department ?? null,
    priority: desk?.priority ?? 0,
    waitingSince: isoOf(conversation.waitingSince),
    dueAt: desk && !desk.replied ? isoOf(desk.dueAt) : null,
    agent: personView(agent, nameOf),
    leaseUntil: held ? isoOf(desk?.leaseUntil) : null,
    preferred: personView(desk?.preferred, nameOf),
    mood: desk?.mood ?? 'neutral',
    valueAtRisk: desk?.valueAtRiskMinor ? moneyView(money(desk.valueAtRiskMinor, shop.currency)) : null,
    preview: last?.preview ?? '',
    lastSeq: last?.seq ?? 0,
    shopperSeq: last?.shopperSeq ?? 0,
    lastAt: conversation.lastAt.toISOString(),
    ticket: desk?.ticket ?? ticket?.id ?? null,
    contact: ticket?.contact ?? null,
    closeReason: desk?.closeReason ?? ticket?.closeReason ?? null,
    rating: ticket?.rating ?? null,
  };
};

/** The fields of an activity that the desk shows; whatever else is in it stays out. */
const activityShape = z
  .object({
    id: z.string().default(''),
    type: z.string().default('message'),
    text: z.string().default(''),
    locale: z.string().optional(),
    from: z.object({ name: z.string().optional(), role: z.string().optional() }).loose().optional(),
    channelData: z.object({ counteroffer: z.custom<CounterofferChannelData>().optional() }).loose().optional(),
    attachments: z.array(z.custom<Attachment>()).default([]),
  })
  .loose();

const languageOf = (locale: string | undefined) =>
  locale === undefined ? null : locale.toLowerCase().startsWith('zh') ? ('zh' as const) : ('en' as const);

/** Only files a shopper sent; hero cards say what `cards` says already. Addresses are ours or https. */
const filesOf = (attachments: readonly Attachment[]) =>
  attachments.flatMap(({ name, contentType, contentUrl }) =>
    typeof contentUrl === 'string' && /^(https?:\/\/|\/)/.test(contentUrl)
      ? [{ name: String(name ?? ''), contentType: String(contentType ?? ''), url: contentUrl }]
      : [],
  );

/** Null: nothing a person reads (a page view event, typing). */
export const entryView = (entry: TranscriptEntry, corrected = false): EntryView | null => {
  const activity = activityShape.parse(JSON.parse(entry.activity) as Partial<Activity>);
  if (activity.type !== 'message') return null;
  const extra = activity.channelData?.counteroffer;
  const name = activity.from?.name;
  return {
    seq: entry.seq,
    id: entry.activityId,
    from: entry.from,
    name: entry.from === 'agent' && name ? name : null,
    text: activity.text,
    at: entry.at.toISOString(),
    language: languageOf(activity.locale),
    cards: Array.isArray(extra?.cards) ? ([...extra.cards] as Card[]) : [],
    suggestions: Array.isArray(extra?.suggestions) ? ([...extra.suggestions] as CardButton[]) : [],
    attachments: filesOf(activity.attachments),
    corrected,
  };
};

/** The row of a conversation shows what people said; the bot's lines about the queue say nothing about it. */
export const isPreviewed = ({ from }: Pick<EntryView, 'from'>): boolean => from === 'shopper' || from === 'agent';

const previewLength = 140;

/** One line for the inbox: the words, else what was sent instead of words. */
export const previewOf = (view: EntryView): string => {
  const text = view.text.replace(/\s+/g, ' ').trim();
  if (text) return text.length <= previewLength ? text : `${text.slice(0, previewLength - 1)}…`;
  const [card] = view.cards;
  return view.attachments[0]?.name ?? (card ? `[${card.type}]` : '');
};

export const noteView = (note: Note, nameOf: NameOf): NoteView => ({
  id: note.id,
  conversation: note.conversation,
  by: { id: note.by, name: nameOf(note.by) },
  text: note.text,
  at: note.at.toISOString(),
});

export const approvalView = (approval: Approval, nameOf: NameOf): ApprovalView => ({
  id: approval.id,
  conversation: approval.conversation,
  by: { id: approval.by, name: nameOf(approval.by) },
  saves: moneyView(approval.saves),
  reason: approval.reason,
  state: approval.state,
  askedAt: approval.askedAt.toISOString(),
  decidedBy: personView(approval.decidedBy, nameOf),
  decidedAt: isoOf(approval.decidedAt),
  note: approval.note ?? null,
});

export const suggestionView = (correction: Correction, nameOf: NameOf): SuggestionView => ({
  id: correction.id,
  conversation: correction.conversation,
  seq: correction.seq,
  question: correction.question,
  wrong: correction.wrong,
  better: correction.better,
  language: correction.language,
  by: { id: correction.by, name: nameOf(correction.by) },
  at: correction.at.toISOString(),
  state: correction.state,
  article: correction.article ?? null,
});

export const settingsView = (settings: DeskSettings, shop: Pick<Shop, 'timeZone'>): SettingsView => ({
  timeZone: shop.timeZone ?? 'UTC',
  hours: settings.hours.map(h => ({ ...h, days: [...h.days] })),
  departments: settings.departments.map(({ hours, ...d }) => ({
    ...d,
    reasons: [...d.reasons],
    ...(hours ? { hours: hours.map(h => ({ ...h, days: [...h.days] })) } : {}),
  })),
  topics: settings.topics.map(t => ({ ...t, words: [...t.words] })),
  valueAtRisk: settings.valueAtRisk,
  slaSeconds: settings.slaSeconds,
  waitTimeoutSeconds: settings.waitTimeoutSeconds,
  leaseSeconds: settings.leaseSeconds,
  reopenMinutes: settings.reopenMinutes,
  supervisorCap: settings.supervisorCap,
  goodwillCampaign: settings.goodwillCampaign ?? null,
  newProductShare: settings.newProductShare ?? defaultShare,
});
