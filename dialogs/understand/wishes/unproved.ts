/** What goods are asked to be that only a page can say: looked for as if unsaid, and then told that no page says it. */
import type { Localized } from '../../../knowledge/domain/language.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';

export interface Unproved {
  readonly key: string;
  readonly name: Localized;
  /** Takes folded text. */
  readonly said: RegExp;
}

const one = (key: string, zh: string, english: string, chinese: string): Unproved => ({
  key,
  name: { en: key.replaceAll('_', ' '), zh },
  said: new RegExp(String.raw`\b(?:${english})\b|${chinese}`, 'gu'),
});

const claims: readonly Unproved[] = [
  one('halal', '清真', 'halal', '清真|哈拉'),
  one('kosher', '洁食', 'kosher', '犹太洁食|洁食'),
  one('organic', '有机', 'organic(?:ally)?(?: grown)?', '有机(?!会)'),
  one('fair trade', '公平贸易', 'fair[- ]?trade', '公平贸易'),
  one('gluten-free', '无麸质', '(?:gluten|wheat)[- ]free', '无麸质|不含麸质'),
  one('sugar-free', '无糖', 'sugar[- ]free|no sugar', '无糖'),
  one('nut-free', '不含坚果', '(?:nut|peanut|allergen)[- ]free', '不含坚果|无坚果'),
  one('lactose-free', '无乳糖', '(?:lactose|dairy)[- ]free', '无乳糖|不含乳糖'),
  one('BPA-free', '不含双酚A', 'bpa[- ]free', '不含双酚a'),
  one('cruelty-free', '零残忍', 'cruelty[- ]free|not tested on animals', '零残忍|不做动物实验'),
  one('hypoallergenic', '低致敏', 'hypo-?allergenic', '低致敏|防过敏|抗过敏'),
  one('carbon neutral', '碳中和', 'carbon[- ]neutral|climate[- ]neutral', '碳中和'),
];

/** Those that none of the texts read says of anything; what a page does say is searched for as any word. Takes folded texts. */
export class UnprovedClaims {
  #left: readonly Unproved[] = claims;

  read(folded: string): void {
    if (this.#left.some(claim => folded.search(claim.said) >= 0))
      this.#left = this.#left.filter(claim => folded.search(claim.said) < 0);
  }

  get left(): readonly Unproved[] {
    return this.#left;
  }
}

/** The names of those that a list of products marks as "unproved:key". */
export const unprovedIn = (marks: readonly string[]): Localized[] =>
  claims.filter(claim => marks.includes(`unproved:${claim.key}`)).map(claim => claim.name);

/** Whether one of these keys stands for what is said; takes any text. */
export const coversSaid = (keys: readonly string[], text: string): boolean => {
  const folded = fold(text);
  return claims.some(claim => keys.includes(claim.key) && folded.search(claim.said) >= 0);
};
