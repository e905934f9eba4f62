/** Goods that are asked for by their own name are shown, whatever else was looked for before: "do you have chrysanthemum tea", after teas without caffeine. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { hasInName } from '../../knowledge/retrieval/goods/called.ts';
import { meets } from '../../knowledge/retrieval/goods/product-match.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { singular, tokensOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { Understanding } from '../turn.ts';
import type { SearchScope } from '../turn-facts.ts';

const shortestHan = 3;

/** 菊花茶 is 菊花枸杞茶; one English word is a kind as often as a name. */
const goesBy = (product: Product, name: string): boolean => {
  if (hasHan(name)) return name.length >= shortestHan && hasInName(product, name.slice(0, -1));
  const words = tokensOf(name).map(token => singular(token.text));
  return words.length > 1 && words.slice(0, -1).every(word => hasInName(product, word));
};

const productsCalled = (
  { intent, goods = [], entities }: Understanding,
  view: Pick<CatalogueView, 'byId'>,
): readonly Product[] => {
  if (intent !== 'product-search' || goods.length === 0) return [];
  const names = goods.map(fold);
  return entities.products
    .flatMap(id => view.byId.get(id) ?? [])
    .filter(product => isSellable(product) && names.some(name => goesBy(product, name)));
};

/** Without what was told before and none of them is. */
export const withCalled = (
  scope: SearchScope,
  understanding: Understanding,
  view: Pick<CatalogueView, 'byId'>,
): SearchScope => {
  const called = productsCalled(understanding, view);
  if (called.length === 0) return scope;
  const isNow = (slot: string, value: string): boolean =>
    understanding.preferences.some(p => p.slot === slot && p.value === value);
  // Its name is no word of the catalogue's kinds: nothing told of others counts beside it.
  const names = (understanding.goods ?? []).map(fold);
  const isNamed = understanding.told?.some(one => names.includes(one.value)) ?? false;
  return {
    ...scope,
    ...(isNamed && understanding.told ? { told: understanding.told } : {}),
    preferences: scope.preferences.filter(
      p =>
        p.polarity === 'dislike' ||
        p.slot === 'budget' ||
        p.slot === 'recipient' ||
        isNow(p.slot, p.value) ||
        called.some(product => meets(product, p)),
    ),
  };
};
