/** What is given: what a present of no certain kind is chosen by. */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import { valuesOf } from './product-match.ts';

type Wish = Pick<StatedPreference, 'slot' | 'value' | 'polarity' | 'forWhom' | 'quote'>;

const given: ReadonlySet<string> = new Set([
  'birthday',
  'festival',
  'housewarming',
  'party',
  'wedding',
  'gift-wrapped',
  'gift-box',
  'set',
]);
const daysOfGiving: ReadonlySet<string> = new Set(['birthday', 'christmas', 'festival']);
/** A pan for her birthday is any pan: the day is no use of goods that are named. For somebody else alone. */
export const isDayOfGiving = ({
  slot,
  value,
  forWhom,
}: Pick<StatedPreference, 'slot' | 'value' | 'forWhom'>): boolean =>
  slot === 'occasion' && forWhom !== 'self' && daysOfGiving.has(value);
/** Goods for the household that nobody is given by somebody who does not know them well. */
const plain: ReadonlySet<string> = new Set([
  'shampoo',
  'drawstring',
  'shoe',
  'wash-bag',
  'pannier',
  'coffee',
  'cleanser',
  'knife',
]);

export const isKind = ({ slot }: Wish): boolean => slot === 'category' || slot === 'product' || slot === 'size';

/** "Something for my boss", 送老师什么好, "for secret santa": no goods are named. */
export const isOpenGift = (preferences: readonly Wish[]): boolean => {
  const likes = preferences.filter(p => p.polarity === 'like');
  return (
    likes.some(
      p =>
        p.forWhom !== 'self' ||
        p.slot === 'recipient' ||
        (p.slot === 'occasion' && (p.value === 'gift' || p.value === 'housewarming')),
    ) && !likes.some(isKind)
  );
};

export const isForChild = (likes: readonly Wish[]): boolean =>
  likes.some(p => p.forWhom === 'child' || p.value === 'kids');
const isSized = ({ attributes: { size = [] } }: Product): boolean =>
  size.some(one => /^(?:x*[sml]|\d{2}(?:\.5)?)$/.test(one));

/**
 * Of a present of no certain kind what is made to be given comes first, and last what comes in sizes (nobody knows another's) and
 * what only children play with. Near what may be spent is better than next to nothing.
 */
export const giftBonus = (
  preferences: readonly StatedPreference[],
  { max, typical }: { readonly max: number | undefined; readonly typical: number },
): ((product: Product) => number) | undefined => {
  if (!isOpenGift(preferences) || isForChild(preferences.filter(p => p.polarity === 'like'))) return undefined;
  return product => {
    const { occasion = [], feature = [], recipient = [] } = product.attributes;
    const kinds = valuesOf(product, 'product') ?? [];
    const share = product.price.minor / (max ?? 2 * typical);
    return (
      ([...occasion, ...feature, ...kinds].some(value => given.has(value)) ? 3 : 0) -
      (isSized(product) ? 4 : 0) -
      (kinds.some(kind => plain.has(kind)) ? 3 : 0) -
      (recipient.includes('kids') ? 1.5 : 0) +
      (share > 1.5 || share < 0.25 ? -1 : share > 0.5 ? 1 : 0)
    );
  };
};
