/** What is asked of one product or of those shown: its page, yes or no, what there is to choose, how they differ, and why it was shown. */
import type { Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { type Asked, askedIn } from '../../knowledge/retrieval/goods/page-asked.ts';
import { type PageAnswer, pageSays } from '../../knowledge/retrieval/goods/page-says.ts';
import { plainWordsIn } from '../../knowledge/retrieval/goods/plain-words.ts';
import { holds, valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { isRemark } from '../../knowledge/retrieval/goods/remarks.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { asksApart, asksWhichToTake } from '../understand/pointing/compared.ts';
import { accessoryAsked } from '../understand/product/accessory-asked.ts';
import { asksAdvice } from '../understand/product/advice-asked.ts';
import { choiceAsked } from '../understand/product/choice-asked.ts';
import { asksColourPrice } from '../understand/product/colour-price.ts';
import { asksIfWithIt } from '../understand/product/property-asked.ts';
import { asksSheet } from '../understand/product/sheet-asked.ts';
import { asksNumber } from '../understand/product/stock-asked.ts';
import { clausesOf } from '../understand/text/clauses-asked.ts';
import { isOfOtherScale } from '../understand/text/sizes.ts';
import { advised, takenOf } from './advice.ts';
import { comesWith, readByWords } from './asked-by-words.ts';
import { choicesOf, colourPrices, inAllSizes } from './choices-of.ts';
import { compareBy } from './compare.ts';
import { byDegree } from './degrees.ts';
import { type Decide, type Draft, suggest } from './draft.ts';
import { eachComes } from './each-comes.ts';
import { eachSays } from './each-says.ts';
import { asMayBe, mayAnswer, namesThing } from './from-shop.ts';
import { madeFor } from './made-for.ts';
import { notSold } from './not-sold.ts';
import { answered, certainAnswer } from './page-answer.ts';
import { addable, saidOf } from './page-says.ts';
import { listProducts } from './shopping.ts';
import { summed, summedOff } from './sum.ts';
import { whomFor } from './whom-for.ts';
import { type AskedOf, answerOf } from './yes-or-no.ts';

/** Two that are named in one message are those that "both" means next. */
const withBoth =
  (decide: Decide): Decide =>
  (turn, understanding, facts) => {
    const draft = decide(turn, understanding, facts);
    const { products } = understanding.entities;
    return products.length === 2 && !draft.memory?.shown
      ? { ...draft, memory: { ...draft.memory, shown: products } }
      : draft;
  };

const aboutProduct =
  (aspect: 'details' | 'stock'): Decide =>
  (turn, understanding, facts) => {
    const { choice, degree } = understanding;
    if (understanding.sum)
      return summedOff(summed(understanding.sum, facts, understanding.entities.quantity), understanding.said);
    const advice = understanding.advice ? advised(understanding.advice, facts, understanding.language) : null;
    if (degree && facts.listed && facts.listed.length > 1) {
      const byMarks = byDegree(facts.listed, degree, understanding.language);
      // What no number and no mark tells, a page may in its own words.
      const alsoWhich = advice && !isUnsaid(advice) && asksTwice(understanding.said ?? '');
      if (!isUnsaid(byMarks)) return advice && alsoWhich ? both(byMarks, advice) : byMarks;
      if (advice && !isUnsaid(advice)) return advice;
      const inWords = degree.kind
        ? eachSays(facts.listed, [{ kind: degree.kind, words: '', terms: [] }], facts, understanding.language)
        : undefined;
      return inWords?.parts.some(part => part.kind === 'each-says' && part.of.length > 1) ? inWords : byMarks;
    }
    const [first, second] = facts.compared ?? [];
    // "What is the difference, and which is better after a meal?"
    const besides = advice && !isUnsaid(advice) && first && second && asksApart(fold(understanding.said ?? ''));
    if (advice && besides) return both(compareBy([first, second], understanding, facts), advice);
    if (advice) return advice;
    if (understanding.ofEach && facts.listed && facts.listed.length > 1)
      return eachSays(facts.listed, understanding.ofEach, facts, understanding.language);
    if (understanding.inAll && facts.listed && facts.listed.length > 1)
      return eachComes(facts.listed, understanding.inAll, facts.listedForms ?? []);
    // "Which colour is cheapest?", also of a list with nothing else on it.
    const inColours = choice === 'price' && asksColourPrice(fold(understanding.said ?? ''));
    const ofColours = inColours ? (facts.focus ?? facts.listed?.[0]) : undefined;
    if (ofColours) return colourPrices(ofColours, facts.family ?? facts.listed ?? []);
    const choosing = choice
      ? facts.focus
        ? choice === 'price'
          ? inAllSizes(facts.focus, facts.family ?? [])
          : [facts.focus]
        : (facts.listed ?? [])
      : [];
    if (choice && choosing.length > 0) {
      const choices = choicesOf(choosing, choice, facts.family ?? []);
      const [only, ...more] = choosing;
      const beside = only && more.length === 0 ? besideChoice(only, understanding) : undefined;
      return beside ? both(choices, beside) : choices;
    }
    if (first && second) {
      const compared = compareBy([first, second], understanding, facts);
      return wantsOneOfThem(understanding) ? takenOf(compared, [first, second]) : compared;
    }
    if (!facts.focus) {
      if (facts.unsold?.certain) return notSold(facts.unsold.what, facts);
      // "How does this work", and nothing was spoken of: any list would be a guess.
      const pointsAtNothing = understanding.entities.ordinal !== undefined && understanding.preferences.length === 0;
      if (facts.products.length > 0 && !pointsAtNothing) return listProducts(turn, understanding, facts);
      // "Does it expire", of a page and no product.
      const fromShop = choice || degree ? null : answered(facts);
      return fromShop ?? { parts: [{ kind: 'which-product' }], suggestions: suggest('recommend') };
    }
    // 详情: nothing of it in particular.
    if (aspect === 'details' && asksSheet(fold(understanding.said ?? ''))) return sheetOf(facts.focus, aspect);
    const family = facts.family ?? [];
    const { focus, asked: all } = inColourMeant(facts.focus, understanding, family);
    const isWhole = (wish: AskedOf): boolean =>
      wish.slot === 'material' &&
      asksOnlyOf.test(understanding.said ?? '') &&
      (valuesOf(focus, 'material') ?? []).length > 1;
    const among = amongTwo(all, focus, understanding.said ?? '');
    // A UK 12 is told by no label: the table of sizes is, where the shop has one.
    const isOther = ({ slot, value }: AskedOf): boolean => slot === 'size' && isOfOtherScale(value);
    const ofTable = among.some(isOther) ? certainAnswer(facts) : null;
    const asked = among.filter(wish => !isWhole(wish) && !(ofTable && isOther(wish)));
    const { property, asks = property === undefined ? [] : askedOfWords(property) } = understanding;
    const page = pageSays(focus, asks, understanding.language);
    const ofWhom = asked.length === 0 ? whomFor(focus, page) : undefined;
    if (ofWhom) return ofWhom;
    // "What about size, do you have it in XL": that one is told.
    // 是纯棉的吗, of cotton and wool: all that it is made of is told.
    const mixed = among.some(isWhole) ? (['material'] as const) : [];
    const chosen = [...mixed, ...(understanding.choices ?? [])]
      .filter(slot => !asked.some(one => one.slot === slot))
      .map(slot => choicesOf([focus], slot, family));
    if (asked.length > 0 || chosen.length > 0 || ofTable) {
      // What a mark is asked to be worth stays with it: "warm enough for -15".
      const isOfMark = page.said.length === 0 && asked.some(({ slot }) => slot !== 'colour' && slot !== 'size');
      const ofMark = isOfMark ? page.open.filter(({ kind }) => kind === 'temperature') : [];
      const answer = asked.length > 0 ? [answerOf(focus, asked, family, ofMark, facts.besides ?? [])] : [];
      const open = page.open.filter(one => !ofMark.includes(one));
      const beside = page.said.length + open.length > 0 ? [saidOf(focus, { ...page, open }, { beside: true })] : [];
      // How many there are is known of all its sizes together.
      const left: Draft[] =
        aspect === 'stock' && focus.stock !== 0 && asksNumber(understanding.said ?? '')
          ? [{ parts: [{ kind: 'product', product: focus, aspect, ofAllSizes: true }] }]
          : [];
      const [first, ...others] = [...(ofTable ? [withFocus(ofTable, focus)] : []), ...answer, ...chosen, ...left];
      return [first!, ...others.map(besideIt), ...beside].reduce(both);
    }
    // The shop's page of such goods tells months and years, where theirs tells little.
    const ofKeeping = asks.length > 0 && asks.every(({ kind }) => kind === 'keeping') && mayAnswer(facts, asks, focus);
    const not = plainWordsIn(fold(understanding.said ?? '')).find(({ word }) => word.contradicts(focus))?.quote;
    const asksIfWith = property !== undefined && asksIfWithIt(understanding.said ?? '') ? property : undefined;
    const withThing = asksIfWith === undefined ? undefined : comesWith(focus, asksIfWith, page, understanding.language);
    if (withThing) return withThing;
    if (page.said.length > 0 && !ofKeeping) return saidOf(focus, page, { not: not?.replace(/的$/u, '') });
    // How it is looked after, and what else goes for all such goods, is told by the shop's pages.
    // Whether it has a lid is told by no page of spare parts.
    const isOfItAlone = property !== undefined && asks.every(({ kind }) => kind === undefined);
    const fromShop = asks.length > 0 && !isOfItAlone && mayAnswer(facts, asks, focus) ? certainAnswer(facts) : null;
    const said = fold(understanding.said ?? '');
    const beside = fromShop ? accessoryAsked(said) : undefined;
    if (fromShop && beside !== undefined && !namesThing(facts, beside))
      return both(saidOf(focus, page, { withIt: beside }), asMayBe(fromShop));
    if (fromShop) return withFocus(fromShop, focus);
    if (page.said.length > 0) return saidOf(focus, page);
    if (asks.length > 0)
      return besideOther(saidOf(focus, page, { withIt: asksIfWith }), page, facts, understanding.language);
    // Beside other requests what only exclaims, or asks what can't be read, is not answered by all that is known.
    if (aspect === 'details' && understanding.beside && (isRemark(said) || isUnread(understanding)))
      return { parts: [], memory: { focus: focus.id, failures: 0 } };
    if (aspect === 'details' && isUnread(understanding)) return saidOf(focus, page);
    const byWords =
      aspect === 'details' && asks.length === 0 ? readByWords(focus, said, understanding.language) : undefined;
    return byWords ?? sheetOf(focus, aspect);
  };

/** Something is asked of the one on the table, or why something is so, and none of it was read. */
const isUnread = ({ said = '', entities }: Understanding): boolean => {
  const folded = fold(said);
  return (
    asksWhy.test(folded) || (entities.products.length === 0 && hasFormOfQuestion(folded) && !asksOfAll.test(folded))
  );
};
const asksWhy = /^(?:(?:and|so|but|ok|wait|hm+)[,. ]+)*why\b|为什么|为啥|凭啥|凭什么/u;
const asksOfAll =
  /\b(?:any good|good|nice|worth|recommend|prices?|priced|costs?|how much|about|details?|info\w*|describe|look|show|see|else|what is (?:it|this|that)|what's (?:it|this|that))\b|介绍|好吗|好不好|值|推荐|多少钱?|价|怎么卖|几块|贵|怎么样|咋样|如何|看|说说|讲讲|什么东西|是什么$/u;

const sheetOf = (focus: Product, aspect: 'details' | 'stock'): Draft => ({
  parts: [{ kind: 'product', product: focus, aspect }],
  offers: 'unprompted',
  memory: { focus: focus.id, failures: 0 },
  suggestions: [...addable(focus), ...suggest('deals')],
});

const withFocus = (draft: Draft, { id }: Product): Draft => ({ ...draft, memory: { ...draft.memory, focus: id } });

/** A stand that it may come with is named, whatever else the word says. */
const askedOfWords = (property: string): readonly Asked[] => {
  const asked = askedIn(property);
  const terms = termsOf(property);
  return asked.length > 0 || terms.length === 0 ? asked : [{ words: property, terms }];
};

const isUnsaid = ({ parts }: Draft): boolean =>
  parts.some(part => (part.kind === 'by-degree' || part.kind === 'advice') && part.how === 'unsaid');

/** 木头的还是塑料的: which of the two it is; of neither both are told. */
const amongTwo = (asked: readonly AskedOf[], product: Product, said: string): readonly AskedOf[] => {
  if (!eitherOr.test(said)) return asked;
  const isSo = (wish: AskedOf): boolean => holds(product, wish);
  return asked.filter(wish => isSo(wish) || !asked.some(other => other.slot === wish.slot && isSo(other)));
};
/** 这双防水吗？跟那双比第一次爬山买哪个: one thing of them all, and which to take. */
const asksTwice = (said: string): boolean => clausesOf(fold(said)).filter(({ asks }) => asks).length > 1;
const eitherOr = /还是|\bor\b/u;

const asksOnlyOf =
  /纯(?!色|素|净)|全(?:是|为)?(?=[棉毛羊皮木铜钢银麻丝])|百分之?百|100 ?%|\b(?:pure|purely|fully|entirely|solid|all|only|just|nothing but) (?:[a-z]+ ){0,2}/u;

/** "The grey one, how big is it?", of a brown one that comes in grey too. */
const inColourMeant = (
  focus: Product,
  { inColour, asksOf = [] }: Pick<Understanding, 'inColour' | 'asksOf'>,
  family: readonly Product[],
): { readonly focus: Product; readonly asked: readonly AskedOf[] } => {
  if (inColour === undefined) return { focus, asked: asksOf };
  const meant = family.find(p => p.stock !== 0 && valuesOf(p, 'colour')?.includes(inColour));
  return meant ? { focus: meant, asked: asksOf } : { focus, asked: [{ slot: 'colour', value: inColour }, ...asksOf] };
};

/** Which to take is asked, and nothing told to choose by. */
const wantsOneOfThem = ({ comparedBy, said = '' }: Understanding): boolean => {
  const folded = fold(said);
  const isByItself = !comparedBy?.degree && (comparedBy?.asks.length ?? 0) === 0;
  return isByItself && (asksWhichToTake(folded) || asksAdvice(folded));
};

/** The second after the first, on one card. */
const both = (first: Draft, second: Draft): Draft => ({ ...first, parts: [...first.parts, ...second.parts] });

/** Where its page says nothing that comes near, another of the list may: cushioned shoes, for bad knees. */
const besideOther = (
  draft: Draft,
  { near, open }: PageAnswer,
  { besides = [] }: TurnFacts,
  language: Language,
): Draft => {
  const found = near === undefined ? besides.flatMap(product => hintedIn(product, open, language)).slice(0, 1) : [];
  return found.length === 0
    ? draft
    : {
        ...draft,
        parts: draft.parts.map(part => (part.kind === 'product-says' ? { ...part, other: found[0]! } : part)),
      };
};
const hintedIn = (
  product: Product,
  open: readonly Asked[],
  language: Language,
): { product: Product; said: string }[] => {
  const { near } = pageSays(
    product,
    open.filter(({ hints = [] }) => hints.length > 0),
    language,
  );
  return near === undefined ? [] : [{ product, said: near }];
};

/** 几岁能玩 有啥颜色: what its page says to what is asked beside the choice. */
const besideChoice = (product: Product, { said = '', language }: Understanding): Draft | undefined => {
  const asks = askedIn(fold(said)).filter(
    ({ kind, clause }) => kind !== undefined && clause !== undefined && choiceAsked(clause) === undefined,
  );
  const page = pageSays(product, asks, language);
  return page.said.length > 0 ? saidOf(product, { ...page, open: [] }, { beside: true }) : undefined;
};

/** Told of the product that was named just before. */
const besideIt = (draft: Draft): Draft => ({
  ...draft,
  parts: draft.parts.map(part => (part.kind === 'product-choices' ? { ...part, beside: true as const } : part)),
});

/** Why it is on the list, from what was asked for and from the model that put it there. */
export const whyProduct: Decide = (_turn, understanding, facts) => {
  const { focus, why, listed = [] } = facts;
  if (!focus || !why) return { parts: [{ kind: 'which-product' }], suggestions: suggest('recommend') };
  const isChosen = listed.length > 1 && wantsOneOfThem(understanding);
  // What all of them are tells nothing of why to take this one.
  const fits = isChosen ? why.fits.filter(({ slot }) => slot !== 'category' && slot !== 'product') : why.fits;
  if (isChosen && fits.length === 0 && !why.reason) return takenOf({ parts: madeFor(listed, false) }, listed);
  return {
    parts: [
      { kind: 'why-product', product: focus, ...why, fits, ...(isChosen ? { beside: true } : {}) },
      ...(isChosen ? madeFor(listed, true) : []),
    ],
    memory: { focus: focus.id, failures: 0 },
    suggestions: [...addable(focus), ...suggest('about-me')],
  };
};

export const productDetails: Decide = withBoth(aboutProduct('details'));
export const stock: Decide = aboutProduct('stock');
