/**
 * Words that state nothing about goods, prices or what the shop will do: a rephrasing may use them freely. Every other
 * word has to stand in the template. What is missing on purpose: words of money and deals, of stock and hurry, of
 * promising and agreeing ("yes", "sure": a whole answer in itself), of other people, of rules and instructions.
 */
const words = `
a an the this that these those it its it's they them their theirs there here i me my we us our you your
am is are was were be been being do does did have has had having can could may might would should will shall let
and or but so because as if when while where which who what how why whether than then also too just very really quite
to of in on at by with for from into about over under up down out off through between before after until during per
not no nor please thanks thank welcome hello hi hey goodbye bye sorry dear glad happy pleased lovely nice great good
well fine easy easily simple simply clear clearly quick quickly short note mind
let know tell ask asking say see look looking find finding help helping check need want like love prefer wish would
get getting take taking takes go going come coming us make making feel think mean means turn try put use using
work works start pick choose chosen choosing share learn understand explain describe hear read show shown showing
wait moment bit little lot some any anything something else other way thing things one ones kind sort part detail details
question questions answer answers message word words information info page pages list option options idea ideas
shop store assistant bot automated person human team staff support
more most again back further first together around along once still already usually normally generally typically simply
order orders main short brief summary case such same different each both either
wonderful delighted appreciate enjoy enjoyable hope assist assistance happy reach touch talk chat speak
comes come closest close fit fits suit suits match matches right rather instead within without
`;

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
