/** "Is the beige one warm?", 红的那个防水吗: what is on the table, in a colour that it comes in and was not shown in. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ProductNames } from './named-products.ts';

export interface InColour {
  readonly id: ProductId;
  /** The message with "it" for those words. */
  readonly text: string;
}

const longest = 120;
const beforeEn = /\b(?:the|that) $/;
const afterEn = /^ (?:one|ones|pair|version)\b/;
/** "Does black have white soles": the colour for the thing. */
const asksBefore = /(?:^|[,.] ?|\b(?:and|but|so|ok|wait) )(?:does|do|is|will|has|would|can) $/;
const ofItBehind = /^(?= (?:have|has|come|look|show|get|run|fit|feel|also|really|still)\b)/;
const beforeZh = /(?:那|这)[个款件双条只]?$/u;
const afterZh = /^色?的?(?:那|这)一?[个款件双条只]|^色?的(?=[^\p{Script=Han}]|$|呢|还|没|有|能|可|会|是|好|多|也)/u;
/** 蓝色的还有没: whether there is any of it. */
const leftZh = /^色?的(?:现在)?还?(?:有没有?|有[吗么不]|有货|剩)/u;
/** "Purple one, how big is it", 天蓝的 防水等级多少: told first, and then something is asked of it. */
const opensEn = /^(?: ones?)?(?: (?:please|pls|then|maybe))*[,.;:!-]+ ?(?=[a-z])/;
const opensZh = /^色?的?(?:那款|那个)?(?:吧|呢|呗)?[ ,，。]+(?=\p{Script=Han})/u;
const nothingBefore = /^(?:(?:ok|okay|ah|oh|hm+|no|nah|and|so|well|then|in|the|那|嗯|要|我要|就)[,，. ]*)*$/;
const pointsZh = /(?:那|这)一?[个款件双条只]/u;

/** Takes folded text. Undefined: none of it is told by such a colour, several are, or one in it was shown. */
export const colourTold = (
  folded: string,
  table: readonly Product[],
  vocabulary: Vocabulary,
  names: Pick<ProductNames, 'inColour'>,
): InColour | undefined => {
  if (table.length === 0 || folded.length > longest) return undefined;
  const han = hasHan(folded);
  for (const { start, end, meanings } of vocabulary.mentions(folded)) {
    const colour = meanings.find(one => one.slot === 'colour')?.value;
    if (colour === undefined) continue;
    const isSubject = !han && asksBefore.test(folded.slice(0, start)) && ofItBehind.test(folded.slice(end));
    const own = table.filter(p => valuesOf(p, 'colour')?.includes(colour));
    if (own.length === 1 && isSubject)
      return { id: own[0]!.id, text: `${folded.slice(0, start)}it${folded.slice(end)}` };
    if (own.length > 0) continue;
    const before = (han ? beforeZh : beforeEn).exec(folded.slice(0, start))?.[0] ?? '';
    const after = (han ? afterZh : afterEn).exec(folded.slice(end))?.[0] ?? '';
    const isOpening = nothingBefore.test(folded.slice(0, start)) && (han ? opensZh : opensEn).test(folded.slice(end));
    const isPointed =
      isOpening ||
      isSubject ||
      (han && leftZh.test(folded.slice(end))) ||
      (han ? after !== '' && (before !== '' || pointsZh.test(after)) : before !== '' && after !== '');
    if (!isPointed) continue;
    const inIt = table.map(({ id }) => names.inColour(id, [colour])).filter((id, i) => id !== table[i]!.id);
    const [id, ...others] = new Set(inIt);
    if (id === undefined || others.length > 0) return undefined;
    if (isOpening) return { id, text: folded.slice(end).replace(han ? opensZh : opensEn, '') };
    return {
      id,
      text: folded.slice(0, start - before.length) + (han ? '它' : 'it') + folded.slice(end + after.length),
    };
  }
  return undefined;
};
