/** Wishes told by the shape of the words, whatever they are: "nut free", "something mild", "that folds with one hand", "140x200". Takes folded text. */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { isFree, type Reader, take } from './reader.ts';

/** "For an hp envy 6000", "for my iphone 13 pro": what it has to go with. */
const forDevice =
  /\b(?:for|fits?) (?:an? |the |my |our |his |her )?((?:[a-z][a-z-]* ){0,3}[a-z-]*\d[a-z\d-]*(?: (?:pro|max|plus|mini|ultra|air|lite|se)){0,2})(?=$|[.,!?])/;

/** Properties made of two words. */
const twoWords =
  /\b(?:[a-z]{3,}[ -](?:free|proof|resistant|repellent|friendly|based)|non[ -](?!fiction)[a-z]{4,}|[a-z]{3,}proof|(?:quick|fast)[ -]drying|long[ -]lasting|water[ -]repellent)\b/g;
const notAProperty =
  /^(?:is|are|for|feel|the|and|get|with|comes?|shipping|delivery|user|very|really|more|also|budget)[ -]/;

/** "Something mild", "anything bright": what is not known otherwise is a feature. */
const something =
  /\b(?:something|anything|nothing|sth) (?:(?:a bit|a little|more|really|very|quite|super|nice and|rather|that is|that's) )*([a-z]{3,}(?:y|ed|ing|ful|less|ous|ive|al|ic|ish|able|ible|mild|soft|bright|light|dark|warm|fresh|new|newer|small|smaller|strong|stronger|fresh|plain|thick|thin)?)(?= (?:for|to|with|in|please|and|or|but|that|which|under|i)\b|[.,!?]|$)/g;
const tellsNothing =
  /^(?:related|else|like|similar|cheaper|cheap|different|other|special|specific|for|with|from|that|which|under|below|around|about|new|nice|good|better|in|on|to|along|along|available|particular|affordable|expensive|less|more|bigger|suitable|equivalent|extra|interesting|please|please|close|wrong|here|there|you|the|and|not|out|can|made|called|based|by|between|within|over|of|my|your|really|other|others|small|large|bigger|smaller|first|second|third|last|cheap|cheaper|expensive|these|those|same|blue|where|similiar|decent|great|perfect|right|worth)$/;

/** "Doesn't like smoky ones". */
const ones =
  /\b(?:like|likes|want|wants|love|loves|prefers?|need|needs|no|not) (?:the |any |those )?([a-z]{4,}) ones\b/g;

/** "That folds with one hand", "which doesn't burn": what the goods do. */
const does =
  /\b[a-z]{3,} (?:that|which) ((?:doesn't|does not|don't|won't|can|(?!is\b|was\b|has\b|does\b|costs?\b|goes\b|looks\b|fits\b|comes\b|works\b(?! (?:on|with|in) )|suits\b|matches\b|includes?\b|this\b|makes\b|says\b|needs\b)[a-z]{2,}(?:s|es)) [a-z][a-z0-9' -]{2,30}|(?:doesn't|does not|don't|won't) [a-z]+)$/;
/** "Trousers that zip off at the knee": goods in the plural. */
const doMany =
  /\b[a-z]{3,}s (?:that|which) ((?:fit|work with|last|hold|stay|stand|fold|zip|open|close|match|support|cover|block|keep|run|turn|charge|connect|dry|smell like|feel like|go with|stick) [a-z0-9][a-z0-9' -]{1,28})$/;
const refusing =
  /^(?:doesn't|does not|don't|do not|won't|will not|isn't|aren't) (?:get |be |look |become |give (?:me |you )|cause |leave )?/;

/** "It should lie flat", "has to run AutoCAD". */
const mustDo =
  /\b(?:should|must|has to|have to|needs? to) (?:also )?((?:lie|last|run|stand|hold|fold|play|work with|match|support|survive|stay|keep|float|open|close|charge|connect)(?! (?:well|good|fine)$) [a-z0-9][a-z0-9' -]{1,24})$/;
const mustBe =
  /\b(?:should|must|has to|have to|needs? to) be (?:very |really |super |quite |also |as )?([a-z]{3,})(?: to use)?(?: as possible)?$/;
const asPossible = /\bas ([a-z]{3,}) as (?:possible|you have|you've got|it gets|can be)\b/;
const easyTo =
  /\b(easy to (?:use|clean|install|read|wash|assemble|carry|store|learn|fold|open|set up|iron|maintain|care for|hold))\b/g;

const across =
  /(?<![\w.$€£])\d+(?:[.,]\d+)? ?(?:x|by|\/) ?\d+(?:[.,]\d+)?(?: ?(?:cm|mm|m|meters?|metres?|inch(?:es)?|ft|feet)\b)?(?: r\d{2}\b)?(?![\w/])/g;
const lengths =
  /\b(?:knee|ankle|floor|full|midi|maxi|mini|hip|short|long|three[- ]quarter|3\/4)[ -](?:length|leg|sleeved?)(?!\w)|\b\d{2} (?:waist|leg|inseam)\b|(?<![\d.,])\d+(?:[.,]\d+)? (?:wide|long|high|deep|tall|across)\b/g;

const age =
  /\b(?:he|she|they|who|kid|son|daughter|niece|nephew|boy|girl|child)(?:'s|s| is| are|'re| just)? (?:already |now |only |about |almost |just )?(?:turn(?:s|ed|ing) )?(\d{1,2})(?: years? old| yrs?| yo)?(?= (?:by|now|and|so|years?)\b|[.,!?]|$)/;

/** What one did before, as it turned out: "too big for my kitchen". */
const tooMuch =
  /\b(?:is|are|was|were|be|looks?|feels?|seems?|bit|it's|they're|that's|^) ?(?:a (?:bit|little) |way |far |much |just |really )?too ([a-z]{3,})\b/;
const sizes = /^(?:big|small|large|long|short|wide|narrow|tall|tight|loose|bulky|high|thick|thin|tiny)$/;

/** "Nothing that makes noise", "not those that clank". */
const notThat =
  /\b(?:nothing|no one|none|not (?:one|ones|those|the ones|something|anything)) (?:that|which|with) ((?:makes?|has|have|gets?|smells?|needs?|looks?|[a-z]{3,}s?)(?: (?!please\b|pls\b)[a-z]+){0,3})$/;

export const readPatterns = (r: Reader): void => {
  const { folded, named, asked } = r.clause;
  const found = (slot: WishSlot, start: number, end: number, polarity?: 1 | -1): void => {
    if (isFree(r, start, end)) take(r, { slot, start, end, confidence: 0.7, ...(polarity ? { polarity } : {}) });
  };
  // "That doesn't smell and isn't dusty" turns both away.
  const foundDoing = (start: number): void => {
    const said = folded.slice(start);
    if (!refusing.test(said)) {
      found('feature', start, folded.length, 1);
      return;
    }
    let at = start;
    for (const side of said.split(/ (?:and|or) /)) {
      const lead = refusing.exec(side)?.[0].length ?? 0;
      if (lead > 0) found('feature', at + lead, at + side.length, -1);
      at += side.length + (said.slice(at - start + side.length).startsWith(' or ') ? 4 : 5);
    }
  };
  for (const m of folded.matchAll(twoWords)) {
    if (notAProperty.test(m[0])) continue;
    const known = named.find(n => n.start === m.index && n.end === m.index + m[0].length)?.slots[0];
    found(known === 'quality' || known === 'style' ? known : 'feature', m.index, m.index + m[0].length, 1);
  }
  const device = forDevice.exec(folded);
  if (device && named.some(n => n.end <= device.index && n.slots[0] === 'product_type')) {
    const start = device.index + device[0].length - device[1]!.length;
    const isModel =
      named.some(n => n.slots.includes('brand') && n.start >= start && n.start < start + device[1]!.length) ||
      /\b(?:iphone|ipad|macbook|galaxy|pixel|kindle|switch|playstation|xbox|thinkpad|surface|airpods)\b|\b[a-z]{1,4}-?\d{2,}/.test(
        device[1]!,
      );
    if (isModel) found('purpose', start, start + device[1]!.length, 1);
  }
  const kind = /\bthe ([a-z]{4,}) (?:kind|sort|type)(?=$|[.,!?]| please)/.exec(folded);
  if (kind && !tellsNothing.test(kind[1]!) && !named.some(n => n.start === kind.index + 4))
    found('feature', kind.index + 4, kind.index + 4 + kind[1]!.length);
  const made =
    /\b(?:that's|thats|that is|which is) ([a-z]+[ -](?:powered|coated|lined|made|sized|shaped|padded|certified|approved|rated))\b/.exec(
      folded,
    );
  if (made) found('feature', made.index + made[0].length - made[1]!.length, made.index + made[0].length);
  const worth = /\ba (?:really |very )?(good|decent) (?=[a-z])/.exec(folded);
  if (
    worth &&
    r.clause.wanted.length === 0 &&
    named.some(
      n =>
        n.slots[0] === 'product_type' &&
        n.start - (worth.index + worth[0].length) <= 12 &&
        n.start >= worth.index + worth[0].length,
    )
  )
    found('quality', worth.index + worth[0].indexOf(worth[1]!), worth.index + worth[0].trimEnd().length, 1);
  const fresh =
    /\bonly (?:want |need |like |after )?(?:brand )?(new) ones?\b|\b(?:brand )?(new),? not (?:used|second)/.exec(
      folded,
    );
  if (fresh) found('quality', fresh.index + fresh[0].indexOf('new'), fresh.index + fresh[0].indexOf('new') + 3, 1);
  const bulk = /\bin (bulk)\b/.exec(folded);
  if (bulk) found('quantity', bulk.index + 3, bulk.index + 7, 1);
  const birthday = /(?:'s|\bhis|\bher|\bmy) (\d{2}(?:st|nd|rd|th))\b(?! (?:floor|edition|of|century|street))/.exec(
    folded,
  );
  if (birthday)
    found('purpose', birthday.index + birthday[0].length - birthday[1]!.length, birthday.index + birthday[0].length, 1);
  for (const m of folded.matchAll(across)) found('size', m.index, m.index + m[0].length, 1);
  for (const m of folded.matchAll(lengths)) found('size', m.index, m.index + m[0].length);
  for (const m of folded.matchAll(easyTo)) found('feature', m.index, m.index + m[0].length, 1);
  for (const m of folded.matchAll(something)) {
    const start = m.index + m[0].length - m[1]!.length;
    if (tellsNothing.test(m[1]!) || named.some(n => n.start < start + m[1]!.length && start < n.end)) continue;
    const shade = /^(?:dark|bright|light|neutral|colou?rful|pale)$/.test(m[1]!);
    found(shade ? 'color' : 'feature', start, start + m[1]!.length);
  }
  for (const m of folded.matchAll(ones)) {
    const start = m.index + m[0].lastIndexOf(m[1]!);
    if (tellsNothing.test(m[1]!) || named.some(n => n.start < start + m[1]!.length && start < n.end)) continue;
    found('feature', start, start + m[1]!.length);
  }
  for (const m of folded.matchAll(/\b(?:space|room) for (?:an? |my |at least )?[a-z0-9-]+(?: [a-z-]+)?/g))
    found('feature', m.index, m.index + m[0].length, 1);
  const range = (
    asked.slots.has('size')
      ? /(?<![\d.$€£])\d{1,2}(?:\.5)? ?- ?\d{1,2}(?:\.5)?(?![\d.%])/
      : /(?<=\bsizes? )\d{1,2} ?- ?\d{1,2}(?![\d.%])/
  ).exec(folded);
  if (range) found('size', range.index, range.index + range[0].length, 1);
  const relative = does.exec(folded);
  if (relative && named.some(n => n.end <= relative.index + relative[0].length - relative[1]!.length))
    foundDoing(relative.index + relative[0].length - relative[1]!.length);
  const none = notThat.exec(folded);
  if (none && !/ with /.test(none[0]))
    found('feature', none.index + none[0].length - none[1]!.length, folded.length, -1);
  const many = doMany.exec(folded);
  if (many && named.some(n => n.end <= many.index + many[0].length - many[1]!.length))
    found('feature', many.index + many[0].length - many[1]!.length, folded.length, 1);
  const must = mustDo.exec(folded);
  if (must) {
    const said = must[1]!.replace(/ (?:as well|too|please|though|ideally)$/, '');
    const start = must.index + must[0].length - must[1]!.length;
    found('feature', start, start + said.length, 1);
  }
  const adjective = mustBe.exec(folded) ?? (asked.open || r.clause.wanted.length > 0 ? asPossible.exec(folded) : null);
  if (adjective && !tellsNothing.test(adjective[1]!)) {
    const start = folded.indexOf(adjective[1]!, adjective.index + 2);
    if (!named.some(n => n.start < start + adjective[1]!.length && start < n.end))
      found('feature', start, start + adjective[1]!.length);
  }
  const old = age.exec(folded);
  if (old && Number(old[1]) > 0 && !/\b(?:size|cm|kg|lbs|inch)/.test(folded)) {
    const start = old.index + old[0].lastIndexOf(old[1]!);
    if (isFree(r, start, start + old[1]!.length))
      take(r, { slot: 'age_group', start, end: start + old[1]!.length, polarity: 1, child: true });
  }
  const most = superlative.exec(folded);
  if (most && (asked.open || r.clause.wanted.length > 0)) {
    const base = plainOf(most[1]!);
    if (base && !/^(?:cheap|good|fast|quick|soon|new|close|near|late|old|big|small|large)$/.test(base)) {
      const rest = most[2] ?? '';
      const start = most.index + most[0].indexOf(most[1]!);
      if (isFree(r, start, start + most[1]!.length))
        take(r, {
          slot: 'feature',
          start,
          end: start + most[1]!.length + rest.length,
          value: `${base}${rest}`,
          polarity: 1,
          confidence: 0.6,
        });
    }
  }
  const excess = tooMuch.exec(folded);
  if (excess && !/^(?:expensive|pricey|much|many|late|long ago|bad|good|soon|far|costly|often)$/.test(excess[1]!)) {
    const start = excess.index + excess[0].length - excess[1]!.length;
    found(
      sizes.test(excess[1]!) ? 'size' : styleOf(r, start, start + excess[1]!.length),
      start,
      start + excess[1]!.length,
      -1,
    );
  }
};

/** "Whichever is easier to set up", "whichever's shorter": what is wished for most. */
const superlative =
  /\b(?:whichever|whatever|which(?: one)?)(?:'s| is| are) (?:the )?([a-z]{3,}(?:er|est))\b( to (?:use|clean|install|read|wash|assemble|carry|store|learn|fold|open|set up|iron|maintain|care for|hold))?/;
/** "Easier" -> "easy"; undefined where the word is no such form. */
const plainOf = (word: string): string | undefined => {
  const stem = /^([a-z]+?)(?:er|est)$/.exec(word)?.[1];
  if (!stem || stem.length < 3) return undefined;
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgnt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:saf|larg|wid|nic|simpl|loos|gentl|dens|pal|purer?)$/.test(stem) ? `${stem}e` : stem;
};

const styleOf = (r: Reader, start: number, end: number): WishSlot => {
  const slots = r.clause.named.find(n => n.start === start && n.end === end)?.slots ?? [];
  return slots.find(s => s === 'style' || s === 'color' || s === 'quality') ?? 'feature';
};
