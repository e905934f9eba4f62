/** Ordinary English: some 40,000 words as they occur in newspapers and novels, from the lexicon that `natural` tags words with (MIT). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const lexicon = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json';

/** Slips of its own, and dialect, that shoppers' slips look like. */
const misprints = new Set(
  'runing litle suprise exhanges recommendatons thease begining bewteen minimun mimimum materals forgit somethin monei poeple shuld decribed decidely delivre marketin producin marketin meetin threshhold wheare theare feets coste'.split(
    ' ',
  ),
);

let words: ReadonlySet<string> | undefined;

/** Written with a capital in the lexicon: "Saturday" is no misspelt "sturdy". */
const calendar =
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december christmas easter'.split(
    ' ',
  );

/** What shops sell and newspapers seldom speak of: "matcha" is no misspelt "match". */
const goods =
  'matcha mocha latte lattes yixing gaiwan sencha rooibos oolong pannier duffel duffle gilet softshell lanyard'.split(
    ' ',
  );

/** Of five letters and more, in lower case; read when first asked for. */
export const englishWordList = (): ReadonlySet<string> => {
  if (!words) {
    const file = createRequire(import.meta.url).resolve(lexicon);
    const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const ordinary = Object.keys(entries).filter(word => /^[a-z]{5,20}$/.test(word) && !misprints.has(word));
    words = new Set([...ordinary, ...calendar, ...goods]);
  }
  return words;
};

/** How other countries spell it, in the spelling that vocabulary and examples have. */
const spellings: Readonly<Record<string, string>> = {
  color: 'colour',
  colors: 'colours',
  colored: 'coloured',
  favorite: 'favourite',
  gray: 'grey',
  center: 'centre',
  harbor: 'harbour',
  personalized: 'personalised',
  installment: 'instalment',
  installments: 'instalments',
  canceling: 'cancelling',
  canceled: 'cancelled',
  traveling: 'travelling',
};
/** What thumbs leave out. */
const shortForms: Readonly<Record<string, string>> = {
  nvm: 'never mind',
  smth: 'something',
  sth: 'something',
  idk: "i don't know",
  plz: 'please',
  thx: 'thanks',
  gimme: 'give me',
  lemme: 'let me',
  abt: 'about',
  wut: 'what',
  pls: 'please',
  // Without its apostrophe "doesnt" is no misspelt word.
  ...Object.fromEntries(
    'does did are was were could would should has have had'
      .split(' ')
      .map(word => [`${word}nt`, `${word}n't`] as const),
  ),
};
const shortForm = new RegExp(`(?<![a-z0-9_@.#-])(?:${Object.keys(shortForms).join('|')})(?![a-z0-9_@-]|\\.[a-z])`, 'g');
/** "Running shoes size 43", "parka size M": of goods, not one's own. */
const ofSize = /(?<![a-z'-])([a-z'-]{3,}) size (?=(?:(?:eu|uk|us) ?)?\d{1,3}\b|(?:x{0,3}[sl]|m|small|medium|large)\b)/g;
const noGoods = new Set(
  "the what which your shoe foot this that any wear take need want have wears takes same right wrong bigger smaller one not and for but also just only actually now then please i'm his her their usual usually different another maybe yes make in of is king queen single double twin full super plus travel family pocket cabin life standard hand paper file screen".split(
    ' ',
  ),
);

/** Where goods are put is no kind of goods. */
const ownBag = /\b((?:add|put|pop|throw|stick|drop) [^.!?]{1,60}? (?:in|into|to) my) (?:shopping )?bag\b/g;

/** "Ill get the mug": nobody is ill. */
const wantsIt = /^((?:(?:ok|okay|yes|cool|great|then|and)[,. ]+)*)ill (?=(?:take|have|get|go|buy|grab|order)\b)/;
/** "Gloves n a hat". */
const andBetween = /([a-z?!,]) n (?=[a-z])/g;

/** Takes folded text. */
export const inFull = (folded: string): string =>
  folded
    .replace(shortForm, word => shortForms[word]!)
    .replace(wantsIt, "$1i'll ")
    .replace(andBetween, '$1 and ')
    .replace(ownBag, '$1 cart')
    .replace(ofSize, (said, word: string) => (noGoods.has(word) ? said : `${word} in size `));

export const britishSpelling = (word: string): string => spellings[word] ?? word;
