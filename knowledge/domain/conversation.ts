import type { CloseReason, HandoffReason } from './desk.ts';
import type { AgentId, ConversationId, ShopperId, TicketId } from './ids.ts';
import type { Language } from './language.ts';

/** Who speaks for the shop: exactly one at a time. */
export type Owner = 'bot' | 'waiting' | 'agent';

export interface Conversation {
  readonly id: ConversationId;
  readonly shopper: ShopperId;
  readonly channel: string;
  readonly language: Language;
  readonly owner: Owner;
  /** Grows with every change of owner. */
  readonly version: number;
  /** How often its shopper had everything erased that was noted of them, here or elsewhere; none yet where absent. */
  readonly erasures?: number;
  readonly waitingSince?: Date;
  readonly waitingReason?: string;
  /** What the desk knows of it, from the hand-off until the shopper writes again after it was closed. */
  readonly desk?: DeskPart;
  /** The latest words, while the desk has it. */
  readonly last?: LastWords;
  /** Where a channel with a connector reaches the shopper, as JSON text; refreshed by every inbound message. */
  readonly reference?: string;
  readonly createdAt: Date;
  readonly lastAt: Date;
}

export interface DeskPart {
  readonly ticket: TicketId;
  readonly reason: HandoffReason;
  readonly department: string;
  /** Higher is more urgent. */
  readonly priority: number;
  /** When the first reply is due. */
  readonly dueAt: Date;
  /** The owner while `owner` is 'agent'; afterwards the last one. */
  readonly agent?: AgentId;
  readonly leaseUntil?: Date;
  /** Whom it goes to first. */
  readonly preferred?: AgentId;
  readonly replied?: boolean;
  readonly mood: 'neutral' | 'upset';
  readonly valueAtRiskMinor: number;
  readonly shopperName?: string;
  readonly returning: boolean;
  readonly closedAt?: Date;
  readonly closeReason?: CloseReason;
}

export interface LastWords {
  readonly seq: number;
  /** Of the latest entry the shopper wrote. */
  readonly shopperSeq: number;
  readonly preview: string;
}

/** Where a conversation is at the desk: an owner, or closed and not yet spoken in again. */
export type DeskState = Owner | 'closed';

export const deskStateOf = (conversation: Conversation): DeskState =>
  conversation.owner === 'bot' && conversation.desk?.closedAt ? 'closed' : conversation.owner;

/** One line of the transcript: an activity as JSON text, numbered within its conversation from 1 without gaps. */
export interface TranscriptEntry {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly activityId: string;
  readonly from: 'shopper' | 'bot' | 'agent' | 'system';
  readonly activity: string;
  readonly at: Date;
}
