/** Which of some goods to take: the one whose page says what it is to be for, word for word, or the plain truth that none does. */
import { inLanguage, type Language, languages } from '../../knowledge/domain/language.ts';
import { toMajor } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Cut, Gender } from '../../knowledge/retrieval/goods/cut-asked.ts';
import { genderNamed } from '../../knowledge/retrieval/goods/for-whom.ts';
import { valueInWords } from '../../knowledge/retrieval/goods/lexicon.ts';
import { pageSays } from '../../knowledge/retrieval/goods/page-says.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { AdvicePart } from '../product-parts.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { AdviceAsked } from '../understand/product/advice-asked.ts';
import type { Mark } from '../understand/product/advice-circumstances.ts';
import type { Draft } from './draft.ts';
import { addable } from './page-says.ts';
import { pagesOf } from './pages-of.ts';

interface Judged {
  readonly product: Product;
  readonly marks: readonly Mark[];
  readonly said: readonly string[];
  readonly score: number;
}

/** A page's own sentence says more than a mark. */
const ofSentence = 1.5;

const judge = (product: Product, { circumstances, asks, wishes }: AdviceAsked, language: Language): Judged => {
  const sentences = sentencesOf(inLanguage(product.description, language));
  const has = ({ slot, value }: Mark): boolean => valuesOf(product, slot)?.includes(value) ?? false;
  const marks = new Map<string, Mark>();
  const said = new Set<string>();
  let score = 0;
  for (const { marks: wanted, words } of circumstances) {
    const met = wanted.filter(has);
    for (const mark of met) marks.set(`${mark.slot}:${mark.value}`, mark);
    // What is a mark as well is told as one: "Cushioned, breathable and light" adds nothing.
    const sentence = sentences.find(one => words.test(one) && !met.some(mark => namesMark(one, mark)));
    if (sentence) said.add(sentence);
    score += met.length + (sentence ? ofSentence : 0);
  }
  for (const sentence of pageSays(product, asks, language).said) {
    said.add(sentence);
    score += ofSentence;
  }
  for (const wish of wishes.filter(has)) {
    marks.set(`${wish.slot}:${wish.value}`, wish);
    score += 1;
  }
  return { product, marks: [...marks.values()], said: [...said].slice(0, 2), score };
};

const namesMark = (sentence: string, { slot, value }: Mark): boolean => {
  const folded = fold(sentence);
  return [value, ...languages.map(language => valueInWords(slot, value, language))].some(word =>
    folded.includes(fold(word)),
  );
};

const cheapest = (some: readonly Judged[]): Judged =>
  some.reduce((least, one) => (one.product.price.minor < least.product.price.minor ? one : least));

const isCutOtherwise = (product: Product, cut: Cut | undefined): boolean => {
  const gender = genderNamed(product);
  const isOther = (cut?.wanted === 'men' || cut?.wanted === 'women') && gender !== cut.wanted;
  return gender !== undefined && (isOther || (cut?.unwanted?.includes(gender) ?? false));
};

const onlyOneSuits = (pick: Product, listed: readonly Product[], othersFor: Gender): Draft => ({
  parts: [
    {
      kind: 'advice',
      how: 'only',
      pick,
      marks: [],
      said: [],
      tied: listed.filter(product => product !== pick),
      othersFor,
      cheapest: false,
      pages: [],
    },
  ],
  memory: { focus: pick.id, shown: [pick.id], failures: 0 },
  suggestions: addable(pick),
});

/** Null: there is nothing to choose among. */
export const advised = (asked: AdviceAsked, facts: TurnFacts, language: Language): Draft | null => {
  const listed = facts.listed ?? [];
  if (listed.length < 2) return null;
  // For a woman none that is made for men is taken.
  const suited = listed.filter(product => !isCutOtherwise(product, asked.cut));
  const [only, ...rest] = suited;
  if (only && rest.length === 0) return onlyOneSuits(only, listed, asked.cut?.wanted === 'women' ? 'men' : 'women');
  const goods = suited.length > 0 ? suited : listed;
  const within = asked.most === undefined ? goods : goods.filter(p => toMajor(p.price) <= asked.most!);
  const ofList = (within.length > 0 ? within : goods).map(product => judge(product, asked, language));
  const isPlain = asked.circumstances.length + asked.asks.length + asked.wishes.length === 0;
  const isSaid = ofList.some(one => one.score > 0);
  const others =
    isSaid || isPlain || asked.ofNamed ? [] : (facts.kindred ?? []).map(product => judge(product, asked, language));
  const beside = others.filter(
    one => one.score > 0 && (asked.most === undefined || toMajor(one.product.price) <= asked.most),
  );
  const all = beside.length > 0 ? beside : ofList;
  const most = Math.max(...all.map(one => one.score));
  const leading = all.filter(one => one.score === most);
  const pick = cheapest(leading);
  const how: AdvicePart['how'] = isPlain
    ? 'plain'
    : beside.length > 0
      ? 'beside'
      : most === 0
        ? 'unsaid'
        : leading.length > 1
          ? 'tied'
          : 'page';
  // One sort of price is no reason.
  const differs = leading.some(one => one.product.price.minor !== pick.product.price.minor);
  return {
    parts: [
      {
        kind: 'advice',
        how,
        pick: pick.product,
        marks: pick.marks,
        said: pick.said,
        // Those that are as good, of which the least is told to cost least.
        tied: how === 'tied' || how === 'plain' ? leading.filter(one => one !== pick).map(one => one.product) : [],
        cheapest: how !== 'page' && how !== 'beside' && differs,
        pages: how === 'unsaid' ? pagesOf(goods, language) : [],
        ...(within.length === 0 ? { beyond: true } : {}),
      },
    ],
    memory: {
      focus: pick.product.id,
      shown: [...(how === 'beside' ? [pick.product.id] : []), ...goods.map(p => p.id)],
      failures: 0,
    },
    suggestions: addable(pick.product),
  };
};

/** "Which would you take", and nothing told to choose by: the one that costs least stands before what is told of them all. */
export const takenOf = (told: Draft, products: readonly Product[]): Draft => {
  const prices = products.map(product => product.price.minor);
  const least = Math.min(...prices);
  const pick = products[prices.indexOf(least)]!;
  return {
    ...told,
    parts: [
      {
        kind: 'advice',
        how: 'plain',
        pick,
        marks: [],
        said: [],
        tied: products.filter(product => product !== pick),
        cheapest: prices.some(price => price !== least),
        pages: [],
      },
      ...told.parts,
    ],
    memory: { ...told.memory, focus: pick.id, failures: 0 },
    suggestions: addable(pick),
  };
};
