/** What answers about promotions are made of: those that may be told, asked which is meant, or listed. */
import type { PromotionId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Localized } from '../../knowledge/domain/language.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { type DealTold, tellDeal } from '../offers/rules/tell-deal.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import type { PromotionFacts, TurnFacts } from '../turn-facts.ts';
import type { PromotionAspect } from '../understand/deals/promotion-asked.ts';
import { type Draft, suggest } from './draft.ts';

/** Most deals offered to choose from, or listed. */
export const listed = 6;

export const everything = (facts: PromotionFacts): readonly Promotion[] => [
  ...facts.own,
  ...facts.open,
  ...facts.byCode,
];

export const told = (facts: PromotionFacts, ids: readonly PromotionId[]): Promotion[] => {
  const all = [...everything(facts), ...facts.personal];
  return ids.flatMap(id => all.find(p => p.id === id) ?? []);
};

/** A code nobody showed is not told by its name; only how its kind goes with others. */
export const tellable = (facts: PromotionFacts): readonly Promotion[] => [...facts.own, ...facts.open];

export const findable = (facts: PromotionFacts, promotions: readonly Promotion[] = everything(facts)) => ({
  promotions,
  codes: facts.codes,
  context: facts.context,
});

/** The question again, about one deal: what its tap says. */
const questions: Readonly<Record<PromotionAspect, (name: Localized) => Localized>> = {
  until: n => ({ en: `Until when is “${inLanguage(n, 'en')}” valid?`, zh: `“${inLanguage(n, 'zh')}”活动到什么时候？` }),
  'how-often': n => ({
    en: `How many times can I use the deal “${inLanguage(n, 'en')}”?`,
    zh: `“${inLanguage(n, 'zh')}”这个优惠能用几次？`,
  }),
  covers: n => ({
    en: `Which products count for the deal “${inLanguage(n, 'en')}”?`,
    zh: `哪些商品参加“${inLanguage(n, 'zh')}”活动？`,
  }),
  return: n => ({
    en: `What if I return something from the deal “${inLanguage(n, 'en')}”?`,
    zh: `“${inLanguage(n, 'zh')}”活动如果退一件怎么办？`,
  }),
  combine: n => ({
    en: `Can the deal “${inLanguage(n, 'en')}” be combined?`,
    zh: `“${inLanguage(n, 'zh')}”这个优惠能叠加吗？`,
  }),
  applies: n => ({
    en: `Does the deal “${inLanguage(n, 'en')}” apply to my cart?`,
    zh: `“${inLanguage(n, 'zh')}”优惠用上了吗？`,
  }),
  'why-not': n => ({
    en: `Why isn't the deal “${inLanguage(n, 'en')}” applied?`,
    zh: `“${inLanguage(n, 'zh')}”优惠为什么没生效？`,
  }),
  'what-if': n => ({
    en: `How much more do I need for the deal “${inLanguage(n, 'en')}”?`,
    zh: `“${inLanguage(n, 'zh')}”优惠还差多少？`,
  }),
  how: n => ({
    en: `What are the rules of the deal “${inLanguage(n, 'en')}”?`,
    zh: `“${inLanguage(n, 'zh')}”活动是什么规则？`,
  }),
};

export const which = (facts: PromotionFacts, promotions: readonly Promotion[], aspect: PromotionAspect): Draft => {
  const shown = promotions.filter(p => !facts.byCode.includes(p));
  const deals = shown.slice(0, listed).map(p => tellDeal(p, facts.context));
  return {
    parts: [{ kind: 'which-deal', deals }],
    suggestions: deals.map(
      (deal): Suggestion => ({ kind: 'ask', label: deal.name, text: questions[aspect](deal.name) }),
    ),
    memory: { failures: 0 },
  };
};

export const about = (deal: DealTold, part: ReplyPart): Draft => ({
  parts: [part],
  memory: { promotion: deal.id, failures: 0 },
  suggestions: suggest('view-cart', 'deals'),
});

export const running = (promotions: PromotionFacts, facts: TurnFacts): Draft => ({
  parts: [runningDeals(promotions)],
  memory: { failures: 0, dealsToldAt: facts.memory.turns },
  suggestions: suggest('recommend', 'person'),
});

const runningDeals = ({ open, context }: PromotionFacts, beside = false): ReplyPart => ({
  kind: 'deals-running',
  deals: open.slice(0, listed).map(p => tellDeal(p, context)),
  beside,
});

/** What everybody gets, added to the answer about deals; beside a deal of one's own by name only, with a tap for the rest. */
export const besideOwnDeal = (facts: TurnFacts, own: boolean): Pick<Draft, 'parts'> & { suggestions: Suggestion[] } => {
  const { promotions } = facts;
  if (!promotions || promotions.open.length === 0) return { parts: [], suggestions: [] };
  // Asked again at once: the list above still stands, and is not told word for word.
  const short = own || wereTold(facts);
  return { parts: [runningDeals(promotions, short)], suggestions: short ? [dealsForAll] : [] };
};

/** What runs for everybody was told in one of the last messages. */
export const wereTold = ({ memory }: TurnFacts): boolean =>
  memory.dealsToldAt !== undefined && memory.turns - memory.dealsToldAt <= 3;

const dealsForAll: Suggestion = {
  kind: 'ask',
  label: { en: 'Deals for everybody', zh: '人人都有的活动' },
  text: { en: 'Which deals are there for everybody?', zh: '人人都有的活动有哪些？' },
};
