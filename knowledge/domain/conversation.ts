import type { ConversationId, ShopperId } from './ids.ts';
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
  readonly waitingSince?: Date;
  readonly waitingReason?: string;
  readonly createdAt: Date;
  readonly lastAt: Date;
}

/** One line of the transcript: an activity as JSON text, numbered within its conversation from 1 without gaps. */
export interface TranscriptEntry {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly activityId: string;
  readonly from: 'shopper' | 'bot' | 'agent' | 'system';
  readonly activity: string;
  readonly at: Date;
}
