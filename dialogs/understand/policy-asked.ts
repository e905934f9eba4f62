/** What the shop's rules answer, asked in closed words or only implied by them ("I'm not in China"). All take folded text. */
import type { Language } from '../../knowledge/domain/language.ts';

export interface PolicyAsked {
  /** The question in plain words, for a shop page that the shopper's own words don't reach. */
  readonly question: string;
  /** Said in a few words, which hold no more than the plain question does. */
  readonly bare: boolean;
}

type Policy =
  | 'sign-in'
  | 'free-delivery'
  | 'wrong-item'
  | 'arrived-broken'
  | 'sale-return'
  | 'abroad'
  | 'refund-time'
  | 'return-period'
  | 'return-postage'
  | 'delivery-time'
  | 'payment';

const plainly: Readonly<Record<Policy, Readonly<Record<Language, string>>>> = {
  abroad: { en: 'Do you ship abroad?', zh: '能寄到国外吗？' },
  'return-period': { en: 'How many days do I have to return something?', zh: '多少天内可以退货？' },
  'sign-in': { en: 'I can’t sign in', zh: '登录不了怎么办？' },
  'free-delivery': { en: 'From what amount is delivery free?', zh: '满多少包邮？' },
  'wrong-item': { en: 'I received the wrong item', zh: '发错货了怎么办？' },
  'arrived-broken': { en: 'Something arrived broken', zh: '收到的商品破损，少件了怎么办？' },
  'sale-return': { en: 'Can sale items be returned?', zh: '打折的商品能退吗？' },
  'refund-time': { en: 'How long does a refund take?', zh: '多久能收到退款？' },
  'return-postage': { en: 'Who pays for return postage?', zh: '退货运费谁出？' },
  'delivery-time': { en: 'How long does delivery take?', zh: '配送要多久？' },
  payment: { en: 'How can I pay?', zh: '支持哪些付款方式？' },
};

const home = new Set(['CN', 'ZZ', 'EU', 'UN', 'EZ']);
/** Names of places that are also names of things, people or makes. */
const alsoThings = new Set(['turkey', 'jordan', 'jersey', 'georgia', 'chad', 'guinea', 'china', '约旦']);

/** Every country's name in one language, as the runtime's own tables have it. */
const countriesIn = (language: Language): string[] => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap(a => letters.map(b => a + b))
    .filter(code => !home.has(code))
    .flatMap(code => names.of(code)?.toLowerCase() ?? [])
    .filter(name => !alsoThings.has(name) && !/china|中国/.test(name) && /^[\p{L} ]+$/u.test(name));
};

const placeEn = `(?:${countriesIn('en').join('|')}|hong kong|hongkong|taiwan|macao|macau|europe|the us|usa|(?:the )?uk|the states|america|britain|england|scotland|africa|other countries|another country|a foreign country|foreign countries|abroad|overseas)`;
const placeZh = `(?:${countriesIn('zh').join('|')}|香港|台湾|澳门|港澳台?|欧洲|非洲|北美|澳洲|东南亚|国外|海外|境外|外国|(?:中国|国内)以外)`;

const asking: readonly (readonly [Policy, RegExp])[] = [
  [
    'sign-in',
    /\b(?:can't|cannot|cant|can not|couldn't|unable to|not able to|(?:trouble|problems?|difficulty) (?:with )?|won't let me|doesn't let me)\b.{0,16}\b(?:log|sign)(?:ging|ning|ing)?[- ]?(?:in|on)\b|\b(?:forgot|forgotten|reset|lost|change) (?:my )?password\b|登[录陆]不[了上进]|(?:无法|不能|没法|没办法)登[录陆]|忘(?:记|了)?密码|密码(?:忘|不对|错误)/u,
  ],
  [
    'free-delivery',
    /^(?:and |so )?(?:is there |do you (?:have|offer|do|give) |any |what about |how about )?free (?:shipping|delivery|postage)(?: here| available)?[?.! ]*$|^(?:is|are) (?:the |your )?(?:shipping|delivery|postage) free[?.! ]*$|^(?:do you|can you) (?:ship|deliver) (?:for )?free[?.! ]*$|^(?:请问)?(?:你们)?家?(?:都|全场|是|能|可以)*(?:包邮|免邮|免运费)(?:的)?(?:吗|么|不|嘛)?[?!. ]*$|^(?:请问)?(?:满|买|多少钱?|几块)+(?:多少)?(?:钱|元)?(?:才|能|可以)?(?:包邮|免邮|免运费)[?!. 呢]*$/u,
  ],
  [
    'abroad',
    new RegExp(
      `\\b(?:ship|ships|shipped|shipping|deliver|delivers|delivered|delivery|send|sends|sent|post|posted|mail|parcels?|packages?)\\b.{0,40}\\b(?:to|in|into|outside|for)? ?(?<!from )(?:the )?${placeEn}\\b|\\bget (?:things|stuff|it|them|this|orders?|parcels?) to (?:the )?${placeEn}\\b|^(?:ship|shipping|deliver|delivery|delivering) to us[?.! ]*$|\\b(?:can|could|may)\\b.{0,30}\\bin (?:the )?${placeEn}\\b.{0,16}\\b(?:get|buy|order|receive)\\b|\\b(?:in|from outside|outside(?: of)?) (?:the )?(?:mainland )?${placeEn}\\b.{0,40}\\b(?:ship|deliver|send|post|mail|order from|get (?:things|stuff|it|an order))\\b|\\b(?:international|overseas|worldwide|foreign|europe|european) (?:shipping|delivery|orders?|postage)\\b|\\b(?:ship|deliver|send|shipped|sent|delivered) (?:\\w+ ){0,3}(?:internationally|worldwide|outside(?: of)? (?:mainland )?china)\\b|^(?:but |hi,? )?(?:i(?:'m| am)|we(?:'re| are)|i live|we live) (?:\\w+ ){0,2}(?:not (?:living )?in (?:mainland )?china|abroad|overseas|outside(?: of)? (?:mainland )?china)[.! ]*$|^(?:and |what about |how about )+(?:other countries|abroad|overseas|people abroad)[?.! ]*$`,
    ),
  ],
  [
    'abroad',
    new RegExp(
      `(?:寄|发|送|邮|配送|直邮|快递|下单|运).{0,6}${placeZh}|${placeZh}.{0,10}(?:寄|发货|配送|能送|送不送|送吗|可以送|直邮|快递|下单|收货|邮寄)|国际(?:快递|运费|物流|配送|邮寄)|^(?:我|我人|人|我们)(?:现在|目前|长期)?(?:不在(?:国内|中国|大陆)|在(?:国外|海外|境外))(?:啊|呢|的话)?[,.!?。 ]*$|^${placeZh}(?:的)?(?:怎么办|呢|可以吗|行吗|能不能买)[?!. ]*$`,
      'u',
    ),
  ],
  [
    'return-postage',
    /\bwho (?:pays|covers|bears)\b.{0,30}\b(?:return|send(?:ing)?\b.{0,16}\bback|postage back)|\b(?:pay|pays|cost|charge|fee|free)\b.{0,24}\b(?:return (?:shipping|postage|label|parcel)|send(?:ing)? (?:it|them|this|things?|something|stuff) back|returns?)\b|\b(?:pay|pays|cost|costs|charge|fee|free)\b.{0,24}\b(?:giv|send|bring|tak)(?:e|ing)? (?:\w+ ){1,3}back\b|(?:退货|退回|寄回|换货|退).{0,6}(?:运费|邮费|快递费|路费).{0,6}(?:谁|我|你们|自己|要|多少|出|付)|(?:谁|我|你们).{0,4}(?:出|付|承担).{0,4}(?:退货|退回|寄回).{0,3}(?:运费|邮费|快递费)/u,
  ],
  [
    'refund-time',
    /\bhow (?:long|many (?:days|weeks)) (?:do|does|will|would|until)\b.{0,16}\b(?:returns?|refunds?)\b(?: usually| normally| typically)* (?:take|process\w*|arrive|go through|come)|^(?:return|refund) processing time[?.! ]*$|^(?:请问)?(?:你们)?的?(?:退货|退款|退换货|退钱)(?:一般|大概|通常|处理)?(?:要|需要|得)?(?:多久|多长时间|几天|多少天)(?:能|可以)?(?:到账|到|处理|完成|办完|退回来?)?[?!. 呢啊]*$/u,
  ],
  [
    'return-period',
    /^(?:the |your )?(?:returns?|refunds?|send[- ]back) (?:period|window|deadline|limit|policy|rules|conditions|time ?(?:frame|limit)?|terms)[?.! ]*$|^(?:what about|how about|tell me about|question about|and) (?:the |your )?returns?[?.! ]*$|\b(?:how (?:long|much time|many (?:days|weeks))|what(?:'s| is) the (?:time|latest|last)|until when|by when|deadline|time limit|(?:too late|still in time|latest))\b.{0,60}\b(?:return(?:ed|ing|s)?|(?:send|bring|give|take|sending|bringing|giving|taking)\b.{0,24}\bback)\b|\b(?:days|weeks|long|deadline|limit) (?:to|for|on) (?:a )?returns?(?:ing)?\b|^(?:and |but |so )?(?:what )?if i (?:do not|don't|didn't|end up not) lik(?:e|ing) (?:it|them|this)[?.! ]*$|\breturns?[,:]? (?:how long|how many days|until when)\b/,
  ],
  [
    'return-period',
    /^(?:请问|你们|咱们)?的?(?:退货|退换货?|退)(?:的)?(?:时间|期|期限|时限|规定|政策|规则|有效期|要求)(?:是|有)?(?:什么|多久|多长|几天|怎样|怎么样|怎么)?(?:规定)?[的呢吗?!. ]*$|^(?:你们)?(?:的)?退货是怎么(?:个)?规定|(?:几|多少) ?(?:天|日)(?:之?内|以内)?.{0,4}(?:能|可以|可|还能)?(?:无理由)?退(?!款|回来|到)|(?:超过|过了).{0,6}(?:天|多久).{0,6}退|退.{0,6}(?:时间限制|期限|时限|截止)|(?:后悔|不喜欢|不满意|不想要).{0,8}(?:几天|多久|多少天|多长时间).{0,6}退|(?:还有|最多|最晚|最迟).{0,6}(?:几天|多久|多少天).{0,4}退|^(?:请问)?(?:你们|咱们)?家?(?:的)?(?:衣服|鞋子?|裤子|裙子|外套|包包?|东西|商品|货|买(?:了|回来|回去)?(?:的)?(?:东西|衣服|鞋子?|商品)?|(?:那|请问)?(?:这|那)[个件双款条只]?(?:东西|商品|产品|货)?|它)?(?:要是|如果|万一)?(?:不(?:喜欢|想要|满意|合适)|后悔)?(?:了)?(?:的话)?,?(?:还|都|也)?(?:能不能|可不可以|能否|能|可以|可|支持|给)(?:随便)?退(?:货|掉|换)?(?:吗|么|嘛|不)?[?!.~ ]*$/u,
  ],
  [
    'delivery-time',
    /^(?:the |your |usual |normal )?(?:delivery|shipping|arrival) (?:time|times|speed|estimate)s?[?.! ]*$|\b(?:usual|normal|average|typical) (?:delivery|shipping) time\b|^is (?:your |the )?(?:delivery|shipping) (?:quick|fast|slow)[?.! ]*$|\bif i (?:order|buy) (?:it |this |something )?(?:today|now|tonight)\b.{0,20}\bwhen\b|\bwhen\b.{0,24}\b(?:expect|get|receive|arrive)\b.{0,24}\b(?:buy|order) (?:it |this |something )?(?:today|now|tonight)\b|^(?:请问)?(?:你们)?(?:的)?(?:配送|送货|到货|快递|物流)(?:的)?(?:时间|时效|要多久|多久|要几天)[?!. 呢]*$|(?:今天|现在|这会儿?)(?:下单|买|拍|付款).{0,6}(?:哪天|几天|几号|什么时候|多久|何时).{0,4}(?:到|收到|拿到|送到)|^(?:i need (?:it|this|them) (?:soon|quickly|fast|urgently)|(?:it's|it is|this is) urgent)\b.{0,20}\b(?:can|could|possible|manage|deliver)\b|(?:比较|很|有点|挺)?急,?.{0,4}(?:能|可以|会).{0,4}快.{0,3}(?:到|送)|^寄(?:过来|到我这)要?(?:等)?(?:几天|多久)/u,
  ],
  [
    'payment',
    /^(?:a |my )?(?:question|questions) about (?:paying|payment)[?.! ]*$|^how (?:does|do|can|could) (?:i |one |we |you )?(?:pay|paying|payment)(?: work| for (?:my |the |these )?(?:things|order|goods|stuff))?(?: here)?[?.! ]*$|\b(?:options?|ways|methods?) (?:for|of|to) (?:pay|paying|payment)\b|^(?:payment|accepted) (?:options?|methods?|cards|ways|types)[?.! ]*$|\b(?:which|what) (?:credit |debit |bank )?cards (?:are|do|can)\b|^(?:visa|mastercard|paypal|alipay|wechat(?: pay)?|apple pay|amex|unionpay|credit cards?|debit cards?|cash)(?: is)? (?:ok|okay|fine|possible|accepted|good)[?.! ]*$|^(?:请问|想问一下)?(?:在?你们?(?:这里|这儿|店里)?)?(?:怎么|如何)(?:付款|付钱|支付|付)[?!. 呢啊]*$|^(?:请问)?(?:你们)?(?:能|可以|支持|接受|收)(?:用|不能用)?(?:刷卡|信用卡|银行卡|借记卡|微信|支付宝|现金|云闪付)(?:付款|支付|付)?(?:吗|不|么|嘛)?[?!. ]*$|^(?:付款|支付)(?:方式|的问题|都?有(?:哪些|什么|哪几种)(?:方式|选择)?|都有哪些方式.{0,4})(?:有哪些)?[?!. 呢]*$/u,
  ],
];

/** What went wrong with an order that came, and what its aside would otherwise send elsewhere: asked for whatever else is said. */
const outright: readonly (readonly [Policy, RegExp])[] = [
  [
    'wrong-item',
    /\b(?:got|received|sent(?: me| us)?|delivered|shipped(?: me)?|gave me|came with|was sent) (?:me )?(?:the |a |an )?(?:wrong|different|incorrect) (?:size|item|items|colou?r|product|products|one|ones|thing|things|order|goods|model)\b|\b(?:size|colou?r|item|product|model|goods)\b.{0,24}\b(?:isn't|is not|wasn't|was not|aren't) what i (?:ordered|bought|paid for)\b|\bnot what i ordered\b|发错(?:货|了|尺码|码|颜色|东西|商品|型号)|(?:尺码|颜色|东西|货|商品|型号|款式)(?:都|也|给我)?发错|(?:收到|寄来|送来|发来)的?.{0,8}(?:不是我(?:买|要|订|下单)的|(?:和|跟)我?(?:买|订|下单)的不(?:一样|符|同))/u,
  ],
  [
    'arrived-broken',
    /(?:收到|寄来|送来|到货|拿到)的?(?:时候)?的?.{0,8}(?:坏[了的]|破[了的]|碎[了的]|裂[了开]|是坏的|是破的|有破损|破损了?|漏了)|(?:包裹|箱子|盒子|快递)(?:打开)?.{0,4}(?:破[了损]|碎了|压坏)|(?:少|漏)(?:发|寄|装)了?(?:一|两|几)?[件个双]?|\b(?:arrived|came|delivered|turned up|was|were) (?:\w+ )?(?:broken|damaged|smashed|cracked|in pieces|torn|leaking)\b(?!.{0,20}\b(?:year|month|week)s?)/u,
  ],
  [
    'sale-return',
    /^(?:请问|那)?(?:买的?)?(?:特价|打折|折扣|促销|活动|优惠|清仓|秒杀)(?:的)?(?:商品|东西|衣服|鞋子?|款|价买的)?(?:还|也)?(?:能不能|可不可以|能|可以|支持|给|让)?(?:退货?|退换货?|退掉)(?:吗|么|嘛|不)?[?!. ]*$|\b(?:return|refund|send back|take back)\b.{0,20}\b(?:sale|discounted|reduced|clearance|promotional?) (?:items?|goods|things?|stuff|products?)\b|\b(?:sale|discounted|reduced|clearance) (?:items?|goods|things?|stuff|products?)\b.{0,20}\b(?:return(?:ed|able)?|refund(?:ed|able)?|sent back|taken back)\b/u,
  ],
];

/** Chinese words counted as two characters. */
const fewWords = 8;

/** Other questions that a parcel abroad or a return raises have pages of their own. */
const aside =
  /\b(?:customs|dut(?:y|ies)|tax(?:es)?|invoice|gift|sale items?|worn|used|opened|underwear|instal?lments?)\b|关税|税|清关|发票|赠品|特价|打折|穿过|用过|拆|分期|内衣|食品/u;

/** About something of the shopper's own, which its own page answers; or a thing to start now. */
const own =
  /\bmy (?:order|parcel|package|refund|return)\b|\bwhere(?:'s| is)\b|\bwy-?\d|我的(?:订单|包裹|快递|货)|到哪|wy-?\d/u;

/** The rule of the shop that is asked about; undefined: none in closed words. */
export const policyAsked = (folded: string, language: Language): PolicyAsked | undefined => {
  if (folded.length > 160) return undefined;
  const said = (among: typeof asking): Policy | undefined => among.find(([, pattern]) => pattern.test(folded))?.[0];
  const policy = said(outright) ?? (own.test(folded) || aside.test(folded) ? undefined : said(asking));
  if (!policy) return undefined;
  const length = language === 'zh' ? folded.replace(/[^\p{L}\p{N}]/gu, '').length / 2 : folded.split(/\s+/).length;
  return { question: plainly[policy][language], bare: length <= fewWords };
};
