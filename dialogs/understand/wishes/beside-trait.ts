/**
 * What somebody whose body it concerns can't have: "no down, I'm allergic", "allergic to wool", 羊毛过敏. Of the trait nothing is read;
 * what is turned away on its account is looked for without, in this search, and is nobody's fact.
 */
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const longest = 300;
const clauses = /[,.;!?，。；！？、\n]+ ?|(?<=\p{Script=Han}) (?=\p{Script=Han})|\b(?:and|but|so|because|cos|since)\b/u;
const refuses =
  /^(?:please |just |also |with )*(?:no|not|nothing|without|avoid(?:ing)?|anything but|can'?t have|(?:must|should|can|do) ?n(?:o|')?t (?:have|contain|use|wear|drink|eat)|(?:i|he|she|they|it) (?:can(?:'?t|not)|must(?:n'?t| not)|should(?:n'?t| not)) (?:have|contain|use|wear|drink|eat|take))\b|^(?:要|最好|想要|找|一定)?(?:不要|别(?!的|[人家处种样])|不能有?|不含|不可以|不带|没有|无|避开)\p{Script=Han}/u;
const allergicTo =
  /\b(?:allerg(?:ic|y|ies) (?:to|against)|(?:reacts?|reacting) (?:badly )?to|intolerant to|can'?t tolerate) ((?:[a-z-]+ ){0,2}?[a-z-]+)(?=$|[,.;!?]| (?:and|but|so|that|which|i|please)\b)|\b([a-z]+) allerg(?:y|ies)\b/gu;
const allergicToInChinese = /(?:对)?(?:我|他|她|孩子)?(?:对)?(\p{Script=Han}{1,4}?)(?:都|会|有点|严重)?过敏/gu;
const noThing =
  /^(?:it|that|this|them|skin|my|the|severe|bad|any|season(?:al)?|food|pollen|dust)$|^(?:我|他|她|皮肤|脸|容易|老是?|孩子|宝宝|花粉|季节性?|换季)/u;

export interface BesideTrait {
  /** As refusals in plain words. */
  readonly refusals: string;
  /** What else is said, without the trait; may be empty. */
  readonly rest: string;
}

/** Which goods are safe for somebody is told by no list of them: "I'm allergic to nuts, which teas are safe?". */
export const asksWhetherSafe =
  /\bsafe(?:ly)?\b|\b(?:ok|okay|fine|suitable|good) for (?:me|him|her|us|them|my)\b|\b(?:can|could|may|should) (?:i|he|she|we|they) (?:eat|drink|have|use|take)\b|安全|(?:能不能|可不可以|能|可以)(?:吃|喝|用|涂|抹)[^,，。]{0,6}[吗么嘛不?？]/u;

/** Undefined: no trait is told, nothing is turned away for it, or it is asked what is safe. Takes folded text. */
export const besideTrait = (folded: string): BesideTrait | undefined => {
  if (folded.length > longest || !isSensitive(folded) || asksWhetherSafe.test(folded)) return undefined;
  const isChinese = hasHan(folded);
  const allergies = [...folded.matchAll(isChinese ? allergicToInChinese : allergicTo)].flatMap(match => {
    const what = (match[1] ?? match[2])?.replace(/^(?:the|any|all) /u, '').replace(/^对/u, '');
    return what && !noThing.test(what) ? [isChinese ? `不要${what}` : `no ${what}`] : [];
  });
  const said = folded.split(clauses).flatMap(clause => {
    const one = clause.trim();
    return one === '' || isSensitive(one) ? [] : [one];
  });
  const refusals = [...said.filter(clause => refuses.test(clause)), ...allergies];
  if (refusals.length === 0) return undefined;
  const mark = isChinese ? '，' : '. ';
  return { refusals: refusals.join(mark), rest: said.filter(clause => !refuses.test(clause)).join(mark) };
};
