/**
 * What is said to a shop beside its goods, rules and orders: what it sells at all, whether it can be trusted, that somebody only
 * looks, is sad or pleased, haggles with a sum, waits for a sale or a lower price. Takes folded text.
 */

import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { waitsForLessEn, waitsForLessZh } from '../deals/waits-for-less.ts';
import { isCloseUp } from '../product/focus-talk.ts';
import { asksWhatThereIs } from '../product/goods-asked.ts';
import { isNotOurTrade } from './not-our-trade.ts';
import type { RoleTalk } from './roles.ts';

export type ShopTalk =
  | RoleTalk
  | 'shelves'
  | 'trust'
  | 'feeling'
  | 'glad'
  | 'treat'
  | 'haggle'
  | 'sale-soon'
  | 'price-watch'
  | 'code-refused'
  | 'add-on-refused'
  | 'exception'
  | 'other-account'
  | 'by-phone'
  | 'same-prices'
  | 'offers-off'
  | 'chat'
  | 'sarcasm'
  | 'other-trade';

/** The intent that such talk has for whatever else is decided by it. */
export const intentOfTalk: Readonly<Record<ShopTalk, Intent>> = {
  shelves: 'recommend',
  trust: 'help',
  'no-rush': 'no',
  pity: 'help',
  useless: 'complaint',
  clumsy: 'help',
  tongues: 'help',
  foreign: 'greeting',
  leaving: 'goodbye',
  spared: 'no',
  'of-me': 'help',
  name: 'help',
  made: 'help',
  maker: 'identity',
  here: 'help',
  company: 'no',
  enough: 'help',
  gone: 'help',
  sore: 'help',
  mishap: 'help',
  settled: 'thanks',
  praise: 'thanks',
  aside: 'help',
  feeling: 'help',
  glad: 'help',
  treat: 'recommend',
  haggle: 'better-deal',
  'sale-soon': 'deals',
  'price-watch': 'help',
  'code-refused': 'help',
  'add-on-refused': 'help',
  exception: 'help',
  'other-account': 'order-status',
  'by-phone': 'order-status',
  'same-prices': 'help',
  'offers-off': 'help',
  chat: 'help',
  sarcasm: 'complaint',
  'other-trade': 'help',
};

const longest = 90;
const lead =
  /^(?:(?:hi|hey|hello|hiya|so|ok|okay|um+|hm+|oh|right|alright|cool|nice|fair enough|interesting|well|and|then|yeah|yes|no|please|just|haha|lol)[,.! ]+)*/;
/** Why it is asked: "i've never heard of you", 第一次来. */
const whyAsked =
  /(?:,? then)?(?:[?!., ]+(?:(?:i(?:'ve|'m| have| am)?|never|we(?:'ve)?) ?(?:just )?(?:never |not )?(?:heard of|been (?:here|to)|shopped|seen|new(?: here)?|found|come across|stumbled)\b.{0,24}|(?:it'?s |this is )?my first (?:time|visit).{0,12}|(?:我|还|从来?|都|以前|之前)*没(?:听|来|逛|见)(?:说)?过.{0,6}|(?:我)?(?:是)?(?:第一次|头一回|刚)(?:来|逛|看到|知道).{0,6}))?(?=[?!. ]*$)/u;

type Pattern = readonly [talk: ShopTalk, english: RegExp, chinese: RegExp];

const patterns: readonly Pattern[] = [
  [
    'shelves',
    /^(?:what(?:'s|s)?|which) (?:kind(?:a|s)?|sorts?|types?|all|exactly|else|categories|departments)?(?: of)?(?: an?)?(?: ?(?:stuff|things?|products?|goods|items?|categories|departments|shop|store))?(?: (?:is|are))?(?: it| this)?(?: that)? ?(?:do |can )?(?:you(?: guys| lot| people)?|u|y'all|this (?:shop|store|place|site)|i)? ?(?:even |actually |mainly |mostly )?(?:sell|stock|carry|offer|have|got|buy|on sale|on offer)(?: in| on| at| here)*(?: (?:your|this|the) (?:shop|store|site|place|catalogue))?(?: here)?(?:, like(?: what .{0,20})?)?[?!. ]*$|^what (?:is|are) (?:sold|available|on sale|on offer) (?:here|in (?:this|your) (?:shop|store))\b.{0,30}$|^what (?:shop|store|sort of (?:shop|store)|kind of (?:shop|store|place)) (?:is this|are you)[?!. ]*$|^what do you do here[?!. ]*$/,
    /^(?:你好?[,，]?|请问|那|话说)*(?:你们?|这|贵|咱们?)?(?:家|店|店里|这儿|这里|这边|店铺|网店|公司)*(?:里|都|主要|一般|平时|到底|究竟|具体|大概|是|有)*(?:卖|经营|做)(?:的|些|点|哪些|的都是|的是)*(?:什么|啥|哪些|哪几类|哪几种)(?:东西|商品|产品|货|类目|品类|种类|类型)*(?:的|呀|啊|呢|嘛)*[?!. ]*$|^(?:你们?|店里|这里|这儿)(?:家|店)?(?:都|里)*有(?:些|哪些)(?:什么|啥)?(?:东西|商品|品类|类目|种类|分类)(?:呀|啊|呢)*[?!. ]*$/u,
  ],
  [
    'trust',
    /^(?:is|are) (?:this|it|you|u|your) ?(?:place|shop|store|site|website|company|guys|lot|all|really|actually|even|a|an)*(?: (?:place|shop|store|site))? ?(?:really |actually |even )?(?:a )?(?:legit(?:imate)?|real|genuine|reliable|trustworthy|trusted|reputable)(?: (?:shop|store|place|site|company|business|thing|to (?:buy|order) (?:from|here)))?(?: or (?:is (?:it|this) )?(?:not|(?:just )?(?:an? )?(?:scam|fake|fraud|rip ?off)))?[?!. ]*$|^(?:so |ok |hey )*is this (?:an? )?scam(?: or (?:not|real|legit))?[?!. ]*$|^(?:can|should|how (?:can|do) i know (?:i can|if i can)) ?(?:i|we)? ?(?:really )?trust (?:you|u|this|your)(?: (?:guys|lot|shop|site|place|people|store))?[?!. ]*$/,
    /^(?:那|请问)?(?:你们?这?(?:家|个)?(?:店|店铺|网站|公司)?|这(?:家|个)?(?:店|店铺|网站|公司))(?:到底|真的|是不是|不会是|会不会是|该不会是)?(?:骗子|骗人的|假的?网站|诈骗|黑店|靠谱|可靠|正规|可信|安全|值得信赖|不是骗人|正经)(?:的|店|吗|不|么|吧|嘛)*[?!. ]*$|^(?:我)?(?:能|可以)(?:相信|信任|信得过)你们?(?:吗|么)?[?!. ]*$/u,
  ],
  [
    'no-rush',
    /^(?:(?:i'?ll|let me|i (?:need|want|have) to|i'?m (?:gonna|going to)) (?:think (?:about it|it over|on it)|have a (?:think|look around|browse)|sleep on it|look around|keep looking|browse|consider it)|(?:i'?m )?(?:(?:just|only) )?(?:looking|browsing|having a look)(?: around)?|not sure yet|still (?:thinking|deciding|undecided|not sure)|can'?t decide|i'?m (?:torn|undecided))(?: (?:first|for now|for a bit|thanks|a bit|more|though))*[?!. ]*$/,
    /^(?:行|好|嗯|哦|那|算了|行吧|好吧|好的|还是|还在|在|先|不急|没事|我|再|就|自己|有点|,|，| )*(?:看看(?:再说|别的)?|想想|考虑(?:考虑|一下|下)?|纠结(?:中|着)?|犹豫(?:中|着)?|随便(?:看看|逛逛)|逛逛|比较比较|琢磨琢磨|没想好|没决定|不着急)(?:吧|啊|呢|哈|了|再说|,|，|谢谢|先| )*[!. ]*$/u,
  ],
  [
    'treat',
    /\b(?:treat|reward|spoil|cheer|pamper) (?:myself|me)(?: up)?\b|\btreat for myself\b|\bretail therapy\b/,
    /(?:犒劳|奖励|犒赏|宠|哄|慰劳|善待|安慰)(?:一下|下|一?下子)?(?:我)?自己|(?:给|对)自己(?:买|好)(?:点|一点|个|份)?(?:什么|啥|东西|礼物)?.{0,6}(?:放松|开心|高兴|犒劳|奖励)|(?:有什么|有啥|来点|买点).{0,8}(?:让人|让我)?(?:开心|高兴|放松|治愈|解压|减压)(?:一下|下|点)?(?:的)?(?:东西|好物|小玩意)?/u,
  ],
  [
    'feeling',
    /^(?:i'?m|im|i am|i feel|feeling|i'?ve been|been|today was|it'?s been|had|having|what a)(?: (?:so|really|very|a bit|feeling|kinda|pretty|such|just|quite|bit|having|a|an|the))* (?:sad|down|low|lonely|tired|exhausted|stressed(?: out)?|knackered|heartbroken|depressed|miserable|blue|rough|bad|terrible|awful|long|rubbish|shattered|burnt? out)(?: (?:day|week|month|time|today|lately|these days|at work|at the moment))*[!. ]*$|^(?:my (?:boyfriend|girlfriend|husband|wife|bf|gf|ex) (?:dumped|left) me|i (?:just )?got dumped|we broke up|i (?:failed|flunked) (?:my|the) .{1,20})[!. ]*$/,
    /^(?:我|今天|最近|这几天|这两天|唉|哎|好|真的?|心里|感觉|工作|,|，| )*(?:心情(?:不好|很差|不太好|低落|糟糕|好差|差)|好累|很累|太累了?|累死了?|累|压力(?:好|很|太|有点)?大|难过|好难过|难受|不开心|不高兴|好烦|郁闷|失恋|分手|丧|emo|伤心|孤独|焦虑|失眠)(?:了|啊|呀|呢|死了|哦|得很| )*[!. ~]*$/u,
  ],
  [
    'glad',
    /^(?:i|we)(?:'ve| have)? (?:just )?(?:got (?:the job|a promotion|promoted|engaged|married|into \w+(?: \w+)?)|passed (?:my|the) .{1,25}|graduated|won)[!. ]*$|^(?:i'?m|im|i am) (?:so |really |very )?(?:happy|excited|over the moon)(?: today)?[!. ]*$/,
    /^(?:我|今天|终于|刚刚?|好|真的?|太|,|，| )*(?:(?:考研|考公|高考|考试)?(?:上岸|考上|通过|考过)|升职(?:加薪)?|加薪|毕业|订婚|结婚|脱单|拿到(?:offer|录取)|开心|高兴|心情(?:很|真|超)?好)(?:了|啦|啊|呀| )*[!. ~]*$/u,
  ],
  [
    'sale-soon',
    /\b(?:when(?:'s|s| is| are| will)|is|are|will|gonna) (?:it |there |you |the |your )?(?:gonna |going to )?(?:be |have )?(?:any |a |another |the |your )*(?:next |big |upcoming |black friday |christmas |summer |winter )*(?:sales?|promotions?|discounts?|deals)(?: be)?(?: on)?(?: (?:soon|coming(?: up)?|planned|next \w+|this \w+|start\w*|again))|^when(?:'s|s| is| are) (?:the |your )?(?:next )?(?:big )?(?:sales?|promotion)[?!. ]*$|\bwhen (?:the |your )?next (?:big )?(?:sales?|promotion|discount)(?: is| starts?| begins?| will be)\b|\b(?:will|does|is) .{2,40} (?:be |get |going to be |gonna be |become |go )?(?:any )?(?:cheaper|on sale|reduced|discounted) (?:at|on|in|for|by|around|during|over|next|soon|later)\b/,
    /(?:下次|下回|下一次|最近|近期|啥时候|什么时候|几号|何时|快要?).{0,8}(?:大促|促销|打折|搞活动|做活动|有活动|降价|优惠活动)|(?:大促|促销|打折|降价)[^到]{0,4}(?:啥时候|什么时候|几号|何时|还要多久)|(?:会不会|会|还会|以后会)(?:再)?(?:降价|打折|便宜(?:点|些)?)(?:吗|么|不|呀|啊)?[?!. ]*$/u,
  ],
  ['sale-soon', waitsForLessEn, waitsForLessZh],
  [
    'price-watch',
    /\b(?:tell|let|notify|alert|message|email|ping|text|remind|inform) me(?: know)? (?:when|if|once|as soon as) .{0,40}\b(?:drops?|cheaper|goes (?:below|under|down|on sale)|falls?|reduced|on sale|price|lower|below|under|discount\w*)\b|\bprice (?:alert|watch|drop alert)s?\b/,
    /(?:降价|降到|低于|便宜了?|跌到|打折|有活动|做活动).{0,10}(?:告诉|通知|提醒|叫|喊|跟我说|吱)(?:我|一声|一下)*|(?:降价|价格)(?:提醒|通知)/u,
  ],
  [
    'code-refused',
    /\b(?:code|coupon|voucher|promo|it)\b.{0,25}\b(?:expired|no longer valid|not valid|invalid|ran out|run out)\b(?!.*\?)|^(?:can|could|would) (?:you|u) (?:please |just )?(?:apply|use|honou?r|accept|take|put|add) (?:it|that|the (?:code|coupon|voucher)) anyway\b.*$/,
    /^(?!.*(?:怎么|为什么|为啥|吗|[?？])).*(?:券|优惠码|折扣码|口令).{0,10}(?:过期|失效|作废)了?.{0,14}$|^(?:那)?(?:能不能|可不可以|能|可以)?(?:破例|通融|例外|补发|照样)(?:一下|下)?.{0,10}[?!. ]*$/u,
  ],
  [
    'add-on-refused',
    /\b(?:stop|quit|don't|dont|no need to|enough of|enough with|sick of|tired of|why (?:do|are|would) (?:you|u) (?:always |keep |constantly |still )*|(?:you|u) keep) ?(?:asking|telling|pushing|suggesting|trying|making|getting|tell|ask|push|suggest|make) ?(?:me )?(?:to )?(?:add|buy|get|order|spend|take) (?:more|extra|other|another|stuff|things|something|anything)\b|\b(?:stop|quit|no more|enough) (?:with )?(?:the )?upsell\w*/,
    /(?:别|不要|甭|少)(?:再|老|总|一直)*(?:让|叫|劝|催|给|跟)?我?(?:去)?凑单|(?:为啥|为什么|干嘛|怎么|咋)?(?:老|总|一直|天天|每次都|又)(?:是)?(?:让|叫|劝|催|给|跟|要)我?(?:去)?凑单|凑单.{0,6}(?:烦|够了|别再)|^(?:那|算了|我)?(?:都说了)?(?:不想|不要|不(?=凑单了)|不需要|不用|懒得|讨厌|烦)(?:再)?凑单/u,
  ],
  [
    // "Can't you make an exception", 通融一下: of a rule that was told just now.
    'exception',
    /\b(?:make|do) (?:me )?an? exception\b|\bjust this once\b|\bbend the rules?\b|\bonly (?:a )?(?:few|couple|\d|one|two|three) (?:of )?days? (?:late|over|past)\b|\bcan'?t you (?:just )?(?:let it slide|be flexible)\b/,
    /(?:通融|破例|破个例|网开一面|开个绿灯|例外)(?:一下|一次|下|一回)?|就这一次|(?:就)?(?:只)?(?:晚|超|过)了?[一两二三几\d]天(?:而已|嘛|呀|啊)|行个方便/u,
  ],
  [
    'other-account',
    /\b(?:another|a different|my other|my old|the other|my (?:wife|husband|mum|mom|dad|friend|boyfriend|girlfriend|partner|sister|brother)'?s?) (?:account|phone number|phone|mobile number|number|e-?mail(?: address)?|login)\b|\b(?:ordered|bought|placed|checked out|order) .{0,20}(?:as a guest|without (?:an account|logging in|signing in))\b|\bwasn'?t (?:signed|logged) in\b|\bmy (?:wife|husband|mum|mom|dad|friend|boyfriend|girlfriend|partner|sister|brother|son|daughter) (?:may have |might have |must have |maybe |probably )?(?:ordered|bought|got|placed) (?:it|them|that|this|those|the \w+)\b(?! for (?:me|my)\b)|\bcan (?:he|she|they) (?:do|return|exchange|swap|send) (?:it|that|them)(?: back)? (?:himself|herself|themselves|from (?:his|her|their))/,
    /(?:用|是|在)?(?:另一?个|另外一?个|别的|其他|不同的?|以前的?|老|旧|我(?:妈|爸|老公|老婆|媳妇|爱人|家里人|朋友|对象|男朋友|女朋友)的?)(?:手机号?|账号|帐号|号码?|号|邮箱|微信号?)(?:上)?(?:下|买|注册|登录?|订|拍)|没(?:有)?(?:登录|登陆|注册)(?:的时候)?(?:就)?(?:下|买|拍)/u,
  ],
  [
    // 我没邮箱，手机号行不: of an order that is to be found by its number and the e-mail address.
    'by-phone',
    /^(?:(?:i (?:don'?t|do not) have (?:an? |the |my |any )?e-?mail(?: address)?|no e-?mail|sorry|but|ok|well)[,.! ]+)*(?:(?:can|could|would|will|does|do) (?:you|i|my|a|the)? ?(?:(?:use|give you|find it by|look it up (?:by|with)|check (?:by|with)|it (?:by|with)) )?|is |what about |how about )(?:my |the |a )?(?:phone|mobile)(?: number)?(?: (?:work|do|help|ok|okay|enough|instead))*[?!. ]*$/,
    /^(?:(?:我)?(?:没有?|不记得|忘了|不知道|不用)(?:下单)?(?:的)?(?:邮箱|邮件|email)(?:了|啊)?[,，。 ]*)?(?:那|我|用|凭|给你|报|拿|,|，| )*(?:我的)?(?:手机号码?|电话号码?|手机|电话)(?:查)?(?:行|可以|能|好使)(?:查)?(?:不行|不可以|不能|不|吗|么)*[?!. ]*$/u,
  ],
  [
    // 大数据杀熟, "does everybody get the same price": whether it depends on who asks. What is to be switched off is no question.
    'same-prices',
    /^(?!.*\b(?:stop|turn off|switch off|disable|opt|in (?:the|your) (?:shop|store)|online)\b).*(?:\b(?:prices?|deals?|offers?|discounts?)\b.{0,24}\b(?:same|different|differ|vary|higher|lower|depend\w*)\b.{0,16}\b(?:for|from|by|per|between|on|to)\b.{0,14}\b(?:every(?:one|body)|each|people|persons?|customers?|shoppers?|others?|who i am|me)\b|\b(?:every(?:one|body)|other people|others|each (?:person|customer|shopper)|new customers|different (?:people|customers|shoppers))\b.{0,20}\b(?:same|different|lower|higher|better|cheaper|less)\b.{0,12}\b(?:prices?|deals?|offers?|discounts?)\b|\b(?:dynamic|surge|personali[sz]ed|individual) pric(?:es|ing)\b|\bcharg(?:e|ing) (?:me|us|some (?:people|customers)|regulars|loyal customers) more\b)/,
    /^(?!.*(?:关掉|关闭|停用|停止|不接受|门店|店里|网上|线上|什么|哪些|有没有|尺码|颜色)).*(?:杀熟|看人下菜|(?:给|对)我(?:就)?(?:卖|卖得|定)得?(?:更)?贵|(?:每个人|人人|不同的?人|别的?人|大家|老(?:客户|顾客|用户)|新(?:客户|顾客|用户|人)).{0,12}(?:优惠|价格|价钱|价|折扣).{0,8}(?:不一样|一样|不同|相同|更?便宜|更?贵|更?低)|(?:优惠|价格|价钱|价|折扣).{0,10}(?:每个人|人人|因人|看人|大家|(?:跟|和)别人).{0,8}(?:不一样|一样|不同|相同|而异)|(?:给|卖)别(?:的)?人.{0,8}便宜.{0,8}我.{0,4}贵|(?:给|卖)我.{0,8}贵.{0,8}(?:给|卖)?别(?:的)?人.{0,4}便宜)/u,
  ],
  [
    // 个性化优惠能关掉吗, "can I switch the personal offers off": asked, and not done yet.
    'offers-off',
    /^(?:.{0,40}[,.!?] ?)?(?:(?:so|ok|and|but)[, ]+)*(?:(?:can|could|may) i (?:switch|turn|opt)|is (?:it possible|there a way) to (?:switch|turn|opt)|how (?:do|can|could) i (?:switch|turn|opt)) (?:(?:off|out of) )?(?:the |those |my |these |your )?(?:personal|personali[sz]ed|tailored|individual|targeted) (?:offers?|deals?|discounts?)(?: off| out)?[?!. ]*$/,
    /(?:专属|个性化|针对我的?|个人)的?(?:优惠|折扣|推荐|定价).{0,14}(?:能|可以|能不能|可不可以|怎么|如何|咋)(?:不能)?(?:给我|自己)?(?:关(?:掉|闭|了)?|停(?:掉|用|了)?|取消)(?:吗|么|不|啊|呢|掉)*[?!. ]*$|(?:能|可以|能不能|可不可以|怎么|如何|咋)(?:把)?(?:关(?:掉|闭|了)?|停(?:掉|用)?)(?:这个|这种|你们的?)?(?:专属|个性化|针对我的?|个人)的?(?:优惠|折扣|推荐|定价)(?:吗|么|不|啊|呢)*[?!. ]*$/u,
  ],
  [
    'sarcasm',
    /^(?:well,? |oh,? |yeah,? |ok,? |great,? )*(?:thanks? (?:you )?(?:for nothing|a lot for nothing)|(?:a )?(?:fat )?lot of (?:good|help) (?:that|you)(?: was| are| is| did)?|(?:that|this|you)(?:'s| was| were|'re) (?:no|zero|so|really|super|very|real)? ?(?:helpful|use|help)(?: not)?, (?:thanks|not)|(?:brilliant|great|amazing|fantastic) (?:service|help|job),? (?:really|not|guys))[!. ]*$/,
    /^(?:呵呵|可真行|真行啊?|你可真(?:行|会|厉害|棒)|谢谢你?(?:了)?(?:啊)?[,， ]?(?:一点|半点)(?:忙|用)都没.*|说了(?:等于|跟)没说(?:一样)?|白问了?|问了也白问)[!. ~]*$/u,
  ],
];

/** A sum is named, or something off, for the one thing that is spoken of. */
const haggles =
  /^(?:.{0,40}[,.!?] ?|(?:but |and |so )*)?(?:(?:would|could|can|will|might) (?:you|u) (?:maybe |possibly |ever )?(?:do|take|accept|go(?: down)?(?: to)?|sell(?: it| me)?|let it go|give it to me|give me)(?: it| this| that| one)?(?: for| at)?|how about|what about|(?:i'?ll|i can|i could|i'?d) (?:give|offer|pay)(?: you)?|any chance (?:of|you'?d|you could)(?: do| doing| take| knock)?(?: it| one)?(?: for)?)(?: me)? (?:¥|\$|€|£|rmb |cny )?\d{2,5}(?: ?(?:yuan|rmb|quid|bucks|kuai))?(?: (?:for (?:it|that|this|one)|instead|maybe|then|please|ok|mate|or not|or what))*[?!. ]*$|\b(?:knock|take|shave) (?:¥|\$|€|£)?\d{1,4}(?: ?(?:yuan|rmb|quid|bucks))? off\b|^(?:那|这个|它|就|给)*(?:¥)?[\d零一二两三四五六七八九十百千]{2,6}(?:块|元)?(?:钱)?(?:卖不卖|卖吗|行不行|行吗|行不|可以吗|成吗|成不|怎么样|给不给|能卖吗|能不能卖|出不出|成交)[?!. ]*$/u;

/** After these a rule, or an order that was not found, is what is spoken of. */
const ofRules: ReadonlySet<Intent> = new Set(['start-return', 'cancel-order', 'question', 'complaint', 'order-status']);
const ofOrders: ReadonlySet<Intent> = new Set(['start-return', 'cancel-order', 'complaint', 'order-status']);
/** After these a sum is haggled over, whatever is on the table. */
const ofDeals: ReadonlySet<Intent> = new Set(['deals', 'better-deal']);
const matchesPrice =
  /\b(?:do|can|could|will|would) (?:you|u)(?: guys)? (?:price[- ]?match|match (?:the|that|this|their|a|other|lower|competitor'?s?|any) (?:\w+ )?prices?|beat (?:the|that|this|their) (?:\w+ )?price)\b|^(?:any )?price[- ]?match(?:ing)?(?: guarantee)?[?!. ]*$|(?:保价|比价|同价|跟价)(?:吗|么|不|政策)(?!.{0,6}买)/u;

/** 能关掉吗, "can I turn that off", right after personal offers were spoken of. */
const turnsOff =
  /^(?:那|这个?|它|就|,|，| )*(?:我)?(?:能|可以|能不能|可不可以|怎么|如何|咋)(?:不能)?(?:自己|给我|把它)?(?:关(?:掉|闭|了)?|停(?:掉|用|了))(?:它|这个)?(?:吗|么|不|啊|呢)*[?!. ]*$|^(?:(?:so|ok|and|but)[, ]+)*(?:(?:can|could|may) i (?:switch|turn)|how (?:do|can|could) i (?:switch|turn)) (?:it|that|this|them|those) off[?!. ]*$/u;
const ofOffers: ReadonlySet<Intent> = new Set(['deals', 'better-deal', 'why-offer', 'opt-in', 'help']);

const wantsCode: ReadonlySet<Intent> = new Set(['apply-code', 'help', 'promotion-question', 'unclear']);

/** Said to pass the time: a joke that is wished for, whether the shop's assistant eats or sleeps. */
const chatEn =
  /^(?:.{0,24}[,.!] ?)?(?:(?:can|could|will|would) you |do you (?:know|have) |please |come on |go on )*(?:tell|give|sing|know|make)?(?: me| us)? ?(?:an? |any |some |another |your )*(?:good |funny |best |bad )*(?:jokes?|riddles?|something funny|laugh)(?: then| please| or two)?[?!. ]*$|^(?:.{0,24}[,.!] ?)?(?:so |and )?(?:have|did|do) (?:you|u) (?:even |ever |already |had |have )*(?:eat(?:en)?|ate|sleep|slept|(?:had )?(?:lunch|dinner|breakfast)|get (?:tired|bored|lonely)|have (?:feelings|friends|a (?:name|life|family|boyfriend|girlfriend)))(?: yet| already| today| well| at all| ever)*[?!. ]*$|^(?:.{0,16}[,.!] ?)?(?:you(?:'re| are)|ur|u r) (?:so |really |pretty |kinda |a bit |no )*(?:boring|funny|cute|sweet|clever|smart|fun|no fun)[!. ]*$|^(?:.{0,16}[,.!] ?)?(?:are you|r u) (?:tired|bored|lonely|happy|ok|hungry|single|married)(?: today| too)?[?!. ]*$|^(?:(?:hi|hey|so|well|i'?m (?:so )?bored|bored|lonely)[,.! ]+)*(?:(?:let'?s|can we|can you|do you want to|wanna|just want to|i (?:just )?want to) (?:just )?(?:chat|talk)(?: (?:a bit|for a bit|with me|for a while|to someone))?|chat with me|i'?m (?:so |really )?bored|entertain me|tell me something (?:fun|interesting))(?: please)?[?!. ]*$/;
const chatZh =
  /^(?:.{0,12}[,，。!！~ ])?(?:哈|嘿|那|你好|喂|话说)*(?:你(?:们)?(?:今天|现在|平时)?(?:也|都|会|还)?(?:睡(?:觉|了|过觉)*(?:吗|没有?|么)|(?:累|困|饿|开心|无聊|孤单|寂寞)(?:不\p{Script=Han}|吗|么)|在干(?:嘛|吗|什么|啥)呢?|几岁了?|多大了?|(?:有|谈过?)(?:男|女)朋友(?:吗|么|没有?)|是男(?:的|生)?还是女(?:的|生)?|下班了?(?:吗|没))|你?(?:们)?(?:今天|现在)?吃(?:了?饭|早饭|午饭|晚饭)?了(?:吗|没有?|么))(?:呢|啊|呀)?[?？!！。. ]*$|^(?:.{0,12}[,，。!！~ ])?(?:你|那|能|会|快|给|我|再|帮|可以)*(?:讲|说|来|编)(?:一?个|点|段)?(?:笑话|段子|冷笑话)(?:呗|吧|吗|听听|来听听|给我听|啊|呀|嘛)*[?？!！。. ]*$|^(?:好|太|我|有点|真|就|想|来|陪|跟|和|能|可以|随便|无聊|没事|寂寞|,|，| )*(?:聊(?:一?会儿?)?(?:聊)?天?(?:一?会儿?)?|聊聊天?|唠(?:唠|会)?嗑?|说说话|无聊)(?:天)?(?:呗|吧|吗|么|不|啊|呀|嘛|死了|~)*[?？!！。. ]*$|^(?:哈|嘿|嗯|你|您|好|真|太|挺|这么|也|还|,|，| )*你(?:好|真|太|挺|这么|也|还)*(?:没意思|没劲|好玩|可爱|聪明|搞笑|幽默|会聊天|无趣)(?:啊|呀|哦|的|了|呢|哈)*[!！。.~ ]*$/u;

/** Undefined: nothing of it is said, or more than that. */
export const shopTalk = (
  folded: string,
  memory: Pick<ConversationMemory, 'focus' | 'shown' | 'lastIntent'> & Partial<Pick<ConversationMemory, 'claim'>>,
): ShopTalk | undefined => {
  if (folded.length > longest) return undefined;
  const said = folded.slice(lead.exec(folded)![0].length).replace(whyAsked, '');
  if ((hasHan(said) ? chatZh : chatEn).test(said)) return 'chat';
  if (ofOffers.has(memory.lastIntent ?? 'unclear') && turnsOff.test(said)) return 'offers-off';
  if (isNotOurTrade(said)) return 'other-trade';
  if (matchesPrice.test(said)) return 'haggle';
  if ((isCloseUp(memory) || ofDeals.has(memory.lastIntent ?? 'unclear')) && haggles.test(said)) return 'haggle';
  const found = patterns.find(([, english, chinese]) => (hasHan(said) ? chinese : english).test(said))?.[0];
  const { lastIntent } = memory;
  if (found === 'exception') return lastIntent !== undefined && ofRules.has(lastIntent) ? found : undefined;
  if (found === 'by-phone')
    return (lastIntent !== undefined && ofRules.has(lastIntent)) || memory.claim !== undefined ? found : undefined;
  if (found === 'other-account')
    return (lastIntent !== undefined && ofOrders.has(lastIntent)) || memory.claim !== undefined ? found : undefined;
  // "Apply it anyway" is of a code only where one was spoken of.
  if (found === 'code-refused' && !/code|coupon|voucher|promo|券|码|口令|折扣/.test(said))
    return wantsCode.has(memory.lastIntent ?? 'greeting') && memory.shown.length === 0 ? found : undefined;
  return found ?? (asksWhatThereIs(folded) ? 'shelves' : undefined);
};
