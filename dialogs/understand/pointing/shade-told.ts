/** 颜色要浅的, "the lighter coloured one", of a thing that comes in one such colour: that one, as if its colour had been named. */
import { valueInWords } from '../../../knowledge/retrieval/goods/lexicon.ts';
import { plainWordsIn } from '../../../knowledge/retrieval/goods/plain-words.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { ProductNames } from './named-products.ts';

const longest = 80;
/** Bought, or asked for by its colour: "is it bright?" is asked of a lamp. */
const ofColour = /\bcolou?rs?\b|\b(?:add|take|buy|get|order|cart|basket)\b|色|加[一个入到]|来一|买|购物车/u;
const ofShade = /\b(?:dark|light|pale|bright)\w*\b|[深浅淡暗亮]/u;

/** Undefined: no shade is told, or it is not known which colour is meant. */
export const shadeTold = (
  text: string,
  { focus, shown }: Pick<ConversationMemory, 'focus' | 'shown'>,
  { names }: { readonly names: Pick<ProductNames, 'formsOf'> },
): string | undefined => {
  const only = focus ?? (shown.length === 1 ? shown[0] : undefined);
  if (only === undefined || text.length > longest || !ofShade.test(text) || !ofColour.test(text)) return undefined;
  const folded = fold(text);
  for (const { word, quote, isDenied } of plainWordsIn(folded)) {
    if (isDenied || word.isPhrase || !ofShade.test(quote)) continue;
    const forms = names.formsOf(only).filter(p => p.stock !== 0 && p.attributes.colour);
    const [one, ...others] = forms.filter(p => word.shows(p) && !word.contradicts(p));
    if (!one || others.length > 0 || forms.length < 2) continue;
    const colour = valueInWords('colour', one.attributes.colour?.at(-1) ?? '', hasHan(text) ? 'zh' : 'en');
    return folded.replace(quote, hasHan(text) ? `要${colour}的` : `the ${colour} one`);
  }
  return undefined;
};
