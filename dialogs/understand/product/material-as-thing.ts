/**
 * Paper to write on: what a catalogue knows as the material of its goods alone, asked for as a thing of its own. "Some nice paper for
 * it", "pens, paper, a notebook"; a lamp of paper is made of it. Takes folded text.
 */
import { createWishVocabulary, type WishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import type { SaidFact } from '../said/fact.ts';
import type { Said } from '../said/said.ts';

const kind = '(?:writing|letter|note|drawing|wrapping|printer|rice|baking|filter|coffee filter) ';
const wanted = `(?:some|any|more|enough|sheets of|pack of)(?: (?:nice|good|decent|proper|thick|plain|lined))? (?:${kind})?`;
const toUse = '(?:to (?:write|draw|paint|print|wrap|go)\\b|for (?:it|them|that|this|writing|drawing)\\b)';

let general: WishVocabulary | undefined;
const isThing = (value: string): boolean => {
  general ??= createWishVocabulary();
  return general.named(tokensOf(value)).some(({ slots }) => slots[0] === 'product_type');
};

/** As it was asked for, "letter paper"; undefined: goods are to be made of it. */
const calledIn = (folded: string, value: string, namesGoods: boolean): string | undefined => {
  const named = new RegExp(`(?<!\\b(?:of|in|from) (?:[a-z]+ or )?)\\b(?:${kind})?${value}\\b`).exec(folded);
  if (!named) return undefined;
  const [before, behind] = [folded.slice(0, named.index), folded.slice(named.index + named[0].length)];
  const isAskedFor =
    new RegExp(`${wanted}$`).test(`${before}${named[0].slice(0, -value.length)}`) ||
    new RegExp(`^ ${toUse}`).test(behind) ||
    // In a row with other goods.
    (namesGoods && /(?:^|,|\bor|\band) $/.test(before) && /^(?:,| or\b| and\b|[?.!]|$)/.test(behind)) ||
    new RegExp(kind).test(named[0]);
  return isAskedFor ? named[0] : undefined;
};

const isDrink = /(?:^|-)(?:tea|coffee)$/;

export const withMaterialAsThing = (said: Said, folded: string): Said => {
  if (hasHan(folded) || !said.facts.some(fact => fact.slot === 'material' && fact.polarity === 1)) return said;
  const namesGoods = said.facts.some(fact => fact.slot === 'product_type');
  const asThing = (fact: SaidFact): SaidFact => {
    if (fact.slot !== 'material' || fact.polarity !== 1 || !isThing(fact.value)) return fact;
    // Coffee is sold as itself, and so is any tea.
    if (fact.named.some(word => word.meanings.some(m => m.slot === 'product' || isDrink.test(m.value))))
      return { ...fact, slot: 'product_type' };
    const value = calledIn(folded, fact.value, namesGoods);
    return value === undefined ? fact : { ...fact, slot: 'product_type', value, spoken: true, named: [] };
  };
  return { ...said, facts: said.facts.map(asThing) };
};
