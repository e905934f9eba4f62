/** What is loved, wanted or turned away by a verb: "hate the logo", "can't stand vanilla", "I don't do halternecks", "no white cast", "love the urbana". */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { hollow, isBoundary, phraseAt, tokenAt } from './english-phrases.ts';
import { speech, speechOf } from './parts-of-speech.ts';
import { isFree, type Reader, take } from './reader.ts';

const not = "(?:don't|dont|do not|doesn't|doesnt|didn't|didnt|won't|wont|wouldn't|wouldnt|never)";
const turnedAway = new RegExp(
  `(?<![a-z'])(?:hates?|hated|loathes?|detests?|despises?|dislikes?|(?:can't|cant|cannot|can not|couldn't|couldnt) (?:really )?(?:stand|abide|bear|tolerate|do|deal with|take|be doing with|wear|eat|drink|cope with|have|use)|${not} (?:really |even |ever )?(?:like|love|do|rate|trust|care for|fancy|enjoy|dig|get on with|get along with|want|need|wear|use|eat|drink|buy)|(?:not|n't|never been|isn't) (?:really )?(?:a |an |the biggest |a big |a huge )?(?:fan of|keen on|into|mad about|fond of|big on|sold on|crazy about)|(?:sick|tired|fed up|bored) (?:of|with)|steer clear of|stay(?:ing)? away from|keep away from|avoid(?:ing|s)?|rather not(?: have| use)?|rather no|prefer no|enough of|enough with|done with|off|without|anything but|nothing with|not|no|neither|nor|minus|sans|zero|ditch|skip|lose|forget)(?: (?:the|a|an|any|those|that|these|this|too many|too much|so much|your|all the|all that|all those|another|one of those|more))? (?=[a-z])`,
  'g',
);
const liked =
  /(?<![a-z'])(?:i |we |she |he )?(?:really |do |just |also |always |absolutely |quite |rather |'d |would )*(?:love|loving|loves|adore|like|likes|prefer|prefers|fancy|dig|into|partial to|fond of|go(?:ing)? (?:with|for)|take|have|try|stick with|choose|pick|want|wanted|start with) (?:the|those|that|this|these|a|an|some|my|your) (?=[a-z])/g;

const noObject =
  /^(?:feel|smell|mid|holes|numbers|stable|tonight|obviously|altogether|double|single|king|queen|front|wider|bigger|smaller|hideous|sheikh|convinced|similar|free|different|next|problem|problems|thanks|thank|worries|rush|idea|ideas|way|need|wait|budget|clue|stress|hurry|chance|offence|offense|pressure|doubt|luck|others?|matter|longer|more|less|bother|biggie|sorry|it|sure|really|yet|now|only|just|even|too|very|so|all|fussed|bothered|bad|good|great|much|many|enough|particular|specific|special|preference|preferences|limit|reason|point|question|questions|experience|mind|at|if|for|in|on|with|to|from|as|that|the|one|ones|thing|things|stuff|kind|sort|type|nonsense|fan|here|there|them|those|us|me|him|her|you|well|working|getting|going|available|cheap|expensive|pricey|costly|picky|today|tomorrow|love|like|care|want|deal|joke|money|cash|time|car|kids|kid|children|son|daughter|person|people|man|woman|look|answer|help|ask|know|think|see|say|use|using|buying|spending|paying|wearing|having|being|doing|place|space|room|stairs|lift|balcony|garden|oven|is|are|was|fair|ta|ty|no|not|nope|nah|yes|pls|please|star|rockefeller|millionaire|expert|pro|student|beginner|online|shop|store|order|delivery|returns?|card|cards|voucher|code|email|address|name|right|left|far|near|long ago|ages?|idc|worry|kidding|joking|lie|lying|necessary|needed|important)$/;
const describing: ReadonlySet<WishSlot> = new Set([
  'color',
  'material',
  'style',
  'quality',
  'brand',
  'genre',
  'author',
]);

export const readLiked = (r: Reader): void => {
  const { folded } = r.clause;
  for (const m of folded.matchAll(turnedAway)) {
    // "It is not wide" tells how something is, "do not give me" what should not be done.
    const tells =
      /^not /.test(m[0]) &&
      /\b(?:is|are|am|was|be|it's|that's|'m|'re|do|does|would|may|it)\s$/.test(folded.slice(0, m.index));
    if (!tells) takeObject(r, m.index + m[0].length, -1);
  }
  for (const m of folded.matchAll(liked)) takeObject(r, m.index + m[0].length, 1);
};

const isDoing = (word: string): boolean => {
  const bits = speechOf(word);
  return (bits & (speech.verb | speech.gerund)) !== 0 && (bits & (speech.noun | speech.adjective)) === 0;
};

const takeObject = (r: Reader, at: number, polarity: 1 | -1): void => {
  const { folded, named, tokens, asked, wanted } = r.clause;
  const rest = folded.slice(at);
  for (const [words, slot] of asked.shown) {
    const m = rest.startsWith(words) ? /^(?:e?s)?(?![a-z\d])/.exec(rest.slice(words.length)) : null;
    if (!m || !isFree(r, at, at + words.length)) continue;
    take(r, { slot, start: at, end: at + words.length + m[0].length, polarity, confidence: 0.7 });
    return;
  }
  // Wishes in words that nobody showed are read elsewhere.
  if (polarity === 1) return;
  const phrase = phraseAt(folded, tokens, tokenAt(tokens, at), { keep: true, most: 3 });
  if (!phrase || phrase.start - at > 8 || !isFree(r, phrase.start, phrase.end)) return;
  const words = folded
    .slice(phrase.start, phrase.end)
    .replace(
      / (?:pls|plz|plea+se+|obviously|altogether|na|thanks|thx|ta|lol|tho|though|anymore|whatsoever|exactly|particularly|at all|really|either|ever|again|anyway|right|yaar|ones?|stuff|things?)$/,
      '',
    );
  const parts = words.split(' ');
  if (
    isDoing(parts[0]!) ||
    /'/.test(words) ||
    parts.some(w => hollow.test(w) || noObject.test(w) || isBoundary(w) || /\d/.test(w))
  )
    return;
  const end = phrase.start + words.length;
  const inside = named.filter(n => n.start < end && phrase.start < n.end);
  const whole = inside.find(n => n.start === phrase.start && n.end >= end);
  // What the vocabulary knows by itself is read with the other names.
  if (whole || (inside.length > 0 && parts.length === 1)) return;
  if (inside.some(n => n.slots.includes('recipient') || n.slots.includes('age_group'))) return;
  if (
    wanted.length === 0 &&
    !r.clause.wishBefore &&
    inside.length === 0 &&
    !r.drafts.some(d => d.slot === 'product_type') &&
    !named.some(n => n.slots[0] === 'product_type' && n.end <= at)
  )
    return;
  // "I hate skinny jeans" is read by the style in it.
  if (
    inside.some(n => n.end >= end && n.slots[0] === 'product_type') &&
    inside.some(n => n.slots.some(s => describing.has(s)))
  )
    return;
  const kind = inside.find(n => n.end >= end)?.slots.find(s => describing.has(s));
  take(r, {
    slot: kind === 'color' || kind === 'brand' ? kind : 'feature',
    start: phrase.start,
    end,
    polarity,
    confidence: 0.6,
  });
};
