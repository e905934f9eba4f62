/** What goods are called in a rule's sentence, so that the same words find them again. */

import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../../knowledge/domain/language.ts';
import type { Scope } from '../../../knowledge/domain/promotion.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { type Meaning, namesOf } from './mentions.ts';
import { plainScope, type RuleContext } from './rule.ts';

export interface Goods {
  /** Null: a scope that restricts nothing. */
  scope(scope: Scope | undefined): string | null;
  product(id: ProductId): string;
}

export const list = (items: readonly string[], language: Language, last: 'and' | 'or'): string => {
  if (items.length < 2) return items[0] ?? '';
  if (language === 'zh') return `${items.slice(0, -1).join('、')}${last === 'and' ? '和' : '或'}${items.at(-1)}`;
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
};

/** Plain enough to stand in a sentence without quotation marks. */
const isPlain = (name: string): boolean => /^[\p{L}&' -]+$/u.test(name);

export const goodsIn = (language: Language, context: Pick<RuleContext, 'shop' | 'products'>): Goods => {
  const names = namesOf(context);
  const sole = (name: string, fallback: string): string =>
    name !== '' && (names.byText.get(fold(name))?.length ?? 0) === 1 ? name : fallback;
  const called = (meaning: Exclude<Meaning, { kind: 'product' }>): string => {
    const category = meaning.kind === 'category' && context.shop.categories.find(c => c.key === meaning.key);
    const name = sole(category ? inLanguage(category.name, language) : meaning.key, meaning.key);
    return isPlain(name) ? name : `“${name}”`;
  };
  const product = (id: ProductId): string => {
    const found = context.products.find(p => p.id === id);
    return `“${found ? sole(inLanguage(found.name, language), id) : id}”`;
  };
  return {
    product,
    scope(scope) {
      const plain = plainScope(scope);
      if (!plain) return null;
      const categories = (plain.categories ?? []).map(key => called({ kind: 'category', key }));
      const brands = (plain.brands ?? []).map(key => called({ kind: 'brand', key }));
      const products = (plain.products ?? []).map(product);
      if (language === 'zh') {
        const kinds = `${list(brands, 'zh', 'or')}${brands.length === 0 ? '' : categories.length > 0 ? '品牌的' : products.length > 0 ? '品牌' : '品牌商品'}${list(categories, 'zh', 'or')}`;
        return products.length > 0 ? `${kinds}${kinds ? '中的' : ''}${list(products, 'zh', 'or')}` : kinds;
      }
      const parts = [
        list(products, 'en', 'or'),
        list(categories, 'en', 'or'),
        brands.length > 0 && categories.length + products.length > 0
          ? `by ${list(brands, 'en', 'or')}`
          : list(brands, 'en', 'or'),
      ].filter(Boolean);
      return products.length > 0 && categories.length > 0
        ? `${parts[0]} in ${parts.slice(1).join(' ')}`
        : parts.join(' ');
    },
  };
};

/** Kinds of shopper a shop speaks of; others are named by their key. */
export const segmentNames: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  vip: { en: 'VIP shoppers', zh: 'VIP会员' },
  new: { en: 'new shoppers', zh: '新顾客' },
  returning: { en: 'returning shoppers', zh: '老顾客' },
  lapsed: { en: 'shoppers who have been away for long', zh: '久未下单的顾客' },
};
