import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

/**
 * "Can it go back?" after a word on what is wrong with the thing one has: "穿上跟麻袋似的，能退吗". What is wrong is said in as
 * many ways as there are things, but in few forms: a likeness nobody wants ("like a tent", 跟…似的), or a fault of fit, look,
 * feel or make. Takes folded text.
 */

const askedZh =
  /(?:还)?(?:能不能|可不可以|能否|可否|能|可以|可|给|让|支持|接受)(?:给)?(?:我)?(?:退(?:货|掉|了|款)?|退换)(?:一下)?(?:吗|么|嘛|不|吧|呢|啊)*[?!.~ ]*$|退得了(?:吗|么|不)?[?!.~ ]*$|(?:怎么|咋|如何|咋么)(?:个)?退(?:货|掉|法)?(?:啊|呀|呢)?[?!.~ ]*$/u;
const likenessZh =
  /(?:跟|像|好像|就像|简直|活像|如同|和|是个?)[^,，。!！?？]{1,14}(?:似的|似地|一样|一般|一个样|没两样|没区别)|(?:像|活像|跟)(?:个|只|条|块|穿了|套了|裹了|披了|顶着)[^,，。!！?？]{1,10}/u;
const faultZh =
  /(?:太|有点|有些|偏|过于|特别|好|这么|那么|真|超级?|贼|实在)(?:大|小|长|短|紧|松|肥|瘦|宽|窄|薄|厚|重|沉|硬|丑|土|透|勒|磨|扎|刺|痒|臭|吵|烫|暗|浅|深|艳|难|廉价|粗糙)|不(?:太|怎么|是很)?(?:合适|合身|合脚|舒服|好看|好用|喜欢|满意|显|值|透气|保暖|防水|灵敏|清晰|搭)|难(?:看|闻|受|用|穿|喝|吃)|显(?:胖|黑|老|土|矮|壮)|(?:色差|异味|怪味|线头|瑕疵|划痕|毛边|污渍|破洞|裂)|起球|掉(?:色|毛|漆|皮)|褪色|开(?:线|胶|裂)|变形|缩水|漏[雨水气油电]|粘锅|生锈|坏[了的]|破[了的]|磨脚|勒得|硌|不像(?:图|照片|描述)|(?:和|跟|与)(?:图片?|照片|描述|网页)[^,，。]{0,6}(?:不|两)/u;

const askedEn =
  /\b(?:can|could|may|might|should) (?:i|we) (?:still |just |please )?(?:return|send|give|take|bring|ship)\b(?: \w+){0,3}(?: back)?[?!. ]*$|\b(?:can|could) (?:it|this|that|they|these|those) (?:still )?(?:go back|be (?:returned|sent back|taken back))[?!. ]*$|\b(?:will|would|do) you (?:take|have) (?:it|this|that|them|these|those) back[?!. ]*$|\b(?:returnable|ok to return|possible to return(?: \w+)?)[?!. ]*$/;
const likenessEn =
  /\b(?:fits?|looks?|feels?|smells?|sounds?|sits?|hangs?|wears?|tastes?|it's|is|are|they're) (?:me )?(?:\w+ )?(?:like|as if|as though)\b|\bi (?:look|feel) like\b|\bmakes? me look\b/;
const faultEn =
  /\b(?:too|far|way|so|bit|rather|really|very) (?:\w+ )?(?:big|small|large|long|short|tight|loose|wide|narrow|thin|thick|heavy|stiff|hard|scratchy|itchy|ugly|baggy|bulky|noisy|dark|bright|cheap)\b|\b(?:doesn't|does not|don't|do not|didn't|won't) (?:fit|suit|match|work|sit|close|feel right|look right|look like)\b|\b(?:pinch|pinches|rubs?|itches|chafes?|sags?|squeaks?|leaks?|shrank|shrunk|faded|fell apart|falling apart|ripped|torn|scratched|broken|faulty|damaged|wrong (?:size|colou?r))\b|\bsmells (?:of|bad|awful|funny)\b|\bnothing like the (?:photo|picture|description)s?\b/;

const pairs = [
  { asked: askedZh, wrong: [likenessZh, faultZh] },
  { asked: askedEn, wrong: [likenessEn, faultEn] },
];

/** After use there are rules of its own, and pages that say them. */
const rulesAsked =
  /拆(?:开|了|封)|吊牌|洗过|穿过|用过|几天|多久|运费|\b(?:opened|worn|washed|used|tags?|days|weeks|postage|sale)\b/u;

/** 买了不合脚能退吗: nothing has been bought yet, and nothing is wrong. */
const supposedZh =
  /^(?:那|我|先|如果|要是|万一|从你们这儿?|在你们这儿?)*(?:买|拿|拍)(?:了|回来|回去|回家|完|到)*(?:之?后|以后)?,?(?:要是|如果|万一|觉得|发现|穿着?|试了?|她|他|家里人|孩子)*(?:不(?:合适|合身|合脚|喜欢|满意|想要|对)|穿不[上下了]|太?[大小]了?)(?:的话|怎么办)?,? ?(?:还|都)?(?:能|可以|可|给|能不能|可不可以)(?:退|换)/u;

/** 鞋子穿了不合适能退吧, while goods are looked at: should they not fit. */
const supposedWorn =
  /^(?:那|我|这|鞋子?|衣服|外套|包|东西|买了?|要是|如果|万一|,| )*(?:穿|试|用|戴|背)(?:了|上|着|过)?(?:要是|如果|觉得|发现)?(?:不(?:合适|合身|合脚|舒服|喜欢)|太?[大小紧松]了?)(?:的话)?,? ?(?:还|都)?(?:能|可以|可|给|能不能|可不可以)(?:退|换)/u;

export const wantsToReturn = (folded: string): boolean => {
  if (folded.length > 160 || rulesAsked.test(folded) || supposedZh.test(folded)) return false;
  return pairs.some(({ asked, wrong }) => {
    const at = asked.exec(folded)?.index;
    // What is wrong is said before it: "can I return it if it is too big" asks for a rule.
    return at !== undefined && wrong.some(one => one.test(folded.slice(0, at)));
  });
};

/** "I want to return the blue band from 28226": done, and no rule asked about. */
const ordering =
  /(?<!\b(?:do|does|would|should|must|will|can|could|if|when) )\b(?:i|we)(?:'d| would)?(?: just| really| still| only| actually)? (?:want|like|need|wish) to (?:return|send back|give back)\b(?! to\b)|^(?:(?:maybe|ok|okay|yes|yeah|no|so|then|just|please|i'?ll|let me|let's)[,. ]+)*return (?:it|them|this|that|these|those)(?: then| please| instead)*[.! ]*$|^(?:(?:ok|so|please|just|no)[,. ]+)*return (?:the|my|this|that|these|those|it|them)\b.{0,60}\b(?:from|of) (?:order )?(?:wy-?)?\d{4,}/;
/** 退之前买的小熊书包: what was bought, and no rule. */
const returnsBought =
  /^(?:我|就|先|那|要|想|给我|帮我|说的是退货|[,.! ])*退(?:掉|了|一下)?(?:我)?(?:之前|上次|以前|昨天|前几?天|上周|上个?月|刚刚?|才|最近)?(?:买|订|收)(?:到|了)?的(?!\p{Script=Han}*(?:[吗么呢嘛怎哪谁啥能会可几没]|多[久少]|什么))\p{Script=Han}{2,10}[吧啊.! ]*$/u;
/** 苦荞茶那单我想退一罐: out of an order that is named by what it holds. */
const returnsOfOrder =
  /[那这上][一]?[个笔]?(?:订?单)(?:里|里面)?(?:的)?\p{Script=Han}{0,8}(?:我|就)?(?:只)?(?:想|要|打算|准备)(?:只)?退(?!款?(?:了吗|没|吗))(?:掉|了|货)?(?:其中)?(?:[一两二三四\d]?[件个双条只盒瓶包罐袋套支])?/u;
export const ordersReturn = (folded: string): boolean =>
  returnsBought.test(folded) ||
  (folded.length <= 80 && returnsOfOrder.test(folded) && !/[?？吗呢么]|多久|怎么|运费/u.test(folded)) ||
  (folded.length <= 160 && ordering.test(folded) && !/[?？]/.test(folded) && !supposing.test(folded));

/** What was got is not to be kept: "I'd rather not keep this", 货到手了可我不想留着, 走退货流程吧, 把钱退我. */
const unwanted =
  /\b(?:don'?t|do not|dont|didn'?t|won'?t|rather not|no longer|not (?:going to|gonna)) (?:really )?(?:want(?:ing)? (?:to )?|wanna |wish to |like to |need to |planning (?:to|on) |be )?(?:keep(?:ing)?|hang(?:ing)? on to|hold(?:ing)? on to) ?(?:(?=[,.;!?]|$)|(?:it|this|that|them|these|those|any of|the|my|what)\b)(?! (?:data|info\w*|details|account|records?|preferences?|profile|receipt|history|address))|\b(?:not|nothing) (?:something )?(?:i'?m|i am) (?:going to|gonna) keep\b|(?:不(?:想|打算|准备|愿意?)|没打算)(?:再)?留(?:着|下|了|它)*/u;
/** 不想要了 is said of anything. */
const unwantedToo = /不想(?:再)?要(?:它|了)/u;
/** What is noted of the shopper, and no goods. */
const ofNotes =
  /\b(?:on file|on record|in (?:my|your) (?:profile|memory|notes)|(?:rather|prefer) you (?:didn'?t|don'?t)|my (?:[a-z]+ )?(?:budget|size|type|age|colou?r|taste|preference)s?|that i (?:prefer|like|love|hate|wear|am))\b/u;
const got =
  /\b(?:got|received|arrived|came|deliver\w*|order\w*|bought|parcel|package|purchase\w*)\b|收到|到手|到货|拿到|买的|[那这上]一?单|订单|寄来|送来|快递/u;
const inWords =
  /(?<!怎么|如何|咋)走(?:一?下|个)?退(?:货|款|换货?)(?:的?流程|程序)?(?![^,，。]*(?:吗|怎|多久|什么|[?？]))|(?:把|将)(?:钱|款|货款)(?:全额?)?退(?:还|回)?(?:给)?我|(?:钱|款)退(?:还|回)?(?:给)?我(?=$|[,，。.!吧])|寄回(?:去|来)?给?你们.{0,8}退/u;
export const keepsNot = (folded: string, { shown, focus }: Pick<ConversationMemory, 'shown' | 'focus'>): boolean => {
  if (
    folded.length > 120 ||
    ofNotes.test(folded) ||
    supposing.test(folded) ||
    rulesAsked.test(folded.replace(/[前这上]几天/gu, ' '))
  )
    return false;
  if (inWords.test(folded)) return true;
  if (unwantedToo.test(folded) && got.test(folded) && !/取消|还没|没发|没到|未发/u.test(folded)) return true;
  return unwanted.test(folded) && (got.test(folded) || (shown.length === 0 && focus === undefined));
};

/** Of an order of one's own: "the band from that order", "my order". */
const ofOwnOrder =
  /\b(?:from|in|of|with) (?:that|this|the|my)(?: last| latest)? order\b|\bmy (?:last |latest )?order\b|\b(?:from|order) #?(?:wy-?)?\d{4,}|[这那上我].{0,2}[个单]?(?:订单|一?单)里?的/iu;
/** Whether something out of an order of one's own could still go back. Takes any case. */
export const asksOwnReturn = (text: string): boolean =>
  text.length <= 200 && ofOwnOrder.test(text) && whether.test(text.toLowerCase());

const still =
  /\b(?:still (?:have )?time|too late|still (?:possible|able|allowed)) to (?:return|send|give|bring)\b|\b(?:can|could) i still (?:return|send|give|bring)\b|\b(?:can|could) (?:the|my|that|this) (?:[a-z'-]+ ){1,3}(?:still )?(?:go back|be (?:returned|sent back|taken back))\b|(?:还|仍|现在)(?:能不能|来得及|能|可以|给)退/iu;
/** Whether a thing of one's own could still go back, the order not being spoken of: "can the toner still go back?" Takes any case. */
export const asksStillReturn = (text: string): boolean =>
  text.length <= 120 && still.test(text) && !rulesAsked.test(text.toLowerCase().replace(/几天|多久|\bdays\b/u, ''));

const takesUp =
  /^(?:(?:ok|okay|yes|yeah|yep|sure|please|fine|great|right|then|alright)\b[,.! ]*)*(?:(?:let'?s |please |just )?(?:do it|do that|go ahead|start (?:it|the return|a return)|return (?:it|them)|send (?:it|them) back))\b[^?]*$|^(?:(?:ok|okay|yes|yeah|yep|sure|please|fine)[,.! ]+)*(?:ok|okay|yes|yeah|yep|sure|please|fine)[.! ]*$|^(?=.*[好嗯行可确要退办是])(?:(?:那|好|嗯|行|可以|确认|确定|就|要|请|麻烦|帮我|给我|直接|的|吧|是|退|办|理|货|了|,|\.|!| ))+(?:$|,? ?(?:不想要|不喜欢|不合适|用不上).{0,10}$)/u;
const timeLeft =
  /\b(?:how (?:long|much time|many days)|until when|by when|till when|what(?:'s| is) the last day)\b.{0,40}\b(?:return|send|give|bring|take)\b.{0,12}\b(?:it|this|them|that|these|those|my|back)\b|(?:还有|还剩|最晚|最迟|什么时候|几号|哪天|多久|几天).{0,8}(?:能|可以|来得及)?退(?!款|的?钱)|退(?!款|的?钱).{0,4}(?:还有|还剩|最晚|最迟)(?:几天|多久|什么时候|几号)/u;
const orderLasts = 2;
/** How long it can still go back, right after an order of one's own was told of. Takes folded text. */
export const asksTimeLeft = (
  folded: string,
  { orderTold, turns = 0 }: Pick<ConversationMemory, 'orderTold'> & Partial<Pick<ConversationMemory, 'turns'>>,
): boolean =>
  orderTold !== undefined && turns - orderTold.at <= orderLasts && folded.length <= 100 && timeLeft.test(folded);

/** Said to "shall I start the return?": 好的，退吧, "yes, send it back". Takes folded text. */
export const agreesToReturn = (folded: string): boolean => folded.length <= 80 && takesUp.test(folded);

/** The return that was offered just now is wanted. Takes folded text. */
export const takesUpReturn = (
  folded: string,
  { returnOffered, turns }: Pick<ConversationMemory, 'returnOffered' | 'turns'>,
): boolean => returnOffered !== undefined && turns - returnOffered.at <= 2 && agreesToReturn(folded);

const doesIt =
  /^(?:(?:ok|okay|yes|yeah|yep|sure|please|fine|great|right|then|alright|well)\b[,.! ]*)*(?:(?:can|could|would|will) you )?(?:please |just )?(?:do (?:it|that)|start (?:it|that|one|(?:the|a|my) (?:return|exchange|claim))|go ahead(?: with (?:it|that))?|arrange (?:it|that)|set (?:it|that) up)\b[^?]*$|^(?:那|好的?|行|嗯|请|麻烦|可以|[,， ])*(?:(?:帮我|给我|就|直接)+(?:办|弄|申请|发起|处理)|(?:办|弄|申请|发起)(?:一下)?吧)[^?？吗]{0,16}$/u;
const ofReturns = /^(?:exchange|how-to-return|return|warranty|missing-damaged)/;
/** A page on returns, exchanges or the warranty was told just now: it is to be done. Takes folded text. */
export const doesAsTold = (
  folded: string,
  {
    lastIntent,
    topic,
    troubledAt,
    turns = 0,
  }: Pick<ConversationMemory, 'lastIntent' | 'topic' | 'troubledAt'> & Partial<Pick<ConversationMemory, 'turns'>>,
): boolean =>
  lastIntent === 'question' &&
  ((topic !== undefined && ofReturns.test(topic)) || (troubledAt !== undefined && turns - troubledAt <= 3)) &&
  folded.length <= 80 &&
  doesIt.test(folded);

const another =
  /^(?:(?:and|ok|okay|what about|how about|so)[,. ]+)+(?:the|my|that) (?:[a-z'-]+ ){0,2}[a-z'-]{3,}(?: then)?\?|^那(?:我)?(?:的)?(?![这那]|[个件双条只]|人|我|你)\p{Script=Han}{1,8}呢(?=[?？,，。 ]|$)/u;
const ofOther =
  /\b(?:money|refund|postage|label|courier|box|fee|cost|warranty|person|deal|discount)\b|钱|退款|运费|快递|人工|保修|优惠/u;
/** After one thing could or couldn't go back, whether another can: "and the serum?", 那音箱能退吗. Takes folded text. */
export const returnsAnother = (folded: string, { lastIntent }: Pick<ConversationMemory, 'lastIntent'>): boolean => {
  if (folded.length > 80) return false;
  if (lastIntent === 'start-return' && another.test(folded) && !ofOther.test(folded)) return true;
  const isOfOwn = lastIntent === 'start-return' || lastIntent === 'order-status' || lastIntent === 'cancel-order';
  return isOfOwn && couldReturn.test(folded) && !rulesAsked.test(folded) && !supposedZh.test(folded);
};
const couldReturn =
  /^.{0,24}?那?(?!这个|那个)\p{Script=Han}{2,8}(?:还|现在)?(?:能不能|可不可以|能|可以|给)退(?:货|掉|了)?(?:吗|么|不|嘛)?(?=[?？,，。 ]|$)/u;

const namedOfOwn =
  /\b(?:the|that|this|those|these|my) ((?:[a-z'-]+ ){1,3})(?:from|in|of) (?:that|this|the|my|order\b)|\b(?:the|my|this) ((?:[a-z'-]+ ){1,2})(?:that |which )?(?:i|we) (?:just |recently )?(?:got|bought|ordered|purchased|received|had) (?:from|off|with) (?:you|this shop|your)|里的?(?:那|这)?[个件双条瓶只款]?(\p{Script=Han}{1,6}?)(?:还|现在|也)*(?:能|可以|可不可以|给|让|退|换)/iu;
const anyGoods =
  /^(?:(?:whole|other|same|last|latest)? ?(?:things?|ones?|items?|stuff|goods|rest|products?|orders?|parcels?|packages?|deliver(?:y|ies)|box(?:es)?)|东西|商品|货品?|全部|所有|都|的)$/iu;
/** The thing of such an order that is named: "the band from that order", 上一单里的外套. Null: none is. */
export const goodsOfOwnOrder = (text: string): string | null => {
  const found = namedOfOwn.exec(text);
  const goods = (found?.[1] ?? found?.[2] ?? found?.[3])?.trim();
  return goods === undefined || anyGoods.test(goods) ? null : goods;
};

const whether =
  /\b(?:can|could|may|will|would) (?:i|we|she|he|they) (?:still |then |just )?(?:return|exchange|swap|(?:send|give|bring|take) (?:it|them|this|these|that|those) back)\b|\b(?:can|could) (?:it|they|this|that) be (?:returned|exchanged|sent back)\b|(?:能|可以|可不可以|能不能|给|让)(?:不能)?(?:包)?(?:退|换)|(?:退换?|换)(?:货|起来)?(?:会不会|会|很)?(?:麻烦|方便|复杂|好办|困难)/u;
const supposing = /\b(?:if|in case|unless|suppose|should (?:it|they))\b|要是|如果|万一|假如|的话/u;
/** It is in the shopper's hands. */
const had =
  /\b(?:i|we) (?:got|bought|received|ordered|have|had|wore|tried)\b|\b(?:arrived|came|delivered|my order|wy-?\d+)\b|买了|买的|收到|到货|穿上|穿了|订单|上次|wy-?\d/u;
const looking: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'recommend',
  'stock',
  'why-product',
  'add-to-cart',
  'view-cart',
]);

/** Whether what is looked at could go back, should it not fit: a rule of the shop, no return. */
export const asksIfReturnable = (
  folded: string,
  { shown, lastIntent }: Pick<ConversationMemory, 'shown' | 'lastIntent'>,
): boolean => {
  if (folded.length > 160) return false;
  if (supposedZh.test(folded)) return true;
  if (supposedWorn.test(folded) && lastIntent !== undefined && looking.has(lastIntent)) return true;
  if (!whether.test(folded) || had.test(folded)) return false;
  return supposing.test(folded) || (shown.length > 0 && lastIntent !== undefined && looking.has(lastIntent));
};
