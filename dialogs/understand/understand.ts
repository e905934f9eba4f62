import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import { lowPrices } from '../../knowledge/profile/budget.ts';
import { isSensitive } from '../../knowledge/profile/sensitive.ts';
import { cutAsked } from '../../knowledge/retrieval/cut-asked.ts';
import { fold, hasHan, languageOf } from '../../knowledge/retrieval/fold.ts';
import { askedIn } from '../../knowledge/retrieval/page-says.ts';
import { valuesOf } from '../../knowledge/retrieval/product-match.ts';
import { inSlices } from '../../knowledge/slices.ts';
import type { IntentClassifier, LearnIntents, Learning, TaughtIntent } from '../../models/types.ts';
import type { ConversationMemory, Entities, Intent, Turn, Understanding } from '../turn.ts';
import { addingIn, sizeSearched } from './adds-asked.ts';
import { amongShown } from './among-shown.ts';
import { asksOfGoods, asksOfHealth, concernsHealth } from './asks-of-goods.ts';
import { asksForCheaper, findsListDear, wantsInPlaceOfDear } from './cheaper-asked.ts';
import { inAskingForm, inChineseWords } from './chinese-slips.ts';
import { choiceAsked } from './choice-asked.ts';
import { comparedIn, isComparing, placesNamed, sidesIn } from './compared.ts';
import { costAsked } from './cost-asked.ts';
import { asksForDearer } from './dearer-asked.ts';
import { degreeAsked } from './degrees.ts';
import { asPlaceInList } from './described.ts';
import { entitiesIn } from './entities.ts';
import { byPriceAsked, extremeOf } from './extreme-asked.ts';
import { isCloseUp } from './focus-talk.ts';
import { asksForNewest, asksForSomething, asksForThing, asksWhichOfKind } from './goods-asked.ts';
import { decideIntent } from './intent.ts';
import { asksForLike, likeButWith, pointedAt } from './like-shown.ts';
import { isUpset } from './mood.ts';
import { inOwnWords } from './needs.ts';
import { onlyTold } from './only-told.ts';
import { openWishes } from './open-wishes.ts';
import { asksOtherChange } from './order-talk.ts';
import { othersWanted, rejecting } from './others-wanted.ts';
import { goesAbroad, policyAsked, policyNamed } from './policy-asked.ts';
import { tasteOf } from './preferences.ts';
import { asksPresent, broughtTo } from './present-asked.ts';
import { aspectIn, cartSpokenOf, promotionAsked, promotionSpokenOf } from './promotion-asked.ts';
import { propertyAsked, temperatureAsked } from './property-asked.ts';
import { quantityAsked, speaksOfQuantity, withoutCounting } from './quantity-asked.ts';
import { isOnlyCut, searchedWith } from './query.ts';
import { withoutCodes } from './reading.ts';
import { isNotOurTrade } from './rules.ts';
import { isOfSelf } from './said/said.ts';
import { type SecondLooks, withSecondLooks } from './second-look.ts';
import { settledIntent, tellsNoHelp, tellsTrouble } from './settled-intent.ts';
import { createReader, readShop, type ShopReader } from './shop-reader.ts';
import { sizeForCount } from './size-or-count.ts';
import { takeOutAsked } from './take-out-asked.ts';
import { asIt, asksOfThing, ofThing, pointsAtIt } from './thing-asked.ts';
import { forCart } from './to-cart.ts';
import {
  isOfSearch,
  isOtherMatter,
  owningIn,
  tellsOfChild,
  toldWishes,
  turnsAway,
  withoutOwned,
} from './told-in-search.ts';
import { understandTap } from './understand-tap.ts';
import { askedOfThing, isOfShown, kinds, preferencesFor, recipientOf, spokenOfNow, widerIsAsked } from './wished.ts';

export interface Understander {
  /**
   * Synchronous, well under a millisecond; never throws for any text. `looks`: sentence vectors there are, and those wished
   * for. `isAnswer`: a flow waits, and things are described of its own list, not of the one shown.
   */
  understand(turn: Turn, memory: ConversationMemory, looks?: SecondLooks, isAnswer?: boolean): Understanding;
  /** The English examples, as a classifier with sentence vectors is taught them. */
  readonly examples: readonly TaughtIntent<Intent>[];
  /** The same, with a classifier that is asked where the first is not sure and there is a sentence vector. */
  withSecondLook(classifier: IntentClassifier<Intent>): Understander;
}

const longest = 2_000;

/** Intents that tell a taste in so many words. */
const telling: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'state-preference']);
const tasteSaid =
  /\bi(?:'m| am| also| really| usually| always| just| do)* (?:like|love|prefer|enjoy|adore|hate|dislike|read|listen)\b|\bi(?:'m| am) (?:into|a fan of)\b|\bi (?:don't|do not) like\b|我?(?:喜欢|爱|偏爱|讨厌|不喜欢|比较喜欢|平时爱)/u;

const ofStock = /有货|现货|库存|断货|缺货|\b(?:in stock|available|left)\b/u;

type Classifiers = Record<Language, IntentClassifier<Intent>>;
type Examples = Record<Language, readonly TaughtIntent<Intent>[]>;

const seed = 7;

/** Learns from the example files with this catalogue's vocabulary, here and now; takes some hundred milliseconds. */
export const createUnderstander = (view: CatalogueView, learn: LearnIntents): Understander => {
  const reader = createReader(view);
  const examples = { en: reader.taught('en'), zh: reader.taught('zh') };
  return understanderOf(reader, examples, { en: learn(examples.en, seed), zh: learn(examples.zh, seed) });
};

/** The same, learned beside the turns that are going on. */
export const openUnderstander = async (view: CatalogueView, learning: Learning): Promise<Understander> => {
  const reader = await inSlices(readShop(view));
  const en = reader.taught('en');
  await breath();
  const zh = reader.taught('zh');
  const [english, chinese] = await Promise.all([learning.intents('en', en, seed), learning.intents('zh', zh, seed)]);
  return understanderOf(reader, { en, zh }, { en: english, zh: chinese });
};

/** Whoever waits has a turn before the next long piece of work. */
const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** What is named counts before a place of the list. */
const withoutPlace = ({ ordinal: _o, quantity: _q, ...entities }: Entities): Entities => entities;
const withoutQuantity = ({ quantity: _, ...entities }: Entities): Entities => entities;

const understanderOf = (
  reader: ShopReader,
  examples: Examples,
  classifiers: Classifiers,
  deeper?: IntentClassifier<Intent>,
): Understander => {
  const {
    view,
    names,
    vocabulary,
    factReader,
    read,
    needIn,
    orderIn,
    thingNamed,
    exactly,
    unproved: claims,
    isSold,
  } = reader;

  /** The two that a message weighs against each other by their names: of one kind, where a name is that of several. */
  const bothNamed = (folded: string, prefer: readonly ProductId[]): readonly ProductId[] | undefined => {
    const [ones, others] = (sidesIn(folded) ?? []).map(words => {
      const like = names.like(words, prefer);
      return like.length > 0 ? like : names.named(words, prefer).slice(0, 1);
    });
    if (!ones || !others) return undefined;
    const pairs = ones.flatMap(one => others.flatMap(other => (names.areOneModel(one, other) ? [] : [[one, other]])));
    const kindOf = (id: ProductId): string | undefined => view.byId.get(id)?.category;
    const alike = pairs.filter(([one, other]) => kindOf(one!) === kindOf(other!));
    const fitting = alike.length > 0 ? alike : pairs;
    return fitting.length === 1 ? fitting[0] : undefined;
  };

  /** "How heavy is the telescope", "is the wok induction": the only one that is sold of what is named so. */
  const onlyOne = (folded: string, prefer: readonly ProductId[]): readonly ProductId[] => {
    for (const match of folded.matchAll(/\b(?:the|your|that|this) ((?:[a-z'-]+ ?){1,4})/g)) {
      const words = withoutColours(match[1]!).trim().split(/ +/);
      for (let n = words.length; n > 0; n--) {
        const found = names.like(words.slice(0, n).join(' '), prefer, true);
        if (found.length === 1) return found;
      }
    }
    return [];
  };

  const withoutColours = (folded: string): string =>
    vocabulary
      .mentions(folded)
      .filter(m => m.meanings.some(one => one.slot === 'colour'))
      .reduce((text, m) => text.slice(0, m.start) + ' '.repeat(m.end - m.start) + text.slice(m.end), folded);

  const inSaidColour = (ids: readonly ProductId[], folded: string): readonly ProductId[] => {
    if (ids.length === 0) return ids;
    const meanings = vocabulary.mentions(folded).flatMap(mention => mention.meanings);
    const colours = meanings.filter(one => one.slot === 'colour').map(one => one.value);
    return ids.map(id => names.inColour(id, colours));
  };

  const understandText = (
    text: string,
    turn: Turn,
    memory: ConversationMemory,
    looks: SecondLooks | undefined,
    isAnswer: boolean,
  ): Understanding => {
    const original = text.slice(0, longest);
    const spoken = read(original);
    const language =
      languageOf(withoutCodes(spoken.folded)) ??
      memory.language ??
      (turn.locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en');
    const inChina = view.shop.currency === 'CNY';
    const asSaid = inChineseWords(spoken.folded);
    const abroad = inChina ? goesAbroad(asSaid) : undefined;
    const prefer = memory.focus === undefined ? memory.shown : [memory.focus, ...memory.shown];
    const outright = names.named(spoken.folded, prefer);
    const sum =
      isAnswer || goesAbroad(asSaid)
        ? undefined
        : costAsked(spoken.folded, {
            memory,
            thingNamed: words => thingNamed.of(words, prefer),
            inColourOf: thingNamed.inColourOf,
          });
    const policy = sum
      ? undefined
      : asksOtherChange(spoken.folded, memory)
        ? policyNamed('order-change', language)
        : policyAsked(asSaid, language, { inChina, abroad: abroad ?? memory.abroad ?? false, told: memory.policy });
    const sides = policy || sum ? undefined : bothNamed(spoken.folded, prefer);
    const weighed = !policy && !sum && !sides && memory.shown.length > 1 ? degreeAsked(spoken.folded) : undefined;
    const isTaken = policy !== undefined || sum !== undefined || weighed !== undefined;
    const list = isTaken || isAnswer ? [] : memory.shown.flatMap(id => view.byId.get(id) ?? []);
    const inList = outright.length > 0 ? undefined : asPlaceInList(spoken.folded, list, vocabulary);
    // What goods do to somebody's health is answered from no page of one.
    const isOfHealth = asksOfHealth(spoken.folded) || concernsHealth(spoken.folded);
    const asksForm = !isOfHealth && asksOfThing(spoken.folded);
    const namedAsSaid =
      outright.length > 0 || inList !== undefined || !asksForm || policy ? outright : onlyOne(spoken.folded, prefer);
    const asksOfNamed = namedAsSaid.length > 0 && asksForm;
    const need = isTaken || inList !== undefined || sides || asksOfNamed ? undefined : needIn(spoken.folded);
    const put = inList ?? need?.text;
    const reading = put === undefined ? spoken : read(put);
    const { folded, money } = reading;
    // The one shoe that is called a woman's is not named by "not women's".
    const onlyCut = !isTaken && isOnlyCut(reading);
    const ofList = weighed || sides ? [] : comparedIn(folded, memory.shown, memory.focus);
    const count = quantityAsked(folded, memory);
    const named =
      need || onlyCut || folded.length > 400 || isNotOurTrade(folded)
        ? []
        : count?.of === 'all' || speaksOfQuantity(folded)
          ? names.named(withoutCounting(folded), prefer)
          : put === undefined
            ? namedAsSaid
            : names.named(folded, prefer);
    const extreme =
      named.length > 0 ? undefined : (extremeOf(folded, memory.shown, view) ?? amongShown(folded, memory));
    const compared =
      sides ?? (named.length > 1 && isComparing(folded) ? named : named.length === 0 && !extreme ? ofList : []);
    const compares = compared.length > 1;
    const meant = compares ? compared : extreme ? [extreme] : inSaidColour(named, folded);
    const takeOut = takeOutAsked(folded, memory);
    const ordered = isTaken || isAnswer || takeOut ? undefined : orderIn(spoken.folded, memory);
    const counting = entitiesIn(original, folded, money, meant, turn.at);
    const spokenOf = meant.length > 0 ? meant : memory.focus ? [memory.focus] : memory.shown;
    const asSize = sizeForCount(
      folded,
      counting.quantity,
      spokenOf.flatMap(id => view.byId.get(id) ?? []),
    );
    const said = asSize === undefined ? counting : withoutQuantity(counting);
    const [line, ...otherLines] = ordered?.lines ?? [];
    const isOne = line !== undefined && otherLines.length === 0 && ordered?.open.length === 0;
    const inPlaceOfDear = memory.shown.length > 0 && wantsInPlaceOfDear(folded);
    const asksCheaper =
      memory.shown.length > 0 && (asksForCheaper(folded) || findsListDear(folded, memory) || inPlaceOfDear);
    const asksDearer = memory.shown.length > 0 && asksForDearer(folded);
    const heard = factReader.read({
      text: put ?? (hasHan(original) ? inAskingForm(original) : original),
      // About taste the bot asks by taps alone, whose words come as messages of their own.
      shopSaid: '',
      forWhom: recipientOf(memory),
      wanted: (memory.search ?? [])
        .filter(p => p.polarity === 'like' && (p.slot === 'product' || p.slot === 'category'))
        .map(p => p.value.replaceAll('-', ' ')),
    });
    const owning = (memory.search?.length ?? 0) > 0 ? owningIn(folded) : undefined;
    const told = owning ? withoutOwned(heard, owning) : need ? inOwnWords(heard, need) : heard;
    const own = tasteOf({ said: told, folded, shop: view.shop, isStill: recipientOf(memory) === 'child' });
    const taste = broughtTo(own, folded, vocabulary);
    const likes = taste.preferences.filter(p => p.polarity === 'like');
    const adding =
      isTaken || isAnswer || takeOut || count || ordered
        ? undefined
        : addingIn({ reading, likes, entities: said, memory, view, size: asSize });
    const saidOfIt: Entities = {
      ...(isOne ? withoutPlace(said) : said),
      ...(isOne ? { products: [line.product], ...(line.quantity > 1 ? { quantity: line.quantity } : {}) } : {}),
      ...(adding?.products.length === 1 ? { products: adding.products } : {}),
      ...(takeOut?.quantity === undefined ? {} : { quantity: takeOut.quantity }),
      ...(adding?.quantity === undefined ? {} : { quantity: adding.quantity }),
    };
    const size = likes.findLast(p => p.slot === 'size')?.value ?? adding?.size ?? asSize ?? sizeSearched(memory);
    const ofSearch = isOfSearch(folded, memory, saidOfIt);
    const forSearch = ofSearch && !asksCheaper ? toldWishes(folded, told.facts, recipientOf(memory), isSold) : [];
    const talk = spokenOfNow(folded, taste.preferences, memory, view);
    const likeShown = asksForLike(folded) ? pointedAt(saidOfIt, talk) : undefined;
    const upset = isUpset(folded, original, memory);
    const asked = promotionAsked(folded, promotionSpokenOf(memory), saidOfIt.code, cartSpokenOf(memory));
    const ofNamed = named.length > 0 ? view.byId.get(named[0]!) : undefined;
    const choice =
      ofNamed || memory.shown.length > 0 || pointedAt(saidOfIt, talk) !== undefined
        ? (choiceAsked(folded) ?? (ofNamed ? choiceAsked(asIt(folded, ofNamed)) : undefined))
        : undefined;
    const others = othersWanted(folded, memory, saidOfIt.ordinal);
    // "Which jacket is lighter", of a list of mugs, looks for jackets.
    const degree = weighed && isOfShown(taste.preferences, memory, view) ? weighed : undefined;
    const unproved = claims.filter(claim => folded.search(claim.said) >= 0);
    const present = asksPresent(folded);
    const cold = meant.length > 0 || memory.focus || memory.shown.length === 1 ? temperatureAsked(folded) : undefined;
    const property = cold ?? propertyAsked(folded);
    const only = onlyTold(folded);
    const thing = policy || compares || extreme ? undefined : pointedAt(saidOfIt, talk);
    const about = thing === undefined ? undefined : view.byId.get(thing);
    // "Or an eye mask, or earplugs?", after a kettle: other goods are asked for.
    const isOtherGoods =
      named.length === 0 &&
      about !== undefined &&
      !pointsAtIt(folded) &&
      likes.some(p => kinds.has(p.slot) && !(valuesOf(about, p.slot)?.includes(p.value) ?? true));
    const asksThing = about !== undefined && !isOtherGoods && !isOfHealth && asksOfThing(folded);
    const isNamed = named.length > 0 || (saidOfIt.ordinal ?? 0) !== 0;
    // Of what was looked at just now: said so, or asked in words that are asked of a thing alone.
    const pointsBack =
      saidOfIt.ordinal === 0 || pointsAtIt(folded) || (isCloseUp(talk) && askedIn(folded).some(one => one.kind));
    const askedThing = asksThing ? (isNamed ? 'named' : pointsBack ? 'spoken-of' : undefined) : undefined;
    const cut = cutAsked(folded, taste.forWhom !== 'self' && taste.forWhom !== 'child');
    const decided = decideIntent({
      reading,
      entities: saidOfIt,
      taste,
      memory: talk,
      upset,
      classifier: hasHan(folded) ? classifiers.zh : withSecondLooks(classifiers.en, deeper, looks),
      asked,
      policy: policy !== undefined,
      need: need !== undefined,
      taught: exactly(folded),
      choice: choice !== undefined,
      property: property !== undefined,
      isName: named.length === 1 && names.isNameOf(folded, named[0]!),
      extreme: extreme !== undefined,
      compares,
      ofThing: askedThing,
      asksAmount: askedThing !== undefined && askedIn(folded).some(one => one.kind),
      sum: sum !== undefined,
      degree: degree !== undefined,
      takesOut: takeOut !== undefined,
      adds: adding !== undefined,
      orders: ordered !== undefined,
      counts: count !== undefined && takeOut === undefined,
      cheaper: asksCheaper || asksDearer,
      likeShown: likeShown !== undefined,
      whichOfKind:
        asksWhichOfKind(folded) &&
        (told.facts.some(f => f.slot === 'product_type' && f.polarity === 1 && isSold(fold(f.value))) ||
          likes.some(p => kinds.has(p.slot))),
      others: others.only,
      present,
      onlyTold: only,
      narrows:
        ofSearch && (forSearch.length + taste.preferences.length > 0 || tellsOfChild(folded, recipientOf(memory))),
      turnsAway: ofSearch && turnsAway(folded, told.facts),
      owns: owning !== undefined && !isOtherMatter(owning.rest) && forSearch.length + taste.preferences.length > 0,
      unproved: unproved.length > 0,
      onlyCut,
      asksThing:
        asksForThing(folded) && told.facts.some(f => f.spoken && f.slot === 'product_type' && f.polarity === 1),
      wantsLowPrice: told.facts.some(f => f.slot === 'price_max' && f.value === lowPrices && f.polarity === 1),
    });
    // A taste in words that no catalogue knows is a taste all the same.
    const mayBeTaste = (decided.intent === 'unclear' || decided.intent === 'yes') && tasteSaid.test(folded);
    const wishes =
      mayBeTaste || telling.has(decided.intent)
        ? openWishes({ facts: told.facts, preferences: taste.preferences, forWhom: taste.forWhom })
        : [];
    const isTaste = mayBeTaste && wishes.length > 0;
    const wider = decided.intent === 'yes' && !isTaste && widerIsAsked(memory);
    const namesGoods = likes.some(p => kinds.has(p.slot));
    const asksHealth = !policy && asksOfHealth(folded);
    const asksGoods = asksHealth || (!policy && asksOfGoods(folded) && namesGoods);
    const ofHealth = asksHealth || (asksGoods && concernsHealth(folded));
    const isQuestion =
      asksHealth || (asksGoods && (decided.intent === 'unclear' || (ofHealth && decided.intent === 'product-search')));
    const noHelp = tellsNoHelp(folded, memory, decided);
    const settled = noHelp
      ? { intent: 'question' as const, confidence: 0.8 }
      : settledIntent(decided, {
          folded,
          isTaste,
          wider,
          isQuestion,
          namesGoods,
          ofThing: askedThing !== undefined,
        });
    const { guess, entities, toCart } = ordered
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
      : askedOfThing(intent, taste.preferences, pointedAt(entities, talk) !== undefined, named.length > 0, folded);
    const isOfProduct =
      intent === 'product-details' ||
      (intent === 'stock' && askedOf.length > 0) ||
      (intent === 'question' && askedThing !== undefined);
    const product = thing !== undefined && isOfProduct ? view.byId.get(thing) : undefined;
    const isAsked = asksThing || askedIn(folded).some(one => one.kind);
    const found = product
      ? ofThing(folded, product, askedOf, vocabulary, named.length > 0)
      : { asks: [], asksOf: askedOf };
    // Of what is in stock the colour or size is the question; what else is asked beside it is read on the page.
    const besideStock = found.asks.filter(
      ({ words }) => !ofStock.test(words) && !askedOf.some(wish => words.includes(wish.quote)),
    );
    const [asks, asksOf] = intent === 'stock' ? [besideStock, askedOf] : [isAsked ? found.asks : [], found.asksOf];
    // What a product is asked to be is no wish of the shopper's yet.
    const wished =
      asksOf.length > 0 || (only && intent === 'unclear')
        ? []
        : preferencesFor(intent, taste.preferences, entities, folded);
    const ofGoods = intent === 'question' && asksGoods ? (ofHealth ? 'health' : 'property') : undefined;
    const together = intent === 'add-to-cart' && named.length === 0 ? placesNamed(folded, memory.shown) : [];
    const everything = intent === 'remove-from-cart' && takeOut?.everything;
    // Of what is too private to be read nobody knows for whom it is, unless it says so.
    const ownAgain =
      recipientOf(memory) !== 'self' && taste.forWhom === 'self' && (isOfSelf(folded) || !isSensitive(folded));
    // Of a present without a name what is told of its receiver is no word of any page: "she turns 60".
    const isOfPerson =
      intent === 'product-search' &&
      likes.some(p => p.slot === 'recipient') &&
      !likes.some(p => kinds.has(p.slot)) &&
      !told.facts.some(f => f.slot === 'product_type' || f.slot === 'category');
    // "I already have a teapot, show me mugs".
    const asksBeside = owning !== undefined && told.facts.some(f => f.polarity === 1);
    const byPrice = byPriceAsked(folded);
    const shopping = intent === 'product-search' || intent === 'recommend' || intent === 'state-preference';
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
      wishes:
        intent === 'product-search' && forSearch.length > 0 ? [] : preferencesFor(intent, wishes, entities, folded),
      ...(intent === 'product-search' && forSearch.length > 0 ? { told: forSearch } : {}),
      ...(owning ? { unkept: true } : {}),
      goods: isNotOurTrade(folded)
        ? []
        : told.facts.filter(f => f.spoken && f.slot === 'product_type' && f.polarity === 1).map(f => f.value),
      correction: taste.correction && taste.preferences.length > 0,
      ...(cut ? { cut } : {}),
      ...(onlyCut && intent === 'product-search' ? { onlyCut } : {}),
      mood: upset ? 'upset' : 'neutral',
      ...(policy && intent === 'question' ? { plainly: policy } : {}),
      ...(wider ? { wider } : {}),
      ...(trouble ? { trouble } : {}),
      ...(abroad === undefined ? {} : { abroad }),
      ...(talk === memory ? {} : { offFocus: true as const }),
      ...(ofGoods ? { ofGoods, unkept: true } : {}),
      ...(together.length > 0 && !isOrder ? { together } : {}),
      ...(isOrder && (!isOne || ordered.inAll) ? { ordered } : {}),
      ...(everything ? { everything } : {}),
      ...(size !== undefined && (intent === 'add-to-cart' || toCart !== undefined) ? { size } : {}),
      ...(adding && adding.products.length > 1 && intent === 'add-to-cart' ? { among: adding.products } : {}),
      ...(shopping && asksForNewest(folded) ? { newest: true as const } : {}),
      ...(shopping && byPrice ? { byPrice } : {}),
      ...(toCart === undefined ? {} : { toCart }),
      ...(count && intent === 'change-quantity' ? { count } : {}),
      ...(asksOf.length > 0 ? { asksOf } : {}),
      ...(choice && intent === 'product-details' ? { choice } : {}),
      ...(property !== undefined && intent === 'product-details' && asksOf.length === 0 ? { property } : {}),
      ...(asks.length > 0 ? { asks } : {}),
      ...(degree && intent === 'product-details' ? { degree } : {}),
      ...(sum && intent === 'product-details' ? { sum } : {}),
      ...(compares && intent === 'product-details' ? { compares: true as const } : {}),
      ...(cheaper ? { cheaper } : {}),
      ...(dearer ? { dearer } : {}),
      ...(others.unlikeShown ? { unlikeShown: true as const } : {}),
      ...(others.rejects.length > 0 && rejecting.has(intent) ? { rejects: others.rejects } : {}),
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
        named: unproved.reduce((text, claim) => text.replace(claim.said, ' '), owning ? owning.rest : folded),
      }),
      said: folded,
    };
  };

  return {
    examples: examples.en,
    withSecondLook: classifier => understanderOf(reader, examples, classifiers, classifier),
    understand(turn, memory, looks, isAnswer = false) {
      const { value } = turn;
      if (value && value.tap !== 'say' && value.tap !== 'rate') return understandTap(value, turn, memory);
      return understandText(value?.tap === 'say' ? value.text : turn.text, turn, memory, looks, isAnswer);
    },
  };
};
