/** "How much with the discount?", 一共多少 包邮吗, right after something went into the cart: the cart is meant, and not one thing of it. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { asksSumAtHour } from './amount-asked.ts';

const ofCart: ReadonlySet<Intent> = new Set([
  'add-to-cart',
  'change-quantity',
  'remove-from-cart',
  'view-cart',
  'deals',
]);
const asksSum =
  /^(?:(?:ok|okay|so|and|then|great|perfect|thanks|cool)[,. ]+)*(?:how much(?: (?:is|are|does|do|would|will|for))?(?: (?:it|that|this|they|those|these|all|everything|the lot|i|we))?(?: (?:be|come to|cost|pay|owe|have to pay))?|what(?:'s| is| does| do|s)?(?: (?:it|that|this|the|my|i|we))?(?: (?:total|sum|price|damage|pay|owe|come to))*)(?: (?:now|then|all in|all|together|altogether|in total|total|in all|so far|come to|cost))*(?:,? (?:with|after|including|incl\.?|plus|and) (?:the |all |my )?(?:discounts?|deals?|offers?|delivery|shipping|postage|half price|everything)|, (?:delivery|shipping|postage|everything)(?: (?:too|included|and all|as well))?)*(?: (?:please|then|now))*[?.! ]*$|^(?:那|现在|请问|这样|这些|我|得|要|是)*(?:一共|总共|合计|总价|加起来|全部|总的?|共)(?:是|要|得)?(?:多少钱?|几块钱?|多钱)?(?:啊|呀|呢|了)?[?.! ]*$|^(?:那|现在|请问|我|得|要|是)*(?:多少钱?|几块钱?|多钱)[,， ]*(?:一共|总共|合计|全部|总的?|加起来)(?:啊|呀|呢|了)?[?.! ]*$|^(?:那|现在|这样|这些|我|是|说|问|想知道|帮我|算好|算算|算一下|最后|最终|实际|总共|一共)*(?:折后|优惠后|减完|到手|实付|要付|付)(?:是|价|要)?(?:一共|总共)?(?:是)?(?:多少钱?|几块钱?)(?:啊|呀|呢)?[?.! ]*$/u;
/** Nothing is asked without a sum in it. */
const names = /\bhow much\b|total|\bsum\b|\bpay\b|\bowe\b|come to|多|几|合计|总/u;

/** 加上运费一共181对吧, "so that's 181 with delivery, right?": whether the cart comes to that. */
const checksSum =
  /^(?:行吧?|好的?|那|所以|嗯|就是|现在|[,，。. ])*(?:(?:加上?|含|算上|连|带)(?:上|着)?(?:运费|邮费)[,， ]*)?(?:(?:一共|总共|合计|加起来|全部)(?:就)?(?:是|要|付)?)[¥￥]?\d{2,5}(?:\.\d+)?(?:元|块钱?)?(?:对吧|对吗|是吧|是吗|没错吧|对不对|吧|吗)[?!. ]*$|^(?:(?:so|ok|okay|and|then|right)[,. ]+)*(?:it|that|the total|my (?:total|cart))(?:'s| is| comes to)(?: then)? (?:¥ ?|rmb ?)?\d{2,5}(?:\.\d+)?(?: yuan| rmb)?(?: (?:in total|altogether|in all|with delivery|including delivery))*,? ?(?:right|correct|yes|is that right)?\?+ ?$/u;
/** 怎么算出来417的, 明细列一下, "how did you get 417?", "break it down for me": what a sum is made up of. */
const asksParts =
  /^(?:等等|等下|等一下|不对|啊|诶|那|所以|请问|我(?:是)?(?:说|问|想问)(?:的是)?|你|这个?|[,，。 ])*(?:¥|一共|总共)?(?:\d{2,5}(?:\.\d+)?(?:元|块钱?)?)?(?:是)?(?:怎么|咋|如何)(?:算|得|加)(?:出来|出|来|起来)?的?(?:是)?(?:¥|一共|总共)?(?:\d{2,5}(?:\.\d+)?)?(?:元|块钱?)?(?:的)?(?:啊|呀|呢)?[?!. ]*$|^(?:等等|等下|不对|啊|诶|那|[,，。 ])*(?:这个?|一共|总共|合计)?(?:为什么|为啥|怎么|咋)(?:会|又|就|变|成|是|要|付|了|得)+[¥￥]?\d{2,5}(?:\.\d+)?(?:元|块钱?)?(?:了|呢|啊|呀)*(?:[,， ]*(?:不是|不应该|应该|明明|而不是|才|只)\S{0,14})?[?!. ]*$|^(?:我(?:是)?(?:说|要|想要|想看)|你|请|麻烦|帮我|给我|把|能不能|可以|列|发|来|看|一?下|个|[,，。 ])*明细(?:列|发|给|说|写|看|拉|报|一?下|出来|清楚|我|单|呢|吗|吧|[?!,，。. ])*$|^(?:(?:wait|hang on|hold on|sorry|ok|so|and|but)[,. ]+)*(?:how (?:do|did|does|have) (?:you|it|that|we) (?:get|got|come|arrive|work|make|add up)(?: out)?(?: (?:to|at|that|it|up))*(?: to| at)?(?: (?:¥|rmb )?\d{2,5}(?:\.\d+)?)?(?: out)?|where does (?:the )?(?:¥|rmb )?\d{2,5}(?:\.\d+)? come from|why(?:'s| is| does| do| did| am| would| are)? (?:it|that|this|the (?:total|price|sum)|my (?:total|cart)|i|you)(?: (?:come|comes|came|pay|paying|charge|charging|say|saying|be|me|to|now|still|suddenly))* (?:¥ ?|rmb ?)?\d{2,5}(?:\.\d+)?(?: yuan)?(?:,? (?:if|when|and|not|instead|but|rather|though|since|whereas)\b.{0,30}?)?|(?:can you |could you |please )*(?:itemi[sz]e|break) (?:it|that|this|the (?:total|sum|price))(?: down)?(?: for me)?|(?:can i (?:have|see|get) |show me |give me |i want )?(?:a |the )?breakdown(?: of (?:it|that|the (?:total|sum|price)))?)(?: please)?[?!. ]*$/u;
/** Of a sum that was told just now, or of what is in the cart. */
export const asksBreakdown = (folded: string): boolean => folded.length <= 60 && asksParts.test(folded);

/** "How much all in, shipping too", 连运费一共多少: of nothing but all of it. */
const asksAllIn =
  /^(?:(?:ok|okay|so|and|then|great|thanks|cool)[,. ]+)*(?:how much|what(?:'s| is|s)?)(?: (?:is|will|would|does|do))?(?: (?:it|that|this|i|my total|the total))?(?: (?:be|come to|owe|pay|cost))? (?:all in|all together|altogether|in total|in all)\b(?:,? (?:(?:with|including|plus|and) )?(?:delivery|shipping|postage|everything)(?: (?:too|included|and all|as well))?)*[?.! ]*$|^(?:那|现在|请问|[,，])*(?:连|加|含|算)(?:上)?(?:运费|邮费)(?:一共|总共|合计|全部)(?:是|要)?多少(?:钱)?(?:啊|呀|呢)?[?.! ]*$/u;
/** 泡脚包加了吗, "did the mug go in?": what is in it. */
const asksIfIn =
  /^(?:那|刚才?|刚刚|所以)?[^,，。?？ ]{1,10}?(?:加|放)(?:了|上了|进去?了?|进购物车了?|购物车了)(?:吗|么|没有?|嘛)[?? ]*$|^(?:(?:and|so|ok|oh)[,. ]+)*(?:did|have|has) (?:you|the [a-z -]{2,24}) (?:add(?:ed)?|put|go|gone)(?: in)?(?: the [a-z -]{2,24}?)?(?: (?:in|to|into) (?:my |the )?(?:cart|basket|bag))?(?: too| as well| already)?\?+ *$/u;
export const asksCartSum = (
  folded: string,
  { inCart, lastIntent }: Pick<ConversationMemory, 'inCart' | 'lastIntent'>,
): boolean =>
  (inCart?.length ?? 0) > 0 &&
  folded.length <= 80 &&
  !asksSumAtHour(folded) &&
  (checksSum.test(folded) ||
    asksIfIn.test(folded) ||
    asksBreakdown(folded) ||
    asksAllIn.test(folded) ||
    (lastIntent !== undefined && ofCart.has(lastIntent) && names.test(folded) && asksSum.test(folded)));
