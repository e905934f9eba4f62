/** Other goods than those shown are asked for by what they cost: less, or more, whatever kind they are called by. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { toMajor } from '../../../knowledge/domain/money.ts';
import type { MoneyBound } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { kinds } from '../wishes/wished.ts';
import { asksForCheaper, findsListDear, wantsInPlaceOfDear } from './cheaper-asked.ts';
import { asksForDearer } from './dearer-asked.ts';

interface Known {
  readonly memory: Pick<ConversationMemory, 'shown' | 'focus' | 'lastIntent'>;
  readonly view: Pick<CatalogueView, 'byId'>;
  readonly vocabulary: Pick<Vocabulary, 'mentions'>;
}

const longest = 80;

/** "Got a cheaper kettle", after a kettle: the kind of what was shown is named once more, and no other. */
const withoutKind = (folded: string, shown: readonly Product[], { vocabulary }: Known): string => {
  if (folded.length > longest) return folded;
  const named = vocabulary
    .mentions(folded)
    .filter(({ meanings }) =>
      meanings.some(one => kinds.has(one.slot) && shown.some(p => matches(p, { ...one, polarity: 'like' }))),
    );
  const other = hasHan(folded) ? '' : 'one';
  return named
    .reduceRight((text, { start, end }) => text.slice(0, start) + other + text.slice(end), folded)
    .replace(/\b(?:an?|any|some) one\b/g, 'one')
    .trim();
};

const strictly = /\b(?:cheaper|less|lower) than\b|低于|少于|便宜于|比[^,，。]{0,4}\d+[^,，。\d]{0,3}(?:便宜|低|少)/u;
/** "Cheaper than 449??", of the one that costs so much. */
const namesItsPrice = (folded: string, shown: readonly Product[]): boolean => {
  if (!strictly.test(folded)) return false;
  const amounts = new Set(folded.match(/\d+(?:\.\d+)?/g)?.map(Number));
  return shown.some(p => amounts.has(toMajor(p.price)));
};

/** What was shown, else the one that is spoken of. */
const lookedAt = ({ memory: { shown, focus }, view }: Known): readonly Product[] =>
  (shown.length === 0 && focus !== undefined ? [focus] : shown).flatMap(id => view.byId.get(id) ?? []);

const asksOfKind = (folded: string, shown: readonly Product[], known: Known): boolean => {
  const plain = withoutKind(folded, shown, known);
  return plain !== folded && asksForCheaper(plain);
};

/** `budget`: what is said of money beside it. */
export const asksCheaperThanShown = (folded: string, budget: MoneyBound | undefined, known: Known): boolean => {
  const { memory } = known;
  // 别太贵,一百来块: the amount counts.
  if (budget?.bound === 'around') return false;
  const shown = lookedAt(known);
  // "Over my budget, something under 500?": so much, of which some that was shown may cost less.
  if (budget?.bound === 'max' && shown.some(p => toMajor(p.price) > budget.amount)) return false;
  if (memory.shown.length === 0) return shown.length > 0 && asksOfKind(folded, shown, known);
  return (
    asksForCheaper(folded) ||
    findsListDear(folded, memory) ||
    wantsInPlaceOfDear(folded) ||
    namesItsPrice(folded, shown) ||
    asksOfKind(folded, shown, known)
  );
};

export const asksDearerThanShown = (folded: string, known: Known): boolean => {
  if (known.memory.shown.length === 0) return false;
  return asksForDearer(folded) || asksForDearer(withoutKind(folded, lookedAt(known), known));
};
