import type { NamedWish, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { parts } from './english-features.ts';
import { isBoundary as stopAsModifier } from './english-phrases.ts';
import type { Clause } from './fact.ts';
import { isFree, type Reader, take } from './reader.ts';

const owned =
  /\b(?:my|your|this|that|these|those|its|their|his|the same)(?: (?:old|current|new|own|previous|\w+'s))? $/;
const replaced = /\b(?:replac(?:e|ing)|chang(?:e|ing)|upgrad(?:e|ing)|swap(?:ping)?)\b.{0,12}$/;
const describing: ReadonlySet<WishSlot> = new Set(['style', 'feature', 'quality']);
const exclaimed =
  /^(?:used|light|cool|cute|fancy|funny|great|sweet|quick|smart|fast|natural|nice|classic|solid|decent|simple|professional|romantic|fancy|quality|original|genuine|sturdy|short|long|soft|gentle|spicy|quiet|powerful|warm)$/;

/** Goods by their plural only: flats are shoes, a flat is none. */
const onlyMany =
  /^(?:flat|light|heel|trainer|short|sweet|chip|nut|weight|pant|boxer|brief|drum|mule|clog|tight|slide|spice|cap size|match|top)$/;
/** What goods of another kind come in. */
const containers = /^(?:bags?|tubes?|bottles?|packs?|jars?|box|boxes|cans?|tins?|cartons?|pots?|cups?|sets?|pairs?)$/;
const formats = /^(?:kindle|e-?books?|audiobooks?|paperbacks?|hardcovers?|hardbacks?)$/;
const counting =
  /\b(?:pair|pairs|set|sets|kind|kinds|type|types|sort|box|bottle|pack|couple|lot|lots|bunch|selection|range|choice|piece|pieces|case|bag|jar|idea) of $/;

/** Words of the vocabulary, each in the slot its surroundings leave it. */
export const readNames = (r: Reader, reacts: boolean): void => {
  const { folded, cased, named, asked, wanted } = r.clause;
  const goods = mergedGoods(named, folded);
  for (const n of goods) {
    if (!isFree(r, n.start, n.end)) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    const surface = folded.slice(n.start, n.end);
    for (const slot of n.slots) {
      if (slot === 'recipient' || slot === 'purpose') continue;
      if (slot === 'product_type' || slot === 'category') {
        if (
          reacts ||
          (owned.test(before) &&
            !/\b(?:which|what|any|some|one) of your $/.test(before) &&
            !replaced.test(before.slice(0, -4)) &&
            !/\bnew $/.test(before))
        )
          continue;
        if (
          /\b(?:for|fits?|into|onto|on|inside|to fit(?: in)?|compatible with|against)(?: (?:my|a|an|the|our|his|her|new|old|\w+ed|\w+))* $/.test(
            before,
          ) &&
          !/\b(?:looking|search(?:ing)?|look|shopping|hunting|market|asking|ask|idea|ideas|go|going|wish|hoping|options?|recommendations?|suggestions?|ideas?) (?:for|on|into)(?: (?!for\b)[\w'-]+)* $/.test(
            before,
          )
        )
          continue;
        if (
          /\b(?:which|what) $/.test(before) &&
          wanted.length > 0 &&
          !/^ (?:is|are|would be|do you (?:have|recommend|suggest)|can you|would you|goe?s?|fits?)\b/.test(after)
        )
          continue;
        if (/^ sizes?\b/.test(after) || onlyMany.test(surface)) continue;
        if (
          containers.test(surface) &&
          wanted.length > 0 &&
          !/\b(?:need|looking for|want|also) (?:an? |some )?$/.test(before)
        )
          continue;
        // "A vase, glass or marble": beside goods the word is what they are made of.
        if (n.slots.includes('material') && (wanted.length > 0 || r.drafts.some(d => d.slot === 'product_type')))
          continue;
        // "The racket" is one that was spoken of; "the colour of the phone" is about it.
        if (/\bthe $/.test(before) && wanted.length > 0 && !/\b(?:need|want|for) the $/.test(before)) continue;
        if (/\bof (?:the |a |my )?$/.test(before) && !counting.test(before)) continue;
        if (formats.test(surface) && (/^(?:paper|hard)/.test(surface) || wanted.some(w => /book|novel/.test(w)))) {
          take(r, { slot: 'feature', start: n.start, end: n.end });
          break;
        }
        if (n.slots[0] !== slot && n.slots[0] === 'genre' && wanted.some(w => /book|novel/.test(w))) continue;
      } else if (slot === 'genre') {
        if (reacts) continue;
        const literary =
          /\b(?:book|novel|stor(?:y|ies)|read|genre|film|movie|game|music|album|series|title)\w*\b/.test(folded) ||
          wanted.some(w => /book|novel|game|music|vinyl|album|film|dvd|comic|stor/.test(w));
        if (
          !literary &&
          !asked.slots.has('genre') &&
          (n.slots.length > 1 ||
            !/classics|thriller|romance|horror|sci|fantasy|mystery|fiction|comic|manga/.test(surface))
        )
          continue;
      } else if (slot === 'brand' || slot === 'author') {
        if (reacts) continue;
        if (isWord(surface) && cased.slice(n.start, n.end) === surface && !asked.slots.has(slot)) continue;
        if (/\bmy (?:\w+ )?$|\bprice of (?:the )?$/.test(before)) continue;
      } else if (describing.has(slot)) {
        if (reacts || /\b(?:more|less|rather) .*\bthan $/.test(before)) continue;
        if (
          exclaimed.test(surface) &&
          folded
            .replace(/[^a-z]+/g, ' ')
            .trim()
            .replace(/^(?:oh|that's|thats|wow|so|very|really) /, '') === surface &&
          !asked.slots.has(slot) &&
          !r.clause.wishBefore
        )
          continue;
        if (exclaimed.test(surface) && !attributive(r.clause, n) && !(r.clause.wishBefore && n.start === 0)) continue;
      } else if (slot === 'age_group') {
        if (/\b(?:my|our) (?:\w+ )?$/.test(before)) continue;
        const next = goods.find(g => g.start > n.start);
        const beside =
          next && /^[ -]?(?:\w+ )?$/.test(folded.slice(n.end, next.start)) && next.slots[0] === 'product_type';
        if (
          !beside &&
          !/\b(?:for|to) (?:the )?$/.test(before) &&
          !asked.slots.has('age_group') &&
          folded.replace(/[^a-z' ]/g, '').trim() !== surface &&
          !/\b(?:looking for|in|am) $/.test(before) &&
          !/^ (?:size |uk |eu |us )?(?:x?s|m|x*l|small|medium|large|\d{1,2})\b/.test(after)
        )
          continue;
        if (/^ (?:character|lead|protagonist|main)/.test(after)) continue;
      } else if (slot === 'color' || slot === 'material') {
        if (reacts && !/\btoo\b/.test(folded)) continue;
        if (surface === 'down' && !/^ (?:jacket|coat|filled|duvet|pillow)/.test(after)) continue;
        if (/^ friday\b/.test(after)) continue;
      }
      if (slot === 'color' && /^(?:red|white)$/.test(surface) && /^ wine\b/.test(after)) continue;
      if (
        slot === 'color' &&
        n.slots.some(s => s === 'product_type') &&
        !goods.some(g => g.start >= n.end && g.slots[0] === 'product_type')
      )
        continue;
      // "A camera would be nice", of a drone: a part of what is wanted.
      if (
        slot === 'product_type' &&
        wanted.length > 0 &&
        parts.test(surface) &&
        !(r.clause.wishBefore && /^(?:and |or )?$/.test(before)) &&
        !/\b(?:need|looking for|want|buy|get|also|and) (?:an? |some |\w+ )?$/.test(before)
      ) {
        const adjective = /(?:^|[,. ])((?!an?\b|the\b|some\b|any\b|and\b|with\b)[a-z-]{3,} )$/.exec(before);
        const from = adjective && !stopAsModifier(adjective[1]!.trim()) ? n.start - adjective[1]!.length : n.start;
        if (isFree(r, from, n.end)) take(r, { slot: 'feature', start: from, end: n.end });
        break;
      }
      // "No batteries" tells of a part of what is wanted, "no mugs" of the goods themselves.
      if (slot === 'product_type' && wanted.length > 0 && /\b(?:no|without) (?:\w+ )?$/.test(before)) {
        take(r, { slot: 'feature', start: n.start, end: n.end, polarity: -1 });
        break;
      }
      const start = slot === 'product_type' ? modifierBefore(r, n) : n.start;
      if (slot === 'product_type' && /^ (?:flavou?r(?:ed)?|scent(?:ed)?|taste)\b/.test(after)) {
        take(r, { slot: 'feature', start: n.start, end: n.end + /^ [a-z]+/.exec(after)![0].length });
        break;
      }
      if (
        slot === 'color' &&
        asked.slots.has('feature') &&
        !asked.slots.has('color') &&
        /\b(?:lavender|rose|mint|peach|orange|lime|coral|violet|lilac|champagne|mustard|plum)\b/.test(surface)
      ) {
        take(r, { slot: 'feature', start: n.start, end: n.end });
        break;
      }
      if (slot === 'material') {
        const kind =
          /\b(?:solid|light|dark|real|genuine|vegan|faux|organic|egyptian|merino|cold|olive|brushed|tempered|pure|soft|mango|sheesham|stone)[ -]$/.exec(
            before,
          );
        const from = kind ? kind.index : n.start;
        if (kind && isFree(r, from, n.end)) {
          take(r, { slot, start: from, end: n.end });
          break;
        }
      }
      if (slot === 'material' && /^ (?:blend|mix|lining)\b/.test(after)) {
        take(r, { slot, start: n.start, end: n.end + /^ [a-z]+/.exec(after)![0].length });
        break;
      }
      const tail =
        slot === 'product_type'
          ? /^ (?:stands?|holders?|racks?|cabinets?|organi[sz]ers?|box|boxes|cases?|covers?|sets?|kits?|trays?|dispensers?|openers?|cutters?|makers?|machines?|mounts?|straps?|bands?|cleaners?|sprays?|brush|brushes|hooks?|pouch|sleeves?|protectors?|pads?|toys?|cushions?|lights?|warmers?|grinders?|slicers?|peelers?|shelf|shelves|stool|frames?|bags?|mats?)\b(?! (?:in|up|for))/.exec(
              after,
            )
          : null;
      take(r, { slot, start, end: n.end + (tail?.[0].length ?? 0) });
      break;
    }
  }
};

const common =
  /^(?:style|size|sized|two|three|four|five|six|seven|eight|nine|ten|recommend|suggest|sell|show|find|carry|stock|order|purchase|read|give|send|bring|choose|pick|select|compare|browse|offer|enjoy|hate|collect|make|see|try|replace|easy|simple|nothing|every|everyday|daily|home|better|bigger|smaller|larger|longer|shorter|cheaper|lighter|warmer|newer|older|nicer|softer|faster|stronger|thicker|wider|higher|lower|simpler|darker|brighter|quieter|safer|new|old|good|nice|great|best|perfect|proper|decent|big|small|large|little|long|short|beautiful|pretty|special|great|right|real|young|fun|easy|same|next|last|first|second|third|own|whole|top|free|full|main|latest|newest|cheap|hot|cold|wide|narrow|thick|thin|light|heavy|identical|matching|hard|soft|fresh|strong|deep|low|high|fast|slow|robust|sweet|similar|other|different|more|extra|super|really|very|such|couple|pair|set|kind|type|sort|lot|only|just|also|like|about|buy|get|colou?r|coloured|colored|french|english|german|italian|japanese|chinese|gay|mens|womens|male|female)$/;
const adjectival = /(?:able|ible|ful|ous|ive|al|ic|ish|y|ed|ing|ent|ant|less|est|proof|free|some|ern|ly|ese|ian)$/;

/** A noun that narrows the goods, unknown to the vocabulary: a corner lamp. */
const modifierBefore = (r: Reader, n: NamedWish): number => {
  const { folded, cased, named } = r.clause;
  const m = /(?:\b[a-z\d]+ )([a-z]{3,14}) $/.exec(folded.slice(0, n.start));
  if (!m || common.test(m[1]!) || adjectival.test(m[1]!) || stopAsModifier(m[1]!)) return n.start;
  const start = n.start - m[1]!.length - 1;
  if (
    named.some(o => o.start < n.start && start < o.end) ||
    cased[start] !== folded[start] ||
    !isFree(r, start, n.start)
  )
    return n.start;
  return start;
};

/** Brand and author names that are ordinary words: only with a capital. */
const isWord = (surface: string): boolean =>
  /^(?:apple|pixel|surface|beats|marshall|shark|ninja|lodge|coach|dove|fossil|trek|fender|head|polar|vans|puma|converse|columbia|stanley|parker|pandora|crucial|head|clarks|lush|specialized|gap|brooks|king|fitzgerald|asics|oral-b|head|braun|coral|dickens|camus|sharp|pilot|brother|nest|pioneer|champion|honor|keen|camper|simba|joie|poc|rab|altra|teva|habitat|deco|kong|lotto|roland|victor|giant|canyon|hunter|prince|bell|nothing|guess|next|gap|atomic|canon|anker|kingston|deuter|osprey|thermos|salinger)$/.test(
    surface,
  );

const attributive = (clause: Clause, n: NamedWish): boolean => {
  const { folded } = clause;
  const before = folded.slice(0, n.start);
  const after = folded.slice(n.end);
  return (
    /\b(?:something|anything|sth|someting|more|bit|be|a|an|very|really|and|with|prefer|want|like|is|that's|it's|i'd say|looks?|look|keep it|too|not|less|some|or|quite|pretty|need)(?: (?:a bit|more|really|very|quite|too|super|nice and|looks?|nice))* $/.test(
      before,
    ) &&
    (/^ (?:and )?[a-z]/.test(after) || /^\W*$/.test(after)) &&
    !/^ ?(?:thanks|idea|deal|offer|choice|job|day|one time)/.test(after)
  );
};

const groupHeads =
  /^(?:equipment|gear|supplies|accessor(?:y|ies)|stuff|clothes|clothing|products|kit|items|essentials|outfit)$/;

/** Goods named side by side are one: an office calendar; "badminton equipment" is a group of goods. */
const mergedGoods = (named: readonly NamedWish[], folded: string): NamedWish[] => {
  const merged: NamedWish[] = [];
  for (const n of named) {
    const last = merged.at(-1);
    const beside = last && /^[ -]$/.test(folded.slice(last.end, n.start));
    const head = n.slots.includes('product_type') || n.slots.includes('category');
    const isGoods = last?.slots[0] === 'product_type' || last?.slots[0] === 'category';
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
    if (beside && n.slots[0] === last.slots[0] && (n.slots[0] === 'color' || n.slots[0] === 'genre')) {
      merged[merged.length - 1] = { ...n, start: last.start };
      continue;
    }
    merged.push(n);
  }
  return merged;
};
