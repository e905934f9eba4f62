/** What is said of the product that was looked at just now, without naming it. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { withoutReceiver } from '../cart/for-whom.ts';

/** After these the product shown is what everything is about. */
const closeUp: ReadonlySet<Intent> = new Set(['product-details', 'stock', 'why-product', 'add-to-cart']);

/** Also where the list holds nothing else. */
export const isCloseUp = ({
  focus,
  lastIntent,
  shown,
}: Pick<ConversationMemory, 'focus' | 'lastIntent' | 'shown'>): boolean =>
  (focus !== undefined && lastIntent !== undefined && closeUp.has(lastIntent)) || shown.length === 1;

const taking =
  /^(?:(?:ok|okay|yes|great|fine|good|nice|well|and|please|then)[,. ]+)*(?:(?:i'?ll|i will|let me|let's|can i|i want to|i'd like to) )?(?:add|take|get|buy|have|order|want|give me) (?:me )?(?:\d{1,2}|one|two|three|four|five|six|a couple|a pair|both|another|one more)(?: of (?:them|it|those|these))?(?: (?:to|in|into) (?:my |the )?(?:cart|basket|bag))?(?: please| then)?[.! ]*$|^(?:(?:ok|okay|yes|great|fine|good|nice|well|and|please|then|can you|could you)[,. ]+)*(?:(?:i'?ll|i will|i'd|i|let me|let's|can i|i want to|i'd like to) )?(?:take|order|buy|(?<=(?:i'?ll|i will|let me|let's) )try) (?:it|this|that|them|those|these|this one|that one)(?: for me)?(?: please| then)?[.!? ]*$|^(?:ok,? |yes,? )?(?:\d{1,2}|two|three|four|five|six|one|a couple) of (?:those|these|them|it|that)(?:,? (?:please|then|thanks))*[.! ]*$|^(?:(?:不错|挺好的?|好看|喜欢|好的?|行吧?|可以|嗯|那|就|先)[,. ]*)*(?:给我|我要|帮我)?(?:来|要|拿|买|加|下单)(?:上)?(?:一|两|三|四|五|六|\d{1,2})[个件双款条只台盒包罐套份把瓶支](?:吧|呗|啊)?[.! ]*$|^(?:好的?吧?|行吧?|可以|那|嗯|[,. ])*(?:我)?(?:就)?(?:买了|买它|买下?|要了|拿下|入了|下单|买单|(?:加|放)(?:进去|进来|上)|它了?)(?:吧|了|呗|呀|啊|谢谢|[,. ])*[.! ]*$/u;

/** The one looked at, agreed to: "right, that one", "one please", 就这个吧, 两个. */
const agreeing =
  /^(?:(?:ok|okay|yes|yeah|right|great|fine|good|nice|perfect|well|and|then|alright|all right|cool|lovely)[,. ]+)*(?:(?:i'?ll|i will|let'?s|i'd like to) )?(?:(?:just )?(?:this|that) one(?:,? (?:in|into|to) (?:the|my) (?:cart|basket|bag))?|(?:just |only )?one|(?:just |please |pls )?add(?: to (?:the|my) (?:cart|basket|bag))?|(?:go|going) (?:for|with) (?:it|this|that|this one|that one|one)|(?:have|get|take) (?:it|this|that|this one|that one))(?:,? (?:please|then|thanks))*[.! ]*$|^(?:好的?吧?|行吧?|可以吧?|嗯|那|对|没错|成吧?|算了|[,. ])*(?:就)?(?:要|买|选|拿)?(?:它|[这那][个款件双条台只瓶罐盒包把支套副本])(?:了|吧|好了|得了|就行|就好)+[.! ]*$|^(?:好的?|行|对|没错|嗯)[,. ]*(?:我)?(?:就|就要|要|买|拿|选)(?:它|[这那][个款件双条台只瓶罐盒包把支套副本])[.! ]*$|^(?:好的?吧?|行吧?|可以吧?|嗯|成吧?|[,. ])*那?就(?:要|买|拿|选)?(?:它|[这那][个款件双条台只瓶罐盒包把支套副本])(?:了|吧)?[.! ]*$|^(?:那|就|先)?(?:剩|最后)(?:下)?的?(?:这|那)?一[个件双款条只台盒包罐套份把瓶支](?:我)?(?:也|都)?(?:要|买)了(?:吧|呗)?[.! ]*$|^(?:那|就|先)?(?:要|来|拿|买)?(?:一|两|三|四|五|六|\d{1,2})[个件双款条只台盒包罐套份把瓶支](?:试试看?|尝尝看?|用用看|试一下)?(?:吧|呗|啊)?[.! ]*$|^(?:好的?吧?|行吧?|可以吧?|嗯|那|[,. ])*(?:它|[这那][个款件双条台只瓶罐盒包把支套副本])我?也(?:要|来|拿|买|加)(?:上|一[个件双条只台盒包罐套份把瓶支])?(?:了|吧|呗)?[.! ]*$/u;

/** "Add 2", "来一个": into the cart with it. */
export const takesIt = (folded: string): boolean => {
  if (folded.length > 60 || onlyOne.test(folded)) return false;
  if (onlyPrice.test(folded)) return true;
  const said = withoutReceiver(folded.replace(priceAgreed, ''));
  return taking.test(said) || agreeing.test(said);
};
/** 好吧259就259: agreed to at its price. */
const priceAgreed =
  /^(?:那|好吧|好的?|行吧?|嗯|可以|算了|[,. ])*(\d{2,5})(?:块|元)?就\1(?:块|元)?(?:吧|了)?(?!\d)[,. ]*/u;
const onlyPrice =
  /^(?:那|好吧|好的?|行吧?|嗯|可以|算了|[,. ])*(\d{3,5}|\d{2}(?=[块元]))(?:块|元)?就\1(?:块|元)?(?:吧|了|,? ?(?:要|买|拿下)了)*[.! ]*$/u;
/** 就一个啊: there is no other. */
const onlyOne = /^(?:怎么)?(?:就|只有|才)(?:这)?一[个款双件种](?:啊|吗|呀|么|嘛|[?？])/u;

const putsIn =
  /^(?:(?:ok|okay|yes|so|and|well|just|please|hey|i said|can you|could you)[,.! ]+)*(?:add|put|order|buy) (?:it|this|that|them|em|'em)(?: (?:in|to|into) (?:my |the )?(?:cart|basket|bag))?(?: please| then| now)*[.!? ]*$|^(?:好的?|嗯|行|那|就|请|帮我|给我|可以|倒是|快|[,. ])*(?:把(?:它|[这那]个))?(?:加购|加车|加(?:入|到|进)?(?:购物车|车)|放(?:进|到|入)?购物车(?:里)?|(?:加|放)(?:进去|进来|上)|就(?:它|[这那]个)了?)(?:吧|了|呀|啊|呗|嘛|[!. ])*$/u;

/** "Add it", 加购物车呀: no other and no number of it. */
export const putsItIn = (folded: string): boolean => folded.length <= 60 && putsIn.test(folded);

const someOf =
  /^(?:那|就|先)?(?:要|来|拿|买)?(?:一|两|三|四|五|六|\d{1,2})[个件双款条只台盒包罐套份把瓶支](?:就行|就好|就够了?|吧|呗|啊)?[.! ]*$/u;
/** So many of something of a list, and not of which. */
export const takesSome = (folded: string): boolean =>
  folded.length <= 60 && (taking.test(folded) || someOf.test(folded));
/** Of what was looked at, however long ago: "that one", 要这个. */
export const takesPointed = (folded: string): boolean =>
  /\b(?:this|that|it)\b|它|[这那][个款件双条台只瓶]/u.test(folded);

const checkingOut =
  /^(?:(?:ok|okay|please|now|let's|i want to|i'd like to|can i|ready to|i'm ready to)[,. ]+)*(?:check ?out|pay now|place (?:the|my) order|go to (?:the )?check ?out)(?: now| please)?[?.! ]*$|^(?:那|好,?|好的,?|就|我要|我想|帮我|去|现在|行|可以|嗯|ok|直接|[,，。! ])*(?:下单|结账|结算|付款|买单|付钱)(?:吧|了|呀)?[.! ]*$/u;

/** "How do I check out", 怎么下单. */
const howToCheckOut =
  /^(?:(?:ok|okay|so|and|great|now|thanks|great|fine|good)[,. ]+)*(?:how|where) (?:do|can|would|could) (?:i|we) (?:check ?out|pay for (?:it|this|that|them|everything)|place (?:the|my|an) order|order(?: (?:it|this|them|now|something|here|from you))?|buy (?:it|this|them) now)(?: now| then| please)*[?.! ]*$|^(?:(?:ok|okay|so|and|great|now)[,. ]+)*check ?out how[?.! ]*$|^(?:那|然后呢?|接下来呢?|(?:蛮|挺|很|还)?[好行][的吧嘞]?|可以|不错|请问|谢谢|嗯|哦|ok|我|要|现在|,|，| )*(?:怎么|咋|如何|去?哪里?|在哪)(?:去)?(?:下单结账|下单|结账|结算|买单)(?:啊|呀|呢|了)?[?？.! ]*$|^(?:(?:ok|okay|so|and|great|now|thanks|fine|good|cool)[,. ]+)*(?:where (?:do|can|would|could|should) (?:i|we) (?:now )?pay|take me to (?:pay(?:ment)?|(?:the )?check ?out))(?: now| then| please)*[?.! ]*$|^(?:那|然后呢?|接下来呢?|好的?|请问|嗯|哦|ok|我|要|现在|,|，| )*(?:在|去|到)?(?:哪里?|哪儿|什么地方)(?:能|可以)?(?:付[钱款]|支付)(?:啊|呀|呢|了)?[?？.! ]*$/u;
/** 下单怎么弄, 怎么付款啊 我不会弄: how it goes is what is asked, and not by what it can be paid. */
const howItGoes =
  /^(?:那|然后呢?|好的?|行吧?|可以|请问|嗯|哦|ok|我|要|现在|,|，| )*(?:(?:下单|付款|付钱|结账|买单)(?:要|该|是)?(?:怎么|咋|如何)(?:弄|搞|办|操作|做|下|付|走)?(?:啊|呀|呢|了)*|(?:怎么|咋|如何)(?:下单|付款|付钱|结账|买|操作)(?:啊|呀|呢)*[,，。?？ ]+(?:我)?(?:不会|不太会|不懂|没用过)(?:弄|搞|操作|用|这个)?(?:啊|呀)?)[?？.! ]*$/u;
export const asksHowToCheckOut = (folded: string): boolean =>
  folded.length <= 50 && (howToCheckOut.test(folded) || howItGoes.test(folded));

/** "Checkout", 下单: what is in the cart is to be paid. */
export const checksOut = (folded: string): boolean => folded.length <= 40 && checkingOut.test(folded);

const allOf =
  /^(?:那|就|好的?|行|可以|嗯|[,. ])*(?:[这那])?(?:[两俩三]个?|[两三][款件双样])?(?:我)?(?:都|全部?)(?:给我|帮我|我)?(?:要|买|来|拿|加|放)(?:上|下|进去|进购物车|购物车|一[个件双条只包盒瓶套罐袋支份])?(?:了|吧|呗|[,. ]|谢谢)*$/u;

/** 都要, 两个都加上: of a list of two. */
export const takesAll = (folded: string): boolean => folded.length <= 40 && allOf.test(folded);

const ofPlace =
  /^(?:(?:ok|okay|yes|great|fine|and|please|then|can i have|i'?ll (?:take|have)|give me|add|i want|i'd like)[,. ]+)*(?:\d{1,2}|one|two|three|four|five|six|a couple)(?: packs?| boxes| box| bottles?| bags?| pairs?| tins?| sets?| pieces?)? of (?:the )?(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th))(?: one| item| ones)?(?: (?:to|in|into) (?:my |the )?(?:cart|basket|bag))?(?: please| then)?[.! ]*$|^(?:那|就|请|帮我)*(?:第 ?[一二三四五六七八九\d]|最后一?)(?:个|款|双|件|条|只)(?:吧|好了|就行|,| )*(?:给我|我|帮我)?(?:来|要|拿|买|加)(?:一|两|三|四|五|六|\d{1,2})[个件双款条只台盒包罐套份把瓶](?:吧|呗|啊)?[.! ]*$/u;

/** "Two of the first one", 第一个来两件: into the cart with so many. */
export const takesOfPlace = (folded: string): boolean => folded.length <= 60 && ofPlace.test(folded);

const asking =
  /\?|？|[吗嘛]|(?<![什怎多那这要])么|不[?!. ]*$|没有?[?!. ]*$|有没有|是不是|^(?:in|with|and|is|does|do|for) /u;
const widening =
  /\b(?:others?|else|more|any|anything|something|nothing|show|find|ones?|looking|want|need)\b|其他|别的|看看|找|推荐|换|^(?:想|要)?送|送.{0,6}什么|送礼/u;

/** "Leather?", "防水不", of a message that is nothing but what a product can be: a question about it, no new wish. */
export const asksWhetherItIs = (folded: string): boolean =>
  folded.length <= 40 && asking.test(folded) && !widening.test(folded);

const howLarge =
  /^(?:那|它|这[个款件双]?)?(?:有)?(?:多大|多高|多长|多宽|多重|多厚|什么码|几码|什么尺寸|尺寸|大小|多大的)(?:的|啊|呀|呢)?[?!. ]*$/u;

/** What its measures are: told with what is known of it. */
export const asksItsMeasures = (folded: string): boolean => howLarge.test(folded);

const asked =
  /^(?:(?:and|so|but|ok|hi|hello|hm+)[,. ]+)*(?:is|are|does|do|can|will|has|have|how (?:big|heavy|long|warm|large|small|wide|tall|many|much|bright|thick|high|deep|good|loud|soft|thin)|what(?:'s| is| are)?|which|tell me|describe)\b|, ?(?:is|are|does|do|how|what|which)\b/;
const ofShop =
  /\b(?:return\w*|refund\w*|exchang\w*|warrant\w*|guarantee\w*|deliver\w*|ship\w*|arriv\w*|parcel|orders?|ordered|pay|paid|discount\w*|codes?|coupon\w*|offers?|deals?|sale|promo\w*|wash\w*|clean\w*|care|repair\w*|expir\w*|store|storing|keep|wrap\w*|engrav\w*|cart|bought|cheaper|half price|do you (?:have|sell|stock))\b/;

/** What a product that is named is, has or does: "is the Tempo good for marathons", "the roll-top pack, how many litres". */
export const asksOfNamed = (folded: string): boolean =>
  folded.length <= 120 && asked.test(folded) && !ofShop.test(folded);

const pricing =
  /(?:第 ?[一二三四五六七八九十\d]{1,2}|最后一?)[个件款双条只种瓶罐包盒副把台支本](?:的)?[,， ]*(?:现在|一共|到底)?(?:是|卖|要|得)?(?:多少钱|什么价|多少块?|几块钱?|怎么卖)(?!.{0,6}(?:运费|邮费))/u;

/** 第一个多少钱: the price of one of the list, and no sum of the cart. */
export const asksItsPrice = (folded: string): boolean => folded.length <= 120 && pricing.test(folded);
