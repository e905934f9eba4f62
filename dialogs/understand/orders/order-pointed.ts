/** After one order was told, another is meant by where it stands to it or when it was placed: "the one before that", 再前面一单. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { placedWithin } from './orders-asked.ts';

export type OrderPlace = 'before' | 'newest' | 'that';

const before =
  /\bthe (?:one|order)s? (?:right |just )?before(?: (?:that|it|this|the last)(?: one| order)?\b|[?!. ]*$)|\b(?:the|my) (?:previous|earlier) (?:one|order)\b|\b(?:one|order) earlier\b|(?:再|更)(?:往)?(?:前|上)(?:面|边)?(?:的)?(?:那|一|那一)?[个单笔]|(?:往前|前面|前边)(?:的)?(?:那|一|那一)[个单笔]|上上(?:一|次|个|单|笔)|(?:那|它)?之前(?:的)?(?:那|一|那一)[个单笔]|(?:再|更)(?:往)?(?:前|早)(?:面|边|一点)?的(?=$|[,，。 ])/u;
/** "What did I buy, before this?" */
const boughtBefore = /\b(?:order|buy|get|bought|ordered)\b.{0,24}\bbefore (?:this|that|it)(?: one| order)?[?!. ]*$/u;
const newest =
  /\b(?:the|my) (?:newest|newer|latest|most recent|more recent|very last) (?:one|order)\b|(?:最新|最近)(?:的)?(?:那|一|那一)?[个单笔]/u;
const that = /\b(?:that|this) (?:one|order)\b(?! before)|(?<![一个])[那这]一?[单笔]/u;
const turnsDown = /\bnot (?:that|this) (?:one|order)\b|(?:不是|不要)[那这]一?[个单笔]/gu;

/** The one before the last, where none was told of: 上上单, "the order before last". */
const beforeLast =
  /上上(?:一|次|个|单|笔)|(?:倒数)?第二(?:近|新)的?(?:那|一)?[单笔]|\b(?:second|next) to last (?:order|one|purchase)\b|\b(?:order|one|time|purchase) before (?:the )?last\b|\bbefore (?:this|that|it|the last)(?: one| order)?[?!. ]*$/u;
export const asksBeforeLast = (folded: string): boolean => beforeLast.test(folded);

/** Where the order that is meant stands to the one that was told; undefined: nothing is said of it. */
export const orderPlaceIn = (folded: string): OrderPlace | undefined => {
  const said = folded.replace(turnsDown, ' ');
  return before.test(said) || boughtBefore.test(said)
    ? 'before'
    : newest.test(said)
      ? 'newest'
      : that.test(said)
        ? 'that'
        : undefined;
};

/** One that was placed on another day, with or without its month: "I placed one yesterday", 8月那单. */
const placedThen =
  /\bi (?:only |just |also )?(?:placed|ordered|made|bought) (?:one|it|another(?: one)?|an order|something|some \w+|stuff|things)\b|\bthe (?:[a-z]+ )?(?:order|one) (?:from|of|in|i (?:placed|made))\b|\bthe (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:order|one)\b|(?:昨天|今天|前天|上周|上个?月|刚才?|\d{1,2}月(?:\d{1,2}[号日])?)(?:下|买|拍|订)?的?(?:那|这)?一?[单笔]|(?:是|要|说|问|查)(?:的是)?(?:我)?(?:昨天|今天|前天|上周|上个?月|刚才?|\d{1,2}[号日])(?:下|买|拍|订)?的(?=$|[ ,，。.!！])|\d{1,2}[号日](?:下|买|拍|订)的/u;
const returns = /\b(?:return|send (?:it |that |this )?back|give back|go back)\b|退/u;
const cancels = /\bcancel\b|取消/u;
const lasts = 2;

/** What goes on with it: what is said, or else what was spoken of. */
const carried: ReadonlySet<Intent | undefined> = new Set(['start-return', 'cancel-order']);
const otherMatter = /\b(?:colou?r|size|mug|shoe|jacket|deal|product)s?\b|颜色|尺码|商品|款|优惠/u;

/** Undefined: no other order is pointed at. */
export const actOnPointed = (
  folded: string,
  {
    orderTold,
    turns = 0,
    lastIntent,
  }: Pick<ConversationMemory, 'orderTold' | 'lastIntent'> & Partial<Pick<ConversationMemory, 'turns'>>,
): 'start-return' | 'cancel-order' | 'order-status' | undefined => {
  if (!orderTold || turns - orderTold.at > lasts || folded.length > 100 || otherMatter.test(folded)) return undefined;
  // "Not that one, the one a few minutes ago": what was to be done is to be done with it.
  if (carried.has(lastIntent) && placedWithin(folded) !== undefined)
    return lastIntent as 'start-return' | 'cancel-order';
  const place = orderPlaceIn(folded);
  const act = returns.test(folded) ? 'start-return' : cancels.test(folded) ? 'cancel-order' : undefined;
  const isOfDay = placedThen.test(folded);
  if (place === undefined && !isOfDay) return undefined;
  // "That one" alone may be a thing: with what is to be done it is the order.
  if (place === 'that' && act === undefined && !isOfDay) return undefined;
  if (act) return act;
  return carried.has(lastIntent) ? (lastIntent as 'start-return' | 'cancel-order') : 'order-status';
};

const goodsFrom =
  /\b(?:the|that|this|my) (?:[a-z'-]+ ){1,3}(?:from|in|of|out of) (?:the|my|that) (?:very )?(?:last|latest|newest|most recent|first|second|third|other|previous|same) (?:one|order|parcel|box)\b|(?:上|最近|最新|第[一二三])(?:那|这)?一?[个]?(?:订单|单|笔)(?:里|里面|买)?的(?:那|这)?[个件双瓶条只]?\p{Script=Han}{2,6}/u;
/** 上一单里的外套, "the pink plush from the other order". */
export const namesGoodsOfOrder = (folded: string): boolean => goodsFrom.test(folded);
const asks = /[?？]|吗|呢|么|\b(?:how|what|when|where|why|which)\b/u;

/** "The cleanser from the last one then", after an order was told of: something that was bought, and nothing for the cart. */
export const goodsOfTold = (
  folded: string,
  {
    lastIntent,
    orderTold,
    turns = 0,
  }: Pick<ConversationMemory, 'lastIntent' | 'orderTold'> & Partial<Pick<ConversationMemory, 'turns'>>,
): 'start-return' | 'cancel-order' | 'order-status' | undefined => {
  if (folded.length > 100 || !goodsFrom.test(folded) || asks.test(folded)) return undefined;
  if (carried.has(lastIntent)) return lastIntent as 'start-return' | 'cancel-order';
  if (!orderTold || turns - orderTold.at > 1) return undefined;
  // Whether something else could go back was asked just now.
  return lastIntent === 'question' ? 'start-return' : 'order-status';
};
