/**
 * A rule of the shop that is asked about in general, beside what was said of an order that is not the one: "I keep telling you it's not that
 * order. Just tell me generally, can worn shoes go back", 不是那单 一般穿过的能退吗. No order is held against it.
 */
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import { deniesOrder } from '../orders/other-order.ts';

const generally =
  /\b(?:in general|generally(?: speaking)?|as a rule|general(?:ly)? rules?|(?:your|the|any) (?:[a-z]+ )?(?:rules?|policy|policies))\b|一般(?:来说|来讲|情况下?|的?规定|规则)?(?=.{0,14}(?:能|可以|怎么|咋|多久|几天|吗|么|不))|规定|规则|政策|通常/u;
const leadIn =
  /^(?:(?:(?:so|and|ok|okay|omg|please|just|then|oh|no)[,. ]+)*(?:(?:just|please|only) )*(?:tell me|say|i(?:'m| am)? (?:just )?(?:want(?:ed)? to know|asking)) )?(?:in general|generally(?: speaking)?|as a rule)[,: ]*/u;
const dropped = /\b(?:never ?mind|forget (?:it|that|about it)|leave it)\b|算了|别管(?:它|那个|这个)|不管(?:那|这)/u;

const longest = 300;
/**
 * The sentence that asks it, without what leads to it; undefined: none is asked so. `isRule`: whether words ask for a rule; `isTold`: an
 * order was told of, which may be denied.
 */
export const generalAsked = (
  text: string,
  isRule: (folded: string) => boolean,
  isTold: boolean,
): string | undefined => {
  if (text.length > longest) return undefined;
  const sentences = text
    .split(/(?<=[.!?。！？；;\n])\s*|(?<=\p{Script=Han}) +(?=\p{Script=Han})/u)
    .map(one => one.trim())
    .filter(one => /\p{L}/u.test(one));
  const isGeneral = (one: string): boolean => generally.test(fold(one));
  const at = sentences.findLastIndex(one => isGeneral(one) || (hasFormOfQuestion(fold(one)) && isRule(fold(one))));
  if (at < 0) return undefined;
  const others = sentences.filter((_, i) => i !== at).map(fold);
  const isDenied = isTold && others.some(one => deniesOrder(one) || dropped.test(one));
  if (others.some(one => hasFormOfQuestion(one) && !deniesOrder(one))) return undefined;
  if (!(isDenied || (isGeneral(sentences[at]!) && (others.length > 0 || leadIn.test(fold(sentences[at]!))))))
    return undefined;
  const asked = sentences[at]!;
  const lead = leadIn.exec(fold(asked))?.[0] ?? '';
  return asked.slice(lead.length);
};
