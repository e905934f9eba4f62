/** "Actually remove it", "empty my cart", "把第二个删掉": something goes out of the cart. Takes folded text. */

import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

export interface TakeOutAsked {
  /** The whole cart. */
  readonly everything: boolean;
  /** So many of it; absent: all there are. */
  readonly quantity?: number;
}

const lead =
  /^(?:(?:ok|okay|no|actually|please|wait|sorry|hmm|and|then|can you|could you|can i|i want to|i'd like to|i need to|let's|pls)[,. ]+)*/
    .source;
const english = new RegExp(
  `${lead}(?:remove|delete|take (?:out|off)|drop|get rid of|put back) (?:it|that|this|them|(?:the|that|this|both|those|these|my|one of) .{1,50}?|one|both)(?: back)?(?: (?:out|off|from|out of|off of)(?: (?:my |the )?(?:cart|basket|bag|order))?)?(?: again)?(?: please)?[?!. ]*$|${lead}take (?:it|that|this|them|(?:the|that|this|those|these) .{1,40}?) (?:out|off)(?: (?:of )?(?:my |the )?(?:cart|basket|bag|order))?(?: again)?(?:,? (?:please|sorry|thanks|then))*[?!. ]*$`,
);
/** No amount of money: "take 10 off" haggles. */
const number =
  '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a couple)\\b(?! ?(?:%|percent|dollars|yuan|euros?|pounds|bucks))';
const cart = '(?: (?:of )?(?:my |the )?(?:cart|basket|bag))';
const close = '(?: again)?(?: please)?[?!. ]*$';
/** "Take 9 of the mugs out of my cart", "remove two from my cart": the number comes before where it goes. */
const someOf = [
  `${lead}(?:remove|delete|drop|get rid of|put back|take out) (?:only |just )?${number}(?: of (?:the |these|those|them|it|my ).{0,40}?| .{1,30}?)?(?: (?:back|(?:out|off|from)${cart}))?${close}`,
  `${lead}take (?:only |just )?${number}(?: of .{1,40}?| .{1,30}?)? (?:back )?(?:out${cart}?|(?:off|from)${cart})${close}`,
  `${lead}take (one)(?: of .{1,40}?)? off${close}`,
].map(pattern => new RegExp(pattern));
const unit = '[个件双条只盒包瓶份套台把罐袋支顶块本]';
const someChinese = new RegExp(
  `(?:[删移去拿取撤减][掉除出了去]?来?|把?其中)([一二两俩三四五六七八九十\\d]{1,2})${unit}`,
  'u',
);
/** 去掉一包: of what is spoken of. */
const onlySome = new RegExp(
  `^(?:请|帮我|麻烦|给我|那|算了|还是|不对|哦|再|先|[, ])*(?:从购物车里?)?(?:删|移|去|拿|撤)[掉除出了去](?:来)?[一二两俩三四五六七八九十\\d]{1,2}${unit}(?:吧|了|好了|[.! ])*$`,
  'u',
);
const chinese =
  /(?:从|把).{0,20}(?:购物车|篮子)里?.{0,6}(?:删|移|去|拿|取)(?!年)|^(?:请|帮我|麻烦|那|算了,?|还是|不对,?|哦,?)*(?:把)?(?:它|这个?|那个?|第 ?[一二三四五\d][个款件双]?|最后一?[个款件双]?|刚才的?|刚加的?|.{1,10})?(?:从购物车里?)?(?:删掉|删了|删除|移除|移出|去掉|拿掉|拿出来|取出|撤掉)(?:它|这个?|那个?|吧|了|呀|啊|哦|嘛|一[个件]|购物车.{0,4})*[?!. ]*$|^(?:不对,?|算了,?|那)?(?:刚才|刚刚|刚加)(?:的)?(?:那个|这个)?不要了[. !]*$/u;
const all =
  /\b(?:empty|clear) (?:out )?(?:my |the )?(?:whole |entire )?(?:cart|basket|bag)\b|\b(?:remove|delete|take out) (?:everything|all(?: of it| of them| items)?)(?: (?:from|out of) (?:my |the )?(?:cart|basket|bag))?[?!. ]*$|\b(?:empty|clear|bin|scrap) (?:it all|all of it|everything|the lot)(?: out)?(?: please| now)*[?!. ]*$|全(?:部|都)?(?:给我)?清空(?:了|吧|掉)*[?!. ]*$|清空(?:一下)?(?:我的)?购物车|购物车.{0,4}清空|(?:购物车|篮子)里?的?(?:东西)?(?:全部|全都|都|所有).{0,4}(?:删|移|去|不要)/u;

/** What else is removed in a shop: a deal, a code, a filter, what is known of the shopper. */
const otherThings =
  /\b(?:codes?|coupons?|vouchers?|offers?|deals?|discounts?|promo\w*|filters?|data|account|profile|preferences?|budget|address|facts?|notes?|conversation|chat|memory|history|me|information|stain|smell)\b|码|券|优惠|折扣|活动|资料|信息|档案|关于我|记录|偏好|预算|喜欢|我说|说过|数据|个性|账号|地址|邮件|短信|照片|污渍|标签|吊牌|味/u;

/** Right after something went into the cart. */
const notWanted =
  /^(?:(?:no|actually|wait|sorry|hmm|on second thought)[,. ]+)*(?:i (?:don't|dont|do not) want (?:it|that|this)(?: anymore| any more)?|not that one|forget that one)[.! ]*$|^(?:那|算了,? ?|还是|等等,? ?|哦,? ?)*我?就?(?:不要|不买|不想要|不喜欢)(?:它|[这那]个|[这那]些)?了?(?:吧|啊)?[.! ]*$/u;

/** Right after it, that it was not asked for: 删掉 我没说要买, "I didn't ask for that", "I never said to add it". What was said of anything else ("I didn't say red") takes nothing out. */
const notAskedFor =
  /^(?:(?:no|hey|wait|remove it|delete it|take it out|why)[,.! ]+)*i (?:didn'?t|did not|never) (?:(?:(?:ask(?:ed)?(?: you)? for|want(?:ed)?|order(?:ed)?) (?:it|that|this|them|these|those|one|any|an?|the|two|\d{1,2})\b|(?:(?:ask(?:ed)?|want(?:ed)?|tell|told)(?: you)? to|say|said|mean(?:t)?)(?: to| you should| i(?:'d| would)?)? ?(?:want to )?(?:add|buy|order|put|take)\b).{0,40}|asked|ask(?:ed)? you to)[.! ]*$|^(?:删掉|删了|删除|去掉|拿掉|移除|撤掉|快删|不要|取消|不对|不是|喂|哎|等等|[,. !])*(?:我)?(?:又|可|根本)?(?:没|没有)(?:说(?:过)?(?:我)?(?:要|想|(?=[买加放下]))|让你|叫你|要)(?:买|加|放|下单|这个)?(?:它|这个|进去|购物车)?(?:了|啊|呀|的)*[.! ]*$|^(?:谁让你|谁叫你|为什么|怎么就?|干嘛)(?:给我|就|直接)?(?:加|放|买|下单)(?:进|到)?(?:购物车)?(?:里)?(?:了|的|啊|呀)*[?!. ]*$/u;

/** 我只是问问 先别加 清掉, "I was only asking, don't add it": something was put in for a question. */
const onlyAsked =
  /^(?:等等|等一下|不是|喂|哎|别急|[,. !])*(?:我)?(?:只是|就是|就|只)(?:先)?(?:想)?问(?:问|一下)?(?:而已|的)?[,. ]*(?:先|还)?(?:别|不要|没说要?|没让你)(?:给我)?(?:加|放|买|下单).{0,8}$|^(?:等等|等一下|不是|[,. !])*(?:先|你先)?(?:别|不要)(?:给我)?(?:加|放)(?:购物车|进去)?[,. ]*(?:清|删|拿|去|撤)(?:掉|了|空)(?:吧|[.! ])*$|^(?:(?:wait|no|hey|sorry|hold on|ok)[,.! ]+)*i (?:was|am|'m) (?:just|only) asking[,.! ]+(?:so |please |and )*(?:don'?t (?:add|put|buy|order) (?:it|that|them|anything).{0,16}|(?:take|remove) (?:it|that|them)(?: out)?(?: please)?)[.! ]*$/u;

/** 别加啊我就问问: the same, whatever is asked then. */
export const undoesAdded = (folded: string): boolean => onlyAskedZh.test(folded);
const onlyAskedZh =
  /^(?:等等|不是|喂|哎|诶|[,. !])*(?:我)?(?:先|都)?(?:别|不要)(?:给我|帮我)?(?:乱|就|直接)?(?:加|放|买|下单)(?:进去|购物车)?[啊呀了哦嘛,. !]*(?:我|人家)?(?:就|只)(?:是|想)*问/u;
/** One of the cart by its place, where the cart was spoken of just now. */
const oneOfCart =
  /^(?:(?:no|actually|wait|sorry|ok)[,. ]+)*(?:i (?:don't|dont|do not) want|not) the (?:first|second|third|fourth|last)(?: one)?(?: anymore| any more)?[.! ]*$|^(?:那|算了,? ?)?(?:第 ?[一二三四五\d]|最后一?)[个款件双条只]不要了?[吧啊]?[.! ]*$/u;

/** What is named is not wanted any more: 刀不要了, where the cart was spoken of just now. */
const thingNotWanted =
  /^(?:那|把|算了,? ?|哦,? ?|嗯,? ?)*(\p{Script=Han}{1,10}?)就?(?:不要|不买|不想要)了[吧啊哈]?[.! ]*$/u;
/** What is not in the cart, or when or how it is said: 别的不要了, 今天不买了, 谢谢不要了. */
const noThing =
  /^(?:[我都也还真就先又再]|别的?|其[他它余]|另外|剩下|多余?的?|什么|啥|[今明后昨]天|今晚|现在|目前|暂时|以后|之后|下次|这[次回会]|最近|这?几天|谢谢?|感谢|干脆|可能|已经|反正|所以|因为|实在|确实|果断|没)/u;

const ofCartIntents: ReadonlySet<Intent> = new Set(['add-to-cart', 'view-cart', 'remove-from-cart', 'change-quantity']);

const ofProfile: ReadonlySet<Intent> = new Set(['about-me', 'forget', 'forget-all']);
const emptying = /\b(?:empty|clear|bin|scrap)\b|清空/u;
const namesCart = /\b(?:cart|basket|bag)\b|购物车|篮子/u;

/** Where the cart was spoken of just now, "remove everything" means it. */
export const takeOutAsked = (
  folded: string,
  { lastIntent, inCart = [] }: Pick<ConversationMemory, 'lastIntent' | 'inCart'>,
): TakeOutAsked | undefined => {
  if (folded.length > 120 || otherThings.test(folded)) return undefined;
  const ofCart = lastIntent !== undefined && ofCartIntents.has(lastIntent);
  if (ofCart && oneOfCart.test(folded)) return { everything: false };
  if (lastIntent === 'add-to-cart' && [notWanted, notAskedFor, onlyAskedZh].some(form => form.test(folded)))
    return { everything: false };
  if (onlyAsked.test(folded)) return { everything: false };
  const thing = thingNotWanted.exec(folded)?.[1];
  if (ofCart && (notAskedFor.test(folded) || (thing !== undefined && !noThing.test(thing))))
    return { everything: false };
  // "Empty it all" of what is in the cart; "delete everything" may be said of what is kept of the shopper.
  const mayBeKept = lastIntent !== undefined && ofProfile.has(lastIntent);
  const empties = inCart.length > 0 && !mayBeKept && emptying.test(folded);
  if (all.test(folded)) return ofCart || empties || namesCart.test(folded) ? { everything: true } : undefined;
  const some = someOf.map(pattern => pattern.exec(folded)).find(found => found !== null);
  if (some) return { everything: false, quantity: some[1] === 'a couple' ? 2 : readNumber(some[1]!) };
  if (!english.test(folded) && !chinese.test(folded) && !onlySome.test(folded)) return undefined;
  const said = someChinese.exec(folded)?.[1];
  return {
    everything: false,
    ...(said === undefined ? {} : { quantity: said === '俩' ? 2 : readNumber(said) }),
  };
};

/** 保留，不用拿掉, "don't take it out": what is in the cart stays there. Takes folded text. */
export const staysIn = (folded: string): boolean => folded.length <= longestKept && kept.test(folded);
const longestKept = 40;
const kept =
  /(?:不用|不要|不必|别|先别|不)(?:再|给我|帮我|把它)?(?:删|移|拿|去|撤)(?:掉|除|出|走|了)(?!.*(?:换|改|加))|^(?:(?:no|wait|actually|oh|ok|please|sorry)[,. !]+)*(?:(?:please )?(?:don'?t|do not) (?:remove|delete|take) (?:it|that|this|them|anything)(?: out| off| away)?|keep (?:it|that|this|them)(?: in| in there| in (?:my |the )?(?:cart|basket|bag))?|leave (?:it|that|this|them) in(?: there)?)(?:,? (?:please|thanks|don'?t (?:remove|delete|take) (?:it|that|this|them)(?: out| off| away)?))*[.! ]*$/u;

/** Whatever else is said, it asks for less in the cart, not for more. Takes folded text. */
export const neverAdds = (folded: string): boolean =>
  /\b(?:remove|delete)\b|\bout of (?:my |the )?(?:cart|basket|bag)\b|[删移][除掉出]|拿掉|去掉/u.test(folded);
