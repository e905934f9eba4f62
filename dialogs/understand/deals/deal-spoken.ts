/**
 * Whether money off is spoken of. "Better", "cheaper" and "expensive" are said of goods as well, and a deal is looked for
 * only where a discount or a haggle is in the words. All take folded text.
 */

const english =
  /\b(?:deals?|discount\w*|offer(?:s|ing)?|coupons?|vouchers?|promo\w*|sales?|bargains?|haggl\w*|negotiat\w*|rebates?|codes?|freebies?|savings?|sweeten\w*|wiggle room|throw in|half[ -]price|price (?:breaks?|cuts?|reductions?|drops?|match\w*)|match (?:the|that|this|their|it)|(?:percent|pct)|meet (?:me|us) (?:half|in)|go(?:es)? down|come down|best you(?:'ve| have| can| could)? ?(?:got|do|offer)?|your (?:very )?best|(?:can|do) (?:i|we) save|sav(?:e|ing)s? (?:me|us|money|some|something|anything|more)|free (?:delivery|shipping|postage|gift)|reduced|over ?priced)\b|\d ?%|\b(?:anything|something|any|some|more|bit|little|money|cash|bucks|yuan|dollars|kuai|\d+) (?:\w+ )?off\b|\boff (?:it|this|that|them|the price|my (?:order|cart))\b|\bknock\w* .{0,20}off\b|\b(?:lower|reduc\w+|cut|drop|beat|better|best|good|final|last|lowest|special|bring down) (?:\w+ ){0,2}prices?\b|\bprices?\b.{0,16}\b(?:lower|down|negotiable|final)\b|\b(?:make|give|let|go|sell|do|get|have|buy) (?:(?:me|us|it|this|that|them|these|those|the \w+|any|a bit|a little|much|have) ){0,4}(?:cheaper|for less|lower|less)\b(?! (?:one|than|expensive|option|version|alternative|model))|\b(?:can|could|can't|couldn't|won't) (?:you|u) (?:\w+ )?do (?:any |a bit |a little )?better\b|\bdo (?:any )?better(?: (?:than|on) (?:that|this|it|the price))?[?!. ]*$|\b(?:elsewhere|somewhere else|(?:other|another) (?:shop|store|site)s?)\b|\b(?:do|have|sell|give|take|get|let) (?:\w+ ){0,4}(?:for|at) [¥$€£]?\d+\b|\bi(?:'ll| will|'d| would)? (?:pay|give you) [¥$€£]?\d+/;

const chinese =
  /优惠|折|便宜一?[点些]|便宜吗|[能再]便宜|便宜多少|少一?[点些]|少\d|能少|降|减|让利|让[点一]|抹|砍|讲价|还价|议价|能谈|最低|再低|能低|底价|券|码|活动|促销|特价|福利|红包|包邮|免运费|赠|再送|送[点个]|卖不卖|别家|其他家|半价|划算|省/u;

export const speaksOfDeal = (folded: string): boolean => english.test(folded) || chinese.test(folded);

const dear =
  /\b(?:(?:too|so|a bit|a little|bit|quite|rather|very|way|really|pretty|kind of|kinda|still)(?: (?:too|so))? (?:much(?! (?:stuff|work|hassle|effort|trouble|of a|going on|to carry|like)\b)|expensive|pricey|dear|costly)|expensive|pricey|costly|(?:that's|thats|that is|it's|its) (?:a lot|much)|too much money|(?:above|over|out of) my (?:budget|price range|league))\b|贵|超(?:了)?预算/u;
/** "The second is too expensive", "bit pricey": a price is found high. */
export const findsDear = (folded: string): boolean => dear.test(folded.replace(muchDone, ' ')) && !notDear.test(folded);
/** "If I drink too much": so much is done, and not asked for it. */
const muchDone =
  /\b(?:drink|eat|sleep|talk|walk|sweat|run|use|weigh|move|shake|smell|leak|read|cook|travel)(?:s|ing|ed)? (?:it |them |too |so |way |that |very )*much\b/g;
const notDear =
  /\b(?:not|n't|nothing|less|isn'?t) (?:\w+ ){0,2}(?:expensive|pricey|costly|dear|much)\b|不(?:要|能|想)?(?:太|那么|算|是很)?贵|贵一?[点些]儿?(?:的)?(?:也|都|就)?(?:没事|没关系|没问题|无所谓|不要紧|不怕|可以|能接受|行|成|ok)|(?:要|想要|来|换|看看?|找|有没有)[个点些]?(?:更|再|稍微|稍)?贵一?[点些]的?|\bdon'?t mind (?:paying|spending|if it)|(?:pricey|expensive|dear|costly|more) (?:is|are|would be) (?:fine|ok|okay|alright|no problem)|\b(?:more|slightly|bit) (?:expensive|pricey) (?:one|ones|is|are)\b/u;

/** Fillers around it: what is left of "wow, that's a bit pricey, I won't buy it" is nothing. */
const beside =
  /\b(?:hm+|oh|ok(?:ay)?|no|but|and|well|sorry|wow|ouch|ooh|lol|it|this|that|they|these|those|is|are|'?s|'?re|the|price|for|me|all|both|i|we|won't|will|not|can't|buy|take|afford|it's|far|way|just|really|still|money|then|a)\b|[这那]|个|款|些|件|双|有|点|些|太|好|都|也|嗯|额|哦|可是|但是?|不过|了|吧|啊|呀|的|价格|不买|小|觉得|我|算|就/gu;
/** Nothing but that it costs too much: of one thing spoken of that haggles. */
export const onlyFindsDear = (folded: string): boolean =>
  folded.length <= 60 &&
  findsDear(folded) &&
  folded
    .replace(dear, ' ')
    .replace(beside, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '') === '';
