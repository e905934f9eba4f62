/** 橙一个绿一个, 加购啊 红两个 白一个, 笔记本拿两本 一红一黄: of what is named, or the one that is looked at, so many in each colour, each with its own number. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { Ordered, OrderMemory } from './ordered.ts';

const longest = 40;
const colour = '[深浅墨]?[红橙黄绿青蓝紫黑白灰粉棕米]';
const number = '[一两俩二三四五六七八九十]|\\d{1,2}';
const unit = '[个件双条只盒包瓶套罐袋台份支副顶把本]';
const colourFirst = new RegExp(`(${colour})(?:色|的)*(?:要|来|拿|买|加)?(${number})${unit}`, 'gu');
const numberFirst = new RegExp(
  `(${number})${unit}?(${colour})(?:色|的)*(?=$|[\\s,，。!！和跟都吧加放]|${number})`,
  'gu',
);
/** 笔记本拿两本 一红一黄: of so many in all. */
const inAll = new RegExp(`(?:要|来|拿|买|加)?(${number})${unit}`, 'u');
/** 有没有别的颜色 一橙一绿: without a word that buys, and no unit, it only says which. */
const buys = /[要来拿买加购各放]|下单/u;
/** Said around it. */
const around =
  /加购物车|加(?:入|到|进)购物车|放(?:入|到|进)?购物车|购物车|加购|加车|下单|好的?|可以|麻烦|谢谢|那|就|行|嗯|我|要|来|拿|买|给|帮|都|请|先|再|加|和|跟|各|吧|啊|呀|呗|哦|了|[\s,，。、:：!！]/gu;

const units = (said: string): number => readNumber(said === '俩' ? '两' : said);

export const coloursApart = (
  folded: string,
  { focus, shown }: Pick<OrderMemory, 'focus' | 'shown'>,
  { mentions }: Pick<Vocabulary, 'mentions'>,
  { products, byId }: Pick<CatalogueView, 'products' | 'byId'>,
  thingNamed: (words: string) => readonly ProductId[],
): Ordered | undefined => {
  if (folded.length > longest) return undefined;
  const read = [
    { form: colourFirst, told: [...folded.matchAll(colourFirst)].map(([, one = '', count = '']) => ({ one, count })) },
    { form: numberFirst, told: [...folded.matchAll(numberFirst)].map(([, count = '', one = '']) => ({ one, count })) },
  ].find(({ told }) => told.length > 1);
  if (!read || (read.form === numberFirst && !buys.test(folded))) return undefined;
  // What they are stands before them, and nothing else between them or behind.
  const at = folded.search(new RegExp(read.form.source, 'u'));
  const [before, behind] = [folded.slice(0, at), folded.slice(at).replace(read.form, ' ')];
  if (behind.replace(around, '') !== '') return undefined;
  const whole = inAll.exec(before)?.[1];
  const named = before.replace(inAll, ' ').replace(around, '');
  const table = focus === undefined ? shown : [focus];
  const spokenOf = [...new Set(named === '' ? table : thingNamed(named))].flatMap(id => byId.get(id) ?? []);
  const [family, ...others] = new Set(spokenOf.map(familyOf));
  const sum = read.told.reduce((all, { count }) => all + units(count), 0);
  if (family === undefined || others.length > 0 || (whole !== undefined && units(whole) !== sum)) return undefined;
  const lines = read.told.flatMap(({ one: said, count }) => {
    const values = mentions(`${said}色`).flatMap(one => one.meanings.filter(m => m.slot === 'colour'));
    const one = products.find(
      p =>
        isSellable(p) &&
        familyOf(p) === family &&
        values.some(({ value }) => valuesOf(p, 'colour')?.includes(value) === true),
    );
    return one ? [{ product: one.id, quantity: units(count) }] : [];
  });
  const isEach = new Set(lines.map(line => line.product)).size === read.told.length && lines.every(l => l.quantity > 0);
  return isEach ? { lines, open: [], inAll: false } : undefined;
};
