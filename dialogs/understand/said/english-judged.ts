/**
 * What is said of a material, a colour, a maker or a look that stands first: "suede is a nightmare", "the twisted ones are
 * gorgeous", "checks I don't wear", "boldfit stitching goes in two months". What is praised is wished for, what is
 * complained of turned away.
 */
import type { NamedWish, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { isMetalOf } from './english-known-words.ts';
import { hollow, isBoundary } from './english-phrases.ts';
import type { Clause } from './fact.ts';
import { isFree, type Reader, take } from './reader.ts';

const lead =
  /^(?:(?:o+h|o+oh|ah+|aw+|ok|okay|k|kk|hm+|um+|er+m*|well|so|and|but|yes|yeah|yep|yup|ya|right|fine|deal|good|great|nice|cool|perfect|lovely|then|alright|actually|honestly|tbh|though|maybe|sorry|because|coz|cos|cause|cuz|as|since|wow|omg|ooh|sure|plus|also|only|just|go with|go for|going with|let's (?:go with|do|take)|i'll (?:take|have|go with|go for)|i think|i guess|probably|definitely|tried|had)[,!]? +)*/;
const article = /^(?:the|those|these|that|this|your|all|any|an?|all the|all those) /;
/** "The suede ones", "the in-ear kind", "onion stuff". */
const ofKind = /^(?: (?:ones?|kind|sort|type|types|stuff|things?|wala|wale|wali|version))(?![a-z])/;

const adverbs =
  '(?:so|really|very|quite|pretty|kinda|kind of|just|actually|also|rather|absolutely|definitely|more|much|still|always|even|super|too|exactly|probably|only|totally|a bit|a little|way|far|that|honestly|well|prob|prolly|literally)';
const praise =
  '(?:good|great|nice|nicer|nicest|lovely|loveliest|fine|ok|okay|perfect|cute|cuter|gorgeous|beautiful|pretty|prettier|stunning|stunner|a stunner|a dream|dream|dreamy|charming|genius|interesting|legit|decent|brilliant|brill|amazing|awesome|fab|fabulous|ideal|cool|adorable|better|best|superb|super|elegant|wicked|tempting|clever|handy|useful|easy|easier|fun|right|spot on|what|enough|plenty|lush|ace|class|hot|chic|dope|solid|safe|safer|my|me|me all over|up my|the one|for me|important|a must|must|essential|key|compulsory|needed|required|preferred|a plus|the winner|winner|acceptable|alright|all right|welcome|sensible|practical|timeless|exactly|excellent|marvellous|splendid|divine|heaven|heavenly|grand|delightful|fantastic|wonderful|wow|goals|yes|on my|calling|great choice|intriguing|(?:type|kind|sort) of (?:thing|stuff)|smart|sweet|yummy|delicious|comfy|fun|posh|friendlier|the big one|the main thing|the big thing|priority|non-negotiable|mandatory)';
const praised = new RegExp(
  `^(?:'s|'d be|s| is| are| was| were| looks?| sounds?| feels?| seems?| would be| could be| might be| will be| must be)?(?: ${adverbs})*,? (?:a |an |the )?(?!(?:good|great|nice|fine|easy|right) (?:for (?:tea|old|kids|others?|people)|god|grief))${praise}(?![a-z])`,
);
const chosen =
  /^ (?:goes (?:w\/|with)|works?(?! (?:loose|against))|will do|would do|'ll do|does it|wins|sounds? (?:good|nice|great)|it is|goes hard|goes well|for me|for the win|please|pls|plz|pleas|then|i guess|i think|i suppose|obvs?|obviously|thanks|thank you|x|all day|any day|instead|suits?|fits?|sounds good|rocks|yes|yeah|only|again|appeals|(?:i|we|i'd|he|she|they|it|would|will|i will|she will|he will) (?:(?:do|really|also|will|would|also|'ll|always|only) )*(?:like|love|want|prefer|need|take|likes|loves|wants|prefers|adore|dig|trust))(?![a-z])/;
const refused =
  /^(?:'s| is| are|)? ?(?:a |an |big |hard |definite |definitely |just |absolutely |out so |all )*(?:no|nah|nope|noo+|nahi|out|never|not(?= *$| a fan| for me| my| ours| good| great| nice)|pass|no go|no-go|no thanks|no thank you|overdone|over|banned|off the table|off|ew+|ick|yuck)(?![a-z])|^,? (?:i|we|he|she|they|i'd|everyone|everybody|my [a-z]+)(?: (?:really|just|always|also|absolutely))? (?:don't|dont|do not|doesn't|doesnt|didn't|didnt|can't|cant|cannot|could not|couldn't|won't|wont|wouldn't|never|avoid|avoids|hate|hates|detest|dislike|refuse|am over|am not|is having|has|is wearing|wears)(?![a-z])/;
/** What goods do or are when something is the matter with them. */
const complaints = `(?:(?:'s|'re| is| are| was| were| looks?| feels?| seems?| smells?| tastes?| runs?)(?: ${adverbs})* (?!in stock|included|[a-z]+er\\b|available|there|it|on sale|from|washable|machine|waterproof|real|dutch|made|that|those|these|in\\b|under\\b|over\\b|about\\b|which|how|what|enough|still|like this|like that)[a-z]| (?:furs?|sheds?|pokes?|scratches|itches|wobbles?|leaks?|melts?|cracks?|breaks?|snaps?|fades?|stains?|rusts?|chips?|peels?|peeled|pills?|pilled|pulls?|snags?|shrinks?|creases?|wrinkles?|stretches|slips?|slides?|sticks?|squeaks?|burns?|irritates?|dries|dried|dents?|scuffs?|falls?|fell|clogs?|clogged|crumples?|digs?|rubs?|pinche?s?|hurts?|kills?|killed|stinks?|reeks?|rattles?|warps?|rots?|attracts?|(?:gets?|got)(?! (?:my|our|better|good|great|nice|lots|a lot|positive|high|top|rave))|goes|went|gives?|gave|makes?|made|shows? (?:every|all|up)|perish(?:es)?|died|broke|snapped|failed|came|comes? (?:off|out|apart|undone)|has a habit|needs? (?:its|too|constant|special)|keeps? (?:falling|slipping|breaking)|rolls? (?:up|down)|pops?|feathered|bleeds?|drips?|spills?|shatters?|blunts?|conducts?|collects?|absorbs?|costs?|reminds? me|doesn't|don't|doesnt|dont|can't|cant|won't|wont|isn't|isnt|wasn't|aren't|would(?:n't| (?:weigh|look|frighten|be too|clash|show|get|scare|make|drive|fall|break|never|kill))|will (?:get|show|look|break|fall|clash|stain|shred)|have done|has done|had a|is for|are for|leaves?|wears? (?:off|out)|bruises?|scares?|clash(?:es)?|suffocates?|swamps?|washes me|drowns?|weighs?|annoys?|bores?|smells?|tastes?)(?![a-z]))`;
const complaint = new RegExp(`^${complaints}`);
/** "Boldfit stitching goes": what is said of a part is held against its maker. */
const ofPart = new RegExp(`^(?:'s)? [a-z]+${complaints}`);

/** 1 wished for, -1 turned away, 0 where nothing is said of it. `rest` is what follows in its clause. */
const judgementOf = (rest: string, slot: WishSlot): 1 | -1 | 0 => {
  if (/^[ .!)]*$/.test(rest)) return 1;
  // What is said of the price is no word on the goods.
  if (/\b(?:pricey|expensive|costly|dear|steep|cheap|cheaper|price|bank|budget|money|costs?|afford|than)\b/.test(rest))
    return 0;
  if (praised.test(rest))
    return /^(?:'s|s)?[a-z' ]{0,16}\b(?:not|isn't|never|hardly|too (?!good|cute|nice|lovely|beautiful|pretty))\b/.test(
      rest,
    )
      ? -1
      : 1;
  if (chosen.test(rest)) return 1;
  if (refused.test(rest)) return -1;
  return complaint.test(rest) || (slot === 'brand' && ofPart.test(rest)) ? -1 : 0;
};

const judgeable: ReadonlySet<WishSlot> = new Set([
  'material',
  'color',
  'brand',
  'style',
  'feature',
  'quality',
  'author',
  'genre',
]);

interface Subject {
  readonly end: number;
  readonly slot: WishSlot;
  /** Told apart by a word of its kind after it: it can be no goods of its own. */
  readonly kind: boolean;
  readonly shown: boolean;
}

const slotOfName = (n: NamedWish | undefined): WishSlot | undefined => n?.slots.find(s => judgeable.has(s));

/** Whatever may be judged at `start`: the longest of what was shown, what is known, and "X ones". */
const subjectAt = ({ folded, named, asked }: Clause, start: number): Subject | undefined => {
  const rest = folded.slice(start);
  let best: Subject | undefined;
  const better = (subject: Subject): void => {
    if (!best || subject.end > best.end || (subject.end === best.end && subject.shown)) best = subject;
  };
  for (const [words, slot] of asked.shown) {
    const m = rest.startsWith(words) ? /^(?:e?s)?(?![a-z\d])/.exec(rest.slice(words.length)) : null;
    if (m) better({ end: start + words.length + m[0].length, slot, kind: false, shown: true });
  }
  for (const option of asked.options) {
    const words = option.toLowerCase();
    const own = named.find(n => n.start === start && n.end >= start + words.length)?.slots[0];
    if (own === 'age_group' || own === 'size' || own === 'purpose' || /\b(?:length|size|sized|pair|set)$/.test(words))
      continue;
    const m = words.length > 2 && rest.startsWith(words) ? /^(?:e?s)?(?![a-z\d])/.exec(rest.slice(words.length)) : null;
    const known = named.find(n => n.start === start && n.end === start + words.length);
    const slot = slotOfName(known) ?? asked.alternativesAre;
    if (m && judgeable.has(slot)) better({ end: start + words.length + m[0].length, slot, kind: false, shown: true });
  }
  const known = named.find(n => n.start === start);
  const slot = slotOfName(known);
  if (known && slot && (known.slots[0] === slot || !known.slots.some(s => s === 'product_type' || s === 'purpose')))
    better({ end: known.end, slot, kind: false, shown: false });
  const ones = /^([a-z]{3,}(?:[- ][a-z]{3,})?) (?:ones|kind|sort|type|stuff|wala|wale|wali)(?![a-z])/.exec(rest);
  if (ones && !ones[1]!.split(/[- ]/).some(w => isBoundary(w) || hollow.test(w) || notOfKind.test(w))) {
    const inside = named.find(n => n.start === start && n.end === start + ones[1]!.length);
    const end = start + ones[1]!.length;
    better({ end, slot: slotOfName(inside) ?? best?.slot ?? 'feature', kind: true, shown: best?.shown ?? false });
  }
  return best;
};
const notOfKind =
  /^(?:first|second|third|fourth|fifth|last|other|others|next|previous|same|cheap|cheaper|cheapest|pricey|expensive|dear|smaller|bigger|larger|new|old|only|wrong|right|best|better|good|nice|latest|middle|top|bottom|normal|usual|which|what|two|three|four|five|six|small|large|big|little|older|newer|similar|different|such|specific|certain|some|particular)$/;

/** The subject of a clause, with what is said of it. */
export const readJudged = (r: Reader): void => {
  const { folded, question } = r.clause;
  const opened = lead.exec(folded)?.[0].length ?? 0;
  const start = opened + (article.exec(folded.slice(opened))?.[0].length ?? 0);
  const found = subjectAt(r.clause, start);
  const said = found && { ...found, slot: isMetalOf(r.clause, start, found.end) ? ('material' as const) : found.slot };
  if (said && isFree(r, start, said.end)) {
    const after = folded.slice(said.end);
    // "Leather handles would be nice" is said of the handles.
    const beside = r.clause.named.find(n => n.start === said.end + 1 && n.slots[0] === 'product_type');
    const rest = beside ? folded.slice(beside.end) : after.slice(ofKind.exec(after)?.[0].length ?? 0);
    const alone = /^[ .!?)]*$/.test(rest);
    const polarity = judgementOf(rest, said.slot);
    const asksOnly = question && (alone || polarity === -1) && said.slot === 'brand';
    // Goods that are taken of a choice of goods.
    const goods =
      polarity === 1 &&
      alone &&
      r.clause.named.some(n => n.start === start && n.end >= said.end && n.slots[0] === 'product_type');
    if (
      polarity !== 0 &&
      !(beside && polarity === 1) &&
      !asksOnly &&
      !goods &&
      (polarity === -1 || said.shown || said.kind || !alone)
    ) {
      take(r, { slot: said.slot, start, end: said.end, polarity, confidence: 0.7 });
      // "Leather gets sweaty in summer": what is complained of is no wish itself.
      if (polarity === -1 && !refused.test(rest)) {
        const until = / (?:so|but|and|pls|please|i want|i need|maybe)\b/.exec(folded.slice(said.end + 1));
        r.taken.push({ start: said.end, end: until ? said.end + 1 + until.index : folded.length });
      }
    }
  }
};
