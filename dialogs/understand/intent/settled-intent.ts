/** What a message means after all: the form it has, and what it cannot mean, against what it was taken for. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { asksWhether, buysNothing } from '../cart/buys-nothing.ts';
import { likesPointed } from '../cart/only-liked.ts';
import { neverAdds } from '../cart/take-out-asked.ts';
import { deniesDoing } from '../text/denied.ts';
import { tellsOwnTaste } from '../wishes/taste-told.ts';

export interface Guess {
  readonly intent: Intent;
  /** 0..1 */
  readonly confidence: number;
}

export interface Form {
  readonly folded: string;
  /** What goes into the cart was read of its words. */
  readonly orders: boolean;
  /** A rule of the shop is asked about, whatever else its words may mean. */
  readonly outright: boolean;
  /** A taste in words that no catalogue knows. */
  readonly isTaste: boolean;
  /** A yes to a wider search. */
  readonly wider: boolean;
  /** Something is asked of goods. */
  readonly isQuestion: boolean;
  /** Goods of a kind are named. */
  readonly namesGoods: boolean;
  /** Something is asked of the product that is named or was looked at. */
  readonly ofThing: boolean;
  /** What is not right of goods that are only shown is told. */
  readonly findsUnfit: boolean;
}

/** "Won't turn on", "doesn't show up on my laptop", 连不上: trouble with a thing that is had. */
const trouble =
  /\b(?:won'?t|wont|doesn'?t|doesnt|does not|don'?t|dont|do not|can'?t|cannot|isn'?t|aren'?t|not|stopped|keeps?|refuses? to) (?:\w+ )?(?:turn(?:ing)? (?:on|off|up)|switch(?:ing)? on|connect(?:ing)?|pair(?:ing)?|charg(?:e|ing)|work(?:ing)?|start(?:ing)?|show(?:ing)? up|light(?:ing)? up|respond(?:ing)?|recogni[sz]ed?|disconnecting|crashing|cutting out)\b|(?:连|配|充|开|打|启|点|亮)不(?:上|了|进|开|动|亮|着)|(?:没|毫无)(?:反应|声音|电了)|不(?:亮|响|转|出声|充电)了?|(?<!防|不|会)漏(?:水|气|油|电|雨)了?(?=$|[,.!。，！ ])|(?:开胶|脱胶|开线|脱线|断线|裂开|裂)了$/u;
/** The same words of what the shop does and has: "can't start a return", "don't charge me twice", "my card is not working", 开不了发票, 网站打不开. */
const ofShop =
  /\bstart(?:ing)? (?:\w+ ){0,2}(?:return|refund|exchange|order|checkout|payment|chat|claim|cancel\w*)\b|\bcharg(?:e|ing) (?:me|us|my (?:card|account|bank\w*)|for|twice|again|extra)\b|(?<!\b(?:memory|sd|micro ?sd|sim|graphics|sound|video) )\b(?:cards?|payments?|paypal|apple pay|google pay|alipay|codes?|coupons?|vouchers?|discounts?|promo(?:tion)?s?|deals?|links?|websites?|site|page|checkout|basket|cart|log ?in|account|password|invoice|tracking)(?: number)? (?:\w+ ){0,2}?(?:won'?t|wont|doesn'?t|doesnt|does not|don'?t|dont|isn'?t|is not|are not|aren'?t|can'?t|cannot|not|stopped|keeps?|refuses? to)\b|[开打]不了(?:个|张|发|这|那)?(?:发?票|收据|折|优惠|会员|卡|户)|(?:网站|网页|页面|链接|小程序|官网|订单|物流|发票|购物车|[券码])(?:都|也|还是|总是|一直|怎么)?(?:[连开打点]不|没反应)/u;
/** 亮不亮 asks whether it does. */
const whether = /(\p{Script=Han})不\1/gu;
const isTrouble = (folded: string): boolean => trouble.test(folded.replace(whether, ' ')) && !ofShop.test(folded);
/** What was advised, or thought of, has not helped: 重启过了还是不行, "I tried that, still nothing". */
const noHelp =
  /^(?:我|都|也|已经|早就|刚才?|,|，)*(?:重启|重置|重新|恢复|试|按|照做|照着|换|充|关机|弄|做|配)\p{Script=Han}{0,8}?(?:了|过|着)?(?:了|好几次|好几遍)*[,， ]*(?:还是|也|都|仍然|依然|结果)+\p{Script=Han}{0,3}(?:不行|没用|没效果|不好使|一样|连不|没反应|不亮|不响|不能|不了|不上)|^(?:那|可是?|但是?|,|，)*(?:还是|仍然|依然|照样)(?:不行|没用|一样|连不上|没反应|不亮|不响|不好使|不能用|不工作)|\bstill (?:(?:doesn'?t|does not|won'?t|not|isn'?t|nothing|the same|no luck)\b|can'?t\b(?! (?:decide|choose|pick|believe|wait|afford|see why|find (?:an?|any|the right)\b)))|^(?:i |we )?(?:(?:have |'ve )?already )?(?:tried (?:that|this|it|all that)\b|(?<=\b(?:i|we|already) )did (?:that|this|it|all that)\b|did (?:that|this|all that)(?: already)?[,.! ]*(?:$|still|and|but|no)\b)|\b(?:it |that )?(?:didn'?t|did not|doesn'?t) help\b/u;

/** A thing that is had does not work: something is to be done about it, whatever pages say. */
export const tellsTrouble = (folded: string): boolean => folded.length <= 120 && isTrouble(folded);
/** What it may be taken for by its sound; another matter that is surely heard is what is said. */
const soundsLikeNoHelp: ReadonlySet<Intent> = new Set([
  'question',
  'unclear',
  'yes',
  'no',
  'cancel',
  'thanks',
  'help',
  'product-details',
  'stock',
  'state-preference',
]);
/** An order, the money for it or a person is asked for beside it. */
const anotherMatter =
  /\b(?:ship(?:s|ped|ping)?|deliver\w*|arriv\w*|parcel|package|refund\w*|return\w*|money back|cancel\w*|orders?|person|human|agent|somebody|someone)\b|退|发货|快递|物流|订单|取消|到货|人工|真人|客服/u;
/** So it is after what was said of it just now, and nothing else is said. */
export const tellsNoHelp = (
  folded: string,
  { troubledAt, turns }: Pick<ConversationMemory, 'troubledAt' | 'turns'>,
  { intent, confidence }: Guess = { intent: 'unclear', confidence: 0 },
): boolean =>
  troubledAt !== undefined &&
  turns - troubledAt <= 2 &&
  folded.length <= 120 &&
  noHelp.test(folded) &&
  (soundsLikeNoHelp.has(intent) || confidence < sureOfGoods) &&
  !anotherMatter.test(folded);

const moneyBack =
  /\b(?:want|need|like|get|give|have) (?:me |us )?(?:a |my |the )?(?:full )?(?:refund|money back)\b|(?:^|[,，。! ])(?:我|那|就|还是|请|给我|帮我)*(?:要|想要?)?退(?:款|钱|货)(?:吧|给我|了)?[.! ]*$/u;

/** What such trouble is most often mistaken for: the goods it names. */
const namesThing: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'order-status',
  'unclear',
  'state-preference',
  'stock',
]);
const sureOfGoods = 0.6;

/** The form of a question. */
const asks =
  /[?？]|^(?:(?:and|so|but|ok|hi|hello|please)[,. ]+)*(?:wh(?:at|y|o|en|ere|ich|ose)|how|can|could|do|does|did|is|are|will|would|should|may|must|any)\b|\b(?:tell me|wonder\w*|question)\b|吗|呢|么|什么|啥|咋|怎|多[久少长大重高宽厚]|(?<!好)几|哪|能不能|可不可以|是不是|有没有/u;
const sureToAsk = 0.5;
/** From here on words that take no leave themselves may be meant as one. */
const sureToLeave = 0.4;
export const hasFormOfQuestion = (folded: string): boolean => asks.test(folded);

/** It is in the shopper's hands, or something is wrong with it. */
const had =
  /我的|买的|买了|收到|上次|之前|昨天|坏|破|裂|漏|太|不(?:是|对|行|好|能|会|舒服|合适)|磨|掉|退|换|订单|快递|发货/u;

const agrees: ReadonlySet<Intent> = new Set(['yes', 'no', 'thanks']);
/** 好吗, 行吗 ask for agreement only. */
const asksInChinese =
  /(?<!好|行|好的|是的|可以的)呢[?!. ]*$|怎么(?!都)|(?<!没有?)什么|多少|多久|哪(?!都)|几[天个号点]/u;

/** "Frying pan that works on induction": a thing and what it should be, and nobody does or has anything. */
const onlyThing =
  /^(?!.*\b(?:my|our|i|i'm|i've|we|you|it|it's|they|this|that's|these|those|is|are|was|were|has|have|had|came|arrived|bought|got|not|no|never|return\w*|refund\w*|deliver\w*|order\w*|pay\w*|wash\w*|clean\w*|care|size guide|warranty|policy|(?<!\d ?)hours?|address|card|cards|wrapping|missing|broken|damaged|faulty|wrong)\b)(?:\d{1,5}[- ]?(?:pieces?|pcs?|ml|g|kg|l|litres?|inch|cm|w|watts?|mah)[- ])?[a-z][a-z0-9' -]{2,70}[.! ]*$/;
/** "… for my nan". */
const forSomebody = / for (?:my|our|his|her) (?:[a-z]+ )?[a-z]+(?=[.! ]*$)/;

/** What changes the cart or takes a deal: no question does that. */
const acts: ReadonlySet<Intent> = new Set([
  'add-to-cart',
  'remove-from-cart',
  'change-quantity',
  'reorder',
  'apply-offer',
]);
const endsAsking =
  /[?？][\s"')]*$|[吗呢么嘛][。.!\s]*$|^(?:(?:and|so|but|ok|hi|hello)[,. ]+)*(?:wh(?:at|y|o|en|ere|ich|ose)|how|do|does|did|is|are|was|were)\b/u;
/** Asked for in the form of a question: "could you add it?", "can I have two?", 能帮我加两个吗. */
const requests =
  /\b(?:can|could|would|will|may|might|shall) (?:you|u|i|we)\b|\b(?:how about|what about|please|pls|mind)\b|\b(?:i'?ll|i will|i want|i need|i'd like|let me|let's|give me|get me)\b|^(?:(?:ok|and|then|so|yes)[,. ]+)*(?:do )?(?:add|put|order|remove|delete|take|make|apply|use)\b|帮|给我|能|可以|麻烦|我要|我想|加|来|下单|拿|放|删|去掉/u;
/** A question that orders nothing. Takes folded text. */
export const onlyAsks = (folded: string): boolean => endsAsking.test(folded) && !requests.test(folded);

const helpsToFind =
  /\b(?:pick|choose|find|buy|select|decide (?:on|between)|look(?:ing)? for|shop(?:ping)? for|get) (?:\w+ ){0,4}?\w|(?:帮|给)我?[^,，。]{0,4}(?:挑|选|找|买|推荐)/u;
const wantsToSee =
  /(?:想|来|要|先)看看?(?=\p{Script=Han}{2,}[吧呢.! ]*$)|\b(?:show me|let me see|looking for|want to see|like to see)\b/u;
const sureToComplain = 0.6;
const onlyNamesThat = /^(?:就|是|就是)?(?:那|这)[件个款双条只把]\p{Script=Han}{2,8}[啊呀吧。.! ]*$/u;
const callsOff =
  /\b(?:cancel\w*|call (?:it )?off|stop|don'?t (?:want|need|send)|no longer|changed my mind|undo|refund)\b|取消|不要|不想|撤|退|别发|不买/u;
const asksWhere =
  /\bwhere(?:'s| is| are)\b|\bwhen (?:will|does|do|is|can)\b|\b(?:track\w*|arriv\w*|on its way)\b|到哪|哪里了|什么时候[能会]?[到发]|物流|多久[能会]?到/u;

/** Words that take leave, or say that nothing more is wanted. */
const takesLeave =
  /\b(?:good ?bye|bye+|see (?:you|ya)|cya|later|laters|good ?night|(?<=^|[,.!] ?)night(?: night)?(?=$|[,.!])|take care|cheers|ciao|farewell|have a (?:good|nice|great|lovely)|that'?s (?:all|it|everything)|nothing else|i'?m (?:off|done)|gotta (?:go|run)|talk soon)\b|再见|拜|回聊|晚安|回头(?:见|聊)|先这样|下次|走了|就这(?:些|样)|没(?:事|别的|其他|什么)|不打扰|(?<!\d)8{2,}(?!\d)/u;
/** No more of it is wanted: without such words nobody has switched personal offers off. 给我不 only asks. */
const wantsNoMore =
  /别|不(?:要|想|用|需要|必|再|喜欢|接受|许|准|看|感兴趣)|关(?:闭|掉|了)?|停|取消|拒绝|屏蔽|少(?:推|发|来)|烦|骚扰|退订|\b(?:no|not|stop|don'?t|dont|never|without|quit|off|out|opt|unsubscribe|disable|enough|cancel|remove|hate|spam\w*|leave me|fewer|less)\b/u;
const wantsOn =
  /开|恢复|重新|再(?:给|发|推|收)|想(?:要|收|继续)|要|继续|可以(?:给|发|推)|接受|同意|解除|取消屏蔽|订阅|\b(?:on|in|again|back|resume|restart|enable|reactivate|want|like|start|subscribe|yes|allow|ok|okay|please|opt)\b/u;
/** 不要推荐这些, "none of these": what was shown, and no offer. */
export const turnsDownShown = (folded: string): boolean => ofShown.test(folded);
const ofShown =
  /^(?!.*(?:优惠|折扣|活动|广告|消息|信息|推送|短信|券)).*(?:不要|别|不用|甭)(?:再)?(?:给我|跟我)?(?:推荐|推|看|发|介绍)?(?:[这那](?:些|几[个款种样]|[个款种]|样的))|^(?!.*\b(?:offers?|deals?|discounts?|ads?|adverts?|e-?mails?|messages?|promo\w*|notifications?|codes?|coupons?)\b)(?:(?:no|ok|but|well)[,. ]+)*(?:i (?:don'?t|do not|dont) (?:want|like|need) (?:these|those|any of (?:these|those|them))|not (?:these|those)|none of (?:these|those|them))\b/u;
const ofOffers =
  /\b(?:offers?|deals?|discounts?|ads?|adverts?|promo\w*|track\w*|profil\w*|personali[sz]\w*|messages?)\b|优惠|折扣|促销|广告|推送|消息|专属|个性化/u;
const namesNumber = /\d|以内|左右|预算/u;

/** "Which of these do I need first": asked before anything is taken. */
const asksWhich = /^(?:(?:and|so|but|ok|hm+)[, ]+)*(?:which (?:one|of)|why|how (?:big|long|heavy|does|do))\b/;
/** "The grey one i meant": which one was spoken of. */
export const saysWhich =
  /\bi (?:mean|meant)(?: (?:though|tho))?[.! ]*$|^(?:(?:no|sorry|not that)[,. ]+)*i (?:mean|meant) |^(?:不是|不对|,|，| )*我(?:问|说|指)的(?:就)?是/u;
const turnsDown = /(?<!要)不(?:要|想要|买)(?!紧|是)/u;
/** 买来两个都碎了. */
const broken = /[碎坏破裂漏]了[.! ]*$/u;
const intoCart = /加购|加车|购物车|下单/u;
/** 就要灯: goods by their name, and not the one on the table. 就要黑色的 is one of those. */
const wantsThat =
  /^(?:我)?(?:就|只)(?:想)?要(?!它|他|[这那第]|了|一|两|二|三|几|求|\d)\p{Script=Han}{0,7}(?<![的色码号款双件个条])[吧呗啊。.!\s]*$/u;
/** 我要的是这个包的尺寸: a fact about it is wanted. */
const wantsToKnow =
  /(?:的|知道|看看?)(?:尺寸|大小|容量|重量|颜色|材质|价格|成分|介绍|详情|信息|参数)[吧啊呢呀。.!?？\s]*$/u;

export const settledIntent = (
  decided: Guess,
  { folded, orders, outright, isTaste, wider, isQuestion, namesGoods, ofThing, findsUnfit }: Form,
): Guess => {
  const { intent, confidence } = decided;
  const as = (other: Intent): Guess => ({ intent: other, confidence });
  if (outright && intent === 'question') return decided;
  // 那喝的呢: what asks agrees to nothing.
  if (agrees.has(intent) && asksInChinese.test(folded))
    return { intent: 'unclear', confidence: Math.min(confidence, 0.4) };
  // 那700以内有男款长款的吗: nobody leaves with a question.
  if (intent === 'goodbye' && (asks.test(folded) || namesNumber.test(folded)) && !takesLeave.test(folded))
    return { intent: namesGoods || namesNumber.test(folded) ? 'product-search' : 'unclear', confidence: 0.5 };
  // "I run mostly on roads at night": likeness alone shows nobody to the door.
  if (intent === 'goodbye' && confidence < sureToLeave && !takesLeave.test(folded))
    return { intent: 'unclear', confidence };
  // "I ordered yesterday as a guest, where is it": likeness alone calls nothing off.
  if (intent === 'cancel-order' && confidence < sureToAsk && !callsOff.test(folded))
    return asksWhere.test(folded) ? { intent: 'order-status', confidence: sureToAsk } : as('question');
  // 就那件羽绒服 names a thing, and complains of nothing.
  if (intent === 'complaint' && confidence < sureToComplain && onlyNamesThat.test(folded))
    return { intent: 'product-search', confidence: sureToAsk };
  // "Can you help me pick running shoes": what is to be found is named.
  if (intent === 'help' && namesGoods && helpsToFind.test(folded))
    return { intent: 'product-search', confidence: sureToComplain };
  if (intent === 'opt-out' && turnsDownShown(folded)) return { intent: 'no', confidence: 0.6 };
  // "Not a shaving set, too personal": goods are spoken of, and no offers.
  if (intent === 'opt-out' && namesGoods && confidence < sureToAsk && !ofOffers.test(folded))
    return { intent: 'product-search', confidence: 0.5 };
  if (intent === 'opt-out' && !wantsNoMore.test(folded)) return { intent: 'deals', confidence: 0.5 };
  // What the offer was is asked: without such words nothing is switched on.
  if (intent === 'opt-in' && !wantsOn.test(folded)) return { intent: 'deals', confidence: 0.5 };
  // "What shoes let the air in? I hate white": goods are asked for, whatever is told of taste.
  if (isTaste && namesGoods && asks.test(folded)) return { intent: 'product-search', confidence: 0.6 };
  if (isTaste) return { intent: 'state-preference', confidence: 0.6 };
  if (wider) return as('product-search');
  // "Is your stuff real leather?" tells no taste: what is so is shown.
  if (intent === 'state-preference' && endsAsking.test(folded) && !tellsOwnTaste(folded)) return as('product-search');
  // 我鞋子平时穿40，想看看羽绒服: what is told of a size serves the search.
  if (intent === 'state-preference' && namesGoods && wantsToSee.test(folded)) return as('product-search');
  if (isQuestion) return as('question');
  if (acts.has(intent) && (onlyAsks(folded) || asksWhether(folded))) return as('question');
  if (intent === 'add-to-cart' && !orders && (asksWhich.test(folded) || saysWhich.test(folded)))
    return as('product-details');
  if (intent === 'add-to-cart' && neverAdds(folded)) return as('remove-from-cart');
  // 充电宝不要 就要灯: what is turned down beside a wish is not ordered.
  if (intent === 'add-to-cart' && turnsDown.test(folded) && !intoCart.test(folded))
    return { intent: 'product-search', confidence: Math.min(confidence, 0.6) };
  if (intent === 'add-to-cart' && broken.test(folded)) return as('complaint');
  if (intent === 'add-to-cart' && !orders && wantsThat.test(folded))
    return { intent: 'product-search', confidence: 0.6 };
  if (intent === 'add-to-cart' && wantsToKnow.test(folded)) return as('product-details');
  if (intent === 'add-to-cart' || intent === 'reorder') {
    const without = buysNothing(folded);
    if (without === 'told') return as('product-details');
    if (without === 'asked') return as(ofThing ? 'product-details' : 'question');
    if (without) return { intent: 'no', confidence: Math.min(confidence, 0.6) };
  }
  if (intent === 'start-return' && findsUnfit) return as('product-search');
  // "I didn't cancel my order": what has become of it is told.
  if ((intent === 'cancel-order' || intent === 'start-return') && deniesDoing(folded)) return as('order-status');
  if (soundsLikeNoHelp.has(intent) && (isTrouble(folded) || noHelp.test(folded)) && moneyBack.test(folded))
    return { intent: 'start-return', confidence: 0.8 };
  if (namesThing.has(intent) && confidence < sureOfGoods && isTrouble(folded)) return as('question');
  if ((ofThing || likesPointed(folded)) && intent === 'unclear') return as('product-details');
  // 双肩包 通勤 能装电脑 女生背: wishes in a row.
  if (
    (intent === 'unclear' || (intent === 'question' && confidence < 0.9)) &&
    namesGoods &&
    hasHan(folded) &&
    !asks.test(folded) &&
    !had.test(folded)
  )
    return as('product-search');
  // "These running shoes are too tight": what is told of goods is no question, and pages are looked at all the same.
  if (
    intent === 'question' &&
    confidence < 0.9 &&
    namesGoods &&
    onlyThing.test(folded.replace(forSomebody, '')) &&
    !asks.test(folded)
  )
    return { intent: 'product-search', confidence: 0.6 };
  if (intent === 'question' && confidence < sureToAsk && namesGoods && !asks.test(folded)) return as('unclear');
  return decided;
};
