/** Sizes, measures and counts. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { sizesIn } from '../sizes.ts';
import { isFree, type Reader, take } from './reader.ts';

const measure =
  /(?<![\w.$€£])(?:at ?least |minimum (?:of )?|more than |over |up to |around )?(\d+(?:[.,]\d+)?)[ -]?(gb|gigabytes?|gigs?|tb|mb|mp|megapixels?|mah|hz|inch(?:es)?|cm|mm|m|met(?:er|re)s?|ft|feet|kg|kilos?|g|grams?|lbs?|lit(?:er|re)s?|l|ml|oz|watts?|w|hours?|hrs?|pages?|ply|seater|person|people|pieces?|"(?!\w))(?:\b|(?<="))(?:(?: of)? (?:internal |external |disk |storage |flash )*(?:storage|memory|ram|ssd|battery(?: life)?|camera|screen|display|hard drive|space|length|long|wide|tall|high|in length|capacity))?/g;
const sizeUnits =
  /^(?:inch|inches|"|cm|mm|m|meters?|metres?|ft|feet|lit(?:er|re)s?|l|ml|oz|kg|kilos?|g|grams?|lbs?|seater|person|people)$/;
const spelledMeasure =
  /\b(?:half an?|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|fifty) (?:lit(?:er|re)s?|met(?:er|re)s?|kilos?|grams?|inch(?:es)?|feet|seats|seater)\b/g;
const namedSize =
  /\bextra (long|large|small|wide)\b(?!-)|\b(queen|king|twin|full|single|double|travel|pocket|family|plus|a[3-6]|carry-on|cabin|full|regular|normal|medium|standard)[ -]sized?\b|\b(?:size|sizes|sized?:) (small|medium|large|extra large|regular)\b|\b(a[3-6])\b|\b(small|medium|large|tiny|big|bigger|smaller|larger|huge|mini|compact)(?: enough)? (?:one|ones|size|version|bottle|bag|tube|pack|packet|jar|tin|tub|carton)s?\b|\b(?:not|nothing|isn't|not be|don't want (?:it|anything|something)) too (big|small|large|long|short|wide|tall|bulky|high|thick|thin)\b/g;
/** "61 keys", "two drawers". */
const partsCounted =
  /(?<![\w.$€£])(?:\d{1,3}|two|three|four|five|six|eight|ten) (?:different )?(?:keys|drawers|pockets|compartments|burners|slots|speeds|levels|stages|players|ports|shelves|gears|settings|programs|modes|layers|channels|colou?rs|buttons|blades)\b/g;
const counted =
  /(?<![\w.$€£])(\d{1,5}(?:,\d{3})?|two|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|a couple of|couple of|several)(?: (?:of (?:them|these|those|the|each)|(?:pairs?|pieces?|packs?|sets?|boxes|bottles|copies|units?|items?|pcs)(?: of)?|(?:(?!people|persons?|days?|weeks?|months?|years?|hours?|times?|minutes?|miles?|different|percent)[a-z-]+ ){0,2}(?=\0))| ?x\b)/g;

export const readMeasures = (r: Reader): void => {
  const { folded, asked } = r.clause;
  for (const m of folded.matchAll(/\bw ?\d{2}(?:[ /x]{0,2}l ?\d{2})?\b|\bl\d{2}\b/g))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  for (const m of folded.matchAll(spelledMeasure))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  for (const m of folded.matchAll(measure)) {
    const unit = m[2]!;
    if (!isFree(r, m.index, m.index + m[0].length)) continue;
    if (/^(?:m|g|l|w)$/.test(unit) && /\d$/.test(m[1]!) && / $/.test(m[0].slice(0, -unit.length)) && unit !== 'm')
      continue;
    if (/^pieces?$/.test(unit)) continue;
    if (/^(?:people|person)$/.test(unit) && !/\b(?:tent|table|sofa|seats?|serves?)\b/.test(folded)) continue;
    const lead = /^(?:at ?least |minimum (?:of )?|more than |over |up to |around )/.exec(m[0])?.[0] ?? '';
    const start = m.index + lead.length;
    const slot: WishSlot = sizeUnits.test(unit) ? 'size' : 'feature';
    const atMost = /\b(?:no|not) (?:\w+er|more|less) than $/.test(folded.slice(0, start));
    take(r, {
      slot,
      start,
      end: m.index + m[0].length,
      value:
        slot === 'size'
          ? m[0].slice(lead.length).replace(/ (?:in )?(?:long|wide|tall|high|length)$/, '')
          : m[0].slice(lead.length),
      ...(atMost ? { polarity: 1 as const } : {}),
    });
  }
  for (const m of folded.matchAll(partsCounted))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'feature', start: m.index, end: m.index + m[0].length });
  const neighbours =
    /(?<![\w.$€£])(\d{1,2}(?:\.5)?|x?[sml]|xl) (?:or|and|to) (?:an? )?(\d{1,2}(?:\.5)?|x?[sml]|xl)(?![\w.%])/.exec(
      folded,
    );
  if (
    neighbours &&
    (asked.slots.has('size') || /\b(?:wear|size|take)\b/.test(folded)) &&
    !/[$€£]|\bbudget\b/.test(folded)
  ) {
    const second = neighbours.index + neighbours[0].length - neighbours[2]!.length;
    take(r, { slot: 'size', start: neighbours.index, end: neighbours.index + neighbours[1]!.length });
    take(r, { slot: 'size', start: second, end: second + neighbours[2]!.length });
  }
  const scaled = /(?<![\w.])(\d{1,2}(?:\.5)?) (?:uk|us|eu)\b/.exec(folded);
  if (scaled && isFree(r, scaled.index, scaled.index + scaled[0].length))
    take(r, { slot: 'size', start: scaled.index, end: scaled.index + scaled[0].length });
  const ofPeople = /\b(?:men's|women's|mens|womens|ladies'?|unisex) (small|medium|large|xl|xxl)\b/.exec(folded);
  if (ofPeople) {
    const start = ofPeople.index + ofPeople[0].length - ofPeople[1]!.length;
    if (isFree(r, start, start + ofPeople[1]!.length))
      take(r, { slot: 'size', start, end: start + ofPeople[1]!.length });
  }
  for (const m of folded.matchAll(/\bipx?\d{1,2}\b/g))
    take(r, { slot: 'feature', start: m.index, end: m.index + m[0].length });
  const ofChildren = /\bsizes? ([5-9]\d|1\d\d)\b/.exec(folded);
  if (ofChildren && isFree(r, ofChildren.index, ofChildren.index + ofChildren[0].length))
    take(r, {
      slot: 'size',
      start: ofChildren.index,
      end: ofChildren.index + ofChildren[0].length,
      value: ofChildren[1]!,
    });
  for (const s of sizesIn(folded)) {
    if (!isFree(r, s.start, s.end)) continue;
    if (
      !asked.slots.has('size') &&
      /^(?:a|an|the|in) (?:small|medium|large)/.test(folded.slice(s.start, s.end)) &&
      !/^(?:\s*(?:please|size)|$)/.test(folded.slice(s.end))
    )
      continue;
    const value = /(\d{1,2}(?:\.5)?|[smlx]{1,4}|small|medium|large|extra large|extra small)\W*$/.exec(
      folded.slice(s.start, s.end).replace(/ (?:please|size|shoes?)\W*$/, ''),
    )?.[1];
    take(r, {
      slot: 'size',
      start: s.start,
      end: s.end,
      value: /^(?:us|uk) /.test(s.value) ? s.value : (value ?? s.value),
    });
  }
  const bare = /(?<![\w.$€£])(\d{1,2}(?:\.5)?)(?![\w.%])/.exec(folded);
  if (
    asked.slots.has('size') &&
    bare &&
    !/\b(?:set|pack|box)s? of $/.test(folded.slice(0, bare.index)) &&
    !/[$€£]|\b(?:usd|dollars?|euros?|bucks|pounds?)\b/.test(folded) &&
    !r.drafts.some(d => d.slot === 'size') &&
    isFree(r, bare.index, bare.index + bare[0].length)
  )
    take(r, { slot: 'size', start: bare.index, end: bare.index + bare[0].length });
  for (const m of folded.matchAll(namedSize)) {
    const said = m[1] || m[2] ? m[0] : (m[5] ?? m[3] ?? m[4] ?? m[6]!);
    const start = m.index + m[0].indexOf(said);
    if (!isFree(r, start, start + said.length)) continue;
    const excess = m[6] !== undefined;
    const ofShape = excess && !/^(?:big|small|large|wide)$/.test(said);
    take(r, {
      slot: ofShape ? 'feature' : 'size',
      start,
      end: start + said.length,
      ...(excess ? { polarity: -1 as const } : {}),
    });
  }
};

/** How many; "several" says no more than that. */
const counts: Readonly<Record<string, string>> = {
  'a dozen': '12',
  'a couple of': '2',
  'couple of': '2',
  'a couple': '2',
  several: 'several',
};
const countOf = (said: string): string => counts[said] ?? String(readNumber(said));

export const readQuantity = (r: Reader): void => {
  const { folded, named, asked } = r.clause;
  const set = /\b(?:set|pack|box)s? of (\d{1,2}|two|three|four|five|six|eight|ten|twelve)\b(?! [a-z]+s\b)/.exec(folded);
  if (set) {
    const start = set.index + set[0].length - set[1]!.length;
    if (isFree(r, start, start + set[1]!.length))
      take(r, { slot: 'quantity', start, end: start + set[1]!.length, value: countOf(set[1]!) });
  }
  const heads = new Set(named.filter(n => n.slots[0] === 'product_type').map(n => n.start));
  let marked = folded;
  for (const start of [...heads].sort((a, b) => b - a))
    marked = `${marked.slice(0, start)}\0${marked.slice(start + 1)}`;
  for (const m of marked.matchAll(counted)) {
    if (/\b(?:size|under|over|about|around|\$) ?$/.test(folded.slice(0, m.index))) continue;
    const end = m.index + m[1]!.length;
    if (/^(?:19|20)\d\d$/.test(m[1]!)) continue;
    if (!isFree(r, m.index, end)) continue;
    take(r, { slot: 'quantity', start: m.index, end, value: countOf(m[1]!) });
  }
  const taking =
    /\b(?:take|have|get|need|order|grab|buy|do|want|throw in|let's say|say|make it|start with|put) (two|three|four|five|six|seven|eight|ten|twelve|\d{1,2}|a dozen|a couple)(?: (?:please|pls|of (?:them|those|these)|then|thanks|pieces|in the (?:basket|cart|bag)))?[.! ]*$/.exec(
      folded,
    );
  if (taking && !r.drafts.some(d => d.slot === 'quantity' || d.slot === 'size')) {
    const start = taking.index + taking[0].indexOf(taking[1]!, 2);
    if (isFree(r, start, start + taking[1]!.length))
      take(r, { slot: 'quantity', start, end: start + taking[1]!.length, value: countOf(taking[1]!) });
  }
  if (asked.slots.has('quantity') && !r.drafts.some(d => d.slot === 'quantity')) {
    const m =
      /^(?:[a-z']+ ){0,5}?(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|a couple of|a couple)(?:ish)?\b(?! (?:or|hundred|thousand))/.exec(
        folded,
      );
    if (m)
      take(r, {
        slot: 'quantity',
        start: m.index + m[0].lastIndexOf(m[1]!),
        end: m.index + m[0].length,
        value: countOf(m[1]!),
      });
  }
};
