/** What a search is told in words that no attribute stands for, and how much of it is wanted. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import { measureWishOf } from '../../../knowledge/retrieval/goods/measure-wishes.ts';
import { measures } from '../../../knowledge/retrieval/goods/measured.ts';
import { allPlainWordsIn } from '../../../knowledge/retrieval/goods/plain-words.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { Intent } from '../../turn.ts';
import { comparedWith, type SizeOrder, sizeOrderIn } from '../pointing/size-order.ts';
import type { TurnRead } from '../turn-read.ts';
import { askedFor } from './asked-for.ts';
import { circumstancesIn } from './circumstances.ts';
import { conditionsTold } from './conditions-told.ts';
import { inOrder, measuresTold, withMeasures } from './measures-told.ts';
import { motifsWished } from './motifs.ts';
import { onlyConditions } from './of-this-search.ts';
import { likingsIn, openTold } from './open-told.ts';
import { openWishes } from './open-wishes.ts';
import { kinds, recipientOf } from './wished.ts';
import { isWithoutIdea } from './without-idea.ts';

/** What one search looks for may be less sure than what is remembered. */
const sureForSearch = 0.45;
const searches: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);
const shops: ReadonlySet<Intent> = new Set([...searches, 'state-preference']);

export interface ToldForSearch {
  readonly told: readonly StatedPreference[];
  /** Values of these, and occasions, that no page is expected to say. */
  readonly circumstances: readonly string[];
  /** More or less of it is wanted, and than what. */
  readonly order: SizeOrder | undefined;
  readonly than: Product | undefined;
}

export const toldForSearch = (intent: Intent, read: TurnRead): ToldForSearch => {
  const { goods, now, memory, reader } = read;
  const { taste, likes, forSearch, plain, sorts } = now;
  const { folded } = goods.reading;
  const order = searches.has(intent) ? sizeOrderIn(folded) : undefined;
  const compared =
    order?.how === 'more' || order?.how === 'less' ? comparedWith(memory, reader.view, order.of) : undefined;
  // Blocks, and then something soft and small: no number of pieces.
  const isOther = compared !== undefined && likes.some(p => kinds.has(p.slot) && !matches(compared, p));
  const than = isOther ? undefined : compared;
  const soFar = [...(intent === 'product-search' ? [...new Set([...forSearch, ...plain])] : plain), ...sorts];
  const all = [...soFar, ...(searches.has(intent) ? openIn(soFar, read) : [])];
  const forWhom = taste.forWhom === 'self' ? recipientOf(memory) : taste.forWhom;
  const motifs = (shops.has(intent) && likes.some(p => kinds.has(p.slot)) ? motifsWished(folded) : [])
    .filter(value => !all.some(one => one.value.includes(value)))
    .map(
      (value): StatedPreference => ({
        slot: 'feature',
        value,
        polarity: 'like',
        forWhom,
        quote: value,
        confidence: 0.7,
      }),
    );
  // 5片89啊，有没有片数多的: so many are in what was shown.
  const isOfShown = ({ value }: StatedPreference): boolean => {
    const wish = than && (order?.how === 'more' || order?.how === 'less') ? measureWishOf(value) : undefined;
    return than !== undefined && wish?.bound === 'about' && measures(than, wish);
  };
  const measured = shops.has(intent) ? measuresTold(folded, forWhom).filter(one => !isOfShown(one)) : [];
  // "Fewer, about 500": that many.
  const isInFigures = measured.some(one => measureWishOf(one.value)?.of === (order?.of ?? 'volume'));
  const quotes = plain.length > 0 ? allPlainWordsIn(folded).map(one => one.quote) : [];
  const isInQuote = ({ value }: StatedPreference): boolean =>
    !measured.some(one => one.value === value) &&
    !plain.some(one => one.value === value) &&
    quotes.some(quote => quote.includes(value));
  // "Fancy treating myself" tells nothing of what with.
  const isAnyThing = isWithoutIdea(folded) && !likes.some(p => kinds.has(p.slot));
  const conditions = onlyConditions(
    withMeasures(
      [...(order ? inOrder(all, order, isInFigures ? undefined : than, goods.language) : all), ...motifs],
      measured,
    ),
    now.givenUp,
    reader.vocabulary.mentions(folded),
  ).filter(one => !isInQuote(one) && !isDislikeTwice(one, all));
  const circumstances = searches.has(intent) ? circumstancesIn(conditions, likingsTold(read), read) : [];
  const told = isAnyThing ? conditions.filter(({ value }) => circumstances.includes(value)) : conditions;
  return { told, circumstances, order, than };
};

/** 不要太苦, "not too bitter", where the bitter is turned away already. */
const turnsAway = /^(?:不要太?|不太|别太?|not (?:too|very|so) )/u;
const isDislikeTwice = ({ value, polarity }: StatedPreference, all: readonly StatedPreference[]): boolean =>
  polarity === 'like' &&
  turnsAway.test(value) &&
  all.some(one => one.polarity === 'dislike' && value.replace(turnsAway, '') === one.value.replace(/^太/u, ''));

/** "He's into basketball" asks for no ball: what the person it is for likes. */
export const likingsTold = ({ goods, now, memory }: TurnRead): readonly string[] =>
  now.taste.forWhom === 'self' && recipientOf(memory) === 'self' ? [] : likingsIn(goods.reading.folded);

const openIn = (soFar: readonly StatedPreference[], read: TurnRead): readonly StatedPreference[] => {
  const { goods, now, memory, reader } = read;
  const { taste, likes, told, forSearch } = now;
  const { folded } = goods.reading;
  const { need } = goods;
  const helpWith = likes.length === 0 ? askedFor(folded) : undefined;
  return openTold({
    folded,
    wishes:
      forSearch.length > 0
        ? []
        : openWishes({ facts: told.facts, preferences: taste.preferences, forWhom: taste.forWhom }, sureForSearch),
    conditions: [
      ...(need?.goodFor ? [need.goodFor] : []),
      ...(helpWith?.what === undefined || isSensitive(folded) ? [] : [helpWith.what]),
      ...conditionsTold(folded),
    ],
    namesGoods: likes.some(p => kinds.has(p.slot)),
    likings: likingsTold(read),
    forWhom: taste.forWhom === 'self' ? recipientOf(memory) : taste.forWhom,
    // A bottle that has to go in is no bottle looked for: a page has to say it.
    mentions: reader.vocabulary
      .mentions(folded)
      .filter(
        ({ surface }) =>
          !told.facts.some(f => f.slot === 'feature' && f.spoken && f.named.length === 0 && fold(f.value) === surface),
      ),
    told: soFar,
    isKnown: reader.isSold,
  });
};
