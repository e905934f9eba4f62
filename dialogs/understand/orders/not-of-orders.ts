/** What sounds like a return and is none: goods are only looked at, or the shopper says that nothing was ordered. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';

/** "25 is too small for me", 太短了: said of whatever is shown. */
const notRight =
  /\b(?:too|a bit|bit) (?:small|big|large|short|long|heavy|wide|narrow|thin|thick|tiny|bulky|deep|shallow)\b|\b(?:bigger|larger|smaller|longer|shorter|lighter|wider)\b|(?:太|有点|有些|偏)[小大短长重宽窄薄厚]|(?:更|再)[大小长短轻宽]/u;
/** It is in the shopper's hands, or something is to be done about an order. */
const had =
  /\b(?:bought|ordered|orders?|got|received|arrived|came|delivered|return\w*|refund\w*|exchang\w*|swap\w*|replac\w*|change|back|money|mine|my|fits?|fit me|wore|worn|tried|when i|sent|wy-?\d+)\b|退|换|买[了的到过]|收到|到货|订单|下单|寄|穿|试|我的|发错/u;

/** What is not right of goods that are only shown asks for others. */
export const findsShownUnfit = (
  folded: string,
  { shown, focus }: Pick<ConversationMemory, 'shown' | 'focus'>,
): boolean =>
  (shown.length > 0 || focus !== undefined) && folded.length <= 160 && notRight.test(folded) && !had.test(folded);

/** "I haven't got an order", "not about an order", "leave orders alone", 我没有订单: clauses that say so while one waits for an answer. */
const noneThere =
  /^(?:(?:no|nope|wait|hey|oh|well|but|and|actually|sorry|look|listen|please|again)[ ,]+)*(?:i (?:have ?n[o']?t|don'?t|do not|have not) (?:have |got |placed |made |even )*(?:an?|any|no) orders?(?: (?:yet|with you|here|at all))*|i have no orders?(?: (?:yet|with you|here))*|there(?:'s| is| are|s) no orders?(?: yet)?|no orders?(?: (?:yet|here|number))?|(?:(?:it'?s|it is|this is|i'?m|that'?s|and) )?(?:not|never|nothing) (?:(?:asking |talking )?(?:about|of|to do with) )?(?:an?|any|my|the|your) (?:orders?|returns?|exchange|refund)|not (?:an? )?(?:exchange|order|return|refund)|(?:please )?(?:leave|forget|drop) (?:about )?(?:the |my |your )?(?:orders?|returns?|order numbers?)(?: (?:alone|out(?: of (?:it|this))?|please))*)$|^(?:[晕哎唉诶额呃哦啊嗯]|都说了|说了|其实|可是|但|这|现在|我们?|真的|根本|压根|也|又)*(?:没有?(?:什么|任何|下过?|过)?(?:订单|单子)|(?:不是|没在|不在)(?:问|说|查|看)?(?:什么|我的)?(?:订单|退货|换货|退换)|(?:跟|和|与)?(?:订单|退货)(?:没关系|无关)|别(?:再|老)?(?:问|提|查)(?:什么)?(?:订单|单号)|不是(?:要|想)?换货?)(?:的事|的|号|了|啊|呀|呢|啦)*$/u;
export const saysNoOrder = (clause: string): boolean => clause.length <= 80 && noneThere.test(clause.toLowerCase());

/** "I was asking about a bigger backpack", 我问的是背包: what was asked for all along. */
const asking =
  /^(?:(?:no|but|and|hey|look|listen|sorry|please|you'?re not listening)[,.! ]+)*(?:i(?:'m| am| was)? (?:(?:just|only|actually) )*(?:asking|asked|talking|talked|looking)(?: (?:you|about|for))*|all i (?:want|wanted|asked) (?:to know |for )?(?:is|was)?) (?=\S)|^(?:我|就|只|一直|刚才?|明明|是)*(?:在)?(?:问|说|想问|要问)(?:的)?(?:就)?(?:是)?(?=\p{Script=Han})/iu;
export const withoutSayingAsked = (text: string): string => text.replace(asking, '');
