/** What is asked of a list and of none of it: "how long does the battery last", of several headphones. */
import type { Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-asked.ts';
import { pageSays } from '../../knowledge/retrieval/goods/page-says.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Draft, suggest } from './draft.ts';
import { certainAnswer, titleNamesKindOf } from './page-answer.ts';

/** What each page of a list says of what is asked; where none does, the shop's pages may. */
export const eachSays = (
  products: readonly Product[],
  asked: readonly Asked[],
  facts: TurnFacts,
  language: Language,
): Draft => {
  const of = products.map(product => {
    const { said, open } = pageSays(product, asked, language);
    return { product, said, open: open.filter(({ kind }) => kind !== undefined) };
  });
  const telling = of.filter(({ said }) => said.length > 0);
  const [page] = facts.passages;
  const isOfOthers =
    asked.every(({ kind }) => kind === 'keeping') &&
    !products.every(one => page && titleNamesKindOf(page.article, one));
  const fromShop = telling.length === 0 && !isOfOthers ? certainAnswer(facts) : null;
  if (fromShop) return fromShop;
  const [first, second] = telling;
  return {
    parts: [{ kind: 'each-says', of: telling, silent: of.filter(({ said }) => said.length === 0).length, asked }],
    memory: { failures: 0, ...(first && !second ? { focus: first.product.id } : {}) },
    suggestions: suggest(telling.length === 0 ? 'person' : 'deals'),
  };
};
