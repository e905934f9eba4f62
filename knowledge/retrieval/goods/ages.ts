/** What suits a child of the age that is told: as the page of the goods lists it, else as such things are given. */
import { type Language, languages } from '../../domain/language.ts';
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import { readNumber } from '../../language/numbers.ts';
import { fold } from '../text/fold.ts';
import { kindsCalled } from './detail-kinds.ts';
import { isForChild, isKind } from './gifts.ts';
import { pageLines } from './page-lines.ts';
import { valuesOf } from './product-match.ts';

/** From which age on, and until which, a kind of goods is played with or used. */
const ages: Readonly<Record<string, readonly [number, number]>> = {
  rabbit: [0, 6],
  bear: [0, 9],
  whale: [0, 9],
  blocks: [1, 7],
  top: [3, 9],
  puzzle: [4, 12],
  kite: [5, 13],
  boardgame: [7, 18],
  plant: [5, 14],
  telescope: [8, 18],
  notebook: [7, 18],
  pen: [10, 18],
  headphones: [5, 18],
  earbuds: [11, 18],
  speaker: [10, 18],
  lunchbox: [4, 18],
  watch: [12, 18],
  radio: [12, 18],
  lipbalm: [8, 18],
  'shoulder-bag': [8, 18],
};
/** A thousand pieces, a child's headphones. */
const ofManyPieces = /\b1,?000 pieces/;
const manyPieces: readonly [number, number] = [11, 18];
const schoolAge: readonly [number, number] = [3, 10];
/** No present for a first birthday. */
const ofSchool = /\bschool ?(?:bag|backpack)/;
const schoolBagAge: readonly [number, number] = [3, 12];

const yearsSaid =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ]*(?:years?|yrs?|y)(?:[- /]*(?:olds?|o))?\b|\b(?:he|she|kid|son|daughter|nephew|niece|boy|girl|brother|sister|cousin)(?:'s| is| are| just|,)?(?: turns| turning| turned| of| aged?| only| just| about| soon| almost| nearly)* (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\baged? (\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th) birthday\b|(\d{1,2}|[一二两三四五六七八九十]{1,2}) ?(?:周?岁)/u;

const monthsSaid =
  /\b(\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ]*months?(?:[- ]*(?:olds?))?\b(?! (?:ago|now|later|warranty|guarantee|subscription))|(?<!\d)(\d{1,2}|[一二两三四五六七八九十]{1,2})个月(?:大|的?(?:宝宝|孩子|娃|小孩))|(?:宝宝|孩子|娃|儿子|女儿)(?:才|刚|今年|现在|都|快|有)*(\d{1,2}|[一二两三四五六七八九十]{1,2})个月(?!前|后|内)/u;

/** In years, where a child's is told; undefined: it is not. Takes folded text. */
const ageSaid = (folded: string): number | undefined => {
  const months = monthsSaid
    .exec(folded)
    ?.slice(1)
    .find(one => one !== undefined);
  if (months !== undefined) return Math.floor(readNumber(months) / 12);
  if (/\bunder (?:one|1|a)(?: year)?\b|(?:不到|未满)(?:一|1) ?(?:周?岁|年)/u.test(folded)) return 0;
  const match = yearsSaid.exec(folded);
  const said = match?.slice(1).find(one => one !== undefined);
  if (said !== undefined) return readNumber(said);
  if (/\b(?:bab(?:y|ies)|newborns?|infants?|first birthday|1st birthday)\b|宝宝|婴儿|周岁|满月|百天/u.test(folded))
    return 1;
  if (/\btoddlers?\b|幼儿(?!园)/u.test(folded)) return 2;
  if (/幼儿园/u.test(folded)) return 5;
  if (/小学生/u.test(folded)) return 9;
  if (/\bteen(?:s|age|ager|agers)?\b|初中生|中学生|青少年/u.test(folded)) return 14;
  return undefined;
};

const ageLine = (product: Product, language: Language): string | undefined =>
  pageLines(product, language).find(({ detail }) => detail?.names.some(name => kindsCalled(name).has('age')))?.text;

/** In years, as a page lists it: "from 3 years", "about 4 to 12 years", "from 12 months", 3 岁以上. */
const ageListed = (product: Product): readonly [number, number] | undefined => {
  for (const language of languages) {
    const line = pageLines(product, language).find(({ detail }) =>
      detail?.names.some(name => kindsCalled(name).has('age')),
    );
    const folded = fold(line?.detail?.value ?? '');
    if (/\bfrom birth\b|新生儿起/u.test(folded)) return [0, oldest];
    const span = /(\d{1,2}) ?(?:to|-|–|到|至) ?(\d{1,2})(?! ?(?:cm|months|厘米|个月))/u.exec(folded);
    if (span) return [Number(span[1]), Number(span[2])];
    const [, years, months] =
      /(?:(?:from|over|age) )?(\d{1,2}) ?(?:years|\+|and up|岁)|from (\d{1,2}) months|(\d{1,2}) 个月以上/u.exec(
        folded,
      ) ?? [];
    if (years !== undefined) return [Number(years), oldest];
    if (months !== undefined) return [Number(months) / 12, oldest];
  }
  return undefined;
};
const oldest = 18;

/** As its page lists it, else as such things are given. */
const rangeOf = (product: Product): readonly [number, number] | undefined => {
  if (!ranges.has(product)) ranges.set(product, readRange(product));
  return ranges.get(product);
};
/** Read once for a product: a search for a child asks it of the whole catalogue. */
const ranges = new WeakMap<Product, readonly [number, number] | undefined>();
const readRange = (product: Product): readonly [number, number] | undefined => {
  const [kindFrom, kindTo] = rangeOfKind(product) ?? [];
  const listed = ageListed(product);
  if (!listed) return kindFrom === undefined ? undefined : [kindFrom, kindTo!];
  return listed[1] === oldest && kindTo !== undefined ? [listed[0], Math.max(kindTo, listed[0])] : listed;
};
const rangeOfKind = (product: Product): readonly [number, number] | undefined =>
  ofManyPieces.test(fold(product.name.en ?? ''))
    ? manyPieces
    : ofSchool.test(fold(product.name.en ?? ''))
      ? schoolBagAge
      : product.attributes.feature?.includes('volume-limited')
        ? schoolAge
        : ages[valuesOf(product, 'product')?.find(kind => kind in ages) ?? ''];

/** "Running shoes for a 5-year-old": goods by what they are; those for children are shown with their age, rather than grown-ups' alone. */
const isCalled = ({ slot, value }: StatedPreference): boolean =>
  slot === 'product' || slot === 'feature' || (slot === 'category' && worn.test(value));
const worn = /shoe|boot|jacket|coat|cloth|wear/;

/** Below this age everything goes into the mouth: what is for older children is not shown at all. */
const smallest = 3;
/** What no child that small can be given; undefined: none that small is told of. */
export const unsafeFor = (
  text: string,
  preferences: readonly StatedPreference[],
): ((product: Product) => boolean) | undefined => {
  const likes = preferences.filter(p => p.polarity === 'like');
  if (!isForChild(likes)) return undefined;
  const age = ageSaid(fold([text, ...likes.map(p => p.quote)].join(' . ')));
  if (age === undefined || age >= smallest) return undefined;
  // A sunscreen for a baby: the children's one is shown with its age, rather than the one for grown-ups alone.
  const isNamed = likes.some(isCalled);
  return product => (rangeOf(product)?.[0] ?? 0) > Math.max(age, 0) && !(isNamed && rangeOfKind(product) === undefined);
};

/**
 * What its page lists for older ones than the child that is told of: no game from 8 on for a boy who turns 5. What is asked for by its name
 * is shown with its age.
 */
export const listedForOlder = (
  text: string,
  preferences: readonly StatedPreference[],
): ((product: Product) => boolean) | undefined => {
  const likes = preferences.filter(p => p.polarity === 'like');
  if (!isForChild(likes) || likes.some(isCalled)) return undefined;
  const age = ageSaid(fold([text, ...likes.map(p => p.quote)].join(' . ')));
  return age === undefined || age >= oldest ? undefined : product => (ageListed(product)?.[0] ?? 0) > age + nearly;
};

/** A year more is for whoever gives it: what is listed from 8 on may be wished for by a child of 7. */
const nearly = 1;

/** As its page lists it, where the child that is told of is younger than that, or older: "from 3 years, not for babies", "about 3 to 10". */
export const listedForOther = (
  text: string,
  preferences: readonly StatedPreference[],
): ((product: Product, language: Language) => string | undefined) => {
  const likes = preferences.filter(p => p.polarity === 'like');
  const age = isForChild(likes) ? ageSaid(fold([text, ...likes.map(p => p.quote)].join(' . '))) : undefined;
  return (product, language) => {
    if (age === undefined) return undefined;
    const [from, to] = ageListed(product) ?? [0, oldest];
    return from > age || to < age - nearly ? ageLine(product, language) : undefined;
  };
};

/** What suits a child of the age that was told comes first, and what it is too old or too young for last. */
export const ageBonus = (
  text: string,
  preferences: readonly StatedPreference[],
): ((product: Product) => number) | undefined => {
  const likes = preferences.filter(p => p.polarity === 'like');
  if (!isForChild(likes) || likes.some(p => p.slot === 'product')) return undefined;
  const age = ageSaid(fold([text, ...likes.map(p => p.quote)].join(' . ')));
  if (age === undefined || age > 18) return undefined;
  return product => {
    const range = rangeOf(product);
    if (!range) return likes.some(isKind) ? 0 : -2;
    return age >= range[0] && age <= range[1] ? 4 : -4;
  };
};
