import type { MoneyBound } from '../../../knowledge/domain/preference.ts';
import type { NamedWish, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import type { Meaning } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { Token } from '../../../knowledge/retrieval/text/tokens.ts';
import type { Negation } from '../text/polarity.ts';
import type { Listed } from './chinese-listed.ts';

/** A stretch that the catalogue has a name for. Offsets are into its clause. */
export interface CatalogueWord {
  readonly start: number;
  readonly end: number;
  /** The likelier first. */
  readonly meanings: readonly Meaning[];
}

/** One wish as said: the head phrase in the shopper's own words, lower case; money as a bare number or "low". */
export interface SaidFact {
  readonly slot: WishSlot;
  readonly value: string;
  readonly polarity: 1 | -1;
  readonly for: 'self' | 'other';
  readonly quote: string;
  /** 0..1 */
  readonly confidence: number;
  /** False for a catalogue's word that stands where no wish is told: it may narrow a search, and is no fact about anybody. */
  readonly spoken: boolean;
  /** What the catalogue has names for in it; empty without one. */
  readonly named: readonly CatalogueWord[];
  /** An amount of money with its bound as said. */
  readonly money?: MoneyBound;
}

/** What the shop asked last, as far as it decides what an answer means. */
export interface Asked {
  readonly slots: ReadonlySet<WishSlot>;
  /** Yes/no questions about a wish: a yes makes them the shopper's own words. */
  readonly offered: readonly string[];
  /** A yes would not say which: "A or B?" */
  readonly choice: boolean;
  /** Words of the questions that give a choice: an answer made of them is one of the alternatives. */
  readonly alternatives: ReadonlySet<string>;
  /** What the alternatives are, by the words among them that are known. */
  readonly alternativesAre: WishSlot;
  /** The sides have articles, "a spa set or a meal voucher?": things of several kinds. */
  readonly things: boolean;
  /** Something was asked, whatever it was. */
  readonly open: boolean;
  /** The sides of the last question that gives a choice, folded. */
  readonly options: readonly string[];
  /** A name alone that was proposed: "Robin Hobb then?" */
  readonly nameOffered?: string | undefined;
  /** What the shop's message calls by a name, folded: makers, mostly. */
  readonly names: readonly string[];
  /** Makers, looks and colours among what the shop showed last, folded, with what they are. */
  readonly shown: ReadonlyMap<string, WishSlot>;
  /** Chinese names among what the shop said that no vocabulary knows. */
  readonly makers: readonly string[];
  /** What the shop named in Chinese in its last messages, answered or not. */
  readonly listed: readonly Listed[];
  /** The words of those messages, folded; empty where neither side writes Chinese. */
  readonly shopText: string;
  /** Nothing was asked before in the conversation, by anybody. */
  readonly opening: boolean;
  /** Prices stand in them. */
  readonly priced: boolean;
  /** What a choice between bare numbers counts: "a set of 2 or 3?" */
  readonly unit?: string | undefined;
  /** The part of "with or without …?" */
  readonly withOrWithout?: string | undefined;
  /** Money was spoken of. */
  readonly ofMoney: boolean;
}

/** A stretch of a message between two pauses, ready to be read. Offsets are into `folded`; `cased` has the same length. */
export interface Clause {
  readonly folded: string;
  readonly cased: string;
  readonly tokens: readonly Token[];
  readonly named: readonly NamedWish[];
  readonly negations: readonly Negation[];
  /** Carries a dislike on from the clause before. */
  readonly inherited: boolean;
  /** The sentence ends in a question mark. */
  readonly question: boolean;
  /** The sentence it stands in, folded. */
  readonly sentence: string;
  /** The clause before it in the sentence spoke of a wish. */
  readonly wishBefore: boolean;
  readonly asked: Asked;
  /** Product types wished for so far in the conversation, folded. */
  readonly wanted: readonly string[];
}

export interface Draft {
  readonly slot: WishSlot;
  readonly start: number;
  readonly end: number;
  /** Where the value is not the words themselves. */
  readonly value?: string;
  readonly polarity?: 1 | -1;
  readonly confidence?: number;
  /** A recipient: the wishes beside it are for somebody else. */
  readonly child?: boolean;
  readonly money?: MoneyBound;
}

export interface ClauseRead {
  readonly drafts: readonly Draft[];
  /** A wish was spoken of: what follows after a comma belongs to it. */
  readonly wish: boolean;
}
