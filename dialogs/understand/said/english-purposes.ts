import { hollow, phraseAt, tokenAt } from './english-phrases.ts';
import { isFree, type Reader, take } from './reader.ts';

const beforePurpose =
  /\b(?:for|during|to|at|in|on|when|while|of|use (?:it )?(?:for|at|in|on)|suitable for|invited to|signed up for|off to|good for|ideal for|perfect for|great for|he's into|she's into|is into|are into|getting into|got into|taking up|took up|started|loves|enjoys|likes|love|enjoy|furnishing|moving to|moving into)(?: (?:the|a|an|my|our|his|her|some|both|daily|everyday|long|indoor|outdoor|upcoming|job|going|doing|playing|formal|special|their|your|mainly|mostly)){0,3} $/;

/** Goods, then what they are for: "speakers suitable for the shower", "a lamp for the nursery". */
const forSomething =
  /(?<!\b(?:look|looking|search|searching|shopping|hunting|market|ask|asking|thanks|thank you|sorry|hoping|waiting|wait|pay|paying|go|going|wish|in|preference|budget|options?|recommendations?|suggestions?|ideas?|price|discount|deal) )\bfor (?:(?:the|my|our|a|an|use in|use at|use on|use with) )(?=[a-z])/g;
const notForWhat =
  /\b(?:me|you|him|her|them|us|now|free|example|instance|sure|help|today|while|bit|moment|minute|year|month|week|day|time|first|one|ones|reason|lot|long|cheaper|lower|best|same|price|friend|family|person|people|man|woman|lady|guy|size|old|total|discount|change|look|few|couple|second|good|latest|next|money|extra|diff|shipping|delivery|dollars?|euros?)\b/;

/** "Cleaning my patio", "putting up shelves": what the doing is done to. */
const withObject = (folded: string, { start, end }: { start: number; end: number }): { start: number; end: number } => {
  const verb = folded.slice(start, end);
  const object = /^[a-z]+ing$/.test(verb)
    ? /^ (?:(?:up|out|off|down) )?(?:(?:my|the|our|a|an) )?[a-z]+(?: [a-z]+)?(?=$|[.,!?])/.exec(folded.slice(end))
    : null;
  return object &&
    !/^ (?:in|on|at|with|to|and|or|for|outside|indoors|outdoors|inside|please|mostly|mainly)\b/.test(object[0])
    ? { start, end: end + object[0].length }
    : { start, end };
};

const told =
  /\b(?:i|we|he|she|they|it|mine|mum|mother in law|nana|dad|husband|wife)(?:'d)? (?:was|were|did|had|fell|played|went|came|gave|bought|broke|saw|ended|got)\b/;

/** "For running in the forest", "to organise my meetings", "a gift". */
export const readPurposes = (r: Reader): void => {
  const { folded, tokens, named, asked } = r.clause;
  for (const m of folded.matchAll(/\bfor (?:(?:my|a|the|our|some|his|her) )?(?=([a-z]+ing)\b)/g)) {
    const at = tokenAt(tokens, m.index + m[0].length);
    if (
      /^(?:something|anything|everything|nothing|evening|morning|wedding|shipping|delivering|shopping|paying|king|ring|string|spring|choosing|picking|selecting|deciding|buying|changing|being|having|asking|helping|waiting|getting|purchasing|finding|doing|playing|going|using|making|taking)$/.test(
        m[1]!,
      )
    ) {
      if (!/^(?:doing|playing|going|making|taking|using)$/.test(m[1]!)) continue;
    }
    const verb = phraseAt(folded, tokens, at, { keep: true, most: 4 });
    const phrase = verb && withObject(folded, verb);
    if (
      phrase &&
      isFree(r, phrase.start, phrase.end) &&
      !/\b(?:thanks|thank you|sorry) $/.test(folded.slice(0, m.index))
    ) {
      take(r, { slot: 'purpose', start: phrase.start, end: phrase.end });
    }
  }
  for (const m of folded.matchAll(
    /\b(?:to|that (?:will |can )?(?:help|helps) me(?: with)?|which helps me|so i can|i want to|want to) (organi[sz]e|run|play|travel|study|cook|bake|hike|record|film|stream|store|carry|wear|draw|paint|write|read|watch|listen|train|exercise|camp|work|start|decorate|sleep|clean|cut|edit|practi[sc]e|learn|protect|replace|take|keep|commute|swim|cycle|give|relax)\b/g,
  )) {
    const verb = m[1]!;
    if (
      /^(?:start|take|give|keep|replace|read|wear|store|work|cut|watch|learn)$/.test(verb) &&
      !/\bto (?:work|wear|store|keep|start|learn|read|watch|cut)\b/.test(m[0])
    )
      continue;
    if (
      /\b(?:like|love|want|need|able|have|going|prefer|something|anything|hoping|looking|me|you|them|him|her) to (?:take|give|keep|start|work|read|wear)$|\b(?:want|need|like|love|going|have|prefer) to (?:learn|wear|store|watch|cut)$/.test(
        folded.slice(0, m.index + m[0].length),
      )
    )
      continue;
    if (
      /\b(?:place|trying|how|way|able|time|allowed|used) to$/.test(
        folded.slice(0, m.index + m[0].length - verb.length - 1),
      )
    )
      continue;
    const start = m.index + m[0].length - verb.length;
    const at = tokenAt(tokens, m.index + m[0].length);
    const phrase = /^ (?!in\b|on\b|with\b|at\b|to\b|from\b|around\b)/.test(folded.slice(start + verb.length))
      ? phraseAt(folded, tokens, at, { keep: true, most: 3 })
      : null;
    const reached = phrase && !hollow.test(folded.slice(phrase.start, phrase.end)) ? phrase.end : start + verb.length;
    const end =
      reached +
      (/^ to (?:work|school|the office|university|uni|college)\b/.exec(folded.slice(reached))?.[0].length ?? 0);
    if (!isFree(r, start, end) || (verb === 'start' && end === start + 5)) continue;
    take(r, { slot: 'purpose', start, end, confidence: 0.6 });
  }
  for (const m of folded.matchAll(forSomething)) {
    const at = tokenAt(tokens, m.index + m[0].length);
    const phrase = phraseAt(folded, tokens, at, { keep: true, most: 3 });
    if (!phrase || !isFree(r, phrase.start, phrase.end)) continue;
    const text = folded.slice(phrase.start, phrase.end);
    const inside = named.filter(n => n.start < phrase.end && phrase.start < n.end);
    if (
      hollow.test(text) ||
      notForWhat.test(text) ||
      inside.some(n => n.slots.some(s => s !== 'purpose' && s !== 'product_type'))
    )
      continue;
    if (
      inside.some(n => n.slots[0] === 'product_type') &&
      !r.clause.named.some(n => n.end <= m.index && n.slots[0] === 'product_type')
    )
      continue;
    take(r, { slot: 'purpose', start: phrase.start, end: phrase.end, confidence: 0.6 });
  }
  for (const m of folded.matchAll(
    /\b(?:for|in|fits?|furnishing|fit (?:in|into|on)) (?:my|a|the|our)(?: \w+)? (?:[a-z]+ )?(apartment|flat|room|house|studio|office|house|garden|desk|car|kitchen|classroom|team|business|printer|balcony|bike|laptop|phone|iphone|interview|ceremony|event|hike|race|class|course|job|concert|project|wallet)\b/g,
  )) {
    if (/\b(?:we're|i'm|we are|i am|we live|i live|living|been|i've|we've) $/.test(folded.slice(0, m.index))) continue;
    const at = tokenAt(tokens, m.index + 3);
    const phrase = phraseAt(folded, tokens, at, { keep: true });
    if (!phrase || !isFree(r, phrase.start, phrase.end)) continue;
    take(r, { slot: 'purpose', start: phrase.start, end: phrase.end, confidence: 0.6 });
  }
  for (const n of named) {
    if (!n.slots.includes('purpose') || !isFree(r, n.start, n.end)) continue;
    const surface = folded.slice(n.start, n.end);
    const before = folded.slice(0, n.start);
    const next = named.find(o => o.start >= n.end);
    const beside =
      next !== undefined && next.slots[0] === 'product_type' && /^[ -](?:\w+ )?$/.test(folded.slice(n.end, next.start));
    const giving = /\b(?:gift|present)s?$/.test(surface);
    if (
      !(
        giving ||
        beside ||
        beforePurpose.test(before) ||
        asked.slots.has('purpose') ||
        folded.replace(
          /^(?:mostly|mainly|just|for|only|it's for|maybe) |(?: mostly| mainly| please| i think|\W)+$/g,
          '',
        ) === surface ||
        /^(?:baby shower|housewarming party|graduation|retirement|halloween|secret santa|home gym|christmas|xmas|birthday|wedding anniversary|anniversary|housewarming|valentine's day|mother's day|father's day)$/.test(
          surface,
        )
      )
    )
      continue;
    if (/\b(?:black friday)\b/.test(surface)) continue;
    // "My mother fell off one at xmas": told of what was.
    if (told.test(folded) && /\b(?:at|on|in|during|last|over) (?:the |my |our )?$/.test(before)) continue;
    if (
      /^(?:work|travel)$/.test(surface) &&
      /\b(?:seem(?:s|ed)?|used?|need(?:s|ed)?|has|have|had|got|going|supposed|meant) to $/.test(before)
    )
      continue;
    if (surface === 'home' && /\bat $/.test(before) && !asked.slots.has('purpose')) continue;
    if (giving && /\b(?:free|any) $/.test(before)) continue;
    if (giving && /^ (?:wrap|card|basket|receipt|set|box)/.test(folded.slice(n.end))) continue;
    const going = /(?:trip|travel|holiday|vacation)s?$/.test(surface)
      ? /^ to (?:the )?[a-z]+/.exec(folded.slice(n.end))
      : null;
    // A birthday present is for the birthday.
    const occasion =
      /^(birthday|christmas|xmas|anniversary|wedding|valentine's|christening) (?:present|gift|pressie)s?$/.exec(
        surface,
      );
    const end = occasion ? n.start + occasion[1]!.length : n.end + (going?.[0].length ?? 0);
    take(r, { slot: 'purpose', start: n.start, end });
  }
};
