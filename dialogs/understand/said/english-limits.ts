/** Limits to spend as people speak of them, beside "under 80": "I can't go past 200", "could do 150", "70 tops", "only got a tenner". Takes folded text. */
import { englishSum, readNumber } from '../../../knowledge/language/numbers.ts';
import type { Draft } from './fact.ts';

const currency = '(?:[$€£]|rs\\.? ?)?';
const noMeasure =
  '(?![\\d.,]*\\d)(?! ?(?:cm|mm|m|in|inch(?:es)?|kg|g|gb|ml|l|lit(?:er|re)s?|oz|lbs?|km|hours?|hrs?|days?|weeks?|months?|years?|minutes?|%|percent|people|persons?|pieces?|pcs|pairs?|packs?|sets?|x|of them|of those|pockets?|drawers?|litres?|watts?|w|hz|mah|different|colou?rs?)\\b)(?![a-z])';
const number = `${currency}(\\d{1,3}(?:,\\d{3})+|\\d{1,9}(?:\\.\\d{1,4})?(?: ?k)?|${englishSum})(?: ?(?:quid|bucks|dollars?|euros?|pounds?|rs|rupees|usd|eur))?${noMeasure}`;
const pattern = (before: string, after = ''): RegExp => new RegExp(`${before}${number}${after}`);

const most: readonly RegExp[] = [
  pattern(
    "\\b(?:could|can|would|i'd|might|will|i'll|we'd|we'll)(?: maybe| only| just| probably| at most| definitely)? (?:do|go|stretch|push|manage|spend|pay|swing|afford)(?: up| as high as| until| till| to| at| it to| for)* ",
  ),
  pattern(
    "\\b(?:can't|cant|cannot|won't|wont|not|never|ain't|don't want to|rather not|wouldn't)(?: be)?(?: really)? (?:go(?:ing)? (?:past|over|above|beyond|higher than)|spend(?:ing)? (?:over |more than |above )?|pay(?:ing)? (?:over |more than |above )?|exceed)(?: ?)",
  ),
  pattern(
    "\\b(?:would die if|not|no|nothing|never)(?: it's| it is)? (?:more than|over|above|higher than) ",
    '(?! shop)',
  ),
  pattern(
    '\\b(?:told myself|collected|set aside|budgeted|saved(?: up)?|put aside|only (?:got|have)|(?:give|gave|gives) (?:me|us)|scraped together|chipped in|got about|limit is|range is|max is|ceiling is) (?:a total of |about |around |up to )?',
  ),
  pattern('\\bif you (?:could|can|would) do (?:it (?:for|at) )?'),
  pattern('\\bcan it be (?:at|for) '),
  pattern("\\bif (?:it's|its|it is|they're|they are) (?:under|below|less than) "),
  pattern('\\b(?:up ?to|until|till|within) '),
  pattern(
    '^',
    "(?:'s| is)? (?:tops|max|last|final|at most|at the most|is (?:all i|my (?:limit|max|budget|top|ceiling)|the (?:limit|max|most))|or less|or under|max i pay|limit)\\b",
  ),
  pattern(
    '^(?:ok |hm+ |nah |sorry )?',
    "(?:'s| is) (?:too (?:much|dear|pricey|steep)|more than|a bit (?:much|steep)|over my|my limit)",
  ),
  pattern('^', " (?:i'd do it|i'd buy|and i'm in|and it's a deal|and you have)"),
  pattern('\\bmy limit is '),
  pattern(
    '(?<![\\w.])',
    "(?: all in)?(?:'s| is| was|'d be)? (?:the|my|our) (?:absolute |upper |top |very )?(?:ceiling|cap|limit|max|maximum|number|pot|top|budget)\\b",
  ),
  pattern('\\b(?:keep|keeping|get) (?:it|this|them|that) (?:at|to|under|below) (?:about |around )?'),
  pattern(
    "\\b(?:i|we)(?:'ve| have|'ve only)?(?: only| just)?(?: got)? (?:have |got )?(?:like |about |around |only )?",
    '[.! ]*$',
  ),
];
const about: readonly RegExp[] = [
  pattern('^(?:[a-z]+,? ){0,3}', '[ -]?ish\\b'),
  pattern('^(?:[a-z]+ ){0,4}', ' or so\\b'),
  pattern('(?<![\\w.])', '[ -]?(?:ish )?in mind\\b'),
  pattern('(?<![\\w.])', ' (?:give or take|or thereabouts|odd)\\b'),
  pattern('\\b(?:in|around|about) the ', '(?: quid| pound| euro| dollar)? (?:region|mark|range)\\b'),
  pattern('\\b(?:around|about) ', ' was (?:the|my) (?:plan|idea|thought)\\b'),
  pattern(
    '\\b(?:closer to|nearer(?: to)?|somewhere (?:around|near)|in the region of|ballpark|hoping for|thought of|thinking(?: of)?) (?:about |around )?',
  ),
];
const between =
  /(?<![\w.])[$€£]?(\d{2,6}(?: ?k)?) ?(?:-|–|to|or) ?[$€£]?(\d{2,6}(?: ?k)?)(?! ?(?:cm|mm|inch|in\b|gb|ml|l\b|kg|g\b|litre|%|people|hours?|days?|years?|pages))(?![\w%])/;
const ofSpending =
  /\b(?:budget(?:ed)?|spend|pay|range|price|anything (?:at|around|for)|something (?:at|around|for)|costs?|quid|bucks|dollars?|euros?|pounds?)\b|[$€£]/;

const amountOf = (said: string): number => {
  const thousands = /^(\d+(?:\.\d+)?) ?k$/.exec(said);
  return thousands
    ? Number(thousands[1]) * 1000
    : /^\d/.test(said)
      ? Number(said.replaceAll(',', ''))
      : readNumber(said);
};

/** `ofMoney`: the conversation spoke of money, so that a bare number may be some. */
export const limitsIn = (folded: string, ofMoney: boolean): Draft[] => {
  const marked = /[$€£]|\b(?:quid|bucks|dollars?|euros?|pounds?|rs|tenner|fiver)\b/.test(folded);
  const range = between.exec(folded);
  if (range && (ofSpending.test(folded) || marked)) {
    const [least, highest] = [amountOf(range[1]!), amountOf(range[2]!)];
    const at = { start: range.index, end: range.index + range[0].length, polarity: 1 as const };
    if (highest > least)
      return [
        { slot: 'price_min', value: String(least), ...at },
        { slot: 'price_max', value: String(highest), ...at },
      ];
  }
  for (const [slot, ways] of [
    ['price_around', about],
    ['price_max', most],
  ] as const)
    for (const way of ways) {
      const m = way.exec(folded);
      if (!m) continue;
      const amount = amountOf(m[1]!);
      if (!(amount >= 5) || (!ofMoney && !marked && !ofSpending.test(folded))) continue;
      const start = m.index + m[0].indexOf(m[1]!);
      return [{ slot, start, end: start + m[1]!.length, value: String(amount), polarity: 1, confidence: 0.7 }];
    }
  return [];
};
