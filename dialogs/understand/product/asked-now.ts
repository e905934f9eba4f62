/** What a message asks: of a thing, of a list, of deals, and of what others there are. */

import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { cutAsked } from '../../../knowledge/retrieval/goods/cut-asked.ts';
import { askedIn } from '../../../knowledge/retrieval/goods/page-asked.ts';
import { pageSays } from '../../../knowledge/retrieval/goods/page-says.ts';
import { saysUnanswered } from '../../../knowledge/retrieval/goods/remarks.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { asksIfHad } from '../cart/had-asked.ts';
import { dealAskedNow } from '../deals/deal-asked-now.ts';
import { besideIn, sidesIn } from '../pointing/compared.ts';
import { degreeCompared } from '../pointing/degrees.ts';
import type { GoodsSpokenOf } from '../pointing/goods-spoken-of.ts';
import { kindAskedIn } from '../pointing/kind-asked.ts';
import { asksForLike, pointedAt } from '../pointing/like-shown.ts';
import { othersWanted } from '../pointing/others-wanted.ts';
import type { ShopReader } from '../shop-reader.ts';
import { isUpset } from '../talk/mood.ts';
import { roleTalk } from '../talk/role-talk.ts';
import { shopTalk } from '../talk/shop-talk.ts';
import { clausesOf } from '../text/clauses-asked.ts';
import { onlyTold } from '../wishes/only-told.ts';
import { asksPresent } from '../wishes/present-asked.ts';
import type { ToldNow } from '../wishes/told-now.ts';
import { isOfShown, kinds, spokenOfNow } from '../wishes/wished.ts';
import { adviceAsked } from './advice-asked.ts';
import { asksOfHealth } from './asks-of-goods.ts';
import { asksOfShown } from './asks-of-shown.ts';
import { asksOtherColourOfIt, asksValue, type ChoiceSlot, choiceAsked } from './choice-asked.ts';
import { asksInEach } from './clauses-of-thing.ts';
import { asksColourPrice } from './colour-price.ts';
import { comesAsked } from './comes-asked.ts';
import { isCloseUp } from './focus-talk.ts';
import { asksBarely, asksByKind, asksPriceBarely, goodsOnTable } from './follow-up.ts';
import { asksForOthers, asksForOwn, asksForSuch, asksWithout, leadsToOthers } from './other-goods.ts';
import { ownThingsAsked } from './own-thing.ts';
import { propertyAsked, temperatureAsked } from './property-asked.ts';
import { shelfAsked } from './shelf-asked.ts';
import { soldAsked } from './sold-asked.ts';
import { asIt, asksOfThing, asksOnceMore, pointsAtIt } from './thing-asked.ts';
import { asksUnitPrice } from './unit-price-asked.ts';

/** 有能机洗的公仔吗: some are looked for. */
const hasSome = /有.*的|\b(?:any|some|have you|you have)\b/u;

export type AskedNow = ReturnType<ReturnType<typeof createAskedReader>>;

/** "The shower one. Can it sit in water?": what is named first is asked about, and nothing is done with it. */
const asksOfNamedFirst =
  /^(?:(?:and|ok|okay|so|no|hm+|great|nice|good|fine|right|cool)[,. ]+)*(?:(?:the|that|this|your) [a-z0-9'’-]+|(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th))(?: one| pair)?)(?: [a-z0-9'’-]+){0,6}(?:[,.;:]| -) *(?:so |and |but )?(?:is|are|does|do|can|could|will|has|have|would|how|what|whats|what's|which|when|where) /;
const doesSomething =
  /\b(?:add|buy|order|cart|basket|checkout|return|cancel|ship\w*|deliver\w*|i'?ll (?:take|have|get)|give me|send|discount|deal|code)\b/;

/** "Goosefall is perfect. Show me all colours", 就这款吧 有哪些颜色: asked beside what is told of it, and nothing else is. */
const choiceInClause = (folded: string): ChoiceSlot | undefined => {
  const clauses = clausesOf(folded);
  if (clauses.length < 2 || clauses.length > mostClauses) return undefined;
  const slots = clauses.map(({ text }) => choiceAsked(text));
  const isOnlyThat = clauses.every(({ text, asks }, i) => slots[i] !== undefined || !asks || oneOfThem.test(text));
  const [slot, ...others] = slots.filter(one => one !== undefined);
  return isOnlyThat && others.length === 0 && !doesSomething.test(folded) ? slot : undefined;
};
const mostClauses = 3;
/** 尺码呢 110有没有啊: one of what there is to choose. */
const oneOfThem = /^\d{2,3}(?:cm|码|号)?的?(?:有没有|有)(?:吗|么|不|没有?|啊|呀)*[?？!. ]*$/iu;

const longest = 100;
const shortest = 60;

/** Of a thing and in few words, and not of the shop. */
const isOfItsPage = (clause: string): boolean =>
  asksOfThing(clause) && pointsAtIt(clause) && !ofItsFit.test(clause) && !asksOfHealth(clause);
/** How long that takes is no amount of the thing. */
const ofDelivery = /\b(?:deliver(?:y|ed|ies|s)?|shipping|shipped|arrives?)\b|送达|快递|物流|发货|配送/u;
/** Told by the pages of sizes. */
const ofItsFit =
  /\b(?:true to|runs?|sizing|size up|size down|on sale|sale|stock|reduced|half price|discount\w*|fits? (?:true|small|large|big|tight|well|me))\b/;
const isOfGoods = (clause: string): boolean => asksByKind(clause).length > 0 || asksBarely(clause);

export const createAskedReader = ({ view, names, vocabulary, rolesIn, unproved: claims }: ShopReader) => {
  /** 有盖子吗, of several pans: asked of them where the page of one says so, and of the shelves where none does. */
  const isOnPageOf = (ids: readonly ProductId[], words: string): boolean => {
    const asked = askedIn(words);
    const language = hasHan(words) ? 'zh' : 'en';
    return ids.some(id => {
      const product = view.byId.get(id);
      return product !== undefined && pageSays(product, asked, language).said.length > 0;
    });
  };
  const isOneModel = ([first, ...others]: readonly ProductId[]): boolean =>
    first !== undefined && others.every(other => names.areOneModel(first, other));
  const isInSizes = (id: ProductId | undefined): boolean =>
    id !== undefined &&
    new Set(names.formsOf(id).flatMap(({ attributes }) => (attributes.size ?? []).filter(size => /^\d/.test(size))))
      .size > 1;
  return (
    goods: GoodsSpokenOf,
    { saidOfIt, taste, told, likes, takeOut, ordered }: ToldNow,
    memory: ConversationMemory,
  ) => {
    const { original, spoken, reading, policy, weighed, choosing, named, extreme, compares, meant, asksOfIt } = goods;
    const { folded } = reading;
    const talk = spokenOfNow(folded, taste.preferences, memory, view);
    const pointed = pointedAt(saidOfIt, talk);
    const likeShown = asksForLike(folded) ? pointed : undefined;
    const asked = policy?.next ? undefined : dealAskedNow(folded, memory, saidOfIt.code, vocabulary);
    const isWholeList =
      talk.shown.length > 1 && talk.focus === undefined && named.length === 0 && pointed === undefined;
    const ofNamed = named.length > 0 ? view.byId.get(named[0]!) : undefined;
    const choice =
      ofNamed || memory.shown.length > 0 || pointed !== undefined
        ? (choiceAsked(folded) ??
          (ofNamed ? choiceAsked(asIt(folded, ofNamed)) : undefined) ??
          (named.length === 1 || isCloseUp(talk) ? choiceInClause(folded) : undefined) ??
          ((named.length === 1 || isCloseUp(talk)) && asksOtherColourOfIt(folded) ? ('colour' as const) : undefined) ??
          (asksValue(folded) &&
          isInSizes(
            named.length === 1 ? named[0] : (talk.focus ?? (talk.shown.length === 1 ? talk.shown[0] : undefined)),
          )
            ? ('price' as const)
            : undefined) ??
          (isWholeList && asksPriceBarely(folded, talk) ? ('price' as const) : undefined) ??
          (asksColourPrice(folded) && (named.length === 1 || isCloseUp(talk) || isOneModel(talk.shown))
            ? ('price' as const)
            : undefined) ??
          (asksUnitPrice(folded) && clausesOf(folded).every(({ text }) => asksUnitPrice(text) || asksValue(text))
            ? ('price' as const)
            : undefined))
        : undefined;
    const ofKind = kindAskedIn(folded, vocabulary, memory);
    const wanted = othersWanted(folded, memory, saidOfIt.ordinal);
    const others = ofKind === 'only' ? { ...wanted, only: true, unlikeShown: true } : wanted;
    // "Which jacket is lighter", of a list of mugs, looks for jackets.
    const degree = weighed && isOfShown(taste.preferences, memory, view) ? weighed : undefined;
    const unproved = claims.filter(claim => folded.search(claim.said) >= 0);
    const present = asksPresent(folded);
    const ofRoles = policy || takeOut ? undefined : roleTalk(rolesIn(spoken.folded), taste, memory);
    const saidToShop = (takeOut || ordered || policy ? undefined : shopTalk(spoken.folded, memory)) ?? ofRoles;
    // What is asked of a promotion by its name is answered by its rules.
    const isOfRules =
      (saidToShop === 'sale-soon' && asked !== undefined) ||
      (saidToShop === 'code-refused' && saidOfIt.code !== undefined);
    const ofShop = isOfRules ? undefined : saidToShop;
    // "You didn't answer the unisex bit": asked once more of the one on the table.
    const asksAnew = goodsOnTable(talk) && saysUnanswered(folded) && askedIn(folded).some(one => one.kind);
    const upset = ofRoles === undefined && !asksAnew && isUpset(folded, original, memory);
    const cold = meant.length > 0 || memory.focus || memory.shown.length === 1 ? temperatureAsked(folded) : undefined;
    const ofProperty = propertyAsked(folded);
    // 有护手霜吗: what is asked for is its name, and nothing that it has.
    const isItsName = ofProperty !== undefined && named.length > 0 && names.isNameOf(ofProperty, named[0]!);
    const sold = soldAsked(folded) ?? (named.length > 0 ? undefined : shelfAsked(folded));
    const property = cold ?? (isItsName || sold !== undefined ? undefined : ofProperty);
    const comparedBy = compares
      ? {
          asks: askedIn(folded).filter(one => one.kind),
          degree: degreeCompared(folded),
          ...(goods.pricedApart ? { price: goods.pricedApart.asks, kinds: goods.pricedApart.kinds } : {}),
        }
      : undefined;
    const only = onlyTold(folded);
    // M码 绿色 有货吗 is asked of the one on the table, whatever a page says of stock.
    const isOfPage = policy !== undefined && !asksIfHad(folded);
    const thing = isOfPage || compares || extreme ? undefined : pointed;
    const about = thing === undefined ? undefined : view.byId.get(thing);
    const isOnTable =
      goodsOnTable(talk) && policy === undefined && sold === undefined && !compares && !extreme && !weighed;
    const byKind = isOnTable && named.length === 0 ? asksByKind(folded) : [];
    const asksOwnThing = named.length === 0 && !isOfPage && ownThingsAsked(folded, told.facts, about).length > 0;
    const isOtherGoods =
      named.length === 0 &&
      about !== undefined &&
      (asksOwnThing ||
        sold !== undefined ||
        // "It is tools. I meant kitchen, something for cooking": what is needed, whatever points.
        ((!pointsAtIt(folded) || leadsToOthers(folded) || goods.need !== undefined) &&
          (!asksOnceMore(folded) || goods.need !== undefined || asksForSuch(folded)) &&
          !byKind.some(one => one.kind === 'amount') &&
          // "Or an eye mask, or earplugs?", after a kettle: other goods are asked for.
          asksForOthers(folded, about, likes, told.facts)));
    const ofIt =
      isOnTable && about !== undefined && folded.length <= longest && !takeOut && !ordered
        ? asksInEach(folded, about, vocabulary, isOfGoods, isOfItsPage)
        : undefined;
    const ofShown =
      isOnTable &&
      about !== undefined &&
      named.length === 0 &&
      saidOfIt.code === undefined &&
      !takeOut &&
      !ordered &&
      !asksOfHealth(folded) &&
      asksOfShown(folded, about);
    const isBare =
      ofShown ||
      (isOnTable && named.length === 0 && ((likes.length === 0 && asksBarely(folded)) || ofIt !== undefined));
    // 我是问锅盖: whatever form it has.
    const asksAgain = asksOnceMore(folded) && likes.length === 0 && isOnTable;
    const asksThing = about !== undefined && !isOtherGoods && (asksOfIt || byKind.length > 0 || isBare || asksAgain);
    // How big, how heavy, how long.
    const asksAmount = !ofDelivery.test(folded) && askedIn(folded).some(one => one.kind);
    // Of what was shown just now: of the one, or of each of several.
    const follows = asksThing && (byKind.length > 0 || isBare) ? ('one' as const) : undefined;
    const ofAll =
      byKind.length > 0 ||
      about !== undefined ||
      !isOnTable ||
      choice !== undefined ||
      choosing ||
      asksOwnThing ||
      asksForOwn(folded)
        ? byKind
        : property !== undefined && (pointsAtIt(folded) || isOnPageOf(talk.shown, property))
          ? askedIn(property)
          : likes.length === 0 && asksOfIt && (pointsAtIt(folded) || asksOnceMore(folded)) && folded.length <= shortest
            ? askedIn(folded)
            : [];
    const isOfList =
      about === undefined &&
      ofAll.length > 0 &&
      talk.shown.length > 1 &&
      !asksWithout(folded) &&
      (!likes.some(p => kinds.has(p.slot) && folded.replaceAll('咖啡因', '').includes(p.quote)) ||
        (byKind.length > 0 && !hasSome.test(folded) && isOfShown(taste.preferences, talk, view))) &&
      !takeOut &&
      !ordered &&
      !ofItsFit.test(folded);
    // "The grams of the tempo and the swiftfeather".
    const ofNamedOnes =
      named.length > 1 && asksOfIt && !compares && !takeOut && !ordered && !policy && !choosing
        ? askedIn(folded).filter(one => one.kind)
        : [];
    const ofEach = isOfList ? ofAll : ofNamedOnes.length > 0 ? ofNamedOnes : undefined;
    const inAll =
      isOnTable && named.length === 0 && talk.shown.length > 1 && !saidOfIt.ordinal
        ? comesAsked(folded, likes)
        : undefined;
    const isNamed = named.length > 0 || (saidOfIt.ordinal ?? 0) !== 0;
    // Of what was looked at just now: said so, or asked in words that are asked of a thing alone.
    const pointsBack =
      saidOfIt.ordinal === 0 ||
      pointsAtIt(folded) ||
      asksOnceMore(folded) ||
      (isCloseUp(talk) && asksAmount) ||
      follows !== undefined;
    const askedAs = isNamed ? ('named' as const) : pointsBack ? ('spoken-of' as const) : undefined;
    const askedThing = asksThing && !ofDelivery.test(folded) ? askedAs : undefined;
    const cut = cutAsked(folded, taste.forWhom !== 'self' && taste.forWhom !== 'child');
    // 铸铁锅和不粘锅哪个好: what one of the two is called is no reason to take it.
    const beside = choosing ? besideIn(spoken.folded) : undefined;
    const sides = choosing ? (sidesIn(spoken.folded) ?? (beside === undefined ? undefined : [beside])) : undefined;
    const isSide = (quote: string): boolean =>
      sides?.some(words => words.includes(fold(quote)) || fold(quote).includes(words)) ?? false;
    const advice =
      choosing && !takeOut && !ordered && !(goods.need?.isSold && memory.shown.length === 0)
        ? adviceAsked(spoken.folded, {
            ...choosing,
            shown: isOfShown(taste.preferences, memory, view) ? memory.shown : [],
            likes: likes.filter(
              p => p.slot !== 'product' && p.slot !== 'category' && p.slot !== 'budget' && !isSide(p.quote),
            ),
            forWhom: taste.forWhom,
            before: [...(memory.search ?? []), ...(memory.told ?? [])].map(one => one.quote).join(', '),
            budget: saidOfIt.budget,
            cut: cut?.wanted === 'adult' ? undefined : cut,
            isSide,
            withoutSides: text => (sides ?? []).reduce((rest, words) => rest.replace(words, ' '), text),
          })
        : undefined;
    return {
      shopTalk: ofShop,
      talk,
      pointed,
      likeShown,
      upset,
      asked,
      choice,
      others,
      ofKind,
      degree,
      unproved,
      present,
      property,
      comparedBy,
      only,
      thing,
      asksThing,
      isOtherGoods,
      asksOwnThing,
      sold,
      asksAmount,
      askedThing,
      advice,
      follows: byKind.length > 0 || ofIt !== undefined || ofShown ? follows : undefined,
      isBare: follows !== undefined && byKind.length === 0 && ofIt === undefined && !ofShown,
      inEach:
        asksThing && (ofIt === 'several' || (isNamed && asksOfNamedFirst.test(folded) && !doesSomething.test(folded))),
      ofEach,
      inAll,
      cut,
    };
  };
};
