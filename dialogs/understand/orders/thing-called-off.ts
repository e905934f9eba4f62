/** A thing is called off by its name, and no order is: "cancel the mug", 取消杯子, 那个马克杯取消掉吧. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';

const longest = 80;

const lead =
  /^(?:(?:ok|okay|no|so|well|hi|hey|hello|actually|sorry|please|pls|then|and|but|just|only|still|now|can|could|would|you|i|we|i'd|i'll|like|love|want|need|have|to|wanna|gonna|let's|may|is it possible)[,. ]+)*/
    .source;
const close = /(?: (?:please|pls|now|then|instead|for me|too|as well|thanks|again|any ?more|asap))*[?!. ]*$/.source;
const thing = "(?:(?:the|my|that|this|those|these|both|one of the) )?[a-z0-9' -]{3,40}?";
const english = [
  new RegExp(`${lead}(?:cancel|call off) ${thing}${close}`, 'u'),
  // "I don't want the mug any more, cancel it", "the mug, can you cancel that".
  new RegExp(
    `${lead}(?:i )?(?:(?:don'?t|do not|no longer) (?:want|need) )?${thing}(?: any ?more)?[,.;! ]+(?:so |and |please |can you |could you |i(?:'d like| want) to )*(?:cancel|call off) (?:it|that|them|this|those)${close}`,
    'u',
  ),
];
const chinese = [
  /^(?:请|麻烦|你好|那|就|还是|算了|我|想|要|先|能不能|能|可以|可不可以|帮我?|给我?|帮忙|把|直接|[,，。 ])*取消(?:掉|了)?(?:一下|下)?(?:我)?(?:的|买的|订的|拍的)?(?:那|这)?(?:[一两]?[个件双条只盒瓶包罐袋套盏台把支])?\p{Script=Han}{1,10}?(?:吧|吗|呗|啊|呀|可以吗|行吗|谢谢|[?？!！。. ])*$/u,
  /^(?:请|麻烦|你好|那|就|还是|算了|我|想|要|先|能不能|帮我?|给我?|帮忙|把|[,，。 ])*\p{Script=Han}{1,12}?(?:不(?:想)?要了[,，。 ]*)?(?:能不能|可以|能|可不可以|帮我?|给我?|想|要|先|就|请|麻烦)*取消(?:掉|了|一下)?(?:吧|吗|呗|啊|呀|可以吗|行吗|谢谢|[?？!！。. ])*$/u,
];

/** The order itself, or what no order holds. */
const otherThan =
  /\b(?:orders?|purchases?|parcels?|package|shipment|delivery|returns?|refunds?|exchange|subscription|newsletter|membership|account|offers?|deals?|codes?|coupons?|vouchers?|discounts?|cart|basket|line|queue|request|appointment|lot|rest|whole|everything|other|one)\b|\bwy-?\d|[订下][单的]|[单笔](?!肩|品|人|反|支|块|个)|排队|人工|退|换|会员|订阅|优惠|折扣|[码券]|购物车|活动|预约|提醒|推送|关注|收藏|所有|全部|全都|其[他它]|别的|剩下/u;

/** "I only want the light, cancel the mug". */
const lastOf = (folded: string): string => folded.slice(folded.search(/[^,，.;!。；！]+[,，.;!。；！ ]*$/u)).trim();

/** What it names is not known here: whoever asks has to see that it is goods. */
export const callsOffThing = (folded: string): boolean =>
  folded.length <= longest &&
  !otherThan.test(folded) &&
  (/\p{Script=Han}/u.test(folded) ? chinese : english).some(form => form.test(folded) || form.test(lastOf(folded)));

const all =
  /\b(?:cancel|call off|scrap) (?:it all|all of (?:it|them)|everything|both(?: of them)?|the (?:whole (?:thing|order|lot)|lot|entire order))\b|(?:全部?|整[个张]?(?:订?单)?|都|一起|统统)(?:给我|帮我|就|直接)*取消|取消(?:掉)?(?:全部|所有|整[个张]?(?:订?单))/u;
const leavesIt = /\b(?:don'?t|do not|not|never|instead of|without)\b|不|别|没|[?？]|吗/u;
const lasts = 2;
/** Once it was told that only the whole order can be called off: "then cancel all of it". */
export const callsOffAll = (
  folded: string,
  { lastIntent, orderTold, turns }: Pick<ConversationMemory, 'lastIntent' | 'orderTold' | 'turns'>,
): boolean =>
  (lastIntent === 'cancel-order' || lastIntent === 'person') &&
  orderTold !== undefined &&
  turns - orderTold.at <= lasts &&
  folded.length <= longest &&
  all.test(folded) &&
  !leavesIt.test(folded);
