/** What goods are for, told by what somebody does or has: "for salads", "I run a lot", "we're redoing our bathroom", "goes with a suit". */
import { hollow, isBoundary, phraseAt, tokenAt } from './english-phrases.ts';
import { isFree, type Reader, take } from './reader.ts';

/** "For muddy paths": a noun without an article; whom or how much it is for is told elsewhere. */
const bareFor = /(?:^|(?<=[a-z)] ))for (?!the |my |our |an? |use |it\b|me\b|us\b|you\b)(?=[a-z])/g;
const notForBare =
  /\b(?:look|looking|looks|search|searching|shopping|hunting|market|ask|asking|thanks|thank you|sorry|hoping|waiting|wait|pay|paying|go|going|wish|preference|budget|options?|recommendations?|suggestions?|ideas?|price|discount|deal|love|(?<!\b(?:is|are|be) )good|reading) $/;
const noUse =
  /^(?:himself|herself|themselves|myself|yourself|someone|somebody|everyone|anyone|people|adults?|kids|children|men|women|ladies|beginners?|free|sure|now|today|tomorrow|later|example|instance|less|more|under|over|around|about|up|each|both|one|two|three|four|five|six|ten|several|him|her|them|that|this|these|those|his|her|their|any|some|all|every|work|school|christmas|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|size|delivery|shipping|sale|real|ages?|long|good|only|just|cheap|money|value|reference|info|information|help|time|what|which|who|him|approximately|maximum|max|reasons?|starters|dinner|lunch|breakfast)\b/;

/** No use of goods that a profile keeps. */
const ofHealth =
  /\b(?:problems?|pains?|diseases?|disorders?|syndrome|conditions?|infections?|allerg\w*|diabet\w*|arthritis|eczema|psoriasis|asthma|anxiety|depression|injur\w*|surgery|treatment|symptoms?|pregnan\w*|illness|cancer|recovery|therapy|sore|aching|swollen|piles|ha?emorrhoids?|bunions?|[a-z]+aches?|snoring|weight loss)\b/;

const doing =
  /\b(?:i'm|i am|we're|we are|i want to|we want to|i'd like to|planning to|about to|thinking of|trying to) (?:setting up|set up|building|build|starting|start|opening|open|redecorating|redecorate|renovating|renovate|redoing|redo|decorating|decorate|taking up|take up|training for|train for|preparing for|planning|hosting|host|throwing|organi[sz]ing|furnishing|moving to|moving into|getting into) (?!it\b|that\b|this\b|to\b)/g;
const going =
  /\b(?:i'm|i am|we're|we are|i'll be|we'll be) (?:going|travel(?:l)?ing|flying|heading|off|moving) (?:on a trip )?to ((?:[A-Z][\w'-]+ ?){1,2})/;
const oftenDone =
  /\b(?:i|we) (?:also |mostly |usually |often |mainly |sometimes )?(run|jog|hike|cycle|swim|travel|commute|game|bake|cook|camp|climb|ski|dance|sing|fish|paint|draw|knit|sew|garden|stream|vlog|work from home|study|meditate)(?= (?:a lot|often|every|daily|regularly|on it|most|in the|on weekends|at night|outdoors|for a living)\b|$)/;
const whileDoing =
  /\b(?:while|when) (?:i|we|i'm|he|she)(?: am|'s| is)? (run|jog|hike|cycle|swim|travel|commute|game|bake|cook|camp|sleep|running|jogging|hiking|cycling|swimming|travelling|traveling|commuting|gaming|cooking|camping|sleeping|driving|drive|working|walking|flying)\b/;
const goingWith = /\b(?:goe?s?|going|work|matche?s?) (?:well |nicely )?with (?:an? |the |my |our |his |her )(?=[a-z])/;

/** "She's leaving", "starts uni", "we are going camping". */
const events =
  /\b(?:(?:he|she|boss|colleague|friend|teacher|dad|mum|mom|wife|husband|nan|coworker|co-worker|manager|who)(?:'s| is) (leaving|retiring|graduating|emigrating)|(?:start|starts|starting|started|begins?) (school|uni|university|college|nursery|secondary school|running|swimming|yoga|climbing|cycling|baking|knitting|gardening|work)|(?:we are|we're|i am|i'm|they're|they are) going (camping|hiking|skiing|swimming|fishing|climbing|travelling|backpacking|kayaking|sailing|surfing))\b(?! (?:me|on me)\b)/g;

export const readUses = (r: Reader): void => {
  const { folded, cased, tokens, named, wanted } = r.clause;
  const takeNoun = (from: number, most = 3): void => {
    const phrase = phraseAt(folded, tokens, tokenAt(tokens, from), { keep: true, most });
    if (!phrase || !isFree(r, phrase.start, phrase.end)) return;
    const text = folded.slice(phrase.start, phrase.end);
    if (hollow.test(text) || noUse.test(text) || ofHealth.test(text) || /\d/.test(text)) return;
    take(r, { slot: 'purpose', start: phrase.start, end: phrase.end, polarity: 1, confidence: 0.6 });
  };
  for (const m of folded.matchAll(bareFor)) {
    const end = m.index + m[0].length;
    const before = folded.slice(0, m.index);
    const goods = r.drafts.some(d => d.slot === 'product_type' && d.end <= m.index);
    if (!(goods || (m.index === 0 && wanted.length > 0)) || notForBare.test(before) || noUse.test(folded.slice(end)))
      continue;
    const inside = named.filter(n => n.start >= end && n.start < end + 24);
    if (inside.some(n => n.slots.includes('recipient') || n.slots.includes('age_group') || n.slots[0] === 'quality'))
      continue;
    takeNoun(end);
  }
  if (wanted.length > 0) {
    const own = /^for (?:my|our|the|his|her) (?=[a-z])/.exec(folded);
    if (own && !named.some(n => n.start >= own[0].length && n.slots.includes('recipient'))) takeNoun(own[0].length);
  }
  for (const m of folded.matchAll(events)) {
    const said = (m[1] ?? m[2] ?? m[3])!;
    const start = m.index + m[0].lastIndexOf(said);
    if (isFree(r, start, start + said.length))
      take(r, { slot: 'purpose', start, end: start + said.length, polarity: 1, confidence: 0.6 });
  }
  const much = /\b(?:i|we) do (?:a lot of|lots of|some|quite a bit of) (?=[a-z])/.exec(folded);
  if (much) takeNoun(much.index + much[0].length);
  const against =
    /\b(?:something|anything|what do you have|what can i (?:use|buy)|spray|product) (?:that (?:can|will|helps?) )?(?:to )?((?:stop|prevent|keep|get rid of|remove|scare|repel) [a-z][a-z' -]{3,36})$/.exec(
      folded,
    );
  if (against) {
    const start = against.index + against[0].length - against[1]!.length;
    if (isFree(r, start, folded.length))
      take(r, { slot: 'purpose', start, end: folded.length, polarity: 1, confidence: 0.6 });
  }
  const threat = /\bagainst (?=[a-z]{4,})/.exec(folded);
  if (threat) takeNoun(threat.index + threat[0].length, 2);
  for (const m of folded.matchAll(doing)) takeNoun(m.index + m[0].length, 4);
  const trip = going.exec(cased);
  if (trip) {
    const start = trip.index + trip[0].length - trip[1]!.length;
    const end = start + trip[1]!.trimEnd().length;
    if (isFree(r, start, end)) take(r, { slot: 'purpose', start, end, polarity: 1, confidence: 0.7 });
  }
  for (const pattern of [oftenDone, whileDoing]) {
    const m = pattern.exec(folded);
    if (!m) continue;
    const start = m.index + m[0].lastIndexOf(m[1]!);
    if (isFree(r, start, start + m[1]!.length))
      take(r, { slot: 'purpose', start, end: start + m[1]!.length, polarity: 1, confidence: 0.6 });
  }
  const beside = goingWith.exec(folded);
  if (beside && !isBoundary(folded.slice(beside.index + beside[0].length).split(' ')[0]!)) {
    const at = beside.index + beside[0].length;
    if (named.some(n => n.start >= at && n.slots[0] === 'product_type')) takeNoun(at);
  }
};
