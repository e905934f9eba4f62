/** Which goods a message speaks of, by name, place, comparison or use, and the text it is read as from there on. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { languageOf } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Turn } from '../../turn.ts';
import { asksBreakdown, asksCartSum } from '../cart/cart-sum.ts';
import { thingsNamed } from '../cart/cost-lines.ts';
import { listedApart } from '../cart/listed-apart.ts';
import { packsAsCount } from '../cart/packs-said.ts';
import { quantityAsked, speaksOfQuantity, withoutCounting } from '../cart/quantity-asked.ts';
import { wishesTrait } from '../cart/trait-wished.ts';
import { goodsOfOrders } from '../ground/goods-lying.ts';
import { isOfClaim } from '../orders/claim-told.ts';
import { tellsOfHarm } from '../orders/trouble-told.ts';
import { goesAbroad } from '../pages/policy-asked.ts';
import { ruleAsked } from '../pages/rule-asked.ts';
import { tellsWhomAnew } from '../people/people-told.ts';
import { asksAdvice, tellsUse, weighsByDegree, weighsByUse } from '../product/advice-asked.ts';
import { asksOfHealth, concernsHealth } from '../product/asks-of-goods.ts';
import { asksOfThing } from '../product/thing-asked.ts';
import type { ShopReader } from '../shop-reader.ts';
import { isNotOurTrade } from '../talk/not-our-trade.ts';
import { ownedIn } from '../talk/roles.ts';
import { inChineseWords } from '../text/chinese-slips.ts';
import { withoutCodes } from '../text/reading.ts';
import { besideTrait } from '../wishes/beside-trait.ts';
import { goodsMeant } from '../wishes/goods-meant.ts';
import { inUnitTold } from '../wishes/in-unit-told.ts';
import { goneAsWish, lackAsWish } from '../wishes/lack-told.ts';
import { isOnlyCut } from '../wishes/query.ts';
import { reproachedIn } from '../wishes/reproached.ts';
import { withoutMisheard, withoutSizesFrom } from '../wishes/text-to-read.ts';
import { owningIn } from '../wishes/told-in-search.ts';
import { wishWithoutTrait } from '../wishes/without-trait.ts';
import { amongShown } from './among-shown.ts';
import { bothNamedIn, onlyBeside } from './both-named.ts';
import { createCalling } from './called-on-table.ts';
import { colourTold } from './colour-told.ts';
import { asksApartOfKind, comparedIn, holdsAgainst, isComparing, sidesIn } from './compared.ts';
import { degreeAsked } from './degrees.ts';
import { asPlaceInList, describedOne, saysPrice } from './described.ts';
import { extremeOf } from './extreme-asked.ts';
import { kindAskedIn } from './kind-asked.ts';
import { withoutLacking } from './lacking-told.ts';
import { markAsked } from './mark-asked.ts';
import { createOnlyOne } from './only-one.ts';
import { isPlainWord } from './plain-word.ts';
import { createPricedApart } from './priced-apart.ts';
import { shadeTold } from './shade-told.ts';
import { withShownFirst } from './shown-first.ts';
import { placedInForm, shownInForm } from './shown-in-form.ts';
import { createSumSpokenOf } from './sum-spoken-of.ts';
import { topOfList } from './top-of-list.ts';

const opensWithIt = /^(?:(?:and|so|but|ok)[, ]+)*(?:is|are|does|do|can|will|has|have) (?:it|they)\b(?!.* than\b)/;

const pointsByWord = /^(?:(?:and|so|ok|hm+)[, ]+)*the [a-z' -]{3,24} one[?.! ]*$/u;
/** A description's place, as it was put. */
const placePut = /(?<=第|the )(\d)(?=个|(?:st|nd|rd|th) one)/;
const placeSaid = /第 ?[一二三四五\d]|\b(?:first|second|third|fourth|fifth|last) (?:one|pair)\b/u;

/** What the goods of a message are; `policy`, `sum` and `weighed` are matters that take the message for themselves. */
export type GoodsReader = ReturnType<typeof createGoodsReader>;
export type GoodsSpokenOf = ReturnType<GoodsReader>;

/** "A face wash to go with it": other goods, whatever they go with. */
const besideIt = /\bto go (?:well )?(?:with|alongside) (?:it|this|that|them|these|those|that one|this one)\b/giu;

export const createGoodsReader = (reader: ShopReader) => {
  const { view, names, vocabulary, read, needIn, thingNamed } = reader;
  const bothNamed = bothNamedIn(reader);
  const pricedApart = createPricedApart(reader);
  const { onlyOne, namesElsewhere } = createOnlyOne(reader);
  const sumOf = createSumSpokenOf(reader);
  const { calledIn, heldAgainst, isOfIt, isOnlyOfIt, inSaidColour } = createCalling(reader);

  /** `isAnswer`: a flow waits, and things are described of its own list, not of the one shown. `of`: the one that is meant, whatever is named. */
  return (text: string, turn: Turn, memory: ConversationMemory, isAnswer: boolean, of?: ProductId) => {
    const apart = listedApart(withoutSizesFrom(withoutMisheard(text)));
    const heard = withShownFirst(topOfList(apart, memory), memory, view);
    const inUnit =
      packsAsCount(heard, memory, view) ?? (isAnswer ? undefined : inUnitTold(heard, memory, view)) ?? heard;
    const original = (isAnswer ? undefined : shadeTold(inUnit, memory, reader)) ?? inUnit;
    const spoken = read(original.replace(besideIt, ' '));
    const language =
      languageOf(withoutCodes(spoken.folded)) ??
      memory.language ??
      (turn.locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en');
    const inChina = view.shop.currency === 'CNY';
    const asSaid = inChineseWords(spoken.folded);
    const leaves = goesAbroad(asSaid);
    const abroad = inChina ? leaves : undefined;
    const onTable = memory.focus === undefined ? memory.shown : [memory.focus, ...memory.shown];
    // Of an order that is spoken of, what it holds is meant, and no other pack of it.
    const prefer = [...goodsOfOrders(memory), ...onTable, ...(memory.seen ?? [])];
    const calledAsSaid =
      of !== undefined
        ? [of]
        : isAnswer
          ? names.named(spoken.folded, prefer)
          : calledIn(withoutLacking(spoken.folded), memory, prefer).filter(
              id => onTable.includes(id) || !isPlainWord(spoken.folded, id, memory, names),
            );
    const inForm =
      of === undefined && !isAnswer
        ? (shownInForm(spoken.folded, calledAsSaid, names) ??
          (calledAsSaid.length > 0
            ? undefined
            : placedInForm(
                spoken.folded,
                asPlaceInList(
                  spoken.folded,
                  memory.shown.flatMap(id => view.byId.get(id) ?? []),
                  vocabulary,
                ),
                memory.shown,
                names,
              )))
        : undefined;
    const called = inForm === undefined ? calledAsSaid : [inForm];
    // "Is it water resistant", of what is on the table, names no rice water.
    const outright =
      (opensWithIt.test(spoken.folded) || isOfIt(spoken.folded, called) || isOnlyOfIt(spoken.folded, prefer)) &&
      onTable.length > 0 &&
      !called.some(id => onTable.some(other => names.areOneModel(id, other))) &&
      !sidesIn(spoken.folded)
        ? []
        : called;
    const calling = {
      thingNamed: (words: string) => thingNamed.of(words, prefer),
      inFormOf: thingNamed.inFormOf,
      tellsForm: thingNamed.tellsForm,
    };
    const tableOf = (ids: readonly ProductId[]) => ids.flatMap(id => view.byId.get(id) ?? []);
    const rule = ruleAsked(spoken.folded, {
      language,
      memory,
      inChina,
      abroad,
      table: tableOf(memory.focus === undefined ? memory.shown : [memory.focus]),
      isAnswer,
    });
    const cartSum = !isAnswer && asksCartSum(spoken.folded, memory) && !(memory.sum && asksBreakdown(spoken.folded));
    const sum =
      isAnswer || cartSum || rule?.outright || isOfClaim(rule?.name)
        ? undefined
        : sumOf(spoken.folded, memory, calling, leaves);
    const policy = sum || cartSum ? undefined : rule;
    const ofPrice = policy || sum || of !== undefined || isAnswer ? undefined : pricedApart(spoken.folded, onTable);
    const sides = policy || sum || of !== undefined ? undefined : (ofPrice?.pair ?? bothNamed(spoken.folded, prefer));
    const weighed =
      !policy && !sum && !sides && memory.shown.length > 1
        ? (degreeAsked(spoken.folded) ??
          (isAnswer || outright.length > 0 ? undefined : markAsked(spoken.folded, tableOf(memory.shown), vocabulary)))
        : undefined;
    const isTaken = policy !== undefined || cartSum || sum !== undefined || weighed !== undefined;
    const list = isTaken || isAnswer ? [] : memory.shown.flatMap(id => view.byId.get(id) ?? []);
    const asksOfKind = kindAskedIn(spoken.folded, vocabulary, memory) !== undefined;
    const picksNone = asksOfKind || wishesTrait(spoken.folded, vocabulary);
    // "The cycling one", of a list, by a word of its name.
    const isPointed = pointsByWord.test(spoken.folded) && outright.length === 1 && memory.shown.includes(outright[0]!);
    const placeInList =
      (outright.length > 0 && !isPointed) || picksNone ? undefined : asPlaceInList(spoken.folded, list, vocabulary);
    const inList = placeInList !== undefined && namesElsewhere(spoken.folded, list, prefer) ? undefined : placeInList;
    // What goods do to somebody's health is answered from no page of one.
    const isOfHealth = asksOfHealth(spoken.folded) || concernsHealth(spoken.folded);
    const asksForm = !isOfHealth && asksOfThing(spoken.folded);
    const inColour =
      outright.length > 0 || inList !== undefined || isTaken || isAnswer || !asksForm
        ? undefined
        : colourTold(
            spoken.folded,
            tableOf(memory.focus === undefined ? memory.shown : [memory.focus]),
            vocabulary,
            names,
          );
    const namedAsSaid =
      outright.length > 0 || inList !== undefined || inColour || !(asksForm || isComparing(spoken.folded)) || policy
        ? outright
        : onlyOne(spoken.folded, prefer);
    // "The trench", of a list before the last one.
    const isNamed = namedAsSaid.length > 0 || inList !== undefined || inColour !== undefined || isTaken || isAnswer;
    const before = isNamed
      ? undefined
      : describedOne(
          spoken.folded,
          (memory.seen ?? []).flatMap(id => view.byId.get(id) ?? []),
          vocabulary,
        );
    const saidBefore = before ? [before.id] : namedAsSaid;
    const asksOfNamed = saidBefore.length > 0 && asksForm;
    // "He has enough beans, something to make coffee with?"
    const beside = (memory.search?.length ?? 0) > 0 ? owningIn(spoken.folded)?.rest : undefined;
    const owned = isAnswer ? undefined : ownedIn(reader.rolesIn(spoken.folded), reader.thingsIn);
    const isFresh = !isAnswer && onTable.length === 0 && (memory.search?.length ?? 0) === 0;
    const need =
      isTaken ||
      asksOfHealth(spoken.folded) ||
      inList !== undefined ||
      inColour ||
      sides ||
      asksOfNamed ||
      // "My skin is red, I used the cream you sold me".
      tellsOfHarm(spoken.folded) ||
      (onTable.length > 0 && tellsWhomAnew(spoken.folded))
        ? undefined
        : ((owned ? needIn(owned.rest, isFresh) : undefined) ??
          needIn(spoken.folded, isFresh) ??
          (beside ? needIn(beside) : undefined) ??
          (asksForm ? undefined : goodsMeant(spoken.folded, memory, reader)));
    const isTold = isTaken || (asksForm && (saidBefore.length > 0 || placeSaid.test(spoken.folded)));
    const wishedBeside =
      isTold || asksOfHealth(spoken.folded) || besideTrait(spoken.folded)
        ? undefined
        : wishWithoutTrait(spoken.folded, vocabulary);
    const put =
      inList ??
      inColour?.text ??
      need?.text ??
      wishedBeside ??
      (isTold ? undefined : ((owned ? undefined : lackAsWish(spoken.folded, vocabulary)) ?? goneAsWish(spoken.folded)));
    const reading = put === undefined ? spoken : read(put);
    const { folded } = reading;
    const asksOfIt = put === undefined ? asksForm : !isOfHealth && asksOfThing(folded);
    // The one shoe that is called a woman's is not named by "not women's".
    const onlyCut = !isTaken && isOnlyCut(reading);
    const ofList = weighed || sides ? [] : comparedIn(folded, memory.shown, memory.focus);
    const count = quantityAsked(folded, memory);
    const notOurTrade = isNotOurTrade(folded);
    // "Face cream?? I asked for shoes" is about no face cream.
    const isReproach = memory.shown.length > 0 && reproachedIn(folded).length > 0;
    const named =
      need || onlyCut || asksApartOfKind(folded) || folded.length > 400 || notOurTrade || isReproach
        ? []
        : count?.of === 'all' || speaksOfQuantity(folded)
          ? names.named(withoutCounting(folded), prefer)
          : inColour
            ? [inColour.id]
            : put === undefined
              ? saidBefore.filter(id => !(policy && names.plainWordOf(id, spoken.folded) !== undefined))
              : names.named(folded, prefer);
    const extreme =
      named.length > 0 ? undefined : (extremeOf(folded, memory.shown, view) ?? amongShown(folded, memory));
    const placed = inList === undefined ? undefined : memory.shown[Number(placePut.exec(inList)?.[1]) - 1];
    const aside = named.length === 0 && !isTaken ? onlyBeside(names, spoken.folded, prefer) : undefined;
    const other = named.length === 1 ? named[0] : (placed ?? aside);
    const against = holdsAgainst(spoken.folded) && other !== undefined ? heldAgainst(other, memory) : undefined;
    const compared =
      sides ??
      against ??
      (named.length > 1 && holdsAgainst(folded) ? named : named.length === 0 && !extreme ? ofList : []);
    const compares = compared.length > 1;
    const asksWhich =
      asksAdvice(spoken.folded) ||
      (compares && weighsByUse(spoken.folded)) ||
      (memory.shown.length > 1 && weighsByDegree(spoken.folded)) ||
      (memory.shown.length === 2 && memory.lastIntent === 'product-details' && tellsUse(spoken.folded));
    const mayAdvise = !policy && !sum && !isAnswer && !isOfHealth && !ofPrice && asksWhich;
    const choosing = mayAdvise
      ? { named: thingsNamed(spoken.folded, calling), isNamed: outright.length > 0, compared }
      : undefined;
    const meant = compares ? compared : extreme ? [extreme] : inSaidColour(named, folded);
    return {
      original,
      spoken,
      language,
      abroad,
      sum,
      cartSum,
      policy,
      weighed,
      isTaken,
      need,
      owned,
      put,
      reading,
      asksOfIt,
      onlyCut,
      count,
      notOurTrade,
      isPrivate: wishedBeside !== undefined,
      named,
      isShownInForm: inForm !== undefined && named.length === 1 && named[0] === inForm,
      extreme,
      compares,
      ...(ofPrice ? { pricedApart: ofPrice } : {}),
      choosing,
      placed,
      priced: inList !== undefined && saysPrice(spoken.folded),
      meant,
    };
  };
};
