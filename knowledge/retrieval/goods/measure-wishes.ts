/** What a shopper wishes goods to measure: "at least 500 ml", 30 升以上, "that's too few pieces". */
import { fold } from '../text/fold.ts';
import { type Dimension, measuresIn } from './measures.ts';

export interface MeasureWish {
  readonly of: Dimension;
  /** `over` and `less` leave the amount itself out. */
  readonly bound: 'least' | 'most' | 'about' | 'over' | 'less';
  readonly amount: number;
  /** "20 to 25 litres": up to this much. */
  readonly upTo?: number;
  /** That many are too few, or too many: the bound is no word of the measure's. */
  readonly isFault?: true;
  /** For what goes in: a laptop of so many inches. */
  readonly isRoom?: true;
  /** Screens are told so, and a few other things. */
  readonly isInInches?: true;
  readonly start: number;
  readonly end: number;
}

/** What stands before or after a measure and says in which direction it counts. */
const leads: readonly (readonly [MeasureWish['bound'], RegExp])[] = [
  [
    'least',
    /(?:at ?least|minimum(?: of)?|min|from|no(?:t)? (?:less|smaller|under|fewer) than|不(?:少于|低于|小于)|至少|最少|起码) ?$/u,
  ],
  [
    'most',
    /(?:at most|up to|max(?:imum)?(?: of)?|within|no(?:t)? (?:more|bigger|larger|over|longer) than|不(?:超过|大于|高于)|最多|别超(?:过)?) ?$/u,
  ],
  ['over', /(?:more than|over|above|bigger than|larger than|longer than|超过|大于|多于) ?$/u],
  ['less', /(?:less than|under|below|smaller than|shorter than|lighter than|fewer than|小于|少于|低于) ?$/u],
];
const tails: readonly (readonly [MeasureWish['bound'], RegExp])[] = [
  [
    'least',
    /^ ?(?:的)?(?:\+|or (?:more|bigger|larger|over|above|up)|and (?:up|above)|plus\b|minimum|min\b|以上|起|或以上|往上)/u,
  ],
  ['most', /^ ?(?:的)?(?:or (?:less|smaller|under|below)|max\b|maximum|at most|tops|以内|以下|之内|或以下)/u],
];

/** A wish for one of these is for that much at least: what has to go in, last, or be kept off. */
const atLeast: ReadonlySet<Dimension> = new Set(['hours', 'charge', 'spf', 'cold']);
/** Told of whoever will wear or carry it, and of no goods: 我190斤, "I'm 80 kg", "185 cm tall". */
const ofPerson =
  /(?:我|他|她|体重|身高|本人|老公|老婆|男|女|爸|妈)[^,。.;!?]{0,6}$|\b(?:i'm|i am|im|i weigh|he's|she's|weighs?|weighing|he is|she is|height|weight)(?: (?:about|around|is|of|only))? ?$/u;
/** No goods take so little or so much of a person: pounds are money too. */
const weighed = /\bi(?:'m| am)? (?:weigh|\d{2,3} ?(?:kg|lbs))|体重|身高/u;
const tall = /^ ?(?:tall|高|重|体重|\/|, ?\d{2,3} ?(?:kg|cm|斤|公斤))/u;
/** So long something is done, takes or is away: a day's work, a delivery. */
const keeping =
  /keep|stay|last|batter|hot|cold|warm|cool|play|charge|burn|run ?time|保温|保冷|保热|续航|电|播|听|亮|烧|点|耐用/u;
/** So many of a thing are ordered: "3 pieces of it", 来两包. */
const orderedBefore =
  /(?:来|买|要|拿|订|下单|加|各|order|buy|take|add|get|want|need)(?:(?:我|个|一|me|the|of|it|them) ?)* ?$/u;
const fewPieces = 6;
const blocks = /^ ?(?:的)?(?:积木|拼图|木|榉|颗粒|装)/u;
/** 太少 and 太多 of a number that a page has: more, or fewer, of it. */
const tooFew =
  /^(?:\p{Script=Han}{0,3})?(?:也|有点|实在|就|才|根本)?(?:太少|不够|哪里?够|怎么够|够谁用|少了|太小|小了|偏小|嫌小|(?<=有点|好像|还是|感觉)小)|^ ?(?:\w+ ){0,3}(?:is|are|isn't|aren't|not) (?:too few|too little|too small|not enough|enough|a bit (?:few|small|little))\b/u;
const tooMany =
  /^(?:\p{Script=Han}{0,3})?(?:也|有点|实在|就)?(?:太多|多了|太大|太重)|^ ?(?:\w+ ){0,3}(?:is|are) (?:too (?:many|much|big|large|heavy))\b/u;

/** What a folded message wishes goods to measure; `isBare`: cut out of its sentence already. */
export const measuresWished = (folded: string, isBare = false): MeasureWish[] =>
  measuresIn(folded, isBare || ofGames.test(folded)).flatMap(({ of, least, most, start, end }): MeasureWish[] => {
    const [before, after] = [folded.slice(Math.max(0, start - 24), start), folded.slice(end)];
    if ((of === 'mass' || of === 'span') && (ofPerson.test(before) || tall.test(after) || weighed.test(folded)))
      return [];
    if (of === 'hours' && !isBare && !keeping.test(folded)) return [];
    if (of === 'pieces' && most <= fewPieces && orderedBefore.test(before)) return [];
    // 一百块左右一包: by the pack.
    if (of === 'pieces' && most <= 1 && !isBare) return [];
    // 块 counts money too.
    if (/块$/u.test(folded.slice(start, end)) && !isBare && !blocks.test(after) && !tooFew.test(after)) return [];
    const lead = leads.find(([, pattern]) => pattern.test(before));
    const tail = tails.find(([, pattern]) => pattern.test(after));
    const from = lead ? start - lead[1].exec(before)![0].trimEnd().length - (/ $/.test(before) ? 1 : 0) : start;
    const to = tail ? end + tail[1].exec(after)![0].length : end;
    const bound = tooFew.test(after)
      ? 'over'
      : tooMany.test(after)
        ? 'less'
        : (lead?.[0] ?? tail?.[0] ?? (atLeast.has(of) || hasRoom.test(folded) ? 'least' : 'about'));
    const amount = bound === 'most' || bound === 'less' ? most : least;
    const isFault = tooFew.test(after) || tooMany.test(after);
    const isRoom = of === 'span' && hasRoom.test(folded);
    return [
      {
        of,
        bound,
        amount,
        ...(bound === 'about' && most > least ? { upTo: most } : {}),
        start: Math.max(0, from),
        end: to,
        ...(isFault ? { isFault } : {}),
        ...(isRoom ? { isRoom } : {}),
        ...(inches.test(folded.slice(start, end)) ? { isInInches: true as const } : {}),
      },
    ];
  });
const inches = /寸|\bin(?:ch(?:es)?)?\b|"|''/u;
/** So many people play, and take or get nothing. */
const ofGames = /\bgames?\b|\bplay(?:s|ed|ing|able)?\b/;
/** "Fits a 16 inch laptop", 能放15寸电脑: what goes in is measured. */
const hasRoom =
  /\b(?:fits?|fitting|holds?|takes?|room for|big enough|large enough|for) (?:an? |my |the )?\d+(?:\.\d+)?[ -]?(?:inch|in\b|")|\b(?:laptop|macbook|notebook|computer)\b|(?:放|装|塞)(?:得?下|进)?.{0,6}寸|(?:电脑|笔记本)/u;

/** What is told as a wish that is nothing but a measure; undefined: it is something else. */
export const measureWishOf = (value: string): MeasureWish | undefined => {
  let wish = known.get(value);
  if (wish === undefined) {
    const folded = fold(value);
    wish = measuresWished(folded, true)[0] ?? null;
    if (known.size >= mostKnown) known.clear();
    known.set(value, wish);
  }
  return wish ?? undefined;
};
const mostKnown = 200;
const known = new Map<string, MeasureWish | null>();
