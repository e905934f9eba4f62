/** "Is there a size chart": of the goods that are spoken of or shown, which the message doesn't name. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';

const chart =
  /\b(?:size|sizing|measurement)s? ?(?:chart|guide|table)s?\b|\bsizing (?:info|information|details)\b|尺码(?:表|对照|指南|说明|参考)|码数表|[码号]表在/u;
/** "What size would a UK 12 be": which table tells it depends on the goods. */
const otherScale =
  /\b(?:what|which) (?:\w+ )?size\b.{0,24}\b(?:uk|us) ?\d{1,2}\b|\b(?:uk|us) ?\d{1,2}\b.{0,24}\b(?:what|which) (?:\w+ )?size\b/u;
const longest = 60;
const bare =
  /^(?:(?:hi|hello|hey|ok|and)[,. ]+)*(?:do you have|have you got|is there|where is|where's|can i see|show me)? ?(?:a|an|the|your|any)? ?(?:size|sizing) ?(?:chart|guide|table)s?(?: somewhere| here| please)*[?!. ]*$|^(?:请问|你们?|那|有没有|有)*尺码(?:表|对照表|指南)(?:有没有|有吗|在哪(?:里|儿)?看?|呢|吗)*[?？。 ]*$/u;

/** The kind of goods that all of the list are of. */
const kindShown = ({ shown }: Pick<ConversationMemory, 'shown'>, view: CatalogueView): string | undefined => {
  const kinds = new Set(shown.map(id => view.byId.get(id)?.category));
  return kinds.size === 1 ? [...kinds][0] : undefined;
};

/** The question with the kind of goods in it, the nearest first; empty: no such chart is asked for, or of nothing that is known. */
export const sizeAsked = (
  said: string,
  spokenOf: Product | undefined,
  memory: Pick<ConversationMemory, 'shown'>,
  view: CatalogueView,
  { language, ofFit }: { readonly language: Language; readonly ofFit: boolean },
): readonly string[] => {
  const folded = fold(said);
  const ofChart = folded.length <= longest && chart.test(folded);
  if (!ofChart && !ofFit && !otherScale.test(folded)) return [];
  const kind = spokenOf?.category ?? kindShown(memory, view);
  const category = kind === undefined ? undefined : view.shop.categories.find(({ key }) => key === kind);
  // Of nothing in particular it is mostly that of clothes.
  if (!category && ofChart && bare.test(folded)) return [language === 'zh' ? '衣服尺码表' : 'clothes: size chart'];
  if (!category) return [];
  const name = inLanguage(category.name, language);
  const charts = language === 'zh' ? `${name}尺码表` : `${name}: size chart`;
  const fit = language === 'zh' ? `${name}偏大还是偏小` : `${name}: true to size`;
  return ofFit ? [fit, charts] : [charts];
};
