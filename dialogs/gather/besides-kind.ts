/** "Home fragrance except candles", 香薰除了蜡烛: a kind without the one sort of it that is sold. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { lexicon, valueInWords } from '../../knowledge/retrieval/goods/lexicon.ts';
import { inSingular } from '../../knowledge/retrieval/goods/shelf-words.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { Understanding } from '../turn.ts';

/** The sort goes by that name as well, and stands in the message by another. */
const isOfName = (name: string, { slot, value, polarity }: StatedPreference, text: string): boolean =>
  slot === 'product' &&
  polarity === 'dislike' &&
  lexicon.some(
    one =>
      one.slot === 'product' &&
      one.value === value &&
      [...one.en, ...one.zh].some(word => word !== '' && inOneForm(word) === inOneForm(name)),
  ) &&
  !fold(name).includes(valueInWords('product', value, hasHan(text) ? 'zh' : 'en'));
const inOneForm = (words: string): string => (hasHan(words) ? fold(words) : inSingular(words));

/** What nothing is left of, in words; undefined: other goods are wished for, or something is. */
export const besidesOnlyKind = (
  text: string,
  { preferences, goods = [] }: Pick<Understanding, 'preferences' | 'goods'>,
): string | undefined => {
  const [name, ...more] = goods;
  if (name === undefined || more.length > 0) return undefined;
  if (preferences.some(p => p.polarity === 'like' && (p.slot === 'product' || p.slot === 'category'))) return undefined;
  const left = preferences.find(p => isOfName(name, p, text));
  if (!left) return undefined;
  if (hasHan(text)) return `${valueInWords('product', left.value, 'zh')}以外的${name}`;
  const sort = valueInWords('product', left.value, 'en');
  const said = fold(text).match(new RegExp(`\\b${sort}\\w*`))?.[0] ?? sort;
  return `${name} other than ${said}`;
};
