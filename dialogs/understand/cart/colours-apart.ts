/** 橙一个绿一个, 加购啊 红两个 白一个: of the one that is looked at so many in each colour, each with its own number. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { isSellable } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { Ordered, OrderMemory } from './ordered.ts';

const longest = 40;
const each =
  /([深浅墨]?[红橙黄绿青蓝紫黑白灰粉棕米])(?:色|的)*(?:要|来|拿|买|加)?([一两俩二三四五六七八九十]|\d{1,2})[个件双条只盒包瓶套罐袋台份支副顶把]/gu;
/** Nothing else is said. */
const around =
  /^(?:那|就|好的?|行|可以|嗯|我|要|来|拿|买|给|帮|都|请|麻烦|先|再|加|加购|加车|加(?:入|到|进)?购物车|放(?:入|到|进)?购物车|购物车|下单|和|跟|吧|啊|呀|呗|哦|了|谢谢|[\s,，。、!！])*$/u;

export const coloursApart = (
  folded: string,
  { focus, shown }: Pick<OrderMemory, 'focus' | 'shown'>,
  { mentions }: Pick<Vocabulary, 'mentions'>,
  { products, byId }: Pick<CatalogueView, 'products' | 'byId'>,
): Ordered | undefined => {
  if (folded.length > longest || !around.test(folded.replace(each, ''))) return undefined;
  const told = [...folded.matchAll(each)];
  const spokenOf = [...new Set(focus === undefined ? shown : [focus])].flatMap(id => byId.get(id) ?? []);
  const [family, ...others] = new Set(spokenOf.map(familyOf));
  if (told.length < 2 || family === undefined || others.length > 0) return undefined;
  const lines = told.flatMap(([, colour = '', count = '']) => {
    const values = mentions(`${colour}色`).flatMap(one => one.meanings.filter(m => m.slot === 'colour'));
    const one = products.find(
      p =>
        isSellable(p) &&
        familyOf(p) === family &&
        values.some(({ value }) => valuesOf(p, 'colour')?.includes(value) === true),
    );
    return one ? [{ product: one.id, quantity: readNumber(count === '俩' ? '两' : count) }] : [];
  });
  const isEach = new Set(lines.map(line => line.product)).size === told.length && lines.every(l => l.quantity > 0);
  return isEach ? { lines, open: [], inAll: false } : undefined;
};
