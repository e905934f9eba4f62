/** What a message means once its intent is decided: all that was read of it, as far as the intent has a use for it. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isSensitive } from '../../knowledge/profile/sensitive.ts';
import { isCalled } from '../../knowledge/retrieval/goods/called.ts';
import { allPlainWordsIn } from '../../knowledge/retrieval/goods/plain-words.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Understanding } from '../turn.ts';
import { forCart } from './cart/to-cart.ts';
import { aspectIn } from './deals/promotion-asked.ts';
import { type Guess, settledIntent, tellsNoHelp, tellsTrouble } from './intent/settled-intent.ts';
import { goesOnWithClaim, isOfClaim } from './orders/claim-told.ts';
import { ordersExchange, wantsNewOne } from './orders/exchange-asked.ts';
import { tellsSlow } from './orders/late-told.ts';
import { tellsMissing } from './orders/missing-told.ts';
import { asksToHurry } from './orders/order-talk.ts';
import { placesNamed } from './pointing/compared.ts';
import { byPriceAsked } from './pointing/extreme-asked.ts';
import type { GoodsSpokenOf } from './pointing/goods-spoken-of.ts';
import { likeButWith } from './pointing/like-shown.ts';
import { rejecting } from './pointing/others-wanted.ts';
import { comparedWith, sizeOrderIn } from './pointing/size-order.ts';
import { wordsTurnedDown } from './pointing/turned-down.ts';
import type { AskedNow } from './product/asked-now.ts';
import { askedOfIt } from './product/asked-of-it.ts';
import { asksOfGoods, asksOfHealth, concernsHealth } from './product/asks-of-goods.ts';
import { putsItIn } from './product/focus-talk.ts';
import { asksForNewest, asksForSomething } from './product/goods-asked.ts';
import { asksIfWithIt } from './product/property-asked.ts';
import { asksInSome } from './product/thing-asked.ts';
import type { SaidFact } from './said/fact.ts';
import { goodsNamed } from './said/goods-named.ts';
import { isOfSelf } from './said/said.ts';
import type { ShopReader } from './shop-reader.ts';
import { intentOfTalk } from './talk/shop-talk.ts';
import { askedFor } from './wishes/asked-for.ts';
import { conditionsTold } from './wishes/conditions-told.ts';
import { measuresOther } from './wishes/in-unit-told.ts';
import { inOrder, isSizeByMeasure, measuresTold, withMeasures } from './wishes/measures-told.ts';
import { goesOnSearching, onlyConditions } from './wishes/of-this-search.ts';
import { likingsIn, openTold } from './wishes/open-told.ts';
import { openWishes } from './wishes/open-wishes.ts';
import { searchedWith } from './wishes/query.ts';
import { withoutDeniedReceiver } from './wishes/text-to-read.ts';
import type { ToldNow } from './wishes/told-now.ts';
import { askedOfThing, kinds, preferencesFor, recipientOf, widerIsAsked } from './wishes/wished.ts';

/** What one search looks for may be less sure than what is remembered. */
const sureForSearch = 0.45;
const searches: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);

const ofWhatIsShown: ReadonlySet<Intent> = new Set(['add-to-cart', 'stock']);

/** Intents that tell a taste in so many words. */
const telling: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'state-preference']);
const tasteSaid =
  /\bi(?:'m| am| also| really| usually| always| just| do)* (?:like|love|prefer|enjoy|adore|hate|dislike|read|listen)\b|\bi(?:'m| am) (?:into|a fan of)\b|\bi (?:don't|do not) like\b|我?(?:喜欢|爱|偏爱|讨厌|不喜欢|比较喜欢|平时爱)/u;

const isSizeLiked = ({ slot, polarity }: StatedPreference): boolean => slot === 'size' && polarity === 'like';

/** `guessed`: the intent by words or likeness; the form of the message may still settle another one. */
export const understandingOf = (
  guessed: Guess,
  goods: GoodsSpokenOf,
  now: ToldNow,
  questions: AskedNow,
  memory: ConversationMemory,
  reader: ShopReader,
): Understanding => {
  const { view, vocabulary, isSold } = reader;
  const { original, language, abroad, sum, policy, need, reading, onlyCut, count, notOurTrade, named, compares } =
    goods;
  const { takeOut, ordered, isOne, asksCheaper, asksDearer, owning, told, taste, likes, adding } = now;
  const { saidOfIt, size, sizeSaid, forSearch, plain, sorts, reproached } = now;
  const { talk, pointed, likeShown, upset, asked, choice, others, degree, unproved, present, property } = questions;
  const { only, thing, asksThing, asksAmount, askedThing, advice, cut, ofEach } = questions;
  const { folded } = reading;
  const goesOn = goesOnSearching(guessed, now.ofThisSearch, memory);
  // 有500片的吗, of a puzzle of 1000: no question of that one, and nothing to put into the cart.
  const isOfOtherSize =
    ofWhatIsShown.has(goesOn.intent) &&
    named.length === 0 &&
    !adding &&
    !ordered &&
    measuresOther(folded, memory, reader);
  const decided: Guess = isOfOtherSize ? { ...goesOn, intent: 'product-search' } : goesOn;
  // A taste in words that no catalogue knows is a taste all the same.
  const mayBeTaste = (decided.intent === 'unclear' || decided.intent === 'yes') && tasteSaid.test(folded);
  const inOwnWords = (facts: readonly SaidFact[]): StatedPreference[] =>
    openWishes({ facts, preferences: taste.preferences, forWhom: taste.forWhom });
  const byRules = mayBeTaste || telling.has(decided.intent) ? inOwnWords(told.facts) : [];
  const isTaste = mayBeTaste && byRules.length > 0;
  // What is noted may be read better than what is searched for, and makes no search of what is none.
  const mayNote =
    byRules.length > 0 ||
    decided.intent === 'state-preference' ||
    (telling.has(decided.intent) && taste.preferences.length > 0);
  const noted = mayNote ? inOwnWords(now.noted) : [];
  const wishes = noted.length > 0 ? noted : byRules;
  const wider = decided.intent === 'yes' && !isTaste && widerIsAsked(memory);
  const namesGoods = likes.some(p => kinds.has(p.slot));
  const asksHealth = !policy && asksOfHealth(folded);
  const asksGoods = asksHealth || (!policy && asksOfGoods(folded) && namesGoods);
  const ofHealth = asksHealth || (asksGoods && concernsHealth(folded));
  const isQuestion =
    asksHealth || (asksGoods && (decided.intent === 'unclear' || (ofHealth && decided.intent === 'product-search')));
  const noHelp = tellsNoHelp(folded, memory, decided);
  // "A complaint! The cup came broken": what the shop does about that is told, and whose order it is.
  const claims = decided.intent === 'complaint' && isOfClaim(policy?.name) && memory.claim === undefined;
  const settled = noHelp
    ? { intent: 'question' as const, confidence: 0.8 }
    : claims
      ? { intent: 'question' as const, confidence: 0.9 }
      : now.edits
        ? decided
        : settledIntent(decided, {
            folded,
            orders: ordered !== undefined,
            outright: policy?.outright === true,
            isTaste,
            wider,
            isQuestion,
            namesGoods,
            ofThing: askedThing !== undefined,
          });
  // "Add it", of what went in just now: whether it did is shown, and no second one goes in.
  const isIn =
    settled.intent === 'add-to-cart' &&
    memory.lastIntent === 'add-to-cart' &&
    memory.focus !== undefined &&
    memory.toCart?.at !== memory.turns - 1 &&
    memory.addOn?.at !== memory.turns - 1 &&
    putsItIn(folded);
  const { guess, entities, toCart } = isIn
    ? { guess: { intent: 'view-cart' as const, confidence: 0.9 }, entities: saidOfIt, toCart: undefined }
    : ordered
      ? { guess: settled, entities: saidOfIt, toCart: undefined }
      : forCart(settled, saidOfIt, likes, talk, folded);
  const { intent, confidence } = guess;
  const trouble = intent !== 'question' ? undefined : noHelp ? 'still' : tellsTrouble(folded) ? 'told' : undefined;
  const cheaper = intent === 'product-search' && asksCheaper;
  const dearer = intent === 'product-search' && asksDearer;
  const like = intent === 'product-search' ? likeShown : undefined;
  const isOrder = ordered !== undefined && intent === 'add-to-cart';
  const askedOf = isOrder
    ? []
    : askedOfThing(intent, taste.preferences, pointed !== undefined, named.length > 0, folded);
  const isOfProduct =
    intent === 'product-details' ||
    (intent === 'stock' && thing !== undefined) ||
    (intent === 'question' && askedThing !== undefined);
  const product = thing !== undefined && isOfProduct ? view.byId.get(thing) : undefined;
  const isAsked = asksThing || asksAmount || asksInSome(folded);
  const { asks, asksOf, choices, inColour } = askedOfIt(
    { intent, folded, askedOf, isAsked, isNamed: named.length > 0 },
    product,
    vocabulary,
  );
  // "No shampoo" leaves the rest of its shelf.
  const isOfSort = ({ slot, polarity, quote }: StatedPreference): boolean =>
    slot === 'category' &&
    polarity === 'dislike' &&
    sorts.some(one => one.polarity === polarity && one.quote === quote);
  const isOfEach = ofEach !== undefined && intent === 'product-details';
  const inAll = intent === 'product-details' ? questions.inAll : undefined;
  // What a product is asked to be is no wish of the shopper's yet.
  const wished =
    asksOf.length > 0 || isOfEach || inAll || (only && intent === 'unclear')
      ? []
      : preferencesFor(intent, taste.preferences, entities, folded).filter(
          p => !isOfSort(p) && !(searches.has(intent) && isSizeByMeasure(p)),
        );
  // 藏青的有没有XL: bought next, it is in that size.
  const sizeTold =
    sizeSaid ?? (intent === 'stock' || intent === 'product-details' ? asksOf.findLast(isSizeLiked)?.value : undefined);
  const ofGoods = intent === 'question' && asksGoods ? (ofHealth ? 'health' : 'property') : undefined;
  const together = intent === 'add-to-cart' && named.length === 0 ? placesNamed(folded, memory.shown) : [];
  const everything = intent === 'remove-from-cart' && takeOut?.everything;
  // Of what is too private to be read nobody knows for whom it is, unless it says so.
  const ownAgain =
    recipientOf(memory) !== 'self' &&
    taste.forWhom === 'self' &&
    (isOfSelf(goods.spoken.folded) || !isSensitive(folded));
  // Of a present without a name what is told of its receiver is no word of any page: "she turns 60".
  const isOfPerson =
    intent === 'product-search' &&
    (present || likes.some(p => p.slot === 'recipient' || (p.slot === 'occasion' && p.value === 'gift'))) &&
    !likes.some(p => kinds.has(p.slot)) &&
    !told.facts.some(f => f.polarity === 1 && (f.slot === 'product_type' || f.slot === 'category'));
  // "I already have a teapot, show me mugs".
  const asksBeside = owning !== undefined && told.facts.some(f => f.polarity === 1);
  const byPrice = byPriceAsked(folded);
  const shopping = intent === 'product-search' || intent === 'recommend' || intent === 'state-preference';
  // "He's into basketball" asks for no ball.
  const likings = taste.forWhom === 'self' && recipientOf(memory) === 'self' ? [] : likingsIn(folded);
  const isLiking = (value: string): boolean => likings.includes(fold(value));
  // "Perfume makes it worse" asks for no perfume.
  const isInPhrase = (value: string): boolean =>
    plain.some(one => one.value.includes(fold(value)) && !one.value.endsWith(fold(value)));
  const toldSoFar = [...(intent === 'product-search' ? [...new Set([...forSearch, ...plain])] : plain), ...sorts];
  const helpWith = likes.length === 0 ? askedFor(folded) : undefined;
  const open =
    intent === 'product-search' || intent === 'recommend'
      ? openTold({
          folded,
          wishes:
            forSearch.length > 0
              ? []
              : openWishes(
                  { facts: told.facts, preferences: taste.preferences, forWhom: taste.forWhom },
                  sureForSearch,
                ),
          conditions: [
            ...(need?.goodFor ? [need.goodFor] : []),
            ...(helpWith?.what === undefined || isSensitive(folded) ? [] : [helpWith.what]),
            ...conditionsTold(folded),
          ],
          namesGoods,
          likings,
          forWhom: taste.forWhom === 'self' ? recipientOf(memory) : taste.forWhom,
          // A bottle that has to go in is no bottle looked for: a page has to say it.
          mentions: vocabulary
            .mentions(folded)
            .filter(
              ({ surface }) =>
                !told.facts.some(
                  f => f.slot === 'feature' && f.spoken && f.named.length === 0 && fold(f.value) === surface,
                ),
            ),
          told: toldSoFar,
          isKnown: isSold,
        })
      : [];
  const order = searches.has(intent) ? sizeOrderIn(folded) : undefined;
  const compared = order?.how === 'more' || order?.how === 'less' ? comparedWith(memory, view) : undefined;
  // Blocks, and then something soft and small: no number of pieces.
  const isOther = compared !== undefined && likes.some(p => kinds.has(p.slot) && !matches(compared, p));
  const than = isOther ? undefined : compared;
  const measured = shopping ? measuresTold(folded, taste.forWhom === 'self' ? recipientOf(memory) : taste.forWhom) : [];
  const toldInOrder = order ? inOrder([...toldSoFar, ...open], order, than, language) : [...toldSoFar, ...open];
  const quotes = plain.length > 0 ? allPlainWordsIn(folded).map(one => one.quote) : [];
  const isInQuote = ({ value }: StatedPreference): boolean =>
    !plain.some(one => one.value === value) && quotes.some(quote => quote.includes(value));
  const toldNow = onlyConditions(withMeasures(toldInOrder, measured), now.givenUp, vocabulary.mentions(folded)).filter(
    one => !isInQuote(one),
  );
  // 雨披是什么鬼, 不要鹅颈的: those of the list that are called so.
  const turnedDown = [...reproached, ...wordsTurnedDown(told.facts)];
  const lookedAt = [...new Set([...memory.shown, ...named])].flatMap(id => view.byId.get(id) ?? []);
  const rejects = [
    ...others.rejects,
    ...now.ruledOut,
    ...lookedAt.filter(product => turnedDown.some(word => isCalled(product, word))).map(product => product.id),
  ];
  const asName = (one: StatedPreference): StatedPreference =>
    one.polarity === 'dislike' && lookedAt.some(product => isCalled(product, one.value))
      ? { ...one, slot: 'product' }
      : one;
  return {
    intent,
    confidence,
    language,
    entities: intent === 'promotion-question' ? { ...entities, aspect: asked ?? aspectIn(folded) } : entities,
    preferences: ofGoods
      ? taste.preferences
      : like
        ? likeButWith(like, wished, taste.forWhom, original.trim().slice(0, 120), view)
        : wished,
    wishes: intent === 'product-search' && forSearch.length > 0 ? [] : preferencesFor(intent, wishes, entities, folded),
    ...(shopping && toldNow.length > 0 ? { told: toldNow.map(asName) } : {}),
    ...(shopping && now.givenUp.length > 0 ? { givenUp: now.givenUp } : {}),
    ...(owning || goods.isPrivate || now.isOfThisSearch ? { unkept: true } : {}),
    goods:
      // 线轮要另外买吗 asks what comes with the kite, and for no reel.
      notOurTrade || (intent === 'product-details' && property !== undefined && asksIfWithIt(folded))
        ? []
        : need && !need.isSold
          ? [need.name]
          : goodsNamed(
              told.facts.filter(f => f.polarity === 1 && !isLiking(f.value) && !isInPhrase(f.value)),
              folded,
              namesGoods,
            ),
    correction: taste.correction && taste.preferences.length > 0,
    ...(cut ? { cut } : {}),
    ...(onlyCut && intent === 'product-search' ? { onlyCut } : {}),
    mood: upset ? 'upset' : 'neutral',
    ...(policy && !policy.open && intent === 'question' ? { plainly: policy } : {}),
    ...(wider ? { wider } : {}),
    ...(trouble ? { trouble } : {}),
    ...(intent === 'start-return' && (ordersExchange(folded, memory) || wantsNewOne(folded))
      ? { exchanges: true as const }
      : {}),
    ...(intent === 'complaint' && goesOnWithClaim(folded, memory) ? { claims: true as const } : {}),
    ...(intent === 'order-status' && asksToHurry(folded) ? { hurries: true as const } : {}),
    ...(intent === 'complaint' && tellsSlow(folded) ? { slow: true as const } : {}),
    ...(intent === 'complaint' && tellsMissing(folded, memory) ? { missing: true as const } : {}),
    ...(abroad === undefined ? {} : { abroad }),
    ...(talk === memory ? {} : { offFocus: true as const }),
    ...(ofGoods ? { ofGoods, unkept: true } : {}),
    ...(together.length > 0 && !isOrder ? { together } : {}),
    ...(isOrder ? (!isOne || ordered.inAll || ordered.absent ? { ordered } : { isOneOrder: true as const }) : {}),
    ...(everything ? { everything } : {}),
    ...(sizeTold === undefined ? {} : { sizeSaid: sizeTold }),
    ...(size !== undefined && (intent === 'add-to-cart' || toCart !== undefined) ? { size } : {}),
    ...(adding && adding.products.length > 1 && intent === 'add-to-cart' ? { among: adding.products } : {}),
    ...(shopping && asksForNewest(folded) ? { newest: true as const } : {}),
    ...(shopping && byPrice ? { byPrice } : {}),
    ...(intent === 'product-search' && now.pets !== undefined ? { forPets: now.pets } : {}),
    ...(order ? { sizeOrder: { how: order.how, ...(than ? { than: than.id } : {}) } } : {}),
    ...(toCart === undefined ? {} : { toCart }),
    ...(questions.shopTalk && intent === intentOfTalk[questions.shopTalk] ? { shopTalk: questions.shopTalk } : {}),
    ...(count && intent === 'change-quantity' ? { count } : {}),
    ...(now.edits && (intent === 'change-quantity' || intent === 'remove-from-cart') ? { edits: now.edits } : {}),
    ...(now.resize !== undefined && intent === 'change-quantity' ? { resize: now.resize } : {}),
    ...(asksOf.length > 0 ? { asksOf } : {}),
    ...(choice && intent === 'product-details' ? { choice } : {}),
    ...(now.lacks !== undefined && intent === 'product-details' ? { choice: 'size' as const } : {}),
    ...(choices.length > 0 && !choice ? { choices } : {}),
    ...(inColour === undefined ? {} : { inColour }),
    ...(property !== undefined && intent === 'product-details' && asksOf.length === 0 ? { property } : {}),
    ...(asks.length > 0 ? { asks } : {}),
    ...(isOfEach ? { ofEach } : {}),
    ...(inAll ? { inAll } : {}),
    ...(questions.inEach && intent === 'product-details' ? { ofOneThing: true as const } : {}),
    ...(degree && intent === 'product-details' ? { degree } : {}),
    ...(sum && intent === 'product-details' ? { sum } : {}),
    ...(advice && intent === 'product-details' ? { advice } : {}),
    ...(compares && intent === 'product-details' ? { compares: true as const, comparedBy: questions.comparedBy } : {}),
    ...(cheaper ? { cheaper } : {}),
    ...(dearer ? { dearer } : {}),
    ...(others.unlikeShown ? { unlikeShown: true as const } : {}),
    ...(rejects.length > 0 && rejecting.has(intent) ? { rejects } : {}),
    ...(like ? { likeShown: true as const } : {}),
    ...(intent === 'product-search' && (need || asksForSomething(folded)) ? { something: true as const } : {}),
    ...(taste.forWhom !== 'self' && taste.forWhom !== recipientOf(memory) ? { forWhom: taste.forWhom } : {}),
    ...(ownAgain ? { ownAgain } : {}),
    ...(shopping && unproved.length > 0 ? { unproved: unproved.map(claim => claim.key) } : {}),
    ...(shopping && present ? { present } : {}),
    ...(only === 'trait' && intent === 'unclear' ? { trait: true as const } : {}),
    query: searchedWith({
      // Nothing new was named: what is under way is searched on.
      isGoingOn:
        wider || cheaper || dearer || like !== undefined || others.only || (owning !== undefined && !asksBeside),
      wishes: intent === 'product-search' ? forSearch : [],
      facts: told.facts,
      isOfPerson,
      ofGoods: shopping || ofGoods !== undefined,
      folded,
      named: unproved.reduce(
        (text, claim) => text.replace(claim.said, ' '),
        owning ? owning.rest : withoutDeniedReceiver(folded),
      ),
    }),
    said: folded,
  };
};
