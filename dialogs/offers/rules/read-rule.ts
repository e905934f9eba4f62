/** A rule typed in plain words, in either language, becomes the rule or the question that has to be answered first. */

import { toMajor } from '../../../knowledge/domain/money.ts';
import type { Action, Condition } from '../../../knowledge/domain/promotion.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { optional } from './action-patterns.ts';
import { type Found, goods, RuleDraft, type RuleQuestion, type ScopeSaid } from './draft-rule.ts';
import { goodsIn } from './goods-text.ts';
import { holdsWords, nameIn, namesOf, readMark, unnamed } from './mentions.ts';
import { readActions } from './read-actions.ts';
import { readCartConditions, readHours, readLimits, readPersons } from './read-conditions.ts';
import { groupFor, readStacking, readTerms, readWindow } from './read-terms.ts';
import { plainScope, type Rule, type RuleContext } from './rule.ts';
import { actionEn } from './sentence-en.ts';
import { actionZh } from './sentence-zh.ts';

export type ReadRule =
  /** One rule mostly; steps by quantity (2件8折，3件7折) are a rule each, of which a cart takes the best. */
  | { readonly kind: 'rules'; readonly rules: readonly [Rule, ...Rule[]] }
  | { readonly kind: 'questions'; readonly questions: readonly [RuleQuestion, ...RuleQuestion[]] };

/** Longer texts are refused as not understood. */
const longest = 2_000;

/**
 * Nothing is guessed: every word that carries meaning is part of the rule, or is asked about. Amounts without a sign are
 * in the shop's currency; the rule of "buy 3, get the cheapest free" counts the free one among the three.
 */
export const readRule = (text: string, context: RuleContext): ReadRule => {
  const draft = new RuleDraft(nameIn(text.slice(0, longest), namesOf(context)), context);
  if (text.length > longest) draft.ask('not-understood', text.slice(longest));
  readWindow(draft);
  readHours(draft);
  readStacking(draft);
  readLimits(draft);
  readTerms(draft);
  readPersons(draft);
  readActions(draft);
  readCartConditions(draft);
  const subject = subjectOf(draft);
  const actions = actionsOf(draft);
  leftOver(draft, actions);
  const rules = draft.questions.length === 0 ? build(draft, actions, subject, text) : [];
  const [question, ...questions] = draft.questions;
  if (question) return { kind: 'questions', questions: [question, ...questions] };
  const [rule, ...others] = rules;
  if (!rule) throw new Error('A rule that was read without a question is there');
  return { kind: 'rules', rules: [rule, ...others] };
};

interface Given extends Found<Action> {
  /** The least quantity that 2件8折 asks. */
  readonly quantity?: number;
}

/** Goods named by themselves: "tea: every 300 take 50 off". */
const subjectOf = (draft: RuleDraft): { readonly scope: ScopeSaid; readonly at: number } => {
  let scope: ScopeSaid;
  let place = -1;
  draft.take(
    new RegExp(
      `(?:仅限?|只限|限|适用于|适用|含|for|on|applies to|valid (?:on|for))? ?${goods('s')}(?: only|专享|专场|可用|适用)?`,
      'g',
    ),
    m => {
      const found = draft.scope(m, 's');
      if (found === null) return true;
      if (place >= 0 && JSON.stringify(found) !== JSON.stringify(scope)) draft.ask('which-goods', m[0]);
      scope = found;
      place = m.index;
      return true;
    },
  );
  return { scope, at: place };
};

const actionsOf = (draft: RuleDraft): Given[] => {
  const given: Given[] = [...draft.actions];
  const [tier] = draft.tiers;
  if (tier) {
    const tiers = draft.tiers
      .map(t => ({ threshold: t.value.threshold, off: t.value.off }))
      .sort((a, b) => a.threshold.minor - b.threshold.minor);
    const { every } = draft;
    const repeat = every.length > 0 || draft.tiers.some(t => t.value.repeat);
    const words = draft.tiers.map(t => `${toMajor(t.value.threshold)}–${toMajor(t.value.off)}`).join(', ');
    if (every.some(e => e.minor !== tier.value.threshold.minor) || (repeat && tiers.length > 1)) {
      draft.ask('contradiction', words);
    }
    if (
      tiers.some(
        (t, i) =>
          i > 0 && (t.threshold.minor === tiers[i - 1]!.threshold.minor || t.off.minor <= tiers[i - 1]!.off.minor),
      )
    ) {
      draft.ask('contradiction', words);
    }
    const most = tiers.at(-1)?.off.minor ?? 0;
    if ((draft.uncapped || (draft.most && draft.most.minor > most)) && !repeat && tiers.length === 1) {
      draft.ask('once-or-repeat', words, [
        { en: 'once per order', zh: '每单减一次' },
        { en: 'again for every full threshold', zh: '每满一次减一次' },
      ]);
    }
    if (draft.tiers.some(t => t.scope !== undefined && JSON.stringify(t.scope) !== JSON.stringify(tier.scope))) {
      draft.ask('two-actions', words);
    }
    given.push({
      at: tier.at,
      scope: tier.scope,
      value: {
        kind: 'spend-and-save',
        tiers,
        ...(repeat ? { repeat } : {}),
        ...(draft.most ? { cap: draft.most } : {}),
        ...optional(tier.scope),
      },
    });
  } else if (draft.every.length > 0) draft.ask('amount-missing', 'every');
  const [first] = draft.quantityRates;
  for (const { value, at, scope } of draft.quantityRates) {
    const shared = scope ?? first?.scope;
    const rate = Math.round(value.rate * 1e6) / 1e6;
    given.push({
      at,
      scope: shared,
      quantity: value.quantity,
      value: { kind: 'percent-off', rate, ...optional(shared) },
    });
  }
  const kinds = new Set(given.map(g => JSON.stringify(g.value)));
  const single = kinds.size <= 1 || (first !== undefined && given.every(g => g.quantity !== undefined));
  if (!single) {
    const [en, zh] = [goodsIn('en', draft.context), goodsIn('zh', draft.context)];
    const choices = given.map(g => ({ en: actionEn(g.value, en), zh: actionZh(g.value, zh) }));
    const alike = new Set(given.map(g => g.value.kind)).size === 1;
    draft.ask(alike ? 'contradiction' : 'two-actions', choices.map(c => c.en).join(' – '), choices);
  }
  if (draft.uncapped && draft.most) draft.ask('contradiction', `${toMajor(draft.most)}`);
  if (draft.timesPerOrder !== undefined) draft.ask('not-understood', `${draft.timesPerOrder} × per order`);
  const [only] = given;
  if (only && draft.most) {
    if (only.value.kind !== 'percent-off' && only.value.kind !== 'spend-and-save')
      draft.ask('contradiction', only.value.kind);
  }
  return given;
};

/** Words that a rule may hold without meaning anything by them. */
const weightless =
  /(?<![a-z])(?:the|an?|and|then|on|in|of|for|with|at|to|from|your|our|you|we|all|any|when|if|is|are|will|be|get|gets|give|take|has|have|it|this|that|per|plus|also|now|just|please|deals?|offers?|promotions?|promo|discounts?|sale|specials?|applies|apply|applied|valid|customers?|shoppers?|everyone|everybody|goods|items?|products?|orders?|carts?|purchases?|shopping|each|extra|off|buy|spend|save)(?![a-z])|优惠活动|优惠|活动|促销|大促|的|了|吧|哦|可以|可享|可|享受|享|即可|即|就|在|期间|商品|产品|全部|所有|购买|购物|下单|订单|消费|顾客|用户|每单|单笔|大家|本店|店内|我们|一律|统统|都|全|还|又|再|且|并且|并|同时|时|内|类|元|有/g;

const negations =
  /(?<![a-z])(?:not|except|excluding|excl|without|no|but|if|when|unless|while|because|only)(?![a-z])|除|不|非|如果|若|当|只/;

/** Whatever nobody read and that may mean something. */
const leftOver = (draft: RuleDraft, given: readonly Given[]): void => {
  const pieces = draft.rest
    .split(new RegExp(`${readMark}+|[,;!()。:]|\\.(?!\\d)`))
    .map(piece => ({
      piece: piece.trim(),
      weight: piece
        .replace(weightless, ' ')
        .replace(/[^\p{L}\p{N}%]+/gu, ' ')
        .trim(),
    }))
    .filter(({ weight }) => weight !== '');
  for (const { piece, weight } of pieces) {
    const words = unnamed(piece, draft.named);
    const nameless = given.length > 0 && !negations.test(piece) && !/\d/.test(weight) && weight.length <= 24;
    if (!nameless) {
      draft.ask('not-understood', words);
      continue;
    }
    const wanted = fold(weight);
    const alike = draft.context.products.filter(p =>
      [p.name.en, p.name.zh].some(n => n && holdsWords(fold(n), wanted)),
    );
    if (alike.length > 0)
      draft.ask(
        'which-product',
        weight,
        alike.slice(0, 8).map(p => p.name),
      );
    else draft.ask('unknown-goods', weight, draft.categoryChoices());
  }
  if (given.length === 0 && draft.questions.length === 0)
    draft.ask('nothing-given', unnamed(draft.named.text, draft.named));
};

const hasScope = (action: Action): boolean => 'scope' in action && plainScope(action.scope) !== undefined;

const withScope = (action: Action, said: ScopeSaid): Action => {
  if (said === undefined || said === 'all') return action;
  switch (action.kind) {
    case 'percent-off':
    case 'amount-off':
    case 'spend-and-save':
    case 'fixed-price':
    case 'buy-x-get-y':
      return { ...action, scope: said };
    default:
      return action;
  }
};

const build = (
  draft: RuleDraft,
  given: readonly Given[],
  subject: { readonly scope: ScopeSaid; readonly at: number },
  text: string,
): Rule[] => {
  const same = (a: ScopeSaid, b: ScopeSaid): boolean => JSON.stringify(a) === JSON.stringify(b);
  const spends = draft.conditions.filter(c => c.value.kind === 'min-spend' || c.value.kind === 'min-quantity');
  const group = groupFor(draft, text);
  const once = given.filter(
    (g, i) =>
      given.findIndex(
        o => same(o.scope, g.scope) && JSON.stringify(o.value) === JSON.stringify(g.value) && o.quantity === g.quantity,
      ) === i,
  );
  const rules = once.map((action): Rule => {
    const scopeless =
      action.value.kind === 'free-shipping' || action.value.kind === 'gift' || action.value.kind === 'bundle';
    if (action.scope !== undefined && subject.scope !== undefined && !same(action.scope, subject.scope)) {
      draft.ask('contradiction', text);
    }
    // "Tea over 200: 20 % off" speaks of tea throughout.
    const implied = spends.find(c => c.scope !== undefined && c.scope !== 'all')?.scope;
    const said = action.scope ?? subject.scope ?? (scopeless ? undefined : implied);
    const value = action.scope === undefined && !scopeless ? withScope(action.value, said) : action.value;
    const limited = draft.most && value.kind === 'percent-off' ? { ...value, maxDiscount: draft.most } : value;
    const conditions = draft.conditions.map(({ value: condition, at, scope }): Condition => {
      if (condition.kind !== 'min-spend' && condition.kind !== 'min-quantity') return condition;
      let own = scope;
      if (own === undefined) {
        if (subject.scope !== undefined) own = subject.scope;
        else if (hasScope(limited)) {
          const after = at > action.at && draft.clauseAt(at) === draft.clauseAt(action.at);
          if (after) own = said;
          else {
            const goods = draft.named.text.slice(action.at).split(/[,;]/)[0] ?? '';
            draft.ask('threshold-of-what', unnamed(goods, draft.named), [
              { en: 'on the whole order', zh: '整单' },
              { en: 'on the goods it covers', zh: '活动商品' },
            ]);
          }
        }
      }
      return own === undefined || own === 'all' ? condition : { ...condition, scope: own };
    });
    const quantity = action.quantity;
    if (quantity !== undefined) {
      conditions.push({ kind: 'min-quantity', quantity, ...optional(said) });
    }
    return {
      conditions,
      action: limited,
      ...(draft.trigger ? { trigger: draft.trigger } : {}),
      ...(group === undefined ? {} : { group }),
      ...(draft.order === undefined ? {} : { order: draft.order }),
      ...(Object.keys(draft.limits).length > 0 ? { limits: draft.limits } : {}),
      ...(draft.onReturn ? { onReturn: draft.onReturn } : {}),
      ...(draft.onCancel ? { onCancel: draft.onCancel } : {}),
      ...(draft.startsAt ? { startsAt: draft.startsAt } : {}),
      ...(draft.endsAt ? { endsAt: draft.endsAt } : {}),
      ...(draft.pool ? { cap: draft.pool } : {}),
    };
  });
  if (draft.startsAt && draft.endsAt && draft.endsAt <= draft.startsAt) draft.ask('contradiction', text);
  return rules;
};
