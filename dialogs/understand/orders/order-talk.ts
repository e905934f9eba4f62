/** What is asked of an order that was spoken of just now: "which carrier is it with", "单号多少". Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

const asked =
  /\b(?:is|are) (?:there )?(?:anything|something|any of it) (?:in|from|of) (?:it|that|this|there|my order|(?:that|this|the) order)\b.{0,16}\b(?:not|isn'?t|hasn'?t|still)\b.{0,16}\b(?:shipped|sent|posted|here|come|arrived|delivered)\b|\bis (?:everything|all of it|it all) (?:in|from) (?:it|that|(?:my|that|the) (?:last )?order)\b.{0,16}\b(?:out|shipped|sent|gone)\b|(?:那单|这单|单子|订单)?里?(?:面)?(?:还)?有(?:没有)?(?:什么|哪个|哪些)?(?:东西)?(?:还)?没(?:发|寄|到)(?:货|出)?的(?:吗|没有?|么)?[?!. ]*$|^(?:(?:and|so|ok|but|hi|please|what about|how about)[,. ]+)*(?:(?:what(?:'s| is)|whats|which|who|where(?:'s| is)|when(?:'s| is| will| does)?|has|is|was|were|did|any)\b.{0,24})?\b(?:status|carrier|courier|tracking(?: number| id| code| link)?|packed(?: already| yet)?|shipped|dispatched|arriv\w+|delivered|expected|updates?|delivery date|(?:be|get) here|come|reach me)\b.{0,20}$|^(?:那|它|请问)?(?:就是|意思是|也就是说?)?(?:的)?(?:快递单号|运单号|物流单号|单号|物流|快递|状态|哪家快递|什么快递|谁家快递|哪个快递|什么时候到|啥时候到|几号到|几天到|到哪(?:里|儿)?了?|发货了吗|发了吗|送到哪了?|有更新吗|(?:今天|明天|后天|这周|周末|年前)?(?:能|会|可以)(?:送)?到(?:吗|不|么|咯|吧|了吧)?)(?:是)?(?:多少|什么|哪个|呢|啊|呀|了)?[?!. ]*$/u;
/** What was bought so far, all of it or within a time. */
const history =
  /\b(?:show|list|tell|give|see|look at|check) (?:me |up |at )*(?:what|everything|all(?: that)?|the things|all my orders|my (?:past|old|previous|earlier|last) orders|my order history|my purchase history|my orders|(?:all )?(?:the |my )?wy orders)\b(?:.{0,4}\b(?:i|we)(?:'ve| have)? (?:ever |already )?(?:ordered|bought|purchased|got)\b)?|\bwhat (?:have|did) i (?:order|ordered|buy|bought|purchase)\b|\b(?:what|which) orders (?:do|can|did) (?:you|i) (?:see|have|find|place)|\bthe last (?:thing|stuff|order|one) (?:that )?i (?:ordered|bought|got)\b(?=[?.!, ]*(?:$|what\b))|\bwhat (?:was|were|is) (?:the |my )?last (?:thing|things|order|one)s?\b|\bwhere (?:do|can|could) i (?:find|see) (?:my|this|the|that) (?:last |latest )?orders?\b|我(?:今年|去年|之前|以前|最近|一共|总共|到现在|都)*(?:买过|下过|订过|买了|订了)(?:些|的)?(?:什么|哪些|啥)|(?:看一?[看下]|查一?[查下]?|告诉我)(?:看|下)?我?(?:上次|上回|之前|以前|最近)(?:买|订|下单)的(?:都)?(?:是)?(?:什么|啥|哪)|(?:历史|所有|全部|以前的|之前的)订单|我的?订单(?:都|全部?)*(?:给我)?(?:列|拉|调|显示)(?:一?下|出来|给我)|订单里(?:都|还|面)*有(?:些)?(?:什么|啥|哪些)|(?:以前|之前)买过的|订单(?:记录|历史)/u;
const ofBuying = /\b(?:order\w*|bought|buy|purchase\w*)\b|买|订|下过/u;
export const asksOrderHistory = (folded: string): boolean =>
  folded.length <= 100 &&
  ofBuying.test(folded) &&
  history.test(folded) &&
  !otherThing.test(folded) &&
  !/\border (?:number|no|id)\b/u.test(folded);

/** What was spent here so far, or what is missing for being a regular. */
const spent =
  /\bhow far (?:am i|are we)(?: now| still| off)? (?:from|off|away from|to) (?:that |the |your |being |becoming )*(?:an? )?(?:[¥￥]? ?\d[\d,.]{2,}|vip|member|regular)\b|(?:我)?(?:离|距离?)(?:那个?|你们的?|成为|当)?(?:[¥￥]? ?\d[\d,.]{2,}(?:元|块)?|会员|vip|熟客)(?:还)?(?:差|有|要)?(?:多少|多远)|\bhow much (?:have|did|do) i (?:spent|spend|paid|pay|already spent)\b(?!.{0,24}\b(?:for|delivery|shipping|free)\b)|\bhow (?:much|far) .{0,48}\b(?:vip|member|membership|regular|ferry pass)\b|\b(?:am i|are we|(?:if|whether) (?:i'?m|i am)) (?:already |still |now )?(?:a |an )?(?:member|vip|regular)\b|\b(?:have|did) i (?:already |now )?(?:spent|spend) (?:enough|over|at least|more than|[¥￥]? ?\d)(?!.{0,24}\b(?:delivery|shipping|free|cart)\b)|\b(?:(?:what(?:'s|s| is)|which|tell me|check) )?my (?:current )?(?:membership|member|loyalty|vip) (?:level|status|tier|rank)\b|\b(?:what|which) (?:membership |member |loyalty |vip )?(?:level|tier|status) (?:am i|do i have)\b|我(?:现在|目前)?(?:的|是)?(?:什么|啥|哪个)?(?:会员|vip)(?:的)?(?:等级|级别)(?!.{0,6}怎么)|我(?:现在|目前)?(?:是|算)?(?:什么|啥|几|哪个)(?:等级|级|级别)(?:的)?(?:会员|vip)?|我(?:自己|现在|目前|今年|去年|这一?年|近一年|过去一年|一共|总共|累计|到现在|在你们这儿?|在你们家|已经|都)*(?:花|消费)(?:了|过)?多少(?:了|钱)*(?!.{0,12}(?:运费|包邮|免邮))|我(?:现在|今年|一共|总共|累计|已经|自己)*(?:花|消费)(?:够|满|到)了?(?:没|吗|\d)(?!.{0,12}(?:运费|包邮|免邮))|(?:还差|还要|还得)\p{Script=Han}{0,6}(?:会员|vip|熟客)|我(?:现在|已经)?(?:是不是|是)(?:你们)?(?:店|家)?的?(?:会员|vip|熟客)/u;
export const asksOwnSpend = (folded: string): boolean => folded.length <= 100 && spent.test(folded);

/** 还差多少钱你算一下, of the rule of regulars. */
export const asksToRegular = (said: string, rule: string | undefined): boolean =>
  rule === 'membership' && said.length <= 60 && howFar.test(said);
const howFar = /\bhow (?:much|far)(?: more)?\b|还差|差多少|还要(?:花|消费|买)|还得(?:花|消费|买)/iu;

/** General matters, which pages answer. */
const general =
  /\b(?:usually|normally|generally|how long|international|abroad|free|cost|costs|fee)\b|一般|通常|多久|运费|国外/u;

/** An order was told of just now, also where it was to be cancelled. */
const ofOrders: ReadonlySet<Intent | undefined> = new Set(['order-status', 'cancel-order']);

/** The day of its coming: "which day exactly will I get it", 大概啥时候到. */
const comingDay =
  /\b(?:when|(?:which|what) (?:day|date)|how soon)\b.{0,36}\b(?:arrives?|arriving|come|here|delivered|receive|expect|reach me|get (?:it|them|my))\b|(?:什么时候|啥时候|何时|几号|哪天|几时)(?:才|大概|大约|差不多)?(?:能|会|可以)?(?:送?到(?!期|店)|收到|送达|拿到)/u;
const ownParcel =
  /\b(?:my|that|this|the) (?:last |latest )?(?:order|parcel|package)\b|\bmy (?:delivery|shipment|stuff|things|goods|purchases?)\b|\b(?:stuff|things?|goods|items?|one|ones|what|everything|shoes|jacket|bag) (?:that |which )?(?:i|we)(?:'ve| have)? (?:just |already )?(?:bought|ordered|purchased|paid for)\b|(?:我|我们)(?:[^,，。?？]{0,6})?[买订拍](?:了)?的(?:东西|货|商品|那[个件双些]|这[个件双些]|鞋|衣服|包)|我的(?:东西|货)|(?:我的?|[这那上]|最近)(?:那|这|一)?[个笔]?(?:订单|单(?![肩鞋人独层件品身反])|包裹|快递)/u;
/** Nothing is bought yet, or the money is spoken of. */
const otherComing =
  /\b(?:if|order(?:ed)? (?:it )?(?:now|today|tonight)|refund|money|restock|back in stock)\b|如果|要是|现在[下买拍]|今[天晚][下买拍]|退款|退的钱|到账|补货/u;
/** Goods that the shop waits for. */
const toShop = /到货/u;
/** When an order of one's own comes. Also without naming it, where one was told of just now. */
export const asksArrival = (folded: string, { lastIntent }: Pick<ConversationMemory, 'lastIntent'>): boolean =>
  folded.length <= 80 &&
  comingDay.test(folded) &&
  !otherComing.test(folded) &&
  (ownParcel.test(folded) || (ofOrders.has(lastIntent) && !general.test(folded) && !toShop.test(folded)));

/** Something has been waited for, too long. */
const waited =
  /\b(?:been|over|for|more than) (?:over |more than |about |almost )?(?:a|two|three|\d+) (?:weeks?|months?|days)\b|\bstill\b|\byet\b|\bnot (?:here|come|arrived)\b|n'?t (?:come|arrived|here)|怎么还|还没|一直没|都.{1,4}天了|多久了/u;
export const waitsFor = (folded: string): boolean => folded.length <= 100 && waited.test(folded);

const amount =
  /\b(?:the|that) (?:[¥￥$] ?)?(\d{2,6})(?:\.\d{1,2})?(?: yuan| rmb)? (?:(?!g |kg |ml |l |cm |pack |piece )[a-z]+ )?(?:one|order)\b|\b(?:one|order) (?:for|of|over|that cost) (?:[¥￥$] ?)?(\d{2,6})\b|(?<![满够过\d-])(\d{2,6})(?:\.\d{1,2})?(?:块钱?|元)?(?:的|[那这])[那这]?[个笔张]?(?:订单|单(?![肩鞋人独层件品身反]))/u;
/** What was paid for the order that is meant: "the 1605 one", 1605的单子. Whole units of the currency; undefined: nothing is said of it. */
export const amountOfOrder = (folded: string): number | undefined => {
  const [, ...found] = amount.exec(folded.replace(/(\d),(?=\d{3})/g, '$1')) ?? [];
  const said = found.find(one => one !== undefined);
  return said === undefined ? undefined : Number(said);
};

/** With nothing else spoken of it is an order as well. */
const alone =
  /^(?:(?:hi|hey|hello|so|and|ok)[,. ]+)*(?:where is it(?: now)?|where's it(?: now)?|where is my stuff|when (?:does|will|is) it (?:get here|arrive|come|coming|arriving|be here|going to (?:arrive|get here)))[?!. ]*$/;
const notCome =
  /\b(?:what|which|any)(?: of my)? (?:open |outstanding |pending )?orders? (?:(?:have|do|did|are|is|of mine|that|i|we|my|still|got|has|currently|right now|now|there) )*(?:open|outstanding|pending|under ?way|on (?:the|their|its) way)\b|^(?:(?:so|and|hi|hello|ok|please)[,. ]+)*(?:do i have |have i (?:got )?|show me |are there )?(?:any |my )?(?:open|outstanding|pending) orders?(?: please| now| at the moment| right now)*[?!. ]*$|^(?:(?:so|and|ok|then|just|please|can you|could you)[,. ]+)*(?:show|open|see|let me see) (?:me )?(?:the|my|that|this) orders?(?: itself)?(?: then| please| again)*[?!. ]*$|\bwhere(?:'s| is)(?: (?:the|my|that))? (?:order|one|parcel|package|thing|stuff) (?:that |which )?i (?:placed|made|ordered|bought)\b|^(?:(?:so|and|ok)[,. ]+)*(?:what's|whats|what is|(?:can|could) you tell me) the status(?: now| of it| please)*[?!. ]*$|(?:昨天|前天|今天|上周|刚刚?|\d{1,2}[号日])?(?:下|买|拍|订)的(?:单子?|订单|东西|货)?(?:怎么|为什么|咋|到现在)*(?:还|都)(?:没有?|不)(?:给我)?(?:发货?|出库|寄|动静|物流)|\b(?:any|an|some) (?:updates?|news) (?:on|about|for) (?:my|the) (?:order|delivery|parcel|package|shipment)\b|\b(?:i |we )?(?:never|haven't|havent|have not|didn't|didnt|did not|still haven't) (?:got|gotten|get|received?|receive) (?:it|them|the last one|my (?:order|parcel|package|stuff|things)|the (?:order|parcel|package)|anything)\b|\b(?:it|they|parcel|package|order) (?:never|hasn't|hasnt|didn't|didnt|still hasn't) (?:came|come|arrive[d]?|turn(?:ed)? up|show(?:ed)? up)\b/;
/** Where one's own is, by its name: also right after a page was told, of which anything short is asked otherwise. */
const whereOwn =
  /^(?:(?:and|so|ok|okay|but|hi|hey|hello|um+|oh|by the way|btw|also|now|thanks|please|where|it)[,. ]+)*(?:where(?:'?s| is| are| r)|what about|how about) my (?:last |latest |other |damn |bloody )?(?:orders?|parcels?|packages?|shipment|stuff)(?: (?:at|now|then|please|pls|today|right now|currently))*[?!. ]*$|^(?:那|请问|你好|对了|哦|,|，| )*(?:我|咱)的?(?:那个|上一?[个单])?(?:订单|单子|快递|包裹|货|物流)(?:呢|(?:现在|目前|都|又)*(?:在哪|到哪|跑哪|去哪)(?:里|儿)?(?:去)?了?)(?:啊|呀|呢|吗)?[?!. ]*$/u;
/** "My latest order, what is its state?" 我最近那单什么状态. */
const stateOfOwn =
  /\bmy (?:last|latest|newest|most recent) order\b.{0,20}\b(?:state|status|how far)\b|\b(?:state|status) of my (?:\w+ ){0,2}order\b|(?:我|咱)(?:的)?(?:最近|最新|上)(?:那|的|这|一)*(?:[单笔]|个?订单)(?:子)?(?:现在|目前|到底|是|处于)*(?:什么|啥|哪)(?:状态|进度|情况|一步)/u;
/** Not said of a refund, a code or a message. */
const otherThing = /\b(?:refund|money|code|coupon|e-?mail|answer|reply|gift|discount|offer)\b/;

/** It is on no way any more, and nowhere: a page says what is done then. */
const saidDelivered = /\b(?:says?|said|shows?|marked)\b.{0,20}\b(?:delivered|received)\b/;

/** 看下我都有哪些订单, 我的单怎么还在待发货. */
const ofOwnOrders =
  /^我(?:现在|应该|是不是)?(?:就|只有?|还有|有)?(?:[一二两几]个?)?(?:订单|单子?|包裹|快递)(?:还)?在路上(?:对?吧|吗|么|是吧)?[?!. ]*$|^(?:那|请|帮我|麻烦|给我|我想|我要|想)*(?:看一?[看下]?|查一?[查下]?|列一?下?)(?:看|下)?(?:我|自己)?(?:都|一共|总共|现在|名下|最近)*(?:有|下过|买过|下了)?(?:的|哪些|什么|几个|所有|全部|都)*(?:的)?(?:订单|单子)(?:有哪些|列表|记录)?[吧啊呀呢吗。.!? ]*$|(?:有没有|还有|有)(?:哪些|几个|什么)?(?:还)?(?:没有?|未|待)(?:发货?|寄出?|出库|收到?|到)的(?:订单|单子?(?!\p{Script=Han})|包裹|快递)(?:[吗么呢啊吧没了])*[?!. ]*$|^(?:请问|帮我|看一?下|查一?下|我|还)*(?:没有?|未|待)(?:发货?|出库|收到?|到)的(?:订单|单子?|包裹|快递)(?:有|都|是|还)*(?:哪些|哪几个|几个|吗|呢)+[?!. ]*$|我(?:的|那个?|这个?|上个?)(?:订单|单子?|包裹|快递|东西)(?:[,. ]|怎么|为什么|咋|到底|都.{1,4}天了?)*(?:还|一直|仍|总)(?:是|在|显示)?(?:待发货|待出库|没有?(?:发货?|出库|动静|寄出?)|不发货?|未发货)/u;

export const asksForOrder = (folded: string, { shown, focus }: Pick<ConversationMemory, 'shown' | 'focus'>): boolean =>
  folded.length <= 80 &&
  !otherThing.test(folded) &&
  !saidDelivered.test(folded) &&
  (notCome.test(folded) ||
    whereOwn.test(folded) ||
    stateOfOwn.test(folded) ||
    ofOwnOrders.test(folded) ||
    asksOrderHistory(folded) ||
    signedIn.test(folded) ||
    (shown.length === 0 && focus === undefined && alone.test(folded)));

/** 我登录了，再看看, "I'm signed in now, look again": what was not to be seen before. */
const signedIn =
  /^(?:(?:ok|okay|oh|right|so|now|done|there)[,. ]+)*i(?:'m| am|'ve| have)? (?:just |now )?(?:signed|logged) in(?: now)?(?:[,. ]+(?:and |so |please |can you |could you )*(?:now|(?:look|check|try|see)(?: it| that)?(?: again| now)?))*[?!. ]*$|^(?:哦|啊|好了?|嗯|,| )*(?:我|现在|已经|刚刚?)*(?:登录|登陆)(?:上|好|进来?)?了(?:[,. ]|你|您|现在|帮我|麻烦|请|再)*(?:看一?[看下]?|查一?[查下]?|呢)?(?:吧|呢|吗|能看到吗|看到了吗)?[?!. ]*$/u;

const cancelling =
  /^(?:(?:ok|then|please|can you|could you|i want to|actually|no|just)[,. ]+)*cancel (?:it|this|that|that one|it all|all of (?:it|them)|everything|the (?:whole )?(?:lot|thing))(?: please| then)?[?!. ]*$|^(?:那|我)?(?:不想要了|不要了)?[,. ]*(?:还|就)?(?:能|可以|帮我|给我|我要|我想|想)?取消(?:掉|一下)?(?:它|这个|这单)?(?:吗|吧|不)?[?!. ]*$|^(?:那|就|请|麻烦|帮我|给我|直接)*(?:把|将)(?:它|[这那](?:个|单|笔)?(?:订单)?|订单|最近那个|刚才那个)(?:给我|帮我)?取消(?:掉|了)?(?:吧|吗|行吗|好吗)?[?!. ]*$|^(?:那|还是|就|请|麻烦|[,. ])*(?:全部?|全都|都|统统)(?:给我|帮我)?取消(?:掉|了)?(?:吧)?(?:[,. ]*我?(?:都|也)?不要了)?[?!. ]*$/u;
/** Nothing of it is wanted any more: 不想要了, of an order that has not come. */
const notWanted = /^(?:那|算了,? ?)?(?:我)?(?:都|也)?(?:不想要了|不要了)(?:吧|啊)?[.! ]*$/u;
const sent =
  /\bhow (?:(?:it|they) (?:was|were)|(?:was|were) (?:it|they|(?:my|the) (?:last |latest )?(?:order|parcel|package))) (?:shipped|sent|delivered)\b|\b(?:when|(?:what|which) (?:day|date|time))\b.{0,12}\b(?:was|were|did|has|have|had)\b.{0,24}\b(?:ship(?:ped)?|sent|dispatched|posted|leave|left|go out|get sent)\b|\b(?:has|have|had|did|is|was)(?:n't|nt)? (?:it|they|that|this|(?:my|the) (?:(?:last|latest|newest|most recent) )?(?:order|parcel|package|stuff|things?))\b.{0,14}\b(?:ship(?:ped)?|sent(?! back)|dispatched|posted|left|gone out)\b|(?:什么时候|啥时候|几号|哪天|何时|几时)(?:给我|就|帮我)?(?:发|寄)(?:的货|出来?的|出去的|走的|的)|(?:订单|包裹|快递|单子|货|东西|它)(?:到底|已经|都)?(?:给我)?(?:发货|发出|寄出|发走|发|寄)了?(?:没有?|吗|么)|\b(?:when|(?:what|which) (?:day|date|time))\b.{0,12}\b(?:will|does|do|is|are) (?:my|the) (?:order|parcel|package|stuff|things)\b.{0,20}\b(?:ship(?:ped)?|sent|dispatched|leave|go(?:ing)? out|packed)\b|\b(?:has|have|is|was|are|were) (?:it|they|mine|(?:my|the) (?:\w+ ){0,2}(?:order|parcel|package|stuff|things?))\b.{0,14}\bpacked\b|(?:订单|(?<!下)单子?(?![肩鞋人独层件品身反])|包裹|快递)(?:到底|大概|现在|,|，| )*(?:什么时候|啥时候|几号|哪天|何时|几时|多久)(?:才|能|会|可以|给我)*(?:发货|发出|寄出|打包|出库|发)|(?:单子?|订单|包裹)(?:到底|现在|已经|都)?(?:打包|出库|装箱)(?:好|完)?了?(?:没有?|吗|么)|(?:看一?[看下]?|查一?[查下]?)(?:看|下)?(?:打包|发货|出库|寄出)(?:好|完)?了?(?:没有?|吗|么)/u;
const notSentBack =
  /\b(?:back|return|refund|e-?mail|code|message|usually|normally)\b|\b(?:only|just|any|many|much|few|\d+|one|two|three|none)(?: of (?:it|them|these|those)| more)? left\b|退|换|邮件|验证码|一般|通常/u;
const own =
  /\b(?:mine|my (?:last |latest |newest |most recent |own )?(?:order|parcel|package|stuff|things))\b|(?:我|自己|咱)(?:的|自己的|那个?|这个?|上一?个?|最近|最新|就|只有?)*(?:一个?)?(?:订单|笔|单子?(?![肩鞋人独层件品身反])|包裹|快递)|帮我(?:看一?[看下]?|查一?[查下]?)(?:看|下)?(?:打包|发货|出库|寄出)|(?:昨天|前天|今天|刚刚?|上周)(?:下|买|拍|订)的(?:单|订单|东西)/u;
/** The shopper's own, by name: also right after a page was told, of which anything short is asked otherwise. */
export const asksOwnSent = (folded: string): boolean => own.test(folded) && asksSent(folded);

/** Whether, and when, one's own order left: "when was it shipped", 什么时候发的货. */
export const asksSent = (folded: string): boolean =>
  folded.length <= 80 && sent.test(folded) && !notSentBack.test(folded);

const hurrying =
  /^(?:(?:算了|唉|那么?|好吧|行吧?|这样|,| )*)(?:请|麻烦)?(?:能不能|可不可以|可以|能)?(?:请|麻烦)?(?:你们?|您)?(?:再|赶紧|赶快|快)?(?:帮我|给我|帮忙)?催(?:一?[催下]|一催)?(?:我的|这个)?(?:快递|发货|物流|订单|单子?|包裹|卖家|仓库|他们)?(?:吗|吧|啊|呗|不|么|嘛|一下)*[?!. ]*$|\b(?:can|could|cn|would|will) (?:you|u|ya|someone|somebody) (?:please |pls )?(?:chase|hurry|speed|rush|push)(?: up)? (?:it|that|them|this|(?:my|the) \w+)(?: up)?\b/u;
/** 能不能催一下, "can you chase it up". */
export const asksToHurry = (folded: string): boolean => folded.length <= 50 && hurrying.test(folded);

/** "Cancel it and order again". */
const orderingAnew =
  /^(?:那|还是|那就|我)*(?:先)?取消(?:掉|了)?,?(?:再|然后)?重新?(?:下|拍|买)(?:一?单)?(?:吧|好了)?[.! ]*$/u;
/** The order just shown, or of which a rule was told just now, is to be cancelled. */
export const cancelsOrder = (
  folded: string,
  { lastIntent, policy }: Pick<ConversationMemory, 'lastIntent' | 'policy'>,
): boolean =>
  folded.length <= 50 &&
  (((lastIntent === 'order-status' || policy === 'order-change' || policy === 'address-change') &&
    (cancelling.test(folded) || notWanted.test(folded))) ||
    orderingAnew.test(folded));

/** "What about the quantity", after the address: another thing of the order that could be changed. */
const otherChange =
  /^(?:(?:and|ok|okay|so|but)[,. ]+)*(?:(?:what|how) about|and|can i change|could i change) (?:the |its |my )?(?:quantity|number|amount|size|colou?r|items?)(?: (?:then|of it|on it))?[?!. ]*$|^那?(?:数量|件数|尺码|颜色|款式)(?:呢|(?:能|可以)(?:改|换)吗?|也(?:能|可以)(?:改|换)吗?)[?!. ]*$/u;
export const asksOtherChange = (folded: string, { policy }: Pick<ConversationMemory, 'policy'>): boolean =>
  (policy === 'order-change' || policy === 'address-change') && folded.length <= 60 && otherChange.test(folded);

/** One of several that were told, by its place: "the second one", 第二单. */
const place = /\bthe (first|second|third) (?:one|order|parcel)?|第 ?([一二三123]) ?[单个笔]/u;
const placeOnly =
  /^(?:(?:and|so|ok|where(?:'s| is)|what about|how about|show me|what's in)[,. ]+)*the (?:first|second|third) (?:one|order|parcel)?[?!. ]*$|^那?第 ?[一二三123] ?[单个笔](?:订单)?(?:呢|到哪(?:里|儿)?了?)?[?!. ]*$/u;
const places = ['first', 'second', 'third'];
/** 1-based; undefined: none is named. */
export const placeOfOrder = (folded: string): number | undefined => {
  const [, english, han] = place.exec(folded) ?? [];
  if (english !== undefined) return places.indexOf(english) + 1;
  return han === undefined ? undefined : '一二三'.includes(han) ? '一二三'.indexOf(han) + 1 : Number(han);
};

export const asksOfOrder = (folded: string, { lastIntent }: Pick<ConversationMemory, 'lastIntent'>): boolean =>
  ofOrders.has(lastIntent) &&
  folded.length <= 60 &&
  !general.test(folded) &&
  (placeOnly.test(folded) ||
    asked.test(folded) ||
    asked.test(folded.replace(place, '')) ||
    amountOfOrder(folded) !== undefined);

const totalOf =
  /\b(?:what|how much) (?:was|is) (?:that|the|its|it)(?: order'?s?)?(?: total| sum| come to)?\b(?=.{0,12}\b(?:total|sum|altogether|in all)\b|$|[?.!,])|\bwhat(?:'s| was| is)? (?:that|the|its) (?:total|sum)\b|\bwhat did (?:i|we) pay\b|\bhow much did (?:i|we) (?:pay|spend)\b|(?:那|这|上)?(?:一)?[单笔](?:一共|总共|总计)?(?:是|花了?|付了?)多少(?:钱)?|(?:一共|总共|总计)?(?:花|付)了多少/u;
const toldLasts = 2;
/** "What was that total?", right after an order was told of and with nothing in the cart: of that order. */
export const asksTotalOfTold = (
  folded: string,
  {
    orderTold,
    inCart,
    turns = 0,
  }: Pick<ConversationMemory, 'orderTold' | 'inCart'> & Partial<Pick<ConversationMemory, 'turns'>>,
): boolean =>
  orderTold !== undefined &&
  turns - orderTold.at <= toldLasts &&
  (inCart?.length ?? 0) === 0 &&
  folded.length <= 60 &&
  totalOf.test(folded);

const invoice = /\b(?:invoices?|fapiao|receipts?)\b|发票|开票/u;
export const speaksOfInvoice = (folded: string): boolean => invoice.test(folded);
