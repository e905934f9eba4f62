/**
 * A thing asked for in so many words, sold here or not: "do you sell any harps?", "自行车多少钱". No likeness to a question about
 * deals, the cart or a return counts against it. Takes folded text.
 */
export const asksForGoods = (folded: string): boolean =>
  folded.length <= 120 && !notGoods.test(folded) && (english.test(folded) || chinese.test(folded));

/** "Do you sell laptops?": whatever else it may sound like, whether the shop has them is the question. */
export const asksWhetherSold = (folded: string): boolean =>
  folded.length <= 120 && !notGoods.test(folded) && whetherSold.test(folded);

/** In words that ask for whatever thing is named with them: "I also need …", "… please". */
export const asksForThing = (folded: string): boolean =>
  folded.length <= 160 &&
  forThing.test(folded) &&
  !aboutThem.test(folded.replace(aWash, ' ')) &&
  !notGoods.test(folded.replace(recommendOne, ' '));
/** 除螨仪 扫地机器人这些有吗: several things by their names. */
export const asksIfAnyOfThese = (folded: string): boolean => anyOfThese.test(folded);
const anyOfThese =
  /^[^,，。?？]{2,30}(?:这些|这类|之类的?|什么的|等等|都)(?:你们)?(?:有没有|有卖|有|卖不卖|卖)(?:的)?(?:吗|么|嘛|呢)?[?!. ]*$/u;
/** "I want to buy a rice cooker", 想买个电饭煲, whatever was bought before. */
export const wantsToBuy = (folded: string): boolean =>
  folded.length <= 160 &&
  /\bi(?:'d| would)? (?:really |just |still )*(?:want|need|wanna|like|am looking|would like) to (?:buy|get|order|find)\b|我?(?:是)?(?:想|要)(?:要)?买(?:一?[个件双条台把只款套])?\p{Script=Han}/u.test(
    folded,
  );
/** 推荐一款口红. */
const recommendOne = /推荐(?:一下|几|一)?(?:一?[款个件双条支瓶盒套种把台])(?=\p{Script=Han})/gu;
/** A thing, and nothing done to one. */
const aWash = /\b(?:face|body|hand|mouth|hair) ?wash(?:es)?\b/g;
const forThing =
  /\bi(?: also| just| really| still|'d| would)* (?:need|want|like) (?:an?|some|the) |\bi(?: also| just| really| still|'d| would|'m| am)* (?:wanna|want to|need to|like to|gonna|going to) (?:buy|get|order|purchase) |\b(?:do you have|have you got|looking for) (?:an?|any|some) |^(?:an?|some) (?:[a-z-]+ ){1,4}(?:please|maybe|then)\b|^(?:(?:and|also|plus|ok|got)[, ]+)*any (?!(?:other|more|one|thing|chance|idea|reason|way|new|good)\b)[a-z-]{3,}(?: [a-z-]+){0,5}[?. ]*$|我?(?:还|也)(?:需要|想要|想买|要买?)|(?:^|[,，。 ]|再|顺便|给我)来(?:一|两|几)?[双个件条瓶盒包套支把](?!吧|了|啊|给)\p{Script=Han}{2}|推荐(?:一下|几|一)?(?:一?[款个件双条支瓶盒套种把台])(?!礼|东西)\p{Script=Han}{2}/u;

/** Goods are asked for somewhere in the message, and nothing about what becomes of them. */
export const asksForSome = (folded: string): boolean =>
  folded.length <= 160 && some.test(folded) && !aboutThem.test(folded);

/** "I need something warm", 想买个保暖的: goods by what they should be, whatever they are called. */
export const asksForSomething = (folded: string): boolean =>
  folded.length <= 160 && !notSomething.test(folded) && something.test(folded);

/** "What cleanser should I use", 油皮用什么洁面好: one of a kind that is named, to be told which. */
export const asksWhichOfKind = (folded: string): boolean => folded.length <= 160 && whichOfKind.test(folded);

/** 哪个护肤品没香精, "which of your creams are fragrance free": those of a kind that are so, where none was shown yet. */
export const asksWhichAreSo = (folded: string): boolean => folded.length <= 80 && whichAreSo.test(folded);
const whichAreSo =
  /\b(?:which|what) (?:of (?:your|the) )?(?:[a-z-]+ ){1,3}(?:is|are|has|have|don'?t have|doesn'?t have|come in|comes in|contains? no)\b|哪[个款种些](?!快递|方式|活动|优惠|时间|平台|渠道|支付)\p{Script=Han}{2,6}?(?:没有?|不含|无|不?带|是|有)\p{Script=Han}{1,8}[?!. 啊呢呀]*$/u;

const whichOfKind =
  /\b(?:what|which) (?:(?:kind|sort|type)s? of )?(?:[a-z-]+ ){1,3}(?:should|would|do|can|could) (?:i|we|you|u|one) (?:use|get|buy|take|choose|pick|try|recommend|suggest|advise|need|wear|drink)\b|\b(?:what|which) (?:(?:kind|sort|type)s? of )?(?:[a-z-]+ ){1,3}(?:(?:would|will|could|should|does|do|can|might) )?(?:go|goes|pairs?|works?|suits?) (?:well |best |nicely )?with\b|(?:[用买选挑穿喝]|推荐)(?:什么|哪[种款个])(?:样的)?\p{Script=Han}{2,6}(?:比较)?(?:好|合适|适合)|[用穿戴背喝](?:什么|哪种)(?:样的)?\p{Script=Han}{1,4}(?=$|[ ,.?!])/u;

const something =
  /(?:^|[.!?] )(?:(?:hi|hello|hey|so|and|ok|well|please|now|but)[,. ]+)*(?:is|are) there (?:an?|any) (?!(?:[a-z-]+ ){0,3}(?:fees?|charges?|warrant(?:y|ies)|guarantees?|discounts?|deals?|offers?|sale|codes?|coupons?|ways?|pages?|limits?|sizes?|charts?|costs?|reasons?|differences?|options?|colou?rs?|persons?|people|delivery|minimum|chance|problem|risk|manual|instructions?|need)\b)(?:[a-z-]+ ){1,4}(?:that|that's|which|with|for) |^(?:(?:hi|hello|hey|so|and|ok|well|please|now|but)[,. ]+)*(?:(?:i|we)(?:'m| am|'re| are|'d| would)? ?(?:also |really |still |just )?(?:want|need|like|after|looking for|searching for|need to (?:buy|get|find)|want to (?:buy|get|find))|looking for|searching for|do you have|have you got|is there|got|show me|find me|give me|any chance of) (?:something|anything) |^(?:(?:ok|so|and|well|now|please)[,. ]+)*something (?:for|to|that|which) |\bwhat (?:should|do|can|would) (?:i|we) (?:need|take|bring|wear|pack|use|buy|get) (?:for|on|to|when|in|if) |^(?:你好,?|请问,?|那|我)*(?:想要|想买|要买|想找|买|找|来|要)(?:一?[个件双款条点些]).{1,20}的(?:东西)?[?!. ]*$|^.{1,12}(?:用|穿|戴|背|喝|吃)的(?:东西)?(?:[,. ].{1,12})?[?!. ]*$|(?:要|该|需要|应该)(?:带|穿|用|买|准备|戴)(?:点|些)?(?:什么|啥)|^(?:那|再|也|还|另外|[,， ])*[给帮替](?!我|它|你|您)\p{Script=Han}{1,5}(?:也|再)?(?:挑|选|找|推荐|看)(?:一?[个件双款条点些份盒套])[,，。.! ]*(?:\d{1,2}岁)?$/u;
/** "Anything new in jackets?", 有什么新品: what came last. */
export const asksForNewest = (folded: string): boolean =>
  folded.length <= 60 && !ofOrders.test(folded) && newest.test(folded);

const newest =
  /^(?:(?:hi|hello|hey|so|and|ok|nah|no|well|please|show me|let me see|do you have|have you got|is there|are there|got|see)[,. ]+)*(?:what(?:'?s| is) new(?: (?:here|today|this (?:week|month|season)|in(?: \w+){0,3}|in the shop))?|(?:any|some)thing new(?: in(?: \w+){0,3})?|(?:any |the |your |some )*(?:new(?:est)?|latest) (?:arrivals?|products?|items?|stuff|releases?|collection|goods|models?|ones)(?: (?:in|for|of) (?:\w+ ){0,2}\w+)?|(?:any|your|the) (?:new|newest|latest) (?:\w+ ){0,2}\w+|new (?:in|arrivals?|\w+ in))[?!. ]*$|^(?:请问|最近|现在|你们?|店里|这里|有没有|有什么|有|给我|帮我|让我|看看|想看|看下|上了?|推荐)*(?:新品|上新|新款|新到的货?|新货|最新款?)(?:的?\p{Script=Han}{1,4})?(?:吗|没有?|么|呢)?[?!. ]*$|^(?:那|最近|你们?家?)*\p{Script=Han}{1,5}?(?:最近)?(?:有没有|有什么|有啥|有)(?:上)?(?:新品|新款|新货|上新|新到的)(?:吗|没有?|么|呢)?[?!. ]*$|^(?:最近|店里|你们?)*有(?:什么|啥)新的(?:东西|商品|款)?(?:吗|没有?)?[?!. ]*$/u;
/** What is asked of an order, a delivery or a page is nothing on the shelves. */
const ofOrders =
  /\b(?:orders?|parcels?|packages?|refunds?|returns?|returning|deliver\w*|ship\w*|status|reviews?|ratings?|info|information|news|times?|dates?|address|policy|policies|rules?|terms|app|website|deals?|offers?|discounts?|codes?|coupons?|account|cancel\w*|warranty)\b|什么时候|没到|寄|换|怎么|退|订单|快递|物流|提醒|优惠|活动|券|码|地址|保价|我买|我的|我有/u;

/** "How much is a puffer", 羽绒服多少钱: those of the kind, with their prices. */
export const asksPriceOfKind = (folded: string): boolean =>
  folded.length <= 100 && !notPrice.test(folded) && priceOfKind.test(folded);

const priceOfKind =
  /^(?:(?:hi|hello|hey|so|and|ok|well|please)[,. ]+)*(?:how much (?:is|are|does|do|for|would|will)|what(?:'s| is| are)? (?:the |your )?(?:price|prices|cost)(?: range)? (?:of|for)|what (?:do|does) .{2,40} cost|prices? (?:of|for))\b|(?:多少钱|什么价|怎么卖|卖多少|贵不贵|贵吗|价格)[啊呢呀?!. ]*$/u;
const notPrice =
  /\b(?:deliver\w*|ship\w*|postage|return\w*|refund\w*|gift.?wrap\w*|wrapping|cart|total|order|engrav\w*|repair\w*|alter\w*|it|this|that|they|them|together|altogether|one|weigh\w*|off|codes?|discount\w*|pay|paying|card|if|when|my|bought)\b|%|运费|快递|配送|退|换|包装|购物车|一共|总共|订单|维修|它|这|那|合计|我的|我买|保价|优惠|折/u;
const notSomething =
  /\b(?:return\w*|clean\w*|wash\w*|pay\w*|refund\w*|deliver\w*|else|cheaper|better|wrong|similar|like (?:this|that|it)|to (?:say|ask|tell|report|return|exchange|complain))\b|便宜|别的|其他|一样|退|换/u;

const some =
  /\b(?:any|some|do (?:you|u|ya) (?:guys )?(?:have|hav|sell|stock|carry|do)|have (?:you|u) got|looking for|show me|find me|i need|i want)\b|有没有|有木有|有.{0,12}吗|有吧|想要|想买|找|买.{1,8}多少钱|\p{Script=Han}{2}(?:多少钱|什么价|啥价|怎么卖)/u;
const aboutThem =
  /\b(?:wash\w*|clean\w*|care|store|storing|keep|refund\w*|return\w*|exchange\w*|deliver\w*|ship\w*|warranty|guarantee|repair\w*|pay\w*|invoice|why|how|when|who|where|rules?|policy|come from|discount\w*|deals?|offers?|codes?)\b|洗|保养|保存|退|换|寄|送|发货|保修|维修|怎么|为什么|多久|几天|谁|发票|优惠|折|券|码|账户?|会员|运费|邮费|客服|订单|快递/u;

const whetherSold =
  /^(?:(?:hi|hello|hey|so|and|ok|well|please|sorry)[,. ]+)*do (?:you|u) (?:guys |also |even )*(?:sell|stock|carry) (?:an? |any |some )?(?:[a-z-]+ ){0,2}[a-z-]{3,}(?: here| too| as well| at all| in your (?:shop|store))*[?!. ]*$|^(?:请问|你好,?|那)?(?:你们?)(?:店里?|这里|家)?(?:有卖|卖不卖|卖)\p{Script=Han}{2,8}[吗呢的么?!. ]*$/u;

const english =
  /^(?:(?:hi|hello|hey|so|and|ok|well|please)[,. ]+)*(?:(?:can|could|would|will) you (?:please )?(?:show|find|get) me|show me|find me|let me see|do you (?:guys )?(?:sell|have|stock|carry)|have you got|i(?:'m| am) (?:looking|searching) for|i(?:'d| would) like|i (?:want|need)(?: to (?:buy|get))?|(?:are|is) there) (?:an?|any|some) (?:[a-z-]+ ){0,2}[a-z-]{3,}(?: for (?:my|the|an?) \w+| please| maybe| here| in your (?:shop|store))*[?!. ]*$|^any (?:[a-z-]+ ){0,2}[a-z-]{3,}(?: for (?:my|the|an?) \w+)?(?: please| maybe| perhaps)[?!. ]*$/;

const chinese =
  /^(?:请问|你好,?|那)?(?:(?:你们?)?(?:店里?|这里|家)?(?:有没有|有卖|卖不卖|有不有|卖)|(?:我)?(?:想|要|想要|需要)(?:买|找|看)?(?:一?[个件双把台辆条只张顶])?)(?!这|那|它|第|不)\p{Script=Han}{2,6}[吗呢卖的?!. ]*$|^(?!一共|总|这|那|它|第|现在|最低|最少|加|全部|都|合计|运|邮|快递|寄|配送|还|要|再|我|购物|东西|多)\p{Script=Han}{2,5}(?:多少钱|什么价|怎么卖|卖多少|价格)(?:啊|呢|呀)?[?!. ]*$/u;

/** What is asked of a shop and is nothing on its shelves. */
const notGoods =
  /\b(?:refund|returns?|exchange|replacement|person|human|agent|manager|someone|somebody|representative|staff|colleague|advisor|deals?|offers?|discounts?|promotions?|coupons?|codes?|vouchers?|sales?|bargains?|receipt|invoice|question|questions|problem|complaint|orders?|prices?|cheaper|better|bigger|smaller|lower|larger|other|others|another|different|more|less|shops?|stores?|showroom|chart|guide|favou?r|moment|minute|label|answers?|help|advice|suggestions?|recommendations?|ideas?|account|app|warranty|guarantee|delivery|shipping|parcel|package|courier|payments?|cards?|number|way|ways|bit|lot|things?|stuff|something|anything|change|time|news|reward|rewards|points|idea|information|info|details?|reason|difference|limit|fee|fees|cost|costs|charge|stock|left|sizes?|colou?rs?|one|ones|reviews?|options?|choice|size|plan|newsletter|gift|present|membership|subscription|policy|data|out)\b|退|换|人工|客服|真人|优惠|折|活动|券|码|满减|促销|发票|投诉|问题|订单|便宜|门店|实体|地址|电话|尺|运费|快递|货|保修|会员|积分|推荐|礼物|礼品|其他|别的|颜色|这|那|钱退|取消|区别|退款|购物车|密码|账号|建议|帮|知道|问|一下|看看|时间|付|寄|送|包邮|说明|库存|办法|更|大一|小一|大码|小码/u;

const whatThereIs =
  /^(?:(?:hey|hi|hello|so|and|ok|well)[,.! ]+)*(?:(?:what|which)(?:'s)?(?: all)?(?: (?:kinda?|kinds?|sorts?|types?|range)(?: of)?)?(?: (?:stuff|things|goods|products?|items?|categories|departments|else|is it that|is it|exactly|all))* (?:do|does|can|is|are|have) (?:you|u|ya|this shop|the shop|this store|i|there)(?: (?:guys|folks|all))?(?: (?:actually|mainly|mostly|even|generally))? ?(?:sell|stock|carry|offer|got|have|buy)(?: (?:here|in (?:here|the shop|store)|from you))?|what (?:have you|you) got(?: here| in (?:store|the shop))?|what(?:'s| is) (?:in (?:your|the|this) (?:shop|store)|(?:your|the) range)|what (?:can i|could i) (?:buy|get|find) (?:here|from you))[?!. ]*$|^(?:你好|您好|请问|那|,| )*(?:你们|咱们?|这|贵)?(?:家|店|店里|店铺|这里|这边|这儿|平台)?(?:里)?(?:主要|一般|平时|到底|究竟)?(?:都|是)?(?:卖|有|经营|做)(?:些|的是|的都是)?(?:什么|哪些)(?:东西|商品|产品|品类|种类|类目|货|分类|类别)?(?:的)?[呀啊呢吗哦吧?? !。.]*$/u;

/** What the shop sells at all. Takes folded text. */
export const asksWhatThereIs = (folded: string): boolean => folded.length <= 60 && whatThereIs.test(folded);

const whichSold =
  /\b(?:which|what) [a-z]+(?: [a-z]+)? do you (?:actually |really |even )?(?:sell|have|stock|carry)\b|(?:都|到底|究竟)(?:有|卖)(?:哪些|哪几[款种个]|什么|啥)/iu;
/** "Which knives do you sell": all that there is of a kind. */
export const asksWhichAreSold = (said: string): boolean => whichSold.test(said);
