/** "Can it go in the washing machine": which page tells depends on what it is, which the message doesn't say. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';

const care =
  /\b(?:wash\w*|clean\w*|laundry|tumble|dry-?clean\w*|(?<!cast )iron(?:ed|ing)?(?! (?:pan|skillet|wok|pot)s?\b)|machine|brew\w*|steep\w*|how hot|water temp\w*)\b|[机水手干]洗|怎么洗|能洗|洗衣机|熨|烘干|保养|水温|怎么泡|几度的?水/u;
const pointer = /\b(?:it|this|that|them|they|these|those)\b|它|这[个款件双条]|那[个款件双条]/u;
const chineseNoun = /\p{Script=Han}{2,}(?:[能可怎要])/u;

/**
 * The question with what the product spoken of is; as it was where it names another thing, or nothing was spoken of. `unsure`:
 * no page is about that very product.
 */
export const careAsked = (
  text: string,
  focus: Product | undefined,
  language: Language,
): { readonly text: string; readonly unsure: boolean } => {
  const folded = fold(text);
  if (folded.length > 80 || !care.test(folded)) return { text, unsure: false };
  const points = pointer.test(folded) || (language === 'zh' && !chineseNoun.test(folded));
  if (!focus) return { text, unsure: points };
  const name = inLanguage(focus.name, language);
  const own = new Set(termsOf(fold(`${name} ${focus.category}`)));
  if (!points && !termsOf(folded).some(term => own.has(term))) return { text, unsure: false };
  // What it is made of and can do stands after what its page opens with.
  const traits =
    language === 'en'
      ? [...(focus.attributes.feature ?? []), ...(focus.attributes.material ?? []), focus.category]
      : sentencesOf(inLanguage(focus.description, language)).slice(1);
  return { text: `${text} ${traits.join(' ')}`, unsure: true };
};
