/** What is told of a list of goods beside its cards: how many there are, what all of it comes to, which measures most, what was left out. */
import { add, fromMajor, times } from '../../knowledge/domain/money.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { isMadeForKids } from '../../knowledge/retrieval/goods/for-whom.ts';
import { measureWishOf } from '../../knowledge/retrieval/goods/measure-wishes.ts';
import { nearTo } from '../../knowledge/retrieval/goods/near-kinds.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ProductPart } from '../product-parts.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { isComparing } from '../understand/pointing/compared.ts';
import { sizeMeasured } from '../understand/pointing/size-order.ts';
import { asksWhichAreSold } from '../understand/product/goods-asked.ts';
import { asksForOneThat, asksWithout } from '../understand/product/other-goods.ts';
import { isDifference, isVerdict } from '../understand/wishes/no-condition.ts';
import { kinds } from '../understand/wishes/wished.ts';

type ProductsPart = Extract<ProductPart, { kind: 'products' }>;

/** "3 mugs for under 150 together", "that one and a mug, 150 for both": what they come to with this one. */
export const piecesOf = (
  { shared }: Understanding,
  { shop, spokenOf }: TurnFacts,
  of: Product | undefined,
): Pick<ProductsPart, 'pieces'> => {
  if (!shared || 'counts' in shared) return {};
  const within = fromMajor(shared.amount, shop.currency);
  if ('count' in shared)
    return { pieces: { count: shared.count, within, ...(of ? { total: times(of.price, shared.count) } : {}) } };
  return of && spokenOf?.id === shared.beside
    ? { pieces: { count: 2, within, beside: spokenOf, total: add(of.price, spokenOf.price) } }
    : {};
};

/** "Are those kids' shoes? I'm a grown-up", of goods that are none. */
export const asksNoChilds = (
  { said = '', goods = [], preferences }: Understanding,
  { memory, products, search }: TurnFacts,
): boolean =>
  noChilds.test(said) &&
  memory.shown.length > 0 &&
  goods.length === 0 &&
  !preferences.some(p => kinds.has(p.slot)) &&
  search.cut?.wanted !== undefined &&
  products.some(one => memory.shown.includes(one.product.id)) &&
  !products.some(one => isMadeForKids(one.product));
const noChilds = /\bfor adults\b|\bnot for kids\b|(?:^|，)(?:大人的|不要儿童的)$/u;

/** "Men's, in XL", after trousers that are not sold: of those no others are either. */
export const stillMissing = (
  { preferences, goods = [], something, present, wider, cut, told = [], said = '' }: Understanding,
  { memory: { missing, turns }, unsold }: TurnFacts,
): string | undefined => {
  const isOfIt =
    missing?.at === turns - 1 &&
    !unsold &&
    !something &&
    !present &&
    !wider &&
    goods.length === 0 &&
    !otherGoods.test(said) &&
    !preferences.some(p => kinds.has(p.slot) || p.slot === 'recipient' || p.slot === 'occasion');
  const tells = preferences.length > 0 || told.length > 0 || cut !== undefined || traitAlone.test(said);
  return isOfIt && tells ? missing.what : undefined;
};
/** 带袖子的, "with sleeves": how it should be, and nothing else. */
const traitAlone =
  /^(?:要|想要|最好)?(?:不?带|有|没有?|无)\p{Script=Han}{1,5}的[吧。!. ]*$|^(?:ones? )?(?:with|without) [a-z -]{3,24}[.! ]*$/u;
const otherGoods =
  /\b(?:else|other|instead|then what|show me|recommend|gifts?|presents?)\b|别的|其[他它]|换|推荐|随便|什么|啥/u;

/** "The difference between your knives", "which knives do you sell", of which there is one. */
export const isAllThereIs = ({ said = '' }: Understanding, { products, relaxed, unsold, search }: TurnFacts): boolean =>
  products.length === 1 &&
  relaxed.length === 0 &&
  !unsold &&
  search.preferences.every(p => kinds.has(p.slot) && p.polarity === 'like') &&
  (isComparing(fold(said)) || asksWhichAreSold(said));

/** How many there are of the kind, where that is asked, and where one is all there is. */
export const ofKindFound = (
  { ofKind, sizeOrder, preferences }: Understanding,
  { products, models, memory, search, unsold }: TurnFacts,
): Partial<ProductsPart> => {
  if (models === undefined || unsold) return {};
  const isKindAlone =
    (search.told ?? []).length === 0 && search.preferences.every(p => kinds.has(p.slot) && p.polarity === 'like');
  // Of what was told before, and not only of the kind that is counted.
  const isOfBefore = search.preferences.some(
    p => !kinds.has(p.slot) && !preferences.some(now => now.value === p.value),
  );
  const fitting = isOfBefore || (search.told ?? []).length > 0 ? { fitting: true as const } : {};
  if (ofKind === 'count') return { ofKind: { models, asked: 'count', ...fitting } };
  if (ofKind === 'only' && memory.shown.length > 0) return { ofKind: { models, asked: 'others' } };
  const isWhole = models === products.length;
  const wereShown = products.every(
    one => memory.shown.includes(one.product.id) || one.colours?.some(other => memory.shown.includes(other.id)),
  );
  if ((sizeOrder?.how === 'more' || sizeOrder?.how === 'less') && isWhole && wereShown)
    return { ofKind: { models, asked: 'size', ...fitting } };
  return isWhole && models === 1 && isKindAlone && search.preferences.length > 0 ? { ofKind: { models } } : {};
};

/** Others than what lies before the shopper were asked for. */
export const isOfOthers = ({ unlikeShown, rejects = [], said = '' }: Understanding, { memory }: TurnFacts): boolean =>
  memory.shown.length > 0 &&
  (unlikeShown === true || rejects.length > 0 || asksWithout(said) || asksForOneThat(fold(said)));

/** Whether the first is known to be the biggest, or the smallest, where that was asked for. */
export const sizedFirst = (
  { sizeOrder, told = [] }: Understanding,
  found: TurnFacts['products'],
  untold: readonly string[] = [],
): ProductsPart['sized'] => {
  const how = sizeOrder?.how;
  const [first] = found;
  const isNoneSo = told.some(
    one => /^(?:over|under) |^[大小]于/u.test(one.value) && untold.includes(`nearest:${one.value}`),
  );
  if (how === undefined || !first) return undefined;
  const { of } = sizeOrder ?? {};
  if (how === 'more' || how === 'less')
    return isNoneSo
      ? { first: how === 'more' ? 'most' : 'least', isKnown: true, isNone: true, ...(of ? { of } : {}) }
      : of || told.some(one => measureWishOf(one.value)) || found.some(one => sizeMeasured(one.product))
        ? undefined
        : { first: 'most', isKnown: false };
  const amount = sizeMeasured(first.product, of)?.amount;
  return { first: how, isKnown: amount !== undefined, ...(of ? { of, ...(amount ? { amount } : {}) } : {}) };
};

/** What comes near in another way, where what was found is told by what it is like and nothing else. */
export const comesNear = (
  { intent, byPrice, sizeOrder, ofKind }: Understanding,
  facts: TurnFacts,
): TurnFacts['instead'] => {
  const isPlain = intent === 'product-search' && !byPrice && !sizeOrder && !ofKind;
  const isOther = facts.unsold !== undefined || facts.lacks !== undefined || facts.wholeSet !== undefined;
  return isPlain && !isOther && !facts.relaxed.some(key => otherOpening.has(key)) ? facts.instead : undefined;
};
/** Given up as well, these open the reply in words of their own. */
const otherOpening: ReadonlySet<string> = new Set(['text', 'around', 'off-price']);
export const mostBesideInstead = 3;

/** One more that costs more is a card too. */
export const mostBesideBeyond = 4;

export const isGivenUp = ({ slot, value }: StatedPreference, relaxed: readonly string[]): boolean =>
  relaxed.includes(`${slot}:${value}`) ||
  (slot === 'budget' && (relaxed.includes('around') || relaxed.includes('off-price')));

/** "For my holiday" steers what is shown, and nobody misses it on a page. */
export const withoutOccasions = (
  relaxed: readonly string[],
  { circumstances = [] }: Understanding,
): readonly string[] => relaxed.filter(key => !circumstances.some(value => key === `occasion:${value}`));

/** Goods, and what they are for, that are turned away are left out without a word, and so is what is not sold at all: "not a biro". */
export const toldOf = ({ slot, value, polarity }: StatedPreference, { told = [] }: TurnFacts): string[] =>
  isDifference(value) ||
  (polarity === 'dislike' &&
    (slot === 'product' || slot === 'occasion' || isVerdict(value) || nearTo(value).length > 0))
    ? []
    : told.filter(key =>
        [`unsaid:${value}`, `nearest:${value}`, `without:${value}`, `left-out:${value}`].includes(key),
      );
