/** Where hardly any goods are meant for the person who is named, the others are looked at too. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import { familyOf } from './families.ts';
import { type Filter, type Relaxed, relax } from './relax.ts';

/** Of a named kind of goods this many models for the person named are a choice. */
const enoughModels = 3;

/** "A bag for my mum": where hardly any of the kind, or of what is liked, is meant for that person, the others come after them. */
export const forAnybody = (
  found: Relaxed,
  within: readonly number[],
  soft: readonly Filter[],
  preferences: readonly StatedPreference[],
  products: readonly Product[],
  isOfTaste: boolean,
): Relaxed => {
  const likes = preferences.filter(p => p.polarity === 'like');
  const named = isOfTaste || likes.some(p => p.slot === 'category' || p.slot === 'product');
  const isForPerson = likes.some(p => p.slot === 'recipient' && p.value !== 'kids');
  const models = new Set(found.kept.map(d => familyOf(products[d]!)));
  if (!named || !isForPerson || models.size >= enoughModels) return found;
  const wider = relax(
    within,
    soft.filter(f => !f.key.startsWith('recipient:')),
    products,
  );
  const isNoWorse = wider.relaxed.every(key => found.relaxed.includes(key));
  return isNoWorse && wider.kept.length > 0 ? wider : found;
};
