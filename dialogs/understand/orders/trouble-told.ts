/** What is told of a thing that was bought: it harmed somebody, it has a fault. That is a matter for service, and never a wish. Folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

/** It is in the shopper's hands. */
const had =
  /(?<!\b(?:that|this)(?: one)? |\bit )\b(?:gave|gives|has given|left) (?:me|us|my \w+|him|her)\b|\b(?:i|we|my \w+) (?:just |only |recently |have |'ve )?(?:bought|ordered|got|received|purchased|used|tried)\b|\bmade (?:my|her|his) (?:\w+ )?(?:face|skin|eyes?|lips?|hands?|neck|scalp|arms?)\b|\b(?:from you(?: guys)?|you (?:sent|sold|shipped)|my (?:last )?(?:order|parcel|purchase))\b|(?:我|在你们?(?:家|店|这里?))\p{Script=Han}{0,8}买|买的|买了|收到的|用了(?!多久)|用过?你们?家|用着|用完|[涂抹擦敷喷]了|[涂抹擦敷喷](?:完|上|着)|戴了|戴着|穿了|穿着|你们?(?:家|店)?(?:发|卖|寄)(?:的|给我)/u;
/** Colours, tastes and crafts have some of these words in their names: burnt orange, smoked tea, a rash guard. */
const harm =
  /\b(?:burn(?:s|ed|ing)?|burnt(?! (?:orange|sienna|umber|red|ochre|copper|gold|brown|rose|caramel|sugar|toffee|butter|honey|almond|wood|oak|effect|finish))|rash(?:es)?(?! (?:guard|vest|top|shirt))|itch(?:y|es|ing|ed)?|allergic|allergy|irritat\w+|sting(?:s|ing)?|stung|swollen|swelling|blister\w*(?! pack)|hives|bleed\w*|poison\w*|injur\w+|hurts? (?:my|me)|(?:made|makes?) me (?:sick|ill)|(?:electric )?shock(?! ?(?:absor|proof|resist))|caught fire|explod\w+)\b|\bmade? (?:my|her|his) (?:\w+ )?(?:face|skin|eyes?|lips?|hands?|neck|scalp|arms?)\b.{0,24}\b(?:red|bumpy|sore|dry|burn\w*|sting\w*|itch\w*|peel\w*|swell\w*|swollen|worse)\b|\b(?:broke|breaking|breaks?) (?:me )?out\b|\b(?:is|was|keeps?|kept|began|begins|start(?:s|ed)?) (?:to smoke|smoking)\b|\b(?:it|that|they|lamp|charger|cable|kettle|battery|plug|heater|toaster|motor) (?:just |suddenly |then )?smoke(?:s|d)\b|\bsmoke (?:came|comes|coming|pour\w*)\b|过敏|红肿|红疹|起疹|红点|泛红|发红|红了|爆痘|起皮|火辣|刺痛|灼|发痒|很痒|好痒|痒得|(?:头皮|皮肤|脸上?|身上|手上?|脖子|眼睛|浑身)(?:就|都|特别|有点|一直|开始)*(?:痒|疼|起疙瘩|脱皮|长痘|掉屑)|受伤|划伤|烫伤|起泡|中毒|触电|冒烟|着火|爆炸/u;
/** A candle burns and smokes, and harms only whom or what it burns. */
const burnsByUse =
  /\b(?:candles?|incense|wick|firewood|charcoal|lighters?|matches|fire ?starters?|burner)\b|蜡烛|线香|盘香|熏香/u;
const burning =
  /\b(?:burn(?:s|ed|t|ing)?|smok(?:es?|ed|ing))\b(?! (?:my|me|our|us|his|her|the (?:table|floor|house|carpet|cat|dog)))/gu;
const withoutUse = (folded: string): string => (burnsByUse.test(folded) ? folded.replace(burning, ' ') : folded);
const asksOfKind =
  /\b(?:if|in case|would|could it|might|will it|does it|prone|suitable|safe for|looking for|show me|without)\b|会不会|适合|敏感肌|推荐|有没有/u;

/** "The serum I bought burned my face": goods of the shop did harm. */
export const tellsOfHarm = (folded: string): boolean =>
  folded.length <= 400 && harm.test(withoutUse(folded)) && had.test(folded) && !asksOfKind.test(folded);

const moneyBack = /\bmoney back\b|\brefund\b|\b(?:return|send) (?:it|them|this)\b|退款|退钱|退货|退了/u;
const reaction =
  /\b(?:had|got|have|having|gave me|get|bad|allergic|skin|nasty|terrible) (?:a |an )?(?:[a-z]+ )?reaction\b/;
/** Said once more, after a complaint: "but I had a reaction". */
export const insistsOnHarm = (
  folded: string,
  { complainedAt, turns = 0 }: Pick<ConversationMemory, 'complainedAt'> & Partial<Pick<ConversationMemory, 'turns'>>,
): boolean =>
  complainedAt !== undefined &&
  turns - complainedAt <= 4 &&
  folded.length <= 120 &&
  !tellsOfHarm(folded) &&
  (reaction.test(folded) || harm.test(folded)) &&
  !asksOfKind.test(folded) &&
  !moneyBack.test(folded) &&
  !/[?？]|吗/u.test(folded);

/** And the money is asked for. */
export const wantsMoneyForHarm = (folded: string): boolean => tellsOfHarm(folded) && moneyBack.test(folded);

const ofService: ReadonlySet<Intent> = new Set(['start-return', 'order-status', 'complaint', 'cancel-order', 'person']);
/** What may break, come off or make a noise, of goods of any kind. */
const breaks =
  /\b(?:falling|fell|fallen|coming|came|comes) (?:apart|off|unglued|undone|loose|to bits|to pieces)\b|\b(?:broke|broken|snapped|cracked|ripped|torn|tore|leak(?:s|ing|ed)|crackl\w+|buzz(?:es|ing)|rattl\w+|flicker(?:s|ing)|faulty|defective|mou?ldy|musty|rotten|rancid|spoil(?:ed|t)|gone off|stale|infested|peeling|peeled|rusty|rusted|dead|died|stopped working)\b|\b(?:doesn'?t|don'?t|does not|won'?t|not|can'?t|stopped|stops|keeps?) (?:work|working|turn(?:ing)? on|turning off|switch(?:ing)? (?:on|off)|charg(?:e|ing)|heat(?:ing)?(?: up)?|connect(?:ing)?|disconnecting|open|close|lock|cutting out|playing|spinning)\b|霉味|发霉|霉了|长毛了|变质|馊|异味|怪味|臭味|哈喇味|生虫|有虫|虫子|受潮|结块|开胶|脱胶|开线|脱线|裂了|裂开|断了|坏[了的]|破了|漏[水气电油]|掉色|褪色|起球|掉皮|杂音|电流声|异响|(?:一直|老是?|总是?|最近)闪|没声|不响|不转|不亮|充不[进上]|充不了|开不了机|打不开|关不上|拉不[上开动]|连不[上了]|按不动|收不到(?:台|信号|频道|声音)|不(?:加热|制热|出水|工作|通电|灵敏了)|用不了|不能用了?|失灵|卡住|断断续续|没反应|散架|变形了|生锈/u;
const ofRules = /[?？]|\b(?:if|how long|when|would|could|looking for|show|recommend|need)\b|吗|多久|怎么|会不会|推荐/u;
/** 咋弄, "what now?": no rule, but what is to be done about it. */
const whatToDo =
  /(?:怎么|咋)(?:办|弄|处理|解决|整|回事)(?:啊|呀|呢|好)?[?？]?|\b(?:so )?what (?:now|(?:can|do|should|must|shall) i do(?: now| about it)?|next)\b\??|\bcan (?:you|someone) (?:help|fix (?:it|this|that))\b\??/gu;
/** "Nothing broke", 没坏. */
const notBroken =
  /\b(?:nothing(?:'s| is| has| was)?|not|never|isn'?t|wasn'?t|didn'?t|hasn'?t)(?: [a-z]+)? (?:broke|broken|break|faulty|defective|ripped|torn|leaking|dead)\b|(?:没|不是|并没有?)(?:有)?(?:坏|破|裂|断)/gu;
/** After an order or a return was spoken of: what is wrong with a thing that it held. */
export const tellsFaultOfTold = (
  folded: string,
  {
    lastIntent,
    orderTold,
    turns = 0,
  }: Pick<ConversationMemory, 'lastIntent' | 'orderTold'> & Partial<Pick<ConversationMemory, 'turns'>>,
): boolean =>
  folded.length <= 120 &&
  orderTold !== undefined &&
  turns - orderTold.at <= 2 &&
  ofService.has(lastIntent ?? 'unclear') &&
  breaks.test(folded.replace(notBroken, ' ')) &&
  !ofRules.test(folded.replace(whatToDo, ' '));

const spoiled =
  /\b(?:mou?ldy|musty|rotten|rancid|spoil(?:ed|t)|gone off|infested|bugs in it)\b|霉味|发霉|霉了|长毛了|变质|馊|哈喇味|生虫|有虫/u;
/** 打开有股霉味，怎么办, of an order that was told of: how a return goes is not asked. */
export const tellsSpoiled = (
  folded: string,
  memory: Pick<ConversationMemory, 'lastIntent' | 'orderTold'> & Partial<Pick<ConversationMemory, 'turns'>>,
): boolean => spoiled.test(folded) && tellsFaultOfTold(folded, memory);

const fault =
  /\b(?:too|way too|a bit too) (?:big|small|large|long|short|tight|loose|wide|narrow|thin|thick|heavy|stiff)\b|\b(?:broken|faulty|damaged|defective|ripped|torn|leaks?|leaking|scratched|stopped working|fell apart|wrong (?:size|colou?r|item|one|thing))\b|太[大小长短紧松]|坏了|破了|漏|裂|开胶|掉色|发错/u;
const whatNow =
  /\bwhat (?:can|could|will|should|do) (?:you|i|we) do\b|\bwhat now\b|\bwhat(?:'s| is) next\b|\bcan you help\b|\bany(?:thing)? (?:way|you can do)\b|怎么办|咋办|能帮我/u;

/** After a return or an order was spoken of: "it's not broken, just too small. What can you do for me?" */
export const asksForRemedy = (folded: string, { lastIntent }: Pick<ConversationMemory, 'lastIntent'>): boolean =>
  folded.length <= 200 && ofService.has(lastIntent ?? 'unclear') && fault.test(folded) && whatNow.test(folded);

const theOneHad =
  /\b(?:the|that|my|an?) (?:[a-z]+ ){1,3}(?:that |which )?(?:i|we) (?:got|bought|ordered|purchased|received)\b|我(?:之前|上次|上个?月|前几天|昨天)?(?:在你们?(?:家|店))?(?:买|下单|收到)的那?|(?:月份?|月初|月底|上周|上个?月|去年)(?:我)?(?:买|下单|下|订)的(?:那|$)/u;
const onItsWay =
  /\b(?:on (?:the|its|their) way|there should be (?:one|another|more)|(?:one|another) (?:is|should be) (?:missing|coming))\b|应该?还有|在路上/u;
const looksFor =
  /\b(?:show|looking for|find|like (?:the|that|my)|similar|same|match\w*|goes? with|another|again|instead|recommend|need|want|do you (?:have|sell))\b|找|类似|一样|搭配|配|推荐|想要|想买|再买|有没有/u;
/** "The one I got in blue", after an order was spoken of: a thing of the orders, and none to be looked for. */
export const pointsAtBought = (folded: string, { lastIntent }: Pick<ConversationMemory, 'lastIntent'>): boolean =>
  folded.length <= 120 &&
  (ofService.has(lastIntent ?? 'unclear') || lastIntent === 'help') &&
  ((theOneHad.test(folded) && !looksFor.test(folded)) || (lastIntent === 'order-status' && onItsWay.test(folded)));
