/**
 * "The first one sounds too dear. Is the Teahouse jacket warm?", 第一双太贵了，宽街那双有黑色吗: one of the goods is turned down, and what
 * is asked behind it is asked of another. Takes the shopper's own text.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { asksOfThing } from './thing-asked.ts';

const longest = 200;
const pieces = /[,.!?;，。！？；~～]+\s*/gu;
const objects =
  /\b(?:too|so|way too|a bit|bit|kinda|rather|pretty|quite|very) (?:dear|expensive|pricey|costly|much|big|small|large|long|short|heavy|bulky|bright|dark|thick|thin|fancy|plain|loud|sporty|formal|girly|childish)\b|\b(?:overkill|useless|ugly|hideous|not (?:for me|my (?:style|thing|taste)|really me)|out of (?:my )?(?:budget|range)|over (?:my )?budget|hates? (?:it|them|that)|(?:do|does)n'?t (?:really |much )?(?:like|want|need|drink|eat|use|wear) (?:it|that|those|these|them|the)|i(?:'ll| will)? (?:skip|pass on) )|(?:太|有点|有些|过于)(?:贵|大|小|长|短|重|厚|薄|花|素|艳|丑|吵|亮|暗|土|正式|幼稚|夸张)|(?:太|有点)占(?:地方|空间|位置)|不(?:好看|合适|适合|喜欢|想要|需要|行|划算|实用|喝|吃)|超(?:出)?预算|买不起|用不上|没必要|难看|丑/u;
const orders =
  /加购|加(?:入|到|进)?购物车|放(?:进|到|入)?购物车|[来要拿]一[个件双条只盒包瓶套份]|\b(?:add|put|i'?ll (?:take|have|get)|give me)\b/u;
const asks = /[?？]|[吗么嘛]|有没有|能不能|是不是|多少|怎么|几|哪/u;

export interface BehindObjection {
  /** What is turned down. */
  readonly first: string;
  /** What is asked, or ordered, of another. */
  readonly rest: string;
}

/** Undefined: nothing is turned down before something is asked. */
export const askedBehindObjection = (text: string): BehindObjection | undefined => {
  if (text.length > longest) return undefined;
  for (const { 0: end, index } of text.matchAll(pieces)) {
    const [first, rest] = [text.slice(0, index), text.slice(index + end.length)];
    if (rest.trim() === '' || asks.test(end) || (hasHan(text) ? asks.test(first) : /\?/.test(first))) return undefined;
    const folded = fold(rest);
    if (objects.test(fold(first)) && (asksOfThing(folded) || orders.test(folded))) return { first, rest };
  }
  return undefined;
};
