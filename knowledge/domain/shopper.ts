import type { ConversationId, FactId, ShopperId, TurnId } from './ids.ts';
import type { Language } from './language.ts';

export interface Consent {
  /** Tailored deals; off means the standard promotions only. */
  readonly personalOffers: boolean;
  /** Remembering what is said in the chat. */
  readonly profile: boolean;
}

export interface Shopper {
  readonly id: ShopperId;
  readonly name?: string;
  readonly email?: string;
  readonly language: Language;
  /** Marketer's groups, lower case: "new", "returning", "vip". */
  readonly segments: readonly string[];
  readonly consent: Consent;
  readonly createdAt: Date;
}

/** What a preference is about. Sensitive traits have no slot and are never stored. */
export const factSlots = [
  'category',
  'brand',
  'colour',
  'size',
  'material',
  'feature',
  'occasion',
  'budget',
  'recipient',
  'product',
  'genre',
  'author',
  'style',
  'quality',
  /** Whom the goods are made for: "women's", "a 30 year old", "ages 3+". An attribute of goods; how old a child is has no slot. */
  'audience',
] as const;
export type FactSlot = (typeof factSlots)[number];

/** One thing a shopper stated, with where it was said; a newer fact about the same slot supersedes it. */
export interface ProfileFact {
  readonly id: FactId;
  readonly shopper: ShopperId;
  readonly slot: FactSlot;
  /** Canonical English key ("red", "running-shoes"); for a budget "max:30000:CNY" or "min:…"; what the catalogue has no key for, in the shopper's own words. */
  readonly value: string;
  readonly polarity: 'like' | 'dislike';
  /** 'self', or for whom the shopper is buying ("dad"); never mixed. */
  readonly forWhom: string;
  /** The words it was taken from. */
  readonly quote: string;
  readonly conversation: ConversationId;
  readonly turn: TurnId;
  /** 0..1 */
  readonly confidence: number;
  readonly statedAt: Date;
  readonly expiresAt: Date;
  readonly supersededBy?: FactId;
}
