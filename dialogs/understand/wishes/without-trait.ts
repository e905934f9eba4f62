/**
 * What is wished for beside a private trait: "a tea without caffeine for a pregnant woman", 想泡茶喝，但我胃不好. The goods are looked
 * for as if the trait had not been told; nothing of such a message is kept. Takes folded text.
 */
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { asksWhetherSafe } from './beside-trait.ts';

const longest = 240;
const chinesePause = /[,，.。;；!！?？ ]+(?:但是?|可是?|不过|因为|所以)?/u;
const englishPause =
  /[,;!?]+ *|\.+(?= |$) *| (?=(?:and|but|because|cause|cuz|so|since|as|who|though) )|(?<=\w) (?=(?:for|in) (?:an?|my|our|her|his|the|when|someone|somebody|people)\b)/;
/** Goods are asked for; that somebody likes such goods is told, and not read beside what is private. */
const asks =
  /\?|？|\b(?:want|wanna|need|looking|look|find|show|any|please|pls|get|buy|give|recommend|suggest|would like|'d like|what|which|do you have|got)\b|想|要(?!是|紧)|买|找|求|推荐|有没有|有什么|哪|什么|吗|送/u;
/** What a clause begins with that says nothing of goods. */
const joins = /^(?:and|but|so|then|because|cause|though)\b ?/;

/** 适合膝盖不好的|老人穿的|鞋子, 我妈膝盖不好|穿什么鞋: where a trait ends. */
const chineseParts =
  /(?<=的)|(?=想(?:多)?(?:走|散步|跑|爬|锻炼|运动)|想买|想要|想给|想找|要买|有没有|有什么|推荐|求推荐|(?:应该|该|可以|能)?(?:穿|用|选|买|戴|背|喝)(?:什么|啥|哪))/u;

/** Where the body hurts. What one believes, eats or expects is part of what is asked for (清真的礼物): nothing is found as if it had not been said. */
const ofBody = /膝盖|腰|颈椎|关节|腿脚|脚踝|足底|扁平足|肩膀|后背|眼睛|失眠/u;

/** "Running shoes for flat feet": what is named beside the trait is wished for. */
const withoutItsTrait = (clause: string): string[] => {
  if (!isSensitive(clause)) return [clause];
  if (hasHan(clause)) {
    if (!ofBody.test(clause)) return [];
    const left = clause.split(chineseParts).filter(part => !isSensitive(part));
    return left.length === 0 ? [] : [left.join('')];
  }
  const named = clause.split(/ (?=(?:for|with|because of|due to) )/).filter(part => !isSensitive(part));
  return named.length === 0 ? [] : [named.join(' ')];
};
const tells =
  /\b(?:i|i'm|i've|he|she|we|they|it|you|is|are|was|were|has|have|had|got|likes?|loves?)\b|[我你他她它是有]/u;
/** Nothing but goods and what they should be: "running shoes for flat feet, 38". */
const opensWithGoods = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): boolean => {
  const [first] = vocabulary.mentions(folded);
  return first !== undefined && first.start <= latestStart && !tells.test(folded);
};
const latestStart = 12;

/** Undefined: no trait is told, or nothing is wished for beside it. */
export const wishWithoutTrait = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): string | undefined => {
  if (
    folded.length > longest ||
    !isSensitive(folded) ||
    !(asks.test(folded) || opensWithGoods(folded, vocabulary)) ||
    asksWhetherSafe.test(folded)
  )
    return undefined;
  const isChinese = hasHan(folded);
  const clauses = folded.split(isChinese ? chinesePause : englishPause).filter(clause => clause.trim() !== '');
  const left = clauses.flatMap(clause => withoutItsTrait(clause));
  if (left.length === 0 || left.join() === clauses.join()) return undefined;
  const text = left.map(clause => (isChinese ? clause : clause.trim().replace(joins, ''))).join(', ');
  const names = vocabulary
    .mentions(text)
    .some(m => m.meanings.some(({ slot }) => slot === 'category' || slot === 'product'));
  return names ? text : undefined;
};

/** A text without the clauses that tell a trait. */
export const withoutTraits = (folded: string): string =>
  isSensitive(folded)
    ? folded
        .split(hasHan(folded) ? chinesePause : englishPause)
        .filter(clause => !isSensitive(clause))
        .join(', ')
    : folded;
