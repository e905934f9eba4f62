import { seededRandom } from '../../knowledge/domain/random.ts';
import { type Interactions, keepEvents, mergeEvents } from './interactions.ts';

declare const side: unique symbol;
/** What may be learned from. Models take only this, so a test part can't be passed by mistake. */
export type Train = Interactions & { readonly [side]: 'train' };
/** What is held out. */
export type Test = Interactions & { readonly [side]: 'test' };

export type SplitRule =
  | { readonly kind: 'random'; readonly share: number }
  | { readonly kind: 'leave-last-out' }
  | { readonly kind: 'new-shoppers'; readonly share: number }
  | { readonly kind: 'temporal'; readonly cut: Date }
  | { readonly kind: 'cold-products'; readonly share: number };

export interface Split {
  readonly train: Train;
  readonly test: Test;
  readonly rule: SplitRule;
}

/** What parseSplitRule takes. */
export const splitForms =
  'random:SHARE, new-shoppers:SHARE or cold-products:SHARE with a share between 0 and 1, leave-last-out, temporal:YYYY-MM-DD';

/** "random:0.75", "leave-last-out", "new-shoppers:0.2", "temporal:2011-07-01", "cold-products:0.1"; null: none of these. */
export const parseSplitRule = (text: string): SplitRule | null => {
  if (text === 'leave-last-out') return { kind: 'leave-last-out' };
  const [kind, value] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  if (kind === 'random' || kind === 'new-shoppers' || kind === 'cold-products')
    return /^0?\.\d+$/.test(value) && Number(value) > 0 ? { kind, share: Number(value) } : null;
  if (kind === 'temporal' && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)))
    return { kind: 'temporal', cut: new Date(value) };
  return null;
};

/** Everything, as what may be learned from: for the model that goes into service. */
export const trainOnAll = (all: Interactions): Train => all as Train;

/**
 * - random: within each shopper, `share` of the distinct products (rounded) with all their events are train, the rest is test.
 * - leave-last-out: each shopper's last event is test; a shopper with one event stays in train.
 * - new-shoppers: `share` of the shoppers, drawn by seed, are test with all their events.
 * - temporal: events from `cut` on are test.
 * - cold-products: `share` of the products that were bought (rounded), drawn evenly, are test with all their events: new products.
 */
export const splitInteractions = (all: Interactions, rule: SplitRule, seed: number): Split =>
  sidesOf(all, rule, heldOut(all, rule, seed));

const sidesOf = (all: Interactions, rule: SplitRule, held: Uint8Array): Split => ({
  train: keepEvents(all, row => held[row] === 0) as Train,
  test: keepEvents(all, row => held[row] === 1) as Test,
  rule,
});

const heldOut = (all: Interactions, rule: SplitRule, seed: number): Uint8Array => {
  const held = new Uint8Array(all.product.length);
  if (rule.kind === 'temporal') {
    const cut = rule.cut.getTime();
    for (let e = 0; e < held.length; e++) held[e] = all.at[e]! >= cut ? 1 : 0;
    return held;
  }
  const random = seededRandom(seed);
  if (rule.kind === 'cold-products') {
    const bought = [...new Set(all.product)].sort((x, y) => x - y);
    shuffle(bought, random);
    const cold = new Set(bought.slice(0, Math.round(bought.length * rule.share)));
    for (let e = 0; e < held.length; e++) held[e] = cold.has(all.product[e]!) ? 1 : 0;
    return held;
  }
  for (let s = 0; s < all.start.length - 1; s++) {
    const [from, to] = [all.start[s]!, all.start[s + 1]!];
    if (rule.kind === 'new-shoppers') {
      if (random() < rule.share) held.fill(1, from, to);
      continue;
    }
    if (rule.kind === 'leave-last-out') {
      if (to - from > 1) held[to - 1] = 1;
      continue;
    }
    const items = [...new Set(all.product.subarray(from, to))];
    shuffle(items, random);
    const test = new Set(items.slice(Math.round(items.length * rule.share)));
    for (let e = from; e < to; e++) if (test.has(all.product[e]!)) held[e] = 1;
  }
  return held;
};

const shuffle = (items: number[], random: () => number): void => {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
};

const ninetyDays = 90 * 86_400_000;

/**
 * The same question asked inside the train part, for choosing weights and settings: the test part is never looked at.
 * Temporal: the last 90 days before the cut are held out, at most a third of the train's time.
 * Leave-last-out: of `mostShoppers` at most, drawn by seed, so that what is learned from is nearly as much as it will be in the end.
 */
export const validationSplit = (
  train: Train,
  rule: SplitRule,
  seed: number,
  mostShoppers = Number.POSITIVE_INFINITY,
): Split => {
  if (rule.kind === 'leave-last-out') {
    const held = heldOut(train, rule, seed);
    let left = held.reduce((sum, one) => sum + one, 0);
    let wanted = Math.min(mostShoppers, left);
    const random = seededRandom(seed + 7919);
    for (let e = 0; e < held.length; e++) {
      if (held[e] === 0) continue;
      if (random() * left-- < wanted) wanted--;
      else held[e] = 0;
    }
    return sidesOf(train, rule, held);
  }
  if (rule.kind !== 'temporal') return splitInteractions(train, rule, seed + 7919);
  let first = Number.POSITIVE_INFINITY;
  for (const at of train.at) if (at < first) first = at;
  const cut = rule.cut.getTime();
  const horizon = Number.isFinite(first) ? Math.min(ninetyDays, (cut - first) / 3) : ninetyDays;
  return splitInteractions(train, { kind: 'temporal', cut: new Date(cut - horizon) }, seed);
};

/**
 * A train part of purchases joined with signals (views, wishes …), in order of time. Signals of products that the shopper bought in the
 * train part add nothing and stay out. `signals` has the same row numbers.
 */
export const withSignals = (train: Train, signals: Interactions): Train => {
  const products = train.products.ids.length;
  const bought = new Set<number>();
  for (let e = 0; e < train.product.length; e++) bought.add(train.shopper[e]! * products + train.product[e]!);
  const more = keepEvents(signals, row => !bought.has(signals.shopper[row]! * products + signals.product[row]!));
  return mergeEvents(train, more) as Train;
};

/**
 * Until when each shopper is known where a split holds out what comes later, milliseconds: the cut, else the shopper's own first held-out
 * event.
 */
export const knownUntil = ({ test, rule }: Split): Float64Array => {
  const until = new Float64Array(test.start.length - 1).fill(
    rule.kind === 'temporal' ? rule.cut.getTime() : Number.POSITIVE_INFINITY,
  );
  if (rule.kind !== 'temporal')
    for (let e = 0; e < test.at.length; e++) until[test.shopper[e]!] = Math.min(until[test.shopper[e]!]!, test.at[e]!);
  return until;
};
