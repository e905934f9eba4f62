/** Wishes that the catalogue has no word for: kept in the shopper's own words, never a filter of a search. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { FactSlot } from '../../../knowledge/domain/shopper.ts';
import { lowPrices } from '../../../knowledge/profile/budget.ts';
import { isAboutChild } from '../../../knowledge/profile/sensitive.ts';
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { SaidFact } from '../said/fact.ts';

/**
 * Sizes, amounts of money, people and numbers are read as canonical preferences and entities. Whom goods are made for is kept
 * ("women's", "ages 3+"), how old a child is never (sensitive.ts).
 */
const kept: Readonly<Partial<Record<WishSlot, FactSlot>>> = {
  product_type: 'product',
  brand: 'brand',
  color: 'colour',
  material: 'material',
  feature: 'feature',
  purpose: 'occasion',
  genre: 'genre',
  author: 'author',
  style: 'style',
  quality: 'quality',
  age_group: 'audience',
};
const sureEnough = 0.6;

export interface OpenWishesInput {
  readonly facts: readonly SaidFact[];
  /** Canonical, from the same message. */
  readonly preferences: readonly StatedPreference[];
  /** 'self', or for whom. */
  readonly forWhom: string;
}

/** 这不是儿童的吗, "isn't this for kids?": asked of the thing, and nothing is turned down. */
const asksIfItIs =
  /^[这那它]?[个款件双]?(?:难道)?不是[^,，。]{1,12}[吗么]$|^(?:isn't|aren't|wasn't) (?:it|this|that|these|those)\b/u;

/** `least`: how sure it has to be; less for a search that tells what none of its goods is. */
export const openWishes = ({ facts, preferences, forWhom }: OpenWishesInput, least = sureEnough): StatedPreference[] =>
  facts.flatMap((fact): StatedPreference[] => {
    if (fact.slot === 'price_max' && fact.value === lowPrices && fact.polarity === 1) {
      const quote = fact.quote.slice(0, 120);
      return [{ slot: 'budget', value: lowPrices, polarity: 'like', forWhom, quote, confidence: fact.confidence }];
    }
    const slot = kept[fact.slot];
    if (!slot || fact.confidence < least || fact.value.length > 60) return [];
    const folded = fold(fact.value);
    if (fact.polarity === -1 && asksIfItIs.test(fold(fact.quote))) return [];
    if (slot === 'audience' && (forWhom === 'child' || isAboutChild(fact.quote))) return [];
    if (/^(?:gifts?|presents?|礼物|礼品)$/u.test(folded)) return [];
    // What the catalogue has a word for is a canonical preference, or was none for a reason.
    if (!fact.spoken || fact.named.length > 0 || preferences.some(p => p.value === folded)) return [];
    const polarity = fact.polarity === 1 ? 'like' : 'dislike';
    return [{ slot, value: folded, polarity, forWhom, quote: fact.quote.slice(0, 120), confidence: fact.confidence }];
  });
