/** The stack groups of a shop made ready for the search: their order, and which of them go together. */
import { defaultStackGroups, type StackGroup } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';

export interface GroupPlan {
  /** By order, then key; the last one is for deals whose group the shop does not declare. */
  readonly groups: readonly StackGroup[];
  /** The place in `groups` of a key. */
  place(key: string | undefined): number;
  /** True when deals of two different groups may be on one cart. */
  together(a: number, b: number): boolean;
}

/** A deal of a group nobody declared goes with no other: what was not allowed is not combined. */
const undeclared: StackGroup = {
  key: '',
  name: { en: 'Other deals', zh: '其他优惠' },
  order: Number.MAX_SAFE_INTEGER,
  mode: 'best',
  exclusive: true,
};

const admits = (group: StackGroup, other: StackGroup): boolean =>
  !group.exclusive && (group.with === undefined || group.with.includes(other.key));

/** Both sides have to agree. */
export const groupsGoTogether = (a: StackGroup, b: StackGroup): boolean => admits(a, b) && admits(b, a);

const plans = new WeakMap<readonly StackGroup[], GroupPlan>();

export const groupPlan = (shop: Pick<Shop, 'stackGroups'>): GroupPlan => {
  const declared = shop.stackGroups ?? defaultStackGroups;
  const made = plans.get(declared);
  if (made) return made;
  const sorted = [...declared].sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
  const groups = [...sorted, undeclared];
  const places = new Map(sorted.map((group, i) => [group.key, i]));
  const pairs = groups.map(a => groups.map(b => groupsGoTogether(a, b)));
  const plan: GroupPlan = {
    groups,
    place: key => places.get(key ?? 'deals') ?? groups.length - 1,
    together: (a, b) => pairs[a]?.[b] ?? false,
  };
  plans.set(declared, plan);
  return plan;
};
