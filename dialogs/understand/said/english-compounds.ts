/** Which words around goods belong to their name: a corner lamp, a table runner, an office calendar. Takes folded text. */
import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { hollow, isBoundary as stopAsModifier } from './english-phrases.ts';
import { speech, speechOf } from './parts-of-speech.ts';
import { isFree, type Reader } from './reader.ts';

const common =
  /^(?:double|single|king|queen|twin|mini|giant|huge|tall|massive|medium|family|normal|wee|bulk|multi|plus|regular|standard|complete|entire|another|alright|open|until|mid|watch|throw|(?!sports|tennis|kids|mens|ladies|womens|glass|dress|cross|bass|brass|chess|press|christmas|canvas|gas|bus|plus)[a-z]{3,}[a-rt-z]s|style|size|sized|two|three|four|five|six|seven|eight|nine|ten|recommend|suggest|sell|show|find|carry|stock|order|purchase|read|give|send|bring|choose|pick|select|compare|browse|offer|enjoy|hate|collect|make|see|try|replace|easy|simple|nothing|every|everyday|daily|home|better|bigger|smaller|larger|longer|shorter|cheaper|lighter|warmer|newer|older|nicer|softer|faster|stronger|thicker|wider|higher|lower|simpler|darker|brighter|quieter|safer|new|old|good|think|guess|suppose|mean|say|know|believe|starter|beginner|nice|great|best|perfect|proper|decent|big|small|large|little|long|short|beautiful|pretty|special|great|right|real|young|fun|easy|same|next|last|first|second|third|own|whole|top|free|full|main|latest|newest|cheap|hot|cold|wide|narrow|thick|thin|light|heavy|identical|matching|hard|soft|fresh|strong|deep|low|high|fast|slow|robust|sweet|similar|other|different|more|extra|super|really|very|such|couple|pair|set|kind|type|sort|lot|only|just|also|like|about|buy|get|colou?r|coloured|colored|french|english|german|italian|japanese|chinese|gay|mens|womens|male|female)$/;
const adjectival = /(?:able|ible|ful|ous|ive|al|ic|ish|y|ed|ing|ent|ant|less|est|proof|free|some|ern|ly|ese|ian)$/;

/** A noun that narrows the goods, unknown to the vocabulary: a corner lamp. */
export const modifierBefore = (r: Reader, n: NamedWish): number => {
  const { folded, cased, named } = r.clause;
  const m = /(?:\b[a-z\d]+ |^)([a-z]{3,14}) $/.exec(folded.slice(0, n.start));
  if (!m || common.test(m[1]!) || adjectival.test(m[1]!) || stopAsModifier(m[1]!) || isDone(m[1]!)) return n.start;
  const start = n.start - m[1]!.length - 1;
  if (
    named.some(o => o.start < n.start && start < o.end) ||
    cased[start] !== folded[start] ||
    !isFree(r, start, n.start)
  )
    return n.start;
  return start;
};

/** "I thought earrings", "blunts knives": a verb, and no part of the name. */
const isDone = (word: string): boolean =>
  (speechOf(word) & (speech.past | speech.thirdPerson)) !== 0 && (speechOf(word) & speech.adjective) === 0;

/** A noun that goods before it narrow, unknown to the vocabulary: a table runner, sheet music. */
export const headAfter = (r: Reader, from: number): number => {
  const { folded, cased, named } = r.clause;
  const m = /^ ([a-z]{4,12})(?=$|[.,!?)]| (?:for|in|with|that|please|pls|and|or|under|from|by|made)\b)/.exec(
    folded.slice(from),
  );
  if (!m) return 0;
  const noun = m[1]!;
  const end = from + m[0].length;
  if (stopAsModifier(noun) || hollow.test(noun) || common.test(noun) || adjectival.test(noun) || notAHead.test(noun))
    return 0;
  if ((speechOf(noun) & speech.noun) === 0 || (speechOf(noun) & speech.past) !== 0) return 0;
  if (cased[from + 1] !== folded[from + 1] || named.some(o => o.start < end && from < o.end) || !isFree(r, from, end))
    return 0;
  return m[0].length;
};
const notAHead =
  /^(?:charges?|range|dupes?|along|written|today|tomorrow|tonight|sizes?|size|brands?|ideas?|better|prices?|range|urgently|online|instead|either|anymore|around|asap|then|thanks?|want|need|help|again|here|there|have|sell|work|fits?|look|looks|goes|stuff|wise|people|person|users?|owner|lovers?|fans?|please|guys|each|side|department|section|shop|store|page|deals?|offers?|sale)$/;

/** "Bluetooth speakers" are speakers: how goods connect is a feature of theirs. */
export const splitConnection = (n: NamedWish, folded: string): NamedWish[] => {
  const how = n.slots[0] === 'product_type' ? /^(?:bluetooth|wireless) /.exec(folded.slice(n.start, n.end)) : null;
  if (!how) return [n];
  const at = n.start + how[0].length;
  return [
    { slots: ['feature'], child: false, start: n.start, end: at - 1 },
    { ...n, start: at },
  ];
};

const groupHeads =
  /^(?:equipment|gear|supplies|accessor(?:y|ies)|stuff|clothes|clothing|products|kit|items|essentials|outfit)$/;

/** Goods named side by side are one: an office calendar; "badminton equipment" is a group of goods. */
export const mergedGoods = (named: readonly NamedWish[], folded: string): NamedWish[] => {
  const merged: NamedWish[] = [];
  for (const n of named) {
    const last = merged.at(-1);
    const beside = last && /^[ -]$/.test(folded.slice(last.end, n.start));
    const head = n.slots.includes('product_type') || n.slots.includes('category');
    const isGoods = last?.slots[0] === 'product_type' || last?.slots[0] === 'category';
    if (beside && head && last.slots[0] === 'feature' && /^(?:usb|wi-?fi)\b/.test(folded.slice(last.start, last.end))) {
      merged[merged.length - 1] = { ...n, start: last.start };
      continue;
    }
    if (beside && head && isGoods && folded.slice(last.start, last.end) !== 'light') {
      merged[merged.length - 1] = { ...n, start: last.start };
      continue;
    }
    if (beside && head && last.slots[0] === 'purpose' && !groupHeads.test(folded.slice(n.start, n.end))) {
      merged[merged.length - 1] = { ...n, start: last.start };
      continue;
    }
    if (beside && groupHeads.test(folded.slice(n.start, n.end)) && last.slots.includes('purpose')) {
      merged[merged.length - 1] = { ...n, slots: ['category'], start: last.start };
      continue;
    }
    // "Scandinavian crime", "historical romance".
    if (beside && n.slots.includes('genre') && last.slots.includes('style')) {
      merged[merged.length - 1] = { ...n, slots: ['genre'], start: last.start };
      continue;
    }
    if (beside && n.slots[0] === last.slots[0] && (n.slots[0] === 'color' || n.slots[0] === 'genre')) {
      merged[merged.length - 1] = { ...n, start: last.start };
      continue;
    }
    merged.push(n);
  }
  return merged;
};
