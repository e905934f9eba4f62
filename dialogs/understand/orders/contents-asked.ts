/**
 * What one of the shopper's orders holds, how its sum is made up, and all of them gone through. Each is read by its parts: an order
 * that is spoken of, what is asked of it, and nothing else that could be done with it. Takes folded text.
 */
import type { ConversationMemory } from '../../memory.ts';

const longest = 120;

const anOrder =
  /\b(?:orders?|parcels?|packages?|deliver(?:y|ies)|purchases?|shipments?)\b|\bwy-?\d{4,}|\b(?:my|the) (?:last|latest|first|second|third|other|\d+(?:st|nd|rd|th)) one\b|(?:[那这上]一?[个张笔]?|最近(?:的)?[那这]?一?个?|\d[号日月]?(?:的|下的|买的)?[那这]?一?个?|\p{Script=Han}[那这])(?:订?单|笔)(?!独|肩|鞋|人|层|件|品|身|反)|[那这上](?:一)?次(?:买|下单)的?|订单/u;
const whichGoods =
  /\b(?:what|which (?:things|items|goods))(?:'?s| is| was| were| are|re)?(?: it)?(?: all| all that was| actually| else| exactly| there| still)* (?:in|on|inside|part of) (?:that|this|the|my|it|wy)\b|\b(?:what|which (?:things|items|goods))(?: all| exactly| things| stuff)? (?:(?:did|have|had) )?(?:i|we)(?:'ve| have| had)?(?: all| actually| just)* (?:buy|bought|order|ordered|get|got|have|had)\b(?!.{0,24}\b(?:to|for free)\b)|\b(?:tell|show|list|give|remind) me (?:first |again )?(?:what(?:'s| is| was) in|(?:of )?(?:the|all the|all) (?:things|items|goods|contents|lines) (?:in|of|on))\b|\b(?:contents of|contains?|consist of)\b|(?:买|下|订|拍|有|是|装|含|包括|里(?:面|头|边)?)(?:了|过|的|着|都|些|点|到底|究竟|我|当时|一共|是|有|买|订|装)*(?:啥|什么(?!时候|情况|原因|状态|快递|问题|地址|样|意思)|哪些|哪样|哪几[样件个]|几样)|(?:东西|商品|明细|内容)(?:是|有|都|包括)*(?:啥|什么|哪些|给我|列|看)/u;
/** Something else is asked of it or done with it, or nothing of it is spoken of. */
const otherMatter =
  /\b(?:cart|basket|similar|like|returns?|refund\w*|cancel\w*|exchange|when|where|arriv\w+|status|missing|broken|discount|deals?|offers?|free|invoice|warranty|address|change)\b|购物车|优惠|赠品|类似|退|换|取消|发货|物流|快递|状态|活动|满减|发票|保修|时候|为什么|推荐|没(?:收|到|发)|少[了发]|缺|坏|碎|改|地址|收货|收件|电话/u;
/** "What's in the box", of what is looked at. */
const ofBox = /\b(?:box|kit|set|pack)\b/u;

const ofPlace = /\b(?:the) (?:first|second|third|last|other|\d+(?:st|nd|rd|th)) one\b/u;
const namesOrder = /\b(?:orders?|parcels?|packages?|deliver(?:y|ies)|purchases?|shipments?|bought|ordered)\b/u;
/** "What's in the first one", after a list: of that one, and of no order. */
export const asksOfListed = (
  folded: string,
  { shown, orderTold, goodsOfOrders }: Partial<Pick<ConversationMemory, 'shown' | 'orderTold' | 'goodsOfOrders'>>,
): boolean =>
  (shown?.length ?? 0) > 1 &&
  orderTold === undefined &&
  goodsOfOrders === undefined &&
  ofPlace.test(folded) &&
  !namesOrder.test(folded);

/** What one of the orders holds: 那单里都有啥, "what was in my October order". */
export const asksWhatIsIn = (folded: string): boolean =>
  folded.length <= longest &&
  anOrder.test(folded) &&
  whichGoods.test(folded) &&
  !otherMatter.test(folded) &&
  !ofBox.test(folded);

const ownPurchases =
  /\b(?:my|all(?: of)? my|these|those|the last (?:few|\w+)|recent|past) (?:recent |past |last |latest |own )*(?:orders|purchases)\b|\b(?:stuff|things|everything|all|what)(?: that)? i(?:'ve| have)? (?:recently |lately )?(?:bought|ordered)\b|\b(?:each|every|per) (?:order|purchase)\b|(?:我|最近|之前|以前|这阵子|这段时间|[这近]几?个?月|今年|去年)[^,，。!?！？]{0,8}[买订](?:过|了)?的(?:东西|货|商品|订?单)?|(?:我|自己|所有|全部|[这那]?几)(?:的|个|近|最)*(?:订单|单(?![肩鞋人独层件品身反子]))|[每各]一?[单笔]/u;
const goneThrough =
  /\b(?:list|go (?:through|over)|run (?:me )?through|sum(?:mari[sz]e)? up|summary|overview|break ?down|breakdown|itemi[sz]e|one by one|tally|note down|write down|(?:each|every|per) (?:order|purchase|one)|(?:for|of) each)\b|[捋]|列(?:一|出|给|成|个|下|$)|理一|整理|汇总|总结|盘一?[下盘点]|过一遍|统计|清单|对[个一]?下?账|记账|[每各](?:一|自)?[单笔]?(?:都|各|分别|是)?(?:是|花|付|要|多少)|分别(?:是|花|多少)/u;
const otherThanList =
  /\b(?:cart|basket|cancel\w*|return\w*|refund\w*|deals?|free)\b|购物车|取消|退|优惠|推荐(?!.{0,6}订单)/u;
/** All of them are to be told, each with what it came to: 最近买的东西帮我捋一下, "how much was each order". */
export const asksToListOrders = (folded: string): boolean =>
  folded.length <= longest &&
  ownPurchases.test(folded) &&
  goneThrough.test(folded) &&
  !otherThanList.test(folded.replace(/不是(?:要|让你)?推荐/gu, ''));

const lasts = 2;
const isPostage =
  /\b(?:¥ ?)?\d[\d.]*\b(?: yuan| rmb)?[^.?!]{0,40}\b(?:delivery|postage|shipping)\b|\b(?:total|sum|price|amount|it)\b.{0,16}\b(?:with|without|includ\w+|incl)\b.{0,16}\b(?:delivery|postage|shipping)\b|\bhow much (?:of (?:it|that) )?(?:was|is) (?:the |for )?(?:delivery|postage|shipping)\b|\d[\d.]*(?:块钱?|元)?[^,，。?？]{0,6}(?:运费|邮费|快递费)|(?:总价|合计|总额|金额|价钱?|这个?价)[^,，。?？]{0,6}(?:含|包括?|算|有)[^,，。?？]{0,4}(?:运费|邮费|快递费)|(?:运费|邮费|快递费)(?:是|收了?|花了?|付了?)多少/u;
const cameOff =
  /\bdid (?:i|you|it)\b(?: get| give| have| take| come| use| apply)+.{0,24}\b(?:discount|deal|reduction|money off|anything off|codes?|coupons?|vouchers?|promotion)\b|\b(?:was|were) (?:there )?(?:a|any|some|the) (?:discount|deal|code|coupon|voucher|promotion|reduction)s?\b(?! (?:on|for|if) (?:this|these))|\bhow much (?:did|have) (?:i|it|that|we) saved?\b|\bdid (?:i|we) save\b|(?:当时|那会儿?|那时|[那这上]一?单|上次)[^,，。?？]{0,6}(?:减|优惠|打折|折扣|便宜|券|红包|码|活动)/u;
const asksIt =
  /[?？]|吗|吧|么|没有?$|有没有|多少|\b(?:right|yes|correct|isn'?t it|is it|was it|did|how much|with or without)\b/u;
/** "That 12 is the delivery, right?", 当时有没有给我减什么: how the sum of an order is made up, right after one was told or with one named. */
export const asksOfSum = (
  folded: string,
  { orderTold, inCart, turns = 0 }: Partial<Pick<ConversationMemory, 'orderTold' | 'inCart' | 'turns'>>,
): boolean =>
  folded.length <= longest &&
  (isPostage.test(folded) || cameOff.test(folded)) &&
  asksIt.test(folded) &&
  ((orderTold !== undefined && turns - orderTold.at <= lasts && (inCart?.length ?? 0) === 0) ||
    ownOrder.test(folded)) &&
  !/退|换|取消|return|refund|cancel|back/u.test(folded);
const ownOrder = /\b(?:that|my|the last|last) (?:last |latest )?(?:order|one)\b|[那这上]一?单|订单/u;
