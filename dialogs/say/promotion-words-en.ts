import { inLanguage, type Localized } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { OfferRefusal } from '../../knowledge/domain/offer.ts';
import type { Scope } from '../../knowledge/domain/promotion.ts';
import type { Unlock } from '../offers/combine/basket.ts';
import type { DealTold } from '../offers/rules/tell-deal.ts';
import { abroadEn } from './sent-abroad.ts';
import { categoryName, nameOf, type Wording, type Words } from './words.ts';

export type PromotionWords = Pick<
  Words,
  | 'deal-terms'
  | 'deal-fact'
  | 'deal-covers'
  | 'deals-together'
  | 'deal-combines'
  | 'stacking'
  | 'which-deal'
  | 'deals-of-kind'
  | 'deals-running'
  | 'deal-trace'
  | 'ask-code'
  | 'code-applied'
  | 'code-waiting'
  | 'code-removed'
  | 'no-code-on-cart'
>;

const list = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
const en = (text: Localized): string => inLanguage(text, 'en');
const quoted = (name: Localized): string => `“${en(name)}”`;

const scopeWords = (scope: Scope | undefined, w: Wording): string => {
  if (!scope) return '';
  const goods = [
    ...(scope.products ?? []).slice(0, 3).map(id => nameOf(id, w)),
    ...(scope.categories ?? []).map(key => categoryName(key, w)),
    ...(scope.brands ?? []),
  ];
  return goods.length > 0 ? list(goods, 'or') : '';
};

/** The smallest change that would bring a deal about; '' when nothing the shopper adds would. */
export const unlockEn = (unlock: Unlock | undefined, w: Wording): string => {
  if (!unlock || (!unlock.spendMore && !unlock.addQuantity)) return '';
  const from = scopeWords(unlock.scope, w);
  const parts = [
    ...(unlock.spendMore ? [`${formatMoney(unlock.spendMore)} more`] : []),
    ...(unlock.addQuantity ? [`${unlock.addQuantity} more ${unlock.addQuantity === 1 ? 'item' : 'items'}`] : []),
  ];
  return `Add ${parts.join(' and ')}${from ? ` of ${from}` : ''} and it applies.`;
};

const reasons: Readonly<Record<OfferRefusal, string>> = {
  'unknown-offer': 'it is not on record',
  'not-yours': 'it was made for somebody else',
  expired: 'it has expired',
  'already-redeemed': 'you have used it as often as you may',
  'already-held': 'it is on your cart already',
  'budget-spent': 'its budget has been used up',
  'not-active': 'it is not running',
  'conditions-not-met': 'your cart does not meet its condition yet',
  'first-order-only': 'it is for a first order only',
  'not-for-shopper': "it isn't meant for this account",
  'below-margin': "it can't be used on these products",
  'out-of-stock': 'what it needs is sold out',
  'empty-cart': 'your cart is empty',
  'currency-mismatch': 'it is in another currency than your cart',
  'cart-changed': 'your cart changed in the meantime',
  'better-deal-applies': "another deal leaves you less to pay, and on this cart they can't both count",
  'excluded-by-group': "it can't be combined with what is on your cart",
  'limit-reached': 'it has been used as often as it may be',
  'unknown-code': "I don't know the code",
  'code-used': 'the code has been used already',
  'outside-hours': 'it only counts at certain hours, and this is not one of them',
  'makes-order-free': 'with the others nothing would be left to pay',
  'too-many-tries': 'too many unknown codes were tried; a few minutes later it can be tried again',
};

const both = (a: DealTold, b: DealTold): string =>
  en(a.ends) === en(b.ends) ? `(Both until ${en(a.ends)}.)` : `(Valid until ${en(a.ends)} and ${en(b.ends)}.)`;

/** The name it is known by and how long it holds: where an answer comes from. */
const source = (deal: DealTold): string => `(${quoted(deal.name)}, until ${en(deal.ends)})`;

export const promotionWordsEn: PromotionWords = {
  'deal-terms': p => {
    const { deal } = p;
    switch (p.aspect) {
      case 'until': {
        const hours = deal.hours
          ? ` It holds ${en(deal.hours)}${deal.isNow ? ', and is on right now' : '; it is not on right now'}.`
          : '';
        const from = deal.begun ? '' : ` It starts on ${en(deal.starts)}.`;
        const lead = p.is === undefined ? '' : p.is ? 'Yes: ' : 'No: ';
        return `${lead}${quoted(deal.name)} is valid until ${en(deal.ends)}.${from}${hours}`;
      }
      case 'how-often':
        return `${quoted(deal.name)}: ${en(deal.often)}. ${source(deal)}`;
      case 'return': {
        const kept =
          deal.onReturn === 'unearned'
            ? `you get back what you paid for it; if what you keep no longer meets the condition, the discount on what you keep is taken off that refund, never more than the refund`
            : `you get back what you paid for it; the discount on what you keep stays with you`;
        const gift = deal.isGift ? `; a gift that is no longer earned goes back too` : '';
        return `If you return something from ${quoted(deal.name)}, ${kept}${gift}. I show the exact amount before you confirm a return. ${source(deal)}`;
      }
      case 'same-item':
        return `They have to be the same item: ${en(deal.says)}; ${en(deal.often)}. ${source(deal)}`;
      case 'any-item':
        return `They may be different: ${en(deal.says)}; ${en(deal.often)}. ${source(deal)}`;
      case 'one-gift':
        return `One gift comes with an order, however much it comes to: ${en(deal.says)}; ${en(deal.often)}. ${source(deal)}`;
      case 'how':
        return [
          `${quoted(deal.name)}: ${en(deal.says)}; ${en(deal.often)}.`,
          deal.hours ? (deal.isNow ? 'It is on right now.' : 'It is not on right now.') : '',
          p.choosesGift
            ? 'It goes with the order by itself; to have another of these instead, choose it in the cart.'
            : '',
          p.examples.length > 0 ? `For example:\n${p.examples.map(e => `- ${en(e)}`).join('\n')}` : '',
          source(deal),
        ]
          .filter(Boolean)
          .join(' ')
          .replace(' For example', '\nFor example');
    }
  },
  'deal-fact': p => {
    const { deal } = p;
    const name = quoted(deal.name);
    const after = p.before.length > 0 ? `what is left after ${list(p.before.map(quoted))}` : 'the price of the goods';
    const least = deal.least ? formatMoney(deal.least) : '';
    switch (p.fact) {
      case 'at-most':
        return `At most ${deal.atMost ? formatMoney(deal.atMost) : ''} comes off one order by ${name}.`;
      case 'basis':
        return `For ${name} ${after} counts, without delivery.`;
      case 'order':
        return p.before.length > 0
          ? `${list(p.before.map(quoted))} first; ${name} counts what is left${p.after.length > 0 ? `, and ${list(p.after.map(quoted))} after that` : ''}.`
          : `${name} is taken off first${p.after.length > 0 ? `, then ${list(p.after.map(quoted))} by what is left` : ''}.`;
      case 'least':
        return !deal.least
          ? `There is no least amount in the rule of ${name}: ${en(deal.says)}.`
          : p.said !== undefined
            ? `${p.reaches ? 'Yes' : 'No'}, ${formatMoney(p.said)} is ${p.reaches ? 'enough' : 'not enough'}: ${name} holds from ${least} of goods.`
            : `From ${least} of goods, without delivery: ${en(deal.gives)}.`;
      case 'whom':
        return deal.whom ? `${name} holds ${en(deal.whom)}.` : `${name} is for everybody, and comes off by itself.`;
      case 'gives':
        return `${en(deal.gives)}${least ? `, from ${least} of goods` : ''}${deal.whom ? `, ${en(deal.whom)}` : ''} (${name}).`;
    }
  },
  'deal-covers': p => {
    const { deal, goods } = p;
    const what = deal.covers
      ? `only goods from ${en(deal.covers)} count towards ${quoted(deal.name)}`
      : `everything in the shop counts towards ${quoted(deal.name)}`;
    if (!goods) {
      return `${what.charAt(0).toUpperCase()}${what.slice(1)}: the price after other deals, without delivery. ${source(deal)}`;
    }
    const answer = { all: 'Yes', some: `Some ${en(goods.name)} do`, none: `No, ${en(goods.name)} don't` }[
      goods.verdict
    ];
    return `${answer}: ${what}. ${source(deal)}`;
  },
  'deals-together': p => {
    switch (p.verdict) {
      case 'together':
        return `Yes, ${quoted(p.first.name)} and ${quoted(p.second.name)} can be used on one order: ${quoted(p.first.name)} is taken off first, and ${quoted(p.second.name)} counts what is left. ${both(p.first, p.second)}`;
      case 'best-of-group':
        return `No: of ${quoted(p.first.name)} and ${quoted(p.second.name)} an order takes one, whichever leaves you less to pay. ${both(p.first, p.second)}`;
      case 'apart':
        return `No, ${quoted(p.first.name)} and ${quoted(p.second.name)} don't go together; your cart takes whichever leaves you less to pay. ${both(p.first, p.second)}`;
    }
  },
  'deal-combines': p => {
    const yes = p.with.length > 0 ? `goes together with ${list(p.with.map(quoted))}` : '';
    const no = p.without.length > 0 ? `not with ${list(p.without.map(quoted), 'or')}` : '';
    const said = [yes, no].filter(Boolean).join(', but ');
    if (p.isCode)
      return said
        ? `A code ${yes ? said : `can be combined ${said}`}.`
        : 'No other deal is running that a code could be combined with.';
    if (!said) return `No other deal is running that ${quoted(p.deal.name)} could be combined with. ${source(p.deal)}`;
    return `${quoted(p.deal.name)} ${yes ? said : `can be combined ${said}`}. ${source(p.deal)}`;
  },
  stacking: p => {
    const lines = p.groups.map(g => {
      const own = g.all ? 'any number of them' : 'one of them';
      const others = g.with.length > 0 ? `together with ${list(g.with.map(quoted))}` : 'with no other deal';
      return `- ${quoted(g.name)}: ${own}, ${others}`;
    });
    return `On one order these go together, and your cart takes the combination that leaves you least to pay:\n${lines.join('\n')}`;
  },
  'which-deal': p =>
    `Which deal do you mean? ${list(
      p.deals.map(d => quoted(d.name)),
      'or',
    )}.`,
  'deals-of-kind': p => {
    const now = (deal: DealTold): string =>
      deal.hours === null ? '' : deal.isNow ? ' (on right now)' : ' (not on right now)';
    const others = p.others.length > 0 ? ` Also on for everybody: ${list(p.others.map(quoted))}.` : '';
    if (p.deals.length === 0 && p.isForSome)
      return `A ${en(p.what)} is not for everybody: whether there is one for you depends on your order. Ask me again with something in your cart.${others}`;
    if (p.deals.length === 0) return `There is no ${en(p.what)} at the moment.${others}`;
    const [only, ...more] = p.deals;
    if (only && p.again)
      return only.hours && !only.isNow
        ? `${quoted(only.name)} is on at these times only: ${en(only.hours)}. It isn't right now; order then and it counts.`
        : `That is ${quoted(only.name)}: ${en(only.says)}.`;
    if (only && more.length === 0)
      return `Yes: ${quoted(only.name)}: ${en(only.says)}${now(only)}, until ${en(only.ends)}.${others}`;
    return `${p.deals.map(d => `- ${quoted(d.name)}: ${en(d.says)}${now(d)}, until ${en(d.ends)}`).join('\n')}${others ? `\n${others.trim()}` : ''}`;
  },
  'deals-running': p => {
    if (p.deals.length === 0) return 'No promotion is running for everybody at the moment.';
    const ends = new Set(p.deals.map(d => en(d.ends)));
    const [end] = ends.size === 1 ? ends : [];
    const lines = p.deals.map(d => `- ${quoted(d.name)}: ${en(d.says)}${end ? '' : `; until ${en(d.ends)}`}`);
    if (p.beside) return `Also on for everybody: ${list(p.deals.map(d => quoted(d.name)))}.`;
    return `On for everybody${end ? ` until ${end}` : ' at the moment'}:\n${lines.join('\n')}`;
  },
  'deal-trace': (p, w) => {
    const intro = p.added ? `With ${en(p.added)} in the cart:` : 'Your cart, deal by deal:';
    const lines = p.deals.map(d => {
      const name = d.code ? `${quoted(d.name)} (code ${d.code})` : quoted(d.name);
      if (d.outcome === 'applied') return `- ${name}: counts${d.saves ? `, worth ${formatMoney(d.saves)}` : ''}.`;
      const beaten = d.beatenBy.length > 0 ? ` (${list(d.beatenBy.map(quoted))})` : '';
      const unlock = unlockEn(d.unlock, w);
      return `- ${name}: not used, because ${reasons[d.reason ?? 'conditions-not-met']}${beaten}.${unlock ? ` ${unlock}` : ''}`;
    });
    const none = p.deals.length === 0 ? ['- no deal is running for it.'] : [];
    return `${intro}\n${[...lines, ...none].join('\n')}\nYou'd pay ${p.abroad ? abroadEn(p.abroad) : `${formatMoney(p.total)}, delivery included`}; no other combination of these comes to less.`;
  },
  'ask-code': p => (p.codes ? `Which one: ${list(p.codes, 'or')}?` : 'Sure: what is the code? Just type it here.'),
  'code-applied': p =>
    `Code ${p.code} is on your cart (${quoted(p.name)}): ${formatMoney(p.saves)} off.${p.total ? ` Your total is now ${p.abroad ? abroadEn(p.abroad) : formatMoney(p.total)}.` : ''}`,
  'code-waiting': (p, w) => {
    const unlock = unlockEn(p.unlock, w);
    const better = p.better ? ` (${list(p.better.map(quoted))})` : '';
    return `Code ${p.code} (${quoted(p.name)}) is on your cart and waits, because ${reasons[p.reason]}${better}.${unlock ? ` ${unlock}` : ''}`;
  },
  'no-code-on-cart': p =>
    p.code === undefined
      ? `There's no code or deal on your cart.`
      : `Code ${p.code} isn't on your cart, so there's nothing to take off.`,
  'code-removed': p =>
    `Code ${p.code} is off your cart.${p.total ? ` Your total is now ${p.abroad ? abroadEn(p.abroad) : formatMoney(p.total)}.` : ''}`,
};
