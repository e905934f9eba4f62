/** Closed things that need no classifier: a few words that can mean nothing else. All take folded text. */
import type { Intent } from '../../turn.ts';
import { isNotOurTrade } from '../talk/not-our-trade.ts';
import { answersInAWord, behindOpening } from '../talk/short-answers.ts';
import { personAsked } from './person-asked.ts';

const rules: readonly (readonly [Intent, RegExp])[] = [
  [
    'forget-all',
    /^(?!(?:please |can you |could you |now )?(?:remove|clear) (?:it )?(?:all|everything)(?: please| now)?[.! ]*$)(?:please |can you |could you |i want you to |now )?(?:forget|delete|erase|wipe|remove|clear|reset) (?:me|(?:all|everything)(?: of it| about me| you (?:know|have|saved|stored|remember)(?: about me| on me)?| (?:that )?i(?:'ve| have)? (?:ever )?(?:said|told you|mentioned)(?: to you| so far)?| (?:of )?my (?:data|preferences|information|details|facts|profile))?|my (?:profile|data|personal data|information))(?: please| now)?[.! ]*$/,
  ],
  [
    'forget-all',
    /(?:忘掉|忘记|忘了|删除|删掉|清空|清除|抹掉)(?:掉)?(?:你知道的|关于我的?|我的|我说过?的|我告诉你的|我)?(?:的)?(?:一切|所有|全部|全都|资料|档案)(?:的?(?:信息|数据|资料|偏好|记录|事|事情|东西))?[.! ]*$|^(?:全部|全都|统统)(?:忘掉|删掉|删除|忘记|清空)|^忘[了掉]我(?:吧)?[.! ]*$/u,
  ],
  [
    // 把我的信息全删了, 把你记的关于我的东西都清空.
    'forget-all',
    /^(?:请|麻烦|帮我)*(?:把|将)(?:你们?(?:那里?|这里?|家)?)?(?:记|存|保存|知道|收集)?(?:着|下|了)?的?(?:(?:关于)?我的?(?:所有|全部|个人)?的?(?:信息|资料|数据|档案)|关于我的?(?:所有|全部)?的?(?:东西|一切))(?:全部?|都|通通|统统)+(?:给我)?(?:删|忘|清|抹)(?:了|掉|除|空)*(?:吧|好吗|行吗)?[.!?？ ]*$/u,
  ],
  [
    'forget-all',
    /^(?:请|麻烦)?(?:把|将)?我(?:之前|以前)?(?:说过?|讲过?|告诉过?你?)的?(?:话|东西|内容|信息)?(?:全部?|都|通通)*(?:删|忘|清)(?:了|掉|除|空)*(?:吧)?[.! ]*$/u,
  ],
  [
    'forget',
    /\b(?:forget|unremember|stop remembering|don't remember|delete|erase|remove) (?:that|what|the (?:thing|fact|note|bit|part|preference)|about)?.{0,24}\b(?:i (?:like|love|hate|said|told|prefer|dislike|wear|don't|mentioned)|my (?:\w+ ){0,2}(?:size|budget|colou?r|brand|preference|material|dad|mum|mom)|preference)/,
  ],
  [
    // 资料里关于黑色的喜好帮我抹掉, "wipe blue from what you know about me".
    'forget',
    /\b(?:wipe|clear|erase|delete|drop|remove|scrub|lose|strike|take|get rid of|unsave|forget|clean|cross) (?!everything|all\b|it all)[a-z0-9 ]{1,40}? (?:from|off|out of|in) (?:what you (?:know|have|remember|(?:'ve )?stored|noted)|(?:my|the|your) (?:profile|file|record|notes?|preferences|memory|books?|list of (?:likes|tastes))\b)|\b(?:clear|wipe|erase|delete|remove|reset|drop|scrub) my (?:[a-z]+ ){0,2}(?:preferences?|tastes?|sizes?|budget|colou?rs?)\b|\b(?:should|must|need) ?(?:not|n't)(?: to)? be (?:stored|saved|kept|remembered|noted)\b|(?:资料|档案|记录|记忆|喜好|偏好|画像|信息|笔记)里?.{0,14}(?:抹掉|抹了|清掉|清了|删掉|删了|划掉|去掉|移除|忘掉)|(?:说|记|存)(?:过|的|了)?(?:我)?(?:不|最|很)?(?:喜欢|偏爱|中意|讨厌|爱).{0,12}(?:作废|不算数?|不要(?:保存|记|存)|别(?:保存|存|记)|撤)|(?:备注|标签|那一?条|这一?条)(?:给我|帮我)?(?:撤|划掉|去掉|删)|\b(?:unlearn|unremember) (?:that|what|the)\b|\bget rid of the (?:note|bit|thing|fact|entry)\b|\b(?:don't|do not|stop) (?:keep|save|store|list)(?:ing)? .{1,30} as (?:my|a) (?:favou?rite|preferred|preference)|\bno longer want .{1,30} (?:listed|saved|noted|stored|on record)\b|\bhave no note of\b|\b(?:bit|part|thing|note|line|entry) about (?:me|my)\b.{0,30}\b(?:go|out|gone|removed|deleted|disappear)\b|(?:不(?:想|要|用|希望|愿意?)(?:让)?(?:你们?|系统)?|别|不要|停止)(?:再|继续)?(?:存|记|保存|记录|保留)(?:着|住|下)?.{0,4}我(?:的|喜欢|偏爱|中意|爱|穿|要|说)/u,
  ],
  [
    'forget',
    /(?:忘掉|忘记|忘了|别记|不要记|删掉|删除|去掉|清除).{0,6}(?:我喜欢|我不喜欢|我说|我讨厌|我爱|尺码|预算|颜色|品牌|偏好|鞋码|材质)/u,
  ],
  [
    'about-me',
    /\bwhat (?:do|did|have|does) (?:you|this bot|the shop|your system) (?:know|remember|store|stored|saved?|keep|kept|learn|learned|noted?|have) (?:of |about |on |from )me\b|\bwhat (?:is|do you have) (?:in|on) my profile\b|(?:你|你们)(?:都)?(?:知道|记得|了解|记住了?|存了?|保存了?)(?:了)?我(?:的)?(?:什么|哪些|多少|啥)/u,
  ],
  [
    // 之前关掉的专属优惠帮我打开: what was switched off is to be switched on.
    'opt-in',
    /(?:关(?:掉|了|闭|闭了)?|停(?:掉|了)?|屏蔽(?:了|掉)?|拒绝了?).{0,16}(?:打开|开回|开上|再开|重新开|恢复|放开)|(?:打开|开回|再开|重新开|恢复|解除).{0,10}(?:专属|个性化|个人|私人|单独|针对我).{0,4}(?:优惠|折扣|推荐|福利|券)|\b(?:i|we) (?:had |have )?(?:switched|turned) (?:them|it|(?:the |my )?(?:personal|tailored) (?:offers|deals)) off\b.{0,40}\b(?:back on|on again|again)\b/u,
  ],
  [
    'opt-out',
    /^(?:please )?opt(?: me)?[ -]?out\b|\b(?:stop|disable|turn off|switch off|no more|don't want|do not want|quit) (?:\w+ ){0,2}(?:personal|personali[sz]ed|tailored|targeted|individual) (?:\w+ )?(?:offers?|deals?|discounts?|promotions?|prices?|pricing)\b|(?:关闭|关掉|停止|退出|不要|别再?给我|不想要|取消)(?:.{0,4})(?:个性化|专属|个人|针对我)(?:的)?(?:优惠|推荐|折扣|定价|促销)/u,
  ],
  [
    'opt-out',
    /^(?:please |hey,? |i (?:said|told you) )*(?:(?:i )?(?:don't|dont|do not|never) (?:want|wish|like) (?:to be|being|you to|you) (?:tracked|track(?:ing)?(?: me)?|profiled?|profiling(?: me)?)|(?:stop|quit|no) (?:tracking|profiling)(?: me)?|(?:don't|dont|do not) (?:track|profile) me)(?: please| anymore| any more)?[.! ]*$|^(?:请|我)?(?:不想|不要|别|停止|不希望)(?:再)?(?:被)?(?:你们)?(?:跟踪|追踪|画像|分析)(?:我|我的行为)?(?:了)?[.! ]*$/u,
  ],
  [
    // 别老给我推, 别再推销了; 推荐 is another matter.
    'opt-out',
    /^(?:你们?|能不能|可不可以|请|麻烦|拜托|我说)*(?:别|不要|少|甭|停止)(?:再|老是?|总是?|一直|天天|整天|光|一个劲儿?)*(?:给我|跟我|向我)?(?:推(?!荐)(?:送|销)?|发广告|弹)(?:了|点|些|什么|这些|那些|广告|优惠|活动|券|促销|折扣|消息|的)*(?:行吗|好吗|可以吗|行不行|好不好)?[?!. ]*$/u,
  ],
  [
    'better-deal',
    /^(?:可是?|但是?|怎么|我看|人家|感觉)*(?:别家|别人家?|其他家|隔壁|某宝|淘宝|京东|拼多多|网上|别的店)(?:的|都|卖得?|那边|同款|价格|可?比你们家?|只要|才卖?|就)*(?:\d+(?:块|元)?|更?便宜|更低|低)(?:多了|很多|一点|啊|呢|些|吧)*[?!. ]*$/u,
  ],
  [
    'goodbye',
    /^(?:那|算了,? ?|好吧,? ?)*(?:我)?(?:还是)?(?:去|到|上)(?:别家|别人家|其他家|别的店|别处|淘宝|京东|拼多多|实体店|外面)(?:买|看看?|逛逛?|转转)?(?:了|吧|去)*[.! ]*$/u,
  ],
  [
    // 好滴 下单了再说 拜: leave is taken, and nothing asked.
    'goodbye',
    /^[好的滴嘞吧行嗯哦知道明白了解谢您你感辛苦先这样那我就等下单买收到再说回头时候改天次有空聊看想考虑完后之哈啦,.!~ ]{0,30}(?:拜拜?|再见|回见|bye ?bye|bye|88)[了啦咯哈~!. ]*$/u,
  ],
  [
    'opt-in',
    /^(?:please )?opt(?: me)?(?: back)?[ -]?in\b|\b(?:enable|turn on|switch on|resume|restart|reactivate|turn .{0,24} back on) (?:\w+ ){0,2}(?:personal|personali[sz]ed|tailored|individual) (?:\w+ )?(?:offers?|deals?|discounts?)|(?:打开|开启|恢复|重新开启|开通)(?:.{0,3})(?:个性化|专属|个人)(?:的)?(?:优惠|推荐|折扣)/u,
  ],
  [
    'complaint',
    /^(?:so |and |well,? )*what (?:are|will) you (?:guys )?(?:going to |gonna )?do(?:ing)? about (?:it|this|that)\b|^(?:that's|thats|that is|this is) (?:so |really |just |very )?(?:unfair|not fair)[.! ]*$|^(?:这|那)?(?:太|真|好)?不公平(?:了|吧|啊)?[.! ]*$/u,
  ],
  [
    // 你们客服能不能听懂人话.
    'complaint',
    /(?:能不能|会不会|能|会|到底|是不是)?听(?:得|不)?懂(?:人话|人说话|我(?:在)?说(?:的|什么|啥|话))|说人话(?:行|好|可以|吧)|\b(?:do|can) (?:you|u|this bot|this thing) even (?:understand|read|listen)\b|\b(?:are you|r u) (?:even )?listening\b/u,
  ],
  [
    // "I want to send the decaf back".
    'start-return',
    /^(?:(?:ok|okay|then|so|no|well|please|yes|but|just)[,. ]+)*(?:i(?:'d| would)? (?:just |still |really )?(?:want|need|like|wish)|let me|i'?m going|i have) to (?:send|give|ship|bring|take) (?:(?:something|it|them|one|things) |(?:the|my|this|that|these|those) (?:[a-z'-]+ ){1,4})back(?: please| to you| now)*[.! ]*$/,
  ],
  [
    // 我上一单, and nothing to be done with it.
    'order-status',
    /^(?:那|我的?|看(?:一?下|看)?|查(?:一?下|查)?|帮我|[,， ])*(?:上|最近|最新)(?:的)?(?:那|这)?(?:一)?(?:单|笔|个订单|次订单|张订单)(?:呢|啊|吧|[?？!。. ])*$/u,
  ],
  [
    // 我那个包裹怎么回事啊，三天没动了, whatever else is told of it.
    'order-status',
    /^(?:(?:请问|你好|喂|诶|哎|,| )*)我(?:的|那个?|这个?|(?:之前|上周|前几天|昨天|前天)?(?:买|下|拍|订)的(?:那个?)?)+(?:包裹|快递|订单|物流|单子?|东西)(?:现在|到底|这|是)*(?:怎么回事|咋回事|怎么了|咋了|什么情况|啥情况|什么鬼)(?:啊|呀|呢|了)*(?:[,，。?？!！ ]+(?:都|已经)?[^,，。?？!！]{0,10}(?:没|不)(?:动|更新|走|到|发|变)[^,，。?？!！]{0,3})?[?？!！.。 ]*$/u,
  ],
  [
    // 订单状态: told in two words, and nothing to be done with it.
    'order-status',
    /^(?:my |the )?(?:orders?|parcel|delivery) status[?!. ]*$|^(?:我的?|查(?:一?下|询|看)?|看(?:一?下|看)?|帮我|麻烦)*(?:订单|物流|快递|包裹|发货)(?:的)?(?:状态|进度|进展|情况|信息|动态|查询|跟踪)(?:呢|吧|查(?:一?下|询)?)?[?？!。. ]*$/u,
  ],
  [
    'start-return',
    /^(?:please |can you |could you |i want you to |i'd like you to )*(?:take back (?:what you sent(?: me)?|my (?:order|parcel|last order)|these|this|it)|take (?:it|this|these|them|what you sent(?: me)?|my order) back)(?: please)?[.! ]*$/,
  ],
  [
    'start-return',
    /^(?:那|那么|就|还是|好吧,?|算了,?|行,?)*(?:我)?(?:就|还是|要|想)*(?:把它|把这[个件双])?退(?:了|掉|货)?(?:它)?(?:吧|好了|算了|得了)[.! ]*$/u,
  ],
  [
    // What goes back is named: 我要退那个双肩包.
    'start-return',
    /^(?!.*(?:[?？吗呢么]|怎么|咋|能不能|可不可以|多久|运费|政策|会员|不想退|不要退|退出|退税|退订))(?:你好,? ?|您好,? ?|那|我|麻烦|请|帮我|还是)*(?:要|想要?|申请|给我|帮我)(?:把)?退(?:货|掉|了|一下)?(?:我|上次|之前|刚|昨天|前天)*(?:买的)?(?:[那这]一?[个件双条只款套把台])?\p{Script=Han}{1,10}(?:$|[,，.。! ])/u,
  ],
  [
    // "Do you price match?", "can you do 699 or not", 能不能699给我.
    'better-deal',
    /\bprice[- ]?match(?:ing|es)?\b(?!.{0,40}\b(?:after|bought|ordered|order)\b)|\b(?:match|beat) (?:the|that|this|their|a|his|other|any) (?:lower |other |competitor'?s? )?(?:price|offer)s?\b|\b(?:saw|seen|found|got) (?:it|this|that|them|the [a-z' -]{2,30}?) (?:for |at )?[¥$]?\d{2,5} (?:elsewhere|somewhere else|in another|at another|on another)\b|^(?:(?:so|ok|but|well|and|please|hey)[,. ]+)*(?:can|could|will|would) (?:you|u|ya) (?:do|go (?:down )?to|make it|give me|sell (?:it|me) (?:to me )?(?:for|at)|accept|let it go for) [¥$]?\d{2,5}(?: (?:yuan|rmb))?(?: (?:or not|then|please|for me|for it|today))*[?!. ]*$|^(?:那|所以|就)?(?:能不能|可不可以|能|可以|到底能不能)(?:就)?(?:按)?\d{2,5}(?:元|块)?(?:给我|卖给?我|卖|成交|拿下|行不行)(?:吗|么|不)?[?!. ]*$/u,
  ],
  [
    // 那有啥能用的码, "any codes that work right now"; 我没有码呀，问你有什么码能用.
    'deals',
    /(?:^|[,，。!！?？ ])(?:那|问你|我是?问|请问|现在|目前|你们?|店里|还|都)*有(?:没有|什么|啥|哪些)+(?:优惠|折扣|兑换)?[码券](?:现在|是|我)*(?:能|可以|可)(?:以)?(?:用|使用)(?:的)?(?:[吗么没呢啊呀]|[?!. ])*$|^(?:那|请问|你们?|现在|店里|目前|还)*(?:有没有|有(?:啥|什么|哪些|没有)?|都有(?:啥|什么|哪些))(?:别的|其他|现在|目前)?(?:能用|可用|可以用|有效|好用|能使用|通用)的?(?:优惠|折扣|兑换)?[码券](?:吗|么|没|呢|啊|给我)*[?!. ]*$|^(?:那|请问)?(?:哪些|哪个|什么)(?:优惠|折扣|兑换)?[码券](?:是)?(?:能用|可用|可以用|有效|好用)(?:的)?(?:吗|呢|啊)?[?!. ]*$|^(?:(?:so|ok|then|and|well|but)[,. ]+)*(?:which|what|any) (?:other )?(?:codes?|coupons?|vouchers?) (?:does|do|that|which|will|would|actually)? ?(?:work|are valid|is valid|valid|can i use|are there)s?(?: (?:then|right now|now|today))*[?!. ]*$/u,
  ],
  [
    // 包有哪些打折, 哪些跑鞋在打折, 有打折的包吗: deals on goods of a kind.
    'deals',
    /^(?!.*(?:首单|会员|熟客|学生|生日|新人|怎么|规则|叠加|订单))(?:帮我|给我|请问|看看?|看一?下|查查|你们?家?|店里|现在|今天|那|的|,| )*(?:(?!什么|哪些)\p{Script=Han}{1,5}?(?:现在|今天|目前|里|类)?(?:都)?有?(?:哪些|什么|啥)(?:在|有|是)?(?:打折|特价|降价|促销|折扣)|哪些(?!商品|东西|产品|货)\p{Script=Han}{1,5}?(?:现在|今天)?(?:在|有|是)(?:打折|特价|降价|促销|折扣|优惠|活动)|(?:有没有|有|有什么|有哪些|想看|想找)(?:在|正在)?(?:打折|特价|降价|促销)的\p{Script=Han}{1,6}?)(?:的|吗|么|没有?|呢|啊|呀)*[?!. ]*$/u,
  ],
  [
    // 我是问打折的, "I asked about the discounts": after goods were shown instead.
    'deals',
    /(?:^|[,，。! ])我(?:是|就是|想|在|明明)*(?:问|说)的?(?:是)?(?:你们?)?(?:有没有|有什么|有啥|哪些)?(?:打折|优惠|活动|折扣|促销|减价|特价)(?:的|吗|啊|呢|商品|东西)*[?!. ]*$|\bi(?:'m| am| was| am only)? (?:just |only )?(?:ask(?:ed|ing)|meant|mean) (?:you )?(?:about |for )?(?:the |your |any |what's on )?(?:deals?|discounts?|sales?|promotions?|offers?|reduced ones|discounted ones|on sale)[?!. ]*$/u,
  ],
  [
    'deals',
    /\b(?:which|what) (?:code|coupon|voucher|deal|discount|offer|promotion)s? (?:is|are|would be|saves?|gives?) (?:me )?(?:the )?(?:best|most|cheapest|better)|(?:哪一?[个张种]|什么)(?:券|优惠券?|码|活动|折扣)(?:最|更|比较)?(?:划算|合适|优惠|便宜|省钱?|好)/u,
  ],
  [
    'start-return',
    /^(?:我要|我想|给我|快|赶紧|赶快|马上|请|你们?)*(?:把钱)?退(?:我)?(?:钱|款)(?:给我)?(?:吧|啊|了)?[.! ]*$/u,
  ],
  [
    'no',
    /^(?:ok,? |okay,? |hmm,? |thanks,? |well,? |um,? )*(?:i'?ll|i will|let me|i need to|i want to) (?:think (?:about|on) it|think (?:it )?over|think|sleep on it|decide later|come back(?: later)?|have a think)(?: first| then| thanks)?[.! ]*$|^(?:好的?,? ?|嗯,? ?|那)?(?:我)?(?:再|先)(?:想想|考虑(?:一下|考虑)?|看看再说|想一想)(?:吧|再说)?[.! ]*$|^(?:那|算了,? ?|还是)*(?:先|就)?不买了(?:吧|啊)?[.! ]*$|^(?:那|还是)?(?:今天|今晚|以后|这次|别的|其[他它]的?|剩下的?)(?:先|就|都|也)?不(?:买|要)了(?:吧|啊)?[.! ]*$/u,
  ],
  [
    // "Ok whatever": given up, and nothing looked for.
    'no',
    /^(?:(?:ok|okay|fine|meh|ugh|oh|well|yeah|sure|alright)[,. ]+)*(?:whatever|doesn'?t matter|i give up)(?: then| thanks| bye)*[.! ]*$|^(?:好吧|行吧|算了|唉|哎|那|,| )*(?:无所谓了?|随你吧?|当我没问|当我没说|不问了|(?:那就)?来不及|赶不上|太慢)(?:吧|了|的话)?[.! ]*$/u,
  ],
  [
    // 我直接发邮件: what somebody does without the chat asks nothing of it.
    'no',
    /^(?:算了|那|好吧|[,， ])*我(?:还是|就|直接|自己|去|给你们|再)*(?:发|写)(?:个|封)?(?:邮件|电邮|email)(?:吧|好了|了|给你们|联系|问|你们)*[.! ]*$|^(?:(?:ok|fine|no|never ?mind|then|forget it|alright)[,. ]+)*(?:i'?ll|i will|let me) (?:just |rather )?(?:e-?mail|write to|write|send) (?:you|them|you an e-?mail|an e-?mail|the shop|support)(?: instead| then| directly| later)*[.! ]*$/u,
  ],
  [
    'cancel',
    /^(?:哦|那|行吧?|,| )*算了[,， ]*(?:我)?(?:也|都)?不(?:想)?(?:要|弄|办)了(?:吧|啊)?[.! ]*$|^(?:晕|哎|唉|不是|都说了?|,| )*(?:我)?(?:不是要|没说要?|没要|不)退(?:货|款)?(?:了|啊|呀|的)?[.! ]*$|^(?:那|算了,? ?|还是|等等,? ?)*(?:先|就)?(?:不(?:退|换|取消)(?:货|款)?了|(?:不要|别)(?:再)?取消了?)(?:吧|啊)?[.! ]*$/u,
  ],
  [
    'no',
    /^(?:(?:actually|no|nah|oh|wait|ok|okay|well|hm+|um+|sorry|don'?t|you know what|on second thoughts?|never ?mind|changed my mind)[,.! ]+)*(?:(?:i'?ll |i will |let me |i want to |i'd rather |i think i'?ll |we'?ll |i'?m )?(?:just )?keep(?:ing)? (?:it|them|this|that|this one|that one|the [a-z]+)|leave it (?:as it is|be|alone)|don'?t cancel(?: it)?)(?: then| after all| please| instead)*[.! ]*$/,
  ],
  [
    'no',
    /^(?:算了|等等|等一?下|那|嗯|哦|不|我|想了想|[,. ])*(?:还是|就|先|决定)*留着(?:它|这个)?(?:用|穿)?(?:吧|好了|算了|了|[.! ])*$/u,
  ],
  [
    'cancel',
    /^(?:(?:ok|okay|no|actually|never ?mind|wait|sorry|oh|well|thanks)[,. ]+)*(?:(?:i )?(?:don'?t|do not|dont) (?:need|want) (?:to (?:talk|speak) to )?(?:an? |the |any |your )?(?:person|human|agent|staff|people|colleague)(?: any ?more| now| after all)?|no need (?:for|to (?:get|call|talk to|fetch)) (?:an? |the |your )?(?:person|human|agent|colleague|staff)(?: any ?more| now)?|(?:i'?ll|let me|i'd rather) (?:stay|go on|carry on|continue) with (?:you|the bot))[.! ]*$|^(?:那|哦|算了|没事|,| )*(?:先)?(?:不(?:用|要|找|转|需要|等)|别)(?:再)?(?:转|找|叫|等)?(?:人工|真人)(?:客服)?[了吧啦]*[.! ]*$/u,
  ],
  ...personAsked,
  [
    'why-offer',
    /\bwhy\b(?!.{0,60}\b(?:not|isn't|doesn't|didn't|won't|can't|invalid|fail\w*|expire\w*|reject\w*)\b).{0,40}\b(?:this|that|the|such an?|me an?|an?) (?:\w+ )?(?:offer|deal|discount|promotion|coupon|price)\b|\bwhy (?:this|that) (?:one|offer|deal|discount)\b/,
  ],
  [
    'why-offer',
    /(?:为什么|为啥|凭什么|怎么会)(?!.{0,20}(?:不能|用不了|没有|失效|无效|不了|不给|失败)).{0,12}(?:优惠|折扣|活动|券|打折)(?!.{0,8}(?:不能|用不了|失效|无效|不了|失败))/u,
  ],
  [
    'why-offer',
    /\bhow (?:was|were|did|do) (?:you )?(?:\w+ )?(?:this|that|the|my) (?:offer|deal|discount|promotion) (?:get )?(?:chosen|picked|selected|decided|made for me)\b|\bhow did you (?:choose|pick|select|decide on) (?:this|that|the|my) (?:offer|deal|discount|promotion)\b|(?:这个|该|我的)(?:优惠|折扣|券)(?:是|都是)?(?:怎么|如何|怎样)(?:选|挑|定|来的)/u,
  ],
  [
    // The range as a whole is asked for.
    'recommend',
    /^(?:so |and |hi,? |hello,? )?what (?:all |else )?(?:do|can) (?:you|you guys|i|this shop) (?:all )?(?:sell|stock|carry|offer|buy)(?: here| in this (?:shop|store)| in your (?:shop|store))?[?!. ]*$|^what (?:kinds?|sorts?|types?|range) of (?:products|things|goods|stuff|items) (?:do|can) you (?:have|sell|offer|stock|carry)[?!. ]*$|^what(?:'s| is) in (?:the|your|this) (?:shop|store)[?!. ]*$|^(?:请问)?(?:你们?|这里|这儿|店里|你们(?:店|家|店里))?(?:都|主要)?(?:有)?(?:卖|售|出售|经营)(?:些|点)?(?:什么|啥|哪些)(?:东西|商品|产品|的)?(?:呀|啊|呢)?[?!. ]*$|^(?:你们?|这里|店里|你们店)(?:里)?(?:都)?有(?:些)?(?:什么|啥|哪些)(?:东西|商品|产品)(?:卖)?[?!. ]*$/u,
  ],
  [
    'recommend',
    /^(?:please )?(?:give me|i need|i want|show me|any|some) (?:some |a bit of |any )?(?:inspiration|ideas?|suggestions?)(?: please)?[?!. ]*$/,
  ],
  [
    'recommend',
    /^(?:请|麻烦|能不能|可以)?(?:给|帮|替|为|跟|向)(?:我|我们|咱)推荐(?:一下|一些|几[个款样件]|点|下)?(?:商品|东西|产品)?(?:吧|呗|吗|看看)*[?!. ]*$|^(?:我)?(?:就|先|只是|想)?随便(?:看看|逛逛|转转|瞧瞧)(?:吧|的|而已)?[.! ]*$/u,
  ],
  [
    // Whether anything was missed before paying: 还有没有折扣我没用到.
    'deals',
    /^(?!.*(?:码|口令)).*(?:还)?有(?:没有|哪些|什么|啥)?(?:什么|其他|其它|别的)?(?:的)?(?:折扣|优惠|活动|优惠券|券|满减)(?:是|可以|能)?(?:我|咱)?(?:还)?(?:没用|没领|没享|漏了|漏掉|错过|没注意|可以用|能用|能享)/u,
  ],
  [
    // What else there is to save on what is in the cart: 这单还能省多少.
    'deals',
    /(?:这(?:一|个|些)?[单车笔]|购物车|总价|我这(?:些|堆)?|一共|一起买)(?:东西|里的?|的)?.{0,4}(?:还)?(?:能|可以)(?:再)?(?:省|便宜|优惠|少|减|打)(?:多少|几|一?[点些])|\b(?:bring|get|cut|push|take) (?:down )?(?:my|the|this) (?:bill|total|sum|amount)(?: down| lower)?\b(?!.{0,12}\b(?:invoice|to)\b)/u,
  ],
  [
    // Elsewhere it costs less, or there should be some way: 别家卖得比你便宜, 有没有办法便宜一点; 还有别的便宜点的吗 looks for others.
    'better-deal',
    /^(?!.*(?:退|差价|保价|买贵|怎么办)).*(?:别[家人处]|(?<!有|看看|换个|要|找)别的|其[他它]家|其[他它]的?(?:店|平台|地方)|人家|隔壁|外面|网上|淘宝|天猫|京东|拼多多|抖音|实体店)(?:店|家|平台|上|那边|那里|同款|一样的?|都|也|卖得?|只卖|只要|,| ){0,6}(?:比(?:你|这)|才\d|便宜|更低|低(?:很多|不少|了|一)|\d+[元块])|(?:有没有|有什么|有啥|想个?|没有?)(?:别的|其他)?(?:办法|法子|方法|余地|空间).{0,4}(?:便宜|优惠|少|降)|\b(?:go|come down|do|get) (?:any |a bit |a little |even |much |still )*lower\b(?: than (?:that|this|it))?(?: for me| please| then)*[?!. ]*$|\b(?:surely|come on),? (?:\w+ )?(?:you|there).{0,20}\b(?:do|go|knock|have) (?:\w+ )?(?:better|lower|more)\b/u,
  ],
  [
    // A price to be brought down, named or not.
    'better-deal',
    /(?:给|帮)(?:我的?|我们的?|咱)?(?:账号|账户|订单|这单|购物车)?打.{0,3}折(?:扣)?(?:吧|呗|吗|啊|行吗|行不)?[?!. ]*$|(?<!\bso (?:that )?(?:i|we) (?:can |could |will )?)\b(?:give|make|get|let) (?:me )?(?:have )?(?:everything|it all|(?:my|the|this) (?:whole )?(?:order|cart|basket)|it|this|them) (?:all )?(?:for )?free\b(?! (?:of|from|delivery|shipping))|\b(?:is|are) (?:that|this|these|those|it) (?:really |truly |actually )?(?:your|the) (?:very )?(?:best|lowest|final|last) (?:offer|price|deal|discount|you can do)\b|\b(?:is|are) (?:that|this|it) (?:really |truly |actually )?your (?:very )?(?:best|lowest|final|last)\s*(?:[?!.,]|$)|\bmeet (?:me|us) (?:half ?way|in the middle)\b|\bneed (?:it|this|that) (?:to be )?(?:a bit |much |any )?cheaper\b|\bknock (?:a bit|some|something|a little|a few|any) (?:more |\w+ )?off\b|\b(?:get|have|buy|make|for) (?:this|it|that|them|these|those|the \w+) (?:\w+ ){0,2}?(?:any |a bit |a little )?cheaper\b|\b(?:lower|reduce|bring down|knock .{0,12} off) (?:the|this|that|your|its) price\b|购物车.{0,8}(?:最低|最少|便宜|再少|优惠到)/u,
  ],
  [
    'start-return',
    /(?:想|要|想要|能不能|帮我)(?:把.{1,8})?退掉(?!.{0,4}(?:了吗|怎么|运费))|(?:这个|这件|这双|东西|它)(?:能|可以)退(?:吗|嘛|不|么).{0,4}(?:不适合|不合适|不喜欢|太[大小])|(?:不适合|不合适|太[大小]).{0,8}(?:想|要|能)退(?:了|掉|吗|货)?[?!. ]*$/u,
  ],
  [
    // Sums are not our trade.
    'unclear',
    /^(?:what(?:'s| is) )?[\d.]+ ?(?:\+|-|\*|x|\/|times|plus|minus|divided by) ?[\d.]+[=? ]*$|[一二三四五六七八九十百千两\d]+ ?(?:加上?|减去?|乘以?|除以?|[+*×÷-]) ?[一二三四五六七八九十百千两\d]+ ?(?:等于|得几|得多少|=)/u,
  ],
  [
    'apply-offer',
    /^(?:yes,? ?|ok,? ?|please )?(?:apply|use|activate|claim|redeem|take|accept) (?:it|(?:the|this|that|my) (?:offer|deal|discount|coupon|promotion))(?: please| now)?[.! ]*$|^(?:好的?,? ?)?(?:那|就|我?[要想]|请|帮我|给我|直接|麻烦)*(?:使用|用上?|领取|接受|应用|兑换)(?:一?下)?(?:[这那]个|[这那]张|该|此)?(?:优惠|折扣|优惠券|券)(?:吧|了|好了)?[.! ]*$/u,
  ],
  [
    // 购物车给我看一下, 把购物车给我看看: nothing goes in.
    'view-cart',
    /^(?:那|好的?|请|麻烦|再|先|帮我|给我|让我|我|想|要|把|[, ])*(?:(?:看|瞧|查)(?:一?下|看|一看)?(?:我的?)?购物车|(?:我的?)?购物车里?(?:给我|帮我|让我|我|再)*(?:看|瞧|查)(?:一?下|看|一看)?)(?:里(?:都)?(?:有|是)?(?:什么|啥|哪些)?|吧|呗|啊|呀|哈|[?!. ])*$/u,
  ],
  [
    // 那就这款吧, of several that were shown too: which is asked.
    'add-to-cart',
    /^(?:好的?|行吧?|嗯|可以|那|[,. ])*就(?:要|买|选|拿|来)?(?:它|[这那][个款件双条只套盒包瓶])(?:了|吧|好了)+[.! ]*$/u,
  ],
  [
    'cancel',
    /^(?:(?:no|ok|okay|oh|ah|well|actually)[,. ]+)*(?:never ?mind|forget (?:it|about it)|leave it|don't worry)[,.! ]+(?:thanks?|thank you|cheers)(?: (?:anyway|dear|all the same|so much|very much|you))*[.! ]*$|^(?:那|还是)?(?:算了|不弄了|不办了)(?:吧)?[,，。.! ]*(?:谢谢|谢了|多谢)(?:你|您|啊|啦)?[.!~ ]*$|^(?:(?:oops|no|wait|oh)[,.! ]+)?(?:cancel|stop|never ?mind|abort|quit|exit|forget it|start over|go back|restart|scratch that|undo(?: that| it| this)?|cancel (?:it|this|that))(?: please)?[.! ]*$|^(?:取消|撤销|撤回|算了|停|停止|退出|返回|不办了|不弄了|重新开始|取消吧|停下|停下来)(?:吧|了)?[.! ]*$/u,
  ],
  [
    'help',
    /^(?:help|help me|help please|menu|main menu|what can you do)[.!? ]*$|^(?:帮助|菜单|帮帮我|你能做什么|你会什么|使用说明)[.!?? ]*$/u,
  ],
  [
    'identity',
    /^(?:(?:hi|hello|hey|wait|so|ok|but|hm+|sorry|and)[,. ]+)*(?:who|what) (?:are|r) (?:you|u)(?: exactly| really)?[?!. ]*$|\b(?:are|r) (?:you|u) (?:really |actually |just )?(?:an? |the )?(?:real |actual |live )?(?:human|person|robot|bot|machine|computer|ai|chat ?bot|program|chatgpt|gpt|real)\b|\b(?:am i|is this) (?:really )?(?:(?:talking|speaking|chatting|writing) (?:to|with) )?(?:an? )?(?:real |actual )?(?:human|person|bot|robot|machine|ai)\b/,
  ],
  [
    'identity',
    /^(?:那|喂|请问|所以|等等|话说)?,?(?:你|您|你们)(?:到底|究竟|真的?|难道)?(?:是不是|不是|是|算)(?:一?个)?(?:真的?)?(?:人|机器人|真人|活人|人类|人工智能|ai|智能客服|电脑|程序|机器|人工)(?:还是.{1,6})?(?:吗|啊|呀|么|吧|呢|嘛)*[?!. ]*$|^(?:你|您)(?:是|叫)(?:谁|什么名字?|啥名字?|哪位)(?:啊|呀|呢)?[?!. ]*$|^你谁(?:啊|呀)?[?!. ]*$/u,
  ],
  [
    'yes',
    /^(?:(?:yes|yeah|yep|yup|sure|ok|okay|of course|absolutely|definitely|go ahead|do it|please do|alright|all right|sounds good|correct|that's right|right|exactly|fine|y|yes please|sure thing|let's do it|why not|perfect)[,.! ]*){1,3}$|^(?:(?:好|好的|好啊|好呀|好吧|可以|可以的|行|行吧|是|是的|对|对的|嗯+(?!嗯)|要|要的|没问题|没错|当然|同意|确定|确认|ok|成|来吧)[,.!~ ]*){1,3}$/u,
  ],
  [
    'no',
    /^(?:(?:no|nope|nah|no thanks|no thank you|not now|not right now|not today|not really|not yet|n|no way|maybe later|i don't think so|no need)[,.! ]*){1,3}$|^(?:(?:不|不要|不用|不用了|不了|不是|不需要|不行|没有|暂时不用|先不要|不想|不好|别)[,.!~ ]*){1,3}$|^(?:不用了?|不了|不要了?),? ?谢谢[.! ]*$/u,
  ],
  [
    'thanks',
    /^(?:(?:ok|okay|great|perfect|good|cool|awesome|nice|brilliant|lovely),? ?)?(?:thanks?|thank you|thx|ty|cheers|many thanks)(?: so much| very much| a lot| a bunch| you)?[.! ]*$|^(?:好的?|明白了?|知道了?|太好了?)?,? ?(?:谢谢|多谢|谢啦|感谢|谢了)(?:你|您|啦|了|哈)?[.!~ ]*$/u,
  ],
  [
    // All is well, and nothing else is said.
    'thanks',
    /^(?:(?:ok|okay|great|perfect|hi|hello|hey|yes|oh|good news)[,.! ]+)*(?:(?:i )?ordered (\w+),? (?:and )?(?:i )?(?:received|got) \1|(?:(?:i|we|it|they|everything|all|both|(?:my|the) [a-z]+(?: [a-z]+)?)(?:'ve|'s)? )?(?:(?:have|has|just|all|both|finally|already|now|really) )*(?:received|got|arrived|came|works?|fits?)(?: (?:it|them|everything|(?:my|the) (?:order|parcel|package|delivery|goods|items|refund|money|email)|today|yesterday|this morning|now|already|safely|well|fine|perfectly|great|nicely|beautifully|on time|in time|early|quickly|fast|really|so|very|all|good|here|ok|okay|just))*)[,.! ]+(?:many )?(?:thanks?|thank you|thx|cheers)(?: you)?(?: so much| a lot| very much)?[.! ]*$|^(?:好的?|嗯|哦|我|已经|都|刚|今天|东西|包裹|快递|货|订单|衣服|鞋子?|[,， ])*(?:收到|拿到|到)(?:货|包裹|快递|东西)?(?:了|啦)?(?:[,，。! ]*(?:很|非常|都|挺)*(?:满意|喜欢|合适|好))?[,，。.! ]*(?:谢谢|多谢|谢啦|感谢)[你您了啦哈]*[.!~ ]*$/u,
  ],
  [
    'greeting',
    /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|howdy|yo|heya|ni ?hao|hola|bonjour|aloha)(?: there| again| bot| everyone)?[.!, ]*$|^(?:你好|您好|嗨|哈喽|早上好|下午好|晚上好|早|在吗|在不在|有人吗|有没有人)(?:呀|啊|吗)?[.!?,~ ]*$/u,
  ],
  [
    // "Thank you. I will ask my daughter. Goodbye", 好的谢谢，先这样: nothing is asked, and nothing to be done.
    'goodbye',
    /^(?:(?:ok|okay|great|thanks?|thank you|cheers|many thanks|perfect|right|alright|lovely|fine|no|well)(?: so much| very much| a lot| anyway| then)?[,.! ]+)*(?:(?:i'?ll|i will|let me|we'?ll|i(?:'m| am) going to|i (?:have|need|want) to|i must|i'?ve got to) (?:just |first |go and |have to )*(?:ask|check|look|think|try|call|phone|ring|write|dig|find|come back|get back|be back|wait|see|speak|talk|let you know|read|sleep|go|leave|run|be off)\b[^.!?;]{0,60}[,.! ]+|(?:talk|speak) (?:later|soon|tomorrow)[,.! ]+){0,2}(?:good ?bye|bye+(?:[- ]?bye)?|see you|see ya|good night|take care|cya)(?: then| for now| later| soon| tomorrow| everyone)*[.! ]*$|^(?:(?:那|好的?|行|嗯|哦|知道了?|明白了?|谢谢|多谢|谢啦|谢了|感谢|辛苦|您|你|了|啦|[,，。!！~ ])*)(?:先|就)(?:这样|下了?|不聊了?|到这(?:里|儿)?|走了?|忙去了?)(?:吧|了|啊|哈)*(?:[,，。!！~ ]*(?:谢谢|多谢|再见|拜拜|88|回聊|您|你|了|啦))*[。.!！~ ]*$/u,
  ],
  [
    'goodbye',
    /^(?:(?:and )?(?:the )?(?:you too|same to you|u too|likewise)[.! ]*)$|^(?:你也是|您也是|彼此彼此|同祝|你也一样)[.! ~]*$|^(?:o?k(?:ay)?,? ?)?(?:bye+|goodbye+|bye+ ?bye+|see you|see ya|good night|take care|farewell|cya)(?: later| then| soon| tomorrow)?[.! ]*$|^(?:再见|拜拜|拜|回见|晚安|下次见|886?)(?:啦|了|咯)?[.!~ ]*$/u,
  ],
];

export const ruledIntent = (folded: string): Intent | undefined => {
  if (folded.length > 160) return undefined;
  if (isNotOurTrade(folded)) return 'unclear';
  return ruled(folded) ?? ruledBehindOpening(folded);
};

const ruled = (folded: string): Intent | undefined => rules.find(([, pattern]) => pattern.test(folded))?.[0];

/** "Ok please a human": what opens a message is no answer where more is said. */
const ruledBehindOpening = (folded: string): Intent | undefined => {
  const rest = behindOpening(folded);
  const intent = rest === undefined ? undefined : ruled(rest);
  return intent && (intent === 'goodbye' || !answersInAWord.has(intent)) ? intent : undefined;
};

const returning =
  /\b(?:return|send (?:it|them|this|these|something)? ?back|refund|exchange)\b|退货|退掉|退款|换货|想退|要退/u;
/** What an order number, alone or with an e-mail address, is most likely about. */
export const aboutOrder = (folded: string): Intent => (returning.test(folded) ? 'start-return' : 'order-status');
