/** Whether each of a list comes in the sizes and colours that are asked for. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { type Draft, suggest } from './draft.ts';

type Wish = Pick<StatedPreference, 'slot' | 'value'>;

/** `forms`: each model of the list in all its colours. */
export const eachComes = (
  listed: readonly Product[],
  asked: readonly Wish[],
  forms: readonly (readonly Product[])[],
): Draft => {
  const comes = (product: Product): boolean =>
    [product, ...(forms.find(some => some.some(form => form.id === product.id)) ?? []).filter(p => p.stock !== 0)].some(
      p => asked.every(({ slot, value }) => valuesOf(p, slot)?.includes(value) ?? false),
    );
  const [of, not] = [listed.filter(comes), listed.filter(product => !comes(product))];
  const only = of.length === 1 ? of[0] : undefined;
  return {
    parts: [{ kind: 'each-comes', asked: asked.map(({ slot, value }) => ({ slot, value })), of, not }],
    memory: { failures: 0, ...(only ? { focus: only.id } : {}) },
    suggestions: suggest('deals'),
  };
};
