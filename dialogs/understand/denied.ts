/** What a message says it does not want done, beside what it does want: "我不是要退 就是问问", "I'm not returning it, …". */
import { hasHan } from '../../knowledge/retrieval/fold.ts';

/** A whole clause that denies a return or a cancelling. What stays of several goods (红色那件不退) names them, and is no denial. */
const denial =
  /^(?:[晕哎唉诶额呃哦啊嗯]|不是|都说了|说了|我说|其实|并|又|现在|这次|我们?|真的|也)*(?:不是(?:说)?(?:要|想|来|在)?|没(?:有)?(?:说)?(?:要|想)?|不(?:想|要|用|打算|需要)?|别)(?:再)?(?:给我|帮我)?(?:办)?(?:退货?|退款|取消(?:订单)?|(?:查|看|问)(?:什么|我的|这个)?订单)(?:流程|了|的|啊|呀|吧|它|啦)*$|^(?:(?:no|nope|wait|hey|oh|well|but|actually|sorry)[ ,]+)*(?:i(?:'m| am| was|'ve| have)? ?(?:not|never|didn'?t|don'?t|do not|did not) (?:(?:want|wanted|wanting|asking|asked|trying|going|say|said|mean|meaning) )?(?:(?:to|i wanted to|i want to|it to) )?(?:return(?:ing)?|cancel(?:l?ing)?|send(?:ing)?|a return|(?:about )?(?:my|an?|the|any) orders?)(?: (?:it|anything|something|them|this|that|the order|my order))?(?: back)?|no returns?|not (?:a return|returning(?: anything| it)?))$/iu;

const apart = (text: string): string[] =>
  text
    .split(hasHan(text) ? /[\n，,、。！!？?；;… ]+/u : /[\n,.!?;]+/)
    .map(clause => clause.trim())
    .filter(clause => /[\p{L}\p{N}]/u.test(clause));

/** Nothing is said by it alone. */
const filler =
  /^(?:[晕哎唉诶额呃哦啊嗯好我]|不是|我说|那|就是?|只是?|随便|想|问[问下]|问一下|了解(?:一下|下)|ok|okay|no|oh|well|just asking|just wondering)+$/iu;
const longest = 200;
const exchanges =
  /换(?:货|大|小|码|一|个?[大小颜]|尺)|\b(?:exchang\w*|swap\w*|another size|(?:bigger|smaller|larger) (?:one|size))\b/iu;

/** What is said beside the denial, empty where nothing is; undefined: nothing is denied. */
export const besideDenial = (text: string): string | undefined => {
  // Who wants another size and no money back is not done with what was bought.
  if (text.length > longest || exchanges.test(text)) return undefined;
  const clauses = apart(text);
  const said = clauses.filter(clause => !denial.test(clause));
  if (said.length === clauses.length) return undefined;
  return said.filter(clause => !filler.test(clause)).join(hasHan(text) ? '，' : ', ');
};
