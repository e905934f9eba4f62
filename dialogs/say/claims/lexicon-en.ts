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
wonderful delighted appreciate enjoy enjoyable hope assist assistance happy reach touch talk chat speak
comes come closest close fit fits suit suits rather instead without
`;

/** Phrases that are courtesy as a whole, whatever their words could say elsewhere. */
export const englishIdioms =
  /\b(?:(?:take|have) a (?:quick |closer )?look|feel free to (?:ask|tell me|let me know|reach out|say)|let me know|have a (?:great|nice|lovely|good|wonderful) day|anything else|any (?:other |more )?questions?|take your time|in mind|right here|one more time|once more|without giving (?:a|any) reason|no (?:problem|worries)|of (?:any )?help|at any time|any time|anytime)\b/g;

/** Inflected they would pass as one of the words above. */
export const neverHarmless: ReadonlySet<string> = new Set(['yours', 'mine', 'ours', 'others', 'goods', 'needy']);

export const englishWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));

/** Too common to say which statement of the template is meant. */
export const commonEnglish: ReadonlySet<string> = new Set(
  `${words} take get have make come go give keep need order item product`.split(/\s+/).filter(Boolean),
);

/** Said the other way round or in another word, with the same claim: any word of a row may stand for any other. */
export const englishSynonyms: readonly (readonly string[])[] = [
  ['delivery', 'shipping', 'deliver', 'ship', 'shipment'],
  ['arrive', 'arrives', 'arrival', 'reach', 'delivered'],
  ['return', 'returned', 'returning'],
  ['buy', 'purchase', 'bought', 'purchased', 'order', 'ordered'],
  ['contact', 'reach', 'write', 'email', 'e-mail'],
  ['email', 'e-mail', 'mail'],
  ['parcel', 'package', 'order'],
  ['unworn', 'unused', 'wear', 'worn'],
  ['basket', 'cart'],
  ['empty', 'nothing'],
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
