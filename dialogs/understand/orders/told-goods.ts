/** The things of the orders that were told of which a message names: "the school shoe", 那个单肩包. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { ConversationMemory } from '../../memory.ts';

const lasts = 3;
const least = 3;
const nameOf = (text: string): string => text.toLowerCase().split(',')[0]!;
const hasWord = (said: string, word: string): boolean =>
  new RegExp(`\\b${word.replace(/[^a-z0-9]/g, '').replace(/(?:es|s)$/, '')}(?:es|s)?\\b`).test(said);

/** The last word of a name is what the thing is; two that stand together are hardly said of another. */
const inEnglish = (name: string, said: string): number => {
  const words = nameOf(name).match(/[a-z]{3,}/g) ?? [];
  const thing = words.at(-1);
  const pairs = words.filter((word, i) => i > 0 && said.includes(`${words[i - 1]} ${word}`)).length;
  const others = words.filter(word => word !== thing && word.length > 3 && hasWord(said, word)).length;
  return (thing && hasWord(said, thing) ? 3 : 0) + others + pairs * 3;
};

/** What a thing is by the last character of its name. */
const alone = /[鞋包锅壶杯灯毯碗刀裙靴表]$/u;
const inChinese = (title: string, said: string): number => {
  const [, ...rest] = title.split(' ');
  const name = (rest.length > 1 ? rest.slice(0, -1) : rest).join('').replace(/[^\p{Script=Han}]/gu, '');
  for (let length = Math.min(name.length, 8); length >= 2; length -= 1)
    for (let at = 0; at + length <= name.length; at += 1)
      if (said.includes(name.slice(at, at + length))) return length + (at + length === name.length ? 1 : 0) + 1;
  const [last] = alone.exec(name) ?? [];
  return last !== undefined && said.includes(last) ? least : 0;
};

const plainly = ({ name }: Product, said: string): number =>
  /\p{Script=Han}/u.test(said) ? inChinese(name.zh ?? '', said) : inEnglish(name.en ?? '', said);

/** Those that are named most plainly; empty: none is, or no order was told of just now. */
export const toldGoodsNamed = (
  folded: string,
  { goodsOfOrders, turns }: Pick<ConversationMemory, 'goodsOfOrders' | 'turns'>,
  { byId }: Pick<CatalogueView, 'byId'>,
): readonly ProductId[] => {
  if (!goodsOfOrders || turns - goodsOfOrders.at > lasts || folded.length > 160) return [];
  const scored = goodsOfOrders.products.flatMap(id => {
    const product = byId.get(id);
    const score = product ? plainly(product, folded) : 0;
    return score >= least ? [{ id, score }] : [];
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ id }) => id);
};
