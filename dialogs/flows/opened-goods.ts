/** Goods that a page of the shop does not take back once they are opened: nothing is promised for them, and a person looks at it. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language, type Localized, languages } from '../../knowledge/domain/language.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { paragraphsOf } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { suggest } from '../decisions/draft.ts';
import { ends, type FlowContext, type FlowStep } from './flow.ts';
import type { ReturnLine } from './return-lines.ts';
import { orderOf, type ReturnState } from './return-state.ts';

const opened =
  /\b(?:(?:already |have |i've |i )?(?:opened|unsealed|broke the seal|used (?:it|some|half)|tried (?:it|some)|half (?:empty|used)|put it on))\b|\b(?:is|it's) (?:already )?open\b|拆封|开封|打开过?了|拆开过?了|拆了|开过|用过|用了|涂了|涂过|抹了|擦了|喝了|喝过|试用|尝了/u;
const notOpened =
  /(?:\b(?:un|never |not |without |yet )|n't |nt )(?:been |even |ever |yet )*(?:opened|opening|unsealed|used|tried|open)\b|\bif\b|\bopened (?:the |my )?(?:box|parcel|package)\b|(?:没有?|未|不曾|别)(?:拆|开|打开|用|涂|抹|擦|喝|试|尝)\p{Script=Han}{0,2}|如果|要是|万一|(?:包裹|快递|箱子)(?:已经)?(?:打开|拆)/gu;
/** That the goods are opened or used is told. */
export const tellsOpened = (text: string): boolean => opened.test(fold(text).replace(notOpened, ' '));

const refuses = /\bopened\b.*\b(?:can't|cannot|can not|not)\b|(?:拆封|开封|打开).*(?:不能|不可|不予|无法)退/iu;
const wordsOf = (name: string): string[] =>
  kindsOfOneSign.has(name) ? [name] : (fold(name).match(/[a-z]{4,}|\p{Script=Han}{2,}/gu) ?? []);
/** Shorter than the words of a name, and a kind all the same. */
const kindsOfOneSign: ReadonlySet<string> = new Set(['tea', '茶']);

/** The sentence of a page by which goods so named, once opened, do not come back; undefined: no page says so of them. */
export const openedRule = (
  names: readonly Localized[],
  articles: readonly Article[],
  language: Language,
): string | undefined => {
  const kinds = new Set(names.flatMap(name => languages.flatMap(one => wordsOf(name[one] ?? ''))));
  for (const { body } of articles) {
    const rule = paragraphsOf(inLanguage(body, language))
      .flatMap(sentencesOf)
      .find(sentence => refuses.test(fold(sentence)) && [...kinds].some(kind => fold(sentence).includes(kind)));
    if (rule !== undefined) return rule;
  }
  return undefined;
};

/** The same of lines of an order. */
const ruleOnOpened = async (
  order: Order,
  lines: readonly ReturnLine[],
  language: Language,
  { stores, shop }: Pick<FlowContext, 'stores' | 'shop'>,
): Promise<string | undefined> => {
  const products = await stores.products.many(lines.map(line => line.product));
  const names = [
    ...products.flatMap(({ category }) => shop.categories.find(({ key }) => key === category)?.name ?? []),
    ...order.lines.filter(({ product }) => lines.some(line => line.product === product)).map(({ title }) => title),
  ];
  return openedRule(names, await stores.articles.all(), language);
};

/** 用了一次就坏了, "it broke after one use": the goods are at fault, which is no matter of a seal. "It broke me out" is of the skin. */
const atFault =
  /\b(?:broke(?:n)?(?! (?:me|my|the seal)\b)|snapped|fell apart|came off|stopped working|died|faulty|defective)\b|(?:坏|断|裂|碎|散架|脱胶)了|(?:不能|没法)用了|不(?:亮|响|转|工作)了/u;

export const withOpened = (state: ReturnState, { turn, why = '' }: FlowContext): ReturnState =>
  turn.value === undefined && tellsOpened(`${turn.text}. ${why}`) && !atFault.test(fold(`${turn.text}. ${why}`))
    ? { ...state, opened: true }
    : state;

/** Once it is known what goes back, what the shop's page does not take back opened is handed to a person. */
export const unlessOpened = async <Step extends FlowStep<ReturnState> | null>(
  step: Step,
  context: FlowContext,
): Promise<Step | FlowStep<ReturnState>> => {
  if (step === null || step.done || !step.state.opened) return step;
  const { state } = step;
  if (!state.order || !state.lines || state.lines.length === 0) return step;
  const rule = await ruleOnOpened(await orderOf(state, context), state.lines, context.understanding.language, context);
  return rule === undefined
    ? step
    : { ...ends(state, { kind: 'opened-by-person', rule } as const), suggestions: suggest('person') };
};
