/** After an order was told: it is another one that is meant, or a newer one. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

const notIt =
  /^(?:不是|不对)(?:这|那)(?:一)?[个件双瓶包盒罐条]?[,，。 ]+(?:是)?(?:再|更)?(?:往)?(?:前|早)(?:面|边|一点)?的|^(?:(?:no|not that|not that one|nope)[,.! ]+)+(?:the one )?(?:before that|earlier|further back|an older one)\b|\b(?:that|this|it)(?:'s| is| was|s)? (?:old|ancient|from (?:ages|months|weeks) ago|(?:ages|months|weeks) ago)(?=$|[,.!?; ])|(?:那|这)(?:个|单|笔|件)?(?:早|已经|早就|老早|都)+(?:就)?(?:收到|到|拿到|签收)了|^(?:不是|不对)[\p{Script=Han}]{2,8}[,，。 ]+(?:那|这)个(?:早|已经)|\b(?:that|this|it)(?:'s| is| was|s)? ?(?:not|isn'?t|wasn'?t|ain'?t) (?:it\b(?! (?:working|good|fair|true|possible))|(?:that|this|the right|the correct|my) (?:one|order|parcel|package)\b|the (?:one|order|parcel|package)\b|the (?:[a-z'-]+ ){1,2}(?:order|one)\b)|\bnot (?:that|this|those) (?:one|order|parcel|package)s?\b|\b(?:that|this|it)(?:'s| is|s)? (?:the wrong|a different|another|an old(?:er)?|the old(?:er)?) (?:one|order|parcel|package)\b|^(?:(?:no|hey|sorry|but|nope)[,.! ]+)*(?:you(?:'ve| have)? (?:got|are looking at|'re looking at) )?(?:the )?wrong (?:order|parcel|package|one)[.! ]*$|\b(?:which|what) order are (?:you|u) (?:looking|talking)\b|不是(?:这|那)(?:一?[个单笔]|一?个?订单)(?=$|[,，。.!！、 啊呀吧的])|(?:查|看|搞|弄|找)错(?:了|单|订单|人)|(?:你|您)(?:看|查)的(?:是|啥|什么|哪)/u;
/** The order that was told is not the one. Takes folded text. */
export const deniesOrder = (folded: string): boolean => notIt.test(folded);
const newer =
  /\b(?:nothing|anything|something|none|any) (?:newer|more recent|after that)\b|没有(?:更)?新的(?=$|[,，。.!！?？吗么 ])|\b(?:a|an|one|my|the|something|anything|some) (?:newer|newest|more recent|most recent) ?(?:one|order|parcel|package|purchase)?\b|\b(?:there(?:'s| is| should be| must be| has to be)|i (?:have|placed|made)|(?:see|find|have|got)) (?:a |an |any |the |my |one )*(?:newer|another|other|more recent|second|new) (?:one|order|parcel|package)s?\b|(?:还有|应该有|我有)(?:一|另|别的|其他|另外)*(?:个|单|笔)?(?:更?新的?|最近的)?(?:一)?(?:单|订单|笔)|更新的(?:那|一)*(?:单|个|笔|订单)?(?=$|[,，。.!！ 啊吧的])|(?:最新|最近)的?(?:那|一)*(?:单|个|笔|订单)(?=$|[,，。.!！ 啊吧])/u;
/** What is to be done with it is said as well, or a deal or goods are spoken of. */
const otherMatter = /\b(?:cancel|return|refund|deal|offer|coupon|code|colou?r|size)\b|取消|退|优惠|颜色|尺码|款/u;

const told: ReadonlySet<Intent | undefined> = new Set([
  'order-status',
  'start-return',
  'cancel-order',
  'complaint',
  'question',
  'reorder',
]);
const lasts = 2;

export type OtherOrder = 'newer' | 'other';

/** Undefined: the one that was told is not turned down. */
export const otherOrderMeant = (
  folded: string,
  {
    orderTold,
    claim,
    turns = 0,
    lastIntent,
  }: Pick<ConversationMemory, 'orderTold' | 'claim' | 'lastIntent'> & Partial<Pick<ConversationMemory, 'turns'>>,
): OtherOrder | undefined => {
  const toldAt = Math.max(orderTold?.at ?? -1, claim?.at ?? -1);
  if (toldAt < 0 || turns - toldAt > lasts || !told.has(lastIntent)) return undefined;
  if (folded.length > 120 || otherMatter.test(folded)) return undefined;
  if (newer.test(folded)) return 'newer';
  return notIt.test(folded) ? 'other' : undefined;
};

const called =
  /\b(?:the|my) ((?:(?!right|wrong|correct|most|recent|previous|last|latest|newest|newer|other|same|first|second|third|old|older|whole)[a-z'-]+ ){1,2}?)(?:order|one)\b|(?:的是?|是)(?:买|装|有)?(?!那|这|我|更|最)(\p{Script=Han}{2,6}?)(?:的)?(?:那|这)(?:一)?[单笔个]|(?:^|[,.!? ])(?:那|我的?|查一?下|看看?)?(?!那|这|我|更|最|不|是|刚|昨|前|上|今|下|取消|退|订|帮|再|按|想|把|就)((?:(?![我买退订]|最近|前面|取消)\p{Script=Han}){2,5}?)(?:的)?(?:那|这)(?:一)?(?:[单笔]|个订单)/u;
/** "The kettle order", 是耳机那单: the thing that the one meant holds. Null: none is named. */
export const thingOfOrder = (folded: string): string | null => {
  const [, english, ...han] = called.exec(folded) ?? [];
  return (english ?? han.find(one => one !== undefined))?.trim() ?? null;
};
