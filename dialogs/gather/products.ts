import type { ProductId } from '../../knowledge/domain/ids.ts';
import { fromMajor } from '../../knowledge/domain/money.ts';
import type { BrowseEvent, Cart, Order } from '../../knowledge/domain/order.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import { wishes } from '../../knowledge/profile/wishes.ts';
import { isOpenGift } from '../../knowledge/retrieval/goods/gifts.ts';
import { measureWishOf } from '../../knowledge/retrieval/goods/measure-wishes.ts';
import { budgetBounds } from '../../knowledge/retrieval/goods/product-filters.ts';
import { tellsOfKind } from '../../knowledge/retrieval/goods/relax.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { RecommendRequest, ShopperSignal } from '../../models/types.ts';
import { isKind, withoutGivenUp } from '../search-scope.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { FoundProduct, SearchScope, TurnFacts } from '../turn-facts.ts';
import { asksWithout } from '../understand/product/other-goods.ts';
import { numberWanted } from '../understand/wishes/number-wanted.ts';
import { isWithoutIdea } from '../understand/wishes/without-idea.ts';
import { withTold } from './as-told.ts';
import { besideOneMeant, excluded } from './excluded.ts';
import { insteadOf } from './instead.ts';
import { isSortNamed, measureMissed } from './missed.ts';
import { modelsOfKind } from './models-of-kind.ts';
import { newcomersFor, withNewcomer } from './newcomer.ts';
import { isBesideWish, isOnNoPage } from './on-no-page.ts';
import { oneOfEach, withColours } from './one-of-each.ts';
import { otherSizes } from './other-sizes.ts';
import { pastOf } from './past.ts';
import { byPrice, bySizeTold, fuse, newestFirst, withEnough, withoutDear } from './ranked.ts';
import { signalsOf } from './signals.ts';
import { standingFacts } from './standing.ts';
import { varied } from './varied.ts';
import { wholeSet } from './whole-set.ts';

const shownCount = 5;
/** Where the price is another than was said: further away they are of no use. */
const nearestShown = 3;
/** Read beside those to be shown, in case one has just sold out. */
const spares = 3;
/** The kind of thing that was asked for, or what it is of. */
const tellsOfSort = (key: string): boolean => tellsOfKind(key) || key.startsWith('material:');
const shortlist = 40;
/** Whoever gave this few stars does not want it suggested. */
const poorStars = 2;

export interface SuggestInput {
  readonly turn: Turn;
  readonly understanding: Understanding;
  readonly scope: SearchScope;
  readonly profile: readonly ProfileFact[];
  readonly orders: readonly Order[];
  /** The latest looks, newest first. */
  readonly browsed: readonly BrowseEvent[];
  readonly cart: Cart | null;
  /** The product being talked about. */
  readonly focus: ProductId | undefined;
  /** What came up in chats and was rated; empty where the recommender does not look at it. */
  readonly beside: readonly ShopperSignal[];
  /** The list shown last. */
  readonly shown: readonly ProductId[];
  /** Shown before it in this conversation. */
  readonly seen: readonly ProductId[];
  /** Turned down in this conversation. */
  readonly rejected: readonly ProductId[];
  /** What is shown to this shopper is kept, and learned from. */
  readonly isKept: boolean;
  readonly now: Date;
}

export interface Suggested {
  readonly found: readonly FoundProduct[];
  readonly relaxed: readonly string[];
  readonly beyond?: Product;
  /** What comes near in another way than what was found. */
  readonly instead?: TurnFacts['instead'];
  /** What the pages say of what was told: "unsaid:loose leaf", "without:girly". */
  readonly told: readonly string[];
  /** What others were to measure, where none does. */
  readonly lacks?: string;
  /** Of several kinds within one price. */
  readonly wholeSet?: TurnFacts['wholeSet'];
  /** Of the kind that is looked for there are so many models. */
  readonly models?: number;
  readonly marked: TurnFacts['marked'];
}

/**
 * Products for a search or a recommendation. A search is matched by words and filters first and then ranked with what
 * the shopper bought and said; a recommendation comes from the models, within the stated wishes. One exclude set for
 * both; stock and visibility are read again for what is shown.
 */
export const suggestProducts = async (input: SuggestInput, services: DialogServices): Promise<Suggested> => {
  const indexes = services.indexes.current();
  const { recommender } = services.models.current();
  const sizes = await otherSizes(input, indexes, services);
  if (sizes.length > 0) {
    const isItself = sizes[0]?.id === input.understanding.sizeOrder?.than;
    const wished = (input.understanding.told ?? []).filter(one => measureWishOf(one.value));
    return {
      found: sizes.map(product => ({ product, score: 1 })),
      relaxed: [],
      told: isItself ? wished.map(one => `nearest:${one.value}`) : [],
      marked: marks(recommender.name),
    };
  }
  const exclude = excluded(input, indexes);
  const standing = standingFacts(input.profile, input.scope, input.understanding);
  // "Not too expensive" is a wish of this very search; it has no amount to filter by.
  const low = (input.understanding.wishes ?? []).filter(w => w.slot === 'budget');
  const stated = wishes([...standing, ...low], indexes.view.products, indexes.products.mayMention);
  for (const id of stated.exclude) exclude.add(id);
  // A present for somebody else is not chosen by the shopper's own history.
  const forOther = input.scope.preferences.some(p => p.forWhom !== 'self');
  const request: RecommendRequest = {
    shopper: input.turn.shopper,
    history: forOther ? [] : pastOf(input),
    exclude,
    ...(forOther ? {} : { boost: stated.boost, signals: signalsOf({ ...input, profile: standing }) }),
    count: shortlist,
    now: input.now,
  };
  // Nothing was named: what the models think of first, also as what a deal could be about.
  const asksOpenly = ['recommend', 'deals', 'better-deal'].includes(input.understanding.intent);
  // What was told in words that no attribute has is looked for in the pages.
  const isTold = input.understanding.intent === 'recommend' && (input.understanding.told ?? []).length > 0;
  // Whoever has no idea is shown what is given, and no best-sellers.
  const isAnything = input.understanding.intent === 'recommend' && isWithoutIdea(fold(input.understanding.said ?? ''));
  const recommending =
    asksOpenly && !isTold && !isAnything && !(forOther && input.understanding.intent === 'recommend');
  if (recommending)
    for (const { product, kind, value } of input.beside)
      if (kind === 'rating' && value <= poorStars) exclude.add(product);
  const limited = !recommending || input.scope.preferences.length > 0 || input.scope.priceMaxMinor !== undefined;
  // "A cheap pair of headphones", 便宜点的耳机: the cheapest of them first.
  const isKindWished = input.scope.preferences.some(p => p.polarity === 'like' && isKind(p));
  const ofPrice = input.understanding.byPrice ?? (low.length > 0 && isKindWished ? 'least' : undefined);
  const { how, of: sizedBy } = input.understanding.sizeOrder ?? {};
  const firstBySize = how === 'most' || how === 'least' ? how : undefined;
  const searched = limited
    ? indexes.products.search({
        text:
          (asksOpenly && !(isTold && input.scope.preferences.length === 0)) || input.understanding.newest
            ? ''
            : textOf(input),
        language: input.understanding.language,
        preferences: input.scope.preferences,
        ...(input.scope.told ? { told: low.length > 0 ? withoutCircumstances(input) : input.scope.told } : {}),
        cut: input.scope.cut,
        ...(input.scope.priceMinMinor === undefined ? {} : { priceMinMinor: input.scope.priceMinMinor }),
        ...(input.scope.priceMaxMinor === undefined ? {} : { priceMaxMinor: input.scope.priceMaxMinor }),
        isCheaper: input.scope.cheaper === true,
        exclude,
        count: recommending || ofPrice || firstBySize || input.understanding.ofKind ? 400 : shortlist,
      })
    : null;
  // Of a kind of which all was turned down before it is shown again: "nothing" would be untrue.
  const isGone =
    searched?.hits.length === 0 || searched?.relaxed.some(key => tellsOfKind(key) && key !== 'product:named');
  if (searched && isGone && input.rejected.length > 0 && !turnsDown(input.understanding))
    return suggestProducts({ ...input, rejected: [] }, services);
  // Turned away some time ago, and asked for now.
  const isOfOldDislike = searched?.hits.length === 0 || searched?.relaxed.some(tellsOfSort) === true;
  if (isOfOldDislike && stated.exclude.size > 0) {
    const profile = input.profile.filter(fact => fact.polarity === 'like');
    const now = await suggestProducts({ ...input, profile }, services);
    if (now.found.length > 0 && !now.relaxed.some(tellsOfSort)) return now;
  }
  // Others of the kind were asked for, and there are none.
  const others = turnsDown(input.understanding) || besideOneMeant(input, indexes) !== undefined ? searched : null;
  const lacks = others ? measureMissed(others.hits, input.scope.told ?? []) : undefined;
  // "Any without jasmine", where all of the kind have it.
  const isWithNone =
    asksWithout(input.understanding.said ?? '') && searched?.relaxed.some(key => key.startsWith('less:')) === true;
  const hasNoOther =
    isWithNone ||
    others?.relaxed.some(
      key => (tellsOfKind(key) && key !== 'product:named') || isSortNamed(key, input.understanding),
    ) === true;
  if (searched && (searched.hits.length === 0 || hasNoOther))
    return {
      found: [],
      relaxed: searched.relaxed,
      ...(searched.beyond ? { beyond: searched.beyond } : {}),
      told: [],
      marked: marks(recommender.name),
    };
  if (searched && isOnNoPage(input, searched.told))
    return { found: [], relaxed: [], told: [], marked: marks(recommender.name) };
  const { shared } = input.understanding;
  const beside = shared && 'beside' in shared ? shared.beside : undefined;
  const counts = shared && 'counts' in shared ? shared.counts : [];
  const within = searched && input.scope.forAll ? budgetBounds(inScope(input.scope)) : undefined;
  const most =
    beside === undefined
      ? (within?.max ?? within?.around)
      : fromMajor(shared!.amount, indexes.view.shop.currency).minor;
  const set =
    searched && most !== undefined && !(beside !== undefined && searched.relaxed.length > 0)
      ? await wholeSet(searched.hits, most, input.scope, exclude, indexes, services, { beside, counts })
      : undefined;
  if (set) return { ...set, relaxed: [], told: [], marked: marks(recommender.name) };
  const isFit = searched !== null && searched.relaxed.length === 0;
  const models = isFit
    ? modelsOfKind(
        searched.hits.map(hit => hit.product),
        exclude,
        input.scope.preferences,
        indexes,
      )
    : undefined;
  const among = searched ? new Set(searched.hits.map(h => h.product.id)) : undefined;
  const ranked = recommender.recommend({ ...request, ...(among ? { among } : {}) });
  // At around the price that was said there is none.
  const isAway = searched?.relaxed.some(key => key === 'around' || key === 'off-price') ?? false;
  // Nothing measures what was wished: what comes nearest stands first.
  const isNearest = searched?.told.some(key => key.startsWith('nearest:')) ?? false;
  const byWords = searched !== null && !recommending;
  const order = input.understanding.newest
    ? newestFirst(searched ? searched.hits.map(h => h.product) : indexes.view.products, exclude)
    : ofPrice && searched
      ? byPrice(
          low.length > 0 ? withoutDear(searched.hits.map(h => h.product)) : searched.hits.map(h => h.product),
          ofPrice,
        )
      : firstBySize && searched
        ? bySizeTold(
            searched.hits.map(h => h.product),
            firstBySize,
            sizedBy,
          )
        : byWords || (searched && isAway)
          ? fuse(searched.hits, isAway || isNearest || isOpenGift(input.scope.preferences) ? [] : ranked)
          : ranked.map(one => ({ product: one.product, score: one.score, ranked: one }));
  // Reasons are found out where they are read: of those that may be shown alone, and before the models are asked for another shopper.
  const scope = withoutGivenUp(input.scope, searched?.relaxed ?? []);
  const candidates = varied(
    oneOfEach(withEnough(order, numberWanted(input.understanding.said ?? ''), indexes.view), scope, indexes),
    scope.preferences,
    indexes.view,
  )
    .slice(0, shownCount + spares)
    .map(({ product, score, ranked: one }) => ({ product, score, own: one?.reason }));
  // Only where what is shown is kept, with its propensity, is anything shown for the sake of learning.
  const isTried = input.understanding.intent === 'recommend' && input.isKept && !forOther;
  const newcomers = isTried ? services.newcomers?.current() : undefined;
  const never = new Set([...indexes.unsellable, ...stated.exclude]);
  const tried = newcomersFor(newcomers, recommender, { ...request, ...(among ? { among } : {}) }, never);
  const instead =
    byWords && !isAway ? await insteadOf(searched.instead, candidates, input.scope, indexes, services) : undefined;
  const ids = new Set([...candidates.map(c => c.product), ...tried]);
  const live = new Map((await services.stores.products.many([...ids])).map(p => [p.id, p]));
  const found = candidates.flatMap((candidate): FoundProduct[] => {
    const product = live.get(candidate.product);
    if (!product || !isSellable(product)) return [];
    const { own } = candidate;
    const reason = withTold(byWords && own?.kind === 'popular' ? undefined : own, product, input.scope);
    return [{ product, score: candidate.score, ...(reason ? { reason } : {}) }];
  });
  return {
    ...(instead ? { instead } : {}),
    found: withColours(
      withNewcomer(
        found.slice(
          0,
          isAway || isNearest || isBesideWish([...(searched?.told ?? []), ...(searched?.relaxed ?? [])], scope)
            ? nearestShown
            : shownCount,
        ),
        {
          newcomers,
          candidates: tried,
          live,
          exclude,
          turn: input.turn,
          places: shownCount,
        },
      ),
      isAway ? { preferences: scope.preferences } : scope,
      exclude,
      indexes,
    ),
    relaxed: searched?.relaxed ?? [],
    ...(searched?.beyond ? { beyond: searched.beyond } : {}),
    ...(models === undefined ? {} : { models }),
    ...(lacks === undefined ? {} : { lacks }),
    told: searched?.told ?? [],
    marked: marks(recommender.name),
  };
};

const inScope = ({ preferences, priceMinMinor, priceMaxMinor }: SearchScope) => ({
  text: '',
  language: 'en' as const,
  count: 0,
  preferences,
  ...(priceMinMinor === undefined ? {} : { priceMinMinor }),
  ...(priceMaxMinor === undefined ? {} : { priceMaxMinor }),
});

/** "A cheap speaker for my room": the price counts, and not the one that is tuned for rooms. */
const withoutCircumstances = ({ scope, understanding: { circumstances = [] } }: SuggestInput) =>
  (scope.told ?? []).filter(one => !circumstances.includes(one.value));

/** What was shown is not wanted, as this very message says. */
const turnsDown = ({ unlikeShown, rejects = [] }: Understanding): boolean => unlikeShown === true || rejects.length > 0;

/** What is told later for "face cream" is told of face cream. */
const textOf = ({ understanding: { query, goods = [] }, scope }: SuggestInput): string =>
  goods.length === 0 && scope.goods && scope.preferences.some(p => p.slot === 'category' && p.polarity === 'like')
    ? `${scope.goods} ${query}`.trim()
    : query;

const marks = (name: string): TurnFacts['marked'] => (name === 'popularity' ? ['popularity-only'] : []);
