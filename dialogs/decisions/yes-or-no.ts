/** Whether a product is as it is asked to be, from its attributes; of a colour it doesn't come in, its like that does. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-asked.ts';
import { holds, valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { type Draft, suggest } from './draft.ts';
import { addable } from './page-says.ts';

export type AskedOf = Pick<StatedPreference, 'slot' | 'value'>;

const impliedBy: Readonly<Record<string, string>> = { 'water-resistant': 'waterproof', warm: 'insulated' };

/** Yes or no from its attributes; of a colour it doesn't come in, its like that does. */
export const answerOf = (
  product: Product,
  wished: readonly AskedOf[],
  family: readonly Product[],
  open: readonly Asked[],
  besides: readonly Product[],
): Draft => {
  const has = (p: Product, wish: AskedOf): boolean => holds(p, wish);
  // What is waterproof is water-resistant.
  const asked = wished.map(wish => {
    const more = impliedBy[wish.value];
    return wish.slot === 'feature' &&
      more !== undefined &&
      !has(product, wish) &&
      has(product, { ...wish, value: more })
      ? { ...wish, value: more }
      : wish;
  });
  const missing = asked.filter(wish => !has(product, wish));
  // "Blue better than black": of a colour that this one has, another need not be too.
  const ofOther = asked.filter(wish => wish.slot !== 'colour' || missing.includes(wish));
  // "One red, one navy": each is another, and none has both.
  const inColours = asked.filter(wish => wish.slot === 'colour').length > 1;
  const isOther = (p: Product): boolean =>
    inColours ? missing.some(wish => has(p, wish)) : ofOther.every(wish => has(p, wish));
  const others =
    missing.length > 0 ? family.filter(p => p.id !== product.id && p.stock !== 0 && isOther(p)).slice(0, 3) : [];
  // None has all of it: the one in the colour that is asked for tells the rest.
  const ofThatColour =
    missing.length > 1 && others.length === 0 && !inColours
      ? family.find(p => p.stock !== 0 && missing.some(wish => wish.slot === 'colour' && has(p, wish)))
      : undefined;
  if (ofThatColour) return answerOf(ofThatColour, wished, family, open, besides);
  const shown =
    missing.length > 0 && others.length === 0 && missing.every(wish => wish.slot !== 'colour' && wish.slot !== 'size')
      ? besides.filter(p => asked.every(wish => has(p, wish))).slice(0, 3)
      : [];
  const ofColour = asked.some(wish => wish.slot === 'colour');
  return {
    parts: [
      {
        kind: 'product-answer',
        product,
        asked: asked.map(wish => ({ slot: wish.slot, value: wish.value, holds: !missing.includes(wish) })),
        others,
        ...(shown.length > 0 ? { shown } : {}),
        colours: ofColour
          ? [...new Set([product, ...family.filter(p => p.stock !== 0)].flatMap(p => valuesOf(p, 'colour') ?? []))]
          : [],
        ...(open.length > 0 ? { open } : {}),
      },
    ],
    memory: {
      focus: others[0]?.id ?? product.id,
      failures: 0,
      ...(others.length > 0 ? { shown: others.map(p => p.id) } : {}),
    },
    suggestions: [...addable(others[0] ?? product), ...suggest('deals')],
  };
};
