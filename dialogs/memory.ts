/** What a conversation remembers from one message to the next. */
import type { OfferId, ProductId, PromotionId } from '../knowledge/domain/ids.ts';
import type { Language } from '../knowledge/domain/language.ts';
import type { CartLine, LinesBefore } from '../knowledge/domain/order.ts';
import type { MoneyBound, StatedPreference } from '../knowledge/domain/preference.ts';
import type { Cut } from '../knowledge/retrieval/goods/cut-asked.ts';
import type { FlowStart } from './flow-parts.ts';
import type { MatterKept } from './matter.ts';
import type { Intent } from './turn.ts';
import type { CostLine } from './understand/cart/cost-lines.ts';
import type { DeliveryAsked } from './understand/delivery/delivery-case.ts';
import type { PlaceSaid } from './understand/delivery/place-said.ts';
import type { Amends } from './understand/orders/claim-told.ts';
import type { OwnMatter } from './understand/orders/own-case.ts';
import type { DaysSaid } from './understand/text/dates-said.ts';

/** What the conversation remembers between turns; saved once at the end of a turn. Small, plain JSON. */
export interface ConversationMemory {
  readonly language?: Language;
  /** Last list shown, for "the second one". */
  readonly shown: readonly ProductId[];
  /** Shown or spoken of before that in this conversation, the latest first. */
  readonly seen?: readonly ProductId[] | undefined;
  /** The size told last, for whatever goods come in it. */
  readonly size?: string | undefined;
  /** In which size this thing of the cart should be instead was asked at this count of turns. */
  readonly sizeAsked?: { readonly product: ProductId; readonly at: number } | undefined;
  /** Turned down in this conversation, the latest last: shown only where it is asked for by name. */
  readonly rejected?: readonly ProductId[] | undefined;
  /** What was added up just now: "and three of them?" */
  readonly sum?: readonly CostLine[] | undefined;
  /** What was added up before rules and deals were asked about: "ok put the 20 in". */
  readonly addedUp?: readonly CostLine[] | undefined;
  /** What so many come to was asked, and of which was asked back at this count of turns; `beside` what was added up. */
  readonly toSum?: { readonly quantity: number; readonly at: number; readonly beside?: true } | undefined;
  /** Count of turns when it was told what comes off goods of some amount: "and with 900?" */
  readonly spentAt?: number | undefined;
  /** That amount, in major units, of goods of which category and at which hour of the shop's clock, where those were said. */
  readonly spent?: { readonly major: number; readonly of?: string; readonly hour?: string } | undefined;
  /** The product being talked about. */
  readonly focus?: ProductId;
  /** What the cart held as the message came; read anew with each and never kept. */
  readonly inCart?: readonly CartLine[];
  /** The lines that this conversation changed last, as they were before it; read anew with each message and never kept. */
  readonly cartWas?: Pick<LinesBefore, 'at' | 'lines'> | undefined;
  /** The flow whose question waited as the message came; read anew with each and never kept. */
  readonly waits?: FlowStart['flow'];
  /** What was asked of goods, as it was read, at this count of turns: "I meant the other one" asks it again. */
  readonly asked?: { readonly text: string; readonly at: number } | undefined;
  /** The last offer shown, for "why this offer?" and "yes". */
  readonly offer?: OfferId;
  /** Count of turns when it was shown: a "yes" much later does not mean it. */
  readonly offerAt?: number;
  readonly lastIntent?: Intent;
  /** The rule of the shop that was told just now, by the name of its file in understand/policies. */
  readonly policy?: string | undefined;
  /** The subject that was answered just now (knowledge/retrieval/pages/subjects.md), where it is known. */
  readonly subject?: string | undefined;
  /** The page that was told from just now, by its id: what a short question after it goes on about. */
  readonly topic?: string | undefined;
  /** What was asked of the shop's pages last, at this count of turns: "I asked about the refund" is asked with it. */
  readonly questioned?: { readonly text: string; readonly at: number } | undefined;
  /** Marks of the sentences that were told from it (knowledge/retrieval/pages/rest-of-page.ts). */
  readonly toldOfTopic?: readonly string[] | undefined;
  /** Marks of what was told in reply to the message at this count of turns (dialogs/repeats.ts): nobody is told it twice running. */
  readonly toldLast?: { readonly at: number; readonly marks: readonly string[] } | undefined;
  /** What was told or asked last: what "why?" and "what do you mean?" are asked of. */
  readonly matter?: MatterKept | undefined;
  /** What is wrong with something bought, as it was told at this count of turns: the reason should it go back. */
  readonly why?: { readonly text: string; readonly at: number; readonly goods: readonly string[] } | undefined;
  /** How long ago the thing that is spoken of was bought, and words for what it is, as told at this count of turns. */
  readonly had?:
    | {
        readonly days: number;
        readonly said: string;
        readonly within?: number;
        readonly sinceDelivery?: boolean;
        readonly about: string;
        readonly at: number;
      }
    | undefined;
  /** Goods came broken, wrong or not at all (`missing`), as told at this count of turns; the number of their order, where it is known. */
  readonly claim?:
    | {
        readonly at: number;
        readonly order?: string;
        readonly missing?: true;
        readonly askedOn?: true;
        readonly wish?: Amends;
      }
    | undefined;
  /** Of an order that was asked about it was offered to start its return, at this count of turns. */
  readonly returnOffered?: { readonly at: number; readonly number: string } | undefined;
  /** Count of turns when it was told what becomes of the money of a return. */
  readonly refundTold?: number | undefined;
  /** The orders, and what they hold, that were told of or asked about at this count of turns, or spoken of since. */
  readonly goodsOfOrders?:
    | { readonly at: number; readonly products: readonly ProductId[]; readonly numbers: readonly string[] }
    | undefined;
  /** The number of the order that was told of, at this count of turns. */
  readonly orderTold?: { readonly at: number; readonly number: string } | undefined;
  /** Count of turns when trouble with a thing was told. */
  readonly troubledAt?: number | undefined;
  /** The shopper lives, or sends, outside the shop's country. */
  readonly abroad?: boolean;
  /** Where goods are to go, as it was named last. */
  readonly place?: PlaceSaid | undefined;
  /** What was asked of a delivery, at this count of turns: "and to Shenzhen?", "what's the last day for that?" */
  readonly delivery?: (Omit<DeliveryAsked, 'place'> & { readonly at: number }) | undefined;
  /** What was asked of an order of one's own, at this count of turns: "and the power bank?" */
  readonly ownAsked?:
    | {
        readonly matters: readonly OwnMatter[];
        readonly at: number;
        readonly product?: ProductId;
        /** Of which days a sum was told. */
        readonly days?: DaysSaid;
      }
    | undefined;
  /** The rule that the matter of service hangs on which was spoken of at this count of turns: "and who pays for that?" */
  readonly service?: { readonly rule: string; readonly at: number } | undefined;
  /** The sum told last, with what delivery and wrapping were in it, in minor units, at this count of turns. */
  readonly figures?:
    | { readonly at: number; readonly total: number; readonly fee?: number; readonly wrap?: number }
    | undefined;
  /** What it takes to see an order was told. */
  readonly unseenTold?: true | undefined;
  /** The number and e-mail that no order has, as a guest told them at this count of turns: one of them put right is tried again. */
  readonly refused?: { readonly number: string; readonly email: string; readonly at: number } | undefined;
  /** A guest said at this count of turns that the order's number is gone. */
  readonly numberLostAt?: number | undefined;
  /** The order a guest proved, so that it is not asked for twice. */
  readonly proved?: { readonly number: string; readonly email: string };
  /** The promotion being talked about. */
  readonly promotion?: PromotionId;
  /** The addition that would reach a deal, as last proposed. */
  readonly addOn?: {
    readonly key: string;
    readonly at: number;
    readonly declined: boolean;
    readonly lines?: readonly { readonly product: ProductId; readonly quantity: number }[];
  };
  /** Filters of the search in progress, so that "under 80" after "running shoes" narrows it. */
  readonly search?: readonly StatedPreference[];
  /** What it is a search for, in the shopper's words: "face cream". */
  readonly goods?: string | undefined;
  /** For men, for women or for no child, as was said for it. */
  readonly cut?: Cut | undefined;
  /** What else was told for it that no attribute stands for. */
  readonly told?: readonly StatedPreference[];
  /** What it may cost is told for all of it together. */
  readonly forAll?: true | undefined;
  /** What was looked for at this count of turns and is not sold, where nothing comes near it: "men's, in XL" is of that. */
  readonly missing?: { readonly what: string; readonly at: number } | undefined;
  readonly budget?: MoneyBound;
  /** Count of turns when it was asked whether to look beyond the highest price: a "yes" to that is the search again. */
  readonly askedWiderAt?: number;
  /** So many are to go into the cart, and which was asked at this count of turns. */
  readonly toCart?: { readonly quantity: number; readonly size?: string; readonly at: number } | undefined;
  /** Count of turns when it was asked whether to erase everything noted: a "yes" right after it does. */
  readonly askedForgetAt?: number;
  /** Count of turns when the deals for everybody were told last. */
  readonly dealsToldAt?: number;
  /** A complaint was made and not yet settled: no selling until then. Lapses after `serviceTurns` calm messages. */
  readonly serviceFirst: boolean;
  /** Count of turns at the latest complaint. */
  readonly complainedAt?: number | undefined;
  readonly failures: number;
  /** The last message, at this count of turns: what was misheard of it is set right by the next. */
  readonly lastSaid?: { readonly text: string; readonly at: number } | undefined;
  /** Marks of the last messages, by which one that is said again is known; see understand/mood.ts. */
  readonly heard?: readonly number[];
  /** Count of turns when a way to be reached was asked for. */
  readonly contactAskedAt?: number | undefined;
  /** Version of the conversation at the latest turn: another one means that a person had it in between. */
  readonly ownerVersion?: number;
  /** Erasures of the conversation at the latest turn: another count means that everything was erased in between. */
  readonly erasures?: number;
  /** Flows that were asked for beside the one that waits, in the order in which they begin after it. */
  readonly next?: readonly FlowStart[] | undefined;
  readonly turns: number;
}

export const emptyMemory: ConversationMemory = { shown: [], serviceFirst: false, failures: 0, turns: 0 };
