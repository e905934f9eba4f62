import type { ProductId } from '../knowledge/domain/ids.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import type { Shop } from '../knowledge/domain/shop.ts';
import { cutAfter } from '../knowledge/retrieval/goods/cut-asked.ts';
import { measureWishOf } from '../knowledge/retrieval/goods/measure-wishes.ts';
import type { ConversationMemory } from './memory.ts';
import { aboveShown, belowShown, isHighestPrice, isLowestPrice, type PriceOf, priceBounds } from './search-prices.ts';
import { type ShelfOf, shelfLookedAt } from './shelf-looked-at.ts';
import type { Understanding } from './turn.ts';
import type { SearchScope } from './turn-facts.ts';
import { goesOnForOther } from './understand/people/same-for-other.ts';
import { askedFor } from './understand/wishes/asked-for.ts';
import { isStillGift, ofGift } from './understand/wishes/gift-goes-on.ts';
import { isGivenUp } from './understand/wishes/given-up.ts';
import { namesShelfAlone, withoutKinds } from './understand/wishes/kinds-left.ts';
import { withoutOwnShelf } from './understand/wishes/own-shelf.ts';
import { deniesReceiver } from './understand/wishes/text-to-read.ts';
import { isForAll } from './understand/wishes/whole-set.ts';

/**
 * The wish of this message joined with the search under way: "under 80" after "running shoes" narrows it, and so does
 * "tea" after "a gift for my dad, under 200". A category named after another one starts afresh, and so does "something for a
 * rainy commute" after coffee, which is none for it; a correction replaces the earlier value of the same slot.
 */
export const searchScope = (
  understanding: Understanding,
  memory: ConversationMemory,
  shop: Shop,
  priceOf: PriceOf = () => undefined,
  isFound: IsFound = () => true,
  shelfOf: ShelfOf = () => undefined,
  isOf: IsOf = () => true,
  sortOf: ShelfOf = () => undefined,
): SearchScope => {
  const { givenUp = [] } = understanding;
  const said = withoutOwnShelf(understanding, memory);
  // "Not tea": what it was a kind of is not looked for on its account.
  const isUndone = (old: StatedPreference): boolean =>
    said.some(now => now.slot === old.slot && now.value === old.value && now.polarity !== old.polarity);
  const undone = (memory.search ?? []).filter(isUndone);
  // A pen, and then "toys please": of the whole shelf.
  const isShelfAlone = namesShelfAlone(understanding.said ?? '', said);
  const gone = withoutKinds(understanding, memory.search ?? [], undone);
  const goesToo = (old: StatedPreference): boolean =>
    gone.includes(old) ||
    (isShelfAlone && old.slot === 'product' && old.polarity === 'like') ||
    (old.slot === 'category' && undone.some(one => one.slot === 'product' && one.quote === old.quote));
  const search = (memory.search ?? []).filter(old => !isGivenUp(old, givenUp) && !goesToo(old));
  const likes = (list: readonly StatedPreference[], slot: StatedPreference['slot']): boolean =>
    list.some(p => p.slot === slot && p.polarity === 'like');
  const isAnotherSubject = (): boolean => {
    const standing = search.filter(old => old.polarity === 'like' && old.slot !== 'budget' && old.slot !== 'recipient');
    const kept = said.some(isKind) ? standing : standing.filter(isKind);
    return kept.length > 0 && said.some(tells) && !isFound([...kept, ...said]) && isFound(said);
  };
  // A kite, and then a dripper: no dripper is a toy.
  const isAnotherKind = (): boolean => {
    const kinds = said.filter(p => p.slot === 'product' && p.polarity === 'like');
    const under = search.filter(p => p.slot === 'category' && p.polarity === 'like');
    return (
      kinds.length > 0 && under.length > 0 && !kinds.some(p => isFound([...under, p])) && kinds.some(p => isFound([p]))
    );
  };
  const liked = (list: readonly StatedPreference[], slot: StatedPreference['slot']): readonly string[] =>
    list.flatMap(p => (p.slot === slot && p.polarity === 'like' ? [p.value] : []));
  // "I want a normal rain jacket" after jackets: the kind is named again, and what else was told of it still holds.
  const isSameKind = (): boolean => {
    const [now, before] = [liked(said, 'category'), liked(search, 'category')];
    const [sort, sortBefore] = [liked(said, 'product'), liked(search, 'product')];
    // "Over-ear ones" are headphones still.
    const isNarrower = (): boolean => {
      const sorts = (list: readonly StatedPreference[]): readonly StatedPreference[] =>
        list.filter(p => p.slot === 'product' && p.polarity === 'like');
      // Every one of it is of the other kind too.
      return sorts(said).some(one =>
        sorts(search).some(old => isFound([old, one]) && !isFound([one, { ...old, polarity: 'dislike' }])),
      );
    };
    const isNoOther =
      sortBefore.length === 0 || sort.length === 0 || sort.some(one => sortBefore.includes(one)) || isNarrower();
    return now.length > 0 && now.every(one => before.includes(one)) && isNoOther;
  };
  const isSamePerson = (): boolean => {
    const before = liked(search, 'recipient');
    const now = liked(said, 'recipient');
    const quoteOf = (list: readonly StatedPreference[]): string | undefined =>
      list.find(p => p.slot === 'recipient' && p.polarity === 'like')?.forWhom;
    return now.length > 0 && now.every(one => before.includes(one)) && quoteOf(said) === quoteOf(search);
  };
  const isNamedAgain = !understanding.likeShown && likes(said, 'category') && likes(search, 'category') && isSameKind();
  const how = understanding.sizeOrder?.how;
  // "The biggest bag you have", after backpacks: of all bags.
  const isExtreme = how === 'most' || how === 'least';
  // "It's not for a kid, it's for me": the same things, for another.
  const isForAnother = deniesReceiver(understanding.said ?? '');
  const isForOther = !isForAnother && goesOnForOther(understanding, search);
  const startsAfresh =
    (!isForAnother &&
      !isForOther &&
      (understanding.ownAgain === true || (likes(said, 'recipient') && !understanding.onlyCut && !isSamePerson()))) ||
    (!understanding.likeShown && likes(said, 'category') && likes(search, 'category') && !isNamedAgain) ||
    isAnotherKind() ||
    // "Do you sell laces", after shoes.
    (understanding.sold !== undefined && !said.some(isKind)) ||
    (isExtreme && likes(said, 'category')) ||
    (understanding.something === true && isAnotherSubject());
  const lifted = understanding.wider || understanding.dearer;
  const standing = search.filter(old => !lifted || !isHighestPrice(old));
  const isOther = (old: StatedPreference): boolean =>
    understanding.present === true && old.forWhom === 'self' && old.slot !== 'budget';
  // "Men's, please" after something for a child.
  const isOutgrown = (old: StatedPreference): boolean =>
    (understanding.cut?.wanted !== undefined && old.slot === 'recipient' && old.value === 'kids') ||
    ((isForAnother || isForOther) && old.slot === 'recipient') ||
    // Her size is not his.
    (isForOther && old.slot === 'size');
  // "And the thermos?": what both may cost, and for whom they are, goes on.
  // 这是小孩的,我们是送员工的: what a present may cost goes on where only the person is told, or told otherwise.
  const tellsWhom =
    likes(said, 'recipient') &&
    !said.some(isKind) &&
    !likes(search, 'product') &&
    (search.some(p => p.polarity === 'like' && /gift/.test(p.value)) || notThem.test(understanding.said ?? ''));
  // 我说的是茶叶，不是玩具: the thing was misheard, and nothing else that was told of it.
  const isPutRight =
    understanding.ownAgain !== true &&
    !likes(said, 'recipient') &&
    likes(said, 'category') &&
    (saysAnew.test(understanding.said ?? '') ||
      said.some(now => isKind(now) && now.polarity === 'dislike' && search.some(old => old.value === now.value)));
  const goesOn = (old: StatedPreference): boolean =>
    (isPutRight &&
      (old.slot === 'budget' || old.slot === 'recipient') &&
      !said.some(now => replaces(now, old, understanding.correction))) ||
    (tellsWhom && old.slot === 'budget') ||
    (isAlso.test(understanding.said ?? '') &&
      understanding.ownAgain !== true &&
      (old.slot === 'budget' || (old.slot === 'recipient' && !likes(said, 'recipient'))) &&
      !said.some(now => replaces(now, old, understanding.correction)));
  const isStill = isStillGift(understanding, search);
  const goesOnForGift = (old: StatedPreference): boolean =>
    isStill && ofGift(old, search) && !said.some(now => replaces(now, old, understanding.correction));
  // Coffee beans, and then green tea: what is sold is not denied for the sake of what was looked for before.
  const isInTheWay = (old: StatedPreference): boolean =>
    old.polarity === 'like' &&
    (isKind(old) || old.slot === 'material') &&
    said.some(now => now.polarity === 'like' && isKind(now)) &&
    isFound(said) &&
    !isFound([old, ...said]);
  // Shoes for a marathon, and then shoes for the trail.
  const isOtherUse = (old: StatedPreference): boolean =>
    old.slot === 'occasion' && old.polarity === 'like' && likes(said, 'occasion');
  // Non-stick pans, and then cast iron ones instead.
  const isInstead = (old: StatedPreference): boolean =>
    old.slot === 'feature' &&
    old.polarity === 'like' &&
    likes(said, 'material') &&
    /\binstead\b|换成|改成/u.test(understanding.said ?? '');
  // "Other jackets, warm ones" after down jackets, 那看看夹克 after the trenches: any of the shelf is looked at again.
  const isWidened =
    ((understanding.goods ?? []).length > 0 || otherOfShelf.test(understanding.said ?? '')) &&
    likes(said, 'category') &&
    !likes(said, 'product');
  // Tea for her, and then "something for the gardening part".
  const isApart =
    memory.goods === undefined &&
    search.some(p => p.slot === 'recipient' && p.polarity === 'like') &&
    askedFor(understanding.said ?? '')?.what !== undefined;
  const isOfBefore = (old: StatedPreference): boolean =>
    isApart && (isKind(old) || old.slot === 'material') && old.polarity === 'like';
  // Tea and a candle, and then "anything without caffeine?": of the kinds looked for, those that may be so.
  const traits = said.some(isKind)
    ? []
    : said.filter(p => p.polarity === 'like' && (p.slot === 'feature' || p.slot === 'material'));
  const mayBe = (old: StatedPreference): boolean => isFound([old, ...traits]);
  const kindsBefore = search.filter(old => isKind(old) && old.polarity === 'like');
  const isSilent = (old: StatedPreference): boolean =>
    traits.length > 0 && kindsBefore.includes(old) && !mayBe(old) && kindsBefore.some(mayBe);
  // A serum, and then a cream: what it is called now is another sort.
  const isOtherName = (old: StatedPreference): boolean =>
    old.slot === 'product' &&
    old.polarity === 'like' &&
    !likes(said, 'product') &&
    (understanding.told ?? []).some(p => p.slot === 'product' && p.polarity === 'like' && p.value !== old.value);
  const isNarrower = (old: StatedPreference): boolean => isWidened && old.slot === 'product' && old.polarity === 'like';
  const kept = startsAfresh
    ? standing.filter(old => goesOn(old) || goesOnForGift(old))
    : standing.filter(
        old =>
          !isOther(old) &&
          !isOutgrown(old) &&
          !isInTheWay(old) &&
          !isNarrower(old) &&
          !isOtherName(old) &&
          !isSilent(old) &&
          !isOfBefore(old) &&
          !(isNamedAgain && (isOtherUse(old) || isInstead(old))) &&
          !said.some(now => replaces(now, old, understanding.correction)),
      );
  const forWhom = understanding.forWhom ?? 'self';
  const stated = [...(isForAnother || isForOther ? kept.map(old => ({ ...old, forWhom })) : kept), ...said];
  const shelf = startsAfresh ? undefined : shelfLookedAt(understanding, stated, memory, shelfOf, sortOf);
  const preferences = shelf ? [shelf, ...stated] : stated;
  const now = understanding.told ?? [];
  const namesSort = [...said, ...now].some(p => p.polarity === 'like' && p.slot === 'product');
  const isOtherSort = (old: StatedPreference): boolean =>
    (namesSort || isWidened) && old.polarity === 'like' && (old.slot === 'product' || old.slot === 'material');
  const measured = new Set(now.flatMap(({ value }) => measureWishOf(value)?.of ?? []));
  // A puzzle of 1000 pieces, and then one of 500.
  const isMeasuredNow = ({ value }: StatedPreference): boolean => {
    const of = measured.size > 0 ? measureWishOf(value)?.of : undefined;
    return of !== undefined && measured.has(of);
  };
  const isAskedAfterAll = (old: StatedPreference): boolean => isNamedAfterAll(old, understanding);
  const toldBefore =
    startsAfresh && !isPutRight
      ? []
      : (memory.told ?? []).filter(
          old =>
            !now.some(one => one.value === old.value) &&
            !isOtherSort(old) &&
            !((isForAnother || isForOther) && isOfThem(old)) &&
            !isMeasuredNow(old) &&
            !isAskedAfterAll(old) &&
            !isGivenUp(old, givenUp),
        );
  const all = [...toldBefore, ...now].slice(-mostTold);
  const named = understanding.goods ?? [];
  const goods = named.length > 0 ? named.join(' ').slice(0, longestGoods) : startsAfresh ? undefined : memory.goods;
  const isForKids = said.some(p => p.slot === 'recipient' && p.value === 'kids' && p.polarity === 'like');
  const cut = isForKids ? undefined : cutAfter(startsAfresh ? undefined : memory.cut, understanding.cut);
  const isOfAll = isForAll(understanding.said ?? '') || (!startsAfresh && memory.forAll === true);
  const forAll = isOfAll ? { forAll: true as const } : {};
  const told = {
    ...(all.length > 0 ? { told: all } : {}),
    ...(goods ? { goods } : {}),
    ...(cut ? { cut } : {}),
    ...forAll,
  };
  const bounded = { ...priceBounds(understanding, preferences, shop), ...told };
  const namedNow = [said.filter(p => p.slot === 'product'), said.filter(p => p.slot === 'category')]
    .map(list => list.filter(p => p.polarity === 'like'))
    .find(list => list.length > 0);
  const isMeant = (product: ProductId): boolean => namedNow?.some(kind => isOf(product, kind)) ?? true;
  const above = understanding.dearer ? aboveShown(memory, shop, priceOf, isMeant) : undefined;
  if (above !== undefined)
    return { preferences, ...told, priceMinMinor: Math.max(above, bounded.priceMinMinor ?? above) };
  const below = understanding.cheaper ? belowShown(memory, shop, priceOf, isMeant) : undefined;
  // "Cheaper, two to three hundred": that is the price, and whatever costs the least above it is told.
  // 300到500 of what was shown for 129: so much is meant, whatever else was said of it.
  const isAbove = below !== undefined && said.some(isLowestPrice) && (bounded.priceMinMinor ?? 0) >= below;
  if (below === undefined || isAbove || (bounded.priceMaxMinor ?? below) < below) return { preferences, ...bounded };
  // 一百多, and then 便宜点的: what it was to cost at least holds no more.
  const { priceMinMinor: _, ...open } = bounded;
  const isLowerEnd = (p: StatedPreference): boolean => isLowestPrice(p) && !said.includes(p);
  return {
    preferences: preferences.filter(p => !isLowerEnd(p)),
    ...(said.some(isLowestPrice) ? bounded : open),
    priceMaxMinor: below,
    cheaper: true,
  };
};

/** 有没有别的适合小男孩的玩具: of the whole shelf. */
const otherOfShelf =
  /(?:别的|其[他它]的?)[^,，。.!！?？]{0,10}(?:玩具|礼物|东西|用品)|\bother (?:[a-z]+ )?(?:toys|presents|gifts|things)\b/u;

/** "Not electric", and then "any electric kettle?": it is in the name of what is asked for now. */
export const isNamedAfterAll = (
  { polarity, value }: Pick<StatedPreference, 'polarity' | 'value'>,
  { goods = [] }: Pick<Understanding, 'goods'>,
): boolean =>
  polarity === 'dislike' && goods.some(name => name.toLowerCase().includes(value) && name.length > value.length);

/** Whether a product is as one wish says. */
export type IsOf = (product: ProductId, wish: StatedPreference) => boolean;

/** What was asked for is said once more. */
const saysAnew =
  /我(?:刚才|刚刚|明明|一直)?(?:说|要|问|找)的(?:明明|一直)?是|\bi (?:said|meant|asked for|was asking for|was after) (?!i\b|that\b)/u;

/** Something more is wished for beside what was. */
const isAlso =
  /(?:^|[.,;!?] )(?:(?:ok|oh|great|good|nice|yes)[,. ]+)?(?:and|also|plus) (?:also )?(?:the|an?|some|maybe)\b|(?:^|[,，。.!?])(?:还要|还有|还想要|再来|另外|以及)/u;

/** More than anybody tells of one thing. */
const mostTold = 6;
const longestGoods = 60;

/** 书包, "a backpack for my son": what it was called for them. */
const isOfThem = ({ slot, value }: StatedPreference): boolean =>
  slot === 'product' || /\bfor (?:my|our|an?|his|her)\b/u.test(value);

/** Those are for somebody else: "not for a child". */
const notThem = /不是|这[些个几]?[款个]?(?:都)?是|\bnot (?:for|an?|my)\b|\b(?:those|these) are\b|\bthat'?s for\b/u;

/** A product that is sold meets all of these. */
export type IsFound = (wishes: readonly StatedPreference[]) => boolean;

/** Says what a thing is or is for; a size or a colour alone is of the things looked for before. */
const tells = (said: StatedPreference): boolean =>
  said.polarity === 'like' && (isKind(said) || said.slot === 'occasion' || said.slot === 'feature');

export const isKind = ({ slot }: StatedPreference): boolean => slot === 'category' || slot === 'product';

/** For hiking, and then for rain too: what a thing is to be and to be for adds up, unless it was said wrongly. */
const addsUp: ReadonlySet<StatedPreference['slot']> = new Set(['feature', 'occasion']);

const replaces = (now: StatedPreference, old: StatedPreference, isCorrection: boolean): boolean =>
  now.slot === old.slot &&
  (now.value === old.value || (now.polarity === old.polarity && (isCorrection || !addsUp.has(now.slot))));

/** A colour that nothing came in is none to show one product in five others for. */
export const withoutGivenUp = (scope: SearchScope, relaxed: readonly string[]): SearchScope => ({
  ...scope,
  preferences: scope.preferences.filter(p => p.slot !== 'colour' || !relaxed.includes(`colour:${p.value}`)),
});
