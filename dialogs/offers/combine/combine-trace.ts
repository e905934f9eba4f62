/** Why each deal of a cart is on it or not: the reason, what it would save alone, what beat it, what would unlock it. */
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { OfferRefusal, PricedCart } from '../../../knowledge/domain/offer.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { unlockAction } from '../actions/catalogue.ts';
import { judge, missingConditions, type Verdict } from '../choose/evaluate.ts';
import { type Basket, type BasketLine, inScope, prepareBasket, type Unlock } from './basket.ts';
import type { CombineInput, DealTrace } from './combine.ts';
import { type Entry, follow, type Obstacle, type State, type Step, startOf, toPay, viewOf } from './combine-search.ts';
import { type Solved, solveDeals } from './combine-solve.ts';

type Why = Pick<DealTrace, 'reason' | 'unlock' | 'beatenBy'>;

const named = ({ candidate: { promotion, offer, code } }: Entry): Pick<DealTrace, 'promotion' | 'offer' | 'code'> => ({
  promotion: promotion.id,
  ...(offer ? { offer } : {}),
  ...(code ? { code } : {}),
});

const idsOf = (steps: readonly Step[]): PromotionId[] => steps.map(step => step.entry.candidate.promotion.id);

const beaten = (steps: readonly Step[]): Pick<DealTrace, 'beatenBy'> =>
  steps.length > 0 ? { beatenBy: idsOf(steps) } : {};

/** The trace of `bestCombination`. */
export const traceDeals = (input: CombineInput, solved: Solved, priced: PricedCart): DealTrace[] => {
  const { basket, entries, found } = solved;
  const { currency } = basket;
  let ships = false;
  const applied = found.steps.map((step, i): DealTrace => {
    ships ||= step.ships;
    const deal = priced.deals?.[i];
    return {
      ...named(step.entry),
      outcome: 'applied',
      saves: deal?.saves ?? money(step.offMinor, currency),
      lines: deal?.offMinor ?? step.off,
      totalAfter: money(toPay(basket, step, ships).totalMinor, currency),
    };
  });
  const chosen = new Set(found.steps.map(step => step.entry));
  const others = entries
    .filter(entry => !chosen.has(entry))
    .map((entry): DealTrace => {
      const alone = judge(basket, judged(input, entry));
      const saves = alone.kind === 'applies' ? { saves: money(alone.savesMinor, currency) } : {};
      return { ...named(entry), outcome: 'refused', ...saves, ...whyNot(input, solved, entry, alone) };
    });
  return [...applied, ...others];
};

const judged = (input: CombineInput, { candidate }: Entry): Parameters<typeof judge>[1] => {
  const gift = input.gifts?.find(g => g.promotion === candidate.promotion.id)?.product;
  return {
    promotion: candidate.promotion,
    shopper: input.shopper,
    now: input.now,
    promised: candidate.promised === true,
    ...(input.products ? { products: input.products } : {}),
    ...(gift ? { gift } : {}),
  };
};

/** The chosen deals that an entry may not stand beside, the one of its own 'best' group first. */
const barring = ({ plan, found }: Solved, entry: Entry): { readonly rivals: Step[]; readonly excluding: Step[] } => ({
  rivals: found.steps.filter(s => s.entry.group === entry.group && plan.groups[entry.group]?.mode === 'best'),
  excluding: found.steps.filter(s => s.entry.group !== entry.group && !plan.together(s.entry.group, entry.group)),
});

const whyNot = (input: CombineInput, solved: Solved, entry: Entry, alone: Verdict): Why => {
  const { found, basket } = solved;
  const { candidate } = entry;
  if (candidate.refused) return { reason: candidate.refused };
  if (found.steps.some(s => s.entry.candidate.promotion.id === candidate.promotion.id)) {
    return { reason: 'already-held', beatenBy: [candidate.promotion.id] };
  }
  const { rivals, excluding } = barring(solved, entry);
  const isBarred = rivals.length + excluding.length > 0;
  if (alone.kind === 'refused' && (isBarred || alone.reason !== 'conditions-not-met')) {
    const unlock = alone.unlock ? unlockIn(input, solved, entry, alone.unlock) : null;
    return { reason: alone.reason, ...(unlock ? { unlock } : {}) };
  }
  if (isBarred) {
    const reason: OfferRefusal = rivals.length > 0 ? 'better-deal-applies' : 'excluded-by-group';
    return { reason, ...beaten([...rivals, ...excluding]) };
  }
  const before = found.steps.filter(s => s.entry.place < entry.place);
  const state: State = before.at(-1) ?? startOf(basket);
  const step = follow(basket, state, entry, input);
  if (typeof step === 'string') return obstructed(input, solved, entry, { obstacle: step, before, state, alone });
  return harmful(solved, step, input);
};

const obstructed = (
  input: CombineInput,
  solved: Solved,
  entry: Entry,
  at: {
    readonly obstacle: Obstacle;
    readonly before: readonly Step[];
    readonly state: State;
    readonly alone: Verdict;
  },
): Why => {
  const { obstacle, state } = at;
  // Without the deals before it, it would apply: they are what it lost to.
  const lost = at.alone.kind === 'applies' ? beaten(at.before.filter(s => s.offMinor > 0 || s.gift)) : {};
  if (obstacle === 'gift-unavailable') return { reason: 'out-of-stock', ...lost };
  if (obstacle === 'makes-order-free') return { reason: 'makes-order-free', ...lost };
  const gap = gapOf(solved.basket, state, entry);
  const unlock = gap ? unlockIn(input, solved, entry, gap) : null;
  return { reason: 'conditions-not-met', ...(unlock ? { unlock } : {}), ...lost };
};

/** What a deal still lacks of what is left for it. */
const gapOf = (basket: Basket, state: State, entry: Entry): Unlock | null => {
  const { promotion } = entry.candidate;
  const view = viewOf(basket, state);
  return missingConditions(view, promotion) ?? unlockAction(promotion.action, view);
};

/** It would apply, and the shopper would pay no less: the deals after it would lose by it, or the fee would come back. */
const harmful = (solved: Solved, step: Step, input: CombineInput): Why => {
  const { basket, found } = solved;
  let state: Step = step;
  const losing: Step[] = [];
  for (const later of found.steps.filter(s => s.entry.place > step.entry.place)) {
    const next = follow(basket, state, later.entry, input);
    const isLess = typeof next === 'string' || next.offMinor < later.offMinor;
    if (isLess) losing.push(later);
    if (typeof next !== 'string') state = next;
  }
  if (losing.length > 0 && step.offMinor > 0) return { reason: 'better-deal-applies', ...beaten(losing) };
  // Free shipping on what ships free, or a discount that brings the fee back: no deal.
  return { reason: 'conditions-not-met' };
};

/** How often a guess at what is missing is corrected for what the deals before take off the addition, and then searched. */
const corrections = 8;
const searches = 2;

/**
 * The change after which the best combination has the deal in it, or null when it would not. Starts from what the rule
 * itself lacks; where deals before it take their part of the addition too, more is needed.
 */
const unlockIn = (input: CombineInput, solved: Solved, entry: Entry, gap: Unlock): Unlock | null => {
  let unlock: Unlock = gap;
  let before = solved.found.steps.filter(s => s.entry.place < entry.place).map(s => s.entry);
  for (let i = 0; i < searches; i++) {
    const enough = enoughAfter(input, entry, before, unlock);
    if (!enough) return null;
    unlock = enough;
    const lines = withAddition(input, unlock);
    // What can't be tried is said as the rule says it.
    if (!lines) return gap;
    const again = solveDeals({ ...input, lines }, solved);
    if (again.found.steps.some(s => s.entry.place === entry.place)) return unlock;
    const { rivals, excluding } = barring(again, entry);
    if (rivals.length + excluding.length > 0) return null;
    before = again.found.steps.filter(s => s.entry.place < entry.place).map(s => s.entry);
  }
  return null;
};

/**
 * The unlock made just large enough for a deal that follows these; null when no larger spend would do. What the deals
 * before leave of each further yuan is measured on the last step, so that a straight line is met exactly.
 */
const enoughAfter = (input: CombineInput, entry: Entry, before: readonly Entry[], first: Unlock): Unlock | null => {
  const { currency } = input.shop;
  const at = (spend: number): Unlock => (first.spendMore ? { ...first, spendMore: money(spend, currency) } : first);
  let spend = first.spendMore?.minor ?? 0;
  let last = { spend: 0, short: spend };
  for (let i = 0; i < corrections; i++) {
    const short = shortOf(input, entry, before, at(spend));
    if (short === 0) {
      // Rounding may have asked for a few minor units more than are needed.
      for (let less = 0; i > 0 && less < 3 && shortOf(input, entry, before, at(spend - 1)) === 0; less++) spend -= 1;
      return at(spend);
    }
    if (short === null) return null;
    const left = (last.short - short) / (spend - last.spend);
    // Deals before take nearly all of what is added: no spend worth naming would do.
    if (left < 0.05) return null;
    last = { spend, short };
    spend += left <= 1 ? Math.ceil(short / left) : short;
  }
  return null;
};

/** Minor units still missing with this addition; 0: the deal applies, or it can't be tried; null: money is not what is missing. */
const shortOf = (input: CombineInput, entry: Entry, before: readonly Entry[], unlock: Unlock): number | null => {
  const lines = withAddition(input, unlock);
  if (!lines) return 0;
  const basket = prepareBasket(lines, input.shop);
  let state: State = startOf(basket);
  for (const earlier of before) {
    const step = follow(basket, state, earlier, input);
    if (typeof step !== 'string') state = step;
  }
  if (typeof follow(basket, state, entry, input) !== 'string') return 0;
  const short = gapOf(basket, state, entry)?.spendMore?.minor ?? 0;
  return short > 0 && unlock.spendMore ? short : null;
};

/**
 * The cart with goods that meet an unlock; null when none are known. Units are of the cheapest such product in the cart, or
 * of the first in the shop; money is spent on a stand-in of just that price, which, where any goods count, is of no
 * category or brand, so that no deal on those takes its part.
 */
const withAddition = (input: CombineInput, unlock: Unlock): BasketLine[] | null => {
  const { scope } = unlock;
  const units = Math.max(1, unlock.addQuantity ?? 0);
  const spend = unlock.spendMore?.minor ?? 0;
  const like = likeliest(input, unlock);
  if (!like) return null;
  if (spend === 0) return [...input.lines, { product: like, quantity: units }];
  if (scope?.products) {
    const quantity = Math.max(units, Math.ceil(spend / Math.max(1, like.price.minor)));
    return [...input.lines, { product: like, quantity }];
  }
  const { brand: _, ...plain } = like;
  const standIn: Product = {
    ...(scope ? like : { ...plain, category: '' }),
    id: `${like.id}\u0000` as Product['id'],
    price: money(Math.ceil(spend / units), like.price.currency),
    stock: null,
  };
  return [...input.lines, { product: standIn, quantity: units }];
};

const likeliest = (input: CombineInput, { scope }: Unlock): Product | null => {
  let like: Product | null = null;
  for (const { product } of input.lines) {
    if (inScope(product, scope) && (!like || product.price.minor < like.price.minor)) like = product;
  }
  if (like) return like;
  for (const product of input.products?.values() ?? []) if (inScope(product, scope)) return product;
  return null;
};
