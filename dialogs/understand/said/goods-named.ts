/** What goods are called in a message, sold here or not. */
import { barelyAskedFor } from '../pointing/any-thing.ts';
import type { SaidFact } from './fact.ts';

/** "I said rice cooker". */
const saidSo = /^(?:(?:i )?(?:said|say|meant|mean|asked for|want(?:ed)?|told you) )+(?=[a-z])/u;
/** 护手霜之类, 杯子什么的: more of the kind, and no name. */
const andLike = /(?<=.{2})(?:之类|什么|啥|等等?)的?$/u;
/** Whatever is for something: 装备, 用品. */
const anyGoods = /^(?:之类|装备|用品|东西|好物|产品|商品|物品|物件|神器|单品|周边|小物|玩意儿?|思路)$/u;

/** `folded`: the message; `isOfKind`: it names a kind that is sold. */
export const goodsNamed = (facts: readonly SaidFact[], folded: string, isOfKind: boolean): readonly string[] => {
  const named = facts
    .filter(fact => fact.spoken && fact.slot === 'product_type')
    .map(fact => fact.value.replace(saidSo, '').replace(andLike, ''))
    .filter(name => !(anyGoods.test(name) && facts.length > 1));
  return named.length > 0 || isOfKind ? named : barelyAskedFor(folded);
};
