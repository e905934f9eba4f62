/** An answer that takes up what the shop's last message named: one of its makers, one of its numbers. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { isLiterary } from './echoed.ts';
import { isFree, type Reader, take } from './reader.ts';

const opening =
  /^(?:(?:ok|okay|oh|hm+|well|so|then|yes|yeah|sure|great|maybe|rather|probably|definitely|deal|good|fine|right|perfect|done|go on|what about|how about|and)[,.]? )*$/;
const choosing =
  /\b(?:i (?:really |do )?(?:trust|know and like|swear by|adore|rate)|(?:heard )?good things about|what about|how about|always wanted an?|(?:go|going|stay|stick|start|experiences?) with|let's (?:try|take|get|do)|(?:i'd|i would|i'll|i will|rather|want to|like to|maybe|i) (?:take|try|have|get|choose|pick|like|love|prefer|want)|prefer|choose|more the|so|then)(?: the)? $/;
const praisedAfter =
  /^(?:'s|s)?(?: ones?)? (?:is (?:ok|okay|fine|alright|good|great|perfect|what|the one|my)|(?:will|would|'ll) do\b|i(?:'ve)? (?:always |do )?(?:trust|adore|know|love|like|heard good)|i've heard good|is it\b|it is\b)/;
const refusing =
  /\b(?:not|don't want|don't like|do not (?:want|like)|hated?|anything but|no|never buy|don't buy|don't (?:get on with|get along with|trust|rate))(?: the)? $/;

/** "I like the Giant better", after "we have a Giant for 899 and a Trek for 1099". */
export const readPickedName = (r: Reader): void => {
  const { folded, asked, wanted, named } = r.clause;
  // "I adore Keegan", of Claire Keegan.
  const last = asked.names.flatMap(name =>
    wanted.some(isLiterary) && / [a-z]{4,}$/.test(name) ? [/[a-z]+$/.exec(name)![0]] : [],
  );
  for (const name of [...asked.names, ...last]) {
    const start = folded.indexOf(name);
    const end = start + name.length;
    if (start < 0 || !/^(?:$|[^a-z\d])/.test(folded.slice(end)) || /[a-z\d]$/.test(folded.slice(0, start))) continue;
    if (!isFree(r, start, end) || named.some(n => n.start < end && start < n.end && !isMaker(n.slots))) continue;
    const before = folded.slice(0, start);
    const alone =
      !r.clause.question &&
      opening.test(before.replace(/\bthe $/, '')) &&
      /^(?: ones?)?(?:$|[,.!]| (?:please|pls|then|sounds|it is|for|in|with))/.test(folded.slice(end));
    const praised =
      opening.test(before.replace(/\bthe $/, '')) && !r.clause.question && praisedAfter.test(folded.slice(end));
    if (!alone && !praised && !choosing.test(before) && !refusing.test(before)) continue;
    // Titles look like makers' names; people have two.
    if (wanted.some(isLiterary) && name.split(' ').length !== 2 && !last.includes(name)) continue;
    take(r, { slot: wanted.some(isLiterary) ? 'author' : 'brand', start, end, confidence: 0.6 });
  }
};
const isMaker = (slots: readonly WishSlot[]): boolean => slots[0] === 'brand' || slots[0] === 'author';

const counted =
  /^(?:(?:ok|yes|yeah|hm+|then|so|the|just|only|maybe|i think|i'd say|make it|let's (?:say|try|take|do|go with)|i'll (?:take|try|have)|i will (?:take|have)|try|take|about)[, ]+)*(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen|twenty|thirty|fifty)(?: (?:one|first|pack|please|then|is|will|would|should|sounds|for|i think|thanks|works|too|if)\b.*)?[.! ]*$/;
const ofSize =
  /^(?:cm|mm|m|inch(?:es)?|in|"|kg|g|lb|lbs|oz|ml|cl|l|lit(?:er|re)s?|met(?:er|re)s?|ft|feet|pieces|seats?|seater|cups?|persons?|people|players|寸|英寸|厘米|毫米|米|毫升|升|公斤|斤|克|片|码|人)$/;
const ofCount = /^(?:packs?|cans?|rolls?|copies|pods?|capsules?|sets?|boxes|bottles|pairs?|bags|tins|jars)$/;

/** "Start with 500", "50 obvs", "two's enough": the one number of a few words. */
const onlyNumber = (folded: string): string | undefined => {
  if (folded.split(' ').length > 5 || /[$€£¥?]|\b(?:under|over|max|budget|about|around|not|no)\b/.test(folded))
    return undefined;
  const found = [
    ...folded.matchAll(/(?<![\w.])(\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|ten|twelve)(?='s\b|(?![\w.]))/g),
  ];
  return found.length === 1 ? found[0]![1] : undefined;
};

/** "15", where 13 or 15 inch were the choice: the unit is the question's. */
export const readPickedNumber = (r: Reader): void => {
  const { folded, asked } = r.clause;
  const said =
    counted.exec(folded)?.[1] ??
    onlyNumber(folded) ??
    /^(\d+)(?:的吧|的|吧|就行|就好|就够了?|够了?)$/u.exec(folded)?.[1];
  if (said === undefined || asked.options.length < 2) return;
  const sides = asked.options.map(o =>
    /^(\d+(?:\.\d+)?)( ?)([a-z"]*|寸|英寸|厘米|毫米|米|毫升|升|公斤|斤|克|片|码|人|色|键|层|格|抽|支)$/u.exec(
      o.toLowerCase(),
    ),
  );
  const side = sides.find(s => s && Number(s[1]) === readNumber(said));
  const unit = side?.[3] || sides.at(-1)?.[3] || asked.unit;
  if (!side || !unit) return;
  const start = folded.indexOf(said);
  const end = start + said.length;
  if (!isFree(r, start, end)) return;
  const gap = side[3] ? side[2]! : (sides.at(-1)?.[2] ?? ' ');
  if (ofCount.test(unit)) take(r, { slot: 'quantity', start, end, value: side[1]! });
  else {
    // 256g is a memory, 250 g is a weight.
    const isMemory = unit === 'g' && /^(?:4|8|12|16|32|64|128|256|512)$/.test(side[1]!);
    const slot = ofSize.test(unit) && !isMemory ? 'size' : 'feature';
    take(r, { slot, start, end, value: `${side[1]}${gap}${unit}` });
  }
};

const alike: ReadonlySet<WishSlot> = new Set([
  'color',
  'material',
  'brand',
  'genre',
  'style',
  'feature',
  'product_type',
]);
const noSide =
  /^(?:please|yeah|yep|sure|cool|great|thanks|maybe|also|the|an?|some|any|my|it|that|this|so|not|no|yes|other|others|more|less|bigger|smaller|larger|both|something|anything|similar|whatever|whichever|around|under|over|about|two|three|for|with|in|you|i|ones?|then|just|even|better|cheaper|can|do|if|is|are|too|mix|combination|sure|ok|wear|go|all|higher|up|newer|older|wait)\b/;

/** "Fresh or citrusy": what stands beside a known word in an answer is of its kind. */
export const readSides = (r: Reader): void => {
  const { folded, asked } = r.clause;
  if (asked.slots.size === 0 && !asked.open) return;
  for (const known of [...r.drafts]) {
    if (!alike.has(known.slot)) continue;
    const after =
      /^,? (?:or|and) (?:an? |some |maybe |perhaps )?([a-z-]{3,})(?=$|[,.!?]| (?:please|would|is|if)\b)/.exec(
        folded.slice(known.end),
      );
    const before = /^(?:maybe |perhaps |either |the |some )?([a-z-]{3,}),? (?:or|and) (?:an? |some |maybe )?$/.exec(
      folded.slice(0, known.start),
    );
    for (const [word, start] of [
      [after?.[1], known.end + (after ? after[0].length - after[1]!.length : 0)],
      [before?.[1], before ? before[0].indexOf(before[1]!) : 0],
    ] as const) {
      if (word === undefined || noSide.test(word) || !isFree(r, start, start + word.length)) continue;
      take(r, {
        slot: known.slot,
        start,
        end: start + word.length,
        confidence: 0.5,
        ...(known.polarity ? { polarity: known.polarity } : {}),
      });
    }
  }
};
