/** A short answer to what the shop asked: its words are the value, whatever they are. */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { singular } from '../../../knowledge/retrieval/tokens.ts';
import { hollow, isBoundary } from './english-phrases.ts';
import type { Clause, Draft } from './fact.ts';
import { isFree, type Reader, take } from './reader.ts';

const answerable: readonly WishSlot[] = [
  'author',
  'genre',
  'brand',
  'color',
  'size',
  'material',
  'style',
  'purpose',
  'feature',
  'product_type',
  'age_group',
];
const lead =
  /^(?:(?:yes|yeah|yep|sure|well|ok|okay|oh|just turned|turned|turning|hmm+|um|ah|just|maybe|probably|perhaps|please|something|anything|preferably|i think|i guess|i'd say|i would say|mostly|mainly|either|definitely|some|like|a|an|the|for|in|more|it's|it is|its|i'm|i am|i prefer|i like|i want|i would like|i'd like|i need|by|from|of|to|and|also|better|rather|then|really|very|super|i hate|hate|hates|love|loves|i love|i'd go for|go for|i'd rather have|he likes|she likes|they like|he loves|she loves|not(?! (?:needed|necessary|important|required|sure|really|fussed|bothered|yet|now|today|too|that|so|at all)\b))[, ]+)*/;
const tail =
  /(?:[, ]+(?:mostly|mainly|usually|obviously|definitely|then|first|preferably|please|pls|thanks|thank you|i think|i guess|maybe|(?:would|could) be (?:the )?(?:great|nice|good|fine|perfect|lovely|brilliant|cool|ideal|best|handy|awesome|better|fun)|(?:is |are |'s )?(?:fine|good|ok|okay|great|perfect|better|enough|what i want|what i need)|sounds? (?:good|great|nice|lovely|perfect|fine|interesting|fun|better)|ideally|for sure|will do|does it|would do|works|work(?: best| better)?|i reckon|i suppose|i'd say|actually|though|somehow|thank you very much|if possible|probably|color|colour|size|brand|ones?|too|or so))*[ .!:)(]*$/;
const empty =
  /^(?:browsing|looking(?: around)?|yes|yea|(?:a )?little.*|(?:a )?bit.*|yep|yup|ya|no|definitely|absolutely|certainly|exactly|u+m+.*|uh.*|oh.*|or .*|deal.*|include.*|the deal.*|good idea|anyway.*|besides.*|also|so|then|alright|cheers|obviously|hm+.*|haha.*|never mind.*|of course.*|please.*|yeah|nope|nah|sure|ok|okay|none|nothing|not (?:really|sure|exactly|yet|at all).*|any.*|i don't.*|don't.*|do not.*|idk|whatever.*|whichever.*|doesn't.*|no .*|hi|hello.*|hey.*|thanks.*|thank.*|great|good|perfect|cool|nice.*|wow|see|hmm+|please|what.*|how.*|let me.*|i see|interesting|one|ones|me|myself|it|that|this|those|these|both.*|can.*|could.*|welcome|good .*|sorry.*|of course|exactly|right|correct|true|fine.*|wait.*|awesome|lovely|amazing|excellent|that'?s.*|you.*|done|go ahead|surprise me|show me.*|all|everything|got it|bye.*|sounds.*|looks.*|none of.*|(?:the )?(?:first|second|third|fourth|last|other) ?(?:one|two|ones)?|interested.*|still .*|not .*|too .*|later|maybe|hopefully|what|similar|another|different|a lot|much|more|less|better|the more.*|depends.*|thing|normal|regular|around.*)?$/;

const unsaid =
  /\b(?:i|you|we|is|are|was|have|has|do|does|will|can|would|should|don't|not|am|my|your|it|they|he|she|their|its|his|her|these|those|this|that|interested|others|author|brand|budget|price|mind|idea|sounds|looks|seems|works|think|guess)\b/;

const noPart =
  /^(?:na,? |nah,? |oh,? |and |but |definitely |please |absolutely |just |also |or )*(?:no|nothing) ((?!thanks|thank|problem|idea|worries|need|budget|limit|rush|hurry|one|way|more|preference|particular|specific|longer|not|special|sorry|it|i|the|that)[a-z-]+(?: [a-z-]+)?)(?: please| thanks)?[.! ]*$/;

/** The words of a short answer: all of it, or each side of an "or". */
export const answerIn = (clause: Clause): Draft[] => {
  const { folded, asked } = clause;
  const start = lead.exec(folded)?.[0].length ?? 0;
  const rest = folded.slice(start);
  const end = start + rest.length - (tail.exec(rest)?.[0].length ?? 0);
  const none = noPart.exec(folded);
  if (none && (asked.open || clause.wishBefore) && !hollow.test(none[1]!))
    return [
      {
        slot: 'feature',
        start: folded.lastIndexOf(none[1]!),
        end: folded.lastIndexOf(none[1]!) + none[1]!.length,
        polarity: -1,
      },
    ];
  const sides = sidesOf(folded, start, end);
  const drafts = sides.flatMap(side => oneAnswer(clause, side.start, side.end));
  return drafts.length === sides.length || asked.slots.size > 0 ? drafts : [];
};

const sidesOf = (folded: string, start: number, end: number): { start: number; end: number }[] => {
  const sides: { start: number; end: number }[] = [];
  let from = start;
  for (const m of folded.slice(start, end).matchAll(/ (?:or|and) (?:(?:a|an|the|some|maybe|perhaps|even) )*/g)) {
    sides.push({ start: from, end: start + m.index });
    from = start + m.index + m[0].length;
  }
  return [...sides, { start: from, end }];
};

const oneAnswer = ({ folded, cased, asked, wishBefore, wanted }: Clause, start: number, end: number): Draft[] => {
  const words = folded.slice(start, end).trim();
  if (
    empty.test(words) ||
    /^of course\b/.test(folded) ||
    words.split(' ').length > 3 ||
    /[^\p{L}\p{N} '&./-]/u.test(words)
  )
    return [];
  if (unsaid.test(words)) return [];
  const chosen = words
    .replaceAll('-', ' ')
    .split(' ')
    .every(w => asked.alternatives.has(singular(w)));
  const slot = answerable.find(s => asked.slots.has(s) && !(chosen && (s === 'feature' || s === 'product_type')));
  if (!slot && !chosen && !asked.open && !(wishBefore && words.includes(' '))) return [];
  if (!slot && (/\d/.test(words) || words.split(' ').length > 2 || (!chosen && !/^[a-z]/.test(words)))) return [];
  if (/^[\d.]+$/.test(words) && slot !== 'size') return [];
  const other = /\bfor (?:(?:my|the|a|an|our) )?$/.test(folded.slice(0, start))
    ? 'purpose'
    : chosen && /^[A-Z][\w'-]+ [A-Z][\w'-]+$/.test(cased.slice(start, end).trim())
      ? wanted.some(w => /book|novel/.test(w))
        ? 'author'
        : 'brand'
      : chosen
        ? asked.alternativesAre
        : 'feature';
  return [{ slot: slot ?? other, start, end, value: words, confidence: 0.6 }];
};

/** "One-piece with tummy control": the alternative chosen opens the clause. */
export const readChosen = (r: Reader): void => {
  const { folded, cased, asked, wanted } = r.clause;
  const m =
    /^(?:(?:the|a|an|i'd prefer|i prefer|prefer) )?((?:[a-z]+[ -]){0,2}[a-z]+?)(?=(?: (?:with|for|in|please|pls|i|that|and|but|would|is|are|was|sounds|looks|then|if|maybe|mostly|rather|should|because|cause|so|ones?|yes|works|only|though|when|thanks)\b|[.,!]|$))/.exec(
      folded,
    );
  if (!m) return;
  const start = m[0].length - m[1]!.length;
  const words = m[1]!.split(/[ -]/);
  const end = start + m[1]!.length;
  if (words.some(w => isBoundary(w) || !asked.alternatives.has(singular(w))) || !isFree(r, start, end)) return;
  if (words.some(w => /^(?:deal|package|order|basket)$/.test(w))) return;
  // A word with a meaning of its own keeps it.
  if (r.clause.named.some(n => n.end === end && n.start >= start && n.slots[0] !== 'style')) return;
  const isName = /^[A-Z][\w'-]+ [A-Z][\w'-]+$/.test(cased.slice(start, end));
  const named = wanted.some(w => /book|novel/.test(w)) ? 'author' : 'brand';
  take(r, {
    slot: isName && asked.alternativesAre === 'feature' ? named : asked.alternativesAre,
    start,
    end: start + m[1]!.length,
    confidence: 0.6,
  });
};
