/**
 * "I said the longway, the ostrel one", 我问的是岭兔那个: what was asked just now was answered of another product. It is asked
 * again, of the one that is named. Takes folded text.
 */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { englishOrdinals, readNumber } from '../../../knowledge/language/numbers.ts';
import { isRemark } from '../../../knowledge/retrieval/goods/remarks.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { GoodsSpokenOf } from '../pointing/goods-spoken-of.ts';
import { asIt, asksOfThing } from './thing-asked.ts';

export interface AskedAgain {
  /** The message before, as it was read, with "it" for what it named. */
  readonly text: string;
  readonly product: ProductId;
}

type Spoken = Pick<ConversationMemory, 'asked' | 'questioned' | 'failures' | 'shown' | 'turns'>;

const longest = 80;
/** A question is still meant after one message more. */
const mostTurns = 2;

const correcting =
  /^(?:(?:no+|nope|nah|not that(?: one)?|sorry|oh|but|wait|hm+|wrong(?: one)?|lol)[,.! ]+)*(?:i (?:said|mean|meant|asked(?: about)?|was (?:asking|talking) about|am (?:asking|talking) about|do mean|did mean)|i'?m (?:asking|talking) about|meant)\b|\bi (?:mean|meant|said)(?: (?:though|tho))?[.! ]*$|^(?:(?:no+|nope|sorry|not that(?: one)?)[,.! ]+)+(?:the|that) |^(?:不是|不对|错了|哎|啊|,|，| )*(?:我|人家)?(?:刚才|刚刚|之前)?(?:问|说|指|讲)的?(?:一直|就|都)*(?:是|那个|那款|那双)|^(?:不是|不对|错了)[,，!！ ]+(?:是|我)?|(?:我(?:问|说|指)的(?:是)?(?:这|那)?个?)[啊呀呢。.!！ ]*$/u;
/** Something is to be done with it. */
const does =
  /\b(?:add|buy|order|take|cart|basket|remove|return|cancel|don'?t want|not want)\b|加|买|要|退|换|删|下单|别/u;

/** 桃季的呢, "and the murmur?": what was asked just now, of another. */
const following =
  /^(?:(?:and|or|what about|how about)[,. ]+)+(?:the |that )?[a-z\d' -]{2,40}\?*$|^(?:那|那么)?[^,，。?？ ]{1,12}呢[?!. ]*$/u;

/** 我问的是旅行包，你答到哪去了: without what only reproaches. */
const besideRemarks = (folded: string): string =>
  folded
    .split(/[,，.。!！]+/u)
    .filter(one => !isRemark(one))
    .join(' ');

const placeIn = (text: string): number | undefined => {
  const found =
    /\b(\d)(?:st|nd|rd|th) one\b|第 ?(\d|[一二三四五])[个款双件条只]|\bthe (first|second|third|fourth|fifth)\b/u.exec(
      text,
    );
  return found ? readNumber(found[1] ?? found[2] ?? String(englishOrdinals.indexOf(found[3]!) + 1)) : undefined;
};

/** The first one, 第二个那款. */
const places =
  /\b(?:the )?(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th))(?: (?:one|pair|thing))?\b|(?:第 ?[一二三四五\d]|最后一?)[个款件双条只](?:的)?/gu;
const withoutPlaces = (text: string): string => text.replace(places, /\p{Script=Han}/u.test(text) ? '它' : 'it');

/** 噢忘说了 是那件风衣, "oh sorry, it's the trench": which one was meant by what was asked just now of none. */
const ofWhich =
  /^(?:噢|哦|喔|啊|嗯|哎|诶|忘(?:了)?(?:说|讲)了?|忘了|不好意思|[,. ])*是(?:那|这)?(?:一)?[件个款条双只顶把]?(?!不|吗|否|什么|谁|的)[^,，。?？]{2,14}$|^(?:(?:oh|sorry|ah|i forgot(?: to say)?|forgot to say|um+)[,. ]+)+(?:it'?s|it is|i mean|i'?m talking about|about) (?:the|your) [a-z][a-z' -]{2,40}[.! ]*$/u;

const pointed = /^(?:这|它|那[件个款双条])|\b(?:it|this one|that one)\b/u;

/** `before`: what was answered of; `each`: or all that it was answered of at once; `areAlike`: two forms of one model, of which the same holds. */
export const askedAgain = (
  { spoken: { folded }, put, meant, compares, isTaken }: GoodsSpokenOf,
  { asked: ofGoods, questioned, failures, shown, turns }: Spoken,
  before: Product | undefined,
  each: readonly Product[],
  areAlike: (one: ProductId, other: ProductId) => boolean,
): AskedAgain | undefined => {
  // What was asked of the pages, and found in none, may have been asked of a thing.
  const ofNone = [
    failures > 0 || pointed.test(questioned?.text ?? '') ? questioned : undefined,
    before ? undefined : ofGoods,
  ].find(one => one?.at === turns - 1);
  const unanswered = ofWhich.test(folded) ? ofNone : undefined;
  const asked = unanswered ?? ofGoods;
  if (!asked || turns - asked.at > mostTurns || isTaken || compares || folded.length > longest) return undefined;
  const goesOn = asked.at === turns - 1 && following.test(folded);
  if (does.test(folded) || !(unanswered || goesOn || (correcting.test(folded) && !asksOfThing(besideRemarks(folded)))))
    return undefined;
  const place = placeIn(put ?? folded);
  const product = place === undefined ? (meant.length === 1 ? meant[0] : undefined) : shown[place - 1];
  const isSame = before ? areAlike(product ?? before.id, before.id) : each.length < 2;
  if (product === undefined || (goesOn && isSame)) return undefined;
  const text = withoutPlaces(asked.text);
  return { text: (before ? [before] : each).reduce(asIt, text), product };
};
