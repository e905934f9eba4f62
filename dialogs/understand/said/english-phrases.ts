/** Noun phrases, as far as wishes need them: where one begins and ends. Takes folded text. */
import type { Token } from '../../../knowledge/retrieval/text/tokens.ts';

const boundary = new Set(
  (
    'in on at for with without to from by of about as than that which who whom whose where when while because since so and or nor but if is are was were am be been being can could would should will shall may might must ' +
    "i i'm i'd i'll i've you you've you're you'd we've we're they've they're he she it it's we they me us him them my your his her its our their this these those there here please pls thanks thank maybe perhaps under over around below above between within up not no don't do does did doesn't have has had having " +
    'want wants need needs like likes love loves prefer look looks looking get got buy available only too also then instead rather preferably possibly ideally including included includes include made suitable adapted fit fits fitting called named ' +
    'costs cost costing priced price something anything everything nothing someone somebody one ones yes yeah yep ok okay sure hi hello hey well actually really just even still already today tomorrow tonight now soon asap first though either both neither what how why out into onto off during before after inside outside near like per via until each every all any some such use using used wear works come comes going go goes let lets help start starting plus ' +
    'lol haha tho though yaar na mate bro hun pal pls plz please plss ta thx ty ya u ur idk idc imo tbh rn obvs obv btw cuz cos coz bcz cause anymore ever never always often again innit yeah nah nope right alright okay maybe perhaps again anyway either neither nor else ' +
    'because able hopefully currently usually normally probably definitely mainly mostly right'
  ).split(' '),
);
/** A word that no noun phrase holds. */
export const isBoundary = (word: string): boolean => boundary.has(word);
const determiners = new Set(
  (
    'a an the some any another other new newer newest latest good nice best great better decent proper perfect specific particular certain different similar more few several pair pairs set sets couple bunch lot lots kind kinds sort sorts type types pack box piece pieces ' +
    'bit really very quite rather pretty super extra my our his her their this that these those cheap cheaper cheapest affordable two three four five six seven eight nine ten one both own replacement simple quality'
  ).split(' '),
);
const keepAsHead = new Set(['set', 'box', 'pack']);

export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** Index of the first token after it. */
  readonly next: number;
}

export const tokenAt = (tokens: readonly Token[], offset: number): number => {
  const index = tokens.findIndex(t => t.start >= offset);
  return index < 0 ? tokens.length : index;
};

const joined = (folded: string, from: number, to: number): boolean => /^[ '’-]*$/.test(folded.slice(from, to));

/** The noun phrase at token `at`, its determiners left out (adjectives too when `plain`); null when none stands there. */
export const phraseAt = (
  folded: string,
  tokens: readonly Token[],
  at: number,
  { keep = false, most = 4 }: { keep?: boolean; most?: number } = {},
): Phrase | null => {
  let i = at;
  const articles =
    /^(?:a|an|the|some|any|my|our|his|her|their|your|this|that|these|those|really|very|quite|pretty|rather|super|bit|so|of|also)$/;
  while (i < tokens.length) {
    const word = tokens[i]!.text;
    const next = tokens[i + 1]?.text;
    const skipped = keep ? articles.test(word) : determiners.has(word) || (word === 'of' && i > at);
    if (!skipped || (keepAsHead.has(word) && (next === undefined || boundary.has(next)) && next !== 'of')) break;
    if (i > at && !joined(folded, tokens[i - 1]!.end, tokens[i]!.start)) return null;
    i += 1;
  }
  const first = i;
  while (
    i < tokens.length &&
    i - first < most &&
    !boundary.has(tokens[i]!.text) &&
    (i === first || joined(folded, tokens[i - 1]!.end, tokens[i]!.start))
  )
    i += 1;
  if (i === first) return null;
  return { start: tokens[first]!.start, end: tokens[i - 1]!.end, next: i };
};

/** Nouns that name nothing a shop sells. */
export const hollow =
  /^(?:something|anything|thing|things|one|ones|stuff|help|assistance|idea|ideas|recommendations?|suggestions?|options?|option|choices?|alternatives?|discounts?|deals?|offers?|pictures?|photos?|images?|pics?|links?|info|information|details?|specifications?|specs?|questions?|advice|delivery|shipping|time|times|price|prices|budget|minute|moment|look|try|minutes|colou?rs?|sizes?|brands?|models?|versions?|products?|items?|purchase|shopping|way|much|that|you|gift|gifts|present|presents|order|orders|reviews?|ratings?|store|shop|person|human|agent|else|available|most|bit|lot|kind|type|sort|know|see|ask|place|return|refund|code|coupon|voucher|cash|money|card|both|same|others?|none|many|possible|cool|perfect|great|good|nice|chat|show|list|conversation|sample|total|rest|member|membership|service|everything|all|necessary|everything|cheap|quick|fast|soon|sense|problem|issue|approval|couple|pair|set|range|preference|mind|first|second|third|last|next|name|size|color|payments?|emi|cod|warranty|warranties|guarantee|showrooms?|stores?|outlets?|branch|updates?|hopes?|receipt|invoice|tracking|manager|supervisor|operator|representative|agents?|support|callback|call|email|catalogue|catalog|brochure|pincode|location|membership|account|refunds?|exchange|replacement|cancellation|status|feedback|complaint|stock|availability|work|job|favou?r|reason|answer|assurance|quote|estimate|trial|demo|subscription|points|rewards?|access|password|explanation|clarification|news|opinion|say|word|words|bit|favourite|favorite|pieces?|units?|yea)$/;
