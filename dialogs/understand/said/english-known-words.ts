/** What a known word is where it stands: a metal, a side of a choice, a maker's name that is an everyday word, a property. Takes folded text. */
import type { NamedWish, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
import type { Clause } from './fact.ts';

/** Of jewellery and the like a metal is what they are made of, not their colour. */
const metals = /^(?:(?:white|yellow) )?gold$|^silver$|^copper$|^bronze$/;
const metalGoods =
  /\b(?:jewell?ery|rings?|necklaces?|pendants?|bracelets?|bangles?|earrings?|hoops|studs|anklets?|brooch(?:es)?|cufflinks?|lockets?|chains?|charms?|chokers?|tiaras?|frames?|candlesticks?|goblets?|cutlery)\b/;

export const isMetalOf = ({ folded, wanted }: Clause, start: number, end: number): boolean =>
  metals.test(folded.slice(start, end)) && (metalGoods.test(folded) || wanted.some(w => metalGoods.test(w)));

/** The side taken of a choice is of one kind with the others: "gel", of "cream, gel or lotion?", is no material. */
export const chosenSide = ({ folded, asked, wanted }: Clause, surface: string, n: NamedWish): WishSlot | undefined => {
  const kind = asked.alternativesAre;
  if (asked.options.length < 2 || wanted.length === 0 || n.slots[0] === kind) return undefined;
  // Of gear of several kinds the sides are goods.
  if (/\b(?:equipment|gear|supplies|accessor(?:y|ies)|stuff|set|kit)$/.test(wanted.at(-1)!)) return undefined;
  const isGoods = n.slots[0] === 'product_type' || n.slots[0] === 'category';
  if (!isGoods && !(n.slots[0] === 'purpose' && kind !== 'feature')) return undefined;
  if (
    !/^(?:(?:the|a|an|ok|oh|hm+|so|maybe|probably|just|i'd say|i think|yes|well|rather|prefer|i prefer)[, ]+)*$/.test(
      folded.slice(0, n.start),
    )
  )
    return undefined;
  const words = surface.replaceAll('-', ' ');
  return asked.options.some(
    o =>
      singular(
        o
          .toLowerCase()
          .replaceAll('-', ' ')
          .replace(/ sized?$/, '')
          .replace(/ ([a-z]+)$/, (tail, noun: string) => (wanted.some(w => w.includes(noun)) ? '' : tail)),
      ) === singular(words),
  )
    ? kind
    : undefined;
};

/** Brand and author names that are ordinary words: only with a capital. */
export const isWord = (surface: string): boolean =>
  /^(?:cos|off|own|let's|hi|apple|pixel|surface|beats|marshall|shark|ninja|lodge|coach|dove|fossil|trek|fender|head|polar|vans|puma|converse|columbia|stanley|parker|pandora|crucial|head|clarks|lush|specialized|gap|brooks|king|fitzgerald|asics|oral-b|head|braun|coral|dickens|camus|sharp|pilot|brother|nest|pioneer|champion|honor|keen|camper|simba|joie|poc|rab|altra|teva|habitat|deco|kong|lotto|roland|victor|giant|canyon|hunter|prince|bell|nothing|guess|next|gap|atomic|canon|anker|kingston|deuter|osprey|thermos|salinger)$/.test(
    surface,
  );

export const attributive = (clause: Clause, n: NamedWish): boolean => {
  const { folded } = clause;
  const before = folded.slice(0, n.start);
  const after = folded.slice(n.end);
  if (/^ ones?\b/.test(after) && !/\b(?:the|that|this|which) $/.test(before)) return true;
  return (
    /\b(?:something|anything|sth|someting|more|bit|be|a|an|very|really|and|with|prefer|want|like|is|that's|it's|i'd say|looks?|look|keep it|too|not|less|some|or|quite|pretty|need)(?: (?:a bit|more|really|very|quite|too|super|nice and|looks?|nice))* $/.test(
      before,
    ) &&
    (/^ (?:and )?[a-z]/.test(after) || /^\W*$/.test(after)) &&
    !/^ ?(?:thanks|idea|deal|offer|choice|job|day|one time)/.test(after)
  );
};

export const exclaimed =
  /^(?:used|light|cool|cute|fancy|funny|great|sweet|quick|smart|fast|natural|nice|classic|solid|decent|simple|professional|romantic|fancy|quality|original|genuine|sturdy|short|long|soft|gentle|spicy|quiet|powerful|warm)$/;

/** Goods by their plural only: flats are shoes, a flat is none. */
export const onlyMany =
  /^(?:flat|light|heel|trainer|short|sweet|chip|nut|weight|pant|boxer|brief|drum|mule|clog|tight|slide|spice|cap size|match|top)$/;
/** Things are said to be in, on or like other things that nobody wants to buy. */
export const besides =
  /\b(?:in|into|on|onto|under|beside|next to|near|against|from|like|off|over|between|behind|than|at|inside|above|below|around|through|thru|across|without it) (?:(?:the|a|an|my|our|your|his|her|their|this|that|[a-z]+) ){0,2}$/;
export const hasGoodsFrame =
  /\b(?:need|buy|order|also|another|sell|stock|bottle of|jar of|tub of|glass of) (?:[a-z]+ ){0,2}$/;

/** What goods of another kind come in. */
export const containers =
  /^(?:bags?|tubes?|bottles?|packs?|jars?|box|boxes|cans?|tins?|cartons?|pots?|cups?|sets?|pairs?)$/;
export const formats = /^(?:kindle|e-?books?|audiobooks?|paperbacks?|hardcovers?|hardbacks?)$/;
export const counting =
  /\b(?:pair|pairs|set|sets|kind|kinds|type|types|sort|box|bottle|pack|couple|lot|lots|bunch|selection|range|choice|piece|pieces|case|bag|jar|idea) of $/;
