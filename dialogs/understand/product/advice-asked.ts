/** "Which of these is best for a beginner?", 新手选哪个: the bot is asked to choose for somebody. Takes folded text. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { MoneyBound } from '../../../knowledge/domain/preference.ts';
import type { Cut } from '../../../knowledge/retrieval/goods/cut-asked.ts';
import { type Asked, askedIn } from '../../../knowledge/retrieval/goods/page-asked.ts';
import { degreeCompared } from '../pointing/degrees.ts';
import { type Circumstance, circumstancesIn, type Mark } from './advice-circumstances.ts';

export interface AdviceAsked {
  /** Among which. */
  readonly of: readonly ProductId[];
  /** They are the ones that the message names or points at, and no other is to be taken. */
  readonly ofNamed?: true;
  readonly circumstances: readonly Circumstance[];
  /** What else is told that it is to be for, in words that only a page can answer. */
  readonly asks: readonly Asked[];
  /** What else they are to be, as told. */
  readonly wishes: readonly Mark[];
  /** For men or for women. */
  readonly cut?: Cut | undefined;
  /** What it may cost at most, in major units of the shop's currency. */
  readonly most?: number;
}

const choosing = {
  en: /\bwhich\b.{0,70}\b(?:best|better|good|suits?|goes|suitable|suited|right|ideal|recommend|suggest|should i|shall i|do i (?:need|want|start)|would you|do you (?:think|like)|ok(?:ay)?|work|works|nicer|nicest|fits?|gentlest|mildest|gentler|milder|least|less|easiest|safest|mild|gentle)\b|\bwhat(?:'s| is) (?:the )?(?:better|best)\b|\bwhat(?: one)? (?:would|should|do) (?:you|i|we) (?:pick|choose|take|get|go for|buy)\b|\b(?:recommend|suggest|pick|choose) (?:me )?one\b|\b(?:better|best) (?:one )?for\b|\bwhich (?:one |of (?:the two|them|these|those) )(?:for|with|on|in)\b|\bwhich (?:one|of (?:the|these|those) two|of (?:them|these|those))(?: then| please)?[?!. ]*$|\b(?:vs|versus)\b.{1,60}\b(?:for|if)\b|\bjust (?:tell me|say) which\b|\bcan'?t (?:decide|choose)\b|\b(?:should i|would you) (?:get|take|pick|choose|go for|buy)\b.{1,60}\bor\b/,
  zh: /哪一?[个款件双种条只台本套].{0,14}(?:好|合适|适合|推荐|行|耐|值|强|温和|舒服|保险|顺手|不(?:太|那么|会)?[酸苦甜涩腻闷滑])|(?:选|买|挑|拿|推荐|喝|穿|用|戴|吃)(?:哪|那)一?[个款件双种条只台套](?!尺?码)|(?:帮|给|替)(?:我|忙)*(?:选|挑|拿(?:个)?主意|推荐(?=一?[个款件双种]))|(?:直接)?说哪个|哪个吧|选择困难|纠结/u,
} as const;

/** What a list is narrowed by, or what is asked about rules, is no choice among goods. */
const ofOther =
  /\b(?:size|delivery|shipping|payment|pay|courier|code|coupon|deal|discount|offer|policy|order|refund|return)\b|尺码|[几多大小]码|快递|运费|付款|支付|优惠|活动|券|订单|退|换货|划算/u;

export const asksAdvice = (folded: string): boolean =>
  folded.length <= 160 &&
  !ofOther.test(folded) &&
  !ofItself.test(folded) &&
  (choosing.en.test(folded) || choosing.zh.test(folded));

/** "Which temperature of water is good for it": a fact of the one spoken of, and no choice. */
const ofItself =
  /\b(?:which|what) (?!one\b|ones\b|of\b|is\b|are\b|would\b|should\b|do\b|does\b)[a-z]+\b[^,.;?!]{0,50}\b(?:for|with|to|in|on) (?:it|them)\b(?! (?:the )?(?:better|best))/;

/** "Which would keep me drier", of two that are named: by what they are to do, and by nothing that is ordered by itself. */
export const weighsByUse = (folded: string): boolean =>
  folded.length <= 160 && !ofOther.test(folded) && byUse.test(folded) && degreeCompared(folded) === undefined;
const byUse =
  /\bwhich\b(?: one| of (?:them|the two))?(?: would| will|'ll| do| does| can| is| are)? (?:[a-z]+ ){0,3}[a-z]+|哪一?[个款件双种条只](?!更|颜色|尺码)\p{Script=Han}{1,12}/u;

/** "Which is comfier", 哪个软一点, of a list: more of something that no number orders. */
export const weighsByDegree = (message: string): boolean => {
  const folded = lastSentence(message);
  return (
    folded.length <= 70 && !ofOther.test(folded) && byOwnDegree.test(folded) && degreeCompared(folded) === undefined
  );
};
const lastSentence = (folded: string): string => /[^.!。！]*[.!?。！？ ]*$/u.exec(folded)?.[0].trim() ?? folded;
const byOwnDegree =
  /^(?:(?:and|so|ok|then|but|hm+)[, ]+)*which (?:one )?(?:of (?:them|these|those|the two) )?(?:is|are|feels?|looks?|would be) (?:the )?(?:(?:more|most) [a-z]+|(?!other|bett|cheap|newer|bigger|larger|smaller)[a-z]{3,}(?:er|est))(?= |[?!.]|$)|^(?:那|请问|这[几两]?[个款双件])*哪一?[个款件双种条只](?:更|最|比较|会|穿着|用着|戴着)*(?!便宜|贵|大|小|好|新)\p{Script=Han}{1,4}(?:一?[点些])(?:的)?[呢啊呀]?[?!. ]*$/u;

/** "I run mostly on roads at night", of two that are held against each other: told for what it is to be, which asks which of them that is. */
export const tellsUse = (folded: string): boolean =>
  folded.length <= 100 && !ofOther.test(folded) && ownUse.test(folded) && circumstancesIn(folded).length > 0;
const ownUse =
  /^(?:(?:well|hm+|ok|okay|so|and|but|actually|mind you)[,. ]+)*(?:(?:i|we|he|she|they)(?:'m|'d|'ll| am| will| would)? (?!want|need|like|love|take|buy|have|had|got|get|think|was|were|bought|ordered|prefer)[a-z]+|(?:it|they|this)(?:'s|'re| is| are|'ll be| will be| would be)? (?:mostly |mainly |only |just )?for|(?:mostly|mainly|usually|only) )[^?]*$|^(?:那|嗯|哦|其实|不过|,|，| )*(?:(?:我|我们|他|她|孩子)?(?:一般|主要|平时|经常|通常|大多|基本|常常?|总是?|每天|只)(?:都|是|在)?)[^?？吗]*$/u;

interface Among {
  /** Weighed against each other in so many words. */
  readonly compared: readonly ProductId[];
  /** Named one after the other, by name or by kind. */
  readonly named: readonly ProductId[];
  /** By name. */
  readonly isNamed: boolean;
  /** The list on the table, where it may be of that. */
  readonly shown: readonly ProductId[];
  readonly likes: readonly Mark[];
  readonly forWhom: string;
  /** What was told for it before, in the shopper's words: "bad knees". */
  readonly before: string;
  readonly budget: MoneyBound | undefined;
  readonly cut?: Cut | undefined;
  /** Said to name one of the things that are weighed. */
  isSide(words: string): boolean;
  /** The message without what those are called. */
  withoutSides(text: string): string;
}

/** The words of the question itself. */
const bare =
  /'s\b|哪一?[个款件双种条只]|(?<=\p{Script=Han})一?[点些]|更|比较|\b(?:which|what|one|ones|best|better|would|should|do|you|i|we|recommend|suggest|pick|choose|prefer|go for|take|buy|get|think|just|tell|say|the|of|them|these|those|first|second|third|two|or|and|between|can'?t|decide)\b|第.[个款件双]|[这那]?[几两三]?[个款件双]|[和跟与你我就说会该要想呢啊吧吗]/gu;

/** 哪种最好喝: by its taste, and not by what is drunk. */
const keepingTaste = (chosen: string, at: number, all: string): string =>
  /^[喝吃]/u.test(all.slice(at + chosen.length)) ? '好' : ' ';

/** 我这种情况, "for someone like me": as was told before. */
const ownCase =
  /(?:像|按|以|就|对)?我(?:的|目前)?(?:这|那)?(?:种|个|样)?的?情况(?:下|来说|而言)?|像我这(?:样|种)的?|\b(?:in |for )?(?:my|this) (?:case|situation)\b|\b(?:for )?(?:someone|somebody|people) like me\b/u;
/** 直接说, "just be honest": how it is to be answered. */
const told = /(?:直接|老实|痛快)(?:点)?(?:说|讲|告诉我)|别绕弯子?|\b(?:be honest|honestly|straight up|just say it)\b/gu;
const amounts =
  /(?:预算|不超过|最多)?[\d一二两三四五六七八九十百千]+(?:元|块)?(?:以内|以下|左右)?|预算|\b(?:under|below|max|budget|up to|less than)\b|\d+/gu;

/** What a list shows. */
const longestList = 6;

/** What is asked by kind says it all. */
const byKindFirst = (asks: readonly Asked[]): readonly Asked[] => {
  const byKind = asks.filter(one => one.kind !== undefined);
  return byKind.length > 0 ? byKind : asks;
};

/** Undefined: there is nothing to choose among, or nothing told to choose by. Takes the folded text of a message that asks for advice. */
export const adviceAsked = (
  folded: string,
  { compared, named, isNamed, shown, likes, forWhom, before, budget, cut, isSide, withoutSides }: Among,
): AdviceAsked | undefined => {
  // One that is named is asked about, whatever else is on the table.
  const of = [compared, [...new Set(named)], isNamed ? [] : shown].find(some => some.length > 1);
  if (!of || of.length > longestList) return undefined;
  const isOwnCase = ownCase.test(folded);
  const circumstances = circumstancesIn(isOwnCase ? `${folded}. ${before}` : folded);
  const wishes: readonly Mark[] = [
    ...likes.map(({ slot, value }) => ({ slot, value })),
    ...(forWhom === 'self' ? [] : [{ slot: 'recipient' as const, value: forWhom }]),
  ];
  const rest = withoutSides(folded)
    .replace(ownCase, ' ')
    .replace(told, ' ')
    .replace(amounts, ' ')
    .replace(choosing.zh, keepingTaste)
    .replace(bare, ' ');
  const asks =
    circumstances.length + wishes.length > 0 ? [] : byKindFirst(askedIn(rest)).filter(one => !isSide(one.words));
  const most = budget?.bound === 'max' ? budget.amount : undefined;
  // Two are compared, and of a list the first is told why it is the first.
  if (circumstances.length + wishes.length + asks.length === 0 && most === undefined && !cut) return undefined;
  const ofNamed = of !== shown;
  return {
    of,
    ...(ofNamed ? { ofNamed } : {}),
    circumstances,
    asks,
    wishes,
    ...(cut ? { cut } : {}),
    ...(most === undefined ? {} : { most }),
  };
};
