/** Sizes and measures. */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { sizesIn } from '../text/sizes.ts';
import { isFree, type Reader, take } from './reader.ts';

const measure =
  /(?<![\w.$€£])(?:at ?least |minimum (?:of )?|more than |over |up to |around )?(\d+(?:[.,]\d+)?)[ -]?(gb|gigabytes?|gigs?|tb|mb|mp|megapixels?|mah|hz|inch(?:es)?|cm|mm|m|met(?:er|re)s?|ft|feet|kg|kilos?|g|grams?|lbs?|lit(?:er|re)s?|l|ml|oz|watts?|w|hours?|hrs?|pages?|ply|seater|person|people|pieces?|"(?!\w))(?:\b|(?<="))(?:(?: of)? (?:internal |external |disk |storage |flash )*(?:storage|memory|ram|ssd|battery(?: life)?|camera|screen|display|hard drive|space|length|long|wide|tall|high|in length|capacity))?/g;
const sizeUnits =
  /^(?:inch|inches|"|cm|mm|m|meters?|metres?|ft|feet|lit(?:er|re)s?|l|ml|oz|kg|kilos?|g|grams?|lbs?|seater|person|people)$/;
const spelledMeasure =
  /\b(?:half an?|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|fifty) (?:lit(?:er|re)s?|met(?:er|re)s?|kilos?|grams?|inch(?:es)?|feet|seats|seater)\b/g;
const namedSize =
  /\bextra (long|large|small|wide)\b(?!-)|\b(queen|king|twin|full|single|double|travel|pocket|family|plus|a[3-6]|carry-on|cabin|full|regular|normal|medium|standard)[ -]sized?\b|\b(?:size|sizes|sized?:) (small|medium|large|extra large|regular)\b|\b(a[3-6])\b|\b(small|medium|large|tiny|big|bigger|smaller|larger|huge|mini|compact)(?: enough)? (?:one|ones|size|version|bottle|bag|tube|pack|packet|jar|tin|tub|carton)s?\b|\b(?:not|nothing|isn't|not be|don't want (?:it|anything|something)) too (big|small|large|long|short|wide|tall|bulky|high|thick|thin)\b/g;
/** "King", of bedding; "34C"; "to the knee"; "24 piece"; "feeds 8". */
const ofBedding =
  /\b(super king|emperor|king|queen|twin xl|twin|double|single|full|cot)(?= (?:size |bed )?(?:duvets?|beds?|sheets?|bedding|mattress(?:es)?|toppers?|covers?|quilts?|comforters?|headboards?|frames?|protectors?|blankets?|bedspreads?|pillow)\b)|\b(super king|king|queen|twin|double|single)(?= (?:not|please|pls|one|ones)\b|[.,!]|$)/g;
const bedding =
  /\b(?:duvet|bed|beds|sheet|sheets|bedding|mattress|topper|quilt|comforter|headboard|blanket|throw|pillowcase)/;
const ofWear =
  /\b(?:[2-4]\d(?:aa|a|b|c|dd|d|e|ff|f|g|h))\b|\b(?:below|to|above|over|past|at|around|on) the (?:knee|ankle|hip|thigh|waist|calf|floor|elbow|bum)s?\b|\b(?:carry[- ]?on|check[- ]?in|cabin|travel|pocket|credit card|pint|family|plus|bite|lunch|trial|sample|fun|standard|toddler|junior|adult)[- ]size\b/g;
const ofSets =
  /\b(?:\d{1,3}|two|three|four|five|six|eight|ten|twelve)[ -](?:piece|pc|cup|cups|seater|seat|person|man|tier|bowl|slice|ply|berth|quart|qt|ct)\b(?! (?:of|in)\b)|\b(?:feeds|seats|sleeps|serves|holds) (?:\d{1,2}|two|three|four|five|six|eight|ten|twelve)\b/g;
const attributive =
  /\b(big|small|large|huge|giant|tiny|massive|mini|tall|oversize|medium) (?:(?:squashy|soft|wooden|round|square|plain|chunky|black|white|grey|blue|green|red|old|nice|sturdy|glass|leather|metal|wicker|fluffy|comfy|cosy|cozy) )?$/;

/** "61 keys", "two drawers". */
const partsCounted =
  /(?<![\w.$€£])(?:\d{1,3}|two|three|four|five|six|eight|ten) (?:different )?(?:keys|drawers|pockets|compartments|burners|slots|speeds|levels|stages|players|ports|shelves|gears|settings|programs|modes|layers|channels|colou?rs|buttons|blades)\b/g;

const wearable =
  /\b(?:shoes?|boots?|trainers?|sneakers?|sandals?|heels?|loafers?|flats?|clogs?|slippers?|pumps|brogues?|moccasins?|mules|flip flops|cleats|jackets?|coats?|dress(?:es)?|jeans|trousers|pants|chinos|shorts|skirts?|shirts?|tops?|tees?|t-shirts?|tshirts?|hoodies?|jumpers?|sweaters?|cardigans?|blazers?|suits?|leggings|gloves|swimsuit|bikini|bra|rings?|vest|gilet|pjs|pyjamas|kurta|lehenga|jutti|mojari|parka|fleece|socks|wellies)\b/;
/** A size alone in its clause, or before its colour: "5 in black pls", "12 please", "M". */
const bareSize =
  /^(?:(?:ok|and|so|then|yes|size|in|a|the|i'm|im|usually|normally)[ ,]+)*((?:uk|eu|us) \d{1,2}(?:[.,]5)?|\d{1,2}(?:[.,]5)?|xxs|xs|s|m|l|xl|xxl|xxxl|small|medium|large|extra large)(?= in [a-z]+| please| pls| plz|[.!]*$)(?! in total)/;

/** "Under 2.5 kilos", "less than an hour": what it must stay below is part of it. */
const atMost =
  /\b(?:under|below|less than|lighter than) (?:an? (?=k|h)|half an? |\d+(?:[.,]\d+)? ?)(?:kg|kilos?|kilograms?|g|gr|grams?|lbs?|pounds?(?= (?:in )?weight)|oz|ounces|mins?|minutes?|hours?|hrs?|seconds|pages)\b/g;

export const readMeasures = (r: Reader): void => {
  const { folded, asked } = r.clause;
  for (const m of folded.matchAll(atMost))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'feature', start: m.index, end: m.index + m[0].length, value: m[0], polarity: 1 });
  for (const m of folded.matchAll(/\bw ?\d{2}(?:[ /x]{0,2}l ?\d{2})?\b|\bl\d{2}\b/g))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  for (const m of folded.matchAll(ofWear))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  for (const m of folded.matchAll(ofSets))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  const slept = bedding.test(folded) || r.clause.wanted.some(w => bedding.test(w));
  if (slept)
    for (const m of folded.matchAll(ofBedding))
      if (isFree(r, m.index, m.index + m[0].length))
        take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  const sized = r.clause.named.find(n => n.slots[0] === 'product_type');
  const size = sized ? attributive.exec(folded.slice(0, sized.start)) : null;
  if (size && isFree(r, size.index, size.index + size[1]!.length))
    take(r, { slot: 'size', start: size.index, end: size.index + size[1]!.length });
  const worn =
    r.clause.wanted.some(w => wearable.test(w)) ||
    r.clause.named.some(n => wearable.test(folded.slice(n.start, n.end)));
  const plain = worn && !asked.slots.has('quantity') && !asked.slots.has('price_max') ? bareSize.exec(folded) : null;
  if (plain && isFree(r, plain.index, plain.index + plain[0].length)) {
    const start = plain.index + plain[0].indexOf(plain[1]!);
    take(r, { slot: 'size', start, end: start + plain[1]!.length });
  }
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
    const isBound = /\b(?:no|not) (?:\w+er|more|less) than $/.test(folded.slice(0, start));
    take(r, {
      slot,
      start,
      end: m.index + m[0].length,
      value:
        slot === 'size'
          ? m[0].slice(lead.length).replace(/ (?:in )?(?:long|wide|tall|high|length)$/, '')
          : m[0].slice(lead.length),
      ...(isBound ? { polarity: 1 as const } : {}),
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
  for (const m of folded.matchAll(/\bipx?\d{1,2}\b|\b(?:480|720|1080|1440|2160)p\b/g))
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
  // "Better make that a 14", of what is worn; "six, but one never shows up".
  const instead = worn
    ? /\bmake (?:it|that) (?:an? |the )?(\d{1,2}(?:\.5)?|x{0,3}[sl]|m)(?![\w.%])(?! (?:pairs?|of|pcs|pieces))/.exec(
        folded,
      )
    : null;
  const counted =
    asked.slots.has('size') && !r.drafts.some(d => d.slot === 'size')
      ? /^(?:(?:just|about|for|only|maybe|there(?:'s| are)|we're|we are|usually|ok|um+|oh)[ ,]+)*(two|three|four|five|six|seven|eight|nine|ten|twelve)(?=$|[,.!]| (?:of us|people|persons|please|usually|max|mostly|plus|or so|is)\b)/.exec(
          folded,
        )
      : null;
  for (const found of [instead, counted]) {
    if (!found) continue;
    const start = found.index + found[0].lastIndexOf(found[1]!);
    if (isFree(r, start, start + found[1]!.length)) take(r, { slot: 'size', start, end: start + found[1]!.length });
  }
  // "A kilo", said alone.
  const alone =
    /^(?:(?:ok|sold|just|and|then|half)[, ]+)*((?:half )?an? )?(kilo|litre|liter|pint|metre|meter)(?=$|[.,!]| (?:of|please|pls|then)\b)/.exec(
      folded,
    );
  if (alone?.[1] !== undefined || (alone && r.clause.wanted.length > 0)) {
    const start = alone[0].length - alone[2]!.length;
    if (isFree(r, start, alone[0].length)) take(r, { slot: 'size', start, end: alone[0].length });
  }
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
