import { add, fromMajor, money, times } from '../../knowledge/domain/money.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { aroundOf } from '../../knowledge/profile/budget.ts';
import { isMadeForKids } from '../../knowledge/retrieval/goods/for-whom.ts';
import { measureWishOf } from '../../knowledge/retrieval/goods/measure-wishes.ts';
import { nearTo } from '../../knowledge/retrieval/goods/near-kinds.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ProductPart } from '../product-parts.ts';
import { budgetOf, rangeOf } from '../search-prices.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { isComparing } from '../understand/pointing/compared.ts';
import { sizeMeasured } from '../understand/pointing/size-order.ts';
import { asksWhichAreSold } from '../understand/product/goods-asked.ts';
import { asksForOneThat, asksWithout } from '../understand/product/other-goods.ts';
import { isDifference, isVerdict } from '../understand/wishes/no-condition.ts';
import { coversSaid } from '../understand/wishes/unproved.ts';
import { kinds } from '../understand/wishes/wished.ts';
import { answersOfKind } from './asked-of-kind.ts';
import { compare } from './compare.ts';
import { cutUnsaid } from './cut-unsaid.ts';
import { type Decide, type Draft, suggest } from './draft.ts';
import { intoCart } from './into-cart.ts';
import { namedApart } from './named-apart.ts';
import { forWhomElse, narrowing } from './narrowing.ts';
import { notSold } from './not-sold.ts';
import { pagesTell } from './page-tells.ts';
import { toldOfAge } from './told-of-age.ts';

type ProductsPart = Extract<ProductPart, { kind: 'products' }>;

/** "What's the difference between your oolong teas": two of what is found, side by side; where nothing was left out for them. */
const sideBySide = (
  { said, something, language }: Understanding,
  { products, relaxed, unsold }: TurnFacts,
): Draft | undefined => {
  const [first, second, third] = products;
  return first && second && !third && relaxed.length === 0 && !unsold && !something && isComparing(said ?? '')
    ? compare(first.product, second.product, language)
    : undefined;
};

/** Products as cards, remembered for "the second one"; a broad wish also gets one tap that narrows it. */
export const listProducts = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft => {
  const compared = sideBySide(understanding, facts);
  if (compared) return compared;
  const missing = stillMissing(understanding, facts);
  if (missing !== undefined)
    return {
      parts: [{ kind: 'not-sold', what: missing, nearest: false, still: true }],
      suggestions: suggest('recommend', 'person'),
      memory: { missing: { what: missing, at: facts.memory.turns } },
    };
  if (facts.unsold?.certain) return notSold(facts.unsold.what, facts, facts.unsold.besides ? understanding : undefined);
  const forWhom = facts.search.preferences.find(p => p.slot === 'recipient' && p.polarity === 'like');
  const { cheaper, priceMaxMinor } = facts.search;
  const budget =
    cheaper && priceMaxMinor !== undefined
      ? money(priceMaxMinor, facts.shop.currency)
      : budgetOf(facts.search.preferences, facts.shop);
  // "Around 90" is no bound that could be promised.
  const around = budget ? null : aroundOf(facts.search.preferences);
  const between = around || cheaper ? null : rangeOf(facts.search.preferences, facts.shop);
  const beyond = budget && facts.beyond ? { beyond: facts.beyond } : {};
  // Nor is there another at any price.
  const isAll = understanding.unlikeShown === true && isOfOthers(understanding, facts) && !facts.beyond && !cheaper;
  if (facts.products.length === 0) {
    const bounded = isAll ? null : budget;
    return {
      parts: [
        {
          kind: 'nothing-found',
          ...(bounded ? { budget: bounded } : {}),
          ...piecesOf(understanding, facts, beyond.beyond),
          ...beyond,
          ...((bounded ? understanding.unlikeShown : isOfOthers(understanding, facts)) ? { others: true } : {}),
        },
      ],
      suggestions: bounded ? suggest('yes', 'recommend', 'person') : suggest('recommend', 'person'),
      // Whatever is said next narrows or widens this wish.
      ...(bounded
        ? {
            memory: {
              search: facts.search.preferences,
              askedWiderAt: facts.memory.turns,
              ...(beyond.beyond ? { shown: [beyond.beyond.id] } : {}),
            },
          }
        : {}),
    };
  }
  const [only, ...more] = facts.products;
  const { toCart } = understanding;
  if (toCart !== undefined && only && more.length === 0 && !only.colours && facts.relaxed.length === 0)
    return intoCart(only.product, toCart, understanding, facts);
  const instead = beyond.beyond ? undefined : comesNear(understanding, facts);
  const found = beyond.beyond
    ? facts.products.slice(0, mostBesideBeyond)
    : instead
      ? facts.products.slice(0, mostBesideInstead)
      : facts.products;
  // "What others buy" is no answer to wishes that were told.
  const isLimited = facts.search.preferences.length > 0;
  const pages = pagesTell(
    found.map(one => one.product),
    understanding.told ?? [],
    understanding.language,
  );
  const fromAge = toldOfAge(found, understanding, facts).filter(
    ({ product }) => !pages.says.some(one => one.product.id === product.id),
  );
  const says = [...pages.says, ...fromAge];
  const sized = sizedFirst(understanding, found, facts.told);
  // What "add it" means next, whatever else is shown beside it.
  const spokenOf = understanding.byPrice ? found[0]?.product : namedApart(understanding, found[0]?.product);
  const popular = facts.products.every(f => f.reason?.kind === 'popular' || f.reason?.kind === 'new');
  return {
    parts: answersOfKind(understanding, facts) ?? [
      {
        kind: 'products',
        found,
        relaxed: [
          ...withoutOccasions(facts.unsold ? [...new Set([...facts.relaxed, 'text'])] : facts.relaxed, understanding),
          ...(understanding.unproved ?? []).map(key => `unproved:${key}`),
          ...cutUnsaid(understanding, found),
          // Said in the turn that asked for it, and not again.
          ...(understanding.told ?? [])
            .filter(one => ![one.value, one.quote].some(text => coversSaid(understanding.unproved ?? [], text)))
            .flatMap(one => toldOf(one, facts))
            .filter(key => !understanding.circumstances?.some(value => key === `unsaid:${value}`))
            .filter(key => !pages.answered.has(key.slice(key.indexOf(':') + 1)) || key.startsWith('nearest:')),
        ],
        ...(sized ? { sized } : {}),
        ...(isAllThereIs(understanding, facts) ? { only: true as const } : {}),
        ...ofKindFound(understanding, facts),
        ...(says.length > 0 ? { says } : {}),
        ...(asksNoChilds(understanding, facts) ? { grownUp: true as const } : {}),
        ...(facts.lacks === undefined ? {} : { lacks: facts.lacks }),
        ...(facts.wholeSet
          ? {
              wholeSet: {
                total: money(facts.wholeSet.total, facts.shop.currency),
                within: money(facts.wholeSet.within, facts.shop.currency),
                left: facts.wholeSet.left,
              },
            }
          : {}),
        ...piecesOf(understanding, facts, only && more.length === 0 ? only.product : undefined),
        ...(budget ? { budget } : {}),
        ...(around ? { around } : {}),
        ...(between ? { between } : {}),
        ...(understanding.byPrice ? { byPrice: understanding.byPrice } : {}),
        ...beyond,
        ...(instead ? { instead } : {}),
        ...(forWhom && fromAge.length === 0 ? { forWhom } : {}),
        heading:
          understanding.newest && !facts.unsold
            ? 'newest'
            : understanding.intent !== 'recommend' || facts.unsold || (popular && isLimited)
              ? 'search'
              : popular
                ? 'popular'
                : 'recommend',
      },
      ...(toCart === undefined ? [] : [{ kind: 'which-product' } as const]),
    ],
    offers: 'unprompted',
    suggestions: [...forWhomElse(turn, understanding, facts), ...narrowing(facts), ...suggest('deals')],
    memory: {
      shown: [
        ...found.map(f => f.product),
        ...(beyond.beyond ? [beyond.beyond] : []),
        ...(instead?.found ?? []).map(f => f.product),
      ].map(p => p.id),
      failures: 0,
      ...(spokenOf ? { focus: spokenOf.id } : {}),
      ...(toCart === undefined ? {} : { toCart: { quantity: toCart, at: facts.memory.turns } }),
      // What nothing could be found with is said once, and then not looked for any more.
      search: facts.search.preferences.filter(
        // What the others come near by is still looked for.
        p => instead?.found.some(one => matches(one.product, p)) || !isGivenUp(p, facts.relaxed),
      ),
      goods: facts.search.goods,
      cut: facts.search.cut,
      forAll: facts.search.forAll,
      told: (facts.search.told ?? []).filter(
        p => !facts.told?.some(key => key === `unsaid:${p.value}` || key === `nearest:${p.value}`),
      ),
    },
  };
};

/** "3 mugs for under 150 together", "that one and a mug, 150 for both": what they come to with this one. */
const piecesOf = (
  { shared }: Understanding,
  { shop, spokenOf }: TurnFacts,
  of: Product | undefined,
): Pick<ProductsPart, 'pieces'> => {
  if (!shared) return {};
  const within = fromMajor(shared.amount, shop.currency);
  if ('count' in shared)
    return { pieces: { count: shared.count, within, ...(of ? { total: times(of.price, shared.count) } : {}) } };
  return of && spokenOf?.id === shared.beside
    ? { pieces: { count: 2, within, beside: spokenOf, total: add(of.price, spokenOf.price) } }
    : {};
};

/** "Are those kids' shoes? I'm a grown-up", of goods that are none. */
const asksNoChilds = (
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
const stillMissing = (
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
  const tells = preferences.length > 0 || told.length > 0 || cut !== undefined;
  return isOfIt && tells ? missing.what : undefined;
};
const otherGoods =
  /\b(?:else|other|instead|then what|show me|recommend|gifts?|presents?)\b|别的|其[他它]|换|推荐|随便|什么|啥/u;

/** "The difference between your knives", "which knives do you sell", of which there is one. */
const isAllThereIs = ({ said = '' }: Understanding, { products, relaxed, unsold, search }: TurnFacts): boolean =>
  products.length === 1 &&
  relaxed.length === 0 &&
  !unsold &&
  search.preferences.every(p => kinds.has(p.slot) && p.polarity === 'like') &&
  (isComparing(fold(said)) || asksWhichAreSold(said));

/** How many there are of the kind, where that is asked, and where one is all there is. */
const ofKindFound = (
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
const isOfOthers = ({ unlikeShown, rejects = [], said = '' }: Understanding, { memory }: TurnFacts): boolean =>
  memory.shown.length > 0 &&
  (unlikeShown === true || rejects.length > 0 || asksWithout(said) || asksForOneThat(fold(said)));

/** Whether the first is known to be the biggest, or the smallest, where that was asked for. */
const sizedFirst = (
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
const comesNear = ({ intent, byPrice, sizeOrder, ofKind }: Understanding, facts: TurnFacts): TurnFacts['instead'] => {
  const isPlain = intent === 'product-search' && !byPrice && !sizeOrder && !ofKind;
  const isOther = facts.unsold !== undefined || facts.lacks !== undefined || facts.wholeSet !== undefined;
  return isPlain && !isOther && !facts.relaxed.some(key => otherOpening.has(key)) ? facts.instead : undefined;
};
/** Given up as well, these open the reply in words of their own. */
const otherOpening: ReadonlySet<string> = new Set(['text', 'around', 'off-price']);
const mostBesideInstead = 3;

/** One more that costs more is a card too. */
const mostBesideBeyond = 4;

const isGivenUp = ({ slot, value }: StatedPreference, relaxed: readonly string[]): boolean =>
  relaxed.includes(`${slot}:${value}`) ||
  (slot === 'budget' && (relaxed.includes('around') || relaxed.includes('off-price')));

/** "For my holiday" steers what is shown, and nobody misses it on a page. */
const withoutOccasions = (relaxed: readonly string[], { circumstances = [] }: Understanding): readonly string[] =>
  relaxed.filter(key => !circumstances.some(value => key === `occasion:${value}`));

/** Goods, and what they are for, that are turned away are left out without a word, and so is what is not sold at all: "not a biro". */
const toldOf = ({ slot, value, polarity }: StatedPreference, { told = [] }: TurnFacts): string[] =>
  isDifference(value) ||
  (polarity === 'dislike' &&
    (slot === 'product' || slot === 'occasion' || isVerdict(value) || nearTo(value).length > 0))
    ? []
    : told.filter(key =>
        [`unsaid:${value}`, `nearest:${value}`, `without:${value}`, `left-out:${value}`].includes(key),
      );

export const search: Decide = listProducts;
export const recommend: Decide = listProducts;
