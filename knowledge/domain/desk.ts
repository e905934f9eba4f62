/** The support desk: who works there, what is worked on, and what the shop decided about it. */
import type { AgentId, ArticleId, CampaignId, ConversationId, OfferId, ShopperId, TicketId } from './ids.ts';
import type { Language, Localized } from './language.ts';
import type { Money } from './money.ts';

/** Each may do what those before it may. */
export const agentRoles = ['agent', 'supervisor', 'admin'] as const;
export type AgentRole = (typeof agentRoles)[number];

export const availabilities = ['available', 'away'] as const;
export type Availability = (typeof availabilities)[number];

/** Why a conversation came to a person. */
export const handoffReasons = [
  'asked',
  'failures',
  'frustration',
  'topic',
  'value-at-risk',
  'low-confidence',
  'reopened',
  'taken', // a person stepped in unasked
] as const;
export type HandoffReason = (typeof handoffReasons)[number];

/** How a ticket ended. The first six are an agent's to choose, the others are what happened. */
export const closeReasons = [
  'resolved',
  'answered',
  'no-reply',
  'follow-up',
  'spam',
  'other',
  'left-queue',
  'timed-out',
  'returned',
  'elsewhere',
] as const;
export type CloseReason = (typeof closeReasons)[number];
export const agentCloseReasons = closeReasons.slice(0, 6);

export interface Agent {
  readonly id: AgentId;
  /** Lower case, unique. */
  readonly login: string;
  readonly name: string;
  readonly role: AgentRole;
  readonly languages: readonly Language[];
  /** Keys of departments; empty: all. */
  readonly departments: readonly string[];
  /** Conversations at once. */
  readonly capacity: number;
  /** Most one goodwill deal may take off without a supervisor. */
  readonly goodwillCap: Money;
  readonly availability: Availability;
  readonly active: boolean;
  /** Hash with its method and cost in front; absent until they have chosen a password. */
  readonly password?: string;
  /** Hash of the one-time token they choose a password with. */
  readonly invitation?: { readonly hash: string; readonly expiresAt: Date };
  /** Grows when all sessions of theirs must end: password changed, role taken away. */
  readonly epoch: number;
  readonly createdAt: Date;
}

/** "HH:MM" on the clock of the shop's time zone; `to` earlier than `from` runs over midnight and belongs to the day it began. */
export interface OpenHours {
  /** 0 Sunday .. 6 Saturday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

export interface Department {
  readonly key: string;
  readonly name: Localized;
  /** Absent: the desk's hours. */
  readonly hours?: readonly OpenHours[];
  readonly whenClosed: 'queue' | 'refuse';
  /** What comes here first. */
  readonly reasons: readonly HandoffReason[];
}

/** The one settings document of the desk. */
export interface DeskSettings {
  readonly id: 'desk';
  /** Empty: always open. */
  readonly hours: readonly OpenHours[];
  readonly departments: readonly Department[];
  readonly topics: readonly { readonly words: readonly string[]; readonly department: string }[];
  /** A cart or an order of this much in trouble is worth a person's time; 0: never for that. */
  readonly valueAtRisk: Money;
  readonly slaSeconds: Readonly<Record<HandoffReason, number>>;
  readonly waitTimeoutSeconds: number;
  readonly leaseSeconds: number;
  readonly reopenMinutes: number;
  /** Most a supervisor may approve for one goodwill deal. */
  readonly supervisorCap: Money;
  /** Whose budget goodwill is taken from; absent: the campaign kept for it, and without one nothing can be given. */
  readonly goodwillCampaign?: CampaignId;
  /** Share of shoppers, a day, in whose lists one place may go to a new product, 0..1; 0: none. Absent: a small one. */
  readonly newProductShare?: number;
}

export interface Contact {
  readonly kind: 'email' | 'phone';
  readonly value: string;
}

/** Did it help? Only what was said or shown counts; silence is 'silent'. */
export type Outcome = 'confirmed' | 'unresolved' | 'silent';

/** One hand-off from its beginning to its end, for the console and the reports. */
export interface Ticket {
  readonly id: TicketId;
  readonly conversation: ConversationId;
  readonly shopper: ShopperId;
  readonly channel: string;
  readonly language: Language;
  readonly reason: HandoffReason;
  readonly department: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  /** The first agent to have it, and the last. */
  readonly firstAgent?: AgentId;
  readonly agent?: AgentId;
  readonly claimedAt?: Date;
  readonly firstReplyAt?: Date;
  readonly closedAt?: Date;
  readonly closeReason?: CloseReason;
  readonly contact?: Contact;
  readonly rating?: number;
  readonly comment?: string;
  readonly outcome?: Outcome;
  /** Nobody came in time. */
  readonly timedOut?: boolean;
  /** Bot answers marked wrong, and goodwill given. */
  readonly corrections: number;
  readonly goodwill: readonly { readonly offer: OfferId; readonly minor: number }[];
}

export interface Note {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly by: AgentId;
  readonly text: string;
  readonly at: Date;
}

export interface Canned {
  readonly id: string;
  readonly title: string;
  readonly text: Localized;
}

export interface Approval {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly by: AgentId;
  readonly saves: Money;
  readonly reason: string;
  /** What is asked for, as JSON text. */
  readonly request: string;
  readonly state: 'asked' | 'approved' | 'refused';
  readonly askedAt: Date;
  readonly decidedBy?: AgentId;
  readonly decidedAt?: Date;
  readonly note?: string;
}

/** A bot answer that was marked wrong, and what it should have said. */
export interface Correction {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly question: string;
  readonly wrong: string;
  readonly better: string;
  readonly language: Language;
  readonly by: AgentId;
  readonly at: Date;
  readonly state: 'open' | 'published' | 'dismissed';
  readonly article?: ArticleId;
}

/** What happened at the desk, numbered from 1 without gaps over all processes; `data` is JSON text. */
export interface DeskEvent {
  readonly seq: number;
  readonly kind: 'conversation' | 'message' | 'note' | 'agent' | 'approval' | 'suggestion' | 'settings';
  readonly conversation?: ConversationId;
  /** Who may see it: staff of this department, and supervisors. Absent: all. */
  readonly department?: string;
  readonly data: string;
  readonly at: Date;
}
