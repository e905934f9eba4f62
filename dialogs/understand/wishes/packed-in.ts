import type { StatedPreference } from '../../../knowledge/domain/preference.ts';

type Found = Pick<StatedPreference, 'slot' | 'value' | 'polarity' | 'quote'>;

/** "She's a green tea person, do you have a gift box?": what else is named comes in it, and no box of another shelf is asked for. */
export const isPacking = ({ slot, value, polarity, quote }: Found, found: readonly Found[]): boolean =>
  slot === 'product' &&
  value === 'gift-box' &&
  polarity === 'like' &&
  found.some(
    other =>
      other.slot === 'category' && !/gift/.test(other.value) && other.polarity === 'like' && other.quote !== quote,
  );
