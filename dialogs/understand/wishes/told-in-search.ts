/**
 * What is told in a few words while a list is looked at: "loose leaf preferably", "nothing too girly", 不要含酒精的, 茶具他已经
 * 有了. It serves the search under way and is nobody's fact. All take folded text.
 */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { FactSlot } from '../../../knowledge/domain/shopper.ts';
import { isAboutChild, isSensitive } from '../../../knowledge/profile/sensitive.ts';
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Entities, Intent } from '../../turn.ts';
import type { SaidFact } from '../said/fact.ts';
import type { Said } from '../said/said.ts';
import { celebration } from './celebrated.ts';

const longest = 60;
const longestOwning = 100;
const longestValue = 30;

/** After these a list lies before the shopper. */
const listing: ReadonlySet<Intent> = new Set([
  'product-search',
  'recommend',
  'product-details',
  'stock',
  'state-preference',
  'why-product',
  'deals',
  'better-deal',
  'unclear',
  'no',
  'yes',
  'greeting',
]);

/** A question, or a matter of the shop, of an order or of the cart. */
const otherMatter =
  /[?？]|^(?:do|does|did|is|are|can|could|will|would|how|what|when|where|which|why|who)\b|\b(?:deliver\w*|shipp?\w*|parcels?|package|returns?|refunds?|orders?|ordered|pay\w*|invoice|receipt|cart|basket|cancel\w*|account|code|coupon|discount|deals?|warranty|person|human|thanks?|thank you)\b|[吗么嘛呢]$|会不会|能不能|行不行|可不可以|好不好|怎么|什么|多少|多久|几[天个件]|哪|退|换货|快递|物流|发货|送货|配送|运费|包邮|订单|下单|发票|付款|支付|购物车|优惠|打折|活动|客服|人工|投诉|谢/u;

/** "You are too slow", 你太笨了: of no goods. */
const ofAssistant = /^(?:you(?:'re| are)|this is|that's|it's all) (?:\w+ )?too |^你们?(?:也|真|实在)?太/u;

/** A list is looked at, none of it is spoken of, and the message asks for nothing else. */
export const isOfSearch = (
  folded: string,
  { shown, search = [], lastIntent, focus }: Pick<ConversationMemory, 'shown' | 'search' | 'lastIntent' | 'focus'>,
  { products, ordinal, code, orderNumber }: Entities,
): boolean =>
  folded.length <= longest &&
  shown.length > 0 &&
  (search.length > 0 || lastIntent === 'recommend') &&
  listing.has(lastIntent ?? 'unclear') &&
  products.length === 0 &&
  code === undefined &&
  orderNumber === undefined &&
  (ordinal === undefined || (ordinal === 0 && focus === undefined)) &&
  !otherMatter.test(folded) &&
  !ofAssistant.test(folded);

/** The wishes among them that the catalogue has no name for, as words to look for. */
export const openWords = (facts: readonly SaidFact[]): string =>
  facts
    .filter(f => f.spoken && f.polarity === 1 && f.named.length === 0 && sought.has(f.slot))
    .filter(f => !celebration.test(f.value))
    .map(f => f.value)
    .join(' ');
const sought: ReadonlySet<WishSlot> = new Set([
  'feature',
  'style',
  'material',
  'genre',
  'author',
  'purpose',
  'other',
  'quality',
]);

/** Of the child it is for, only that: "she's five", 五岁 女孩. It changes nothing, and is no riddle either. */
export const tellsOfChild = (folded: string, forWhom: string): boolean =>
  (forWhom === 'child' || forWhom === 'kids') && isAboutChild(folded);

/** Guesses that such a message is mistaken for. */
export const mistaken: ReadonlySet<Intent> = new Set([
  'unclear',
  'no',
  'question',
  'thanks',
  'complaint',
  'recommend',
  'state-preference',
  'product-search',
  'product-details',
  'order-status',
  'apply-offer',
]);

const owned =
  /\b(?:she|he|they|we|i|my \w+|the \w+)(?:'s|'ve| has| have| had)? (?:already |really |probably )*(?:has|have|got|owns?|got)\b.{1,40}\balready[.! ]*$|\b(?:she|he|they|we|i|my \w+)(?:'s|'ve| has| have)? already (?:got |has |have |owns? |bought )?(?:an? |one |some |two |the |loads |lots |plenty |enough |her |his |their )|\b(?:she|he|they|we|i|my \w+)(?: (?:probably|already|surely|definitely|really|must))*(?:'s|'ve| has| have) (?:got )?(?:more than )?(?:loads|lots|plenty|tons|enough|a ton|too many) |\b(?:she|he|they|we|i|my \w+)(?:'s|'ve| has| have)? (?:got )?[a-z-]{3,} enough[.! ]*$|(?:已经|早就|都)(?:有|买)(?:了|过|好几|很多|一)|[他她我]\p{Script=Han}{0,3}(?:已经|早就|都)(?:有|买)(?:了|过)?\p{Script=Han}{1,6}了[。.! ]*$|[他她它我](?:们|家里?|妈|爸)?(?:有|不缺|不用|用不着)(?:了|$)|^(?:但是?|可是?|不过)?(?:[他她我](?:们|家)?)?(?:的)?\p{Script=Han}{1,6}?(?:[他她我](?:们|家里?)?)?(?:已经|都|也)?(?:够多|太多|多得是|多的是)(?:了|啦)?[。.! ]*$|不缺(?=$|[\p{Script=Han}]{1,6}$)|(?:已经|早就|都|家里)?有(?:很多|好多|一堆|不少|好几[个件双套]?)\p{Script=Han}{0,8}了?(?:[。.! ]*$| (?=\p{Script=Han}))|[他她]\p{Script=Han}{0,3}有了[。.! ]*$|(?:[他她我]\p{Script=Han}{0,2}(?:自己|家里?)|[他她])(?:已经|早就)?有\p{Script=Han}{2,6}了(?=[,，。.! ]|$)/u;
/** Nothing is left to be given: others are shown. */
const everything =
  /^(?:but |well,? )*(?:she|he|they)(?:'s| has| have|'ve)? (?:already )?(?:got |has |have )?everything(?: already)?[.! ]*$|^(?:但是?|可是)?(?:她|他|ta)(?:们)?(?:好像|几乎|基本)?什么都(?:有|不缺)(?:了)?[。.! ]*$/u;
export const hasEverything = (folded: string): boolean => everything.test(folded);

/** Somebody has such a thing, and it is not to be bought again. Folded text. */
export interface Owning {
  /** What tells of it. */
  readonly clause: string;
  /** What else is said: "show me mugs". May be empty. */
  readonly rest: string;
  /** Nothing follows: goods named before it are what is had (手表，我有了). */
  readonly isLast: boolean;
  /** What it calls them: the 壶 of 壶我有了 is a 手冲壶 as well. */
  readonly things?: readonly string[];
}

const pause =
  /[,;。!]+ ?|(?<=\p{Script=Han}) (?=\p{Script=Han})|\.(?= |$)|-- ?| (?:and|but|so) (?=(?:i|we|it|show|can|do|what|now|looking|need|want)\b)/u;

/** Undefined: nobody is told of to have anything, or a code or an order is what is had. */
export const owningIn = (folded: string): Owning | undefined => {
  if (folded.length > longestOwning) return undefined;
  // What is had is told in a clause of its own: 磨豆机我有,要轻便的.
  const clauses = folded.split(pause).flatMap(clause => clause.trim() || []);
  const at = clauses.findIndex(clause => owned.test(clause) && !otherMatter.test(clause));
  if (at < 0) return undefined;
  return {
    clause: clauses[at]!,
    rest: clauses.filter((_, i) => i !== at).join(', '),
    isLast: at === clauses.length - 1,
  };
};

/** Goods alone are asked for beside it. */
export const isOtherMatter = (folded: string): boolean => otherMatter.test(folded);

/**
 * The goods that are told of as owned, as wishes against them, and the rest as said; what the catalogue knows only a part of
 * stays words (茶具 is no 茶).
 */
export const withoutOwned = (said: Said, { clause, rest, isLast, things = [] }: Owning): Said => {
  const isHad = (value: string): boolean => clause.includes(value) || things.some(thing => value.endsWith(thing));
  const isTopic = isLast && !said.facts.some(fact => isHad(fold(fact.value)));
  const isLater = (fact: SaidFact): boolean => {
    const value = fold(fact.value);
    return rest !== '' && !isTopic && (!isHad(value) || rest.includes(value));
  };
  const facts = said.facts.flatMap((fact): SaidFact[] => {
    if (isLater(fact)) return [fact];
    if (fact.slot !== 'product_type' && fact.slot !== 'category') return [];
    // Of "a coffee maker" the catalogue's coffee is not what is had.
    const behind = clause.slice(clause.indexOf(fold(fact.value)) + fact.value.length);
    if (!fact.spoken && /^ (?!already\b)[a-z]/.test(behind)) return [];
    const named = fact.named.filter(
      word => word.end - word.start >= fact.value.length && word.meanings.some(m => m.slot === 'product'),
    );
    return [{ ...fact, polarity: -1, spoken: true, named }];
  });
  return { ...said, facts };
};

const slots: Readonly<Partial<Record<WishSlot, FactSlot>>> = {
  category: 'product',
  product_type: 'product',
  brand: 'brand',
  color: 'colour',
  size: 'feature',
  material: 'material',
  feature: 'feature',
  purpose: 'occasion',
  // Dry skin, a gas stove: what it has to suit.
  other: 'occasion',
  genre: 'genre',
  style: 'style',
  quality: 'quality',
};

/** Said of a price. */
const ofAmount = /^(?:a?round|about|roughly|region|ballpark|somewhere)$/;

/** "Not fleece-lined": a thing that was heard as no wish. */
const turnedAway =
  /^(?:(?:but|and|ok|please|just)[,. ]+)*(?:not|no|nothing|none|without)(?: (?:with|in|made (?:of|from)|too|so|overly|that))? (?!(?:now|today|yet|really|sure|bad|thanks?|thank|these|those|them|this|that|it|one|ones|for|my|way|problem|worries|idea|need|more|too|so|the|what|interested|at|a|an|in)\b)([a-z-]{3,20}(?: [a-z-]{3,20})?)(?: please| ones?| though| tho)*[.! ]*$/;

/** Of whom it is for: "he's into dinosaurs and space", 她喜欢恐龙. */
const likes =
  /^(?:and |oh,? |well,? |also,? |but |so )*(?:she|he|they)(?:'s|'re| is| are)?(?: really| also| just| mostly| all about| totally)* (?:into|likes?|loves?|enjoys?|mad about|crazy about|obsessed with|a (?:big |huge )?fan of) ([a-z-]+)(?:(?:,| and| &) ([a-z-]+))?[.! ]*$|^(?:他|她|ta)(?:很|平时|最|特别|超|挺)*(?:喜欢|爱|迷)(\p{Script=Han}{1,6})[。.! ]*$/u;

/** No thing that a person can be given: "she likes it", "he's into men". */
const nothingGiven =
  /^(?:it|this|that|these|those|us|me|you|him|her|them|both|neither|either|all|every\w+|any\w+|some\w+|nothing|none|ones?|\w+sel(?:f|ves)|m[ae]n|wom[ae]n|girls?|boys?|guys?|lad(?:y|ies)|people|others?|getting|being|doing)$|[我你您他她它这那男女人]|^[就也都不很什]|^.$/u;

/** "No luck", "not happy": a word or two turned away, and as likely a mood. "Not too …" is said of goods. */
const bareNo =
  /^(?:(?:but|and|ok|please|just)[,. ]+)*(?:not|no|nothing) (?!(?:too|so|overly|with|in|made) |(?:worries|problem|enough|useful)\b)[a-z-]+(?: [a-z-]+)?[.! ]*$/;
export const turnsAway = (folded: string, facts: readonly SaidFact[]): boolean =>
  bareNo.test(folded) && facts.every(fact => fact.named.length === 0);
/** No answers to it: "not helpful" thanks for nothing. */
export const agreeing: ReadonlySet<Intent> = new Set(['yes', 'thanks']);

/**
 * What of it no attribute stands for, in the shopper's own words. `isKnown`: a vocabulary or the texts of some product have
 * the words; asked of what may be no wish.
 */
export const toldWishes = (
  folded: string,
  facts: readonly SaidFact[],
  forWhom: string,
  isKnown: (words: string) => boolean,
): StatedPreference[] => {
  if (isSensitive(folded) || isAboutChild(folded)) return [];
  const quote = folded.slice(0, 120);
  const one = (slot: FactSlot, value: string, polarity: 1 | -1): StatedPreference => ({
    slot,
    value,
    polarity: polarity === 1 ? 'like' : 'dislike',
    forWhom,
    quote,
    confidence: 0.7,
  });
  const bare = turnsAway(folded, facts);
  const told = facts.flatMap(({ slot, value, polarity, spoken, named }) => {
    const kept = slots[slot];
    const words = fold(value).replace(/^(?:(?:too|so) |太|那么)|(?<=\p{Script=Han}{2})[了吧呢啊]+$/gu, '');
    if (bare && !isKnown(words)) return [];
    if (
      !kept ||
      !spoken ||
      named.length > 0 ||
      ofAmount.test(words) ||
      words.length > longestValue ||
      /^\d*$/.test(words)
    )
      return [];
    // 太幼稚了: too much of it is wrong with what was shown.
    const isFault = folded.includes(`太${words}`) || folded.includes(`too ${words}`);
    return [one(kept, words, isFault ? -1 : polarity)];
  });
  if (told.length > 0 || facts.length > 0) return told;
  const liked = forWhom === 'self' ? null : likes.exec(folded);
  if (liked)
    return liked
      .slice(1)
      .flatMap(value => (value && !nothingGiven.test(value) && isKnown(value) ? [one('feature', value, 1)] : []));
  const away = turnedAway.exec(folded)?.[1];
  return away && isKnown(away) ? [one('feature', away, -1)] : [];
};
