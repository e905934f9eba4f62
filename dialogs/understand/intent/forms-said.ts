/** Forms of words that say an intent, of folded text. */

/** "Could I get the first one please?", 能帮我加第二个吗: a wish in the form of a question. */
export const asksForPlace =
  /^(?:(?:ok|so|and|then|hi|please)[,. ]+)*(?:can|could|may) (?:i|you|we) (?:please )?(?:get|have|add|buy|order|take)(?: me)? the (?:first|second|third|fourth|fifth|last)(?: one)?(?: (?:please|then|too|to my cart|in my cart))*[?!. ]*$|^(?:能不能|可不可以|能|可以|麻烦|请)*(?:帮我|给我)?(?:加|要|买|来)(?:一下)?第 ?[一二三四五\d][个款件双](?:吗|么|吧)?[?!. ]*$/u;

/** "Did you add it?", "is the dripper in my cart or not": the cart tells. */
export const asksIfInCart =
  /^(?:(?:so|and|but|ok|wait|hey|hang on|hold on)[,. ]+)*(?:(?:did|have) (?:you|u|i) (?:already |actually |really |just )?(?:add|put)(?:ed)? (?:it|that|them|this|those|both|the [a-z\d][a-z\d' -]{0,30}?|one)(?: (?:in|into|to) (?:my |the )?(?:cart|basket|bag))?|(?:is|are) (?:it|they|that|those|both|there|(?:that|it|there) (?:one|two|three|four|\d{1,2})(?: or (?:one|two|three|four|\d{1,2}))?(?: of (?:it|them))?|the .{1,40}?|my .{1,40}?) (?:now |already |really )?(?:(?:in|added to) (?:my |the )?(?:cart|basket)|in there(?= already| now| yet|\?))\b(?: now| already| yet| or not)*)[?!. ]*$|^(?:那|所以)?(?:你)?(?:已经|都|全部?|两个)*加(?:进去|进购物车|上|好)?了(?:吗|没有?|么)[?!. ]*$/u;

/** 我现在车里有多少了, "what have I got in there so far": of the cart, by what it is called. */
export const asksOfCart =
  /^(?:那|请问|现在|目前|我|我的|看看?|帮我看看?|,| )*(?:购物车|车(?!子|次|费|票|型|胎|险|厢)|购物袋)(?:里面?|中|上)?(?:现在|目前|一共|总共|都|已经|到底)*(?:(?:是|有|应该是|总共是)(?:\d{1,2}|[一两二三四五六七八九十])[个件双条只包盒瓶套罐袋台份支]?(?:对?吧|对吗|没错吧|是吗|吗)|有(?:哪些|什么|多少|几)|是(?:什么|哪些|多少)|多少|几|合计|总共|一共)(?:东西|商品|件|个|钱|块|元)*(?:了|啊|呀|呢)*[?!. ]*$|^(?:(?:so|and|ok|wait|hey|hm+)[,. ]+)*(?:what|how much|how many)(?: things| items| stuff)?(?:'s| is| do i have| have i got| did i put| am i at)?(?: now| so far| already| currently)? (?:in|at in) (?:my|the) (?:cart|basket|bag)(?: now| so far| already| currently| right now)*[?!. ]*$/u;

/** "My cart please", 给我购物车: nothing but the cart is asked for, and nothing goes in. */
export const asksForCart =
  /^(?:(?:ok|okay|k|so|and|now|then|yes|right|well|please|just|can i|could i|let me|i want to|i'd like to|wanna|ugh|no)[,.! ]+)*(?:(?:show|see|open|view|check|give|have|look at|go to)(?: me)?(?: what'?s in)? )?(?:(?:my|the|our) )?(?:(?:shopping|full|whole|current) )?(?:cart|basket|trolley)(?:[,. ]+(?:please|pls|plz|now|again|thanks|thank you|thx))*[?!. ]*$|^(?:那|好的?|嗯|行|请|麻烦|再|先|就|现在|帮我|给我|让我|我|想|要|把|[,，。 ])*(?:看看?|看一?下|查看?|打开|显示)?(?:一下)?(?:我的|我)?购物车(?:给我|谢谢|谢了|拜托|吧|呗|啊|呀|[!！.。,， ])*$/u;

/** "Why did it get cheaper", 减了啥: what comes off the cart. */
export const asksWhatCameOff = (folded: string): boolean => {
  if (folded.length <= 80 && [whyNotSo, whyLower].some(form => form.test(folded))) return true;
  const pieces = folded.split(/[,，。?？!！]+/u).filter(piece => /[\p{L}\p{N}]/u.test(piece) && !wondering.test(piece));
  return folded.length <= 60 && pieces.length > 0 && pieces.every(piece => cameOff.test(piece.trim()));
};
/** "223? Why isn't it 298", 怎么是223不是298: one amount in place of another. */
const whyNotSo =
  /^(?:(?:so|and|oh|ok|wait|huh|hey|hm+|only|it says|you wrote|the total is)[,. ?!]+)*(?:¥ ?)?\d{2,5}(?:\.\d+)?[?!,. ]+(?:and )?(?:why|how come) (?:is|was)?(?: ?n[o']t|isn'?t|wasn'?t)?(?: it| that)?(?: not)? (?:¥ ?)?\d{2,5}[?!. ]*$|^(?:(?:so|and|oh|ok|wait|huh|hey|hm+)[,. ]+)*(?:why|how come)(?: is| was|'s)?(?: it| that| the (?:total|price))? (?:¥ ?)?\d{2,5}(?:\.\d+)?(?:,? (?:and )?not| instead of) (?:¥ ?)?\d{2,5}[?!. ]*$|^(?:咦|诶|欸|哎|哦|啊|那|等等|[,，。?!？！ ])*(?:怎么|为什么|为啥|咋)(?:会)?(?:才)?(?:是)?[¥￥]?\d{2,5}(?:\.\d+)?(?:元|块)?[,， ]*(?:而)?不是[¥￥]?\d{2,5}(?:元|块)?(?:啊|呀|呢)?[?!. ]*$|^[¥￥]?\d{2,5}(?:\.\d+)?(?:元|块)?[?？,， ]+(?:怎么|为什么|为啥)不是[¥￥]?\d{2,5}(?:元|块)?(?:啊|呀|呢)?[?!. ]*$/u;
/** "Why is the price lower than two times 149? Did I get a discount?" */
const whyLower =
  /^(?:(?:so|and|oh|ok|wait|huh|hey|hm+)[,. ?!]+)*why (?:is|was) (?:the (?:price|total|sum)|it|that|my (?:cart|total)) (?:lower|less|cheaper) than (?:\d|two|three|four|the|what|i\b)[^?]{0,30}\?+(?: (?:did|do|have) i (?:get|got) (?:a|any|some) (?:discount|deal|offer)s?[?!. ]*)?$/u;
const wondering = /^ *(?:咦|诶|欸|哎|哦|啊|嗯|oh|huh|wait|hey|hm+|ok|so) *$/u;
const cameOff =
  /^(?:(?:so|and|oh|ok|wait|huh|hey|hm+)[,. ?!]+)*(?:why|how come)(?:'s|'d| is| was| did| has| are)? (?:it|that|this|the (?:total|price|cart|sum)|my (?:total|cart))(?: now| all)?(?: (?:come to|get|gotten|go|gone|become|be))?(?: so| a bit| suddenly| much)? (?:cheaper|less|lower|down)(?: now| suddenly| than .{2,20})?[?!. ]*$|^(?:(?:so|and|oh|ok|wait|huh)[,. ?!]+)*what (?:was|got|has been|is|'s|did you|have you) (?:taken|take|knocked|knock|come|deducted|deduct)(?: off| away)?(?: (?:it|my cart|the (?:total|price)))?[?!. ]*$|^(?:咦|诶|欸|哎|哦|啊|那|等等|这|现在|刚才|[,，。?!？！ ])*(?:怎么|为什么|为啥|咋)(?:突然|会|就|又|还|变|一下子|这么)*(?:便宜|少|减)了(?:一|这么|好|不|那么)?(?:\d+|[一两三四五六七八九十百几]+)?(?:多|些|点|块|元|钱)*(?:啊|呀|呢|了)?[?!. ]*$|^(?:都|是|到底|这|那|给我|一共|总共|[,， ])*(?:减|优惠|便宜|少|省)了(?:些|的是)?(?:什么|啥|哪些|哪个|多少钱?)(?:啊|呀|呢)?[?!. ]*$/u;

/** "Which deals did I get already", 我现在享了哪些优惠: of the cart. */
export const asksDealsHad =
  /\b(?:which|what) (?:deals?|discounts?|offers?|promotions?) (?:(?:did|do|have|am) i (?:already )?(?:get|got|have|getting|use|used)|are (?:already )?(?:applied|on (?:it|there|my cart)))(?: already| so far| now| on (?:it|this|that|these|my cart))*[?!. ]*$|^(?:那|等等|请问|,| )*(?:我|现在|购物车)*(?:现在|已经|都)*(?:享|用|减|打|参加)(?:了|到|上)+(?:哪些|什么|哪个|几个)(?:优惠|活动|折扣)(?:了|啊|呀)*[?!. ]*$/u;

/** 我说菜场那个包: the one that is called so. */
export const pointsAtNamed = /\p{Script=Han}{2}(?:那|这)一?[个款件双条只种瓶罐包盒]/u;

/** 蓝色的还有吗, "is it still available": whether there is any left of it. */
export const asksIfLeft =
  /(?:^|[?？,，。!！ ])(?:它|那|这)?[^,，。?？]{0,8}?还(?:有(?:货|现货)?|剩)(?:吗|么|嘛|没有?|不|多少)[?!. ]*$|^(?:它|那|这)?[^,，。?？]{0,6}?(?:没|断|缺)货(?:了|吗|么|啦)*[?!. ]*$|\b(?:still (?:available|in stock|there)|any left|sold out|back in stock)\b/u;

/** "Longjing 250 g how much", 那个大的什么价: what is named costs, and nothing comes to a sum. */
export const asksPriceOfNamed = (folded: string): boolean =>
  folded.length <= 80 && priceAsked.test(folded) && !notItsPrice.test(folded);
const priceAsked =
  /\bhow much(?: (?:is|are|does|do|for)\b|[?!. ]*$)|\b(?:price|cost)s?\b|多少钱|什么价|啥价|价格|价钱|怎么卖|几块钱|贵不贵|贵(?:吗|么)/u;
const notItsPrice =
  /\b(?:deliver\w*|shipping|postage|return\w*|total|together|altogether|cart|basket|order\w*|discount\w*|deals?|codes?|coupons?|offers?|cheaper|lower|match|drop\w*|guarantee|protect\w*|history|wrap\w*|engrav\w*|why|weigh|hold|caffeine|water|charge|if|add|buy)\b|运费|邮费|一共|总共|总价|加起来|优惠|折|券|活动|便宜|保价|降价|差价|涨|为什么|怎么(?!卖)|包装|刻字|如果|要是|买[两二三\d]|[两二三四五六\d] ?[件个双份盒罐包瓶](?!装)|第[二2]/u;

export const asksMeaning =
  /^(?:这|那|你)?(?:是)?(?:啥|什么|几个)意思|^(?:可是?|但是?)?我(?:没|没有|从来没)(?:关|设置|选|改|动)(?:过|掉)?(?:啊|呀|的)?[.! ]*$|^(?:what do you mean|i (?:never|didn'?t) (?:switch|turn|opt)(?:ed)? (?:\w+ )*(?:off|out))\b/u;

/** And nothing else behind it: 再来一个, of what was shown. */
export const onceMore =
  /再(?:来|要|买|加)(?:一|两|三|\d)?[个件双包盒条只把份]?(?:这个|那个|它|一样的|同样的|第 ?[一二三四五六\d][个款件双])?[吧呗啊哈. !]*$/u;

/** Right after what is known was told: 删掉吧, "delete it all". */
export const deletesIt =
  /^(?:(?:ok|okay|please|then|just|can you|could you)[,. ]+)*(?:delete|erase|forget|remove|wipe|clear) (?:it|that|them|all|everything|all of it|all that)(?: all)?(?: please| then| now)?[?!. ]*$|^(?:那|请|就|帮我|麻烦|把(?:它|这些|它们)|都|全部?)*(?:删|忘|清)(?:掉|了|除|空)*(?:吧|呗|好了)?[.! ]*$/u;

export const asksOfStock = /有货|有现货|没货|缺货|卖完|库存|\bin stock\b/u;

/** A yes or a no about one product: "is it waterproof", "它防水吗". */
export const asksOfIt =
  /^(?:(?:and|so|ok|but)[, ]+)*(?:do you (?:think|reckon) |would you say )?(?:it|this|that|they|(?:this|that|the (?:first|second|third|fourth|fifth|last)) one)(?:'s)? (?:suits?|(?:would|will|could) (?:suit|work|do|be (?:ok|okay|fine|good|right|suitable))|(?:is|are) (?:ok|okay|fine|good|right|suitable)|works) (?:for|with|as|at|on|to)?|^(?:(?:and|so|ok|but)[, ]+)*(?:is|are|does|do|has|have|can|will|comes?) (?:it|this|that|they|these|those|(?:this|that|the (?:first|second|third|fourth|fifth|last)) one)\b(?!.{0,20}\b(?:arrive|deliver\w*|ship\w*|return\w*|refund\w*|count|expire|work with|combine)\b)|^(?:那|请问)?(?:它|这[个款双件条只]?|那[个款双件条只]|第 ?[一二三四五\d][个款双件])(?!.{0,8}(?:退|换|寄|送|发货|到|券|优惠|便宜))(?:.{1,10})(?:吗|么|不|没有?|嘛)[?!. ]*$/u;

/** "Not tea, skincare instead", 不要茶了，换成护肤品: other goods are looked for, and none of the bought ones goes back. */
export const changesGoods =
  /^(?!.*\b(?:return\w*|exchang\w*|refund\w*|order\w*|cancel\w*|deliver\w*|wash\w*|warranty|when|(?:how|what)(?! about| else))\b)(?:.*\binstead(?: of\b.*)?[.! ]*$|(?:no|not|never mind) (?!worries|problem|rush|hurry|idea)[a-z ]{2,30}, .*)|^(?!.*(?:退|换货|订单|取消|怎么|什么时候|多久|洗|保修)).*(?:换成|改成|改看|还是看看?|不要(?!紧)\p{Script=Han}{1,8}[,，])/u;

export const isFewWords = /^[^\s?]+(?: [^\s?]+){1,2}$/;

export const asksToRecommend =
  /\b(?:recommend|suggest) (?:me|us|some\w*|any\w*|sth|a|what)\b|\b(?:can|could|would|will) (?:you|u) (?:recommend|suggest)\b|\bany (?:recommendations?|suggestions?)(?=[?!. ]*$)|推荐(?!码|人|给)/u;

/** "I like hiking, what have you got for that", 我喜欢露营，你们有什么. */
export const asksWhatThereIs =
  /\bwhat (?:else )?(?:have (?:you|u|ya) got|(?:do|would) (?:you|u|ya) (?:have|sell|stock|carry|got)|is there|(?:you|u) got)(?: (?:for (?:that|those|this|it|me|us|someone like me)|like that|there|in (?:store|stock)))*[?!. ]*$|(?:你们|你家|店里|这里?|那)?(?:都)?有(?:什么|啥|哪些)(?:好的|适合我?的|相关的|这方面的)?(?:东西|商品|产品|装备|好物)?(?:吗|呢|啊|呀)*[?!. ]*$/u;

export const asksAtAll =
  /[?？]|^(?:(?:and|so|but|ok|hi|hello)[,. ]+)*(?:how|when|where|why|can|could|does|is|are|was|were|did|who|will)\b|\b(?:return\w*|refund\w*|order(?:ed|s)?|deliver\w*|bought|paid|cart|discount\w*|code|coupon\w*|offers?|deals?)\b|吗|怎么|多久|退|换|订单|优惠|券|买了/u;
