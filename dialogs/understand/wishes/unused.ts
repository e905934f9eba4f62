/** 女老师 不喝茶的: goods of which somebody makes no use are turned away, whatever a word for how goods are that may look like. */
import type { Said } from '../said/said.ts';
import { kinds } from './wished.ts';

const usesNone = /^(?:从来?|平时|一般|都|也)*不(?:怎么|太|大|会|能|爱)?(?:喝|吃|用|穿|戴|玩|碰)(?=\p{Script=Han})/u;

export const withUnused = (said: Said): Said => {
  const facts = said.facts.map(fact => {
    const isThing = fact.slot === 'feature' && fact.named.some(word => word.meanings.some(one => kinds.has(one.slot)));
    return isThing && fact.polarity === 1 && usesNone.test(fact.value)
      ? { ...fact, slot: 'product_type' as const, value: fact.value.replace(usesNone, ''), polarity: -1 as const }
      : fact;
  });
  return { ...said, facts };
};
