/** "Is there a size chart": of the goods that are spoken of or shown, which the message doesn't name. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';

const chart =
  /\b(?:size|sizing|measurement)s? ?(?:chart|guide|table)s?\b|\bsizing (?:info|information|details)\b|尺码(?:表|对照|指南|说明|参考)|码数表|[码号]表在/u;
const longest = 60;
const bare =
  /^(?:(?:hi|hello|hey|ok|and)[,. ]+)*(?:do you have|have you got|is there|where is|where's|can i see|show me)? ?(?:a|an|the|your|any)? ?(?:size|sizing) ?(?:chart|guide|table)s?(?: somewhere| here| please)*[?!. ]*$|^(?:请问|你们?|那|有没有|有)*尺码(?:表|对照表|指南)(?:有没有|有吗|在哪(?:里|儿)?看?|呢|吗)*[?？。 ]*$/u;

/** The kind of goods that all of the list are of. */
const kindShown = ({ shown }: Pick<ConversationMemory, 'shown'>, view: CatalogueView): string | undefined => {
  const kinds = new Set(shown.map(id => view.byId.get(id)?.category));
  return kinds.size === 1 ? [...kinds][0] : undefined;
};

/** The question with the kind of goods in it; undefined: no such chart is asked for, or of nothing that is known. */
export const sizeAsked = (
  said: string,
  spokenOf: Product | undefined,
  memory: Pick<ConversationMemory, 'shown'>,
  view: CatalogueView,
  language: Language,
): string | undefined => {
  const folded = fold(said);
  if (folded.length > longest || !chart.test(folded)) return undefined;
  const kind = spokenOf?.category ?? kindShown(memory, view);
  const category = kind === undefined ? undefined : view.shop.categories.find(({ key }) => key === kind);
  // Of nothing in particular it is mostly that of clothes.
  if (!category && bare.test(folded)) return language === 'zh' ? '衣服尺码表' : 'clothes: size chart';
  if (!category) return undefined;
  const name = inLanguage(category.name, language);
  return language === 'zh' ? `${name}尺码表` : `${name}: size chart`;
};
