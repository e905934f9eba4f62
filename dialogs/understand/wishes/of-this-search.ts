/** What is told of the goods that are looked at, whatever the words of it are like: the search goes on. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Mention } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import type { Guess } from '../intent/settled-intent.ts';
import { type GivenUp, isGivenUp } from './given-up.ts';

const mistaken: ReadonlySet<Intent> = new Set([
  'state-preference',
  'unclear',
  'goodbye',
  'no',
  'yes',
  'thanks',
  'complaint',
  'decline-offer',
]);

const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock']);
/** 300到500, of a list: no help is asked for. */
const misheardPrice: ReadonlySet<Intent> = new Set(['help', 'why-product', 'why-offer']);
/** "It doesn't need a hood" begins no return. */
const unsure = 0.6;

/**
 * `tells`: goods are turned away for what they are, or a condition is given up; `asksForShade`: others are asked for by their colour;
 * `waives`: what is given up was wished for; `tellsPrice`: what it may cost is told.
 */
export const goesOnSearching = (
  guess: Guess,
  {
    tells,
    asksForShade,
    waives,
    tellsPrice,
  }: {
    readonly tells: boolean;
    readonly asksForShade: boolean;
    readonly waives: boolean;
    readonly tellsPrice: boolean;
  },
  { shown, search = [] }: Pick<ConversationMemory, 'shown' | 'search'>,
): Guess =>
  shown.length > 0 &&
  search.length > 0 &&
  ((tells && (mistaken.has(guess.intent) || (guess.confidence < unsure && !ofOne.has(guess.intent)))) ||
    ((asksForShade || waives) && ofOne.has(guess.intent)) ||
    (waives && guess.intent === 'question') ||
    (tellsPrice && (mistaken.has(guess.intent) || misheardPrice.has(guess.intent)) && guess.confidence < unsure))
    ? { ...guess, intent: 'product-search' }
    : guess;

/**
 * No condition of goods, though it was heard as one: an interjection, whom it is told of, what somebody wears or measures, or that
 * others are wanted at all.
 */
const noCondition =
  /\b(?:haha\w*|lol|lmao|dear|please|pls)\b|^(?:him|her|me|you|us|them)\b|^(?:keep|kept) (?:on )?(?:showing|giving|suggesting)\b|^(?:(?:never |doesn'?t |don'?t )?(?:wears?|drinks?|eats?|uses?|likes?) |he |she |i |we |they |without$|with$|him$|her$)|^(?:换(?:个|一)?|别的|其[他它]|之类|什么的)|^(?:贵重|贵|太贵|便宜)的?$|^(?:要是|如果)?(?:没有?|未载)?(?:的话)?就?(?:请)?(?:直说|直言|明说|说实话|实话实说)$|^(?:也)?(?:要)?加(?:进去|入购物车|购物车|购)$|[一二]米[一二三四五六七八九\d]|^(?:体重|身高)|^\d{2,3}斤|^[a-z]+(?: [a-z]+)? (?:person|drinker|lover)$|^(?:送(?:给)?)?(?:领导|长辈|老师|客户|同事|朋友|孩子)(?:用|的)?$/u;
/** 喝茶 of tea, 听歌 of what is heard: what is done with any of it. */
const doneWith = /^[喝用穿吃玩戴看背听](?=\p{Script=Han}{1,2}$)/u;

/** "Not ugly": a matter of taste that no page can settle. */
const judged =
  /^(?:ugly|hideous|boring|tacky|lame|cheesy|naff|cringe\w*|rubbish|awful|terrible|horrible|basic[- ]looking|cheap[- ]looking)$|^(?:太)?(?:丑|难看|老土|土气|土|俗|俗气|没品|掉价|廉价|low)(?:的|了)?$/u;

const isNoCondition = (value: string, surfaces: readonly string[]): boolean =>
  noCondition.test(value) || (doneWith.test(value) && surfaces.includes(value.replace(doneWith, '')));

/** Without what is none, and without what is given up. `mentions`: what the catalogue has names for in the message. */
export const onlyConditions = (
  told: readonly StatedPreference[],
  givenUp: readonly GivenUp[],
  mentions: readonly Pick<Mention, 'surface'>[],
): readonly StatedPreference[] => {
  const surfaces = mentions.map(mention => mention.surface);
  return told
    .map(asTurnedAway)
    .filter(
      one =>
        !isGivenUp(one, givenUp, true) &&
        !isNoCondition(one.value, surfaces) &&
        !(one.polarity === 'dislike' && judged.test(one.value)),
    );
};

/** "He hates hoods": none with one. */
const hated =
  /^(?:(?:he|she|they|i) )?(?:really |absolutely )?(?:hates?|loathes?|can'?t stand) (?!it\b|that\b|them\b|when\b|to\b)(.{3,})$/u;
const asTurnedAway = (one: StatedPreference): StatedPreference => {
  const what = hated.exec(one.value)?.[1];
  return what === undefined ? one : { ...one, value: what, polarity: 'dislike' };
};
