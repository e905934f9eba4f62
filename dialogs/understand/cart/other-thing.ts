/** "Add socks to my cart", 来一个飞盘, right after a mug was looked at: another thing is named, and not the mug goes in. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
import type { Understanding } from '../../turn.ts';

/** The one that is looked at is pointed at, or more of it is meant, or how it should be. */
const points =
  /\b(?:it|this|that|these|those|them|one|ones|both|all|another|more|same|pairs?(?! of)|pieces?|pcs|each)\b|它|[这那]|一样|同样|同款|第|各|都|[的了]$/u;
/** Where it goes, what goes around it, and whom it is for. */
const noThing =
  /^(?:(?:add|put|my|the|a|an) )*(?:cart|basket|bag|trolley|order|gift|present|wrap(?:ping)?|card|box|set|pack|size|colour|color|item|product|thing|piece|pair|version|model)s?$|购物车|礼物|包装|贺卡|礼盒|套装|颜色|尺码|单$|件$|款$|号$|码$|色$/u;

/** The thing in the shopper's words; undefined: none is named, or it may be the one that is looked at. */
export const otherThing = (
  { intent, entities, ordered, goods = [], asksOf = [], said = '' }: Understanding,
  { name }: Product,
): string | undefined => {
  const { products, ordinal } = entities;
  const isNamed = products.length > 0 || ordinal !== undefined || ordered !== undefined || asksOf.length > 0;
  if (intent !== 'add-to-cart' || isNamed || points.test(said)) return undefined;
  const [thing] = goods.map(one => fold(one)).filter(one => !noThing.test(one));
  if (thing === undefined) return undefined;
  if (hasHan(thing)) {
    const head = thing.replace(/[子儿头]$/u, '').at(-1) ?? '';
    return (name.zh ?? '').includes(head) ? undefined : thing;
  }
  const words = new Set((fold(name.en ?? '').match(/[a-z]+/g) ?? []).map(singular));
  const named = (thing.match(/[a-z]+/g) ?? []).map(singular).filter(word => word !== 'add' && word !== 'put');
  return named.length === 0 || named.some(word => words.has(word)) ? undefined : named.join(' ');
};
