/** The second bound of the search: percentages followed line by line. */
import { type Basket, type BasketLine, inScope } from './basket.ts';
import type { Candidate } from './combine.ts';
import type { Entry } from './combine-search.ts';

/** A deal the search may still take: what it takes off the whole cart, and the most of what is left, 0..1. */
export interface Open {
  readonly entry: Entry;
  readonly most: number;
  readonly rate: number;
  readonly giftMinor: number;
  readonly ships: boolean;
}

/** The deals of one stack group that are still open, in the order they are tried. */
export interface OpenGroup {
  readonly open: readonly Open[];
  readonly place: number;
  readonly all: boolean;
}

/**
 * What the deals from each place on leave at the least, line by line: a line keeps the product of (1 - r) over the
 * percentages of 'all' groups that cover it, less 1 for each that rounding may take; every other deal takes its b at most.
 */
export interface TailBounds {
  least(left: readonly number[], g: number, from: number): number;
}

/** From so many percentages of 'all' groups on, the second bound pays for itself. */
const worthTails = 5;

const percentOf = (deal: Open): Extract<Candidate['promotion']['action'], { kind: 'percent-off' }> | null => {
  const { action } = deal.entry.candidate.promotion;
  return action.kind === 'percent-off' ? action : null;
};

export const tailBounds = (basket: Basket, groups: readonly OpenGroup[]): TailBounds | null => {
  const percentages = groups.flatMap(group => (group.all ? group.open.filter(percentOf) : []));
  if (percentages.length < worthTails) return null;
  const { lines } = basket;
  interface Tail {
    readonly keeps: readonly number[];
    readonly takes: number;
  }
  let tail: Tail = { keeps: lines.map(() => 1), takes: 0 };
  const tails: Tail[][] = [];
  for (let g = groups.length - 1; g >= 0; g--) {
    const { all, open } = groups[g] as OpenGroup;
    const own: Tail[] = [];
    own[open.length] = tail;
    if (!all) tail = { ...tail, takes: tail.takes + Math.max(...open.map(deal => deal.most)) };
    for (let j = open.length - 1; j >= 0; j--) {
      if (all) {
        const deal = open[j] as Open;
        const action = percentOf(deal);
        const { keeps, takes } = tail;
        tail = action
          ? {
              keeps: keeps.map((keep, i) =>
                inScope((lines[i] as BasketLine).product, action.scope) ? keep * (1 - deal.rate) : keep,
              ),
              takes: takes + lines.length,
            }
          : { keeps, takes: takes + deal.most };
      }
      own[j] = tail;
    }
    tails[g] = own;
  }
  return {
    least: (left, g, from) => {
      const { keeps, takes } = (tails[g] as Tail[])[from] as Tail;
      let kept = -takes;
      for (let i = 0; i < left.length; i++) kept += (left[i] as number) * (keeps[i] as number);
      return kept;
    },
  };
};
