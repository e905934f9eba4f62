/** How many: "two of those", "gimme three", "make it six", "ten it is". */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { isFree, type Reader, take } from './reader.ts';

const counted =
  /(?<![\w.$€£])(\d{1,5}(?:,\d{3})?|two|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|a couple of|couple of|several)(?: (?:of (?:them|these|those|the|each)|(?:pairs?|pieces?|packs?|sets?|boxes|bottles|copies|units?|items?|pcs)(?: of)?|(?:(?!on |in |for |by |of |at |to |a |an |the |is |and |or |with |from |too |doors? |tiers? |cups? |people|persons?|days?|weeks?|months?|years?|hours?|times?|minutes?|miles?|different|percent)[a-z-]+ ){0,2}(?=\0))| ?x\b)/g;

/** How many; "several" says no more than that. */
const counts: Readonly<Record<string, string>> = {
  'half a dozen': '6',
  'a single': '1',
  'a pair': '2',
  pair: '2',
  both: '2',
  'a dozen': '12',
  'a couple of': '2',
  'couple of': '2',
  'a couple': '2',
  several: 'several',
};
const countOf = (said: string): string => counts[said] ?? String(readNumber(said));

const word =
  'half a dozen|a dozen|a couple|a pair|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\\d{1,3}';
/** Counted in what goods come in, or of things without number. */
const packed =
  'tubes?|bottles?|pcs|pieces|packs?|packets?|pairs?|pr|boxes|rolls?|bars?|jars?|tins?|cans?|sheets?|copies|units?|sets?|bags?|cartons?|sachets?|spools?|reels?|pots?|sticks?|single ones|of (?:them|those|these|each)|diff(?:erent)? [a-z]+|extra [a-z]+|more|left';
const ordering = new RegExp(
  `\\b(?:gimme|give me|throw in|chuck in|make (?:it|that)|i'll (?:take|have|get|go for)|i will (?:take|have)|send me|put|add|grab|let's (?:say|do|have|take)|start with|need|get me|order|take|go|want|plus) (?:just |only |about |like |maybe )?(${word})(?= (?:${packed}|in the (?:basket|cart)|then|please|pls|plz|not|actually|for|of|in|and|[.,!])|[.,! ]*$)(?! (?:for|of) (?:money|cm|a size))`,
);
/** "Ten it is", "two then". */
const alone = new RegExp(
  `^(?:(?:ok|okay|so|then|and|yes|yeah|hm+|right|fine|good|sure|just|only|maybe|like)[,. ]+)*(${word})( (?:then|it is|please|pls|plz|should do|of (?:them|those|these|each)|for (?:me|us)|only|in total|altogether|pcs|${packed})\\b.{0,40})$`,
);
const notCounted =
  /^ ?(?:%|cm|mm|m\b|inch|in\b|kg|g\b|ml|l\b|litre|liter|years?|months?|weeks?|days?|hours?|minutes?|people|persons?|door|cups?|seater|tier|tog|gb|x ?\d)/;

const takeCount = (r: Reader, start: number, said: string): void => {
  const { folded } = r.clause;
  const end = start + said.length;
  if (notCounted.test(folded.slice(end)) || !isFree(r, start, end) || /[$€£.]$/.test(folded.slice(0, start))) return;
  take(r, { slot: 'quantity', start, end, value: countOf(said), polarity: 1 });
};

export const readQuantity = (r: Reader): void => {
  const { folded, named, asked, wanted } = r.clause;
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
  // "Fusilli x3", "those x 3".
  const times = /(?:^|[a-z] )x ?(\d{1,2})(?=$|[,.!]| (?:please|pls|then|of|and|thanks)\b)/.exec(folded);
  if (times && !r.drafts.some(d => d.slot === 'quantity'))
    takeCount(r, times.index + times[0].length - times[1]!.length, times[1]!);
  if (r.drafts.some(d => d.slot === 'quantity')) return;
  const ordered = ordering.exec(folded);
  if (ordered) takeCount(r, ordered.index + ordered[0].length - ordered[1]!.length, ordered[1]!);
  const settledOn = wanted.length > 0 && !asked.slots.has('size') && !asked.ofMoney ? alone.exec(folded) : null;
  if (settledOn && asked.options.length < 2)
    takeCount(
      r,
      settledOn.index +
        settledOn[0].indexOf(settledOn[1]!, settledOn[0].length - settledOn[1]!.length - (settledOn[2]?.length ?? 0)),
      settledOn[1]!,
    );
  if (/^(?:a )?pair[.! ]*$/.test(folded) && /\bpair\b/.test(asked.options.join(' ').toLowerCase()))
    take(r, { slot: 'quantity', start: 0, end: folded.length, value: '2', polarity: 1 });
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
      /^(?:[a-z']+ ){0,5}?(\d{1,4}|half a dozen|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|a couple of|a couple)(?:ish)?\b(?! (?:or|hundred|thousand))/.exec(
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
