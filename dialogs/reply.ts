/** What a turn answers with: the parts that will be worded, what must be written, and what the conversation remembers. */
import type { Article } from '../knowledge/domain/article.ts';
import type { Contact, HandoffReason } from '../knowledge/domain/desk.ts';
import type { OfferId, ProductId } from '../knowledge/domain/ids.ts';
import type { Language, Localized } from '../knowledge/domain/language.ts';
import type { Impression, OfferDecision } from '../knowledge/domain/offer.ts';
import type { CartLine, Order } from '../knowledge/domain/order.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { ProfileFact, Shopper } from '../knowledge/domain/shopper.ts';
import type { Passage } from '../knowledge/retrieval/pages/passage.ts';
import type { CartPart } from './cart-parts.ts';
import type { CasePart } from './case-parts.ts';
import type { CostPart } from './cost-parts.ts';
import type { DealPart } from './deal-parts.ts';
import type { FlowPart, FlowStart } from './flow-parts.ts';
import type { GroundPart } from './ground-parts.ts';
import type { ConversationMemory } from './memory.ts';
import type { OrderPart, RefundLate } from './order-parts.ts';
import type { PricePart } from './price-parts.ts';
import type { ProductPart } from './product-parts.ts';
import type { TalkPart } from './talk-parts.ts';
import type { Intent, TapValue } from './turn.ts';
import type { ShopTalk } from './understand/talk/shop-talk.ts';

/** What the reply is about; words come later. */
export type ReplyPart =
  | { readonly kind: 'greeting'; readonly returning: boolean; readonly name?: string }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'all-right' }
  /** `night`: it was said at night. */
  | { readonly kind: 'goodbye'; readonly night?: true }
  | { readonly kind: 'help' }
  | { readonly kind: 'identity' }
  /** Said to a shop beside its goods, rules and orders. */
  | { readonly kind: 'shop-talk'; readonly about: Exclude<ShopTalk, 'sarcasm'>; readonly again?: true }
  | { readonly kind: 'cancelled'; readonly what: string | null }
  /** A hedged passage is told as what may be meant. */
  | { readonly kind: 'answer'; readonly passage: Passage; readonly others: readonly Article[] }
  /** Of a message that asks more than one thing, the part that no article answers. */
  | { readonly kind: 'part-unknown'; readonly asked: string }
  /** What its page says to it was told just now. */
  /** `again`: what no page says, told once more. */
  | { readonly kind: 'page-says-no-more'; readonly passage: Passage; readonly again?: true }
  /** The same would be told again: of a page, or of goods. `isNear`: other topics are a tap away. */
  | { readonly kind: 'no-more-to-tell'; readonly of: 'page' | 'goods'; readonly isNear: boolean }
  | { readonly kind: 'dont-know'; readonly nearest: readonly Article[] }
  | { readonly kind: 'unclear'; readonly suggestions: readonly Intent[] }
  /** Not understood, but near these topics; each a tap away. */
  | { readonly kind: 'which-topic'; readonly about: readonly Article[] }
  /** Something private was told, and no wish: it is not kept, and what is looked for is asked. */
  /** `plain`: nothing was told that would not be kept. */
  | { readonly kind: 'what-for'; readonly plain?: true }
  /** Trouble with a thing that no page has a cure for. */
  | { readonly kind: 'no-cure' }
  /** What it costs now, of the product spoken of where there is one; later prices nobody promises. */
  | { readonly kind: 'price-now'; readonly product: Product | null }
  /** Not understood for the third time. */
  | { readonly kind: 'stuck' }
  /** What the shopper asks to be ticked is ticked in the cart, by them. */
  | { readonly kind: 'yours-to-tick' }
  /** How a thing gets into the cart and is paid for. */
  | { readonly kind: 'how-to-order'; readonly inCart: boolean }
  /** What counts towards being a regular is the last twelve months, at any time of the year. */
  | { readonly kind: 'spend-counting'; readonly again?: true }
  /** Whose refund it is can't be seen before they are signed in. */
  | { readonly kind: 'sign-in-for-refund'; readonly late?: RefundLate }
  /** No mailing list is left from the chat, and no text stopped; the offers of the chat can be. */
  | { readonly kind: 'yours-to-unsubscribe'; readonly again?: true }
  | {
      readonly kind: 'about-me';
      readonly facts: readonly ProfileFact[];
      readonly orders: number;
      /** Beside what was said: products rated and looked at; unknown where it could not be read. */
      readonly kept?: { readonly rated: number; readonly looked: number };
      readonly consent: Shopper['consent'];
    }
  | { readonly kind: 'noted'; readonly facts: readonly StatedPreference[] }
  /** Everything noted is to be erased: asked first, with what it is. */
  | { readonly kind: 'ask-forget'; readonly facts: readonly ProfileFact[] }
  | { readonly kind: 'forgotten'; readonly count: number; readonly all: boolean }
  /** Said now against what was said before: which holds? */
  | { readonly kind: 'changed-mind'; readonly now: StatedPreference; readonly before: ProfileFact }
  | { readonly kind: 'which-to-forget'; readonly facts: readonly ProfileFact[] }
  | { readonly kind: 'opted-out' }
  /** `already`: they were on all the time. */
  | { readonly kind: 'opted-in'; readonly already?: boolean }
  /** 'told': what went wrong was said already. */
  | {
      readonly kind: 'sorry';
      readonly about: 'complaint' | 'told' | 'harm' | 'harmed' | 'missing' | 'slow' | 'manners';
      readonly order?: Order;
    }
  /** Before an answer to somebody angry. */
  | { readonly kind: 'sorry-first' }
  /** What the rule asks for is met. */
  | { readonly kind: 'goes-back' }
  /** It sounded like a wish for a person, and not for certain. */
  /** `hurry`: to have what is on its way hurried. */
  | { readonly kind: 'offer-person'; readonly to?: 'hurry' }
  /** `asksWait`: how long it takes was asked with it. */
  | {
      readonly kind: 'queued';
      readonly position: number;
      readonly expectedSeconds?: number | null;
      readonly asksWait?: true;
    }
  /** `asksWait`: how long it takes was asked; where nobody knows, that is said. */
  | {
      readonly kind: 'still-queued';
      readonly position: number;
      readonly expectedSeconds?: number | null;
      readonly asksWait?: true;
      /** Passed on just before was something else. */
      readonly again?: true;
      /** Nothing was passed on: somebody said thanks or goodbye. */
      readonly leaves?: true;
    }
  | { readonly kind: 'desk-closed'; readonly opensAt: Date | null; readonly timeZone: string }
  | { readonly kind: 'contact-noted'; readonly contact: Contact }
  | { readonly kind: 'unavailable'; readonly what: string }
  | { readonly kind: 'message-cut' }
  | CartPart
  | CasePart
  | CostPart
  | OrderPart
  | ProductPart
  | GroundPart
  | DealPart
  | PricePart
  | FlowPart
  | TalkPart;

/** What must be written for this reply; done by record.ts before the words go out. */
export type ReplyEffect =
  | { readonly kind: 'remember'; readonly preferences: readonly StatedPreference[]; readonly correction: boolean }
  | { readonly kind: 'forget'; readonly facts: readonly ProfileFact['id'][] }
  | { readonly kind: 'forget-all' }
  | { readonly kind: 'consent'; readonly personalOffers: boolean }
  | { readonly kind: 'impression'; readonly decision: OfferDecision; readonly impression: Impression | null }
  | { readonly kind: 'queue-for-person'; readonly reason: HandoffReason; readonly department?: string }
  | { readonly kind: 'leave-contact'; readonly contact: Contact }
  | { readonly kind: 'leave-queue' }
  | { readonly kind: 'decline-offer'; readonly offer: OfferId }
  /** For the report of what the shop's knowledge lacks. */
  | { readonly kind: 'unanswered'; readonly text: string; readonly nearest: readonly Article['id'][] };

export const erasesAll = ({ effects }: Pick<Reply, 'effects'>): boolean =>
  effects.some(effect => effect.kind === 'forget-all');

/** Work whose outcome is the answer: claimed by record.ts, which turns its result into the final parts. */
export type ReplyClaim =
  | { readonly kind: 'apply-offer' | 'take-off-offer'; readonly offer: OfferId }
  | {
      readonly kind: 'apply-code' | 'remove-code';
      readonly code: string;
      /** Named beside it; entered after it, in this order. */
      readonly more?: readonly string[];
    }
  | {
      readonly kind: 'add-to-cart';
      readonly product: ProductId;
      readonly quantity: number;
      /** As told: "l", "42". */
      readonly size?: string;
    }
  /** `quantity` of each; absent: all of them. */
  | { readonly kind: 'remove-from-cart'; readonly products: readonly ProductId[]; readonly quantity?: number }
  | { readonly kind: 'set-quantity'; readonly product: ProductId; readonly quantity: number }
  /** So many of each from now on, whatever there was; 0 takes it out. */
  | { readonly kind: 'change-lines'; readonly lines: readonly CartLine[]; readonly undoes?: true }
  /** In another size, as many as there are. */
  | { readonly kind: 'set-size'; readonly product: ProductId; readonly size: string }
  /** The addition that was proposed, as it was proposed. */
  | {
      readonly kind: 'add-together';
      readonly lines: readonly { readonly product: ProductId; readonly quantity: number; readonly size?: string }[];
    };

export interface Reply {
  readonly parts: readonly ReplyPart[];
  readonly effects: readonly ReplyEffect[];
  readonly claim?: ReplyClaim;
  readonly start?: FlowStart;
  readonly memory: ConversationMemory;
  readonly language: Language;
  /** Tap options under the reply. */
  readonly suggestions: readonly Suggestion[];
}

export type Suggestion =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'tap'; readonly value: TapValue; readonly label: 'apply' | 'decline' | 'add' | 'person' }
  /** A question to ask next, with the words its tap says. */
  | { readonly kind: 'ask'; readonly label: Localized; readonly text: Localized }
  /** Narrows a broad wish to one category; worded from the shop's own name for it. */
  | { readonly kind: 'category'; readonly key: string };
