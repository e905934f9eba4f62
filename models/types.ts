/** The serving interfaces that dialogs/ sees. Scores go out; nothing here knows words, promotions' legality or storage. */
import type { Article } from '../knowledge/domain/article.ts';
import type { ProductId, PromotionId, ShopperId } from '../knowledge/domain/ids.ts';
import type { Language } from '../knowledge/domain/language.ts';
import type { Told } from '../knowledge/domain/preference.ts';
import type { PromotionKind } from '../knowledge/domain/promotion.ts';
import type { ShopSense } from '../knowledge/language/shop-sense.ts';
import type { DeepVector } from '../knowledge/ports.ts';
import type { ArticleScales, Meanings } from '../knowledge/retrieval/pages/articles.ts';

/** What a shopper did with a product of their history. */
export type Deed = 'bought' | 'in-cart' | 'asked-about' | 'viewed';

/** In what two products are alike. */
export type Likeness = 'brand-and-category' | 'category' | 'brand' | 'description' | 'price';

/** Why a product was suggested, from the model that caused it. */
export type RecommendationReason =
  /** Shoppers who have the one want the other. */
  | { readonly kind: 'bought-with'; readonly because: ProductId; readonly deed: Deed }
  /** What is written about the two is alike, whoever bought them. */
  | { readonly kind: 'similar'; readonly because: ProductId; readonly deed: Deed; readonly alike: Likeness }
  /** The shopper did this with the product itself, and nothing else speaks for it. */
  | { readonly kind: 'noticed'; readonly deed: Deed }
  | { readonly kind: 'similar-shoppers' }
  | { readonly kind: 'buy-again'; readonly timesBought: number }
  /** At least one, what counted most first. */
  | { readonly kind: 'stated'; readonly told: readonly Told[] }
  | { readonly kind: 'popular'; readonly category?: string }
  /** New in the shop, and shown to find out who likes it. */
  | { readonly kind: 'new' };

export interface Recommendation {
  readonly product: ProductId;
  /** Comparable within one list only; higher is better. */
  readonly score: number;
  /** May be found out when it is read: ask it of those that are shown. */
  readonly reason: RecommendationReason;
}

export interface PastEvent {
  readonly product: ProductId;
  readonly at: Date;
  /** 1: a purchase; 0..1: a signal. */
  readonly weight: number;
  /** Absent: bought from a weight of 1 on, else viewed. */
  readonly deed?: Deed;
}

/** One thing a shopper did with a product, as it happened. */
export interface ShopperSignal {
  readonly product: ProductId;
  readonly at: Date;
  readonly kind: 'view' | 'cart' | 'shown' | 'tapped' | 'asked' | 'wish' | 'rating';
  /** View: seconds, NaN when not told. Wish: confidence 0..1. Rating: stars. Others: 1. */
  readonly value: number;
}

export interface RecommendRequest {
  readonly shopper?: ShopperId;
  /** Purchases and views, oldest first; what the shopper did this minute counts in this minute's list. */
  readonly history: readonly PastEvent[];
  /**
   * What the shopper did beside buying, in any order: a recommender that learned weights for it takes it in the place of the looks and
   * questions in `history`. Absent: nothing but the history is known.
   */
  readonly signals?: readonly ShopperSignal[];
  /** Out of stock, hidden, just bought, disliked: never returned. */
  readonly exclude: ReadonlySet<ProductId>;
  /** Only these, when given (search results to re-rank). */
  readonly among?: ReadonlySet<ProductId>;
  /** Multiplies scores: stated wishes found by the caller, 1 = neutral. */
  readonly boost?: ReadonlyMap<ProductId, { readonly factor: number; readonly told: readonly Told[] }>;
  readonly count: number;
  readonly now: Date;
}

export interface Recommender {
  readonly name: string;
  readonly version: string;
  /** Whether `signals` of a request change its list, so that they are worth reading; absent: no. */
  readonly readsSignals?: boolean;
  recommend(request: RecommendRequest): Recommendation[];
}

/** What a shopper looks like to the response model at decision time; plain numbers, named, no identity. */
export interface ResponseContext {
  readonly features: Readonly<Record<string, number>>;
  /** What the shopper would pay now without any offer, and what the shop would earn of it; minor units. */
  readonly basketMinor: number;
  readonly basketMarginMinor: number;
  /** Share of the goods by value that will come back, 0..1; absent: none. */
  readonly returnRate?: number;
}

/** An arm the model may be asked about. */
export interface ResponseArm {
  readonly promotion: PromotionId;
  readonly kind: PromotionKind;
  /** Discount on the basket as a rate 0..1 of its price. */
  readonly depth: number;
  /** What the offer would cost if taken, minor units: discount, gift cost, shipping. */
  readonly costMinor: number;
  /** Basket price and margin if the offer's condition is met, minor units; equal to the context's when nothing must be added. */
  readonly treatedBasketMinor: number;
  readonly treatedMarginMinor: number;
  /** Share of the treated goods by value that will come back, 0..1; absent: as the context's. */
  readonly returnRate?: number;
}

export interface ArmScore {
  readonly promotion: PromotionId;
  /** 0..1 */
  readonly buyProbability: number;
  /** 0..1, without any offer. */
  readonly buyProbabilityWithout: number;
  /** Expected margin with the offer minus without, net of its cost, minor units. */
  readonly upliftMinor: number;
  /** Standard deviation of `upliftMinor` as the model knows its own ignorance, minor units; what Thompson sampling draws with. */
  readonly upliftSdMinor?: number;
}

export interface ResponseModel {
  readonly name: string;
  readonly version: string;
  score(context: ResponseContext, arms: readonly ResponseArm[]): ArmScore[];
  /** Share of these goods by value that will come back, 0..1, from the returns learned from; absent or 0: none on record. */
  expectedReturnRate?(lines: readonly { readonly category: string; readonly valueMinor: number }[]): number;
}

/** What joined outcomes have taught beyond a response model: how far its expectation is off, by arm and segment. */
export interface Beliefs {
  /**
   * Mean and standard deviation of (margin earned - margin the model expects) as a share of the margin at stake. `model`
   * is name@version, `arm` 'none' for what happens without an offer; `priorSd` is the model's own uncertainty in that
   * unit, >= 0: before any outcome the answer is 0 with that deviation.
   */
  correction(
    model: string,
    arm: PromotionId | 'none',
    segment: string,
    priorSd: number,
  ): { readonly mean: number; readonly sd: number };
  /** How many outcomes of the arm it rests on, forgotten ones discounted. */
  seen(model: string, arm: PromotionId | 'none'): number;
}

/** New products, of which one may have a place in a list that its rank would not give it. */
export interface Newcomers {
  /** Share of shoppers, a day, in whose lists one place may go to a new product, 0..1; 0: none. */
  readonly share: number;
  /** New and not shown often enough to be known. */
  readonly products: ReadonlySet<ProductId>;
  /**
   * The same for a shopper all of a UTC day, however often they ask. The probabilities that a candidate is drawn add up to at most
   * `share`. `candidates`: those that fit what is asked for; of the drawn one `isShowable` says whether this list may have it.
   */
  draw(request: {
    readonly candidates: readonly ProductId[];
    readonly isShowable: (product: ProductId) => boolean;
    readonly shopper: ShopperId;
    readonly at: Date;
  }): NewcomerDraw;
}

/** `product` null: the place stays with whom the ranking gives it. `propensity`: probability of just that, 0..1, to be logged. */
export interface NewcomerDraw {
  readonly product: ProductId | null;
  readonly propensity: number;
}

/** What runs where, for /metrics, /readyz and the model card. */
export interface ModelStatus {
  readonly recommender: { readonly name: string; readonly version: string; readonly trainedAt?: string };
  readonly response: { readonly name: string; readonly version: string; readonly trainedAt?: string } | null;
  /** Tensor backend and device of the training run that made the response model. */
  readonly backend: string;
  readonly device: string;
  /** Why a model of the version that is to be used is not in use, in a sentence; the one before it stays. Absent: nothing was refused. */
  readonly refused?: Readonly<Partial<Record<'recommender' | 'response', string>>>;
  readonly training: { readonly running: boolean; readonly progress: number; readonly step: string };
}

/** The models in use now; swapped by one assignment. */
export interface ModelSet {
  readonly recommender: Recommender;
  readonly response: ResponseModel | null;
  readonly status: ModelStatus;
}

export interface Models {
  current(): ModelSet;
}

/** A text to be told the intent of. */
export interface IntentText {
  /** What its words are read from: details that differ from message to message replaced by their kind. */
  readonly words: string;
  /** What its meaning is read from: the text as it was said. */
  readonly said: string;
  /** Sentence vector of `said`; given to a classifier that was taught with vectors, and to no other. */
  readonly vector?: Float32Array;
  /** What a tuned encoder works on, of `said`. */
  readonly deep?: Float32Array;
}

export interface TaughtIntent<Label extends string> extends IntentText {
  readonly intent: Label;
}

export interface IntentJudgement<Label extends string> {
  readonly intent: Label;
  /** 0..1, calibrated among the known intents. */
  readonly probability: number;
  /** false: less like anything taught than held-out examples are; the guess is not to be acted upon. */
  readonly inScope: boolean;
  /** false: guesses like this one were too often wrong for examples held out; a second look is worth its time. */
  readonly isSure: boolean;
  /** All intents with their probabilities, likeliest first; absent where the classifier has only the one guess. */
  ranked?(): readonly { readonly intent: Label; readonly probability: number }[];
}

export interface IntentClassifier<Label extends string> {
  /** Synchronous, well under a millisecond. */
  classify(text: IntentText): IntentJudgement<Label>;
}

/** A message in its place in a conversation: its words, and by name what is known of it and what others took it for, 0..1 mostly. */
export interface MessageInContext<Label extends string = string> {
  /** As it was said. */
  readonly text: string;
  /** What its words and its likeness say it means. */
  readonly taken: Label;
  /** What is read of it: details that differ from message to message replaced by their kind. */
  readonly words: string;
  readonly signals: Readonly<Record<string, number>>;
}

export interface ContextJudgement<Label extends string> {
  readonly intent: Label;
  /** 0..1 */
  readonly probability: number;
  /** Of any intent; 0 of one that was never taught. */
  of(intent: Label): number;
}

export interface InContextClassifier<Label extends string> {
  /** Synchronous, some tens of microseconds. Undefined: no judgement. */
  judge(message: MessageInContext<Label>): ContextJudgement<Label> | undefined;
}

/** Pieces of a message that are one fact: from `start` up to `end`, not included. */
export interface TaggedStretch {
  readonly slot: string;
  readonly start: number;
  readonly end: number;
}

/** What of a message is told of its writer's wishes. */
export interface FactTagger {
  /** `features`: of each piece in order, by their names. Stretches in order, never overlapping. Synchronous. */
  stretches(language: Language, features: readonly (readonly string[])[]): readonly TaggedStretch[];
  /** Of one stretch: 1 it is wished for, -1 it is turned away. */
  polarity(language: Language, features: readonly string[]): 1 | -1;
}

/** What a message asks a shop's pages for, in its place. */
export interface RuleQuestion {
  /** Folded. */
  readonly words: string;
  /** The subject that was answered just before. */
  readonly after?: string | undefined;
  /** The rule that closed words ask for. */
  readonly rule?: string | undefined;
}

/** Names among the subjects for messages that no page answers, and for those that ask none. */
export const beyondPages = { none: 'none', nothing: 'nothing' } as const;

/** What is known of a paragraph as the answer to a message; 0..1, but for the two logarithms. */
export interface AnswerEvidence {
  /** log p that the message asks for a subject which this paragraph answers, and one that its page answers. */
  readonly subject: number;
  readonly page: number;
  /** Of the page, as the index finds it by the message's words; 0: not found. */
  readonly score: number;
  /** 1, 1/2, 1/3 …: its page's place among those found. */
  readonly place: number;
  /** The paragraph that the index takes of its page. */
  readonly nearest: number;
  /** The closed words' rule is answered by it, and by its page. */
  readonly rule: number;
  readonly rulePage: number;
  readonly first: number;
  /** Of the page that was told just before. */
  readonly onPage: number;
  /** Of the message: that it asks no page for anything, or for what no page answers. */
  readonly elsewhere: number;
}

export interface AnswerRanker {
  /** Likeliest first, `beyondPages` among them. */
  subjects(question: RuleQuestion): readonly { readonly subject: string; readonly probability: number }[];
  /** That a paragraph answers the message, 0..1. */
  probability(evidence: AnswerEvidence): number;
}

/** Learns a classifier from examples; same examples and seed, same classifier. Throws RangeError with fewer than two intents. */
export type LearnIntents = <Label extends string>(
  examples: readonly TaughtIntent<Label>[],
  seed: number,
) => IntentClassifier<Label>;

/** Learns where no turn waits for it, or finds again what was learned from the same before. */
export interface Learning {
  /** As LearnIntents; `name` tells classifiers that are kept side by side apart. */
  intents<Label extends string>(
    name: string,
    examples: readonly TaughtIntent<Label>[],
    seed: number,
  ): Promise<IntentClassifier<Label>>;
  /**
   * As `intents`, with the encoder tuned on the examples too, where that tells examples held out better: half a minute of one
   * core, in the background. `read` is asked for their vectors, few at a time, only where nothing was kept. One at a time: a newer
   * request ends an older one, the same again shares its promise, and what failed is not tried again. Absent: nothing is tuned here.
   */
  tuned?<Label extends string>(
    name: string,
    examples: readonly TaughtIntent<Label>[],
    seed: number,
    read: (texts: readonly string[]) => Promise<DeepVector[]>,
  ): Promise<IntentClassifier<Label>>;
  /** What an article index learns from these articles, and from their English sentence vectors where they are given. */
  articles(articles: readonly Article[], meanings?: Meanings): Promise<ArticleScales>;
  /** General shop language, which intents and articles are read with. */
  sense(): Promise<ShopSense>;
  /** Ends what is being learned, which rejects; nothing is learned or kept from then on. Absent: nothing is learned beside the turns. */
  close?(): Promise<void>;
}
