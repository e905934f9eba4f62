/** What is told of a wait that is too long, and of what will be said of the shop: somebody is to be sorry. Takes folded text. */

const slow =
  /(?:怎么|咋|为什么|为啥)(?:还|都|一直|到现在)+没(?:有|给我|帮我)*(?:发货|发出|寄出|送到|发|到)|\b(?:why|how come) (?:hasn'?t|has it not|isn'?t|is it not|haven'?t you) .{0,16}\b(?:shipped|sent|dispatched|left|arrived|here)\b|(?:怎么|咋|为什么|为啥)(?:会|还|就|都)?(?:这么|那么|如此|老)慢|(?:快递|物流|发货|送货|配送|送得|发得|你们家?)(?:也|真的?|实在|速度)?(?:太|好|真|这么|有点)慢|别(?:的|人)?家(?:店|的)?(?:都)?(?:是)?(?:第二天|隔天|次日|当天)(?:就)?[能可]?(?:以)?到|等了?(?:这么|那么|好|太)久|(?:都)?等了(?:快|有|都)?(?:好?几|[一二两三四五六七八九十半]|\d+)个?(?:天|周|星期|礼拜|月)了?(?:怎么|咋|为什么|还)|等得?(?:花|心)(?:儿|都|急)|\b(?:why|how come)\b.{0,16}\b(?:taking|take|takes) (?:so|this|that) long\b|\btaking (?:ages|forever)\b|\b(?:other|another|every other) (?:shops?|stores?|sites?|places?)\b.{0,30}\b(?:next|same) day\b|\b(?:delivery|shipping|courier|parcel|order|post)\b.{0,16}\b(?:so|too|very|really|ridiculously|painfully|incredibly) slow\b|\b(?:so|too|really|ridiculously|painfully|incredibly) slow (?:delivery|shipping|courier|to (?:ship|deliver|arrive))\b|\bbeen waiting (?:for )?(?:ages|forever|so long|weeks|days|an? \w+|\w+ (?:days|weeks))\b/u;
/** "My order is late AGAIN", 又迟到了: late, and not for the first time, or told in anger. */
const lateAgain =
  /\b(?:orders?|parcels?|packages?|delivery|deliveries|shipments?|stuff)\b(?: [\w']+){0,3} (?:late|delayed|overdue|not here)\b.{0,12}\b(?:again|as usual|as always|once more|every (?:single )?time)\b|\b(?:always|again) (?:late|delayed|overdue)\b|\b(?:ridiculous|unacceptable|outrageous|unbelievable|pathetic|fed up|sick of|a joke)\b.{0,40}\b(?:order|parcel|package|delivery)\b.{0,24}\b(?:late|delayed|overdue|not here|(?:hasn'?t|didn'?t|not) (?:come|arrived?))\b|又(?:是)?(?:迟到|晚到|晚了|晚点|延误|超时|没按时)|(?:每次|次次|老是|总是|回回)都?(?:这么|那么|是)?(?:晚|慢|迟到|延误|超时|拖)/u;
/** A page that loads, a thing that charges; and a rule that is asked about. */
const otherWait =
  /网页|页面|加载|网站|充电|开机|反应|连接|退款|回复|\b(?:page|site|website|app|load\w*|charg\w*|checkout|refund|reply|answer|usually|normally)\b/u;
/** "Why is it taking so long", 别家第二天就到了. */
export const tellsSlow = (folded: string): boolean =>
  folded.length <= 120 && (slow.test(folded) || lateAgain.test(folded)) && !otherWait.test(folded);

const review =
  /(?:给|要|打|写|留|上|去)(?:你们?|个|一个|条|一条|的)*差评|一星(?:差评|好了|走起)|(?:打|给)(?:你们)?(?:一|1)(?:颗)?星|\b(?:one|1|zero|0)[- ]?stars?\b(?: (?:review|rating|from me|feedback)|[.! ]*$)|\b(?:leav|writ|post|giv)(?:e|ing)\b (?:you |this |the shop |your shop |it |a |an |some )*(?:bad|negative|terrible|awful|nasty|horrible|poor|honest but bad)(?: \w+)? (?:review|rating|feedback)\b/u;
const asksReviews = /有没有差评|看差评|差评多吗|\b(?:any|do you have|are there)\b.{0,12}\breviews?\b/u;
/** 我要差评, "I'm leaving a one star review". */
export const threatensReview = (folded: string): boolean =>
  folded.length <= 120 && review.test(folded) && !asksReviews.test(folded);

const wantsAmends =
  /^(?:(?:hi|hello|and|so|well|no|but|look|sorry|please)[,. ]+)*(?:(?:i|we)(?:'d| would| do)? (?:want|demand|expect|deserve|like|need|ask for|request)(?: to (?:get|claim|have|be given))?|give me|i'?m owed|you owe me) (?:(?:some|a|my|full|financial|proper) )*(?:compensation|damages)(?: please| now| from you| for (?:this|that|it|my trouble|the trouble))*[.! ]*$|^(?:我|那么?|你们?|必须|应该|得|求|给个?|[想要]|申请|[,，。! ])*(?:赔偿|索赔|赔钱|赔我|补偿)(?:我的?|一下|损失|吧|啊|呀|[.!。！ ])*$/u;
/** "I want compensation", 我要赔偿: nothing is told of what for. */
export const wantsCompensation = (folded: string): boolean =>
  folded.length <= 60 && /要|必须|应该|得|申请|给|赔我|[a-z]/u.test(folded) && wantsAmends.test(folded);

const notThenEn =
  /\b(?:i|we) (?:(?:don'?t|do not|won'?t|no longer|will not) (?:even )?(?:want|need|take|accept|keep)|(?:'ll|will|am going to|'m going to) (?:not (?:take|accept)|refuse)) (?:it|them|this|that)\b/u;
const ifLateEn =
  /\bif (?:it|they|this|my (?:order|parcel|stuff|things)|the (?:order|parcel|package|[a-z]+)) (?:doesn'?t|does not|don'?t|isn'?t|aren'?t|is not|hasn'?t|has not|haven'?t|won'?t) (?:\w+ ){0,2}?(?:come|arrived?|here|there|ship(?:ped)?|sent|turn up|show up|get here|delivered|with me)\b/u;
const elseNotZh =
  /^(?:那|要是|如果|你们?|快递|东西|货|包裹|订单|单子?|外套|鞋子?|明天|今天|后天|这周|下?周[一二三四五六日天末]?|\d{1,2}[号日]|还|再|都|[,，。 ])*(?:再|还|要是|如果|明天|今天|后天|周[一二三四五六日天末])(?:\p{Script=Han}{0,6}?)(?:不|没|送不|到不)(?:能)?(?:送到|到货?|发货?|来|寄|了)(?:的话)?[,， ]*(?:那)?(?:我)?(?:可|真|也|都)?(?:就)?(?:不(?:想)?要|不收|拒收)了?(?:[啊哦呀吧.!。！ ])*$/u;
/** 再不到我就不要了, "if it doesn't come soon I don't want it any more": no deal is declined, and nothing called off yet. */
export const wantsNoneIfLate = (folded: string): boolean =>
  folded.length <= 100 &&
  !/[?？]|吗/u.test(folded) &&
  (elseNotZh.test(folded) || (ifLateEn.test(folded) && notThenEn.test(folded)));
