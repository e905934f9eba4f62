import { inLanguage, type Language } from '../../../knowledge/domain/language.ts';
import type { RuleQuestion, RuleQuestionKind } from './draft-rule.ts';

const english: Readonly<Record<RuleQuestionKind, (words: string) => string>> = {
  'nothing-given': w => `What does the shopper get? “${w}” names nothing that is taken off or given.`,
  'threshold-missing': w => `From what amount on? “${w}” doesn't say.`,
  'amount-missing': w => `How much is taken off? “${w}” doesn't say.`,
  'percent-or-money': w => `Is “${w}” an amount of money or a percentage?`,
  'up-to': w => `“${w}” says the most, not the rule. What exactly is taken off?`,
  'which-goods': w => `Which goods are meant by “${w}”?`,
  'unknown-goods': w => `The shop sells nothing called “${w}”. Which goods are meant?`,
  'which-product': w => `Which product is “${w}”?`,
  'goods-of-either': w =>
    `“${w}” mixes kinds of goods and brands; one rule covers goods that are both. Make it two rules?`,
  'threshold-of-what': w => `Is the amount to be spent on the whole order, or on the goods of “${w}”?`,
  'which-currency': w => `The shop counts in another currency than “${w}”. What is the amount in the shop's own?`,
  'once-or-repeat': w => `Does “${w}” count once per order, or again for every full threshold?`,
  'free-or-reduced': w => `What does the second one cost in “${w}”?`,
  'which-shoppers': w => `Which shoppers exactly are “${w}”?`,
  'which-group': w => `Which deals does it go with? “${w}” fits no one of the shop's deal groups alone.`,
  'two-actions': w => `A rule gives one thing; which of “${w}” is it, or are they two rules?`,
  contradiction: w => `“${w}” contradicts itself. Which part holds?`,
  'date-unclear': w => `Which day is “${w}”?`,
  'not-expressible': w => `A rule can't say “${w}”. What comes closest?`,
  'not-understood': w => `I don't understand “${w}”. What does it mean for the rule?`,
};

const chinese: Readonly<Record<RuleQuestionKind, (words: string) => string>> = {
  'nothing-given': w => `“${w}”没有说明给顾客什么优惠，减多少、打几折还是送什么？`,
  'threshold-missing': w => `“${w}”没有说明门槛，满多少元？`,
  'amount-missing': w => `“${w}”没有说明优惠多少，减多少元或打几折？`,
  'percent-or-money': w => `“${w}”是金额还是百分比？`,
  'up-to': w => `“${w}”只说了最多优惠多少，具体规则是什么？`,
  'which-goods': w => `“${w}”指哪些商品？`,
  'unknown-goods': w => `店里没有叫“${w}”的商品，指的是哪些？`,
  'which-product': w => `“${w}”是哪一款？`,
  'goods-of-either': w => `“${w}”混用了品类和品牌，一条规则只能覆盖同时符合的商品，要不要写成两条？`,
  'threshold-of-what': w => `门槛是按整单金额，还是只按活动商品的金额？（“${w}”）`,
  'which-currency': w => `“${w}”不是本店的币种，按本店币种是多少？`,
  'once-or-repeat': w => `“${w}”是每单减一次，还是每满一次就减一次？`,
  'free-or-reduced': w => `“${w}”里的第二件是免费还是打折？`,
  'which-shoppers': w => `“${w}”具体指哪些顾客？`,
  'which-group': w => `“${w}”对应不到唯一的优惠组，可以和哪些优惠叠加？`,
  'two-actions': w => `一条规则只能给一种优惠，保留哪一种，还是写成两条？（${w}）`,
  contradiction: w => `“${w}”前后矛盾，以哪个为准？`,
  'date-unclear': w => `“${w}”是哪一天？`,
  'not-expressible': w => `规则没法表达“${w}”，最接近的是哪一种？`,
  'not-understood': w => `“${w}”没看懂，对规则来说是什么意思？`,
};

/** One question in words; its choices stand apart. */
export const questionText = (question: RuleQuestion, language: Language): string =>
  (language === 'zh' ? chinese : english)[question.about](question.words);

export const choiceTexts = (question: RuleQuestion, language: Language): string[] =>
  question.choices.map(choice => inLanguage(choice, language)).filter(Boolean);
