/** What the intent is decided by, of all that was read of a message. */
import { lowPrices } from '../../../knowledge/profile/budget.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { onlyTakesOut } from '../cart/change-asked.ts';
import { asksApartAlone } from '../pointing/compared.ts';
import { meaningAsked } from '../pointing/meaning-asked.ts';
import { withoutSize } from '../pointing/name-in-form.ts';
import { asksForSize } from '../pointing/size-order.ts';
import { asksForThing, asksIfAnyOfThese, asksWhichOfKind, wantsToBuy } from '../product/goods-asked.ts';
import type { TurnRead } from '../turn-read.ts';
import { measuresShown } from '../wishes/in-unit-told.ts';
import { isOtherMatter, tellsOfChild, turnsAway } from '../wishes/told-in-search.ts';
import { kinds, recipientOf } from '../wishes/wished.ts';
import type { IntentInput } from './intent-input.ts';

/** `isAnswer`: a flow waits, and its question may be what is answered. */
export const intentInputOf = (
  { goods, now, questions, memory, reader }: TurnRead,
  classifier: IntentInput['classifier'],
  isAnswer: boolean,
): IntentInput => {
  const { names, view } = reader;
  const { sum, policy, need, reading, onlyCut, count, named, extreme, compares } = goods;
  const { takeOut, ordered, asksCheaper, asksDearer, owning, told, taste, likes, adding, saidOfIt, ofSearch } = now;
  const { forSearch } = now;
  const { choice, others, degree, unproved, present, property, advice, follows, ofEach, askedThing } = questions;
  const { folded } = reading;
  const meaning = meaningAsked(goods.spoken.folded);
  const asksMeaning = meaning !== undefined && (meaning.ofWords || named.length === 0);
  const inForm = taste.preferences.some(p => p.polarity === 'like' && (p.slot === 'colour' || p.slot === 'size'));
  const namesKind = likes.some(p => kinds.has(p.slot));
  const tellsSome = forSearch.length + taste.preferences.length > 0;
  return {
    reading,
    entities: saidOfIt,
    taste,
    memory: questions.talk,
    upset: questions.upset,
    classifier,
    asked: questions.asked,
    policy: policy !== undefined,
    outright:
      policy?.outright === true ||
      (policy?.next === true && (memory.lastIntent === 'question' || memory.lastIntent === 'order-status')),
    meaning:
      !isAnswer &&
      !compares &&
      choice === undefined &&
      (asksMeaning || (memory.lastIntent === 'question' && named.length === 0 && asksApartAlone(folded))),
    need: need !== undefined,
    taught: reader.exactly(folded),
    choice: choice !== undefined,
    property: property !== undefined,
    isName: goods.isShownInForm || (named.length === 1 && names.isNameOf(folded, named[0]!)),
    isNameInForm: named.length === 1 && inForm && names.isNameOf(withoutSize(folded), named[0]!),
    extreme: extreme !== undefined,
    compares,
    ofThing: askedThing,
    follows: follows !== undefined || ofEach !== undefined || questions.inAll !== undefined,
    isBare: questions.isBare,
    otherGoods: questions.isOtherGoods,
    asksOwnThing: questions.asksOwnThing,
    sold: questions.sold !== undefined,
    rulesOut: now.ruledOut.length > 0,
    asksAmount: askedThing !== undefined && questions.asksAmount,
    sum: sum !== undefined || advice !== undefined,
    degree: degree !== undefined,
    shopTalk: questions.shopTalk,
    takesOut: takeOut !== undefined,
    cartSum: goods.cartSum,
    edits: now.edits !== undefined,
    editsOut: now.edits !== undefined && onlyTakesOut(now.edits),
    adds: adding !== undefined,
    lacksPack: now.lacks !== undefined,
    orders: ordered !== undefined,
    ofItsForms: now.ofItsForms && named.length === 0,
    counts: (count !== undefined && takeOut === undefined) || now.resize !== undefined,
    cheaper: asksCheaper || asksDearer,
    otherSize: asksForSize(folded, memory, view),
    likeShown: questions.likeShown !== undefined,
    whichOfKind:
      asksWhichOfKind(folded) &&
      (told.facts.some(f => f.slot === 'product_type' && f.polarity === 1 && reader.isSold(fold(f.value))) ||
        namesKind),
    others: others.only,
    ofKind: questions.ofKind !== undefined,
    present,
    forPets: now.pets !== undefined,
    onlyTold: questions.only,
    narrows:
      now.narrowsPlainly ||
      (ofSearch && (tellsSome || tellsOfChild(folded, recipientOf(memory)) || measuresShown(folded, memory, view))),
    turnsAway: ofSearch && turnsAway(folded, told.facts),
    owns: owning !== undefined && !isOtherMatter(owning.rest) && tellsSome,
    unproved: unproved.length > 0,
    onlyCut,
    correctsSize: now.corrected !== undefined,
    asksThing:
      (asksForThing(folded) || wantsToBuy(folded) || asksIfAnyOfThese(folded)) &&
      told.facts.some(f => f.spoken && f.slot === 'product_type' && f.polarity === 1),
    reproaches: now.reproached.length > 0 && namesKind,
    wantsLowPrice: told.facts.some(f => f.slot === 'price_max' && f.value === lowPrices && f.polarity === 1),
  };
};
