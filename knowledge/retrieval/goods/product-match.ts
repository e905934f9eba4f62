/** What a product is, held against a wish. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import type { FactSlot } from '../../domain/shopper.ts';
import { parseBudget } from '../../profile/budget.ts';
import { recipientStandsFor, valueInWords } from './lexicon.ts';
import { kindsByName } from './named-kinds.ts';
import { attributeSlot } from './vocabulary.ts';

/** What each product says in each slot, found out once a product: a turn asks it of the whole catalogue for every wish. */
const slotsByProduct = new WeakMap<Product, ReadonlyMap<FactSlot, readonly string[]>>();

const slotsOf = (product: Product): ReadonlyMap<FactSlot, readonly string[]> => {
  const known = slotsByProduct.get(product);
  if (known) return known;
  const slots = new Map<FactSlot, readonly string[]>([['category', [product.category]]]);
  if (product.brand) slots.set('brand', [product.brand.toLowerCase()]);
  for (const [key, values] of Object.entries(product.attributes)) {
    const slot = attributeSlot(key);
    if (slot && slot !== 'category' && slot !== 'brand' && !slots.has(slot)) slots.set(slot, values);
  }
  const named = kindsByName(product);
  if (named.length > 0) slots.set('product', [...new Set([...(slots.get('product') ?? []), ...named])]);
  slotsByProduct.set(product, slots);
  return slots;
};

/** Values a product has in a slot; undefined when it says nothing about it. */
export const valuesOf = (product: Product, slot: FactSlot): readonly string[] | undefined => slotsOf(product).get(slot);

/** What is called so is also that: stoneware is ceramic. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = { ceramic: ['stoneware', 'porcelain', 'earthenware'] };
/** Whether it has that value, or one that is a sort of it. */
export const holds = (
  product: Product,
  { slot, value }: { readonly slot: FactSlot; readonly value: string },
): boolean => {
  const values = valuesOf(product, slot) ?? [];
  return (
    values.includes(value) || (slot === 'material' && (alsoCalled[value] ?? []).some(finer => values.includes(finer)))
  );
};

/** Its attribute values as they are written in both languages. */
export const attributeWords = ({ attributes }: Product): string[] =>
  Object.entries(attributes).flatMap(([key, values]) => {
    const slot = attributeSlot(key);
    return values.flatMap(v => (slot ? [valueInWords(slot, v, 'en'), valueInWords(slot, v, 'zh')] : [v]));
  });

/** Whether a product is what a wish or dislike speaks of; a wish for leather covers "protein-leather" only for dislikes. */
export const matches = (
  product: Product,
  preference: Pick<StatedPreference, 'slot' | 'value' | 'polarity'>,
): boolean => {
  const { slot, value, polarity } = preference;
  if (slot === 'product' && product.id === value) return true;
  // Anything may be given.
  if (slot === 'occasion' && value === 'gift' && polarity === 'like') return true;
  const values = valuesOf(product, slot);
  // One size fits all: what comes in no sizes fits a wish for one.
  if (slot === 'size' && polarity === 'like' && (!values || !comparable(values, value))) return true;
  if (!values) return false;
  // What is no ceramic may be stoneware all the same, for whoever turns ceramic away.
  if (polarity === 'like' ? holds(product, preference) : values.includes(value)) return true;
  if (slot === 'recipient') return values.includes(recipientStandsFor[value] ?? value);
  return slot === 'material' && polarity === 'dislike' && values.some(v => v.endsWith(`-${value}`));
};

/** Whether a product is as a wish has it: what is turned away it is not, and it costs no more and no less than was said. */
export const meets = (product: Product, wish: Pick<StatedPreference, 'slot' | 'value' | 'polarity'>): boolean => {
  if (wish.slot !== 'budget') return matches(product, wish) === (wish.polarity === 'like');
  const bound = parseBudget(wish.value);
  if (!bound || wish.polarity !== 'like') return true;
  return bound.bound === 'max' ? product.price.minor <= bound.minor : product.price.minor >= bound.minor;
};

/** Shoe sizes are numbers and clothes' are letters; a shopper's 42 says nothing about a jacket in S to XL. */
const comparable = (values: readonly string[], value: string): boolean => {
  const kind = sizeKind(value);
  return values.some(v => sizeKind(v) === kind);
};
const sizeKind = (size: string): string =>
  /^\d{2}(\.5)?$/.test(size) ? 'number' : /^(\d?x{0,4}[sml]|x+l)$/.test(size) ? 'letter' : 'other';

/** Navy is blue as well: who wants navy, and no blue, is shown it. "Blue, not navy" leaves it out. */
export const isFinerLiked = (
  product: Product,
  { slot, value }: StatedPreference,
  wishes: readonly StatedPreference[],
  products: readonly Product[],
): boolean =>
  wishes.some(
    liked =>
      liked.slot === slot &&
      liked.polarity === 'like' &&
      liked.value !== value &&
      (valuesOf(product, slot)?.includes(liked.value) ?? false) &&
      products.every(p => {
        const values = valuesOf(p, slot) ?? [];
        return !values.includes(liked.value) || values.includes(value);
      }),
  );
