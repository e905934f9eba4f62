/**
 * Folds that keep each group whole, as even in rows as may be: the largest group first, each into the fold that has the
 * fewest rows so far (GroupKFold of scikit-learn). Of groups of one size the later comes first, of folds the earlier.
 * `groups`: each row's group, 0 .. groups - 1. Gives each row's fold. Throws RangeError with fewer groups than folds.
 */
export const groupFolds = (groups: readonly number[], folds: number): number[] => {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  if (sizes.size < folds) throw new RangeError(`${folds} folds need as many groups, got ${sizes.size}`);
  const rows = new Array<number>(folds).fill(0);
  const foldOf = new Map<number, number>();
  for (const [group, size] of [...sizes].sort(([a, x], [b, y]) => y - x || b - a)) {
    const fold = rows.indexOf(Math.min(...rows));
    foldOf.set(group, fold);
    rows[fold]! += size;
  }
  return groups.map(group => foldOf.get(group)!);
};
