/** "Something green", of teas: the sort that is called so where what is spoken of comes in no colours. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../../memory.ts';

type View = Pick<CatalogueView, 'products' | 'byId'>;

/** Of one catalogue, the sorts of goods without colours: green-tea. */
const known = new WeakMap<object, ReadonlySet<string>>();
const sortsOf = ({ products }: View): ReadonlySet<string> => {
  const before = known.get(products);
  if (before) return before;
  const sorts = new Set(
    products.filter(isWithoutColour).flatMap(p => (valuesOf(p, 'material') ?? []).filter(value => value.includes('-'))),
  );
  known.set(products, sorts);
  return sorts;
};
const isWithoutColour = ({ attributes }: Product): boolean => (attributes.colour ?? []).length === 0;

export const withColourAsSort = (
  preferences: readonly StatedPreference[],
  { search = [], shown }: Pick<ConversationMemory, 'search' | 'shown'>,
  view: View,
): readonly StatedPreference[] => {
  if (!preferences.some(p => p.slot === 'colour')) return preferences;
  const said = preferences.filter(p => p.slot === 'product' && p.polarity === 'like');
  const spoken = said.length > 0 ? said : search.filter(p => p.polarity === 'like');
  const kinds = spoken.map(p => p.value);
  const onTable = said.length > 0 ? [] : shown.flatMap(id => view.byId.get(id) ?? []);
  const isSpokenOf = (kind: string): boolean =>
    kinds.some(value => value === kind || value.endsWith(`-${kind}`)) ||
    (onTable.length > 0 &&
      onTable.every(p => isWithoutColour(p) && valuesOf(p, 'material')?.some(value => value.endsWith(`-${kind}`))));
  return preferences.map(p => {
    const sort =
      p.slot === 'colour'
        ? [...sortsOf(view)].find(
            value => value.startsWith(`${p.value}-`) && isSpokenOf(value.slice(p.value.length + 1)),
          )
        : undefined;
    return sort === undefined ? p : { ...p, slot: 'material', value: sort };
  });
};
