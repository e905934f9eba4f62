/** 我家没磨豆机, "I don't have a grinder": what somebody has not, beside what is asked of something else, is not what is asked about. Takes folded text. */
const clause = /[^,，。.;；!！?？]+/gu;
const lacking =
  /^ *(?:因为|可是|但是?|不过|而且|主要是?|毕竟)*(?:我们?|我家|我这儿?|家里?|家中|自己|咱们?|咱家|俺|宿舍|办公室|单位|公司)(?:里|也|都|还|就|现在|目前|平时|这边)*没(?:有|买)?(?:个|台|把|一[个台把])?\p{Script=Han}{2,8}(?:的|啊|呀|呢)?$|^ *(?:because |cause |cos |coz |since |but |as |and )?(?:i|we) (?:don'?t|do not|haven'?t|have not) (?:(?:even |actually |really )?(?:have|own|got) )(?:an? |any |my own )?[a-z][a-z' -]{2,30}(?: at home| yet| here)?$|^ *(?:because |since |but )?(?:i|we)(?:'ve| have) (?:got )?no [a-z][a-z' -]{2,30}$/u;
const points =
  /[这那](?:一)?[个款件双条只种瓶罐包盒支把台套]|它|第 ?[一二三四五\d]|\b(?:it|this|that|these|those|they|the (?:first|second|third|last))\b/u;

/** "Anything that clips on": what it is to do is no name of anything. */
const doing =
  /\b(?:something|anything|ones?|headphones|earphones|earbuds|shoes|bag|jacket|lamp|light|else) (?:that|which) (?:clips?|hooks?|hangs?|lights?|locks?|charges?|floats?|stands?|rolls?|packs?|wraps?|presses|drips?)(?= )/g;

/** The message without such clauses, where the rest of it points at something. */
export const withoutLacking = (said: string): string => {
  if (said.length > 160) return said;
  const folded = said.replace(doing, whole => whole.replace(/ [a-z]+$/, ' '));
  const rest = folded.replace(clause, part => (lacking.test(part) ? ' ' : part));
  return rest !== folded && points.test(rest) ? rest : folded;
};
