/** What is known of a message when its intent is decided, and what follows from it at once. */
import type { IntentClassifier } from '../../../models/types.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Entities, Intent } from '../../turn.ts';
import type { PromotionAspect } from '../deals/promotion-asked.ts';
import type { ShopTalk } from '../talk/shop-talk.ts';
import type { Reading } from '../text/reading.ts';
import type { OnlyTold } from '../wishes/only-told.ts';
import type { Taste } from '../wishes/preferences.ts';
export interface IntentInput {
  readonly reading: Reading;
  readonly entities: Entities;
  readonly taste: Taste;
  readonly memory: ConversationMemory;
  readonly upset: boolean;
  readonly classifier: IntentClassifier<Intent>;
  /** The intent of which the message is an example, word for word. */
  readonly taught?: Intent | undefined;
  /** What about a promotion is asked, by closed words. */
  readonly asked?: PromotionAspect | undefined;
  /** What there is to choose of what was shown is asked for. */
  readonly choice: boolean;
  /** Whether the product spoken of has something is asked. */
  readonly property: boolean;
  /** The name of a product and nothing else. */
  readonly isName: boolean;
  /** The name of a product with a size or colour of it, and nothing else. */
  readonly isNameInForm?: boolean;
  /** The cheapest or the dearest of the list is asked for. */
  readonly extreme: boolean;
  /** Two products are weighed against each other. */
  readonly compares: boolean;
  /** Something is asked of a product that is named or pointed at, or of the one that was spoken of. */
  readonly ofThing?: 'named' | 'spoken-of' | undefined;
  /** How big, how heavy, how long: what is asked of things alone. */
  readonly asksAmount?: boolean | undefined;
  /** Of what was shown just now something is asked that goods are asked, and hardly anything else. */
  readonly follows: boolean;
  /** Other goods than the one on the table are asked for. */
  readonly otherGoods?: boolean;
  /** Whether the shop sells something is asked, in its own words. */
  readonly sold?: boolean;
  /** What was shown is not to be shown again in any form. */
  readonly rulesOut?: boolean;
  /** Whether there is a thing of its own, whatever is on the table. */
  readonly asksOwnThing?: boolean;
  /** The size that was told is put right. */
  readonly correctsSize?: boolean;
  /** A question in a few words, right after one product. */
  readonly isBare: boolean;
  /** What goods would cost together is asked. */
  readonly sum: boolean;
  /** Which of the list is more of something is asked for. */
  readonly degree: boolean;
  /** A rule of the shop is asked about, by closed words. */
  readonly policy: boolean;
  /** And nothing else is meant. */
  readonly outright: boolean;
  /** Goods that are named, described or pointed at are to go into the cart. */
  readonly adds: boolean;
  /** Of what should go into the cart a pack is named that it doesn't come in. */
  readonly lacksPack: boolean;
  /** How many of something in the cart there should be is said. */
  readonly counts: boolean;
  /** What a word means, or tells two apart that are no goods here, is asked. */
  readonly meaning: boolean;
  /** A use is told in place of a thing's name. */
  readonly need: boolean;
  /** A colour or size is told in which the one that was looked at comes. */
  readonly ofItsForms: boolean;
  /** Goods are ordered by what they are. */
  readonly orders: boolean;
  /** Said to a shop beside its goods, rules and orders. */
  readonly shopTalk?: ShopTalk | undefined;
  /** Something is to go out of the cart. */
  readonly takesOut: boolean;
  /** What is in the cart comes to is asked. */
  readonly cartSum: boolean;
  /** What the cart should hold instead is told. */
  readonly edits: boolean;
  /** And that is only what goes out of it. */
  readonly editsOut: boolean;
  /** Others at lower prices than those shown are wished for, or at higher ones. */
  readonly cheaper: boolean;
  /** What was shown is asked for in a larger or smaller size, and nothing else is said. */
  readonly otherSize: boolean;
  /** Another of the kind of a product that was shown is wished for. */
  readonly likeShown: boolean;
  /** Others than those of the list are wished for. */
  readonly others: boolean;
  /** How many there are of a kind, or whether that is all. */
  readonly ofKind: boolean;
  /** Which of a kind that is sold here to take is asked for. */
  readonly whichOfKind: boolean;
  /** Goods for an animal are asked for. */
  readonly forPets: boolean;
  /** A present is asked for. */
  readonly present: boolean;
  /** Goods are asked to be what no page says of any. */
  readonly unproved: boolean;
  /** Told for its own sake: something private, or what holds in general. */
  readonly onlyTold?: OnlyTold | undefined;
  /** A wish told for the list that is looked at. */
  readonly narrows: boolean;
  /** It may turn away nothing at all: "no luck". */
  readonly turnsAway: boolean;
  /** Somebody has such a thing already, told for the search under way. */
  readonly owns: boolean;
  /** "I also need an umbrella", "an umbrella please, not bags": a thing is asked for, sold here or not. */
  readonly asksThing: boolean;
  /** What was shown is turned away for goods that are named. */
  readonly reproaches: boolean;
  /** Nothing but for whom goods are cut is told. */
  readonly onlyCut: boolean;
  /** A low price is wished for, no amount named. */
  readonly wantsLowPrice: boolean;
}

export const namesOne = ({ entities }: IntentInput): boolean =>
  entities.products.length > 0 || entities.ordinal !== undefined || entities.code !== undefined;

export const isPointed = (input: IntentInput): boolean => namesOne(input) || input.memory.offer !== undefined;

/** One of the list by its place, not "it". */
export const pointsAt = ({ entities }: IntentInput): boolean =>
  entities.ordinal !== undefined && entities.ordinal !== 0;

export const namesCategory = (taste: Taste): boolean =>
  taste.preferences.some(
    p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product' || p.slot === 'recipient'),
  );

export const namesGoods = (taste: Taste): boolean =>
  taste.preferences.some(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'));

const searching: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);

/** A search with wishes under way: more of it can be looked for without naming them again. */
export const inFilters = (memory: ConversationMemory): boolean => (memory.search?.length ?? 0) > 0;

export const inSearch = (memory: ConversationMemory): boolean =>
  (memory.search !== undefined && memory.search.length > 0) ||
  (memory.lastIntent !== undefined && searching.has(memory.lastIntent));
