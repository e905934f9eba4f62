/** What is asked of the product that is spoken of: facts on its page, what it is asked to be, and what of it is in stock. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { isAskedByKind } from '../../../knowledge/retrieval/goods/page-asked.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { Intent } from '../../turn.ts';
import { asksHowMany, colourOf, isWorn, saysOfStock } from './stock-asked.ts';
import { type OfThing, ofThing } from './thing-asked.ts';

interface Question {
  readonly intent: Intent;
  readonly folded: string;
  /** Wishes that it is asked to meet. */
  readonly askedOf: readonly StatedPreference[];
  /** Something is asked of it at all. */
  readonly isAsked: boolean;
  /** By its name. */
  readonly isNamed: boolean;
}

/** What is left of a question when its matter is known: 有没, 双, 有货. */
const saysNothing = /^(?:有|没|不|吗|呢|好吧|那|还|现?货|得?卖|[个款件双条只])+$/u;

/** 紫的或红: the colours are asked, and nothing beside them. */
const namesOnly = (words: string, asked: readonly StatedPreference[], vocabulary: Vocabulary): boolean => {
  const named = vocabulary
    .mentions(words)
    .filter(({ meanings }) => meanings.some(m => asked.some(one => one.slot === m.slot && one.value === m.value)));
  if (named.length === 0) return false;
  return named.reduce((left, { surface }) => left.replace(surface, ' '), words).replace(between, '') === '';
};
const between =
  /或者?|还是|和|跟|就|没有?|有|的|色|吗|呢|[个款件双条]|\b(?:or|and|in|an?|the|any|ones?|does|do|it|they|come|there|is|are|have|you)\b|[\s\p{P}]+/gu;
/** 没有黑的啊，那藏青吧: what there is none of is known by now. */
const knownToLack = /^(?:那|就|真的?|都)?没有?[^吗么?？]*$/u;

/** `product` undefined: none is spoken of. */
export const askedOfIt = (
  { intent, folded, askedOf, isAsked, isNamed }: Question,
  product: Product | undefined,
  vocabulary: Vocabulary,
): OfThing => {
  const heard: OfThing = product
    ? ofThing(folded, product, askedOf, vocabulary, isNamed)
    : { asks: [], asksOf: askedOf, choices: [] };
  const found = heard.asks.filter(
    one => one.kind !== undefined || !(saysNothing.test(one.words) || namesOnly(one.words, heard.asksOf, vocabulary)),
  );
  // How many there are is told of it whole, in the colour that is said; a size is answered by itself.
  const ofNumber = intent === 'stock' && asksHowMany(folded);
  const colour = heard.inColour ?? (ofNumber ? (colourOf(heard.asksOf) ?? colourOf(askedOf)) : undefined);
  const inColour = colour === undefined ? {} : { inColour: colour };
  const { choices } = heard;
  const told = heard.asksOf.filter(
    one => !(one.slot === 'colour' && colour !== undefined && one.value !== colour && knownToLack.test(one.quote)),
  );
  if (ofNumber) return { asks: [], asksOf: told.filter(isWorn), choices, ...inColour };
  if (intent !== 'stock') return { asks: isAsked ? found : [], asksOf: told, choices, ...inColour };
  // Of what is in stock the colour or size is the question; what else is asked beside it is read on the page.
  const isOfStock = (words: string): boolean => saysOfStock(words) || askedOf.some(wish => words.includes(wish.quote));
  const parts = folded.split(/[,.;?!]|\s(?=\p{Script=Han})/u);
  // What is asked by kind has the whole message for its words.
  const asks = found.filter(({ kind, words }) =>
    kind === undefined ? !isOfStock(words) : parts.some(part => isAskedByKind(part, [kind]) && !isOfStock(part)),
  );
  return { asks, asksOf: heard.asksOf.length > 0 ? told : askedOf, choices, ...inColour };
};
