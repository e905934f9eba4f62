/** "Any first-order discount?", 有没有满减: deals of one kind, answered from the rules that run. */
import type { Localized } from '../../knowledge/domain/language.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { goodsNamed } from '../offers/rules/find-promotion.ts';
import { countedScope, tellDeal } from '../offers/rules/tell-deal.ts';
import type { PromotionFacts, TurnFacts } from '../turn-facts.ts';
import { type Draft, suggest } from './draft.ts';
import { listed, tellable, wereTold } from './promotion-drafts.ts';

interface Kind {
  readonly said: RegExp;
  readonly name: Localized;
  readonly isOne: (promotion: Promotion) => boolean;
}

/** How deals work is another question than whether there is one. */
const ofRules =
  /会员|熟客|再少|再便宜|再优惠|凑|还?差(?:多少|几|\s?\d)|还要?买|参加|参与|哪[些个]|适用|\bvips?\b|怎么算|规则|条件|什么意思|叠加|同时|一起用|用不了|不能用|没生效|退|几次|到什么时候|截止|到期|\b(?:how does|how do|rules?|terms|combine|stack|explain|mean|return|expire\w*|until|why|which|qualif\w+|counts? (?:towards?|for)|how much more)\b/iu;

const ofFeast = (words: RegExp, name: Localized): Kind => ({
  said: words,
  name,
  isOne: promotion => Object.values(promotion.name).some(text => words.test(text ?? '')),
});

const kinds: readonly Kind[] = [
  {
    said: /首单|首次下单|新人|新客|新用户|新会员|第一次(?:买|下单)|\b(?:first[- ]order|first[- ]time|new[- ](?:customers?|shoppers?|users?))\b/iu,
    name: { en: 'first-order deal', zh: '首单优惠' },
    isOne: ({ conditions }) => conditions.some(c => c.kind === 'first-order'),
  },
  ofFeast(/双十一|双11|双 11|\b(?:singles'? day|11\.11)\b/iu, { en: 'Singles’ Day deal', zh: '双十一活动' }),
  ofFeast(/双十二|双12|\b12\.12\b/iu, { en: 'Double Twelve deal', zh: '双十二活动' }),
  ofFeast(/618/u, { en: '618 deal', zh: '618活动' }),
  ofFeast(/黑五|黑色星期五|\b(?:black friday|cyber monday)\b/iu, { en: 'Black Friday deal', zh: '黑五活动' }),
  ofFeast(/年货节|春节活动|新年活动|圣诞活动|\b(?:christmas|new year) (?:sales?|deals?|offers?)\b/iu, {
    en: 'holiday deal',
    zh: '节日活动',
  }),
  {
    said: /满\s?(?:\d+\s?)?减|每满|\bspend and save\b/iu,
    name: { en: 'spend-and-save deal', zh: '满减' },
    isOne: ({ action, conditions }) =>
      action.kind === 'spend-and-save' ||
      (action.kind === 'amount-off' && conditions.some(c => c.kind === 'min-spend')),
  },
  {
    said: /满赠|赠品|送赠|送(?:什么|啥|东西|小礼)|\b(?:free gifts?|gift with)\b/iu,
    name: { en: 'gift with an order', zh: '满赠' },
    isOne: ({ action }) => action.kind === 'gift',
  },
  {
    said: /第二[件个份]|买[一二两\d]\s?送[一二两\d]|\b(?:bogo|buy one,? get one|second one half)\b/iu,
    name: { en: 'buy-one-get-one deal', zh: '买赠或第二件优惠' },
    isOne: ({ action }) => action.kind === 'buy-x-get-y',
  },
  {
    said: /几点.{0,4}(?:打折|优惠|活动)|(?:晚上?|早上?|下午|中午)[一二三四五六七八九十\d]{1,2}点|限时|\b(?:happy hour|what time.{0,20}(?:discount|deal))\b/iu,
    name: { en: 'deal at certain hours', zh: '限时优惠' },
    isOne: ({ conditions }) => conditions.some(c => c.kind === 'hours'),
  },
  {
    said: /几折|\bpercent off\b/iu,
    name: { en: 'percentage off', zh: '打折活动' },
    isOne: ({ action }) => action.kind === 'percent-off',
  },
];

/** Whether a message asks for deals of a kind at all: with the intents that speak of deals. */
export const asksDealKind = (text: string): boolean =>
  text.length <= 80 && !ofRules.test(text) && kinds.some(kind => kind.said.test(text));

/** Those of the kind, or that there is none and what else runs; null: no kind of deal is asked for. */
export const dealsOfKind = (text: string, facts: TurnFacts): Draft | null => {
  const { promotions } = facts;
  if (!promotions || !asksDealKind(text)) return null;
  const kind = kinds.find(one => one.said.test(text))!;
  const open = tellable(promotions);
  const goods = goodsNamed(text, promotions.context).flatMap(({ meaning }) =>
    meaning.kind === 'category' ? [meaning.key] : [],
  );
  const counts = (promotion: Promotion): boolean => {
    const scope = countedScope(promotion);
    return goods.length === 0 || (scope?.categories ?? []).some(key => goods.includes(key));
  };
  const such = open.filter(p => kind.isOne(p) && counts(p));
  const found = such.length > 0 ? such : goods.length > 0 ? open.filter(counts) : [];
  return draftOf(kind, found, open, promotions, facts);
};

const draftOf = (
  kind: Kind,
  found: readonly Promotion[],
  open: readonly Promotion[],
  { context }: PromotionFacts,
  facts: TurnFacts,
): Draft => {
  // Named once in a few messages, unless there is nothing else to tell.
  const others = wereTold(facts) && found.length > 0 ? [] : open.filter(p => !found.includes(p));
  return {
    parts: [
      {
        kind: 'deals-of-kind',
        what: kind.name,
        ...(found.length === 1 && wereTold(facts) && facts.memory.promotion === found[0]!.id ? { again: true } : {}),
        deals: found.slice(0, listed).map(p => tellDeal(p, context)),
        others: others.slice(0, listed).map(p => p.name),
      },
    ],
    memory: {
      failures: 0,
      dealsToldAt: facts.memory.turns,
      ...(found.length === 1 ? { promotion: found[0]!.id } : {}),
    },
    suggestions: suggest('recommend', 'view-cart'),
  };
};
