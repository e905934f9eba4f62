/**
 * What of a message is noted of a shopper: stretches of it that a tagger learned to tell from labelled conversations, which looks at what
 * the rules found among other things. Prices, and what a yes echoes of a question, stay as the rules have them. Where a message touches
 * a private trait nothing is noted beyond the rules.
 */
import type { Language } from '../../../knowledge/domain/language.ts';
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import { type WishSlot, type WishVocabulary, wishSlots } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { evenOut } from '../../../knowledge/retrieval/text/fold.ts';
import type { FactTagger } from '../../../models/types.ts';
import { catalogueWordsIn } from './catalogue-words.ts';
import { isOfSale } from './english-checks.ts';
import type { SaidFact } from './fact.ts';
import { featuresOf, polarityFeaturesOf, type ToldMessage } from './told-features.ts';
import { piecesOf, type Stretch, whereSaid, withCounter, wordsSaid } from './told-pieces.ts';

export interface NotedInput {
  readonly text: string;
  readonly language: Language;
  readonly shopText: string;
  readonly first: boolean;
  readonly for: SaidFact['for'];
  /** The message takes something back. */
  readonly correction: boolean;
  /** By rules. */
  readonly facts: readonly SaidFact[];
}

/** What is left to the rules. */
const amounts: ReadonlySet<WishSlot> = new Set(['price_max', 'price_min', 'price_around']);
export const taggedSlots: readonly WishSlot[] = wishSlots.filter(slot => !amounts.has(slot));

/** Messages of a conversation that are told so: those it was learned from have hardly more, and in long talk the rules do better. */
export const mostNoted = 4;

const longest = 2_000;
const mostPieces = 120;
const sureness = 0.7;
const longestQuote = 200;

/** A message as the tagger sees it, with the facts that stand nowhere in it; undefined where it is too long, or empty. */
export const toldMessage = (
  input: Omit<NotedInput, 'for'>,
): { message: ToldMessage; found: (Stretch & { fact: SaidFact })[]; elsewhere: SaidFact[] } | undefined => {
  const text = evenOut(input.text.slice(0, longest));
  const pieces = piecesOf(text);
  if (pieces.length === 0 || pieces.length >= mostPieces) return undefined;
  const taken = new Set<number>();
  const found: (Stretch & { fact: SaidFact })[] = [];
  const elsewhere: SaidFact[] = [];
  for (const fact of [...input.facts].sort((a, b) => b.value.length - a.value.length)) {
    const said = amounts.has(fact.slot) ? undefined : whereSaid(pieces, fact.value, taken);
    if (!said) {
      elsewhere.push(fact);
      continue;
    }
    const at = fact.slot === 'quantity' ? withCounter(pieces, said) : said;
    found.push({ ...at, fact });
    for (let i = at.start; i < at.end; i++) taken.add(i);
  }
  const { language, shopText, first, correction } = input;
  const byRules = found.map(({ start, end, fact }) => ({ start, end, slot: fact.slot, polarity: fact.polarity }));
  return { message: { text, pieces, language, shopText, first, byRules, elsewhere, correction }, found, elsewhere };
};

/** Numbers of things as the shopper said them: "two", 三盒. */
export const inOwnNumbers = (fact: SaidFact, text: string): SaidFact => {
  if (fact.slot !== 'quantity' || !/^\d+$/.test(fact.value)) return fact;
  const even = evenOut(text.slice(0, longest));
  const pieces = piecesOf(even);
  const at = whereSaid(pieces, fact.value);
  return at ? { ...fact, value: wordsSaid(even, pieces, withCounter(pieces, at)) } : fact;
};

/** 我爸 is 爸, as "my dad" is dad. */
const headOf = (slot: WishSlot, words: string): string =>
  slot === 'recipient' ? words.replace(/^(?:my|our) |^我(?:们|家)?(?=\p{Script=Han})/u, '') : words;

export type FactNoter = (input: NotedInput) => readonly SaidFact[];

export const createFactNoter =
  (tagger: FactTagger, vocabulary: WishVocabulary, catalogue?: Vocabulary): FactNoter =>
  input => {
    // "41, no wait, 42": which of them stands is told by the rules.
    const told = input.correction || isSensitive(input.text) ? undefined : toldMessage(input);
    if (!told) return input.facts;
    const { message, found, elsewhere } = told;
    const { text, pieces, language } = message;
    const tagged = tagger.stretches(language, featuresOf(message, vocabulary)).filter(stretch => {
      const words = wordsSaid(text, pieces, stretch);
      // "30 please", of litres: what the rules put together is told already.
      const isTold = elsewhere.some(({ value }) => value.includes(words));
      return !isTold && !(stretch.slot === 'feature' && isOfSale(words));
    });
    const words = catalogue && tagged.length > 0 ? catalogueWordsIn(text.toLowerCase(), catalogue) : [];
    const noted = tagged.map((stretch): SaidFact => {
      const slot = stretch.slot as WishSlot;
      const { start, end } = { start: pieces[stretch.start]!.start, end: pieces[stretch.end - 1]!.end };
      const polarity = tagger.polarity(language, polarityFeaturesOf(message, stretch));
      const value = headOf(slot, wordsSaid(text, pieces, stretch));
      const same = found.find(f => f.start === stretch.start && f.end === stretch.end && f.fact.slot === slot)?.fact;
      if (same) return { ...same, polarity, value: slot === 'quantity' ? value : same.value };
      return {
        slot,
        value,
        polarity,
        for: input.for,
        quote: sentenceAt(text, start, end),
        confidence: sureness,
        spoken: true,
        named: words.filter(w => w.start < end && start < w.end),
      };
    });
    const goods = found.filter(
      f => f.fact.slot === 'product_type' && !tagged.some(t => t.start < f.end && f.start < t.end),
    );
    return [...noted, ...goods.map(f => f.fact), ...elsewhere];
  };

/** The sentence that the place stands in. */
const sentenceAt = (text: string, start: number, end: number): string => {
  const from = Math.max(...[...text.slice(0, start).matchAll(/[.!?;](?=\s|$)\s*/g)].map(m => m.index + m[0].length), 0);
  const rest = /[.!?;](?=\s|$)/.exec(text.slice(end));
  return text.slice(from, rest ? end + rest.index + 1 : text.length).slice(0, longestQuote);
};
