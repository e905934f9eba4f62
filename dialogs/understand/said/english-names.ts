import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { headAfter, mergedGoods, modifierBefore, splitConnection } from './english-compounds.ts';
import { parts } from './english-features.ts';
import { isOnlyMentioned } from './english-goods.ts';
import {
  attributive,
  besides,
  chosenSide,
  containers,
  counting,
  exclaimed,
  formats,
  hasGoodsFrame,
  isMetalOf,
  isWord,
  onlyMany,
} from './english-known-words.ts';
import { isBoundary as stopAsModifier } from './english-phrases.ts';
import { isFree, type Reader, take } from './reader.ts';

const owned =
  /\b(?:my|your|this|that|these|those|its|their|his|the same)(?: (?:old|current|new|own|previous|\w+'s))? $/;
const replaced = /\b(?:replac(?:e|ing)|chang(?:e|ing)|upgrad(?:e|ing)|swap(?:ping)?)\b.{0,12}$/;
const describing: ReadonlySet<WishSlot> = new Set(['style', 'feature', 'quality']);
/** Words of the vocabulary, each in the slot its surroundings leave it. */
export const readNames = (
  r: Reader,
  { reacts, asksFor }: { readonly reacts: boolean; readonly asksFor: boolean },
): void => {
  const { folded, cased, named, asked, wanted } = r.clause;
  const goods = mergedGoods(
    named.flatMap(n => splitConnection(n, folded)),
    folded,
  );
  for (const n of goods) {
    if (!isFree(r, n.start, n.end)) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    const surface = folded.slice(n.start, n.end);
    const side = chosenSide(r.clause, surface, n);
    if (side) {
      take(r, { slot: side, start: n.start, end: n.end, confidence: 0.6 });
      continue;
    }
    // "Not glass, they show the limescale": what goods are made of.
    if (n.slots.includes('material') && n.slots[0] !== 'material' && /^(?:not|no|never|nothing in) $/.test(before)) {
      take(r, { slot: 'material', start: n.start, end: n.end, polarity: -1 });
      continue;
    }
    // "In the dark wash", of jeans.
    const wash = /^(?:dark|light|mid|stone|black|indigo|acid) wash$/.exec(surface);
    if (wash) {
      take(r, { slot: 'color', start: n.start, end: n.end });
      continue;
    }
    if (n.slots.includes('color') && isMetalOf(r.clause, n.start, n.end)) {
      take(r, { slot: 'material', start: n.start, end: n.end });
      continue;
    }
    for (const slot of n.slots) {
      if (slot === 'recipient' || slot === 'purpose') continue;
      if (slot === 'product_type' || slot === 'category') {
        // "Cream is good", of boots: goods elsewhere, a colour here.
        if (n.slots.includes('color') && (wanted.length > 0 || /\bin $/.test(before)) && !hasGoodsFrame.test(before))
          continue;
        if (
          wanted.length > 0 &&
          !asked.slots.has('product_type') &&
          asked.alternativesAre !== 'product_type' &&
          besides.test(before)
        )
          continue;
        if (
          reacts ||
          (owned.test(before) &&
            !/\b(?:(?:which|what|any|some|one) of your|(?:any|some) of (?:those|these)) $/.test(before) &&
            !replaced.test(before.slice(0, -4)) &&
            !/\bnew $/.test(before))
        )
          continue;
        if (
          /\b(?:for|fits?|into|onto|on|inside|to fit(?: in)?|compatible with|against)(?: (?!so\b|need\b|want\b|but\b)\w+)* $/.test(
            before,
          ) &&
          !/\b(?:looking|search(?:ing)?|look|shopping|hunting|market|eyes?|heart|sights?|set|settled|asking|ask|idea|ideas|go|going|wish|hoping|options?|recommendations?|suggestions?|ideas?) (?:for|on|into)(?: (?!for\b)[\w'-]+)* $/.test(
            before,
          )
        )
          continue;
        if (
          /\b(?:which|what) $/.test(before) &&
          wanted.length > 0 &&
          !/^ (?:is|are|would be|do you (?:have|recommend|suggest)|have (?:you|u)|(?:you|u) (?:have|got|recommend)|can you|would you|goe?s?|fits?)\b/.test(
            after,
          )
        )
          continue;
        if (
          /^(?:drinks|snacks|plants|prints|sleeps|watches|dresses|shoes|presents|tops|covers)$/.test(surface) &&
          /\b(?:he|she|it|who|that|and|also|only|always|never) $/.test(before) &&
          /^ (?:a lot|lots|only|too|coffee|tea|so|well|with|on|up)\b/.test(after)
        )
          continue;
        if (/\b(?:watch|watching|play|playing) (?:\w+ ){0,2}$/.test(before)) continue;
        if (!asksFor && isOnlyMentioned(r, before)) continue;
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
        if (
          /\bthe $/.test(before) &&
          wanted.length > 0 &&
          !/\b(?:need|want|for) the $/.test(before) &&
          !(/^(?:and|plus|also|n) the $/.test(before) && /^ (?:too|as well|also)\b/.test(after))
        )
          continue;
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
        if (
          isWord(surface) &&
          cased.slice(n.start, n.end) === surface &&
          !asked.slots.has(slot) &&
          !(
            /\b(?:not|anything but|but) (?:the |an? )?$/.test(before) && !/^ (?:on|as|that|so|the|an?|to)\b/.test(after)
          ) &&
          !asked.names.includes(surface) &&
          asked.shown.get(surface) !== slot &&
          !/\b(?:preferably|ideally|prefer) $/.test(before)
        )
          continue;
        if (/\bmy (?:\w+ )?$|\bprice of (?:the )?$/.test(before)) continue;
        if (/\b(?:currently|at the moment) (?:\w+ )?(?:an?|my|our) (?:[\w-]+ ){0,3}$/.test(before)) continue;
      } else if (describing.has(slot)) {
        if (reacts || /\b(?:more|less|rather) .*\bthan $/.test(before)) continue;
        if (
          /\b(?:i'm|i am|we're|we are|she's|she is|he's|he is|they're|they are) (?:a |both |all )?$/.test(before) &&
          /^(?:vegan|vegetarian|organic|loud|noisy|natural)$/.test(surface)
        )
          continue;
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
        if (
          /^(?:sweet|cute|cool|fun|great|funny|lovely|nice)$/.test(surface) &&
          wanted.length > 0 &&
          /(?<!should be |must be )\b(?:is|are|looks|sounds|seems|that's|it's) (?:so |really |very )?$/.test(before)
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
        if (
          reacts &&
          !/\btoo\b/.test(folded) &&
          !(n.start === 0 && asked.options.some(o => o.toLowerCase() === surface))
        )
          continue;
        if (
          surface === 'down' &&
          r.clause.negations.length === 0 &&
          !/^ (?:jacket|coat|filled|duvet|pillow)/.test(after)
        )
          continue;
        if (/^ friday\b/.test(after)) continue;
      }
      if (slot === 'color' && /^(?:red|white)$/.test(surface) && /^ wine\b/.test(after)) continue;
      if (
        slot === 'color' &&
        n.slots.some(s => s === 'product_type') &&
        !/\bin $/.test(before) &&
        !goods.some(g => g.start >= n.end && g.slots[0] === 'product_type')
      )
        continue;
      // Olives, roses and rainbows are no colours.
      if (
        slot === 'color' &&
        /^(?:olive|rose|rainbow|orange|peache|plum|cherrie|berrie|lime|mint|cream|sand|chocolate|lemon|violet)s$/.test(
          surface,
        )
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
      // "A water bottle pocket", of a rucksack.
      const holder =
        slot === 'product_type' && wanted.length > 0
          ? /^ (?:pockets?|compartments?|sleeves?|slots?|loops?|holders?|hooks?)\b/.exec(after)
          : null;
      if (holder) {
        take(r, { slot: 'feature', start: n.start, end: n.end + holder[0].length });
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
      const part =
        slot === 'color'
          ? /^ (?:dials?|frames?|buckles?|trims?|rims?|accents?|details?|soles?|stitching|lettering|numbers|buttons|hardware|lining|straps?|handles?|lids?|legs?)\b/.exec(
              after,
            )
          : null;
      if (part && (wanted.length > 0 || r.drafts.some(d => d.slot === 'product_type'))) {
        take(r, { slot: 'feature', start: n.start, end: n.end + part[0].length });
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
      const head = slot === 'product_type' && !tail ? headAfter(r, n.end) : 0;
      take(r, { slot, start, end: n.end + (tail?.[0].length ?? head) });
      break;
    }
  }
};
