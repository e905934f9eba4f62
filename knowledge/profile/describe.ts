import { inLanguage, type Language } from '../domain/language.ts';
import { formatMoney, type Money } from '../domain/money.ts';
import type { Shop } from '../domain/shop.ts';
import type { ProfileFact } from '../domain/shopper.ts';
import { valueInWords } from '../retrieval/goods/lexicon.ts';
import { aroundOf, budgetMoney, isOfAround, lowPrices, parseBudget } from './budget.ts';
import { personInWords } from './person.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * What is remembered, when it was said, and the words it was taken from: "You like red (said on 3 Nov: “I love red”)". Dates are UTC.
 * `beside`: the facts that hold with it; of an "around" two bounds are kept, and neither is told as what was said.
 */
export const describeFact = (
  fact: ProfileFact,
  language: Language,
  shop: Pick<Shop, 'categories'>,
  beside: readonly ProfileFact[] = [],
): string => {
  const { statedAt: at } = fact;
  const who = personInWords(fact.forWhom, spokenOf(fact, beside), language);
  const around = isOfAround(fact.value, beside) ? aroundOf(beside) : null;
  if (language === 'zh') {
    return `${sentenceZh(fact, who, shop, around)}（${at.getUTCMonth() + 1}月${at.getUTCDate()}日您说：“${fact.quote}”）`;
  }
  return `${sentenceEn(fact, who, shop, around)} (you said on ${at.getUTCDate()} ${months[at.getUTCMonth()]}: “${fact.quote}”)`;
};

/** What was said with the facts of the same person: of "she likes green" it is the wife of "for my wife". */
const spokenOf = ({ forWhom, quote }: ProfileFact, beside: readonly ProfileFact[]): string =>
  [
    quote,
    ...beside
      .filter(other => other.forWhom === forWhom || (other.slot === 'recipient' && other.value === forWhom))
      .map(other => other.quote),
  ].join('. ');

/** A wish in a few words, as a shopper would say it: "red", "up to ¥80", "not leather"; "80 元以内" is said of money in Chinese. */
export const wishInWords = (
  wish: Pick<ProfileFact, 'slot' | 'value' | 'polarity'> & { readonly quote?: string },
  language: Language,
  shop: Pick<Shop, 'categories'>,
): string => {
  const budget = wish.slot === 'budget' ? parseBudget(wish.value) : null;
  if (budget) {
    const amount = formatMoney(budgetMoney(budget));
    if (language === 'zh') return `${amount}${budget.bound === 'max' ? '以内' : '以上'}`;
    return `${budget.bound === 'max' ? 'up to' : 'from'} ${amount}`;
  }
  if (isLow(wish)) return lowInWords[language];
  const what = named(wish, language, shop);
  const sized = wish.slot === 'size' ? (language === 'zh' ? `${what}码` : `size ${what}`) : what;
  if (wish.polarity !== 'dislike') return sized;
  return language === 'zh' ? `不要${sized}` : `not ${sized}`;
};

/** A wish for low prices, no amount named. */
const isLow = ({ slot, value }: Pick<ProfileFact, 'slot' | 'value'>): boolean =>
  slot === 'budget' && value === lowPrices;
const lowInWords: Readonly<Record<Language, string>> = { en: 'low prices', zh: '价格实惠' };

const named = (
  fact: Pick<ProfileFact, 'slot' | 'value'> & { readonly quote?: string },
  language: Language,
  shop: Pick<Shop, 'categories'>,
): string => {
  if (fact.slot === 'category') {
    const category = shop.categories.find(c => c.key === fact.value);
    const name = category ? inLanguage(category.name, language) : fact.value.replaceAll('-', ' ');
    return language === 'en' ? name.toLowerCase() : name;
  }
  if (fact.slot === 'brand') return fact.value.replace(/(^|\s)\p{L}/gu, c => c.toUpperCase());
  if (fact.slot === 'size') return fact.value.toUpperCase();
  if (fact.slot === 'recipient') return personInWords(fact.value, fact.quote ?? '', language);
  return valueInWords(fact.slot, fact.value, language);
};

const sentenceEn = (fact: ProfileFact, who: string, shop: Pick<Shop, 'categories'>, around: Money | null): string => {
  const what = named(fact, 'en', shop);
  const self = fact.forWhom === 'self';
  const other = `For ${who}:`;
  if (fact.slot === 'recipient') return `You are looking for something for ${what}`;
  const budget = fact.slot === 'budget' ? parseBudget(fact.value) : null;
  if (budget) {
    const bound = `${budget.bound === 'max' ? 'up to' : 'from'} ${formatMoney(budgetMoney(budget))}`;
    const text = around ? `around ${formatMoney(around)}, so I look ${bound}` : bound;
    return self ? `Your budget is ${text}` : `${other} budget ${text}`;
  }
  if (isLow(fact)) return self ? 'You would rather not spend much' : `${other} nothing expensive`;
  const not = fact.polarity === 'dislike';
  if (fact.slot === 'audience') return `${self ? '' : `${other} `}${not ? 'not made for' : 'made for'}: ${what}`;
  if (fact.slot === 'size')
    return self ? `Your size is ${not ? 'not ' : ''}${what}` : `${other} ${not ? 'not ' : ''}size ${what}`;
  if (!self) return `${other} ${not ? 'no ' : ''}${what}`;
  if (fact.slot === 'category' || fact.slot === 'product')
    return not ? `You don't want ${what}` : `You are interested in ${what}`;
  return not ? `You don't like ${what}` : `You like ${what}`;
};

const sentenceZh = (fact: ProfileFact, whom: string, shop: Pick<Shop, 'categories'>, around: Money | null): string => {
  const what = named(fact, 'zh', shop);
  const who = fact.forWhom === 'self' ? '您' : `给${whom}的：`;
  if (fact.slot === 'recipient') return `您在给${what}挑东西`;
  const budget = fact.slot === 'budget' ? parseBudget(fact.value) : null;
  if (budget && around)
    return `${who}预算 ${formatMoney(around)}左右，所以我找${formatMoney(budgetMoney(budget))}${budget.bound === 'max' ? '以内' : '以上'}的`;
  if (budget) return `${who}预算${budget.bound === 'max' ? '不超过' : '不低于'} ${formatMoney(budgetMoney(budget))}`;
  if (isLow(fact)) return `${who}希望价格实惠`;
  const not = fact.polarity === 'dislike';
  if (fact.slot === 'audience') return `${who}${not ? '不要' : ''}适合${what}的`;
  if (fact.slot === 'size') return `${who}尺码${not ? '不是' : '是'} ${what}`;
  if (fact.forWhom !== 'self') return `${who}${not ? '不要' : ''}${what}`;
  if (fact.slot === 'category' || fact.slot === 'product') return not ? `您不想要${what}` : `您在看${what}`;
  return not ? `您不喜欢${what}` : `您喜欢${what}`;
};
