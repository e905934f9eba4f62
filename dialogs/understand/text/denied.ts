/** What a message says it does not want done, beside what it does want: "我不是要退 就是问问", "I'm not returning it, …". */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { saysNoOrder, withoutSayingAsked } from '../orders/not-of-orders.ts';

/**
 * A whole clause that denies wanting a return, a cancelling or a look at orders. What stays of several goods (红色那件不退) names
 * them, and is no denial; neither is what was not done, 没退款, or an order that is not wanted.
 */
const denial =
  /^(?:[晕哎唉诶额呃哦啊嗯]|不是|都说了|说了|我说|其实|并|又|现在|这次|我们?|真的|也)*(?:不是(?:说)?(?:要|想|来|在|问|查)?|没(?:有)?(?:问|查)(?:你|你们)?(?:我的)?(?=订单)|没(?:有)?(?:说过?(?:要|想)?|要|想|打算)|不(?:想|要|用|打算|需要)?|别)(?:再)?(?:给我|帮我)?(?:办)?(?:退货?|退款|取消(?:订单)?|(?:(?:查|看|问)(?:什么|我的|这个)?)?订单)(?:流程|了|的|啊|呀|吧|它|啦)*$|^(?:(?:no|nope|wait|hey|oh|well|but|actually|sorry)[ ,]+)*(?:i(?:(?:'m| am| was) ?not (?:(?:wanting|asking|trying|going|saying) )?(?:(?:to|for|it to) )?| (?:never|didn'?t|don'?t|do not|did not) (?:want|wanted|wish|like|need|ask|asked|mean|meant|say|said|plan|intend) (?:(?:to|for|i wanted to|i want to|it to) )?)(?:return(?:ing)?|cancel(?:l?ing)?|send(?:ing)?|a return)(?: (?:it|anything|something|them|this|that|the order|my order)(?: else)?)?(?: back)?(?: though| either| at all)?|i(?:'m| am| was| (?:didn'?t|did not|never)) ?(?:not )?(?:ask|asked|asking|mean|meant|say|said|talking) (?:(?:about|of|for) )?(?:my|an?|the|any) orders?|no returns?|not (?:a return|returning(?: anything| it)?))$/iu;
/** Not yet: 先别办, 先不转, "hold off on the colleague for now", "don't start it yet". */
const puttingOff =
  /^(?:[晕哎唉诶额呃哦啊嗯那我]|都说了|我说|说了|你们?|等等|等一?下|还是)*(?:(?:先|暂时|暂且|现在)(?:别|不(?:要|用|急)?)|别(?:急|着急|忙))(?:着|急着|着急)?(?:给我|帮我)?(?:办理?|弄|登记|提交|申请|处理|操作|转(?:接)?(?:人工)?|叫人|找人|退货?|换货?)(?:退货|退款|人工|手续)?(?:了|的|啊|呀|吧|它|啦|呢)*$|^(?:(?:no|wait|hey|oh|well|but|actually|sorry|ok|okay|please|just) )*(?:(?:let'?s |please )?hold off(?: (?:on|with) (?:it|that|the (?:return|colleague|person)|(?:a|the) (?:colleague|person)))?(?: for (?:now|a moment|a bit))?|(?:don'?t|do not|dont) (?:start|do|register|process|submit|get|fetch|call|connect|begin) (?:it|that|anything|anyone|anybody|anyone|someone|me|the return|a return|(?:a|the) (?:colleague|person))(?: just)? ?(?:yet|for now|just now)|not (?:just |quite )?yet)$/iu;
/** While one waits for an answer, that it was never begun says that it is not wanted: 我没退货, "I didn't cancel anything". */
const neverBegun =
  /^(?:[晕哎唉诶额呃哦啊嗯]|不是|其实|现在|我|都|这个?)*还?没(?:有)?(?:买|下单)(?:东西|任何东西)?(?:的|啊|呀|啦|呢)*$|^(?:(?:no|nope|wait|hey|oh|well|but|actually|sorry)[ ,]+)*i (?:have ?n[o']?t|haven'?t|have not|didn'?t|did not) (?:even )?(?:bought|buy|ordered|order)(?: (?:it|anything|one|them|this|that))?(?: yet)?$|^(?:[晕哎唉诶额呃哦啊嗯]|又|这次|我们?|真的|也)*没(?:有)?(?:在)?(?:退货?|取消(?:订单)?)(?:的|啊|呀|啦)*$|^(?:(?:no|nope|wait|hey|oh|well|but|actually|sorry)[ ,]+)*i (?:never|didn'?t|did not) (?:return|cancel)(?:l?ed|ed)?(?: (?:it|anything|something|them|this|that|the order|my order|any order))?$/iu;
/** And that it is kept after all: "hmm, I'll keep it", 还是留着吧. */
const keeping =
  /^(?:(?:no|nope|nah|wait|hey|oh|well|but|actually|sorry|ok|okay|hm+)[ ,]+)*(?:(?:i(?:'?ll| will| want to|'d rather| think i'?ll)?|let me|we'?ll) )?(?:just )?keep (?:it|them|this|that|the (?!rest\b|others?\b|remain\w*)[a-z]+)(?: then| after all| instead)*$|^(?:(?:no|wait|oh|well|actually)[ ,]+)*i'?m keeping (?:it|them|this|the [a-z]+)$|^(?:[哦啊嗯那我]|还是|就|先|决定|想了想)*留着(?:它|这个)?(?:用|穿)?(?:吧|好了|算了|了)*$/iu;
const goesBack =
  /\b(?:return|send(?:ing)? (?:\w+ ){0,4}back|(?:the )?(?:rest|others?)|everything else)\b|退|寄回|其[他它]|剩下/iu;
/** "I didn't cancel my order": something happened to it, and nothing is asked to be done. Takes folded text. */
export const deniesDoing = (folded: string): boolean =>
  folded.length <= longest && apart(folded).length === 1 && neverBegun.test(apart(folded)[0]!);
/** What is said beside it says so once more. */
const wantsStill =
  /^(?:[晕哎唉诶额呃哦啊嗯那]|我|还是|都|其实|,)*(?:还|又|仍然?|还是)?(?:想|需)?要(?:的|它|这个|用|呢|啊|了)*$|^(?:(?:no|wait|oh|well|but|sorry|please|ok)[ ,]+)*(?:don'?t|do not|dont|stop|no) (?:please )?cancel(?:l?ing)?(?: (?:it|that|this|anything|the order|my order))?$|^(?:(?:no|wait|oh|well|but|sorry)[ ,]+)*(?:i|we) (?:still |do )+(?:want|need) (?:it|them|this|that|the order)(?: after all)?$/iu;
/** Unless it is done …: 现在不退款，我就投诉 asks for the money. */
const orElse =
  /^(?:(?:那|我)*(?:就|只好|只能|要)(?:去)?(?:给|打|找|上|发|在)?\p{Script=Han}{0,4}(?:投诉|举报|差评|报警|起诉|曝光|维权|法院|律师|消协|12315)|不然|否则)/u;

const apart = (text: string): string[] =>
  text
    .split(hasHan(text) ? /[\n，,、。！!？?；;… ]+/u : /[\n,.!?;]+/)
    .map(clause => clause.trim())
    .filter(clause => /[\p{L}\p{N}]/u.test(clause));

/** Nothing is said by it alone. */
const filler =
  /^(?:(?:[晕哎唉诶额呃哦啊嗯好我]|不是|我?再(?:想想|考虑(?:一下|考虑)?)|我说|先?等(?:等|下|一下|会儿?)|算了|那|就是?|只是?|随便|想|问[问下]|问一下|(?:先|就)?(?:了解|看|问)(?:一下|下|看|问)|(?:ok|okay|no|oh|well|sorry|wait|hold on|hang on|actually|hm+|(?:(?:i was|i'm) )?(?:just|only) (?:asking|wondering|looking|curious))\b) ?)+$/iu;
const longest = 200;
const exchanges =
  /换(?:货|大|小|码|一|个?[大小颜]|尺)|\b(?:exchang\w*|swap\w*|another size|(?:bigger|smaller|larger) (?:one|size))\b/iu;

/** What is said beside the denial, empty where nothing is; undefined: nothing is denied. `waiting`: a flow waits for an answer. */
export const besideDenial = (text: string, waiting = false): string | undefined => {
  if (text.length > longest) return undefined;
  const clauses = apart(text);
  const hasNone = (clause: string): boolean => saysNoOrder(clause) && (waiting || clauses.length > 1);
  // Who wants another size and no money back is not done with what was bought.
  if (!clauses.some(hasNone) && exchanges.test(text)) return undefined;
  // 我还没买，先了解下, once the rule was told.
  const isOnlyOfBuying = clauses.length > 1 && clauses.every(clause => neverBegun.test(clause) || filler.test(clause));
  // "I'll keep the mug, send back everything else": which of them goes back.
  const sendsSome = clauses.some(clause => goesBack.test(clause) && !denial.test(clause));
  const denies = (clause: string): boolean =>
    denial.test(clause) ||
    puttingOff.test(clause) ||
    hasNone(clause) ||
    (isOnlyOfBuying && neverBegun.test(clause)) ||
    (waiting && (neverBegun.test(clause) || (keeping.test(clause) && !sendsSome)));
  const said = clauses.filter((clause, i) => !denies(clause) || orElse.test(clauses[i + 1] ?? ''));
  if (said.length === clauses.length) return undefined;
  const open = said.filter(clause => !filler.test(clause));
  // 等等 别取消 我还要, "keep it. Don't cancel!!": nothing else is said.
  const rest = waiting && open.every(clause => wantsStill.test(clause)) ? '' : open.join(hasHan(text) ? '，' : ', ');
  // A number that is not at hand is another matter, and so is that there is no order where none was asked for.
  const isOfNumber = (clause: string): boolean => !waiting || /number|号/i.test(clause);
  if (rest === '' && clauses.some(hasNone) && clauses.filter(hasNone).every(isOfNumber)) return undefined;
  // 没有订单号，邮箱是 …: what there is instead of it is said with it.
  if (waiting && clauses.some(hasNone) && elsewhere.test(rest)) return undefined;
  return waiting ? withoutSayingAsked(rest) : rest;
};
const elsewhere = /@|\b(?:e-?mail|phone|mobile|name)\b|邮箱|邮件|手机|电话|名字/iu;
