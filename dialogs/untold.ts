/** What a conversation remembers once the shopper had everything erased. */
import { type ConversationMemory, emptyMemory } from './memory.ts';

/**
 * Whether a field outlives the erasing: how the talk itself stands, and what the shop said, does; what the shopper told, asked
 * for or was shown because of it does not. Every field has to be named, so that a new one cannot be left out.
 */
const outlives = {
  language: true,
  lastIntent: true,
  turns: true,
  failures: true,
  ownerVersion: true,
  erasures: true,
  serviceFirst: true,
  complainedAt: true,
  contactAskedAt: true,
  offer: true,
  offerAt: true,
  dealsToldAt: true,
  shown: false,
  seen: false,
  size: false,
  rejected: false,
  focus: false,
  inCart: false,
  asked: false,
  questioned: false,
  policy: false,
  topic: false,
  subject: false,
  toldOfTopic: false,
  toldLast: false,
  had: false,
  why: false,
  troubledAt: false,
  claim: false,
  returnOffered: false,
  orderTold: false,
  refundTold: false,
  abroad: false,
  place: false,
  delivery: false,
  ownAsked: false,
  service: false,
  unseenTold: false,
  figures: false,
  refused: false,
  proved: false,
  promotion: false,
  addOn: false,
  search: false,
  goods: false,
  cut: false,
  told: false,
  budget: false,
  askedWiderAt: false,
  toCart: false,
  askedForgetAt: false,
  sum: false,
  toSum: false,
  spentAt: false,
  spent: false,
  heard: false,
  next: false,
} as const satisfies Record<keyof ConversationMemory, boolean>;

const stays = Object.entries(outlives).flatMap(([field, does]) => (does ? [field] : []));

export const untold = (memory: ConversationMemory): ConversationMemory => ({
  ...emptyMemory,
  ...Object.fromEntries(Object.entries(memory).filter(([field]) => stays.includes(field))),
});
