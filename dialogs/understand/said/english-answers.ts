/** A short answer to what the shop asked: its words are the value, whatever they are. */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
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
  /^(?:(?:yes|yeah|yep|sure|well|ok|okay|oh|just turned|turned|turning|hmm+|um|ah|just|maybe|probably|perhaps|please|something|anything|preferably|i think|i guess|i'd say|i would say|mostly|mainly|either|definitely|some|like|a|an|the|for|in|more|it's|it is|its|i'm|i am|i prefer|i like|i want|i would like|i'd like|i need|by|from|of|to|and|also|better|rather|then|really|very|quite|fairly|super|i hate|hate|hates|love|loves|i love|i'd go for|go for|i'd rather have|(?:he|she|it|they) (?:only )?(?:likes?|loves?|hates?|prefers?|eats?|drinks?)|not(?! (?:needed|necessary|important|required|sure|really|fussed|bothered|yet|now|today|too|that|so|at all)\b))[, ]+)*/;
const tail =
  /(?:[, ]+(?:mostly|mainly|usually|obviously|definitely|then|first|preferably|please|pls|thanks|thank you|i think|i guess|maybe|(?:would|could) be (?:the )?(?:great|nice|good|fine|perfect|lovely|brilliant|cool|ideal|best|handy|awesome|better|fun)|(?:is |are |'s )?(?:fine|good|ok|okay|great|perfect|better|enough|what i want|what i need)|sounds? (?:good|great|nice|lovely|perfect|fine|interesting|fun|better)|ideally|for sure|will do|does it|would do|works|work(?: best| better)?|i reckon|i suppose|i'd say|actually|though|somehow|thank you very much|if possible|probably|color|colour|size|brand|ones?|too|or so))*[ .!:)(]*$/;
const empty =
  /^(?:ye|duh|pls|plz|hah?|hiya.*|hi .*|hang on|go on|wait|lol|omg|kidding|almost|(?!friendly|family|daily|early|lovely|curly|woolly|prickly|bubbly|only)[a-z]{3,}ly|(?:good )?(?:morning|afternoon|evening)|tried .*|bless .*|(?:so|actually|well|hi|oh) (?:yes|yeah|no|yep)|o+h,? .*|(?:kind|sort) of.*|must be.*|has to be.*|it's a surprise.*|surprise.*|without|with|browsing|looking(?: around)?|yes|yea|(?:a )?little.*|(?:a )?bit.*|yep|yup|ya|no|definitely|absolutely|certainly|exactly|u+m+.*|uh.*|oh.*|or .*|deal.*|include.*|the deal.*|good idea|anyway.*|besides.*|also|so|then|alright|cheers|obviously|hm+.*|haha.*|never mind.*|of course.*|please.*|yeah|nope|nah|sure|ok|okay|none|nothing|not (?:really|sure|exactly|yet|at all).*|any.*|i don't.*|don't.*|do not.*|idk|whatever.*|whichever.*|doesn't.*|no .*|hi|hello.*|hey.*|thanks.*|thank.*|great|good|perfect|cool|nice.*|wow|see|hmm+|please|what.*|how.*|let me.*|i see|interesting|one|ones|me|myself|it|that|this|those|these|both.*|can.*|could.*|welcome|good .*|sorry.*|of course|exactly|right|correct|true|fine.*|wait.*|awesome|lovely|amazing|excellent|that'?s.*|you.*|done|go ahead|surprise me|show me.*|all|everything|got it|bye.*|sounds.*|looks.*|none of.*|(?:the )?(?:first|second|third|fourth|last|other) ?(?:one|two|ones)?|interested.*|still .*|not .*|too .*|later|maybe|hopefully|what|similar|another|different|a lot|much|more|less|better|the more.*|depends.*|thing|normal|regular|around.*)?$/;

const unsaid =
  /\b(?:i|im|ive|id|you|we|is|are|was|have|has|do|does|will|can|would|should|don't|not|am|my|your|it|they|he|she|their|its|his|her|these|those|this|that|interested|others|author|brand|budget|price|mind|idea|sounds|looks|seems|works|think|guess)\b/;

const noPart =
  /^(?:na,? |nah,? |oh,? |and |but |definitely |pls |please |absolutely |just |also |or )*(?:no|nothing) ((?!(?:thanks|thank|problem|idea|worries|wait|no|offence|offense|need|budget|limit|rush|hurry|one|way|more|preference|particular|specific|longer|not|special|sorry|it|i|the|that)\b)[a-z-]+(?: (?!(?:please|pls|thanks|this|though|either|at)\b)[a-z-]+)?)(?: please| pls| thanks| this time| though| either| at all)?[.! ]*$/;

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
  const against = /^([a-z-]{3,}),? not ([a-z-]{3,})[.! ]*$/.exec(folded);
  if (against && asked.open && !hollow.test(against[1]!) && !hollow.test(against[2]!)) {
    const at = folded.lastIndexOf(against[2]!);
    return [
      { slot: 'feature', start: 0, end: against[1]!.length, confidence: 0.5, polarity: 1 },
      { slot: 'feature', start: at, end: at + against[2]!.length, confidence: 0.5, polarity: -1 },
    ];
  }
  const sides = sidesOf(folded, start, end).map(side => ({
    ...side,
    start: side.start + (/^one (?=\d)/.exec(folded.slice(side.start))?.[0].length ?? 0),
  }));
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

const oneAnswer = (
  { folded, cased, asked, wishBefore, wanted, sentence }: Clause,
  start: number,
  end: number,
): Draft[] => {
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
  const isFirst = sentence.startsWith(folded);
  // What no question of a kind asked for is an answer where it opens one, and not beside the yes of a yes/no question.
  const follows = isFirst || /^(?:but|and|plus|with|in an?|it's for|for) /.test(folded);
  const answersOpen =
    asked.open &&
    (toldBy(words) !== 'feature' ||
      (follows && (asked.offered.length === 0 || asked.choice)) ||
      /^(?:yes|yeah|yep|yup)\b/.test(sentence));
  if (!slot && !chosen && !answersOpen && !(wishBefore && words.includes(' '))) return [];
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
        : toldBy(words);
  const long = slot !== undefined && slot !== 'size' && asked.slots.has('size') && ofLength.test(words);
  return [{ slot: long ? 'size' : (slot ?? other), start, end, value: words, confidence: 0.6 }];
};

/** Where length and colour are asked at once. */
const ofLength =
  /^(?:midi|maxi|mini|short|long|knee|ankle|floor|cropped|full|small|medium|large|big|\d.*)(?: length)?$/;

/** What a short answer is about, by its own words. */
const toldBy = (words: string): WishSlot =>
  /\b(?:colou?rs?|tones?|shades?|hues?)$/.test(words)
    ? 'color'
    : /^(?:bigger|smaller|larger|taller|shorter|longer|wider|small|large|tall|big|tiny|huge)$|\b(?:length|width|height|sized?)$/.test(
          words.replace(/ if possible$/, ''),
        )
      ? 'size'
      : 'feature';

/** "Without obviously", to "with or without sulfates?". */
export const readWithOrWithout = (r: Reader): void => {
  const { folded, asked } = r.clause;
  const said =
    /^(?:(?:oh|hm+|yes|no|definitely|preferably|maybe|probably|rather|i'd say)[, ]+)*(with(?:out)?)(?=$|[,.!]| (?:please|pls|obviously|definitely|i think|would|is|if|thanks|it)\b)/.exec(
      folded,
    );
  if (!said || asked.withOrWithout === undefined) return;
  const end = said[0].length;
  take(r, {
    slot: 'feature',
    start: end - said[1]!.length,
    end: end + (/^ (?:please|pls|obviously|definitely|i think|thanks)\b/.exec(folded.slice(end))?.[0].length ?? 0),
    value: asked.withOrWithout,
    polarity: said[1] === 'with' ? 1 : -1,
    confidence: 0.6,
  });
};

/** "Closed", of "closed or open heel?", is a closed heel. */
export const readShared = (r: Reader): void => {
  const { folded, asked, named, wanted } = r.clause;
  if (asked.options.length !== 2) return;
  let one = asked.options[0]!.toLowerCase();
  const other = asked.options[1]!.toLowerCase().replace(/ (?:then|maybe|instead|though)$/, '');
  const noun = /^[a-z]+(?:-[a-z]+)? ([a-z]{4,})$/.exec(other)?.[1];
  if (noun && one.endsWith(` ${noun}`)) one = one.slice(0, -noun.length - 1);
  if (
    !noun ||
    !/^[a-z]+$/.test(one) ||
    noSharedNoun.test(noun) ||
    !new RegExp(`^${one}(?:$|[,.!]| (?:please|pls|i think|for sure)\\b)`).test(folded)
  )
    return;
  const known = named.find(n => n.start === 0 && n.end === one.length)?.slots[0];
  if ((known === 'material' || known === 'color' || known === 'brand') && noun !== 'finish') return;
  if (wanted.some(w => w.includes(noun)) || asked.alternativesAre === 'product_type' || !isFree(r, 0, one.length))
    return;
  take(r, { slot: 'feature', start: 0, end: one.length, value: `${one} ${noun}`, confidence: 0.6 });
};
const noSharedNoun =
  /^(?:ones?|colou?rs?|sizes?|sized|fillings?|fabrics?|based|types?|styles?|versions?|cleanser|shuttlecocks|filled|action|game|games|music|press|coffee|tea|books?|camping|fiction|tape|reel|shape|room|pleat|tap)$/;

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
