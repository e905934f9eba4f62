/** What any of is asked for: "a cushion?", "a little car or a train perhaps?". It is a thing, and no product's name. */
import { createWishVocabulary, type WishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { singular, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { speech, speechOf } from '../said/parts-of-speech.ts';

const anyThing =
  /\b(?:an?|another) (?:[a-z-]+ ){0,2}?([a-z-]{3,})(?=$|[?!.,;]| (?:perhaps|maybe|then|please|instead|at least|or|and)\b)/gu;

/** The nouns of a text that stand with "a", in the singular. Takes folded text. */
export const anyThingsIn = (folded: string): ReadonlySet<string> =>
  new Set(
    [...folded.matchAll(anyThing)]
      .map(match => singular(match[1]!))
      .filter(word => (speechOf(word) & speech.noun) !== 0),
  );

const article = '(?:an?|some|any)';
const oneThing = `${article} ((?:[a-z\\d-]+ ){0,3}?(?!perhaps|maybe|then|please|instead|least)[a-z-]{3,})`;
const end = '(?: (?:perhaps|maybe|then|please|instead|at least|or something|or so))*';
const proposes = /\b(?:perhaps|maybe|what about|how about)\b/;
/** Nothing else is said. */
const bare = new RegExp(
  `(?:^|[.!?;] *)(?:(?:nah|no|nope|ok|okay|oh|hm+|meh|well|fine|and|so|but|then|or|what about|how about|maybe|perhaps|just)[,. ]+)*${oneThing}(?:(?:,? or|,) ${oneThing})?${end} *[?]+ *$`,
  'u',
);
const noThing =
  /\b(?:one|ones|more|other|others|chance|idea|ideas|recommendations?|suggestions?|discounts?|deals?|offers?|codes?|coupons?|person|human|refund|return|size|sizes|colou?rs?|thing|things|way|bit|lot|gift|present|cheaper|bigger|smaller|larger|better|news|advice|help|left|difference|problem|question|catch|invoice|receipt|minimum|limit|fee|charge|good|for|with|in|under|that|which|to|of)\b/u;

let general: WishVocabulary | undefined;
/** "A hood?" asks for no goods. */
const isThing = (words: string): boolean => {
  general ??= createWishVocabulary();
  return general.named(tokensOf(words)).some(({ end, slots }) => end === words.length && slots[0] === 'product_type');
};

/** The things that a message asks for by their names alone: "nah. a cushion?". Takes folded text. */
export const barelyAskedFor = (folded: string): string[] => {
  const [, one, other] = (folded.length <= 120 ? bare.exec(folded) : null) ?? [];
  return [one, other].flatMap(thing =>
    thing !== undefined && !noThing.test(thing) && (proposes.test(folded) || isThing(thing)) ? [thing] : [],
  );
};
