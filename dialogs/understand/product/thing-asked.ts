/** "The roll-top pack, how many litres?", 第一个有肩带吗: something is asked of the product that is named or pointed at. Takes folded text. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { AskedKind } from '../../../knowledge/retrieval/goods/asked-kinds.ts';
import { valueInWords } from '../../../knowledge/retrieval/goods/lexicon.ts';
import { type Asked, askedIn, isAskedByKind, isWithinAsked } from '../../../knowledge/retrieval/goods/page-asked.ts';
import { pageSays } from '../../../knowledge/retrieval/goods/page-says.ts';
import { holds, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { singular, termsOf, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { clausesOf } from '../text/clauses-asked.ts';
import { circumstancesIn } from './advice-circumstances.ts';
import type { ChoiceSlot } from './choice-asked.ts';
import { inClauses } from './clauses-of-thing.ts';
import { isPartCalled, isSubject } from './part-called.ts';
import { isOfHowMany } from './stock-asked.ts';
import { isOnlyPrice } from './unit-price-asked.ts';

const longest = 160;
const opening = '(?:^|[,.;:?!] ?|\\b(?:and|but|so|also|hm+|ok|ah|oh|hey|hi|then|or|i mean|i meant) )';
const form = new RegExp(
  `${opening}(?:wh(?:at(?:'?s)?|ich|ere|o)|how|can|could|do|does|did|is|are|will|would|should|has|have|may|isn't|doesn't|tell me|i wonder)\\b|[?]|\\b(?:tell me (?:more )?(?:about|the (?!way|first|second|third|truth|total|price)|its|their|how|if|whether)|i (?:asked|meant) (?:about|how|if|whether))\\b|[吗么嘛呢]|怎么|咋|[不没](?:啊|呀)?[?!. ]*$|(\\p{Script=Han})不\\1|什么|怎样|多[少大重长高宽厚亮久]|[几哪]|能不能|可不可以|是不是|有没有|会不会|够不够|还是|介绍`,
  'u',
);
/** Other goods are asked for, or something is to be done with it, or a rule of the shop is asked about. */
const otherwise =
  /\b(?:add|buy|buying|take|cart|basket|checkout|order|ordered|return\w*|refund\w*|exchang\w*|swap|(?<!noise[- ])cancel\w*|deliver\w*|ship|ships|shipp\w+|arriv\w*|parcel|package|warrant\w*|guarantee|discounts?|deals?|offers?|coupons?|codes?|promo\w*|any (?:smaller|bigger|larger|lighter|warmer|nicer|darker|brighter) (?!sizes?\b|ones?\b|packs?\b|bottles?\b|jars?\b|tubs?\b|tins?\b)[a-z]+|any [a-z-]{4,} (?:that'?s|that is|that are|which is|which are) [a-z]+|cheaper|alternatives?|similar|instead|something|anything|anyone|others?|another (?:one|[a-z]+) (?:for|with|that|which)|else|show|find|recommend|suggest|looking for|in stock|do (?:you|u) have|have (?:you|u) got|available|left|price|cost|costs|how much (?:is|are)|wrap\w*|engrav\w*|gift card|human|person|someone|somebody|agent|invoice|charged|paid|pay|payment|bank|account|money|bought|forget|never ?mind|why|(?:i|we) (?:didn't|did not|don't|do not|never)|(?:can|could|may) (?:i|we) (?:get|have)|yes or no|total|altogether)\b|^(?:(?:hm+|no|oh|but|and|so|ok)[,. ]+)*(?:not|no more|enough of) |加入|购物车|(?:别|不要|不用)再?给我|[买退换寄送]|下单|订单|发货|快递|到货|保修|质保|优惠|折|券|活动|便宜|类似|别的|其他|其它|推荐|找|有货|库存|现货|价|多少钱|贵不贵|包装|刻字|人工|发票|为什么|为啥|付款|扣款|扣了|账号|一共|总共|换个|帮我|加第|[加来拿][一两二三\d]?[个件双条只]/u;

/** 能折叠吗 asks of no discount, and "take it on a plane" of no buying. */
const carried =
  /\b(?:what|which) [a-z' -]{2,30} (?:does|do|will|can) (?:it|they|this|that|(?:the|that|this) [a-z' -]{2,40}?) take\b|\bhow long (?:does|do|will|would) .{1,24}\btake\b(?! (?:to (?:arrive|get|come|reach|deliver|ship|refund)|for (?:delivery|a refund)))|\bhow much (?:[a-z]+ )?(?:does|do|can|will) (?:it|they|this|that) take\b|\bleft in (?:it|there|them)\b|\b(?:for|at) (?:that|the|this) price\b|(?<=[^, ，]{3,}[ ,，])(?:要|卖)?(?:多少钱|什么价|啥价)[?!. ]*$|折叠|[大小]包装|独立包装|包装(?:规格|大小|好看|精美|漂亮|精致|高档|体面|大气|上档次|怎么样|好不好看|什么样|是什么样|长什么样|结实|严实)|\btake (?:it|this|that|them|these|those|one) (?=on|onto|in|into|to|with|as|aboard|along|through)/gu;
const isOtherwise = (folded: string): boolean => otherwise.test(folded.replace(carried, ' '));
export const asksOfThing = (folded: string): boolean =>
  folded.length <= longest && form.test(folded) && !isOtherwise(folded);

/** "Does it have temp control, and do you have it in black": something is asked of it beside what else is wanted. */
export const asksInSome = (folded: string): boolean => {
  const clauses = clausesOf(folded);
  return clauses.length > 1 && clauses.length <= 4 && clauses.some(({ text, asks }) => asks && asksOfThing(text));
};

/** "Battery life?", 多少毫安, "itchy?": so few words that they are about whatever was spoken of. */
const shortest = 40;
export const asksInShort = (folded: string): boolean => folded.length <= shortest && !isOtherwise(folded);

/** "I asked about litres", 我问的是容量: what was asked before was answered with something else. */
const onceMore =
  /\bi (?:asked|was asking|meant|wanted to know|just want(?:ed)? to know)\b(?! (?:for|a person|to))|\bi'?m asking\b(?! for)|\byou (?:still |just )*(?:didn'?t|did not|haven'?t|never) (?:answer|say|tell|mention)(?:ed)?(?: me)?(?: about| if| whether)?(?= \w)|我(?:就|只|都|是|还)*(?:问|说)(?:的(?:就)?是|你|一下)|我(?:就|只|是)+(?:问|想问|想知道)|(?<=^|[,，。!！ ])(?:就|只|我)+想?(?:问(?!题|候)|知道)|^问你/u;
export const asksOnceMore = (folded: string): boolean => onceMore.test(folded);

/** "It", "they", 它: said of what was looked at. */
export const pointsAtIt = (folded: string): boolean =>
  /\b(?:it|its|they|them|their|these|those)\b|\b(?:is|does|will|can|has|would|could) (?:that|this) [a-z]|它/u.test(
    folded,
  );

export interface OfThing {
  /** What only the words of its page can answer. */
  readonly asks: readonly Asked[];
  /** What its attributes answer. */
  readonly asksOf: readonly StatedPreference[];
  /** What there is to choose of it. */
  readonly choices: readonly ChoiceSlot[];
  /** It is meant in that colour: "the grey one, how big is it?" */
  readonly inColour?: string;
}

/**
 * What is asked of that product, each thing once. A wish that only says which product is meant, that stands in its name, that is asked
 * by its amount, or that is part of what a longer name says ("a rain cover") is no attribute asked for.
 */
export const ofThing = (
  folded: string,
  product: Product,
  stated: readonly StatedPreference[],
  vocabulary: Vocabulary,
  isNamed: boolean,
): OfThing => {
  const byClause = inClauses(folded, product, vocabulary, clause => asIt(clause, product));
  const isStated = (wish: StatedPreference): boolean =>
    stated.some(one => one.slot === wish.slot && one.value === wish.value);
  const direct = byClause.wishes.filter(wish => !isStated(wish));
  const isAskedFor = ({ slot, value }: StatedPreference): boolean =>
    byClause.wishes.some(one => one.slot === slot && one.value === value);
  const wishes = [...stated, ...direct];
  const own = isNamed ? ownTerms(product) : new Set<string>();
  const mentions = vocabulary.mentions(folded);
  const again = onceMore.exec(folded);
  const whole = byClause.choices.length > 0 ? byClause.rest : folded;
  const asked = again ? folded.slice(again.index + again[0].length) : whole;
  const has = (wish: StatedPreference): boolean => holds(product, wish);
  const surfacesOf = (wish: StatedPreference): string[] =>
    mentions
      .filter(m => m.meanings.some(one => one.slot === wish.slot && one.value === wish.value))
      .map(m => m.surface);
  // "Is the Rainline waterproof?": what stands at the end of a question is asked.
  const isLast = (words: string): boolean =>
    folded.replace(/[\s?!.]+$/, '').endsWith(words) && /^(?:is|are)\b|[吗么嘛]/u.test(folded);
  const isOwnName = (words: string): boolean => !isLast(words) && termsOf(words).every(term => own.has(term));
  // "Face cream for men" is called so.
  const asks = askedIn(isNamed && hasHan(asked) ? withoutHanName(asked, product) : asked, own).filter(
    one => one.kind === undefined || !isNamed || !isOwnName(one.words),
  );
  const terms = new Set(termsOf(folded));
  const isSaid = ({ slot, value }: StatedPreference): boolean =>
    [value.replaceAll('-', ' '), valueInWords(slot, value, 'zh')].some(words =>
      termsOf(fold(words)).some(term => terms.has(term)),
    );
  /** No word of the vocabulary: "46". */
  const sizeSaid = (wish: StatedPreference): string[] => {
    const called = surfacesOf(wish);
    const quoted = byClause.wishes
      .filter(one => one.slot === wish.slot && one.value === wish.value)
      .map(one => one.quote);
    return called.length === 0 && folded.includes(wish.value) ? [...quoted, wish.value] : [...called, ...quoted];
  };
  const tells = toldBeside(folded);
  const answered = new Set<Asked>();
  const kept = wishes.filter(wish => {
    const surfaces = direct.includes(wish) ? [wish.quote] : wish.slot === 'size' ? sizeSaid(wish) : surfacesOf(wish);
    if (wish.slot === 'material' && asks.length > 0 && has(wish) && surfaces.some(words => isSubject(folded, words)))
      return false;
    // "Does it have a rain cover": a part, and no occasion.
    if (surfaces.length > 0 && surfaces.every(words => isPartCalled(folded, words))) return false;
    // 跑步时候能接电话不: when it is asked, and not what.
    if (
      surfaces.length > 0 &&
      surfaces.every(words => new RegExp(`${words}的?(?:时|中途|途中|过程|期间)`, 'u').test(folded))
    )
      return false;
    // "Just give me the cheapest oolong. How do I brew it?"
    const isTold = wish.slot !== 'colour' && !direct.includes(wish) && !isAskedFor(wish);
    if (isTold && surfaces.length > 0 && surfaces.every(tells)) return false;
    // "How tall is it? She's small", of what comes in no sizes.
    if (wish.slot === 'size' && asks.length > 0 && valuesOf(product, 'size') === undefined) return false;
    // 跑马拉松电够不, 下雨天怕不怕水: when what is asked by kind is to hold, and not what.
    if (
      wish.slot === 'occasion' &&
      surfaces.length > 0 &&
      asks.some(one => surfaces.every(words => one.clause?.includes(words)))
    )
      return false;
    // Read out of the name of its kind ("raincoat"), and not said.
    if (isNamed && surfaces.length === 0 && !isSaid(wish)) return false;
    if (
      surfaces.length > 0 &&
      surfaces.every(words => isOwnName(words) && !asks.some(one => one.words.includes(words)))
    )
      return false;
    const byKind = asks.find(
      one =>
        one.kind &&
        surfaces.some(words => isAskedByKind(words, [one.kind!]) || isWithinAsked(words, folded, one.kind!)),
    );
    if (byKind && !isMark.has(byKind.kind!)) return false;
    // No mark, and its page says so in other words: 景德镇手拉坯.
    if (byKind && !has(wish) && pageSays(product, [byKind], hasHan(folded) ? 'zh' : 'en').said.length > 0) return false;
    if (byKind) {
      if (has(wish) || isOnlyMark.has(byKind.kind!)) answered.add(byKind);
      return true;
    }
    // 有线 is what 线 was cut from.
    const clause = asks.find(
      one => !one.kind && surfaces.some(words => holdsWords(one.words, words) || isRestOf(one.words, words)),
    );
    if (!clause) return true;
    const words = [...surfaces, ...direct.map(one => one.quote)].reduce(
      (text, said) => text.replace(said, ' '),
      clause.words,
    );
    const isOther =
      !surfaces.some(said => isRestOf(clause.words, said)) &&
      !isOfHowMany(clause.words) &&
      words.split(' ').some(part => askedIn(part, own).length > 0 && !colourWord.test(part));
    if (isOther && !has(wish) && !isAskedFor(wish)) return false;
    if (!isOther) answered.add(clause);
    return true;
  });
  const left = asks
    .filter(
      one =>
        !answered.has(one) &&
        (one.kind !== undefined ||
          !(tells(one.words) || ofStock.test(one.words) || isOnlyPrice(one.words) || usedUp.test(one.words))),
    )
    .map(withHints);
  const { choices } = byClause;
  const others = kept.filter(wish => wish.slot !== 'colour' || isAskedFor(wish));
  const isMore = left.length + others.length + choices.length > 0;
  const [colour, ...colours] = kept.filter(wish => wish.slot === 'colour' && !isAskedFor(wish));
  const isMeant = isMore && colour !== undefined && colours.length === 0 && !has(colour);
  return {
    asks: left,
    asksOf: isMore ? others : kept,
    choices,
    ...(isMeant ? { inColour: colour.value } : {}),
  };
};

/** How many there are left is told by its card. */
/** 30ml几天就没了: told beside it. */
const usedUp = /几(?:天|次|口|下|周|个月)就(?:.{0,3})(?:没|完|坏|破|用光|见底)了?$/u;
const ofStock = /有货|现货|库存|断货|缺货|还剩|\b(?:(?:in )?stock|available|left)\b/u;

/** Whether words are told beside what is asked: "oh that's nice. do you have it in M", "how big is it? it's for a newborn". */
const toldBeside = (folded: string): ((words: string) => boolean) => {
  const clauses = clausesOf(folded);
  const isAsking = ({ text, asks }: { text: string; asks: boolean }): boolean =>
    (asks && hasHan(text)) || form.test(text);
  const asking = clauses.filter(isAsking).map(({ text }) => text);
  const telling = clauses.filter(clause => !isAsking(clause)).map(({ text }) => text);
  if (asking.length === 0) return () => false;
  return words =>
    words !== '' && telling.some(text => text.includes(words)) && !asking.some(text => text.includes(words));
};

/** 蓝色的, "in blue": what is left of it without the colour. */
const colourWord =
  /^(?:色|的|款|好|一点|点|些|更|比较|很|最|强|有|没有|吗|码|号|那|这|[双件个条只]|到底|究竟|真|防不|能不能|会不会|是不是|啊|呀|呢|[男女][生士]?|我|平时|穿|要|都|还|in|size|it|one|the|also)*$/u;

/** What a page may say of such circumstances, where it does not name them. */
const withHints = (one: Asked): Asked => {
  const hints = one.kind ? [] : circumstancesIn(one.words).map(({ words }) => words);
  return hints.length > 0 ? { ...one, hints } : one;
};

/** Asked with a yes or a no in mind, which a mark of the catalogue gives. */
const isMark: ReadonlySet<AskedKind> = new Set([
  'cooker',
  'microwave',
  'dishwasher',
  'oven',
  'washing',
  'leaking',
  'smell',
  'contents',
  'feel',
  'making',
]);

/** No page says of it in other words. */
const isOnlyMark: ReadonlySet<AskedKind> = new Set(['cooker', 'microwave', 'dishwasher', 'oven']);

/** The message with "it" for the product's name: "what sizes does the it come in". */
export const asIt = (folded: string, product: Product): string => {
  const own = new Set(
    Object.values(product.name).flatMap(name =>
      tokensOf(fold(name ?? '').replace(/[’'-]/g, ' ')).map(t => singular(t.text)),
    ),
  );
  const english = tokensOf(folded)
    .filter(t => /[a-z0-9]/.test(t.text) && own.has(singular(t.text)))
    .reduceRight((text, t) => `${text.slice(0, t.start)}it${text.slice(t.end)}`, folded)
    .replace(/\b(?:the )?it(?:[ -]it)*\b/g, 'it');
  return withoutHanName(english, product, '它');
};

/** Runs of two characters or more that stand in its Chinese name give way to `put`. */
const withoutHanName = (folded: string, product: Product, put = ' '): string => {
  const name = fold(product.name.zh ?? '');
  return folded.replace(/\p{Script=Han}{2,}/gu, run => {
    let rest = '';
    for (let at = 0; at < run.length; ) {
      let end = at + 2;
      if (end > run.length || !name.includes(run.slice(at, end))) {
        rest += run[at];
        at += 1;
        continue;
      }
      while (end < run.length && name.includes(run.slice(at, end + 1))) end += 1;
      if (!rest.endsWith(put)) rest += put;
      at = end;
    }
    return rest;
  });
};

const isRestOf = (text: string, words: string): boolean => hasHan(text) && words.endsWith(text);
const holdsWords = (text: string, words: string): boolean =>
  ` ${text} `.includes(` ${words} `) || (hasHan(text) && text.includes(words));

/** Of its names, and of what kind of thing it is: "the weekender bag"; single characters of its Chinese name name nothing else. */
const ownTerms = (product: Product): ReadonlySet<string> =>
  new Set([
    ...((product.name.zh ?? '').match(/\p{Script=Han}/gu) ?? []),
    ...[...Object.values(product.name), ...(valuesOf(product, 'product') ?? [])].flatMap(name =>
      termsOf(fold(name ?? '').replace(/[’'-]/g, ' ')),
    ),
  ]);
