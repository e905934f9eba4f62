/** All that a message is understood as, once its intent is decided: what was read of it, as far as the intent has a use for it. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isSensitive } from '../../knowledge/profile/sensitive.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Intent, Understanding } from '../turn.ts';
import { aspectIn } from './deals/promotion-asked.ts';
import type { Guess } from './intent/settled-intent.ts';
import { type MeaningSettled, settleMeaning } from './meaning-settled.ts';
import { goesOnWithClaim } from './orders/claim-told.ts';
import { ordersExchange, wantsNewOne } from './orders/exchange-asked.ts';
import { tellsSlow, wantsNoneIfLate } from './orders/late-told.ts';
import { tellsMissing } from './orders/missing-told.ts';
import { asksToHurry } from './orders/order-talk.ts';
import { asksOfAwaited } from './orders/thing-awaited.ts';
import { placesNamed } from './pointing/compared.ts';
import { byPriceAsked } from './pointing/extreme-asked.ts';
import { likeButWith } from './pointing/like-shown.ts';
import { rejecting } from './pointing/others-wanted.ts';
import { turnedDownNow } from './pointing/turned-down-now.ts';
import { askedOfIt } from './product/asked-of-it.ts';
import { asksForNewest, asksForSomething } from './product/goods-asked.ts';
import { asksIfWithIt } from './product/property-asked.ts';
import { asksInSome } from './product/thing-asked.ts';
import { goodsNamed } from './said/goods-named.ts';
import { isOfSelf } from './said/said.ts';
import { intentOfTalk } from './talk/shop-talk.ts';
import type { TurnRead } from './turn-read.ts';
import { isSizeByMeasure } from './wishes/measures-told.ts';
import { searchedWith } from './wishes/query.ts';
import { withoutDeniedReceiver } from './wishes/text-to-read.ts';
import { likingsTold, type ToldForSearch, toldForSearch } from './wishes/told-for-search.ts';
import { hasEverything } from './wishes/told-in-search.ts';
import { askedOfThing, kinds, preferencesFor, recipientOf } from './wishes/wished.ts';

const searches: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);
const shops: ReadonlySet<Intent> = new Set([...searches, 'state-preference']);

const longestQuote = 120;

const isSizeLiked = ({ slot, polarity }: StatedPreference): boolean => slot === 'size' && polarity === 'like';

type Part = Partial<Understanding>;
type AskedOfIt = ReturnType<typeof askedOfIt>;

/** `guessed`: the intent by words or likeness; the form of the message may still settle another one. */
export const understandingOf = (guessed: Guess, read: TurnRead): Understanding => {
  const { goods, questions } = read;
  const { folded } = goods.reading;
  const meant = settleMeaning(guessed, read);
  const { intent, entities } = meant;
  const ofIt = askedOfProduct(meant, read);
  return {
    intent,
    confidence: meant.confidence,
    language: goods.language,
    entities: intent === 'promotion-question' ? { ...entities, aspect: questions.asked ?? aspectIn(folded) } : entities,
    mood: questions.upset ? 'upset' : 'neutral',
    said: folded,
    ...ofWishes(meant, ofIt, read),
    ...ofService(meant, read),
    ...ofCart(meant, ofIt, read),
    ...ofProduct(meant, ofIt, read),
    ...ofSearch(meant, read),
  };
};

const askedOfProduct = ({ intent }: MeaningSettled, { goods, now, questions, reader }: TurnRead): AskedOfIt => {
  // "Show me the longjing 250 g gift tin": its form is no question.
  if (goods.isShownInForm) return { asks: [], asksOf: [], choices: [] };
  const { thing, askedThing } = questions;
  const { folded } = goods.reading;
  const isNamed = goods.named.length > 0;
  const isOrder = now.ordered !== undefined && intent === 'add-to-cart';
  const askedOf = isOrder
    ? []
    : askedOfThing(intent, now.taste.preferences, questions.pointed !== undefined, isNamed, folded);
  const isOfProduct =
    intent === 'product-details' ||
    (intent === 'stock' && thing !== undefined) ||
    (intent === 'question' && askedThing !== undefined);
  const product = thing !== undefined && isOfProduct ? reader.view.byId.get(thing) : undefined;
  const isAsked = questions.asksThing || questions.asksAmount || asksInSome(folded);
  return askedOfIt({ intent, folded, askedOf, isAsked, isNamed }, product, reader.vocabulary);
};

/** What is liked and wanted, for whom, and what of it is kept. */
const ofWishes = (
  { intent, entities, wishes, ofGoods }: MeaningSettled,
  { asksOf }: AskedOfIt,
  { goods, now, questions, memory, reader }: TurnRead,
) => {
  const { taste, sorts, owning, forSearch } = now;
  const { folded } = goods.reading;
  // "No shampoo" leaves the rest of its shelf.
  const isOfSort = ({ slot, polarity, quote }: StatedPreference): boolean =>
    slot === 'category' &&
    polarity === 'dislike' &&
    sorts.some(one => one.polarity === polarity && one.quote === quote);
  const isDetail = intent === 'product-details' && (questions.ofEach !== undefined || questions.inAll !== undefined);
  // What a product is asked to be is no wish of the shopper's yet.
  const wished =
    asksOf.length > 0 || isDetail || (questions.only && intent === 'unclear')
      ? []
      : preferencesFor(intent, taste.preferences, entities, folded).filter(
          p => !isOfSort(p) && !(searches.has(intent) && isSizeByMeasure(p)),
        );
  const like = intent === 'product-search' ? questions.likeShown : undefined;
  // Of what is too private to be read nobody knows for whom it is, unless it says so.
  const ownAgain =
    recipientOf(memory) !== 'self' &&
    taste.forWhom === 'self' &&
    (isOfSelf(goods.spoken.folded) || !isSensitive(folded));
  const preferences = ofGoods
    ? taste.preferences
    : like
      ? likeButWith(like, wished, taste.forWhom, goods.original.trim().slice(0, longestQuote), reader.view)
      : wished;
  return {
    preferences,
    wishes: intent === 'product-search' && forSearch.length > 0 ? [] : preferencesFor(intent, wishes, entities, folded),
    correction: taste.correction && taste.preferences.length > 0,
    ...(owning || goods.isPrivate || now.isOfThisSearch || ofGoods ? { unkept: true } : {}),
    ...(taste.forWhom !== 'self' && taste.forWhom !== recipientOf(memory) ? { forWhom: taste.forWhom } : {}),
    ...(ownAgain ? { ownAgain } : {}),
  } satisfies Part;
};

/** Rules, own orders, complaints, the talk itself. */
const ofService = ({ intent, trouble, ofGoods }: MeaningSettled, { goods, questions, memory }: TurnRead): Part => {
  const { policy, abroad } = goods;
  const { folded } = goods.reading;
  return {
    ...(policy && !policy.open && intent === 'question' ? { plainly: policy } : {}),
    ...(trouble ? { trouble } : {}),
    ...(asksOfAwaited(folded) ? { awaits: true } : {}),
    ...(intent === 'start-return' && (ordersExchange(folded, memory) || wantsNewOne(folded))
      ? { exchanges: true }
      : {}),
    ...(intent === 'complaint' && goesOnWithClaim(folded, memory) ? { claims: true } : {}),
    ...(intent === 'order-status' && (asksToHurry(folded) || wantsNoneIfLate(folded)) ? { hurries: true } : {}),
    ...(intent === 'complaint' && tellsSlow(folded) ? { slow: true } : {}),
    ...(intent === 'complaint' && tellsMissing(folded, memory) ? { missing: true } : {}),
    ...(abroad === undefined ? {} : { abroad }),
    ...(questions.talk === memory ? {} : { offFocus: true }),
    ...(ofGoods ? { ofGoods } : {}),
    ...(questions.shopTalk && intent === intentOfTalk[questions.shopTalk] ? { shopTalk: questions.shopTalk } : {}),
  };
};

/** What goes into the cart or out of it, and how it is changed. */
const ofCart = ({ intent, toCart }: MeaningSettled, { asksOf }: AskedOfIt, { goods, now, memory }: TurnRead): Part => {
  const { ordered, adding, edits, size, resize, takeOut } = now;
  const isOrder = ordered !== undefined && intent === 'add-to-cart';
  const changes = intent === 'change-quantity';
  const together =
    intent === 'add-to-cart' && goods.named.length === 0 ? placesNamed(goods.reading.folded, memory.shown) : [];
  // 藏青的有没有XL: bought next, it is in that size.
  const sizeSaid =
    now.sizeSaid ??
    (intent === 'stock' || intent === 'product-details' ? asksOf.findLast(isSizeLiked)?.value : undefined);
  return {
    ...(together.length > 0 && !isOrder ? { together } : {}),
    ...(isOrder ? (!now.isOne || ordered.inAll || ordered.absent ? { ordered } : { isOneOrder: true }) : {}),
    ...(intent === 'remove-from-cart' && takeOut?.everything ? { everything: takeOut.everything } : {}),
    ...(sizeSaid === undefined ? {} : { sizeSaid }),
    ...(size !== undefined && (intent === 'add-to-cart' || toCart !== undefined) ? { size } : {}),
    ...(adding && adding.products.length > 1 && intent === 'add-to-cart' ? { among: adding.products } : {}),
    ...(toCart === undefined ? {} : { toCart }),
    ...(goods.count && changes ? { count: goods.count } : {}),
    ...(edits && (changes || intent === 'remove-from-cart') ? { edits } : {}),
    ...(resize !== undefined && changes ? { resize } : {}),
  };
};

/** What is asked of one, of each of a list, or of which to take. */
const ofProduct = (
  { intent }: MeaningSettled,
  { asks, asksOf, choices, inColour }: AskedOfIt,
  { goods, now, questions }: TurnRead,
): Part => {
  const { choice, property, ofEach, inAll, degree, advice } = questions;
  const isDetail = intent === 'product-details';
  return {
    ...(asksOf.length > 0 ? { asksOf } : {}),
    ...(choice && isDetail ? { choice } : {}),
    ...(now.lacks !== undefined && isDetail ? { choice: 'size' } : {}),
    ...(choices.length > 0 && !choice ? { choices } : {}),
    ...(inColour === undefined ? {} : { inColour }),
    ...(property !== undefined && isDetail && asksOf.length === 0 ? { property } : {}),
    ...(asks.length > 0 ? { asks } : {}),
    ...(ofEach && isDetail ? { ofEach } : {}),
    ...(inAll && isDetail ? { inAll } : {}),
    ...(questions.inEach && isDetail ? { ofOneThing: true } : {}),
    ...(degree && isDetail ? { degree } : {}),
    ...(goods.sum && isDetail ? { sum: goods.sum } : {}),
    ...(advice && isDetail ? { advice } : {}),
    ...(goods.compares && isDetail ? { compares: true, comparedBy: questions.comparedBy } : {}),
  };
};

/** What is looked for, and within which limits. */
const ofSearch = (meant: MeaningSettled, read: TurnRead) => {
  const { intent, wider, ofGoods } = meant;
  const { goods, now, questions } = read;
  const { others, unproved, present, cut, likeShown } = questions;
  const { likes, told, owning, forSearch } = now;
  const { need } = goods;
  const { folded } = goods.reading;
  const isSearch = intent === 'product-search';
  const shopping = shops.has(intent);
  const cheaper = isSearch && now.asksCheaper;
  const dearer = isSearch && now.asksDearer;
  const like = isSearch && likeShown !== undefined;
  const namesGoods = likes.some(p => kinds.has(p.slot));
  const search = toldForSearch(intent, read);
  const { rejects, asName } = turnedDownNow(read);
  // What did harm is no more shown, whatever is asked to be done about it.
  const ruledOut = [...(rejecting.has(intent) ? rejects : []), ...now.harmed];
  // What others are asked for by is no wish: "any other scents?"; that somebody has everything is told of them.
  const isOnlyOthers = others.only && !hasEverything(folded);
  const wished = isOnlyOthers ? search.told.filter(p => p.polarity === 'dislike') : search.told;
  // "I already have a teapot, show me mugs".
  const asksBeside = owning !== undefined && told.facts.some(f => f.polarity === 1);
  // Of a present without a name what is told of its receiver is no word of any page: "she turns 60".
  const isOfPerson =
    isSearch &&
    (present || likes.some(p => p.slot === 'recipient' || (p.slot === 'occasion' && p.value === 'gift'))) &&
    !namesGoods &&
    !told.facts.some(f => f.polarity === 1 && (f.slot === 'product_type' || f.slot === 'category'));
  const byPrice = byPriceAsked(folded);
  return {
    goods: goodsLookedFor(meant, read),
    query: searchedWith({
      // Nothing new was named: what is under way is searched on.
      isGoingOn:
        questions.ofKind !== undefined ||
        wider ||
        cheaper ||
        dearer ||
        like ||
        others.only ||
        // 拼图没意思: what is turned away alone is not looked for.
        (wished.length === 0 && now.taste.preferences.length > 0 && now.taste.preferences.every(isDislike)) ||
        (owning !== undefined && !asksBeside),
      wishes: isSearch ? forSearch : [],
      facts: told.facts,
      isOfPerson,
      ofGoods: shopping || ofGoods !== undefined,
      folded,
      named: unproved.reduce(
        (text, claim) => text.replace(claim.said, ' '),
        owning && !need ? owning.rest : withoutDeniedReceiver(folded),
      ),
    }),
    ...(shopping && wished.length > 0 ? { told: wished.map(asName) } : {}),
    ...(search.circumstances.length > 0 ? { circumstances: search.circumstances } : {}),
    ...(shopping && now.givenUp.length > 0 ? { givenUp: now.givenUp } : {}),
    ...(cut ? { cut } : {}),
    ...(goods.onlyCut && isSearch ? { onlyCut: goods.onlyCut } : {}),
    ...(wider ? { wider } : {}),
    ...(shopping && asksForNewest(folded) ? { newest: true } : {}),
    ...(shopping && byPrice ? { byPrice } : {}),
    ...(isSearch && now.pets !== undefined ? { forPets: now.pets } : {}),
    ...(search.order ? { sizeOrder: sizeOrderOf(search.order, search.than) } : {}),
    ...(cheaper ? { cheaper } : {}),
    ...(dearer ? { dearer } : {}),
    ...(others.unlikeShown ? { unlikeShown: true } : {}),
    ...(isSearch && questions.ofKind ? { ofKind: questions.ofKind } : {}),
    ...(isSearch && questions.sold !== undefined ? { sold: questions.sold } : {}),
    ...(ruledOut.length > 0 ? { rejects: ruledOut } : {}),
    ...(like ? { likeShown: true } : {}),
    ...(isSearch && (need || asksForSomething(folded)) ? { something: true } : {}),
    ...(shopping && unproved.length > 0 ? { unproved: unproved.map(claim => claim.key) } : {}),
    ...(shopping && present ? { present } : {}),
    ...(questions.only === 'trait' && intent === 'unclear' ? { trait: true } : {}),
  } satisfies Part;
};

const sizeOrderOf = (
  { how, of }: NonNullable<ToldForSearch['order']>,
  than: ToldForSearch['than'],
): NonNullable<Understanding['sizeOrder']> => ({ how, ...(of ? { of } : {}), ...(than ? { than: than.id } : {}) });

/** What is asked for is of no kind of the catalogue by the end of its name: 风筝线 is no kite, and a tea towel no tea. */
const looksForSold = ({ questions: { sold = '' }, reader }: TurnRead): boolean =>
  !reader.vocabulary
    .mentions(sold)
    .some(({ end, meanings }) => end === sold.length && meanings.some(one => kinds.has(one.slot)));

/** Goods in the shopper's own words. */
const goodsLookedFor = ({ intent }: MeaningSettled, read: TurnRead): readonly string[] => {
  const { goods, now, questions } = read;
  const { need, notOurTrade } = goods;
  const { folded } = goods.reading;
  // 线轮要另外买吗 asks what comes with the kite, and for no reel.
  const asksWithIt = intent === 'product-details' && questions.property !== undefined && asksIfWithIt(folded);
  // "Any other scents?": of the kind that is looked at.
  const asksOthers = questions.others.only && !now.likes.some(p => kinds.has(p.slot));
  if (notOurTrade || asksWithIt || asksOthers) return [];
  if (need && !need.isSold) return [need.name];
  if (questions.sold !== undefined && looksForSold(read)) return [questions.sold];
  const likings = likingsTold(read);
  const isLiking = (value: string): boolean =>
    likings.includes(fold(value)) || now.givenUp.some(({ words }) => words === fold(value));
  // "Perfume makes it worse" asks for no perfume.
  const isInPhrase = (value: string): boolean =>
    now.plain.some(one => one.value.includes(fold(value)) && !one.value.endsWith(fold(value)));
  return goodsNamed(
    now.told.facts.filter(f => f.polarity === 1 && !isLiking(f.value) && !isInPhrase(f.value)),
    folded,
    now.likes.some(p => kinds.has(p.slot)),
  );
};

const isDislike = ({ polarity }: StatedPreference): boolean => polarity === 'dislike';
