/** The one fact of a rule that is asked for, right after the rule was told: "how much at most", 几点结束, "before or after discounts?". Takes folded text. */

export type DealFact = 'at-most' | 'basis' | 'when' | 'least' | 'whom' | 'gives' | 'order';

const longest = 70;
const lead =
  "(?:(?:and|so|ok|okay|but|then|wait|hm+|cool|nice|thanks|sorry|yes|yeah|right|is it|is that|it'?s|that'?s)[,.!? ]+)*";
const leadZh = '(?:那|那么|就|是|请问|哦|嗯|好的?|具体|到底|一共|大概|我|,|，| )*';
const tail =
  '(?: (?:exactly|then|off|please|though|in total|in all|roughly|actually|for me|for it|for that|now))*[?!. ]*$';
const tailZh = '(?:呀|啊|呢|吧|钱|块|元)*[?!. ]*$';
const whole = (english: string, chinese: string): RegExp =>
  new RegExp(`^${lead}(?:${english})${tail}|^${leadZh}(?:${chinese})${tailZh}`, 'u');

/** In the order in which they count. */
const facts: readonly (readonly [fact: DealFact, said: RegExp])[] = [
  [
    'order',
    /\bwhich (?:one )?(?:goes|comes|is (?:taken|counted|applied)|counts|applies|gets (?:taken|applied)) (?:off )?first\b|(?:哪个|谁)先(?:算|减|用|扣)?|先(?:算|减|用|扣)哪/u,
  ],
  [
    'least',
    /\d{2,5}.{0,14}(?:够|行[吗不]|可以[吗不]|能用)|\d{2,5}.{0,24}\b(?:enough|count|qualify|do it|ok)\b|\b(?:enough|qualify)\b.{0,24}\d{2,5}/u,
  ],
  [
    'at-most',
    /\b(?:at|the) most\b|\b(?:cap|max(?:imum)?|upper limit|limit to it)\b|\bup to how much\b|封顶|上限|最多/u,
  ],
  [
    'basis',
    /\b(?:before|after) (?:the |any |other |all )?(?:discounts?|deals?|codes?|delivery|shipping|postage|tax)\b|(?:打折|优惠|折扣|满减|活动|用券)(?:之?前|之?后|以前|以后)|折[前后]|(?:按|算)(?:的是)?(?:原价|实付|折后|到手价)|(?:含|包括|算)(?:不含|上)?运费/u,
  ],
  [
    'when',
    /\b(?:what|which) (?:time|times|hours?|days?)\b|\b(?:until|till|from) (?:when|what time)\b|\bwhen (?:does|do|is|are|will|can|could)\b|^(?:and |so |ok )*when\b|\b(?:only|just|also|too)? ?(?:today|tonight|weekends?|every ?day|daily|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b(?: (?:too|only|as well|or))?|\bright now\b|\bon now\b|\bhow long\b|\bstill (?:on|running|going)\b|\b(?:china|local|my|beijing|uk|london) time\b|\btime ?zone\b|\d ?[ap]m\b|几点|什么时候|啥时候|周末|每天|天天|工作日|周[一二三四五六日天]|(?:今[天晚]|现在|晚上|明天).{0,8}(?:有|能|还|行|可以|算|开始|吗)|只有?今天|哪[天几]|到几号|多久|时间|时段|\d点半?/u,
  ],
  [
    'least',
    whole(
      '(?:is there )?(?:a |any )?(?:minimum|min|threshold)(?: (?:spend|amount|order))?|how much (?:do|must|should|would) i (?:have to |need to |got to )?(?:spend|buy|order)(?: (?:to get (?:it|that)|at least))?|what do i (?:have to |need to )(?:spend|buy|do)(?: to get (?:it|that))?|from how much|(?:do|must) i (?:have to |need to )?(?:spend|buy) (?:something|a certain amount|that much|anything)',
      '(?:有没有|有)?(?:最低消费|门槛|起点)(?:吗|么|没有)?|(?:要|得|需要)?[满买花消费]{1,2}(?:够|到)?(?:多少|几)(?:钱|元|块)?(?:才行|才能用|才有|起|可以|就行|能用|才可以)?|多少(?:钱|元)?(?:起|起步|才行|才能用|才有)|多少才(?:行|能用|有|够)',
    ),
  ],
  [
    'whom',
    whole(
      '(?:is it |is that )?(?:for|open to) (?:everyone|everybody|anyone|anybody|all)|who (?:gets|can get|can use|is) (?:it|that)(?: for)?|(?:only|just) (?:for )?(?:new|first[- ]time|old|existing) (?:customers?|shoppers?|people|members)|(?:do|can) (?:i|existing customers|old customers|regulars) (?:get|use|have) (?:it|that)(?: too)?',
      '(?:谁|哪些人|什么人)(?:都)?(?:能用|可以用|能享受|有)|(?:人人|大家|所有人|每个人)(?:都)?(?:有|能用|可以用)(?:吗|么)?|(?:老客户|老顾客|老用户|新人|新客|会员)(?:也|才)?(?:能|可以|有)(?:用|享受)?(?:吗|么|不)?',
    ),
  ],
  [
    'gives',
    whole(
      "how much(?: (?:is it|is that|do i (?:get|save)|would i (?:get|save)|can i (?:get|save)|comes off|do you take|is taken|money|percent|discount|is the discount|will i (?:get|save)))*|what do i (?:actually |really |even )?(?:get|save)(?: (?:off|from it|out of it|off (?:it|my first order)))*(?:,? how much)?|what(?:'s| is) (?:it|that|the (?:discount|amount|offer))(?: worth)?|(?:how|what) (?:big|many percent)(?: is it)?",
      '(?:能|可以)?(?:减|便宜|优惠|省|少|打|立减|折扣?|送)(?:是)?(?:多少|几折|几块|几|什么|啥)|(?:是)?多少|力度(?:多大|怎么样)|多少折扣?|打几折|几折',
    ),
  ],
];

/** Undefined: no single fact is asked for. */
export const dealFactAsked = (folded: string): DealFact | undefined =>
  folded.length <= longest && !ofOther.test(folded) ? facts.find(([, said]) => said.test(folded))?.[0] : undefined;
/** A parcel, an order, a shop or a thing is asked about in the same words. */
const ofOther =
  /\b(?:deliver\w*|arrive\w*|parcel|package|my order|refund\w*|return\w*|shop|store|open|close|person|human|agent|battery|warm|weigh\w*|pay by|card|in stock|size)\b(?<!\bbefore delivery|\bafter delivery)|快递|发货|送达|送到|收到|订单|退|门店|实体店|营业|客服|人工|续航|保温|尺码|库存|有货/u;

/** One of the deals that were told, by what it is on: "the skincare one", 护肤那个. */
export const pointsAtDeal = (folded: string): boolean =>
  /\b(?:the|that|this|your) (?:[a-z0-9%-]+ ){1,3}(?:one|thing|deal|offer|sale|promo\w*|discount|special)\b|(?:护肤|茶(?:叶|与咖啡|和咖啡)?|咖啡|满减|满赠|小礼|赠品|半价|第二件|首单|晚上|晚八点)的?(?:那个|这个|活动|优惠|折扣)|(?:那个|这个)(?:护肤|茶|咖啡|满减|满赠|半价|首单)/u.test(
    folded,
  );
