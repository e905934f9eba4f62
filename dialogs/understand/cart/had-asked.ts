/**
 * "Pink petal, 38. have you got it", M码 绿色 有货吗, "will it pass as hand luggage? and navy pls": how a thing should be is told for
 * the sake of a question, and nothing is bought. Takes folded text.
 */
import type { Clause } from '../text/clauses-asked.ts';
import { takenSaid } from './taken-said.ts';

const longest = 120;
/** At the end, behind what is to be had. */
const ifHadEn =
  /[^a-z](?:(?:and|so|but|or) )?(?:(?:(?<=[,.;:!?-] )(?:do|would) (?:you|u|ya) (?:guys )?(?:have|stock|carry)|(?:do|would) (?:you|u|ya) (?:guys )?(?:still |actually |even )?(?:have|stock|got|carry) (?:it|that|this|one|them|those|any))(?: (?:left|there|or not|at all))?|have (?:you|u|ya)(?: guys)? (?:still |actually )?got (?:it|that|this|one|them|those|any)(?: (?:left|there|or not))?|(?<=[,.;:!?-] )(?:(?:you|u) )?got (?:it|that|this|any|them)(?: left)?(?=[?!. ]*$)|(?:(?:is|are) (?:it|that|this|they|those|there any|there one|any|one)(?: still| actually| even)? |(?:it|that) )?(?:still )?(?:available|in stock|left in stock|sold out|out of stock)(?: or not| right now| now| at the moment)?|any (?:left|in stock)|does (?:it|that) exist)[?!. ]*$/u;
const ifHadZh =
  /[ ,，。.;；!！](?:现在|目前|请问|那|你们?家?|店里|这边|这个|还|都|到底)*(?:有(?:没有?|木有|无)(?:现?货|库存|卖)?的?(?:啊|呀|呢)?|(?:有|剩|卖)(?:现?货|库存|得?卖|的)?(?:吗|么|嘛|不|没有?|[?？])|(?:缺|断|没)货(?:了)?(?:吗|么|嘛|没有?|[?？])|(?:能|可以)?买(?:得)?到(?:吗|么|嘛|不|[?？]))[啊呀呢?？!. ]*$/u;
/** 藏青的M有货不: behind the form itself. */
const formInStock =
  /(?:[的色码号]|(?:^|[^a-z])(?:x{0,3}[sml]|\d{2}))(?:现在|目前|还|都)*(?:有(?:没有)?(?:现货|货|库存)|[缺断没]货)(?:了)?(?:吗|么|嘛|不|没有?|[?？])[啊呀呢?？!. ]*$/u;
/** Others are looked for, or something else is asked. */
const otherwise =
  /\b(?:what|whats|what's|which|how|when|where|why|other|others|else|similar|anything|something|instead)\b|什么|啥|哪|怎么|咋|别的|其他|其它|类似|多少|几/u;
/** It is to go into the cart, whatever is asked beside it. */
const orders =
  /\b(?:add|put|pop|throw|stick|buy|order|cart|basket|i'?ll|i will|let me|let'?s|give me|get me|if)\b|购物车|加购|下单|[加来拿买]个?[一两俩二三四五六\d]|就要|要了|买了|入了|拿下|给我|帮我|就它|就这|如果|的话/u;

/** Whether it is to be had as it is told before. */
export const asksIfHad = (folded: string): boolean =>
  folded.length <= longest &&
  (ifHadEn.test(folded) || ifHadZh.test(folded) || formInStock.test(folded)) &&
  !orders.test(folded) &&
  !otherwise.test(folded);

/** In what form it is meant, told behind what is asked of it, with no word that buys. */
export const tellsFormBehind = (clauses: readonly Clause[], fold: (text: string) => string): boolean => {
  const [asked, form] = clauses.slice(-2);
  if (!asked?.asks || !form || form.asks) return false;
  const said = takenSaid(fold(form.text));
  return said !== undefined && said.verb !== 'sure' && !said.agreed && !said.closes;
};
