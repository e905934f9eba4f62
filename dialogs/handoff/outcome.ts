import type { Outcome } from '../../knowledge/domain/desk.ts';

/** Only the ends of the scale say whether it helped; the middle says neither. */
export const outcomeOfRating = (stars: number): Outcome | null =>
  stars >= 4 ? 'confirmed' : stars <= 2 ? 'unresolved' : null;

const settled =
  /\b(?:thanks?(?: you| a lot| so much)?|thx|cheers|(?:that|this|it)(?:'s| is| has)? (?:solved|sorted|fixed|works?|worked|helped|perfect|great)|problem solved|all (?:good|sorted|set) now|resolved)\b|谢谢|多谢|感谢|解决了|搞定|好了谢|没问题了|可以了/iu;
const open =
  /\b(?:not|n['’]t|still|never|no)\b[^.!?]{0,40}\b(?:solved|sorted|fixed|work(?:s|ed|ing)?|help(?:ed|ful)?|arrived|resolved)\b|\bthanks? for nothing\b|没(?:有)?(?:解决|用|搞定)|还是(?:不行|没)|解决不了/iu;

/** What the shopper's own last words say about it; null when they say neither. A thank-you under a complaint is none. */
export const outcomeOfWords = (text: string): Outcome | null =>
  open.test(text) ? 'unresolved' : settled.test(text) ? 'confirmed' : null;
