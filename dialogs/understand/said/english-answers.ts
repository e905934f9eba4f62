/** A short answer to what the shop asked: its words are the value, whatever they are. */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { singular } from '../../../knowledge/retrieval/tokens.ts';
import type { Clause, Draft } from './fact.ts';

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
  /^(?:(?:yes|yeah|yep|sure|well|ok|okay|oh|hmm+|um|ah|just|maybe|probably|perhaps|please|something|somehting|anything|preferably|i think|i guess|i'd say|i would say|mostly|mainly|either|definitely|some|like|a|an|the|for|in|more|it's|it is|its|i'm|i am|i prefer|i like|i want|i would like|i'd like|i need|by|from|of|to|and|also|better|rather|then|really|very)[, ]+)*/;
const tail =
  /(?:[, ]+(?:please|pls|thanks|thank you|i think|i guess|maybe|would be (?:great|nice|good|fine|perfect)|is (?:fine|good|ok|great)|works|if possible|probably|color|colour|size|brand|ones?|too|or so))*[ .!:)(]*$/;
const empty =
  /^(?:yes|no|yeah|nope|nah|sure|ok|okay|none|nothing|not (?:really|sure|exactly|yet|at all).*|any.*|i don't.*|don't.*|do not.*|idk|whatever.*|doesn't.*|no .*|hi|hello.*|hey.*|thanks.*|thank.*|great|good|perfect|cool|nice.*|wow|see|hmm+|please|what.*|how.*|let me.*|i see|interesting|one|ones|me|myself|it|that|this|those|these|both.*|can.*|could.*|welcome|good .*|sorry.*|of course|exactly|right|correct|true|fine.*|wait.*|awesome|lovely|amazing|excellent|that'?s.*|you.*|done|go ahead|surprise me|show me.*|all|everything|got it|bye.*|sounds.*|looks.*|none of.*|(?:the )?(?:first|second|third|fourth|last|other) ?(?:one|two|ones)?|interested.*|still .*|not .*|too .*|later|maybe|hopefully|what|similar|another|different|a lot|much|more|less|better|the more.*|depends.*|normal|regular|around.*)?$/;

export const answerIn = (clause: Clause): Draft[] => {
  const { folded, asked } = clause;
  const start = lead.exec(folded)?.[0].length ?? 0;
  const rest = folded.slice(start);
  const end = start + rest.length - (tail.exec(rest)?.[0].length ?? 0);
  const words = folded.slice(start, end).trim();
  if (empty.test(words) || words.split(' ').length > 3 || /[^\p{L}\p{N} '&.-]/u.test(words)) return [];
  if (
    /\b(?:i|you|we|is|are|was|have|has|do|does|will|can|would|should|don't|not|am|my|your|it|they|he|she|their|its|his|her|these|those|this|that|interested|others|author|brand|mind|idea|sounds|looks|seems|works|think|guess)\b/.test(
      words,
    )
  )
    return [];
  const chosen = words
    .replaceAll('-', ' ')
    .split(' ')
    .every(w => asked.alternatives.has(singular(w)));
  const slot = answerable.find(s => asked.slots.has(s) && !(chosen && (s === 'feature' || s === 'product_type')));
  if (!slot && !chosen && !(clause.wishBefore && words.split(' ').length > 1)) return [];
  return [{ slot: slot ?? 'feature', start, end, value: words, confidence: 0.6 }];
};
