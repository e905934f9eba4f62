/**
 * Wishes told in bare words, as people type them: "tummy control", "inner pockets", "not floppy", "four wheels?". In a clause
 * without subject and verb the noun phrase that nothing else took up is how the goods should be, or the goods themselves
 * where none were spoken of yet.
 */
import { hollow, isBoundary } from './english-phrases.ts';
import type { Draft } from './fact.ts';
import { speech, speechOf } from './parts-of-speech.ts';
import { isFree, type Reader, take } from './reader.ts';

const sentence =
  /(?<![a-z'])(?:i|i'm|im|i've|ive|i'd|i'll|we|we're|we've|you|u|ur|he|he's|she|she's|they|they're|it|its|it's|that|that's|thats|this|these|those|there|there's|me|us|my|our|your|his|her|is|are|was|were|am|be|been|do|does|did|don't|dont|doesn't|didn't|can|can't|cant|could|will|would|should|shall|may|might|must|have|has|had|what|what's|whats|which|how|hows|when|where|why|who|let|let's|thanks|thank|thx|ta|cheers|hi|hello|hey|bye|sorry|wait|send|show|tell|give|take|put|throw|add|make|got|get|go|going|looks?|sounds?|seems?|feels?)(?![a-z'])/;
const lead =
  /^(?:(?:and|but|so|also|plus|or|ok|okay|k|yes|yeah|yep|oh|ooh|ah|hm+|um+|well|maybe|preferably|ideally|just|only|definitely|something|anything|sth|smth|smth|need|needs|want|prefer|must|proper|really|very|quite|super|pretty|rather|nice|some|any|a|an|the|more|bit|then|right|actually|like|at least|as long as|possibly|with|w)[, ]+)*/;
const tail =
  /(?:[, ]+(?:pls|plz|plea+se+|if possible|if poss|if you have|ideally|preferably|too|as well|also|maybe|only|lol|haha|tho|though|mainly|mostly|obvs|right|na|x|xx|etc|is fine|would do|will do|compulsory|must|a must|kind|type|sort|ones?|i guess|then|or so|instead|at least))*[ .!?)(:;]*$/;
const against =
  /^(?:not too|not so|not|no|non|never|without|zero|nothing|less)[ -](?:too |so |very |a |an |the |any |those |one of those )?/;
/** What is said beside the wishes: of a chat, not of goods. */
const chatter =
  /(?<![a-z])(?:duh|whichever|failed|take|hmm|bless|hang on|go on|everywhere|altogether|tonight|tried|new|old|debit|cards?|more|free|needed|necessary|convinced|similar|different|browsing|full set|title|level|package|same|h+m+|o+f+|oo+h|ah+|aw+|um+|er+m|sigh|tack|gracias|bingo|happy|https?|better|smashing|adding|worth|keep|answer|cheeky|you|kk?|go on|god|yes|yep|yea|hush|spill|league|life|gem|star|lifesaver|change|routine|routines|tax|ache|fingers|feet|skin|face|hair|hands|knees|days|nothing|sold|deal|done|fair|enough|hang|hold|bless|god|gosh|jeez|crikey|blimey|gulp|ouch|yikes|phew|wow|haha+|lol+|lmao|omg|grief|heck|hell|damn|mate|bro|bhai|anna|madam|mam|sir|dear|dude|man|pal|love|hun|hiya|yo+|heyy*|hii+|morning|afternoon|evening|night|surviving|goodnight|namaste|vanakkam|chalo|brill|brilliant|sick|ace|wicked|grand|splendid|marvellous|lovely|excellent|perfect|awesome|amazing|super|great|good|nice|cool|fine|alright|sure|okay|exactly|correct|true|agreed|understood|typical|pity|shame|fantastic|wonderful|gorgeous|beautiful|cute|adorable|stunning|dreamy|tempting|funny|interesting|clever|genius|yay|woo+|hooray|finally|anyway|whatever|never|mind|question|quick|q|discount|emi|cod|delivery|shipping|postage|order|parcel|refund|returns?|warranty|guarantee|receipt|invoice|price|prices|cost|costs|budget|stock|available|photos?|pics?|pictures?|link|links|address|code|voucher|coupon|deals?|offers?|sale|payment|klarna|paypal|checkout|basket|cart|tomorrow|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|next|last|first|second|third|other|others|same|option|options|one|ones|thing|things|stuff|choice|help|advice|idea|ideas|recommendations?|suggestions?|panicking|busy|sense|way|luck|bad experience|problem|job|rush|reason|review|reviews|customer|person|human|bot|robot|assistant|anyone|someone|somebody|everyone|nobody|everything|anything|nothing|something|home time|brrr?|ew+|ick|ugh|meh|nah|nope|yup|aye|yo|guess|think|gonna|wanna|gimme|lemme|dunno|idk|idc|hopefully|honestly|basically|literally|seriously|obviously|apparently|expensive|pricey|steep|dear|cheap|cheaper|cheapest|costly|money|cash|quid|bucks|dollars?|euros?|pounds?|rs|tenner|fiver|hundred|thousand|preference|preferences|fussed|bothered|either|both|none|yours|mine|hers|theirs|years?|ago|times?|kids?|husband|wife|boyfriend|girlfriend|mum|mom|dad|sister|brother|son|daughter|mother|father|friend|aunt|uncle|nephew|niece|colleague|gift|present|size|colou?rs?|brand|brands|material|style|shade|model)(?![a-z])/;

/** Of the chat, not of any goods: "ouch", "ahh", "joy". */
const isRemark = (words: string): boolean =>
  /^(?:ouch|a+h+|o+h+|e+h+|u+h+|hm+|ha+|joy|nope|exaggerating|kidding|joking|rules|sure|wait|smart|said)\b/.test(words);

/** "Gas", "dog": no size, whatever was asked. */
export const isNoSize = (words: string): boolean =>
  isRemark(words) ||
  /^[a-z]+s for [a-z]+$/.test(words) ||
  (/^[a-z]{3,}$/.test(words) &&
    (speechOf(words) & speech.noun) !== 0 &&
    (speechOf(words) & speech.adjective) === 0 &&
    !/^(?:queen|king|twin|midi|maxi|mini|knee|ankle|floor|hip|waist|thigh|pint|litre|kilo|dozen|pair|adults?|kids?|child|people|person|all|size|toddler|infant|junior|ladies|mens|youth|travel|pocket|family|cabin|credit|quart|cup|metre|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]*teen|twenty|thirty|forty|fifty)$/.test(
      words,
    ));

/** Whether an answer's words can be a wish at all: "god yes", "hang on" and "constantly" are none. */
export const isWish = (words: string): boolean => {
  if (
    chatter.test(words) ||
    /^(?:ye|ya|ha|like|pls|duh|either|mix|kidding|tried|never|actually|courage|exciting|experience|front|floor|said|ouch|mega|latest)\b/.test(
      words,
    )
  )
    return false;
  const parts = words.split(/[ -]/);
  const last = speechOf(parts.at(-1)!);
  return last === 0 || (last & (speech.noun | speech.adjective | speech.participle | speech.gerund)) !== 0;
};

/** "Ratchet straps for a roof rack, 5 metre", of an opening: the goods stand before what is told of them. */
const readOpeningGoods = (r: Reader): void => {
  const { folded, wanted, asked, wishBefore } = r.clause;
  if (wanted.length > 0 || wishBefore || r.drafts.some(d => d.slot === 'product_type' || d.slot === 'category')) return;
  if (asked.open && !asked.slots.has('product_type') && asked.slots.size > 0) return;
  const from = opening.exec(folded)?.[0].length ?? 0;
  const m =
    /^([a-z][a-z-]+(?: [a-z][a-z-]+){0,2})(?= (?:for|with|that|in|which|size|suitable|made|from|under|around) [a-z\d])/.exec(
      folded.slice(from),
    );
  if (!m || m[1]!.split(' ').some(w => isBoundary(w) || count.test(w)) || sentence.test(m[1]!)) return;
  const words = m[1]!.split(' ');
  const head = words.at(-1)!;
  if (hollow.test(head) || chatter.test(m[1]!) || head.endsWith('ing') || head.endsWith('ed')) return;
  if (!words.every(isNominal) || ((speechOf(head) & speech.noun) === 0 && speechOf(head) !== 0)) return;
  let start = from;
  // What is known of them is read with the other names.
  while (words.length > 1 && !isFree(r, start, start + words[0]!.length)) start += words.shift()!.length + 1;
  const end = from + m[1]!.length;
  const other = r.clause.named.some(
    n =>
      n.start < end &&
      start < n.end &&
      n.slots.some(s => s === 'recipient' || s === 'purpose' || s === 'age_group' || s === 'genre'),
  );
  if (!other && isFree(r, start, end)) take(r, { slot: 'product_type', start, end, polarity: 1, confidence: 0.5 });
};
const opening =
  /^(?:(?:hi+|hello|hey|hiya|heya|morning|evening|afternoon|good (?:morning|evening|afternoon)|ok|so|and|pls|please|need|want|looking for|after|some|any|new|an?|the)[,!]? )*/;

export const readFragments = (r: Reader): void => {
  const { folded, wanted, asked } = r.clause;
  widenParts(r);
  readOpeningGoods(r);
  if (sentence.test(folded) || folded.length > 60) return;
  // "And the internal memory?" asks how it is.
  if (r.clause.question && /^(?:and |so |what about |how about )*(?:the|your) /.test(folded)) return;
  const start = lead.exec(folded)?.[0].length ?? 0;
  const not = against.exec(folded.slice(start))?.[0] ?? '';
  const from = start + not.length;
  const end = folded.length - (tail.exec(folded.slice(from))?.[0].length ?? 0);
  if (end <= from) return;
  let at = from;
  for (const part of folded
    .slice(from, end)
    .split(/( (?:and|or|&|\+|n|plus|with) (?:an? |some |the |no )?|\/(?=[a-z]))/)) {
    const partStart = at;
    at += part.length;
    if (/^(?: (?:and|or|&|\+|n|plus|with) |\/$)/.test(part)) continue;
    const draft = ofPhrase(r, partStart, partStart + part.length);
    // "Soy or paraffin", where nothing was asked, is a question itself.
    if (!draft || (/ or /.test(folded) && !asked.open)) continue;
    if (wanted.length === 0 && !r.drafts.some(d => d.slot === 'product_type' || d.slot === 'category')) {
      const head = part.split(' ').at(-1)!;
      const isNoun = (speechOf(head) & speech.noun) !== 0 || speechOf(head) === 0;
      if (not !== '' || !isNoun || (!asked.open && r.drafts.length === 0 && part.split(' ').length < 2)) continue;
      take(r, { ...draft, slot: 'product_type', confidence: 0.5 });
    } else if (not === '' && another.test(folded) && (speechOf(part.split(' ').at(-1)!) & speech.noun) !== 0) {
      // "And a refill bottle", "hanging pot too": more goods.
      take(r, { ...draft, slot: 'product_type' });
    } else take(r, not === '' ? draft : { ...draft, polarity: -1 });
  }
};

const another = /^(?:and|also|plus|then|ok|oh) (?:an? |some |also )|(?:[a-z]) (?:too|as well|also)[.! ]*$/;

/** A stretch of one to three words that nothing took up and that may be a property or a part. */
const ofPhrase = (r: Reader, start: number, end: number): Draft | undefined => {
  const words = r.clause.folded.slice(start, end);
  const parts = words.split(/[ -]/);
  if (parts.length > 3 || !/^[a-z][a-z' -]+[a-z]$/.test(words) || !isFree(r, start, end)) return undefined;
  if (parts.some(w => isBoundary(w)) || hollow.test(words) || chatter.test(words)) return undefined;
  if (
    r.clause.named.some(
      n =>
        n.start < end && start < n.end && n.slots.some(s => s === 'recipient' || s === 'age_group' || s === 'purpose'),
    )
  )
    return undefined;
  const { asked, cased, wanted } = r.clause;
  const shown = asked.shown.get(words) ?? asked.shown.get(words.replace(/s$/, ''));
  if (shown) return { slot: shown, start, end, polarity: 1, confidence: 0.6 };
  if (words.includes("'") || parts.some(w => count.test(w) || !isNominal(w))) return undefined;
  if (/\p{Lu}/u.test(cased.slice(start, end)) && parts.some(w => speechOf(w) === 0)) return undefined;
  const bits = speechOf(parts.at(-1)!);
  const describes = (bits & (speech.adjective | speech.participle | speech.gerund)) !== 0;
  if (parts.length > 1 && !describes && (bits & speech.noun) === 0 && bits !== 0) return undefined;
  if (
    parts.length > 1 &&
    (bits & (speech.past | speech.participle)) !== 0 &&
    (bits & (speech.adjective | speech.noun)) === 0
  )
    return undefined;
  const isPart = partsOfGoods.test(words);
  // Where something was asked, and in questions, what is left over is told of the question, not of the goods.
  if (!isPart && wanted.length > 0 && (asked.open || r.clause.question || r.clause.wishBefore)) return undefined;
  if (parts.length === 1 && !asked.open && !describes && !isPart) return undefined;
  return { slot: sizeWords.test(words) ? 'size' : 'feature', start, end, polarity: 1, confidence: 0.45 };
};

const isNominal = (word: string): boolean =>
  speechOf(word) === 0 || (speechOf(word) & (speech.noun | speech.adjective | speech.participle | speech.gerund)) !== 0;
const count = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|half|couple)$/;
const sizeWords =
  /^(?:tall|big|large|small|huge|tiny|giant|mini|medium|little|long|short|massive|bigger|smaller|larger|taller|longer|shorter|double|king|queen|single|super king)$/;

const partsOfGoods =
  /(?<![a-z])(?:pockets?|compartments?|hooks?|straps?|handles?|lids?|zips?|wheels?|sleeves?|collars?|buttons?|soles?|heels?|toe(?: box)?|toes|shelf|shelves|drawers?|legs?|arms?|armrests?|headrest|lining|laces|buckles?|clasps?|holders?|cups|ports?|doors?|mirror|front|back|backs|waistband|hood|cuffs?|hem|neck|neckline|shade|switch|plug|cord|cable|bulbs?|blade|blades|base|tray|rack|lock|locks|attachment|attachments|grip|stitching|knit|finish|coating|edge|edges|panel|panels|piping|tassels|fringe|trim|frame|kickstand|pedals|basket|support|control|protection|mode|timer|display|screen|camera|battery|memory|nibs?|spout|rim|tips?|strings|keys|lens|hinges?|castors|casters|vents|brim|visor|gusset|fan|fans|opening|stem|power delivery|panel|fit|rise|wash)$/;

/** "Laptop pocket", "shoe compartment", of goods that are spoken of: a part of theirs, with the words that tell which. */
const widenParts = (r: Reader): void => {
  const { folded, wanted } = r.clause;
  r.drafts.forEach((d, i) => {
    if (d.value !== undefined || d.start >= d.end) return;
    const words = folded.slice(d.start, d.end);
    const isPart = partsOfGoods.test(words);
    if (d.slot === 'product_type' && isPart && words.includes(' ') && wanted.length > 0) {
      const fresh = wanted.some(w => w === words);
      const goods = /\b(?:need|want|also|got|sell|have|add|buy|another|too|as well)\b/.test(folded.replace(words, ''));
      if (!fresh && !goods) r.drafts[i] = { ...d, slot: 'feature' };
      return;
    }
    if (d.slot !== 'feature' || !isPart || d.polarity === -1) return;
    const before = /(?:^|[ ,(])((?:[a-z][a-z-]{2,} ){1,2})$/.exec(folded.slice(0, d.start));
    if (!before) return;
    const modifiers = before[1]!.trimEnd().split(' ');
    while (modifiers.length > 0 && !isModifier(modifiers[0]!)) modifiers.shift();
    if (modifiers.length === 0 || !modifiers.every(isModifier)) return;
    const start = d.start - modifiers.join(' ').length - 1;
    if (r.drafts.some((o, j) => j !== i && o.start < d.start && start < o.end && o.slot !== 'feature')) return;
    r.drafts[i] = { ...d, start };
    r.taken.push({ start, end: d.start });
  });
  // What a wider stretch holds is said already.
  for (let i = r.drafts.length - 1; i >= 0; i--) {
    const d = r.drafts[i]!;
    if (
      d.slot === 'feature' &&
      r.drafts.some(
        (o, j) =>
          j !== i && o.slot === 'feature' && o.start <= d.start && o.end >= d.end && o.end - o.start > d.end - d.start,
      )
    )
      r.drafts.splice(i, 1);
  }
};
const isModifier = (word: string): boolean =>
  !isBoundary(word) &&
  !hollow.test(word) &&
  !/^(?:good|great|nice|best|better|decent|with|and|two|three|four|more|new|old|same|other|extra|also|love|hate|like|prefer|adjustable|means?|stand|need|needs|want|got|have|does|mein)$/.test(
    word,
  ) &&
  ((speechOf(word) & (speech.noun | speech.adjective | speech.participle)) !== 0 || speechOf(word) === 0);
