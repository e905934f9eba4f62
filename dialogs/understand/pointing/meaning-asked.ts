/** What tells two sorts or two words apart, or what a word means: "how do oolong and green tea differ", 防汗和防水有什么区别. Takes folded text. */
import { asksApart, sidesIn } from './compared.ts';

export interface Meaning {
  /** The words that are to be told apart, or the one that is to be explained. */
  readonly of: readonly string[];
  /** What words mean, and not how goods differ. */
  readonly ofWords: boolean;
}

const word = "(?:the |a |an )?([a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}?)";
const meaning = [
  new RegExp(
    `\\bwhat (?:does|do) ${word} (?:actually |really |even |exactly )?mean(?:,? (?:compared (?:to|with)|versus|vs\\.?|as opposed to) ${word})?(?=[.,;?!]|$| here| for| in)`,
  ),
  /^(?:那|请问|你们|页面|商品|写|说|的)*(\p{Script=Han}{2,8}?)(?:和|跟|与)(\p{Script=Han}{2,8}?)(?:各|都|分别)?(?:是)?(?:什么|啥)意思/u,
  /^(?:那|请问|你们|页面|商品|写|说|的)*(\p{Script=Han}{2,8}?)(?:到底)?(?:是)?(?:什么|啥)意思/u,
];
/** What was said or done, and no word. */
const noTerm =
  /\b(?:you|that|this|it|they|i|he|she|these|those|order|status)\b|[你我他她这那它咱]|刚才|回复|订单|状态/u;

/** "Between a rain shell and a windbreaker": sorts of things, whatever is called so here. */
const ofSorts = /\bdifference (?:is there )?between an? [a-z' -]{3,30} and an? [a-z' -]{3,30}[?!. ]*$/;

export const meaningAsked = (folded: string): Meaning | undefined => {
  if (folded.length > 120) return undefined;
  for (const pattern of meaning) {
    const of = (pattern.exec(folded) ?? []).slice(1).filter(words => words !== undefined);
    if (of.length > 0) return of.some(words => noTerm.test(words)) ? undefined : { of, ofWords: true };
  }
  const sides = asksApart(folded) ? sidesIn(folded) : undefined;
  return sides && !sides.some(words => noTerm.test(words)) ? { of: sides, ofWords: ofSorts.test(folded) } : undefined;
};
