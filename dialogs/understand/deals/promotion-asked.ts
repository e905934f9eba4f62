/** Questions about the rules of promotions, and codes typed: closed words. All take folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { dealFactAsked, pointsAtDeal } from './deal-fact.ts';
import { groupDealAsked } from './deal-kinds.ts';

const promotionAspects = [
  'applies',
  'why-not',
  'return',
  'combine',
  'how-often',
  'until',
  'what-if',
  'covers',
  'how',
] as const;
/** What about a promotion is asked. */
export type PromotionAspect = (typeof promotionAspects)[number];

const topic =
  /\b(?:offers?|deals?|promotions?|promos?|discounts?|coupons?|vouchers?|(?:promo |discount )?codes?|(?:the|a|this|that|your) sale|stack(?:s|ed|able)?(?= (?:with|on)|[?!. ]*$)|spend and save|bogo|\d+ ?% off|[¥$€£]?\d+ off|(?:evening|night|weekend|skin ?care|gift|tea|coffee) (?:evenings? |deal )?things?|evenings? (?:deal|special|offer|discount)|skin ?care evenings?|buy (?:one|two|three|\d) get|half[ -]price|free gifts?|freebies?|which gift|(?:choose|pick|select) .{0,12}gift|gift with purchase|the gifts? (?:from|at|over|above|on|you get) [¥$€£]?\d{2,}|counts? (?:towards?|to|for) (?:the )?[¥$€£]?\d+|if i (?:spend|buy for|order for|pay) [¥$€£]?\d+)\b|优惠|活动|满减|满赠|晚[上]?[七八九十\d]点.{0,6}(?:怎么[算玩享]|咋[算玩])|券|(?<![尺鞋号条密扫大小均半衣裤证件维\d]|[付收]款)码(?!数|[的之中]|.{0,2}之间)|折扣|促销|赠品|凑单|[买满] ?[一二两三四\d]+ ?(?:元|块|件)? ?[送减赠免]|第二件|半价|[买满花] ?\d+.{0,8}(?:减|打折|便宜|优惠)(?!吧)|\d ?折|[一二三四五六七八九] ?折/u;

/** Whether there is a deal of a kind: 首单有优惠吗, 现在几折, 晚上几点打折, 双十一还有活动吗. */
const ofKind =
  /买[一二两]送[一二两]|(?:首单|首次下单|第一单).{0,8}(?:优惠|折|减|便宜|券|活动|福利|送|奖)|(?:优惠|折扣?|券|活动|便宜).{0,6}(?:首单|首次下单)|^(?:那|请问)?首单(?:呢|有吗)?[?!. ]*$|新人(?:价|券|优惠|福利)|新客|新用户.{0,4}(?:优惠|折)|双十[一二]|双1[12]|618|黑五|(?:现在|能|可以|打|有)几折|几折$|(?:是不是|是否|现在|今[天晚]|还|会|能)\S{0,4}打 ?[一二三四五六七八九\d]{1,2} ?折(?:吗|么|吧|啊|呀|呢|了)*[?!. ]*$|几点.{0,4}(?:打.{0,2}折|优惠)|(?:打.{0,2}折|折扣|优惠|活动)的?(?:时间|时段|钟点)|什么时候打折|晚[上]?[七八九十\d]点.{0,6}(?:那个|打折|优惠|活动|折)|(?:有没有|有什么|还有)满[减赠]|\b(?:first[- ]order (?:\w+ )?(?:discounts?|deals?|offers?|codes?|coupons?|vouchers?|promo\w*|bonus|gift|price|sale)|(?:discounts?|deals?|offers?|codes?|coupons?|vouchers?|promo\w*|percent|off|cheaper|anything|something|special|perks?) (?:\w+ ){0,3}first[- ](?:order|purchase)|new customer|black friday|cyber monday|singles'? day|bogo|buy one,? get one)\b/u;
/** 去年双十一买的, 双十二前能收到吗: when it was bought or comes, and no deal that is asked for. */
const boughtThen =
  /(?:双十[一二]|双1[12]|618|黑五)(?:之|以)?前.{0,8}(?:到|送达|发货)|\b(?:arrive|here|delivered|get it|have it|come) (?:by|before|in time for) (?:black friday|singles'? day|cyber monday|11\.11|12\.12)\b|(?:双十[一二]|双1[12]|618|黑五)(?:的时候|时候|那天|期间|那会儿?|活动)?(?:我|就|才|在你们?(?:家|店))*(?:买|下单|下的?单|拍|入手|囤)(?:的|了)|\b(?:bought|ordered|got) (?:it|this|that|them|these|mine)? ?(?:on|during|last|at) (?:last year'?s )?(?:black friday|singles'? day|cyber monday|11\.11|6\.18)\b/u;
const ofKindAsIs =
  /会员|熟客|再少|再便宜|凑单|差\d|\bvips?\b|怎么算|规则|叠加|用不了|不能用|订单|快递|发货|到货|怎么用|\b(?:rules?|combine|stack|delivery|arrive)\b/u;

/** "It", after a promotion was spoken of. */
const pointing =
  /\b(?:it|this|that|they|one)\b|^(?:and |so )?(?:until|till) when\b|这个|那个|它|退一?[件个双]|退货|退了|^(?:那|还|请问)?(?:到|限|包括|能|可以|什么时候|几|多)/u;

const aspects: Readonly<Record<PromotionAspect, RegExp>> = {
  /** Whether anything comes off the cart, or off the thing spoken of, and whether it has already. */
  applies:
    /\balready (?:been )?(?:taken off|deducted|applied|included|counted|off|in (?:there|that|it))\b|\b(?:been|is|was|are) (?:the |that |it )?(?:[¥$]?\d+ ?(?:off)? )?(?:already )?(?:taken off|deducted|applied|included|counted|knocked off)\b|(?:已经|都|是不是)(?:减|扣|算|打折|优惠)(?:过|掉|进去|上)?了?(?:吗|没|么|吧)|(?:减|扣|算|打折|优惠)(?:过|掉|进去|上)?了(?:吗|没有?|么)/u,
  'why-not':
    /\bwhy\b.{0,60}\b(?:not|isn'?t|doesn(?:'?t)?|dosen'?t|didn'?t|won'?t|wasn'?t|can'?t|cannot|no)\b|\b(?:not|isn'?t|doesn(?:'?t)?|dosen'?t|didn'?t|won'?t|wasn'?t|never|can'?t get .{0,30}to) (?:be )?(?:work|working|apply|applied|applying|accepted|valid|counted|taken)\b|\b(?:did|does|do(?=(?:n'?t| not) (?!show(?! up)))|is|was|has)(?:n'?t| not) (?:show(?:ing|n)?(?: up)?|come off|coming off|come up|go through|taken off|reflected|appear(?:ing)?|register(?:ed)?|kick(?:ed)? in)\b|\bnot showing(?: up)?\b|\b(?:nothing|no money|not a cent) (?:is |was |has been |came |comes )?(?:off|taken off|deducted|knocked off)\b|\bno (?:discount|deal|reduction) (?:is |was )?(?:showing|applied|taken|there|on it)\b|\bstill (?:(?:at|says|shows|showing) )?(?:(?:the )?full price|(?:¥ ?)?\d{2,5}(?! ?(?:off|%|items?|things?)))\b|\b(?:invalid|rejected|refused|declined)\b|用不了|不能用(?!吗)|没(?:有)?生效|不生效|没起作用|无效|没(?:有)?(?:减|打折|优惠上|抵扣)|不管用|不好使|失败|用不上|没(?:有)?用上|怎么(?:还|又|仍)(?:然|旧)?是(?:原价|全价|[¥￥]?\d{2,})/u,
  return:
    /\b(?:if|when|after) (?:i|we|you|one) (?:have to |want to )?(?:return|send back|give back|cancel)|\breturn(?:ing)? (?:one|some|part|half|an item|something|a thing|it)\b.{0,40}|\bhappens? to\b.{0,30}\b(?:return|refund)|(?:退|退货|退掉|退款).{0,10}(?:怎么|会|还|扣|吗|呢|影响|收回)|(?:要是|如果|假如|万一).{0,8}退/u,
  combine:
    /\b(?:does|do|will|would|can|is|are) [^?.!,]{0,40}?\b(?:work|go|valid|count|used?) (?:together )?with (?:the|a|my|your|another|any|other)\b|\b(?:combin\w*|stack\w*|cumulative|add up|together|at the same time|both|on top of|in addition to|alongside|along with|as well)\b|\b(?:with|and) (?:the |my |a |an |another |other |any |your )*(?:sale|codes?|coupons?|vouchers?|deals?|offers?|discounts?|promotions?)\b.{0,12}$|\btwo (?:different )?(?:codes|coupons|vouchers|deals|offers|discounts|promotions)\b|[两俩2几多][张个](?:优惠|折扣)?[券码]|叠加|叠用|同时.{0,4}用|一起.{0,4}[用享]|一起(?:吗|么|不|吧)[?!. ]*$|同享|共享|并用|共用|(?:还能|能不能|可不可以|可以|能)(?:再)?(?:用|叠|享|参加)(?:别的|其他|其它|另外|另一)|能和|可以和|能跟|可以跟|能与|可与/u,
  'how-often':
    /\bhow often\b|\bhow many times\b|\bmore than once\b|\b(?:use|used|apply|get) .{0,20}\b(?:again|twice|once|one time|every time)\b|\bonly once\b|\b(?:limit|maximum|max)\b.{0,20}\b(?:per|each|times|uses)\b|\bper (?:person|customer)\b|几次|多少次|限[用购领]|限几|每人[限能可]|重复[使用享]|再用一次|只能用一|用[两2多]次|每单都/u,
  until:
    /\b(?:until|till|til) (?:when|what date|which day)\b|\bhow long\b|\bwhen (?:does|do|will|is|are|did)\b.{0,40}\b(?:end|ends|over|expire|expires|finish|stop|start|begin|run out|valid|on|last)\b|\b(?:expir\w+|end date|last day|deadline|valid until|still (?:on|valid|running|going|work\w*|active|usable|good))\b|^(?:so |and |ok |but )*(?:is|are) (?:the|your|that|this) (?:[a-z0-9%¥-]+ ){1,6}(?:on|running|active|valid)(?: (?:right now|now|at the moment|today|currently))*[?. ]*$|(?:活动|优惠|折扣?)(?:还|那)?(?:是不是)?现在(?:有没有|有吗|在吗|有不|开始了)|\bwhat (?:hours|days|times?)\b|\bwhen can i use\b|到什么时候|到几号|到哪天|到何时|[什啥]么?时候(?:结束|截止|开始|到期|过期|有效)|几[号点](?:结束|截止|开始)|截止|有效期|多久(?:结束|到期|过期|有效)|还有几天|还[在有](?:进行|效)|过期|持续多久|几点到几点|哪几天|(?<!不)能用吗|可以用吗|还能用|用不用得了/u,
  'what-if':
    /\bwhat if\b|\bwhat (?:else )?(?:should|can|could|do|must) i (?:add|buy)\b|\bif (?:i|we) (?:add|buy|take|put|spend|get|order)\b|\bhow much (?:more|further)\b|\bhow many more\b|\bhow far\b|\b(?:need|missing|left|short) (?:to (?:reach|get|qualify)|for)\b|\bdo i (?:get(?! to (?:choose|pick|select))|qualify for|reach)\b|凑单|还差|差多少|再[买加凑]|[如要]果?[是]?.{0,4}[再加]买|加上.{0,12}(?:能|可以|会|够)|[买满花] ?\d+.{0,8}(?:能|可以|会|够)(?:不能)?.{0,4}(?:减|打折|便宜|优惠)/u,
  covers:
    /\bcounts? (?:towards?|to|for)\b|\bcounted\b|\binclud\w*|\bexclud\w*|\bcovers?\b|\bvalid (?:for|on)\b|\bappl(?:y|ies) (?:to|on)\b|\bworks? (?:on|for)\b|\bgood (?:for|on)\b|\bwhich (?:products|items|things|goods|shoes)\b|\bwhat (?:products|items|things|goods)\b|\bqualif\w+|\beligible\b|哪些(?:商品|东西|产品|款|品类)?.{0,4}(?:参加|参与|算|适用|能用|可用|能享|计入)|(?:参加|参与|适用|计入|包括|包含|算不算|算在|算进|算吗)/u,
  how: /\bwhat'?s? (?:is )?(?:the|this|that|your) (?:deal|offer|promo\w*|discount|special) (?:with|on|for) (?:the |your )?[a-z]+|\bhow (?:does|do|is|are) .{0,40}\b(?:works?|calculated|counted)\b|\bwhat(?:'s| is| are| do| does).{0,30}\b(?:rules?|terms|conditions|mean)\b|\bexplain\b|\btell me (?:more )?about\b|怎么算|怎么计算|什么规则|规则|条件|是什么意思|怎么个|什么条件|怎么参加|怎么享受|能选|可以选|可选|怎么选|选哪|\b(?:which|what) gifts?\b|\b(?:choose|pick|select)\b.{0,16}\bgifts?\b|\bgifts?\b.{0,28}\b(?:choose|pick|select)\b|\b(?:swap|change|switch|exchange)\b.{0,16}\b(?:free )?gifts?\b|\bgifts?\b.{0,24}\b(?:something else|another|different|other) ?(?:one)?\b|(?:赠品|小礼|送的).{0,14}(?:换|挑)(?:成|个|一)?(?:别|其他|其它|另|一)/u,
};

/** The thing that comes with an order, whatever it is called: "the free one, on 499 or more", 送的护手霜, 满499送的那个. */
const giftSaid =
  /\b(?:the|that|this|a|your|any|my) free (?:one|thing|item|product|sample|[a-z]+ cream|[a-z]+)\b(?<!\bfree (?:delivery|shipping|postage|returns?|exchange|time|sample|trial|size|app|wrapping|engraving|repair))(?=.{0,40}\b(?:on|from|over|above|with|order|spend|get|claim|one|pick|choose|select|automatic\w*|for [¥$]?\d)|[?!. ]*$)|\bfree with (?:my|an|the|every|any) order\b|满 ?\d+ ?(?:元|块)?送|送的(?:那个|那份|小礼|礼|护手霜|茶|东西)(?!人|货|快递|时候|地)|(?:赠|送)的?(?:礼物|小礼物?|赠品)(?:是|能|可|怎|有)|小礼(?:品|物)?(?:是|能|可以|可不|怎|有|换|选)/u;
/** "What's the gift over 499": what comes with so much, and no goods of that price. */
const giftOfSum =
  /\bwhat(?:'s| is| are)? (?:the|that|your) (?:\w+ )?gifts? (?:over|from|above|at|on|with|for) (?:orders? (?:over|from|above|of) )?[¥$]? ?\d{2,}(?! ?(?:year|month|people))/u;
/** How it is had, after the deals were told: 那个护手霜怎么领, "how do I claim that hand cream". */
const getsIt =
  /\bhow (?:do|can|could) (?:i|we) (?:get|claim|pick up|receive|earn) (?:that|the|this|it|my|a|one)\b|(?:怎么|咋|如何|在哪)(?:领|拿|得|获得|送)|(?:要|得|需要)(?:自己)?(?:领|申请)吗/u;
/** The most that comes off by the deal that was told: "what's the cap", 封顶多少. */
const atMost =
  /\b(?:what(?:'s|s| is)?|any|is there) (?:the |a |an )?(?:cap|max(?:imum)?|upper limit|most (?:i|you|it) (?:can )?(?:get|save|take off))\b|封顶|上限|最多(?:能|可以)?(?:减|省|便宜|优惠|抵)/u;
/** "Only coffee stuff?", 只有茶叶吗: whether it counts for nothing else. */
const onlyOf =
  /^(?:(?:so|and|but|oh|ok|wait|is it|is that|it'?s|that'?s)[,. ]+)*(?:only|just) (?:for |on )?(?!one|two|me|that|this|it|today)[a-z& ]{3,24}\?|^(?:那|就|是|所以)*(?:只有|只限|仅限|限定|只能是|就只有)(?!一|两|这|那|我)\p{Script=Han}{1,8}(?:吗|么|才行|才有|才算|能用)/u;

/** Whether it has to be the same thing twice is in the rule itself. */
const sameThing =
  /\b(?:be|are|is|it|they|if|only) (?:\w+ )?the same\b|\b(?:two|2|both|three) of the same\b|\bsame (?:item|product|one|thing|kind|tea|coffee)s?\b|\b(?:two|2|three|3) different\b|\bdifferent (?:ones?|items?|products?|kinds?|sorts?|teas?|coffees?|colou?rs?|sizes?)\b|\bmix(?:ed|ing)?\b|同一[款个种件样]|一样的|(?:要|得|必须)一样|一样吗|不同的?[款个种件样]|混(?:搭|着|买)/u;

/** 所以不同款不行呗, "so different ones don't count": of the rule that was told. */
const ifSameCounts =
  /(?:不同|不一样|同一?)的?[款个种件样].{0,6}(?:行|能|可以|算)|\b(?:different|two different|same) (?:ones?|items?|kinds?|products?|teas?|coffees?)\b.{0,20}\b(?:counts?|works?|ok|allowed|possible|don'?t|doesn'?t|won'?t)\b/u;

/** Promotions' own words only in passing: these are about the person, the shop's delivery or a tailored deal. */
const otherwise =
  /\b(?:personal|personali[sz]ed|tailored) (?:offers?|deals?)\b.{0,20}\b(?:stop|off|on|again)\b|\b(?:return (?:policy|window|label)|student|newsletter|gift ?cards?)\b|\bhow do i (?:use|redeem|get)\b(?!.{0,30}\b(?:free|gift|freebie)\b)|\bwhy (?:am|did|do|was|were|are|is) (?:i|you|this|that|me)\b(?!.{0,60}\b(?:not|n't|can't|doesn't|didn't)\b)|学生|礼品卡|积分|自己寄|上门取|怎么用$|怎么领|为什么(?:给|推|选|有|是)/u;

/** "Any deal that'd bring it under 300?", 这个能用什么优惠: what comes off it, worked out. */
const whatApplies =
  /\b(?:anything|something|deals?|offers?|discounts?|codes?|promotions?)\b.{0,40}\b(?:bring|get|take|push|make|knock)s? (?:it|that|this|them|my (?:cart|total|order)|the (?:price|total)|me)?.{0,12}\b(?:under|below|down to)\b|\b(?:what|which|any|do any|are there any) (?:deals?|offers?|discounts?|promotions?)\b.{0,16}\b(?:apply|applies|work|works|count|counts|can i use|i can use|is there|are there)\b.{0,12}\b(?:on|to|for|with) (?:it|this|that|them|these|my (?:cart|basket|order)|what(?:'s| is) in (?:my|the) cart)\b|(?:这|购物车)(?:个|双|件|款|单|里的?|些)?(?:东西|商品)?(?:能|可以|现在|有)(?:用|享受?|参加)?(?:上)?(?:什么|哪些|啥)(?:优惠|活动|折扣|券|满减)|(?:什么|哪些|啥|有没有|有)(?:优惠|活动|折扣|办法|券).{0,6}(?:能|可以)(?:让|把|使)?.{0,8}(?:降|减|便宜|压)?到 ?\d+/u;
const asksWhatApplies = (folded: string): boolean => folded.length <= 100 && whatApplies.test(folded);
/** "Then add another, so I get it free": it is bought, for whatever reason. */
const addsForIt =
  /^(?:(?:ok|then|so|please|yes|well|and|right)[,. ]+)*(?:add|put|take|i'?ll take|give me)\b[^?]*\b(?:so|and) (?:that )?(?:i|we|it)(?:'ll| will| can| get| gets)?\b[^?]*$|^(?:那|那就|好|帮我|再|,|，| )*(?:加|来|拿|买)[^?？吗么]{1,16}(?:这样|就能|就可以|凑)(?:能|可以|就)?(?:免|包邮|减|享|够|满|送)/u;

/** Less for more of one: "the second one half price", "cheaper if I buy two", 第二件半价. */
const ofSeveral =
  /\bhalf[- ](?:the )?price\b|\bhalf off\b|\bcheaper if (?:i|we|you) (?:buy|take|get|order) (?:two|2|three|3|several|more|a few|both)\b|\b(?:discount|deal|price|cheaper) (?:for|on) (?:two|2|three|3|several|buying (?:two|2|three|3|more|several))\b|第[二2]件|半价|买[两二2][件个盒包罐袋双].{0,6}(?:便宜|优惠|打折|划算)/u;
/** "That is about gifts, I ask about the half price": what stands before that is not asked about. */
export const askedAtLast = (text: string): string => {
  const again = /\bi (?:ask|asked|am asking|mean|meant|was asking)(?: about| for)?\b|我(?:问|说)的是/iu.exec(text);
  return again ? text.slice(again.index + again[0].length) : text;
};

/** Whether they have to be the same: "two different teas", "do they need to be the same", 不同口味能混着买吗. */
export const asksIfSame = (text: string): boolean =>
  /\b(?:different|the same|mix|mixed|mixing|two kinds|one .{2,24} and one)\b|不同|不一样|一样|同款|混|一.{1,6}一.{1,8}[呢吗]/iu.test(
    text,
  );

/** "Does the tea half price work with coffee too", 第二件半价咖啡也能用吗. */
const coversOthers =
  /\b(?:work|works|apply|applies|count|counts|valid|good) (?:with|on|for|to) (?:the )?[a-z]+(?: [a-z]+)?(?: (?:too|as well|also))?[?!. ]*$|\bincludes? [a-z]|\p{Script=Han}{2,6}(?:也|都)?(?:能用|可以用|适用|参加|算(?:进去|在内)?|包括)(?:吗|不|么)[?!. ]*$|(?:包括|包含|适用于?)\p{Script=Han}{2,6}(?:吗|么|不)/u;
/** Bought in the same breath, it is bought. */
const buysIt =
  /^(?:(?:ok|please|then|yes)[,. ]+)*(?:add|put|take|i'?ll (?:take|have)|give me)\b(?!.*\?)|^(?:帮我|给我)?(?:加|来|要|买)[^?？吗]*$/u;
/** The rule just told, for other goods: "what about one tea and one coffee", 那一盒茶一包咖啡呢. */
const ofOthers =
  /^(?:(?:and|so|ok|but)[,. ]+)*(?:what|how) about (?:one|two|three|a|an|\d)\b|^(?:那|要是|如果)?一.{1,6}一.{1,8}呢/u;

/** An amount that is spoken of, whatever is in the cart: the rules are told with what they come to. */
const spends =
  /\b(?:if i|when i) (?:spend|buy for|order for|pay) [¥$€£]?\d+|[买满花] ?\d{2,} ?(?:元|块|块钱)?(?:的)?(?:东西|商品|货)?.{0,4}(?:能|可以|会|够)(?:不能)?.{0,4}(?:减|打折|便宜|优惠)/u;

/** How far the cart is from free delivery; not from how much the shop ships free, which is the same for every cart. */
const toFreeDelivery =
  /\b(?:how (?:much|far|many)|what)\b.{0,40}\b(?:more|left|missing|short|away|until|till|add|spend|need)\b.{0,40}\bfree (?:shipping|delivery|postage)\b|\bhow far\b.{0,20}\bfree (?:shipping|delivery|postage)\b|\b(?:short of|away from|left for|missing for|enough for|reach|qualify for) free (?:shipping|delivery|postage)\b|\bhow (?:much|many|far)(?: more)?\b.{0,24}\b(?:for|until|till|before|to (?:get|have|make)) (?:it|that|delivery|shipping|postage)(?: to (?:be|get|become)| is| becomes| gets)? ?free\b|(?:还差|差多?少|差几|还[要得需]|再[买加凑]|凑).{0,10}(?:包邮|免邮|免运费)|(?:包邮|免邮|免运费).{0,6}(?:还差|差多?少|差几|还[要得需]|再[买加凑])/u;
export const asksToFreeDelivery = (text: string): boolean =>
  text.length <= 200 && toFreeDelivery.test(text.toLowerCase());

/** "That 10% evening thing": a deal that runs at hours of its own, by what it is. */
const namesHours =
  /\b(?:\d{1,2} ?% )?(?:off )?(?:skincare )?evenings? (?:thing|deal|offer|discount)\b|晚上?[八8]点(?:的)?(?:那个)?(?:[一二三四五六七八九\d]折|活动|优惠|折扣)/u;
/** How far the cart is from whatever comes next, and nothing more: "how far off am I?", 还差多少 */
const onlyHowFar =
  /^(?:(?:and|so|ok|okay|but)[,. ]+)*(?:how (?:far|much|many)(?: (?:off|away|short|more|is missing|do i (?:still )?(?:need|lack)|am i (?:still )?(?:missing|short|off|away)|am i))+|how much (?:more )?(?:to go|is left|is missing|until then)|what am i (?:missing|short))(?: from (?:that|it))?[?!. ]*$|^(?:那|我|现在|请问|算了|就|先|再|帮我|给我|看一?看|看一?下|算一?下|,| )*(?:还差|差|还要|还需要?)(?:多少|几块)(?:钱|元)?(?:能?到|够|才够|满|(?:能|才|就)?(?:到|够|满|凑到?)\d{2,4}(?:元|块)?(?:减\d{1,3})?)?(?:啊|呢|呀)?[?!. ]*$|^(?:那|我|现在|请问|就|先|再|帮我|给我|看一?看|看一?下|算一?下|,| )*(?:凑|买|加)?(?:到|够|满)\d{2,4}(?:元|块)?(?:减\d{1,3})?(?:的话)?(?:还)?(?:差|要|需要?)(?:多少|几块)(?:钱|元)?(?:啊|呢|呀)?[?!. ]*$|^(?:那|再)?(?:加|买|凑)(?:多少|点?什么|点?啥)(?:钱)?(?:才|就|能|可以)*(?:到|够|满|凑到?)\d{2,4}(?:减\d{1,3})?(?:啊|呢|呀)?[?!. ]*$|^(?:(?:and|so|ok|okay|but)[,. ]+)*how much more (?:do i need |would i need |is it )?(?:to (?:get|reach|hit)|until|till|for)(?: to)? (?:the )?(?:¥ ?)?\d{2,4}[?!. ]*$/u;
export const asksHowFar = (text: string): boolean => text.length <= 60 && onlyHowFar.test(text.toLowerCase().trim());
/** Asks for a price too, or for the rest of a list, where nothing of deals or the cart was said: 还要多少钱 */
const ofAnything = /\bhow (?:much|many) more[?!. ]*$|还(?:要|需)/u;

/** What runs for everybody is asked for, and nothing of one's own. */
const whatRuns =
  /\b(?:deals?|offers?|promotions?|promos|discounts?|sales?)\b.{0,24}\b(?:for|open to|available to) (?:everybody|everyone|anyone|anybody|all(?: customers| shoppers)?)\b|\b(?:store|shop|site)[ -]?wide (?:deals?|offers?|promotions?|promos|discounts?|sales?)\b|\b(?:what|which|all(?: of)?(?: the| your)?) (?:\w+ )?(?:promotions|promos|sales) (?:are |do you )?(?:have|running|on|there|active|going on|current)\b|(?:人人|大家|所有人|每个人)(?:都)?(?:有|能|可以|可)?.{0,4}(?:的)?(?:优惠|活动|折扣)|全场.{0,4}(?:什么|哪些|啥).{0,2}(?:优惠|活动|折扣)|(?:有哪些|都有什么|都有啥|所有的?|全部的?)(?:正在进行的?)?(?:优惠|促销)?活动/u;
export const asksWhatRuns = (text: string): boolean => text.length <= 120 && whatRuns.test(text.toLowerCase());

/** The parcel, the money or an account is had in another way. */
const ofOther =
  /\b(?:refund|money|parcel|package|order|invoice|receipt|label|account|code|coupon|person|human|help|there)\b|退|快递|包裹|订单|发票|[券码]|人工/u;
/** What runs was told just now. */
export const dealsToldNow = ({
  dealsToldAt,
  turns = 0,
}: Partial<Pick<ConversationMemory, 'dealsToldAt' | 'turns'>>): boolean =>
  dealsToldAt !== undefined && turns - dealsToldAt <= 3;

/**
 * What is asked about a promotion; undefined: nothing is. `spokenOf`: a promotion was the subject just before, so "until
 * when is it?" means it. `code`: one was named, which is about its promotion. `isOfCart`: the cart or what is due on it was
 * the subject, so "how much more?" means it. `wereTold`: deals were told just now, so "how do I get that cream?" is of their gift.
 */
/** How the gift of an order is had, or another one of those there are: no goods are asked about. Takes folded text. */
const asksHowGiftComes = (folded: string): boolean => folded.length <= 120 && giftComes.test(folded);
const giftComes =
  /\bfree (?:[a-z]+ ){1,3}.{0,40}\b(?:pick|choose|select|automatic(?:ally)?|by itself|by themselves)\b|\bgifts?\b(?! ?(?:card|wrap|box|bag|for )).{0,40}\b(?:automatic(?:ally)?|by itself|come with|add(?:ed)? (?:it|to))\b|\b(?:the|that|your) (?:free )?gift (?:from|at|over|above|for) [¥]?\d+.{0,20}\bhow\b|\b(?:have|take|get|choose|pick|swap|switch)\b.{1,40}\binstead\b.{0,10}\b(?:as|for|of) (?:the|my|a) (?:free )?gift\b|(?:赠品|小礼|送的(?:礼物|小礼)?).{0,12}(?:自动|自己(?:选|加|挑)|怎么选|要选|要不要)/u;
/** "And can I take the humming top instead?", 能换成陀螺吗, right after the gift's deal was told. */
const asksOtherGift = (folded: string): boolean =>
  folded.length <= 80 &&
  /^(?:(?:and|so|ok|but)[, ]+)*(?:can|could|may|do) (?:i|we) (?:get to )?(?:choose|pick|select)(?: (?:it|one|which(?: one| gift)?|between them|myself|freely))*[?!. ]*$|^(?:那|,)*(?:能|可以|可不可以|能不能|是)(?:自己|自由|随便|任意)*(?:选|挑)(?:一?个|款|哪个|一下)?(?:的)?(?:吗|么|不|嘛)?[?!. ]*$|\b(?:can|could|may) (?:i|we) (?:have|take|get|choose|pick|swap)\b.{1,40}(?<!\bones?) instead\b|(?:能|可以|可不可以|能不能|怎么|想)(?:换|改|选|要)(?:成|个|一个|为)?(?!.*[色码号大小])\p{Script=Han}{2,8}(?:吗|么|不|呢|啊|[?？]|$)/u.test(
    folded,
  );

/** How much is missing from the next step: 还差多少能再减30, 能不能凑满减, "how much more for another 30 off". Takes folded text. */
export const asksStep = (folded: string): boolean => folded.length <= 80 && toNextStep.test(folded);
const toNextStep =
  /(?:还?差|还要|还需|再买|再加|再凑|凑)(?:多少|几块|几十)(?:钱|元|块)?[^,，。?？]{0,4}(?:能|可以|够|才|就|会|到)*[^,，。?？]{0,4}(?:再|多)?(?:减|满减|便宜|优惠)(?!过|了)|凑[^,，。?？]{0,3}满减|(?:满减|下一档|减 ?\d+)[^,，。?？]{0,4}(?:还?差|还要|还需|再买|再加)(?:多少|几)|\bhow (?:much|far|many)\b.{0,40}\b(?:next|another|more|extra|second)\b.{0,20}(?:[¥$]? ?\d+ ?(?:yuan |kuai )?off|discount|step|saving|tier)\b|\bhow (?:much|far|many)\b.{0,40}\b(?:add|spend|buy|missing|short|need)\b.{0,30}\b(?:to get|for|until|till|from|to)\b.{0,16}(?:[¥$]? ?\d+ (?:yuan |kuai )?off|discount)\b|\b(?:reach|hit|get(?: to)?) (?:the )?next (?:[¥$]? ?\d+ ?off|discount|step|saving|tier)\b/u;
/** What comes with the order: "what gift is that?", "the gift over 499! what is it", 送的是什么. */
const asksWhatGift = (folded: string): boolean =>
  folded.length <= 60 && whatGift.test(folded) && !forSomebody.test(folded);
const whatGift =
  /\b(?:what|which)(?:'s| is| are)? (?:the |that |this |my |your |a )?(?:(?:small|free|little) )?gifts?\b(?= (?:is|are|do|does|will|would|it|that|this|from|over|above|at|comes|come|i get)\b|[?!. ]|$)|\b(?:the|that|my|this|your) (?:(?:small|free|little) )?gift (?:over|from|above|at|on|with) (?:[¥$]? ?\d{2,}|it|my|the)\b|(?:赠品|小礼(?:品|物)?|送的(?:那个|东西|礼物?)?|赠的)(?:是|有)(?:个)?(?:什么|啥|哪)|(?:送|赠)(?:的)?(?:什么|啥)(?:赠品|礼物?|东西)?(?:[啊呀呢?？!]|$)|(?:什么|啥|哪个|哪些)(?:赠品|小礼)/u;
const forSomebody =
  /\bfor (?:a |my |him|her|them|mum|mom|dad|someone|somebody)|给(?!我)|送(?:妈|爸|人|朋友|老|女|男|孩|长辈|同事|他|她)/u;
/** Whether several deals are on the cart at once: "is the 30 off and my free delivery both counted?", 满减和包邮都算了吗. */
const asksIfCounted = (folded: string): boolean => folded.length <= 100 && ifCounted.test(folded);
const ifCounted =
  /\b(?:is|are|was|were|have|has)\b.{3,60}\b(?:both|all|already|also|too|still)? ?(?:been )?(?:counted|applied|included|taken off|deducted|on (?:it|there|my cart)|in (?:it|there|my cart))\b(?=.{0,20}$)(?<=\b(?:off|discount|deal|offer|free (?:delivery|shipping)|code|coupon|promo\w*)\b.{0,60})|(?:减|优惠|折扣|包邮|免运费|券|活动|半价).{0,8}(?:都|全)(?:算|用|减|享受?)(?:上|进去|到|过|了|在内)+(?:吗|么|没有?|不)/u;

/** "What gift is that? can I choose", 送的是什么 能选吗: one question. */
export const asksGiftAndChoice = (folded: string): boolean =>
  folded.length <= 60 && whatGift.test(folded) && chooses.test(folded);
const chooses =
  /\b(?:can|could|may|do) i (?:get to )?(?:choose|pick|select)\b|(?:能|可以|可不可以|能不能)(?:自己)?[选挑]/u;
/** "Why is delivery in it, isn't it free from 199?", 不是满199包邮吗 怎么还有运费. Takes folded text. */
export const asksWhyDelivery = (folded: string): boolean => folded.length <= 100 && whyDelivery.test(folded);
const whyDelivery =
  /\bwhy\b.{0,24}\b(?:deliver\w*|shipping|postage)\b.{0,24}\b(?:included|charged|added|counted|there|in (?:it|there|the total|my cart)|on (?:it|there))\b|\bwhy (?:do i|am i|should i) .{0,16}\bpay(?:ing)? (?:for )?(?:delivery|shipping|postage)\b|(?:怎么|咋|为什么|为啥)(?:还|又|要|会|有|收|得|付|给|我)*(?:运费|邮费|快递费)|不是.{0,8}(?:包邮|免运费|免邮).{0,6}(?:怎么|咋|为什么|为啥|还)/u;

/** "What's the free gift? i still above 499?", 够499了吗 赠品是什么: whether the cart as it is reaches it. Takes folded text. */
const asksIfGiftReached = (folded: string): boolean =>
  folded.length <= 80 && /\b(?:gift|freebie|free)\b|赠|送/u.test(folded) && giftReached.test(folded);
const giftReached =
  /\b(?:am i|i'?m|i|are we|we|is (?:it|that|my cart)|does (?:it|that|my cart)) (?:am |is |are )?(?:still |now |even |already )*(?:above|over|past|under|below|at|reach(?:ing|es)?|qualify(?:ing)? for|have|enough for) (?:the )?[¥$]?\d{2,4}\b|(?:够|到|过|满|超)(?:了|过)?[¥￥]?\d{2,4}(?:元|块钱?)?了?(?:吗|没有?|么|吧)|(?:还|现在)(?:够|到|满|有)(?:不够|没)?[¥￥]?\d{2,4}/u;

/** Of the deals of what is in the cart, whatever else the words may mean. Takes folded text. */
export const askedOfCartsDeals = (folded: string): PromotionAspect | undefined => {
  if (asksIfGiftReached(folded)) return 'applies';
  if (asksWhatGift(folded)) return 'how';
  if (asksIfCounted(folded)) return 'applies';
  return asksStep(folded) ? 'what-if' : undefined;
};

export const promotionAsked = (
  folded: string,
  spokenOf: boolean,
  code?: string,
  isOfCart = spokenOf,
  wereTold = spokenOf,
  hasCart = false,
): PromotionAspect | undefined => {
  if (folded.length > 200) return undefined;
  const ofCartsDeals = hasCart ? askedOfCartsDeals(folded) : undefined;
  if (ofCartsDeals) return ofCartsDeals;
  if (asksHowGiftComes(folded) || (spokenOf && asksOtherGift(folded))) return 'how';
  if (wereTold && folded.length <= 80 && getsIt.test(folded) && !ofOther.test(folded)) return 'how';
  if (groupDealAsked(folded, wereTold)) return 'how';
  if (otherwise.test(folded)) return undefined;
  if (addsForIt.test(folded)) return undefined;
  if (asksWhatApplies(folded)) return 'applies';
  const fact =
    spokenOf || (wereTold && pointsAtDeal(folded)) || namesHours.test(folded) ? dealFactAsked(folded) : undefined;
  if (fact) return fact === 'when' ? 'until' : 'how';
  if (asksToFreeDelivery(folded)) return 'what-if';
  if (asksHowFar(folded) && (isOfCart || !ofAnything.test(folded))) return 'what-if';
  if (asksWhatRuns(folded)) return 'how';
  if (folded.length <= 80 && ofKind.test(folded) && !ofKindAsIs.test(folded) && !boughtThen.test(folded))
    return cameToNothing.test(folded) ? 'why-not' : 'how';
  if (spends.test(folded)) return 'how';
  if (ofSeveral.test(folded) && !buysIt.test(folded)) {
    const asked = promotionAspects.find(aspect => aspects[aspect].test(folded));
    if (ifSameCounts.test(folded)) return 'how';
    if (coversOthers.test(folded)) return 'covers';
    // What two of one come to is told by the rule itself, whatever is in the cart.
    return asked === undefined || asked === 'what-if' || asked === 'covers' ? 'how' : asked;
  }
  if (folded.length <= 60 && giftOfSum.test(folded)) return 'how';
  if (folded.length <= 100 && giftSaid.test(folded))
    return promotionAspects.find(aspect => aspect !== 'what-if' && aspects[aspect].test(folded)) ?? 'how';
  if (spokenOf && folded.length <= 40 && aspects['how-often'].test(folded)) return 'how-often';
  if (spokenOf && onlyOf.test(folded)) return 'covers';
  if (spokenOf && folded.length <= 60 && atMost.test(folded)) return 'how';
  if (spokenOf && folded.length <= 60 && ofOthers.test(folded)) return 'how';
  if (spokenOf && folded.length <= 60 && (ifSameCounts.test(folded) || sameThing.test(folded))) return 'how';
  const about = topic.test(folded) || code !== undefined;
  if (!about && !(spokenOf && folded.length <= 60 && pointing.test(folded))) return undefined;
  if (about && sameThing.test(folded)) return 'how';
  return promotionAspects.find(aspect => aspects[aspect].test(folded) && (about || aspect !== 'how'));
};

/** 首单那个怎么还是289: what it was to do was not done. */
const cameToNothing = /没(?:有)?用上|怎么(?:还|又|仍)(?:然|旧)?是(?:原价|全价|[¥￥]?\d{2,})/u;

/** The aspect alone, where it is known already that a promotion is asked about. */
export const aspectIn = (folded: string): PromotionAspect =>
  sameThing.test(folded) ? 'how' : (promotionAspects.find(aspect => aspects[aspect].test(folded)) ?? 'how');

/** After these a promotion may be the subject without being named again. */
const ofPromotion: ReadonlySet<Intent> = new Set([
  'promotion-question',
  'apply-code',
  'deals',
  'better-deal',
  'why-offer',
  'apply-offer',
]);

/** And after these how much is missing from a deal or from free delivery. */
const ofCart: ReadonlySet<Intent> = new Set([
  ...ofPromotion,
  'view-cart',
  'add-to-cart',
  'remove-from-cart',
  'change-quantity',
]);

export const promotionSpokenOf = ({ lastIntent, promotion }: ConversationMemory): boolean =>
  lastIntent === 'apply-code' || (promotion !== undefined && ofPromotion.has(lastIntent ?? 'unclear'));

export const cartSpokenOf = ({ lastIntent, policy }: ConversationMemory): boolean =>
  policy?.startsWith('free-delivery') === true || ofCart.has(lastIntent ?? 'unclear');
