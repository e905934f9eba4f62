/**
 * Words that state nothing about goods, prices or what the shop will do: a rephrasing may use them freely. Every other
 * word has to stand in the template. What is missing on purpose: words of money and deals, of stock and hurry, of
 * promising and agreeing ("yes", "sure": a whole answer in itself), of other people, of rules and instructions.
 */
const words = `
a an the this that these those it its it's they them their theirs there here i me my we us our you your
am is are was were be been being do does did have has had having can could may might would should will shall let
and or but so because as if when where which who what how why whether than then also too just very really quite
to of in on at by with for from into about over under up down out off through between during
not no nor please thanks thank welcome hello hi hey goodbye bye sorry dear glad happy pleased lovely nice great good
well fine easy easily simple simply clear clearly short note mind
let know tell ask asking say see look looking find finding help helping check need want like love prefer wish would
get come coming us make making feel think mean means turn try put use using
start pick choose chosen choosing share learn understand explain describe hear read show shown showing
moment bit little some something else other way thing things one ones kind sort part detail details
question questions answer answers message word words information info page pages list option options idea ideas
shop store assistant bot automated person human team staff support
again back further first together around along once still already usually normally generally typically simply
order orders main short brief summary case such different both either
afraid yet include includes included including item items product products kindly currently unfortunately actually while
browse browsing explore exploring search searching checking view viewing select selecting tap open visit below above listed mentioned
curious wondering interested useful helpful directly via online let's put
several few many much various own rest whole kinds types type found better accept remember remind reminder notice suggest suggestion advise advice
recommend recommendation provide provided require requires required needed needs allow allows contain contains consist depend depends
support supports serve handle sound sounds seem seems appear appears expect hopefully maybe perhaps possibly
probably therefore thus hence otherwise whenever wherever whichever next previous finally following possible able easier closer away
aside across along among near onto toward since even ever often sometimes mostly mainly largely same alone conversation chat reply
response respond request got gotten want wants wanted wish pleasure set ways avoid careful carefully gently properly safely
size sizes colour colors material email address number numbers name names picture title category categories range
enter typed fill bring reading write written tells says told thing's wondering like liked likes preferred prefer rather
exact specific particular general generally details regarding concerning related relevant matter matters topic subject
wonderful delighted appreciate enjoy enjoyable hope assist assistance happy reach touch talk chat speak
comes come closest close fit fits suit suits rather instead without
`;

/** Phrases that are courtesy as a whole, whatever their words could say elsewhere. */
export const englishIdioms =
  /\b(?:(?:take|have) a (?:quick |closer )?look|feel free to (?:ask|tell me|let me know|reach out|say)|let me know|have a (?:great|nice|lovely|good|wonderful) day|anything else|any (?:other |more )?questions?|take your time|in mind|right here|one more time|once more|at the moment|that goes for|the same goes for|(?:the best way to|it is best to|best to)|so far|(?:not|no)(?: \w+){0,2} any(?! (?:fee|charge|cost))|as well(?: as)?|without giving (?:a|any) reason|no (?:problem|worries)|of (?:any )?help|at any time|any time|anytime)\b/g;

/** Inflected they would pass as one of the words above. */
export const neverHarmless: ReadonlySet<string> = new Set(['yours', 'mine', 'ours', 'others', 'goods', 'needy']);

export const englishWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));

/** Too common to say which statement of the template is meant. */
export const commonEnglish: ReadonlySet<string> = new Set(
  `${words} take get have make come go give keep need order item product`.split(/\s+/).filter(Boolean),
);

/** Said the other way round or in another word, with the same claim: any word of a row may stand for any other. */
export const englishSynonyms: readonly (readonly string[])[] = [
  ['anything', 'any', 'all', 'every', 'everything', 'each'],
  ['delivery', 'shipping', 'deliver', 'ship', 'shipment'],
  ['arrive', 'arrives', 'arrival', 'reach', 'delivered'],
  ['return', 'returned', 'returning'],
  ['send', 'sent'],
  ['buy', 'bought'],
  ['find', 'found'],
  ['take', 'took', 'taken'],
  ['wear', 'wore', 'worn'],
  ['make', 'made'],
  ['keep', 'kept'],
  ['choose', 'chose', 'chosen'],
  ['pay', 'paid'],
  ['write', 'wrote', 'written'],
  ['break', 'broke', 'broken'],
  ['year', 'years', 'yearly'],
  ['buy', 'purchase', 'bought', 'purchased', 'order', 'ordered'],
  ['contact', 'reach', 'write', 'email', 'e-mail'],
  ['email', 'e-mail', 'mail'],
  ['parcel', 'package', 'order'],
  ['unworn', 'unused', 'wear', 'worn'],
  ['basket', 'cart'],
  ['empty', 'nothing'],
  ['get', 'understand', 'catch'],
  ['way', 'words', 'differently'],
  ['guess', 'guessing'],
  ['find', 'found', 'located', 'locate'],
  ['colour', 'color', 'colours', 'colors'],
  ['size', 'sizing', 'sizes'],
  ['waterproof', 'water', 'proof'],
  ['lightweight', 'light', 'weight'],
  ['problem', 'trouble', 'issue', 'wrong', 'inconvenience'],
  ['pick', 'picked', 'selected', 'chosen', 'select', 'selection'],
  ['popular', 'buy'],
  ['number', 'position'],
  ['confirmation', 'confirm'],
  ['approximately', 'about', 'roughly'],
  ['look', 'browse', 'search'],
  ['stop', 'stopped', 'cancelled', 'cancel'],
  ['changed', 'change', 'changes'],
];
