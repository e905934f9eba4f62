/** What a message tells of taste, and what it puts into the cart or takes out of it. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Entities, Intent, Turn } from '../../turn.ts';
import { addingIn, sizeSearched } from '../cart/adds-asked.ts';
import { withoutReceiver } from '../cart/for-whom.ts';
import { isNumberOfName } from '../cart/number-in-name.ts';
import { inSizeTold } from '../cart/order-as-told.ts';
import { createOrdersNow } from '../cart/orders-now.ts';
import { withoutProviso } from '../cart/proviso.ts';
import { traitOfShelf, wishesOther, wishesTrait } from '../cart/trait-wished.ts';
import { toldGoodsNamed } from '../orders/told-goods.ts';
import type { GoodsSpokenOf } from '../pointing/goods-spoken-of.ts';
import { asksCheaperThanShown, asksDearerThanShown } from '../pointing/price-than-shown.ts';
import { harmedBy, ruledOut } from '../pointing/ruled-out.ts';
import { sortsIn } from '../pointing/sorts-named.ts';
import { withoutContents } from '../product/as-contents.ts';
import { takesAll } from '../product/focus-talk.ts';
import { withMaterialAsThing } from '../product/material-as-thing.ts';
import { isOfSelf, type Said } from '../said/said.ts';
import type { ShopReader } from '../shop-reader.ts';
import { entitiesIn } from '../text/entities.ts';
import { sizeForCount } from '../text/size-or-count.ts';
import { type BesideTrait, besideTrait } from './beside-trait.ts';
import { withColourAsSort } from './colour-as-sort.ts';
import { withFinestKind } from './finest-kind.ts';
import { forPets } from './for-pets.ts';
import { withFreeOf } from './free-of.ts';
import { asksForShade, givenUpIn, isGivenUp } from './given-up.ts';
import { withoutLacked } from './lack-told.ts';
import { withMusts } from './must-have.ts';
import { inOwnWords } from './needs.ts';
import { notedOf } from './noted-of.ts';
import { hurtsTold, objectedIn } from './objected.ts';
import { tasteOf } from './preferences.ts';
import { broughtTo } from './present-asked.ts';
import { besideReproach, reproachedIn, withReproached } from './reproached.ts';
import { sizeCorrected } from './size-corrected.ts';
import { deniesReceiver, textToRead, withoutAdviser } from './text-to-read.ts';
import { isOfSearch, owningIn, toldWishes, withoutOwned } from './told-in-search.ts';
import { asTold, toldPlainly, withoutPlain } from './told-plainly.ts';
import { asksTraitOfShown, asTrait } from './trait-of-shown.ts';
import { withUnused } from './unused.ts';
import { withoutWholeDenied } from './whole-kind.ts';
import { kinds, recipientOf } from './wished.ts';

export type ToldNow = ReturnType<ReturnType<typeof createToldReader>>;

/** What is named counts before a place of the list. */
const withoutPlace = ({ ordinal: _o, quantity: _q, ...entities }: Entities): Entities => entities;
const withoutQuantity = ({ quantity: _, ...entities }: Entities): Entities => entities;

/** A colour and no more of what is looked for. */
const isOneWord = /^[a-z]+[.! ]*$|^\p{Script=Han}{1,3}$/u;
const lookedAt: ReadonlySet<Intent> = new Set(['product-details', 'stock']);

/** Bags are looked at: what they are to hold is told beside them. */
const isInBag = ({ search = [] }: ConversationMemory): boolean =>
  search.some(p => p.polarity === 'like' && holding.test(p.value));
const holding = /bag|pack|tote|duffel|lunchbox|satchel/;

export const createToldReader = (reader: ShopReader) => {
  const { view, vocabulary, factReader, noter, isSold } = reader;
  const ordersIn = createOrdersNow(reader);

  return (goods: GoodsSpokenOf, turn: Turn, memory: ConversationMemory, isAnswer: boolean) => {
    const { original, spoken, isTaken, need, put, reading, count, meant, isPrivate } = goods;
    const { folded } = reading;
    const isLooking = memory.shown.length > 0 || memory.focus !== undefined;
    const objected = isLooking || hurtsTold.test(folded) ? objectedIn(folded) : [];
    const reproached = isLooking ? [...reproachedIn(folded), ...objected] : objected;
    const givenUp = givenUpIn(spoken.folded, vocabulary);
    const orders = ordersIn(goods, memory, isAnswer, reproached.length > 0);
    const { takeOut, resize, edits, isOfOtherSize } = orders;
    const near = (memory.focus === undefined ? memory.shown : [memory.focus]).flatMap(id => view.byId.get(id) ?? []);
    const picksNone =
      (memory.focus === undefined && memory.shown.length > 1 && wishesTrait(spoken.folded, vocabulary)) ||
      wishesOther(spoken.folded, near, vocabulary);
    const unsized = picksNone ? undefined : orders.unsized;
    const counting = entitiesIn(original, folded, reading.money, meant, turn.at);
    const spokenOf = meant.length > 0 ? meant : memory.focus ? [memory.focus] : memory.shown;
    const asSize = sizeForCount(
      folded,
      counting.quantity,
      spokenOf.flatMap(id => view.byId.get(id) ?? []),
    );
    // 两个都要 counts the list, and not how many of each.
    const isOfName = isNumberOfName(
      folded,
      counting.quantity,
      meant[0] === undefined ? undefined : view.byId.get(meant[0]),
    );
    const said = asSize === undefined && !isOfName && !takesAll(folded) ? counting : withoutQuantity(counting);
    const sized = unsized && inSizeTold(unsized, folded, memory, view);
    const ordered = sized && {
      ...sized,
      lines: sized.lines.map(one =>
        isNumberOfName(folded, one.quantity, view.byId.get(one.product)) ? { ...one, quantity: 1 } : one,
      ),
    };
    const [line, ...otherLines] = ordered?.lines ?? [];
    const isOne = line !== undefined && otherLines.length === 0 && ordered?.open.length === 0;
    const asksCheaper = asksCheaperThanShown(folded, said.budget, { memory, view, vocabulary });
    const asksDearer = asksDearerThanShown(folded, { memory, view, vocabulary });
    const names = (text: string): boolean =>
      vocabulary.mentions(text).some(m => m.meanings.some(one => kinds.has(one.slot)));
    const factsIn = (text: string): Said['facts'] =>
      text === '' ? [] : factReader.read({ text, shopSaid: '', forWhom: recipientOf(memory), wanted: [] }).facts;
    const readBeside = ({ refusals, rest }: BesideTrait): Said['facts'] => [
      ...(memory.shown.length > 0 && !names(rest) ? [] : factsIn(rest).filter(fact => fact.polarity === 1)),
      ...factsIn(refusals).filter(
        fact => fact.polarity === -1 || fact.named.some(w => w.meanings.some(m => m.value.endsWith('-free'))),
      ),
    ];
    const asksTrait = asksTraitOfShown(folded, memory);
    const textRead = put === undefined ? textToRead(original, asksTrait) : withoutAdviser(put);
    const heardAsSaid = factReader.read({
      text: textRead,
      // About taste the bot asks by taps alone, whose words come as messages of their own.
      shopSaid: '',
      // 我有糖尿病: left out of what is read, and yet told of whom it is.
      forWhom: (isPrivate && isOfSelf(spoken.folded)) || deniesReceiver(folded) ? 'self' : recipientOf(memory),
      wanted: (memory.search ?? [])
        .filter(p => p.polarity === 'like' && (p.slot === 'product' || p.slot === 'category'))
        .map(p => p.value.replaceAll('-', ' ')),
    });
    const heard = withUnused(asksTrait ? asTrait(heardAsSaid) : heardAsSaid);
    const owning = ((memory.search?.length ?? 0) > 0 ? owningIn(folded) : undefined) ?? goods.owned;
    // Of goods that are looked at, or that are named beside it, what somebody can't have is left out.
    const trait = besideTrait(folded);
    const ofGoods =
      trait !== undefined &&
      (memory.shown.length > 0 || names(trait.rest) || names(trait.refusals.replace(/不要|no /gu, '')));
    const beside = trait && ofGoods ? { ...heard, facts: [...heard.facts, ...readBeside(trait)] } : undefined;
    const needed = need ? inOwnWords(heard, need) : heard;
    const had = beside ?? (owning ? withoutOwned(goods.owned ? needed : heard, owning) : needed);
    const looksForKind = memory.shown.length > 0 && (memory.search ?? []).some(p => kinds.has(p.slot));
    const asked = withMaterialAsThing(had, folded);
    const told = withReproached(withoutLacked(withoutContents(asked, isInBag(memory) || looksForKind)), reproached);
    const noted = notedOf({ heard, told, text: textRead, original, turns: memory.turns }, noter);
    const heardOf = tasteOf({ said: told, folded, shop: view.shop, isStill: recipientOf(memory) === 'child' });
    const own = withoutWholeDenied(heardOf, folded, view);
    const wished = withFreeOf(broughtTo(own, folded, vocabulary), vocabulary);
    const corrected = isAnswer ? undefined : sizeCorrected(folded, original, memory);
    const finest = withFinestKind(withColourAsSort(wished.preferences, memory, view), folded, view);
    // 要防晒的, of jackets, looks for no sunscreen.
    const isShelf = near.length > 0 ? traitOfShelf(spoken.folded, vocabulary) : undefined;
    const kept = withMusts(
      finest.filter(
        p =>
          !isGivenUp(p, givenUp, true) &&
          !(corrected && p.slot === 'size') &&
          !(p.slot === 'category' && p.value === isShelf),
      ),
      folded,
      vocabulary,
    );
    const taste = corrected
      ? { ...wished, preferences: [...kept, corrected], correction: true }
      : { ...wished, preferences: kept };
    const likes = taste.preferences.filter(p => p.polarity === 'like');
    const toAdd =
      isOfOtherSize || picksNone || isTaken || isAnswer || takeOut || edits || resize !== undefined || count || ordered
        ? undefined
        : addingIn({
            reading: { ...reading, folded: withoutProviso(withoutReceiver(folded)) },
            likes,
            entities: said,
            memory,
            view,
            size: asSize,
          });
    const lacks = toAdd?.lacks;
    const adding = lacks === undefined ? toAdd : undefined;
    const saidOfIt: Entities = {
      ...(isOne ? withoutPlace(said) : said),
      ...(isOne ? { products: [line.product], ...(line.quantity > 1 ? { quantity: line.quantity } : {}) } : {}),
      ...(adding?.products.length === 1 ? { products: adding.products } : {}),
      ...(lacks === undefined ? {} : { products: [lacks] }),
      ...(takeOut?.quantity === undefined ? {} : { quantity: takeOut.quantity }),
      ...(adding?.quantity === undefined ? {} : { quantity: adding.quantity }),
    };
    const sizeSaid =
      resize ??
      (isOne ? line.size : undefined) ??
      likes.findLast(p => p.slot === 'size')?.value ??
      adding?.size ??
      asSize;
    const size = sizeSaid ?? sizeSearched(memory);
    const ofSearch = isOfSearch(folded, memory, saidOfIt);
    const isOfOwned = (wish: StatedPreference): boolean =>
      owning !== undefined &&
      wish.polarity === 'like' &&
      owning.clause.includes(wish.value) &&
      !owning.rest.includes(wish.value);
    const inPlainWords = asksCheaper
      ? []
      : toldPlainly(folded, { taste, memory, view, vocabulary }).filter(one => !isOfOwned(one));
    const plain = besideReproach(inPlainWords, reproached);
    const inWords = ofSearch && !asksCheaper ? toldWishes(folded, told.facts, recipientOf(memory), isSold) : [];
    const narrowsPlainly = plain.length > 0 && isOfSearch(asTold(folded), memory, saidOfIt);
    const toldOfList = [...withoutPlain(inWords, plain), ...(ofSearch || narrowsPlainly ? plain : [])];
    const forSearch = besideReproach(toldOfList, reproached);
    const sorts = sortsIn(told.facts, vocabulary, view, taste.forWhom);
    // 红的也行 m码的: of the one that was looked at, where it comes like that.
    const formsTold =
      memory.focus !== undefined &&
      lookedAt.has(memory.lastIntent ?? 'unclear') &&
      !isOneWord.test(folded) &&
      likes.length > 0 &&
      likes.every(p => p.slot === 'colour' || p.slot === 'size')
        ? view.byId.get(
            reader.names.inColour(
              memory.focus,
              likes.flatMap(p => (p.slot === 'colour' ? [p.value] : [])),
            ),
          )
        : undefined;
    const ofItsForms = formsTold !== undefined && likes.every(p => matches(formsTold, p));
    return {
      pets: isAnswer ? undefined : forPets(folded, memory.goods),
      corrected,
      edits,
      takeOut,
      ofItsForms,
      resize,
      ordered,
      isOne,
      asksCheaper,
      asksDearer,
      owning,
      reproached,
      harmed: isAnswer ? [] : harmedBy(folded, [...goods.named, ...toldGoodsNamed(folded, memory, view)], reader.names),
      ruledOut: isLooking ? ruledOut(folded, memory, view, reader.names) : [],
      isOfThisSearch: objected.length > 0 || beside !== undefined,
      ofThisSearch: {
        tells:
          objected.length > 0 ||
          beside !== undefined ||
          givenUp.length > 0 ||
          taste.preferences.some(p => p.polarity === 'dislike' && (kinds.has(p.slot) || p.slot === 'feature')),
        tellsPrice: likes.some(p => p.slot === 'budget'),
        asksForShade: asksForShade(folded),
        // 有别的颜色么, of one, is asked of that one.
        waives: (memory.search ?? []).some(old => old.slot !== 'colour' && isGivenUp(old, givenUp)),
      },
      givenUp,
      told,
      noted,
      taste,
      likes,
      adding,
      lacks,
      saidOfIt,
      size,
      sizeSaid,
      ofSearch,
      forSearch,
      plain,
      narrowsPlainly,
      sorts,
    };
  };
};
