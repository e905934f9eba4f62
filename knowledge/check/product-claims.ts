/** What a sentence says about the price and stock of a product it names. */
import type { CatalogueView } from '../catalogue.ts';
import { inLanguage, type Language } from '../domain/language.ts';
import { formatMoney } from '../domain/money.ts';
import { inStock, isSellable, type Product } from '../domain/product.ts';
import { fold } from '../retrieval/text/fold.ts';
import { amountsIn } from './figures.ts';
import type { Contradiction } from './shop-claims.ts';

export interface NamedProducts {
  /** Products whose whole name stands in the sentence, the longest name first; a name within a name counts once. */
  in(sentence: string): readonly { readonly product: Product; readonly name: string }[];
}

/** Two products of one name can't be told apart: neither is checked. */
export const namedProducts = ({ products }: Pick<CatalogueView, 'products'>, language: Language): NamedProducts => {
  const byName = new Map<string, Product | null>();
  for (const product of products) {
    const name = fold(product.name[language] ?? '');
    if (name.length < (language === 'zh' ? 3 : 6)) continue;
    byName.set(name, byName.has(name) ? null : product);
  }
  const names = [...byName].sort((a, b) => b[0].length - a[0].length);
  return {
    in(sentence) {
      let rest = fold(sentence);
      const found: { product: Product; name: string }[] = [];
      for (const [name, product] of names) {
        if (!rest.includes(name)) continue;
        rest = rest.replaceAll(name, ' ');
        if (product) found.push({ product, name: inLanguage(product.name, language) });
      }
      return found;
    },
  };
};

const notItsPrice =
  /\boff\b|save|discount|\bfrom\b|over|spend|\btogether\b|with any|gift|cheaper|减|满|优惠|立减|省|赠|起|一起|加价/iu;
const saysPrice =
  /costs?|priced?|\bis\b|\bare\b|\bfor\b|sells?|sold at|only|just|\bat\b|now|售价|价格|卖|只要|仅需|原价|现价|每[个件只双]|元|¥|￥/iu;
const gone =
  /sold[- ]out|out of stock|no longer (?:available|sold|made)|not available|unavailable|discontinued|currently gone|缺货|售罄|卖完|断货|没货|无货|下架|停产|停售|不再(?:销售|供应|生产)/iu;
const there = /(?<!back |not )in stock|available (?:now|again)|back in stock|(?:现|有)货|补货到|已到货|库存充足/iu;
const hedged = /\bif\b|\bwhen\b|\bwhen(?:ever)?\b|\bonce\b|may|might|sometimes|如果|一旦|若|可能|有时|时[，,]/iu;

export const productContradictions = (
  sentence: string,
  products: NamedProducts,
  language: Language,
): Contradiction[] => {
  const named = products.in(sentence);
  if (named.length !== 1) return [];
  const [{ product, name }] = named as [{ product: Product; name: string }];
  const found: Contradiction[] = [];
  const amounts = amountsIn(sentence, product.price.currency);
  if (amounts.length === 1 && saysPrice.test(sentence) && !notItsPrice.test(fold(sentence).replace(fold(name), ' '))) {
    const [amount] = amounts;
    if (amount!.value.minor !== product.price.minor)
      found.push({
        about: 'price',
        subject: name,
        said: formatMoney(amount!.value),
        holds: formatMoney(product.price),
      });
  }
  if (!hedged.test(sentence)) {
    const saidGone = gone.exec(sentence)?.[0];
    const saidThere = saidGone ? undefined : there.exec(sentence)?.[0];
    const word = (en: string, zh: string): string => (language === 'zh' ? zh : en);
    if (saidGone && isSellable(product))
      found.push({ about: 'stock', subject: name, said: saidGone, holds: word('in stock', '有货') });
    if (saidThere && !isSellable(product))
      found.push({
        about: 'stock',
        subject: name,
        said: saidThere,
        holds: product.hidden ? word('no longer sold', '已下架') : inStock(product) ? '' : word('sold out', '售罄'),
      });
  }
  return found;
};
